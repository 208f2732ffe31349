"""Report a failure to the user."""

# Each of the others registers the words of its failures.
from coopform.cli.failure_words import cases, command_line, files, forms, handouts, imports  # noqa: F401
from coopform.cli.failure_words.by_class import words
from coopform.cli.session import MISUSE, Session
from coopform.failures import CoopformError


def say_failure(session: Session, failure: BaseException) -> int | None:
    """Say a failure on stderr; return its exit code, or None when it is a bug of coopform: nothing was said."""
    said = words(failure, session.translate)
    if said is None:
        return None
    session.say(said)
    return failure.exit_code if isinstance(failure, CoopformError) else MISUSE
