"""The files of the schemas in a collection, and the line with which a case file names its schema.

The schemas are in a hidden folder among the cases, so that a collection that is moved or sent keeps them. VS Code
follows the line with the YAML extension by Red Hat, other editors with its language server.
"""

import json
import os
from pathlib import Path

from coopform.authoring.schema import shapes
from coopform.outputs.folder import OutputFolder, Report

# Hidden, so that no case is searched for in it.
FOLDER = ".schema"


def file_name(kind: str) -> str:
    """Return the name of the schema of a kind of file."""
    return f"{kind}.schema.json"


def schema_text(kind: str) -> str:
    """Return the schema of a kind of file, `case` or `recueil`, as JSON."""
    return json.dumps(shapes.schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema_line(kind: str, path: Path, cases: Path) -> str:
    """Return the first line of a case file or `_recueil.yaml`, which tells editors the path of its schema."""
    schema = os.path.relpath(cases.absolute() / FOLDER / file_name(kind), path.absolute().parent)
    return f"# yaml-language-server: $schema={Path(schema).as_posix()}\n"


def write_schemas(cases: Path) -> Report:
    """Write or update the schemas of a collection; those edited by hand are kept.

    Raises:
        FolderBusy: another run writes to the folder of schemas.
        OSError: it cannot be written.
    """
    with OutputFolder(cases / FOLDER).open() as run:
        for kind in shapes.KINDS:
            run.write(file_name(kind), schema_text(kind).encode("utf-8"))
    return run.report
