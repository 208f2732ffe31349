"""What a collection adds to the design of its handouts."""

from typing import TYPE_CHECKING

from coopform.cli.session import Session

if TYPE_CHECKING:
    from coopform.collection.collection import Collection
    from coopform.rendering.pages.look import Look


def look(session: Session, collection: "Collection") -> "Look":
    """Return what a collection adds to the design of its handouts; report an unusable logo and leave it out."""
    from coopform.rendering.pages.look import LogoUnreadable, read_look

    try:
        return read_look(collection.folder, collection.recueil)
    except LogoUnreadable as failure:
        from coopform.cli.failure_words.say import say_failure

        say_failure(session, failure)
        return read_look(collection.folder, collection.recueil.model_copy(update={"logo": None}))
