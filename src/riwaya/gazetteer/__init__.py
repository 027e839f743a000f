"""Where things are: places by their Arabic names, built from GeoNames and curated for the conflict press."""
