"""What is incomplete, until all import it from misread."""

from .misread import incomplete as lacking

__all__ = ["lacking"]
