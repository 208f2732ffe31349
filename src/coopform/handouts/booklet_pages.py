"""The pages of the booklet, in order, and the numbers that its contents give. Lengths are in millimetres."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from coopform.comparing.comparison import Comparison
from coopform.comparing.glossary import Form
from coopform.handouts import booklet_cover, booklet_flow, booklet_table, booklet_text, sheet_pages
from coopform.handouts import booklet_frame as frame
from coopform.handouts.booklet_blocks import BookletBlock
from coopform.handouts.booklet_cover import Cover
from coopform.handouts.booklet_table import BookletTablePage
from coopform.handouts.layout.points_room import Setting
from coopform.handouts.sheet_pages import SheetPage, SheetPlan
from coopform.model import vocabulary
from coopform.model.case import Case, Recueil, Reference
from coopform.model.sections import texts
from coopform.text.i18n import Translator, mark

# A booklet is made of sheets folded in two.
_LEAF = 4
_NOTES = 2
# The contents: type of a title in points, its lines at most, the room beside it, what is around it, a second line.
_ENTRY, _ENTRY_LINES, _ENTRY_BESIDE, _ENTRY_AROUND, _DETAIL = 12.0, 3, 34.0, 2.8, 4.8
_HEADING = 20.0
# Where the links to the table and to the synthesis lead.
_ANCHORS = {booklet_table.TABLE: "comparison", booklet_table.SYNTHESIS: "synthesis"}
# What the six rows of each sheet are, under the contents.
_GRID_ROWS = 64.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents.

    Attributes:
        anchor: where it leads.
        title: cut to some lines.
        detail: under it.
        letter: of a case, in a pack.
        number: of the page.
        case: whose title it is.
    """

    anchor: str
    title: str
    detail: str = ""
    letter: str = ""
    number: int = 0
    case: Case | None = None


@dataclass(frozen=True, slots=True)
class BookletPage:
    """A page of the booklet; what is on it is in one of the last fields.

    Attributes:
        kind: `cover`, `contents`, `text`, `sheet`, `table` or `notes`.
        title: at its foot.
        anchor: of the chapter that begins on it.
        entries: of the contents; on the cover, the cases of the day with their letters.
        explains_grid: whether the six rows are explained under them.
        blocks: of running text; under the contents, the definition of co-operation.
        case: whose sheet it is.
        sheet: the page of it.
        place: of that page in the sheet, from 1.
        table: a page of the table.
        cover: what the cover has besides its cases.
    """

    kind: Literal["cover", "contents", "text", "sheet", "table", "notes"]
    title: str = ""
    anchor: str = ""
    entries: tuple[Entry, ...] = ()
    explains_grid: bool = False
    blocks: tuple[BookletBlock, ...] = ()
    case: Case | None = None
    sheet: SheetPage | None = None
    place: int = 1
    table: BookletTablePage | None = None
    cover: Cover | None = None


def lay_out(
    compared: Comparison, recueil: Recueil, forms: Sequence[Form], letters: Mapping[str, str]
) -> tuple[BookletPage, ...]:
    """Return the pages of the booklet, a multiple of four.

    Args:
        compared: the cases side by side.
        recueil: the collection.
        forms: of agreement, that the cases use.
        letters: of the cases, by ID; none outside a pack.
    """
    translate = Translator(recueil.langue)
    sheets = [page for case in compared.cases for page in _sheet(case, recueil, has_letter=bool(letters))]
    shared = _text(booklet_text.shared_words(compared, translate), translate)
    after = _text(_after(compared.cases, forms, translate), translate)
    table = _table(compared, translate)
    front = _front(recueil, [*sheets, *shared, *table, *after], letters, translate)
    # The first page of the table is a left one: its number is even.
    cover_and_before = [_cover(recueil, sheets, letters, translate), *front, *sheets, *shared]
    fill = [_notes(translate)] if booklet_table.face_each_other(compared) and len(cover_and_before) % 2 == 0 else []
    pages = [*cover_and_before, *fill, *table, *after]
    missing = _NOTES - len(fill)
    missing += -(len(pages) + missing) % _LEAF
    return _numbered([*pages, *[_notes(translate)] * missing])


def _cover(
    recueil: Recueil, sheets: Sequence[BookletPage], letters: Mapping[str, str], translate: Translator
) -> BookletPage:
    """Return the cover, with the cases of the day where it has room for them."""
    of_day = [page.case for page in sheets if page.case and page.anchor and page.case.id in letters]
    cover = booklet_cover.cover(recueil, len(of_day), translate)
    named = of_day if cover.name_lines else ()
    entries = tuple(_named(case, letters, cover.name_lines, translate) for case in named)
    return BookletPage("cover", entries=entries, cover=cover)


def _named(case: Case, letters: Mapping[str, str], lines: int, translate: Translator) -> Entry:
    """Return a case with its letter, its name cut to some lines."""
    name = booklet_cover.cut_name(case, lines, translate.language)
    return Entry(f"sheet-{case.id}", name, letter=letters[case.id], case=case)


