"""A search index for each language: a reader finds, and downloads, nothing of another language.

Chinese sets no blanks between words: its index has a zero width space at each boundary, where the search splits.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

INDEX = Path("search") / "search_index.json"
_BOUNDARY = "\u200b"
_SEPARATOR = r"[\s\u200b\u3000\-、。，．？！；：（）“”]+"
_HAN = re.compile(r"[\u4e00-\u9fff]+")
_BASE = re.compile(r'("base":\s*")([^"]*)(")')


def read_index(site: Path) -> dict[str, Any]:
    """The index that the search plugin wrote last: that of the language built last."""
    return dict(json.loads((site / INDEX).read_text("utf-8")))


def write_indexes(site: Path, indexes: Mapping[str, dict[str, Any]], default: str) -> None:
    """Write each language's index below its own root, with locations relative to that root."""
    for code, index in indexes.items():
        prefix = "" if code == default else f"{code}/"
        docs = [
            {**doc, "location": doc["location"].removeprefix(prefix)}
            for doc in index["docs"]
            if doc["location"].startswith(prefix)
        ]
        config = {**index["config"], "lang": [code] if code in index["config"]["lang"] else ["en"]}
        if code.partition("-")[0] == "zh":
            docs = [{**doc, "title": segmented(doc["title"]), "text": segmented(doc["text"])} for doc in docs]
            config["separator"] = _SEPARATOR
        target = site / prefix / INDEX
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps({**index, "config": config, "docs": docs}, ensure_ascii=False), "utf-8")


def segmented(text: str) -> str:
    """The text with a zero width space between the words of each run of Chinese characters."""
    import rjieba

    return _HAN.sub(lambda run: _BOUNDARY.join(rjieba.cut(run[0])), text)


def with_root(html: str) -> str:
    """A page below a language's root, with its search at that root instead of the site's: one level less up."""
    return _BASE.sub(
        lambda match: match[1] + (match[2].removesuffix("..").rstrip("/") or ".") + match[3], html, count=1
    )
