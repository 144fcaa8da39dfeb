"""Everything a site builder needs of a project: checked, run and rendered. Knows nothing of MkDocs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Any

from ..checks.registry import problems_of
from ..languages.merge import extracted
from ..languages.progress import progress
from ..languages.words import (
    ASKED_VIEW,
    CLOSED_NAME,
    FALLBACK,
    OUTDATED,
    PROBLEMS,
    READ_SOURCE,
    TASKS_OF,
    UNKNOWN_VIEW,
    UNTRANSLATED,
    Words,
    marked,
    read_words,
)
from ..pages.help import render
from ..pages.overviews import coverage_page, step_page, task_table, translation_page
from ..pages.problems import page as problem_page
from ..sources.pages import FrontMatter, PageMonikers, page_monikers, page_name, split_page_name
from ..sources.problems import Problem, SpecError
from ..spec.runner import Trace, run_all
from ..spec.spec import Spec
from .notices import below_title, note_of, parts_of, text_of, with_or_without_picker, zone_of

TASKS = "<!-- porspec: tasks -->"
_ALERTS = ("Note", "Tip", "Important", "Caution", "Warning", "Danger")


@dataclass(frozen=True)
class Publication:
    """A project's pages by file name (`<stem>.<tag>.md`), and what its languages and clouds are called.

    Whoever publishes knows a language by its `tag` (pt-BR), which the folders of the sources may spell pt_BR.
    `warnings` is what is wrong with hand-written pages, which can be built all the same.
    """

    spec: Spec
    pages: Mapping[str, str]
    words: Mapping[str, Words]
    warnings: tuple[Problem, ...]

    @property
    def languages(self) -> dict[str, str]:
        """The name of each language by its tag, the source language first."""
        return {self.tag(code): self.spec.config.language(code).name for code in self.spec.languages}

    def tag(self, code: str | None = None) -> str:
        """The tag of a language, or of the source language."""
        return self.spec.config.language(code or self.spec.source).tag

    def code(self, tag: str) -> str:
        """The folder of a language in the sources."""
        return next(code for code in self.spec.languages if self.tag(code) == tag)

    def say(self, tag: str, text: str, context: str) -> str:
        """A message of the configuration, in a language or else in the source language."""
        return self.spec.languages[self.code(tag)].say("help", text, context)

    def names(self, tag: str) -> dict[str, str]:
        """The name of each cloud in a language."""
        words = self.words[tag]
        named = {each: self.say(tag, each.name, "moniker") for each in self.spec.config.monikers.definitions}
        return {each.id: words(CLOSED_NAME, cloud=name) if each.retired else name for each, name in named.items()}

    def footer(self, tag: str) -> str:
        """What stands at the foot of every page."""
        text = self.spec.config.footer
        translated = self.spec.languages[self.code(tag)].text("help", text, "footer")
        return translated or marked(text, self.tag()) if text else ""

    def navigation(self, tag: str) -> dict[str, str]:
        """The titles of the navigation's sections, marked where they are not translated."""
        language = self.spec.languages[self.code(tag)]
        messages = [message for _, (_, _, message, _) in extracted(self.spec.config, "help")]
        sections = [message[1] for message in messages if message[0] == "navigation"]
        return {text: language.text("help", text, "navigation") or marked(text, self.tag()) for text in sections}

    def theme(self, tag: str) -> dict[str, Any]:
        """What the theme's templates show."""
        clouds = [
            {"id": moniker, "name": name, "lang": self._named_in(tag, moniker)}
            for moniker, name in self.names(tag).items()
        ]
        missing = [
            {
                "code": other,
                "text": its.shown("This page does not exist."),
                "home": its.shown("Go to the home page"),
                "closed": self._closures(other),
            }
            for other, its in self.words.items()
        ]
        label = self.words[tag].shown("Your cloud")
        unknown, known = (
            self.words[tag](each, asked="{asked}", cloud="{cloud}") for each in (UNKNOWN_VIEW, ASKED_VIEW)
        )
        return {
            "clouds": clouds,
            "label": label,
            "unknown": unknown,
            "known": known,
            "missing": missing,
            "tag": tag,
            "languages": list(self.languages),
        }

    def of(self, tag: str) -> dict[str, str]:
        """The pages of a language."""
        return {name: markdown for name, markdown in self.pages.items() if split_page_name(name, (tag,))[1]}

    def shared(self, tag: str) -> tuple[object, ...]:
        """What any page of a language may say besides its own text."""
        words = sorted(self.words[tag].texts.items())
        return self.theme(tag), self.footer(tag), self.navigation(tag), self.markdown(tag), words

    def _named_in(self, tag: str, moniker: str) -> str:
        """The language in which a cloud is named to the readers of a language."""
        name = self.spec.config.monikers[moniker].name
        return tag if self.spec.languages[self.code(tag)].text("help", name, "moniker") else self.tag()

    @property
    def out_of_scope(self) -> frozenset[str]:
        """The hand-written pages that no cloud has, by file name; they are not built."""
        found = (each.location.path for each in self.warnings if each.code == "moniker-range-out-of-scope")
        return frozenset(path.removeprefix(f"{self.spec.config.docs}/") for path in found)

    def clouds(self, name: str, meta: Mapping[str, Any]) -> PageMonikers:
        """The clouds of a page, by its file name and its front matter."""
        config = self.spec.config
        ranges = {} if name in self.pages else config.moniker_ranges
        return page_monikers(config.monikers, ranges, FrontMatter(f"{config.docs}/{name}", meta, {}))[0]

    def markdown(self, tag: str) -> dict[str, Any]:
        """The options of the Markdown extension."""
        words = self.words[tag]
        kinds = {title: "Caution" if title == "Danger" else title for title in _ALERTS}
        titles = {title: words(kind) for title, kind in kinds.items() if words.has(kind)}
        return {"monikers": self.spec.config.monikers, "names": self.names(tag), "titles": titles}

    def filled(self, markdown: str, tag: str, stems: Iterable[str]) -> str:
        """A hand-written page with the table of tasks where it asks for it; `stems` in the order of the navigation."""
        if TASKS not in markdown:
            return markdown
        known = [stem for stem in stems if stem in self.spec.features]
        return markdown.replace(TASKS, task_table(self.spec, self.code(tag), self.words[tag], known))

    def fallback(self, html: str, tag: str, shown: str) -> str:
        """A page of another language, which stands in for one that is not translated: marked, and it says so."""
        words = self.words[tag]
        before, title, body = parts_of(html)
        note = note_of("note", words.shown("Note"), words.in_language(FALLBACK, shown))
        marked_parts = [f'<div class="{UNTRANSLATED}" lang="{shown}">{part}</div>' for part in (before + title, body)]
        return note.join(marked_parts)

    def outdated(self, html: str, tag: str, address: str) -> str:
        """A translated page whose source page, at `address`, has changed since: it says so."""
        words, source = self.words[tag], self.tag()
        before, title, body = parts_of(html)
        link = f'<a href="{address}" hreflang="{source}">{words.in_language(READ_SOURCE, source)}</a>'
        text = f"{words.in_language(OUTDATED, source)}</p><p>{link}"
        return f"{before}{title}{note_of('note', words.shown('Note'), text)}{body}"

    def narrowed(self, html: str, page: PageMonikers, tag: str, home: str, stems: Iterable[str]) -> str:
        """A page's HTML, for the clouds of the page; the others are told that it is not about them.

        `home` leads from the page to the home page of its language; `stems` are in the order of the navigation.
        """
        monikers = self.spec.config.monikers
        clouds = monikers.in_order(page.monikers)
        if clouds == monikers.ids or not page.versioned:
            return html
        names, words = self.names(tag), self.words[tag]
        before, title, body = parts_of(html)
        parts = [zone_of(clouds, names, before) if before.strip() else "", title, zone_of(clouds, names, body)]
        ordered = list(stems)
        about = words.shown("It applies to {clouds}.", clouds=words.all_of(names[each] for each in clouds))
        for moniker in monikers.ids:
            if moniker not in clouds:
                not_about = words.shown("This page does not apply to {cloud}.", cloud=names[moniker])
                link = f'<a href="{home}">{words.shown("home page")}</a>'
                way_out = with_or_without_picker(
                    words.shown("Choose your cloud above, or go to the {home}.", home=link), words, home
                )
                note = note_of("important", words.shown("Important"), words.text([not_about, about, way_out]))
                note += (
                    f"<p>{words.shown(TASKS_OF, cloud=names[moniker])}</p>{self._tasks(moniker, tag, home, ordered)}"
                )
                parts.append(zone_of((moniker,), names, note))
        return "".join(parts)

    def closed(self, html: str, tag: str) -> str:
        """A page's HTML that says below its title which clouds are closed, to their readers, where it does not yet."""
        names, words = self.names(tag), self.words[tag]
        notes = "".join(
            zone_of((moniker,), names, note_of("important porspec-closed", words.shown("Important"), text))
            for moniker, text in self._closures(tag).items()
            if text_of(text) not in text_of(html)
        )
        return below_title(html, notes)

    def _closures(self, tag: str) -> dict[str, str]:
        """What is said of each cloud that is closed, as HTML."""
        closed = [each for each in self.spec.config.monikers.definitions if each.retired]
        said = {each: self.spec.languages[self.code(tag)].text("help", each.name, "moniker") for each in closed}
        names = {each: escape(text) if text else marked(escape(each.name), self.tag()) for each, text in said.items()}
        return {each.id: self.words[tag].closed(each, name) for each, name in names.items()}

    def _tasks(self, moniker: str, tag: str, home: str, stems: Sequence[str]) -> str:
        """Links to what a cloud has."""
        language = self.spec.languages[self.code(tag)]
        items = []
        ordered = [*(each for each in stems if each in self.spec.features), *self.spec.features]
        for stem in dict.fromkeys(ordered):
            feature = self.spec.feature(stem)
            name = feature.source.name
            if any(each.rule is None and moniker in each.monikers for each in feature.scenarios):
                title = language.text("features", name, "feature") or marked(escape(name), self.tag())
                items.append(f'<li><a href="{_below(home, stem)}">{title}</a></li>')
        return f"<ul>{''.join(items)}</ul>"

    def watched(self, root: Path) -> list[Path]:
        """The files and folders that a page can depend on, besides the hand-written pages."""
        config = self.spec.config
        return [root / each for each in (config.features, config.steps, config.locales, "pyproject.toml")]


