"""A logo is only a picture: allowed SVG content, limits on its size."""

import base64
import gzip
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support.growth import assert_grows_evenly, cpu
from tests.support.places import TESTS
from tests.support.recueil import PIXEL, add
from tests.support.running import Coopform

SVG = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="9" height="9"'
RECT = '<rect width="1" height="1"/>'
INLINE = f"data:image/png;base64,{base64.b64encode(PIXEL).decode()}"
INPUTS = TESTS / "support" / "logos"


def drawing(inside: str, attributes: str = "") -> str:
    return f"<svg {SVG} {attributes}>{inside}</svg>"


def bomb(kind: str, refer: str, levels: int = 8, width: int = 10) -> str:
    """Return elements that each refer `width` times to the previous one."""
    refers = ["", *(refer.format(name=f"a{level}") for level in range(levels))]
    inside = [RECT, *(one * width for one in refers[1:-1])]
    return "".join(f'<{kind} id="a{n}">{one}</{kind}>' for n, one in enumerate(inside)) + refers[-1]


def class_bomb(rule: str) -> str:
    """Return patterns whose shapes a style sheet fills with the previous pattern; `{n}` is their number."""
    shapes = [RECT, *(f'<rect class="c{n}"/>' * 10 for n in range(8))]
    patterns = "".join(f'<pattern id="a{n}">{one}</pattern>' for n, one in enumerate(shapes))
    return f"<style>{''.join(rule.replace('{n}', str(n)) for n in range(9))}</style>{patterns}<rect class='c8'/>"


def said(coopform: Coopform, workshop: Path, content: str | bytes, name: str = "logo.svg") -> str:
    """Return the message about a logo; the sheet is made with or without the logo."""
    data = content.encode("utf-8") if isinstance(content, str) else content
    (workshop / "cases" / name).write_bytes(data)
    add(workshop, f"logo: {name}")
    run = coopform("render", "tridan", "--format", "html", "-o", "out", "--force")
    assert run.code == 0
    page = (workshop / "out" / "tridan.html").read_text(encoding="utf-8")
    assert ("<img" in page) == ("cannot be used" not in run.err)
    return next((line for line in run.err.splitlines() if "cannot be used" in line), "")


PICTURES: dict[str, str | bytes] = {
    "plain": drawing(RECT),
    "declared": f'<?xml version="1.0" encoding="UTF-8"?>\n<!-- fait à la main -->\n{drawing(RECT)}\n',
    "latin": f'<?xml version="1.0" encoding="ISO-8859-1"?>{drawing("<title>Été</title>")}'.encode("latin-1"),
    "utf-16": f'<?xml version="1.0" encoding="UTF-16"?>{drawing(RECT)}'.encode("utf-16"),
    "with-a-mark": b"\xef\xbb\xbf" + drawing(RECT).encode(),
    "prefixed": '<s:svg xmlns:s="http://www.w3.org/2000/svg"><s:rect width="1" height="1"/></s:svg>',
    "used": drawing(f'<defs><g id="a">{RECT}</g></defs><use xlink:href="#a"/><use href=" #a "/>'),
    "as-many-as-may-be": drawing(RECT * 4_999),
    "used-as-often-as-may-be": drawing(f'<g id="a">{RECT * 9}</g>' + '<use href="#a"/>' * 450),
    "carries-a-picture": drawing(f'<image width="1" height="1" xlink:href="{INLINE}"/>'),
    "carries-a-large-picture": drawing(
        '<image width="1" height="1" href="data:image/jpeg;base64,'
        + base64.b64encode(b"\xff\xd8\xff" + b"\0" * 1_400_000).decode()
        + '"/>'
    ),
    "gradients": drawing(
        '<linearGradient id="a"><stop offset="0"/><stop offset="1"/></linearGradient>'
        '<radialGradient id="b" xlink:href="#a"/>' + '<rect width="1" height="1" fill="url(#b)"/>' * 500
    ),
    "as-drawing-programs-export": drawing(
        "<defs><style>.cls-1,.cls-2{fill:none;}.cls-1{clip-path:url(#c);}.cls-2{mask:url(&quot;#m&quot;);}"
        "/* url(http://nowhere) */ .cls-3{font-family:Arial, 'Gill Sans';fill:url(#g)}"
        "@media print{.cls-4{filter:url(#f)}}</style>"
        f'<clipPath id="c">{RECT}</clipPath><mask id="m">{RECT}</mask><linearGradient id="g"><stop/></linearGradient>'
        '<filter id="f"><feOffset dx="1"/></filter></defs>'
        + "".join(f'<g class="cls-{number % 4 + 1}"><path class="cls-3" d="M0 0L1 1"/></g>' for number in range(600))
    ),
    "long-path": drawing('<path d="M0 0' + "L1 1" * 100_000 + '"/>'),
    "described": drawing(
        '<metadata><r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><r:x r:resource="http://example.org"/>'
        "</r:RDF></metadata><text>Parc naturel régional</text>"
    ),
}


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_used(coopform: Coopform, workshop: Path, name: str) -> None:
    assert said(coopform, workshop, PICTURES[name]) == ""


