"""The look of a collection: a picture for its logo, a further line in its description."""

import base64
from pathlib import Path

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


def add(workshop: Path, line: str) -> None:
    """Add a line to the description of the collection."""
    path = workshop / "cases" / "_recueil.yaml"
    path.write_text(f"{line}\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
