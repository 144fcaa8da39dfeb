"""Take an edited feature of another language back into the source language and that language's catalogue.

Steps are bound and phrased again. A name or paragraph that is a known translation becomes its message; one that stands
where a message stood is that message's new translation; any other needs a text in the source language.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from ..sources.catalogues import po_path
from ..sources.config import read_config
from ..sources.features import Element, Examples, Feature, Rule, Scenario, paragraphs
from ..sources.files import read_source
from ..sources.gherkin import lines_of
from ..sources.problems import Location, Problem, SpecError
from ..spec.bound import BoundFeature
from ..spec.differences import differences, program
from ..spec.loader import Loader
from ..spec.spec import Spec, load_with_problems
from .feature_writer import MARK, FeatureWriter, is_as_written, signature, unsigned, write_features
from .merge import Message
from .new import skeleton
from .sync import Plan, planned

# What is wrong with other features that were edited does not keep this one from being taken back.
_OF_OTHERS = frozenset({"feature-edited", "feature-missing"})
_T = TypeVar("_T", Rule, Scenario)


def take_back(
    root: Path, code: str, path: str | None, source_texts: Mapping[str, str], *, removes: bool = False
) -> Plan:
    """What taking a feature back would write; without `path`, all features of the language that were edited.

    `source_texts` has source texts for names, paragraphs and comments that are new, by the text as the feature has
    it; `removes` lets what a feature lacks be removed from the source. Raises SpecError with everything that cannot be
    taken back.
    """
    config = read_config(root)
    spec, found = load_with_problems(
        root, [each for each in config.all_languages if each in {config.source_language, code}]
    )
    chosen = _chosen(spec, code, path)
    problems = [*_of_source(spec, code, chosen, found), *_moved_on(spec, code, chosen)]
    edited = [_read(spec, code, each, problems) for each in chosen]
    taken = [_Taken(spec, each, source_texts, problems, removes) for each in edited if each is not None]
    problems += _not_new(spec, code, taken, source_texts)
    features = {**spec.features, **dict(_sources(spec, taken, problems))}
    if problems:
        raise SpecError(problems)
    own = {each.edited.source.path for each in taken}
    catalogue = po_path(config.locales, code, "features")
    translations = {message: text for each in taken for message, text in each.translations.items()}
    result = planned(replace(spec, features=features), translations={catalogue: translations}, taken=own)
    others = [each for each in result.problems if each.code not in _OF_OTHERS or each.location.path in own]
    if problems := [*others, *(problem for each in taken for problem in each.lost(spec, result))]:
        raise SpecError(problems)
    return Plan({**result.files, **{each.source_path: each.source for each in taken}}, ())


def _of_source(spec: Spec, code: str, chosen: Iterable[Path], found: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with the sources of the language, but for features that are to be written anew."""
    config = spec.config
    anew = {config.feature_path(spec.source, each.stem) for each in chosen}
    own = (f"{config.features}/{code}/", f"{config.locales}/{code}/")
    for each in found:
        if each.code not in _OF_OTHERS and each.location.path not in anew and not each.location.path.startswith(own):
            yield each


def _sources(
    spec: Spec, taken: Iterable[_Taken], problems: list[Problem]
) -> Iterator[tuple[str, dict[str, BoundFeature]]]:
    """The features as the source language will have them."""
    for each in taken if not problems else ():
        stem = each.edited.source.stem
        bound = Loader(spec.config, spec.catalogue, problems).bind_text(
            each.source, each.source_path, stem, spec.source
        )
        if bound:
            yield stem, {spec.source: bound}


