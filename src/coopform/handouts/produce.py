"""Which files a run of `render` makes: kinds and formats to names and bytes, one at a time."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePath

from coopform.comparing import comparison
from coopform.comparing.comparison import Comparison
from coopform.handouts import copies, documents
from coopform.handouts.documents import Document
from coopform.model import handout_kinds
from coopform.model.case import Case, Recueil

# Writes a document in one format: what HTML, Markdown, PDF and DOCX have in common.
Maker = Callable[[Document], bytes]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for.

    Attributes:
        documents: kinds, of `filenames.KINDS`.
        formats: keys of `filenames.FORMATS`; each document comes in those of them that it has.
        is_whole: every case of the collection; only then are the index rewritten and old sheets removed.
        paper: of the comparison, `a3` or `a4`.
        with_us: give the comparison an empty column for the group's own territory.
        people: for how many the guide counts copies.
    """

    documents: tuple[str, ...]
    formats: tuple[str, ...]
    is_whole: bool
    paper: str = "a3"
    with_us: bool = False
    people: int = copies.DEFAULT_PEOPLE

    def formats_of(self, kind: str) -> tuple[str, ...]:
        """Return the formats asked for that a kind of document has."""
        return tuple(fmt for fmt in self.formats if fmt in handout_kinds.KINDS[kind].formats)


@dataclass(frozen=True)
class _Material:
    """What documents are made of; cases are compared once."""

    cases: Sequence[Case]
    recueil: Recueil
    wanted: Wanted
    _compared: list[Comparison] = field(default_factory=list)

    @property
    def compared(self) -> Comparison:
        if not self._compared:
            self._compared.append(comparison.compare(self.cases))
        return self._compared[0]


def make(
    cases: Sequence[Case], recueil: Recueil, wanted: Wanted, makers: Mapping[str, Maker]
) -> Iterator[tuple[str, bytes]]:
    """Yield the name and the content of each file, sheets first, the index last.

    Args:
        cases: in the order of the collection.
        recueil: the collection.
        wanted: what was asked for.
        makers: by format, what writes a document in it.
    """
    material = _Material(cases, recueil, wanted)
    made: list[Document] = []
    for kind, documents_of in _DOCUMENTS.items():
        if kind not in wanted.documents or not (cases or kind in _WITHOUT_CASES):
            continue
        for document in documents_of(material):
            for fmt in wanted.formats_of(kind):
                yield _name(document.name, fmt), makers[fmt](document)
            if kind != "sheet":
                made.append(document)
    if "index" in wanted.documents and wanted.is_whole:
        # One way in, in the format that people open first.
        fmt = next(iter(wanted.formats_of("index")), "html")
        others = [(one.label, _name(one.name, formats[0])) for one in made if (formats := wanted.formats_of(one.kind))]
        index = documents.index(cases, recueil, _links(cases, wanted), others)
        yield _name(handout_kinds.INDEX, fmt), makers[fmt](index)


def _sheets(material: _Material) -> Iterator[Document]:
    return (documents.sheet(case, material.recueil) for case in material.cases)


def _side_by_side(material: _Material) -> Iterator[Document]:
    wanted = material.wanted
    yield documents.side_by_side(material.compared, material.recueil, wanted.paper, with_us=wanted.with_us)


def _panels(material: _Material) -> Iterator[Document]:
    yield documents.panels(material.compared, material.recueil)


def _synthesis(material: _Material) -> Iterator[Document]:
    yield documents.synthesis_of(material.cases, material.recueil)
    yield documents.synthesis_of(material.cases, material.recueil, empty=True)


def _analysis(material: _Material) -> Iterator[Document]:
    yield documents.analysis(material.cases, material.recueil)


def _booklet(material: _Material) -> Iterator[Document]:
    yield documents.booklet(material.compared, material.recueil)


def _blank(material: _Material) -> Iterator[Document]:
    yield documents.blank(material.recueil)
    yield documents.blank(material.recueil, "a3")


def _slides(material: _Material) -> Iterator[Document]:
    yield documents.slides(material.compared, material.recueil)


def _guide(material: _Material) -> Iterator[Document]:
    yield documents.guide(material.cases, material.recueil, material.wanted.people)


_DOCUMENTS: dict[str, Callable[[_Material], Iterator[Document]]] = {
    "sheet": _sheets,
    "comparison": _side_by_side,
    "panels": _panels,
    "synthesis": _synthesis,
    "analysis": _analysis,
    "booklet": _booklet,
    "blank": _blank,
    "slides": _slides,
    "guide": _guide,
}
_WITHOUT_CASES = ("blank", "guide")


def prunable(wanted: Wanted, keep: Collection[str]) -> Callable[[str], bool]:
    """Return the test for files of earlier runs that this run, on all cases, would have made again.

    Args:
        wanted: what this run makes; other documents and formats are left alone.
        keep: IDs whose sheets stay although they were not made this time.
    """
    endings = {f".{handout_kinds.FORMATS[fmt]}" for fmt in wanted.formats}

    def test(name: str) -> bool:
        path = PurePath(name)
        document, _ = handout_kinds.document_of(path.stem)
        if document == "index" and "sheet" not in wanted.documents:
            return False
        return path.suffix in endings and document in wanted.documents and path.stem not in keep

    return test


def _links(cases: Sequence[Case], wanted: Wanted) -> list[documents.Link]:
    formats = wanted.formats_of("sheet") if "sheet" in wanted.documents else ()
    return [documents.Link(case, tuple((fmt, _name(case.id, fmt)) for fmt in formats)) for case in cases]


def _name(stem: str, fmt: str) -> str:
    return f"{stem}.{handout_kinds.FORMATS[fmt]}"
