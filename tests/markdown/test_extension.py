"""Zones, rows, lists, explicit anchors and alert titles of Docs Markdown, piece by piece."""

from collections.abc import Iterable

import pytest
from markdown import Markdown

from porspec.markdown.extension import DocsMarkdownExtension
from porspec.markdown.reader import read_page
from porspec.sources.monikers import Moniker, Monikers
from porspec.sources.pages import PageMonikers
from tests.conftest import REPOSITORY

MONIKERS = Monikers((Moniker("ww", "o", "World"), Moniker("de", "o", "Germany"), Moniker("cn", "o", "China")))
NAMES = {"ww": "World", "de": "Germany", "cn": "China"}


def convert(text: str, clouds: Iterable[str]) -> str:
    """The HTML of a page, with the extensions of the site."""
    docs = DocsMarkdownExtension(monikers=Monikers(tuple(Moniker(each, "o", each) for each in clouds)))
    return Markdown(extensions=["toc", "tables", "attr_list", "md_in_html", "github-callouts", docs]).convert(text)


def html(text: str) -> tuple[str, list[str]]:
    """The HTML, and what is wrong with the zones of the page."""
    docs = DocsMarkdownExtension(monikers=MONIKERS, names=NAMES, titles={"Note": "Opmerking"})
    page = read_page("a.md", text, MONIKERS, PageMonikers(MONIKERS.ids, MONIKERS.ids))
    shown = Markdown(extensions=["attr_list", "github-callouts", "fenced_code", docs]).convert(text)
    return shown, [each.message for each in page.problems]


def zone(clouds: str, names: str, body: str) -> str:
    label = f'<p class="porspec-moniker">{names}</p>'
    return f'<div class="porspec-zone" data-moniker="{clouds}">\n{label}\n{body}\n</div>'


def label(name: str) -> str:
    return f'<span class="porspec-moniker">{name}</span> '


def test_a_zone_holds_blocks_and_names_its_clouds() -> None:
    source = '::: moniker range="de || ww"\n## Title\n\nText *here*.\n::: moniker-end\nAfter.'
    expected = zone("de ww", "World, Germany", "<h2>Title</h2>\n<p>Text <em>here</em>.</p>") + "\n<p>After.</p>"
    assert html(source) == (expected, [])


DOCFX = {
    "blocks, and colons that are text": (
        '::: moniker range="cn"\n## A\n\nText.\n::: nested moniker zone\nInline ::: stays\n\n::: moniker-end\n## B',
        zone("cn", "China", "<h2>A</h2>\n<p>Text.\n::: nested moniker zone\nInline ::: stays</p>") + "\n<h2>B</h2>",
        [],
    ),
    "a quote that is not closed": (
        '::: moniker range="cn',
        '<p>::: moniker range="cn</p>',
        ["The opening of a zone cannot be read, and is text"],
    ),
    "an opening alone": (
        '::: moniker range="cn"',
        zone("cn", "China", "").replace("\n\n", "\n"),
        ["The zone does not end explicitly"],
    ),
    "an end on the next line": (
        '::: moniker range="cn"\n::: moniker-end',
        zone("cn", "China", "").replace("\n\n", "\n"),
        ["The zone holds nothing"],
    ),
    "four blanks": (
        '::: moniker range="cn"\n    code\n::: moniker-end',
        zone("cn", "China", "<pre><code>code\n</code></pre>"),
        [],
    ),
}


@pytest.mark.parametrize("name", DOCFX)
def test_docfx_vectors_of_zones_hold(name: str) -> None:
    source, expected, reports = DOCFX[name]
    assert html(source) == (expected, reports)


def test_a_closing_line_has_as_many_colons_as_its_opening() -> None:
    source = ':::: moniker range="cn"\n\n::: moniker-end\n\nText\n\n:::: moniker-end\n\nAfter'
    expected = zone("cn", "China", "<p>::: moniker-end</p>\n<p>Text</p>") + "\n<p>After</p>"
    assert html(source) == (expected, ["3 colons end no zone of 4"])


def test_a_zone_in_fenced_code_is_code() -> None:
    source = '```\n::: moniker range="cn"\n::: moniker-end\n```'
    expected = "<pre><code>::: moniker range=&quot;cn&quot;\n::: moniker-end\n</code></pre>"
    assert html(source) == (expected, [])


def test_a_zone_that_does_not_end_is_reported_and_runs_to_the_end() -> None:
    found, reports = html('::: moniker range="cn"\n\nText')
    assert found == zone("cn", "China", "<p>Text</p>")
    assert reports == ["The zone does not end explicitly"]


