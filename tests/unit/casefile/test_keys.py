"""Misplaced keys are reported with their right place; only misspellings get a suggested name."""

import json
from pathlib import Path

import pytest

from coopform.model import keys
from tests.support.running import Coopform

HEAD = "titre: Eau\noutil: Entente\n"
# The text before a key, by the place where the key is allowed.
PLACES = {
    "margin": (keys.CASE, ""),
    "partenaires": (keys.PARTNER, "partenaires:\n  - texte: Un Pays\n    "),
    "etapes": (keys.STEP, "etapes:\n  - quand: 2009\n    quoi: un projet\n    "),
    "sources": (keys.REFERENCE, "sources:\n  - titre: Un rapport\n    "),
    "lecture": (keys.LECTURE, "lecture:\n  par: Anne\n  "),
    "instances": (keys.INSTANCES, "lecture:\n  instances:\n    politique: les maires\n    "),
    "fiche": (keys.FICHE, "fiche:\n  auteur: Anne\n  "),
}
EVERYWHERE = sorted(keys.KNOWN)
VALUES = ("12", "\n{margin}  - PNR", "\n{margin}  politique: les maires")
# Words that may be typed as a key, but are not misspellings of the most similar key.
OTHER_WORDS = {
    "margin": [
        "parts",
        "auteurs",
        "facteurs",
        "renseignements",
        "instance",
        "situation",
        "suite",
        "pages",
        "partenariat",
    ],
    "partenaires": ["noms propres", "texture", "nombreux"],
    "sources": ["lien", "plage", "litre", "notice"],
    "lecture": ["part", "parts", "dater"],
}
MISSPELT = {
    "margin": {
        "enjeu": "enjeux",
        "Enjeus": "enjeux",
        "outils": "outil",
        "partenaries": "partenaires",
        "objt": "objet",
        "a_verfier": "a_verifier",
        "declencheur": "declencheurs",
    },
    "partenaires": {"typ": "type", "noms": "nom"},
    "sources": {"auteurs": "auteur", "pages": "page", "lieux": "lieu"},
}


def _file(place: str, key: str, value: str = "12") -> str:
    before = PLACES[place][1]
    margin = " " * len(before.rpartition("\n")[2])
    head = "titre: Eau\n" if place == "margin" and key == "outils" else HEAD
    return f"{head}{before}{key}: {value.format(margin=margin)}\n"


def _codes(coopform: Coopform) -> dict[str, list[str]]:
    """Return the codes of the errors of each file."""
    found: dict[str, list[str]] = {}
    for problem in json.loads(coopform("check", "--format", "json").out):
        codes = found.setdefault(Path(problem["path"]).stem, [])
        codes += [problem["code"]] if problem["severity"] == "error" else []
    return found


@pytest.fixture
def cases(empty: Path) -> Path:
    (empty / "cases").mkdir()
    return empty / "cases"


@pytest.mark.parametrize("place", PLACES)
def test_a_key_of_another_place_is_misplaced_and_never_renamed(place: str, coopform: Coopform, cases: Path) -> None:
    texts = {
        f"{key}-{number}": _file(place, key, value)
        for key in EVERYWHERE
        if key not in PLACES[place][0]
        for number, value in enumerate(VALUES)
    }
    for name, text in texts.items():
        (cases / f"{name}.yaml").write_text(text, encoding="utf-8")
    coopform("check", "--fix")
    for name, text in texts.items():
        assert (cases / f"{name}.yaml").read_text(encoding="utf-8") == text
    found = _codes(coopform)
    for name in texts:
        (code, *_) = found[name]
        # Top-level keys that are only misplaced by indentation have this code.
        assert code.startswith("misplaced-key") or code == "indented-key", name


@pytest.mark.parametrize("place", OTHER_WORDS)
def test_another_word_is_unknown_and_never_renamed(place: str, coopform: Coopform, cases: Path) -> None:
    for number, word in enumerate(OTHER_WORDS[place]):
        path = cases / f"f{number}.yaml"
        text = _file(place, word)
        path.write_text(text, encoding="utf-8")
        coopform("check", "--fix", path)
        assert path.read_text(encoding="utf-8") == text
        assert _codes(coopform)[path.stem] in (["unknown-key"], ["synonym-key"]), word


@pytest.mark.parametrize("place", MISSPELT)
def test_a_misspelling_gets_its_name(place: str, coopform: Coopform, cases: Path) -> None:
    for number, (word, right) in enumerate(MISSPELT[place].items()):
        path = cases / f"f{number}.yaml"
        text = _file(place, word)
        path.write_text(text, encoding="utf-8")
        coopform("check", "--fix", path)
        assert path.read_text(encoding="utf-8") == text.replace(f"{word}:", f"{right}:"), word


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "enjeux: un\nenjeu: deux\n",
        HEAD + "enjeu: un\nenjeux: deux\n",
        HEAD + "Éléments déclencheurs: un\ndeclencheurs: deux\n",
        HEAD + "**Enjeux** : un\nenjeux: deux\n",
        HEAD + "statu:\n  - en cours\n  - achevée\n",
        HEAD + "fiches: Anne Durand\n",
        HEAD + "fiches:\n  - Anne Durand\n",
    ],
)
def test_no_key_is_given_a_name_that_is_taken_or_does_not_take_its_value(
    text: str, coopform: Coopform, cases: Path
) -> None:
    path = cases / "un.yaml"
    path.write_text(text, encoding="utf-8")
    coopform("check", "--fix")
    assert path.read_text(encoding="utf-8") == text


def test_the_place_is_named_in_both_languages(coopform: Coopform, cases: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (cases / "un.yaml").write_text(_file("margin", "instances", VALUES[2]), encoding="utf-8")
    assert "(lecture)" in coopform("check").out
    monkeypatch.setenv("COOPFORM_LANG", "fr")
    assert "Placez-la sous la clé qu’elle précise (lecture)" in coopform("check").out


def test_keys_of_a_case_in_the_description_of_the_collection(coopform: Coopform, cases: Path) -> None:
    path = cases / "_recueil.yaml"
    text = "titre: Recueil\nterritoire: Haut-Jura\nparagraphes: Un mot\nintroduction:\n  titre: Mot\n  couleur: x\n"
    path.write_text(text, encoding="utf-8")
    coopform("check", "--fix")
    assert path.read_text(encoding="utf-8") == text
    assert _codes(coopform)["_recueil"] == ["misplaced-key-file", "misplaced-key", "misplaced-key-margin"]
