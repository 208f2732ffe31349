"""The languages of cases, of handouts and of the interface: one row for each, with its usage."""

from typing import NamedTuple

from coopform.text.characters import NBSP


class Usage(NamedTuple):
    """What differs from one language to the next, besides its messages.

    Attributes:
        tag: its BCP 47 tag with a country, which Office files give.
        quotes: the marks that open and close a quotation, with their spaces.
        colon: after a label.
        semicolon: between the items of a list on one line.
        thousands: between the digits of a large number.
        first: the first day of a month.
        delimiter: of CSV. The one that Excel expects depends on the country: the comma is the decimal sign in French.
    """

    tag: str
    quotes: tuple[str, str]
    colon: str
    semicolon: str
    thousands: str
    first: str
    delimiter: str


USAGE: dict[str, Usage] = {
    "fr": Usage("fr-FR", (f"«{NBSP}", f"{NBSP}»"), " :", " ; ", thousands=NBSP, first="1er", delimiter=";"),
    "en": Usage("en-GB", ("“", "”"), ":", "; ", thousands=",", first="1", delimiter=","),
}
# In which a document is named, and a text is, where its own language has none.
FALLBACK = "en"


def in_language(texts: dict[str, str], language: str) -> str:
    """Return the one of some texts, by language, that is in a language, else the English one; empty without any."""
    return texts.get(language) or texts.get(FALLBACK, "")
