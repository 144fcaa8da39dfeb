"""Bad input gets a Problem with its place and a remedy, and nothing is written."""

import re
import shutil
from collections.abc import Callable

import pytest

from tests.conftest import REPOSITORY, Project

ADD, CHANGE, OFFER = (f"features/en/{stem}.feature" for stem in ("add-partner", "change-partner", "accept-offer"))
SECOND_RULE = "  Rule: You can also delete the partner"
NEXT = "**Next** becomes available once you've selected **Yes**. Until you continue, the partner can't act for you."
SECOND = (
    "You can't add a second partner to a subscription. To replace its partner, "
    "[change the partner of the subscription](change-partner.md)."
)
GONE = (
    "Replace it with the new ID. "
    "If you go to another subscription before you select **Submit**, what you typed is gone."
)
STEPS_PO = "locales/nl/LC_MESSAGES/steps.po"
LABELS_PO = "locales/nl/LC_MESSAGES/labels.po"

Edit = Callable[[Project], None]


def edit(path: str, old: str, new: str) -> Edit:
    return lambda project: project.edit(path, old, new)


def in_two_files(project: Project) -> None:
    project.edit(ADD, "    And I have the subscriptions", "    Also I have the subscriptions")
    project.edit(ADD, "    And I select the button", "    Select the button")
    project.edit("features/nl/accept-offer.feature", "# language: nl", "# language: xx")


def two_of_one_name(project: Project) -> None:
    project.edit(
        CHANGE, "Scenario: “Check ID” refuses an empty box", "Scenario: “Submit” with an empty box deletes the partner"
    )


def without_steps(project: Project) -> None:
    project.edit(
        CHANGE,
        SECOND_RULE,
        f"  Scenario: Nothing yet\n    Stel dat er niets is\n\n{SECOND_RULE}",
    )


def replaced(path: str, text: str) -> Edit:
    """One file with another text."""

    def write(project: Project) -> None:
        (project.root / path).write_text(text, "utf-8")

    return write


def added(text: str) -> Edit:
    """More in an English feature, before its second rule."""
    return edit(CHANGE, SECOND_RULE, f"{text}\n{SECOND_RULE}")


def without_feature(project: Project) -> None:
    (project.root / "features/nl/change-partner.feature").unlink()


def without_catalogue(project: Project) -> None:
    (project.root / STEPS_PO).unlink()


def with_crlf(project: Project) -> None:
    path = project.root / LABELS_PO
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def without_header(project: Project) -> None:
    path = project.root / LABELS_PO
    path.write_text('msgid ""\nmsgstr ""\n\n' + path.read_text("utf-8").partition("\n\n")[2], "utf-8")


def translated(domain: str, message: str, old: str, new: str) -> Edit:
    """The Dutch translation of one message with another text in the place of some of it."""

    def write(project: Project) -> None:
        text = translation(project, domain, message)
        assert old in text
        put(project, domain, message, text.replace(old, new))

    return write


def as_another(domain: str, message: str, other: str) -> Edit:
    """One message translated into Dutch as another one is."""
    return lambda project: put(project, domain, message, translation(project, domain, other))


def translation(project: Project, domain: str, message: str) -> str:
    return _entry(project, domain, message)[2]


def put(project: Project, domain: str, message: str, text: str) -> None:
    path, before, old = _entry(project, domain, message)
    project.edit(path, f'{before}{old}"', f'{before}{text}"')


def _entry(project: Project, domain: str, message: str) -> tuple[str, str, str]:
    """A catalogue's path, an entry's lines up to its translation, and that; both stand on a line each."""
    path = f"locales/nl/LC_MESSAGES/{domain}.po"
    found = re.search(
        rf'^(msgid "{re.escape(message)}"\nmsgstr ")(.+)"$', (project.root / path).read_text("utf-8"), re.MULTILINE
    )
    assert found, f"{message!r} has no translation in {path}"
    return path, found[1], found[2]


