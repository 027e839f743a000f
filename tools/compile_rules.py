"""Hook of the wheel's build: the rules as machine code, by mypyc. Off but with ``HATCH_BUILD_HOOKS_ENABLE=1``.

mypyc takes ``==`` of two records that it compiles for ``is``. Reading compares none of its own with another; what finds events
and compares accounts does, and the records of `riwaya.model` are compared everywhere, so that there a module that defines records
stays as it is. `tools.compiled` keeps nothing that
reads otherwise than its source.
"""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FOLDERS = ("model", "lang", "gazetteer", "stages/*")
_STAYS = re.compile(r"@cached_property|^class \w+\((dict|list|tuple)\b|\bcopy\(self\)|\bexec\(", re.MULTILINE)
"""What a native class cannot be or hold: lazy fields, kin of built-in types, a copy by `copy.copy`, code written as it runs."""
_RECORDS = re.compile(r"^@(record|dataclass)\b", re.MULTILINE)
_COMPARING = ("model", "cluster", "reconcile")
_AT_RELEASE = re.compile(r"lint\w*|build|\w+_(build|lint)")
"""Modules that run when packs and gazetteer are made or checked, not when pages are read."""
_SETUP = """\
from mypyc.build import mypycify
from setuptools import setup

options = ["--follow-imports=silent", "--ignore-missing-imports"]
setup(name="rules", packages=[], ext_modules=mypycify([*options, *{modules!r}], opt_level="2", multi_file=True))
"""
_CONSTANT = re.compile(r"_?[A-Z][A-Z0-9_]+")
_FUTURE = "from __future__ import annotations"
_BOUND = 1500
"""Seconds; one core takes two to four minutes."""


def find_rules(source: Path) -> list[str]:
    """Give the modules to compile, as paths within ``source``, sorted."""
    paths = [path for folder in FOLDERS for path in source.glob(f"riwaya/{folder}/*.py")]
    return sorted(
        path.relative_to(source).as_posix()
        for path in paths
        if path.name != "__init__.py"
        and not _AT_RELEASE.fullmatch(path.stem)
        and not _STAYS.search(text := path.read_text(encoding="utf8"))
        and not (path.parent.name in _COMPARING and _RECORDS.search(text))
    )


def say_final(text: str) -> str:
    """Say of each constant of a module that it is final.

    mypyc looks a module's names up in a dictionary at each use, but for final ones, which it keeps as the variables of C.
    """
    starts = [0, *accumulate(len(line.encode()) for line in text.splitlines(keepends=True))]
    source = text.encode()
    for node in reversed(ast.parse(text).body):
        for line, column, end_line, end_column, told in _changes(node, text):
            source = source[: starts[line - 1] + column] + told.encode() + source[starts[end_line - 1] + end_column :]
    return source.decode().replace(_FUTURE, f"{_FUTURE}; from typing import Final", 1)


def _changes(node: ast.stmt, text: str) -> Iterator[tuple[int, int, int, int, str]]:
    """Give where the source of a statement changes, and to what."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and _CONSTANT.fullmatch(node.target.id):
        yield (*_place(node.annotation), f"Final[{ast.get_source_segment(text, node.annotation)}]")
    if not isinstance(node, ast.Assign) or len(node.targets) != 1:
        return
    target, value = node.targets[0], node.value
    if isinstance(target, ast.Name) and _CONSTANT.fullmatch(target.id):
        yield (*_place(target), f"{target.id}: Final")
    elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple) and len(target.elts) == len(value.elts):
        segments = [[ast.get_source_segment(text, one) for one in side.elts] for side in (target, value)]
        yield (*_place(node), "; ".join(f"{name}: Final = ({told})" for name, told in zip(*segments, strict=True)))


def _place(node: ast.expr | ast.stmt) -> tuple[int, int, int, int]:
    return node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or node.col_offset


class CompileRules(BuildHookInterface[Any]):
    """Compiles in a copy, so that nothing lies beside the source that would run in its place."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Add the compiled modules to a wheel.

        Raises:
            RuntimeError: mypyc or the C compiler refused; with the end of what they said.
        """
        if version == "editable":
            return
        self._work = Path(mkdtemp(prefix="riwaya-rules-"))
        source = self._work / "src"
        shutil.copytree(Path(self.root) / "src", source, ignore=shutil.ignore_patterns("__pycache__", "static"))
        for module in find_rules(source):
            path = source / module
            path.write_text(say_final(path.read_text(encoding="utf8")), encoding="utf8")
        (self._work / "setup.py").write_text(_SETUP.format(modules=find_rules(source)), encoding="utf8")
        command = [sys.executable, str(self._work / "setup.py"), "build_ext", "--inplace", f"-j{os.cpu_count() or 1}"]
        env = os.environ | {"MYPYPATH": str(source)}
        ran = subprocess.run(command, cwd=source, env=env, capture_output=True, text=True, check=False, timeout=_BOUND)
        if ran.returncode:
            said = (line for line in (ran.stdout + ran.stderr).splitlines() if ": warning: " not in line)
            raise RuntimeError("the rules could not be compiled:\n" + "\n".join(said)[-3000:])
        built = [*source.glob("*.so"), *source.glob("riwaya/**/*.so")]  # not those under build/
        build_data["force_include"] |= {str(path): str(path.relative_to(source)) for path in built}
        build_data["pure_python"] = False
        build_data["infer_tag"] = True

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Remove the copy."""
        if version != "editable":
            shutil.rmtree(self._work, ignore_errors=True)
