"""Decide which lines are labels: by their words, how they are set off, and the lines around them."""

import re
from dataclasses import dataclass

from coopform.importing.blocks import TextBlock, TextLine
from coopform.importing.cases.draft import AROUND, LabelledLines
from coopform.importing.cleaning import clean
from coopform.importing.labels.label_starts import label_before_dash, label_begun
from coopform.importing.labels.rubric_labels import OTHER, Label, Labels, label_of_question
from coopform.importing.lines import list_marks
from coopform.importing.lines.dress import PLAIN, Dress, dress_of
from coopform.importing.lines.points import labelled
from coopform.model.placeholder import says_nothing
from coopform.text.bullets import without_bullet
from coopform.text.quotation import split_label

# Facts of a case that a colleague types with a label above the rubrics of a sheet of coopform: « Outil : Entente ».
_TYPED_ABOVE_RUBRICS = frozenset(
    ("titre", "titre_court", "outil", "territoire", "departements", "statut", "situation_au", "themes", "suite_de")
)
_CODES = re.compile(r"\d[\dAB]\d?(?:\s*[,;]\s*\d[\dAB]\d?)*")


@dataclass(frozen=True, slots=True)
class OpenRubric:
    """The rubric that lines are added to.

    Attributes:
        entry: its label and its lines so far.
        dress: that of its label.
        number: that of its label.
    """

    entry: LabelledLines
    dress: Dress
    number: str


@dataclass(frozen=True, slots=True)
class Here:
    """Where a line is.

    Attributes:
        rubric: that is open; None between rubrics.
        after: the block after the line.
        title_level: that of the headings that are titles, 0 if it is unknown.
        needs_title: whether neither a case nor a line that may be its title was found yet.
        is_own_sheet: whether coopform made the document: its labels are headings, and « **Budget :** » is a point.
    """

    rubric: OpenRubric | None
    after: TextBlock | None
    title_level: int
    needs_title: bool
    is_own_sheet: bool

    def is_within(self, label: Label) -> bool:
        """Return whether the open rubric is that of a label: « Pilotage », under « Acteurs »."""
        return self.rubric is not None and self.rubric.entry.key == label.key


def label_of(line: TextLine, here: Here, labels: Labels) -> tuple[Label, list[TextLine]] | None:
    """Return the label that a line is or begins with, and what is on the line after it; None for another line."""
    if here.is_own_sheet and not line.heading:
        return _around(line, labels) or _fact(line, here, labels)
    label = labels.find(line.text)
    if label and _is_label(line, label, here):
        return label, _placeholder(line)
    begun = None
    if not line.heading:
        begun = label_begun(line.text, labels) or _run_in(line, labels) or _after_dash(line, here, labels)
    if label is None and begun is None:
        likely = labels.likely(line.text)
        if likely and _is_likely_label(line, likely, here):
            return likely, []
    if begun and begun[0].key == "departements" and here.rubric and not _CODES.fullmatch(begun[1]):
        return None  # « Département : 5 000 € », under « Financement »
    if begun and _is_inline(line, begun[0], here, labels):
        lead = "" if line.lead.rstrip().endswith(":") else line.lead
        return begun[0], [TextLine(begun[1], level=line.level, place=line.place, lead=lead)]
    return None


def _placeholder(line: TextLine) -> list[TextLine]:
    """Return the sign after the colon of a label that nobody filled in (« Outil : ? »): its text is not below it."""
    found = None if line.heading else split_label(line.text)
    sign = found[1].strip() if found else ""
    return [TextLine(sign, place=line.place)] if sign and says_nothing(sign) else []


def _around(line: TextLine, labels: Labels) -> tuple[Label, list[TextLine]] | None:
    """Return the label of a line at the foot of a sheet of coopform (« Source : … »), and what is after it."""
    begun = None if list_marks.is_item(line) else label_begun(line.text, labels)
    if begun is None or begun[0].key not in AROUND:
        return None
    return begun[0], [TextLine(begun[1], place=line.place)]


