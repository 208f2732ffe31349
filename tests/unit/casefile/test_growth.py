"""The cost of a hostile file is linear: doubling its size takes at most three times the CPU time."""

import gc
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.hostile_texts import SHEET
from tests.support.running import Coopform

# Shorter times depend more on the clock and the start of a command.
_LEAST = 0.02
_TIMES = 3
_ATTEMPTS = 4

# A list or a text on one line: its beginning, the repeated part, its end.
ON_ONE_LINE = {
    "items": ("themes: [", "eau, ", "]"),
    "items never closed": ("themes: [", "eau, ", ""),
    "items in quotes": ("themes: [", '"eau", ', "]"),
    "items in quotes never closed": ("themes: [", '"eau", ', ""),
    "items in apostrophes": ("themes: [", "'eau', ", "]"),
    "items with #": ("themes: [", "eau#, ", "]"),
    "items with glued #": ("themes: [", '"eau"#, ', "]"),
    "items with colons": ("themes: [", "a:b, ", "]"),
    "items with non-breaking spaces": ("themes: [", "a:\u00a0b, ", "]"),
    "items with labels": ("moyens: [", "a : b, ", "]"),
    "items with bullets": ("themes: [", "• a, ", "]"),
    "items with hidden characters": ("themes: [", "a\u200b, ", "]"),
    "items with lost letters": ("themes: [", "a\ufffd, ", "]"),
    "items in curly quotes": ("themes: [", "“a”, ", "]"),
    "items in brackets": ("themes: [", "[a], ", "]"),
    "items with escapes": ("themes: [", '"\\n", ', "]"),
    "items with halves of characters": ("themes: [", '"\\uD83D\\uDE00", ', "]"),
    "items with anchors": ("themes: [", "&a b, ", "]"),
    "items with aliases": ("themes: [", "*a, ", "]"),
    "items with question marks": ("themes: [", "? a, ", "]"),
    "items that are no number": ("departements: [", "99, ", "]"),
    "words in braces": ("partenaires: {", "texte, ", "}"),
    "keys in braces": ("partenaires: {", "texte: a, ", "}"),
    "braces": ("partenaires: [", "{texte}, ", "]"),
    "hyphens": ("moyens:\n  ", "- ", "a"),
    "hyphens in a text": ("moyens: a", " -", " b"),
    "quotes": ("moyens: ", '"', ""),
    "apostrophes": ("moyens: ", "'", ""),
    "quoted words": ("moyens: ", '"a" ', ""),
    "brackets": ("moyens: ", "[", ""),
    "braces never closed": ("moyens: ", "{", ""),
    "colons": ("moyens: ", ": ", ""),
    "glued colons": ("moyens: ", "a:", ""),
    "anchors and aliases": ("moyens: ", "&a *a ", ""),
    "tabs": ("moyens: a", "\t", "b"),
    "tabs before a key": ("fiche:\n  auteur: a", "\t", "b c: x"),
    "tabs at the beginning": ("", "\t", "a"),
    "spaces": ("moyens: a", " ", "b"),
    "spaces in a key": ("enjeux", " ", "x : x"),
    "spaces in a text with a key": ("fiche:\n  auteur: a", " ", "b c: x"),
    "non-breaking spaces": ("moyens: a", "\u00a0", "b"),
    "non-breaking spaces in a key": ("enjeux", "\u00a0", "x : x"),
    "non-breaking spaces after a colon": ("moyens:", "\u00a0", "b"),
    "non-breaking spaces at the beginning": ("", "\u00a0", "a"),
    "signs in a key": ("", "-*", "a : x"),
    "numbers in a key": ("", "1.", "a : x"),
    "backslashes": ('moyens: "', "\\", '"'),
    "escapes": ('moyens: "', "\\n", '"'),
    "wrong escapes": ('moyens: "', "\\d", '"'),
    "keys": ("partenaires:\n  - ", "type: a; ", ""),
    "semicolons": ("objet: a", " ; ", "b: c"),
    "a long key": ("", "a", ": b"),
    "a long label": ("moyens:\n  - ", "mot ", ": b"),
    "cells of a table": ("Enjeux\t", "a\t", ""),
    "a long text": ("resume: ", "mot ", ""),
    "a long quoted text": ('resume: "', "mot ", '"'),
    "a long block text": ("resume: |\n  ", "mot ", ""),
    "zero-width spaces at the beginning": ("moyens:\n  ", "\u200b", "- a"),
}

