"""The files that `coopform new` writes: a case of the answers, or a blank file to fill in."""

from pathlib import Path

from coopform.authoring.interpret import as_case, cleaned
from coopform.authoring.kept_answers import KeptAnswers, new_id
from coopform.authoring.new_case import blank_text, case_text
from coopform.authoring.questions import QUESTIONS
from coopform.authoring.schema.files import write_schemas
from coopform.cli.session import Session
from coopform.collection.collection import read_file, read_path
from coopform.collection.folder import RECUEIL_NAME
from coopform.model import grid
from coopform.model.identifiers import DEVICES, RESERVED_IDS, id_from_title
from coopform.model.labels import labelled_key
from coopform.model.placeholder import says_nothing
from coopform.outputs.folder import write_file


def write_blank(session: Session, folder: Path, title: str) -> None:
    """Write a file to fill in."""
    folder.mkdir(parents=True, exist_ok=True)
    identifier = new_id(folder, cleaned(title))
    say_other_id(session, folder, identifier, cleaned(title))
    path = folder / f"{identifier}.yaml"
    _write(session, folder, path, blank_text(cleaned(title), path, folder, session.translate))
    command = session.typed(f"edit {identifier}")
    session.say(session.translate("To fill it in: {command}", command=command))


def write_case(session: Session, folder: Path, kept: KeptAnswers) -> None:
    """Write the case of kept answers, and remove these."""
    # A case of that ID may have been written since these were begun.
    is_taken = (folder / f"{kept.id}.yaml").exists()
    identifier = new_id(folder, kept.title) if is_taken else kept.id
    if is_taken:
        say_other_id(session, folder, identifier, kept.title)
    path = folder / f"{identifier}.yaml"
    _write(session, folder, path, _case_text(session, folder, kept))
    kept.remove()
    t = session.translate
    _say_what_is_left(path, session)
    show, edit = (session.typed(f"{command} {identifier}") for command in ("show", "edit"))
    session.say(t("To see it: {command}", command=show))
    session.say(t("To correct or complete it: {command}", command=edit))


def say_other_id(session: Session, folder: Path, identifier: str, title: str) -> None:
    """Say the ID of a case when it cannot have that of its title, and why."""
    t, asked = session.translate, id_from_title(title)
    if identifier == asked:
        return
    if asked not in RESERVED_IDS:
        session.say(t("That name is taken: this case will be {id}.", id=identifier))
        if (folder / f"{asked}.yaml").is_file():
            command = session.typed(f"edit {asked}")
            session.say(t("To go on with the case that is there: {command}", command=command))
        return
    if asked in DEVICES:
        said = t("Windows allows no file named “{name}”: this case will be {id}.", name=asked, id=identifier)
    else:
        said = t("“{name}” is a document that coopform makes: this case will be {id}.", name=asked, id=identifier)
    session.say(said + " " + t("For another name, rename its file afterwards."))


def _say_what_is_left(path: Path, session: Session) -> None:
    """Say which keys are still to be filled in, those that `check` names: the form and the rows of the grid."""
    case = read_file(path).case
    if case is None:
        return
    keys = [] if not all(map(says_nothing, case.outil)) else ["outil"]
    keys += [rubric.key for rubric in grid.GRID if not case.is_filled(rubric.key)]
    if keys:
        t = session.translate
        names = ", ".join(labelled_key(key, t) for key in keys)
        said = t.plural(
            "{count} key still to complete: {keys}", "{count} keys still to complete: {keys}", len(keys), keys=names
        )
        session.say(said)


def is_written(session: Session, folder: Path, kept: KeptAnswers) -> bool:
    """Return whether the case of kept answers is already written, by a run killed before it removed them: do so now."""
    if not all(question.key in kept.lines for question in QUESTIONS if question.required):
        return False
    text = _case_text(session, folder, kept).encode("utf-8")
    was_written = any(
        path.is_file() and path.stat().st_size == len(text) and path.read_bytes() == text
        for path in folder.glob(f"{kept.id}*.yaml")
    )
    if was_written:
        kept.remove()
    return was_written


def _case_text(session: Session, folder: Path, kept: KeptAnswers) -> str:
    """Return the text of the case file of kept answers, which does not depend on the name of the file."""
    recueil = folder / RECUEIL_NAME
    language = read_path(recueil).recueil.langue if recueil.exists() else session.translate.language
    return case_text(as_case(kept.id, kept.lines, language), folder / f"{kept.id}.yaml", folder)


def _write(session: Session, folder: Path, path: Path, text: str) -> None:
    write_schemas(folder)
    write_file(path, text)
    session.say("")
    session.say_written(path, None)
