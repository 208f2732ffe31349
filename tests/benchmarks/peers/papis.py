"""Papis: list a library of documents, each a folder with an `info.yaml`.

It lists from a database, which does not have later changes by hand until it is built again. So two runs are measured:
one that builds the database from all files, which coopform reads on each run, and one that only reads the database. It
checks nothing. Its list has the folders of the documents: printing title and form (`--format`) is some ten times
slower, and would not be a fair comparison.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.benchmarks.measure import Task, run
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, python_program
from tests.benchmarks.workplace import Workplace


def _prepare(program: Path, folder: Path, place: Workplace) -> Iterator[Job]:
    library = folder / "library"
    cases = place.cases(place.share(10))
    for name, case in content.read(cases):
        (library / name).mkdir(parents=True)
        info = {"title": case.pop("titre"), "author": case["fiche"]["auteur"], **case}
        text = yaml.dump(info, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
        (library / name / "info.yaml").write_text(text, encoding="utf-8")
    settings = folder / "settings"
    settings.mkdir()
    kept = folder / "kept"
    (settings / "config").write_text(f"[settings]\ndefault-library = cas\n\n[cas]\ndir = {library}\n", encoding="utf-8")
    environment = {
        "PAPIS_CONFIG_DIR": str(settings),
        "PAPIS_CACHE_DIR": str(kept),
        "XDG_CONFIG_HOME": str(folder),
        "XDG_CACHE_HOME": str(kept),
    }
    command = (program, "list", "--all")
    # The first run writes an identifier into each file.
    run(Task(command, folder, environment=environment))
    forget = Task(command, folder, before=lambda: shutil.rmtree(kept, ignore_errors=True), environment=environment)
    listing = place.coopform("list", cases=cases)
    yield Job("papis list, its files read", forget, listing)
    kept_before = Task(command, folder, environment=environment)
    yield Job("papis list, from what it kept", kept_before, listing, is_same_work=False)


PEER = Peer("papis", "pip install papis", lambda place: python_program(place, "papis", "bin/papis"), _prepare)
