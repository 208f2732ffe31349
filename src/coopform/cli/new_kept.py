"""The kept answers of `coopform new`: which are continued, and what is said when the questions stop."""

from pathlib import Path

from coopform.authoring.interpret import cleaned
from coopform.authoring.kept_answers import KeptAnswers, begin_answers, find_kept
from coopform.cli.new_files import is_written, say_other_id
from coopform.cli.new_questions import ask_title
from coopform.cli.prompt import Asker
from coopform.cli.session import Session
from coopform.text.characters import shown_name, visible

# What begins another case instead of continuing kept answers.
NEW = "n"


def continue_or_begin(asker: Asker, folder: Path, title: str | None) -> KeptAnswers:
    """Return the answers to continue: earlier ones, or new ones.

    Raises:
        Stopped: the user stops.
    """
    t = asker.session.translate
    waiting = [kept for kept in find_kept(folder) if not is_written(asker.session, folder, kept)]
    title = cleaned(title) if title else None
    titled = next((kept for kept in waiting if kept.title == title), None)
    found = titled if title else _choose(asker, waiting)
    if found:
        asker.say(t("Continuing: {title}", title=visible(found.title)))
        return found
    title = title or ask_title(asker)
    found = begin_answers(folder, title)
    say_other_id(asker.session, folder, found.id, title)
    found.save()
    return found


def _choose(asker: Asker, waiting: list[KeptAnswers]) -> KeptAnswers | None:
    """Return the answers that the user chooses, the first for an empty line; None for another case."""
    t = asker.session.translate
    if not waiting:
        return None
    asker.say("")
    asker.say(t("These cases were begun:"))
    for number, kept in enumerate(waiting, start=1):
        asker.say(f"{number:>4}  {visible(kept.title)}")
    if len(waiting) == 1:
        asker.say(t("Enter continues it; for a new case, type “{new}”.", new=NEW))
    else:
        asker.say(
            t("Enter continues the first one; for another, type its number; for a new case, type “{new}”.", new=NEW)
        )
    while True:
        typed = asker.line("> ").strip()
        if not typed:
            return waiting[0]
        if typed.lower() == NEW:
            return None
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(waiting):
            return waiting[int(typed) - 1]
        if len(waiting) == 1:
            asker.say(t("Enter continues this case; “{new}” begins another.", new=NEW))
            continue
        asker.say(
            t("Type a number from 1 to {most}, “{new}” for a new case, or press Enter.", most=len(waiting), new=NEW)
        )


def say_kept(session: Session, kept: KeptAnswers | None) -> None:
    """Say where the answers are when the questions stop."""
    session.is_interrupt_said = True
    session.say("")
    if kept is None:
        session.say(session.translate("Nothing was entered."))
        return
    path, command = shown_name(kept.path), session.typed("new")
    session.say(
        session.translate("Your answers are kept in {path}. To continue: {command}", path=path, command=command)
    )
