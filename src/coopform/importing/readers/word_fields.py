"""The fields of a Word document: page numbers are left out, chosen values and ticked boxes of forms are read."""

from dataclasses import dataclass
from typing import Any

from coopform.importing.lines.list_marks import TICKED, UNTICKED
from coopform.importing.readers.page_headings import PAGE_FIELDS
from coopform.importing.readers.word_styles import OFF, W, value


@dataclass(slots=True)
class _Field:
    """An open field: the words of its instruction, the data of a form, whether it has shown a result."""

    form: Any
    code: str = ""
    has_result: bool = False

    @property
    def is_page(self) -> bool:
        return is_page(self.code)


class WordFields:
    """The fields that are open while the runs of a document are read in order."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    def mark(self, element: Any) -> str:
        """Take the beginning or the end of a field, and return the value of a form that it shows."""
        kind = element.get(f"{W}fldCharType")
        if kind == "begin":
            form = element.find(f"{W}ffData")
            self._open.append(_Field(form))
            return _box(form)
        if kind != "end" or not self._open:
            return ""
        field = self._open.pop()
        return "" if field.has_result else _choice(field.form)

    def instruct(self, code: str) -> None:
        """Take a part of the instruction of the innermost field."""
        if self._open:
            self._open[-1].code += code

    def shown(self, text: str) -> str:
        """Return what a text shows: nothing inside a page number."""
        if any(field.is_page for field in self._open):
            return ""
        if self._open and text.strip():
            self._open[-1].has_result = True
        return text


def is_page(code: str) -> bool:
    """Return whether the instruction of a field is a number of pages."""
    return code.split(maxsplit=1)[:1] in [[name] for name in PAGE_FIELDS]


def _box(form: Any) -> str:
    box = form.find(f"{W}checkBox") if form is not None else None
    if box is None:
        return ""
    for name in ("checked", "default"):
        found = box.find(f"{W}{name}")
        if found is not None:
            return UNTICKED if found.get(f"{W}val", "1") in OFF else TICKED
    return UNTICKED


def _choice(form: Any) -> str:
    entries = [one.get(f"{W}val", "") for one in form.iterfind(f"{W}ddList/{W}listEntry")] if form is not None else []
    if not entries:
        return ""
    chosen = value(form, "ddList", "result") or value(form, "ddList", "default") or "0"
    return entries[int(chosen)] if chosen.isdecimal() and int(chosen) < len(entries) else ""
