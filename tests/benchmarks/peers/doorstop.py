"""Doorstop: requirements as YAML files, a file an item, checked and published.

An item is a header and a text of Markdown, which holds all rows of the grid. Its check looks at the fields of an item,
its level among the others, its links, and whether it was reviewed since it changed; it knows nothing of rows,
partners or dates. It publishes all items on one page with a list of them beside, not a page a case: less files than
coopform writes, and a page that grows with their number.
"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import yaml

from tests.benchmarks.measure import Failed, Task, child_environment
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, on_path, python_environment
from tests.benchmarks.workplace import Workplace

_PREFIX = "COOP"


def _find(place: Workplace) -> Path | None:
    found = on_path("doorstop")
    if found is None and place.install and (environment := python_environment(place, "doorstop")):
        return environment / "bin" / "doorstop"
    return found


def _prepare(program: Path, folder: Path, place: Workplace) -> Iterator[Job]:
    # Stands for a repository, as in the tests of Doorstop itself: no time goes into asking git.
    (folder / ".mockvcs").mkdir()
    _run(program, folder, "create", _PREFIX, "items", "--digits", "5")
    cases = place.cases(place.share(10))
    for number, (_, case) in enumerate(content.read(cases), start=1):
        path = folder / "items" / f"{_PREFIX}{number:05}.yml"
        path.write_text(_item(number, case), encoding="utf-8")
    # Marks each item as reviewed and writes it in the form of its own: else each run would warn a thousand times.
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


PEER = Peer("doorstop", "pip install doorstop", _find, _prepare)
