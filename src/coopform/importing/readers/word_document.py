"""A Word document as it is read: its package, its styles, what is read once for all of its parts."""

from collections.abc import Callable, Iterator

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine, aside, flat
from coopform.importing.readers.drawn import signature
from coopform.importing.readers.inserted_parts import WordReader
from coopform.importing.readers.ooxml_parts import RELATIONS, Package, PackagePart
from coopform.importing.readers.page_headings import PageHeadings
from coopform.importing.readers.word_numbering import Numbering
from coopform.importing.readers.word_styles import W, WordStyles

# Yields the blocks of a part, or of an element in it.
PartReader = Callable[[PackagePart], Iterator[DocumentBlock]]
_USUAL = "word/document.xml"
_AROUND = {f"{W}headerReference": AsideKind.HEADER, f"{W}footerReference": AsideKind.FOOTER}


class WordDocument:
    """What the parts of a Word document share.

    Args:
        package: of the document.
        read_inserted: reads a Word document in it; None inside an inserted one.
    """

    def __init__(self, package: Package, read_inserted: WordReader | None) -> None:
        self.main = package.main(_USUAL)
        self.read_inserted = read_inserted
        self.styles = WordStyles(self.main.first("styles"))
        self.numbering = Numbering(self.main.first("numbering"), self.styles)
        self.comments = WordComments(self.main)
        self._around = PageHeadings()

    def around(self, section: object, read: PartReader) -> Iterator[Aside]:
        """Yield the headers and footers of a section; those that other sections had are not repeated.

        Args:
            section: the element with its properties.
            read: yields the blocks of a part.
        """
        for reference in section:  # type: ignore[attr-defined]
            kind = _AROUND.get(reference.tag)
            part = self.main.by_id(reference.get(f"{RELATIONS}id")) if kind else None
            if kind is None or part is None or not part.take() or part.root is None:
                continue
            yield from self._around.new(kind, read(part))


class WordComments:
    """The comments of reviewers; each is given once, where its mark is, else at the end.

    Args:
        main: the part with the text of the document.
    """

    def __init__(self, main: PackagePart) -> None:
        self._left = {
            comment.get(f"{W}id", ""): (comment, part)
            for part in main.related("comments")
            for comment in (part.root if part.root is not None else ())
        }

    def take(self, identifier: str, read: Callable[[object, PackagePart], Iterator[DocumentBlock]]) -> Iterator[Aside]:
        """Yield a comment, signed, and what is drawn in it; nothing if it was given before.

        Args:
            identifier: of the comment.
            read: yields the blocks in an element of a part.
        """
        if identifier in self._left:
            comment, part = self._left.pop(identifier)
            blocks = list(read(comment, part))
            lines: list[TextLine] = flat(blocks)
            if lines:
                lines += signature(comment.get(f"{W}author", ""), comment.get(f"{W}date", ""))
            yield from aside(AsideKind.COMMENT, lines)
            yield from (block for block in blocks if isinstance(block, Aside))

    def left(self) -> list[str]:
        """Return the identifiers of those not given yet."""
        return list(self._left)
