"""Completion in real shells: the line after the tab key."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

from coopform.cli.main import main
from tests.support.places import CASES
from tests.support.running import Coopform
from tests.support.terminal import ARGUMENTS, Terminal

OUTIL = "Établissement d’étude « à $part » l'autre \\ c:d"
CASE = """\
titre: Essai
outil: "Établissement d’étude « à $part » l'autre \\\\ c:d"
themes: ["eau : rivière", "bois & forêts", 'dire "oui"', "a* [b]; (c) `d` ~e", "zone", "Éa", "eb", "œuvre d’art"]
"""
# The text typed before the tab key, and the last words of the line after it. Those after the first six are `long`.
LINES = [
    ("coopform list --theme a", ["--theme", "a* [b]; (c) `d` ~e"]),
    ('coopform list --outil "etab', ["--outil", OUTIL]),
    ("coopform list --outil Plan\\ de\\ ", ["--outil", "Plan de coopération"]),
    ("coopform show TRI", ["show", "tridan"]),
    # Several matches: the line is unchanged.
    ("coopform list --theme e", ["--theme", "e"]),
    # File names, where coopform has no proposals.
    ("coopform list --cases dossi", ["--cases", "dossier/"]),
    ("coopform list --mot conf", ["--mot", "conférence des présidents"]),
    ('coopform list --mot "conf', ["--mot", "conférence des présidents"]),
    ("coopform list --outil plan", ["--outil", "Plan de coopération"]),
    ("coopform list --outil=plan", ["--outil=Plan de coopération"]),
    ("coopform list --outil PLAN\\ de\\ COOPÉ", ["--outil", "Plan de coopération"]),
    ("coopform list --outil etab", ["--outil", OUTIL]),
    ("coopform list --outil 'etab", ["--outil", OUTIL]),
    ("coopform list --outil \"établissement d'e", ["--outil", OUTIL]),
    ("coopform list --theme eau\\ :", ["--theme", "eau : rivière"]),
    ('coopform list --theme "eau :', ["--theme", "eau : rivière"]),
    ("coopform list --theme bois", ["--theme", "bois & forêts"]),
    ("coopform list --theme dire", ["--theme", 'dire "oui"']),
    ("coopform list --theme 'dire", ["--theme", 'dire "oui"']),
    ("coopform list --theme oeuv", ["--theme", "œuvre d’art"]),
    ("coopform SHO", ["coopform", "show"]),
    ("coopform list --theme nulle", ["--theme", "nulle"]),
]

LINES_AND_LONG_ONES = [*LINES[:6], *(pytest.param(*line, marks=pytest.mark.long) for line in LINES[6:])]

Complete = Callable[[str], list[str]]
Propose = Callable[[Sequence[str]], list[list[list[str]]]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of cases, and one with another name."""
    folder = tmp_path_factory.mktemp("shells")
    shutil.copytree(CASES, folder / "cases")
    (folder / "cases" / "essai.yaml").write_text(CASE, encoding="utf-8")
    (folder / "dossier").mkdir()
    return folder


@pytest.fixture(scope="module")
def environment(folder: Path) -> dict[str, str]:
    """An environment with coopform in the path and without the settings of the user."""
    programs = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("COOPFORM", "_COOPFORM"))}
    home = {"HOME": str(folder), "ZDOTDIR": str(folder), "XDG_CONFIG_HOME": str(folder), "XDG_DATA_HOME": str(folder)}
    return {**kept, **home, "PATH": programs, "TERM": "dumb", "LC_ALL": "C.UTF-8", "COOPFORM_LANG": "en"}


def script(shell: str) -> str:
    """Return the completion script for a shell."""
    with redirect_stdout(StringIO()) as out:
        main(["--completion", shell])
    return out.getvalue()


@pytest.fixture(scope="module")
def bash(folder: Path, environment: dict[str, str]) -> Iterator[Complete]:
    quiet = "bind 'set bell-style none'; bind 'set enable-bracketed-paste off'\n"
    (folder / ".bashrc").write_text(ARGUMENTS + quiet + script("bash"), encoding="utf-8")
    argv = ["bash", "--noprofile", "--rcfile", str(folder / ".bashrc"), "-i"]
    with Terminal(argv, folder, environment) as terminal:
        yield terminal.complete


