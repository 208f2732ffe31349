"""The library in a browser: its size, when it is painted and ready, what a keystroke costs."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import median, quantiles

from coopform.rendering.pdf import browsers
from tests.benchmarks import table
from tests.benchmarks.measure import Task, medians
from tests.benchmarks.workplace import PROGRAM, Workplace

# What people notice as a wait begins at a tenth of a second.
BOUND = 0.1
# Typed letter by letter: words that most cases have, words that few have, a phrase, and a word that none has.
TYPED = ("comité technique", "relation mise", '"chef de projet" ardèche', "introuvable")

_WATCH = """
new MutationObserver((_, watching) => {
  if (!document.documentElement || !document.documentElement.classList.contains("scripted")) return;
  window.readyAfter = performance.now();
  watching.disconnect();
}).observe(document, { subtree: true, attributes: true, childList: true });
"""
# Each letter with the layout that it causes.
_TYPE = """
typed => typed.flatMap(words => [...words].map((_, place) => {
  const box = document.getElementById("query");
  const before = performance.now();
  box.value = words.slice(0, place + 1);
  box.dispatchEvent(new Event("input"));
  document.body.offsetHeight;
  return performance.now() - before;
}))
"""


@dataclass(frozen=True, slots=True)
class Opened:
    """What a browser measured, in seconds: from the start of the page, and for each letter typed."""

    painted: float
    ready: float
    keys: list[float]


def figures(place: Workplace) -> Iterator[table.Row]:
    """Measure libraries of a tenth of the cases, and of all."""
    for count in (place.share(10), place.count):
        page = _made(place, count)
        named = f"library, {count:,} cases"
        yield table.Row(f"{named}: its file", table.megabytes(page.stat().st_size))
        opened = _opened(page)
        if opened is None:
            yield table.Row(f"{named}: in a browser", "not measured", "install chromium, and playwright by pip")
            continue
        yield table.Row(f"{named}: first paint", table.seconds(opened.painted))
        yield table.Row(f"{named}: ready", table.seconds(opened.ready))
        yield table.Row(f"{named}: a keystroke, median", table.seconds(median(opened.keys)))
        worst = quantiles(opened.keys, n=20)[-1]
        shown = table.seconds(worst)
        yield table.value(f"{named}: a keystroke, 95 of 100", shown, shown, f"≤ {BOUND} s", met=worst <= BOUND)


def _made(place: Workplace, count: int) -> Path:
    out = place.folder / f"library-{count}"
    arguments = ("render", "--document", "library", "--format", "html", "--output", out)
    medians([Task([PROGRAM, *arguments, "--cases", place.cases(count)], place.folder)], 1)
    return next(out.glob("*.html"))


def _opened(path: Path) -> Opened | None:
    """Return what a browser measured; None without one."""
    browser = browsers.find()
    if browser is None or find_spec("playwright") is None:
        return None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        # A container has no sandbox for a browser, and the page is one of this benchmark.
        started = playwright.chromium.launch(executable_path=str(browser), args=["--no-sandbox"])
        page = started.new_page(viewport={"width": 1280, "height": 900})
        page.add_init_script(_WATCH)
        page.goto(path.as_uri())
        page.wait_for_selector("html.scripted", state="attached", timeout=120_000)
        painted = page.evaluate("performance.getEntriesByName('first-paint')[0].startTime")
        ready = page.evaluate("window.readyAfter")
        keys = page.evaluate(_TYPE, list(TYPED))
        started.close()
    return Opened(painted / 1000, ready / 1000, [one / 1000 for one in keys])
