"""What to type instead: sentences, each after a space, that end a message."""

import re
from collections.abc import Sequence

from coopform.cli.as_typed import as_typed
from coopform.text.folding import nearest
from coopform.text.i18n import Translator


def nearest_of(typed: str, known: Sequence[str], t: Translator, likeness: float = 0.6) -> str:
    """Return a sentence on the known word nearest to the one typed; empty without one."""
    return perhaps(nearest(typed, list(known), likeness=likeness), t)


def perhaps(near: Sequence[str], t: Translator) -> str:
    """Return a sentence on words that may be meant; empty without any."""
    if len(near) > 1:
        return " " + t("Perhaps: {names}.", names=", ".join(near))
    return " " + t("The nearest: {names}.", names=near[0]) if near else ""


def repeated(option: str, value: str, t: Translator) -> str:
    """Return how to give an option several values, typed with commas as one; empty without commas."""
    values = [part.strip() for part in re.split("[,;]", value) if part.strip()]
    if len(values) < 2:
        return ""
    example = " ".join(f"{option} {as_typed(part)}" for part in values)
    return " " + t("For several values, repeat the option: {example}", example=example)
