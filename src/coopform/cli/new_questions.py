"""The questions of `coopform new`, in order and back."""

from coopform.authoring.interpret import is_too_long
from coopform.authoring.kept_answers import KeptAnswers
from coopform.authoring.questions import QUESTIONS, SHORT_TITLE, TITLE, Question
from coopform.cli.new_answers import ask_line, ask_lines, proposals
from coopform.cli.prompt import Asker, InputEnded, WentBack
from coopform.model import vocabulary


def ask_title(asker: Asker) -> str:
    """Ask for the title of a case.

    Raises:
        Stopped: the user stops.
    """
    while True:
        _put(asker, TITLE)
        try:
            return ask_line(asker, TITLE)
        except WentBack:
            _say_first(asker)


def ask_all(asker: Asker, kept: KeptAnswers) -> None:
    """Ask the questions that are not done, and save each line; `<` asks the question before again.

    Raises:
        Stopped: the user stops.
    """
    place = 0
    while place < len(QUESTIONS):
        question = QUESTIONS[place]
        if question.key in kept.done or not _is_asked(question, kept):
            place += 1
            continue
        _put(asker, question)
        try:
            _ask(asker, question, kept)
        except WentBack:
            place = _reopen_before(asker, kept, place)
            continue
        except InputEnded:
            # Answers from a file may lack the empty line that ends the last ones.
            if question is not QUESTIONS[-1]:
                raise
        kept.close(question.key)


def _is_asked(question: Question, kept: KeptAnswers) -> bool:
    return question is not SHORT_TITLE or is_too_long(kept.title)


def _ask(asker: Asker, question: Question, kept: KeptAnswers) -> None:
    with asker.completing(proposals(question.key)):
        if question.several:
            ask_lines(asker, question, kept)
        elif line := ask_line(asker, question, next(iter(kept.lines.get(question.key, ())), "")):
            kept.put(question.key, line)


def _reopen_before(asker: Asker, kept: KeptAnswers, place: int) -> int:
    """Reopen the question before the one at `place`, and return its place; the same place if it is the first."""
    for before in range(place - 1, -1, -1):
        if _is_asked(QUESTIONS[before], kept):
            kept.reopen(QUESTIONS[before].key)
            return before
    _say_first(asker)
    return place


def _say_first(asker: Asker) -> None:
    asker.say(asker.session.translate("This is the first question: there is none before it."), indent="    ")


def _put(asker: Asker, question: Question) -> None:
    t = asker.session.translate
    asker.say("")
    asker.say(t(question.label))
    asker.say(t(question.question), indent="  ")
    if question.key == "outil":
        for number, form in enumerate(vocabulary.load().outils, start=1):
            asker.say(f"{number:>4}  {form.nom}")
        asker.say(t("Type a number, several (2, 6), or your own words."), indent="  ")
