"""The cost of a hostile file is linear: doubling its size takes at most three times the CPU time."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest
from hypothesis import settings

from coopform.checking import fixer
from tests.support.growth import assert_grows_evenly
from tests.support.hostile_texts import SHEET
from tests.support.running import Coopform

# How many times larger files are in the profile `full`.
LARGER = max(1, settings().max_examples // 100)

# One of each kind, for a quick run.
QUICK = {
    "items", "items in quotes never closed", "items with glued #", "words in braces", "hyphens", "quotes", "colons",
    "spaces in a key", "non-breaking spaces in a key", "escapes", "keys", "tabs", "notes below block texts", "bullets",
    "swallowed items", "unknown keys", "text at the margin", "glued notes", "signs of markup", "words that recur",
}  # fmt: skip

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
    "keys after spaces": ("etapes:\n  - quand: a", " quoi: b", ""),
    "bullets in a line": ("moyens: ", "• a ", ""),
    "ruler": ("objet:\n", "-=", "x"),
    "misread letters in a line": ("moyens: ", "Ã© ", "é"),
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
    "keys in notes": ("moyens:\n", "# enjeux :\n"),
    "keys in notes above points": ("moyens:\n", "# enjeux :\n  - a\n"),
    "headings above points": ("objet: x\n", "## Objet\n- a\n"),
    "rulers": ("objet:\n", "-----\n"),
    "misread letters": ("moyens:\n", "  - Ã© é\n"),
    "words on two lines": ("moyens: a\n", "  coopé-\n  ration\n"),
    "lines of one text": ("moyens:\n", "  Un lac\n"),
    "labels above lines of one text": ("moyens:\n", "  - Axe :\n      Un\n      Deux\n"),
    "other signs": ("moyens:\n", "  ‒ a\n"),
    "two hyphens": ("moyens:\n", "  - - a\n"),
    "notes that hide a bracket": ("moyens:\n", '  - ["a"#b, c]\n'),
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


def quick_and_long(names: Iterable[str]) -> list[object]:
    return [pytest.param(name, marks=() if name in QUICK else pytest.mark.long) for name in names]


# Thousands of values, and texts longer than may be.
@pytest.mark.parametrize("size", [9_000, pytest.param(50_000 * LARGER, marks=pytest.mark.long)])
@pytest.mark.parametrize("name", quick_and_long(ON_ONE_LINE))
def test_a_long_line_costs_no_more_than_its_length(coopform: Coopform, tmp_path: Path, name: str, size: int) -> None:
    begin, unit, end = ON_ONE_LINE[name]

    def check(length: int) -> None:
        path = tmp_path / "x.yaml"
        path.write_text(f"{SHEET}{begin}{unit * (length // len(unit.encode()))}{end}\n", encoding="utf-8", newline="")
        coopform("check", path)

    assert_grows_evenly(check, size)


@pytest.mark.parametrize("option", [(), pytest.param(("--fix",), marks=pytest.mark.long)], ids=["", "fix"])
@pytest.mark.parametrize("name", quick_and_long(LINES))
def test_many_lines_cost_no_more_than_their_number(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, option: tuple[str, ...]
) -> None:
    begin, lines = LINES[name]
    # Low limits on what `--fix` tries: they, not the number of faults, determine how often a file is read.
    monkeypatch.setattr(fixer, "_MOST_ROUNDS", 10)
    monkeypatch.setattr(fixer, "_MOST_READ", 50_000 * LARGER)

    def check(count: int) -> None:
        path = tmp_path / "x.yaml"
        text = f"{SHEET}{begin}{lines * (count // max(lines.count(chr(10)), 1))}"
        path.write_text(text, encoding="utf-8", newline="")
        coopform("check", *option, path)

    # Twice as many keys and texts are just within the 10,000 values of a file; both files have more than the 20,000
    # characters from which each value is looked at.
    assert_grows_evenly(check, 300 if option else 2_480 * LARGER)


def _collection(folder: Path, names: Sequence[str], unit: str, length: int) -> Path:
    """Write cases and a description with texts that repeat `unit` up to a length, and end differently."""
    folder.mkdir(exist_ok=True)
    text = "'" + f"a{unit * (length // len(unit) - 5)}a ;" + "'"
    fields = "".join(f"{key}: {text}\n" for key in ("territoire", "resume", "enjeux"))
    for name in names:
        (folder / f"{name}.yaml").write_text(f"titre: Eau\noutil: Entente\n{fields}", encoding="utf-8")
    introduction = f"titre: Jour\nintroduction:\n  titre: Eau\n  paragraphes:\n    - {text}\n"
    (folder / "_recueil.yaml").write_text(introduction, encoding="utf-8")
    return folder


def assert_long_texts_grow_evenly(coopform: Coopform, folder: Path, name: str, command: str) -> None:
    # Only a comparison needs a second case.
    names = ("un", "deux")[: 2 if command.startswith("compare") else 1]

    def run(length: int) -> None:
        coopform("--cases", _collection(folder / "cases", names, IN_TEXTS[name], length), *command.split())

    assert_grows_evenly(run, 9_900)


@pytest.mark.parametrize(
    "command",
    [
        "list eau",
        pytest.param("show un", marks=pytest.mark.long),
        pytest.param("show un --format markdown", marks=pytest.mark.long),
        "compare un deux",
    ],
)
@pytest.mark.parametrize("name", quick_and_long(IN_TEXTS))
def test_a_long_text_costs_no_more_than_its_length(coopform: Coopform, empty: Path, name: str, command: str) -> None:
    assert_long_texts_grow_evenly(coopform, empty, name, command)


# Typeset, as `show` does it, they are words without an end, as those of non-breaking spaces.
@pytest.mark.long
@pytest.mark.parametrize("name", sorted(IN_TEXTS.keys() - {"spaces before signs", "opening quotes", "closing quotes"}))
def test_rendering_a_long_text_costs_no_more_than_its_length(coopform: Coopform, empty: Path, name: str) -> None:
    command = "render --format html --format markdown --force -o out"
    assert_long_texts_grow_evenly(coopform, empty, name, command)
