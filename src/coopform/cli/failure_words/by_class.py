"""The message of a failure, found by its class."""

from functools import singledispatch

from coopform.text.i18n import Translator


@singledispatch
def words(failure: BaseException, translate: Translator) -> str | None:  # noqa: ARG001 (those of a known class)
    """Return the message of a failure; None for an exception that is a bug of coopform."""
    return None