@pytest.fixture(scope="module")
def zsh(folder: Path, environment: dict[str, str]) -> Iterator[Complete]:
    begin = "autoload -Uz compinit; compinit -u -D; bindkey -e\n"
    begin += "unsetopt beep prompt_cr prompt_sp auto_menu auto_remove_slash\n"
    (folder / ".zshrc").write_text(ARGUMENTS + begin + script("zsh"), encoding="utf-8")
    with Terminal(["zsh", "-d", "-i"], folder, environment) as terminal:
        yield terminal.complete


@pytest.mark.needs("bash")
@pytest.mark.parametrize(("typed", "words"), LINES_AND_LONG_ONES)
def test_bash(bash: Complete, typed: str, words: list[str]) -> None:
    assert bash(typed)[-len(words) :] == words


@pytest.mark.needs("zsh")
@pytest.mark.parametrize(("typed", "words"), LINES_AND_LONG_ONES)
def test_zsh(zsh: Complete, typed: str, words: list[str]) -> None:
    assert zsh(typed)[-len(words) :] == words


@pytest.fixture(scope="module")
def fish(folder: Path, environment: dict[str, str]) -> Propose:
    """Return the proposals of fish for each of some lines, with their descriptions."""
    (folder / "coopform.fish").write_text(script("fish"), encoding="utf-8")
    proposing = "source coopform.fish; for line in $argv; complete -C $line; echo END; end"

    def propose(lines: Sequence[str]) -> list[list[list[str]]]:
        command = ["fish", "--no-config", "-c", proposing, *lines]
        run = subprocess.run(
            command, cwd=folder, env=environment, check=True, capture_output=True, encoding="utf-8", timeout=60
        )
        *answers, rest = f"\n{run.stdout}".split("\nEND")
        assert rest == "\n"
        return [[line.split("\t") for line in answer.strip("\n").split("\n") if line] for answer in answers]

    return propose


# Fish quotes completed words, and does not ignore accents.
IN_FISH = [
    ("coopform list --mot conf", [["conférence des présidents"]]),
    ('coopform list --mot "conf', [["conférence des présidents"]]),
    ("coopform list --outil plan", [["Plan de coopération"]]),
    ("coopform list --outil=plan", [["--outil=Plan de coopération"]]),
    ("coopform list --outil Plan\\ de\\ ", [["Plan de coopération"]]),
    ("coopform list --outil 'ÉTAB", [[OUTIL]]),
    ("coopform list --outil etab", [["etab" + OUTIL[4:], OUTIL]]),
    ("coopform list --outil \"etablissement d'e", [["etablissement d'e" + OUTIL[17:], OUTIL]]),
    ("coopform list --theme eau\\ :", [["eau : rivière"]]),
    ("coopform list --theme oeuv", [["oeuvre d’art", "œuvre d’art"]]),
    ("coopform show TRI", [["tridan", "TRIDAN"]]),
    ("coopform list --theme nulle", []),
    ("coopform list --cases dossi", [["dossier/"]]),
]


@pytest.mark.needs("fish")
@pytest.mark.parametrize("lines", [IN_FISH[:3], pytest.param(IN_FISH[3:], marks=pytest.mark.long)], ids=["few", "all"])
def test_fish(fish: Propose, lines: list[tuple[str, list[list[str]]]]) -> None:
    asked, proposed = zip(*lines, strict=True)
    assert fish(asked) == list(proposed)


def test_what_fish_makes_of_other_accents_is_understood(coopform: Coopform, folder: Path) -> None:
    for option, value in [("--outil", "etab" + OUTIL[4:]), ("--theme", "oeuvre d’art")]:
        assert coopform("--cases", folder / "cases", "list", option, value, "--format", "ids").out == "essai\n"


def test_powershell_gets_words_in_quotes(coopform: Coopform, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("_COOPFORM_COMPLETE", "complete_powershell")
    for typed, word, proposed in [
        ("list --outil plan", "plan", "'Plan de coopération'"),
        ("list --outil 'etab", "'etab", "'" + OUTIL.replace("'", "''").replace("’", "’’") + "'"),
        ("show TRI", "TRI", "tridan"),
    ]:
        monkeypatch.setenv("_COOPFORM_LINE", f"coopform {typed}")
        monkeypatch.setenv("_COOPFORM_WORD", word)
        assert coopform().out.partition(":::")[0] == proposed
