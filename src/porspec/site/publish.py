"""Everything a site builder needs of a project that was loaded and runs: pages and words. Knows nothing of MkDocs."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import wraps
from itertools import groupby
from pathlib import Path
from posixpath import dirname
from typing import Any, TypeVar

from markupsafe import Markup

from ..languages.extract import extracted
from ..languages.progress import Progress, progress
from ..languages.words import Words, marked, read_words
from ..markdown.content import html_of, text_of
from ..markdown.zones import Zones
from ..pages.help import Edition, render
from ..pages.overviews import compare_page, coverage_page, problem_page, step_page, task_table, translation_page
from ..pages.runs import Runs
from ..pages.voice import Voice, closures
from ..sources.config import Config
from ..sources.dates import source_date, source_revision
from ..sources.locale import attributes_in, direction_of
from ..sources.monikers import Moniker
from ..sources.pages import (
    COMPARE,
    COVERAGE,
    PROBLEMS,
    STEPS,
    TRANSLATION,
    FrontMatter,
    PageMonikers,
    own_pages,
    page_monikers,
    page_name,
)
from ..sources.problems import Location
from ..spec.report import report
from ..spec.runner import Trace, run_all
from ..spec.spec import Spec, planned

_Said = TypeVar("_Said")
TASKS = "<!-- porspec: tasks -->"
_ALERTS = ("Note", "Tip", "Important", "Caution", "Warning", "Danger")


def _once(method: Callable[[Any, str], _Said]) -> Callable[[Any, str], _Said]:
    """The method of a publication that says the same of a language each time: it is asked for every page."""

    @wraps(method)
    def said(self: Any, tag: str) -> _Said:
        known = vars(self).setdefault("_said", {})
        key = (method.__name__, tag)
        if key not in known:
            known[key] = method(self, tag)
        found: _Said = known[key]
        return found

    return said


@dataclass(frozen=True)
class Publication:
    """A project's pages by file name (`<stem>.<tag>.md`), and what its languages and monikers are called.

    Whoever publishes knows a language by its `tag` (pt-BR), which the folders of the sources may spell pt_BR.
    """

    spec: Spec
    pages: Mapping[str, str]
    words: Mapping[str, Words]
    date: datetime | None = None  # of the sources, where it is known

    @property
    def languages(self) -> dict[str, str]:
        """The name of each language by its tag, the source language first."""
        return {self.tag(code): self.spec.config.language(code).name for code in self.spec.languages}

    def tag(self, code: str | None = None) -> str:
        """The tag of a language, or of the source language."""
        return self.spec.config.language(code or self.spec.source).tag

    @_once
    def lang(self, tag: str) -> str:
        """What browsers and search engines are told of a language, also of one that a page alone has."""
        return self.spec.config.language(tag).lang

    def code(self, tag: str) -> str:
        """The folder of a language in the sources."""
        return next(code for code in self.spec.languages if self.tag(code) == tag)

    def text(self, tag: str, text: str, context: str) -> str | None:
        """A message of the configuration in a language; None where it has none."""
        return self.spec.languages[self.code(tag)].text("help", text, context)

    def say(self, tag: str, text: str, context: str) -> str:
        """A message of the configuration, in a language or else in the source language."""
        return self.text(tag, text, context) or text

    def html(self, tag: str, text: str, context: str) -> Markup:
        """The same as HTML: a name, or the footer; marked in the source language."""
        said = self.text(tag, text, context)
        shown = html_of(said or text) if context == "footer" else Markup.escape(said or text)
        html = self.words[tag].named(shown, "help", text, context)
        return html if said else marked(html, self.lang(self.tag()), self.lang(tag))

    @_once
    def names(self, tag: str) -> dict[str, str]:
        """The name of each moniker in a language."""
        closed = self.words[tag]
        said = ((each, self.say(tag, each.name, "moniker")) for each in self.spec.config.monikers.definitions)
        return {each.id: closed("closed-name", moniker=name) if each.retired else name for each, name in said}

    def chosen(self, tag: str, moniker: Moniker) -> Markup:
        """What the picker calls a moniker, as HTML: a name in another language than the page's within words of this."""
        name = Markup.escape(self.say(tag, moniker.name, "moniker"))
        if tag != self.tag() and not self.text(tag, moniker.name, "moniker"):
            name = Markup(f"<span {attributes_in(self.lang(self.tag()), self.lang(tag))}>{name}</span>")  # noqa: S704
        return self.words[tag].html("closed-name", moniker=name) if moniker.retired else name

    @_once
    def footer(self, tag: str) -> Markup:
        """What stands at the foot of every page."""
        text = self.spec.config.footer
        return self.html(tag, text, "footer") if text else Markup()

    @_once
    def navigation(self, tag: str) -> dict[str, Markup]:
        """The titles of the navigation's sections, marked where they are not translated."""
        titles = [each.text for each in extracted(self.spec, "help") if each.context == "navigation"]
        return {title: self.html(tag, title, "navigation") for title in titles}

    @_once
    def theme(self, tag: str) -> dict[str, Any]:
        """What the theme's templates show."""
        names, definitions = self.names(tag), self.spec.config.monikers.definitions
        langs = {each: self.lang(each) for each in self.languages}
        return {
            "tag": tag,
            "names_messages": self.words[tag].names_messages,
            "langs": langs,
            "attributes": {each: Markup(attributes_in(lang, langs[tag])) for each, lang in langs.items()},  # noqa: S704
            "direction": direction_of(langs[tag]),
            "languages": list(self.languages),
            "words": self.words,
            "closures": {other: self.closures(other) for other in self.words},
            "names": names,
            "monikers": [
                {"id": each.id, "name": self.chosen(tag, each), "portals": each.hosts} for each in definitions
            ],
        }

    def shared(self, tag: str) -> tuple[object, ...]:
        """What any page of a language may say besides its own text."""
        return self.theme(tag), self.footer(tag), self.navigation(tag), self.markdown(tag)

    def tasks(self, tag: str) -> list[tuple[str, list[str], str | None]]:
        """What a page may list of the others: each feature, for whom it has steps, and its name where it has one."""
        language = self.spec.languages[self.code(tag)]
        bound = {stem: self.spec.feature(stem) for stem in self.spec.features}
        return [
            (stem, sorted(each.with_procedure), language.text("features", each.source.name, "feature"))
            for stem, each in bound.items()
        ]

    def monikers_of(self, name: str, meta: Mapping[str, Any]) -> PageMonikers:
        """The monikers of a page, by its file name and its front matter."""
        config = self.spec.config
        ranges = {} if name in self.pages else config.moniker_ranges
        return page_monikers(config.monikers, ranges, FrontMatter(f"{config.docs}/{name}", meta, {}))[0]

    @_once
    def markdown(self, tag: str) -> dict[str, Any]:
        """The options of the Markdown extension."""
        words = self.words[tag]
        kinds = {title: "Caution" if title == "Danger" else title for title in _ALERTS}
        titles = {title: words(kind) for title, kind in kinds.items() if words.has(kind)}
        listed = {"names": self.names(tag), "between": words.values(("", ""))}
        return {"monikers": self.spec.config.monikers, **listed, "titles": titles}

    @property
    def stems(self) -> list[str]:
        """The features in the order of the navigation, those that it has; all where it has none."""
        known = self.spec.features
        return [each for each in dict.fromkeys(self.spec.config.site.order) if each in known] or [*known]

    def filled(self, name: str, markdown: str, tag: str) -> str:
        """A hand-written page with the table of tasks where it asks for it."""
        if TASKS not in markdown or name in self.pages:
            return markdown
        return markdown.replace(TASKS, task_table(self.spec, self.words[tag], self.stems, dirname(name)))

    def with_closure(self, markdown: str, tag: str, moniker: str) -> str:
        """A page for one moniker that says, below its title, that this is closed; as it is where it says so itself."""
        note = next(closures(Voice(self.spec, self.words[tag]), Zones(self.spec, [moniker])), "")
        said = note.partition("\n> ")[2]
        if said in markdown or text_of(said) in " ".join(text_of(markdown).split()):
            return markdown
        title, _, rest = markdown.lstrip("\n").partition("\n")
        return f"{title}\n\n{note}\n\n{rest}" if title.startswith("# ") else f"{note}\n\n{markdown}"

    @_once
    def closures(self, tag: str) -> dict[str, Markup]:
        """What is said of each moniker that is closed."""
        closed, words = (each for each in self.spec.config.monikers.definitions if each.retired), self.words[tag]
        names = {each: self.html(tag, each.name, "moniker") for each in closed}
        return {each.id: words.html("closed", moniker=name, date=words.closed_on(each)) for each, name in names.items()}


