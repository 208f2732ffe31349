"""A short run of the fuzzer; the long one is `python -m tests.tools.fuzz`."""

import pytest

from tests.tools import fuzz


@pytest.mark.parametrize("seed", [1, pytest.param(2, marks=pytest.mark.long)])
def test_changed_files_are_read_without_crash_hang_or_silent_loss(seed: int) -> None:
    assert list(fuzz.run(500, seed)) == []


def test_a_lost_word_is_detected() -> None:
    text = fuzz.seeds()[0]
    case, problems = fuzz.read(text)
    assert case is not None
    assert problems == []
    assert fuzz.lost_words(f"{text}\nresume: jamais dit\n", case) == ["dit", "jamais"]
