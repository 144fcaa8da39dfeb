"""Draws the pictures that stand beside the site's address where somebody shares it: one for each language, committed.

`make social` writes docs/assets/social.<tag>.png: what the site is called and what it is about, in the site's look.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from markupsafe import escape
from mkdocs.config.base import load_config
from playwright.sync_api import ViewportSize, sync_playwright

from porspec.site.publish import publish
from tests.conftest import REPOSITORY, required, this_spec

_SIZE = ViewportSize(width=1200, height=630)  # what Open Graph's readers cut nothing off
_PAGE = """<!doctype html>
<html lang="{lang}"><meta charset="utf-8"><style>
body {{ margin: 0; padding: 88px 96px; box-sizing: border-box; width: 1200px; height: 630px; color: #1d2421;
    background: #fbfaf7; border-left: 24px solid #0b5f5a; font: 36px/1.4 "DejaVu Sans", "Noto Sans CJK SC", sans-serif;
    display: grid; align-content: space-between }}
h1 {{ margin: 0 0 32px; font-size: 58px; line-height: 1.2; color: #0b5f5a }}
p {{ margin: 0 }}
ul {{ margin: 0; padding: 0; list-style: none; font-size: 26px }}
li::before {{ content: ""; display: inline-block; width: .7em; height: .7em; margin-right: .6em; background: #0b5f5a }}
li:nth-child(3n + 1)::before {{ border-radius: 50% }}
li:nth-child(3n)::before {{ transform: rotate(45deg) scale(.85) }}
</style><div><h1>{title}</h1><p>{about}</p></div><ul>{clouds}</ul></html>"""


def draw() -> None:
    """Draw the picture of each language."""
    publication = publish(this_spec())
    config = load_config(str(REPOSITORY / "mkdocs.yml"))
    with sync_playwright() as playwright:
        executable = shutil.which("chromium-headless-shell") or required("chromium", "chromium-headless-shell")
        browser = playwright.chromium.launch(executable_path=executable, args=["--no-sandbox"])
        page = browser.new_page(viewport=_SIZE)
        for tag in publication.languages:
            said = (publication.say(tag, str(each), "site") for each in (config.site_name, config.site_description))
            title, about = map(escape, said)
            clouds = "".join(f"<li>{escape(name)}</li>" for name in publication.names(tag).values())
            page.set_content(_PAGE.format(lang=publication.lang(tag), title=title, about=about, clouds=clouds))
            path = Path(REPOSITORY, "docs", "assets", f"social.{tag}.png")
            page.screenshot(path=path)
            print(f"wrote {path.relative_to(REPOSITORY)}")
        browser.close()


if __name__ == "__main__":
    draw()
