"""Workers that follow are killed -9 at random moments: every page is there once, whatever was being done."""

from __future__ import annotations

import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from riwaya.collect import follow
from riwaya.ledger.engine import reading
from riwaya.ledger.jobs import count_jobs, find_dead
from riwaya.ledger.store import Ledger
from tests.collect.server import Request, Server
from tests.collect.watching import QuickClock, make_asker

ROOT = Path(__file__).parents[2]
TOWNS = ("كيدال", "غاو", "تمبكتو", "ميناكا", "موبتي", "سيغو")


def serve_sites(server: Server, *, pages: int, began: float, speed: float) -> None:
    """Let every site have a feed in which a page appears every ten minutes of quick time."""
    clock = QuickClock(began, speed)

    def answer(request: Request) -> None:
        site = re.sub(r"\D", "", request.headers["host"].partition(".")[0])
        if request.path == "/robots.txt":
            request.reply(status=404)
        elif request.path == "/feed":
            shown = min(pages, 1 + int((clock.now() - began) // 600))
            items = "".join(
                f"<item><title>خبر {number}</title><link>/page/{number}</link></item>" for number in range(shown)
            )
            request.reply(f'<rss version="2.0"><channel><title>{site}</title>{items}</channel></rss>'.encode())
        else:
            number = int(request.path.rsplit("/", 1)[1])
            day = 1 + (int(site) * 7 + number) % 28
            town = TOWNS[(int(site) + number) % len(TOWNS)]
            text = (
                f"<html><head><title>خبر الموقع {site} رقم {number}</title></head><body><article><p>"
                f"قال متحدث باسم الجيش إن {3 + int(site)} جنود قتلوا في انفجار قرب {town} يوم {day} مارس 2031.</p>"
                f"</article></body></html>"
            )
            request.reply(text.encode())

    server.pages["*"] = answer


def follow_through_kills(
    server: Server, address: str, *, sites: int, pages: int, kills: int, seconds: float, hour: float, drain: float = 120
) -> list[str]:
    """Follow for some time with kills in it, then until nothing waits; give the addresses that had to come."""
    began, speed = time.time(), hour / seconds
    serve_sites(server, pages=pages, began=began, speed=speed)
    with Ledger(address, who="worker") as ledger:
        asker = make_asker(server.port, sites, QuickClock(began, speed))
        for number in range(sites):
            follow.add(ledger, f"http://site-{number}.example:{server.port}/feed", asker=asker, every=300)
        asker.fetcher.close()
    chance = random.Random(20261129)
    left, end = kills, began + seconds
    while time.time() < end + drain:
        until = began + (end + drain + 60 - began) * speed
        worker = start_worker(address, server.port, sites, speed, began, until)
        try:
            if left:
                time.sleep(chance.uniform(0.3, 2 * seconds / (kills + 1)))
                left -= 1
                continue
            if wait_until_done(address, sites * pages, deadline=end + drain):
                break
        finally:
            worker.kill()
            worker.wait(10)
    assert left == 0
    return [f"http://site-{site}.example:{server.port}/page/{page}" for site in range(sites) for page in range(pages)]


def start_worker(
    address: str, port: int, sites: int, speed: float, began: float, until: float
) -> subprocess.Popen[str]:
    told = [address, str(port), str(sites), str(speed), str(began), str(until)]
    return subprocess.Popen(
        [sys.executable, "-m", "tests.collect.watching", *told], cwd=ROOT, stdout=subprocess.DEVNULL, text=True
    )


def wait_until_done(address: str, many: int, *, deadline: float) -> bool:
    while time.time() < deadline:
        with Ledger(address, create=False) as ledger, reading(ledger.engine) as connection:
            if count_jobs(connection).get("done", 0) >= many:
                return True
        time.sleep(1)
    return False


def check(address: str, wanted: list[str]) -> None:
    with Ledger(address, create=False) as ledger:
        with reading(ledger.engine) as connection:
            assert find_dead(connection) == []
        documents = ledger.documents()
        assert sorted(kept.url or "" for kept in documents) == sorted(wanted)
        assert {kept.version for kept in documents} == {1}
        assert len(ledger.failures()) == 0
        assert len({kept.claim.id for kept in ledger.claims()}) == len(ledger.claims()) >= len(wanted)
        assert ledger.verify().damages == ()


def test_every_page_is_there_once_after_kills(server, tmp_path):
    address = str(tmp_path / "book.db")
    wanted = follow_through_kills(server, address, sites=6, pages=3, kills=4, seconds=16, hour=1600)
    check(address, wanted)


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_an_hour_of_two_hundred_sources_through_twenty_kills(server, tmp_path):
    address = str(tmp_path / "book.db")
    wanted = follow_through_kills(server, address, sites=200, pages=3, kills=20, seconds=180, hour=3600, drain=900)
    check(address, wanted)
