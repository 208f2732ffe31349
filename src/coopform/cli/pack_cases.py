"""The cases of a workshop: those named, all of a small collection, else those that the user chooses."""

import re
from collections.abc import Sequence

from coopform.cli.failures import Contradiction, NothingToRender, TooManyCases
from coopform.cli.prompt import Asker, Stopped
from coopform.cli.session import Session
from coopform.collection.collection import Collection
from coopform.collection.lookup import AmbiguousCase, BrokenCase, UnknownCase, find_cases
from coopform.handouts.workshop.copies import MOST_READ
from coopform.model.case import Case
from coopform.text.folding import fold


def chosen_cases(session: Session, collection: Collection, names: Sequence[str], *, every: bool) -> list[Case]:
    """Return the cases of a workshop.

    Args:
        session: the run.
        collection: all cases.
        names: the cases named on the command line.
        every: whether all cases were asked for there.

    Raises:
        Contradiction: both.
        NothingToRender: the folder holds no file of a case.
        TooManyCases: there are more than are read in a day, none was named, and nobody can be asked.
    """
    if every and names:
        raise Contradiction("--all", " ".join(names))
    if names:
        return find_cases(names, collection)
    if not collection.files:
        raise NothingToRender(collection.folder)
    if every or len(collection.cases) <= MOST_READ:
        return list(collection.cases)
    return _ask(session, collection)


def _ask(session: Session, collection: Collection) -> list[Case]:
    """Return the cases that the user chooses by their numbers or IDs."""
    too_many = TooManyCases({case.id: case.short_title for case in collection.cases}, collection.folder)
    asker = Asker(session)
    if not asker.is_terminal:
        raise too_many
    t = session.translate
    session.say(t("The folder contains {count} cases, more than a group reads in a day.", count=len(collection.cases)))
    width = len(str(len(collection.cases)))
    for number, (identifier, title) in enumerate(too_many.titles.items(), start=1):
        session.say(f"  {number:>{width}}  {identifier}  {title}", hanging=width + 2)
    prompt = t("Which ones? Numbers or IDs, or “{every}” for all of them:", every=t("all")) + " "
    with asker.completing([t("all"), *too_many.titles]):
        while True:
            try:
                found = _answered(session, collection, asker.line(prompt))
            except (Stopped, KeyboardInterrupt) as end:
                session.say("")
                if isinstance(end, KeyboardInterrupt):
                    raise
                raise too_many from None
            if found:
                return found


def _answered(session: Session, collection: Collection, answer: str) -> list[Case]:
    """Return the cases of an answer; none, once it is said why, when it cannot be understood."""
    if fold(answer).strip() == fold(session.translate("all")):
        return list(collection.cases)
    cases = collection.cases
    typed = [word for word in re.split(r"[\s,;]+", answer) if word]
    named = [cases[int(word) - 1].id if word.isdecimal() and 0 < int(word) <= len(cases) else word for word in typed]
    try:
        return find_cases(named, collection) if named else []
    except (UnknownCase, AmbiguousCase, BrokenCase) as failure:
        from coopform.cli.failure_words.say import say_failure

        say_failure(session, failure)
        return []
