"""What the tests of imported documents share."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.office_parts import words
from tests.support.running import Coopform

Written = Callable[[Path], list[str]]


@pytest.fixture
def written(coopform: Coopform, tmp_path: Path) -> Written:
    """Import a document, and return the words of the files."""

    def do(path: Path) -> list[str]:
        done = coopform("import", path, "--into", tmp_path / "cases")
        assert done.code == 0, done.err
        return words(" ".join(file.read_text("utf-8") for file in sorted((tmp_path / "cases").iterdir())))

    return do