ACTIVE: dict[str, str | bytes] = {
    "doctype": f"<!DOCTYPE svg>{drawing(RECT)}",
    "public-doctype": f'<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://x/svg11.dtd">{drawing(RECT)}',
    "entities": f'<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>{drawing("<text>&b;</text>")}',
    "file-entity": f'<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>{drawing("<text>&a;</text>")}',
    "parameter-entity": f'<!DOCTYPE svg [<!ENTITY % a SYSTEM "http://127.0.0.1/x"> %a;]>{drawing(RECT)}',
    "doctype-in-utf-16": f"<!DOCTYPE svg>{drawing(RECT)}".encode("utf-16"),
    "script": drawing("<script>alert(1)</script>"),
    "script-with-prefix": drawing('<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>'),
    "script-of-a-page": drawing('<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>'),
    "script-in-defs": drawing('<defs><g><script href="data:text/javascript,alert(1)"/></g></defs>'),
    "foreign": drawing("<foreignObject><p>x</p></foreignObject>"),
    "page": drawing('<iframe xmlns="http://www.w3.org/1999/xhtml" src="#a"/>'),
    "event": drawing(RECT, 'onload="alert(1)"'),
    "event-inside": drawing('<rect onclick="alert(1)"/>'),
    "set": drawing('<a id="a"><set attributeName="href" to="javascript:alert(1)"/></a>'),
    "animate": drawing('<a><animate attributeName="xlink:href" values="javascript:alert(1)"/></a>'),
    "animate-motion": drawing("<rect><animateMotion/></rect>"),
}


@pytest.mark.parametrize("name", ACTIVE)
def test_more_than_a_picture_is_refused(coopform: Coopform, workshop: Path, name: str) -> None:
    assert "it contains something other than a picture" in said(coopform, workshop, ACTIVE[name])