def _fact(line: TextLine, here: Here, labels: Labels) -> tuple[Label, list[TextLine]] | None:
    """Return the label of a fact that a colleague typed above the rubrics (« Outil : Entente »), and its text."""
    is_above = here.rubric is None or (here.rubric.entry.is_inline and here.rubric.entry.key in _TYPED_ABOVE_RUBRICS)
    begun = label_begun(line.text, labels) if is_above else None
    if begun is None or begun[0].key not in _TYPED_ABOVE_RUBRICS or not begun[0].is_sure:
        return None
    return begun[0], [TextLine(begun[1], level=line.level, place=line.place)]


def ends_rubric(line: TextLine, here: Here, labels: Labels) -> bool:
    """Return whether a line that is no label of another rubric is set off or numbered as that of the open one."""
    rubric = here.rubric
    if rubric is None or here.is_own_sheet:
        return False
    label = labels.find(line.text)
    begun = label_begun(line.text, labels)
    if (label and here.is_within(label)) or (begun and here.is_within(begun[0])):
        return False
    if rubric.entry.is_inline and not list_marks.is_item(line):
        text = clean(line.text)
        is_question = text.endswith("?") and not rubric.entry.lines[-1].text.rstrip().endswith("?")
        lead = clean(line.lead)
        if labelled(text, lead) or lead.endswith("?") or is_question:
            return True  # « Échéance : 2020 » or « Pourquoi nous ? », after « Statut : en cours »
    dress = dress_of(line)
    # « ONF, SNCF » below « Partenaires » is in capitals as acronyms are.
    is_text = not (rubric.entry.lines or line.bold or line.underlined)
    if dress.is_like(rubric.dress) and not line.heading and not is_text:
        return True
    if 0 < line.level <= rubric.dress.level and _has_deeper(line, here):
        return True
    is_next = bool(rubric.number) and list_marks.follows(list_marks.number_of(line), rubric.number)
    return is_next and not _is_in_list(line, here)


def _is_label(line: TextLine, label: Label, here: Here) -> bool:
    """Return whether a line that is a label begins a rubric."""
    if here.is_within(label) and not label.is_of_grid:
        return False
    dress = dress_of(line)
    if dress.heading or line.bold or line.underlined or (dress.is_strong and not dress.level):
        return True
    if _is_item(line, dress):
        return _is_label_item(line, label, here)
    if here.rubric and line.text.rstrip().endswith("?") and dress.rank < here.rubric.dress.rank:
        return False  # a question under a heading is part of its rubric
    if label.is_of_grid or here.rubric is None or dress.has_colon or dress.number:
        return True
    # A variant on a line of its own: a label if words follow it. « Communication » may be a point.
    return label.key != OTHER and label.typed[:1].isupper() and isinstance(here.after, TextLine) and not line.continues


def _is_item(line: TextLine, dress: Dress) -> bool:
    """Return whether a line is an item of a list; « II. » and « Article 2 » begin no item."""
    return list_marks.is_item(line) and not dress.is_part


def _is_label_item(line: TextLine, label: Label, here: Here) -> bool:
    """Return whether an item of a list that is a label has the points below it as its own."""
    has_colon = line.text.rstrip().endswith(":")
    if has_colon and isinstance(here.after, TextLine) and not list_marks.is_item(here.after):
        return True
    rubric = here.rubric
    if rubric and rubric.dress == PLAIN and not (label.is_of_grid or rubric.entry.is_inline):
        return False
    if rubric and rubric.dress.level == line.level and rubric.dress.level:
        return True  # the item before it is a label too
    if rubric is None and has_colon:
        return True
    return _has_deeper(line, here) or (bool(list_marks.number_of(line)) and not _is_in_list(line, here))


