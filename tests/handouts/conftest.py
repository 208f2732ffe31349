"""Handouts are printed once for all tests, and all pages are opened by one browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.support import open_browser
from tests.support.printed import choose_once


@pytest.fixture(autouse=True)
def _printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopform.rendering.formats.choose", choose_once)


@pytest.fixture(scope="session", autouse=True)
def _browser_is_closed() -> Iterator[None]:
    yield
    open_browser.close()


@pytest.fixture(scope="session")
def browser() -> Browser:
    return open_browser.opened()
