"""Unusual ends of a run: a closed pipe, an old console encoding, Ctrl-C, a bug."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

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


@pytest.mark.parametrize("arguments", [["show", "tridan"], ["list"], ["compare", "--all"], ["--help"], ["check"]])
@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "ascii"])
def test_an_old_console_gets_what_it_can_show(arguments: list[str], encoding: str, tmp_path: Path) -> None:
    run = subprocess.run(
        [*PYTHON, *arguments], env=environment(PYTHONIOENCODING=encoding), capture_output=True, cwd=tmp_path
    )
    assert run.returncode == 0
    assert b"Traceback" not in run.stderr
    out = run.stdout.decode(encoding)
    if arguments[0] == "show" and encoding == "cp1252":
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
    ("redirection", "code", "said"),
    [
        (">&-", 2, "Nothing can be written: the output is closed.\n"),
        (">&- 2>&-", 2, ""),
        ("2>&-", 0, ""),
        ("<&-", 0, None),
        (">/dev/full", 2, "The disk is full.\n"),
        (">/dev/full 2>/dev/full", 2, ""),
        ("2>/dev/full", 0, ""),
    ],
)
@pytest.mark.parametrize("command", ["list", "--version", "render -o out"])
def test_a_stream_that_takes_nothing_is_no_bug(
    command: str, redirection: str, code: int, said: str | None, tmp_path: Path
) -> None:
    if "/dev/full" in redirection and not Path("/dev/full").exists():
        pytest.skip("no full device here")
    line = f'"{sys.executable}" -m coopform --cases "{CASES}" {command} {redirection}'
    run = subprocess.run(line, shell=True, cwd=tmp_path, env=environment(), capture_output=True, encoding="utf-8")
    if command.startswith("render"):
        # Its report is on stderr.
        assert run.stderr.endswith(said or "") or code == 0
    elif said is not None:
        assert run.stderr == said
    assert run.returncode == code


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGINT to send to another process")
def test_ctrl_c_in_render_leaves_whole_files(tmp_path: Path) -> None:
    # On a fast machine the run may end before the signal comes: then with more cases.
    for count in (1600, 6400):
        code, err = interrupted_render(tmp_path / str(count), count)
        if code:
            break
    assert code == 130
    assert err.endswith("Interrupted: nothing is half written.\n")
    assert "Traceback" not in err


def interrupted_render(folder: Path, count: int) -> tuple[int, str]:
    """Interrupt a render of many cases after its first page; return its exit code and what it said."""
    text = (CASES / "tridan.yaml").read_text(encoding="utf-8")
    (folder / "cases").mkdir(parents=True)
    for number in range(count):
        (folder / "cases" / f"c{number}.yaml").write_text(text, encoding="utf-8")
    out = folder / "out"
    command = [*PYTHON, "render", "-o", "out"]
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell starts what is in the background without interrupts, and coopform keeps to that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),
    ) as process:
        while process.poll() is None and not (out.is_dir() and any(out.glob("*.html"))):
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        _, err = process.communicate()
    assert all(path.read_text(encoding="utf-8").endswith("</html>\n") for path in out.glob("*.html"))
    assert not list(out.glob(".coopform-*"))
    return process.returncode, err


def test_a_bug_of_ours_is_told_apart(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def fail(folder: Path) -> None:
        raise RuntimeError("\x1b[31mboom")

    monkeypatch.setattr(collection, "open_folder", fail)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run = coopform("list")
    assert run.code == 3
    assert "this is a fault of the program, not of your files" in run.err
    assert "Traceback" not in run.err
    details = next(tmp_path.glob("coopform-*.txt")).read_text(encoding="utf-8")
    assert "RuntimeError" in details
    shown = coopform("--debug", "list")
    assert "Traceback" in shown.err
    assert "\x1b" not in shown.err
