"""Any file into text with places, behind a guard against hostile ones."""
