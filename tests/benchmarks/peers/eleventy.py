"""Eleventy: front matter to pages with Nunjucks templates, on Node.

Like coopform, it makes one page per case and an index, with all data of a sheet and the same style sheets and fonts.
Unlike coopform, it checks nothing, ignores misspelt keys, explains no acronyms, writes all pages on each run, keeps
pages of removed cases, and overwrites edited pages.
"""

import shutil
from collections.abc import Iterator
from pathlib import Path

from tests.benchmarks.measure import Task
from tests.benchmarks.peers import content
from tests.benchmarks.peers.job import Job, Peer, node_program
from tests.benchmarks.workplace import Workplace

# Its settings and templates.
_SITE = Path(__file__).parent / "sites" / "eleventy"


def _prepare(program: Path, folder: Path, place: Workplace) -> Iterator[Job]:
    shutil.copytree(_SITE, folder, dirs_exist_ok=True)
    cases = place.cases(place.share(10))
    for name, case in content.read(cases):
        (folder / "content" / "cas" / f"{name}.md").write_text(content.front_matter(case), encoding="utf-8")
    (folder / "layouts" / "style.njk").write_text(content.style_element(cases), encoding="utf-8")
    build = Task([program, "--quiet"], folder, before=lambda: place.put_away(folder / "public"))
    yield Job("eleventy, the same pages", build, place.render(cases))


PEER = Peer(
    "eleventy",
    "npm install --global @11ty/eleventy",
    lambda place: node_program(place, "@11ty/eleventy", "eleventy"),
    _prepare,
)
