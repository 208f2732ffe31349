"""The wheel is complete, and the same when built from the source archive."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.places import IDS, ROOT


def build(source: Path, out: Path, *kinds: str) -> None:
    """Build a `wheel`, an `sdist` or both with the installed backend."""
    chosen = [argument for kind in kinds for argument in ("--target", kind)]
    command = [sys.executable, "-m", "hatchling", "build", *chosen, "--directory", str(out)]
    subprocess.run(command, cwd=source, check=True, capture_output=True)


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The contents of the wheels built from the tree and from its source archive."""
    folder = tmp_path_factory.mktemp("packaging")
    build(ROOT, folder / "tree", "wheel", "sdist")
    with tarfile.open(next((folder / "tree").glob("*.tar.gz"))) as opened:
        # Python 3.11.2 does not know this filter, and later versions ask for it.
        opened.extraction_filter = getattr(tarfile, "data_filter", None)
        opened.extractall(folder / "unpacked")
    build(next((folder / "unpacked").iterdir()), folder / "archive", "wheel")
    return _contents(folder / "tree"), _contents(folder / "archive")


def _contents(folder: Path) -> dict[str, bytes]:
    """Return the files of the wheel in a folder."""
    with zipfile.ZipFile(next(folder.glob("*.whl"))) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def test_the_source_archive_builds_the_same_wheel(wheels: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    from_tree, from_archive = wheels
    assert from_tree == from_archive


def test_the_wheel_holds_everything(wheels: tuple[dict[str, bytes], dict[str, bytes]]) -> None:
    names = set(wheels[0])
    shipped = {f"coopform/cases/{name}.yaml" for name in (*IDS, "_recueil")}
    templates = (path for path in (ROOT / "templates").rglob("*") if path.is_file())
    shipped |= {f"coopform/templates/{path.relative_to(ROOT / 'templates').as_posix()}" for path in templates}
    shipped |= {
        f"coopform/{path.relative_to(ROOT / 'src/coopform').as_posix()}"
        for path in (ROOT / "src/coopform").rglob("*")
        if path.is_file() and path.suffix not in (".pyc", ".po")
    }
    assert {name for name in names if not name.startswith("coopform-")} == shipped
    assert "coopform/py.typed" in names
    assert "coopform/locale/fr/LC_MESSAGES/coopform.mo" in names
