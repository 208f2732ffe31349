"""What the sheet of a case shows, and in what order. Every medium draws these sections.

Search and acronyms take their texts from here, and sheets that coopform made are read back by these labels.
"""

from collections.abc import Callable, Iterable, Sequence
from enum import Enum, StrEnum, auto
from typing import Concatenate, NamedTuple, ParamSpec, TypeVar

from coopform.model import grid, vocabulary
from coopform.model.case import Case
from coopform.model.grid import Rubric
from coopform.model.terms import shown_term
from coopform.text.i18n import Translator, mark

P = ParamSpec("P")
T = TypeVar("T")


class SectionKind(StrEnum):
    """What a section holds; a medium draws all sections of a kind alike."""

    TITLE = auto()
    FACTS = auto()  # one line: territory, form of agreement, status, date of the description
    TEXT = auto()  # a text, or short texts in one line
    POINTS = auto()
    STEPS = auto()
    READING = auto()
    NOTES = auto()  # room to write
    SIGLES = auto()
    SOURCES = auto()
    FICHE = auto()


class Part(StrEnum):
    """Where a section is on a page: sections of one part follow each other."""

    HEAD = auto()
    GRID = auto()
    LEARNT = auto()
    AROUND = auto()
    NOTES = auto()
    FOOT = auto()


class Medium(Enum):
    """What a sheet is shown on."""

    TERMINAL = auto()
    TEXT = auto()  # Markdown
    PAPER = auto()  # HTML, PDF, DOCX


class Section(NamedTuple):
    """A section of a sheet.

    Attributes:
        key: the key of a case that it shows, or a name of its own.
        label: its heading, as a message; empty where it has none.
        kind: what it holds.
        part: where it is on a page.
        media: on what it is shown.
    """

    key: str
    label: str
    kind: SectionKind
    part: Part
    media: tuple[Medium, ...] = tuple(Medium)

    def texts(self, case: Case) -> tuple[str, ...]:
        """Return the texts of a section of the kind TEXT."""
        value: str | tuple[str, ...] | None = getattr(case, self.key)
        return (value,) if isinstance(value, str) else value or ()

    def text(self, case: Case) -> str:
        """Return the texts of a section of the kind TEXT as one, separated by commas."""
        return ", ".join(self.texts(case))


def _of_rows(rubrics: Iterable[Rubric], part: Part) -> list[Section]:
    return [Section(rubric.key, rubric.label, SectionKind.POINTS, part) for rubric in rubrics]


SECTIONS: tuple[Section, ...] = (
    Section("titre", mark("Title"), SectionKind.TITLE, Part.HEAD),
    Section("facts", "", SectionKind.FACTS, Part.HEAD),
    Section("resume", mark("In short"), SectionKind.TEXT, Part.HEAD),
    *_of_rows(grid.GRID, Part.GRID),
    *_of_rows((*grid.LEARNT, *grid.AROUND), Part.LEARNT),
    Section("etapes", mark("Steps"), SectionKind.STEPS, Part.AROUND),
    Section("themes", mark("Themes"), SectionKind.TEXT, Part.AROUND),
    Section("departements", mark("Départements"), SectionKind.TEXT, Part.AROUND),
    Section("suite_de", mark("Follows on from"), SectionKind.TEXT, Part.AROUND),
    Section("lecture", mark("Reading"), SectionKind.READING, Part.AROUND, (Medium.TERMINAL,)),
    Section("a_verifier", mark("To check"), SectionKind.POINTS, Part.AROUND, (Medium.TERMINAL,)),
    Section("notes", mark("What could we apply in our area?"), SectionKind.NOTES, Part.NOTES, (Medium.PAPER,)),
    Section("sigles", mark("Acronyms"), SectionKind.SIGLES, Part.FOOT),
    Section("sources", mark("Sources"), SectionKind.SOURCES, Part.FOOT),
    Section("fiche", mark("Sheet"), SectionKind.FICHE, Part.FOOT),
)
BY_KEY = {section.key: section for section in SECTIONS}

_ON = {medium: [section for section in SECTIONS if medium in section.media] for medium in Medium}
# The grid is there to be filled in, the notes to be written; without a form of agreement the facts say so.
_ALWAYS = frozenset(("titre", "facts", "notes", *(rubric.key for rubric in grid.GRID)))


def _of_latest(answer: Callable[Concatenate[Case, P], T]) -> Callable[Concatenate[Case, P], T]:
    """Return a function that keeps its latest answer: the layout of a sheet and its template ask several times."""
    latest: list[tuple[Case, object, T]] = []

    def ask(case: Case, /, *rest: P.args, **named: P.kwargs) -> T:
        if not latest or latest[0][0] is not case or latest[0][1] != (rest, named):
            latest[:] = [(case, (rest, named), answer(case, *rest, **named))]
        return latest[0][2]

    return ask


@_of_latest
def sections_of(case: Case, medium: Medium, rows: Sequence[Rubric] = ()) -> list[Section]:
    """Return the sections that the sheet of a case shows, in order.

    Args:
        case: the case.
        medium: what the sheet is shown on.
        rows: when some are named, the sheet shows its title, its facts and these rows, in this order.
    """
    if rows:
        named = [BY_KEY[row.key]._replace(part=Part.GRID) for row in rows]
        return [BY_KEY["titre"], BY_KEY["facts"], *named]
    return [section for section in _ON[medium] if section.key in _ALWAYS or _has(case, section)]


def _has(case: Case, section: Section) -> bool:
    if section.kind is SectionKind.SIGLES:
        return bool(sigles_of(case))
    if section.kind is SectionKind.FICHE:
        return bool(case.fiche.auteur)
    return bool(getattr(case, section.key))


@_of_latest
def sigles_of(case: Case) -> dict[str, str]:
    """Return the acronyms that a handout of a case uses, with their meanings."""
    return vocabulary.load().sigles_in(texts(case))


def texts(case: Case) -> list[str]:
    """Return every text of a case that a handout shows, in order; not who wrote its file."""
    return [text for section in _ON[Medium.PAPER] for text in _texts(case, section)]


def _texts(case: Case, section: Section) -> Iterable[str]:
    match section.kind:
        case SectionKind.POINTS:
            return case.row_texts(section.key)
        case SectionKind.TEXT:
            return section.texts(case)
        case SectionKind.TITLE:
            return (case.titre, case.titre_court or "")
        case SectionKind.FACTS:
            return (case.territoire or "", *case.outil, shown_term(case.statut or "", Translator(case.langue)))
        case SectionKind.STEPS:
            return [text for step in case.etapes for text in (step.quand, step.quoi)]
        case SectionKind.SOURCES:
            return [text or "" for one in case.sources for text in (one.titre, one.note, one.lieu, one.auteur)]
    return ()
