"""The messages of failures to read, write or open a file."""

import errno
import os
import sys
from pathlib import Path

from coopform.casefile.links import LinkLeadsOut
from coopform.cli.failure_words.by_class import words
from coopform.cli.failure_words.hints import near_path
from coopform.cli.failures import FileAmongCases, NotFixed, NotRenamed
from coopform.cli.open_elsewhere import NoProgram
from coopform.collection.folder import FileMissing
from coopform.exporting.failures import CellTooLong
from coopform.failures import CoopformError
from coopform.outputs.atomic import FileChanged, FileExists
from coopform.outputs.backups import FileIsLink
from coopform.outputs.folder import NotAFile
from coopform.outputs.lock import FolderBusy
from coopform.text.characters import shown_name
from coopform.text.i18n import Translator, mark

# The limit of Windows, unless it was changed there, in characters.
_LONGEST_PATH = 259
# The messages that need only the path.
_OF_PATH: dict[type[CoopformError], str] = {
    FileMissing: mark("There is no file “{path}”. Check its name and its folder."),
    FileExists: mark(
        "The file “{path}” is already there and was kept. Choose another name, or add --force to replace it."
    ),
    NotAFile: mark("“{path}” is a device or a pipe, not a file: nothing was written to it. Give a file."),
    FileAmongCases: mark(
        "“{path}” would be read as a case there: nothing was written. Give a file outside of the folder of cases."
    ),
    FileChanged: mark(
        "The file “{path}” was left as it is: somebody saved it in the meantime. Run the same command again."
    ),
    FileIsLink: mark(
        "The file “{path}” was left as it is: it is a shortcut to another place. Fix the file that it leads to."
    ),
    LinkLeadsOut: mark(
        "“{path}” is a shortcut that leads out of its folder: it is not followed. Put what it leads to in its place."
    ),
}


@words.register
def _of_path(
    failure: FileAmongCases | FileMissing | FileExists | NotAFile | FileChanged | FileIsLink | LinkLeadsOut,
    t: Translator,
) -> str:
    near = near_path(failure.path, t) if isinstance(failure, FileMissing) else ""
    return t(_OF_PATH[type(failure)], path=shown_name(failure.path)) + near


@words.register
def _folder_busy(failure: FolderBusy, t: Translator) -> str:
    return t(
        "Another coopform command is writing to “{path}”. Try again when it is done.", path=shown_name(failure.folder)
    )


@words.register
def _not_fixed(failure: NotFixed, t: Translator) -> str:
    return t(
        "“{path}” was not fixed and has not changed: the difference shown was not applied. {reason}",
        path=shown_name(failure.path),
        reason=_reason(failure.error, t),
    )


@words.register
def _not_renamed(failure: NotRenamed, t: Translator) -> str:
    path, name = shown_name(failure.path), shown_name(failure.name)
    if failure.error is None:
        return t("“{path}” was not renamed: there is a “{name}” already. Keep one of them.", path=path, name=name)
    return t("“{path}” was not renamed. {reason}", path=path, reason=_reason(failure.error, t))


@words.register
def _no_program(failure: NoProgram, t: Translator) -> str:
    path = shown_name(failure.path)
    if failure.kind == "browser":
        return t("No browser was found. Open this page yourself: {path}", path=path)
    if failure.name:
        return t(
            "The editor “{name}” does not start. Give another one in the variable VISUAL or EDITOR, or open this file "
            "yourself: {path}",
            name=shown_name(failure.name),
            path=path,
        )
    return t(
        "No editor was found. Give one in the variable VISUAL or EDITOR, or open this file yourself: {path}", path=path
    )


@words.register
def _system_error(failure: OSError, t: Translator) -> str:
    path = shown_name(os.fsdecode(failure.filename)) if failure.filename else ""
    reason = _reason(failure, t)
    if failure.errno == errno.ENOENT and path:
        reason += near_path(Path(os.fsdecode(failure.filename)), t)
    return t("{path}: {reason}", path=path, reason=reason) if path else reason


@words.register
def _cell_too_long(failure: CellTooLong, t: Translator) -> str:
    return t(
        "“{key}” of “{case}” is longer than a cell of a workbook can contain ({limit} characters): nothing was "
        "written. Choose another format, such as --format json.",
        key=failure.key,
        case=failure.case,
        limit=failure.limit,
    )


def _reason(failure: OSError, t: Translator) -> str:
    reasons = {
        errno.ENOSPC: t("The disk is full. Free some space, or write elsewhere."),
        errno.EDQUOT: t("The disk is full. Free some space, or write elsewhere."),
        errno.EIO: t("The disk does not answer. Check that it is connected, then try again."),
        errno.EBADF: t("Nothing can be written: the output is closed."),
        errno.EACCES: t(
            "You are not allowed to do this, or another program is using the file: close it there, or work in a folder "
            "of your own."
        ),
        errno.EPERM: t(
            "You are not allowed to do this, or another program is using the file: close it there, or work in a folder "
            "of your own."
        ),
        errno.EROFS: t("This disk is read-only. Write elsewhere."),
        errno.ENOENT: t("The folder or file does not exist. Check its name."),
        errno.ENOTDIR: t("There is a file where a folder is expected. Choose another name."),
        errno.EEXIST: t("There is a file where a folder is expected. Choose another name."),
        errno.EISDIR: t("There is a folder where a file is expected. Choose another name."),
        errno.ENAMETOOLONG: t("The name is too long. Choose a shorter one."),
    }
    if failure.errno == errno.EINVAL and failure.filename:
        # Windows says so of signs that it keeps for itself.
        return t("This name cannot be used. Choose one without these signs: {signs}", signs='\\ / : * ? " < > |')
    if failure.errno == errno.ENOENT and sys.platform == "win32" and _is_long(failure):
        # Windows finds no file at such a path, and says that there is none.
        return t("The path is longer than Windows takes. Give its folders shorter names, or move them up.")
    return reasons.get(failure.errno or 0) or str(failure.strerror or failure)


def _is_long(failure: OSError) -> bool:
    return bool(failure.filename) and len(str(Path(os.fsdecode(failure.filename)).absolute())) > _LONGEST_PATH
