"""Help texts that name the values of an option: a sentence with places, filled when the language is known."""

import re
from collections.abc import Mapping

from coopform.text.characters import shown_name
from coopform.text.i18n import Translator

# By sentence: the values, each with its label as a message, or with nothing.
_CHOICES: dict[str, Mapping[str, str]] = {}


def naming(sentence: str, choices: Mapping[str, str]) -> str:
    """Return a sentence, in whose places `worded` puts choices.

    Args:
        sentence: a message with `{names}` for all choices but the last, and `{last}`.
        choices: the values, each with its label as a message, or with nothing.
    """
    _CHOICES[sentence] = choices
    return sentence


def worded(sentence: str, translate: Translator) -> str:
    """Return a help text in the user's language."""
    if sentence not in _CHOICES:
        return translate(sentence)
    *names, last = (explained(name, label, translate) for name, label in _CHOICES[sentence].items())
    return translate(sentence, names=", ".join(names), last=last)


def repeated(option: str, value: str, translate: Translator) -> str:
    """Return how to give an option several values, typed with commas as one, after a space; empty without commas."""
    values = [part.strip() for part in re.split("[,;]", value) if part.strip()]
    if len(values) < 2:
        return ""
    typed = (f'"{part}"' if " " in part else part for part in map(shown_name, values))
    example = " ".join(f"{option} {part}" for part in typed)
    return " " + translate("For several values, repeat the option: {example}", example=example)


def explained(name: str, label: str, translate: Translator) -> str:
    """Return a value, followed by its label if that is in another language: the values are English."""
    said = translate(label)
    return name if said == label else f"{name} ({said[0].lower()}{said[1:]})"
