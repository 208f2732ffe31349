"""A device, a pipe or a folder given to `--output` is never treated as a file."""

import os
import sys
from pathlib import Path

import pytest

from tests.support.running import Coopform

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names in folders")

COMMANDS = [
    ["export", "--format", "json"],
    ["compare", "--all", "--format", "json"],
    ["check", "--format", "json"],
    ["schema", "case"],
]


@pytest.mark.parametrize("force", [[], ["--force"]], ids=["kept", "forced"])
@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command[0])
def test_nothing_is_written_to_a_device_or_a_pipe(
    coopform: Coopform, workshop: Path, command: list[str], force: list[str]
) -> None:
    os.mkfifo("pipe.json")
    Path("link.json").symlink_to(os.devnull)
    for name in (os.devnull, "pipe.json", "link.json"):
        run = coopform(*command, "-o", name, *force)
        said = f"“{name}” is a device or a pipe, not a file: nothing was written to it. Give a file.\n"
        assert (run.code, run.out, run.err) == (2, "", said)
    assert Path("pipe.json").is_fifo()
    assert Path("link.json").is_symlink()
    assert Path(os.devnull).is_char_device()


def test_a_device_is_named_in_french_too(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    run = coopform("export", "-o", os.devnull, "--format", "csv", "--force")
    assert "est un périphérique ou un tube" in run.err
