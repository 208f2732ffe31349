"""Unusual folders: no file blocks a run, unreadable files are reported, the rest is used."""

import errno
import os
import socket
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from coopform.collection import collection
from coopform.collection.collection import read_collection, read_file
from coopform.collection.folder import FolderMissing
from tests.support.places import CASES, IDS
from tests.support.running import Coopform

TEXT = "titre: Un\noutil: Entente\n"

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pipes, sockets and links of POSIX systems")


def _pipe(path: Path) -> None:
    os.mkfifo(path)


def _device(path: Path) -> None:
    path.symlink_to("/dev/zero")


def _terminal(path: Path) -> None:
    path.symlink_to("/dev/tty")


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as opened:
        here = Path.cwd()
        os.chdir(path.parent)  # the address of a socket is short
        opened.bind(path.name)
        os.chdir(here)


def _folder(path: Path) -> None:
    path.mkdir()


def _link_loop(path: Path) -> None:
    path.symlink_to(path.name)


def _dangling_link(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize(
    ("make", "code"),
    [
        (_pipe, "not-a-file"),
        (_device, "not-a-file"),
        (_terminal, None),  # cannot be opened without a terminal
        (_socket, None),  # the problem depends on the system
        (_folder, "not-a-file"),
        (_link_loop, "link-loop"),
        (_dangling_link, "file-missing"),
    ],
)
def test_what_is_no_file_is_named_and_blocks_nothing(
    coopform: Coopform, workshop: Path, make: Callable[[Path], None], code: str | None
) -> None:
    make(workshop / "cases" / "x.yaml")
    file = read_file(Path("cases/x.yaml"))
    assert file.case is None
    assert len(file.problems) == 1
    assert code is None or file.problems[0].code == code
    run = coopform("list", "--format", "ids")
    assert (run.code, run.out.split()) == (1, IDS)
    assert "x.yaml:1:1" in run.err
    assert coopform("check").code == 1


@pytest.mark.parametrize(
    ("number", "code"),
    [(errno.EACCES, "file-forbidden"), (errno.EPERM, "file-forbidden"), (errno.EIO, "file-unreadable")],
)
def test_a_file_that_cannot_be_opened_is_named(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    opened = os.open

    def refuse(path: Path, flags: int) -> int:
        if Path(path).name == "tridan.yaml":
            raise OSError(number, os.strerror(number), str(path))
        return opened(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    file = read_file(Path("cases/tridan.yaml"))
    assert [problem.code for problem in file.problems] == [code]
    assert coopform("list", "--format", "ids").out.split() == IDS[:-1]


def test_a_file_that_vanishes_meanwhile_is_named(workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(collection, "case_paths", lambda folder: [folder / "gone.yaml", folder / "tridan.yaml"])
    read = read_collection(workshop / "cases")
    assert [case.id for case in read.cases] == ["tridan"]
    assert [problem.code for problem in read.problems] == ["file-missing"]


def test_a_name_that_is_no_utf8_is_shown_and_read(coopform: Coopform, workshop: Path) -> None:
    name = os.fsencode(workshop / "cases") + b"/pays-\xe9.yaml"
    Path(os.fsdecode(name)).write_text(TEXT + "enjeu: x\n", encoding="utf-8")
    run = coopform("check")
    assert "<U+DCE9>.yaml:3:1: error[misspelt-key]" in run.out
    assert run.out.encode("utf-8")


def test_loops_of_folders_end(coopform: Coopform, workshop: Path) -> None:
    (workshop / "cases" / "again").symlink_to(workshop / "cases", target_is_directory=True)
    assert coopform("list", "--format", "ids").out.split() == IDS


def test_a_subfolder_that_cannot_be_listed_is_named_and_its_sheets_stay(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (workshop / "cases" / "sud").mkdir()
    (workshop / "cases" / "sud" / "pays.yaml").write_text(TEXT, encoding="utf-8")
    assert coopform("render", "-o", "out").code == 0
    listed = os.scandir

    def refuse(path: str) -> object:
        if Path(path).name == "sud":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return listed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    run = coopform("render", "-o", "out")
    assert run.code == 1
    assert f"{Path('cases', 'sud')}:1:1: This folder cannot be listed" in run.err
    assert (workshop / "out" / "pays.html").is_file()


def test_a_folder_that_cannot_be_listed_is_said(
    coopform: Coopform, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(FolderMissing):
        read_collection(tmp_path / "nowhere")
    with pytest.raises(FolderMissing):
        read_collection(CASES / "tridan.yaml")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    run = coopform("list", "--cases", tmp_path)
    assert run.code == 2
    assert "does not exist or cannot be read" in run.err


def test_files_are_read_in_the_order_of_their_ids(tmp_path: Path) -> None:
    for name in ("c.yaml", "c.yml", "a.yaml"):
        (tmp_path / name).write_text("titre: Un\noutil: Entente\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text("titre: [", encoding="utf-8")
    found = list(collection.case_files(tmp_path))
    assert [file.path.name for file in found] == ["a.yaml", "b.yaml", "c.yaml", "c.yml"]
    assert [file.id for file in found if file.is_broken] == ["b", "c", "c"]
