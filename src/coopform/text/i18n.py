"""The two languages of the interface: which one to speak, and the sentences.

English is the language of the messages in the code; `locale/` holds the others. A `Translator` is
handed down to whoever words something; nothing is installed globally, since one run may speak French
to the user and render an English case.
"""

import gettext
import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.typography import typeset

LANGUAGES = ("fr", "en")
# The cases are French unless they say otherwise: so are their handouts.
CONTENT_LANGUAGE = "fr"

_LOCALE_DIR = Path(__file__).parents[1] / "locale"
_PRIMARY_FRENCH = 0x0C  # the primary language identifier of French in Windows' LANGID


def mark(message: str) -> str:
    """Return `message` as it is: marks for extraction a message that is translated later."""
    return message


class Translator:
    """Says a message in one language.

    Attributes:
        language: `fr` or `en`.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else "en"
        # A page says some twenty messages, the same as the page before it: each is looked up and typeset once.
        self._said: dict[str, str] = {"": ""}

    def __call__(self, message: str, **params: object) -> str:
        """Return `message` in the translator's language, its `{names}` replaced by `params`."""
        text = self._said.get(message)
        if text is None:
            text = self._said[message] = self.sentence(message)
        return text.format(**params) if params else text

    def sentence(self, message: str) -> str:
        """Return `message` in the translator's language, with its `{names}`; it is not kept for the next time."""
        return self._sentence(_catalogue(self.language).gettext(message)) if message else ""

    def plural(self, one: str, many: str, count: int, **params: object) -> str:
        """Return `one` or `many`, as `count` asks for in the language; both may use `{count}`."""
        return self._sentence(_catalogue(self.language).ngettext(one, many, count)).format(count=count, **params)

    def _sentence(self, text: str) -> str:
        # Before the parameters come in: a path or a line to copy keeps its spaces.
        return typeset(text, self.language).replace(NARROW_NBSP, NBSP)


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the sentences of a language, read when the first of them is said: `--version` says none."""
    path = _LOCALE_DIR / language / "LC_MESSAGES" / "coopform.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def interface_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return `fr` or `en`: what `COOPFORM_LANG` asks for, else the locale, else English.

    On Windows, where no variable names the locale as a rule, the language of the user's interface counts.
    """
    asked = environment.get("COOPFORM_LANG", "").lower()[:2]
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _language_of(environment[name], environment.get("LANGUAGE", ""))
    return "fr" if _windows_speaks_french() else "en"


def _language_of(locale: str, preferred: str) -> str:
    """Return the language of a locale; as in gettext, `LANGUAGE` goes first unless the locale is C."""
    if locale.split(".")[0] in ("C", "POSIX"):
        return "en"
    for name in (*preferred.split(":"), locale):
        if name[:2].lower() in LANGUAGES:
            return name[:2].lower()
    return "en"


def _windows_speaks_french() -> bool:
    if sys.platform != "win32":
        return False
    import ctypes

    return bool(ctypes.windll.kernel32.GetUserDefaultUILanguage() & 0x3FF == _PRIMARY_FRENCH)


MONTHS = (
    mark("January"), mark("February"), mark("March"), mark("April"), mark("May"), mark("June"),
    mark("July"), mark("August"), mark("September"), mark("October"), mark("November"), mark("December"),
)  # fmt: skip
