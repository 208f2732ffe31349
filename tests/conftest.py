"""Shared fixtures: run coopform, the five shipped cases, a folder to work in."""

import gc
import os
import re
import shutil
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from coopform.cli.main import main
from coopform.collection.collection import Collection, read_collection
from tests.support.needs import NEEDS, missing
from tests.support.places import CASES, TESTS
from tests.support.running import Coopform, Golden, Run

# Few generated examples, or many: `pytest --hypothesis-profile full`. In CI they are always the same, so that a failure
# can be reproduced; elsewhere each run has new ones. There is no deadline: the time depends on the machine.
for _name, _examples in {"quick": 20, "full": 200}.items():
    settings.register_profile(
        _name,
        max_examples=_examples,
        derandomize=bool(os.environ.get("CI")),
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
settings.load_profile("quick")


@pytest.hookimpl(tryfirst=True)
def pytest_itemcollected(item: pytest.Item) -> None:
    """Count a test that prints as `paper`."""
    if any(NEEDS[name].is_paper for mark in item.iter_markers("needs") for name in mark.args):
        item.add_marker("paper")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip the tests whose needs this machine does not have; refuse to run them in CI, which has everything."""
    for item in items:
        lacking = [need for mark in item.iter_markers("needs") for need in missing(mark.args)]
        if lacking and os.environ.get("CI"):
            raise pytest.UsageError(f"{item.nodeid} needs {lacking[0].name}: install {lacking[0].how}")
        for need in lacking:
            item.add_marker(pytest.mark.skip(reason=f"{need.name} is missing: install {need.how}"))


def pytest_collection_finish() -> None:
    """Let the garbage collector look only at what tests make, and less often: it took a sixth of the time of all."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in a line what was skipped for want of what, and how to have it."""
    reasons = Counter(
        str(report.longrepr[2]).removeprefix("Skipped: ")
        for report in terminalreporter.getreports("skipped")
        if isinstance(report.longrepr, tuple)
    )
    if reasons:
        said = "; ".join(f"{count} because {reason}" for reason, count in sorted(reasons.items()))
        terminalreporter.write_line(f"Skipped: {said}")


@pytest.fixture(autouse=True)
def _plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Start every test in English, without `COOPFORM_CASES` and without a terminal width."""
    for name in ("COOPFORM_CASES", "COLUMNS", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COOPFORM_LANG", "en")


@pytest.fixture
def coopform(capsys: pytest.CaptureFixture[str]) -> Coopform:
    """Run coopform in this process with the arguments of a command line."""

    def run(*arguments: str | Path) -> Run:
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return Run(code, captured.out, captured.err)

    return run


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, which is the current folder."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def workshop(empty: Path) -> Path:
    """A folder with the five cases in `cases/`, which is the current folder."""
    shutil.copytree(CASES, empty / "cases")
    return empty


@pytest.fixture(scope="session")
def five() -> Collection:
    return read_collection(CASES)


@pytest.fixture
def golden() -> Golden:
    """Compare a text with a file in `tests/golden/`; `UPDATE_GOLDEN=1` replaces the file instead.

    The fonts that a page carries are left out: they are files of their own.
    """

    def compare(name: str, text: str) -> None:
        text = re.sub(r"data:font/woff2;base64,[\w+/=]+", "data:font/woff2", text)
        path = TESTS / "golden" / name
        if os.environ.get("UPDATE_GOLDEN"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
        assert text == path.read_bytes().decode("utf-8"), f"differs from tests/golden/{name}"

    return compare
