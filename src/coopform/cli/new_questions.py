"""The questions of `coopform new`, and what is said of the answers."""

from coopform.authoring.interpret import UNDER, as_form, as_partner, clean, is_too_long, keep
from coopform.authoring.kept_answers import Draft
from coopform.authoring.questions import QUESTIONS, SHORT_TITLE, TITLE, Question
from coopform.cli.prompt import Asker
from coopform.cli.session import Session
from coopform.model import vocabulary


def ask_title(asker: Asker) -> str:
    """Ask for the title of a case."""
    _put(asker.session, TITLE)
    return _one_line(asker, TITLE)


def ask_all(asker: Asker, draft: Draft) -> None:
    """Ask the questions without an answer yet, and save each line.

    Raises:
        Stopped: the user stops.
    """
    for question in QUESTIONS:
        if question.key in draft.done:
            continue
        if question is SHORT_TITLE and not is_too_long(draft.title):
            continue
        _put(asker.session, question)
        with asker.completing(_proposals(question.key)):
            if question.several:
                _ask_lines(asker, question, draft)
            elif line := _one_line(asker, question):
                draft.add(question.key, line)
        draft.close(question.key)


def _put(session: Session, question: Question) -> None:
    t = session.translate
    session.say("")
    session.say(t(question.label))
    session.say("  " + t(question.question))
    if question.key == "outil":
        for number, form in enumerate(vocabulary.load().outils, start=1):
            session.say(f"{number:>4}  {form.nom}")
        session.say("  " + t("Type a number, or your own words."))


def _proposals(key: str) -> list[str]:
    words = vocabulary.load()
    if key == "outil":
        return [form.nom for form in words.outils]
    if key == "partenaires":
        return [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    return []


def _one_line(asker: Asker, question: Question) -> str:
    """Return the answer to a question of one line; empty only when it is not required."""
    t = asker.session.translate
    while True:
        line = keep(asker.line("> "))
        if question.key == "titre_court" and is_too_long(line):
            asker.session.say(t("40 characters at most: this has {count}.", count=len(line)))
        elif line or not question.required:
            return line
        else:
            asker.session.say(t("An answer is needed here."))


def _ask_lines(asker: Asker, question: Question, draft: Draft) -> None:
    """Save lines until an empty one; after a label that ends with a colon, the points below it."""
    t = asker.session.translate
    for line in draft.lines.get(question.key, ()):
        asker.session.say(f"  - {line}")
    under = question.is_open(draft.lines.get(question.key, ()))
    while True:
        margin = UNDER if under else ""
        line = clean(asker.line(f"  {margin}- "))
        if line:
            draft.add(question.key, margin + line)
            _say_understood(asker.session, question.key, line)
            if not under and question.is_open(draft.lines[question.key]):
                asker.session.say("    " + t("Enter the points under this label, then an empty line:"))
                under = True
        elif under:
            under = False
        else:
            return


def _say_understood(session: Session, key: str, line: str) -> None:
    """Say how a number or an abbreviation was understood, and which terms are not in the vocabulary."""
    if key not in ("outil", "partenaires"):
        return
    understood = as_form(line) if key == "outil" else as_partner(line).texte
    if understood != line:
        session.say(f"    = {understood}")
    elif key == "outil" and vocabulary.load().outil(line) is None:
        t = session.translate
        session.say("    " + t("This term is not in the list; it is kept as it is (`coopform check` will report it)."))
        near = vocabulary.load().nearest_outil(line)
        if near:
            session.say("    " + t("The nearest: {names}.", names=near))
