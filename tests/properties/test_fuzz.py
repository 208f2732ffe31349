"""A short run of the fuzzers; the long ones are `python -m tests.tools.fuzz` and `… .fuzz_import`."""

import pytest

from tests.tools import fuzz, fuzz_import


@pytest.mark.parametrize(("number", "seed"), [(200, 1), pytest.param(500, 2, marks=pytest.mark.long)])
def test_changed_files_are_read_without_crash_hang_or_silent_loss(number: int, seed: int) -> None:
    assert list(fuzz.run(number, seed)) == []


@pytest.mark.parametrize(("number", "seed"), [(40, 1), pytest.param(300, 2, marks=pytest.mark.long)])
def test_changed_documents_are_imported_or_refused(number: int, seed: int) -> None:
    assert list(fuzz_import.run(number, seed)) == []


def test_a_lost_word_is_detected() -> None:
    text = fuzz.seeds()[0]
    case, problems = fuzz.read(text)
    assert case is not None
    assert problems == []
    assert fuzz.lost_words(f"{text}\nresume: jamais dit\n", case) == ["dit", "jamais"]
