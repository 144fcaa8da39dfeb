"""What a page says of itself: where it stands in the page, for whom, and in which language."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from markdown import Markdown

from porspec.site.publish import publish
from porspec.site.theme import Facts, Notices
from porspec.spec.spec import load
from tests.conftest import Project

FEATURE = 'Feature: See\n\n  @cloud-b\n  Scenario: It\n    Given there is "a"\n    Then it is "a"\n'
CLOSED = 'name = "Cloud B"\nretired = 2021-10-29\n'


@pytest.fixture
def facts(small: Callable[..., Project]) -> Facts:
    """A page of the first moniker; the second is closed, and has a task."""
    project = small({"features/en/see.feature": FEATURE})
    project.edit("pyproject.toml", 'name = "Cloud B"\n', CLOSED)
    publication = publish(load(project.root))
    return Facts(publication, ("cloud-a",), "en", "en", "page/", "../", "", {"see": "see/"}, publication.theme("en"))


def told(facts: Facts, text: str) -> str:
    """A page with its notices, each element of a block on a line of its own; notices by their first words."""
    notices = Notices()
    notices.page = facts
    html = Markdown(extensions=["md_in_html", "toc", notices]).convert(text).replace("&#x27;", "'")
    html = re.sub(r'<div class="admonition[^>]*>.*?<p>(\S+ \S+ \S+).*?</p></div>', r"[\1]", html, flags=re.DOTALL)
    html = re.sub(r'<div class="porspec-picker".*?</fieldset></div>', "[picker]", html, flags=re.DOTALL)
    html = re.sub(
        r'<div class="porspec-zone" data-moniker="([^"]*)"><p class="porspec-moniker">.*?</p>', r"(\1: ", html
    )
    return (
        re.sub(r"<p>Tasks that are described here for Cloud B \(closed\):</p>.*?</ul>", "[tasks]", html)
        .replace("\n", "")
        .replace("</div>", ")")
    )


OUTSIDE = "(cloud-b: [This page doesn't][tasks])"
SAID = "[picker](cloud-b: [Cloud B was])"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Title\n\nText.", f'<h1 id="title">Title</h1>{SAID}(cloud-a: <p>Text.</p>){OUTSIDE}'),
        ("Text.", f"{SAID}(cloud-a: <p>Text.</p>){OUTSIDE}"),
        ("Before.\n\n# T\n", f'(cloud-a: <p>Before.</p>)<h1 id="t">T</h1>{SAID}{OUTSIDE}'),
        ("<h1>Raw</h1>\n\nText.", f"<h1>Raw</h1>{SAID}(cloud-a: <p>Text.</p>){OUTSIDE}"),
        (
            '<div markdown="1">\n\n# In\n\n</div>\n\nText.',
            f'{SAID}(cloud-a: <div><h1 id="in">In</h1>)<p>Text.</p>){OUTSIDE}',
        ),
    ],
    ids=["a title", "no title", "text before the title", "a title as HTML", "a title in an element"],
)
def test_notices_stand_below_the_title_where_it_is_one(facts: Facts, text: str, expected: str) -> None:
    assert told(facts, text) == expected


def test_a_page_that_says_itself_what_is_closed_is_not_told_again(facts: Facts) -> None:
    text = "# T\n\n*Cloud B* was closed on October 29,\n2021. The steps are kept here for reference."
    assert SAID not in told(facts, text)
    assert SAID in told(facts, text.replace("2021", "2020"))


def test_what_is_said_of_a_page_in_another_language_is_not_in_that_language(facts: Facts) -> None:
    page = replace(facts, shown="nl")
    other = '<div class="porspec-untranslated" lang="nl">'
    title, said = f'{other}<h1 id="titel">Titel</h1>)', "[This page isn't]"
    assert told(page, "# Titel\n\nTekst.") == f"{title}{SAID}{said}(cloud-a: {other}<p>Tekst.</p>)){OUTSIDE}"


def test_a_page_that_is_out_of_date_says_so_to_its_own_readers(facts: Facts) -> None:
    html = told(replace(facts, newer="../../x/"), "# T\n\nText.")
    assert html == f'<h1 id="t">T</h1>{SAID}(cloud-a: [This page may]<p>Text.</p>){OUTSIDE}'


def test_a_page_for_all_that_is_as_it_should_be_says_what_is_closed_only(facts: Facts) -> None:
    page = replace(facts, monikers=("cloud-a", "cloud-b"))
    assert told(page, "# T\n\nText.") == f'<h1 id="t">T</h1>{SAID}<p>Text.</p>'
