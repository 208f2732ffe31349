"""What `coopform new` says and understands between its questions: help, steps back, near terms, numbers, drafts."""

import json
import os
import sys
from collections.abc import Callable, Sequence
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest

from coopform.authoring import interpret, kept_answers
from coopform.text.i18n import LANGUAGES, Translator
from tests.support.running import Coopform, Run

Typing = Callable[..., Run]


@pytest.fixture
def typing(coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Typing:
    """Run `coopform new` in an empty folder with typed lines."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str, lines: Sequence[str] = ()) -> Run:
        typed = "".join(f"{line}\n" for line in lines).encode()
        monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(typed), encoding="utf-8"))
        return coopform("new", *arguments)

    return run


def _kept(folder: Path, identifier: str = "un") -> dict[str, list[str]]:
    path = folder / "cases" / kept_answers.FOLDER / f"{identifier}.json"
    lines: dict[str, list[str]] = json.loads(path.read_text(encoding="utf-8"))["lines"]
    return {key: typed for key, typed in lines.items() if typed}


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        (["2, 6"], ["Entente", "Protocole de coopération"]),
        (["2 et 6"], ["Entente", "Protocole de coopération"]),
        (["2;6 2"], ["Entente", "Protocole de coopération"]),
        (["2.", "6)"], ["Entente", "Protocole de coopération"]),
        (["2, 99", "0", "6"], ["Protocole de coopération"]),
        (["Entante", ""], ["Entente"]),
        (["Entante", "OUI"], ["Entente"]),
        (["Entante", "peut-être", "n"], ["Entante"]),
        (["Entante", "n", "Charte"], ["Entante", "Charte"]),
        (["Pacte des rives"], ["Pacte des rives"]),
    ],
)
def test_a_form_is_a_number_several_or_a_near_term(
    lines: list[str], kept: list[str], typing: Typing, tmp_path: Path
) -> None:
    run = typing("Un", lines=lines)
    assert _kept(tmp_path)["outil"] == kept
    assert run.err.count("Entente? Enter = yes, n = no") == sum(line == "Entante" for line in lines) + (
        "peut-être" in lines
    )
    assert ("not in the list" in run.err) == bool({"Entante", "Charte", "Pacte des rives"} & set(kept))
    assert ("The list goes from 1 to 18: nothing is kept of this line." in run.err) == ("0" in lines)


@pytest.mark.parametrize("end", [[], ["."], ["peut-être"]])
@pytest.mark.parametrize(
    ("key", "before", "line"),
    [("outil", [], "Entante"), ("partenaires", ["Entente", "", "Vallée", "Un appel", ""], "la comunauté de communes")],
)
def test_a_line_is_kept_when_the_question_about_it_is_not_answered(
    key: str, before: list[str], line: str, end: list[str], typing: Typing, tmp_path: Path
) -> None:
    run = typing("Un", lines=[*before, line, *end])
    assert "? Enter = yes, n = no" in run.err
    assert _kept(tmp_path)[key] == [line]
    again = typing("Un", lines=["<", "autre"])
    assert f"Removed: {line}" in again.err
    assert _kept(tmp_path)[key] == ["autre"]


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("5 comunautés de communes", "5 communautés de communes"),
        ("comunauté de communes", "communauté de communes"),
        ("5 CC", None),
        ("Le Pays du Gier", None),
        ("Paysans de la vallée", None),
        ("2 comunes + 1 CA", None),
        ("x" * 100_000, None),
    ],
)
def test_a_misspelt_type_of_partner_has_a_near_one(typed: str, near: str | None) -> None:
    assert interpret.near_partner(typed) == near


def test_a_near_partner_is_offered(typing: Typing, tmp_path: Path) -> None:
    typing("Un", lines=["", "", "", "5 comunautés de communes", "", "2 comunautés de communes", "n"])
    assert _kept(tmp_path)["partenaires"] == ["5 communautés de communes", "2 comunautés de communes"]


@pytest.mark.parametrize(
    ("lines", "kept"),
    [
        # The last line of this question, then the question before.
        (["Entente", "<", "Charte"], {"outil": ["Charte"]}),
        (["", "Valée", "<", "Vallée"], {"territoire": ["Vallée"]}),
        (["", "Vallée", "<", ""], {"territoire": ["Vallée"]}),
        (["Entente", "", "<", "<", "Charte"], {"outil": ["Charte"]}),
        (["<", "Deux", "Entente"], {"titre": ["Deux"], "outil": ["Entente"]}),
        (["<", "", "Entente"], {"outil": ["Entente"]}),
        (["<", "<", "<", "", "Entente"], {"outil": ["Entente"]}),
        # Points under a label.
        (["", "", "Axes :", "un", "<", "deux"], {"declencheurs": ["Axes :", "  deux"]}),
        (["", "", "Axes :", "un", "", "<", "deux"], {"declencheurs": ["Axes :", "  deux"]}),
        (["", "", "Axes :", "<", "un"], {"declencheurs": ["un"]}),
    ],
)
def test_a_sign_goes_one_step_back(
    lines: list[str], kept: dict[str, list[str]], typing: Typing, tmp_path: Path
) -> None:
    assert typing("Un", lines=lines).code == 0
    (path,) = (tmp_path / "cases" / kept_answers.FOLDER).iterdir()
    assert _kept(tmp_path, path.stem) == {"titre": ["Un"], **kept}
    assert path.stem == kept.get("titre", ["Un"])[0].lower()


def test_there_is_nothing_before_the_first_question(typing: Typing, tmp_path: Path) -> None:
    run = typing(lines=["<", "?", "Un"])
    assert run.err.count("This is the first question") == 1
    assert _kept(tmp_path) == {"titre": ["Un"]}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_question_has_its_help(typing: Typing, monkeypatch: pytest.MonkeyPatch, language: str) -> None:
    from coopform.authoring.questions import QUESTIONS

    monkeypatch.setenv("COOPFORM_LANG", language)
    asked = [question for question in QUESTIONS if question.key not in ("titre", "titre_court")]
    run = typing("Un", lines=[line for _ in asked for line in ("?", "")])
    helps = [Translator(language)(question.help) for question in asked]
    shown = [line.strip() for line in run.err.splitlines()]
    assert [line for line in shown if line in helps] == helps


def test_it_is_explained_before_the_first_question(typing: Typing) -> None:
    shown = typing(lines=[]).err
    for words in (
        "Each line is saved",
        "Ctrl-C",
        "?      help on the question",
        "<      one step back",
        "Enter  the next question",
    ):
        assert words in shown.partition("Title")[0]


@pytest.mark.parametrize(
    ("lines", "title"), [([""], "Deux"), (["2"], "Un"), (["3", "1"], "Deux"), (["N", "Trois"], "Trois")]
)
def test_enter_continues_the_case_typed_last(lines: list[str], title: str, typing: Typing, tmp_path: Path) -> None:
    for before, name in enumerate(("un", "deux")):
        typing(name.capitalize(), lines=["Entente"])
        os.utime(tmp_path / "cases" / kept_answers.FOLDER / f"{name}.json", (before, before))
    run = typing(lines=[*lines, "", "Vallée"])
    assert _kept(tmp_path, title.lower())["territoire"] == ["Vallée"]
    assert run.err.index("2  Un") > run.err.index("1  Deux")


def test_one_case_begun_is_continued_by_enter(typing: Typing, tmp_path: Path) -> None:
    typing("Un", lines=["Entente"])
    run = typing(lines=["", "", "Vallée"])
    assert "Enter continues it" in run.err
    assert _kept(tmp_path)["territoire"] == ["Vallée"]


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("-5 CC", "5 CC"),
        ("- 5 CC", "5 CC"),
        ("-3 communes", "3 communes"),
        ("-2e axe", "2e axe"),
        ("-5 % de trafic", "-5 % de trafic"),
        ("-2 degrés", "-2 degrés"),
    ],
)
def test_a_hyphen_before_a_number_is_dropped_where_it_is_no_minus(typed: str, words: str) -> None:
    assert interpret.without_bullets(typed) == words


def test_no_keeps_neither_the_answer_nor_itself(typing: Typing, tmp_path: Path) -> None:
    typing("Un", lines=["Entente", "", "Vallée"])
    for lines, kept in ((["n", "Lac"], "Lac"), (["oui"], "Lac"), (["NON", "."], "Lac")):
        run = typing("Un", lines=["<", *lines])
        assert ("Type the new answer." in run.err) == (lines[0] != "oui")
        assert _kept(tmp_path)["territoire"] == [kept]


def test_the_one_case_that_was_begun_needs_no_number(typing: Typing, tmp_path: Path) -> None:
    typing("Un", lines=["Entente"])
    run = typing(lines=["2", "", "", "Vallée"])
    assert "Enter continues this case; “n” begins another." in run.err
    assert _kept(tmp_path)["territoire"] == ["Vallée"]


def test_the_end_names_what_is_still_to_complete(typing: Typing) -> None:
    run = typing("Un", lines=["", "Vallée", "Un appel", "", "", "", "L’eau", "", "", "", "Les élus", "", "", ""])
    assert run.code == 0
    assert "4 keys still to complete: Form of agreement (outil), Partners (partenaires), " in run.err


ANSWERS = ["", "Vallée", "Un appel", "", "", "", "L’eau", "", "", "L’accord", "", "Les élus"]


@pytest.mark.parametrize("end", [[], [""]], ids=["at the end of the input", "by an empty line"])
def test_answers_from_a_file_make_a_case_and_leave_no_draft(typing: Typing, tmp_path: Path, end: list[str]) -> None:
    run = typing("Un", lines=[*ANSWERS, *end])
    assert run.code == 0
    assert f"Written: {Path('cases', 'un.yaml')}\n" in run.err
    assert "Les élus" in (tmp_path / "cases/un.yaml").read_text(encoding="utf-8")
    assert not (tmp_path / "cases" / kept_answers.FOLDER).exists()


def test_answers_that_end_before_the_last_question_stay_a_draft(typing: Typing, tmp_path: Path) -> None:
    run = typing("Un", lines=ANSWERS[:-2])
    assert "Your answers are kept in" in run.err
    assert _kept(tmp_path)["objet"] == ["L’accord"]
    assert [path.name for path in (tmp_path / "cases" / kept_answers.FOLDER).iterdir() if path.suffix != ".json"] == []


def test_a_blank_file_whose_name_is_taken_says_its_own(typing: Typing, tmp_path: Path) -> None:
    assert "taken" not in typing("Un", "--blank").err
    assert "That name is taken: this case will be un-2.\n" in typing("Un", "--blank").err
    assert (tmp_path / "cases/un-2.yaml").is_file()
