"""Times of day and durations: read as people type them, and in words. Both are whole minutes."""

import re

from coopform.text.i18n import Translator

HOUR = 60
_DAY = 24 * HOUR
_HOURS = r"\s*(?:[:h]|heures?|hours?)\s*"
_MINUTES = r"\s*(?:mi?n|minutes?)?"
# « 9:30 », « 9h30 », « 9 h 30 min », « 9.30 », « 9 h », « 9 ».
_TIME = re.compile(rf"(\d{{1,2}})(?:(?:{_HOURS}|\.)(?:(\d{{2}}){_MINUTES})?)?")
# « 3h30 », « 3:30 », « 3 heures »; without hours: « 210 », « 210 min ».
_DURATION = re.compile(rf"(?:(\d{{1,2}}){_HOURS}(?:(\d{{2}}){_MINUTES})?|(\d{{1,4}}){_MINUTES})")


def minutes_of_day(typed: str) -> int | None:
    """Return a time of day as minutes since midnight; None when it is none."""
    found = _found(_TIME, typed)
    if not found:
        return None
    hours, minutes = int(found[1]), int(found[2] or 0)
    return hours * HOUR + minutes if hours < 24 and minutes < HOUR else None


def minutes_of(typed: str) -> int | None:
    """Return a duration in minutes; None when it is none."""
    found = _found(_DURATION, typed)
    if not found:
        return None
    if found[3]:
        return int(found[3])
    minutes = int(found[2] or 0)
    return int(found[1]) * HOUR + minutes if minutes < HOUR else None


def _found(form: re.Pattern[str], typed: str) -> re.Match[str] | None:
    # Any space is a plain one, also the non-breaking ones of Word.
    plain = " ".join(typed.lower().split())
    return form.fullmatch(plain) if plain.isascii() else None


def shown_time(minutes: int, translate: Translator) -> str:
    """Return a time of day, of minutes since midnight: « 9 h 30 », `9:30`; after midnight it begins again."""
    hours, rest = divmod(minutes % _DAY, HOUR)
    return translate("{hours}:{minutes}", hours=hours, minutes=_two_digits(rest))


def shown_duration(minutes: int, translate: Translator) -> str:
    """Return a duration: « 45 min », « 3 h », « 3 h 30 »."""
    hours, rest = divmod(minutes, HOUR)
    if not hours:
        return translate("{minutes} min", minutes=rest)
    if not rest:
        return translate("{hours} h", hours=hours)
    return translate("{hours} h {minutes} min", hours=hours, minutes=_two_digits(rest))


def _two_digits(minutes: int) -> str:
    return f"{minutes:02}"
