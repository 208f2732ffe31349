"""How much room texts take, without an engine: against the table of the fonts, and against both engines."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.handouts.layout import points_room
from coopform.handouts.layout.points_room import MeasuredItem, Setting
from coopform.handouts.layout.text_widths import measured_text, width
from coopform.handouts.workshop.letters import letters
from coopform.model.case import Point
from coopform.model.grid import GRID
from coopform.model.outline import Item, items
from coopform.rendering.pages.environment import environment_of
from coopform.rendering.pdf.choose import choose
from tests.support.long_cases import long_cases
from tests.support.printed import ENGINES, read
from tests.tools import font_widths

SETTING = Setting(size=10, leading=1.4, width=100, language="fr")
WORDS = st.lists(st.sampled_from(["un", "territoire", "d’échange", "grand", "–", "peut-être", "x" * 90]), min_size=1)
POINTS = st.recursive(
    st.builds(Point, texte=WORDS.map(" ".join)),
    lambda inner: st.builds(Point, libelle=st.just("Axe"), points=st.lists(inner, min_size=1, max_size=4).map(tuple)),
    max_leaves=12,
)


def test_the_table_is_that_of_the_shipped_fonts() -> None:
    assert font_widths.FILE.read_text(encoding="utf-8") == font_widths.as_text()


def test_bold_takes_more_room() -> None:
    assert width("territoire", is_strong=True) > width("territoire") > 10 * width(" ")


@given(WORDS)
def test_more_room_never_takes_more_lines(words: list[str]) -> None:
    counts = [measured_text(" ".join(words)).line_count(room) for room in (5, 10, 20, 40, 80)]
    assert all(more >= fewer for more, fewer in pairwise(counts))
    assert counts[0] * 5 >= width(" ".join(words)) - len(words) * width(" ")


@given(st.lists(POINTS, min_size=1, max_size=6), st.floats(0, 300))
def test_splitting_loses_no_word_and_fits(points: list[Point], height: float) -> None:
    first, rest, _ = SETTING.split(points, height)
    assert SETTING.height(first, is_list=len(points) > 1) <= height + 0.001
    assert _words([*first, *rest]) == _words(points)


@pytest.mark.parametrize("height", range(20, 60, 5))
def test_a_single_point_under_a_label_is_as_far_in_as_several(height: int) -> None:
    points = [Point(texte="un"), Point(libelle="Axe", points=(Point(texte=" ".join(["eau"] * 150)),))]
    first, rest, _ = SETTING.split(points, height)
    assert SETTING.height(first, is_list=True) <= height
    assert _words([*first, *rest]) == _words(points)


def _words(points: list[Point]) -> list[str]:
    """Return the words of points without the labels, which are repeated."""
    return [word for item in items(points) for word in (item.point.texte or "").split()]


def test_letters_go_on_after_z() -> None:
    assert letters(28)[:2] + letters(28)[-3:] == ("A", "B", "Z", "AA", "AB")


ROWS = [case.row(rubric.key) for case in long_cases()[:10] for rubric in GRID]
PAGE = """<!doctype html><html lang="fr"><style>{{ style("fonts.css") }}{{ style("design.css") }}
body { font-size: 10pt; line-height: 1.4; }
@page { @bottom-right { content: none; } }
{% for height in heights %}
@page r{{ loop.index }} { size: {{ width }}mm {{ "%.2f" | format(height) }}mm; margin: 0; }
.r{{ loop.index }} { page: r{{ loop.index }}; break-after: page; }
{% endfor %}
</style><body>
{% for row in rows %}<section class="r{{ loop.index }}">{{ row | points }}</section>{% endfor %}
</body></html>"""


def _pages(engine: str, less: float) -> int:
    """Return how many pages the rows take, each on a page of the height that was worked out for it."""
    environment = environment_of("html", "fr")
    heights = [SETTING.height(row) - less for row in ROWS]
    page = environment.from_string(PAGE).render(rows=ROWS, heights=heights, width=SETTING.width)
    return len(read(choose(engine)(page)).pages)


@pytest.mark.parametrize("engine", ENGINES)
def test_both_engines_take_the_room_that_was_worked_out(engine: str) -> None:
    assert _pages(engine, 0) == len(ROWS)
    assert _pages(engine, SETTING.leading * SETTING.em) > 1.6 * len(ROWS)


def test_a_text_of_many_pages_is_measured_in_proportion_to_its_length(monkeypatch: pytest.MonkeyPatch) -> None:
    measured_item = points_room._measured_item
    lengths: list[int] = []

    def counting(item: Item, language: str) -> MeasuredItem:
        lengths.append(len(item.point.texte or ""))
        return measured_item(item, language)

    monkeypatch.setattr(points_room, "_measured_item", counting)

    def measured(words: int) -> int:
        lengths.clear()
        rest: tuple[Point, ...] = (Point(texte="territoire " * words),)
        while rest:
            _, rest, _ = SETTING.split(rest, 40)
        return sum(lengths)

    assert measured(8_000) < 2.2 * measured(4_000)