def with_a_strange_folder(project: Project) -> None:
    (project.root / "locales/klingon/LC_MESSAGES").mkdir(parents=True)


def with_a_folder_for_a_catalogue(project: Project) -> None:
    (project.root / LABELS_PO).unlink()
    (project.root / LABELS_PO).mkdir()


def without_source_feature(project: Project) -> None:
    (project.root / OFFER).unlink()


def more_steps(text: str, package: str = "porspec.steps", more: str = "") -> Edit:
    """One more module of steps."""
    content = f"from {package} import given\n\n{text}{more}"

    def write(project: Project) -> None:
        (project.root / "steps" / "more.py").write_text(content, "utf-8")

    return write


def features_elsewhere(project: Project) -> None:
    for path in ("fr/one.feature", "fr/deeper/two.feature", "three.feature", "nl/FOUR.FEATURE", "own/five.feature"):
        (project.root / "features" / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / "features" / path).write_text("Feature: One\n", "utf-8")
    (project.root / "features" / "own" / "test_five.py").write_text("", "utf-8")
    (project.root / "features" / "en" / "own").symlink_to("../own")


def with_hidden_characters(project: Project) -> None:
    """In each source that a text comes from."""
    project.edit(ADD, "    And I have the subscriptions", "    And I have the\u200b subscriptions")
    project.edit("locales/nl/LC_MESSAGES/features.po", 'msgstr "Een partner', 'msgstr "Een\u202e partner')
    project.edit("pyproject.toml", 'product = "Office 365"', 'product = "Office\\u0007 365"')
    project.edit("mkdocs.yml", "  - For testers and translators:", '  - "For\\u2066 testers and translators":')
    project.edit("steps/finding.py", '"""Search the directory by', '"""Search the \\u2060directory by')
    project.edit("locales/glossary.toml", 'nl = { use = ["', 'nl = { use = ["\\u200E')
    (project.root / "docs" / "in\u200bdex.en.md").write_text("# Index\n", "utf-8")


def with_hostile_links(project: Project) -> None:
    project.edit(ADD, "subscription](change", "subscription](//a.b/change")
    translated("features", SECOND, "](change-partner.md)", "](JavaScript&colon;alert)")(project)
    project.edit("pyproject.toml", 'footer = "This is', 'footer = "[This](data:text/html,x) is')


def with_a_hostile_name(project: Project) -> None:
    for code in ("en", "nl"):
        path = project.root / f"features/{code}/accept-offer.feature"
        path.rename(path.with_name("a)<img>(.feature"))


def in_latin_1(path: str) -> Edit:
    def write(project: Project) -> None:
        (project.root / path).write_bytes((project.root / path).read_bytes() + b"\n# caf\xe9\n")

    return write


def with_narrow_chinese(project: Project) -> None:
    for folder in ("features/zh", "locales/zh"):
        shutil.copytree(REPOSITORY / folder, project.root / folder)
    project.edit("locales/zh/LC_MESSAGES/help.po", '{button}。"', '{button}."')
    project.edit("locales/zh/LC_MESSAGES/features.po", "，", ", ")


def broken_steps(project: Project) -> None:
    project.append("steps/offers.py", "\nimport nothing_of_this_name\n")


GERMANY = '::: moniker range="o365-germany"'
WORLDWIDE = '::: moniker range="o365-worldwide"'
END = "::: moniker-end"


def page(text: str, name: str = "extra.en.md") -> Edit:
    """One more hand-written page."""

    def write(project: Project) -> None:
        (project.root / "docs" / name).write_text(text + "\n", "utf-8")

    return write


def table_that_is_missing(project: Project) -> None:
    project.edit(
        "steps/offers.py",
        "def no_delegated_admin(admin: AdminCenter)",
        "def no_delegated_admin(admin: AdminCenter, table: object)",
    )


