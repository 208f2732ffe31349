"""The wheel is complete, and the same when built from the source archive."""

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

from tests.support.places import IDS, ROOT


def build(kind: str, source: Path, out: Path) -> Path:
    """Build a `wheel` or an `sdist` with the installed backend, and return it."""
    subprocess.run(
        [sys.executable, "-m", "build", f"--{kind}", "--no-isolation", "--outdir", out, source],
        check=True,
        capture_output=True,
    )
    return next(out.glob("*.whl" if kind == "wheel" else "*.tar.gz"))


@pytest.fixture(scope="module")
def wheels(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The contents of the wheels built from the tree and from its source archive."""
    folder = tmp_path_factory.mktemp("packaging")
    archive = build("sdist", ROOT, folder)
    with tarfile.open(archive) as opened:
        # Python 3.11.2 does not know this filter, and later versions ask for it.
        opened.extraction_filter = getattr(tarfile, "data_filter", None)
        opened.extractall(folder / "unpacked")
    unpacked = next((folder / "unpacked").iterdir())
    return _contents(build("wheel", ROOT, folder / "tree")), _contents(build("wheel", unpacked, folder / "archive"))


def _contents(wheel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(wheel) as opened:
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
