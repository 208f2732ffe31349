"""The report of an import: a line for each case, details where it is in doubt, and the totals."""

from collections import Counter
from collections.abc import Iterator

from coopform.cli.as_typed import as_typed
from coopform.cli.session import Session
from coopform.importing.board import Board, BoardCase, State
from coopform.importing.keys.build_case import Built
from coopform.model.labels import label_of, labelled_key
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import Translator, mark
from coopform.text.quotation import quotation

_STATES = {
    State.READY: mark("ready"),
    State.TO_CHECK: mark("to check"),
    State.TO_COMPLETE: mark("to complete"),
    State.KEPT: mark("kept"),
}


# A line that goes on is deeper than the details below it.
_HANGING = 4


def show(session: Session, board: Board, *, dry_run: bool) -> None:
    """Print a board on stderr, and what to do next when cases were written."""
    for line in board_lines(board, session.translate):
        session.say(line, hanging=_HANGING)
    unsure = [case for case in board.cases if case.state in (State.TO_CHECK, State.TO_COMPLETE)]
    if unsure and not dry_run:
        command = f"coopform edit {as_typed(unsure[0].path)}"
        session.say(session.translate("To read one through and correct it: {command}", command=command))


def board_lines(board: Board, t: Translator) -> Iterator[str]:
    """Yield the lines of a board."""
    states = {state: t(words) for state, words in _STATES.items()}
    first = max((len(states[case.state]) for case in board.cases), default=0)
    second = max((len(case.text.id) for case in board.cases), default=0)
    for case in board.cases:
        document = t("from {document}", document=shown_name(case.document))
        yield f"{states[case.state]:<{first}}  {case.text.id:<{second}}  {case.rows:>3}  {document}"
        yield from (f"  {line}" for line in _details(case, t))
    aside = [one for one in board.left_aside if not one.is_said]
    if aside:
        yield t("Skipped:")
        yield from (f"  {one.reason}" for one in aside)
    if len(board.cases) + len(board.left_aside) > 1:
        yield _totals(board, t)


def _details(case: BoardCase, t: Translator) -> Iterator[str]:
    if case.there:
        path = shown_name(case.there)
        if case.is_kept:
            yield t("kept: {path} is already there. To replace it: --force", path=path)
        elif case.backup:
            yield t("replaced: {path} (the old file is {kept})", path=path, kept=shown_name(case.backup.name))
        else:
            yield t("{path} was already there", path=path)
    if case.alike:
        yield t("the same title as {path}: keep one of them", path=shown_name(case.alike))
    if case.text.built is None:
        yield t("kept as typed")
        yield from (t("to be filled in: {row}", row=labelled_key(key, t)) for key in case.text.missing)
        if case.text.errors:
            yield t.plural(
                "{count} error, which coopform check shows",
                "{count} errors, which coopform check shows",
                case.text.errors,
            )
    elif not case.is_kept:
        if not case.has_rows:
            yield t("to be filled in: the rows of the grid")
        yield from _doubts(case.text.built, t)


def _doubts(built: Built, t: Translator) -> Iterator[str]:
    yield from (t("to be filled in: {row}", row=labelled_key(key, t)) for key in built.missing)
    yield from (t("{row}: proposed, to be confirmed", row=labelled_key(key, t)) for key in built.guessed)
    for label, key in built.likely:
        row = t(label_of(key) or key)
        yield t("{label}: placed under “{row}”, to be confirmed", label=quotation(visible(label), t.language), row=row)
    yield from (t("to check: a point of {row} may be two in one", row=labelled_key(key, t)) for key in built.joined)
    for key, count in Counter(built.hyphens).items():
        row = labelled_key(key, t)
        yield t.plural(
            "to check: in {row}, {count} point begins with a hyphen and a number: a bullet or a minus sign?",
            "to check: in {row}, {count} points begin with a hyphen and a number: a bullet or a minus sign?",
            count,
            row=row,
        )
    words = sum(len(left.words) or 1 for left in built.left)
    if words:
        yield t.plural(
            "{count} line to be moved, kept at the end of the file",
            "{count} lines to be moved, kept at the end of the file",
            words,
        )
    around = sum(len(left.words) or 1 for left in built.left if left.kind)
    if around:
        yield t.plural(
            "of which {count} was around the text or drawn: header, comment, diagram…",
            "of which {count} were around the text or drawn: headers, comments, diagrams…",
            around,
        )


def _totals(board: Board, t: Translator) -> str:
    totals = board.totals
    counted = {
        State.READY: t.plural("{count} ready", "{count} ready", totals[State.READY]),
        State.TO_CHECK: t.plural("{count} to check", "{count} to check", totals[State.TO_CHECK]),
        State.TO_COMPLETE: t.plural("{count} to complete", "{count} to complete", totals[State.TO_COMPLETE]),
        State.KEPT: t.plural("{count} kept as it was", "{count} kept as they were", totals[State.KEPT]),
    }
    states = ", ".join(said for state, said in counted.items() if totals[state])
    said = t.plural("{count} case", "{count} cases", len(board.cases))
    if states:
        said = t("{cases}: {states}", cases=said, states=states)
    if not board.left_aside:
        return said
    aside = t.plural("{count} document skipped", "{count} documents skipped", len(board.left_aside))
    return t("{cases}; {documents}", cases=said, documents=aside)
