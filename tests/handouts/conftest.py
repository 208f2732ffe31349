"""Handouts are printed once for all tests, and all pages are opened by one browser."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from coopform.rendering.pdf import browsers
from tests.support.printed import choose_once


@pytest.fixture(autouse=True)
def _printed_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("coopform.rendering.formats.choose", choose_once)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=str(browsers.find()), args=["--no-sandbox"])
        yield started
        started.close()
