"""The words and numbers of a chart of Office: its titles, then each series with its values by category."""

from collections.abc import Iterator
from typing import Any

from coopform.importing.blocks import TextLine
from coopform.importing.readers.drawing_texts import paragraphs

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
# Charts since Office 2016: waterfalls, maps, boxes.
_CX = "{http://schemas.microsoft.com/office/drawing/2014/chartex}"
_POINTS = (f"{_C}pt", f"{_CX}pt")
_VALUES = (f"{_C}v", f"{_C}name", f"{_CX}v", f"{_CX}pt")
_SERIES = f"{_C}ser"


def chart_lines(chart: Any) -> list[TextLine]:
    """Return the lines of a chart.

    Args:
        chart: the root of its part.
    """
    lines = list(paragraphs(chart))
    lines += [TextLine(_series(series)) for series in chart.iter(_SERIES)]
    # Texts of other kinds of charts, and titles of axes that are linked to cells.
    lines += [TextLine(text) for value in chart.iter(*_VALUES) if not _in_series(value) for text in _texts(value)]
    return [line for line in lines if line.text]


def _in_series(value: Any) -> bool:
    return any(parent.tag == _SERIES for parent in value.iterancestors())


def _series(series: Any) -> str:
    """Return the name of a series, and its values with their categories: `Bus : 2019 = 12 ; 2020 = 8`."""
    name = " ".join(_texts(series.find(f"{_C}tx")))
    groups = [_points(series.find(f"{_C}{one}")) for one in ("cat", "xVal", "val", "yVal", "bubbleSize")]
    indices = sorted({index for group in groups for index in group})
    points = " ; ".join(" = ".join(group[index] for group in groups if index in group) for index in indices)
    said = {name, *name.split(), *(text for group in groups for texts in group.values() for text in texts.split(", "))}
    # Names of trend lines, labels from cells.
    more = [text for text in dict.fromkeys(_texts(series)) if text not in said and text not in name]
    return " ; ".join([f"{name} : {points}" if name and points else name or points, *more]).strip(" ;")


def _points(values: Any) -> dict[int, str]:
    """Return the texts of the points of a series by their index; categories may have several levels."""
    found: dict[int, list[str]] = {}
    for point in values.iter(*_POINTS) if values is not None else ():
        index = point.get("idx", "")
        text = " ".join(_texts(point))
        if index.isdigit() and text:
            found.setdefault(int(index), []).append(text)
    return {index: ", ".join(texts) for index, texts in found.items()}


def _texts(element: Any) -> Iterator[str]:
    for value in element.iter(*_VALUES) if element is not None else ():
        if value.text and value.text.strip():
            yield value.text.strip()
