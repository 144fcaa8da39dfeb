"""The small project that carries the inputs of `make fuzz`, and what each command must do with it whatever they are.

A reader of its own says what an accepted input holds: gherkin-official of a feature, Babel of a catalogue.
"""

import contextlib
import io
import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, Protocol

from babel.messages.pofile import read_po
from gherkin.parser import Parser
from markdown import Markdown

from porspec.checks.checking import problems_of
from porspec.languages.extract import spec_of_source
from porspec.languages.sync import Plan, planned, write
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.site.build import build_site
from porspec.site.publish import Publication, publish
from porspec.sources.catalogues import catalogue_of, parse_po
from porspec.sources.files import plain_text
from porspec.sources.pages import split_front_matter
from porspec.sources.problems import Problem, SpecError
from porspec.sources.writing import writing
from porspec.spec.spec import Spec, load
from tests.conftest import TINY

_EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")
_DOMAINS = ("features", "help", "labels", "steps")
_PO = "locales/nl/LC_MESSAGES/{}.po"
_HEADER = (
    'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
)
_STEPS = {"given": 'there is "{thing}"', "then": 'it is "{thing}"'}
_FEATURE = """\
Feature: Tea

  About **Tea** and `code`, [a page](index.md).

  Scenario: There is tea
    Given there is "tea"
    And there is "Tea"
    Then it is "Tea"

  @o365-germany
  Scenario Outline: There is <what>
    Given there is "<what>"
    Then it is "<what>"

    Examples:
      | what  |
      | green |
      | bl\\|ack |

  Rule: No coffee
    Nobody drinks coffee here.

    Scenario: Coffee is refused
      Given there is "coffee"
      Then it is "coffee"
"""
_PAGE = """\
---
title: "A page"
description: About it
monikerRange: o365-worldwide || o365-germany
---
# A page

Text with **Tea**, `code`, [a link](index.md) and <b>HTML</b>.

> [!NOTE]
> A note.

::: moniker range="o365-germany"

1. One
2. Two
   - More

::: moniker-end

| a | b |
|---|---|
| 1 | `2` |

```text
code
```
"""
FILES: Mapping[str, str] = {
    "pyproject.toml": TINY["pyproject.toml"].replace(
        '"en"\n', '"en"\nfooter = "A footer with a [link](https://example.org)."\n', 1
    )
    + """
[tool.porspec.languages.nl.keywords]
given = "Stel"

[tool.porspec.checks]
label-in-text = "off"
procedure-proves-nothing = "off"
moniker-without-example = "off"
moniker-without-procedure = "off"
scenario-without-then = "off"
then-cannot-fail = "off"
docs-target = "warning"
definition-unused = "warning"
""",
    "mkdocs.yml": TINY["mkdocs.yml"].replace("\ntheme:", "\nnav:\n  - index.md\n  - More:\n      - f0.md\ntheme:"),
    "locales/glossary.toml": '[[term]]\nsource = "tea"\n[term.nl]\nuse = ["thee", "thee*"]\nnever = "koffie"\n',
    "docs/index.en.md": TINY["docs/index.en.md"],
    "docs/p0.en.md": _PAGE,
    "steps/__init__.py": (
        'from porspec.steps import Label\n\nLABELS = (Label("button.tea", "Tea", "A button."),)\n\n\n'
        "def new_world(moniker):\n    return []\n\n\ndef snapshot(world):\n    return list(world)\n"
    ),
    "steps/things.py": (
        "from porspec.steps import given, then\n\n\n"
        '@given(\'there is "{thing}"\', says="You have {thing}.")\ndef there_is(world, thing):\n'
        "    world.append(thing)\n\n\n@then('it is \"{thing}\"')\ndef it_is(world, thing):\n"
        "    assert world[-1] == thing\n"
    ),
    "features/en/f0.feature": _FEATURE,
    _PO.format("features"): _HEADER
    + '\nmsgctxt "feature"\nmsgid "Tea"\nmsgstr "Thee"\n'
    + '\nmsgctxt "scenario"\nmsgid "There is tea"\nmsgstr "Er is thee"\n'
    + '\n#. Note.\n#: features/en/f0.feature\n#, fuzzy\n#| msgid "No tea"\nmsgctxt "rule"\nmsgid "No coffee"\n'
    + 'msgstr "Geen koffie"\n\n#~ msgctxt "scenario"\n#~ msgid "Old"\n#~ msgstr "Oud"\n',
    _PO.format("help"): _HEADER + '\nmsgctxt "given"\nmsgid "You have {thing}."\nmsgstr "U hebt {thing}."\n',
    _PO.format("labels"): _HEADER + '\nmsgctxt "button.tea"\nmsgid "Tea"\nmsgstr "Thee"\n',
    _PO.format("steps"): _HEADER
    + "".join(
        '\nmsgctxt "{}"\nmsgid "{}"\nmsgstr "{}"\n'.format(
            kind,
            *(
                each.replace('"', '\\"')
                for each in (text, text.replace("there is", "er is").replace("it is", "dat is"))
            ),
        )
        for kind, text in _STEPS.items()
    ),
}
KINDS: Mapping[str, Callable[[str], bool]] = {
    "page": lambda path: path.startswith("docs/p"),
    "feature": lambda path: path.endswith(".feature"),
    "catalogue": lambda path: path.endswith(".po"),
    "pattern": lambda _: False,
    "configuration": lambda path: path == "pyproject.toml",
    "site": lambda path: path == "mkdocs.yml",
    "glossary": lambda path: path.endswith("glossary.toml"),
}
ALONE = ("configuration", "site", "glossary")  # of which a project has one


