"""Give the ledger out: tables that researchers' own code reads, every cell with the words behind it.

>>> import riwaya
>>> from riwaya import export
>>> with riwaya.open("riwaya.db") as ledger:  # doctest: +SKIP
...     export.write_file(ledger.view, "ucdp-ged", "events.csv")
"""

from riwaya.export.checking import Check, verify_export
from riwaya.export.external import SCHEMES, ExternalIds, load_external
from riwaya.export.manifest import Manifest, load_manifest, manifest_path
from riwaya.export.options import Options, Wanted
from riwaya.export.redaction import load_profiles
from riwaya.export.registry import NAMES, find_shape, load_shapes
from riwaya.export.tracing import Cell, Trace, parse_cell, trace_cell
from riwaya.export.writing import write, write_file

__all__ = [
    "NAMES",
    "SCHEMES",
    "Cell",
    "Check",
    "ExternalIds",
    "Manifest",
    "Options",
    "Trace",
    "Wanted",
    "find_shape",
    "load_external",
    "load_manifest",
    "load_profiles",
    "load_shapes",
    "manifest_path",
    "parse_cell",
    "trace_cell",
    "verify_export",
    "write",
    "write_file",
]
