"""`coopform new`: type a case by answering questions, or write a blank file to fill in."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from coopform.cli import options
from coopform.cli.cases import find_folder
from coopform.cli.prompt import Asker, Stopped
from coopform.cli.session import DONE, INTERRUPTED, Session, session_of
from coopform.text.characters import shown_name, visible
from coopform.text.i18n import mark

if TYPE_CHECKING:
    from coopform.authoring.kept_answers import Draft
    from coopform.authoring.questions import Question


def command(
    ctx: typer.Context,
    title: Annotated[
        str | None,
        typer.Argument(metavar=mark("[TITLE]"), help=mark("The title of the co-operation; asked for when not given.")),
    ] = None,
    blank: Annotated[
        bool, typer.Option("--blank", help=mark("Ask nothing: write a file to fill in, each key with its question."))
    ] = False,
    cases: options.Cases = None,
) -> int:
    """Type a case, question by question.

    What is typed is kept after each line: stop when you like (Ctrl-C, or a full stop alone on a line) and type
    coopform new again to go on.
    """
    from coopform.authoring import kept_answers

    session = session_of(ctx)
    folder = _folder(cases or session.cases)
    kept_answers.tidy(folder)
    asker = Asker(session)
    draft: Draft | None = None
    try:
        if blank:
            return _write_blank(session, folder, title or _ask_title(asker))
        draft = _draft(asker, folder, title)
        _ask_all(asker, draft)
    except Stopped:
        _say_kept(session, draft)
        return DONE
    except KeyboardInterrupt:
        _say_kept(session, draft)
        return INTERRUPTED
    return _write_case(session, folder, draft)


def _folder(named: Path | None) -> Path:
    """Return the folder of cases to write to: never the shipped one; `cases/` here when there is none.

    Raises:
        FolderMissing: the folder named does not exist.
    """
    from coopform.collection.folder import CASES_FOLDER, FolderMissing

    found = find_folder(named)
    if found is not None and not found.is_dir():
        raise FolderMissing(found)
    return found or Path(CASES_FOLDER)


def _ask_title(asker: Asker) -> str:
    from coopform.authoring.questions import TITLE

    _put(asker.session, TITLE)
    return _one_line(asker, TITLE)


def _draft(asker: Asker, folder: Path, title: str | None) -> "Draft":
    """Return the draft to continue: an earlier one, or a new one."""
    from coopform.authoring.interpret import keep
    from coopform.authoring.kept_answers import begin_draft, find_drafts
    from coopform.model.identifiers import id_from_title

    t = asker.session.translate
    waiting = [draft for draft in find_drafts(folder) if not _is_written(asker.session, folder, draft)]
    title = keep(title) if title else None
    titled = next((draft for draft in waiting if draft.title == title), None)
    found = titled if title else _choose_draft(asker, waiting)
    if found:
        asker.session.say(t("Going on with: {title}", title=visible(found.title)))
    else:
        title = title or _ask_title(asker)
        found = begin_draft(folder, title)
        if found.id != id_from_title(title):
            asker.session.say(t("That name is taken: this case will be {id}.", id=found.id))
        found.save()
    asker.session.say(
        t(
            "One point a line; an empty line ends the answer. To stop and go on later: a full stop alone on a line. "
            "What is typed is kept after each line."
        )
    )
    return found


def _choose_draft(asker: Asker, waiting: "list[Draft]") -> "Draft | None":
    t = asker.session.translate
    if not waiting:
        return None
    asker.session.say(t("These cases were begun:"))
    for number, draft in enumerate(waiting, start=1):
        asker.session.say(f"{number:>4}  {visible(draft.title)}")
    asker.session.say(t("To go on with one, type its number; to begin another, press Enter."))
    while True:
        typed = asker.line("> ").strip()
        if not typed:
            return None
        if typed.isdecimal() and 1 <= int(typed[:6]) <= len(waiting):
            return waiting[int(typed) - 1]
        asker.session.say(t("Type a number from 1 to {most}, or press Enter.", most=len(waiting)))


def _ask_all(asker: Asker, draft: "Draft") -> None:
    """Ask the questions without an answer yet, and save each line.

    Raises:
        Stopped: the user stops.
    """
    from coopform.authoring.interpret import is_too_long
    from coopform.authoring.questions import QUESTIONS, SHORT_TITLE

    for question in QUESTIONS:
        if question.key in draft.done:
            continue
        if question is SHORT_TITLE and not is_too_long(draft.title):
            continue
        _put(asker.session, question)
        with asker.completing(_proposals(question.key)):
            if question.several:
                _ask_lines(asker, question, draft)
            elif line := _one_line(asker, question):
                draft.add(question.key, line)
        draft.close(question.key)


def _put(session: Session, question: "Question") -> None:
    t = session.translate
    session.say("")
    session.say(t(question.label))
    session.say("  " + t(question.question))
    if question.key == "outil":
        from coopform.model import vocabulary

        for number, form in enumerate(vocabulary.load().outils, start=1):
            session.say(f"{number:>4}  {form.nom}")
        session.say("  " + t("Type a number, or your own words."))


def _proposals(key: str) -> list[str]:
    from coopform.model import vocabulary

    words = vocabulary.load()
    if key == "outil":
        return [form.nom for form in words.outils]
    if key == "partenaires":
        return [name for kind in words.partner_types for name in (kind.sigle, kind.nom)]
    return []


def _one_line(asker: Asker, question: "Question") -> str:
    """Return the answer to a question of one line; empty only when it is not required."""
    from coopform.authoring.interpret import is_too_long, keep

    t = asker.session.translate
    while True:
        line = keep(asker.line("> "))
        if question.key == "titre_court" and is_too_long(line):
            asker.session.say(t("40 characters at most: this has {count}.", count=len(line)))
        elif line or not question.required:
            return line
        else:
            asker.session.say(t("This is needed."))


def _ask_lines(asker: Asker, question: "Question", draft: "Draft") -> None:
    """Save lines until an empty one; after a label that ends with a colon, the points below it."""
    from coopform.authoring.interpret import UNDER, clean

    t = asker.session.translate
    for line in draft.lines.get(question.key, ()):
        asker.session.say(f"  - {line}")
    under = question.is_open(draft.lines.get(question.key, ()))
    while True:
        margin = UNDER if under else ""
        line = clean(asker.line(f"  {margin}- "))
        if line:
            draft.add(question.key, margin + line)
            _say_understood(asker.session, question.key, line)
            if not under and question.is_open(draft.lines[question.key]):
                asker.session.say("    " + t("The points under it, then an empty line:"))
                under = True
        elif under:
            under = False
        else:
            return


def _say_understood(session: Session, key: str, line: str) -> None:
    """Say how a number or an abbreviation was understood, and which terms are not in the vocabulary."""
    from coopform.authoring.interpret import as_form, as_partner
    from coopform.model import vocabulary

    t = session.translate
    words = vocabulary.load()
    if key == "partenaires":
        partner = as_partner(line)
        if partner.texte != line:
            session.say(f"    = {partner.texte}")
    elif key == "outil":
        form = as_form(line)
        if form != line:
            session.say(f"    = {form}")
        elif words.outil(line) is None:
            near = words.nearest_outil(line)
            session.say("    " + t("Your own words: check will say that the vocabulary does not know them."))
            if near:
                session.say("    " + t("The nearest: {names}.", names=near))


def _say_kept(session: Session, draft: "Draft | None") -> None:
    session.say("")
    if draft is None:
        session.say(session.translate("Nothing was typed."))
        return
    path = shown_name(draft.path)
    session.say(session.translate("What was typed is kept in {path}. To go on: coopform new", path=path))


def _write_blank(session: Session, folder: Path, title: str) -> int:
    from coopform.authoring.interpret import keep
    from coopform.authoring.kept_answers import new_id
    from coopform.authoring.new_case import blank_text

    folder.mkdir(parents=True, exist_ok=True)
    identifier = new_id(folder, keep(title))
    path = folder / f"{identifier}.yaml"
    _write(session, folder, path, blank_text(keep(title), path, folder, session.translate))
    session.say(session.translate("To fill it in: coopform edit {id}", id=identifier))
    return DONE


def _write_case(session: Session, folder: Path, draft: "Draft") -> int:
    from coopform.authoring.kept_answers import new_id

    # A case of that ID may have been written since the draft was begun.
    is_taken = (folder / f"{draft.id}.yaml").exists()
    identifier = new_id(folder, draft.title) if is_taken else draft.id
    path = folder / f"{identifier}.yaml"
    _write(session, folder, path, _case_text(session, folder, draft))
    draft.remove()
    t = session.translate
    session.say(t("To see it: coopform show {id}", id=identifier))
    session.say(t("To correct or complete it: coopform edit {id}", id=identifier))
    return DONE


def _case_text(session: Session, folder: Path, draft: "Draft") -> str:
    """Return the text of the case file of a draft, which does not depend on the name of the file."""
    from coopform.authoring.interpret import as_case
    from coopform.authoring.new_case import case_text
    from coopform.collection.collection import read_path
    from coopform.collection.folder import RECUEIL_NAME

    recueil = folder / RECUEIL_NAME
    language = read_path(recueil).recueil.langue if recueil.exists() else session.translate.language
    return case_text(as_case(draft.id, draft.lines, language), folder / f"{draft.id}.yaml", folder)


def _is_written(session: Session, folder: Path, draft: "Draft") -> bool:
    """Return whether the case of a draft is already written, by a run killed before it removed the draft: do so now."""
    from coopform.authoring.questions import QUESTIONS

    if not all(question.key in draft.lines for question in QUESTIONS if question.required):
        return False
    text = _case_text(session, folder, draft).encode("utf-8")
    is_written = any(
        path.is_file() and path.stat().st_size == len(text) and path.read_bytes() == text
        for path in folder.glob(f"{draft.id}*.yaml")
    )
    if is_written:
        draft.remove()
    return is_written


def _write(session: Session, folder: Path, path: Path, text: str) -> None:
    from coopform.authoring.schema.files import write_schemas
    from coopform.outputs.folder import write_file

    write_schemas(folder)
    write_file(path, text)
    session.say("")
    session.say(session.translate("Written: {path}", path=shown_name(path)))