# Lines that each have a fault.
LINES = {
    "second colons": ("moyens:\n", "  - a : b : c\n"),
    "notes": ("moyens:\n", "  - a #b\n"),
    "glued notes": ("moyens:\n", '  - "a"#b\n'),
    "notes in brackets": ("moyens: [\n", "  a, #b\n"),
    "notes below block texts": ("moyens:\n", "  - |\n    a\n   #b\n"),
    "notes in a block text": ("moyens: |\n  a\n", " #b\n  c\n"),
    "notes behind block signs": ("moyens:\n", "  - |#a\n"),
    "notes in a text": ("moyens: a\n", "  b #c\n"),
    "notes alone": ("", "#\n"),
    "bullets": ("moyens:\n", "  • a\n"),
    "bullets after hyphens": ("moyens:\n", "  - • a\n"),
    "quotes never closed": ("moyens:\n", '  - "a\n'),
    "a quote never closed": ('moyens: "\n', "  b\n"),
    "signs": ("moyens:\n", "  - @a\n"),
    "tabs": ("moyens:\n", "\t- a\n"),
    "uneven items": ("moyens:\n", "  - a : b\n   - a : b\n"),
    "swallowed items": ("moyens:\n", "  - a\n      - b : c\n"),
    "text too far left": ("moyens:\n", "  - a\n  b\n"),
    "text at the margin": ("moyens:\n", "du texte\n\n"),
    "text below keys": ("", "titre:\nun texte\n"),
    "unknown keys": ("", "objt: x\n"),
    "equal keys": ("", "objet: x\n"),
    "equal labels": ("moyens:\n", "  a : x\n"),
    "colons in a text": ("moyens: a\n", "  b : c\n"),
    "brackets never closed": ("moyens:\n", "  - [a\n"),
    "empty items": ("moyens:\n", "  -\n"),
    "labels alone": ("moyens:\n", "  - a :\n"),
    "marks of documents": ("", "--- # a\n"),
    "conflicts": ("", "<<<<<<<\n=======\n>>>>>>>\n"),
    "carriage returns": ("", "\r"),
    "items of old Macs": ("moyens:\r", "  - a\r"),
    "lost letters": ("resume: |\n", "  a\ufffd\n"),
    "hidden characters": ("moyens:\n", "  \u200b- a\n"),
}

# Parts to repeat in a text, up to the maximal length of a text.
IN_TEXTS = {
    "non-breaking spaces": "\u00a0",
    "spaces before signs": " ;",
    "opening quotes": "« ",
    "closing quotes": " »",
    "opening asterisks": " **a",
    "asterisks": "**",
    "digits": "9 ",
    "numbers": "9",
    "words that recur": "comité ",
    "acronyms": "SCoT ",
    "addresses": "http://",
    "dots": "a.",
    "signs of markup": "[a](<*_`",
    "entities": "&#",
    "accents apart": "e\u0301",
}