class Carried(Protocol):
    """An input, as fuzz_inputs has it."""

    @property
    def kind(self) -> str: ...
    @property
    def content(self) -> bytes: ...
    @property
    def number(self) -> int: ...


class Changed(Exception):
    """An input was accepted, and something of it is lost."""


def path_of(one: Carried) -> str:
    """Where an input stands in the project."""
    name = one.number
    return {
        "page": f"docs/p{name}.en.md",
        "feature": f"features/en/f{name}.feature",
        "catalogue": _PO.format(_DOMAINS[name % len(_DOMAINS)]),
        "pattern": f"steps/s{name}.py",
        "configuration": "pyproject.toml",
        "site": "mkdocs.yml",
        "glossary": "locales/glossary.toml",
    }[one.kind]


def _content(one: Carried) -> bytes:
    """A pattern as a definition that has it; the placeholders that Python could name are its parameters."""
    if one.kind != "pattern":
        return one.content
    text = one.content.decode("utf-8", "replace")
    names = "".join(f", {each}" for each in dict.fromkeys("abx") if f"{{{each}}}" in text)
    return f"from porspec.steps import when\n\n\n@when({text!r})\ndef step(world{names}):\n    pass\n".encode()


def lay(root: Path) -> None:
    """The project as it is without an input."""
    shutil.rmtree(root, ignore_errors=True)
    for path, content in _synced().items():
        _put(root, path, content)


