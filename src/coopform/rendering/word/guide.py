"""The facilitator's guide: what to print and prepare, and the day step by step."""

from collections.abc import Sequence

from coopform.handouts.copies import Plan, PrintLine
from coopform.handouts.documents import Document
from coopform.handouts.guide import Guide
from coopform.handouts.schedule import WorkshopStep
from coopform.model import handout_kinds
from coopform.model.handout_kinds import document_label
from coopform.rendering.word import fact_lines, points, styles, tables
from coopform.rendering.word.page import A4
from coopform.rendering.word.writer import Writer

_SIZES = styles.Sizes(text=10.5, title=20, headings=(13, 11, 10.5), padding=3)
_PRINTS = (43, 39, 13, 22, 22, 38)
_MINUTES = 22


def make(document: Document[Guide]) -> Writer:
    """Return the facilitator's guide."""
    writer = Writer(document, A4, _SIZES)
    fact_lines.head(writer, writer.t(document_label("guide")))
    plan, steps = document.content.plan, document.content.steps
    _figures(writer, plan, steps)
    _purpose(writer, plan)
    _prints(writer, plan)
    _checks(writer)
    _day(writer, steps)
    fact_lines.small_print(writer, writer.docx, fact_lines.foot(writer))
    return writer


def _figures(writer: Writer, plan: Plan, steps: Sequence[WorkshopStep]) -> None:
    t = writer.t
    smallest, largest = plan.group_sizes
    figures = {
        t("People"): str(plan.people),
        t("Groups"): str(plan.groups),
        t("In each group"): f"{smallest}–{largest}" if largest > smallest else str(smallest),
        t("Sheets"): str(len(writer.document.cases)),
        t("Minutes"): str(sum(step.minutes for step in steps)),
    }
    table = tables.add(
        writer, [writer.page.measure / len(figures)] * len(figures), t(document_label("guide")), has_head=True
    )
    for cell, label in zip(tables.add_row(table, is_head=True), figures, strict=True):
        writer.add(cell, "Row Label", label)
    for cell, figure in zip(tables.add_row(table), figures.values(), strict=True):
        writer.add(cell, "Normal", figure)
    tables.gap(writer, writer.docx)


def _purpose(writer: Writer, plan: Plan) -> None:
    docx, t = writer.docx, writer.t
    writer.add(docx, "heading 1", t("What the day is for"))
    writer.add(
        docx,
        "Body Text",
        t(
            "To read co-operations side by side on one grid, to see what makes each of them hold, and to take home "
            "what could be carried over. It is not for judging the cases: they are there to think with."
        ),
    )
    writer.add(docx, "heading 1", t("To have at hand"))
    writer.add(docx, "List Bullet", t("A table for each group, large enough for an A3 and everybody’s sheets."))
    if plan.wall_metres:
        wall = t("A free wall about {metres} m long, and what it takes to hang paper on it.", metres=plan.wall_metres)
        writer.add(docx, "List Bullet", wall)
    writer.add(
        docx,
        "List Bullet",
        t("Pens in two colours, felt pens, slips of paper to stick, a clock that everybody sees."),
    )
    writer.add(docx, "List Bullet", t("The prints listed below."))


def _prints(writer: Writer, plan: Plan) -> None:
    docx, t = writer.docx, writer.t
    writer.add(docx, "heading 1", t("What to print"))
    cases = len(writer.document.cases)
    title = t("Copies of each file, for {people} people and {cases} sheets", people=plan.people, cases=cases)
    writer.add(docx, "Small Print", title)
    table = tables.add(writer, _PRINTS, title, has_head=True, style=styles.SMALL_TABLE)
    heads = (t("Document"), t("File"), t("Paper"), t("Sides"), t("Copies"), t("Who gets it"))
    for cell, head in zip(tables.add_row(table, is_head=True), heads, strict=True):
        writer.add(cell, "Row Label", head)
    for line in plan.lines:
        cells = tables.add_row(table)
        writer.add(cells[0], "Row Label", t(document_label(line.document, line.part)))
        for cell, words in zip(cells[1:], _of_line(writer, line), strict=True):
            writer.add(cell, "Normal", words)
    tables.gap(writer, docx)
    leaves = t(
        "Paper to have at hand, when every sheet fits one page: about {a4} leaves of A4 and {a3} of A3. The pages of "
        "the booklet are printed on both sides, flipped on the long edge.",
        a4=plan.leaves("A4"),
        a3=plan.leaves("A3"),
    )
    writer.add(docx, "Small Print", leaves)


def _of_line(writer: Writer, line: PrintLine) -> list[str]:
    t = writer.t
    file = handout_kinds.document_name(line.document, writer.language, line.part) or t("one a sheet")
    sides = t("both sides") if line.two_sided else t("one side")
    return [file, line.paper, sides, str(line.copies), t(line.reason)]


def _checks(writer: Writer) -> None:
    docx, t = writer.docx, writer.t
    cases = [case for case in writer.document.cases if case.a_verifier]
    if not cases:
        return
    writer.add(docx, "heading 1", t("To check before the day"))
    writer.add(docx, "Small Print", t("For the facilitator only: never on a handout."))
    for case in cases:
        writer.add(docx, "heading 2", case.short_title)
        points.add(writer, docx, case.a_verifier)


def _day(writer: Writer, steps: Sequence[WorkshopStep]) -> None:
    docx, t = writer.docx, writer.t
    writer.add(docx, "heading 1", t("Step by step")).paragraph_format.page_break_before = True
    writer.add(
        docx,
        "Small Print",
        t("A proposal, to be changed freely: lengthen what the group needs, leave out what it does not."),
    )
    table = tables.add(writer, (_MINUTES, writer.page.measure - _MINUTES), t("Step by step"))
    for step in steps:
        minutes, cell = tables.add_row(table)
        writer.add(minutes, "Row Label", t("{minutes} min", minutes=step.minutes))
        writer.add(cell, "heading 2", t(step.title)).paragraph_format.space_before = 0
        for sentence in step.how:
            writer.add(cell, "Normal", t(sentence))
        if step.documents:
            used = " · ".join(t(document_label(kind, part)) for kind, part in step.documents)
            writer.add(cell, "Small Print", f"→ {used}")
    tables.gap(writer, docx)
