"""A paper becomes findings: format, evidence, own words, overlap."""
