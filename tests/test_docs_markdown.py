"""Zones, lists across zones, explicit anchors and alert titles of Docs Markdown."""

from markdown import Markdown

from porspec.docs_markdown import DocsMarkdownExtension
from porspec.monikers import Moniker, Monikers

MONIKERS = Monikers((Moniker("ww", "o", "World"), Moniker("de", "o", "Germany"), Moniker("cn", "o", "China")))
NAMES = {"ww": "World", "de": "Germany", "cn": "China"}


def html(text: str) -> tuple[str, list[str]]:
    """The HTML, and what was reported."""
    reports: list[str] = []
    docs = DocsMarkdownExtension(monikers=MONIKERS, names=NAMES, titles={"Note": "Opmerking"}, report=reports.append)
    return Markdown(extensions=["attr_list", "github-callouts", "fenced_code", docs]).convert(text), reports


def zone(clouds: str, names: str, body: str) -> str:
    label = f'<p class="porspec-cloud">{names}</p>'
    return f'<div class="porspec-zone" data-moniker="{clouds}">\n{label}\n{body}\n</div>'


def label(name: str) -> str:
    return f'<span class="porspec-cloud">{name}</span> '


def test_a_zone_holds_blocks_and_names_its_clouds() -> None:
    source = '::: moniker range="de || ww"\n## Title\n\nText *here*.\n::: moniker-end\nAfter.'
    expected = zone("de ww", "World, Germany", "<h2>Title</h2>\n<p>Text <em>here</em>.</p>") + "\n<p>After.</p>"
    assert html(source) == (expected, [])


def test_a_closing_line_has_as_many_colons_as_its_opening() -> None:
    source = ':::: moniker range="cn"\n\n::: moniker-end\n\nText\n\n:::: moniker-end\n\nAfter'
    expected = zone("cn", "China", "<p>::: moniker-end</p>\n<p>Text</p>") + "\n<p>After</p>"
    assert html(source) == (expected, [])


def test_four_blanks_are_code_in_a_zone() -> None:
    source = '::: moniker range="cn"\n\n    code\n\n::: moniker-end'
    assert html(source) == (zone("cn", "China", "<pre><code>code\n</code></pre>"), [])


def test_a_zone_in_fenced_code_is_code() -> None:
    source = '```\n::: moniker range="cn"\n::: moniker-end\n```'
    expected = "<pre><code>::: moniker range=&quot;cn&quot;\n::: moniker-end\n</code></pre>"
    assert html(source) == (expected, [])


def test_a_zone_that_does_not_end_is_reported_and_runs_to_the_end() -> None:
    found, reports = html('::: moniker range="cn"\n\nText')
    assert found == zone("cn", "China", "<p>Text</p>")
    assert reports == ['The zone ::: moniker range="cn" does not end explicitly']


def test_an_unknown_moniker_is_reported_and_its_zone_left_out() -> None:
    found, reports = html('::: moniker range="xx"\n\nText\n\n::: moniker-end\n\nAfter')
    assert found == "<p>After</p>"
    assert reports == ["Invalid moniker range: 'xx'. Moniker 'xx' is not defined."]


def test_two_colons_and_an_open_quote_are_text() -> None:
    assert html(':: moniker range="cn"')[0] == '<p>:: moniker range="cn"</p>'
    assert html('::: moniker range="cn')[0] == '<p>::: moniker range="cn</p>'


def test_a_list_that_zones_cut_is_one_list_numbered_on() -> None:
    source = (
        '::: moniker range="ww"\n\n1. one\n\n::: moniker-end\n\n'
        '::: moniker range="de || cn"\n\n1. eins\n\n::: moniker-end\n\n2. two\n3. three'
    )
    expected = (
        "<ol>\n"
        f'<li data-moniker="ww" value="1">{label("World")}one</li>\n'
        f'<li data-moniker="cn de" value="1">{label("Germany, China")}eins</li>\n'
        '<li value="2">two</li>\n<li value="3">three</li>\n</ol>'
    )
    assert html(source) == (expected, [])


def test_bullets_that_zones_cut_are_one_list() -> None:
    source = '- a\n\n::: moniker range="ww"\n\n- b\n\n::: moniker-end'
    assert html(source) == (f'<ul>\n<li>a</li>\n<li data-moniker="ww">{label("World")}b</li>\n</ul>', [])


def test_numbers_after_bullets_are_a_list_of_their_own() -> None:
    expected = '<ul>\n<li>a</li>\n</ul>\n<ol>\n<li value="1">b</li>\n</ol>\n<ul>\n<li>c</li>\n</ul>'
    assert html("- a\n\n1. b\n\n- c") == (expected, [])


def test_two_lists_with_text_between_them_stay_two() -> None:
    assert html("1. a\n\ntext\n\n5. b")[0].count("<ol") == 2


def test_an_ordered_list_keeps_the_number_it_begins_with() -> None:
    assert html("4. four\n5. five")[0] == '<ol start="4">\n<li value="4">four</li>\n<li value="5">five</li>\n</ol>'


def test_an_explicit_anchor_is_the_headings_id() -> None:
    assert html('## <a name="good-to-know"></a>Goed om te weten')[0] == '<h2 id="good-to-know">Goed om te weten</h2>'


def test_an_alert_has_its_title_in_the_pages_language() -> None:
    expected = '<div class="admonition note">\n<p class="admonition-title">Opmerking</p>\n<p>Text</p>\n</div>'
    assert html("> [!NOTE]\n> Text")[0] == expected


def test_bold_words_alone_at_the_top_of_an_alert_are_its_title() -> None:
    found = html('> [!NOTE]\n> <a name="a"></a>**A rule**\n>\n> Text')[0]
    assert found == (
        '<div class="admonition note">\n<p class="admonition-title"><a name="a"></a>A rule</p>\n<p>Text</p>\n</div>'
    )
