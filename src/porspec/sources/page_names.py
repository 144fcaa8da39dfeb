"""The names of pages: those that the package renders besides the features'."""

from __future__ import annotations

COVERAGE, STEPS, TRANSLATION, PROBLEMS = "coverage", "steps", "translation", "problems"
OWN = (COVERAGE, STEPS, TRANSLATION, PROBLEMS)