@cache
def _synced() -> dict[str, bytes]:
    """The files of the project, those that sync writes among them."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder).resolve()
        for path, text in FILES.items():
            _put(root, path, text.encode())
        with writing(root) as work:
            write(work, _plan(root))
        found = (each for each in sorted(root.rglob("*")) if each.is_file() and "__pycache__" not in each.parts)
        return {each.relative_to(root).as_posix(): each.read_bytes() for each in found}


def _put(root: Path, path: str, content: bytes) -> None:
    (root / path).parent.mkdir(parents=True, exist_ok=True)
    (root / path).write_bytes(content)


def try_out(root: Path, group: Sequence[Carried], *, builds: bool = False) -> int:
    """Put inputs into the project, and do with it what people do; returns how many were accepted.

    Raises Changed where one was, and loses something, and whatever porspec raises but a SpecError.
    """
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        lay(root)
        for each in group:
            _put(root, path_of(each), _content(each))
        alive = list(group)
        while alive and (errors := _errors(root, alive)):
            told = {each.location.path for each in errors}
            told |= {path.replace("features/nl/", "features/en/") for path in told}
            refused = [each for each in alive if path_of(each) in told]
            for each in refused:
                (root / path_of(each)).unlink()
                if path_of(each) in _synced():
                    _put(root, path_of(each), _synced()[path_of(each)])
            alive = [each for each in alive if each not in refused]
            if not refused:  # what is wrong is told elsewhere, such as in a feature that a pattern spoils
                return 0
        if alive:
            with contextlib.suppress(SpecError):  # what a scenario finds
                _publish(root, alive)
                if builds:
                    build_site(root)
        return len(alive)


def _plan(root: Path) -> Plan:
    return planned(spec_of_source(root))


def _errors(root: Path, alive: Sequence[Carried]) -> list[Problem]:
    """Work out what sync writes, write it, and check; everything that is wrong can be printed, and has a place."""
    kept = {path_of(each): _translations(each.content) for each in alive if each.kind == "catalogue"}
    try:
        wanted = _plan(root)
        for path, before in kept.items():
            _same(path, before, _ours(each.content for each in alive if path_of(each) == path))
        with writing(root) as work:
            write(work, wanted)
        for path, before in kept.items():
            after = _texts((root / path).read_text("utf-8"))
            if lost := {key: text for key, text in before.items() if text not in after}:
                raise Changed(f"{path}: sync drops {lost}")
        found = problems_of(root)[1]
    except SpecError as error:
        found = error.problems
    for each in found:
        str(each).encode()
        if each.location.path.startswith("/") or min(each.location.line, each.location.column) < 1:
            raise Changed(f"no place: {each}")
    return [each for each in found if each.is_error]


def _translations(content: bytes) -> dict[tuple[Any, Any], str]:
    """What Babel reads of a catalogue; nothing where it cannot."""
    try:
        found = read_po(io.BytesIO(content), abort_invalid=True)
        return {
            (each.context, each.id): str(each.string) for each in found if each.id and each.string and not each.fuzzy
        }
    except Exception:  # noqa: BLE001 - whatever it raises, it has not read it
        return {}


def _ours(contents: Iterable[bytes]) -> dict[tuple[Any, Any], str]:
    messages = catalogue_of(next(iter(contents)).decode(), "a.po").messages
    return {key: each.text for key, each in messages.items() if each.text and key[1]}


def _same(path: str, theirs: Mapping[Any, str], ours: Mapping[Any, str]) -> None:
    if theirs and theirs != ours:
        one, other = set(theirs.items()), set(ours.items())
        raise Changed(f"{path}: Babel reads {one - other}, and we {other - one}")


def _texts(text: str) -> set[str]:
    """Every translation that a catalogue has, obsolete ones among them."""
    return {each.values.msgstr for each in parse_po(text, "a.po").entries}


def _publish(root: Path, alive: Sequence[Carried]) -> None:
    spec = load(root)
    for each in alive:
        if each.kind == "feature":
            _same_scenarios(root, spec, each)
    publication = publish(spec)
    for each in alive:
        if each.kind == "page":
            convert(publication, plain_text(each.content))
        elif each.kind == "feature":
            for tag in publication.languages:
                convert(publication, publication.pages[f"f{each.number}.{tag}.md"])


def _same_scenarios(root: Path, spec: Spec, one: Carried) -> None:
    """Every scenario of a feature, with its steps and rows, is there in each of its languages."""
    stem = f"f{one.number}"
    wanted = _scenarios(plain_text(one.content))
    for code in spec.features[stem]:
        source = spec.feature(stem, code).source
        ours = [(len(each.steps), sum(len(part.rows) for part in each.examples)) for _, each in source.all_scenarios()]
        theirs = _scenarios(plain_text((root / f"features/{code}/{stem}.feature").read_bytes()))
        if not wanted == theirs == ours:
            raise Changed(f"{stem} in {code}: {wanted} are {theirs} in the file, and {ours} are read")


def _scenarios(text: str) -> list[tuple[int, int]]:
    """How many steps, and rows of Examples, each scenario has for gherkin-official."""
    document: Any = Parser().parse(text)
    children = document["feature"]["children"]
    rules = [each["rule"]["children"] for each in children if "rule" in each]
    found = (each["scenario"] for part in (children, *rules) for each in part if "scenario" in each)
    return [(len(each["steps"]), sum(len(part.get("tableBody", ())) for part in each["examples"])) for each in found]


def convert(publication: Publication, text: str) -> str:
    """A page as HTML."""
    extension = DocsMarkdownExtension(**publication.markdown("en"))
    made = Markdown(extensions=[*_EXTENSIONS, extension], extension_configs={"toc": {"permalink": True}})
    return made.convert(split_front_matter(text)[1])
