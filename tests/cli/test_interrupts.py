"""Ctrl-C at any moment of a run: the program ends without a traceback of its own.

`INTERRUPTS=500 pytest -m long tests/cli/test_interrupts.py` interrupts 500 runs.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest

from coopform.collection import collection
from tests.support.places import ROOT
from tests.support.running import Coopform

INTERRUPTS = int(os.environ.get("INTERRUPTS", "3"))
COMMANDS = (["list"], ["check"], ["render", "-o", "out"])
LATEST_SECONDS = 0.5
# Files of coopform in a traceback, without the launcher.
OURS = re.compile(r'File ".*[/\\\\]coopform[/\\\\].*"')

no_signals = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to another process")


# By the installed launcher, and as a module.
LAUNCHER = ("-c", "from coopform.cli.main import run; run()")
WAYS = (LAUNCHER, ("-m", "coopform"))


def start(way: Sequence[str], arguments: Sequence[str], folder: Path) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, *way, *arguments],
        cwd=folder,
        env={**os.environ, "COOPFORM_LANG": "en"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )


@pytest.mark.long
@no_signals
@pytest.mark.parametrize("way", WAYS, ids=["launcher", "module"])
def test_no_interrupt_gives_a_traceback_of_coopform(workshop: Path, way: tuple[str, str]) -> None:
    clock = random.Random(500)
    codes = set()
    for number in range(INTERRUPTS):
        process = start(way, COMMANDS[number % len(COMMANDS)], workshop)
        time.sleep(clock.uniform(0, LATEST_SECONDS))
        process.send_signal(signal.SIGINT)
        _, said = process.communicate()
        assert not OURS.search(said), said
        # Interrupted while Python starts, interrupted in coopform, or already finished.
        if "Traceback" not in said:
            codes.add(process.returncode)
    assert codes <= {0, 130, -signal.SIGINT}


@no_signals
def test_a_program_started_without_interrupts_is_not_interrupted(workshop: Path) -> None:
    ignoring = "import signal; signal.signal(signal.SIGINT, signal.SIG_IGN); print(flush=True)"
    process = start(("-c", f"{ignoring}; {LAUNCHER[1]}"), ["list"], workshop)
    assert process.stdout is not None
    process.stdout.readline()
    process.send_signal(signal.SIGINT)
    out, said = process.communicate()
    assert (process.returncode, said) == (0, "")
    assert "tridan" in out


def test_an_interrupt_in_another_guise_is_one(coopform: Coopform, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(folder: Path) -> None:
        try:
            raise KeyboardInterrupt
        except KeyboardInterrupt as error:
            raise RuntimeError("Error calling __set_name__") from error

    monkeypatch.chdir(ROOT)
    monkeypatch.setattr(collection, "open_folder", interrupted)
    run = coopform("list")
    assert (run.code, run.err) == (130, "Interrupted. No incomplete file was written.\n")