def sources(config: Config) -> list[Path]:
    """The files and folders that a site depends on."""
    names = ("mkdocs.yml", "pyproject.toml", config.docs, config.features, config.steps, config.locales)
    return [path for path in (config.root / name for name in names) if path.exists()]


def publish(spec: Spec, *, prints: bool = False, names_messages: bool = False) -> Publication:
    """Run a spec, print the run where it is to, and render it; texts name their messages where they are to.

    Raises SpecError where a scenario fails, where our words cannot be read, or as `source_date` does.
    """
    root, site = spec.config.root, spec.config.site
    date = source_date(root)
    words = {code: read_words(spec.config, code, names_messages=names_messages) for code in spec.languages}
    edition = Edition(date, source_revision(root), site.order, site.edit)
    traces, rendered = _rendered(spec, words, edition, prints=prints)
    tags = {code: spec.config.language(code).tag for code in words}
    progresses = [progress(spec, code, its) for code, its in words.items() if code != spec.source]
    pages: dict[str, str] = {}
    for code, its in words.items():
        every = {stem: rendered[code][stem] for stem in spec.features} | own_texts(spec, traces, its, progresses)
        pages |= {page_name(stem, tags[code]): page for stem, page in every.items()}
    return Publication(spec, pages, {tags[code]: its for code, its in words.items()}, date)


