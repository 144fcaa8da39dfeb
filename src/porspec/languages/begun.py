"""A feature that begins with what a page says: tasks as procedures, notes as rules, a TODO where somebody decides."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile
from textwrap import wrap

from ..markdown.reader import read_page
from ..sources.config import Config
from ..sources.features import table_lines
from ..sources.files import is_inside, read_source
from ..sources.locale import may_begin_line
from ..sources.monikers import Moniker, Monikers
from ..sources.pages import page_monikers, read_front_matter
from ..sources.problems import Location, Problem, SpecError
from .from_page import LABEL, Readers, Section, Step, Way, sections_of

_WIDTH = 110
_LONGEST_NAME = 90
_EVERYBODY = Monikers((Moniker("everybody", "", ""),))  # where a project has no monikers


def begun_from(config: Config, page: str) -> str:
    """The text of the feature that begins with what a page says, or one section of it, by its anchor behind #.

    Raises SpecError where the page cannot be read, or has no such heading.
    """
    config = config if config.monikers.ids else replace(config, monikers=_EVERYBODY)
    path, _, wanted = page.partition("#")
    file = config.root / path
    folder, name = (config.root, path) if is_inside(config.root, file) else (file.parent, file.name)
    text = read_source(folder, name, "docs-unreadable", is_markdown=True)
    matter, _ = read_front_matter(path, text)
    known, _ = page_monikers(config.monikers, config.moniker_ranges, matter)
    monikers = config.monikers.in_order(known.monikers) or config.monikers.ids
    sections = sections_of(read_page(path, text, config.monikers, known))
    if wanted:
        first = next((number for number, each in enumerate(sections) if each.anchor == wanted), None)
        if first is None:
            anchors = ", ".join(each.anchor for each in sections)
            message, remedy = f"The page has no heading with the anchor {wanted}", f"Give one of {anchors}."
            raise SpecError([Problem(Location(path), message, "docs-target", remedy)])
        level = sections[first].level
        own = takewhile(lambda each: each.level > level, sections[first + 1 :])
        sections = [sections[first], *own]
    dialect = config.language(config.source_language).dialect
    head = [] if dialect == "en" else [f"# language: {dialect}"]
    return "\n".join([*head, *Beginning(config, monikers, set()).feature(page, sections), ""])


@dataclass
class Beginning:
    """Writes the feature, in the words of Gherkin's that a language prefers; names stand in it once."""

    config: Config
    monikers: Sequence[str]  # of the page
    taken: set[str]

    @property
    def dialect(self) -> str:
        return self.config.language(self.config.source_language).dialect

    def _paragraphs(self, texts: Iterable[str], indent: str) -> Iterator[str]:
        """Paragraphs of a description, no line of which is read as Gherkin's."""
        for number, text in enumerate(texts):
            yield from [""] if number else []
            lines = _wrapped(text, indent)
            if not all(may_begin_line(line.split()[0], self.dialect) for line in lines):
                lines = [f"{indent}{'' if text.startswith('TODO') else 'TODO: '}{text}"]
            yield from lines

    @property
    def words(self) -> Mapping[str, str]:
        return self.config.language(self.config.source_language).keywords

    def feature(self, path: str, sections: Sequence[Section]) -> Iterator[str]:
        """The lines of the feature; the first section is the page's own."""
        first, *rest = sections
        decides = "A TODO is what somebody decides: which steps say it, who has the task, what proves a rule."
        yield from _comment(f"Begun from {path}. {decides} Remove what the feature is not to tell.", "")
        yield from self._tags(frozenset(self.monikers), frozenset(self.config.monikers.ids), "")
        yield f"{self.words['feature']}: {self._name(first.title or 'TODO: what the reader gets done')}"
        ways = first.ways(self.monikers)
        told = [text for text in ways[0].texts if all(text in way.texts for way in ways)] if ways else []
        yield from self._paragraphs(told or ["TODO: what the reader gets done here, and when."], "  ")
        words = self.words
        yield from ("", f"  {words['background']}:", f"    {words['given']} TODO: what holds before each scenario")
        procedures = [line for each in sections for line in self._procedures(each, told if each is first else ())]
        rules = [line for each in (first, *rest) for line in self._rules(each, told if each is first else ())]
        yield from procedures or ([] if rules else self._procedure(first, [Way(frozenset(self.monikers), (), ())], ()))
        yield from rules

    def _procedures(self, section: Section, told: Iterable[str]) -> Iterator[str]:
        procedures = section.procedures(self.monikers)
        for ways in procedures:
            yield from self._procedure(section, ways, told, is_only=len(procedures) == 1)

    def _rules(self, section: Section, told: Iterable[str]) -> Iterator[str]:
        """What a section tells without steps; and a rule for those who have nothing of its procedures."""
        if section.parts and all(_is_link(text) for _, text, _ in section.parts):
            yield from ("", f'  # "{section.title}" has links only: they are the ways on of [tool.porspec.next].')
            return
        ways = section.ways(self.monikers)
        for way in ways:
            texts = [each for each in way.texts if each not in told]
            if texts and not way.steps:
                yield from self._rule(section.title, way.monikers, texts)
        missing = frozenset(self.monikers) - section.monikers
        if missing and any(way.steps for way in ways):
            texts = ["TODO: the page says nothing of this here: what these readers do."]
            yield from self._rule(section.title, missing, texts)

    def _procedure(
        self, section: Section, ways: Sequence[Way], told: Iterable[str], *, is_only: bool = True
    ) -> Iterator[str]:
        monikers = frozenset().union(*(way.monikers for way in ways))
        columns = _columns(ways)
        title = section.title
        name = title if is_only else f"TODO: {title}, {_for(self._ordered(monikers))}"
        yield ""
        yield from self._tags(monikers, frozenset(self.monikers), "  ")
        yield f"  {self.words['scenario_outline' if columns else 'scenario']}: {self._name(name)}"
        yield from self._texts(ways, told)
        yield from self._steps(ways[0].steps, columns)
        for words, target, readers in section.links:
            if of := self._ordered(readers & monikers):
                yield f"    # {words}{'' if readers >= monikers else f', {_for(of)}'}: {target}"
        for way in ways if columns else ():
            yield ""
            yield from self._tags(way.monikers, frozenset(), "    ")
            yield f"    {self.words['examples']}:"
            rows = [list(columns.values()), [way.labels[at] for at in columns]]
            yield from (f"      {line}" for line in table_lines(rows))

    def _texts(self, ways: Sequence[Way], told: Iterable[str]) -> Iterator[str]:
        """What stands before the steps: for all of them as a description, for some as a comment."""
        shared = [text for text in ways[0].texts if text not in told and all(text in way.texts for way in ways)]
        if shared:
            yield from self._paragraphs(shared, "    ")
            yield ""
        for way in ways:
            for text in way.texts:
                if text not in (*shared, *told):
                    yield from _comment(f"Only {_for(self._ordered(way.monikers))}: {text}", "    ")

    def _steps(self, steps: Sequence[Step], columns: Mapping[int, str]) -> Iterator[str]:
        """The steps; what differs stands as the name of its column."""
        count, before = 0, ""
        for step in steps:
            parts = LABEL.split(step.text)
            for at in range(1, len(parts), 2):
                parts[at] = f'"<{columns[count]}>"' if count in columns else f'"{parts[at]}"'
                count += 1
            if step.kind == "aside":
                yield from _comment("".join(parts), "    ")
                continue
            yield f"    {self.words['and' if step.kind == before else step.kind]} TODO: {''.join(parts)}"
            before = step.kind
        if before != "then":
            yield f"    {self.words['then']} TODO: what the reader sees at the end"

    def _rule(self, title: str, monikers: Readers, texts: Sequence[str]) -> Iterator[str]:
        is_short = len(texts[0]) <= _LONGEST_NAME and "TODO" not in texts[0] and not set(texts[0]) & set("*[<`")
        name = texts[0].rstrip(".") if is_short else f"TODO: {title}"
        yield ""
        yield from self._tags(monikers, frozenset(self.monikers), "  ")
        yield f"  {self.words['rule']}: {self._name(name)}"
        yield from self._paragraphs(texts[is_short:], "    ")
        yield ""
        yield f"    {self.words['scenario']}: {self._name(f'TODO: a case that proves it, {title}')}"
        yield f"      {self.words['given']} TODO: what holds in this case"
        yield f"      {self.words['when']} TODO: what is done"
        yield f"      {self.words['then']} TODO: what is shown, or refused"

    def _tags(self, monikers: Readers, parent: Readers, indent: str) -> Iterator[str]:
        if monikers != parent:
            yield indent + " ".join(f"@{each}" for each in self._ordered(monikers))

    def _ordered(self, monikers: Readers) -> tuple[str, ...]:
        return self.config.monikers.in_order(monikers)

    def _name(self, name: str) -> str:
        """A name that no other scenario or rule has."""
        found = next(
            each for each in (name, *(f"{name} ({n})" for n in range(2, len(self.taken) + 3))) if each not in self.taken
        )
        self.taken.add(found)
        return found


