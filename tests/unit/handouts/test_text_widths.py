"""Where the lines of a text end: after a hyphen or not, and alike in a title."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.handouts.layout.text_widths import balanced, hyphened_names, measured_text


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("crêtes d’Aubrac-le-Vieux", ["d’Aubrac-le-Vieux"]),
        ("«\u00a0Saint-Étienne\u00a0», Rhône-Alpes", ["«\u00a0Saint-Étienne\u00a0»,", "Rhône-Alpes"]),
        ("le PNR-Pays, Bourg-en-Bresse et lui", ["PNR-Pays,", "Bourg-en-Bresse"]),
        ("Peut-être ville-campagne, au rendez-vous – à mi-temps", []),
        # Wider than a narrow column.
        ("Bourgogne-Franche-Comté", []),
        ("A-" * 100_000 + "B", []),
        ("sans trait d’union", []),
        ("- -A A- -", []),
        ("", []),
    ],
)
def test_a_name_with_hyphens_is_whole(text: str, names: list[str]) -> None:
    parts = hyphened_names(text)
    assert "".join(part for part, _ in parts) == text
    assert [part for part, is_name in parts if is_name] == names


def test_a_line_ends_before_a_name_and_after_the_hyphen_of_a_word() -> None:
    # Each is on a line of 10 ems with room for what is before its hyphen.
    assert measured_text("communes Aubrac-le-Vieux du Ponant").line_count(10) == 3
    assert measured_text("communes aubrac-le-vieux du Ponant").line_count(10) == 2


@given(st.lists(st.sampled_from(["à", "des", "outils", "formaliser", "coopérations ?"]), min_size=1), st.floats(5, 60))
def test_a_title_takes_no_more_lines_where_they_are_alike(words: list[str], room: float) -> None:
    title = " ".join(words)
    width = balanced(title, room, is_strong=True)
    measured = measured_text(title, is_strong=True)
    lines = measured.line_count(room)
    assert width <= room
    assert measured.line_count(width) == lines
    assert width == room if lines == 1 else measured.line_count(width - 0.2) > lines
