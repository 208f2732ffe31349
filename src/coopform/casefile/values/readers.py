"""The reader of each shape."""

from typing import Any

from coopform.casefile.positions import Path
from coopform.casefile.values.context import Context, Reader
from coopform.casefile.values.mapping import read_mapping
from coopform.casefile.values.partners import read_partners
from coopform.casefile.values.points import read_points
from coopform.casefile.values.references import read_references
from coopform.casefile.values.steps import read_steps
from coopform.casefile.values.texts import read_text, read_texts
from coopform.casefile.yaml.nodes import Node
from coopform.model import keys
from coopform.model.keys import Keys, Shape


def _mapping(table: Keys) -> Reader:
    def read(context: Context, node: Node, path: Path) -> Any:
        return read_mapping(context, table, node, path)

    return read


READERS: dict[Shape, Reader] = {
    Shape.TEXT: read_text,
    Shape.TEXTS: read_texts,
    Shape.PARAGRAPHS: read_texts,
    Shape.POINTS: read_points,
    Shape.PARTNERS: read_partners,
    Shape.STEPS: read_steps,
    Shape.REFERENCES: read_references,
    Shape.LECTURE: _mapping(keys.LECTURE),
    Shape.INSTANCES: _mapping(keys.INSTANCES),
    Shape.FICHE: _mapping(keys.FICHE),
    Shape.INTRODUCTION: _mapping(keys.INTRODUCTION),
}
