"""Help texts that name the values of an option: a sentence with places, filled when the language is known."""

from collections.abc import Mapping

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


def explained(name: str, label: str, translate: Translator) -> str:
    """Return a value, followed by its label if that is in another language: the values are English."""
    said = translate(label)
    return name if said == label else f"{name} ({said[0].lower()}{said[1:]})"
