"""Checks of a spec and of hand-written pages: each yields Problems with the codes that its decorator names.

What comes in is a Spec; what goes out are Problems, and their formats for other programs. Imports `pages` and the rooms
before it.
"""
