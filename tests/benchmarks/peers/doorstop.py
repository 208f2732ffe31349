"""Doorstop: requirements as YAML files, one per item, checked and published.

An item has fields and a Markdown text with all rows of the grid. Its check validates the fields of an item, its level,
its links, and whether it was reviewed since its last change, but no rows, partners or dates. It publishes all items on
one page with a list, and not one page per case: fewer files than coopform writes, and a page that grows with the number
of cases.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.benchmarks.measure import Failed, Task, child_environment
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, python_program
from tests.benchmarks.workplace import Workplace

_PREFIX = "COOP"


def _prepare(program: Path, folder: Path, place: Workplace) -> Iterator[Job]:
    # A stub for the repository, like in the tests of Doorstop: git is not called.
    (folder / ".mockvcs").mkdir()
    _run(program, folder, "create", _PREFIX, "items", "--digits", "5")
    cases = place.cases(place.share(10))
    for number, (_, case) in enumerate(content.read(cases), start=1):
        path = folder / "items" / f"{_PREFIX}{number:05}.yml"
        path.write_text(_item(number, case), encoding="utf-8")
    # Marks each item as reviewed and rewrites it: otherwise each run would print a warning per item.
    _run(program, folder, "review", "all")
    made = folder / "public"
    yield Job("doorstop, its check", Task([program], folder), place.coopform("check", cases))
    publish = Task([program, "publish", "all", made, "--html"], folder, before=lambda: place.put_away(made))
    yield Job("doorstop publish, one page", publish, place.render(cases))


def _item(number: int, case: content.Values) -> str:
    values = {
        "active": True,
        "derived": False,
        "header": case["titre"],
        "level": f"1.{number}",
        "links": [],
        "normative": True,
        "ref": "",
        "reviewed": None,
        "text": content.markdown(case),
    }
    text: str = yaml.dump(values, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text


def _run(program: Path, folder: Path, *arguments: str) -> None:
    run = subprocess.run(
        [program, *arguments], cwd=folder, env=child_environment({}), capture_output=True, check=False, text=True
    )
    if run.returncode:
        raise Failed(f"doorstop {' '.join(arguments)}: {run.stderr[-2000:]}")


PEER = Peer(
    "doorstop", "pip install doorstop", lambda place: python_program(place, "doorstop", "bin/doorstop"), _prepare
)
