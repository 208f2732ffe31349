"""What is the same on each page is put in as it is: fonts, style sheets, a logo, whatever stands beside it."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from coopform.rendering.pages.shared_parts import SharedParts

# Texts as pages hold them: NUL is what handouts write out.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(texts, st.integers(0, 3)), max_size=8), st.lists(texts, min_size=4, max_size=4))
def test_a_page_is_what_it_would_be_if_nothing_were_held(page: list[tuple[str, int]], parts: list[str]) -> None:
    held = SharedParts()
    marked = "".join(text + str(held.hold(Markup(parts[number]))) for text, number in page)
    plain = "".join(text + parts[number] for text, number in page)
    assert held.put_in(marked.encode()).decode() == plain


def test_a_text_is_escaped_and_html_is_not_whichever_comes_first() -> None:
    for first, second in ((Markup("<b>"), "<b>"), ("<b>", Markup("<b>"))):
        held = SharedParts()
        page = f"{held.hold(first)} {held.hold(second)}".encode()
        assert held.put_in(page).decode() == f"{escape(first)} {escape(second)}"


def test_a_part_is_put_in_as_it_is() -> None:
    held = SharedParts()
    first = held.hold("first")
    assert held.put_in(held.hold(f"({first})").encode()) == b"(\0part-0\0)"


def test_ever_new_looks_do_not_pile_up() -> None:
    held = SharedParts()
    for number in range(1000):
        held.make_room()
        page = f"{held.hold(f'look {number}')} {held.hold('fonts')}".encode()
        assert held.put_in(page).decode() == f"look {number} fonts"
    assert len(held._parts) < 100


def test_what_only_looks_like_a_mark_stays() -> None:
    assert SharedParts().put_in(b"\0part-7\0") == b"\0part-7\0"
