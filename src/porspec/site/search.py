"""A search index for each language and cloud: a reader finds, and downloads, nothing of another one.

Chinese sets no blanks between words: its index has a zero width space at each boundary, where the search splits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..sources.locale import HAN

FOLDER = "search"
INDEX = Path(FOLDER) / "search_index.json"
_BOUNDARY = "\u200b"
_SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）“”]+"
_HAN = re.compile(f"[{HAN}]+")
_BASE = re.compile(r'("base":\s*")([^"]*)(")')


def write_index(site: Path, prefix: str, moniker: str, index: Mapping[str, Any]) -> None:
    """Write the index of a language and cloud below the language's root, with locations relative to that root.

    `prefix` is that root as a path that ends with a slash, empty for the site's own.
    """
    tag = prefix.rstrip("/")
    docs = [{**doc, "location": doc["location"].removeprefix(prefix)} for doc in index["docs"]]
    known = index["config"]["lang"]
    config = {**index["config"], "lang": [tag] if tag in known else ["en"] if tag else known[:1]}
    if tag.partition("-")[0] == "zh":
        docs = [{**doc, "title": segmented(doc["title"]), "text": segmented(doc["text"])} for doc in docs]
        config["separator"] = _SEPARATOR
    _write(site / prefix / FOLDER / f"{moniker}.json", {"config": config, "docs": docs})
    _write(site / prefix / INDEX, {"config": config, "docs": []})


def _write(target: Path, index: Mapping[str, Any]) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(index, ensure_ascii=False), "utf-8")


def segmented(text: str) -> str:
    """The text with a zero width space between the words of each run of Chinese characters."""
    import rjieba

    return _HAN.sub(lambda run: _BOUNDARY.join(rjieba.cut(run[0])), text)


def with_root(html: str) -> str:
    """A page below a language's root, with its search at that root instead of the site's: one level less up."""
    return _BASE.sub(
        lambda match: match[1] + (match[2].removesuffix("..").rstrip("/") or ".") + match[3], html, count=1
    )
