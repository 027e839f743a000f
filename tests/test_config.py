from __future__ import annotations

import pytest

from riwaya import config
from riwaya.config import Settings, load_settings
from riwaya.errors import ConfigError


def test_nothing_set_gives_the_defaults():
    assert load_settings({}) == Settings(max_bytes=20_000_000, plugins=True)


def test_an_empty_variable_counts_as_not_set():
    assert load_settings({"RIWAYA_MAX_BYTES": " ", "RIWAYA_PLUGINS": ""}) == Settings()


def test_variables_of_others_are_left_alone():
    assert load_settings({"RIWAYA_SOMETHING_ELSE": "1", "PATH": "x"}) == Settings()


@pytest.mark.parametrize(("raw", "value"), [("1", 1), ("5_000", 5000), (" 70 ", 70)])
def test_a_bound_is_a_whole_number(raw, value):
    assert load_settings({"RIWAYA_MAX_BYTES": raw}).max_bytes == value


@pytest.mark.parametrize("raw", ["0", "-1", "1.5", "20MB", "٣", "²", "0x10"])
def test_a_bound_that_is_no_whole_number_above_zero_is_refused(raw):
    with pytest.raises(ConfigError, match="RIWAYA_MAX_BYTES is") as caught:
        load_settings({"RIWAYA_MAX_BYTES": raw})
    assert caught.value.exit_code == 78


@pytest.mark.parametrize(("raw", "value"), [("on", True), ("OFF", False), ("0", False), ("true", True)])
def test_a_switch_is_on_or_off(raw, value):
    assert load_settings({"RIWAYA_PLUGINS": raw}).plugins is value


def test_a_switch_that_is_neither_is_refused():
    with pytest.raises(ConfigError, match="on or off"):
        load_settings({"RIWAYA_PLUGINS": "perhaps"})


def test_settings_never_change():
    with pytest.raises(AttributeError):
        Settings().max_bytes = 3  # type: ignore[misc]


@pytest.mark.parametrize("variable", ["RIWAYA_MAX_BYTES", "RIWAYA_PLUGINS"])
def test_every_variable_is_in_the_table(variable):
    assert f"| {variable} |" in (config.__doc__ or "")


def test_hosts_that_may_be_asked_are_named_with_their_port():
    assert load_settings({"RIWAYA_FETCH_ALLOW": " News.local:8080, [::1]:80,"}).fetch_allow == (
        "news.local:8080",
        "[::1]:80",
    )


@pytest.mark.parametrize("raw", ["news.local", "a:0", "a:99999", ":80", "a:x"])
def test_a_host_without_a_port_is_refused(raw):
    with pytest.raises(ConfigError, match="host:port"):
        load_settings({"RIWAYA_FETCH_ALLOW": raw})
