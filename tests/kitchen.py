"""A small project of another team that uses every construct of features, steps and catalogues, for golden files.

Dutch lacks the words of one step, Chinese those of a few more; Esperanto is a language of which the package has none.
"""

import textwrap
from pathlib import Path

from porspec.languages.merge import Message, with_translations
from tests.conftest import Project

FILES = {
    "pyproject.toml": """
        [project]
        name = "kitchen"

        [tool.porspec]
        source_language = "en"
        footer = "All of it was *cooked*."

        [[tool.porspec.monikers]]
        id = "home"
        product = "Kitchen"
        order = 1
        name = "At home"

        [[tool.porspec.monikers]]
        id = "hotel"
        product = "Kitchen"
        order = 2
        name = "In a hotel"
        retired = 2020-02-29

        [[tool.porspec.monikers]]
        id = "diner"
        product = "Kitchen"
        order = 3
        name = "In a diner"

        [tool.porspec.languages.en.keywords]
        scenario = "Scenario"

        [tool.porspec.languages.nl]
        complete = false

        [tool.porspec.checks]
        then-cannot-fail = "off"
        procedure-proves-nothing = "off"
        example-proves-nothing = "off"
        """,
    "mkdocs.yml": """
        site_name: Kitchen
        site_description: How to cook
        nav:
          - Cooking:
              - cook-dinner.md
        """,
    "steps/__init__.py": """
        from porspec.steps import Label

        LABELS = (
            Label("nav.menu", "Menu", "Not a dish."),
            Label("page.orders", "Orders"),
            Label("button.pay", "Pay *now*"),
        )
        new_world = list
        snapshot = list


        def link(moniker, ids):
            return f"https://{moniker}.example/{ids[-1]}" if moniker != "hotel" and len(ids) > 1 else None
        """,
    "steps/cooking.py": '''
        from typing import Annotated

        from porspec.steps import LabelType, given, then, when

        Button = Annotated[str, LabelType("button")]
        Page = Annotated[tuple[str, ...], LabelType("nav", "page", path=True)]


        @given("the kitchen is open", says="Open the kitchen, with its `key`.")
        def is_open(world): ...


        @given("there are")
        @given("I have these", says="Have what the recipe names.")
        def there_are(world, table=None, doc_string=None, media_type=None):
            """Things,
            of any kind.
            """


        @when('I go to the page "{page}"', says="Go to the {page} page.")
        def go(world, page: Page): ...


        @when('I select "{button}"', says={"home": "Select {button}.", "diner": "Tap {button}."})
        def select(world, button: Button): ...


        @when('I add "{count}" of "{thing}"', says="Add {count} of {thing}.")
        def add(world, count: int, thing: str): ...


        @when("I wait")
        def wait(world): ...


        @then("a light is on", says="A light is on.")
        def is_on(world): ...


        @then("nothing burns")
        def nothing_burns(world, doc_string=None): ...


        @then('I am told "{message}"', says="You are told {message}.")
        def told(world, message: str): ...
        ''',
    "features/en/cook-dinner.feature": '''
        Feature: Cook dinner (& more)
          For who is hungry: **Menu**, then `cook_it`, then [pay](pay-bill.md).

          It takes *an hour*, or
          more.

          Background:
            Given the kitchen is open

          @home @hotel
          Scenario: Cook
            Given I have these
              | name   | `mark` |
              | a \\| b | ``     |
            Then a light is on
            When I go to the page "Menu > Orders"
            Then a light is on
            And nothing burns
            When I select "Pay *now*"
            Given there are
              """text/plain
              He says ````` and

              goes.
              """
            And I have these
            But there are
            When I add "2" of "eggs"
            Then I am told "It is {done} & 1 < 2"
            And a light is on
            Then nothing burns
              """
              not a bit
              """

          @diner
          Scenario Outline: Cook much
            When I add "<number>" of "<what>"
            * I wait
            Then I am told "<answer>"

            Examples: few
              Who eats *little*.

              And `slowly`.

              | number | what | answer |
              | 1      | egg  | Fine   |
              | 2      | egg  | Well   |

            Examples:
              | number | what | answer |
              | 30     | eggs | Much   |

          Rule: A rule on it
            It has a paragraph.

            It has *two*.

            @home
            Scenario: The rule holds
              Given the kitchen is open
              When I wait
              Then nothing burns

            Scenario: It holds again
              When I wait
              Then a light is on

          @diner
          Rule: A rule of one cloud

            Scenario: The rule of one holds
              Given there are
              When I wait
              Then a light is on
        ''',
    "features/en/pay-bill.feature": """
        @home @diner
        Feature: Pay the bill

          When you have eaten.

          @home
          Scenario: Pay
            When I go to the page "Menu"
            And I select "Pay *now*"
            Then I am told "Thanks"

          @home
          Scenario: Pay later
            When I wait
            Then I am told "Later"

          @diner
          Rule: Guests do not pay

            Scenario: A guest leaves
              Given the kitchen is open
              When I wait
              Then nothing burns
        """,
    "features/en/rules-only.feature": """
        @diner
        Feature: What holds

          Rule: The first
            Scenario: It is first
              Given the kitchen is open
              When I wait
              Then nothing burns

          Rule: The second
            Scenario: It is second
              When I wait
              Then nothing burns
        """,
}
WORDS: dict[str, dict[str, dict[Message, str]]] = {
    "nl": {
        "steps": {
            ("given", "the kitchen is open"): "de keuken open is",
            ("given", "there are"): "er zijn",
            ("when", 'I go to the page "{page}"'): 'ik naar de pagina "{page}" ga',
            ("when", 'I select "{button}"'): '"{button}" selecteer',
            ("when", "I wait"): "ik wacht",
            ("then", "a light is on"): "brandt er een lamp",
            ("then", "nothing burns"): "brandt er niets",
            ("then", 'I am told "{message}"'): 'krijg ik "{message}" te horen',
        },
        "labels": {("page.orders", "Orders"): "Bestellingen"},
        "help": {
            ("moniker", "At home"): "Thuis",
            ("moniker", "In a diner"): "In een eetcafé",
            ("when", "Go to the {page} page."): "Ga naar de pagina {page}.",
            ("then", "A light is on."): "Er brandt een lamp.",
        },
        "features": {
            ("feature", "Pay the bill"): "De rekening betalen",
            ("scenario", "Pay"): "Betalen",
            ("description", "It takes *an hour*, or more."): "Het duurt *een uur*, of langer.",
            ("feature", "What holds"): "Wat geldt",
            ("rule", "The first"): "Het eerste",
        },
    },
    "zh": {
        "steps": {
            ("given", "the kitchen is open"): "厨房已开放",
            ("given", "there are"): "有以下内容",
            ("given", "I have these"): "我有以下内容",
            ("when", 'I go to the page "{page}"'): '我转到 "{page}" 页面',
            ("when", 'I select "{button}"'): '我选择 "{button}"',
            ("when", 'I add "{count}" of "{thing}"'): '我加入 "{count}" 份 "{thing}"',
            ("when", "I wait"): "我等待",
            ("then", "a light is on"): "灯亮着",
            ("then", "nothing burns"): "没有烧焦",
            ("then", 'I am told "{message}"'): '我得知 "{message}"',
        },
        "labels": {
            ("nav.menu", "Menu"): "菜单",
            ("page.orders", "Orders"): "订单",
            ("button.pay", "Pay *now*"): "立即 *付款*",
        },
        "help": {
            ("moniker", "At home"): "在家",
            ("moniker", "In a hotel"): "在酒店",
            ("moniker", "In a diner"): "在餐厅",
            ("given", "Open the kitchen, with its `key`."): "用 `key` 打开厨房。",
            ("given", "Have what the recipe names."): "准备好食谱所列的内容。",
            ("when", "Go to the {page} page."): "转到 {page} 页面。",
            ("when", "Select {button}."): "选择 {button}。",
            ("when", "Tap {button}."): "点按 {button}。",
            ("when", "Add {count} of {thing}."): "加入 {count} 份 **{thing}**。",
            ("then", "A light is on."): "灯亮着。",
            ("then", "You are told {message}."): "您得知 {message}。",
        },
        "features": {
            ("feature", "Cook dinner (& more)"): "做晚餐(等)",
            ("feature", "Pay the bill"): "付账",
            ("scenario", "Cook much"): "做很多",
            ("examples", "few"): "少量",
            ("column", "number"): "数量",
            ("feature", "What holds"): "规则",
            ("rule", "The first"): "第一",
            ("rule", "The second"): "第二",
            ("scenario", "It is first"): "它是第一",
            ("scenario", "It is second"): "它是第二",
        },
    },
    "eo": {"steps": {("when", "I wait"): "mi atendas"}},
}


def make_kitchen(root: Path) -> Project:
    """The project in a folder of its own, as its translators left it."""
    project = Project(root)
    for name, text in FILES.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(textwrap.dedent(text).lstrip(), "utf-8")
    for code, domains in WORDS.items():
        done = project.porspec("new", "language", code)
        assert done.returncode == 0, done.stderr
        for domain, messages in domains.items():
            path = root / f"locales/{code}/LC_MESSAGES/{domain}.po"
            before = path.read_text("utf-8")
            path.write_text(with_translations(before, path.name, messages), "utf-8")
    done = project.porspec("sync")
    assert done.returncode == 0, done.stderr
    return project