def test_an_unknown_moniker_is_reported_and_its_zone_left_out() -> None:
    found, reports = html('::: moniker range="xx"\n\nText\n\n::: moniker-end\n\nAfter')
    assert found == "<p>After</p>"
    assert reports[0] == "Invalid moniker range: 'xx'. Moniker 'xx' is not defined."


def test_text_after_a_range_is_reported_and_the_zone_is_still_one() -> None:
    found, reports = html('  ::::MONIKERrange="cn" x\nText\n     :::: Moniker-End y\nAfter')
    assert found == zone("cn", "China", "<p>Text</p>") + "\n<p>After</p>"
    assert reports == ["Text stands after the range of a zone", "Text stands after the end of a zone"]


def test_a_zone_in_a_zone_ends_with_the_outer_one() -> None:
    end = "::: moniker-end"
    found, reports = html(f'::: moniker range="ww"\na\n::: moniker range="cn"\nb\n{end}\n{end}')
    inner = zone("cn", "China", "<p>b</p>")
    assert found == zone("ww", "World", f"<p>a</p>\n{inner}") + f"\n<p>{end}</p>"
    assert reports == ["A zone begins in the zone of line 1"]


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


def test_a_shared_step_has_the_number_that_each_cloud_counts() -> None:
    source = (
        '::: moniker range="ww"\n1. a\n2. b\n::: moniker-end\n::: moniker range="cn"\n1. c\n::: moniker-end\n3. *d*'
    )
    assert html(source)[0] == (
        "<ol>\n"
        f'<li data-moniker="ww" value="1">{label("World")}a</li>\n'
        f'<li data-moniker="ww" value="2">{label("World")}b</li>\n'
        f'<li data-moniker="cn" value="1">{label("China")}c</li>\n'
        f'<li data-moniker="cn" value="2">{label("China")}<em>d</em></li>\n'
        f'<li data-moniker="de ww" value="3">{label("World, Germany")}<em>d</em></li>\n</ol>'
    )


def test_items_nest_at_the_column_of_their_text() -> None:
    assert html("- a\n  - b\n\n    c\n- d\n\n      code")[0] == (
        "<ul>\n<li>\n<p>a</p>\n<ul>\n<li>\n<p>b</p>\n<p>c</p>\n</li>\n</ul>\n</li>\n"
        "<li>\n<p>d</p>\n<pre><code>code\n</code></pre>\n</li>\n</ul>"
    )


def test_a_line_with_less_indent_than_an_item_goes_on_with_its_paragraph_or_ends_it() -> None:
    assert html("1. a\nb")[0] == '<ol>\n<li value="1">a\nb</li>\n</ol>'
    assert html("1. a\n\nb")[0] == '<ol>\n<li value="1">a</li>\n</ol>\n<p>b</p>'
    assert html("1. a\n# b")[0] == '<ol>\n<li value="1">a</li>\n</ol>\n<h1>b</h1>'
    assert html("10000. a\n\n    b")[0] == (
        '<ol start="10000">\n<li value="10000">a</li>\n</ol>\n<pre><code>b\n</code></pre>'
    )


def test_fenced_code_in_an_item_is_code_with_its_language() -> None:
    assert html("- a\n  ```py x\n  1. b\n\n  ```\n  c")[0] == (
        "<ul>\n<li>a<pre><code>1. b\n\n</code></pre>\n<p>c</p>\n</li>\n</ul>"
    )


def test_html_in_an_item_of_a_list_stays_in_it_whatever_its_column() -> None:
    items = "".join(f"{number}. Step\n\n{' ' * (len(str(number)) + 2)}<p class=a>*b*</p>\n\n" for number in (9, 10))
    made = "".join(f'<li value="{number}">\n<p>Step</p>\n<p class=a>*b*</p>\n</li>\n' for number in (9, 10))
    assert html(items) == (f'<ol start="9">\n{made}</ol>', [])
    zoned = '1. Step\n\n   ::: moniker range="ww"\n\n   <p>a</p>\n\n   ::: moniker-end\n'
    item = f'<li value="1">\n<p>Step</p>\n{zone("ww", "World", "<p>a</p>")}\n</li>'
    assert html(zoned) == (f"<ol>\n{item}\n</ol>", [])