def _is_likely_label(line: TextLine, label: Label, here: Here) -> bool:
    """Return whether a line with words around a synonym begins a rubric."""
    dress = dress_of(line)
    if 0 < line.heading <= here.title_level or (here.needs_title and not label.is_plain):
        return False  # « Partenariat ville-campagne » is a title
    if here.rubric and here.is_within(label) and not dress.is_like(here.rubric.dress):
        return False
    if here.rubric and dress.rank < here.rubric.dress.rank:
        return False  # a part of the rubric
    if _is_item(line, dress):
        return label.is_plain and _is_label_item(line, label, here)
    if dress.is_set_off or dress.number:
        return True
    begins = label.typed[:1].isupper() and not line.continues
    return label.is_plain and begins and (dress.has_colon or isinstance(here.after, TextLine))


def _run_in(line: TextLine, labels: Labels) -> tuple[Label, str] | None:
    """Return the label in bold at the beginning of a line, and the words after it: « **Enjeux.** L’eau »."""
    lead = line.lead.strip()
    label = labels.find(lead.rstrip(" .–—-:")) if lead else None
    if label is None and lead.endswith("?"):
        label = label_of_question(lead) or labels.likely(lead)  # « **Quels objectifs ?** Nager »
    text = without_bullet(line.text.strip())[0]
    if label is None or not text.startswith(lead):
        return None
    rest = text[len(lead) :].lstrip(" .–—-:")
    return (label, rest) if rest else None


def _after_dash(line: TextLine, here: Here, labels: Labels) -> tuple[Label, str] | None:
    """Return the label before a dash, below another label with its text on its line: « Outil – Entente »."""
    is_below = here.rubric is not None and here.rubric.entry.is_inline and not list_marks.is_item(line)
    return label_before_dash(line.text, labels) if is_below else None


def _is_inline(line: TextLine, label: Label, here: Here, labels: Labels) -> bool:
    """Return whether a line « label : text » is a rubric rather than a point."""
    if here.is_within(label) and not label.is_of_grid:
        return False
    if line.lead and labels.find(line.lead.strip().rstrip(" .–—-:")):
        return True
    is_item = list_marks.is_item(line)
    if not label.is_sure and (not label.is_plain or is_item):
        return False
    if "\t" in line.text.strip() or label.is_of_grid or here.rubric is None:
        return True
    entry = here.rubric.entry
    if is_item:
        return _is_among_label_items(line, label, here.rubric, here.after, labels)
    if not entry.lines and not entry.is_inline:
        # What is first under a label is its text (« Objet », then « Budget : 3000 € »), unless more labels follow.
        return _begins_other(here.after, label, entry, labels)
    return label.is_sure or entry.is_listed


def _is_among_label_items(
    line: TextLine, label: Label, rubric: OpenRubric, after: TextBlock | None, labels: Labels
) -> bool:
    """Return whether an item « label : text » is one of several that are labels: the facts of a case in a list."""
    if rubric.dress.level:
        return line.level <= rubric.dress.level
    if rubric.entry.is_of_grid or not isinstance(after, TextLine) or after.level != line.level:
        return False
    return _begins_other(after, label, rubric.entry, labels)


def _begins_other(after: TextBlock | None, label: Label, entry: LabelledLines, labels: Labels) -> bool:
    """Return whether a line begins with another label than those of a line and of the open rubric."""
    begun = label_begun(after.text, labels) if isinstance(after, TextLine) else None
    return begun is not None and begun[0].is_sure and begun[0].key not in (label.key, entry.key)


def _has_deeper(line: TextLine, here: Here) -> bool:
    """Return whether the next line is a point below an item."""
    after = here.after
    if not isinstance(after, TextLine) or after.heading:
        return False
    return after.level > line.level if line.level else list_marks.is_item(after)


def _is_in_list(line: TextLine, here: Here) -> bool:
    """Return whether a numbered line is an item of a list, and no label: another one goes on with it."""
    after = here.after
    number = list_marks.number_of(line)
    if not isinstance(after, TextLine) or list_marks.follows(list_marks.number_of(after), number):
        return True
    rubric = here.rubric
    if rubric is None or list_marks.follows(number, rubric.number):
        return False
    numbers = (list_marks.number_of(one) for one in reversed(rubric.entry.lines) if one.level == line.level)
    return list_marks.follows(number, next(filter(None, numbers), ""))
