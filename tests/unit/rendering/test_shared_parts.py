"""The parts that pages share are inserted unchanged: fonts, style sheets, a logo."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from coopform.rendering.pages.shared_parts import SharedParts

# Texts as pages hold them: NUL is what handouts write out.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(texts, st.integers(0, 3)), max_size=8), st.lists(texts, min_size=4, max_size=4))
def test_a_page_is_the_same_as_without_shared_parts(page: list[tuple[str, int]], parts: list[str]) -> None:
    shared = SharedParts()
    marked = "".join(text + str(shared.hold(Markup(parts[number]))) for text, number in page)
    plain = "".join(text + parts[number] for text, number in page)
    assert shared.put_in(marked.encode()).decode() == plain


def test_a_text_is_escaped_and_html_is_not_whichever_comes_first() -> None:
    for first, second in ((Markup("<b>"), "<b>"), ("<b>", Markup("<b>"))):
        parts = SharedParts()
        page = f"{parts.hold(first)} {parts.hold(second)}".encode()
        assert parts.put_in(page).decode() == f"{escape(first)} {escape(second)}"


def test_a_part_is_put_in_as_it_is() -> None:
    parts = SharedParts()
    first = parts.hold("first")
    assert parts.put_in(parts.hold(f"({first})").encode()) == b"(\0held-0\0)"


def test_ever_new_looks_do_not_pile_up() -> None:
    parts = SharedParts()
    for number in range(1000):
        parts.make_room()
        page = f"{parts.hold(f'look {number}')} {parts.hold('fonts')}".encode()
        assert parts.put_in(page).decode() == f"look {number} fonts"
    assert len(parts._parts) < 100


def test_what_only_looks_like_a_mark_stays() -> None:
    assert SharedParts().put_in(b"\0held-7\0") == b"\0held-7\0"
