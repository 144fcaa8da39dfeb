"""The colours of the look can be read, by day and by night; and it fits both directions of scripts."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from porspec.site.templates import THEME

_LOOK = (THEME / "assets/porspec/look.css").read_text("utf-8")
_COLOURS = dict(re.findall(r"--porspec-([\w-]+): (#[0-9a-f]{6});", _LOOK))
# WCAG 1.4.3 for text of any size, and 1.4.11 for what shows the state of a control.
_TEXT, _CONTROL = 4.5, 3


def luminance(colour: str) -> float:
    """WCAG's relative luminance of #rrggbb."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(*colours: str) -> float:
    dark, light = sorted(map(luminance, colours))
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_wcags() -> None:
    assert (contrast("#000000", "#ffffff"), contrast("#777777", "#777777")) == (21, 1)
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


@pytest.mark.parametrize("night", ["", "dark-"])
@pytest.mark.parametrize("on", ["paper", "shade"])
@pytest.mark.parametrize("text", ["ink", "quiet", "accent", "closed"])
def test_each_text_can_be_read_on_each_ground(night: str, on: str, text: str) -> None:
    assert contrast(_COLOURS[night + text], _COLOURS[night + on]) >= _TEXT


@pytest.mark.parametrize("night", ["", "dark-"])
def test_what_is_chosen_differs_from_what_is_not(night: str) -> None:
    assert contrast(_COLOURS[f"{night}accent"], _COLOURS[f"{night}line"]) >= _CONTROL


def test_by_night_each_colour_has_another_value() -> None:
    by_day = {name for name in _COLOURS if not name.startswith("dark-")}
    assert {f"dark-{name}" for name in by_day} == _COLOURS.keys() - by_day
    assert all(_COLOURS[name] != _COLOURS[f"dark-{name}"] for name in by_day)


_SIDES = re.compile(r"(?:padding|margin|border)-(?:left|right)|(?:text-align|float): (?:left|right)")
_FOUR = re.compile(r"(?:padding|margin): [^\s;]+ ([^\s;]+) [^\s;]+ ([^\s;]+);")


@pytest.mark.parametrize("path", sorted(THEME.rglob("*.css")), ids=lambda path: path.name)
def test_a_style_names_a_side_only_where_it_is_of_one_direction(path: Path) -> None:
    lines = [line for line in path.read_text("utf-8").splitlines() if not line.startswith("[dir=")]
    four = [found for line in lines for found in _FOUR.finditer(line) if found[1] != found[2]]
    assert ([line for line in lines if _SIDES.search(line)], four) == ([], [])
