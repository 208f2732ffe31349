"""Read Markdown: markdown-it turns it into HTML, which is read as a page."""

from pathlib import Path

from coopform.importing.blocks import SourceDocument
from coopform.importing.readers import read_html
from coopform.importing.readers.decoding import decoded


def read(path: Path) -> SourceDocument:
    """Read a Markdown file.

    Raises:
        UnreadableDocument: it is not text or is empty.
        OSError: it cannot be read.
    """
    from markdown_it import MarkdownIt

    page = MarkdownIt("commonmark").enable("table").render(decoded(path))
    return SourceDocument(path.name, tuple(read_html.blocks(page)))