def publish(root: Path, docs: str | None = None, *, renders: bool | None = None) -> Publication:
    """Check, run and render the project at `root`; raises SpecError where more is wrong than pages.

    `docs` and `renders` are those of the site that is built, where it is not that of mkdocs.yml.
    """
    spec, problems = problems_of(root, docs=docs, renders=renders)
    if any(each.is_error and not each.location.path.startswith(f"{spec.config.docs}/") for each in problems):
        raise SpecError(problems)
    return publication_of(spec, list(run_all(spec)), problems)


def publication_of(spec: Spec, traces: Sequence[Trace], warnings: Sequence[Problem] = ()) -> Publication:
    """Render a spec that ran; raises SpecError where a scenario failed, or where our words cannot be read."""
    words = {spec.config.language(code).tag: read_words(spec.config, code) for code in spec.languages}
    targets = [(code, tag) for code, tag in zip(spec.languages, words, strict=True) if code != spec.source]
    progresses = [progress(spec, code, words[tag]) for code, tag in targets]
    pages = {
        page_name(page.stem, tag): page.markdown
        for code, tag in zip(spec.languages, words, strict=True)
        for page in (
            *render(spec, traces, code, words[tag]),
            coverage_page(spec, traces, code, words[tag]),
            step_page(spec, code, words[tag]),
            translation_page(spec, progresses, tag, words[tag]),
            problem_page(read_words(spec.config, code, PROBLEMS)),
        )
    }
    return Publication(spec, pages, words, tuple(warnings))


def _below(home: str, stem: str) -> str:
    """The address of a page beside the home page: with directories, or with files where `home` is one."""
    folder, _, file = home.rpartition("/")
    if file.endswith(".html"):
        return f"{folder}/{stem}.html" if folder else f"{stem}.html"
    return f"{home.rstrip('/') or '.'}/{stem}/"
