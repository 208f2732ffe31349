"""The sources below a table of several cases: which cases have them."""

from coopform.importing.cases.draft import DraftCase, LabelledLines


class TableOfSeveral:
    """The cases of a table of several, and the sources below it, until another rubric or table begins."""

    def __init__(self) -> None:
        self._cases: list[DraftCase] = []
        self._sources: list[LabelledLines] = []

    def add_case(self, draft: DraftCase) -> None:
        """Add a case; below the sources of a table it is the first of the next table."""
        if self._sources:
            self.close()
        self._cases.append(draft)

    def add_source(self, entry: LabelledLines) -> None:
        """Add a source, which is below the table if that has cases."""
        if self._cases:
            self._sources.append(entry)

    def close(self) -> None:
        """Give the source below the table to all its cases; of several it is not known which case has which."""
        if len(self._sources) == 1:
            for draft in self._cases:
                if self._sources[0] not in draft.entries:
                    draft.add(self._sources[0])
        else:
            for source in self._sources:
                source.key = ""
        self._cases, self._sources = [], []
