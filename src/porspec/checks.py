"""Checks of a loaded spec: each is a generator of Problems, and its docstring is its help."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

from .catalogue import PATH_SEPARATOR
from .glossary import Term, in_catalogues, in_text, read_glossary
from .locales import DOMAINS, Language
from .page_monikers import page_monikers, read_front_matter
from .page_problems import reference_problems, zone_problems
from .patterns import fields, normal
from .po_files import extracted
from .po_files import untranslated as untranslated_messages
from .problems import Location, Problem, SpecError
from .render import COVERAGE
from .spec import Spec, load_with_problems
from .sync import plan

DOCS = "docs"
Check = Callable[[Spec], Iterator[Problem]]
CHECKS: dict[str, Check] = {}

_BOLD = re.compile(r"\*\*(.+?)\*\*")
_LINK = re.compile(r"\]\(([^)]*)\)")


def check(function: Check) -> Check:
    """Register a check under its name with hyphens, which is also the code of its problems."""
    CHECKS[function.__name__.replace("_", "-")] = function
    return function


def problems_of(root: Path) -> tuple[Spec, tuple[Problem, ...]]:
    """The spec and everything that is wrong with it: what loading found, or else what the checks and sync find.

    Raises SpecError where nothing could be loaded.
    """
    spec, problems = load_with_problems(root)
    readable = not any(_is_below(problem, spec.config.features, spec.source) for problem in problems)
    problems += [problem for each in FIRST if readable or each is not untranslated for problem in each(spec)]
    if not problems:
        problems = [problem for each in CHECKS.values() if each not in FIRST for problem in each(spec)]
        problems += _stale_features(spec)
    return spec, tuple(sorted(set(_causes(spec, problems))))


def _causes(spec: Spec, problems: list[Problem]) -> Iterator[Problem]:
    """Problems without those that follow from them: features of a language whose catalogues are wrong."""
    wrong = [code for code in spec.languages if any(_is_below(each, spec.config.locales, code) for each in problems)]
    for problem in problems:
        if not any(_is_below(problem, spec.config.features, code) for code in wrong):
            yield problem


def _is_below(problem: Problem, folder: str, code: str) -> bool:
    return problem.location.path.startswith(f"{folder}/{code}/")


def checked(root: Path) -> Spec:
    """The spec of a project without problems; raises SpecError with all of them."""
    spec, problems = problems_of(root)
    if problems:
        raise SpecError(problems)
    return spec


def _targets(spec: Spec) -> Iterator[Language]:
    return (language for language in spec.languages.values() if not language.is_source)


@check
def definition_unused(spec: Spec) -> Iterator[Problem]:
    """Every step definition is used by a scenario.

    Bad: a definition that no feature uses any more, whose translations rot.
    Good: remove it, or write the scenario that needs it.
    """
    used = {
        (binding.kind, binding.pattern)
        for stem in spec.features
        for scenario in spec.feature(stem).scenarios
        for binding in scenario.bindings
    }
    for key, definition in spec.catalogue.definitions.items():
        if key not in used:
            yield Problem(
                definition.location,
                f'No scenario uses the {definition.kind} step "{definition.pattern}"',
                "definition-unused",
                "Remove it, or use it.",
            )


@check
def step_ambiguous(spec: Spec) -> Iterator[Problem]:
    """No two patterns of a kind read the same in any language, whatever their arguments.

    Bad: 'I select "{tab}"' and 'I select "{button}"': the same words around the quotes.
    Good: 'I select the tab "{tab}"' and 'I select the button "{button}"'.
    """
    for language in spec.languages.values():
        for one, other in spec.catalogue.clashes(language.code):
            place = other.location if language.is_source else language.location("steps", other.pattern, other.kind)
            yield Problem(
                place,
                f'In {language.code}, "{other.pattern}" reads like "{one.pattern}" ({one.location})',
                "step-ambiguous",
                "Change one of the two patterns, or its translation.",
            )


@check
def label_ambiguous(spec: Spec) -> Iterator[Problem]:
    """Labels that one argument can name have different texts in every language.

    Bad: two buttons that are both called "Verwijderen", in an argument that takes buttons.
    Good: two texts, or two arguments of different kinds.
    """
    types = {parameter.label for each in spec.catalogue.definitions.values() for parameter in each.parameters}
    for language in spec.languages.values():
        for one, other in combinations(spec.catalogue.labels.values(), 2):
            kinds = {one.id.split(".")[0], other.id.split(".")[0]}
            text = spec.catalogue.label(other.id, language.code) if _has(spec, other.id, language) else None
            same = (
                text is not None
                and _has(spec, one.id, language)
                and text == spec.catalogue.label(one.id, language.code)
            )
            if same and any(each and kinds <= set(each.kinds) for each in types):
                yield Problem(
                    language.location("labels", other.text, other.id),
                    f'In {language.code}, {one.id} and {other.id} are both called "{text}"',
                    "label-ambiguous",
                    "Give them different texts, or give the step arguments narrower kinds.",
                )


def _has(spec: Spec, label_id: str, language: Language) -> bool:
    return language.text("labels", spec.catalogue.labels[label_id].text, label_id) is not None


@check
def label_text(spec: Spec) -> Iterator[Problem]:
    """A label holds no quote and no path separator, or steps could not name it.

    Bad: Orders > Open as one label.
    Good: two labels, and a path in the step: "Orders > Open".
    """
    for language in spec.languages.values():
        for label in spec.catalogue.labels.values():
            text = language.text("labels", label.text, label.id) or ""
            if '"' in text or PATH_SEPARATOR in text or re.search(r"<[^<>]+>", text):
                yield Problem(
                    language.location("labels", label.text, label.id),
                    f'The label "{text}" holds a quote, a path separator or a <placeholder>',
                    "label-text",
                    "Write it without.",
                )


@check
def untranslated(spec: Spec) -> Iterator[Problem]:
    """Every message has a translation that is not fuzzy, in every language.

    Bad: msgstr "", or #, fuzzy.
    Good: a translation; remove the fuzzy mark once it is right.
    """
    for language in _targets(spec):
        yield from untranslated_messages(spec.config, language)


@check
def message_unused(spec: Spec) -> Iterator[Problem]:
    """Every message of a catalogue still stands in the sources.

    Bad: the translation of a step that was renamed.
    Good: porspec sync, which keeps it at the end of the file as obsolete.
    """
    for domain in DOMAINS:
        known = {message for _, (_, _, message, _) in extracted(spec.config, domain)}
        for language in _targets(spec):
            for (context, text), entry in language.catalogues[domain].messages.items():
                if (context, text) not in known:
                    yield Problem(
                        entry.location,
                        f'"{text}" ({context}) is in no source any more',
                        "message-unused",
                        "Run porspec sync.",
                    )


@check
def translation_markup(spec: Spec) -> Iterator[Problem]:
    """A translation keeps the placeholders and the link targets of its message.

    Bad: [een bestelling](bestelling-wijzigen.md), or {pagina} for {page}.
    Good: [een bestelling](change-order.md), and {page} where it belongs.
    """
    for language in _targets(spec):
        for domain in ("help", "features"):
            for (context, text), entry in language.catalogues[domain].messages.items():
                for find, what in ((fields, "placeholders"), (_links, "link targets")):
                    wanted, found = find(text), find(entry.text)
                    if entry.text and wanted != found:
                        yield Problem(
                            entry.location,
                            f'The {what} of "{text}" ({context}) are {wanted}, and of its translation {found}',
                            "translation-markup",
                            "Keep them as they are.",
                        )


def _links(text: str) -> list[str]:
    return sorted(_LINK.findall(text))


@check
def translation_blank(spec: Spec) -> Iterator[Problem]:
    """A translation neither begins nor ends with a blank, and holds no line break.

    Bad: "Meer acties ".
    Good: "Meer acties".
    """
    for language in _targets(spec):
        for domain in DOMAINS:
            for (context, text), entry in language.catalogues[domain].messages.items():
                if entry.text and (entry.text != entry.text.strip() or "\n" in entry.text):
                    yield Problem(
                        entry.location,
                        f"The translation of '{text}' ({context}) begins or ends with a blank, or has a line break: "
                        f"{entry.text!r}",
                        "translation-blank",
                        "Write it without.",
                    )


@check
def label_in_text(spec: Spec) -> Iterator[Problem]:
    """Words in bold are labels, and a translation calls them what the labels catalogue calls them.

    Bad: klik op **OK**, where the button is **Verzenden**.
    Good: selecteer **Verzenden**.
    """
    texts: dict[str, list[str]] = {}
    for label in spec.catalogue.labels.values():
        texts.setdefault(label.text, []).append(label.id)
    for language in _targets(spec):
        for domain in ("help", "features"):
            for (_, text), entry in language.catalogues[domain].messages.items():
                bold = _BOLD.findall(text)
                labels = {texts[each][0] for each in bold if each in texts}
                wanted = sorted(
                    normal(language.say("labels", spec.catalogue.labels[each].text, each)) for each in labels
                )
                found = set(_BOLD.findall(normal(entry.text)))
                if entry.text and (not set(wanted) <= found or len(set(bold)) != len(found)):
                    yield Problem(
                        entry.location,
                        f"The bold words must be the labels {wanted}, and they are {sorted(found)}",
                        "label-in-text",
                        "Write labels as the labels catalogue has them, in **.",
                    )
    for domain in ("help", "features"):
        for path, (line, _, message, _) in extracted(spec.config, domain):
            for each in _BOLD.findall(message[1]):
                if each not in texts:
                    yield Problem(
                        Location(path, line),
                        f'"{each}" is in bold, and it is no label',
                        "label-in-text",
                        "Add the label to the label table, or write it without **.",
                    )


@check
def glossary(spec: Spec) -> Iterator[Problem]:
    """Catalogues and hand-written pages call things what the glossary calls them.

    Bad: klik op de knop, where the glossary says selecteren.
    Good: selecteer de knop.
    """
    terms = _terms(spec)
    for language in _targets(spec):
        yield from in_catalogues(terms, language)
        for path in sorted((spec.config.root / DOCS).rglob(f"*.{language.code}.md")):
            place = Location(path.relative_to(spec.config.root).as_posix())
            yield from in_text(terms, language.code, path.read_text("utf-8"), place)


@check
def step_unguarded(spec: Spec) -> Iterator[Problem]:
    """Every instruction has a verb that the glossary holds in every language.

    A wrong translation of a pattern binds as well as a right one; the glossary is what guards it.

    Bad: a step 'I clear the box "{box}"', and no term for "clear".
    Good: a term with what each language must, and must never, say for it.
    """
    terms = [term for term in _terms(spec) if "steps" in term.domains and term.domains != DOMAINS]
    if not terms:
        return
    for definition in spec.catalogue.definitions.values():
        if definition.kind == "when" and not any(term.stands_in(definition.pattern) for term in terms):
            yield Problem(
                definition.location,
                f"The glossary holds no word of '{definition.pattern}'",
                "step-unguarded",
                "Add a [[term]] for its verb, with domains and with what each language uses.",
            )


@check
def moniker_zone_empty(spec: Spec) -> Iterator[Problem]:
    """Each zone of a hand-written page is well-formed, and readers of the page's clouds can see it.

    Bad: a zone for a cloud that the monikerRange of its page leaves out.
    Good: one of the two ranges corrected.
    """
    for path, text in _hand_written(spec):
        matter, problems = read_front_matter(path, text)
        yield from problems
        page, problems = page_monikers(spec.config.monikers, spec.config.moniker_ranges, matter)
        yield from problems
        yield from zone_problems(text, path, spec.config.monikers, page)


@check
def docs_target(spec: Spec) -> Iterator[Problem]:
    """Each link of a hand-written page leads to a page or a file of the site, or to a whole address.

    Bad: [the rules](the-rule.md), where no page has that name.
    Good: [the rules](rules.md).
    """
    docs = spec.config.root / DOCS
    files = {path.relative_to(spec.config.root).as_posix() for path in docs.rglob("*") if path.is_file()}
    codes = "|".join(map(re.escape, spec.languages))
    known = files | {re.sub(rf"\.(?:{codes})\.md$", ".md", each) for each in files}
    known |= {f"{DOCS}/{stem}.md" for stem in (*spec.features, COVERAGE)}
    for path, text in _hand_written(spec):
        yield from reference_problems(text, path, known)


def _hand_written(spec: Spec) -> Iterator[tuple[str, str]]:
    """The hand-written pages of the site, by path."""
    for path in sorted((spec.config.root / DOCS).rglob("*.md")):
        name = path.relative_to(spec.config.root).as_posix()
        if not name.startswith(f"{DOCS}/decisions/"):
            yield name, path.read_text("utf-8")


def _terms(spec: Spec) -> tuple[Term, ...]:
    return read_glossary(spec.config.root / spec.config.locales / "glossary.toml")


def _stale_features(spec: Spec) -> Iterator[Problem]:
    """Features of other languages are as sync writes them."""
    planned = plan(spec.config.root)
    yield from (problem for problem in planned.problems if problem.code == "description-keyword")
    for path, line in planned.stale(spec.config.root).items():
        if path.endswith(".feature"):
            yield Problem(
                Location(path, line),
                "This line is not what porspec sync writes from the source feature and the catalogues",
                "feature-stale",
                "Run porspec sync; to keep the words of this file, put them into the catalogue first.",
            )


# What is wrong with catalogues is found even where features do not load, and before what follows from it.
FIRST = (step_ambiguous, label_ambiguous, label_text, untranslated, translation_blank)
