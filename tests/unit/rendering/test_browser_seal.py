"""Pages printed by a browser read no file, run no script and send no request, whatever a template contains."""

import shutil
import socketserver
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from coopform.rendering.pdf import browsers, by_browser
from tests.support.places import IDS
from tests.support.printed import read, structure_of, text
from tests.support.running import Coopform

pytestmark = pytest.mark.needs("browser")

WORDS = "<p>Une page</p>"
PIXEL = (
    "data:image/png;base64,"
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file that no page may show."""
    path = tmp_path / "secret.html"
    path.write_text("<p>SECRET</p>", encoding="utf-8")
    return path


class Listener(socketserver.ThreadingTCPServer):
    """A local server that records all requests."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), socketserver.BaseRequestHandler)
        self.asked: list[object] = []

    def verify_request(self, request: object, client_address: object) -> bool:
        self.asked.append(client_address)
        return False

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def listener() -> Iterator[Listener]:
    with Listener() as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield server
        server.shutdown()
        thread.join()


def printed(html: str) -> str:
    browser = browsers.find()
    assert browser
    return text(read(by_browser.printer(browser)(html)))


# What leaves the rest of its page as it is: tried on one page.
IN_PAGE = {
    "frame": '<iframe src="{url}"></iframe>',
    "frame-of-a-frame": "<iframe srcdoc=\"<iframe src='{url}'></iframe>\"></iframe>",
    "frame-of-data": '<iframe src="data:text/html,<iframe src={url}></iframe>"></iframe>',
    "object": '<object data="{url}"></object><embed src="{url}">',
    "style-sheet": '<link rel="stylesheet" href="{url}"><style>@import url("{url}");</style>',
    "picture": '<img src="{url}"><svg><image href="{url}"/><use href="{url}#a"/></svg>',
    "background": '<p style="background: url({url}); mask: url({url}#m); filter: url({url}#f)">x</p>',
    "font": "<style>@font-face {{ font-family: F; src: url({url}) }} p {{ font-family: F }}</style><p>x</p>",
    "film": '<video src="{url}" poster="{url}" autoplay></video><audio src="{url}" autoplay></audio>',
    "ahead": (
        '<link rel="prefetch" href="{url}"><link rel="preload" as="image" href="{url}">'
        '<link rel="preconnect" href="{url}"><link rel="dns-prefetch" href="{url}">'
        '<link rel="prerender" href="{url}"><link rel="icon" href="{url}"><link rel="manifest" href="{url}">'
    ),
}
READING = {
    "in-page": "".join(IN_PAGE.values()),
    "frame-that-goes-on": (
        "<iframe srcdoc=\"<meta http&#45;equiv=refresh content='0;url={url}'>\"></iframe>"
        "<div style='height: 2000px'></div>"
    ),
    "own-head": '<html><head><base href="{url}"></head><body><iframe src=""></iframe>',
    "frameset": '<frameset><frame src="{url}"></frameset>',
    "goes-on": '<meta http-equiv="refresh" content="0;url={url}">',
    "goes-on-in-capitals": '<META content="0;url={url}" HTTP-EQUIV=Refresh>',
    "goes-on-later": '<meta http-equiv="refresh" content="0.05;url={url}">',
    "comment-before-all": '<!-- --><!doctype html><head><iframe src="{url}"></iframe></head>',
    "own-policy": (
        '<!doctype html><html><head><meta http-equiv="Content-Security-Policy" content="default-src * \'self\'">'
        '<iframe src="{url}"></iframe></head>'
    ),
    "xml": '<?xml version="1.0"?><?xml-stylesheet href="{url}"?>',
}


@pytest.mark.parametrize("attack", READING)
def test_a_page_reads_no_file(secret: Path, attack: str) -> None:
    found = printed(READING[attack].format(url=secret.as_uri()) + WORDS)
    assert "SECRET" not in found
    # A page of frames has no other text.
    assert "Unepage" in found or attack == "frameset"


def test_a_page_asks_nobody(listener: Listener) -> None:
    going_on = [name for name in READING if name.startswith("goes-on")]
    pages = ["".join(attack for name, attack in READING.items() if name not in going_on)]
    for page in (*pages, *(READING[name] for name in going_on)):
        printed(page.format(url=f"{listener.address}/x") + WORDS)
    assert listener.asked == []


SCRIPTS = {
    "element": "<script>document.body.textContent = 'RAN'</script>",
    "event": "<img src=x onerror=\"document.body.textContent = 'RAN'\">",
    "picture": "<svg onload=\"document.body.textContent='RAN'\"><script>document.body.textContent='RAN'</script></svg>",
    "address": "<iframe src=\"javascript:parent.document.body.textContent='RAN'\"></iframe>",
    "frame": "<iframe srcdoc=\"<script>parent.document.body.textContent='RAN'</script>\"></iframe>",
    "data": "<script src=\"data:text/javascript,document.body.textContent='RAN'\"></script>",
    "module": "<script type=module>document.body.textContent='RAN'</script>",
    "goes-on": "<meta http-equiv=refresh content=\"0;url=javascript:document.body.textContent='RAN'\">",
}


@pytest.mark.parametrize(
    "attacks", [[name for name in SCRIPTS if name != "goes-on"], ["goes-on"]], ids=["all", "goes-on"]
)
def test_a_page_runs_no_script(attacks: list[str]) -> None:
    found = printed(f"<html><body>{WORDS}{''.join(SCRIPTS[attack] for attack in attacks)}</body></html>")
    assert "RAN" not in found
    assert "Unepage" in found


@pytest.mark.parametrize("name", ["sheet.html.j2", "base.html.j2"])
def test_a_template_of_a_stranger_reads_no_file(coopform: Coopform, workshop: Path, secret: Path, name: str) -> None:
    (workshop / "templates").mkdir()
    attack = (
        f'<html><body><iframe src="{secret.as_uri()}" width=900 height=600></iframe><p id=p></p>'
        "<script>document.getElementById('p').textContent = 'RAN ' + location.href</script>" + WORDS
    )
    (workshop / "templates" / name).write_text(attack, encoding="utf-8")
    (workshop / "cases" / "_recueil.css").write_text(f"body {{ background: url({secret.as_uri()}) }}", encoding="utf-8")
    run = coopform("render", "tridan", "--format", "pdf", "--pdf-engine", "browser", "-o", "out")
    assert run.code == 0
    found = text(read(workshop / "out" / "tridan.pdf"))
    assert "Unepage" in found
    assert "SECRET" not in found
    assert "RAN" not in found


def test_what_a_page_carries_in_itself_is_shown() -> None:
    browser = browsers.find()
    assert browser
    page = (
        '<html lang="fr"><head><title>Titre</title><style>@page { size: 100mm 50mm } p::after { content: "ajout" }'
        f"</style></head><body><p>Été, l’eau</p><img src='{PIXEL}' alt='point'></body></html>"
    )
    made = by_browser.printer(browser)(page)
    assert "Été,l’eauajout" in text(read(made))
    pdf = structure_of(made)
    assert len(pdf.pages[0].images) == 1
    assert pdf.metadata
    assert pdf.metadata.title == "Titre"
    assert str(pdf.root_object["/Lang"]) == "fr"


def test_words_that_look_like_marks_of_a_page_cost_no_page_number(coopform: Coopform, workshop: Path) -> None:
    """The numbers of the contents are printed even where a template writes `</head>` in a comment."""
    for name in IDS[2:]:
        (workshop / "cases" / f"{name}.yaml").unlink()
    shutil.copytree(workshop / "cases", workshop / "plain" / "cases")
    coopform("templates", "base.html.j2")
    own = workshop / "templates" / "base.html.j2"
    own.write_text("<!-- </head> -->" + own.read_text(encoding="utf-8"), encoding="utf-8")
    printed_by: dict[str, list[str]] = {}
    for cases in ("cases", "plain/cases"):
        coopform(
            "render", "--document", "booklet", "--format", "pdf", "--pdf-engine", "browser", "-o", "out", "--force",
            "--cases", cases,
        )  # fmt: skip
        printed_by[cases] = [page.text for page in read(workshop / "out" / "livret.pdf").pages]
    changed, shipped = printed_by.values()
    assert changed == shipped
