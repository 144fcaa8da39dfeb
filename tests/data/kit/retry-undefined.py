"""The kit's retry-undefined needs no definitions."""
