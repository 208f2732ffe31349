"""Make the fonts of the handouts: `python -m tests.tools.fonts FOLDER` writes `templates/fonts/*.woff2`.

FOLDER holds the web fonts of Assistant (its `latin` and `latin-ext` parts, weights 500 and 700), as its authors
publish them. The parts of each weight are merged into one file, with added glyphs that French handouts need: the
narrow no-break space, the no-break hyphen, arrows, ticks, boxes and circles.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.merge import Merger
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph

from tests.support.places import ROOT

FONTS = ROOT / "templates" / "fonts"
# The regular weight of this family is too light for print at 10 points.
WEIGHTS = {500: "Medium", 700: "Bold"}
PARTS = ("latin", "latin-ext")

# Letters of Western and Central Europe, and the punctuation of French.
WANTED = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2C6, 0x2DC, *range(0x2010, 0x2027), 0x2030, 0x2039, 0x203A, 0x20AC]
WANTED += [0x2122, 0x2212]

# Advance widths of spaces, in thousandths of an em; the typeface's own space has 200.
SPACES = {0x202F: 110, 0x2009: 110}
# Characters drawn like another one.
SAME_AS = {0x2011: 0x2D, 0x2010: 0x2D}

Contour = list[tuple[int, int]]


def draw(contours: list[Contour]) -> Glyph:
    """Return a glyph of straight lines; inner contours have the opposite direction."""
    pen = TTGlyphPen(None)
    for first, *others in contours:
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
    return pen.glyph()


def disc(x: int, y: int, radius: int, inside: bool = False) -> Glyph:
    """Return a circle, or a ring when `inside`, of quadratic curves."""
    pen = TTGlyphPen(None)
    for size, turn in ((radius, 1), (radius - 46, -1)) if inside else ((radius, 1),):
        k = round(size * 0.4142)
        eighths = [(0, size), (k, size), (size, k), (size, 0), (size, -k), (k, -size), (0, -size), (-k, -size)]
        eighths += [(-size, -k), (-size, 0), (-size, k), (-k, size)]
        points = [(x + dx, y + dy) for dx, dy in eighths]
        ring = points if turn > 0 else [points[0], *reversed(points[1:])]
        pen.moveTo(ring[0])
        for start in (1, 4, 7, 10):
            pen.qCurveTo(*ring[start : start + 2], ring[(start + 2) % 12])
        pen.closePath()
    return pen.glyph()


def box(thick: int) -> list[Contour]:
    """Return the two contours of an empty box."""
    inner = [
        (90 + thick, -20 + thick),
        (710 - thick, -20 + thick),
        (710 - thick, 600 - thick),
        (90 + thick, 600 - thick),
    ]
    return [[(90, -20), (90, 600), (710, 600), (710, -20)], inner]


def signs(thick: int) -> dict[int, tuple[Glyph, int]]:
    """Return the added glyphs with their advance widths, for a stroke width."""
    t = thick
    tick = [(80, 270), (80 + t, 330), (250, 160), (560, 600), (620, 560), (260, 30)]
    ticked = [(x + 60, y - 10) for x, y in tick]
    half = t // 2
    arrow = [(60, 290 - half), (60, 290 + half), (560, 290 + half), (400, 440), (440, 490), (680, 290), (440, 90)]
    arrow += [(400, 140), (560, 290 - half)]
    back = [(740 - x, y) for x, y in reversed(arrow)]
    return {
        0x2713: (draw([tick]), 700),
        0x2610: (draw(box(max(44, t - 12))), 800),
        0x2611: (draw([*box(max(44, t - 12)), ticked]), 800),
        0x2192: (draw([arrow]), 740),
        0x2190: (draw([back]), 740),
        0x25CB: (disc(400, 290, 300, inside=True), 800),
        0x25CF: (disc(400, 290, 300), 800),
    }


def make(folder: Path, weight: int) -> TTFont:
    """Return one weight, merged from its parts in `folder`."""
    with TemporaryDirectory() as work:
        paths = []
        for part in PARTS:
            font = TTFont(folder / f"assistant-{part}-{weight}-normal.woff2")
            options = Options(layout_features=["kern", "liga", "locl", "mark", "ccmp"], name_IDs=["*"], hinting=False)
            cutter = Subsetter(options)
            cutter.populate(unicodes=WANTED)
            cutter.subset(font)
            font.flavor = None
            paths.append(str(Path(work) / f"{part}.ttf"))
            font.save(paths[-1])
        merged = Merger().merge(paths)
    add(merged, 104 if weight > 500 else 70)
    name(merged, weight)
    merged.flavor = "woff2"
    return merged


def add(font: TTFont, thick: int) -> None:
    """Add the missing glyphs to a font."""
    cmap = font.getBestCmap()
    glyphs = {code: (TTGlyphPen(None).glyph(), width) for code, width in SPACES.items()} | signs(thick)
    for code, (glyph, width) in glyphs.items():
        label = f"uni{code:04X}"
        font["glyf"][label] = glyph
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][label] = (width, getattr(glyph, "xMin", 0))
    font.setGlyphOrder(font["glyf"].glyphOrder)
    for table in font["cmap"].tables:
        table.cmap.update({code: f"uni{code:04X}" for code in glyphs})
        table.cmap.update({code: cmap[other] for code, other in SAME_AS.items() if code not in cmap})


def name(font: TTFont, weight: int) -> None:
    """Write the family and the weight into the font: they are wrong in its parts."""
    style = WEIGHTS[weight]
    table = font["name"]
    for record in (1, 2, 3, 4, 6, 16, 17, 25):
        table.removeNames(nameID=record)
    family = f"Assistant {style}"
    words = {
        1: family,
        2: "Regular",
        3: f"coopform; Assistant {style}",
        4: f"Assistant {style}",
        6: f"Assistant-{style}",
    }
    words |= {16: "Assistant", 17: style}
    for record, text in words.items():
        table.setName(text, record, 3, 1, 0x409)
    font["OS/2"].usWeightClass = weight
    if "STAT" in font:
        del font["STAT"]


def main() -> None:
    """Write the fonts from the folder named on the command line."""
    for weight, style in WEIGHTS.items():
        make(Path(sys.argv[1]), weight).save(FONTS / f"Assistant-{style}.woff2")


if __name__ == "__main__":
    main()
