"""UTF-8 that was read as Windows-1252 is read again; other texts stay."""

import pytest

from coopform.text.misread import read_again

TEXTS = ("Coopération d’État – « l’été »", "Forêt, où, cœur… 12 €", "à l’Île", "Çà et là", "ÀÉÈ", "\u00a0: ï")


@pytest.mark.parametrize("text", TEXTS)
def test_a_misread_text_is_read_again(text: str) -> None:
    misread = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode("utf-8"))
    assert misread != text
    assert read_again(misread) == text


@pytest.mark.parametrize("text", [*TEXTS, "L’Âge d’or", "pâté", "â", "ÂGE", "São Paulo, Ålesund"])
def test_a_text_that_was_read_well_stays(text: str) -> None:
    assert read_again(text) == text
