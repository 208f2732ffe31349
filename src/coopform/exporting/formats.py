"""A collection as the bytes of one file, in each format."""

import json
from collections.abc import Callable, Sequence
from typing import Any

from coopform.casefile.writer import typed_case, typed_recueil
from coopform.casefile.yaml_text import as_yaml
from coopform.exporting import csv_text, plain_data, table
from coopform.extras import require
from coopform.model.case import Case, Recueil


def export(cases: Sequence[Case], recueil: Recueil | None = None, fmt: str = "json") -> bytes:
    """Return cases as one file, of which `coopform import` makes the same cases.

    Args:
        cases: in the order of the file.
        recueil: the description of their collection, which JSON, YAML and XLSX hold too; spreadsheets are in its
            language.
        fmt: `csv`, `xlsx`, `json`, `jsonl` or `yaml`: a key of `endings.ENDINGS`.

    Returns:
        The content of the file, the same for the same cases; texts are UTF-8.

    Raises:
        ExtraMissing: the library for XLSX is not installed.
        CellTooLong: a text is longer than a cell of XLSX may hold.
        ValueError: there is no such format.
    """
    if fmt not in _MAKERS:
        raise ValueError(f"not a format: {fmt!r}")
    return _MAKERS[fmt](cases, recueil or Recueil())


def as_data(cases: Sequence[Case], recueil: Recueil) -> dict[str, Any]:
    """Return cases and the description of their collection as the data of JSON, with every key."""
    return {"recueil": recueil.model_dump(mode="json"), "cases": [plain_data.case_data(case) for case in cases]}


def _json(cases: Sequence[Case], recueil: Recueil) -> bytes:
    return (json.dumps(as_data(cases, recueil), ensure_ascii=False, indent=2) + "\n").encode()


def _json_lines(cases: Sequence[Case], _: Recueil) -> bytes:
    return "".join(json.dumps(plain_data.case_data(case), ensure_ascii=False) + "\n" for case in cases).encode()


def _yaml(cases: Sequence[Case], recueil: Recueil) -> bytes:
    typed = [{"id": case.id, **typed_case(case)} for case in cases]
    return as_yaml({"recueil": typed_recueil(recueil), "cases": typed}).encode()


def _csv(cases: Sequence[Case], recueil: Recueil) -> bytes:
    return csv_text.lines(table.csv_rows(cases), recueil.langue).encode()


def _workbook(cases: Sequence[Case], recueil: Recueil) -> bytes:
    require("openpyxl", "office")
    from coopform.exporting import workbook

    return workbook.make(cases, recueil)


# The keys are those of `endings.ENDINGS`.
_MAKERS: dict[str, Callable[[Sequence[Case], Recueil], bytes]] = {
    "csv": _csv,
    "xlsx": _workbook,
    "json": _json,
    "jsonl": _json_lines,
    "yaml": _yaml,
}
