"""The pages behind the help: what was tested, every step, what is translated, what problems mean; a table of tasks.

Each is data, in order, and a template in Docs Markdown.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markdown.extensions.toc import unique

from ..languages.places import readers_of
from ..languages.progress import Gap, Progress
from ..languages.words import UNTRANSLATED, Words
from ..markdown.content import Markdown, as_code, escape, fenced, link_to, markdown_of
from ..markdown.zones import Zones, anchor
from ..sources.features import KINDS
from ..sources.locale import attributes_in
from ..sources.pages import BEHIND, COMPARE, COVERAGE, PROBLEMS, STEPS, TESTERS, TRANSLATION, front_matter
from ..sources.problems import registry
from ..spec.invariants import Invariant
from ..spec.patterns import split_at_placeholders
from ..spec.runner import Trace
from ..spec.spec import Spec
from .comparison import compared
from .runs import Runs
from .steps import Entry, entries, type_of
from .voice import Voice, folded, page_at, seen_at

_ALWAYS = "always"  # the kind of what is always true, where steps have theirs


def task_table(spec: Spec, words: Words, stems: Iterable[str], folder: str = "") -> str:
    """A table of tasks by moniker, in Markdown, for a page in a folder: each cell a link to the steps, or to why there
    are none; a list where there is one moniker.

    A moniker has a task where a procedure ran for it. The cells of a moniker are for its readers.
    """
    voice, monikers = Voice(spec, words, folder=folder), spec.config.monikers.ids
    if not spec.config.monikers.are_several:
        return "\n".join(f"- {voice.link(stem)}" for stem in stems)
    rows = [[words.shown("Task"), *map(voice.moniker, monikers)]]
    for stem in stems:
        bound = spec.feature(stem)
        steps, why = (voice.link(stem, words.shown(word)) for word in ("Steps", "Explanation"))
        others = {moniker: why if moniker in bound.monikers else words.shown("Not described") for moniker in monikers}
        cells = others | dict.fromkeys(bound.with_procedure, steps)
        rows.append([voice.link(stem), *cells.values()])
    marks = ["", *(f' {{: data-moniker="{moniker}" }}' for moniker in monikers)]
    lines = ["".join(f"| {cell}{mark} " for cell, mark in zip(row, marks, strict=True)) + "|" for row in rows]
    return "\n".join([lines[0], f"|{' --- |' * len(marks)}", *lines[1:]])


def coverage_page(spec: Spec, traces: Sequence[Trace], words: Words) -> str:
    """The page that names every scenario and the monikers it ran for; raises SpecError where one failed."""
    ran, voice, monikers = Runs.of(spec, traces).traces, Voice(spec, words), spec.config.monikers.ids
    features: dict[str, list[tuple[str, list[int]]]] = {}
    for stem in spec.features:
        features[stem] = []
        for number, scenario in enumerate(spec.feature(stem).scenarios):
            found = [variant.moniker for variant in spec.variants_of(stem, number) if variant in ran]
            features[stem].append((voice.scenario(scenario), list(map(found.count, monikers))))
    are_several = spec.config.monikers.are_several
    names = list(map(voice.moniker, monikers)) if are_several else [words.shown("Result")]
    assumed = {stem: list(_assumed(voice, words, stem)) for stem in features}
    always = [voice.say("steps", each.pattern, _ALWAYS) for each in spec.world.always]
    said = {"voice": voice, "features": features, "names": names, "assumed": assumed, "always": always}
    intro = "coverage-intro" if are_several else "coverage-all"
    return _page(COVERAGE, words, "What was tested", intro, source=spec.source, **said)


def _assumed(voice: Voice, words: Words, stem: str) -> Iterator[Markdown]:
    """What a feature assumes, by the names: a rule with a link, and what holds for some monikers only with these."""
    bound = voice.spec.feature(stem)
    for element, monikers in bound.assumptions:
        name = voice.say("features", element.name, element.kind)
        readers = voice.spec.config.monikers.in_order(monikers)
        name = link_to(seen_at(voice.spec, stem, readers, element.name), name) if element.kind == "rule" else name
        known = Markdown(words.all_of(map(voice.moniker, readers)))
        yield name if monikers == bound.monikers else words.shown("assumed-for", name=name, monikers=known)


def compare_page(spec: Spec, traces: Sequence[Trace], words: Words) -> str:
    """The page that has every task in every moniker, side by side; raises SpecError where a scenario failed."""
    parts = map(Markdown, compared(Voice(spec, words), Runs.of(spec, traces)))
    return _page(COMPARE, words, "Compare versions", "compare-intro", source=spec.source, parts=parts)


def translation_page(spec: Spec, progresses: Sequence[Progress], words: Words) -> str:
    """The page that says what is translated; names of languages are marked on the pages of others."""
    languages = {code: spec.config.language(code) for code in (spec.source, *(each.code for each in progresses))}
    around = {code: attributes_in(each.lang, words.lang) for code, each in languages.items()}
    named = {
        code: Markdown(name if code == words.code else f"<span {around[code]}>{name}</span>")
        for code, each in languages.items()
        for name in (escape(each.name),)
    }
    anchors = _step_anchors(spec)
    gaps = {
        each.code: [(gap, _linked(spec, gap, anchors, around[spec.source])) for gap in each.gaps] for each in progresses
    }
    return _page(
        TRANSLATION,
        words,
        "Translation",
        "translation-intro",
        source=spec.source,
        tags={code: each.tag for code, each in languages.items()},
        named=named,
        progresses=progresses,
        code=words.code,
        gaps=gaps,
        links={stem: link_to(page_at(stem), escape(stem)) for stem in spec.features},
    )


def _linked(spec: Spec, gap: Gap, anchors: Mapping[tuple[str | None, str], str], attributes: str) -> Markdown:
    """The text of a message that is missing, with a link to where it stands; `attributes` are those of its language,
    `anchors` those of steps.

    A pattern stands on the page of steps, all else of a scenario on the page of its feature, for one of its readers.
    What a page lacks as a whole is told by the page.
    """
    text = Markdown(f"<span {attributes}>{escape(gap.text)}</span>")
    if gap.page:
        return link_to(page_at(gap.page), text)
    if gap.domain == "steps":
        return link_to(f"{STEPS}.md#{anchors[gap.context, gap.text]}", text)
    if not gap.places:
        return text
    place = gap.places[0]
    readers = spec.config.monikers.in_order(readers_of(spec, place))
    return link_to(seen_at(spec, place.stem, readers, place.name), text)


def problem_page(words: Words, meanings: Words) -> str:
    """The page that explains the codes of problems; `meanings` are the words of the domain problems."""
    codes, said = registry().codes.values(), registry().page
    texts = {}
    for code in codes:
        notes = [said["warning"]] * (code.severity == "warning") + [said["needed"]] * code.needed
        texts[code] = Markdown(meanings.text(map(meanings.shown, (code.text, *notes))))
    sections = [
        (name, section, {each: texts[each] for each in codes if each.about == name})
        for name, section in registry().sections.items()
    ]
    page = _made(PROBLEMS, meanings, said["title"], said["description"], said=said, sections=sections)
    return _announced(page, words, "incomplete" if meanings.texts else "fallback", "en")


def _page(stem: str, words: Words, title: str, intro: str, *, source: str, **values: object) -> str:
    """A page from the template of its name, which says where a part of it is in the source language."""
    made = _made(stem, words, title, intro, source=source, **values)
    return _announced(made, words, "incomplete", source)


def _announced(page: str, words: Words, notice: str, shown: str) -> str:
    """A page with a notice below its title where any of it is not in the language of its readers."""
    if UNTRANSLATED not in page:
        return page
    before, heading, after = page.partition("\n# ")
    title, body = after.split("\n", 1)
    said = words.shown(notice, language=words.language_in(notice, shown))
    return f"{before}{heading}{title}\n\n{said}\n{{: .porspec-incomplete }}\n{body}"


def _made(stem: str, words: Words, title: str, intro: str, **values: object) -> str:
    """A page from the template of its name; those behind the help are for testers and translators."""
    language = {} if words.has(title) else {"title_language": "en"}
    whose = {TESTERS: True} if stem in BEHIND else {}
    head = Markdown(front_matter({"title": words(title), "description": words(intro), **language, **whose}))
    return _templates().get_template(f"{stem}.md").render(front=head, shown=words.shown, intro=intro, **values)


@cache
def _templates() -> Environment:
    loader = PackageLoader("porspec.pages")
    made = Environment(  # noqa: S701 - what a template gives is Markdown, and what is not is escaped
        loader=loader,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        undefined=StrictUndefined,
        finalize=lambda value: value if isinstance(value, Markdown) else escape(str(value)),
    )
    made.filters |= {"raw": Markdown, "code": as_code, "fenced": lambda *code: Markdown(fenced(*code))}
    return made


# --- the step catalogue ------------------------------------------------------------------------------------------


def _step_anchors(spec: Spec) -> dict[tuple[str | None, str], str]:
    """The anchor of each step, and of what is always true, on the page of steps, by its kind and pattern."""
    taken, definitions = {"step-catalogue", _ALWAYS, *KINDS}, spec.catalogue.definitions.values()
    ordered = sorted(definitions, key=lambda each: KINDS.index(each.kind))
    keys: list[tuple[str, str]] = [(each.kind, each.pattern) for each in ordered]
    keys += [(_ALWAYS, each.pattern) for each in spec.world.always]
    return {(kind, pattern): unique(anchor(f"{kind} {pattern}"), taken) for kind, pattern in keys}


def step_page(spec: Spec, code: str, words: Words) -> str:
    """Every step: a section by kind, and in it a heading with an anchor for each definition.

    What a step tells readers is that of each moniker.
    """
    writer = _StepWriter(spec, code, words)
    found = sorted(entries(spec), key=lambda each: KINDS.index(each.definition.kind))
    anchors = _step_anchors(spec)
    written = [writer.entry(each, anchors[each.definition.kind, each.definition.pattern]) for each in found]
    unused = [f"[{each['heading']}](#{each['anchor']})" for each in written if not each["is_used"]]
    sections = [(kind, list(group)) for kind, group in groupby(written, key=lambda each: each["kind"])]
    keywords = spec.config.language(code).keywords
    listed = Markdown(words.values(unused))
    said = words.shown("unused-steps", steps=listed) if unused else words.shown("Every step is used.")
    always = [writer.always(each, anchors[_ALWAYS, each.pattern]) for each in spec.world.always]
    parts = {"sections": sections, "keywords": keywords, "always": always}
    return _page(STEPS, words, "Step catalogue", "steps-intro", source=spec.source, unused=said, **parts)


class _StepWriter:
    """Says what the page has of a step, in one language."""

    def __init__(self, spec: Spec, code: str, words: Words) -> None:
        self.spec, self.code, self.words, self.voice = spec, code, words, Voice(spec, words)
        self.zones = Zones(spec, spec.config.monikers.ids)

    def always(self, invariant: Invariant, name: str) -> Mapping[str, object]:
        place = as_code(f"{invariant.location.path}:{invariant.location.line}")
        said = self.voice.say("steps", invariant.pattern, _ALWAYS)
        return {"heading": said, "anchor": name, "defined": self.words.shown("defined", place=place)}

    def entry(self, entry: Entry, name: str) -> Mapping[str, object]:
        definition, is_source = entry.definition, self.code == self.spec.source
        own = entry.patterns.get(self.code)  # else the heading is a step as the source's features have it
        texts = {"in-source": entry.patterns[self.spec.source] if own and not is_source else "", "in-code": entry.doc}
        attributes = attributes_in(self.voice.source_lang, self.voice.lang)
        around = ("", "") if is_source else (f"<span {attributes}>", "</span>")
        facts = [
            self.words.shown("argument", name=as_code(each.name), type=type_of(each, self.words, self.words.shown))
            for each in definition.parameters
        ]
        place = as_code(f"{definition.location.path}:{definition.location.line}")
        coded = _coded(own or entry.patterns[self.spec.source])
        heading = self.voice.named(coded, "steps", definition.pattern, definition.kind)
        return {
            "kind": definition.kind,
            "anchor": name,
            "is_used": entry.is_used,
            "heading": heading if own else self.voice.marked(heading),
            "in_source": [self._captioned(word, _coded(text).join(around)) for word, text in texts.items() if text],
            "told": Markdown(
                self.zones.paragraphs({each: self._told(entry, each) for each in self.spec.config.monikers.ids})
            ),
            "facts": [*facts, self.words.shown("defined", place=place)],
            "uses": self._uses(entry),
        }

    def _captioned(self, word: str, text: str) -> Markdown:
        """A text in the source language, told to be that where the page is in another one."""
        if self.code == self.spec.source:
            return Markdown(text)
        return self.words.shown(word, text=Markdown(text), language=self.words.language_in(word, self.spec.source))

    def _told(self, entry: Entry, moniker: str) -> Markdown:
        """What a step tells the readers of a moniker; its placeholders are code."""
        says = entry.definition.says_in(moniker)
        if not says:
            return self.words.shown("No text for readers.")
        placeholders = {each.name: as_code(f"{{{each.name}}}") for each in entry.definition.parameters}
        return self.words.shown("for-readers", text=self.voice.saying(says, entry.definition.kind, placeholders))

    def _uses(self, entry: Entry) -> Markdown:
        """The uses in the features of this language, folded; in the source's where it has not got the feature."""
        of_source, own = (
            {
                self.spec.config.stem(code, path): list(places)
                for path, places in groupby(entry.uses(code), key=lambda each: each.path)
            }
            for code in (self.spec.source, self.code)
        )
        items = []
        uses = sorted({**of_source, **own}.items())
        for stem, (first, *others) in uses:
            lines = self.words.values([as_code(f"{first.path}:{first.line}"), *(str(each.line) for each in others)])
            items.append(f"- {self.voice.link(stem)} {lines}")
        if not items:
            return self.words.shown("No scenario uses this step.")
        return folded(self.words, "uses", "\n".join(items), count=str(sum(len(each) for _, each in uses)))


def _coded(text: str) -> Markdown:
    """A pattern with its placeholders as code."""
    parts = enumerate(split_at_placeholders(text))
    values = {f"_{number}": as_code(part) if number % 2 else part for number, part in parts}
    return markdown_of("".join(f"{{{name}}}" for name in values), values)
