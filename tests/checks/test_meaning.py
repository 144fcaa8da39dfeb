"""What translations mean: edits of this site's own messages that say something else, and sound ones."""

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest

import porspec.checks.glossary
import porspec.checks.meaning
from porspec.checks.blocks import Block
from porspec.checks.checking import problems_of
from porspec.checks.glossary import glossary, label_product, read_glossary
from porspec.checks.glossary_names import glossary_names
from porspec.checks.matching import Text
from porspec.checks.meaning import meaning
from porspec.checks.order import order
from porspec.checks.spelling import dictionary, spelling
from porspec.checks.translations import page_markup
from porspec.sources.catalogues import Message
from porspec.sources.problems import Location, Problem
from porspec.spec.spec import Spec, load
from tests.conftest import REPOSITORY, Project, lacking, required, this_spec

Small = Callable[..., Project]
ROWS = [
    tuple(line.split("\t"))
    for line in (REPOSITORY / "tests" / "data" / "translations.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]


@pytest.fixture(scope="module")
def spec() -> Spec:
    return this_spec()


def found(spec: Spec, code: str, domain: str, context: str, message: str, text: str) -> list[Problem]:
    """What is wrong with one message alone, translated in this way, under this site's glossary."""
    language = spec.languages[code]
    catalogues = {name: replace(each, messages={}) for name, each in language.catalogues.items()}
    if "**" in text:  # labels are told apart by their own translations
        catalogues["labels"] = language.catalogues["labels"]
    if domain == "page":
        return on_block(spec, code, message, text)
    place = Location(catalogues[domain].path)
    catalogues[domain] = replace(catalogues[domain], messages={(context or None, message): Message(text, place)})
    languages = {spec.source: spec.languages[spec.source], code: replace(language, catalogues=catalogues)}
    without_pages = replace(spec.config, other_site=replace(spec.config.site, docs="nowhere"))
    alone = replace(spec, languages=languages, config=without_pages)
    return [each for check in (glossary, label_product, meaning, order) for each in check(alone)]


def on_block(spec: Spec, code: str, source: str, text: str) -> list[Problem]:
    """What is wrong with one block of the home page alone."""
    languages = {each: spec.languages[each] for each in (spec.source, code)}
    catalogues = {name: replace(each, messages={}) for name, each in languages[code].catalogues.items()}
    alone = replace(spec, languages={**languages, code: replace(languages[code], catalogues=catalogues)})
    block = Block(f"docs/index.{code}.md", Text(text), 0, Text(text), Text(source), is_beside=True)
    with pytest.MonkeyPatch.context() as patch:
        for each in (porspec.checks.meaning, porspec.checks.glossary):
            patch.setattr(each, "blocks", lambda *_: iter([block]))
        return [each for check in (glossary, meaning) for each in check(alone)]


@pytest.mark.parametrize(
    ("code", "row"),
    [pytest.param(row[0], row[1:], id=f"{row[1]}: {row[-1][:40]}") for row in ROWS if row[0] != "sound"],
)
def test_a_translation_that_says_something_else_is_a_problem(code: str, row: tuple[str, ...], spec: Spec) -> None:
    assert code in {each.code for each in found(spec, *row)}


@pytest.mark.parametrize(
    "row", [pytest.param(row[1:], id=f"{row[1]}: {row[-1][:40]}") for row in ROWS if row[0] == "sound"]
)
def test_a_translation_that_says_the_same_otherwise_is_none(row: tuple[str, ...], spec: Spec) -> None:
    assert [str(each) for each in found(spec, *row)] == []


# --- in another project --------------------------------------------------------------------------------------------

SCENARIO = 'Feature: Things\n  Scenario: {}\n    Given there is "a"\n    Then it is "a"\n'


def told(small: Small, message: str, translation: str, glossary: str = "", language: str = "nl") -> list[str]:
    """The problems of one scenario's name and its translation, but for unused steps."""
    files = {"features/en/things.feature": SCENARIO.format(message)}
    project = small({**files, "locales/glossary.toml": glossary} if glossary else files)
    assert project.porspec("new", "language", language).returncode == 0
    path = f"locales/{language}/LC_MESSAGES/features.po"
    project.edit(path, f'msgid "{message}"\nmsgstr "', f'msgid "{message}"\nmsgstr "{translation}')
    problems = problems_of(project.root)[1]
    return [str(each).partition("\n")[0].partition(": ")[2] for each in problems if each.is_error]


def test_a_language_without_lists_is_held_to_digits_and_names(small: Small) -> None:
    assert told(small, "Not 3 of Cloud A, only two", "3 pour Cloud A", language="fr") == []


def test_a_language_without_lists_is_told_of_digits_and_names(small: Small) -> None:
    problems = told(small, "Not 3 of Cloud A, only two", "4 pour Cloud B", language="fr")
    codes = ["translation-moniker]", "translation-number]", "translation-moniker]"]
    assert sorted(each.rpartition("[")[2] for each in problems) == sorted(codes)


def test_a_glossary_adds_words_of_a_language(small: Small) -> None:
    words = '[meaning.fr]\nnegation = ["ne"]\nnumbers = { 2 = ["deux"] }\n'
    assert told(small, "Not two", "Deux", words, "fr") == [
        '"Not two" (scenario) says "Not", and its translation nothing like it: "Deux" [translation-negation]'
    ]


BANS = """
[[term]]
source = ["message"]
unless = ["notification"]
nl = { use = ["bericht*"], wrong = ["melding*"], never = ["mail"] }
"""


@pytest.mark.parametrize(
    ("message", "translation", "problems"),
    [
        ("A message", "Een melding", ["says no", "melding"]),
        ("A report", "Een melding", []),
        ("A message and a notification", "Een bericht en een melding", []),
        ("A report", "Een mail", ["mail"]),
        ("A notification", "Een mail", []),
    ],
)
def test_a_ban_gives_way_to_what_the_source_says(
    message: str, translation: str, problems: list[str], small: Small
) -> None:
    told_of = {"says no": f"'{translation}' does not say 'bericht' [glossary]"}
    wanted = [told_of.get(each, f"'{each}' must not be used; say 'bericht' [glossary]") for each in problems]
    assert told(small, message, translation, BANS) == wanted


# --- spelling ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "package"), [("nl", "hunspell-nl"), ("de", "hunspell-de-de")])
def test_every_word_of_this_site_is_in_a_dictionary_and_others_are_told(code: str, package: str, spec: Spec) -> None:
    required("hunspell", "hunspell")
    if dictionary(code) is None:
        lacking(f"no dictionary of {code} here: apt-get install {package}")
    alone = replace(spec, languages={spec.source: spec.languages[spec.source], code: spec.languages[code]})
    assert [str(each) for each in spelling(alone)] == []
    catalogue = alone.languages[code].catalogues["labels"]
    (key, first), *_ = catalogue.messages.items()
    messages = {**catalogue.messages, key: replace(first, text="Abonnementt")}
    alone.languages[code].catalogues["labels"] = replace(catalogue, messages=messages)
    wrong = f'{first.location}: "Abonnementt" is in no dictionary [spelling]'
    remedy = f"Correct it, or add it to locales/{code}/words.txt."
    try:
        assert [str(each) for each in spelling(alone)] == [f"{wrong}\n    {remedy}"]
    finally:
        alone.languages[code].catalogues["labels"] = catalogue


def test_a_language_without_its_list_is_not_spelled(small: Small) -> None:
    assert told(small, "A thing", "Een dinggg") == []


# --- what the glossary itself names --------------------------------------------------------------------------------

SOUND = """[[term]]
# The word: an order.
source = ["order"]
domains = ["help"]
nl = { never = ["order"] }

[labels]
"button.ok" = { nl = "Oké" }

[monikers]
cloud-a = { nl = ["Wolk"] }

[[opposite]]
nl = [["aan"], ["uit"]]

[[opposite]]
nl = [["in"], ["uit"]]
de = [["in"], ["aus"]]

[meaning.nl]
negation = ["geenszins"]
numbers = { 2 = ["paar"] }
"""


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        ('"button.ok"', '"button.okay"', 8, '"button.okay", which is no label'),
        ('"button.ok" = { nl', '"button.ok" = { dutch', 8, '"dutch", which is no language'),
        ("cloud-a", "cloud-aa", 11, '"cloud-aa", which is no moniker'),
        ("nl = { never", "nl = { nevr", 5, '"nevr", which is no kind of words'),
        ("nl = { never", "Dutch = { never", 5, '"Dutch", which is no language'),
        ('"help"', '"halp"', 4, '"halp", which is no catalogue'),
        ('["help"]', '["help"]\nunles = "all"', 5, '"unles", which is no property of a term'),
        ("[[opposite]]\nnl = [[", "[[opposite]]\nnll = [[", 14, '"nll", which is no language'),
        ("de = [", "deu_tsch = [", 18, '"deu_tsch", which is no language'),
        ("[meaning.nl]", "[meaning.ned]", 20, '"ned", which is no language'),
        ("negation", "negatin", 21, '"negatin", which is no kind of words'),
        ("[monikers]", "[moniker]", 10, '"moniker", which is no table of a glossary'),
    ],
)
def test_what_the_glossary_names_and_is_not_there_is_a_problem_at_its_line(
    old: str, new: str, line: int, said: str, small: Small
) -> None:
    label = "from porspec.steps import Label\n\nLABELS = (Label('button.ok', 'OK'),)\n"
    steps = f"{label}\ndef new_world(moniker):\n    return []\n\ndef snapshot(world):\n    return list(world)\n"
    feature = SCENARIO.format("Things")
    project = small({"features/en/things.feature": feature, "locales/glossary.toml": SOUND, "steps/__init__.py": steps})
    assert [*glossary_names(load(project.root))] == []
    project.edit("locales/glossary.toml", old, new)
    (problem,) = glossary_names(load(project.root))
    assert (problem.location.line, problem.message) == (line, f"The glossary names {said}")
    edited = SOUND.replace(old, new, 1).split("\n")[line - 1]
    assert edited[problem.location.column - 1 :].startswith(said.split('"')[1])


