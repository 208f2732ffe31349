"""The encoding of a French text of an old program is recognised."""

import pytest

from coopform.text import old_encodings

TEXTS = (
    "Les lacs d'été ; la pêche à la ligne",
    "Façade", "Forêt", "Où", "« Le pôle »", "L'ÉTÉ ; équiper", "Île aux chênes, sûrement", "Près du gué",
)  # fmt: skip


@pytest.mark.parametrize("encoding", ["cp1252", "cp850", "mac_roman"])
@pytest.mark.parametrize("text", TEXTS)
def test_the_encoding_of_french_is_recognised(text: str, encoding: str) -> None:
    data = text.encode(encoding)
    assert data.decode(old_encodings.name_of(data)) == text


def test_windows_is_the_first_guess() -> None:
    assert old_encodings.name_of(b"ab") == "cp1252"
    assert old_encodings.name_of("l’œuvre – 12 €".encode("cp1252")) == "cp1252"
