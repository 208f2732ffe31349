"""Write the widths of the letters of the shipped fonts: `python -m tests.tools.font_widths`.

`src/coopform/data/font_widths.json` holds for each weight the width of each character, in thousandths of an em.
"""

import json

from fontTools.ttLib import TTFont

from tests.support.places import ROOT
from tests.tools.fonts import FONTS, WEIGHTS

FILE = ROOT / "src" / "coopform" / "data" / "font_widths.json"


def widths() -> dict[str, dict[str, int]]:
    """Return for each weight (`500`, `700`) the width of each character of its font."""
    found = {}
    for weight, name in WEIGHTS.items():
        font = TTFont(FONTS / f"Assistant-{name}.woff2")
        scale = 1000 / font["head"].unitsPerEm
        found[str(weight)] = {
            chr(code): round(font["hmtx"][glyph][0] * scale) for code, glyph in sorted(font.getBestCmap().items())
        }
    return found


def as_text() -> str:
    """Return the content of the file."""
    return json.dumps(widths(), ensure_ascii=False, indent=0) + "\n"


if __name__ == "__main__":
    FILE.write_text(as_text(), encoding="utf-8")