def two_pages_of_one_address(project: Project) -> None:
    (project.root / "docs" / "extra").mkdir()
    page("Text")(project)
    page("Text", "extra/index.en.md")(project)
    page("Text", "change-partner.en.md")(project)


def page_out_of_scope(project: Project) -> None:
    ranges = '"**" = ">=o365-worldwide"\n"docs/extra.*" = "o365-germany"'
    project.append("pyproject.toml", f"\n[tool.porspec.moniker_ranges]\n{ranges}\n")
    page("---\nmonikerRange: o365-worldwide\n---\nText")(project)


def page_without_a_range(project: Project) -> None:
    project.append("pyproject.toml", '\n[tool.porspec.moniker_ranges]\n"docs/*.*.md" = ">=o365-worldwide"\n')
    (project.root / "docs" / "more").mkdir()
    page(f"{GERMANY}\nText\n{END}", "more/extra.en.md")(project)


CASES: dict[str, Edit] = {
    "unknown-moniker": edit(ADD, "@o365-germany", "@o365-germny"),
    "moniker-outside-parent": edit(
        OFFER, "  Scenario: Accept the offer", "  @o365-germany\n  Scenario: Accept the offer"
    ),
    "title-of-another-language": edit(
        "features/nl/change-partner.feature", "Abstract Scenario: De partner", "Scenario Outline: De partner"
    ),
    "column-twice": edit(
        CHANGE,
        "      | page                    |\n      | Billing > Subscriptions |",
        "      | page                    | page                    |\n"
        "      | Billing > Subscriptions | Billing > Subscriptions |",
    ),
    "column-for-a-step": edit(CHANGE, '    When I go to the page "<page>"\n', "    When <page>\n"),
    "tags-that-are-no-table": edit("pyproject.toml", "[tool.porspec]\n", '[tool.porspec]\ntags = ["slow"]\n'),
    "scenario-without-a-colon": edit(CHANGE, "  Scenario Outline: Change", "  Scenario Change"),
    "tag-before-a-step": edit(CHANGE, "    Given the partner", "    @o365-germany\n    Given the partner"),
    "keyword-of-another-language-in-a-scenario": edit(
        "features/nl/change-partner.feature", "    Als ik naar de pagina", "    When ik naar de pagina"
    ),
    "features-where-nothing-reads-them": features_elsewhere,
    "steps-that-would-not-run": more_steps(
        '@given("one")\ndef one(world):\n    yield\n\n'
        '@given("two")\nasync def two(world):\n    yield\n\n'
        '@given("three")\ndef three(world):\n    pass\n\n'
        '@given("four")\ndef three(world):\n    pass\n\n'
        'class Steps:\n    @given("five")\n    def five(world):\n        pass\n\n'
        '@given("six")\ndef six():\n    pass\n'
    ),
    "steps-of-pytest-bdd": more_steps("", "pytest_bdd", '@given("one")\ndef one(world):\n    pass\n'),
    "steps-with-annotations-that-read-no-text": more_steps(
        "@given('one \"{n}\"')\ndef one(world, n: int | None):\n    pass\n\n"
        "@given('two \"{n}\"')\ndef two(world, n: bool):\n    pass\n\n"
        "@given('three \"{n}\"')\ndef three(world, n: list[int]):\n    pass\n\n"
        '@given(\'four "{n}"\')\ndef four(world, n: "Nothing"):\n    pass\n\n'
        '@given("five")\ndef five(world, datatable):\n    pass\n\n'
        '@given("six", says={"o365-germny": "Six."})\ndef six(world):\n    pass\n'
    ),
    "steps-that-skip-the-import": more_steps('import pytest\npytest.importorskip("nothing_of_this_name")\n'),
    "steps-that-exit": more_steps("raise SystemExit(3)\n"),
    "steps-with-a-syntax-error": more_steps('@given("one"\ndef one(world):\n    pass\n'),
    "step-decorator-without-brackets": more_steps("@given\ndef one(world):\n    pass\n"),
    "labels-that-are-none": edit("steps/__init__.py", "from .labels import LABELS\n", 'LABELS = "none"\n'),
    "moniker-that-is-a-language": edit("pyproject.toml", 'id = "o365-germany"', 'id = "nl"'),
    "moniker-that-is-no-mark": edit("pyproject.toml", 'id = "o365-germany"', 'id = "not"'),
    "unknown-option": edit("pyproject.toml", "order = 2", "colour = 2"),
    "option-of-another-type": edit("pyproject.toml", "order = 2", 'order = "2"'),
    "source-language-that-is-none": edit("pyproject.toml", 'source_language = "en"', 'source_language = "xx"'),
    "source-language-without-a-dialect": edit("pyproject.toml", 'source_language = "en"', 'source_language = "sw"'),
    "configuration-that-is-no-toml": edit("pyproject.toml", "[tool.porspec]\n", "[tool.porspec\n"),
    "curly-quotes": edit(CHANGE, 'the button "Check ID"', "the button “Check ID”"),
    "two-definitions-of-one-step": more_steps(
        '@given("I am signed in to the admin center")\ndef another(world):\n    pass\n'
    ),
    "two-definitions-that-read-the-same": more_steps(
        "@given('the partner \"{name}\" sent me an offer by email')\ndef another(world, name):\n    pass\n"
    ),
    "undefined-step": edit(ADD, 'I select the tab "Partner"', 'I click the tab "Partner"'),
    "undefined-step-of-another-kind": edit(
        ADD, '    Then "Fabrikam" is the partner', '    When "Fabrikam" is the partner'
    ),
    "ambiguous-step": edit(STEPS_PO, 'ik het tabblad \\"{tab}\\" selecteer', 'ik de knop \\"{tab}\\" selecteer'),
    "step-of-another-language": edit(
        "features/nl/change-partner.feature",
        "Als ik naar de pagina",
        'Als I go to the page "Facturering"\n    En ik naar de pagina',
    ),
    "scenario-without-steps": without_steps,
    "two-scenarios-of-one-name": two_of_one_name,
    "two-scenarios-of-one-name-in-two-rules": edit(
        ADD, "Scenario: A second partner is refused", "Scenario: “Submit” also refuses an unknown ID"
    ),
    "scenario-without-a-name": added("  Scenario:\n    Then no message is shown\n"),
    "feature-without-a-name": edit(ADD, "Feature: Add a partner to an existing subscription", "Feature:"),
    "rule-without-an-example": added("  Rule: The world is flat\n"),
    "feature-without-scenarios": replaced(ADD, "Feature: Add a partner\n\n  Nothing yet.\n"),
    "empty-file": replaced(ADD, ""),
    "file-of-comments": replaced(ADD, "# Nothing yet.\n\n"),
    "tags-at-the-end-of-a-file": replaced(ADD, "@o365-germany\n"),
    "keyword-of-another-language": edit(
        "features/nl/change-partner.feature",
        'Stel dat de partner "Fabrikam" mij',
        'Given dat de partner "Fabrikam" mij',
    ),
    "keyword-of-another-language-and-no-step": edit(
        CHANGE,
        "  Scenario Outline: Change the partner\n",
        "  Scenario Outline: Change the partner\n    Stel dat ik wacht\n",
    ),
    "table-and-doc-string-that-nobody-takes": replaced(
        ADD,
        "Feature: X\n  Scenario: W\n    Given I am signed in to the admin center\n      | a |\n"
        "    Then no message is shown\n"
        '      """\n      text\n      """\n',
    ),
    "table-that-is-missing": table_that_is_missing,
    "keywords-and-steps-mistyped": replaced(
        ADD,
        "Feature: X\n  When you read this, all is well.\n\n"
        "  scenario: V\n    given I am signed in to the admin center\n\n"
        '  Scenario: W\n    given it is late\n    and I have only the subscription "Office 365 E3"\n\n'
        '    Gven I have only the subscription "Office 365 E3"\n'
        "    - no message is shown\n    Given:I am signed in to the admin center\n    Then no message is shown\n",
    ),
    "background-of-another-language": replaced(
        ADD,
        "Feature: X\n\n  Achtergrond:\n    Stel dat ik bij het beheercentrum ben aangemeld\n\n"
        "  Scenario: Y\n    Then no message is shown\n",
    ),
    "step-under-no-scenario": replaced(
        ADD, "Feature: X\n  Given I am signed in to the admin center\n\n  Scenario: Y\n    Then no message is shown\n"
    ),
    "step-in-another-case": edit(ADD, "I select the tab", "I Select the tab"),
    "examples-without-a-table": edit(
        CHANGE, "      | page                    |\n      | Billing > Subscriptions |\n", ""
    ),
    "examples-without-rows": edit(CHANGE, "      | Billing > Subscriptions |\n", ""),
    "examples-with-a-ragged-row": edit(CHANGE, "| Billing > Subscriptions |", "| Billing | Subscriptions |"),
    "broken-features": in_two_files,
    "broken-catalogue": edit(STEPS_PO, 'msgid "the offer is accepted"', "msgid the offer is accepted"),
    "missing-catalogue": without_catalogue,
    "merge-conflict-in-a-catalogue": edit(
        LABELS_PO, 'msgstr "Verzenden"', '<<<<<<< ours\nmsgstr "Verzenden"\n=======\nmsgstr "Sturen"\n>>>>>>> theirs'
    ),
    "string-that-is-not-closed": edit(LABELS_PO, 'msgstr "Verzenden"', 'msgstr "Verzenden'),
    "plural-where-none-is": edit(
        LABELS_PO,
        'msgid "Submit"\nmsgstr "Verzenden"',
        'msgid "Submit"\nmsgid_plural "Submits"\nmsgstr[0] "Verzenden"\nmsgstr[1] "Verzendingen"',
    ),
    "line-ends-of-another-system": with_crlf,
    "header-that-is-empty": without_header,
    "full-stop-lost": translated("help", "Select {button}.", "}.", "}"),
    "bold-lost": translated("features", NEXT, "**Volgende**", "Volgende"),
    "labels-of-one-text": edit(
        LABELS_PO,
        'msgctxt "section.partner_information"\nmsgid "Partner information"\nmsgstr "Partnergegevens"',
        'msgctxt "section.partner_information"\nmsgid "Partner information"\nmsgstr "Partnerinformatie"',
    ),
    "informal-address": translated("features", "After “Yes” you can continue", "kunt u", "kun je"),
    "bold-word-on-a-page-that-is-no-label": edit(
        "docs/index.nl.md", "*abonnementsadviseur*", "**abonnementsadviseur**"
    ),
    "placeholder-missing": edit(STEPS_PO, 'ik de knop \\"{button}\\" selecteer', "ik de knop selecteer"),
    "placeholder-renamed": edit(STEPS_PO, 'ik de knop \\"{button}\\" selecteer', 'ik de knop \\"{knop}\\" selecteer'),
    "pattern-untranslated": edit(STEPS_PO, 'msgstr "de aanbieding wordt geaccepteerd"', 'msgstr ""'),
    "pattern-fuzzy": edit(
        STEPS_PO,
        'msgctxt "when"\nmsgid "the offer is accepted"',
        '#, fuzzy\nmsgctxt "when"\nmsgid "the offer is accepted"',
    ),
    "feature-missing": without_feature,
    "languages-differ": edit(
        "features/nl/change-partner.feature",
        'En ik de knop "Id controleren" selecteer',
        'En ik de knop "Verzenden" selecteer',
    ),
    "languages-differ-in-tags": edit(
        "features/nl/change-partner.feature", "    @o365-germany @o365-21vianet", "    @o365-germany"
    ),
    "label-unknown": edit(ADD, 'the page "Billing > Products & services"', 'the page "Billing > Products"'),
    "label-of-another-kind": edit(ADD, 'I select the button "Add"', 'I select the button "Partner"'),
    "label-renamed": edit(LABELS_PO, 'msgstr "Verzenden"', 'msgstr "Versturen"'),
    "quote-missing": edit(ADD, 'I select the tab "Partner"', 'I select the tab "Partner'),
    "column-missing": edit(CHANGE, '"<page>"', '"<place>"'),
    "column-of-a-wrong-label": edit(CHANGE, "| Billing > Subscriptions |", "| Billing > Subscription  |"),
    "placeholder-without-examples": edit(
        ADD, 'the ID "3214567" in the box "Partner Network ID"', 'the ID "<id>" in the box "Partner Network ID"'
    ),
    "placeholder-within-text": edit(CHANGE, '"<page>"', '"Billing > <page>"'),
    "placeholder-in-a-background": edit(
        CHANGE,
        'the subscription "Office 365 E3"\n\n',
        'the subscription "Office 365 E3"\n    When I go to the page "<page>"\n\n',
    ),
    "placeholder-in-a-cell": edit(CHANGE, "| Billing > Subscriptions |", "| <page>                 |"),
    "wrong-language-header": edit("features/nl/accept-offer.feature", "# language: nl", "# language: en"),
    "steps-that-cannot-be-imported": broken_steps,
    "definition-with-a-bare-placeholder": edit(
        "steps/navigation.py", "'I go to the page \"{page}\"'", "'I go to the page {page}'"
    ),
    "definition-without-a-use": edit(
        "steps/offers.py",
        '@then("I have no delegated admin")',
        '@then("I am alone")\n@then("I have no delegated admin")',
    ),
    "configuration-without-source-language": edit("pyproject.toml", 'source_language = "en"\n', ""),
    "unknown-keyword": edit("pyproject.toml", 'given = "Stel"', 'given = "Neem"'),
    "translation-of-a-link-target": edit(
        "locales/nl/LC_MESSAGES/features.po", "accepteren](accept-", "accepteren](aanvaard-"
    ),
    "bold-word-that-is-no-label": translated("features", GONE, "**Verzenden**", "**OK**"),
    "entry-that-stands-twice": lambda project: project.append(
        "locales/nl/LC_MESSAGES/labels.po", '\nmsgctxt "choice.yes"\nmsgid "Yes"\nmsgstr "Jawel"\n'
    ),
    "entry-without-its-msgid": edit("locales/nl/LC_MESSAGES/help.po", 'msgid "Select {button}."\n', ""),
    "catalogue-in-another-charset": edit("locales/nl/LC_MESSAGES/help.po", "charset=UTF-8", "charset=iso-8859-1"),
    "label-with-a-blank-at-its-end": translated("labels", "More actions", "acties", "acties "),
    "label-with-a-quote": edit(
        "locales/nl/LC_MESSAGES/labels.po", 'msgstr "Meer acties"', 'msgstr "Meer \\"acties\\""'
    ),
    "two-labels-of-one-text": edit("locales/nl/LC_MESSAGES/labels.po", 'msgstr "Verzenden"', 'msgstr "Toevoegen"'),
    "brace-that-the-message-lacks": translated("help", "Select {button}.", "{button}", "{button} {0}"),
    "description-that-begins-like-a-step": edit(
        "locales/nl/LC_MESSAGES/features.po", '"Bekijk met welke partners', '"Scenario: bekijk met welke partners'
    ),
    "word-that-the-glossary-forbids": translated("help", "Select {button}.", "Selecteer", "Klik op"),
    "word-that-the-glossary-forbids-on-a-page": edit("docs/index.nl.md", "Wat wilt u doen?", "Klik op wat u wilt doen"),
    "glossary-that-cannot-be-read": lambda project: project.append("locales/glossary.toml", "[[term]]\nnl = 3\n"),
    "page-with-two-colons": page(f":{GERMANY[2:]}\nText\n{END}"),
    "page-with-a-stray-end": page(f"Text\n\n{END}"),
    "page-with-nested-zones": page(f"{GERMANY}\nText\n{GERMANY}\nText\n{END}\n{END}"),
    "page-with-an-empty-zone": page(f"- Text\n\n  {GERMANY}\n\n  {END}"),
    "page-with-a-zone-that-does-not-end": page(f"{GERMANY}\nText\n:{END}"),
    "page-with-a-zone-of-another-range": page(f"---\nmonikerRange: o365-worldwide\n---\n{GERMANY}\nText\n{END}"),
    "page-with-an-unknown-moniker": page(f'::: moniker range="o365-germny"\nText\n{END}'),
    "page-with-the-portal-of-another-cloud": page(f"{GERMANY}\n[Text](https://admin.microsoft.com)\n{END}"),
    "page-with-a-definition-for-another-cloud": page(
        f"{GERMANY}\n[Text][p]\n{END}\n\n[p]: https://admin.microsoft.com"
    ),
    "page-with-a-link-for-some-clouds": page(
        f"{GERMANY}\n[Text](accept-offer.md) [text](#text)\n{END}\n{WORLDWIDE}\n# Text\n{END}"
    ),
    "page-with-a-row-cut-off": page(f"| a |\n| - |\n{GERMANY}\n| b |\n{END}"),
    "page-with-alerts-that-are-text": page("> [!TIP] Text\n> Text\n\n> [!WARNNIG]\n> Text"),
    "page-with-tabs-before-a-stray-end": page(f"-\tText\n\n\t{GERMANY}\n\tText\n\t{END}\n\n\t{END}"),
    "page-with-a-zone-in-html": page(f"<details>\n<summary>Text</summary>\n\n{GERMANY}\nText\n{END}\n\n</details>"),
    "page-with-a-title-in-a-zone": page(f"{GERMANY}\n# Text\n{END}"),
    "page-with-a-level-skipped": page(f"# Text\n\n{GERMANY}\n## Text\n{END}\n### Text"),
    "page-with-two-ranges": page("---\nmonikers: [o365-germany]\nmonikerRange: o365-germany\n---\nText"),
    "page-out-of-scope": page_out_of_scope,
    "page-without-a-range": page_without_a_range,
    "page-with-broken-front-matter": page("---\ntitle: [\n---\nText"),
    "page-with-a-link-that-leads-nowhere": page("[Text](coverage.md) [text](../coverage.md) ![text](a.png)"),
    "page-with-an-include": page("[!INCLUDE [text](text.md)]"),
    "page-with-a-video": page("> [!VIDEO https://example.com]"),
    "page-with-a-tab": page("# [Text](#tab/text)"),
    "page-with-what-docfx-alone-shows": page(
        ':::code source="a.cs":::\n\n::: zone pivot="a"\n:::image source="a.png":::\n::: zone-end\n\n:::row:::'
    ),
    "page-with-a-number-twice": page(f"{GERMANY}\n1. Text\n2. Text\n{END}\n\n2. Text"),
    "page-with-the-address-of-another": two_pages_of_one_address,
    "page-with-a-bold-word-and-other-faults": page("This is **really** wrong: [text](gone.md)\n\n:: moniker-end"),
    "portals-that-are-no-list": edit("pyproject.toml", '["portal.office.de"]', '"portal.office.de"'),
    "ranges-that-are-no-table": edit("pyproject.toml", "\nfooter = ", "\nmoniker_ranges = []\nfooter = "),
    "front-matter-that-is-no-table-of-texts": edit(
        "pyproject.toml", "\nfooter = ", "\nfront_matter = { year = 1 }\nfooter = "
    ),
    "clouds-of-one-name": as_another("help", "Office 365 Germany", "Office 365 (worldwide)"),
    "pages-of-one-title": as_another(
        "features", "Delete a partner from a subscription", "View your partner relationships"
    ),
    "rules-of-one-name": as_another(
        "features", "You can also delete the partner", "The new ID must belong to another partner"
    ),
    "scenarios-of-one-name-in-translation": as_another(
        "features", "The ID of the current partner is refused", "An unknown ID is refused"
    ),
    "page-of-the-title-of-another": edit("docs/index.nl.md", "---\ntitle: ", "---\ntitle: Een partner zoeken # "),
    "characters-that-nobody-sees": with_hidden_characters,
    "links-that-lead-to-programs": with_hostile_links,
    "feature-with-a-name-that-is-no-address": with_a_hostile_name,
    "glossary-in-another-charset": in_latin_1("locales/glossary.toml"),
    "byte-order-mark-of-a-catalogue": edit(LABELS_PO, 'msgid ""', '\ufeffmsgid ""'),
    "two-blanks": translated("labels", "More actions", "Meer ", "Meer  "),
    "chinese-with-narrow-marks": with_narrow_chinese,
    "folder-of-no-language": with_a_strange_folder,
    "folder-for-a-catalogue": with_a_folder_for_a_catalogue,
    "header-of-another-language": edit(LABELS_PO, '"Language: nl', '"Language: de'),
    "header-of-no-language": edit(LABELS_PO, '"Language: nl', '"Language: '),
    "feature-without-a-source": without_source_feature,
    "feature-in-another-charset": in_latin_1("features/nl/accept-offer.feature"),
    "page-in-another-charset": in_latin_1("docs/index.nl.md"),
    "feature-edited-by-hand": edit("features/nl/change-partner.feature", "De partner wijzigen", "Partner wijzigen"),
}