def cpu(work: Callable[[], object]) -> float:
    """Return the CPU time of some work in seconds."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        work()
        return time.process_time() - begun
    finally:
        gc.enable()


def assert_grows_evenly(small: Callable[[], object], large: Callable[[], object]) -> None:
    """Assert that `large` takes at most three times as long as `small`, in the best of some attempts."""
    small()
    costs: list[tuple[float, float]] = []
    for _ in range(_ATTEMPTS):
        costs.append((cpu(small), cpu(large)))
        least, most = (min(both) for both in zip(*costs, strict=True))
        if most <= _TIMES * max(least, _LEAST):
            return
    raise AssertionError(f"twice as much costs {most / least:.1f} times as much")


def _checks(coopform: Coopform, folder: Path, name: str, text: str) -> Callable[[], object]:
    path = folder / f"{name}.yaml"
    path.write_bytes(text.encode("utf-8"))
    return lambda: coopform("check", path)


# Thousands of values, then the maximal number of characters of a file.
@pytest.mark.parametrize("size", [9_000, 440_000])
@pytest.mark.parametrize("name", ON_ONE_LINE)
def test_a_long_line_costs_no_more_than_its_length(coopform: Coopform, tmp_path: Path, name: str, size: int) -> None:
    begin, unit, end = ON_ONE_LINE[name]
    count = size // len(unit.encode("utf-8"))
    texts = [f"{SHEET}{begin}{unit * times}{end}\n" for times in (count, 2 * count)]
    small, large = (_checks(coopform, tmp_path, f"x{index}", text) for index, text in enumerate(texts))
    assert_grows_evenly(small, large)


@pytest.mark.parametrize("name", LINES)
def test_many_lines_cost_no_more_than_their_number(coopform: Coopform, tmp_path: Path, name: str) -> None:
    begin, lines = LINES[name]
    count = 4_900 // (lines.count("\n") + lines.count("\r"))
    texts = [f"{SHEET}{begin}{lines * times}" for times in (count, 2 * count)]
    small, large = (_checks(coopform, tmp_path, f"x{index}", text) for index, text in enumerate(texts))
    assert_grows_evenly(small, large)


@pytest.mark.parametrize("name", ["tabs", "second colons", "bullets", "swallowed items", "glued notes", "unknown keys"])
def test_fixing_many_faults_costs_no_more_than_their_number(coopform: Coopform, tmp_path: Path, name: str) -> None:
    begin, lines = LINES[name]

    def fix(times: int) -> None:
        path = tmp_path / "x.yaml"
        path.write_text(f"{SHEET}{begin}{lines * times}", encoding="utf-8")
        coopform("check", "--fix", path)

    assert_grows_evenly(lambda: fix(1_000), lambda: fix(2_000))


def _collection(folder: Path, unit: str, length: int) -> Path:
    """Write two cases and a description with texts that repeat `unit` up to a length, and end differently."""
    folder.mkdir()
    text = "'" + f"a{unit * (length // len(unit) - 5)}a ;" + "'"
    fields = "".join(f"{key}: {text}\n" for key in ("territoire", "resume", "enjeux"))
    for name in ("un", "deux"):
        (folder / f"{name}.yaml").write_text(f"titre: Eau\noutil: Entente\n{fields}", encoding="utf-8")
    introduction = f"titre: Jour\nintroduction:\n  titre: Eau\n  paragraphes:\n    - {text}\n"
    (folder / "_recueil.yaml").write_text(introduction, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "command",
    [
        ["list", "eau"],
        ["show", "un"],
        ["show", "un", "--format", "markdown"],
        ["compare", "un", "deux"],
        ["render", "--format", "html", "--format", "markdown", "-o", "OUT"],
    ],
    ids=" ".join,
)
@pytest.mark.parametrize("name", IN_TEXTS)
def test_a_long_text_costs_no_more_than_its_length(
    coopform: Coopform, tmp_path: Path, name: str, command: list[str]
) -> None:
    folders = [_collection(tmp_path / str(length), IN_TEXTS[name], length) for length in (9_900, 19_800)]

    def run(folder: Path) -> object:
        arguments = [str(folder / "out") if argument == "OUT" else argument for argument in command]
        return coopform("--cases", folder, *arguments)

    assert_grows_evenly(lambda: run(folders[0]), lambda: run(folders[1]))
