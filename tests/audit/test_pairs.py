"""Page pairs of our own with faults of each kind, and with sound sentences that look like them."""

import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from porspec.__main__ import main
from porspec.audit.auditing import audit
from porspec.audit.findings import Audited, problems_of
from porspec.audit.reading import named_in
from porspec.audit.terms import Terms, read_terms
from porspec.audit.works import works_of
from porspec.sources.problems import SpecError, registry

ROOT = Path(__file__).with_name("pairs")
PATTERNS = ["--source", "en/{path}", "--translation", "nl/{path}", "--translation", "de/{path}"]
ALL = works_of(ROOT, (), (), "en/{path}", ("nl/{path}", "de/{path}"))
SOUND = "only looks wrong"


def audited(root: Path = ROOT, works: Mapping[str, Sequence[str]] = ALL, terms: Terms | None = None) -> list[Audited]:
    found, unreadable = audit(root, works, terms)
    assert unreadable == []
    return found


def told(found: list[Audited]) -> list[str]:
    """The first line of each problem."""
    return [str(each).partition("\n")[0] for each in problems_of(found)]


def pair(root: Path, source: str, translation: str, terms: Terms | None = None) -> list[str]:
    """What is told of two texts, without the path."""
    for name, text in (("en.md", source), ("nl.md", translation)):
        (root / name).write_text(text, "utf-8")
    return told(audited(root, {"en.md": ["nl.md"]}, terms))


def test_all_that_is_wrong_with_the_pairs_is_told_and_nothing_else(golden: Callable[[str, str], None]) -> None:
    golden("audit/pairs.txt", "\n".join(map(str, problems_of(audited()))))


def test_each_code_of_an_audit_is_found_at_two_places_at_least() -> None:
    counts = Counter(each.code for each in problems_of(audited()))
    own = {each.name for each in registry().codes.values() if each.about == "audit"} - {"audit-baseline"}
    assert {code for code in own if counts[code] < 2} == set()


def test_nothing_is_told_of_sound_sentences_that_look_like_faults() -> None:
    for each in audited():
        source = each.source.lines
        start = next((n for n, line in enumerate(source, 1) if SOUND in line), len(source) + 1)
        assert [str(found.problem) for found in each.findings if found.problem.location.line >= start] == []


def test_a_fault_that_the_source_has_too_is_told_once_at_the_source(tmp_path: Path) -> None:
    fault = "# A\n\n1. Open it.\n3. Close the[door](https://example.org).\n"
    assert pair(tmp_path, fault, fault.replace("Open it", "Open het").replace("Close the", "Sluit de")) == [
        "en.md:4:1: The number 3 follows on 1 [list-numbers]",
        "en.md:4:13: A blank is missing before the link [markup]",
    ]


def test_a_source_of_two_translations_is_told_once() -> None:
    works = {"en/markup.md": ["nl/markup.md", "nl/markup.md"]}
    one, other = audited(works=works)
    assert {finding.side for finding in one.findings} == {"source", "translation"}
    assert {finding.side for finding in other.findings} == {"translation"}


def test_what_is_found_has_the_place_of_the_source_beside_it(tmp_path: Path) -> None:
    (tmp_path / "en.md").write_text("# A\n\nSelect **Save**.\n", "utf-8")
    (tmp_path / "nl.md").write_text("# A\n\nSelecteer **Opslaan.**\n", "utf-8")
    (found,) = audited(tmp_path, {"en.md": ["nl.md"]})[0].findings
    assert (found.side, found.length, str(found.beside)) == ("translation", len("Opslaan."), "en.md:3:1")


