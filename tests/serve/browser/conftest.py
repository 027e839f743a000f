"""A real Chromium before a desk that really runs. Where there is no Chromium and none can be installed, these tests skip."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.serve.browser.places import Places, find_places
from tests.serve.browser.visit import Visitor
from tests.serve.conftest import PASSWORD
from tests.serve.desks import RunningDesk

ROOT = Path(__file__).parents[3]
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_MINUTES = 12 * 60


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of the browser; it is installed where that is allowed."""
    found = subprocess.run([ROOT / "tools" / "chromium"], capture_output=True, text=True, check=False, timeout=_MINUTES)
    if found.returncode or not found.stdout.strip():
        pytest.skip(f"no browser: {found.stderr.strip()}")
    return found.stdout.strip()


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """One browser for all tests."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def flat_browser(chromium: str, browser: Browser) -> Iterator[Browser]:
    """A browser without WebGL."""
    opened = browser.browser_type.launch(executable_path=chromium, args=[*FLAGS, "--disable-3d-apis"])
    yield opened
    opened.close()


@pytest.fixture(scope="session")
def visitor(browser: Browser, desk: RunningDesk) -> Visitor:
    """Somebody before the desk that all tests share: an administrator, who sees every page and writes nothing."""
    return Visitor(browser, desk.signed_in("administrator", PASSWORD))


@pytest.fixture(scope="session")
def places(visitor: Visitor) -> Places:
    """Addresses of one page of each kind."""
    return find_places(visitor.client)
