from __future__ import annotations

import pytest

from riwaya.collect.fetcher import Fetcher, Limits
from riwaya.collect.robots import KEPT_SECONDS, UNREACHED_SECONDS, Robots
from riwaya.errors import RobotsForbid
from tests.collect.server import serving


class Hands:
    """A clock that a test sets by hand."""

    def __init__(self) -> None:
        self.at = 1_700_000_000.0

    def now(self) -> float:
        return self.at

    def sleep(self, seconds: float) -> None:
        self.at += seconds


@pytest.fixture
def site():
    with serving() as server, Fetcher(limits=Limits(seconds=1.5), allowed=(server.place,)) as fetcher:
        clock = Hands()
        yield server, Robots(fetcher, clock), fetcher, clock


def test_what_a_site_forbids_is_not_read_and_the_rest_is(site):
    server, robots, fetcher, _ = site
    server.page(
        "/robots.txt", "User-agent: *\nDisallow: /private/\nCrawl-delay: 7\nSitemap: /map.xml\n", kind="text/plain"
    )
    robots.check(fetcher.parse(server.url("/news/1")))
    with pytest.raises(RobotsForbid):
        robots.check(fetcher.parse(server.url("/private/1")))
    assert robots.delay(fetcher.parse(server.url("/"))) == 7
    assert robots.sitemaps(fetcher.parse(server.url("/"))) == ("/map.xml",)
    assert server.hits["/robots.txt"] == 1


def test_a_rule_for_us_by_name_counts_before_that_for_all(site):
    server, robots, fetcher, _ = site
    server.page("/robots.txt", "User-agent: riwaya\nDisallow: /\n\nUser-agent: *\nAllow: /\n")
    with pytest.raises(RobotsForbid):
        robots.check(fetcher.parse(server.url("/a")))


@pytest.mark.parametrize("status", [404, 403, 410])
def test_a_site_without_rules_allows_everything(site, status):
    server, robots, fetcher, _ = site
    server.pages["/robots.txt"] = lambda request: request.reply(status=status)
    robots.check(fetcher.parse(server.url("/a")))


@pytest.mark.parametrize("status", [500, 503, 429])
def test_a_site_that_cannot_tell_now_is_left_alone_for_a_while(site, status):
    server, robots, fetcher, clock = site
    server.pages["/robots.txt"] = lambda request: request.reply(status=status)
    with pytest.raises(RobotsForbid):
        robots.check(fetcher.parse(server.url("/a")))
    server.page("/robots.txt", "User-agent: *\nAllow: /\n")
    with pytest.raises(RobotsForbid):
        robots.check(fetcher.parse(server.url("/a")))
    clock.sleep(UNREACHED_SECONDS)
    robots.check(fetcher.parse(server.url("/a")))


def test_rules_are_asked_for_again_after_a_day(site):
    server, robots, fetcher, clock = site
    server.page("/robots.txt", "User-agent: *\nAllow: /\n")
    robots.check(fetcher.parse(server.url("/a")))
    clock.sleep(KEPT_SECONDS)
    robots.check(fetcher.parse(server.url("/a")))
    assert server.hits["/robots.txt"] == 2


def test_a_huge_or_hostile_robots_file_is_bounded(site):
    server, robots, fetcher, _ = site
    server.page("/robots.txt", b"User-agent: *\n" + b"Disallow: /" + b"*a" * 400_000)
    with pytest.raises(RobotsForbid):
        robots.check(fetcher.parse(server.url("/a")))


def test_a_pause_is_bounded(site):
    server, robots, fetcher, _ = site
    server.page("/robots.txt", "User-agent: *\nCrawl-delay: 99999\n")
    assert robots.delay(fetcher.parse(server.url("/"))) == 60
