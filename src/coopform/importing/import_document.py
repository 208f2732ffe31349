"""Turn a document into the texts of case files, in which words that fit no key are comments."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from coopform.casefile.reader import read_case
from coopform.casefile.source import Source
from coopform.casefile.writer import write_case
from coopform.casefile.yaml_text import as_yaml
from coopform.collection.folder import RECUEIL_NAME
from coopform.importing import detect
from coopform.importing.blocks import SourceDocument, Table, TextLine
from coopform.importing.case_text import text_of
from coopform.importing.cases.draft import Found
from coopform.importing.cases.find_cases import find_drafts
from coopform.importing.cleaning import clean
from coopform.importing.failures import UnreadableDocument
from coopform.importing.keys.build_case import Built, build
from coopform.importing.keys.evidence import ROW_KEYS, is_cooperation
from coopform.importing.keys.header_titles import take_header_titles
from coopform.importing.keys.left_words import left_draft, left_lines
from coopform.importing.keys.repeats import without_repeats
from coopform.importing.labels import rubric_labels
from coopform.importing.labels.own_sheets import begins_agreement
from coopform.importing.labels.rubric_labels import DECOR, Labels
from coopform.model.identifiers import free_id
from coopform.problems.catalogue import is_error
from coopform.text.folding import slug
from coopform.text.typography import shorten

# How many labels or headings a refusal names.
_MOST_NAMED = 8
# So few rows of the grid are the reason, and are named alone.
_SCARCE = 2
_LONGEST_NAMED = 40


@dataclass(frozen=True, slots=True)
class CaseText:
    """A case file to be written.

    Attributes:
        id: its name without extension; `_recueil` for the description of the collection.
        text: its content.
        built: where its words came from; None if the document was an export of coopform.
        title: of the case, empty if it has none.
        missing: the required keys that an export of coopform leaves empty.
        errors: how many errors `check` finds in it.
    """

    id: str
    text: str
    built: Built | None = None
    title: str = ""
    missing: tuple[str, ...] = ()
    errors: int = 0


def import_document(path: Path, taken: set[str] | None = None, labels: Labels | None = None) -> list[CaseText]:
    """Return the case files for a document.

    Args:
        path: the document.
        taken: the IDs given to other documents of the same import; those of this document are added.
        labels: the labels to look for, as `labels_of` returns them for a folder of cases; by default the shipped ones.

    Raises:
        UnreadableDocument: it cannot be read, or has no co-operation in it.
        OSError: the file cannot be read.
    """
    taken = set() if taken is None else taken
    source = detect.read(path)
    if source.data or source.recueil:
        return list(_from_data(path, source, taken))
    found = []
    for built in _from_blocks(path, source, labels or rubric_labels.shipped()):
        title = "" if "titre" in built.missing else built.case.titre
        found.append(CaseText(_identifier(title, path, taken), text_of(built), built, title))
    return found


def _from_blocks(path: Path, source: SourceDocument, labels: Labels) -> list[Built]:
    if any(isinstance(block, TextLine) and begins_agreement(block.text) for block in source.blocks):
        raise UnreadableDocument(path, "draft")
    found = find_drafts(source, labels)
    if not found.drafts:
        raise UnreadableDocument(path, "nothing", columns=_headings(source))
    take_header_titles(found.drafts)
    all_built = [build(draft) for draft in found.drafts]
    # Of several cases in a table one may be nearly empty.
    is_known = any(is_cooperation(built, labels) for built in all_built)
    made: list[Built] = []
    unplaced = [left_lines(found.before)] if found.before else []
    for draft, built in zip(found.drafts, all_built, strict=True):
        is_filled = any(one.key in ROW_KEYS for one in built.placed)
        if is_known and (is_filled or (draft.is_column and made)):
            built.left += unplaced
            unplaced = []
            made.append(built)
        else:
            # A title and a source without a rubric are not a case: their words are kept with a neighbouring case.
            (made[-1].left if made else unplaced).extend(left_draft(draft))
    if not made:
        raise _refusal(path, found, all_built)
    return without_repeats(made)


def _refusal(path: Path, found: Found, all_built: Sequence[Built]) -> UnreadableDocument:
    """Return why no case was made, with the labels that were found: only a sheet of rows may be blank."""
    entries = [entry for draft in found.drafts for entry in draft.entries if entry.key and entry.key != DECOR]
    typed = tuple(dict.fromkeys(clean(entry.label) for entry in entries if entry.label))
    is_filled = any(one.key in ROW_KEYS for built in all_built for one in built.placed)
    is_blank = not is_filled and any(entry.key in ROW_KEYS for entry in entries)
    rows = {entry.key for entry in entries if entry.key in ROW_KEYS}
    if is_blank:
        return UnreadableDocument(path, "blank", labels=typed[:_MOST_NAMED])
    if len(rows) > _SCARCE:
        return UnreadableDocument(path, "few", labels=typed[:_MOST_NAMED])
    of_rows = tuple(dict.fromkeys(clean(entry.label) for entry in entries if entry.key in ROW_KEYS and entry.label))
    return UnreadableDocument(path, "scarce" if of_rows else "few", labels=(of_rows or typed)[:_MOST_NAMED])


def _headings(source: SourceDocument) -> tuple[str, ...]:
    """Return the headings of the columns of the tables of a document, or else its headings."""
    tables = [block for block in source.blocks if isinstance(block, Table)]
    columns = [clean(cell.words) for table in tables for cell in table.rows[0]]
    lines = [block for block in source.blocks if isinstance(block, TextLine)]
    found = columns or [clean(line.text) for line in lines if line.heading or line.bold]
    return tuple(shorten(words, _LONGEST_NAMED) for words in dict.fromkeys(found) if words)[:_MOST_NAMED]


def _from_data(path: Path, source: SourceDocument, taken: set[str]) -> Iterable[CaseText]:
    """Yield the files of an export as they were typed; `check` reports what is wrong in them."""
    if source.recueil:
        yield CaseText(RECUEIL_NAME.removesuffix(".yaml"), as_yaml(source.recueil))
    for data in source.data:
        typed = {key: value for key, value in data.items() if key != "id"}
        title = str(data.get("titre") or "")
        text = as_yaml(typed)
        read = read_case(Source("", text), "")
        case = read.value
        identifier = _identifier(str(data.get("id") or title or data.get("titre_court") or ""), path, taken)
        missing = tuple(key for key in ("titre", "outil") if case and not getattr(case, key))
        errors = sum(map(is_error, read.problems))
        yield CaseText(identifier, write_case(case) if case else text, None, title, missing, errors)


def _identifier(title: str, path: Path, taken: set[str]) -> str:
    """Return the ID of a case, from its title or else from the document's name, and add it to `taken`."""
    identifier = free_id(title if slug(title) else path.stem, taken)
    taken.add(identifier)
    return identifier
