"""One line on stderr that says how far a long command is, on a terminal only."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from coopform.cli.session import Session
from coopform.text.characters import shown_name


@contextmanager
def progress(session: Session, count: int) -> Iterator[Callable[[object], None]]:
    """Show the file that is worked on, of several; yield what is to be called with the name of each.

    Args:
        session: the run.
        count: how many files there are; nothing is shown for one.
    """
    if count < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.text import Text

    done = 0
    with Console(stderr=True).status("") as status:

        def show(name: object) -> None:
            nonlocal done
            done += 1
            status.update(
                Text(session.translate("{done} of {count}: {name}", done=done, count=count, name=shown_name(name)))
            )

        yield show