def _chosen(spec: Spec, code: str, path: str | None) -> list[Path]:
    folder = spec.config.root / spec.config.features / code
    if code not in spec.config.targets:
        known = ", ".join(spec.config.targets)
        remedy = f"Give one of {known}." if known else "There is none yet: porspec new language CODE."
        place = Location(f"{spec.config.features}/{code}")
        raise SpecError([Problem(place, f'"{code}" is no language to take back from', "take-back", remedy)])
    if path is None:
        return [each for each in sorted(folder.glob("*.feature")) if not is_as_written(_text(spec, each), each.stem)]
    targets = ((Path.cwd() / path).resolve(), (spec.config.root / path).resolve())
    target = next((each for each in targets if each.parent == folder.resolve() and each.is_file()), None)
    if target is None:
        remedy = f"Name a file of {spec.config.features}/{code}."
        raise SpecError([Problem(Location(path), f"This is no feature in {code}", "take-back", remedy)])
    return [folder / target.name]


def _moved_on(spec: Spec, code: str, paths: Iterable[Path]) -> Iterator[Problem]:
    """Features that would be written otherwise now: to take an edit of the old one back would undo what is newer."""
    now = {path: text for path, text in write_features(spec, spec.languages[code], []) if text}
    for path in paths:
        relative = path.relative_to(spec.config.root).as_posix()
        source = spec.config.feature_path(spec.source, path.stem)
        if path.stem not in spec.features and _is_begun(spec, path.stem):
            yield Problem(
                Location(source),
                f"This file was edited and has problems: to take {relative} back would undo the edit",
                "take-back",
                "Finish this file and run porspec sync, or delete it and take the other one back.",
            )
        written, edited = now.get(relative), _text(spec, path)
        if written and signature(edited) != signature(written):
            yield Problem(
                Location(relative),
                f"{source}, or the catalogue, has changed since this file was written: taking it back would undo that",
                "take-back",
                "Copy the file, delete it, run porspec sync, make the edit again, and then take it back.",
            )


def _is_begun(spec: Spec, stem: str) -> bool:
    """Whether there is a source file that is more than the skeleton of a new feature."""
    path = spec.config.root / spec.config.feature_path(spec.source, stem)
    return path.exists() and path.read_text("utf-8-sig", errors="replace") != skeleton(spec.config, spec.source, stem)


def _read(spec: Spec, code: str, path: Path, problems: list[Problem]) -> BoundFeature | None:
    relative = path.relative_to(spec.config.root).as_posix()
    return Loader(spec.config, spec.catalogue, problems).bind_text(_text(spec, path), relative, path.stem, code)


def _not_new(spec: Spec, code: str, taken: Iterable[_Taken], source_texts: Mapping[str, str]) -> Iterator[Problem]:
    """Source texts that nobody needs: what they are for is no new name or paragraph of an edited feature."""
    used = {text for each in taken for text in each.used}
    for text in source_texts:
        if text not in used:
            yield Problem(
                Location(f"{spec.config.features}/{code}"),
                f'--source-text has "{text}", which is no new name or paragraph of these features',
                "take-back",
                "Write it as the feature has it, a paragraph on one line; leave out what is not new.",
            )


def _text(spec: Spec, path: Path) -> str:
    return read_source(spec.config.root, path.relative_to(spec.config.root).as_posix(), "feature-syntax")


