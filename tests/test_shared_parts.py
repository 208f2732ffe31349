"""Parts shared by all pages (fonts, style sheets, logo) are inserted unchanged, whatever the text around them."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from coopform.rendering.pages.shared_parts import Held

# Texts of pages, in which NUL does not occur.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(texts, st.integers(0, 3)), max_size=8), st.lists(texts, min_size=4, max_size=4))
def test_shared_parts_are_inserted_unchanged(page: list[tuple[str, int]], parts: list[str]) -> None:
    held = Held()
    marked = "".join(text + str(held.hold(Markup(parts[number]))) for text, number in page)
    plain = "".join(text + parts[number] for text, number in page)
    assert held.put_in(marked.encode()).decode() == plain


def test_a_text_is_escaped_and_html_is_not_whichever_comes_first() -> None:
    for first, second in ((Markup("<b>"), "<b>"), ("<b>", Markup("<b>"))):
        held = Held()
        page = f"{held.hold(first)} {held.hold(second)}".encode()
        assert held.put_in(page).decode() == f"{escape(first)} {escape(second)}"


def test_a_part_is_put_in_as_it_is() -> None:
    held = Held()
    first = held.hold("first")
    assert held.put_in(held.hold(f"({first})").encode()) == b"(\0held-0\0)"


def test_ever_new_looks_do_not_pile_up() -> None:
    held = Held()
    for number in range(1000):
        held.make_room()
        page = f"{held.hold(f'look {number}')} {held.hold('fonts')}".encode()
        assert held.put_in(page).decode() == f"look {number} fonts"
    assert len(held._parts) < 100


def test_what_only_looks_like_a_mark_stays() -> None:
    assert Held().put_in(b"\0held-7\0") == b"\0held-7\0"