def test_rows_hold_columns_whose_common_indent_is_no_code() -> None:
    source = (
        'Text\n:::row count="2":::\n   :::column span="2":::\n        - a\n   :::column-end:::\n:::row-end:::\nText'
    )
    assert html(source)[0] == (
        '<p>Text</p>\n<div class="porspec-row" data-count="2">\n<div class="porspec-column" data-span="2">\n'
        "<ul>\n<li>a</li>\n</ul>\n</div>\n</div>\n<p>Text</p>"
    )


def test_a_zone_is_for_clouds_of_its_page_only() -> None:
    docs = DocsMarkdownExtension(monikers=MONIKERS, names=NAMES, page=("ww", "de"))
    source = '::: moniker range="de || cn"\na\n::: moniker-end\n::: moniker range="cn"\nb\n::: moniker-end\n1. c'
    assert Markdown(extensions=[docs]).convert(source) == (
        zone("de", "Germany", "<p>a</p>") + '\n<ol>\n<li value="1">c</li>\n</ol>'
    )


def test_names_of_clouds_are_listed_as_the_language_lists_them() -> None:
    docs = DocsMarkdownExtension(monikers=MONIKERS, names=NAMES, between="、")
    source = '::: moniker range="de || ww"\na\n::: moniker-end\n::: moniker range="cn"\n1. x\n::: moniker-end\n1. c'
    zone_of_two, item = (
        '<p class="porspec-moniker">World、Germany</p>',
        '<span class="porspec-moniker">World、Germany</span>',
    )
    found = Markdown(extensions=[docs]).convert(source)
    assert zone_of_two in found
    assert item in found


def test_a_page_of_no_cloud_has_no_zones_and_keeps_its_numbers() -> None:
    source = '::: moniker range="cn"\nb\n::: moniker-end\n3. c'
    html_ = Markdown(extensions=[DocsMarkdownExtension(monikers=MONIKERS, page=())]).convert(source)
    assert html_ == '<ol start="3">\n<li value="3">c</li>\n</ol>'


def test_two_lists_with_text_between_them_stay_two() -> None:
    assert html("1. a\n\ntext\n\n5. b")[0].count("<ol") == 2


def test_an_ordered_list_keeps_the_number_it_begins_with() -> None:
    assert html("4. four\n5. five")[0] == '<ol start="4">\n<li value="4">four</li>\n<li value="5">five</li>\n</ol>'


def test_an_explicit_anchor_is_the_headings_id() -> None:
    assert html('## <a name="good-to-know"></a>Goed om te weten')[0] == '<h2 id="good-to-know">Goed om te weten</h2>'


def test_an_anchor_on_a_line_before_a_heading_is_the_headings_id() -> None:
    assert html('<a name="a"></a>\n\n## One')[0] == '<h2 id="a">One</h2>'
    assert html('Text\n\n<a id="a"></a>\n## <a name="b"></a>One')[0] == (
        '<p>Text</p>\n<h2 id="a"><span class="porspec-anchor" id="b"></span>One</h2>'
    )


def test_an_anchor_in_code_is_code() -> None:
    assert html('`<a name="a"></a>`')[0] == '<p><code>&lt;a name="a"&gt;&lt;/a&gt;</code></p>'


def test_twin_headings_have_ids_of_their_own_and_one_anchor() -> None:
    twins = "\n\n".join(
        f'::: moniker range="{each}"\n## <a name="a"></a>*Do*\n::: moniker-end' for each in ("ww", "cn")
    )
    assert convert(f"{twins}\n\n## Do\n\n## Do", ["ww", "cn"]) == "\n".join(
        [
            zone("ww", "ww", '<h2 data-anchor="a" id="a"><em>Do</em></h2>'),
            zone("cn", "cn", '<h2 data-anchor="a" id="a--cn"><em>Do</em></h2>'),
            '<h2 data-anchor="do" id="do">Do</h2>',
            '<h2 data-anchor="do" id="do_1">Do</h2>',
        ]
    )


def test_twins_without_explicit_anchors_have_one_anchor_too() -> None:
    source = (
        '::: moniker range="ww"\n## A `b` & c\n::: moniker-end\n::: moniker range="cn"\n## A b & c\n::: moniker-end'
    )
    assert convert(source, ["ww", "cn"]) == "\n".join(
        [
            zone("ww", "ww", '<h2 data-anchor="a-b-c" id="a-b-c">A <code>b</code> &amp; c</h2>'),
            zone("cn", "cn", '<h2 data-anchor="a-b-c" id="a-b-c--cn">A b &amp; c</h2>'),
        ]
    )


