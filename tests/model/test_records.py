from __future__ import annotations

import copy
import dataclasses
import pickle
from importlib import import_module
from pathlib import Path

import pytest

import riwaya.model
from riwaya.model.timex import Published
from tests.make import make_analysis, make_claim, make_document, make_told

FOLDER = Path(riwaya.model.__file__).parent
RECORDS = [
    record
    for path in sorted(FOLDER.glob("[!_]*.py"))
    for module in [import_module(f"riwaya.model.{path.stem}")]
    for record in vars(module).values()
    if dataclasses.is_dataclass(record) and isinstance(record, type) and record.__module__ == module.__name__
]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_a_record_is_frozen_and_slotted(record):
    assert record.__dataclass_params__.frozen
    assert "__slots__" in vars(record)


@pytest.mark.parametrize("make", [make_analysis, make_claim, make_document, make_told])
def test_a_record_survives_the_way_to_another_process(make):
    made = make()
    assert pickle.loads(pickle.dumps(made)) == made
    assert copy.deepcopy(made) == made


def test_a_stretch_of_days_is_not_one_day():
    day = make_document().published
    assert day.day == day.start
    later = dataclasses.replace(day, end=None)
    assert later.day is None
    assert Published(start=None, end=None, basis="unknown", why="").day is None
