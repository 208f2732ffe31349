"""A command line as bash reads it up to the cursor, and the replacement of its last word by a proposal."""

from dataclasses import dataclass, field

from coopform.text.folding import fold

# Ends a word, whatever COMP_WORDBREAKS contains.
_SPACE = " \t\n"
# The characters that need a backslash outside of quotes, and inside double quotes.
_SPECIAL = frozenset(" \t!\"#$&'()*,;<=>?@[\\]^`{|}~:")
_SPECIAL_IN_DOUBLE = frozenset('"$`\\')


@dataclass(slots=True)
class TypedLine:
    """A line up to the cursor.

    Attributes:
        words: those before the word at the cursor, without their quotes.
        word: the word at the cursor, up to the cursor.
        quote: the quote that is open at the cursor, empty without one.
        kept: the start of the word, up to a quote or a word break, which bash does not replace.
    """

    words: list[str] = field(default_factory=list)
    word: str = ""
    quote: str = ""
    kept: str = ""

    def put(self, value: str) -> str:
        """Return the text that completes the word to a proposal, quoted as the word is."""
        rest = rest_after(self.kept, value)
        if self.quote == "'":
            return rest.replace("'", "'\\''")
        special = _SPECIAL_IN_DOUBLE if self.quote else _SPECIAL
        return "".join(f"\\{character}" if character in special else character for character in rest)


def read_line(line: str, breaks: str = "") -> TypedLine:
    """Read a line up to the cursor.

    Args:
        line: the text typed before the cursor.
        breaks: the word breaks of completion: bash inserts a proposal after the last of them.
    """
    typed, begun, signs = TypedLine(), False, iter(line)
    for sign in signs:
        if sign == typed.quote:
            typed.quote, typed.kept = "", typed.word
        elif typed.quote == "'" or (typed.quote and sign != "\\"):
            typed.word += sign
        elif sign == "\\":
            typed.word += _escaped(next(signs, ""), typed.quote)
        elif sign in "'\"":
            typed.quote, typed.kept = sign, typed.word
        elif sign in _SPACE:
            if begun:
                typed.words.append(typed.word)
            typed.word = typed.kept = ""
        else:
            typed.word += sign
            if sign in breaks:
                typed.kept = typed.word
        begun = bool(typed.quote) or sign not in _SPACE or (begun and bool(typed.word))
    return typed


def _escaped(sign: str, quote: str) -> str:
    return f"\\{sign}" if quote and sign not in _SPECIAL_IN_DOUBLE else sign


def begins(value: str, typed: str) -> bool:
    """Return whether a value begins with what was typed, regardless of case, accents and form of apostrophe."""
    return _plain(value).startswith(_plain(typed))


def rest_after(typed: str, value: str) -> str:
    """Return the rest of a value after the part that was typed; see `begins`."""
    length = len(_plain(typed))
    for index in range(len(value) + 1):
        if len(_plain(value[:index])) >= length:
            return value[index:]
    return ""


def _plain(text: str) -> str:
    return "".join(fold(character) or " " for character in text)
