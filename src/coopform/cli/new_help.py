"""What `coopform new` explains: before the first question, and for `?`."""

from coopform.authoring.questions import Question
from coopform.cli.prompt import BACK, HELP, STOP, Asker


def introduce(asker: Asker) -> None:
    """Explain what will happen."""
    t = asker.session.translate
    asker.say(
        t(
            "A few questions make a case: its title, its form of agreement, its territory, then the rows of the grid. "
            "Only the title is required."
        )
    )
    asker.say(
        t("Each line is saved as it is entered: Ctrl-C stops at any time, coopform new continues where you stopped.")
    )
    _say_signs(asker)


def explain(asker: Asker, question: Question) -> None:
    """Explain how to answer a question."""
    asker.say(asker.session.translate(question.help), indent="    ")
    _say_signs(asker)


def _say_signs(asker: Asker) -> None:
    t = asker.session.translate
    signs = {
        t("Enter"): t("the next question"),
        HELP: t("help on the question"),
        BACK: t("one step back"),
        STOP: t("stop for now"),
    }
    width = max(map(len, signs))
    for sign, meaning in signs.items():
        asker.say(f"{sign:<{width}}  {meaning}", indent="    ")
