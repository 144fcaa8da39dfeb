"""Tables of feature files, until all import them from features."""

from .features import below_lines, screen_width, table_lines

__all__ = ["below_lines", "screen_width", "table_lines"]