def test_pages_of_another_length_are_compared_by_what_they_are_made_of(tmp_path: Path) -> None:
    source = "# A\n\nText.\n\n1. Select **Save**.\n\n2. Select **Close**.\n"
    translation = "# A\n\n1. Selecteer **Opslaan.**\n2. Selecteer **Sluiten.**\n"
    assert pair(tmp_path, source, translation) == [
        "nl.md:3:1: The source has a paragraph here, and the translation nothing [pair-structure]",
        'nl.md:3:16: "Opslaan." ends with a mark that "Save" has not [label-stop]',
        'nl.md:4:16: "Sluiten." ends with a mark that "Close" has not [label-stop]',
    ]


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("The orders of the day: [![Orders](a.png)](b.md)", "De bestellingen: [![Bestellingen.](a.png)](b.md)"),
        ("Type **No** in the field of the order.", "Typ **Nr.** in het veld van de bestelling."),
        ("See the page of [Bing](https://x.org/en-us/).", "Zie de pagina van [Bing](https://x.org/nl-nl/)."),
        ("In the list, select **PowerShell**.", "Selecteer **PowerShell** in de lijst."),
        ("Use the [order](a.md) functions of the day.", "Gebruik de [bestel](a.md)functies van de dag."),
        ("On the day of the order: **Table No**", "Op de dag van de bestelling: **Tabelnr.**"),
        ("Select **Domain**, and then select **Submit**.", "Selecteer **Domain** en selecteer **Submit**."),
        ("You can't undo this for the order.", "Dit is voor de bestelling onomkeerbaar."),
        (
            "Do not wait. Select **No** if it is No. 7 of the list.",
            "Wacht niet. Selecteer **Nee** als het nr. 7 van de lijst is.",
        ),
        ("This isn't just a list for you.", "Dit is niet alleen een lijst voor u."),
        ("It is not junk for the user.", "Het is voor de gebruiker als not junk gemerkt."),
    ],
)
def test_a_sound_translation_has_nothing_told(source: str, translation: str, tmp_path: Path) -> None:
    assert pair(tmp_path, source, translation) == []


def test_front_matter_is_compared_too(tmp_path: Path) -> None:
    matter = "---\ntitle: {}\ndescription: {}\n{}---\n\n# A\n\n{}\n"
    source = matter.format(
        "Add or remove an order", '"You cannot wait 30 days."', "monikerRange: a || b\n", "The order is for you."
    )
    translation = matter.format(
        "Add or remove an order", '"U kunt 90 dagen wachten."', "monikerRange: a\n", "De bestelling is voor u."
    )
    assert pair(tmp_path, source, translation) == [
        "nl.md:2:8: This is as in the source [text-untranslated]",
        'nl.md:3:15: The source says "cannot", and the translation denies nothing [negation-lost]',
        "nl.md:3:15: The source says 30 here, and the translation 90 [pair-facts]",
        "nl.md:4:1: The source has a || b as monikerRange, and the translation a [pair-structure]",
    ]


def test_what_docfx_alone_fills_in_is_told_once_for_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("[!INCLUDE[a](a.md)]\n\nText.\n\n[!INCLUDE[b](b.md)]\n", "utf-8")
    assert told(audited(tmp_path, {"a.md": []})) == ["a.md:1:1: An include is not filled in [docs-include]"]


def test_a_link_that_all_monikers_have_is_nobodys(tmp_path: Path) -> None:
    link = "[Orders](https://x.org/?linkid={})"
    zone = f'::: moniker range="{{}}"\n\n{link} and {link}\n\n::: moniker-end\n'
    (tmp_path / "a.md").write_text(zone.format("a", 2, 2) + "\n" + zone.format("b", 2, 2), "utf-8")
    assert told(audited(tmp_path, {"a.md": []})) == []


def test_labels_are_counted_by_what_they_are_called_in_any_order(tmp_path: Path) -> None:
    """Names that stay as they are, and words that a label makes one word with, are no other translations."""
    rows = [
        ("In the **List**, select **App**.", "Selecteer **App** in de **Lijst**."),
        ("In the **List**, select **App**.", "Selecteer **App** in de **Lijst**."),
        ("Close the **List**.", "Sluit de **Lijst**."),
        ("Open the **List** page.", "Open de **Lijstpagina**."),
        ("Open the **List** of the day.", "Open de **Rij** van de dag."),
    ]
    source, translation = ("\n\n".join(side) + "\n" for side in zip(*rows, strict=True))
    assert pair(tmp_path, source, translation) == [
        'nl.md:9:11: "List" is "Rij" here, and 3 times "Lijst" [label-differs]'
    ]


# --- glossaries --------------------------------------------------------------------------------------------------

TBX = """<tbx><text><body><termEntry>
<langSet xml:lang="en"><tig><term>order</term></tig></langSet>
<langSet xml:lang="nl-NL"><tig><term>bestelling</term></tig>
<tig><term>order</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig></langSet>
</termEntry></body></text></tbx>"""
CSV = "en,,nl,nl never,\norder,a,bestelling,order,\n"
OURS = '[[term]]\nsource = ["order"]\nnl = { use = ["bestelling"], never = ["order"] }\n'


