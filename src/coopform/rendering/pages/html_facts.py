"""The facts of a case as HTML: each in its language, where that of the case is not that of the page.

Pages have the words of a case within an element of its language, or beside others: `around` is the language of what is
around the facts, that of the page when it is not given.
"""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup, escape

from coopform.handouts import phrases
from coopform.model.case import Case
from coopform.rendering.pages.html_words import language_mark
from coopform.text.i18n import Translator
from coopform.text.typography import shown


def facts_of(translate: Translator, case: Case, around: str = "") -> list[Markup]:
    """Return the facts of a case: its territory, its forms of agreement, its status, its date."""
    around = around or translate.language
    return [spoken(pieces, around) for pieces in phrases.spoken_facts(case, translate)]


def facts_line(translate: Translator, case: Case, line: str, around: str = "") -> Markup:
    """Return the facts as they are laid out in a line: the whole, or their beginning, which is the case's own words."""
    if line == " · ".join(phrases.facts(case, translate)):
        return Markup(" · ").join(facts_of(translate, case, around))
    return spoken([phrases.SpokenPiece(line, case.langue)], around or translate.language)


def forms_of(translate: Translator, case: Case) -> Markup:
    """Return the forms of agreement of a case, within words in the language of the page."""
    return spoken(phrases.spoken_forms(case, translate), translate.language)


def spoken(pieces: Sequence[phrases.SpokenPiece], around: str) -> Markup:
    """Return a text in several languages, with the language of each piece that is not in that of what is around."""
    made = Markup()
    for language, of_language in groupby(pieces, key=lambda piece: piece.language):
        words = escape(shown("".join(piece.text for piece in of_language), language))
        mark = language_mark(language, around)
        made += Markup("<span{}>{}</span>").format(mark, words) if mark else words
    return made
