"""What takes a library more than its length is refused with a Problem; all else takes time by its length."""

import shutil
import time
from collections.abc import Callable

import pytest
import yaml
from markdown import Markdown

from porspec.checks.matching import plain
from porspec.checks.spelling import _WORD
from porspec.markdown.extension import DocsMarkdownExtension
from porspec.markdown.reader import read_page
from porspec.sources.bounds import COPIED, NESTED, OPEN, TAGS, is_deep, problems_of_text, yaml_excess
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers
from tests.conftest import Project

SMALL = Monikers((Moniker("ww", "o", "World"), Moniker("cn", "o", "China")))
PAGE = PageMonikers(SMALL.ids, SMALL.ids)
EXTENSIONS = ("toc", "attr_list", "md_in_html", "tables", "github-callouts")
SIZE, SECONDS = 16_000, 3.0  # of the processor: what is quadratic takes 10 to 60, what is linear one at most
PATTERNS = (
    *(
        "[",
        "![",
        "[a][",
        "[a](",
        "[a](<",
        '[a](")',
        "[!INCLUDE[",
        "[!VIDEO ",
        "<![CDATA[",
        "[)",
        "[[a]",
        "[a]: b\n",
        "[a](b)",
    ),
    *(
        "*",
        "_",
        "**a ",
        "*a **b ",
        "`",
        "` ``",
        "~~~\n",
        "<",
        "<x ",
        '<x y="',
        "<b>",
        "<!--",
        "</",
        "(",
        "{",
        "{: #a }",
    ),
    *(
        "> ",
        ">",
        "> - ",
        "- ",
        "1. ",
        "- a\n",
        "> a\n",
        "|",
        "| a |\n",
        "|-",
        ":::",
        '::: moniker range="ww"\n',
        "&",
        "\\",
        "\t",
    ),
    *("# a\n", "a\n=\n", "a\n\n", "x", "x-", "1,", "a. ", "中", "\u0301", '<div markdown="1">\n', "<p>\n", "\\\n"),
)


def said(text: str) -> list[str]:
    return [str(each).partition("\n")[0] for each in problems_of_text(text, "a.md")]


