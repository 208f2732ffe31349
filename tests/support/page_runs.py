"""Run the samples of a Markdown page in their order, as its reader does.

A `console` block holds commands after a prompt (`$ `, on French pages `> `) and what they print, both streams as a
terminal shows them; a line `…` is for lines left out. A `sh` or `bat` block holds commands alone; those that do not
begin with `coopform` or `cd` are the reader's. A block under `<!-- file: PATH -->` is a file of the reader, one under
`<!-- prints -->` is what the Python block above it prints, one under `<!-- ci -->` a job whose commands are run.
"""

import contextlib
import io
import os
import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml

from coopform.cli.main import main
from tests.support.markdown_pages import Block, blocks, language

_PROMPTS = {"en": "$ ", "fr": "> "}
_LEFT_OUT = "…"


@dataclass(frozen=True)
class Sample:
    """What a block shows, and what it should show."""

    block: Block
    shown: list[str]
    printed: list[str]


def run_page(path: Path) -> Iterator[Sample]:
    """Run the blocks of a page in the current folder; yield those that show something printed."""
    printed: list[str] = []
    for block in blocks(path):
        if block.comment.startswith("file: "):
            place = Path(block.comment.removeprefix("file: "))
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text("\n".join(block.lines) + "\n", encoding="utf-8")
        elif block.kind == "console":
            yield Sample(block, block.lines, _session(block, _PROMPTS[language(path)]))
        elif block.comment == "ci":
            yaml.safe_load("\n".join(block.lines))
            for line in block.lines:
                _run(re.sub(r"^ +- (run: )?", "", line))
        elif block.kind in ("sh", "bat"):
            for line in block.lines:
                _run(line)
        elif block.kind == "python":
            printed = _python("\n".join(block.lines))
        elif block.comment == "prints":
            yield Sample(block, block.lines, printed)


def replace(path: Path, samples: list[Sample]) -> None:
    """Write what was printed into the page."""
    lines = path.read_text(encoding="utf-8").split("\n")
    for sample in reversed(samples):
        start = sample.block.start
        lines[start : start + len(sample.block.lines)] = sample.printed
    path.write_text("\n".join(lines), encoding="utf-8", newline="\n")


def _session(block: Block, prompt: str) -> list[str]:
    """Return a block with what its commands print; of an output with lines left out, as many lines as it shows."""
    session: list[str] = []
    starts = [number for number, line in enumerate(block.lines) if line.startswith(prompt)]
    for start, end in zip(starts, [*starts[1:], len(block.lines)], strict=True):
        command, shown = block.lines[start], block.lines[start + 1 : end]
        printed = _run(command.removeprefix(prompt))
        # A blank line between two commands is the page's own.
        blank = [""] if shown[-1:] == [""] and end < len(block.lines) else []
        session += [command, *_shortened(printed, shown), *blank]
    return session


def _shortened(printed: list[str], shown: list[str]) -> list[str]:
    if _LEFT_OUT not in shown:
        return printed
    before = shown.index(_LEFT_OUT)
    after = len([line for line in shown[before + 1 :] if line])
    return [*printed[:before], _LEFT_OUT, *printed[len(printed) - after :]]


def _run(line: str) -> list[str]:
    """Run a line that begins with `coopform` or `cd`, and return what it prints, without spaces at line ends."""
    if line.startswith("cd ") and Path(line.removeprefix("cd ")).is_dir():
        os.chdir(line.removeprefix("cd "))
    if not line.startswith("coopform "):
        return []
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with contextlib.redirect_stdout(stream), contextlib.redirect_stderr(stream):
        code = main(shlex.split(line.replace("\\", "/"), comments=True)[1:])
    stream.seek(0)
    text = stream.read()
    # 1: the command works, and reports a file with problems.
    assert code in (0, 1), f"{line}\n{text}"
    return [one.rstrip() for one in text.rstrip("\n").split("\n")]


def _python(code: str) -> list[str]:
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "a page", "exec"), {})
    return out.getvalue().rstrip("\n").split("\n")
