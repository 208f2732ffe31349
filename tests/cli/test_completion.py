"""The proposals of shell completion."""

from pathlib import Path

import pytest

from tests.support.places import IDS
from tests.support.running import Coopform


@pytest.mark.parametrize(
    ("typed", "proposed"),
    [
        ("coopform s", ["show", "schema"]),
        ("coopform edit tr", ["tridan"]),
        ("coopform open sage", ["sage-ardeche"]),
        ("coopform schema r", ["recueil"]),
        ("coopform show tr", ["tridan"]),
        ("coopform show ", IDS),
        ("coopform compare tridan s", ["sage-ardeche"]),
        ("coopform show --row enj", ["enjeux"]),
        ("coopform list --partenaire EPC", ["EPCI"]),
        ("coopform list --outil Ent", ["Entente"]),
        ("coopform list --mot chef", ["chef\\ de\\ projet"]),
        ("coopform list --theme ", []),
        ("coopform list --format c", ["csv"]),
        ("coopform render --document i", ["index"]),
        ("coopform check --select second", ["second-colon"]),
        ("coopform show --r", ["--row"]),
        ("coopform show --cases nowhere tr", []),
    ],
)
def test_bash(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, typed: str, proposed: list[str]
) -> None:
    monkeypatch.setenv("_COOPFORM_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_LINE", typed)
    run = coopform()
    assert (run.code, run.out.split("\n")[:-1], run.err) == (0, proposed or [""], "")


def test_what_is_proposed_is_explained_in_the_language(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    monkeypatch.setenv("_COOPFORM_COMPLETE", "complete_zsh")
    monkeypatch.setenv("_COOPFORM_BEFORE", "coopform")
    monkeypatch.setenv("_COOPFORM_WORD", "s")
    assert "Affiche une fiche." in coopform().out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_the_script_for_a_shell(coopform: Coopform, shell: str) -> None:
    assert "_COOPFORM_COMPLETE" in coopform("--completion", shell).out


def test_an_unknown_shell_gets_the_list(coopform: Coopform) -> None:
    run = coopform("--completion", "cmd")
    assert run.code == 2
    assert "bash, zsh, fish" in run.err
