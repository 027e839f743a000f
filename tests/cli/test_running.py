from __future__ import annotations

import subprocess
import sys

import click
import pytest

from riwaya.cli.commands import commands
from riwaya.cli.running import run
from riwaya.errors import InternalError


@pytest.mark.parametrize("name", commands.list_commands(click.Context(commands)))
def test_every_command_says_what_it_does(name, capsys):
    assert run([name, "--help"]) == 0
    assert f"Usage: riwaya {name}" in capsys.readouterr().out
    command = commands.get_command(click.Context(commands), name)
    assert command is not None
    assert command.help


def test_without_a_command_there_is_help(capsys):
    assert run([]) in (0, 2)
    out, err = capsys.readouterr()
    assert "analyze" in out + err


@pytest.mark.parametrize("arguments", [["nonsense"], ["analyze"], ["analyze", "x", "--format", "xml"], ["--what"]])
def test_wrong_usage_is_two_and_no_traceback(arguments, capsys):
    assert run(arguments) == 2
    out, err = capsys.readouterr()
    assert (out, "Usage:" in err, "Traceback" in err) == ("", True, False)


def test_the_version_is_data(capsys):
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("riwaya 0.")


@pytest.mark.usefixtures("stub_reader")
def test_a_bug_is_one_sentence_and_a_traceback_only_on_request(tmp_path, capsys):
    (tmp_path / "page.txt").write_bytes(b"break")
    assert run(["analyze", str(tmp_path / "page.txt")]) == InternalError.exit_code
    err = capsys.readouterr().err
    assert err.startswith("RW900: ZeroDivisionError: a bug in two lines.")
    assert "Traceback" not in err
    assert run(["--debug", "analyze", str(tmp_path / "page.txt")]) == InternalError.exit_code
    assert "Traceback" in capsys.readouterr().err


def test_a_stop_from_the_keyboard_is_130(monkeypatch, capsys):
    def stop(*_args, **_rest):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "main", stop)
    assert run([]) == 130
    assert capsys.readouterr().err == "Stopped.\n"


def test_a_reader_that_has_enough_is_no_error():
    code = f"{sys.executable} -m riwaya schema analysis | head -c 10 >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() in {"0", "141"}
    assert done.stderr == ""


def test_help_loads_neither_the_reader_nor_the_table():
    code = (
        "import sys; from riwaya.cli.running import run; run(['analyze', '--help']);"
        "print(sorted({'rich.table', 'pydantic', 'trafilatura', 'yaml', 'riwaya.pipeline'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_python_m_riwaya_is_riwaya():
    done = subprocess.run([sys.executable, "-m", "riwaya", "--version"], capture_output=True, text=True, check=True)
    assert done.stdout.startswith("riwaya ")
