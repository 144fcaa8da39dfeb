"""Bound features, until all import them from bindings."""

from .bindings import BoundFeature, BoundRow, BoundScenario

__all__ = ["BoundFeature", "BoundRow", "BoundScenario"]
