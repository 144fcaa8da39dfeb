"""A feature that begins from a page has its tasks, for whom each is, and a TODO where somebody decides."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from porspec.languages.begun import begun_from
from porspec.languages.from_page import phrase
from porspec.sources.config import Config, read_config
from porspec.sources.features import parse_feature
from porspec.sources.monikers import Moniker, Monikers
from tests.conftest import REPOSITORY, Project

CLOUDS = Monikers((Moniker("cloud-a", "o", "A"), Moniker("cloud-b", "o", "B"), Moniker("cloud-c", "o", "C")))
PAGE = """---
title: Orders
---
# <a name="orders"></a>Change your orders

You can change an order **until it is sent**. <br>It takes a day.

## <a name="change-a-line"></a>Change a line

> [!NOTE]
> Orders are sent at night.

::: moniker range="cloud-a"

1. In the shop, go to the **Orders** \\> <a href="https://go.example.com/?linkid=1">All orders</a> page.

::: moniker-end

::: moniker range="cloud-b"

1. In the shop, go to the **Orders** &gt; [Mine](https://go.example.com/?linkid=2) page.

::: moniker-end

::: moniker range="cloud-a || cloud-b"

2. If you have several, select one, and then select **Change**. You can do so twice.

   - Type a number.

3. Type `3` in the **Count** box, select **Check**, and then **Save**.

The line shows "3 pieces".

::: moniker-end

## Cancel an order

::: moniker range="cloud-c"

Nobody can cancel an order here.

Ask [support](https://support.example.com) | by telephone.

::: moniker-end

::: moniker range="cloud-a || cloud-b"

- Go to **Orders** > **Cancel**. You'll see a message.

::: moniker-end

## Related

- [Prices](prices.md)
"""


def config(root: Path) -> Config:
    return replace(read_config(REPOSITORY), root=root, monikers=CLOUDS)


def begun(tmp_path: Path, text: str, name: str = "docs/orders.md") -> str:
    (tmp_path / "docs").mkdir(exist_ok=True)
    (tmp_path / "docs" / "orders.md").write_text(text, "utf-8", newline="")
    return begun_from(config(tmp_path), name)


def test_a_feature_begins_with_the_procedures_and_rules_of_a_page(
    tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    golden("new-feature/from-page.feature", begun(tmp_path, PAGE))


def test_a_feature_begins_with_one_section_of_a_page(tmp_path: Path, golden: Callable[[str, str], None]) -> None:
    golden("new-feature/from-section.feature", begun(tmp_path, PAGE, "docs/orders.md#change-a-line"))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Go to **A** \\> <a href='b'>C</a>.", 'Go to "A > C".'),
        ("Go to **A**\\>**B** > [C](d).", 'Go to "A > B > C".'),
        ("In the [shop](a), select [**A**](b).", 'In the shop, select "A".'),
        ("Select **A**, then **B**.<br>Wait", 'Select "A", then "B". Wait'),
        ("See `a > b` &lt;c&gt; \\*d\\*", "See a > b ‹c› *d*"),
        ('Press **"OK"**.', "Press \"'OK'\"."),
        ("<a name='a'></a>A ![b](c) :::image source=\"d\"::: [!INCLUDE [e](f)]", "A b"),
    ],
)
def test_a_step_says_labels_and_their_paths_in_quotes(written: str, said: str) -> None:
    assert phrase(written) == said


def parsed(text: str) -> list[str]:
    """What is wrong with a feature, and what it holds twice."""
    feature, problems = parse_feature(text, "a.feature", "a", "en", "en")
    assert feature is not None
    names = [each.name for each in feature.scenarios] + [each.name for rule in feature.rules for each in rule.scenarios]
    return [*map(str, problems), *(each for each in names if names.count(each) > 1)]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.sampled_from(PAGE.split("\n\n"))
        | st.sampled_from(
            ["Given a cat, it sits.", "Scenario: A", "* B", "# When", "1. `<a>` | \\", "@c", '"""', "Rule:"]
        )
        | st.text(max_size=30)
    ).map("\n\n".join)
)
def test_whatever_a_page_says_the_feature_can_be_read(tmp_path: Path, text: str) -> None:
    assert parsed(begun(tmp_path, text.replace("\x00", "").encode("utf-8", "replace").decode())) == []


def test_a_feature_of_a_project_without_monikers_has_no_tags(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "orders.md").write_text("# Orders\n\n1. Select **Change**.\n", "utf-8")
    found = begun_from(replace(config(tmp_path), monikers=Monikers(())), "docs/orders.md")
    assert "@" not in found
    assert '    When TODO: Select "Change"\n' in found


def test_a_page_says_which_headings_it_has_and_where_it_cannot_be_read(small: Callable[..., Project]) -> None:
    files = {"docs/orders.en.md": PAGE, "features/en/things.feature": "Feature: Things\n  Scenario: One\n    Given a\n"}
    project = small(files)
    assert project.porspec("new", "feature", "orders-2", "--from", "docs/orders.en.md#nowhere").stderr == (
        "docs/orders.en.md:1:1: The page has no heading with the anchor nowhere [docs-target]\n"
        "    Give one of orders, change-a-line, cancel-an-order, related.\n1 problem\n"
    )
    assert (
        "docs/none.md:1:1: Cannot be read"
        in project.porspec("new", "feature", "orders-2", "--from", "docs/none.md").stderr
    )
    done = project.porspec("new", "feature", "orders-2", "--from", "docs/orders.en.md")
    assert (done.returncode, done.stdout.splitlines()[0]) == (0, "wrote features/en/orders-2.feature")
    codes = {line.rpartition("[")[2] for line in project.problems().splitlines() if line.endswith("]")}
    assert codes == {"to-do]", "step-undefined]"}  # the latter of the other feature
