"""The page of translations, until all import it from overviews."""

from .overviews import translation_page as page

__all__ = ["page"]
