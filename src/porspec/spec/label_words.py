"""What labels are called, beside the ids that a reference implementation speaks in: for whoever reads what failed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from .catalogue import StepCatalogue

_ID = re.compile(r"\b[a-z_]\w*\.\w+\b")


def with_labels(text: str, catalogue: StepCatalogue, language: str) -> str:
    """A text with the label behind each id in it: button.submit "Submit"."""

    def called(match: re.Match[str]) -> str:
        return f'{match[0]} "{catalogue.label(match[0], language)}"' if match[0] in catalogue.labels else match[0]

    return _ID.sub(called, text)


def labelled(data: Any, catalogue: StepCatalogue, language: str) -> Any:
    """Plain data with the label behind each id in its texts."""
    match data:
        case str():
            return with_labels(data, catalogue, language)
        case Mapping():
            return {key: labelled(each, catalogue, language) for key, each in data.items()}
        case list() | tuple():
            return [labelled(each, catalogue, language) for each in data]
        case _:
            return data
