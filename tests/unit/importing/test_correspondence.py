"""What letters and e-mails have around a sheet is in no rubric, and is kept."""

from pathlib import Path

import pytest

from coopform import import_document
from tests.support.trade_sheets import Sheet, write
from tests.support.usable import problems

ROWS = {"objet": ["Un bac"], "acteurs": ["2 maires"]}
LINES = ("Entente du Lac", "Enjeux", "L’eau", "Objet", "Un bac", "Acteurs", "2 maires")
PAGE = "<h1>Entente du Lac</h1><h2>Enjeux</h2><p>L’eau</p><h2>Objet</h2><p>Un bac</p><h2>Acteurs</h2><p>2 maires</p>"
WORD: list[object] = [
    ("h1", "Entente du Lac"),
    *((("h2", "Enjeux"), ("", "L’eau"), ("h2", "Objet"), ("", "Un bac"), ("h2", "Acteurs"), ("", "2 maires"))),
]
LETTER = ("CC du Lorn", "Lorme, le 3 mars 2025", "Objet : notre fiche", "Madame, Monsieur,")
HTML_MAIL = "From: Jeanne <j@exemple.org>\nSubject: Fiche\nContent-Type: text/html; charset=utf-8\n\n"
TEXT_MAIL = HTML_MAIL.replace("html", "plain")
FIELDS = "De : Paul\nEnvoyé : lundi 3 mars 2025 10:00\nÀ : Jeanne\nObjet : votre fiche"
ASKED = "Peux-tu m’envoyer ta fiche ?"


def _typed(mark: str = "") -> str:
    return "".join(f"{mark}{line}\n" for line in LINES)


# Each with the words around it.
SHEETS = [
    ("message.txt", f"{FIELDS}\n\n{_typed()}\nBien cordialement,\nJeanne\nTél. : 04 00 00 00 00\n", "Jeanne"),
    ("tabulations.txt", FIELDS.replace(" : ", " :\t") + f"\n\n{_typed()}", "Paul"),
    ("reponse.txt", f"Voici.\n\nLe lundi 3 mars 2025 à 10:00, Paul a écrit :\n\n{_typed('> ')}", "Paul a écrit"),
    ("coupe.txt", f"Voici.\n\nLe lundi 3 mars 2025 à 10:00, Paul <p@exemple.org> a\nécrit :\n\n{_typed('> ')}", "Paul"),
    ("transfert.txt", f"---------- Message transféré ----------\nBonjour,\n\n{_typed('>> ')}", "Message transféré"),
    ("message.eml", f"{TEXT_MAIL}{_typed()}-- \nJeanne\nTél. : 04 00 00 00 00\n", "Jeanne"),
    # The message of the facilitator, below the sheet that it asked for.
    (
        "cite.eml",
        f"{TEXT_MAIL}{_typed()}\nLe lundi 3 mars 2025, Paul a écrit :\n\n> Bonjour,\n> {ASKED}\n> Paul\n",
        ASKED,
    ),
    (
        "cite-page.eml",
        f"{HTML_MAIL}{PAGE}<div>Le 3 mars 2025 à 10:00, Paul &lt;p@exemple.org&gt; a écrit&nbsp;:</div>"
        f"<blockquote><p>Bonjour,</p><p>{ASKED}</p></blockquote>",
        ASKED,
    ),
    (
        "outlook.eml",
        f"{HTML_MAIL}{PAGE}<p>Bien à vous,</p><p>Jeanne</p><div><p><b>De&nbsp;:</b> Paul<br><b>Envoyé&nbsp;:</b> lundi"
        f"<br><b>À&nbsp;:</b> Jeanne<br><b>Objet&nbsp;:</b> votre fiche</p></div><p>{ASKED}</p>",
        ASKED,
    ),
    # A page that Word or a browser saved as one file.
    (
        "archive.mht",
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"
        f"Content-Type: text/html; charset=utf-8\n\n<html>{PAGE}<p>Cordialement</p></html>\n--x\n"
        "Content-Type: image/png\nContent-Location: image001.png\n\n\n--x--\n",
        "Saved by Blink",
    ),
    # Letters.
    ("lettre.docx", [*WORD, ("", "Bien cordialement, Jeanne Rive")], "Bien cordialement, Jeanne Rive"),
    (
        "formule.docx",
        [*WORD, ("", "Je reste à votre disposition pour en parler."), ("", "Cordialement"), ("", "Jeanne Rive")],
        "Jeanne Rive",
    ),
    (
        "papier.docx",
        [
            *(("", line) for line in LETTER),
            *WORD,
            ("", "Je vous prie d’agréer, Madame, Monsieur, mes salutations."),
            ("", "Le président,"),
            ("", "P.J. : bilan"),
        ],
        "P.J. : bilan",
    ),
    ("signe.html", f"{PAGE}<p>Fait à Lorme, le 3 mars 2025</p><p>La présidente</p>", "Fait à Lorme"),
    ("jointe.txt", f"Bonjour Paul,\nVoici notre fiche.\nBien cordialement,\nJeanne\n\n{_typed()}", "Voici notre fiche"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "content", "around"), SHEETS, ids=[name for name, *_ in SHEETS])
def test_what_is_around_a_sheet_is_in_no_rubric(tmp_path: Path, name: str, content: object, around: str) -> None:
    sheet = Sheet(name, content, "Entente du Lac", ROWS)
    assert problems(sheet, tmp_path) == []
    (made,) = import_document(write(sheet, tmp_path))
    case, _, left = made.text.partition("\n# ")
    assert around in left
    assert around not in case


def test_a_sign_of_a_line_that_is_not_quoted_stays(tmp_path: Path) -> None:
    text = (
        f"{TEXT_MAIL}{_typed()}12 > 10\n\nLe 3 mars 2025, Paul <p@exemple.org> a écrit :\n> Bonjour\n> Paul\n> Merci\n"
    )
    (made,) = import_document(write(Sheet("signe.eml", text, "", {}), tmp_path))
    assert "12 > 10" in made.text
    assert "Paul <p@exemple.org> a écrit" in made.text


SENTENCES = [
    "Le préfet a écrit :\n« L’eau d’abord »",
    "Merci aux maires",
    "Cordialement invités, les élus décident",
    "À vous de jouer, dit le préfet",
]


@pytest.mark.parametrize("text", SENTENCES)
def test_words_of_a_sheet_that_resemble_a_letter_stay_in_their_rubric(tmp_path: Path, text: str) -> None:
    rows = {"enjeux": text.replace(" :", "").split("\n"), "acteurs": ["Les maires"]}
    sheet = Sheet(
        "fiche.txt", f"Titre : Entente du Lac\nActeurs :\nLes maires\nEnjeux :\n{text}", "Entente du Lac", rows
    )
    assert problems(sheet, tmp_path) == []
