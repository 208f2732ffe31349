"""The message of a failure, found by its class."""

from collections.abc import Sequence
from functools import singledispatch

from coopform.text.folding import nearest
from coopform.text.i18n import Translator


@singledispatch
def words(failure: BaseException, translate: Translator) -> str | None:  # noqa: ARG001 (those of a known class)
    """Return the message of a failure; None for an exception that is a bug of coopform."""
    return None


def nearest_of(typed: str, known: Sequence[str], t: Translator, likeness: float = 0.6) -> str:
    """Return a sentence, after a space, on the known word nearest to the one typed; empty without one."""
    return perhaps(nearest(typed, list(known), likeness=likeness), t)


def perhaps(near: Sequence[str], t: Translator) -> str:
    """Return a sentence, after a space, on words that may be meant; empty without any."""
    if len(near) > 1:
        return " " + t("Perhaps: {names}.", names=", ".join(near))
    return " " + t("The nearest: {names}.", names=near[0]) if near else ""
