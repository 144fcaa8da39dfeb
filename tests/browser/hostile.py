"""A project in which every text is hostile: each payload of tests/data/payloads.toml in each place of a text."""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path

from porspec.languages.merge import with_translations
from porspec.languages.words import DOMAIN, PROBLEMS, WORDS
from porspec.markdown.content import text_of
from porspec.sources.catalogues import DOMAINS, parse_po
from porspec.sources.problems import registry
from porspec.spec.patterns import fields
from tests.conftest import REPOSITORY, Project

TABLE = tomllib.loads((REPOSITORY / "tests/data/payloads.toml").read_text("utf-8"))
SHOWN: list[str] = TABLE["shown"]
REFUSED: dict[str, str] = TABLE["refused"]
ALL = " · ".join(SHOWN)
MONIKERS = {f"cloud-{number}": " · ".join(SHOWN[number::6]) for number in range(6)}
HEADER = 'msgid ""\nmsgstr ""\n"Language: nl\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
_BRACES = str.maketrans({"{": "{{", "}": "}}"})
_MKDOCS = """
theme:
  name: material
  font: false
  palette:
    - scheme: default
      toggle: {icon: material/weather-night, name: %s}
    - scheme: slate
      toggle: {icon: material/weather-sunny, name: Light}
  features: [navigation.footer, navigation.path, search.suggest, search.highlight, content.code.copy]
hooks: [hook.py]
plugins:
  - search
  - porspec
  - i18n:
      docs_structure: suffix
      languages: [{locale: en, name: English, default: true}]
validation: {links: {anchors: warn}}
markdown_extensions: [toc: {permalink: true}, admonition, abbr, def_list, footnotes, attr_list, md_in_html, smarty: {
  smart_quotes: false}, pymdownx.snippets, pymdownx.emoji, pymdownx.smartsymbols, pymdownx.caret, pymdownx.tilde,
  pymdownx.mark, pymdownx.keys, pymdownx.critic, pymdownx.details, pymdownx.superfences, pymdownx.blocks.admonition,
  pymdownx.tabbed: {alternate_style: true}, pymdownx.tasklist, pymdownx.arithmatex, pymdownx.inlinehilite, wikilinks]
"""
# What a plugin for macros does: every page is a template.
_HOOK = """
from jinja2 import Environment

def on_page_markdown(markdown, **_):
    return Environment(comment_start_string="{##").from_string(markdown).render()
"""
_STEPS = """
from typing import Annotated
from porspec.steps import LabelType, given, then, when

Button = Annotated[str, LabelType("button")]

@given('there is "{thing}"')
def there_is(world: list[object], thing: str) -> None:
    world.append(thing)

@given('there are')
def there_are(world: list[object], table: object = None, doc_string: object = None) -> None:
    world.append(table)

@then('it is "{thing}"')
def it_is(world: list[object], thing: str) -> None:
    assert world
"""


def quiet(text: str) -> str:
    """A payload as labels, arguments and patterns may have it: without quotes, and no placeholder."""
    return text.replace('"', "'").replace(">", ")").replace("{", "(").replace("}", ")")


def line(text: str) -> str:
    """A payload as a line of a description: what Gherkin takes for its own is not its beginning."""
    return f"x {text}" if text.startswith(("#", "@", "|", '"""', "```")) else text


def cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|")


def feature(number: int, text: str) -> str:
    """A feature with a payload in each of its places, each with a word of its own behind it."""
    n = f"{number:02}"
    return f"""Feature: {text} feature{n}
  {line(text)} description{n}

  Scenario: {text} scenario{n}
    Given ready {n}
    When press "{quiet(text)} label{n}" for "{quiet(text)} argument{n}" {n}
    Then done {n}

  Scenario: Second {n}
    When press "{quiet(text)} label{n}" for "other" {n}
    Then done {n}

  Rule: {text} rule{n}
    {line(text)} rules{n}

    Scenario Outline: {text} outline{n}
      Given there are
        | {cell(text)} cell{n} | <thing> |
      And there are
        \"\"\"
        {text} string{n}
          ::: moniker-end
        --8<-- "pyproject.toml"
        <!-- porspec: tasks -->
        \"\"\"
      And there is "<thing>"
      Then it is "<thing>"

      Examples: {text} examples{n}
        {line(text)} example{n}
        | thing |
        | {cell(quiet(text))} value{n} |
"""


def steps(number: int, text: str) -> str:
    n, said = f"{number:02}", text.translate(_BRACES)
    return f"""
@given('ready {n}', says={f"{said} given{n}"!r})
@given({f"{quiet(text)} pattern{n}"!r})
def ready_{n}(world: list[object]) -> None:
    {f"{text} doc{n}"!r}

@when('press "{{button}}" for "{{thing}}" {n}', says={f"{said} {{button}} {{thing}} when{n}"!r})
def press_{n}(world: list[object], button: Button, thing: str) -> None:
    world.append(thing)

@then('done {n}', says={f"{said} then{n}"!r})
def done_{n}(world: list[object]) -> None:
    assert world
"""


