"""Boxes in a form: the ticked choices are the answer, the others are kept aside."""

from dataclasses import replace

from coopform.importing.blocks import TextLine
from coopform.importing.cases.draft import LabelledLines
from coopform.importing.lines import list_marks


def split_choices(entry: LabelledLines) -> tuple[LabelledLines, list[TextLine]]:
    """Return a rubric with what is ticked and what has no box, and the lines that are not ticked.

    A tick without an empty box anywhere in the rubric is a bullet.
    """
    is_form = any(list_marks.has_box(line.text) for line in entry.lines)
    if not is_form:
        return entry, []
    kept: list[TextLine] = []
    others: list[TextLine] = []
    for line in entry.lines:
        choices = list_marks.boxes(line.text)
        if not choices:
            kept.append(line)
        for is_ticked, words in choices:
            if is_ticked and words:
                kept.append(replace(line, text=words))
            elif not is_ticked:
                others.append(replace(line, text=f"{list_marks.UNTICKED} {words}"))
    return replace(entry, lines=kept), others
