"""A hyphen before a number: case files and documents of others agree on which are minus signs."""

import pytest

from coopform.importing.lines import glued_hyphens
from coopform.text.bullets import BULLET


@pytest.mark.parametrize(
    "words",
    [
        "-5 %", "-5% d’eau", "-5 pour cent", "-2 degrés", "-3 °C au plus froid", "-1,5 M€ en 2014", "-12 000 euros",
        "-2 millions d’habitants", "-3 ha de prés", "-2 h de trajet", "-10 kt", "-4 m² par habitant", "-5 kWh",
        "-2 à -3 degrés", "-2 à 3 %", "-10 ou 20 km", "-5 to 6 degrees", "-3 ans",
    ],
)  # fmt: skip
def test_an_amount_may_be_negative(words: str) -> None:
    assert glued_hyphens.is_negative(words)
    assert BULLET.match(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "-5 CC", "-3 communes", "-2e axe", "-1er cercle", "-3 à 5 communes", "-2 ou 3 vallées", "-5 to 6 towns",
        "-3 de ces communes", "-2 d’entre elles", "-12 000 habitants", "-2015 : une charte", "-3 Pays", "-5 EPCI",
    ],
)  # fmt: skip
def test_a_hyphen_before_a_count_or_a_year_is_a_bullet(words: str) -> None:
    assert not glued_hyphens.is_negative(words)
    assert BULLET.match(words)
