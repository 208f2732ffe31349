"""Say which letters of the cases a PDF may show as blanks."""

from collections.abc import Iterable, Sequence

from coopform.cli.session import Session
from coopform.handouts.layout.text_widths import rare_letters
from coopform.model.case import Case
from coopform.rendering.pages.look import Look
from coopform.text.characters import visible

# How many letters and cases are named.
_MOST = 10


def say_missing_letters(session: Session, cases: Iterable[Case], look: Look) -> None:
    """Say once which letters are in no typeface that coopform knows of, and in which cases: emoji, ideographs.

    Nothing is said where the collection brings its own typefaces.
    """
    if "@font-face" in look.style or (look.templates and (look.templates / "fonts.css").is_file()):
        return
    found = {case.id: letters for case in cases if (letters := rare_letters(case.model_dump_json()))}
    if not found:
        return
    said = session.translate(
        "Not in the typeface of the handouts: {letters} ({cases}). Where this computer has no other one for them, the "
        "PDF has a blank: look at it before you print.",
        letters=_listed([visible(letter) for letter in sorted(set().union(*found.values()))], " "),
        cases=_listed(list(found), ", "),
    )
    session.say(said)


def _listed(words: Sequence[str], between: str) -> str:
    return between.join([*words[:_MOST], *(["…"] if len(words) > _MOST else [])])
