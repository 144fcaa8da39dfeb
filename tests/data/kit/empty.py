"""The kit's empty needs no definitions."""
