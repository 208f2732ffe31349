"""Every bad file of the corpus has exactly the expected problems, every good file has none.

The problems of `corpus/bad/NAME.yaml` are in `NAME.expected`, in order: one `line:column code` per line.
"""

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from coopform.collection.collection import read_collection, read_file, read_path
from coopform.problems.catalogue import CATALOGUE
from coopform.problems.messages import help_line, message
from coopform.problems.problem import Problem
from coopform.text.i18n import Translator
from tests.support.hostile_texts import SHEET, TEXTS
from tests.support.places import BAD, GOOD, SHIPPED

# Codes that no text can have: a safeguard, and those of files and folders, which `tests/unit/collection` tests.
CODES_WITHOUT_EXAMPLE = {
    "bad-value", "file-unreadable", "file-forbidden", "file-missing", "folder-forbidden", "link-loop", "link-outside",
    "logo-missing", "logo-unusable", "not-a-file", "same-id", "same-title",
    "unread-document", "unread-text",
}  # fmt: skip


def as_expected(problems: Iterable[Problem]) -> list[str]:
    """Return problems as in `.expected`: `line:column code`."""
    return [f"{problem.start.line}:{problem.start.column} {problem.code}" for problem in problems]


def expected(path: Path) -> list[str]:
    """Return the problems of a file as written beside it; `UPDATE_GOLDEN=1` writes those that it has now."""
    if os.environ.get("UPDATE_GOLDEN"):
        found = as_expected(read_file(path).problems)
        path.with_suffix(".expected").write_text("".join(f"{one}\n" for one in found), encoding="utf-8")
    return path.with_suffix(".expected").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_bad_file_has_the_problems_written_beside_it_each_said_on_one_line(path: Path) -> None:
    problems = read_file(path).problems
    assert as_expected(problems) == expected(path)
    assert not [one for one in problems if "\n" in message(one, Translator("fr")) + help_line(one, Translator("fr"))]


@pytest.mark.parametrize("path", [*GOOD, *SHIPPED], ids=lambda path: path.stem)
def test_good_file_has_no_problem(path: Path) -> None:
    assert as_expected(read_path(path).problems) == []


@pytest.mark.parametrize("name", TEXTS)
def test_hostile_text_is_refused_by_name(name: str, tmp_path: Path) -> None:
    text, problems = TEXTS[name]
    path = tmp_path / "x.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    assert as_expected(read_file(path).problems)[: max(len(problems), 1)] == problems


def _write(path: Path, text: str = SHEET) -> Path:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


# Problems of the name of a file and not of its text.
FILES: dict[str, str] = {
    "hidden-ending": "haut-pays.yaml.txt",
    "bad-name": "….yaml",
    "reserved-name": "con.yaml",
}


@pytest.mark.parametrize("code", FILES)
def test_a_name_that_is_no_case_is_named(code: str, tmp_path: Path) -> None:
    _write(tmp_path / FILES[code])
    assert {problem.code for problem in read_collection(tmp_path).problems} == {code}


def test_a_wrong_colour_of_the_collection_is_named(tmp_path: Path) -> None:
    path = _write(tmp_path / "_recueil.yaml", "couleur: bleu\n")
    assert {problem.code for problem in read_path(path).problems} == {"bad-colour"}


def test_every_code_has_an_example() -> None:
    shown = {line.split(" ")[1] for path in BAD for line in expected(path)}
    shown |= {line.split(" ")[1] for _, problems in TEXTS.values() for line in problems}
    assert set(CATALOGUE) - shown - {*FILES, "bad-colour"} == CODES_WITHOUT_EXAMPLE


@pytest.mark.parametrize("typed", ["titre = Entente", "titre – Entente", "titre\tEntente", "titre -> Entente"])
def test_characters_instead_of_a_colon_are_not_proposed_as_text(typed: str, tmp_path: Path) -> None:
    (problem, *_) = read_file(_write(tmp_path / "x.yaml", f"{typed}\noutil: Entente\n")).problems
    assert (problem.code, problem.params["right"]) == ("missing-colon", "titre: Entente")


def _help(folder: Path, typed: str) -> str:
    (problem, *_) = read_file(_write(folder / "x.yaml", f"{typed}\noutil: Entente\n")).problems
    return help_line(problem, Translator("en"))


def test_both_ends_of_a_long_text_to_type_are_shown(tmp_path: Path) -> None:
    said = _help(tmp_path, f"titre: Une entente : {'des mots ' * 100}pour finir")
    assert 'titre: "Une entente : des mots' in said
    assert "[…]" in said
    assert 'pour finir"' in said
    assert len(said) < 400


def test_a_long_text_to_change_in_its_middle_is_shown_whole(tmp_path: Path) -> None:
    words = 'Une "entente" : ' + "l'eau " * 40 + "pour finir"
    doubled = words.replace("'", "''")
    assert _help(tmp_path, f"titre: {words}").endswith(f"titre: '{doubled}'")
