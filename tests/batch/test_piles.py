"""Piles: values in a file, given back by number."""

from __future__ import annotations

from pathlib import Path

import pytest

from riwaya.batch.piles import Pile, Piles, PileWriter

VALUES: list[object] = ["ألف", ("باء", 2), b"", {"c": [1, 2, 3]}, None]


def write(folder: Path, values: list[object]) -> Path:
    """Give the file of a pile."""
    with PileWriter(folder) as pile:
        assert [pile.append(one) for one in values] == list(range(len(values)))
    return folder / pile.name


def test_each_value_comes_back_by_its_number(tmp_path: Path) -> None:
    pile: Pile[object] = Pile(write(tmp_path, VALUES))
    assert len(pile) == len(VALUES)
    assert [pile[at] for at in reversed(range(len(VALUES)))] == VALUES[::-1]
    pile.close()


def test_a_pile_may_be_empty(tmp_path: Path) -> None:
    pile: Pile[object] = Pile(write(tmp_path, []))
    assert len(pile) == 0
    pile.close()


def test_piles_are_one_list_with_few_files_open(tmp_path: Path) -> None:
    parts = [[f"{shard}-{at}" for at in range(3)] for shard in range(5)]
    paths = [write(tmp_path, list(part)) for part in parts]
    piles: Piles[str] = Piles(paths, [0, 3, 6, 9, 12], at_hand=2, open_files=2)
    assert [piles[at] for at in (14, 0, 7, 0, 14, 3)] == ["4-2", "0-0", "2-1", "0-0", "4-2", "1-0"]
    piles.close()


def test_a_file_cut_short_is_an_error_and_no_value(tmp_path: Path) -> None:
    path = write(tmp_path, VALUES)
    pile: Pile[object] = Pile(path)
    path.write_bytes(path.read_bytes()[:3])
    with pytest.raises(EOFError, match="ends before byte"):
        _ = pile[3]
    pile.close()
