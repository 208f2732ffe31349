"""A case written to a file and read again is the same, without a problem."""

import pytest
from hypothesis import given

from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.casefile.writer import write_case
from coopform.model.case import Case, Lecture, Point
from tests.support.strategies import ASKED, cases, dealt_cases


def assert_round_trip(case: Case) -> None:
    text = write_case(case)
    read = read_case(Source("cas.yaml", text), case.id)
    assert [problem.code for problem in read.problems if problem.code not in ASKED] == [], text
    assert read.value == case


@given(case=cases)
def test_any_case_comes_back(case: Case) -> None:
    assert_round_trip(case)


@pytest.mark.long
def test_each_text_comes_back_from_every_field() -> None:
    for case in dealt_cases():
        assert_round_trip(case)


def test_a_reading_without_a_word_comes_back() -> None:
    assert_round_trip(Case(id="cas", titre="Cas", outil=("Entente",), lecture=Lecture()))


def test_a_long_label_stays_before_its_colon() -> None:
    label = "Élaboration concertée d’une charte " * 4
    case = Case(id="cas", titre="Cas", outil=("Entente",), objet=(Point(libelle=label.strip(), texte="x"),))
    assert "\n  - Élaboration" in write_case(case)