OUTSIDE = {
    "picture": '<image href="http://127.0.0.1/x.png"/>',
    "picture-of-the-disk": '<image xlink:href="file:///etc/passwd"/>',
    "picture-beside": '<image xlink:href="tridan.yaml"/>',
    "other-prefix": '<image xmlns:y="http://www.w3.org/1999/xlink" y:href="x.png"/>',
    "use": '<use href="other.svg#a"/>',
    "link": '<a href="javascript:alert(1)"><rect/></a>',
    "drawing-in-a-drawing": '<image href="data:image/svg+xml;base64,PHN2Zy8+"/>',
    "drawing-said-to-be-a-picture": '<image href="data:image/png;base64,PHN2ZyB4bWxucz0iaHR0cDovLyIvPg=="/>',
    "picture-not-in-base64": '<image href="data:image/png,%3Csvg/%3E"/>',
    "page": '<image href="data:text/html,x"/>',
    "fill": '<rect fill="url(http://127.0.0.1/x#a)"/>',
    "fill-in-capitals": '<rect fill="URL(http://127.0.0.1/x#a)"/>',
    "quoted": "<rect fill=\"url( 'x.svg#a' )\"/>",
    "style": '<rect style="fill:red;filter:url(&quot;x.svg#a&quot;)"/>',
    "style-sheet": "<style>rect { background: url(file:///etc/passwd) }</style>",
    "import": '<style>@import "http://127.0.0.1/x.css";</style>',
    "import-in-capitals": "<style>@IMPORT url(#a);</style>",
    "import-in-pieces": '<style>/* */@import<!-- -->"x.css";</style>',
    "import-escaped": "<style>@\\69mport 'x.css';</style>",
    "address-escaped": "<style>rect { fill: u\\72l(x.svg) }</style>",
    "set-of-pictures": "<style>rect { background: image-set('x.png' 1x) }</style>",
    "hidden-by-a-string": '<style>a { x: "/*"; fill: url(x.svg#a); y: "*/" }</style>',
    "face": "<style>@font-face { font-family: F; src: url(http://127.0.0.1/f.woff) }</style>",
    "base": '<g xml:base="http://127.0.0.1/"><use href="#a"/></g>',
}


@pytest.mark.parametrize("name", OUTSIDE)
def test_what_refers_to_something_outside_is_refused(coopform: Coopform, workshop: Path, name: str) -> None:
    line = said(coopform, workshop, drawing(f"\n{OUTSIDE[name]}"))
    assert "it refers to something outside itself" in line
    assert "line 2" in line


def test_a_style_sheet_of_an_instruction_is_refused(coopform: Coopform, workshop: Path) -> None:
    line = said(coopform, workshop, f'<?xml-stylesheet href="x.css"?>{drawing(RECT)}')
    assert "it refers to something outside itself: <?xml-stylesheet?>, line 1" in line


BIG: dict[str, str | bytes] = {
    "elements": drawing(RECT * 5_001),
    "use": drawing(f'<g id="a">{RECT * 99}</g>' + '<use href="#a"/>' * 51),
    "use-bomb": (INPUTS / "use-bomb.svg").read_bytes(),
    "use-of-itself": drawing('<g id="a"><use href="#a"/></g>'),
    "use-of-what-uses-it": drawing('<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'),
    "use-by-another-spelling": drawing(bomb("g", '<use href="#%61{name}"/>').replace("%61a", "%61")),
    "pattern-bomb": drawing(bomb("pattern", '<rect width="9" height="9" fill="url(#{name})"/>')),
    "stroke-bomb": drawing(bomb("pattern", '<path d="M0 0L1 1" stroke="url(#{name})"/>')),
    "mask-bomb": drawing(bomb("mask", '<rect width="9" height="9" mask="url(#{name})"/>')),
    "clip-bomb": drawing(bomb("clipPath", '<rect width="9" height="9" clip-path="url(#{name})"/>')),
    "marker-bomb": drawing(bomb("marker", '<path d="M0 0L1 1" marker-end="url(#{name})"/>')),
    "filter-bomb": drawing(bomb("filter", '<feImage href="#{name}"/>')),
    "style-bomb": drawing(bomb("pattern", '<rect width="9" height="9" style="fill: url(\'#{name}\')"/>')),
    "inherited-bomb": drawing(bomb("pattern", f'<g fill="url(#{{name}})">{RECT * 10}</g>', width=1)),
    "marker-at-each-point": drawing(
        f'<marker id="a">{RECT}</marker><path marker-mid="url(#a)" d="M0 0{"L1 1" * 10_000}"/>'
    ),
    "marker-from-above": drawing(
        f'<marker id="a">{RECT}</marker><g marker="url(#a)"><g><path d="M0 0{"L1 1" * 10_000}"/></g></g>'
    ),
    "class-bomb": drawing(class_bomb(".c{n}{fill:url(#a{n})}")),
    "class-bomb-in-media": drawing(class_bomb("@media all{rect.c{n},x{fill:url(#a{n})}}")),
    "class-bomb-with-rules-inside": drawing(class_bomb(".c{n}{fill:url(#a{n}); .x{y:z}}")),
    "class-bomb-with-strings": drawing(class_bomb(".c{n}{x:'}.none{';fill:url(#a{n})}")),
    "class-bomb-with-comments": drawing(class_bomb(".c{n}/*}*/{/*{*/fill:url(#a{n})}")),
    "any-element-refers": drawing(f"<style>*{{fill:url(#a)}}</style><pattern id='a'>{RECT}</pattern>{RECT}"),
    "odd-selector": drawing(
        f"<style>rect:nth-child(n){{mask:url(#a)}}</style><mask id='a'>{'<circle/>' * 99}</mask>{'<g/>' * 999}"
    ),
    "deep": drawing("<g>" * 70 + RECT + "</g>" * 70),
    "very-deep": drawing("<g>" * 200_000 + "</g>" * 200_000),
    "deep-by-use": drawing(
        f'<g id="a0">{RECT}</g>' + "".join(f'<g id="a{n}"><use href="#a{n - 1}"/></g>' for n in range(1, 400))
    ),
    "stops": drawing(
        f'<linearGradient id="a">{"<stop/>" * 2_000}</linearGradient>' + '<rect fill="url(#a)"/>' * 2_000
    ),
    "rules": drawing(f"<style>{'*{fill:red}' * 50_000}</style>{RECT * 4_000}"),
    "words": drawing(f"<text>{'a' * 100_000}</text>"),
    "path-used-often": drawing(f'<path id="a" d="M0 0{"L1 1" * 20_000}"/>' + '<use href="#a"/>' * 4_000),
}  # fmt: skip