def _rendered(
    spec: Spec, words: Mapping[str, Words], edition: Edition, *, prints: bool
) -> tuple[list[Trace], dict[str, dict[str, str]]]:
    """The traces of a spec that is run, without their steps, and the pages of its features by language and stem.

    Each feature's are written when it ran: the states of all of them would be most of the memory that a build takes.
    """
    rendered: dict[str, dict[str, str]] = {code: {} for code in words}
    bare = list[Trace]()

    def write(traces: list[Trace]) -> list[Trace]:
        if not any(each.problem for each in traces):
            stems = {each.variant.stem for each in traces}
            for code, its in words.items():
                rendered[code] |= render(spec, traces, its, edition, stems)
        ran = [replace(each, steps=(), fresh=None) for each in traces]
        bare.extend(ran)
        return ran

    if prints and spec.config.has_features:
        report(spec, run_all(spec), sum(1 for _ in planned(spec)), then=write)
    else:
        for _, found in groupby(run_all(spec), key=lambda each: each.variant.stem):
            write([*found])
    Runs.of(spec, bare)  # nothing is shown that did not run
    for code, its in words.items():
        rendered[code] |= render(spec, [], its, edition, spec.features.keys() - rendered[code].keys())
    return bare, rendered


def own_texts(spec: Spec, traces: Sequence[Trace], words: Words, progresses: Sequence[Progress]) -> dict[str, str]:
    """The pages of a language that are no feature's, by their stems."""
    meanings = read_words(spec.config, words.code, PROBLEMS, names_messages=words.names_messages)
    own = {TRANSLATION: translation_page(spec, progresses, words), PROBLEMS: problem_page(words, meanings)}
    if spec.config.has_features:
        own |= {COVERAGE: coverage_page(spec, traces, words), STEPS: step_page(spec, words.code, words)}
    if COMPARE in own_pages(spec.config.monikers, has_features=spec.config.has_features):
        own |= {COMPARE: compare_page(spec, traces, words)}
    return own


def asked(at: FrontMatter | None, matters: Mapping[str, FrontMatter], missing: str | None) -> Location:
    """Where a page asks for an icon, which all navigations show, or the page that was begun for its template."""
    icons = (each.place("icon") for each in matters.values() if f".icons/{each.values.get('icon')}.svg" == missing)
    return next(icons, at.place("template") if at else Location("mkdocs.yml"))
