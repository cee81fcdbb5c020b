"""Many papers at once: samples, levels and their keys."""
