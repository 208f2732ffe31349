"""What a form prints above the title of a case: « FICHE N° 12 », « Fiche expérience »."""

import re

from coopform.text.folding import fold
from coopform.text.quotation import split_label

_NUMBER = r"(?: ?(?:n°|n|no|numero)? ?\d+)"
_SHEET = (
    r"(?:action|projet|experience|retour d'experience|(?:de )?cooperation|(?:de )?partenariat|(?:d')?identite|"
    r"de synthese|de capitalisation|technique|exemple)"
)
_NAME = re.compile(rf"fiches?(?: {_SHEET})?{_NUMBER}?|(?:action|projet|experience){_NUMBER}")


def is_sheet_kind(text: str) -> bool:
    """Return whether a text names a kind of sheet and no co-operation: « FICHE N° 12 », « Fiche action »."""
    return _NAME.fullmatch(fold(text).strip(" :.")) is not None


def split_kind(title: str) -> tuple[str, str]:
    """Return the kind of sheet before a title (« Fiche action n° 3 : Les halles ») and the title."""
    found = split_label(title)
    return found if found and found[1] and is_sheet_kind(found[0]) else ("", title)
