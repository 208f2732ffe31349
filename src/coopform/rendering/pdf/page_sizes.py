"""How many pages a PDF file has, and their sizes, without a library: the engine may be a browser alone.

Enough of the format is read for the files of the two engines: objects, and those in compressed streams.
"""

import re
import zlib
from collections.abc import Iterator, Mapping

# Where an object begins, with its number, and where one ends.
_OBJECT = re.compile(rb"(?<!\d)(\d{1,10}) \d{1,5} obj\b|\bendobj\b")
_OBJECTS_IN_STREAM = re.compile(rb"/Type\s*/ObjStm\b")
_STREAM = re.compile(rb"\bstream\r?\n(.*)\r?\nendstream\b", re.DOTALL)
_ROOT = re.compile(rb"/Type\s*/Catalog\b")
_PAGES = re.compile(rb"/Pages\s+(\d+) \d+ R")
_KIDS = re.compile(rb"/Kids\s*\[([^\]]*)\]")
_REFERENCE = re.compile(rb"(\d+) \d+ R")
_BOX = re.compile(rb"/MediaBox\s*\[\s*([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s+([-\d.]+)\s*\]")
# The objects of a page are some hundred bytes.
_MOST_BYTES = 50_000_000
_POINTS_PER_MM = 72 / 25.4

_Objects = Mapping[int, bytes]


def page_sizes(pdf: bytes) -> list[tuple[int, int]]:
    """Return the width and the height of each page, in whole millimetres; none when they cannot be read."""
    objects = dict(_objects(pdf))
    root = next((body for body in objects.values() if _ROOT.search(body)), b"")
    pages = _PAGES.search(root)
    return list(_pages(objects, int(pages[1]), (0, 0), set())) if pages else []


def _objects(pdf: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the number and the text of each object."""
    begun: re.Match[bytes] | None = None
    for found in _OBJECT.finditer(pdf):
        if found[1]:
            begun = found
        elif begun:
            body = pdf[begun.end() : found.start()]
            if _OBJECTS_IN_STREAM.search(body[:300]):
                yield from _packed(body)
            else:
                yield int(begun[1]), body
            begun = None


def _packed(body: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the objects of a stream: first their numbers and places, then, from `/First` on, their texts."""
    stream, first = _STREAM.search(body), re.search(rb"/First\s+(\d+)", body)
    if not stream or not first:
        return
    try:
        data = zlib.decompressobj().decompress(stream[1], _MOST_BYTES)
    except zlib.error:
        return
    texts = data[int(first[1]) :]
    table = [int(number) for number in data[: int(first[1])].split()]
    places = [*table[1::2], len(texts)]
    for number, start, end in zip(table[::2], places, places[1:], strict=False):
        yield number, texts[start:end]


def _pages(objects: _Objects, number: int, size: tuple[int, int], seen: set[int]) -> Iterator[tuple[int, int]]:
    """Yield the sizes of the pages under a node of the tree of pages, which gives its size to those without one."""
    body = objects.get(number, b"")
    if number in seen or not body:
        return
    seen.add(number)
    box, kids = _BOX.search(body), _KIDS.search(body)
    if box:
        left, bottom, right, top = (float(value) / _POINTS_PER_MM for value in box.groups())
        size = (round(right - left), round(top - bottom))
    if not kids:
        yield size
        return
    for kid in _REFERENCE.findall(kids[1]):
        yield from _pages(objects, int(kid), size, seen)
