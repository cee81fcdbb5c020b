"""Where things are kept: the shelf, dossiers, briefs, presets and safe files."""