# --- columns in names ----------------------------------------------------------------------------------------------

OUTLINE = """Feature: Things

  Scenario Outline: The <thing> is a <b>thing</b>
    Given there is "<thing>"
    Then it is "<thing>"

    Examples:
      | thing |
      | tea   |
"""


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("Het <ding> is een <b>ding</b>", ""),
        ("<ding>: een <b>ding</b>", ""),
        ("Het <thing> is een <b>ding</b>", "['</b>', '<b>', '<thing>']"),
        ("Het ding is een <b>ding</b>", "['</b>', '<b>']"),
        ("Het <ding> is een ding", "['<ding>']"),
    ],
)
def test_a_column_in_the_name_of_an_outline_is_called_as_its_translation(name: str, wrong: str, small: Small) -> None:
    project = small({"features/en/things.feature": OUTLINE})
    assert project.porspec("new", "language", "nl").returncode == 0
    path = "locales/nl/LC_MESSAGES/features.po"
    for message, said in (("The <thing> is a <b>thing</b>", name), ("thing", "ding")):
        project.edit(path, f'msgid "{message}"\nmsgstr "', f'msgid "{message}"\nmsgstr "{said}')
    found = [each.message for each in problems_of(project.root)[1] if each.code == "translation-markup"]
    wanted = "The HTML tags of \"The <thing> is a <b>thing</b>\" (scenario) are ['</b>', '<b>', '<ding>']"
    assert found == ([f"{wanted}, and of its translation {wrong}"] if wrong else [])


