"""Take an edited feature of another language back into the source language and that language's catalogue.

Steps are bound and phrased again. A name or paragraph that is a known translation becomes its message; one that stands
where a message stood is that message's new translation; any other needs a text in the source language.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, repeat
from pathlib import Path
from typing import TypeVar

from ..sources.catalogues import po_path
from ..sources.config import Config, read_config
from ..sources.feature_files import stems
from ..sources.features import Element, Examples, Feature, Group, Rule, Scenario, paragraphs
from ..sources.locale import lines_of
from ..sources.problems import Location, Problem, SpecError
from ..spec.bindings import BoundFeature, differences
from ..spec.loader import Loader
from ..spec.spec import Spec, load_with_problems
from .extract import messages_of
from .feature_writer import MARK, FeatureWriter, is_as_written, signature, unsigned, write_features
from .merge import Message
from .sync import Plan, planned, skeleton

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
    chosen = _chosen(config := read_config(root), code, path)
    spec, found = load_with_problems(root, (config.source_language, code))
    problems = list(_in_the_way(spec, code, chosen, found))
    loader = Loader(spec.config, spec.catalogue, problems)
    edited = (loader.bind_text(text, stem, code) for stem, text in chosen.items())
    taken = [_Taken(spec, each, source_texts, problems, removes) for each in edited if each]
    for text in source_texts.keys() - {text for each in taken for text in each.used}:
        message = f'--source-text has "{text}", which is no new name or paragraph of these features'
        remedy = "Write it as the feature has it, a paragraph on one line; leave out what is not new."
        problems.append(Problem(Location(f"{config.features}/{code}"), message, "take-back", remedy))
    features = {**spec.features}
    for each in taken if not problems else ():
        if source := loader.bind_text(each.source, each.feature.stem, spec.source):
            features[each.feature.stem] = {spec.source: source}
    if problems:
        raise SpecError(problems)
    own = {each.feature.path for each in taken}
    translations = {message: text for each in taken for message, text in each.translations.items()}
    catalogue = po_path(config.locales, code, "features")
    result = planned(replace(spec, features=features), translations={catalogue: translations}, taken=own)
    errors = (each for each in result.problems if each.is_error)
    others = [each for each in errors if each.code not in _OF_OTHERS or each.location.path in own]
    if problems := [*others, *(problem for each in taken for problem in each.lost(result))]:
        raise SpecError(problems)
    return Plan({**result.files, **{each.source_path: each.source for each in taken}}, ())


def _chosen(config: Config, code: str, path: str | None) -> dict[str, str]:
    """The texts of the features to take back, by their stems."""
    folder = config.root / config.features / code
    if code not in config.targets:
        known, place = ", ".join(config.targets), Location(f"{config.features}/{code}")
        remedy = f"Give one of {known}." if known else "There is none yet: porspec new language CODE."
        raise SpecError([Problem(place, f'"{code}" is no language to take back from', "take-back", remedy)])
    if path is None:
        texts = {stem: config.feature_text(code, stem) for stem in stems(config, code)}
        return {stem: text for stem, text in texts.items() if not is_as_written(text, config, stem)}
    for target in ((Path.cwd() / path).resolve(), (config.root / path).resolve()):
        if target.is_relative_to(folder.resolve()) and target.suffix == ".feature" and target.is_file():
            stem = target.relative_to(folder.resolve()).with_suffix("").as_posix()
            return {stem: config.feature_text(code, stem)}
    remedy = f"Name a file of {config.features}/{code}."
    raise SpecError([Problem(Location(path), f"This is no feature in {code}", "take-back", remedy)])


def _in_the_way(spec: Spec, code: str, chosen: Mapping[str, str], found: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with the sources, but for the language itself and for features that are to be written anew; and
    features that would be written otherwise now: to take an edit of the old one back would undo what is newer.
    """
    config = spec.config
    anew = {config.feature_path(spec.source, stem) for stem in chosen}
    own = (f"{config.features}/{code}/", f"{config.locales}/{code}/")
    others = (each for each in found if each.code not in _OF_OTHERS and each.location.path not in anew)
    yield from (each for each in others if not each.location.path.startswith(own))
    only = {stem: each for stem, each in spec.features.items() if stem in chosen}
    now = dict(write_features(replace(spec, features=only), spec.languages[code], []))
    for stem, text in chosen.items():
        path, source = (config.feature_path(each, stem) for each in (code, spec.source))
        begun = None if stem in only or not (config.root / source).exists() else config.root / source
        if begun and begun.read_text("utf-8-sig", errors="replace") != skeleton(config, spec.source, stem):
            message = f"This file was edited and has problems: to take {path} back would undo the edit"
            remedy = "Finish this file and run porspec sync, or delete it and take the other one back."
            yield Problem(Location(source), message, "take-back", remedy)
        if now.get(path) and signature(text) != signature(now[path]):
            message = f"{source}, or the catalogue, has changed since this was written: taking it back would undo that"
            remedy = "Copy the file, delete it, run porspec sync, make the edit again, and then take it back."
            yield Problem(Location(path), message, "take-back", remedy)


