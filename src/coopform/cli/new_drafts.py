"""The drafts of `coopform new`: which one is continued, and what is said when the questions stop."""

from pathlib import Path

from coopform.authoring.interpret import keep
from coopform.authoring.kept_answers import Draft, begin_draft, find_drafts
from coopform.cli.new_files import is_written
from coopform.cli.new_questions import ask_title
from coopform.cli.prompt import Asker
from coopform.cli.session import Session
from coopform.model.identifiers import id_from_title
from coopform.text.characters import shown_name, visible


def continue_or_begin(asker: Asker, folder: Path, title: str | None) -> Draft:
    """Return the draft to continue: an earlier one, or a new one."""
    t = asker.session.translate
    waiting = [draft for draft in find_drafts(folder) if not is_written(asker.session, folder, draft)]
    title = keep(title) if title else None
    titled = next((draft for draft in waiting if draft.title == title), None)
    found = titled if title else _choose(asker, waiting)
    if found:
        asker.session.say(t("Continuing: {title}", title=visible(found.title)))
    else:
        title = title or ask_title(asker)
        found = begin_draft(folder, title)
        if found.id != id_from_title(title):
            asker.session.say(t("That name is taken: this case will be {id}.", id=found.id))
        found.save()
    asker.session.say(
        t(
            "One point a line; an empty line ends the answer. To stop and go on later: a full stop alone on a line. "
            "What is typed is kept after each line."
        )
    )
    return found


def _choose(asker: Asker, waiting: list[Draft]) -> Draft | None:
    t = asker.session.translate
    if not waiting:
        return None
    asker.session.say(t("These cases were begun:"))
    for number, draft in enumerate(waiting, start=1):
        asker.session.say(f"{number:>4}  {visible(draft.title)}")
    asker.session.say(
        t("Enter continues the first one; to continue another, type its number; to create a new case, type “{new}”.")
    )
    while True:
        typed = asker.line("> ").strip()
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(waiting):
            return waiting[int(typed) - 1]
        asker.session.say(
            t("Type a number from 1 to {most}, “{new}” for a new case, or press Enter.", most=len(waiting))
        )


def say_kept(session: Session, draft: Draft | None) -> None:
    """Say where the answers are when the questions stop."""
    session.say("")
    if draft is None:
        session.say(session.translate("Nothing was entered."))
        return
    path = shown_name(draft.path)
    session.say(session.translate("Your answers are kept in {path}. To continue: coopform new", path=path))