@pytest.mark.parametrize("name", BIG)
def test_what_draws_too_much_is_refused(coopform: Coopform, workshop: Path, name: str) -> None:
    assert "it contains too many shapes" in said(coopform, workshop, BIG[name])


NO_PICTURES = {
    "empty.svg": b"",
    "text.svg": b"Le logo",
    "cut.svg": drawing(RECT).encode()[:-9],
    "page.svg": b"<!-- --><html><body/></html>",
    "other-root.svg": b'<g xmlns="http://www.w3.org/2000/svg"/>',
    "no-namespace.svg": b'<svg width="9" height="9"/>',
    "packed.svg": gzip.compress(drawing(RECT).encode()),
    "zeros.svg": b"\0" * 1000,
    "pixels.svg": PIXEL,
    "unknown-entity.svg": drawing("<text>&a;</text>").encode(),
    "drawing.png": drawing(RECT).encode(),
    "text.jpg": b"Le logo",
    "pixels.jpeg": PIXEL,
    "page.gif": b"<html></html>",
    "sound.webp": b"RIFF\0\0\0\0WAVE",
    "empty.png": b"",
}


@pytest.mark.parametrize("name", NO_PICTURES)
def test_what_is_no_picture_is_said(coopform: Coopform, workshop: Path, name: str) -> None:
    line = said(coopform, workshop, NO_PICTURES[name], name)
    assert "its content is not of the kind that its name says" in line
    assert f"cases/{name}" in line.replace("\\", "/")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("a.png", PIXEL),
        ("a.JPG", b"\xff\xd8\xff\xe0"),
        ("a.gif", b"GIF89a"),
        ("a.webp", b"RIFF\x1a\0\0\0WEBPVP8L"),
    ],
)
def test_a_picture_is_known_by_its_beginning(coopform: Coopform, workshop: Path, name: str, data: bytes) -> None:
    assert said(coopform, workshop, data, name) == ""


