"""Where the lines of a text end: after a hyphen or not, and alike in a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.handouts.layout.text_widths import balanced, hyphened_words, measured_text


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("crêtes d’Aubrac-le-Vieux", ["d’Aubrac-le-Vieux"]),
        ("«\u00a0Saint-Étienne\u00a0», Rhône-Alpes", ["«\u00a0Saint-Étienne\u00a0»,", "Rhône-Alpes"]),
        ("le PNR-Pays, Bourg-en-Bresse et lui", ["PNR-Pays,", "Bourg-en-Bresse"]),
        ("Peut-être ville-campagne, au rendez-vous – quasi-public, inter-communal, vice-présidente", []),
        # A part of three letters at most is alone on no line.
        ("un poste à mi-temps, non-titulaire", ["mi-temps,", "non-titulaire"]),
        ("c’est-à-dire\u00a0: celui-ci, y a-t-il", ["c’est-à-dire\u00a0:", "celui-ci,", "a-t-il"]),
        ("Co-operation, part-time and follow-up", ["Co-operation,", "follow-up"]),
        ("infra- et supra-communal, – -1-", []),
        # Wider than a narrow column.
        ("Bourgogne-Franche-Comté", []),
        ("A-" * 100_000 + "B", []),
        ("sans trait d’union", []),
        ("- -A A- -", []),
        ("", []),
    ],
)
def test_a_name_and_a_word_with_a_short_part_are_whole(text: str, whole: list[str]) -> None:
    parts = hyphened_words(text)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, is_whole in parts if is_whole] == whole


def test_a_line_ends_before_a_name_and_after_the_hyphen_of_a_word() -> None:
    # Each is on a line of 10 ems with room for what is before its hyphen.
    assert measured_text("communes Aubrac-le-Vieux du Ponant").line_count(10) == 3
    assert measured_text("communes aubrac-sous-vieux du Ponant").line_count(10) == 2


def test_a_word_wider_than_a_line_goes_on_with_a_whole_letter_and_an_address_after_a_slash() -> None:
    # Eleven letters of .84 em fill a line of ten, eleven and a part of one more do not; each part has eight letters.
    assert measured_text("m" * 44).line_count(10) == 4
    assert measured_text("m" * 45).line_count(10) == 5
    assert measured_text("mmmmmmm/" * 6).line_count(10) == 6


@given(st.lists(st.sampled_from(["à", "des", "outils", "formaliser", "coopérations ?"]), min_size=1), st.floats(5, 60))
def test_a_title_takes_no_more_lines_where_they_are_alike(words: list[str], room: float) -> None:
    title = " ".join(words)
    width = balanced(title, room, is_strong=True)
    measured = measured_text(title, is_strong=True)
    lines = measured.line_count(room)
    assert width <= room
    assert measured.line_count(width) == lines
    assert width == room if lines == 1 else measured.line_count(width - 0.2) > lines