def test_an_alert_has_its_title_in_the_pages_language() -> None:
    expected = '<div class="admonition note">\n<p class="admonition-title">Opmerking</p>\n<p>Text</p>\n</div>'
    assert html("> [!NOTE]\n> Text")[0] == expected
    english = '<div class="admonition tip">\n<p class="admonition-title" lang="en">Tip</p>\n<p>Text</p>\n</div>'
    assert html("> [!TIP]\n> Text")[0] == english


def test_an_alert_that_begins_with_bold_words_has_its_kind_as_its_title_all_the_same() -> None:
    found = html('> [!NOTE]\n> <a name="a"></a>**A rule**\n>\n> Text')[0]
    assert found == (
        '<div class="admonition note">\n<p class="admonition-title">Opmerking</p>\n'
        '<p><span class="porspec-anchor" id="a"></span><strong>A rule</strong></p>\n<p>Text</p>\n</div>'
    )
    assert html("> [!NOTE]\n> **Do not do this.**")[0] == (
        '<div class="admonition note">\n<p class="admonition-title">Opmerking</p>\n'
        "<p><strong>Do not do this.</strong></p>\n</div>"
    )


TWO_PORTALS = "\n".join(
    [
        '::: moniker range="de"',
        "[one][p] ![x][p]",
        "",
        "[p]: https://de.example.com",
        "::: moniker-end",
        '- ::: moniker range="ww"',
        "  [P] and [shared][q]",
        "",
        '  [p]: https://ww.example.com "Title"',
        "  ::: moniker-end",
        "",
        "[two][p]",
        "",
        "[q]: https://q.example.com",
    ]
)


def test_a_definition_in_a_zone_is_that_zones_alone() -> None:
    of_ww = '<a href="https://ww.example.com" title="Title">P</a> and <a href="https://q.example.com">shared</a>'
    of_de = '<a href="https://de.example.com">one</a> <img alt="x" src="https://de.example.com" />'
    assert html(TWO_PORTALS) == (
        zone("de", "Germany", f"<p>{of_de}</p>")
        + f"\n<ul>\n<li>\n{zone('ww', 'World', f'<p>{of_ww}</p>')}\n</li>\n</ul>\n<p>[two][p]</p>",
        [],
    )


def test_a_definition_of_the_page_is_everybodys_and_a_zones_own_comes_first() -> None:
    page = "\n\n[p]: https://page.example.com"
    assert html(TWO_PORTALS + page)[0] == html(TWO_PORTALS)[0].replace(
        "<p>[two][p]</p>", '<p><a href="https://page.example.com">two</a></p>'
    )
    assert html('::: moniker range="cn"\n[a][p]\n::: moniker-end' + page)[0] == zone(
        "cn", "China", '<p><a href="https://page.example.com">a</a></p>'
    )


@pytest.mark.parametrize(("tag", "mark", "value"), [("ul", "-", ""), ("ol", "1.", ' value="1"')])
def test_a_list_of_which_some_clouds_have_no_item_is_not_for_them(tag: str, mark: str, value: str) -> None:
    source = f'::: moniker range="ww"\n{mark} a\n::: moniker-end\n::: moniker range="cn"\n{mark} b\n::: moniker-end'
    assert html(source)[0] == (
        f'<{tag} data-moniker="cn ww">\n<li data-moniker="ww"{value}>{label("World")}a</li>\n'
        f'<li data-moniker="cn"{value}>{label("China")}b</li>\n</{tag}>'
    )


def test_an_anchor_that_no_heading_takes_has_no_paragraph() -> None:
    assert html('<a name="a"></a>\n\nText')[0] == (
        '<div><span class="porspec-anchor" id="a"></span></div>\n<p>Text</p>'
    )


def test_an_include_shows_nothing_and_a_video_its_address() -> None:
    source = "One [!include [two](three.md)] four.\n\n[!INCLUDE[a](b.md)]\n\n> [!INCLUDE [a](b.md)]\n\n`[!INCLUDE]`"
    assert html(source)[0] == "<p>One  four.</p>\n<p><code>[!INCLUDE]</code></p>"
    address = "https://example.com/_a_?b=c&d"
    shown = address.replace("&", "&amp;")
    assert html(f"> [!VIDEO {address}]")[0] == (f'<blockquote>\n<p><a href="{shown}">{shown}</a></p>\n</blockquote>')


