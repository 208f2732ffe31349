"""Cases, comparisons and forms of agreement as plain data: what `--format json` and `--format csv` print.

The names are those of the case file; what has no name there is in English. Scripts depend on the shapes, which are
described in `docs/data-formats.md` and tested.
"""

from collections.abc import Sequence
from typing import Any

from pydantic_core import to_jsonable_python

from coopform.comparing.comparison import Comparison, Excerpt
from coopform.comparing.form_table import FACT_LABELS, FormsCompared, facts_of
from coopform.comparing.synthesis import families
from coopform.model import grid
from coopform.model.case import Case, Point
from coopform.model.grid import Rubric
from coopform.model.outline import items
from coopform.model.vocabulary import Fact
from coopform.text import escaping
from coopform.text.i18n import Translator
from coopform.text.typography import semicolon

Data = dict[str, Any]

SUMMARY_HEADINGS = ["id", "titre", "titre_court", "outil", "famille", "partenaires", "rubriques_remplies"]


def case_data(case: Case, rows: Sequence[Rubric] = ()) -> Data:
    """Return a case with every key; with `rows`, its ID, its title and the keys of these rows."""
    data = case.model_dump(mode="json")
    if not rows:
        return data
    return {name: data[name] for name in ("id", "titre", *(key for row in rows for key in row.keys))}


def summary(case: Case) -> Data:
    """Return what a list shows of a case."""
    return {
        "id": case.id,
        "titre": case.titre,
        "titre_court": case.short_title,
        "outil": list(case.outil),
        "famille": list(families(case)),
        "partenaires": [partner.texte for partner in case.partenaires],
        "rubriques_remplies": case.rubriques_remplies,
        "rubriques": len(grid.GRID),
    }


def comparison_data(compared: Comparison, translate: Translator) -> Data:
    """Return a comparison; labels are in the translator's language, keys never change."""
    ids = [case.id for case in compared.cases]
    return {
        "cases": [{"id": case.id, "titre": case.titre, "titre_court": case.short_title} for case in compared.cases],
        "rows": [
            {
                "key": row.rubric.key,
                "label": translate(row.rubric.label),
                "cells": dict(zip(ids, map(to_jsonable_python, row.cells), strict=True)),
            }
            for row in compared.rows
        ],
        "synthesis": [
            {
                "key": row.key,
                "label": translate(row.label),
                "reading": row.is_reading,
                "cells": dict(zip(ids, map(list, row.cells), strict=True)),
            }
            for row in compared.synthesis
        ],
        "mots": [{"mot": word.mot, "excerpts": [*map(_excerpt_data, word.excerpts)]} for word in compared.shared],
    }


def forms_data(compared: FormsCompared) -> Data:
    """Return forms of agreement, each with every key; what no page says is an empty list."""
    forms = (outil for table in compared.tables for outil in table.outils)
    return {
        "forms": [
            {
                "cle": outil.cle,
                "nom": outil.nom,
                "famille": outil.famille,
                **{key: [*map(_fact_data, facts_of(outil, key))] for key in FACT_LABELS},
                "cases": [case.id for case in compared.cases.get(outil.cle, ())],
            }
            for outil in forms
        ],
        "on_all": [*map(_fact_data, compared.on_all)],
    }


def _fact_data(fact: Fact) -> Data:
    return {"text": fact.text, "pages": list(fact.pages)}


def _excerpt_data(excerpt: Excerpt) -> Data:
    return {
        "id": excerpt.case.id,
        "row": excerpt.rubric.key,
        "text": excerpt.text,
        "start": excerpt.start,
        "end": excerpt.end,
    }


def summary_line(case: Case, translate: Translator) -> list[str]:
    """Return what a list shows of a case as a row of CSV, in the columns of `SUMMARY_HEADINGS`."""
    data = summary(case)
    return [_cell(data[name], translate) for name in SUMMARY_HEADINGS]


def comparison_table(compared: Comparison, translate: Translator) -> list[list[str]]:
    """Return a comparison as rows of CSV: one column for each case, one row for each row, then the synthesis."""
    languages = [case.langue for case in compared.cases]
    lines = [["", *(case.short_title for case in compared.cases)]]
    for row in compared.rows:
        cells = [_points_text(cell, language) for cell, language in zip(row.cells, languages, strict=True)]
        lines.append([translate(row.rubric.label), *cells])
    lines += [[translate(row.label), *("\n".join(cell) for cell in row.cells)] for row in compared.synthesis]
    return [[escaping.csv_cell(cell) for cell in line] for line in lines]


def _points_text(points: Sequence[Point], language: str) -> str:
    """Return points as lines of text, one per point, indented under their label."""
    return "\n".join("  " * (item.level - 1) + item.point.full_text(language) for item in items(points))


def _cell(value: Any, translate: Translator) -> str:
    text = semicolon(translate.language).join(value) if isinstance(value, list) else str(value)
    return escaping.csv_cell(text)
