"""The catalogue of problems: the severity, the message and the help message of each code.

Names in braces are parameters of the problem. CONTRIBUTING explains how to add a code.
"""

from typing import NamedTuple

from coopform.problems.problem import Problem, Severity
from coopform.text.i18n import mark


class ProblemKind(NamedTuple):
    """The description of a problem code.

    Attributes:
        severity: a case with an error is not used, a case with warnings is.
        message: what is wrong, as a statement.
        help: what to type or to do.
    """

    severity: Severity
    message: str
    help: str


def _error(message: str, help: str) -> ProblemKind:  # noqa: A002
    return ProblemKind("error", message, help)


def _warning(message: str, help: str) -> ProblemKind:  # noqa: A002
    return ProblemKind("warning", message, help)


# The file
_FILE = {
    "file-missing": _error(
        mark("This file does not exist."),
        mark("Check its name and its folder."),
    ),
    "file-forbidden": _error(
        mark("This file cannot be opened: you are not allowed to read it, or another program is using it."),
        mark("Close it in other programs, or ask for permission to read it."),
    ),
    "folder-forbidden": _error(
        mark("This folder cannot be listed: you are not allowed to read it."),
        mark("Ask for permission to read it, or move it out of the folder of cases."),
    ),
    "file-unreadable": _error(
        mark("This file cannot be read: {reason}."),
        mark("Copy it again from where it came, then try again."),
    ),
    "link-loop": _error(
        mark("This shortcut leads back to itself."),
        mark("Put the file itself in the folder."),
    ),
    "link-outside": _error(
        mark("This shortcut leads out of the folder of cases: it is not followed."),
        mark("Put the file itself in the folder."),
    ),
    "not-a-file": _error(
        mark("This is not a file that can be read: a folder or a device bears the name of a case."),
        mark("Rename it so that it does not end in “.yaml”, or move it elsewhere."),
    ),
    "file-too-big": _error(
        mark("This file is larger than {limit} kB: it is not a case."),
        mark("Keep one co-operation per file, in text only."),
    ),
    "too-many-lines": _error(
        mark("This file has more than {limit} lines: it is not a case."),
        mark("Keep one co-operation per file."),
    ),
    "not-text": _error(
        mark("This is a {kind} file, and not a case, which is plain text."),
        mark("To make cases of a document: coopform import. Or copy its text and save it as plain text (UTF-8)."),
    ),
    "utf16": _error(
        mark("This file is saved as UTF-16 in a way that cannot be read for sure."),
        mark("In Notepad: Save as…, Encoding: UTF-8."),
    ),
    "utf32": _error(
        mark("This file is saved as UTF-32, an encoding that coopform does not read."),
        mark("In Notepad: Save as…, Encoding: UTF-8."),
    ),
    "not-utf8": _error(
        mark("This file is not saved as UTF-8: the first wrong character is here (probably “{character}”)."),
        mark("In Notepad: Save as…, Encoding: UTF-8."),
    ),
    "control-character": _error(
        mark("There is an invisible character ({character}) here."),
        mark("Delete it: go to this place and retype the word."),
    ),
    "empty-file": _error(
        mark("This file is empty."),
        mark("Begin with a line such as “titre: Entente du Haut-Pays”."),
    ),
    "bad-name": _error(
        mark("No ID can be made from the name of this file."),
        mark("Rename it with letters and digits, as in “haut-pays.yaml”."),
    ),
    "hidden-ending": _error(
        mark("This file is not read: its name ends in “.txt”."),
        mark("Rename it “{right}”. In the Explorer: View, File name extensions, to see the whole name."),
    ),
    "unread-text": _warning(
        mark("This file is not read as a case, although it has a title: its name does not end in “.yaml”."),
        mark("Rename it “{right}”."),
    ),
    "unread-document": _warning(
        mark("This document is not read: cases are text files."),
        mark('If a case is to be made of it: coopform import "{file}". Then move it out of this folder.'),
    ),
    "reserved-name": _error(
        mark("The ID “{id}” is reserved: it is the name of a document of coopform, or of a device on Windows."),
        mark("Rename the file, as in “{id}-1.yaml”."),
    ),
    "same-id": _error(
        mark("This file has the same ID “{id}” as {other}."),
        mark("Rename one of the two: the ID is made from the name of the file, without capitals and accents."),
    ),
}

