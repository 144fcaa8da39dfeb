"""What porspec takes from here: a world for each scenario, what to show of it, and the labels."""

from .labels import LABELS
from .world import new_world, snapshot

__all__ = ["LABELS", "new_world", "snapshot"]
