"""The answers to the questions of `coopform new`: lines as they are understood, corrected and saved."""

from functools import partial

from coopform.authoring.interpret import (
    UNDER,
    as_form,
    as_partner,
    cleaned,
    is_too_long,
    near_partner,
    read_numbers,
    without_bullets,
)
from coopform.authoring.kept_answers import KeptAnswers
from coopform.authoring.questions import Question
from coopform.cli.new_help import explain
from coopform.cli.prompt import Asker, WentBack, is_no, is_yes
from coopform.model import vocabulary

_INDENT = "    "


def proposals(key: str) -> list[str]:
    """Return the words that Tab completes in the answer to the question of a key."""
    words = vocabulary.load()
    if key == "outil":
        return [form.nom for form in words.outils]
    if key == "partenaires":
        return [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    return []


def ask_line(asker: Asker, question: Question, current: str = "") -> str:
    """Return the answer to a question of one line; an empty line keeps the current answer.

    Raises:
        Stopped: the user stops.
        WentBack: the user goes back.
    """
    t = asker.session.translate
    if current:
        asker.say(t("Your answer: {line}. Enter keeps it.", line=current), indent="  ")
    while True:
        line = cleaned(asker.line("> ", partial(explain, asker, question))) or current
        if current and is_yes(line):
            return current
        if current and is_no(line):
            asker.say(t("Type the new answer."), indent=_INDENT)
            continue
        if question.key == "titre_court" and is_too_long(line):
            asker.say(t("40 characters at most: this has {count}.", count=len(line)), indent=_INDENT)
        elif line or not question.required:
            return line
        else:
            asker.say(t("An answer is needed here."), indent=_INDENT)


def ask_lines(asker: Asker, question: Question, kept: KeptAnswers) -> None:
    """Save lines until an empty one; after a label that ends with a colon, the points below it.

    Raises:
        Stopped: the user stops.
        WentBack: the user goes back, and there is no line to remove.
    """
    for line in kept.lines.get(question.key, ()):
        asker.say(f"  - {line}")
    is_under = question.is_open(kept.lines.get(question.key, ()))
    while True:
        margin = UNDER if is_under else ""
        try:
            line = without_bullets(asker.line(f"  {margin}- ", partial(explain, asker, question)))
        except WentBack:
            is_under = _take_back(asker, question, kept)
            continue
        if line:
            is_under = _add(asker, question, kept, line, is_under=is_under)
        elif is_under:
            is_under = False
        else:
            return


def _add(asker: Asker, question: Question, kept: KeptAnswers, line: str, *, is_under: bool) -> bool:
    """Save a line as it is understood; return whether the next one belongs under a label."""
    margin = UNDER if is_under else ""
    numbers = read_numbers(line) if question.key == "outil" else []
    for name in _numbered_forms(asker, numbers):
        kept.add(question.key, margin + name)
    if not numbers:
        # First as typed: who stops at the question whether a term is meant keeps the line.
        kept.add(question.key, margin + line)
        understood = _understood(asker, question.key, line)
        if understood != line:
            kept.correct(question.key, margin + understood)
    is_open = is_under or question.is_open(kept.lines.get(question.key, ()))
    if is_open and not is_under:
        asker.say(asker.session.translate("Enter the points under this label, then an empty line:"), indent=_INDENT)
    return is_open


def _take_back(asker: Asker, question: Question, kept: KeptAnswers) -> bool:
    """Remove the last line; return whether the next one belongs under a label.

    Raises:
        WentBack: there is none.
    """
    if not kept.lines.get(question.key):
        raise WentBack
    line = kept.take_back(question.key).strip()
    asker.say(asker.session.translate("Removed: {line}", line=line), indent=_INDENT)
    return question.is_open(kept.lines[question.key])


def _understood(asker: Asker, key: str, line: str) -> str:
    """Return the line to save for a typed line, and say how it was understood."""
    if key == "outil":
        return _named_form(asker, line)
    return _partner(asker, line) if key == "partenaires" else line


def _numbered_forms(asker: Asker, numbers: list[int]) -> list[str]:
    """Return the forms of these numbers, and say which they are; none when the list does not go so far."""
    forms = [form.nom for form in vocabulary.load().outils]
    if not all(1 <= number <= len(forms) for number in numbers):
        said = asker.session.translate("The list goes from 1 to {most}: nothing is kept of this line.", most=len(forms))
        asker.say(said, indent=_INDENT)
        return []
    chosen = [forms[number - 1] for number in dict.fromkeys(numbers)]
    for name in chosen:
        asker.say(f"= {name}", indent=_INDENT)
    return chosen


def _named_form(asker: Asker, line: str) -> str:
    words = vocabulary.load()
    if words.outil(line) is not None:
        if as_form(line) != line:
            asker.say(f"= {as_form(line)}", indent=_INDENT)
        return line
    near = words.nearest_outil(line)
    if near and asker.accepts(near):
        return near
    t = asker.session.translate
    asker.say(t("This term is not in the list; it is kept as it is (`coopform check` will report it)."), indent=_INDENT)
    return line


def _partner(asker: Asker, line: str) -> str:
    near = near_partner(line)
    if near and asker.accepts(near):
        return near
    understood = as_partner(line).texte
    if understood != line:
        asker.say(f"= {understood}", indent=_INDENT)
    return line
