"""The cases for a peer: the same texts in the same order, in a structure that is simple for its templates.

Points have the keys `libelle`, `texte` and `points`, which coopform only makes while it reads a case.
"""

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from coopform import as_text, case_files, sheet

# The rows of a sheet: the keys of each, and its heading.
ROWS = (
    (("declencheurs",), "Éléments déclencheurs"),
    (("partenaires", "echelle"), "Partenaires / échelle"),
    (("enjeux",), "Enjeux"),
    (("ambitions",), "Ambitions"),
    (("objet",), "Objet"),
    (("acteurs",), "Acteurs"),
)
Values = dict[str, Any]


def read(folder: Path) -> Iterator[tuple[str, Values]]:
    """Yield each case of a folder, with a name for its files."""
    for path in sorted(folder.rglob("*.yaml")):
        # All scalars as texts, like in coopform.
        case = yaml.load(path.read_bytes(), Loader=yaml.CBaseLoader)
        yield _name(path.stem), _shaped(case)


def _name(stem: str) -> str:
    plain = unicodedata.normalize("NFD", stem.lower().replace("œ", "oe"))
    return re.sub(r"[^a-z0-9]+", "-", plain.encode("ascii", "ignore").decode()).strip("-")


def _shaped(case: Values) -> Values:
    shaped = {key: value for key, value in case.items() if not any(key in keys for keys, _ in ROWS)}
    shaped["lignes"] = [
        {"intitule": heading, "points": [_point(value) for key in keys for value in case.get(key, [])]}
        for keys, heading in ROWS
    ]
    return shaped


def _point(value: Any) -> Values:
    if isinstance(value, str):
        return {"texte": value}
    if "type" in value:
        return {"texte": value["texte"]}
    ((label, below),) = value.items()
    if isinstance(below, str):
        return {"libelle": label.strip(), "texte": below}
    return {"libelle": label.strip(), "points": [_point(one) for one in below]}


def front_matter(case: Values) -> str:
    """Return a page with the case as front matter, without a body."""
    text: str = yaml.dump(case, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False, width=120)
    return f"---\n{text}---\n"


def style_element(folder: Path) -> str:
    """Return the style sheets and fonts of a sheet of coopform, to be used in the pages of a peer.

    Those of the first case, with its short title: all pages of the peer have the same.
    """
    page = as_text(sheet(next(file.case for file in case_files(folder) if file.case)), "html")
    return page[page.index("<style>") : page.index("</style>")] + "</style>\n"


def markdown(case: Values) -> str:
    """Return a case as Markdown, for a tool with unstructured items."""
    lines = [f"{case['outil']}, {case['territoire']}, {case['statut']}, {case['situation_au']}", ""]
    for row in case["lignes"]:
        lines += [f"**{row['intitule']}**", "", *_outline(row["points"], ""), ""]
    source = case["sources"][0]
    fiche = case["fiche"]
    return "\n".join(
        [
            *lines,
            f"Départements : {', '.join(case['departements'])}",
            "",
            f"Source : {source['titre']}, {source['note']}, {source['lieu']}, {source['date']}",
            "",
            f"Fiche : {fiche['auteur']}, {fiche['date']}",
        ]
    )


def _outline(points: list[Values], indent: str) -> Iterator[str]:
    for point in points:
        label = f"{point['libelle']} : " if "libelle" in point else ""
        yield f"{indent}- {label}{point.get('texte', '')}".rstrip()
        yield from _outline(point.get("points", []), f"{indent}    ")
