import pytest

from coopform.text.clock import minutes_of, minutes_of_day


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("9:30", 570),
        ("9h30", 570),
        ("9 h 30", 570),
        ("9\u00a0h\u00a030", 570),
        ("9\u202fH\u202f30", 570),
        ("9.30", 570),
        ("9 h 30 min", 570),
        ("9 heures 30", 570),
        ("9 h", 540),
        ("9", 540),
        ("24h", None),
        ("9h75", None),
        ("9,30", None),
        ("930", None),
        ("midi", None),
        ("", None),
    ],
)
def test_a_time_of_day_is_read_as_people_and_word_type_it(typed: str, minutes: int | None) -> None:
    assert minutes_of_day(typed) == minutes


@pytest.mark.parametrize(
    ("typed", "minutes"),
    [
        ("3h30", 210),
        ("3\u00a0h\u00a030", 210),
        ("3 heures 30 minutes", 210),
        ("3 hours", 180),
        ("210", 210),
        ("210 mn", 210),
        ("90 minutes", 90),
        ("3.5", None),
        ("3h75", None),
        ("une heure", None),
    ],
)
def test_a_duration_is_read_as_people_and_word_type_it(typed: str, minutes: int | None) -> None:
    assert minutes_of(typed) == minutes
