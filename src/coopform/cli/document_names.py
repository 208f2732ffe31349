"""The documents that `--document` names: by their key, their label or their file name, in either language."""

from coopform.cli.as_typed import as_typed
from coopform.cli.failures import OtherCommand, WrongChoice
from coopform.model.handout_kinds import KINDS, RENDERED, document_label
from coopform.text.folding import nearest, slug
from coopform.text.i18n import Translator

# « fiche » begins the labels of two documents.
_SHORT = {"fiche": "sheet", "fiches": "sheet", "tableau": "comparison"}


def find_document(typed: str, t: Translator) -> str:
    """Return the key of the document that was named, by a whole name or the beginning of one only.

    Raises:
        OtherCommand: `coopform pack` makes it.
        WrongChoice: there is none of that name.
    """
    names = _names(t)
    word = slug(typed)
    begun = {kind for name, kind in names.items() if word and name.startswith(word)}
    kind = names.get(word) or (begun.pop() if len(begun) == 1 else "")
    if kind in RENDERED:
        return kind
    if kind:
        raise OtherCommand(typed, "coopform pack")
    near = [names[name] for name in nearest(word, list(names), most=3)]
    first = dict.fromkeys(kind for kind in near if kind in RENDERED)
    labels = {kind: document_label(kind) for kind in RENDERED}
    raise WrongChoice("--document", typed, tuple(dict.fromkeys((*first, *RENDERED))), labels, repeats=True)


def command_of_document(typed: str, t: Translator) -> str:
    """Return the command that makes the document with this whole name; empty without one."""
    kind = _names(t).get(slug(typed))
    if kind is None:
        return ""
    return f"coopform render --document {as_typed(typed)}" if kind in RENDERED else "coopform pack"


def _names(t: Translator) -> dict[str, str]:
    """Return the keys of the documents by all their names, as slugs."""
    files = {name: key for key, kind in KINDS.items() for name in kind.parts[""].names.values()}
    labels = {slug(t(document_label(key))): key for key in KINDS}
    return files | labels | _SHORT | {key: key for key in KINDS}