# --- pages -----------------------------------------------------------------------------------------------------------

ON_PAGES = [
    (
        "nl",
        "U kunt deze niet opzoeken: vraag de\n  partner",
        "U kunt deze opzoeken: vraag de\n  partner",
        "translation-negation",
    ),
    ("zh", "并不是产品本身", "就是产品本身", "translation-negation"),
    (
        "de",
        "Jede Anweisung auf dieser Website wurde",
        "Eine Anweisung auf dieser Website wurde",
        "translation-negation",
    ),
    ("nl", "voordat de site werd gemaakt", "nadat de site werd gemaakt", "translation-opposite"),
    ("de", "einem Partner von 21Vianet", "einem Partner von Microsoft", "translation-moniker"),
    ("de", "(coverage.md)", "(translators.md)", "translation-markup"),
    ("nl", '<a name="proof">', '<a name="proofs">', "translation-markup"),
    ("nl", "U kunt de partner tot", "De partner kan u tot", "glossary"),
]


def on_page(spec: Spec, language: str, before: str, after: str, tmp_path: Path) -> list[Problem]:
    """What is wrong with a home page, as it once was, of a language after an edit."""
    copytree(REPOSITORY / "tests" / "data" / "home", tmp_path / "docs")
    copytree(REPOSITORY / "locales", tmp_path / "locales")
    page = tmp_path / "docs" / f"index.{language}.md"
    text = page.read_text("utf-8")
    assert text.count(before) == 1
    page.write_text(text.replace(before, after), "utf-8")
    own = {code: spec.languages[code] for code in (spec.source, language)}
    edited = replace(spec, config=replace(spec.config, root=tmp_path), languages=own)
    return [each for check in (glossary, meaning, page_markup) for each in check(edited)]