def configuration() -> str:
    clouds = (
        f'[[tool.porspec.monikers]]\nid = "{each}"\nproduct = {quoted(ALL)}\norder = {number}\nname = {quoted(name)}\n'
        + ("retired = 2021-10-29\n" if number == 1 else "")
        for number, (each, name) in enumerate(MONIKERS.items())
    )
    off = "".join(f'{each.name} = "off"\n' for each in registry().codes.values() if not each.needed)
    return (
        f'[project]\nname = "hostile"\n\n[tool.porspec]\nsource_language = "en"\nfooter = {quoted(ALL)}\n'
        f"front_matter = {{ author = {quoted(ALL)} }}\n\n{''.join(clouds)}\n[tool.porspec.checks]\n{off}\n"
        f"[tool.porspec.languages.en]\nname = {quoted(f'English {ALL}')}\n\n"
        f"[tool.porspec.languages.nl]\nname = {quoted(f'Nederlands {ALL}')}\n"
    )


def quoted(text: str) -> str:
    """A text as JSON has it, which TOML, YAML and PO have too."""
    return json.dumps(text, ensure_ascii=False)


def make(root: Path) -> Project:
    """Write the project and translate it."""
    labels = "".join(
        f"    Label('button.b{n:02}', {f'{quiet(text)} label{n:02}'!r}),\n" for n, text in enumerate(SHOWN)
    )
    nav = "".join(f"  - {quoted(f'{text} section{n:02}')}: [f{n:02}.md]\n" for n, text in enumerate(SHOWN))
    files = {
        "pyproject.toml": configuration(),
        "mkdocs.yml": f"site_url: https://example.org/\nsite_name: {quoted(ALL)}\nsite_description: {quoted(ALL)}\n"
        f"nav:\n  - ? {quoted(f'{ALL} page')}\n    : index.md\n{nav}{_MKDOCS % quoted(ALL)}",
        "hook.py": _HOOK,
        "docs/index.en.md": "# Home\n\n<!-- porspec: tasks -->\n",
        "docs/index.nl.md": "---\nporspec.source: sha256:0\n---\n\n# Begin\n\n<!-- porspec: tasks -->\n",
        "docs/by-hand.en.md": '---\nmonikerRange: cloud-1\n---\n\n# <em class="mine">Mine</em>\n\nBy hand.\n',
        "steps/__init__.py": f"from porspec.steps import Label\n\nLABELS = (\n{labels})\n\ndef new_world(moniker):\n"
        "    return []\n\ndef snapshot(world):\n    return list(map(str, world))\n",
        "steps/things.py": _STEPS + "".join(map(steps, range(len(SHOWN)), SHOWN)),
        **{f"features/en/f{number:02}.feature": feature(number, text) for number, text in enumerate(SHOWN)},
    }
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, "utf-8")
    project = Project(root)
    made = project.porspec("new", "language", "nl")
    assert made.returncode == 0, made.stderr
    for domain in DOMAINS:
        catalogue = root / f"locales/nl/LC_MESSAGES/{domain}.po"
        text = catalogue.read_text("utf-8")
        keys = [(each.values.msgctxt or "", each.values.msgid) for each in parse_po(text, domain).entries]
        catalogue.write_text(with_translations(text, domain, {key: f"{key[1]} nl" for key in keys}), "utf-8")
    for domain, messages in ((DOMAIN, list(WORDS)), (PROBLEMS, list(registry().messages))):
        entries = (f"msgid {quoted(msgid)}\nmsgstr {quoted(word(n, msgid))}\n\n" for n, msgid in enumerate(messages))
        (root / f"locales/nl/LC_MESSAGES/{domain}.po").write_text(HEADER + "".join(entries), "utf-8")
    done = project.porspec("sync")
    assert done.returncode == 0, done.stderr
    return project


def word(number: int, msgid: str) -> str:
    """A word of the package as somebody says it in Dutch: a payload, with the values that it must have."""
    names = [f"{{{each}}}" for each in fields(msgid) if not each.startswith("(")]
    text = SHOWN[number % len(SHOWN)]
    text = text if names else quiet(text) if "{" in text else text
    return " ".join([text.translate(_BRACES) if names else text, f"word{number:02}", *names])


def normal(text: str) -> str:
    return " ".join(re.sub("[\u200b¶]", "", text).split())


def expected(number: int, text: str, ending: str) -> dict[str, list[str]]:
    """What stands on the pages, by name: texts as they are read, names as they are written."""
    n, prose = f"{number:02}", text_of(text)
    own = [f"{text} {place}{n}" for place in ("feature", "scenario", "rule", "outline", "examples")]
    own += [f"{prose} {place}{n}" for place in ("given", "then")]
    own += [f"{text_of(line(text))} {place}{n}" for place in ("description", "rules", "example")]
    own += [f"{prose} {quiet(text)} label{n}{ending} {quiet(text)} argument{n} when{n}"]
    own = [f"{each}{ending}" for each in own]
    own += [f"{cell(text)} cell{n}", f"{text} string{n}", f"{quiet(text)} value{n}", f"{quiet(text)} argument{n}"]
    own += [f"{text} section{n}{ending}", '--8<-- "pyproject.toml"', "<!-- porspec: tasks -->", "::: moniker-end"]
    catalogue = [f"{quiet(text)} pattern{n}{ending}", f"{text} doc{n}", f"{prose} given{n}{ending}"]
    return {
        f"f{n}": own,
        "coverage": [f"{text} {place}{n}{ending}" for place in ("feature", "scenario", "outline")],
        "steps": catalogue,
        "index": [f"{text} feature{n}{ending}"],
    }