def test_a_table_without_rows_has_none_and_one_with_empty_cells_keeps_them() -> None:
    head = "<table>\n<thead>\n<tr>\n<th>a</th>\n</tr>\n</thead>\n"
    assert convert("| a |\n|---|", ["cn"]) == f"{head}</table>"
    assert convert("| a |\n|---|\n| |", ["cn"]) == f"{head}<tbody>\n<tr>\n<td></td>\n</tr>\n</tbody>\n</table>"


def test_code_with_more_indent_than_its_item_keeps_no_blank_of_it() -> None:
    expected = "<ul>\n<li>\n<p>a</p>\n<pre><code>b\n  c\n</code></pre>\n</li>\n</ul>"
    for indent in ("  ", "   ", "     "):
        assert html(f"- a\n\n{indent}```\n{indent}b\n{indent}  c\n{indent}```")[0] == expected


def test_a_heading_is_shown_whole_however_it_is_written() -> None:
    for source in ("# a # b", "  # a # b ##", "a # b\n===", "a # b\n  =", "# a # b #"):
        assert html(source)[0] == "<h1>a # b</h1>"
    assert html("## C#")[0] == "<h2>C#</h2>"
    assert html("#a\n#b")[0] == "<p>#a\n #b</p>"
    assert html("a\nb\n---")[0] == "<h2>a b</h2>"


def test_syntax_of_other_extensions_in_code_is_code_on_a_page_that_is_rendered() -> None:
    def shown(source: str, *, is_rendered: bool) -> str:
        docs = DocsMarkdownExtension(monikers=MONIKERS, is_rendered=is_rendered)
        snippets = {"pymdownx.snippets": {"base_path": [str(REPOSITORY)], "check_paths": False}}
        return Markdown(extensions=["pymdownx.snippets", docs], extension_configs=snippets).convert(source)

    source = '- a\r\n\r\n  ~~~\r\n  --8<-- "pyproject.toml"\r\n  ~~~\r\n'
    code = "<pre><code>--8&lt;-- &quot;pyproject.toml&quot;\n</code></pre>"
    assert shown(source, is_rendered=True) == f"<ul>\n<li>\n<p>a</p>\n{code}\n</li>\n</ul>"
    assert "[project]" in shown(source, is_rendered=False)


def test_a_list_that_zones_cut_keeps_the_number_it_begins_with() -> None:
    source = '4. four\n\n::: moniker range="ww"\n5. five\n::: moniker-end'
    assert html(source)[0] == (
        f'<ol start="4">\n<li value="4">four</li>\n<li data-moniker="ww" value="5">{label("World")}five</li>\n</ol>'
    )


def test_only_a_paragraph_of_anchors_loses_its_room() -> None:
    anchor = '<span class="porspec-anchor" id="{}"></span>'
    assert html('- <a name="a"></a>\n- b')[0] == f"<ul>\n<li>{anchor.format('a')}</li>\n<li>b</li>\n</ul>"
    assert html('<a name="a"></a> b\n\n<a name="c"></a> <a name="d"></a>')[0] == (
        f"<p>{anchor.format('a')} b</p>\n<div>{anchor.format('c')} {anchor.format('d')}</div>"
    )
    assert html('<a name="a"></a>\n\nb\n\n# c')[0] == f"<div>{anchor.format('a')}</div>\n<p>b</p>\n<h1>c</h1>"
    assert html('# b <a name="a"></a>c')[0] == '<h1 id="a">b c</h1>'
    assert html('# *b* <a name="a"></a>c')[0] == '<h1 id="a"><em>b</em> c</h1>'
    assert html('# *b* <a name="a"></a>c {: #d }')[0] == f'<h1 id="d"><em>b</em> {anchor.format("a")}c</h1>'


def test_an_alert_goes_on_without_its_mark_whatever_character_a_line_begins_with() -> None:
    shown = '<div class="admonition note">\n<p class="admonition-title">Opmerking</p>\n<p>{}</p>\n</div>'
    assert html("> [!NOTE]\n¤ 5 and\n  6")[0] == shown.format("¤ 5 and\n6")


def test_an_element_with_the_class_of_zones_is_none_without_clouds() -> None:
    lists = '<ol>\n<li value="1">a</li>\n</ol>\n</div>\n<ol>\n<li value="1">c</li>\n</ol>'
    source = '<div class="porspec-zone" markdown="1">\n\nb\n\n1. a\n</div>\n\n1. c'
    assert convert(source, ["cn"]) == f'<div class="porspec-zone">\n<p>b</p>\n{lists}'


def test_a_backslash_breaks_a_line() -> None:
    assert html("a\\\nb")[0] == "<p>a<br />\nb</p>"