def pixels(kind: str, width: int, height: int) -> bytes:
    """Return the header of a picture with a given size in pixels."""
    big, little = ([side.to_bytes(4, order) for side in (width, height)] for order in ("big", "little"))
    return {
        "png": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + big[0] + big[1],
        "gif": b"GIF89a" + little[0][:2] + little[1][:2],
        # With a comment before the size.
        "jpg": b"\xff\xd8\xff\xfe\0\x04ab\xff\xff\xc2\0\x11\x08" + big[1][2:] + big[0][2:],
        "webp": b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a" + little[0][:2] + little[1][:2],
    }[kind]


def extended(width: int, height: int) -> bytes:
    sides = [(side - 1).to_bytes(3, "little") for side in (width, height)]
    return b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0" + sides[0] + sides[1]


def lossless(width: int, height: int) -> bytes:
    return b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f" + ((width - 1) | (height - 1) << 14).to_bytes(4, "little")


SIDES = [((5_000, 5_000), ""), ((13_000, 1_924), "it has more than 25 million pixels")]


@pytest.mark.parametrize(("sides", "expected"), SIDES)
@pytest.mark.parametrize("kind", ["png", "gif", "jpg", "webp", "extended.webp", "lossless.webp", "svg"])
def test_a_picture_of_too_many_pixels_is_refused(
    coopform: Coopform, workshop: Path, kind: str, sides: tuple[int, int], expected: str
) -> None:
    made: dict[str, bytes | str] = {"extended.webp": extended(*sides), "lossless.webp": lossless(*sides)}
    carried = base64.b64encode(pixels("jpg", *sides)).decode()
    made["svg"] = drawing(f'<image href="data:image/png;base64,\n{carried}"/>')
    content = made[kind] if kind in made else pixels(kind, *sides)
    found = said(coopform, workshop, content, f"logo.{kind}")
    assert expected in found
    assert bool(expected) == bool(found)


GROWING: dict[str, Callable[[int], str]] = {
    "use": lambda n: f'<g id="a">{RECT}</g>' + '<use href="#a"/>' * n,
    "use-bomb": lambda n: bomb("g", '<use href="#{name}"/>', levels=n // 100, width=5),
    "attributes": lambda n: f"<rect {' '.join(f'a{i}={chr(34)}1{chr(34)}' for i in range(40))}/>" * n,
    "classes": lambda n: (
        "<style>" + "".join(f".c{i}{{fill:url(#x{i})}}" for i in range(n)) + "</style>"
        + f"<rect class='{' '.join(f'c{i}' for i in range(20))}'/>" * n
    ),
    "rules-for-all": lambda n: f"<style>{'*{fill:url(#x)}' * n}</style>{RECT * n}",
    "comments": lambda n: f"<style>{'/*' * n * 50}</style>",
    "open-brackets": lambda n: f"<style>{'a{' * n * 50}</style>",
    "selectors": lambda n: f"<style>{'a ' * n * 50}{{fill:url(#x)}}</style>",
    "strings": lambda n: f"<style>{'&quot;' * n * 50}</style>",
    "addresses": lambda n: f"<style>a{{fill:{'url(#x' * n * 50}}}</style>",
    "spaces": lambda n: f"<style>a{{fill:{('url(' + ' ' * 50) * n}}}</style>",
    "path": lambda n: f'<path d="{"M0 0" * n * 100}"/>',
    "words": lambda n: f"<text>{'é ' * n * 50}</text>",
    "same-name": lambda n: f"<use href='#a' id='a{n}'/>" + "<g id='a'/>" * n,
}  # fmt: skip


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=() if name in ("use", "path") else pytest.mark.long) for name in GROWING]
)
def test_looking_through_a_drawing_costs_as_much_as_it_is_long(coopform: Coopform, workshop: Path, name: str) -> None:
    add(workshop, "logo: logo.svg")

    def show(text: str) -> None:
        Path("cases", "logo.svg").write_text(drawing(text), encoding="utf-8")
        assert coopform("show", "tridan", "--format", "markdown").code == 0

    fixed = min(cpu(lambda: show("")) for _ in range(3))
    assert_grows_evenly(lambda count: show(GROWING[name](count)), 2_000, fixed)
