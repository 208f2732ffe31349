"""The folders of a pack."""

from coopform.collection.collection import Collection
from coopform.handouts import pack
from coopform.handouts.due_files import due_files
from coopform.handouts.render_run import Wanted


def folders_of(collection: Collection) -> dict[str, list[str]]:
    """Return the names of the files that each folder of a pack would have, without making them."""
    wanted = Wanted((), (), is_whole=True)
    return {
        key: sorted(file.name for file in due_files(collection.cases, collection.recueil, part))
        for key, part in pack.folders(wanted, docx=True, pptx=True)
    }
