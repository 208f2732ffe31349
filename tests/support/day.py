"""The text of the day of 5 March 2015, from which the five cases come."""

import yaml

from tests.support.places import TESTS

SOURCES = TESTS / "sources"
CORRECTIONS = yaml.safe_load((SOURCES / "corrections.yaml").read_text(encoding="utf-8"))


def source() -> str:
    """Return the text, with the slips of its transcription corrected."""
    text = (SOURCES / "journee-2015-03-05.txt").read_text(encoding="utf-8")
    for correction in CORRECTIONS:
        assert correction["source"] in text, f"a correction without effect: {correction}"
        text = text.replace(correction["source"], correction["case"])
    return text
