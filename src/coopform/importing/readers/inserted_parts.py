"""Documents that are inserted in a Word document: HTML, text, a web archive, another Word document."""

from collections.abc import Callable, Iterable, Iterator
from email import message_from_bytes, policy
from pathlib import PurePosixPath

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine
from coopform.importing.readers import mail_parts, read_html, read_text
from coopform.importing.readers.decoding import text_of
from coopform.importing.readers.ooxml_parts import PackagePart

# Reads a Word document, given its content.
WordReader = Callable[[bytes], Iterator[DocumentBlock]]
_TEXTS = {".txt": read_text.blocks, **dict.fromkeys((".htm", ".html", ".xhtml", ".xml"), read_html.blocks)}


def inserted(part: PackagePart, read_word: WordReader | None) -> Iterator[DocumentBlock]:
    """Yield the blocks of an inserted document; of one that is not read, an aside with its name.

    Args:
        part: the part with the document.
        read_word: reads a Word document; None inside an inserted one.
    """
    name = PurePosixPath(part.name)
    ending = name.suffix.lower()
    found: Iterable[DocumentBlock] | None = None
    if ending == ".docx" and read_word is not None:
        found = read_word(part.data)
    elif ending in (".mht", ".mhtml"):
        found = _web_archive(part.data)
    elif ending in _TEXTS and (text := text_of(part.data)) is not None:
        found = _TEXTS[ending](text)
    yield from [Aside(AsideKind.INSERTED, (TextLine(name.name),))] if found is None else found


def _web_archive(data: bytes) -> Iterator[DocumentBlock]:
    """Yield the blocks of the pages of a web archive, which is written like a message with attachments."""
    message = message_from_bytes(data, policy=policy.default)
    for part in message.walk():
        if part.get_content_type() in mail_parts.KINDS:
            yield from mail_parts.part_blocks(part) or ()
