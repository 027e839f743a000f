from __future__ import annotations

import json

from riwaya.cli.running import run
from riwaya.forms.schema import build_schema


def test_the_schema_is_printed_as_json(capsys):
    assert run(["schema", "analysis"]) == 0
    assert json.loads(capsys.readouterr().out) == build_schema("analysis")
