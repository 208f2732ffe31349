"""The text of a part of an e-mail, or of a web archive, which is written like one."""

from email.message import MIMEPart

from coopform.importing.blocks import DocumentBlock
from coopform.importing.readers import flowed_lines, read_html, read_text
from coopform.importing.readers.decoding import text_of, unix_lines

KINDS = ("text/plain", "text/html")


def part_blocks(part: MIMEPart) -> list[DocumentBlock] | None:
    """Return the blocks of a part whose type is one of `KINDS`; None if it is not text.

    Raises:
        TooBig: it is over a limit.
        ValueError, LookupError, TypeError, AttributeError: the message breaks a rule of its format.
    """
    text = _text(part)
    if text is None:
        return None
    if str(part.get_param("format", "")).lower() == "flowed":
        is_added = str(part.get_param("delsp", "")).lower() == "yes"
        text = "\n".join(flowed_lines.joined(text.split("\n"), deletes_space=is_added))
    return read_html.blocks(text) if part.get_content_subtype() == "html" else read_text.blocks(text)


def _text(part: MIMEPart) -> str | None:
    """Return the text of a part in the encoding that it names; if it names none, or a wrong one, in that it has."""
    data = bytes(part.get_payload(decode=True))
    try:
        return unix_lines(data.decode(part.get_content_charset("ascii")))
    except (LookupError, UnicodeDecodeError):
        return text_of(data)