@dataclass
class _Taken:
    """An edited feature, in the source language, and the translations that it brings."""

    spec: Spec
    edited: BoundFeature
    source_texts: Mapping[str, str]
    problems: list[Problem]
    removes: bool
    messages: dict[Message, str] = field(default_factory=dict)
    translations: dict[Message, str] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        stem, code = self.edited.source.stem, self.edited.source.language
        self.source_path = self.spec.config.feature_path(self.spec.source, stem)
        self.old = self.spec.features[stem].get(self.spec.source) if stem in self.spec.features else None
        catalogue = self.spec.languages[code].catalogues["features"].messages
        self.known: dict[Message, list[str]] = {}
        for (context, msgid), message in catalogue.items():
            self.known.setdefault((context or "", message.text or msgid), []).append(msgid)
        pairs = list(self._pairs())
        for element, counterpart in pairs:
            self._match(element, counterpart)
        if self.old and not self.removes:
            kept = {id(counterpart) for _, counterpart in pairs}
            self._refuse(each for each in self.old.source.elements() if id(each) not in kept)
        comments = dict(self._comments())
        writer = FeatureWriter(
            self.edited, self.spec.config, self.spec.catalogue, self.spec.source, self._say, self._wrapped()
        )
        lines = lines_of("" if self.problems else unsigned(writer.write()))
        self.source = "".join(
            f"{line.replace(line.strip(), comments.get(line.strip(), line.strip()))}\n" for line in lines
        )

    def lost(self, spec: Spec, planned: Plan) -> Iterator[Problem]:
        """What the feature, written anew from the source, would say otherwise than the edited one."""
        path = self.edited.source.path
        problems: list[Problem] = []
        loader = Loader(spec.config, spec.catalogue, problems)
        feature = self.edited.source
        again = loader.bind_text(planned.files.get(path) or "", path, feature.stem, feature.language)
        if again is None or list(differences(self.edited, again)) or _prose(again.source) != _prose(feature):
            yield Problem(
                feature.location,
                "This feature cannot be taken back: written anew from the source language, it would not be the same",
                "take-back",
                "Edit the source feature instead, or take smaller edits back one by one.",
            )

    # --- elements and their counterparts -------------------------------------------------------------------------

    def _pairs(self) -> Iterator[tuple[Element, Element | None]]:
        """Every element of the edited feature, with the one of the source that it stands for."""
        edited, old = self.edited, self.old
        yield edited.source, old.source if old else None
        rules = _aligned(edited.source.rules, old.source.rules if old else (), self._is_named_as)
        yield from rules
        pairs: list[tuple[Feature | Rule, Feature | Rule | None]] = [
            (edited.source, old.source if old else None),
            *rules,
        ]
        for ours, theirs in pairs:
            if ours.background:
                yield ours.background, theirs.background if theirs else None
        bound = {id(each.source): each for each in (*edited.scenarios, *(old.scenarios if old else ()))}

        def is_same(one: Scenario, other: Scenario) -> bool:
            return program(bound[id(one)]) == program(bound[id(other)])

        groups = [(edited.source.scenarios, old.source.scenarios if old else ())]
        groups += [(rule.scenarios, other.scenarios if isinstance(other, Rule) else ()) for rule, other in rules]
        for scenarios, counterparts in groups:
            for scenario, counterpart in _aligned(scenarios, counterparts, self._is_named_as, is_same):
                yield scenario, counterpart
                others = counterpart.examples if counterpart else ()
                for index, examples in enumerate(scenario.examples):
                    yield examples, others[index] if index < len(others) else None

    def _is_named_as(self, one: Rule | Scenario, other: Rule | Scenario) -> bool:
        return other.name in self.known.get((one.kind, one.name), (one.name,))

    def _match(self, element: Element, counterpart: Element | None) -> None:
        context = element.kind
        if element.name:
            self._take(context, element.name, counterpart.name if counterpart else None, element.location)
        ours = paragraphs(element.description)
        theirs = paragraphs(counterpart.description) if counterpart else ()
        new = [each for each in ours if ("description", each) not in self.known]
        told = {msgid for each in ours for msgid in self.known.get(("description", each), ())}
        free = [each for each in theirs if each not in told]
        for index, text in enumerate(ours):
            paired = free[new.index(text)] if text in new and len(new) == len(free) else None
            paired = theirs[index] if text not in new and index < len(theirs) else paired
            self._take("description", text, paired, element.location)
        if isinstance(element, Examples) and element.header:
            for cell in element.header.cells:
                if ("column", cell) not in self.known and ("column", cell) not in self._old_prose():
                    self._lacks("column", cell, element.header.locations[0])

    def _take(self, context: str, text: str, counterpart: str | None, place: Location) -> None:
        """Decide which message a text is."""
        known = self.known.get((context, text), [])
        if context == "feature" and counterpart and counterpart not in known:
            known = []  # the title of another feature: this one keeps its own message
        if known:
            self.messages[context, text] = counterpart if counterpart in known and counterpart else known[0]
        elif text in self.source_texts:
            self.used.add(text)
            self.messages[context, text] = self.source_texts[text]
            self.translations[context, self.source_texts[text]] = text
        elif counterpart:
            self.messages[context, text] = counterpart
            self.translations[context, counterpart] = text
        elif (context, text) not in self._old_prose():
            self._lacks(context, text, place)

    def _lacks(self, context: str, text: str, place: Location) -> None:
        catalogue = po_path(self.spec.config.locales, self.edited.source.language, "features")
        option = "" if context == "column" else f'Give it with --source-text "{text}" "…", or a'
        remedy = f'{option or "A"}dd it to {catalogue}: msgctxt "{context}", msgid "…", msgstr "{text}".'
        message = f'"{text}" ({context}) is new, and has no text in {self.spec.source}'
        self.problems.append(Problem(place, message, "source-text-missing", remedy))

    def _refuse(self, gone: Iterable[Element]) -> None:
        """Say what the source has and the edited feature lacks."""
        for each in gone:
            message = f'The {each.kind} "{each.name}" at {each.location} is missing here: it would be removed there too'
            remedy = "Add --remove if it is to go from all languages; else write it here again."
            self.problems.append(Problem(self.edited.source.location, message, "take-back", remedy))

    def _comments(self) -> Iterator[tuple[str, str]]:
        """The comments that are new, each with what the source is to have: nobody translates a comment."""
        source = self.spec.config.root / self.source_path
        if not source.exists():
            return
        known = {line.strip() for line in lines_of(_text(self.spec, source))}
        for number, line in enumerate(lines_of(self.edited.source.text), 1):
            text = line.strip()
            if (
                not text.startswith("#")
                or text in known
                or text.startswith(MARK)
                or re.match(r"#\s*language\s*:", text)
            ):
                continue
            if text in self.source_texts:
                self.used.add(text)
                yield text, self.source_texts[text]
            else:
                place = Location(self.edited.source.path, number, line.index("#") + 1)
                message = f'"{text}" is new, and comments are the same in all languages'
                remedy = f'Give it with --source-text "{text}" "# …" in {self.spec.source}, or remove it here.'
                self.problems.append(Problem(place, message, "source-text-missing", remedy))

    def _old_prose(self) -> set[Message]:
        """What the source says today: it stands in the edited feature where it is not translated."""
        return set(_prose(self.old.source)) if self.old else set()

    def _say(self, text: str, context: str) -> str:
        return self.messages.get((context, text), text)

    def _wrapped(self) -> dict[tuple[str, ...], str]:
        """The source's descriptions, line by line as they are, by their paragraphs."""
        elements = self.old.source.elements() if self.old else ()
        return {paragraphs(each.description): each.description for each in elements if each.description.strip()}


def _aligned(ours: Sequence[_T], theirs: Sequence[_T], *same: Callable[[_T, _T], bool]) -> list[tuple[_T, _T | None]]:
    """Each of ours with one of theirs: by the tests in their order, then what is left by place, if as many are left."""
    found: dict[int, _T] = {}
    free = list(theirs)
    for test in same:
        for index, one in enumerate(ours):
            match = next((other for other in free if index not in found and test(one, other)), None)
            if match is not None:
                found[index] = match
                free.remove(match)
    rest = [index for index in range(len(ours)) if index not in found]
    if len(rest) == len(free):
        found |= dict(zip(rest, free, strict=True))
    return [(one, found.get(index)) for index, one in enumerate(ours)]


def _prose(feature: Feature) -> list[Message]:
    """Every name and paragraph of a feature, in order, with its context."""
    return [message for element in feature.elements() for message in _told(element)]


def _told(element: Element) -> Iterable[Message]:
    if element.name:
        yield element.kind, element.name
    for paragraph in paragraphs(element.description):
        yield "description", paragraph
    if isinstance(element, Examples) and element.header:
        yield from (("column", cell) for cell in element.header.cells)
