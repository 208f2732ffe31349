"""The files shipped with coopform, and the YAML loader."""

from pathlib import Path
from typing import Any

import yaml

# PyYAML may have been built without libyaml.
YAML_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_PACKAGE = Path(__file__).parent
# An editable install runs from src/coopform, with `cases/` and `templates/` in the root of the source tree.
_SOURCE_TREE = _PACKAGE.parents[1]


def _shipped(name: str) -> Path:
    inside = _PACKAGE / name
    if inside.is_dir() or not (_SOURCE_TREE / "pyproject.toml").is_file():
        return inside
    return _SOURCE_TREE / name


def cases_dir() -> Path:
    """Return the folder of the shipped cases."""
    return _shipped("cases")


def templates_dir() -> Path:
    """Return the folder of the shipped templates."""
    return _shipped("templates")


def data_dir() -> Path:
    """Return the folder of the data files: vocabulary, labels, widths of fonts, completion scripts."""
    return _PACKAGE / "data"


def load_data(name: str) -> Any:
    """Return what a YAML file of `data_dir` holds."""
    text = (data_dir() / name).read_text(encoding="utf-8")
    return yaml.load(text, Loader=YAML_LOADER)  # noqa: S506 (a safe loader)
