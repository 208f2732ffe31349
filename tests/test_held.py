"""What is the same on each page is put in as it is: fonts, style sheets, a logo, whatever stands beside it."""

from hypothesis import given
from hypothesis import strategies as st

from coopform.held import Held

# Texts as pages hold them: NUL is what handouts write out.
texts = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))


@given(st.lists(st.tuples(texts, st.integers(0, 3)), max_size=8), st.lists(texts, min_size=4, max_size=4))
def test_a_page_is_what_it_would_be_if_nothing_were_held(page: list[tuple[str, int]], parts: list[str]) -> None:
    held = Held()
    marked = "".join(text + str(held.hold(parts[number])) for text, number in page)
    plain = "".join(text + parts[number] for text, number in page)
    assert held.put_in(marked.encode()).decode() == plain


def test_a_part_may_hold_another() -> None:
    held = Held()
    inner = held.hold("src: url(…)")
    assert held.put_in(held.hold(f"@font-face {{ {inner} }}").encode()).decode() == "@font-face { src: url(…) }"


def test_what_only_looks_like_a_mark_stays() -> None:
    assert Held().put_in(b"\0held-7\0") == b"\0held-7\0"
