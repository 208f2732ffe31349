"""What a page shows of a text, told apart first and typeset only where there is something to set."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coopform.model import vocabulary
from coopform.text.display import shown
from coopform.text.folding import typeset, visible
from tests.strategies import texts

signs = st.lists(st.sampled_from([*"«»;:!?/%€0³٣a é\u00a0\u202f\u200b\n", "1 000", "3 axes"]), max_size=8).map("".join)


@pytest.mark.parametrize("language", ["fr", "en"])
@given(text=st.one_of(signs, texts))
def test_a_text_is_shown_as_it_is_typeset(language: str, text: str) -> None:
    assert shown(text, language) == typeset(visible(text), language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Le SCoT, porté par 5 CC", ["CC", "SCoT"]),
        ("CC-PNR (SAGE)", ["CC", "PNR", "SAGE"]),
        ("xCC CCx CC2 éCC SCOT", []),
        ("C", []),
    ],
)
def test_acronyms_are_whole_words(text: str, found: list[str]) -> None:
    assert list(vocabulary.load().sigles_in(["une première", text])) == found
