"""The page of steps, until all import it from overviews."""

from .overviews import step_page as page

__all__ = ["page"]
