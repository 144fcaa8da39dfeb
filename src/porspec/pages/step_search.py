"""Finding steps, until all import it from steps."""

from .steps import find

__all__ = ["find"]
