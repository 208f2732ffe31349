"""Documents that are inserted in a Word document: HTML, text, a web archive, another Word document."""

import email
import email.policy
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, TextLine
from coopform.importing.readers import read_html
from coopform.importing.readers.ooxml_parts import PackagePart

# Reads a Word document, given its content.
WordReader = Callable[[bytes], Iterator[DocumentBlock]]
_ENCODINGS = ("utf-8-sig", "cp1252")


def inserted(part: PackagePart, read_word: WordReader | None) -> Iterator[DocumentBlock]:
    """Yield the blocks of an inserted document; of one that is not read, an aside with its name.

    Args:
        part: the part with the document.
        read_word: reads a Word document; None inside an inserted one.
    """
    name = PurePosixPath(part.name)
    ending = name.suffix.lower()
    if ending == ".docx" and read_word is not None:
        yield from read_word(part.data)
    elif ending in (".htm", ".html", ".xhtml", ".xml"):
        yield from read_html.blocks(_text(part.data))
    elif ending in (".mht", ".mhtml"):
        yield from _web_archive(part.data)
    elif ending == ".txt":
        yield from (TextLine(line.strip()) for line in _text(part.data).splitlines() if line.strip())
    else:
        yield Aside(AsideKind.INSERTED, (TextLine(name.name),))


def _text(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    for encoding in _ENCODINGS:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    return data.decode("latin-1")


def _web_archive(data: bytes) -> Iterator[DocumentBlock]:
    """Yield the blocks of the pages of a web archive, which is written like a message with attachments."""
    for one in email.message_from_bytes(data, policy=email.policy.default).walk():
        if one.get_content_type() == "text/html":
            content = one.get_payload(decode=True)
            yield from read_html.blocks(_text(content if isinstance(content, bytes) else b""))
        elif one.get_content_type() == "text/plain":
            yield from (TextLine(line.strip()) for line in str(one.get_content()).splitlines() if line.strip())