def _front(
    recueil: Recueil, others: Sequence[BookletPage], letters: Mapping[str, str], translate: Translator
) -> list[BookletPage]:
    """Return the contents and the definition of co-operation: on one page where it holds both and the six rows."""
    if not recueil.introduction.paragraphes:
        return _contents(_entries(others, letters, translate), translate)
    listed = _contents(_entries(others, letters, translate), translate)
    short = booklet_text.definition(recueil.introduction, translate, is_short=True)
    height = _HEADING + _GRID_ROWS + sum(_entry_height(entry, translate) for entry in listed[0].entries)
    if len(listed) == 1 and height + sum(block.height for block in short) <= frame.HEIGHT:
        return [replace(listed[0], blocks=tuple(short), explains_grid=True)]
    pages = _text(booklet_text.definition(recueil.introduction, translate), translate)
    return [*_contents(_entries([*pages, *others], letters, translate), translate), *pages]


def _sheet(case: Case, recueil: Recueil, *, has_letter: bool) -> list[BookletPage]:
    plan = SheetPlan(case, recueil, frame=frame.SHEET, has_letter=has_letter, language=recueil.langue)
    return [
        BookletPage(
            "sheet", case.short_title, "" if place > 1 else f"sheet-{case.id}", case=case, sheet=page, place=place
        )
        for place, page in enumerate(sheet_pages.lay_out(plan), start=1)
    ]


def _after(cases: Sequence[Case], forms: Sequence[Form], translate: Translator) -> list[BookletBlock]:
    """Return the running text after the table."""
    sigles = vocabulary.load().sigles_in(text for case in cases for text in texts(case))
    return [
        *booklet_text.forms(forms, translate),
        *booklet_text.sources(references(cases), translate),
        *booklet_text.readings(cases, translate),
        *booklet_text.acronyms(sigles, translate),
    ]


def references(cases: Sequence[Case]) -> tuple[Reference, ...]:
    """Return the sources of the cases, each once."""
    return tuple(dict.fromkeys(source for case in cases for source in case.sources))


def _text(blocks: Sequence[BookletBlock], translate: Translator) -> list[BookletPage]:
    pages = []
    title = ""
    for page in booklet_flow.on_pages(blocks, translate):
        title = next((block.title for block in page if block.kind == "heading"), title)
        pages.append(BookletPage("text", title, blocks=page))
    return pages


def _table(compared: Comparison, translate: Translator) -> list[BookletPage]:
    """Return the pages of the table and of the synthesis, each a chapter."""
    pages = []
    for page in booklet_table.table_pages(compared, translate):
        anchor = _ANCHORS[page.title] if page.number == 1 else ""
        pages.append(BookletPage("table", translate(page.title), anchor, table=page))
    return pages


def _notes(translate: Translator) -> BookletPage:
    return BookletPage("notes", translate(mark("Notes")))


def _entries(pages: Sequence[BookletPage], letters: Mapping[str, str], translate: Translator) -> list[Entry]:
    """Return the lines of the contents, without their numbers."""
    entries = []
    setting = _entry_setting(translate)
    for page in pages:
        if page.case and page.anchor:
            cut = setting.cut(page.case.titre, lines=_ENTRY_LINES)
            detail = "" if page.case.short_title == page.case.titre else page.case.short_title
            entries.append(Entry(page.anchor, cut, detail, letters.get(page.case.id, ""), case=page.case))
        elif page.anchor:
            entries.append(Entry(page.anchor, page.title))
        entries += [Entry(block.anchor, block.title) for block in page.blocks if block.kind == "heading"]
    return entries


def _entry_setting(translate: Translator) -> Setting:
    return Setting(_ENTRY, 1.25, frame.WIDTH - _ENTRY_BESIDE, translate.language)


def _entry_height(entry: Entry, translate: Translator) -> float:
    title = _entry_setting(translate).text_height(entry.title)
    return title + _ENTRY_AROUND + (_DETAIL if entry.detail else 0.0)


def _contents(entries: Sequence[Entry], translate: Translator) -> list[BookletPage]:
    title = translate(mark("Contents"))
    pages = [BookletPage("contents", title, anchor="contents")]
    left = frame.HEIGHT - _HEADING
    for entry in entries:
        height = _entry_height(entry, translate)
        if height > left:
            pages.append(BookletPage("contents", title))
            left = frame.HEIGHT - _HEADING
        pages[-1] = replace(pages[-1], entries=(*pages[-1].entries, entry))
        left -= height
    return [*pages[:-1], replace(pages[-1], explains_grid=left > _GRID_ROWS)]


def _numbered(pages: Sequence[BookletPage]) -> tuple[BookletPage, ...]:
    """Return the pages with the numbers of the contents."""
    numbers: dict[str, int] = {}
    for number, page in enumerate(pages, start=1):
        for anchor in (page.anchor, *(block.anchor for block in page.blocks if block.kind == "heading")):
            numbers.setdefault(anchor, number)
    return tuple(
        replace(page, entries=tuple(replace(entry, number=numbers[entry.anchor]) for entry in page.entries))
        for page in pages
    )
