"""Everything a site builder needs of a project: checked, run and rendered. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from .checks import DOCS, problems_of
from .page_monikers import FrontMatter, PageMonikers, page_monikers
from .problems import Problem, SpecError
from .render import render, task_table
from .runner import run_all
from .spec import Spec
from .words import Words, read_words
from .zone_blocks import cloud_label, zone_attributes

TASKS = "<!-- porspec: tasks -->"
_ALERTS = ("Note", "Tip", "Important", "Caution", "Warning", "Danger")


@dataclass(frozen=True)
class Publication:
    """A project's pages by file name (`<stem>.<language>.md`), and what its languages and clouds are called.

    `warnings` is what is wrong with hand-written pages, which can be built all the same.
    """

    spec: Spec
    pages: Mapping[str, str]
    words: Mapping[str, Words]
    warnings: tuple[Problem, ...]

    @property
    def languages(self) -> dict[str, str]:
        """The name of each language, the source language first."""
        return {code: self.spec.config.language(code).name for code in self.spec.languages}

    def names(self, code: str) -> dict[str, str]:
        """The name of each cloud in a language."""
        language = self.spec.languages[code]
        closed = f" ({self.words[code]('closed')})"
        return {
            each.id: language.say("help", each.name, "moniker") + (closed if each.retired else "")
            for each in self.spec.config.monikers.definitions
        }

    def footer(self, code: str) -> str:
        """What stands at the foot of every page."""
        text = self.spec.config.footer
        return self.spec.languages[code].say("help", text, "footer") if text else ""

    def theme(self, code: str) -> dict[str, Any]:
        """What the theme's templates show."""
        words, names = self.words[code], self.names(code)
        clouds = [{"id": moniker, "name": name} for moniker, name in names.items()]
        missing = [
            {"code": other, "text": its("This page does not exist."), "home": its("Go to the home page")}
            for other, its in self.words.items()
        ]
        return {"clouds": clouds, "label": words("Your cloud"), "missing": missing, "languages": list(self.languages)}

    @property
    def out_of_scope(self) -> frozenset[str]:
        """The hand-written pages that no cloud has, by file name; they are not built."""
        found = (each.location.path for each in self.warnings if each.code == "moniker-range-out-of-scope")
        return frozenset(path.removeprefix(f"{DOCS}/") for path in found)

    def clouds(self, name: str, meta: Mapping[str, Any]) -> PageMonikers:
        """The clouds of a page, by its file name and its front matter."""
        config = self.spec.config
        ranges = {} if name in self.pages else config.moniker_ranges
        return page_monikers(config.monikers, ranges, FrontMatter(f"{DOCS}/{name}", meta, {}))[0]

    def markdown(self, code: str) -> dict[str, Any]:
        """The options of the Markdown extension."""
        words = self.words[code]
        titles = {title: words("Caution" if title == "Danger" else title) for title in _ALERTS}
        return {"monikers": self.spec.config.monikers, "names": self.names(code), "titles": titles}

    def filled(self, markdown: str, code: str, stems: Iterable[str]) -> str:
        """A hand-written page with the table of tasks where it asks for it; `stems` in the order of the navigation."""
        if TASKS not in markdown:
            return markdown
        known = [stem for stem in stems if stem in self.spec.features]
        return markdown.replace(TASKS, task_table(self.spec, code, self.words[code], known))

    def narrowed(self, html: str, page: PageMonikers, code: str) -> str:
        """A page's HTML, for the clouds of the page; the others are told that it is not about them."""
        monikers = self.spec.config.monikers
        clouds = monikers.in_order(page.monikers)
        if clouds == monikers.ids or not page.versioned:
            return html
        names, words = self.names(code), self.words[code]
        head, end, body = html.partition("</h1>")
        parts = [head, end, _zone(clouds, names, body)]
        about = words("It applies to {clouds}.", clouds=words.all_of(names[each] for each in clouds))
        for moniker in monikers.ids:
            if moniker not in clouds:
                not_about = words("This page does not apply to {cloud}.", cloud=names[moniker])
                way_out = words(
                    "Choose your cloud above, or go to the {home}.", home=f'<a href="..">{words("home page")}</a>'
                )
                note = (
                    f'<div class="admonition important"><p class="admonition-title">{words("Important")}</p>'
                    f"<p>{not_about} {about} {way_out}</p></div>"
                )
                parts.append(_zone((moniker,), names, note))
        return "".join(parts)

    def watched(self, root: Path) -> list[Path]:
        """The files and folders that a page can depend on, besides the hand-written pages."""
        config = self.spec.config
        return [root / each for each in (config.features, config.steps, config.locales, "pyproject.toml")]


def publish(root: Path) -> Publication:
    """Check, run and render the project at `root`; raises SpecError where more is wrong than hand-written pages."""
    spec, problems = problems_of(root)
    if any(not each.location.path.startswith(f"{DOCS}/") for each in problems):
        raise SpecError(problems)
    traces = list(run_all(spec))
    words = {code: read_words(spec.config, code) for code in spec.languages}
    pages = {
        f"{page.stem}.{code}.md": page.markdown
        for code in spec.languages
        for page in render(spec, traces, code, words[code])
    }
    return Publication(spec, pages, words, problems)


def _zone(clouds: tuple[str, ...], names: Mapping[str, str], body: str) -> str:
    attributes = " ".join(f'{key}="{value}"' for key, value in zone_attributes(clouds).items())
    label = cloud_label("p", clouds, names)
    return f'<div {attributes}><p class="{label.get("class")}">{label.text}</p>{body}</div>'
