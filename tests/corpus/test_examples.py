"""Each problem code has a wrong example with the problem, and a right one without."""

from pathlib import Path

import pytest

from coopform.checking import explain
from coopform.checking.explain import complete, problems_of
from coopform.problems.catalogue import CATALOGUE
from coopform.problems.examples import EXAMPLES
from coopform.text.i18n import Translator
from tests.support.running import Coopform
from tests.tools import problem_pages

IN_TEXT = [code for code, example in EXAMPLES.items() if not example.is_sentence]


def codes(text: str) -> list[str]:
    return [problem.code for problem in problems_of(text)]


def test_every_code_has_its_example() -> None:
    assert EXAMPLES.keys() == CATALOGUE.keys()


@pytest.mark.parametrize("code", IN_TEXT)
def test_the_wrong_example_has_the_problem(code: str) -> None:
    wrong = EXAMPLES[code].wrong
    assert code in codes(f"{wrong}\n") or code in codes(complete(wrong))


@pytest.mark.parametrize("code", IN_TEXT)
def test_the_right_example_has_none(code: str) -> None:
    # The examples have few lines, so warnings on empty rows do not count.
    found = [problem for problem in problems_of(complete(EXAMPLES[code].right)) if problem.code != "empty-rubric"]
    if code == "empty-rubric":
        found = [
            problem for problem in problems_of(complete(EXAMPLES[code].right)) if problem.params["key"] == "enjeux"
        ]
    assert found == []


@pytest.mark.parametrize("language", ["fr", "en"])
@pytest.mark.parametrize("code", list(CATALOGUE))
def test_an_explanation_is_whole(code: str, language: str) -> None:
    explained = explain.explain(code, Translator(language))
    assert explained.code == code
    for text in (explained.message, explained.help, explained.wrong, explained.right):
        assert text
        assert "{" not in text or "{" in EXAMPLES[code].wrong + CATALOGUE[code].message + CATALOGUE[code].help


def test_explain_shows_what_to_type(coopform: Coopform) -> None:
    run = coopform("check", "--explain", "second-colon")
    assert run.code == 0
    assert run.out == (
        "second-colon (error)\n\n"
        "A second colon followed by a space stands in the text of “titre”.\n"
        'Put the whole text in straight quotes: titre: "Entente : un essai"\n\n'
        "Wrong:\n\n    titre: Entente : un essai\n\n"
        'Right:\n\n    titre: "Entente : un essai"\n'
    )


def test_explain_an_unknown_code(coopform: Coopform) -> None:
    run = coopform("check", "--explain", "second")
    assert (run.code, run.out) == (2, "")
    assert "The nearest: second-colon." in run.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pages_of_codes_are_up_to_date(language: str) -> None:
    path: Path = problem_pages.path(language)
    assert path.read_text(encoding="utf-8") == problem_pages.page(language)
