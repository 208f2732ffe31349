"""The parts of an Office package and the relations between them."""

import io
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, NamedTuple
from zipfile import ZipFile

from lxml import etree

RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"


class Relation(NamedTuple):
    """A relation of a part to another: the last word of its type (`header`), and the name of that part."""

    kind: str
    name: str


class Package:
    """A safe copy of a document of Office; its parts are parsed once.

    Args:
        stream: the copy that `safety.safe_copy` makes.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._archive = ZipFile(stream)
        self._names = frozenset(self._archive.namelist())
        self._roots: dict[str, Any] = {}
        self._relations: dict[str, dict[str, Relation]] = {}
        self._used: set[str] = set()

    def main(self, *usual: str) -> "PackagePart":
        """Return the part that the document begins with: the one with the relation, else the first usual name.

        Raises:
            KeyError: there is none.
        """
        found = [PackagePart(self, name) for kind, name in self.relations("").values() if kind == "officeDocument"]
        found += self.named(*usual)
        if not found:
            raise KeyError(usual)
        return found[0]

    def named(self, *names: str) -> list["PackagePart"]:
        """Return the parts of these names that are there."""
        return [PackagePart(self, name) for name in names if name in self._names]

    def part(self, name: str) -> "PackagePart":
        """Return the part of a name, with or without a slash at its beginning."""
        return PackagePart(self, name.lstrip("/"))

    def take(self, name: str) -> bool:
        """Return whether a part was not taken before: a file may refer to one a million times."""
        is_new = name not in self._used
        self._used.add(name)
        return is_new

    def read(self, name: str) -> bytes:
        """Return the content of a part."""
        return self._archive.read(name)

    def root(self, name: str) -> Any:
        """Return the root of a part, with one of its alternatives for other programs; None if it is empty."""
        if name not in self._roots:
            data = self.read(name)
            root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True)) if data else None
            if root is not None:
                choose_alternatives(root)
            self._roots[name] = root
        return self._roots[name]

    def relations(self, name: str) -> dict[str, Relation]:
        """Return the relations of a part to others by their IDs."""
        if name not in self._relations:
            folder, base = posixpath.split(name)
            path = posixpath.join(folder, "_rels", f"{base}.rels")
            root = self.root(path) if path in self._names else None
            self._relations[name] = {
                one.get("Id", ""): Relation(one.get("Type", "").rpartition("/")[2], one.get("Target", "").lstrip("/"))
                for one in (root if root is not None else ())
                if one.get("TargetMode") != "External"
            }
        return self._relations[name]


@dataclass(frozen=True, slots=True)
class PackagePart:
    """A part of a package."""

    package: Package
    name: str

    @property
    def root(self) -> Any:
        """Its root element; None if the part is empty."""
        return self.package.root(self.name)

    @property
    def data(self) -> bytes:
        """Its content."""
        return self.package.read(self.name)

    def take(self) -> bool:
        """Return whether it was not taken before."""
        return self.package.take(self.name)

    def stream(self) -> io.BytesIO:
        """Return its content, to be parsed piece by piece."""
        return io.BytesIO(self.data)

    def first(self, kind: str) -> Any:
        """Return the root of the part of a type of relation, of which there is one: `styles`; None without one.

        Some programs do not relate to it, and give it its usual name beside this part.
        """
        beside = posixpath.join(posixpath.dirname(self.name), f"{kind}.xml")
        found = [*self.related(kind), *self.package.named(beside)]
        return found[0].root if found else None

    def related(self, kind: str) -> Iterator["PackagePart"]:
        """Yield the parts that this one refers to with a type of relation, named by its last word: `header`."""
        for found, name in self.package.relations(self.name).values():
            if found == kind:
                yield PackagePart(self.package, name)

    def by_id(self, identifier: str | None) -> "PackagePart | None":
        """Return the part of a relation, None if there is none."""
        found = self.package.relations(self.name).get(identifier or "")
        return PackagePart(self.package, found.name) if found else None


def choose_alternatives(root: Any) -> None:
    """Replace the alternatives in a part by the first one, for recent programs, unless only another holds words."""
    for alternate in list(root.iter(f"{_MC}AlternateContent")):
        parent = alternate.getparent()
        if parent is not None and len(alternate):
            chosen = next(filter(_says_something, alternate), alternate[0])
            parent[parent.index(alternate) : parent.index(alternate) + 1] = list(chosen)


def _says_something(alternative: Any) -> bool:
    """Return whether there are words in an alternative, or a relation to a part that may hold some."""
    return any(
        (element.text or "").strip() or any(name.startswith(RELATIONS) for name in element.attrib)
        for element in alternative.iter()
    )