class _Taken:
    """An edited feature, in the source language, and the translations that it brings."""

    def __init__(
        self, spec: Spec, edited: BoundFeature, source_texts: Mapping[str, str], problems: list[Problem], removes: bool
    ) -> None:
        self.spec, self.edited, self.source_texts, self.problems = spec, edited, source_texts, problems
        self.messages: dict[Message, list[str]] = {}  # of each text, in the order of its places
        self.translations: dict[Message, str] = {}
        self.used: set[str] = set()
        self.feature = feature = edited.source
        self.source_path = spec.config.feature_path(spec.source, feature.stem)
        self.old = spec.features.get(feature.stem, {}).get(spec.source)
        before = list(self.old.source.elements()) if self.old else []
        self.old_prose = set(_prose(self.old.source)) if self.old else set()
        self.known: dict[Message, list[str]] = {}
        for (context, msgid), message in spec.languages[feature.language].catalogues["features"].messages.items():
            self.known.setdefault((context, message.text or msgid), []).append(msgid)
        pairs = list(self._pairs())
        for element, counterpart in pairs:
            self._match(element, counterpart)
        kept = {id(counterpart) for _, counterpart in pairs}
        for each in before:
            if id(each) not in kept and not removes:
                lost = f'The {each.kind} "{each.name}" at {each.location} is missing here, and would be removed there'
                remedy = "Add --remove if it is to go from all languages; else write it here again."
                problems.append(Problem(feature.location, lost, "take-back", remedy))
        comments = dict(self._comments())
        # Descriptions that did not change stay line by line as the source has them.
        wrapped = {paragraphs(each.description): each.description for each in before if each.description.strip()}

        def say(text: str, context: str) -> str:
            return self.messages[context, text].pop(0)

        writer = FeatureWriter(edited, spec.config, spec.catalogue, spec.source, say, wrapped)
        lines = ((line, line.strip()) for line in lines_of("" if problems else unsigned(writer.write())))
        self.source = "".join(f"{line.replace(bare, comments.get(bare, bare))}\n" for line, bare in lines)

    def lost(self, result: Plan) -> Iterator[Problem]:
        """What the feature, written anew from the source, would say otherwise than the edited one."""
        feature, loader = self.feature, Loader(self.spec.config, self.spec.catalogue, [])
        again = loader.bind_text(result.files.get(feature.path) or "", feature.stem, feature.language)
        if again is None or _prose(again.source) != _prose(feature) or any(differences(self.edited, again)):
            reason = "written anew from the source language, it would not be the same"
            message = f"This feature cannot be taken back: {reason}"
            remedy = "Edit the source feature instead, or take smaller edits back one by one."
            yield Problem(feature.location, message, "take-back", remedy)

    # --- elements and their counterparts -------------------------------------------------------------------------

    def _pairs(self) -> Iterator[tuple[Element, Element | None]]:
        """Every element of the edited feature, with the one of the source that it stands for."""
        edited, old = self.edited, self.old
        programs = {id(each.source): each.program() for of in (edited, old) if of for each in of.scenarios}

        def is_same(one: Scenario, other: Scenario) -> bool:
            return programs[id(one)] == programs[id(other)]

        rules = _aligned(edited.source.rules, old.source.rules if old else (), self._is_named_as)
        groups: list[tuple[Group, Group | None]] = [(edited.source, old.source if old else None), *rules]
        for ours, theirs in groups:
            yield ours, theirs
            if ours.background:
                yield ours.background, theirs.background if theirs else None
            others = theirs.scenarios if theirs else ()
            for scenario, counterpart in _aligned(ours.scenarios, others, self._is_named_as, is_same):
                yield scenario, counterpart
                examples = chain(counterpart.examples if counterpart else (), repeat(None))
                yield from zip(scenario.examples, examples, strict=False)

    def _is_named_as(self, one: Rule | Scenario, other: Rule | Scenario) -> bool:
        return other.name in self.known.get((one.kind, one.name), (one.name,))

    def _match(self, element: Element, counterpart: Element | None) -> None:
        if element.name:
            self._take(element.kind, element.name, counterpart.name if counterpart else None, element.location)
        ours, theirs = (paragraphs(each.description) if each else () for each in (element, counterpart))
        new = [each for each in ours if ("description", each) not in self.known]
        told = {msgid for each in ours for msgid in self.known.get(("description", each), ())}
        free, left = [each for each in theirs if each not in told], list(theirs)
        anew = iter(free if len(free) == len(new) else ())
        for text in ours:
            known = self.known.get(("description", text))
            paired = next((each for each in left if each in known), None) if known else next(anew, None)
            left = [each for each in left if each != paired]
            self._take("description", text, paired, element.location)
        if isinstance(element, Examples) and element.header:
            for cell in element.header.cells:
                if ("column", cell) not in self.known and ("column", cell) not in self.old_prose:
                    self._lacks("column", cell, element.header.locations[0])

    def _take(self, context: str, text: str, counterpart: str | None, place: Location) -> None:
        """Decide which message a text is."""
        known = self.known.get((context, text), [])
        if context == "feature" and counterpart and counterpart not in known:
            known = []  # the title of another feature: this one keeps its own message
        message = text
        if known:
            message = counterpart if counterpart and counterpart in known else known[0]
        elif text in self.source_texts:
            self.used.add(text)
            message = self.source_texts[text]
            self.translations[context, message] = text
        elif counterpart:
            message = counterpart
            self.translations[context, message] = text
        elif (context, text) not in self.old_prose:
            self._lacks(context, text, place)
        self.messages.setdefault((context, text), []).append(message)

    def _lacks(self, context: str, text: str, place: Location) -> None:
        catalogue = po_path(self.spec.config.locales, self.feature.language, "features")
        option = "" if context == "column" else f'Give it with --source-text "{text}" "…", or a'
        remedy = f'{option or "A"}dd it to {catalogue}: msgctxt "{context}", msgid "…", msgstr "{text}".'
        message = f'"{text}" ({context}) is new, and has no text in {self.spec.source}'
        self.problems.append(Problem(place, message, "source-text-missing", remedy))

    def _comments(self) -> Iterator[tuple[str, str]]:
        """The comments that are new, each with what the source is to have: nobody translates a comment."""
        if not (self.spec.config.root / self.source_path).exists():
            return
        source = self.spec.config.feature_text(self.spec.source, self.feature.stem)
        known = {line.strip() for line in lines_of(source)}
        for number, line in enumerate(lines_of(self.feature.text), 1):
            text = line.strip()
            if text in known or not re.match(rf"#(?!\s*language\s*:|{MARK[1:]})", text):
                continue
            self.used.add(text)
            yield text, self.source_texts.get(text, text)
            if text not in self.source_texts:
                place = Location(self.feature.path, number, line.index("#") + 1)
                message = f'"{text}" is new, and comments are the same in all languages'
                remedy = f'Give it with --source-text "{text}" "# …" in {self.spec.source}, or remove it here.'
                self.problems.append(Problem(place, message, "source-text-missing", remedy))


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
    return [(each.context, each.text) for each in messages_of(feature)]
