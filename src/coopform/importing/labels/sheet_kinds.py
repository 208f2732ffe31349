"""What a form prints above the title of a case: « FICHE N° 12 », « Questionnaire »."""

import re

from coopform.text.folding import fold
from coopform.text.quotation import split_label

_NUMBER = r"(?: ?(?:n°|n|no|numero)? ?\d+)"
_SHEET = (
    r"(?:action|projet|experience|retour d'experience|(?:de )?cooperation|(?:de )?partenariat|(?:d')?identite|"
    r"de recueil|de collecte|de synthese|de capitalisation|technique|exemple)"
)
_DASH = re.compile(r"\s+[–—-]\s+")
_NAME = re.compile(
    rf"(?:fiches?|questionnaire|formulaire)(?: {_SHEET})?{_NUMBER}?|(?:action|projet|experience){_NUMBER}"
)


def is_sheet_kind(text: str) -> bool:
    """Return whether a text names a kind of sheet and no co-operation: « FICHE N° 12 », « Fiche action »."""
    return _NAME.fullmatch(fold(text).strip(" :.")) is not None


def split_kind(title: str) -> tuple[str, str]:
    """Return the kind of sheet before a title (« Fiche action n° 3 : Les halles », also with a dash) and the title."""
    dash = _DASH.split(title, maxsplit=1)
    found = (dash[0], dash[1]) if len(dash) > 1 else None
    for kind, rest in filter(None, (split_label(title), found)):
        if rest and is_sheet_kind(kind):
            return kind, rest
    return "", title
