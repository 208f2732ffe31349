"""Translate messages, and choose the language of the interface.

Messages in the code are English; `locale/` has the translations. A `Translator` is passed as an argument and not
installed globally, since a run may show French messages and render an English case.
"""

import gettext
import os
import sys
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from coopform.text.characters import NARROW_NBSP, NBSP
from coopform.text.languages import FALLBACK, USAGE
from coopform.text.typography import typeset

LANGUAGES = tuple(USAGE)
# The default language of cases and their handouts.
CONTENT_LANGUAGE = "fr"

_LOCALE_DIR = Path(__file__).parents[1] / "locale"
# The messages of a run, by language: pages repeat them, each is looked up and typeset once.
_KNOWN: dict[str, dict[str, str]] = {language: {"": ""} for language in LANGUAGES}
_PRIMARY_FRENCH = 0x0C  # the primary language identifier of French in Windows' LANGID


def mark(message: str) -> str:
    """Return `message` unchanged; marks it for extraction, for messages that are translated later."""
    return message


class Translator:
    """Translates messages to one language.

    Attributes:
        language: one of `LANGUAGES`.
    """

    def __init__(self, language: str) -> None:
        self.language = language if language in LANGUAGES else FALLBACK
        self._cache = _KNOWN[self.language]

    def __call__(self, message: str, **params: object) -> str:
        """Return the translation of `message`, with `{names}` replaced by `params`."""
        text = self._cache.get(message)
        if text is None:
            text = self._cache[message] = self.sentence(message)
        return text.format(**params) if params else text

    def sentence(self, message: str) -> str:
        """Return the translation of `message` with its `{names}`, without caching it."""
        return self._sentence(_catalogue(self.language).gettext(message)) if message else ""

    def plural(self, one: str, many: str, count: int, **params: object) -> str:
        """Return the translation of `one` or `many` that the language uses for `count`; both may use `{count}`."""
        return self._sentence(_catalogue(self.language).ngettext(one, many, count)).format(count=count, **params)

    def _sentence(self, text: str) -> str:
        # Typeset before the parameters are filled in: the spaces in a path or a line to copy are kept.
        return typeset(text, self.language).replace(NARROW_NBSP, NBSP)


def translations(message: str) -> list[str]:
    """Return a message in each language, in the order of `LANGUAGES`."""
    return [Translator(language)(message) for language in LANGUAGES]


@lru_cache
def _catalogue(language: str) -> gettext.NullTranslations:
    """Return the messages of a language, loaded when first used."""
    path = _LOCALE_DIR / language / "LC_MESSAGES" / "coopform.mo"
    if not path.is_file():
        return gettext.NullTranslations()
    with path.open("rb") as stream:
        return gettext.GNUTranslations(stream)


def interface_language(environment: Mapping[str, str] = os.environ) -> str:
    """Return one of `LANGUAGES` by `COOPFORM_LANG`, else by the locale, else English.

    On Windows, where the locale is rarely in the environment, the language of the Windows interface is used.
    """
    asked = environment.get("COOPFORM_LANG", "").lower()[:2]
    if asked in LANGUAGES:
        return asked
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _language_of(environment[name], environment.get("LANGUAGE", ""))
    return "fr" if _windows_speaks_french() else "en"


def _language_of(locale: str, preferred: str) -> str:
    """Return the language of a locale; as in gettext, `LANGUAGE` has priority unless the locale is C."""
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
