"""The fields of a form in a page, as they are shown: ticked, unticked, or the words in them."""

from coopform.importing.lines.list_marks import TICKED, UNTICKED
from coopform.importing.readers.html_elements import Attributes

# Fields without words to read.
_NO_WORDS = {"hidden", "submit", "reset", "button", "image", "password", "file", "color", "range"}


def words_of_field(values: Attributes) -> str:
    """Return the words of an `input`, empty without any."""
    kind = values.get("type", "text").lower()
    if kind in ("checkbox", "radio"):
        return _box(is_ticked="checked" in values)
    return f" {values['value']} " if kind not in _NO_WORDS and values.get("value") else ""


def words_of_option(values: Attributes) -> str:
    """Return what is before the words of an `option`, and those that it has as an attribute."""
    return _box(is_ticked="selected" in values) + values.get("label", "")


def _box(*, is_ticked: bool) -> str:
    return f"{TICKED if is_ticked else UNTICKED} "
