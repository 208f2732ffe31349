"""Messages on a terminal are broken between words; in a pipe they are not broken."""

import os
import struct
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("a terminal of Unix", allow_module_level=True)

import fcntl
import pty
import termios

LONG = ["pack", "--duration", "5"]


def said_at_a_terminal(arguments: list[str], columns: int, folder: Path) -> str:
    """Run coopform with stderr on a terminal of so many columns, and return what it says there."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    command = [sys.executable, "-m", "coopform", *arguments]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=slave, stdin=subprocess.DEVNULL, cwd=folder, check=False)
    os.close(slave)
    parts = []
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:  # Linux reports the closed end as an error, macOS as an empty read.
            break
        if not part:
            break
        parts.append(part)
    os.close(master)
    return b"".join(parts).decode().replace("\r\n", "\n")


@pytest.mark.parametrize("columns", [40, 60, 80])
def test_a_long_message_is_broken_between_words(tmp_path: Path, columns: int) -> None:
    run = subprocess.run(
        [sys.executable, "-m", "coopform", *LONG], capture_output=True, text=True, cwd=tmp_path, check=False
    )
    assert max(map(len, run.stderr.splitlines())) > 80
    shown = said_at_a_terminal(LONG, columns, tmp_path)
    assert shown.split() == run.stderr.split()
    assert max(map(len, shown.splitlines())) <= columns


def test_a_word_longer_than_a_line_stays_whole(tmp_path: Path) -> None:
    name = "x" * 70
    assert name in said_at_a_terminal(["--cases", name, "list"], 40, tmp_path)