@pytest.mark.parametrize(("name", "text"), [("a.tbx", TBX), ("a.csv", CSV), ("glossary.toml", OURS)])
def test_terms_come_from_a_glossary_in_each_format(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    terms = read_terms(tmp_path / name)
    source = "Open the order of today.\n\nOpen the order.\n\nOpen the order.\n"
    translation = "Open de order van vandaag.\n\nOpen het ding dat u hebt.\n\nOpen de bestelling.\n"
    assert pair(tmp_path, source, translation, terms) == [
        "nl.md:1:9: 'order' must not be used; say 'bestelling' [glossary]",
        "nl.md:3:1: This does not say 'bestelling' [glossary]",
    ]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        *(("a.tbx", "<tbx>"), ("a.tbx", "<!DOCTYPE t [<!ENTITY a 'b'>]><t>&a;</t>"), ("a.tbx", "<t>" * 10_000)),
        *(("a.csv", "en\n"), ("a.csv", f"en,nl\na,{'b' * 200_000}\n"), ("a.toml", "[")),
    ],
    ids=range(6),
)
def test_a_glossary_that_cannot_be_read_is_a_problem(name: str, text: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(SpecError) as caught:
        read_terms(tmp_path / name)
    assert {each.code for each in caught.value.problems} == {"glossary"}


# --- the command -------------------------------------------------------------------------------------------------


def porspec(root: Path, *arguments: str) -> int:
    return main(["--root", str(root), "audit", *arguments])


def test_a_baseline_counts_what_is_known_and_fails_for_what_is_new(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "a.md"
    page.write_text("# A\n\n**Note** One.\n\nSee the[door](b.md).\n", "utf-8")
    assert porspec(tmp_path, "a.md", "--baseline", "b.json", "--write-baseline") == 0
    assert json.loads((tmp_path / "b.json").read_text("utf-8"))["version"] == 1
    page.write_text(f"# A\n\nMore.\n\n{page.read_text('utf-8')[5:]}", "utf-8")  # the lines move
    assert porspec(tmp_path, "a.md", "--baseline", "b.json") == 0
    page.write_text(page.read_text("utf-8") + "\n**Tip** Two.\n", "utf-8")
    capsys.readouterr()
    assert porspec(tmp_path, "a.md", "--baseline", "b.json") == 1
    err = capsys.readouterr().err
    assert "a.md:9:1: warning: Tip is written as text, and is no alert [alert-as-text]" in err
    assert err.endswith("0 problems, 1 warning\n2 known from the baseline\n")
    page.write_text("# A\n", "utf-8")
    assert porspec(tmp_path, "a.md", "--baseline", "b.json") == 0
    assert "0 known from the baseline; 2 of it are gone: write it anew with --write-baseline" in capsys.readouterr().err


def test_a_baseline_knows_a_page_whose_name_is_no_text_and_is_written_whole_or_not_at_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / os.fsdecode(b"a\xff.md")).write_text("# A\n\nSee the[door](b.md).\n", "utf-8")
    known = ("--baseline", "b.json")
    assert porspec(tmp_path, ".", *known, "--write-baseline") == 0
    before = (tmp_path / "b.json").read_bytes()
    assert (porspec(tmp_path, ".", *known), b'"a\\udcff.md"' in before) == (0, True)
    monkeypatch.setattr("porspec.sources.writing._complete", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
    (tmp_path / "c.md").write_text("# A\n\nSee the[door](b.md).\n", "utf-8")
    porspec(tmp_path, ".", *known, "--write-baseline")
    assert (tmp_path / "b.json").read_bytes() == before


_KNOWN = '{{"version": 1, "findings": {{"a.md": {{"x y": {}}}}}}}'


@pytest.mark.parametrize(
    "text",
    [
        *('{"version": 2}', "[]", "", "[" * 100_000, '{"version": 1, "findings": []}'),
        *map(_KNOWN.format, ("1e999", "null", "NaN")),
    ],
    ids=range(8),
)
def test_a_file_that_is_no_baseline_is_a_problem(text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("# A\n", "utf-8")
    (tmp_path / "b.json").write_text(text, "utf-8")
    assert porspec(tmp_path, "a.md", "--baseline", "b.json") == 1
    assert "[audit-baseline]" in capsys.readouterr().err


def test_monikers_are_in_the_order_of_their_numbers_however_these_are_written() -> None:
    names = [f"a-{'9' * 5000}", "a-10", "a-9", "a-009", "a-²", "b-٣", "a"]
    found = [each.id for each in named_in([" ".join(names)]).definitions]
    assert found == ["a", "a-009", "a-9", "a-10", f"a-{'9' * 5000}", "a-²", "b-٣"]


def test_codes_are_chosen_and_forms_are_those_of_check(capsys: pytest.CaptureFixture[str]) -> None:
    assert porspec(ROOT, *PATTERNS, "--only", "register", "--format", "json") == 0
    assert [each["path"] for each in json.loads(capsys.readouterr().out)] == ["de/notes.md", "nl/language.md"]
    assert porspec(ROOT, *PATTERNS, "--only", "nothing") == 1
    assert "there is no such code" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Give pages, folders, --pair, or --source and --translation"),
        (["--source", "en/{path}"], "--source and --translation go together"),
        (["a.md", "--write-baseline"], "--write-baseline goes with --baseline"),
    ],
)
def test_what_means_nothing_together_is_refused(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert porspec(ROOT, *arguments) == 2
    assert message in capsys.readouterr().err


def test_pages_are_found_in_folders_by_patterns_and_without_them() -> None:
    assert works_of(ROOT, ["de"]) == {"de/notes.md": []}
    assert works_of(ROOT, [], [("en/notes.md", "de/notes.md")]) == {"en/notes.md": ["de/notes.md"]}
    assert ALL["en/notes.md"] == ["de/notes.md"]
    assert ALL["en/labels.md"] == ["nl/labels.md"]
    assert works_of(ROOT.parent, ["pairs"], (), "en/{path}.md", ["de/{path}.md"])["pairs/en/notes.md"] == [
        "pairs/de/notes.md"
    ]


@pytest.mark.parametrize(("pages", "source"), [(["de"], "x/{path}"), ([], "en/"), (["no-folder.d"], "en/{path}")])
def test_where_there_are_no_pages_that_is_said(pages: list[str], source: str) -> None:
    with pytest.raises(SpecError) as caught:
        works_of(ROOT, pages, (), source, ["nl/{path}"])
    assert {each.code for each in caught.value.problems} == {"option"}


def test_a_page_that_cannot_be_read_is_a_problem_and_the_others_are_audited(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_bytes(b"\xff")
    (tmp_path / "b.md").write_text("**Note** This is for the users.\n", "utf-8")
    assert porspec(tmp_path, ".") == 1
    err = capsys.readouterr().err
    assert "a.md:1:1: This file is not UTF-8 [docs-unreadable]" in err
    assert "b.md:1:1: warning: Note is written as text, and is no alert [alert-as-text]" in err


def test_a_project_sets_how_severe_a_code_is_and_where(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.md", "old/a.md", "old/b.md"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("See the[door](c.md).\n\n**Note** One.\n", "utf-8")
    settings = 'alert-as-text = "off"\nmarkup = { "old/**" = "warning" }\n'
    (tmp_path / "pyproject.toml").write_text(f"[tool.porspec.checks]\n{settings}", "utf-8")
    assert porspec(tmp_path, ".") == 1
    err = capsys.readouterr().err
    assert [line for line in err.splitlines() if not line.startswith(" ")] == [
        "a.md:1:8: A blank is missing before the link [markup]",
        "old/a.md:1:8: warning: A blank is missing before the link [markup]",
        "old/b.md:1:8: warning: A blank is missing before the link [markup]",
        "1 problem, 2 warnings",
    ]
    assert porspec(tmp_path, "old") == 0


@pytest.mark.parametrize("settings", ['markp = "off"', 'markup = "none"', "markup = 3"])
def test_a_setting_that_makes_no_sense_is_a_problem(
    settings: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.md").write_text("# A\n", "utf-8")
    (tmp_path / "pyproject.toml").write_text(f"[tool.porspec.checks]\n{settings}\n", "utf-8")
    assert porspec(tmp_path, "a.md") == 1
    assert capsys.readouterr().err.startswith("pyproject.toml:2:1: [tool.porspec] does not make sense: ")
