"""One module for each shape, with one record. `riwaya.export.registry` lists them."""
