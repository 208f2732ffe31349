"""UTF-8 that was read as another encoding, entities and codes of e-mails are read again; other texts stay."""

import pytest

from coopform.text.misread import read_again

TEXTS = (
    "Coopération d’État – « l’été »", "Forêt, où, cœur… 12 €", "à l’Île", "Çà et là", "ÀÉÈ", "\u00a0: ï",
    "eau™", "\ufeffeau",
)  # fmt: skip


@pytest.mark.parametrize("text", TEXTS)
def test_a_misread_text_is_read_again(text: str) -> None:
    misread = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in text.encode("utf-8"))
    assert misread != text
    assert read_again(misread) == text


@pytest.mark.parametrize("page", ["cp850", "cp437", "mac_roman"])
@pytest.mark.parametrize("text", TEXTS)
def test_a_text_that_a_console_or_an_old_macintosh_misread_is_read_again(text: str, page: str) -> None:
    assert read_again(text.encode("utf-8").decode(page)) == text


@pytest.mark.parametrize(
    "text",
    [
        *TEXTS,
        "√2 ¬ A ≈ 3 ÔÔ",
        "R&D; S&Co; B&region; C&notaire; P&Pr;",
        "l&quot;",
        "a &lt; b",
        "x=C3",
        "y=C3=AA, (x=C5=93)",
        "L’Âge d’or",
        "pâté",
        "â",
        "ÂGE",
        "São Paulo, Ålesund",
    ],
)
def test_a_text_that_was_read_well_stays(text: str) -> None:
    assert read_again(text) == text


@pytest.mark.parametrize(
    ("misread", "right"),
    [
        ("lÃ  oÃ¹", "là où"),
        ("voilÃ  la", "voilà la"),
        ("jusquâ€™Ã la", "jusqu’à la"),
        ("coopÃƒÂ©ration", "coopération"),
        ("1Â : Eau", "1 : Eau"),
        ("l&#39;&eacute;t&#xe9;&nbsp;: R&amp;D&hellip;", "l’été\u00a0: R&D…"),
        ("l=E2=80=99=C3=A9t=C3=A9", "l’été"),
        (
            "L=C3=A0, o=C3=B9 il est n=C3=A9, for=C3=AAt : =C3=A0 t=C3=AAte repos=C3=A9e",
            "Là, où il est né, forêt : à tête reposée",
        ),
        ("Ã©t├®", "été"),
    ],
)
def test_a_misread_text_that_was_changed_since_is_read_again(misread: str, right: str) -> None:
    assert read_again(misread) == right


@pytest.mark.parametrize("text", ["MAÇÃ VERDE", "SÃO", "Â : lettre"])
def test_capitals_are_no_misread_letters(text: str) -> None:
    assert read_again(text) == text
