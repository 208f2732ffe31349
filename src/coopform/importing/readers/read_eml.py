"""Read e-mails saved as files: the text, what is around it, and the names of what is attached."""

from email import message_from_bytes, policy
from email.message import MIMEPart
from pathlib import Path

from coopform.importing.blocks import Aside, AsideKind, DocumentBlock, SourceDocument, TextLine
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers import flowed_lines, read_html, read_text
from coopform.importing.readers.decoding import decode
from coopform.importing.readers.regular_files import read_bytes
from coopform.model.limits import MAX_TEXT_BYTES

_FIELDS = ("From", "Date", "To", "Cc", "Subject")


def read(path: Path) -> SourceDocument:
    """Read an e-mail; its attachments are named and not read.

    Raises:
        UnreadableDocument: it has no text, or is too large.
        TooBig: it is over a limit.
        OSError: it cannot be read.
    """
    data = read_bytes(path, MAX_TEXT_BYTES)
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        text = _text_of(path, body) if body is not None else ""
        head = [f"{name}: {message[name]}" for name in _FIELDS if message[name]]
        attached = [part.get_filename() or part.get_content_type() for part in message.iter_attachments()]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableDocument(path, "broken") from error
    if not text.strip():
        raise UnreadableDocument(path, "empty")
    is_page = body is not None and body.get_content_subtype() == "html"
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if body is not None and str(body.get_param("format", "")).lower() == "flowed":
        is_added = str(body.get_param("delsp", "")).lower() == "yes"
        text = "\n".join(flowed_lines.joined(text.split("\n"), deletes_space=is_added))
    blocks = read_html.blocks(text) if is_page else read_text.blocks(text, is_mail=True)
    return SourceDocument(path.name, (*blocks, *_asides(head, AsideKind.MAIL), *_asides(attached, AsideKind.INSERTED)))


def _text_of(path: Path, body: MIMEPart) -> str:
    """Return the text of a body in the encoding that it names; if it names none, or a wrong one, in that it has."""
    data = bytes(body.get_payload(decode=True))
    try:
        return data.decode(body.get_content_charset("ascii"))
    except (LookupError, UnicodeDecodeError):
        return decode(path, data)


def _asides(texts: list[str], kind: AsideKind) -> list[DocumentBlock]:
    return [Aside(kind, tuple(map(TextLine, texts)))] if texts else []