# What is found whatever else there is in a project; the pages by hand are of this kind too.
OF_ANY_PROJECT = {
    "byte-order-mark-of-a-catalogue",
    "catalogue-in-another-charset",
    "folder-for-a-catalogue",
    "header-of-another-language",
    "header-of-no-language",
    "header-that-is-empty",
    "line-ends-of-another-system",
    "missing-catalogue",
    "step-decorator-without-brackets",
    "steps-of-pytest-bdd",
    "steps-that-exit",
    "steps-that-skip-the-import",
    "steps-with-a-syntax-error",
}
OF_THIS_PROJECT = {
    "page-in-another-charset",
    "page-of-the-title-of-another",
    "page-with-the-address-of-another",
}


@pytest.mark.parametrize("name", CASES)
def test_bad_input_is_a_problem_with_its_place(
    name: str, request: pytest.FixtureRequest, golden: Callable[[str, str], None]
) -> None:
    is_small = name in OF_ANY_PROJECT or (name.startswith("page-") and name not in OF_THIS_PROJECT)
    project: Project = request.getfixturevalue("tiny" if is_small else "project")
    CASES[name](project)
    golden(f"problems/{name}.txt", project.problems())


@pytest.mark.parametrize("name", ["undefined-step", "broken-features", "broken-catalogue", "unknown-moniker"])
def test_nothing_is_written_where_the_sources_are_bad(name: str, project: Project) -> None:
    CASES[name](project)
    before = project.files()
    for command in (["sync"], ["build"], ["check"], ["run"]):
        assert project.porspec(*command).returncode == 1
    assert project.files() == before


def test_files_with_the_line_ends_of_another_system_have_no_problems(project: Project) -> None:
    for name in ("features/en/find-partner.feature", "features/nl/find-partner.feature", "docs/index.nl.md"):
        path = project.root / name
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.problems() == ""
    assert project.porspec("sync", "--check").stdout == "Everything is up to date\n"


def test_good_input_has_no_problems(project: Project) -> None:
    assert project.problems() == ""
