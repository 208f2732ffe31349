"""The comments on a slide of PowerPoint: those of old files, and threads with their replies."""

from collections.abc import Iterator
from typing import Any

from coopform.importing.blocks import Aside, AsideKind, aside
from coopform.importing.readers.drawing_texts import paragraphs
from coopform.importing.readers.drawn import described_lines, signature
from coopform.importing.readers.ooxml_parts import PackagePart

_OLD = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_NEW = "{http://schemas.microsoft.com/office/powerpoint/2018/8/main}"


def read_authors(presentation: PackagePart) -> dict[str, str]:
    """Return the names of the authors of comments by their identifiers."""
    parts = [*presentation.related("commentAuthors"), *presentation.related("authors")]
    roots = [part.root for part in parts if part.root is not None]
    return {author.get("id", ""): author.get("name", "") for root in roots for author in root}


def slide_comments(slide: PackagePart, authors: dict[str, str], place: str) -> Iterator[Aside]:
    """Yield the comments on a slide, each with its author and its date.

    Args:
        slide: its part.
        authors: the names of the authors by their identifiers.
        place: of the slide.
    """
    for part in slide.related("comments"):
        if not part.take() or part.root is None:
            continue
        for comment in part.root.iter(f"{_OLD}cm", f"{_NEW}cm", f"{_NEW}reply"):
            lines = described_lines(comment.findtext(f"{_OLD}text") or "")
            for body in comment.iterfind(f"{_NEW}txBody"):
                lines += paragraphs(body)
            lines += signature(authors.get(comment.get("authorId", ""), ""), _date(comment))
            yield from aside(AsideKind.COMMENT, lines, place)


def _date(comment: Any) -> str:
    return str(comment.get("dt") or comment.get("created") or "")
