"""A text that is changed as the advice says has no error."""

import pytest

from coopform.casefile.source import Source
from coopform.collection.collection import errors, problems_of
from coopform.problems.problem import Problem

HEAD = "titre: Un\noutil: Entente\n"
AS_POINT, AS_TEXT, ALIGNED, ON_ITS_OWN_LINE = "as a point", "as text", "aligned", "on its own line"

# The lines, the code of their problem, and what its author meant.
LINES = [
    ("objet:\n  - Une charte\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n  - Une charte\nd’équilibre", "item-at-margin", AS_TEXT),
    ("objet:\n- Une charte\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n- Une charte\nd’équilibre", "item-at-margin", AS_TEXT),
    ("objet:\n    -   Une charte\n        du Pays\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n    -   Une charte\n        du Pays\nd’équilibre", "item-at-margin", AS_TEXT),
    ("objet:\n  - Axes : une charte\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n  - Axes : une charte\nd’équilibre", "item-at-margin", AS_TEXT),
    ("objet:\n  - Axes :\n      - Eau\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n  - Axes :\nTransports", "item-at-margin", AS_POINT),
    ("objet:\n  - Axes :\nTransports\nEau", "item-at-margin", AS_POINT),
    ("objet:\nTransports", "item-at-margin", AS_POINT),
    ("objet:\nTransports\nEau", "item-at-margin", AS_POINT),
    ("objet:\nTransports\n- Eau", "item-at-margin", AS_POINT),
    ("objet:\nTransports\n    - Eau", "item-at-margin", AS_POINT),
    ("objet:\nAxe un : l’eau\nmoyens: a", "item-at-margin", AS_POINT),
    ("partenaires:\n  - type: PNR\nUn Pays", "item-at-margin", AS_POINT),
    ("partenaires:\n  - type: PNR\n    nom: Parc\ndu Pays", "item-at-margin", AS_TEXT),
    ("themes:\n  - eau\nforêt", "item-at-margin", AS_POINT),
    ("resume: Une entente\nde cinq communautés", "text-at-margin", AS_TEXT),
    ("resume:\nUne entente", "text-at-margin", AS_TEXT),
    ("resume: |\n    Une entente\nde cinq communautés", "text-at-margin", AS_TEXT),
    ("resume: |\n    Une entente\nLe but : partager", "text-at-margin", AS_TEXT),
    ("objet: Une charte\nd’équilibre", "text-at-margin", AS_TEXT),
    ("fiche:\n  auteur:\nUne lectrice", "text-at-margin", AS_TEXT),
    ("objet:\n    - Une charte\n d’équilibre", "item-too-left", AS_TEXT),
    ("objet:\n    - Une charte\n Transports", "item-too-left", AS_POINT),
    ("objet:\n  Axes :\n  Transports", "item-too-left", AS_POINT),
    ("partenaires:\n  - type: PNR\n    nom: Parc\n    du Pays", "item-too-left", AS_TEXT),
    ("partenaires:\n  - type: PNR\n    nom: Parc\n    Un Pays", "item-too-left", AS_POINT),
    ("fiche:\n  auteur: Une\n  lectrice", "text-too-left", AS_TEXT),
    ("objet:\n  Axes : eau\n  et forêt", "text-too-left", AS_TEXT),
    ("objet: - Une charte", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet: - Une charte\n- Transports", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet: - Une charte\n     - Transports", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet:\n  - Axes : - Une charte", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet:\n  - Axes : - Une charte\n  - Eau", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet:\n  - Axes : - Une charte\n      - Eau", "hyphen-after-key", ON_ITS_OWN_LINE),
    ("objet:\n   - Une charte\n - Transports", "uneven-indent", ALIGNED),
    ("partenaires:\n  - type: PNR\n   nom: Parc", "uneven-indent", ALIGNED),
    ("  resume: Une entente\nterritoire: Pays", "uneven-indent", ALIGNED),
    ("resume: |\n    Une charte.\n  #2 Un programme.\n    Une suite.", "note-left-of-text", ALIGNED),
]  # fmt: skip


def followed(text: str, problem: Problem, meant: str) -> str:
    """Return a text, changed at a problem as its help says."""
    lines = text.split("\n")
    line = lines[problem.start.line - 1]
    spaces = " " * int(problem.params["spaces"])
    if meant == ON_ITS_OWN_LINE:
        column = problem.start.column - 1
        lines[problem.start.line - 1] = f"{line[:column].rstrip()}\n{spaces}{line[column:]}"
    elif meant == AS_POINT:
        lines[problem.start.line - 1] = f"{' ' * int(problem.params['item'])}- {line.strip()}"
    else:
        lines[problem.start.line - 1] = spaces + line.strip()
    return "\n".join(lines)


@pytest.mark.parametrize(("lines", "code", "meant"), LINES)
def test_a_text_changed_as_the_advice_says_has_no_error(lines: str, code: str, meant: str) -> None:
    text = f"{HEAD}{lines}\n"
    found = errors(problems_of(Source("x.yaml", text)))
    assert found[0].code == code
    text = followed(text, found[0], meant)
    found = errors(problems_of(Source("x.yaml", text)))
    if found:  # The line below had the same problem.
        found = errors(problems_of(Source("x.yaml", followed(text, found[0], meant))))
    assert list(found) == []


def test_a_label_without_a_hyphen_below_points_is_not_aligned_with_its_key() -> None:
    text = f"{HEAD}acteurs:\n  - Pilotage : les maires\n  Animation : un chef de projet\n"
    (problem,) = errors(problems_of(Source("x.yaml", text)))
    assert (problem.code, problem.params["line"]) == ("mixed-hyphens", "4")
