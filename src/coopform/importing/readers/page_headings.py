"""Headers and footers of pages: each once, without page numbers, and without what the text says too."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine, flat

# Fields of Word whose result is the number of a page.
PAGE_FIELDS = ("PAGE", "NUMPAGES", "SECTIONPAGES")
_WORD = re.compile(r"[^\W_]+")
# Between a kind of document and its title.
_BETWEEN = re.compile(r"\s[·|–—-]\s")
_LETTER = re.compile("[A-Z]")
_HEADINGS = (AsideKind.HEADER, AsideKind.FOOTER)
_AROUND = {"page", "pages", "p", "sur", "of", "de", "n"}


class PageHeadings:
    """The headers and footers of a document, which most pages repeat: each is given once."""

    def __init__(self) -> None:
        self._given: set[tuple[AsideKind, tuple[str, ...]]] = set()

    def new(self, kind: AsideKind, blocks: Iterable[DocumentBlock], place: str = "") -> Iterator[Aside]:
        """Yield a header or a footer if no page had it before, and what is drawn in it."""
        found = list(blocks)
        lines = without_page_numbers(flat(found))
        texts = (kind, tuple(line.text for line in lines))
        if texts not in self._given:
            self._given.add(texts)
            if lines:
                yield Aside(kind, tuple(lines), place)
            yield from (block for block in found if isinstance(block, Aside))


def without_page_numbers(lines: Iterable[TextLine]) -> list[TextLine]:
    """Return lines without those that only say which page it is.

    They are blank, « Page … sur … » around the fields, which are left out, or the letter of a case in a pack.
    """
    return [
        line
        for line in lines
        if not _LETTER.fullmatch(line.text.strip())
        and not {word.lower() for word in _WORD.findall(line.text)} <= _AROUND
    ]


def without_repeats(blocks: Sequence[DocumentBlock]) -> list[DocumentBlock]:
    """Return blocks without the lines of headers and footers that are a line of the text, or a title in one."""
    lines_of_text = [line.text for line in flat(list(blocks))]
    said = {_bare(part) for text in lines_of_text for part in (text, *_BETWEEN.split(text))}
    found: list[DocumentBlock] = []
    for block in blocks:
        if isinstance(block, Aside) and block.kind in _HEADINGS:
            lines = tuple(line for line in block.lines if _bare(line.text) not in said)
            found += [replace(block, lines=lines)] if lines else []
        else:
            found.append(block)
    return found


def _bare(text: str) -> str:
    """Return the words of a text in small letters."""
    return " ".join(_WORD.findall(text.lower()))
