"""What modules of a steps package import."""

from .spec.definitions import Label, LabelType, given, then, when

__all__ = ["Label", "LabelType", "given", "then", "when"]
