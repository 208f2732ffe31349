"""Unusual ends of a run: a closed pipe, an old console encoding, Ctrl-C, a bug."""

import os
import subprocess
import sys
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from coopform.cli.main import main
from coopform.collection import collection
from tests.support.places import CASES
from tests.support.running import Coopform

PYTHON = [sys.executable, "-m", "coopform"]


def environment(**changes: str) -> dict[str, str]:
    return {**os.environ, "COOPFORM_LANG": "en", **changes}


def test_head_ends_in_silence() -> None:
    process = subprocess.Popen(
        [*PYTHON, "list", "--cases", CASES], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment()
    )
    assert process.stdout is not None
    assert process.stderr is not None
    # The pipe is closed before anything is written.
    process.stdout.close()
    assert process.stderr.read() == b""
    assert process.wait() == 0
    process.stderr.close()


@pytest.mark.parametrize(
    ("arguments", "encoding"),
    [
        ("show tridan", "cp1252"), ("show tridan", "cp850"), ("show tridan", "ascii"), ("list", "ascii"),
        ("compare --all", "ascii"), ("--help", "ascii"), ("check", "cp850"),
    ],
)  # fmt: skip
def test_an_old_console_gets_what_it_can_show(
    arguments: str, encoding: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    console = TextIOWrapper(BytesIO(), encoding=encoding)
    monkeypatch.setattr(sys, "stdout", console)
    assert main(arguments.split()) == 0
    console.seek(0)
    out = console.read()
    if arguments == "show tridan" and encoding == "cp1252":
        assert "conférence des présidents et comité technique des DGS" in out
        assert "l’entente" in out
    if encoding == "ascii":
        assert "?" not in out.replace("cooperations ?", "")


def test_json_stays_json_on_an_old_console() -> None:
    run = subprocess.run(
        [*PYTHON, "show", "tridan", "--format", "json", "--cases", CASES],
        env=environment(PYTHONIOENCODING="ascii"),
        capture_output=True,
    )
    assert b"\\u2019entente" in run.stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a POSIX shell")
@pytest.mark.parametrize(
    ("command", "redirection", "code", "said"),
    [
        ("list", ">&-", 2, "Nothing can be written: the output is closed.\n"),
        ("list", ">&- 2>&-", 2, ""),
        ("list", "2>&-", 0, ""),
        ("list", "<&-", 0, None),
        ("list", ">/dev/full", 2, "The disk is full. Free some space, or write elsewhere.\n"),
        ("list", ">/dev/full 2>/dev/full", 2, ""),
        ("list", "2>/dev/full", 0, ""),
        ("--version", ">&-", 2, "Nothing can be written: the output is closed.\n"),
        ("--version", ">/dev/full", 2, "The disk is full. Free some space, or write elsewhere.\n"),
        # Its report is on stderr.
        ("render tridan -o out", ">/dev/full", 2, "The disk is full. Free some space, or write elsewhere.\n"),
        ("render tridan -o out", "2>/dev/full", 0, ""),
    ],
)
def test_a_stream_that_takes_nothing_is_no_bug(
    command: str, redirection: str, code: int, said: str | None, tmp_path: Path
) -> None:
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("no full device here")
    line = f'"{sys.executable}" -m coopform --cases "{CASES}" {command} {redirection}'
    run = subprocess.run(line, shell=True, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8")
    if said is not None:
        assert run.stderr.endswith(said) if command.startswith("render") else run.stderr == said
    assert run.returncode == code


# Sends itself a signal when it gives the fifth file its name.
INTERRUPTED = """
import os, signal, sys
from coopform.cli.main import run
renamed = []
def watch(event, details):
    if event in ("os.link", "os.rename"):
        renamed.append(details)
        if len(renamed) == 5:
            os.kill(os.getpid(), signal.SIGINT)
# A shell starts what is in the background without interrupts, and coopform keeps to that.
signal.signal(signal.SIGINT, signal.default_int_handler)
sys.addaudithook(watch)
run()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to a process")
def test_ctrl_c_in_render_leaves_whole_files(tmp_path: Path) -> None:
    command = [sys.executable, "-c", INTERRUPTED, "--cases", str(CASES), "render", "--format", "html", "-o", "out"]
    run = subprocess.run(command, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8")
    assert run.returncode == 130, run.stderr
    assert run.stderr.endswith("Interrupted. No incomplete file was written.\n")
    assert "Traceback" not in run.stderr
    pages = list((tmp_path / "out").glob("*.html"))
    assert 0 < len(pages) < 6
    assert all(path.read_text(encoding="utf-8").endswith("</html>\n") for path in pages)
    assert not list((tmp_path / "out").glob(".coopform-*"))


def test_a_bug_of_coopform_is_reported_as_one(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError("\x1b[31mboom")

    monkeypatch.setattr(collection, "open_folder", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run = coopform("list")
    assert run.code == 3
    assert "the fault is in coopform, not in your files" in run.err
    assert "Traceback" not in run.err
    details = next(tmp_path.glob("coopform-*.txt")).read_text(encoding="utf-8")
    assert "RuntimeError" in details
    shown = coopform("--debug", "list")
    assert "Traceback" in shown.err
    assert "\x1b" not in shown.err
