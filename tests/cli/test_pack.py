"""`coopform pack`: which cases it is on, what its options take, its progress on a terminal."""

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from coopform.cli import pack_cases, pack_files
from coopform.cli.progress import progress
from coopform.cli.prompt import Asker
from coopform.cli.session import Session
from coopform.model.case import Case
from tests.support.long_cases import long_cases, write_long_cases
from tests.support.places import IDS
from tests.support.running import Coopform

LONG_IDS = [case.id for case in long_cases()]


class Screen(io.StringIO):
    """A stream that is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def packed(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The IDs of each pack that would have been made."""
    made: list[list[str]] = []

    def make(session: Any, collection: Any, cases: Sequence[Case], *others: Any, **named: Any) -> int:
        made.append([case.id for case in cases])
        return 0

    monkeypatch.setattr(pack_files, "make_pack", make)
    return made


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is typed on the terminal, line by line; then its end."""
    typed: list[str] = []

    def read(prompt: str) -> str:
        if not typed:
            raise EOFError
        return typed.pop(0)

    monkeypatch.setattr("builtins.input", read)

    class AtTerminal(Asker):
        def __init__(self, session: Session) -> None:
            super().__init__(session)
            self.is_terminal = True

    monkeypatch.setattr(pack_cases, "Asker", AtTerminal)
    return typed


def test_a_small_collection_is_taken_whole(coopform: Coopform, workshop: Path, packed: list[list[str]]) -> None:
    assert coopform("pack").code == 0
    assert packed == [list(IDS)]


def test_cases_are_named_in_the_order_of_the_pack(coopform: Coopform, workshop: Path, packed: list[list[str]]) -> None:
    assert coopform("pack", "trid", "sage").code == 0
    assert packed == [["tridan", "sage-ardeche"]]


def test_many_cases_are_listed_where_nobody_can_be_asked(
    coopform: Coopform, tmp_path: Path, packed: list[list[str]]
) -> None:
    cases = write_long_cases(tmp_path / "cases")
    run = coopform("pack", "--cases", cases)
    assert (run.code, packed) == (2, [])
    assert "--all" in run.err
    assert all(identifier in run.err for identifier in LONG_IDS)
    assert coopform("pack", "--cases", cases, "--all").code == 0
    assert packed == [LONG_IDS]
    assert coopform("pack", "--cases", cases, "--all", LONG_IDS[0]).code == 2


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        (["1 3"], [LONG_IDS[0], LONG_IDS[2]]),
        (["2, 2,1"], [LONG_IDS[1], LONG_IDS[0]]),
        (["all"], LONG_IDS),
        (["", "99", "no-such-case", LONG_IDS[4]], [LONG_IDS[4]]),
    ],
)
def test_on_a_terminal_the_user_chooses(
    coopform: Coopform,
    tmp_path: Path,
    packed: list[list[str]],
    answers: list[str],
    typed: list[str],
    expected: list[str],
) -> None:
    answers += typed
    run = coopform("pack", "--cases", write_long_cases(tmp_path / "cases"))
    assert run.code == 0, run.err
    assert packed == [expected]


def test_who_answers_nothing_gets_the_list(
    coopform: Coopform, tmp_path: Path, packed: list[list[str]], answers: list[str]
) -> None:
    run = coopform("pack", "--cases", write_long_cases(tmp_path / "cases"))
    assert (run.code, packed) == (2, [])
    assert "--all" in run.err


def test_who_interrupts_reads_it_on_a_line_of_its_own(
    coopform: Coopform, tmp_path: Path, answers: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(prompt: str) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("builtins.input", interrupt)
    run = coopform("pack", "--cases", write_long_cases(tmp_path / "cases"))
    assert run.code == 130
    assert run.err.endswith("\n\nInterrupted. No incomplete file was written.\n")


@pytest.mark.parametrize("start", ["9:30", "9h30", "9 h 30", "14h", "0:00", "23:59", "9"])
@pytest.mark.parametrize("duration", ["3h30", "3:30", "210", "210 min", "1h", "12 h"])
def test_times_are_typed_as_people_write_them(
    coopform: Coopform, workshop: Path, packed: list[list[str]], start: str, duration: str
) -> None:
    run = coopform("pack", "--start", start, "--duration", duration)
    assert run.code == 0, run.err


@pytest.mark.parametrize(
    ("option", "value", "said"),
    [
        *(("--start", value, "time of day") for value in ("24:00", "9:60", "9:5", "", "noon", "-1", "9:300", "９:30")),
        *(("--duration", value, "from 1 h to 12 h") for value in ("59", "13h", "0", "3h60", "", "x", "-60", "1e3")),
        *(("--groups", value, "from 1 to 20") for value in ("0", "21", "-1", "", "two")),
        *(("--people", value, "from 1 to 1000") for value in ("0", "1001", "20.5")),
        ("--paper", "a2", "a3, a4"),
        ("--pdf-engine", "word", "auto"),
    ],
)
def test_other_values_are_refused(
    coopform: Coopform, workshop: Path, packed: list[list[str]], option: str, value: str, said: str
) -> None:
    run = coopform("pack", f"{option}={value}")
    assert (run.code, packed) == (2, [])
    assert said in run.err


@pytest.mark.parametrize("arguments", [["--start", "9", "h", "30"], ["--all", "--duration", "3", "heures"]])
def test_a_time_with_spaces_is_no_case(
    coopform: Coopform, workshop: Path, packed: list[list[str]], arguments: list[str]
) -> None:
    Path("cases/tridan.yaml").rename("cases/hiver.yaml")
    run = coopform("pack", *arguments)
    assert (run.code, packed) == (2, [])
    assert run.err.startswith("A time or a duration has no spaces, as in --start 9h30")


def test_render_makes_no_pack(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "--document", "pack")
    assert run.code == 2


def test_progress_is_one_line_that_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = Screen()
    monkeypatch.setattr(sys, "stderr", screen)
    with progress(34) as shown:
        shown.step("panneaux.pdf")
    said = screen.getvalue()
    assert said.startswith("\r1/34 panneaux.pdf")
    assert said.endswith("\r")
    assert "\n" not in said


def test_without_a_terminal_there_is_no_progress(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "-o", "out")
    assert run.code == 0
    assert "1/" not in run.err


@pytest.mark.parametrize("names", [(), ("--all",), ("sage-ardeche",)])
def test_the_last_line_names_the_cases_that_are_missing(
    coopform: Coopform, workshop: Path, packed: list[list[str]], names: tuple[str, ...]
) -> None:
    (workshop / "cases" / "tridan.yaml").write_text("titre: [\n", encoding="utf-8")
    hidden = workshop / "cases" / "monts-ardeche.yaml"
    hidden.rename(hidden.with_name("monts-ardeche.yaml.txt"))
    run = coopform("pack", *names)
    assert run.code == 1
    last = run.err.splitlines()[-1]
    assert last == "Careful: 2 cases of the collection are missing from this kit: monts-ardeche, tridan"


def test_a_whole_pack_ends_without_a_warning(coopform: Coopform, workshop: Path, packed: list[list[str]]) -> None:
    assert "Careful" not in coopform("pack").err
