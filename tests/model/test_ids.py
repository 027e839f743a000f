from __future__ import annotations

import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from riwaya.model.ids import content_id


def test_parts_are_kept_apart():
    assert content_id("clm", "a", "bc") != content_id("clm", "ab", "c")


@given(st.lists(st.text(st.characters()), max_size=4))
def test_an_id_is_a_prefix_and_sixteen_digits_and_the_same_every_time(parts):
    made = content_id("doc", *parts)
    assert made == content_id("doc", *parts)
    assert len(made) == 20
    assert made.startswith("doc_")


def test_another_process_gives_the_same_id():
    code = "from riwaya.model.ids import content_id; print(content_id('evt', 'نار', 3))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == content_id("evt", "نار", 3)
