"""An output folder: generated files are updated, files of the user kept, and writes are atomic."""

import errno
import io
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, cast

import pytest

from coopform.outputs import lock, manifest
from coopform.outputs.atomic import FileExists
from coopform.outputs.folder import OutputFolder, Report, write_file
from coopform.outputs.lock import FolderBusy
from tests.support.running import Coopform

MANIFEST = ".coopform.json"


def contents(folder: Path) -> dict[str, bytes]:
    """Return all files of a folder by name, including hidden ones."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def write(
    folder: OutputFolder,
    files: Iterable[tuple[str, bytes]],
    *,
    force: bool = False,
    prune: Callable[[str], bool] | None = None,
) -> Report:
    """Write files in one run."""
    with folder.open(force=force) as run:
        for name, data in files:
            run.write(name, data)
        if prune:
            run.prune(prune)
    return run.report


def anything(name: str) -> bool:
    return True


def listed(folder: Path) -> list[str]:
    return list(json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["files"])


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """A folder with two files of a first run."""
    write(OutputFolder(tmp_path / "out"), [("un.html", b"un"), ("deux.html", b"deux")])
    return tmp_path / "out"


# First and second runs


def test_a_first_run_writes_everything_and_lists_it(out: Path) -> None:
    assert contents(out).keys() == {"un.html", "deux.html", MANIFEST}
    assert (out / "un.html").read_bytes() == b"un"
    assert listed(out) == ["deux.html", "un.html"]


def test_a_second_run_touches_nothing(out: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in out.iterdir()}
    for path in before:
        os.utime(path, ns=(1, 1))
    report = write(OutputFolder(out), [("un.html", b"un"), ("deux.html", b"deux")], prune=anything)
    assert report.unchanged == ["un.html", "deux.html"]
    assert not report.written
    assert {path.stat().st_mtime_ns for path in out.iterdir()} == {1}


def test_a_changed_text_is_written_again(out: Path) -> None:
    report = write(OutputFolder(out), [("un.html", b"UN"), ("deux.html", b"deux")])
    assert (report.written, report.unchanged) == (["un.html"], ["deux.html"])
    assert (out / "un.html").read_bytes() == b"UN"


def test_more_files_than_a_batch(tmp_path: Path) -> None:
    files = [(f"cas-{number}.md", b"%d" % number) for number in range(510)]
    assert write(OutputFolder(tmp_path), iter(files)).written == [name for name, _ in files]
    assert write(OutputFolder(tmp_path), iter(files)).unchanged == [name for name, _ in files]
    assert listed(tmp_path) == sorted(name for name, _ in files)


def test_the_manifest_is_plain_json(tmp_path: Path) -> None:
    for hashes in ({}, {"un.html": ["a" * 64]}, {"un.html": ["a" * 64, "b" * 64], "deux.html": ["c" * 64], "x": []}):
        manifest.write(tmp_path, hashes)
        files = {name: found[0] if len(found) == 1 else found for name, found in sorted(hashes.items())}
        expected = json.dumps({"files": files}, indent=2) + "\n"
        assert (tmp_path / MANIFEST).read_text(encoding="ascii") == expected
        assert manifest.read(tmp_path) == hashes


def test_only_the_changed_file_of_a_folder_is_written(tmp_path: Path) -> None:
    files = {f"cas-{number}.md": b"%d" % number for number in range(120)}
    write(OutputFolder(tmp_path), files.items())
    for name in files:
        os.utime(tmp_path / name, ns=(1, 1))
    changed = {f"cas-{number}.md": b"x" for number in (0, 60, 119)}
    report = write(OutputFolder(tmp_path), (files | changed).items())
    assert report.written == list(changed)
    assert len(report.unchanged) == 117
    kept = [name for name in files if (tmp_path / name).stat().st_mtime_ns == 1]
    assert kept == report.unchanged


# Files of the user


def test_an_edited_file_is_kept_and_reported_until_forced(out: Path) -> None:
    (out / "un.html").write_text("à moi", encoding="utf-8")
    for _ in range(2):
        report = write(OutputFolder(out), [("un.html", b"UN")])
        assert (report.edited, report.written) == (["un.html"], [])
        assert (out / "un.html").read_text(encoding="utf-8") == "à moi"
    report = write(OutputFolder(out), [("un.html", b"UN")], force=True)
    assert (report.written, report.backups) == (["un.html"], {"un.html": "un.html.bak"})
    assert (out / "un.html.bak").read_text(encoding="utf-8") == "à moi"
    # What coopform wrote itself can be made again.
    report = write(OutputFolder(out), [("un.html", b"un")], force=True)
    assert (report.written, report.backups) == (["un.html"], {})


def test_a_foreign_file_is_kept_and_reported_until_forced(out: Path) -> None:
    (out / "trois.html").write_text("à moi", encoding="utf-8")
    for _ in range(2):
        report = write(OutputFolder(out), [("trois.html", b"trois"), ("un.html", b"UN")])
        assert (report.foreign, report.written or report.unchanged) == (["trois.html"], ["un.html"])
        assert (out / "trois.html").read_text(encoding="utf-8") == "à moi"
        assert "trois.html" not in listed(out)
    assert write(OutputFolder(out), [("trois.html", b"trois")], force=True).written == ["trois.html"]
    assert (out / "trois.html.bak").read_text(encoding="utf-8") == "à moi"
    assert "trois.html" in listed(out)


def test_a_folder_under_a_name_of_ours_is_kept(out: Path) -> None:
    (out / "trois.html").mkdir()
    assert write(OutputFolder(out), [("trois.html", b"trois")]).foreign == ["trois.html"]
    with pytest.raises(IsADirectoryError) as failure:
        write(OutputFolder(out), [("trois.html", b"trois")], force=True)
    assert failure.value.filename == str(out / "trois.html")


@pytest.mark.parametrize(
    "name", ["../x.html", "/x.html", "a/b.html", "..", ".", "", ".coopform.json", "a\\b.html", "C:x"]
)
def test_no_name_is_outside_the_folder(out: Path, name: str) -> None:
    before = contents(out)
    with pytest.raises(ValueError, match="not the name of a handout"):
        write(OutputFolder(out), [(name, b"x")], force=True)
    assert contents(out) == before


@pytest.mark.parametrize("dangling", [False, True])
@pytest.mark.parametrize("is_listed", [False, True])
def test_a_link_is_not_followed_out_of_the_folder(
    out: Path, tmp_path: Path, *, dangling: bool, is_listed: bool
) -> None:
    target = tmp_path / "ailleurs.html"
    if not dangling:
        target.write_text("un", encoding="utf-8")  # the content that coopform wrote
    name = "un.html" if is_listed else "trois.html"
    (out / name).unlink(missing_ok=True)
    (out / name).symlink_to(target)
    report = write(OutputFolder(out), [(name, b"x")])
    assert report.edited + report.foreign == [name]
    # Only regular files are removed.
    write(OutputFolder(out), [], prune=anything)
    assert (out / name).is_symlink()
    assert write(OutputFolder(out), [(name, b"x")], force=True).written == [name]
    assert not (out / name).is_symlink()
    assert target.exists() is not dangling
    assert dangling or target.read_text(encoding="utf-8") == "un"


@pytest.mark.parametrize("is_listed", [False, True])
def test_a_file_that_appears_while_writing_is_kept(
    out: Path, monkeypatch: pytest.MonkeyPatch, *, is_listed: bool
) -> None:
    name = "un.html" if is_listed else "trois.html"
    (out / name).unlink(missing_ok=True)
    link = os.link

    def save_then_link(temporary: Path, path: Path) -> None:
        # The last moment before the file is replaced.
        if path.name == name:
            path.write_text("à moi", encoding="utf-8")
        link(temporary, path)

    monkeypatch.setattr(os, "link", save_then_link)
    report = write(OutputFolder(out), [(name, b"nouveau")])
    assert report.edited + report.foreign == [name]
    assert not report.written
    assert (out / name).read_text(encoding="utf-8") == "à moi"


def test_a_file_edited_while_the_others_are_made_is_kept(out: Path) -> None:
    def files() -> Iterator[tuple[str, bytes]]:
        yield ("un.html", b"UN")
        (out / "deux.html").write_text("à moi", encoding="utf-8")
        yield ("deux.html", b"DEUX")

    report = write(OutputFolder(out), files())
    assert (report.written, report.edited) == (["un.html"], ["deux.html"])


@pytest.mark.parametrize("left", [b"", b"\0\0", b"u", b"u\0"], ids=["empty", "zeros", "beginning", "both"])
def test_what_a_power_cut_leaves_of_a_file_is_not_taken_for_an_edit(out: Path, left: bytes) -> None:
    clean = contents(out)
    (out / "un.html").write_bytes(left)
    assert write(OutputFolder(out), [("un.html", b"un"), ("deux.html", b"deux")]).written == ["un.html"]
    assert contents(out) == clean


@pytest.mark.parametrize("left", [b"", b"\0" * 5000], ids=["empty", "zeros"])
def test_what_a_power_cut_emptied_is_removed_with_its_case(out: Path, left: bytes) -> None:
    (out / "un.html").write_bytes(left)
    assert write(OutputFolder(out), [("deux.html", b"deux")], prune=anything).removed == ["un.html"]


# Removing


def test_only_untouched_files_are_removed(out: Path) -> None:
    (out / "deux.html").write_text("à moi", encoding="utf-8")
    (out / "trois.html").write_text("pas de coopform", encoding="utf-8")
    report = write(OutputFolder(out), [], prune=anything)
    assert (report.removed, report.outdated) == (["un.html"], ["deux.html"])
    assert contents(out).keys() == {"deux.html", "trois.html", MANIFEST}


def test_what_may_not_go_stays(out: Path) -> None:
    assert write(OutputFolder(out), [], prune=lambda name: name == "un.html").removed == ["un.html"]
    assert write(OutputFolder(out), []).removed == []
    assert (out / "deux.html").exists()


def test_a_file_already_gone_is_forgotten(out: Path) -> None:
    (out / "un.html").unlink()
    assert write(OutputFolder(out), [], prune=lambda name: name == "un.html").removed == []
    assert listed(out) == ["deux.html"]


# A missing or forged manifest

BROKEN_MANIFESTS = {
    "empty": "",
    "no JSON": "{",
    "not UTF-8": b"\xff\xfe",
    "a list": "[]",
    "a number": "1",
    "no files": "{}",
    "files as a list": '{"files": ["un.html"]}',
    "files as a text": '{"files": "un.html"}',
    "null": '{"files": null}',
    "deep": "[" * 100_000,
}


@pytest.mark.parametrize("text", BROKEN_MANIFESTS.values(), ids=BROKEN_MANIFESTS.keys())
def test_without_manifest_no_file_is_lost_and_a_new_one_is_written(out: Path, text: str | bytes) -> None:
    clean = contents(out)
    (out / MANIFEST).write_bytes(text if isinstance(text, bytes) else text.encode())
    report = write(OutputFolder(out), [("un.html", b"UN"), ("deux.html", b"deux")], prune=anything)
    assert (report.foreign, report.unchanged) == (["un.html"], ["deux.html"])
    assert (out / "un.html").read_bytes() == b"un"
    write(OutputFolder(out), [("un.html", b"un"), ("deux.html", b"deux")])
    assert contents(out) == clean


def test_a_manifest_made_by_somebody_reaches_no_file_outside(out: Path, tmp_path: Path) -> None:
    victim = tmp_path / "victim.html"
    victim.write_text("x", encoding="utf-8")
    (out / "dossier.html").mkdir()
    digest = sha256(b"x").hexdigest()
    names = [
        "../victim.html", str(victim), "..", ".", "", "a/../../victim.html", "..\\victim.html", "x\0.html",
        "\ud800.html", "C:victim.html", "n" * 300, "n" * 5000 + ".html", "dossier.html", MANIFEST,
    ]  # fmt: skip
    files: dict[str, object] = {
        **dict.fromkeys(names, digest),
        "a.html": 1,
        "b.html": None,
        "c.html": "",
        "dossier.html": "a folder, a link or a device",
        "d.html": {"x": 1},
        "e.html": [[]],
    }
    (out / MANIFEST).write_text(json.dumps({"files": files}), encoding="utf-8")
    report = write(OutputFolder(out), [("un.html", b"un")], prune=anything)
    assert report.removed == []
    assert victim.read_text(encoding="utf-8") == "x"
    assert (out / "dossier.html").is_dir()
    assert (out / "deux.html").read_bytes() == b"deux"


@pytest.mark.parametrize("kind", ["link", "pipe"])
def test_a_manifest_that_is_no_file_is_not_read(out: Path, tmp_path: Path, kind: str) -> None:
    elsewhere = tmp_path / "ailleurs.json"
    (out / MANIFEST).rename(elsewhere)
    before = elsewhere.read_bytes()
    if kind == "link":
        (out / MANIFEST).symlink_to(elsewhere)
    else:
        os.mkfifo(out / MANIFEST)
    assert write(OutputFolder(out), [("un.html", b"UN")]).foreign == ["un.html"]
    assert elsewhere.read_bytes() == before
    assert (out / MANIFEST).is_file()


# Errors of disks and folders


def refuse(code: int, after: int = 0) -> Callable[..., None]:
    """Return a stub for a system call that fails with `code` after `after` successful calls."""
    calls = iter(range(after))

    def call(*arguments: object, **options: object) -> None:
        if next(calls, None) is None:
            raise OSError(code, os.strerror(code))

    return call


def refuse_to_write(code: int, after: int = 0) -> Callable[..., IO[bytes]]:
    """Return a stub for `Path.open` whose new files, after `after` of them, fail with `code` while writing."""
    opened = Path.open
    calls = iter(range(after))

    class Refusing(io.FileIO):
        def write(self, data: Any) -> int:
            super().write(bytes(data)[:1])
            raise OSError(code, os.strerror(code))

    def call(path: Path, mode: str = "r", **options: Any) -> IO[bytes]:
        if mode == "xb" and next(calls, None) is None:
            return cast(IO[bytes], Refusing(path, mode))
        return cast(IO[bytes], opened(path, mode, **options))

    return call


REFUSALS: dict[str, tuple[object, str, Callable[..., Callable[..., object]], int]] = {
    "the first manifest": (Path, "open", refuse_to_write, 0),
    "the first file": (Path, "open", refuse_to_write, 1),
    "a file": (Path, "open", refuse_to_write, 3),
    "the last manifest": (Path, "open", refuse_to_write, 5),
    "the first manifest, not on the disk": (os, "fsync", refuse, 0),
    "the last manifest, not on the disk": (os, "fsync", refuse, 1),
}


@pytest.mark.parametrize(("where", "name", "stand_in", "after"), REFUSALS.values(), ids=REFUSALS.keys())
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EIO])
def test_a_write_error_leaves_complete_files(
    out: Path,
    monkeypatch: pytest.MonkeyPatch,
    code: int,
    where: object,
    name: str,
    stand_in: Callable[..., Callable[..., object]],
    after: int,
) -> None:
    before = contents(out)
    files = [("un.html", b"UN"), ("deux.html", b"DEUX"), ("trois.html", b"TROIS"), ("quatre.html", b"QUATRE")]
    monkeypatch.setattr(where, name, stand_in(code, after))
    with pytest.raises(OSError, match=os.strerror(code)) as failure:
        write(OutputFolder(out), files)
    monkeypatch.undo()
    assert failure.value.errno == code
    assert Path(failure.value.filename).name in {MANIFEST, *(name for name, _ in files)}
    found = contents(out)
    new = dict(files)
    assert found.keys() <= {MANIFEST, *new}
    assert all(data in (before.get(name), new[name]) for name, data in found.items() if name != MANIFEST)
    report = write(OutputFolder(out), files)
    assert not report.edited + report.foreign
    assert contents(out).keys() == {MANIFEST, *new}


def test_an_error_while_renaming_leaves_the_old_file(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(out)
    monkeypatch.setattr(os, "replace", refuse(errno.EROFS))
    with pytest.raises(OSError, match=os.strerror(errno.EROFS)):
        write(OutputFolder(out), [("un.html", b"UN")])
    assert contents(out) == before


@pytest.fixture
def without_links(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "link", refuse(errno.EPERM))


@pytest.mark.usefixtures("without_links")
def test_a_disk_without_hard_links_works(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert write(OutputFolder(folder), [("un.html", b"un")]).written == ["un.html"]
    (folder / "deux.html").write_text("à moi", encoding="utf-8")
    assert write(OutputFolder(folder), [("deux.html", b"deux")]).foreign == ["deux.html"]
    assert contents(folder).keys() == {"un.html", "deux.html", MANIFEST}
    with pytest.raises(FileExists):
        write_file(folder / "deux.html", "x")
    assert (folder / "deux.html").read_text(encoding="utf-8") == "à moi"


@pytest.mark.usefixtures("without_links")
def test_a_disk_without_hard_links_leaves_no_incomplete_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(os, "replace", refuse(errno.ENOSPC))
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            write_file(tmp_path / "un.html", "un")
    assert contents(tmp_path) == {}


def test_a_name_reserved_by_a_killed_run_is_ours(out: Path) -> None:
    # Without hard links, a run can be killed between reserving the name and renaming the file.
    (out / "un.html").write_bytes(b"")
    assert write(OutputFolder(out), [("un.html", b"UN")]).written == ["un.html"]


def test_only_temporary_files_of_a_killed_run_are_removed(out: Path) -> None:
    (out / ".coopform-0123456789abcdef").write_text("à moitié", encoding="utf-8")
    (out / ".coopform-notes").write_text("à moi", encoding="utf-8")
    write(OutputFolder(out), [])
    assert contents(out).keys() == {"un.html", "deux.html", MANIFEST, ".coopform-notes"}


# Concurrent runs


def test_a_folder_in_use_is_said_to_be_busy(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0)
    with lock.lock_folder(out), pytest.raises(FolderBusy):
        write(OutputFolder(out), [("un.html", b"UN")])
    assert (out / "un.html").read_bytes() == b"un"
    assert write(OutputFolder(out), [("un.html", b"UN")]).written == ["un.html"]


def test_a_run_waits_for_the_one_before(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other_run = lock.lock_folder(out)
    other_run.__enter__()
    # The other run ends during the first pause.
    monkeypatch.setattr("time.sleep", lambda seconds: other_run.__exit__(None, None, None))
    assert write(OutputFolder(out), [("un.html", b"UN")]).written == ["un.html"]


# A single file


def test_one_file_is_refused_when_it_is_there_unless_forced(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    write_file(path, "un")
    with pytest.raises(FileExists):
        write_file(path, "deux")
    assert path.read_text(encoding="utf-8") == "un"
    assert write_file(path, "deux", force=True) == tmp_path / "x.csv.bak"
    assert write_file(path, "deux", force=True) is None
    assert contents(tmp_path) == {"x.csv": b"deux", "x.csv.bak": b"un"}


@pytest.mark.parametrize("force", [False, True])
def test_one_file_never_takes_the_place_of_a_folder_or_a_pipe(tmp_path: Path, *, force: bool) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(FileExists):
        write_file(tmp_path / "pipe", "x", force=force)
    with pytest.raises(IsADirectoryError):
        write_file(tmp_path, "x", force=force)
    with pytest.raises(IsADirectoryError):
        write_file(Path(), "x", force=force)
    assert (tmp_path / "pipe").is_fifo()


# By the command line


def broken(path: Path) -> None:
    path.write_text("titre: [", encoding="utf-8")


def test_cases_added_renamed_and_removed_leave_what_a_clean_run_makes(coopform: Coopform, workshop: Path) -> None:
    assert coopform("render", "-o", "out").code == 0
    cases = workshop / "cases"
    (cases / "tridan.yaml").rename(cases / "entente-tridan.yaml")
    (cases / "sage-ardeche.yaml").unlink()
    shutil.copy(cases / "monts-ardeche.yaml", cases / "nouvelle.yaml")
    run = coopform("render", "-o", "out")
    assert run.code == 0
    assert [line.split()[1] for line in run.out.splitlines() if line.startswith("removed")] == [
        str(Path("out", name)) for name in ("sage-ardeche.html", "sage-ardeche.md", "tridan.html", "tridan.md")
    ]
    assert coopform("render", "-o", "clean").code == 0
    assert contents(workshop / "out") == contents(workshop / "clean")


def test_named_cases_neither_remove_nor_rewrite_the_index(coopform: Coopform, workshop: Path) -> None:
    coopform("render", "-o", "out")
    before = contents(workshop / "out")
    (workshop / "cases" / "sage-ardeche.yaml").unlink()
    tridan = workshop / "cases" / "tridan.yaml"
    tridan.write_text(tridan.read_text(encoding="utf-8").replace("TRIDAN", "Tridan"), encoding="utf-8")
    assert coopform("render", "tridan", "-o", "out").code == 0
    after = contents(workshop / "out")
    assert after.keys() == before.keys()
    assert {name for name in after if after[name] != before[name]} == {"tridan.html", "tridan.md", MANIFEST}


def test_a_broken_case_keeps_its_old_sheet(coopform: Coopform, workshop: Path) -> None:
    coopform("render", "-o", "out")
    before = contents(workshop / "out")
    broken(workshop / "cases" / "tridan.yaml")
    assert coopform("render", "-o", "out").code == 1
    after = contents(workshop / "out")
    assert after["tridan.html"] == before["tridan.html"]
    assert "tridan.html" in listed(workshop / "out")


def test_other_formats_and_documents_are_left_alone(coopform: Coopform, workshop: Path) -> None:
    coopform("render", "-o", "out", "--document", "comparison")
    coopform("render", "-o", "out")
    (workshop / "cases" / "tridan.yaml").unlink()
    coopform("render", "-o", "out", "--format", "html")
    names = contents(workshop / "out").keys()
    assert {"tableau-synoptique.html", "tableau-synoptique.md", "tridan.md"} <= names
    assert "tridan.html" not in names


def test_kept_files_are_named_on_stderr(coopform: Coopform, workshop: Path) -> None:
    coopform("render", "-o", "out")
    (workshop / "out" / "tridan.html").write_text("à moi", encoding="utf-8")
    run = coopform("render", "-o", "out")
    assert (run.code, run.err.splitlines()[0]) == (
        0,
        f"kept: {Path('out', 'tridan.html')} was edited. To replace it: --force",
    )
    (workshop / "autre").mkdir()
    (workshop / "autre" / "index.html").write_text("à moi", encoding="utf-8")
    run = coopform("render", "-o", "autre")
    assert (run.code, run.err.splitlines()[0]) == (
        2,
        f"kept: {Path('autre', 'index.html')} was not made by coopform. To replace it: --force",
    )
    run = coopform("render", "-o", "autre", "--force")
    assert run.code == 0
    assert run.err.startswith(f"{Path('autre', 'index.html')} was replaced: the old file is index.html.bak\n")


def test_a_full_disk_ends_in_one_line(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    coopform("render", "-o", "out")
    before = contents(workshop / "out")
    tridan = workshop / "cases" / "tridan.yaml"
    tridan.write_text(tridan.read_text(encoding="utf-8").replace("TRIDAN", "Tridan"), encoding="utf-8")
    monkeypatch.setattr(Path, "open", refuse_to_write(errno.ENOSPC, after=1))
    run = coopform("render", "-o", "out")
    assert (run.code, run.out, run.err) == (
        2,
        "",
        f"{Path('out', 'tridan.html')}: The disk is full. Free some space, or write elsewhere.\n",
    )
    after = contents(workshop / "out")
    assert {name for name in after if after[name] != before.get(name)} == {MANIFEST}
    monkeypatch.undo()


@pytest.mark.parametrize("output", ["file", "file/below"])
def test_a_file_where_the_folder_should_be_ends_in_one_line(coopform: Coopform, workshop: Path, output: str) -> None:
    (workshop / "file").write_text("à moi", encoding="utf-8")
    run = coopform("render", "-o", output)
    assert (run.code, run.err) == (
        2,
        f"{Path(output)}: There is a file where a folder is expected. Choose another name.\n",
    )
    assert (workshop / "file").read_text(encoding="utf-8") == "à moi"


def test_a_folder_that_vanishes_ends_in_one_line(
    coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fsync = os.fsync

    def vanish(descriptor: int) -> None:
        fsync(descriptor)
        shutil.rmtree("out")

    monkeypatch.setattr(os, "fsync", vanish)
    run = coopform("render", "-o", "out")
    assert (run.code, run.err) == (2, f"{Path('out', MANIFEST)}: The folder or file does not exist. Check its name.\n")


def test_a_busy_folder_ends_in_one_line(coopform: Coopform, workshop: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lock, "WAIT_SECONDS", 0)
    (workshop / "out").mkdir()
    with lock.lock_folder(workshop / "out"):
        run = coopform("render", "-o", "out")
    assert (run.code, run.err) == (2, "Another coopform command is writing to “out”. Try again when it is done.\n")


def test_compare_refuses_an_existing_file_without_force(coopform: Coopform, workshop: Path) -> None:
    (workshop / "x.csv").write_text("à moi", encoding="utf-8")
    run = coopform("compare", "tridan", "sage-ardeche", "-o", "x.csv")
    assert run.code == 2
    assert "“x.csv” is already there" in run.err
    assert (workshop / "x.csv").read_text(encoding="utf-8") == "à moi"
    assert coopform("compare", "tridan", "sage-ardeche", "-o", "x.csv", "--force").code == 0
    assert (workshop / "x.csv").read_bytes().startswith(b"\xef\xbb\xbf")
    assert {path.name for path in workshop.iterdir()} == {"cases", "x.csv", "x.csv.bak"}
    assert (workshop / "x.csv.bak").read_text(encoding="utf-8") == "à moi"


@pytest.mark.parametrize("output", [".", "..", "/", "cases"])
def test_compare_into_a_folder_ends_in_one_line(coopform: Coopform, workshop: Path, output: str) -> None:
    run = coopform("compare", "tridan", "sage-ardeche", "--format", "html", "-o", output, "--force")
    assert (run.code, run.err) == (
        2,
        f"{Path(output)}: There is a folder where a file is expected. Choose another name.\n",
    )


def test_names_of_folders_are_said_without_commands(coopform: Coopform, workshop: Path) -> None:
    run = coopform("render", "tridan", "-o", "x\x1b[31m\u202e")
    assert run.code == 0
    assert "\x1b" not in run.out + run.err
    assert "\u202e" not in run.out + run.err
    assert "x<U+001B>[31m<U+202E>" in run.out
    run = coopform("compare", "tridan", "sage-ardeche", "-o", "x\x1b.md")
    assert run.err == "Written: x<U+001B>.md\n"


@pytest.mark.parametrize(
    ("command", "path", "is_kept"),
    [
        (["templates", "sheet.css"], "templates/sheet.css", True),
        (["export", "-o", "x.csv"], "x.csv", True),
        (["forms", "-o", "x.html"], "x.html", True),
        (["check", "-o", "x.json"], "x.json", False),
        (["schema", "-o", "x.json"], "x.json", False),
    ],
)
def test_force_keeps_what_somebody_may_have_edited(
    coopform: Coopform, workshop: Path, command: list[str], path: str, *, is_kept: bool
) -> None:
    coopform(*command)
    (workshop / path).write_text("à moi", encoding="utf-8")
    run = coopform(*command, "--force")
    backup = workshop / f"{path}.bak"
    assert run.code == 0
    assert backup.is_file() is is_kept
    assert not is_kept or backup.read_text(encoding="utf-8") == "à moi"
    assert run.err.endswith(f"{Path(path)} (the old file is {backup.name})\n" if is_kept else f"{Path(path)}\n")
