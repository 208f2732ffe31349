"""Handouts are printed once for all tests."""

import pytest

from tests.support.printed import choose_once


@pytest.fixture(autouse=True)
def _printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopform.rendering.formats.choose", choose_once)
