"""The pictures of the documentation, from the shipped cases.

    python -m tests.tools.pictures

prints a sheet and the synoptic table by WeasyPrint and writes `docs/img/*.png`. It needs `pdftoppm` (poppler-utils).
"""

import subprocess
import tempfile
from pathlib import Path
from typing import Any

from PIL import Image

from coopform import as_bytes, compare, find_case, read_collection, sheet, side_by_side
from coopform.handouts.documents import Document
from tests.support.places import CASES, ROOT

FOLDER = ROOT / "docs" / "img"
# Dots per inch: text can be read, and the page fits a column of a forge.
RESOLUTION = 80
# Few colours make a picture of text a third as large.
COLOURS = 32


def documents() -> dict[str, Document[Any]]:
    """Return the document of each picture, by the name of its file without ending."""
    collection = read_collection(CASES)
    return {
        "sheet": sheet(find_case("tridan", collection), collection.recueil),
        "comparison": side_by_side(compare(collection.cases), collection.recueil),
    }


def draw(document: Document[Any], path: Path) -> None:
    """Write the first page of a document as a PNG file with a thin frame."""
    with tempfile.TemporaryDirectory() as folder:
        printed = Path(folder, "page.pdf")
        printed.write_bytes(as_bytes(document, "pdf"))
        options = ["-png", "-singlefile", "-r", str(RESOLUTION)]
        subprocess.run(["pdftoppm", *options, printed, printed.with_suffix("")], check=True)
        with Image.open(printed.with_suffix(".png")) as page:
            framed = Image.new("RGB", (page.width + 2, page.height + 2), "#bbbbbb")
            framed.paste(page, (1, 1))
            framed.quantize(COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, document in documents().items():
        draw(document, FOLDER / f"{name}.png")
