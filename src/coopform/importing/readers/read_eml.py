"""Read e-mails and web archives saved as files: the text, what is around it, and the names of what is attached."""

from email import message_from_bytes, policy
from pathlib import Path

from coopform.importing.blocks import AsideKind, SourceDocument, TextLine, aside
from coopform.importing.failures import UnreadableDocument
from coopform.importing.readers.mail_parts import part_blocks
from coopform.importing.readers.regular_files import read_bytes
from coopform.model.limits import MAX_TEXT_BYTES

_FIELDS = ("From", "Date", "To", "Cc", "Subject")


def read(path: Path) -> SourceDocument:
    """Read an e-mail or a web archive; what is attached to it is named and not read.

    Raises:
        UnreadableDocument: it has no text, or is too large.
        TooBig: it is over a limit.
        OSError: it cannot be read.
    """
    data = read_bytes(path, MAX_TEXT_BYTES)
    try:
        message = message_from_bytes(data, policy=policy.default)
        body = message.get_body(("plain", "html"))
        blocks = part_blocks(body) if body is not None else []
        head = [TextLine(f"{name}: {message[name]}") for name in _FIELDS if message[name]]
        names = (part.get_filename() or part.get_content_type() for part in message.iter_attachments())
        attached = [TextLine(name) for name in names]
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise UnreadableDocument(path, "broken") from error
    if not blocks:
        raise UnreadableDocument(path, "broken" if blocks is None else "empty")
    return SourceDocument(path.name, (*blocks, *aside(AsideKind.MAIL, head), *aside(AsideKind.INSERTED, attached)))
