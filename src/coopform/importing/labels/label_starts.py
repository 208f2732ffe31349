"""Recognise the label at the beginning of a line, and the words after it."""

import re

from coopform.importing.cleaning import clean
from coopform.importing.labels.rubric_labels import LONGEST, SIGNED, Label, Labels, label_of_question, sheet_title
from coopform.importing.labels.sheet_kinds import is_sheet_kind
from coopform.text.quotation import split_label

_SIGN = re.compile(r"(?P<label>[^:=]*?)(?::(?=[^\s/:])|\s+(?P<other>[=–—-])\s)")
# « Fiche rédigée par Camille Dubosc », « Fiche rédigée en mai 2022 par Camille Dubosc »
_BY = re.compile(
    r"(?P<label>[^:,;.]{3,30}?)(?: (?:le|en|on|in) (?P<date>[\w/.-]+(?: [\w/.-]+){0,2}))? (?P<by>par|by)"
    r" (?P<name>[A-ZÀ-Þ]\S*(?: \S+){0,8}(?<![.;!?]))"
)


def label_begun(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label at the beginning of a text and the words after its colon or tab; None without one."""
    found = _split(text)
    label = (labels.find(found[0]) or labels.likely(found[0])) if found else None
    if found and label is None and is_sheet_kind(found[0]):
        label = sheet_title(found[0])
    if found and label:
        return label, found[1]
    return _begin_at_sign(text, labels) or _begin_at_question(text, labels) or _begin_at_name(text, labels)


def label_before_dash(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the sure label before a dash, and the words after it: « Freins – le temps »; None without one."""
    match = _SIGN.match(text[: 2 * LONGEST])
    label = labels.find(match["label"]) if match and match["other"] else None
    rest = text[match.end() :].strip() if match else ""
    return (label, rest) if label and rest else None


def _begin_at_name(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label before the name of an author, without a colon: « Fiche rédigée par Camille Dubosc »."""
    match = _BY.fullmatch(clean(text)) if len(text) <= 2 * LONGEST else None
    label = labels.find(f"{match['label']} {match['by']}") if match else None
    if match is None or label is None or label.key != SIGNED[0]:
        return None
    return label, ", ".join(filter(None, (match["name"], match["date"])))


def _begin_at_question(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label that a question asks for, and the answer on its line: « Avec qui ? 3 communes »."""
    asked, mark, rest = text[: 3 * LONGEST].partition("?")
    label = (labels.find(asked) or label_of_question(f"{asked}?")) if mark and rest.strip() else None
    if label is None and mark and rest.strip():
        likely = labels.likely(asked)
        label = likely if likely and likely.is_sure else None
    if label is None or rest.rstrip().endswith("?"):
        return None
    return label, text[len(asked) + 1 :].strip()


def _begin_at_sign(text: str, labels: Labels) -> tuple[Label, str] | None:
    """Return the label before a colon without a space or another sign, and the words after it, if it is a sure one.

    « Enjeux:l’eau », « enjeux = l’eau »; a dash only after a label that means nothing else: « Outil – Entente ».
    """
    match = _SIGN.match(text[: 2 * LONGEST])
    label = labels.find(match["label"]) if match else None
    if (
        match is None
        or label is None
        or (match["other"] in ("-", "–", "—") and not (label.is_of_grid or label.key == "outil"))
    ):
        return None
    rest = text[match.end() :].strip()
    return (label, rest) if rest and labels.find(rest) is None else None


def _split(text: str) -> tuple[str, str] | None:
    """Return what is before and after the first colon or tab of a line, if there are words on both sides."""
    head, tab, after_tab = text.partition("\t")
    found = (head, after_tab.strip()) if tab and ":" not in head else split_label(text)
    return found if found and found[1] else None
