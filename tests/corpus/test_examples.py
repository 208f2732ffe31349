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
def test_the_wrong_example_has_the_problem_and_the_right_one_none(code: str) -> None:
    wrong = EXAMPLES[code].wrong
    assert code in codes(f"{wrong}\n") or code in codes(complete(wrong))
    # The examples have few lines, so warnings on empty rows do not count, but in the example of such a row.
    found = problems_of(complete(EXAMPLES[code].right))
    of_row = "enjeux" if code == "empty-rubric" else None
    assert [one for one in found if one.code != "empty-rubric" or one.params["key"] == of_row] == []


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_explanation_is_whole(language: str) -> None:
    for code, entry in CATALOGUE.items():
        explained = explain.explain(code, Translator(language))
        assert explained.code == code
        for text in (explained.message, explained.help, explained.wrong, explained.right):
            assert text, code
            assert "{" not in text or "{" in EXAMPLES[code].wrong + entry.message + entry.help, code


def test_explain_shows_what_to_type(coopform: Coopform) -> None:
    run = coopform("check", "--explain", "second-colon")
    assert run.code == 0
    assert run.out == (
        "second-colon (error)\n\n"
        "The text of “titre” contains a second colon followed by a space.\n"
        'Put the whole text in straight quotes: titre: "Entente : un essai"\n\n'
        "Incorrect:\n\n    titre: Entente : un essai\n\n"
        'Correct:\n\n    titre: "Entente : un essai"\n'
    )


def test_explain_an_unknown_code(coopform: Coopform) -> None:
    run = coopform("check", "--explain", "second")
    assert (run.code, run.out) == (2, "")
    assert "The nearest: second-colon." in run.err


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_pages_of_codes_are_up_to_date(language: str) -> None:
    path: Path = problem_pages.path(language)
    assert path.read_text(encoding="utf-8") == problem_pages.page(language)
