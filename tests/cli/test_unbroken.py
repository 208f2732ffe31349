"""Output to a pipe has the same layout as the tables of rich."""

from collections.abc import Sequence

from hypothesis import example, given
from hypothesis import strategies as st
from rich import box
from rich.console import Group
from rich.table import Table
from rich.text import Text

from coopform.model.case import Point
from coopform.rendering.terminal import console, points, unbroken
from coopform.text.i18n import Translator

T = Translator("fr")
WORDS = st.lists(st.sampled_from(["eau", "forêt", "l’œuvre", "«", "漢字", "x" * 40]), min_size=1, max_size=4).map(
    " ".join
)
TEXTS = st.lists(WORDS, min_size=1, max_size=3).map("\n\n".join)
POINTS = st.recursive(
    st.builds(Point, libelle=st.none() | WORDS, texte=TEXTS),
    lambda below: st.builds(Point, libelle=WORDS, points=st.lists(below, min_size=1, max_size=3).map(tuple)),
    max_leaves=6,
)


@given(st.lists(POINTS, max_size=4))
@example([Point(libelle="Pilotage", texte="un\n\ndeux"), Point(libelle="3 axes", points=(Point(texte="un\n\ndeux"),))])
def test_an_outline_is_that_of_the_terminal(outline: list[Point]) -> None:
    assert console.as_text(points.flat(outline, T)) == console.as_text(points.view(outline, T))


TABLES = st.integers(2, 4).flatmap(
    lambda count: st.lists(
        st.lists(st.just("") | TEXTS, min_size=count, max_size=count), min_size=2, max_size=4
    )
)  # fmt: skip


@given(TABLES)
def test_a_table_is_that_of_rich(rows: Sequence[Sequence[str]]) -> None:
    # Titles have one line.
    rows = [[heading.partition("\n")[0] for heading in rows[0]], *rows[1:]]
    table = Table(box=box.SIMPLE_HEAD, show_lines=True, pad_edge=False, show_edge=False)
    for number, heading in enumerate(rows[0]):
        table.add_column(heading, min_width=0 if number else 16)
    for row in rows[1:]:
        table.add_row(*map(Text, row))
    made = "".join(console.as_text(line) for line in unbroken.table([[*map(Text, row)] for row in rows], 16))
    assert made == console.as_text(table)


@given(TABLES)
def test_columns_are_those_of_rich(rows: Sequence[Sequence[str]]) -> None:
    grid = Table.grid(padding=(0, 2, 0, 0))
    for row in rows:
        grid.add_row(*map(Text, row))
    made = "".join(console.as_text(line) for line in unbroken.columns([[*map(Text, row)] for row in rows], gap=2))
    assert made == console.as_text(grid)


def test_nothing_is_cut_away() -> None:
    cells = [Text("x" * 70_000), Text("y" * 70_000)]
    made = console.as_text(Group(*unbroken.columns([cells], gap=2)))
    assert made == "x" * 70_000 + "  " + "y" * 70_000 + "\n"
