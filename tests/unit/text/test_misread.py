"""UTF-8 that was read as Windows-1252 is read again; other texts stay."""

import pytest

from coopform.text.misread import has_signs, misread_words, read_again

TEXTS = (
    "Coopération d’État – « l’été »",
    "Forêt, où, cœur… 12 €",
    "à l’Île",
    "Çà et là",
    "ÀÉÈ",
    "\u00a0: ï",
    "● ✓ → ≤ ﬁ",
)


@pytest.mark.parametrize("text", TEXTS)
def test_a_misread_text_is_read_again(text: str) -> None:
    misread = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode("utf-8"))
    assert misread != text
    assert read_again(misread) == text
    assert has_signs(misread)
    assert "".join(right for _, _, right in misread_words(misread, 0, len(misread)))


def test_a_misread_word_is_found_with_its_non_breaking_space() -> None:
    assert list(misread_words("de Ã\u00a0 Ã©tÃ©", 3, 12)) == [(3, "Ã\u00a0", "à"), (6, "Ã©tÃ©", "été")]


@pytest.mark.parametrize("text", [*TEXTS, "L’Âge d’or", "pâté", "â", "ÂGE", "São Paulo, Ålesund"])
def test_a_text_that_was_read_well_stays(text: str) -> None:
    assert read_again(text) == text
