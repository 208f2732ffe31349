"""The result of an import: what became of each document and each case, and what is left to do."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from coopform.importing.import_document import CaseText
from coopform.importing.keys.build_case import Built
from coopform.model.grid import ROWS


class State(StrEnum):
    """What is left to do in a case: nothing, to check it, or to complete it; or it was kept as it was."""

    READY = "ready"
    TO_CHECK = "to check"
    TO_COMPLETE = "to complete"
    KEPT = "kept"


@dataclass(frozen=True, slots=True)
class BoardCase:
    """A case of an import.

    Attributes:
        text: its file.
        document: where it came from.
        path: where it is, or would be, written.
        there: the case that is already there, if any: it has the same ID or the same title.
        is_kept: whether the case that is there was kept, and this one not written.
        backup: the copy of the case that was replaced, if any.
        alike: the file of another case of this import with the same title, if any.
    """

    text: CaseText
    document: Path
    path: Path
    there: Path | None = None
    is_kept: bool = False
    backup: Path | None = None
    alike: Path | None = None

    @property
    def state(self) -> State:
        """What is left to do."""
        built = self.text.built
        if self.is_kept:
            return State.KEPT
        if built is None:
            is_whole = not (self.text.missing or self.text.errors)
            return State.READY if is_whole else State.TO_COMPLETE if self.text.missing else State.TO_CHECK
        if built.missing or not self.has_rows:
            return State.TO_COMPLETE
        return (
            State.TO_CHECK
            if built.guessed or built.likely or built.joined or built.hyphens or built.left
            else State.READY
        )

    @property
    def has_rows(self) -> bool:
        """Whether a row is filled; the case of an empty column has none."""
        return self.text.built is None or any(map(self.text.built.case.row, ROWS))

    @property
    def rows(self) -> str:
        """How many rows are filled, as `5/6`; empty for an export of coopform."""
        return self.text.built.case.completeness if self.text.built else ""


@dataclass(frozen=True, slots=True)
class LeftAside:
    """A document that gave no case.

    Attributes:
        document: the file.
        reason: why, in words.
        is_said: whether it was already said, as it was named by itself.
    """

    document: Path
    reason: str
    is_said: bool = False


@dataclass(slots=True)
class Board:
    """The cases of an import and the documents that were left aside, in the order of the documents."""

    cases: list[BoardCase] = field(default_factory=list)
    left_aside: list[LeftAside] = field(default_factory=list)

    @property
    def totals(self) -> Counter[State]:
        """How many cases are in each state."""
        return Counter(case.state for case in self.cases)


def as_data(board: Board) -> dict[str, object]:
    """Return a board as plain data, with codes and keys instead of words."""
    return {
        "cases": [_case_data(case) for case in board.cases],
        "left_aside": [{"document": str(one.document), "reason": one.reason} for one in board.left_aside],
        "totals": {
            "cases": len(board.cases),
            **{state.name.lower(): board.totals[state] for state in State},
            "left_aside": len(board.left_aside),
        },
    }


def _case_data(case: BoardCase) -> dict[str, object]:
    return {
        "id": case.text.id,
        "title": case.text.title,
        "document": str(case.document),
        "path": str(case.path),
        "state": case.state.name.lower(),
        "already_there": str(case.there) if case.there else None,
        "backup": str(case.backup) if case.backup else None,
        "same_title_as": str(case.alike) if case.alike else None,
        "rows": case.rows,
        **(_built_data(case.text.built) if case.text.built else _typed_data(case.text)),
        "text": case.text.text,
    }


def _typed_data(text: CaseText) -> dict[str, object]:
    return {"to_fill_in": list(text.missing), "errors": text.errors}


def _built_data(built: Built) -> dict[str, object]:
    return {
        "placed": [one._asdict() for one in built.placed],
        "to_fill_in": built.missing,
        "proposed": built.guessed,
        "likely": [one._asdict() for one in built.likely],
        "joined": built.joined,
        "hyphens": built.hyphens,
        "to_place": [
            {
                "words": list(left.words),
                "label": left.label,
                "place": left.place,
                "kind": left.kind.value if left.kind else "",
            }
            for left in built.left
        ],
    }