# YAML
_YAML = {
    "yaml-syntax": _error(
        mark("The text cannot be read from here on."),
        mark("Check this line and the one above: spaces at the beginning, colon, quotes."),
    ),
    "second-colon": _error(
        mark("The text of “{key}” contains a second colon followed by a space."),
        mark("Put the whole text in straight quotes: {key}: {text}"),
    ),
    "colon-twice": _error(
        mark("There are several colons after “{key}”."),
        mark("Keep only one: “{right}”."),
    ),
    "keys-in-line": _error(
        mark("The key “{second}” is on the line of the key “{first}”."),
        mark(
            "Begin a new line before “{second}”, right under “{first}”, without any sign between them; or, if all of "
            "it is text, put it in straight quotes."
        ),
    ),
    "key-after-key": _error(
        mark("The key “{key}” is on the line of the key that it belongs to."),
        mark("Put it on a line of its own, with the spaces shown here: “{right}”."),
    ),
    "colon-at-end": _error(
        mark("A colon ends the text of “{key}”."),
        mark("Delete it, or put the whole text in straight quotes: {key}: {text}"),
    ),
    "note-in-text": _error(
        mark("What follows “#” is a note and is left out, yet the text goes on after it."),
        mark(
            "If “#” belongs to the text, put the whole text in straight quotes, from its first word to its last; if it "
            "is a note, put it on a line of its own above the text."
        ),
    ),
    "key-in-note": _warning(
        mark("“{key}” is behind “#”, so the points below it go to “{above}”."),
        mark("Type “{right}:” without “#”; if this line is a note, put it above “{above}:”."),
    ),
    "note-left-of-text": _error(
        mark(
            "This line begins with “#” to the left of the text that begins on line {line}: it is taken for a note and "
            "left out."
        ),
        mark("If it belongs to the text, put {spaces} spaces before it; if it is a note, put it above the text’s key."),
    ),
    "colon-in-lines": _error(
        mark("A text on several lines contains a colon followed by a space."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "no-space-after-colon": _error(
        mark("A space is missing after this colon."),
        mark("Type a space after the colon: “{right}”."),
    ),
    "nbsp-after-colon": _error(
        mark("The space after this colon is not an ordinary space (often a non-breaking one): it is not recognised."),
        mark("Delete it and type an ordinary space."),
    ),
    "unclosed-quote": _error(
        mark("A straight quote {quote} opens here and is not closed at the end of the text."),
        mark("Type another {quote} at the end of the text, or delete this one."),
    ),
    "apostrophe-in-quotes": _error(
        mark("The text ends here: an apostrophe closes the single quotes."),
        mark("Put the text in double quotes instead: {text}"),
    ),
    "text-after-quotes": _error(
        mark("There are words after the closing quote."),
        mark("Put the whole text in straight quotes, and use « » inside: {text}"),
    ),
    "backslash": _error(
        mark("A backslash \\ in double quotes has a meaning of its own."),
        mark("Double it (\\\\), or use single quotes ' around the text."),
    ),
    "json-escape": _error(
        mark(
            "“{escape}” is how JSON writes the character “{right}”, in two halves: here each would be read on its own."
        ),
        mark("Type the character itself: “{right}”."),
    ),
    "no-character": _error(
        mark("“{escape}” is not the number of any character."),
        mark("Type the character itself instead, or delete it."),
    ),
    "escape": _warning(
        mark("In double quotes, “{escape}” means another sign: these two characters are lost."),
        mark("Double the backslash (\\\\), or use single quotes ' around the text."),
    ),
    "sign-after-quotes": _error(
        mark("There is “{sign}” after the closing quote or bracket."),
        mark("Delete it: each text ends at the end of its line."),
    ),
    "smart-quotes": _error(
        mark("Curly quotes {quotes} do not delimit a text, and this one contains a colon."),
        mark("Use straight quotes instead: {text}"),
    ),
    "leading-sign": _error(
        mark("A text cannot begin with the sign “{sign}”."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "unclosed-bracket": _error(
        mark("The bracket “{sign}” opened here is never closed."),
        mark("Type “{closing}” at its end, or put the text in straight quotes: {text}"),
    ),
    "tab-indent": _error(
        mark("There is a tab at the beginning of this line."),
        mark("Replace it by spaces: two for each level."),
    ),
    "tab-after-hyphen": _error(
        mark("There is a tab after this hyphen."),
        mark("Replace it by a space: “{right}”."),
    ),
    "nbsp-indent": _error(
        mark("The spaces at the beginning of this line are not ordinary spaces (often non-breaking ones)."),
        mark("Replace them by ordinary spaces: two for each level."),
    ),
    "uneven-indent": _error(
        mark("This line does not begin at the same place as the others of its level."),
        mark("Align it with line {line}: {spaces} spaces before it."),
    ),
    "text-above-keys": _error(
        mark("This text has no key, yet the key “{key}” follows it in the same point."),
        mark("Type “{right}”."),
    ),
    "text-at-margin": _error(
        mark("This line begins at the margin, where only keys go: it belongs under “{key}”."),
        mark("Put {spaces} spaces before it; if it is a note, begin it with “#”."),
    ),
    "item-at-margin": _error(
        mark("This line begins at the margin, where only keys go: it belongs under “{key}”."),
        mark(
            "If it is a point, begin it with a hyphen and a space (spaces before the hyphen: {item}); if it goes on "
            "with a text above, put {spaces} spaces before it; if it is a note, begin it with “#”."
        ),
    ),
    "text-without-key": _error(
        mark("There is no key before this text, nor above it."),
        mark("Begin the line with its key, as in “{right}”; or delete it, or begin it with “#” if it is a note."),
    ),
    "text-too-left": _error(
        mark("This line goes on with the text of line {line}, but begins too far to the left."),
        mark("Put {spaces} spaces before it."),
    ),
    "item-too-left": _error(
        mark("This line goes on with the text of line {line}, but begins too far to the left."),
        mark("Put {spaces} spaces before it; or, if it is another point, {item} spaces, a hyphen and a space."),
    ),
    "missing-hyphen": _error(
        mark("There is a text without a hyphen above points that have one."),
        mark("Begin it with a hyphen and a space, in line with the points below: “- ”."),
    ),
    "mixed-hyphens": _error(
        mark("This line and line {line} belong to the same list, but only one of them begins with a hyphen."),
        mark("Begin every line of the list with a hyphen and a space, or none of them."),
    ),
    "missing-colon": _error(
        mark("A colon is missing after the key “{key}”."),
        mark("Type “{right}”."),
    ),
    "label-without-colon": _error(
        mark("“{label}” is the label of a row: its key and a colon are expected here."),
        mark("Type “{right}”."),
    ),
    "hyphen-after-key": _error(
        mark("A point begins on the line of its key “{key}”."),
        mark(
            "Begin a new line before the hyphen (spaces before it: {spaces}); or, if it is the only point, delete the "
            "hyphen."
        ),
    ),
    "no-space-after-hyphen": _error(
        mark("A space is missing after this hyphen: without it, the line is not a point."),
        mark("Type a space after the hyphen: “- ”."),
    ),
    "nbsp-after-hyphen": _error(
        mark("The space after this hyphen is not an ordinary space (often a non-breaking one): it is not recognised."),
        mark("Delete it and type an ordinary space."),
    ),
    "hidden-before": _error(
        mark("There are invisible characters ({characters}) before the hyphen or in the key of this line."),
        mark("Delete the beginning of this line, up to its first words, and type it again."),
    ),
    "merge-conflict": _error(
        mark("Two versions of this file were merged and a choice is still to be made here."),
        mark("Keep one of the two texts and delete the lines <<<<<<<, ======= and >>>>>>>."),
    ),
    "duplicate-key": _error(
        mark("The key “{key}” appears twice: first on line {line}."),
        mark("Put both under one of them, or delete one."),
    ),
    "two-cases": _error(
        mark("A second case begins here: the title of the first one is on line {line}."),
        mark("Keep one co-operation per file: cut this line and all that follow, and paste them into a new file."),
    ),
    "complex-key": _error(
        mark("What precedes this colon is not a simple key."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "alias": _error(
        mark("A text cannot begin with the sign “*”: here “*{name}” refers to something else."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "anchor": _error(
        mark("A text cannot begin with the sign “&”: here “&{name}” would be lost."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "tag": _error(
        mark("A text cannot begin with the sign “!”: here “{name}” would be lost."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "too-deep": _error(
        mark("There are more than {limit} nested levels."),
        mark("A case has three levels of points at most: simplify."),
    ),
    "too-many-values": _error(
        mark("This file contains more than {limit} values: it is not a case."),
        mark("Keep one co-operation per file."),
    ),
    "text-too-long": _error(
        mark("This text has more than {limit} characters: it is not the text of a case."),
        mark("Keep what is useful at a workshop; put the rest in another file and name it under “sources:”."),
    ),
    "yaml-directive": _error(
        mark("The line “{line}” is not part of a case."),
        mark("Delete this line."),
    ),
    "ruler-line": _error(
        mark("The line “{line}” is made of signs only: it is not part of a case."),
        mark("Delete this line; for a note, begin a line with “#”."),
    ),
    "other-note": _error(
        mark("“{sign}” begins no note here."),
        mark("Begin each line of a note with “#”, as in “{right}”."),
    ),
    "mail-lines": _error(
        mark("The head or the signature of an e-mail is here, up to line {last}: it is not part of a case."),
        mark("Delete these lines, or begin each with “#”."),
    ),
    "marks-before-lines": _error(
        mark(
            "The lines begin with “{mark}”, which is not part of a case: it marks a quoted message, the lines that a "
            "comparison adds or the rows of a table, or numbers the lines."
        ),
        mark(
            "Delete these marks, with the space after them, at the beginning of all lines; of a table, also the bars "
            "after colons and at the end of the lines, and the lines made of signs only."
        ),
    ),
    "several-documents": _error(
        mark("A line “{sign}” cuts the file in two here."),
        mark("Keep one co-operation per file: move what follows to another file, or delete the line."),
    ),
}

# Text that YAML drops or merges without an error
_LOSSES = {
    "comment-cuts-text": _warning(
        mark("What follows “#” is not part of the text: “{comment}” is left out."),
        mark("If it belongs to the text, put the whole text in quotes; if it is a note, put it on a line of its own."),
    ),
    "broken-word": _warning(
        mark("A word is divided between two lines: it is read as “{read}”."),
        mark("Put it on one line: “{right}”, without the hyphen if it only divides the word."),
    ),
    "typed-bullets": _error(
        mark("“{bullet}” does not begin a point: without a hyphen, lines run into a single text."),
        mark("Begin each line with a hyphen and a space instead: “- ”."),
    ),
    "lines-run-together": _warning(
        mark("These {lines} lines are read as a single text."),
        mark(
            "If each of them is a point, begin it with a hyphen and a space: “- ”; if they are one text, put it in "
            "straight quotes."
        ),
    ),
    "bullets-in-text": _warning(
        mark(
            "These lines begin with “{bullet}”, but form a single paragraph: “|” and “>” announce a text, not a list."
        ),
        mark("Delete the sign “|” or “>” after the key and begin each line with a hyphen and a space: “- ”."),
    ),
    "typed-bullet": _warning(
        mark("This text begins with a typed bullet “{bullet}”."),
        mark("Delete it: each point is shown with a bullet of its own."),
    ),
    "swallowed-item": _error(
        mark("This point is further to the right than the one above, and would become part of it."),
        mark(
            "Align its hyphen with the hyphen of the line above; or, if it is a point under that one, end the line "
            "above with a colon."
        ),
    ),
    "items-below-text": _error(
        mark("Points follow the text of “{key}”, which begins on the line of its key."),
        mark("Begin a new line after “{key}:” and put a hyphen before the text, as before the points: “{right}”."),
    ),
    "flow-comma": _error(
        mark("Inside “{{…}}” a comma ends the text: “{text}” would be lost."),
        mark("Put the text in quotes, or write one key per line without braces."),
    ),
}

# The case
_CASE = {
    "not-a-sheet": _error(
        mark("No line begins with a key (titre:, outil:…): this is not a case."),
        mark("Begin each part with its key and a colon followed by a space, as in “titre: Entente du Haut-Pays”."),
    ),
    "list-of-keys": _error(
        mark("There are hyphens before the keys at the beginning of the lines."),
        mark("Delete them: “{key}: …”, not “- {key}: …”."),
    ),
    "unknown-key": _error(
        mark("The key “{key}” does not exist."),
        mark("The keys are: {keys}. If this line is a note, begin it with “#”."),
    ),
    "misspelt-key": _error(
        mark("The key “{key}” does not exist."),
        mark("Type “{right}”."),
    ),
    "synonym-key": _error(
        mark("The key “{key}” does not exist."),
        mark("Type “{right}”; if this line is a note, begin it with “#”."),
    ),
    "label-as-key": _error(
        mark("“{key}” is the label of a row, not its key."),
        mark("Type “{right}:” instead."),
    ),
    "misplaced-key": _error(
        mark("The key “{key}” does not belong here."),
        mark("Put it under the key that it describes ({parents}), in line with the keys there, or after two spaces."),
    ),
    "misplaced-key-margin": _error(
        mark("The key “{key}” does not belong here."),
        mark("Put it at the margin, without spaces or a hyphen before it."),
    ),
    "misplaced-key-file": _error(
        mark("The key “{key}” does not belong in this file."),
        mark("The keys of a co-operation belong in its file, those of the whole collection in “_recueil.yaml”."),
    ),
    "indented-key": _error(
        mark("The key “{key}” is under “{under}” because of the spaces before it."),
        mark("Delete these spaces; or, if it is a label, put a hyphen before it."),
    ),
    "missing-key": _error(
        mark("The key “{key}” is missing."),
        mark("Add a line “{key}: …”."),
    ),
    "empty-value": _error(
        mark("There is nothing after “{key}”."),
        mark("Type the text after the colon and a space."),
    ),
    "empty-item": _warning(
        mark("A point of “{key}” is empty."),
        mark("Type its text, or delete the line."),
    ),
    "empty-label": _error(
        mark("There is nothing before this colon."),
        mark("Type the label before the colon, or put the text in quotes."),
    ),
    "expected-text": _error(
        mark("“{key}” takes a text."),
        mark("Put the text on the same line, without a hyphen; in quotes if it contains a colon."),
    ),
    "expected-texts": _error(
        mark("“{key}” takes a text or a list of texts."),
        mark("Put one text per line, each with its hyphen; in quotes if it contains a colon."),
    ),
    "colon-in-item": _error(
        mark("What precedes this colon would be taken for a label: “{key}” takes plain texts."),
        mark("Put the whole text in straight quotes: {text}"),
    ),
    "expected-keys": _error(
        mark("There is a text where keys are expected."),
        mark("Put one of these keys on each line: {keys}."),
    ),
    "list-in-list": _error(
        mark("Two hyphens follow each other."),
        mark("Keep one hyphen per point; to put points under a point, end the upper one with a colon."),
    ),
    "several-labels": _error(
        mark("The label “{label}” has no hyphen of its own."),
        mark("Give each label its own hyphen: “- {label}: …”."),
    ),
    "step-as-label": _error(
        mark("A step has two keys: “quand” and “quoi”."),
        mark("Type “- quand: {when}”, then “quoi: {what}” on the line below, under “quand”."),
    ),
    "label-alone": _warning(
        mark("There is nothing after the label “{label}”, on its line or under it."),
        mark("To put the points below under it, put two more spaces before each; otherwise, delete the colon."),
    ),
    "points-too-deep": _error(
        mark("Points have {limit} levels at most."),
        mark("Bring these points up one level."),
    ),
    "partner-without-name": _error(
        mark("This partner has neither “texte”, “type” nor “nom”."),
        mark("Add a line “texte: …” with the words to display."),
    ),
    "no-title": _error(
        mark("“{value}” is not a title: it would be printed as it is."),
        mark("Type the title instead, as in “{key}: Entente du Haut-Pays”."),
    ),
    "too-long": _error(
        mark("“{key}” has {length} characters: {limit} at most."),
        mark("Shorten it: it is shown in narrow columns."),
    ),
    "not-a-number": _error(
        mark("“{value}” is not a number of partners."),
        mark("Type digits only, as in “nombre: 5”."),
    ),
    "bad-date": _error(
        mark("“{value}” is not a date that exists."),
        mark("Type the year, the year and month, or the day: 2015, 2015-03 or 2015-03-05."),
    ),
    "date-form": _error(
        mark("“{value}” is a date that is written in another way here."),
        mark("Type {right}."),
    ),
    "bad-departement": _error(
        mark("“{value}” is not the code of a département."),
        mark("Type a code such as 07, 2A or 974; if there are several, one per line, each with its hyphen."),
    ),
    "bad-url": _error(
        mark("“{value}” is not the address of a page."),
        mark("Copy the whole address: it begins with https:// or http://."),
    ),
    "bad-colour": _error(
        mark("“{value}” is not a colour."),
        mark('Type # and six digits or letters from A to F, in quotes: "#0b4f6c".'),
    ),
    "logo-missing": _error(
        mark("There is no file “{value}” in the folder of cases."),
        mark("Put the logo in that folder, or delete this line."),
    ),
    "logo-unusable": _error(
        mark("“{value}” cannot be used as a logo."),
        mark("Save it as PNG in the folder of cases, with less than 2 MB and 25 million pixels."),
    ),
    "unknown-status": _error(
        mark("“{value}” is not a status."),
        mark("Type one of: en projet, en cours, en sommeil, achevée, remplacée, abandonnée."),
    ),
    "unknown-role": _error(
        mark("“{value}” is not a role."),
        mark("Type one of: signataire, associé, financeur, bénéficiaire."),
    ),
    "unknown-language": _error(
        mark("“{value}” is not a language of coopform."),
        mark("Type fr or en."),
    ),
    "bad-value": _error(
        mark("The value of “{key}” cannot be used."),
        mark("See the description of the keys in docs/case-file.md."),
    ),
    "hidden-character": _warning(
        mark("This text contains invisible characters, shown as their codes: {characters}."),
        mark("Retype the text, or paste it without formatting."),
    ),
    "lost-letter": _warning(
        mark("The sign “\ufffd” replaces a letter that was lost when this text was saved or copied."),
        mark("Type the word again."),
    ),
    "misread-letters": _warning(
        mark("A program misread or encoded accents or signs of this text, and saved others in their place: “{typed}”."),
        mark("Type “{right}”, and likewise in the rest of the file."),
    ),
    "markup": _warning(
        mark("The signs of “{typed}” would be printed as they are."),
        mark("Delete them, as in “{right}”: the texts of a case are plain."),
    ),
    "smart-quotes-kept": _warning(
        mark("The curly quotes {quotes} around this text are shown with it."),
        mark("If they are meant to delimit it, delete them or put straight quotes in their place: {text}"),
    ),
}

# Warnings on a valid case
_ADVICE = {
    "empty-rubric": _warning(
        mark("The row “{rubric}” is still to be filled in (key {key}:)."),
        mark("Add points under “{key}:”, or “Sans objet” if the row does not apply."),
    ),
    "same-title": _warning(
        mark("This case has the same title as {other}."),
        mark("Delete one of the two if they are the same; else give them different titles."),
    ),
    "long-title": _warning(
        mark("The title has {length} characters: above {limit}, pages set it in small type, then cut it."),
        mark("Keep a title of one or two lines, and put the rest under “resume:”."),
    ),
    "missing-outil": _warning(
        mark("The form of agreement is still to be specified."),
        mark("Add a line “outil: …” with a term from the list of forms of agreement, or your own words."),
    ),
    "unknown-outil": _warning(
        mark("“{value}” is not in the list of forms of agreement."),
        mark("Keep it if it is right: it is shown as it is, without a family."),
    ),
    "unknown-outil-near": _warning(
        mark("“{value}” is not in the list of forms of agreement."),
        mark("The nearest known term is “{right}”. If it does not fit, keep yours."),
    ),
    "unknown-type": _warning(
        mark("“{value}” is not in the list of partner types."),
        mark("Keep it if it is right: only its own name will find it."),
    ),
    "unknown-type-near": _warning(
        mark("“{value}” is not in the list of partner types."),
        mark("The nearest known term is “{right}”. If it does not fit, keep yours."),
    ),
    "several-terms": _warning(
        mark("“{value}” is read as a single term, but seems to be several."),
        mark("Put one term per line, each with its hyphen: {terms}."),
    ),
    "unknown-term": _warning(
        mark("“{value}” is not one of the terms proposed for “{key}”."),
        mark("The terms are: {terms}."),
    ),
    "comma-in-item": _warning(
        mark("“{value}” is a single term: a comma does not separate terms."),
        mark("Put one term per line, each with its hyphen."),
    ),
    "unsigned-reading": _warning(
        mark("The reading is not signed."),
        mark("Add “par:” and “date:” under “lecture:”, or “auteur:” and “date:” under “fiche:”."),
    ),
}

CATALOGUE: dict[str, ProblemKind] = {**_FILE, **_YAML, **_LOSSES, **_CASE, **_ADVICE}


def is_error(problem: Problem) -> bool:
    """Return whether a problem is an error, because of which its case is not used."""
    return severity(problem) == "error"


def severity(problem: Problem, *, strict: bool = False) -> Severity:
    """Return the severity of a problem; with `strict`, warnings are errors."""
    return "error" if strict else CATALOGUE[problem.code].severity
