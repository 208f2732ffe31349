"""Rows over pages: as few pages as the smallest type needs, evenly filled, no word lost."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from coopform.handouts.layout.even_pages import even_pages
from coopform.handouts.layout.paged_rows import RowsFrame
from coopform.model.case import Point
from coopform.model.outline import items

FRAME = RowsFrame(
    room=100,
    widths=(80,),
    padding=4,
    sizes=(20, 16, 12),
    leading=1.2,
    language="fr",
    label=lambda *_: 10,
    most=6,
    most_spare=5,
)
ROWS = st.lists(st.lists(st.integers(1, 60), max_size=6), min_size=1, max_size=9)


def test_pages_are_evenly_filled() -> None:
    assert [len(page) for page in even_pages([10] * 8, 100, 6)] == [4, 4]
    assert [len(page) for page in even_pages([10] * 20, 100, 6)] == [5] * 4
    assert even_pages([60, 30, 30, 60], 100, 6) == [range(2), range(2, 4)]
    # One alone only where there is no other way.
    assert even_pages([70, 25, 64, 23, 23, 35], 100, 6) == [range(2), range(2, 4), range(4, 6)]
    assert even_pages([90, 90, 30, 30], 100, 6) == [range(1), range(1, 2), range(2, 4)]
    assert even_pages([], 100, 6) == []


@given(st.lists(st.floats(1, 100), max_size=12))
def test_each_thing_is_on_one_page_that_holds_it(heights: list[float]) -> None:
    pages = even_pages(heights, 100, 4)
    assert [place for page in pages for place in page] == list(range(len(heights)))
    assert all(len(page) <= 4 and sum(heights[place] for place in page) <= 100.001 for page in pages)


@given(ROWS)
def test_no_word_is_lost_and_no_page_is_too_full(lengths: list[list[int]]) -> None:
    rows = [(tuple(Point(texte=" ".join(["territoire"] * length)) for length in row),) for row in lengths]
    pages = FRAME.paged(rows)
    said = [row for page in pages for row in page.rows]
    assert [_words(cells) for cells in rows] == [
        sum(_words(tuple(cell.points for cell in row.cells)) for row in said if row.place == place)
        for place in range(len(rows))
    ]
    assert all(sum(row.height for row in page.rows) <= FRAME.room + 0.1 for page in pages)
    assert len({page.size for page in pages}) == 1


def test_a_text_that_a_page_holds_is_not_divided() -> None:
    row = tuple(Point(texte=f"point {number} " + "territoire " * 11 + "fin") for number in range(12))
    pages = FRAME.paged([(row,)])
    said = [point.texte or "" for page in pages for part in page.rows for point in part.cells[0].points]
    assert len(pages) > 1
    assert said == [point.texte for point in row]


def test_the_parts_of_a_row_are_alike() -> None:
    row = tuple(Point(texte="territoire") for _ in range(20))
    [first, second] = [part for page in FRAME.paged([(row,)]) for part in page.rows]
    assert abs(len(first.cells[0].points) - len(second.cells[0].points)) <= 4


def test_a_page_with_room_left_has_larger_type() -> None:
    rows = [((Point(texte="territoire " * words),),) for words in (10, 30)]
    assert {page.size for page in replace(FRAME, most=1).paged(rows)} == {16}
    assert [page.size for page in replace(FRAME, most=1, most_larger=1.3).paged(rows)] == [20, 16]
    # Beside a page in smaller type it is only so much larger.
    assert [page.size for page in replace(FRAME, most=1, most_larger=1.2).paged(rows)] == [16, 16]


def test_a_row_is_alone_only_where_smaller_type_leaves_it_alone_too() -> None:
    # Larger type would need as many pages: the second row would not be with the first any more.
    labels = (46, 10, 26, 26, 26, 31)
    frame = replace(FRAME, label=lambda place, *_: labels[place])
    rows = [((Point(texte="territoire " * (22 if place == 1 else 1)),),) for place in range(len(labels))]
    pages = frame.paged(rows)
    assert [len(page.rows) for page in pages] == [2, 2, 2]
    assert {page.size for page in pages} == {12}


def test_a_part_is_still_a_list_and_knows_where_it_began() -> None:
    long, short = Point(texte="territoire " * 400 + "fin"), Point(texte="territoire")
    parts = [part.cells[0] for page in FRAME.paged([((short, long),)]) for part in page.rows]
    assert len(parts) > 1
    assert all(part.is_list for part in parts)
    assert parts[-1].going_on == 1
    assert parts[0].going_on == 0
    alone = [part.cells[0] for page in FRAME.paged([((long,),)]) for part in page.rows]
    assert not any(part.is_list for part in alone)


def _words(cells: tuple[tuple[Point, ...], ...]) -> int:
    return sum(len((item.point.texte or "").split()) for cell in cells for item in items(cell))