def _columns(ways: Sequence[Way]) -> dict[int, str]:
    """The labels in which ways differ, by their places among all, each with the name of its column."""
    names = dict[int, str]()
    words = [word for step in ways[0].steps for word in _behind(step.text)]
    for at, labels in enumerate(zip(*(way.labels for way in ways), strict=True)):
        if len(set(labels)) > 1:
            base = words[at] or "value"
            taken = set(names.values())
            names[at] = next(
                each for each in (base, *(f"{base} {n}" for n in range(2, len(names) + 3))) if each not in taken
            )
    return names


def _behind(text: str) -> Iterator[str]:
    """The word behind each label, as "page" in `the "Billing" page`."""
    parts = LABEL.split(text)
    for rest in parts[2::2]:
        word = rest.split(maxsplit=1)[:1]
        yield word[0] if word and word[0].isalpha() and rest.startswith(" ") else ""


def _is_link(text: str) -> bool:
    return text.startswith("[") and text.endswith(")") and text.count("](") == 1


def _for(monikers: Iterable[str]) -> str:
    return f"for {', '.join(monikers)}"


def _wrapped(text: str, begin: str) -> list[str]:
    return wrap(
        text, _WIDTH, initial_indent=begin, subsequent_indent=begin, break_long_words=False, break_on_hyphens=False
    )


def _comment(text: str, indent: str) -> list[str]:
    return _wrapped(text, f"{indent}# ")
