"""Where the schemas stand in a collection, and how a file names its own: the line that editors look for.

They stand in a hidden folder among the cases, so that a collection that is moved or sent keeps them. VS Code
follows the line, with the YAML extension by Red Hat; so do other editors with its language server.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path

from coopform.authoring.schema import shapes
from coopform.outputs.folder import OutputFolder, Report

# Hidden: no case is looked for in it.
FOLDER = ".schema"


def file_name(kind: str) -> str:
    """Return the name of the schema of a kind of file."""
    return f"{kind}.schema.json"


def schema_text(kind: str) -> str:
    """Return the schema of a kind of file, `case` or `recueil`, as the text of its own."""
    return json.dumps(shapes.schema(kind), ensure_ascii=False, indent=2) + "\n"


def schema_line(kind: str, path: Path, cases: Path) -> str:
    """Return the first line of a file: it tells editors where its schema stands.

    Args:
        kind: `case` or `recueil`.
        path: the file.
        cases: the folder of cases.
    """
    schema = os.path.relpath(cases.absolute() / FOLDER / file_name(kind), path.absolute().parent)
    return f"# yaml-language-server: $schema={Path(schema).as_posix()}\n"


def write_schemas(cases: Path) -> Report:
    """Write the schemas of a collection, or bring them up to date; those that somebody edited are kept.

    Raises:
        FolderBusy: another run writes to their folder.
        OSError: it cannot be written.
    """
    return OutputFolder(cases / FOLDER).write(_files())


def _files() -> Iterator[tuple[str, bytes]]:
    for kind in shapes.KINDS:
        yield file_name(kind), schema_text(kind).encode("utf-8")