@pytest.mark.parametrize(("language", "before", "after", "code"), ON_PAGES)
def test_a_page_that_says_something_else_than_its_source_is_a_problem(
    language: str, before: str, after: str, code: str, spec: Spec, tmp_path: Path
) -> None:
    problems = on_page(spec, language, before, after, tmp_path)
    assert {(each.code, each.location.path) for each in problems} >= {(code, f"docs/index.{language}.md")}


@pytest.mark.parametrize(
    ("language", "before", "after"),
    [
        ("nl", "het is niet het product zelf", "het product zelf is het niet"),
        ("de", "es ist nicht das Produkt selbst", "es handelt sich nicht um das Produkt selbst"),
        ("zh", "并不是产品本身", "而非产品本身"),
    ],
)
def test_a_page_that_says_the_same_otherwise_is_none(
    language: str, before: str, after: str, spec: Spec, tmp_path: Path
) -> None:
    assert on_page(spec, language, before, after, tmp_path) == []


def test_a_page_is_not_compared_with_a_source_that_has_changed_since(spec: Spec, tmp_path: Path) -> None:
    assert on_page(spec, "nl", "porspec.source: sha256:", "porspec.source: sha256:0", tmp_path) == []
    page = tmp_path / "docs" / "index.nl.md"
    page.write_text(page.read_text("utf-8").replace("het is niet het product zelf", "het is het product zelf"), "utf-8")
    own = {code: spec.languages[code] for code in (spec.source, "nl")}
    edited = replace(spec, config=replace(spec.config, root=tmp_path), languages=own)
    assert list(meaning(edited)) == []


def test_a_glossary_is_read_anew_whenever_its_text_is_another(small: Callable[..., Project]) -> None:
    feature = 'Feature: Tea\n\n  Scenario: Tea\n    Given there is "tea"\n    Then it is "tea"\n'
    held = '[[term]]\nsource = "tea"\n[term.nl]\nuse = "thee"\n'
    project = small({"features/en/tea.feature": feature, "locales/glossary.toml": held})
    path = project.root / "locales" / "glossary.toml"
    before, spec = path.stat(), load(project.root)
    assert [term.name for term in read_glossary(spec).terms] == ["tea"]
    path.write_text(path.read_text("utf-8").replace("tea", "cup"), "utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert [term.name for term in read_glossary(spec).terms] == ["cup"]
