"""Differences of languages, until all import them from bindings."""

from .bindings import BoundScenario, differences

program = BoundScenario.program

__all__ = ["differences", "program"]
