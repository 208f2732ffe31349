"""The lines of a paragraph that was broken at a column are one point; other lines stay points."""

from pathlib import Path
from textwrap import fill

import pytest

from coopform import import_document
from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.importing.readers import wrapped_lines

STAKES = (
    "Les communes de la vallée partagent une même ressource en eau, qui manque chaque été depuis la sécheresse de "
    "2022. La Communauté de communes des Deux Rives et le Parc naturel régional cherchent à la répartir sans que les "
    "uns paient pour les autres, et à préserver les zones humides qui la retiennent au printemps."
)
OBJECT = "Un règlement commun des prélèvements, un comptage partagé et un fonds de 12 000 € pour les zones humides."
ACTORS = (
    "Un comité de pilotage réunit les maires et le Parc : il décide des tours d’eau, ouvre les vannes et rend compte.",
    "Un animateur, à mi-temps, est porté par la communauté de communes et suit les relevés de chaque commune.",
    "Habitants",
)


def _points(text: str, folder: Path, name: str) -> dict[str, list[str]]:
    (folder / name).write_text(text, "utf-8")
    (made,) = import_document(folder / name)
    case = read_case(Source("", made.text), "").value
    assert case is not None
    return {key: list(case.row_texts(key)) for key in ("enjeux", "objet", "acteurs")}


def _sheet(width: int, *, indent: str = "  ") -> str:
    def broken(text: str) -> str:
        return fill(text, width, break_long_words=False)

    actors = "\n".join(fill(text, width, initial_indent="- ", subsequent_indent=indent) for text in ACTORS)
    return f"Le partage de l’eau\n\nEnjeux\n{broken(STAKES)}\n\nObjet\n{broken(OBJECT)}\n\nActeurs\n{actors}\n"


@pytest.mark.parametrize("width", [58, 65, 72, 76, 80, 100])
@pytest.mark.parametrize("indent", ["  ", ""])
def test_a_paragraph_that_was_broken_at_a_column_is_one_point(tmp_path: Path, width: int, indent: str) -> None:
    expected = {"enjeux": [STAKES], "objet": [OBJECT]}
    found = _points(_sheet(width, indent=indent), tmp_path, "fiche.txt")
    assert found | expected == found
    assert " ".join(found["acteurs"]).replace(" :", "") == " ".join(ACTORS).replace(" :", "")


def test_a_quoted_message_that_was_broken_is_joined_too(tmp_path: Path) -> None:
    quoted = "".join(f"> {line}\n" for line in _sheet(72).split("\n"))
    mail = f"Subject: Fiche\nContent-Type: text/plain; charset=utf-8\n\nLe 3 mars 2025, Paul a écrit :\n{quoted}"
    assert _points(mail, tmp_path, "message.eml")["enjeux"] == [STAKES]


def test_no_word_is_lost_where_lines_are_joined() -> None:
    lines = [*_sheet(72).split("\n"), *(line for points in POINTS for line in points)]
    joined = wrapped_lines.joined(lines)
    assert len(joined) == len(lines)
    assert " ".join(joined).split() == " ".join(lines).split()


# Lines that are points, though some go on in small letters.
POINTS = [
    ["l’eau potable", "les transports scolaires", "la culture"],
    [
        "les transports à la demande, avec les taxis des deux vallées et du plateau",
        "l’eau",
        "la culture",
        "les écoles de musique des trois pays, et leurs orchestres de jeunes",
    ],
    ["Organiser ensemble les transports scolaires et ceux des personnes", "Préserver les zones humides du plateau"],
    ["Un point qui n’a pas été coupé et qui va bien au-delà de la largeur d’une page. " * 3, "L’eau", "la forêt"],
]  # fmt: skip


@pytest.mark.parametrize("lines", POINTS, ids=[lines[0][:20] for lines in POINTS])
def test_lines_that_are_points_are_not_joined(tmp_path: Path, lines: list[str]) -> None:
    text = "\n".join(lines)
    found = _points(f"Le pays\n\nEnjeux\n{text}\n\nActeurs\nLes maires\nObjet\nUn bac\n", tmp_path, "fiche.txt")
    assert found["enjeux"] == [line.strip() for line in lines]
