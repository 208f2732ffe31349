"""The codes of the catalogue in groups, each code with a title of a few words.

Titles are headings of the pages of problems, to which other pages link: letters, digits, spaces, hyphens, apostrophes
and commas only, of which every forge makes the same anchor.
"""

from typing import NamedTuple

from coopform.text.i18n import mark


class ProblemGroup(NamedTuple):
    """Codes of one subject.

    Attributes:
        title: what they have in common, as a message.
        titles: the title of each of them, as a message.
    """

    title: str
    titles: dict[str, str]


GROUPS = (
    ProblemGroup(
        mark("The file and the folder"),
        {
            "file-missing": mark("File not found"),
            "file-forbidden": mark("File that cannot be opened"),
            "folder-forbidden": mark("Folder that cannot be listed"),
            "file-unreadable": mark("Unreadable file"),
            "link-loop": mark("Shortcut to itself"),
            "link-outside": mark("Shortcut out of the folder"),
            "not-a-file": mark("Folder with the name of a case"),
            "file-too-big": mark("File too large"),
            "too-many-lines": mark("Too many lines"),
            "too-many-values": mark("Too many values"),
            "text-too-long": mark("Text too long"),
            "empty-file": mark("Empty file"),
            "bad-name": mark("File name without letters or digits"),
            "hidden-ending": mark("File name that ends in txt"),
            "unread-text": mark("Case under another name"),
            "unread-document": mark("Document among the cases"),
            "reserved-name": mark("Reserved name"),
            "same-id": mark("Two files with the same ID"),
            "same-title": mark("Title of another case"),
        },
    ),
    ProblemGroup(
        mark("The encoding and invisible characters"),
        {
            "not-text": mark("Not a text file"),
            "not-utf8": mark("File not saved as UTF-8"),
            "utf16": mark("File saved as UTF-16"),
            "utf32": mark("File saved as UTF-32"),
            "control-character": mark("Control character"),
            "hidden-before": mark("Invisible characters before a hyphen or in a key"),
            "hidden-character": mark("Invisible characters in a text"),
            "lost-letter": mark("Lost letter"),
            "markup": mark("Signs of formatting"),
            "misread-letters": mark("Accents saved as other signs"),
        },
    ),
    ProblemGroup(
        mark("One case per file"),
        {
            "not-a-sheet": mark("No key in the file"),
            "two-cases": mark("Two cases in one file"),
            "several-documents": mark("Line that cuts the file in two"),
            "merge-conflict": mark("Two versions of the file"),
            "yaml-directive": mark("Line that is not part of a case"),
            "ruler-line": mark("Line of signs"),
            "mail-lines": mark("Head or signature of an e-mail"),
            "marks-before-lines": mark("Marks before the lines"),
            "other-note": mark("Note with the sign of another language"),
            "yaml-syntax": mark("Text that cannot be read"),
        },
    ),
    ProblemGroup(
        mark("Spaces at the beginning of lines"),
        {
            "tab-indent": mark("Tab at the beginning of a line"),
            "tab-after-hyphen": mark("Tab after a hyphen"),
            "nbsp-indent": mark("Non-breaking spaces at the beginning of a line"),
            "uneven-indent": mark("Line out of alignment"),
            "text-at-margin": mark("Text at the margin"),
            "item-at-margin": mark("Text or point at the margin"),
            "text-too-left": mark("Text too far to the left"),
            "item-too-left": mark("Text or point too far to the left"),
            "indented-key": mark("Key with spaces before it"),
            "too-deep": mark("Too many levels"),
        },
    ),
    ProblemGroup(
        mark("Hyphens and bullets"),
        {
            "missing-hyphen": mark("Missing hyphen"),
            "mixed-hyphens": mark("Some lines with a hyphen, others without"),
            "hyphen-after-key": mark("Hyphen on the line of a key"),
            "no-space-after-hyphen": mark("No space after a hyphen"),
            "nbsp-after-hyphen": mark("Non-breaking space after a hyphen"),
            "list-in-list": mark("Two hyphens in a row"),
            "list-of-keys": mark("Hyphens before keys"),
            "swallowed-item": mark("Point too far to the right"),
            "items-below-text": mark("Points below a text"),
            "typed-bullets": mark("Bullets in place of hyphens"),
            "typed-bullet": mark("Bullet after a hyphen"),
            "lines-run-together": mark("Lines without hyphens that form a single text"),
            "bullets-in-text": mark("Bullets in a paragraph"),
        },
    ),
    ProblemGroup(
        mark("Colons"),
        {
            "colon-twice": mark("Several colons after a key"),
            "second-colon": mark("Second colon in a text"),
            "colon-at-end": mark("Colon at the end of a text"),
            "colon-in-lines": mark("Colon in a text of several lines"),
            "colon-in-item": mark("Colon in a plain text of a list"),
            "no-space-after-colon": mark("No space after a colon"),
            "nbsp-after-colon": mark("Non-breaking space after a colon"),
            "missing-colon": mark("Missing colon after a key"),
            "label-without-colon": mark("Label of a row in place of its key, without a colon"),
            "complex-key": mark("Brackets before a colon"),
        },
    ),
    ProblemGroup(
        mark("Quotes and signs"),
        {
            "unclosed-quote": mark("Quote that is not closed"),
            "apostrophe-in-quotes": mark("Apostrophe between single quotes"),
            "text-after-quotes": mark("Words after the closing quote"),
            "broken-word": mark("Word divided between two lines"),
            "sign-after-quotes": mark("Comma after the closing quote"),
            "smart-quotes": mark("Curly quotes around a text with a colon"),
            "smart-quotes-kept": mark("Curly quotes around a text"),
            "leading-sign": mark("Sign at the beginning of a text"),
            "alias": mark("Asterisk at the beginning of a text"),
            "anchor": mark("Ampersand at the beginning of a text"),
            "tag": mark("Exclamation mark at the beginning of a text"),
            "unclosed-bracket": mark("Bracket that is not closed"),
            "flow-comma": mark("Comma between braces"),
            "backslash": mark("Backslash between double quotes"),
            "escape": mark("Backslash that changes a letter"),
            "json-escape": mark("Character written in the manner of JSON"),
            "no-character": mark("Number of no character"),
        },
    ),
    ProblemGroup(
        mark("Words behind a number sign"),
        {
            "comment-cuts-text": mark("Words left out behind a number sign"),
            "note-in-text": mark("Note in the middle of a text"),
            "key-in-note": mark("Key behind a number sign"),
            "note-left-of-text": mark("Number sign to the left of a text"),
        },
    ),
    ProblemGroup(
        mark("Keys"),
        {
            "unknown-key": mark("Unknown key"),
            "synonym-key": mark("Another word for a key"),
            "misspelt-key": mark("Misspelt key"),
            "label-as-key": mark("Label of a row in place of its key"),
            "misplaced-key": mark("Key in the wrong place"),
            "misplaced-key-margin": mark("Key that goes to the margin"),
            "misplaced-key-file": mark("Key of another file"),
            "missing-key": mark("Missing key"),
            "duplicate-key": mark("Key that is there twice"),
            "keys-in-line": mark("Two keys on one line"),
            "key-after-key": mark("Key on the line of another"),
            "text-without-key": mark("Text without a key"),
            "text-above-keys": mark("Text without a key above other keys"),
        },
    ),
    ProblemGroup(
        mark("Points and labels"),
        {
            "several-labels": mark("Several labels behind one hyphen"),
            "label-alone": mark("Label without a text"),
            "empty-label": mark("Colon without a label"),
            "points-too-deep": mark("Points on more than three levels"),
            "empty-item": mark("Empty point"),
            "step-as-label": mark("Step written as a label"),
            "partner-without-name": mark("Partner without a name"),
        },
    ),
    ProblemGroup(
        mark("Values"),
        {
            "empty-value": mark("Key without a text"),
            "no-title": mark("Title that is not one"),
            "expected-text": mark("One text expected"),
            "expected-texts": mark("One text or a list expected"),
            "expected-keys": mark("Keys expected"),
            "several-terms": mark("Several terms in one"),
            "comma-in-item": mark("Terms joined by commas"),
            "too-long": mark("Short title too long"),
            "not-a-number": mark("Number not in digits"),
            "bad-date": mark("Date that does not exist"),
            "date-form": mark("Date written in another way"),
            "bad-departement": mark("Unknown code of a département"),
            "bad-url": mark("Incomplete address of a page"),
            "bad-colour": mark("Colour that is not one"),
            "logo-missing": mark("Logo that is not there"),
            "logo-unusable": mark("Logo that cannot be used"),
            "unknown-status": mark("Unknown status"),
            "unknown-role": mark("Unknown role"),
            "unknown-language": mark("Unknown language"),
            "bad-value": mark("Value that cannot be used"),
        },
    ),
    ProblemGroup(
        mark("To complete or to confirm"),
        {
            "empty-rubric": mark("Row to complete"),
            "long-title": mark("Title too long for a page"),
            "missing-outil": mark("Form of agreement to specify"),
            "unknown-outil": mark("Form of agreement not in the list"),
            "unknown-outil-near": mark("Form of agreement close to one in the list"),
            "unknown-type": mark("Partner type not in the list"),
            "unknown-type-near": mark("Partner type close to one in the list"),
            "unknown-term": mark("Term not among those proposed"),
            "unsigned-reading": mark("Unsigned reading"),
        },
    ),
)

TITLES = {code: title for group in GROUPS for code, title in group.titles.items()}
