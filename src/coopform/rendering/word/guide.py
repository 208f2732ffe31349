"""Draws the facilitator's guide as DOCX."""

from collections.abc import Sequence

from docx.table import _Cell

from coopform.handouts import guide_room
from coopform.handouts.documents import Document
from coopform.handouts.guide import Guide
from coopform.handouts.workshop.groups import WorkshopGroup
from coopform.handouts.workshop.schedule import TimedStep
from coopform.model.handout_kinds import document_label
from coopform.rendering.word import fact_lines, points, styles, tables
from coopform.rendering.word.page import Page
from coopform.rendering.word.writer import Words, Writer, add_box
from coopform.text.clock import shown_duration, shown_time

_SIZES = styles.Sizes(text=9.5, title=18, headings=(12, 11, 10.5), padding=2)
# Narrow margins above and below: a day of six steps and four groups is one page.
_PAGE = Page(210, 297, (11, 16, 12, 17))
_STEPS = (23, 96, 24, 34)
_GROUPS = (22, 20, 65, 35, 35)
# At which a title is as wide as its column and the letter before it, in the type that most word processors have.
_GROUP_TITLE_SIZE = 13.5


def make(document: Document[Guide]) -> Writer:
    """Return the facilitator's guide."""
    writer = Writer(document, _PAGE, _SIZES)
    fact_lines.head(writer, writer.t(document_label("guide")))
    _figures(writer, document.content)
    _day(writer, document.content.steps)
    if document.cases:
        _groups(writer, document.content.groups)
    _checks(writer)
    fact_lines.small_print(writer, writer.docx, fact_lines.foot(writer))
    return writer


def _figures(writer: Writer, content: Guide) -> None:
    t = writer.t
    first, last = content.steps[0].start, content.steps[-1].end
    figures = {
        t("From … to …"): f"{shown_time(first, t)} – {shown_time(last, t)}"
        if first is not None and last is not None
        else "",
        t("Length"): shown_duration(content.minutes, t),
        t("People"): str(content.people),
        t("Groups"): str(len(content.groups)),
        t("Sheets"): str(len(writer.document.cases)),
    }
    shown = {label: figure for label, figure in figures.items() if figure}
    title = t(document_label("guide"))
    table = tables.add(writer, [writer.page.measure / len(shown)] * len(shown), title, has_head=True)
    _head(writer, tables.add_row(table, is_head=True), [*shown])
    for cell, figure in zip(tables.add_row(table), shown.values(), strict=True):
        writer.add(cell, "Normal", figure)
    tables.gap(writer, writer.docx)


def _day(writer: Writer, steps: Sequence[TimedStep]) -> None:
    t = writer.t
    table = tables.add(writer, _STEPS, t("Step by step"), has_head=True)
    _head(writer, tables.add_row(table, is_head=True), [t("Time"), t("What to do and to say"), t("Who"), t("Material")])
    for timed in steps:
        when, what, who, material = tables.add_row(table)
        if timed.start is not None:
            writer.add(when, "Row Label", shown_time(timed.start, t))
        writer.add(when, "Normal", Words(shown_duration(timed.minutes, t), is_muted=True))
        writer.add(what, "heading 2", t(timed.step.title)).paragraph_format.space_before = 0
        for sentence in timed.step.how:
            writer.add(what, "Normal", t(sentence))
        writer.add(who, "Normal", t(timed.step.who))
        things = [t(document_label(kind, part)) for kind, part in timed.step.documents]
        for thing in [*things, *map(t, timed.step.things)]:
            paragraph = writer.add(material, "Normal")
            add_box(paragraph)
            writer.write(paragraph, f"\u00a0{thing}")
    tables.gap(writer, writer.docx)


def _groups(writer: Writer, groups: Sequence[WorkshopGroup]) -> None:
    t, document = writer.t, writer.document
    title = t("Which group has which sheet")
    writer.add(writer.docx, "heading 1", title)
    table = tables.add(writer, _GROUPS, title, has_head=True)
    _head(
        writer,
        tables.add_row(table, is_head=True),
        [t("Group"), t("People"), t("Sheet"), t("Note-taker"), t("Spokesperson")],
    )
    titles = guide_room.group_titles(document.cases, _GROUP_TITLE_SIZE, document.language)
    for group in groups:
        number, people, sheet, *_ = tables.add_row(table)
        writer.add(number, "Row Label", t("Group {number}", number=group.number))
        writer.add(people, "Normal", str(group.people))
        if group.case is not None:
            letter = f"{document.letters[group.case]} – " if document.letters else ""
            # Cut to one line, as on paper: with four groups the guide is one page.
            with writer.in_language(document.cases[group.case].langue):
                writer.add(sheet, "Normal", Words(letter, is_bold=True), titles[group.case])
    tables.end(writer, writer.docx, table)


def _head(writer: Writer, cells: Sequence[_Cell], heads: Sequence[str]) -> None:
    for cell, head in zip(cells, heads, strict=True):
        writer.add(cell, "Row Label", head)


def _checks(writer: Writer) -> None:
    docx, t = writer.docx, writer.t
    cases = [case for case in writer.document.cases if case.a_verifier]
    if not cases:
        return
    writer.add(docx, "heading 1", t("To check before the day"))
    writer.add(docx, "Small Print", t("For the facilitator only: never on a handout."))
    for case in cases:
        with writer.in_language(case.langue):
            writer.add(docx, "heading 2", case.short_title)
            points.add(writer, docx, case.a_verifier)
