"""What modules of a steps package import."""

from .spec.definitions import Label, LabelType, always, given, then, when

__all__ = ["Label", "LabelType", "always", "given", "then", "when"]