@pytest.mark.parametrize(
    ("text", "place", "what", "code"),
    [
        ("a\n\n" + "[" * (OPEN + 1), "3:101", "100 brackets are open in this paragraph", "text-too-long"),
        ("![a](" * (OPEN + 1), "1:502", "100 brackets are open in this paragraph", "text-too-long"),
        ("a\n" * 3 + "<x " * (TAGS + 1), "4:601", "200 tags are not closed", "text-too-long"),
        ("a\n" + ">" * (NESTED + 1), "2:1", "20 quotes or lists stand in each other", "nesting-too-deep"),
        ("> - " * (NESTED // 2) + "> a", "1:1", "20 quotes or lists stand in each other", "nesting-too-deep"),
        (" " * 400 + "- a", "1:1", "20 quotes or lists stand in each other", "nesting-too-deep"),
    ],
)
def test_too_much_of_something_is_a_problem_where_it_begins(text: str, place: str, what: str, code: str) -> None:
    assert said(text) == [f"a.md:{place}: {what} before this [{code}]"]


@pytest.mark.parametrize(
    "text",
    [
        "[a](b) " * 1000,
        "[a](b 'c') [d] " * 1000,
        "- [ ] a\n" * 1000,
        ("[" * OPEN + "\n\n") * 10,
        "\\[" * 1000,
        "<b>a</b>" * 1000,
        "> " * NESTED + "a",
        "1 < 2 & 3 > 2 " * 1000,
        "| a | [b](c) |\n" * 1000,
        " " * 400 + "code",
    ],
)
def test_as_much_as_pages_hold_is_no_problem(text: str) -> None:
    assert said(text) == []


def test_what_holds_itself_is_deep() -> None:
    itself: list[object] = []
    itself.append(itself)
    flat: list[object] = [[each] for each in range(1000)]
    assert (is_deep(itself), is_deep(flat), is_deep({"a": {"b": [1]}})) == (True, False, False)


@pytest.mark.slow
@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_page_is_refused_or_takes_time_in_the_measure_of_its_length(pattern: str) -> None:
    text = "# A\n\n" + pattern * (SIZE // len(pattern)) + "\n"
    began = time.process_time()
    if not list(problems_of_text(text, "a.md")):
        page = read_page("a.md", text, SMALL, PAGE)
        assert page.blocks
        assert page.links is not None
        plain(text)
        extension = DocsMarkdownExtension(monikers=SMALL)
        Markdown(extensions=[*EXTENSIONS, extension], extension_configs={"toc": {"permalink": True}}).convert(text)
    assert time.process_time() - began < SECONDS


def test_words_with_hyphens_take_time_in_the_measure_of_their_length_to_be_spelled() -> None:
    text = "x-" * 40_000 + "x y"
    began = time.process_time()
    assert [each[0] for each in _WORD.finditer(text)] == ["-".join("x" * 21), "y"]
    assert time.process_time() - began < SECONDS


FEATURE, PO = "features/en/tea.feature", "locales/nl/LC_MESSAGES/features.po"
TITLE = 'msgid "Tea"\nmsgstr "'
Break = Callable[[Project], None]


def broken(path: str, old: str, new: str) -> Break:
    return lambda project: project.edit(path, old, new)


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (broken("docs/index.en.md", "Tiny", "[" * 8000), "docs/index.en.md:1:103: 100 brackets are open in this "),
        (broken(FEATURE, "Tea\n", "Tea\n\n  " + "[" * 8000 + "\n"), f"{FEATURE}:3:103: 100 brackets are open in this "),
        (broken(PO, TITLE, TITLE + "[" * 8000), f"{PO}:27:1: 100 brackets are open in this paragraph before this ["),
        (broken("docs/index.en.md", "# ", ">" * 8000), "docs/index.en.md:1:1: 20 quotes or lists stand in each other"),
        (
            broken("steps/things.py", "given('", "given('" + "[" * 8000),
            "steps/things.py:4:1: 100 brackets are open in ",
        ),
        (
            broken("steps/things.py", '"{thing}"\')', '"{thing}"\', says="' + "[" * 8000 + '")'),
            "steps/things.py:4:1: 100 brackets are open in ",
        ),
        (
            lambda project: project.append(PO, '\nmsgid "' + "[" * 8000 + '"\nmsgstr ""\n'),
            f"{PO}:36:1: 100 brackets are open in this paragraph before this [",
        ),
        (
            lambda project: project.append("pyproject.toml", "[tool.x]\na = " + "[" * 90 + "]" * 90),
            "pyproject.toml:1:1: Tables or lists are nested too deep [nesting-too-deep]",
        ),
        (
            lambda project: project.append("mkdocs.yml", "x: " + "[" * 20_000),
            "mkdocs.yml:22:23: Tables or lists are nested too deep [nesting-too-deep]",
        ),
        (
            lambda project: (project.root / "locales/glossary.toml").write_text("a." * 90 + "a = 1", "utf-8"),
            "locales/glossary.toml:1:1: Tables or lists are nested too deep [nesting-too-deep]",
        ),
    ],
    ids=["page", "feature", "translation", "quotes", "pattern", "says", "msgid", "configuration", "site", "glossary"],
)
@pytest.mark.parametrize("command", ["check", "build"])
def test_every_command_refuses_it_before_it_is_read(command: str, spoil: Break, said: str, tiny: Project) -> None:
    spoil(tiny)
    began = time.process_time()
    done = tiny.porspec(command)
    assert time.process_time() - began < SECONDS
    assert done.returncode == 1
    assert said in done.stderr


@pytest.mark.parametrize("target", [".", ".."])
def test_symbolic_links_that_lead_round_in_a_circle_are_a_problem(target: str, tiny: Project) -> None:
    (tiny.root / "docs" / "one").symlink_to(target)
    (tiny.root / "docs" / "two").symlink_to(target)
    for command in ("check", "build"):
        done = tiny.porspec(command)
        assert done.returncode == 1
        assert ":1:1: This folder would be read again and again [docs-unreadable]\n    Remove the symbol" in done.stderr


@pytest.mark.parametrize(
    ("module", "said"),
    [
        (
            "from porspec.steps import given\n@given('\\ud800')\ndef one(world): pass\n",
            r"'\ud800' has one half of a char",
        ),
        ("from porspec.steps import given\ngiven('a', says='\\udfff')\n", r"'\udfff' has one half of a character"),
        ("from porspec.steps import given\ngiven('a', says={'b': '\\udfff'})\n", r"'\udfff' has one half of a char"),
        ("from porspec.steps import Label\nLabel('a.b', '\\ud83d')\n", r"'\ud83d' has one half of a character"),
        ("from porspec.steps import Label\nLabel('a.b', 'c', '\\ud83d')\n", r"'\ud83d' has one half of a character"),
        (
            "class Odd(Exception):\n    def __str__(self): return 1 / 0\nraise Odd\n",
            "Odd: (its words cannot be shown: ",
        ),
    ],
)
def test_what_a_steps_module_cannot_say_is_a_problem(module: str, said: str, tiny: Project) -> None:
    (tiny.root / "steps" / "odd.py").write_text(module, "utf-8")
    for command in ("check", "sync"):
        done = tiny.porspec(command)
        assert done.returncode == 1
        assert said in done.stderr


@pytest.mark.parametrize(
    ("matter", "said"),
    [
        ("title: A\ntemplate: ../x", "3:1: MkDocs stopped: TemplateNotFound: ../x"),
        ("template: /etc/passwd", "2:1: MkDocs stopped: TemplateNotFound: /etc/passwd"),
        ("template: partials", "2:1: MkDocs stopped: TemplateNotFound: partials"),
        ("template: half.html", "2:1: MkDocs stopped: TemplateSyntaxError: unexpected '}'"),
        ("title: A\nicon: ../x", "3:1: MkDocs stopped: TemplateNotFound: .icons/../x.svg"),
        ("icon: none\ntemplate: main.html", "2:1: MkDocs stopped: TemplateNotFound: .icons/none.svg"),
    ],
)
def test_a_template_or_icon_that_is_not_there_is_told_where_its_page_asks_for_it(
    matter: str, said: str, tiny: Project
) -> None:
    """Other pages come before and after it."""
    for name in ("a", "z"):
        (tiny.root / "docs" / f"{name}.en.md").write_text(f"# {name}\n", "utf-8")
    (tiny.root / "docs" / "more.en.md").write_text(f"---\n{matter}\n---\n\n# More\n", "utf-8")
    (tiny.root / "theme").mkdir()
    (tiny.root / "theme" / "half.html").write_text("{% if }", "utf-8")
    tiny.edit("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    done = tiny.porspec("build")
    remedy = "Correct what it names in the front matter, in mkdocs.yml, or in the project's templates and hooks."
    assert (done.returncode, done.stderr) == (1, f"docs/more.en.md:{said} [mkdocs]\n    {remedy}\n1 problem\n")


@pytest.mark.parametrize("name", ["main.html", "404.html"])
def test_a_template_that_no_page_asks_for_is_told_of_none(name: str, tiny: Project) -> None:
    (tiny.root / "docs" / "more.en.md").write_text("---\ntemplate: own.html\n---\n\n# More\n", "utf-8")
    (tiny.root / "theme").mkdir()
    (tiny.root / "theme" / "own.html").write_text("{{ page.title }}", "utf-8")
    (tiny.root / "theme" / name).write_text("{% if }", "utf-8")
    tiny.edit("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    tiny.edit("mkdocs.yml", "  - porspec\n", "  - porspec: {render: false}\n")  # so that the page is the last one
    done = tiny.porspec("build")
    assert done.stderr.startswith("mkdocs.yml:1:1: MkDocs stopped: TemplateSyntaxError: unexpected '}' [mkdocs]\n")


@pytest.mark.parametrize("path", ["locales/glossary.toml", "pyproject.toml"])
def test_what_is_nested_beyond_what_python_reads_is_a_problem(path: str, small: Callable[..., Project]) -> None:
    feature = 'Feature: Tea\n\n  Scenario: Tea\n    Given there is "tea"\n    Then it is "tea"\n'
    project = small({"features/en/tea.feature": feature, "locales/glossary.toml": ""})
    project.append(path, f"\n[deep]\nx = {'[' * 3000}{']' * 3000}\n")
    done = project.porspec("check")
    assert (done.returncode, "Not valid TOML: maximum recursion depth exceeded" in done.stderr) == (1, True)


@pytest.mark.parametrize("file", ["mkdocs.yml", "base.yml"])
@pytest.mark.parametrize(
    ("nav", "said"),
    [
        ("nav: " + "[" * 200_000, "22:25: Tables or lists are nested too deep [nesting-too-deep]"),
        (
            "nav:\n- &a [b, c]\n"
            + "".join(f"- &{b} [{f'*{a}, ' * 9}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
            f"27:19: Aliases make more than {COPIED} values of what is written [mkdocs]",
        ),
    ],
    ids=["nested", "copied"],
)
def test_no_site_is_read_that_takes_longer_than_it_is_long_inherited_or_not(
    file: str, nav: str, said: str, tiny: Project
) -> None:
    """PyYAML would end the process where it is nested without an end."""
    if file == "base.yml":
        shutil.move(tiny.root / "mkdocs.yml", tiny.root / file)
        (tiny.root / "mkdocs.yml").write_text("INHERIT: base.yml\n", "utf-8")
    tiny.append(file, nav)
    for command in ("check", "build"):
        done = tiny.porspec(command)
        assert (done.returncode, done.stderr) == (1, f"{file}:{said}\n    Correct it.\n1 problem\n")


def test_as_many_aliases_as_a_site_has_are_read(tiny: Project) -> None:
    tiny.append("mkdocs.yml", "extra:\n  one: &one {a: [b, c]}\n  many: [" + "*one, " * 1000 + "]\n")
    assert tiny.porspec("check").returncode == 0


def test_half_a_character_is_found_with_either_reader_of_yaml(monkeypatch: pytest.MonkeyPatch) -> None:
    """libyaml refuses what Python's own reader takes."""
    text = 'a: [b, "\\ud800"]'
    with pytest.raises(yaml.YAMLError):
        yaml_excess(text, aliases=True)
    monkeypatch.delattr(yaml, "CSafeLoader")
    found = yaml_excess(text, aliases=True)
    assert found is not None
    assert (found[0].line, found[0].column, found[1]) == (0, 7, "half")


def test_half_a_character_in_what_is_read_is_told_with_either_reader_of_yaml(
    tiny: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(yaml, "CSafeLoader")
    page = tiny.root / "docs" / "index.en.md"
    page.write_text('---\ntitle: "\\ud800"\n---\n\n# Tiny\n', "utf-8")
    said = "docs/index.en.md:2:8: The front matter has one half of a character [docs-front-matter]\n    Write it out.\n"
    assert tiny.porspec("check").stderr == f"{said}1 problem\n"
    tiny.edit("mkdocs.yml", "site_name: Tiny", 'site_name: "\\ud800"')
    said = "mkdocs.yml:2:12: Here is one half of a character [mkdocs]\n    Correct it.\n"
    assert tiny.porspec("check").stderr == f"{said}1 problem\n"
