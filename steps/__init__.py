"""The step definitions of the help on partners of record, and the world that they act on."""

from .labels import LABELS
from .links import link
from .world import new_world, snapshot

__all__ = ["LABELS", "link", "new_world", "snapshot"]
