"""Broken and hostile files: made here, the same each time."""
