"""A new language is PO files alone; each language is what gettext and its editors take; and what is missing is said."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from markupsafe import Markup

from porspec.languages import words
from porspec.languages.progress import Count, progress
from porspec.languages.words import WORDS, read_words
from porspec.site.folders import pseudo
from porspec.site.publish import publish
from porspec.sources.catalogues import read_catalogue
from porspec.sources.config import read_config
from porspec.spec.spec import load, load_with_problems
from tests.conftest import REPOSITORY, Project, required, this_spec
from tests.forked import run_pytest
from tests.sites import search_index

FRENCH = {
    "steps": {
        ("given", "I am signed in to the admin center"): "que je suis connecté au centre d'administration",
        (
            "given",
            'I have the subscriptions "{one}" and "{other}"',
        ): 'que j\'ai les abonnements "{one}" et "{other}"',
        (
            "given",
            '"{partner}" is the partner of record of the subscription "{subscription}"',
        ): 'que "{partner}" est le partenaire attitré de l\'abonnement "{subscription}"',
        ("when", 'I go to the page "{page}"'): 'je vais sur la page "{page}"',
        ("when", "I open the list of my subscriptions"): "j'ouvre la liste de mes abonnements",
        ("when", 'I open the "{portal}"'): 'j\'ouvre le "{portal}"',
        ("then", 'the page lists the partner "{partner}" only'): 'la page affiche seulement le partenaire "{partner}"',
        ("then", 'the page lists "{number}" names'): 'la page affiche "{number}" noms',
        (
            "then",
            'the page shows "{partner}" as "{relationship}"',
        ): 'la page affiche "{partner}" comme "{relationship}"',
        (
            "then",
            'the page shows "{partner}" as "{one}" and "{other}"',
        ): 'la page affiche "{partner}" comme "{one}" et "{other}"',
        (
            "given",
            'the partner "{partner}" has the phone number "{phone}" and the email address "{email}"',
        ): 'que le partenaire "{partner}" a le numéro de téléphone "{phone}" et l\'adresse e-mail "{email}"',
        (
            "then",
            'the phone number "{phone}" and the email address "{email}" are shown',
        ): 'le numéro de téléphone "{phone}" et l\'adresse e-mail "{email}" sont affichés',
        (
            "then",
            'the page lists "{one}", "{two}", "{three}" and "{four}"',
        ): 'la page affiche "{one}", "{two}", "{three}" et "{four}"',
        (
            "given",
            '"{number}" partners are my delegated admins, and "{more}" others are my resellers',
        ): 'que "{number}" partenaires sont mes administrateurs délégués et "{more}" autres mes revendeurs',
        ("when", 'I select the partner "{partner}"'): 'je sélectionne le partenaire "{partner}"',
        (
            "when",
            'I empty the box for the subscription "{subscription}" and select "{button}"',
        ): 'je vide la zone de l\'abonnement "{subscription}" et sélectionne "{button}"',
        (
            "then",
            'the page shows the ID "{partner_id}" for the subscription "{subscription}"',
        ): 'la page affiche l\'ID "{partner_id}" pour l\'abonnement "{subscription}"',
        ("then", '"{option}" is grayed out'): '"{option}" est grisé',
        ("then", 'the page lists the partner "{partner}"'): 'la page affiche le partenaire "{partner}"',
        ("then", "no message is shown"): "aucun message n'est affiché",
        ("then", 'the message "{message}" is shown'): 'le message "{message}" est affiché',
        ("then", "the page lists no partners"): "la page n'affiche aucun partenaire",
        ("given", '"{partner}" is my delegated admin'): 'que "{partner}" est mon administrateur délégué',
        ("given", '"{partner}" is my reseller'): 'que "{partner}" est mon revendeur',
        ("when", 'I select the option "{option}"'): 'je sélectionne l\'option "{option}"',
        ("then", '"{control}" is available'): '"{control}" est disponible',
        (
            "when",
            'I ask the partner "{partner}" for its Microsoft Partner ID',
        ): 'je demande au partenaire "{partner}" son identifiant de partenaire Microsoft',
        (
            "given",
            'the partner "{partner}" gave me the Microsoft Partner ID "{partner_id}"',
        ): 'que le partenaire "{partner}" m\'a donné l\'identifiant de partenaire Microsoft "{partner_id}"',
        (
            "given",
            'the partner "{partner}" sent me an offer by email',
        ): 'que le partenaire "{partner}" m\'a envoyé une offre par e-mail',
        (
            "then",
            'the page shows "{partner}" as "{one}", "{two}" and "{three}"',
        ): 'la page affiche "{partner}" comme "{one}", "{two}" et "{three}"',
    },
    "labels": {
        ("button.submit", "Submit"): "Envoyer",
        ("term.admin_center", "admin center"): "centre d'administration",
        ("nav.settings", "Settings"): "Paramètres",
        ("page.partner_relationships", "Partner relationships"): "Relations avec les partenaires",
        ("nav.billing", "Billing"): "Facturation",
        ("button.add", "Add"): "Ajouter",
        ("option.delete", "Delete"): "Supprimer",
        ("relationship.advisor", "Advisor"): "Conseiller",
        ("relationship.delegated_admin", "Delegated administrator"): "Administrateur délégué",
        ("relationship.reseller", "Reseller"): "Revendeur",
        ("message.no_partner", "There's nothing here."): "Il n'y a rien ici.",
    },
    "features": {("feature", "View your partner relationships"): "Afficher vos relations avec les partenaires"},
}


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def translate(project: Project, code: str, domain: str, messages: dict[tuple[str, str], str]) -> None:
    """As a translator does it in a text editor: fill in msgstr, and nothing else."""
    path = f"locales/{code}/LC_MESSAGES/{domain}.po"
    text = (project.root / path).read_text("utf-8").replace('""\n"', '"').replace('"\n"', "")
    for (context, msgid), msgstr in messages.items():
        entry = f"msgctxt {quoted(context)}\nmsgid {quoted(msgid)}\nmsgstr "
        assert entry + '""' in text, entry
        text = text.replace(entry + '""', entry + quoted(msgstr))
    header = (project.root / path).read_text("utf-8").partition("\n\n")[0]
    (project.root / path).write_text(f"{header}\n\n{text.partition(chr(10) * 2)[2]}", "utf-8")


def html(project: Project, path: str) -> str:
    return (project.root / "site" / path / "index.html").read_text("utf-8")


def in_french(project: Project) -> None:
    """Begin a further language, of which one feature is whole."""
    before = project.files()
    done = project.porspec("new", "language", "fr")
    assert done.stdout.splitlines() == [
        f"wrote locales/fr/LC_MESSAGES/{domain}.po" for domain in ("steps", "labels", "help", "features")
    ]
    for domain, messages in FRENCH.items():
        translate(project, "fr", domain, messages)
    assert project.porspec("sync").stdout == "wrote features/fr/view-partners.feature\n"
    written = (project.root / "features/fr/view-partners.feature").read_text("utf-8")
    assert "    Et la page n'affiche aucun partenaire\n" in written
    assert '    Et que que "Fabrikam" est mon administrateur délégué' in written  # or else "que" would be the keyword's
    changed = {path for path, content in project.files().items() if before.get(path) != content}
    assert {"/".join(path.split("/")[:2]) for path in changed} == {"locales/fr", "features/fr"}


def test_a_new_language_runs_what_it_can(project: Project) -> None:
    in_french(project)
    assert project.problems() == ""
    of_the_feature = [each for each in this_spec().variants() if each.stem == "view-partners"]
    run = run_pytest(["-q", "-p", "no:cacheprovider", "features/fr"], project.root, os.environ)
    assert re.search(rf"^{len(of_the_feature)} passed", run.stdout, re.MULTILINE), run.stdout


@pytest.mark.slow
def test_a_new_language_shows_and_marks_what_it_can(project: Project) -> None:
    in_french(project)
    before = project.files()
    assert project.porspec("build").returncode == 0
    assert {path: each for path, each in project.files().items() if not path.startswith("site/")} == before
    page = html(project, "fr/view-partners")
    assert "Afficher vos relations avec les partenaires" in page
    assert "<strong>Paramètres</strong>" in page
    assert "que je suis connecté au centre d'administration" in page.replace("&#39;", "'")
    assert '<span class="porspec-untranslated" lang="en">In the admin center, go to the ' in page
    assert "Cette page n’est pas encore entièrement traduite. Les parties manquantes sont affichées en anglais." in page


def test_a_language_that_does_not_exist_is_a_problem(project: Project) -> None:
    before = project.files()
    done = project.porspec("new", "language", "klingon")
    assert done.returncode == 1
    assert done.stderr == (
        'locales/klingon:1:1: "klingon" is no code of a language [language-code]\n'
        "    Give two or three letters, with a script or region where it needs them: de, pt_BR, zh_Hant.\n"
        "1 problem\n"
    )
    assert project.files() == before


@pytest.mark.slow
def test_what_a_site_says_of_its_languages_has_their_script_and_direction_where_addresses_need_none(
    tiny: Project,
) -> None:
    """ckb is unknown to the theme; sr is written in two scripts, of which the configuration says which."""
    langs = {
        "pt_BR": ("pt-BR", "ltr", "portuguese"),
        "zh_Hant": ("zh-Hant", "ltr", ""),
        "zh": ("zh-Hans", "ltr", ""),
        "mt": ("mt", "ltr", ""),
        "sr": ("sr-Latn", "ltr", "serbian"),
        "ar": ("ar", "rtl", "arabic"),
        "ckb": ("ckb", "rtl", ""),
    }
    tiny.append("pyproject.toml", '\n[tool.porspec.languages.sr]\nlang = "sr-Latn"\n')
    tiny.edit("mkdocs.yml", 'site_url: ""', "site_url: https://example.org/")
    for code in langs:
        assert tiny.porspec("new", "language", code).returncode == 0
    done = tiny.porspec("build")
    assert (done.returncode, done.stderr) == (0, "")
    wanted = {"en", "nl", *(lang for lang, _, _ in langs.values())}
    sitemap = (tiny.root / "site" / "sitemap.xml").read_text("utf-8")
    assert set(re.findall('hreflang="([^"]*)"', sitemap)) == {*wanted, "x-default"}
    for code, (lang, direction, stemmer) in langs.items():
        folder = code.replace("_", "-")
        page = html(tiny, f"{folder}/coverage")
        assert re.findall("<html lang=[^ ]*|<body dir=[^ >]*", page) == [
            f'<html lang="{lang}"',
            f'<body dir="{direction}"',
        ]
        assert set(re.findall('<link rel="alternate language" .*hreflang="([^"]*)"', page)) == {*wanted, "x-default"}
        assert set(re.findall('class="md-select__link">|hreflang="([^"]*)" class="md-select', page)) == wanted
        turned = ' dir="ltr"' if direction == "rtl" else ""
        assert f'<span class="porspec-untranslated" lang="en"{turned}>' in page
        assert search_index(tiny.root / "site" / folder)["stemmer"] == stemmer
    missing = (tiny.root / "site" / "404.html").read_text("utf-8")
    assert '<p lang="ar" dir="rtl" data-language="ar">' in missing
    assert '<a href="/zh/" hreflang="zh-Hans">' in missing


def test_the_picker_marks_a_name_that_is_not_translated_and_not_what_the_language_says_of_it(tiny: Project) -> None:
    assert tiny.porspec("new", "language", "ar").returncode == 0
    translated = 'msgctxt "moniker"\nmsgid "Office 365 operated by 21Vianet"\nmsgstr "'
    tiny.edit("locales/ar/LC_MESSAGES/help.po", translated, f"{translated}21Vianet")
    publication = publish(load(tiny.root))
    names = {tag: [each["name"] for each in publication.theme(tag)["monikers"]] for tag in ("en", "ar")}
    english = '<span lang="en" dir="ltr">Office 365'
    assert names == {
        "en": ["Office 365 (worldwide)", "Office 365 Germany (closed)", "Office 365 operated by 21Vianet"],
        "ar": [f"{english} (worldwide)</span>", f"{english} Germany</span> (متوقف)", "21Vianet"],
    }


def test_a_site_is_built_without_the_languages_that_are_broken_if_that_is_asked_for(tiny: Project) -> None:
    tiny.append("locales/nl/LC_MESSAGES/labels.po", '\nmsgid "Submit"\nmsgstr "Verzenden\n')
    assert tiny.porspec("build").returncode == 1
    assert not (tiny.root / "site").exists()
    done = tiny.porspec("build", "--skip-broken")
    assert done.returncode == 0
    assert done.stderr.startswith("locales/nl/LC_MESSAGES/labels.po:")
    assert "Left out: nl" in done.stderr
    assert "There is tea" in html(tiny, "coverage")
    assert not (tiny.root / "site" / "nl").exists()


def test_a_page_that_is_broken_and_a_folder_of_no_language_are_left_out_with_their_language(tiny: Project) -> None:
    (tiny.root / "docs/index.nl.md").write_bytes(b"caf\xe9")
    (tiny.root / "locales/klingon/LC_MESSAGES").mkdir(parents=True)
    done = tiny.porspec("build", "--skip-broken")
    assert done.returncode == 0
    assert "docs/index.nl.md:1:1: This file is not UTF-8 [docs-unreadable]" in done.stderr
    assert 'locales/klingon:1:1: "klingon" is no code of a language [language-code]' in done.stderr
    assert "Left out: nl" in done.stderr
    assert not (tiny.root / "site" / "nl").exists()


def test_what_all_languages_share_is_not_skipped(project: Project) -> None:
    project.edit("features/en/add-partner.feature", "@o365-germany", "@o365-germny")
    assert project.porspec("build", "--skip-broken").returncode == 1
    assert not (project.root / "site").exists()


# --- progress --------------------------------------------------------------------------------------------------------


def test_stats_say_what_is_translated_fuzzy_and_missing(project: Project, golden: Callable[[str, str], None]) -> None:
    project.edit("locales/nl/LC_MESSAGES/labels.po", 'msgstr "Verzenden"', 'msgstr ""')
    project.edit(
        "locales/nl/LC_MESSAGES/steps.po",
        'msgctxt "when"\nmsgid "the offer is accepted"',
        '#, fuzzy\nmsgctxt "when"\nmsgid "the offer is accepted"',
    )
    done = project.porspec("stats", "nl")
    assert (done.returncode, done.stderr) == (0, "")
    golden("stats.txt", done.stdout)


def test_stats_of_a_language_that_is_not_there_is_a_problem(project: Project) -> None:
    done = project.porspec("stats", "fr")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("locales/fr:1:1: There is no language fr [language-missing]\n")


def test_every_language_of_this_repository_is_complete_but_for_pages_behind_the_help() -> None:
    spec, problems = load_with_problems(REPOSITORY)
    assert problems == []
    lacking = ["guides", "reference", "tutorial", "why", "worlds"]
    pages = {
        "nl": lacking,
        "de": ["problems", *sorted([*lacking, "commands", "translators"])],
        "zh": ["problems", *sorted([*lacking, "commands", "translators"])],
    }
    for code in spec.config.targets:
        found = progress(spec, code, read_words(spec.config, code))
        assert [each.page for each in found.gaps] == pages[code]
        assert set(found.lacking.values()) == {()}
        labels = [text for _, text in spec.languages[code].catalogues["labels"].messages]
        assert found.counts["labels"] == Count(translated=sum(len(each.replace("&", "").split()) for each in labels))


@pytest.mark.parametrize(
    ("cloud", "said"),
    [
        (Markup("Office 365 全球版"), "此页面不适用于 Office 365 全球版。"),
        (Markup("由世纪互联运营的 Office 365"), "此页面不适用于由世纪互联运营的 Office 365。"),
        (Markup('<b lang="en">Office 365</b>'), '此页面不适用于 <b lang="en">Office 365</b>。'),
        (Markup(), "此页面不适用于。"),
        (Markup("¤ 版¤"), "此页面不适用于¤ 版¤。"),
    ],
)
def test_a_chinese_text_has_a_blank_where_han_and_latin_meet_at_a_value(cloud: Markup, said: str) -> None:
    chinese = read_words(read_config(REPOSITORY), "zh")
    assert chinese.html("This page doesn't apply to {moniker}.", moniker=cloud) == said


def test_a_chinese_list_and_date_have_blanks_between_han_and_latin() -> None:
    config = read_config(REPOSITORY)
    chinese, japanese = read_words(config, "zh"), read_words(config, "ja")
    cloud, other = "由世纪互联运营的 Office 365", "Office 365 德国版"
    assert chinese.all_of([cloud, other]) == f"{cloud} 和 {other}"
    assert chinese.closed_on(config.monikers["o365-germany"]) == "2021 年 10 月 29 日"
    assert chinese("tasks-of", moniker=cloud) == f"本网站为{cloud} 说明的任务："
    assert japanese.all_of(["Office", "世界"]) == "Office、世界"


# --- gettext ---------------------------------------------------------------------------------------------------------

SHIPPED = REPOSITORY / "src" / "porspec" / "languages" / "locales"
CATALOGUES = sorted([*REPOSITORY.glob("locales/*/LC_MESSAGES/*.po"), *SHIPPED.rglob("*.po")])


@pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_gnu_gettext_finds_nothing_wrong_with_a_catalogue(path: object) -> None:
    msgfmt = required("msgfmt", "gettext")
    done = subprocess.run(
        [msgfmt, "--check", "-o", "/dev/null", str(path)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    "domain", ["steps", *(pytest.param(each, marks=pytest.mark.slow) for each in ("labels", "help", "features"))]
)
def test_babel_updates_and_compiles_the_catalogues(project: Project, domain: str) -> None:
    pot = f"locales/{domain}.pot"
    pybabel = str(Path(sys.executable).with_name("pybabel"))
    for command in (
        ("extract", "-F", "locales/babel.cfg", "-k", domain, "-o", pot, "."),
        ("update", "-i", pot, "-d", "locales", "-D", domain),
        ("compile", "-d", "locales", "-D", domain),
    ):
        done = subprocess.run([pybabel, *command], cwd=project.root, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (project.root / f"locales/nl/LC_MESSAGES/{domain}.mo").exists()
    assert project.problems() == ""


@pytest.mark.parametrize("code", sorted(path.parts[-3] for path in SHIPPED.glob(f"*/*/{words.DOMAIN}.po")))
def test_the_packages_own_words_are_complete_in_the_languages_that_it_ships(code: str) -> None:
    root = SHIPPED.parent
    path = f"locales/{code}/LC_MESSAGES/{words.DOMAIN}.po"
    messages = read_catalogue(root, path, []).messages
    assert {text for (_, text), message in messages.items() if message.text} == set(WORDS)


def test_weblate_is_configured_for_each_domain_and_its_template() -> None:
    components = json.loads((REPOSITORY / "locales" / "weblate.json").read_text("utf-8"))
    assert [each["slug"] for each in components] == ["steps", "labels", "help", "features"]
    for each in components:
        assert (each["file_format"], each["source_language"]) == ("po", "en")
        assert (REPOSITORY / each["new_base"]).exists()
        found = {path.parts[-3] for path in REPOSITORY.glob(each["filemask"])}
        assert found == {"de", "nl", "zh"}


# --- the pseudo-language ---------------------------------------------------------------------------------------------


def test_a_pseudo_text_keeps_what_is_not_prose() -> None:
    assert pseudo("Submit") == "⟦Šúƀɱíŧ ö⟧"
    assert pseudo('I go to the page "{page}"').startswith('⟦Í ğó ŧó ŧĥé þáğé "{page}"')
    assert pseudo("See [the page](change-order.md), `code` and **Submit**.") == (
        "⟦Šéé [ŧĥé þáğé](change-order.md), `code` áñđ **⟦Šúƀɱíŧ ö⟧** öñé ŧŵö ŧĥŕéé ƒöú⟧."
    )


@pytest.mark.slow
def test_the_pseudo_language_is_built_beside_the_others_and_leaves_the_project_alone(project: Project) -> None:
    before = project.files()
    done = project.porspec("pseudo")
    assert (done.returncode, done.stderr) == (0, "")
    assert {path: content for path, content in project.files().items() if not path.startswith("site-pseudo/")} == before
    assert (project.root / "site-pseudo" / "nl" / "index.html").exists()
    assert "⟦Çĥáñğé" in (project.root / "site-pseudo" / "eo" / "change-partner" / "index.html").read_text("utf-8")


def test_a_language_that_is_there_already_is_no_pseudo_language(project: Project) -> None:
    done = project.porspec("pseudo", "--code", "nl")
    assert done.returncode == 1
    assert "There is a language nl already [language-exists]" in done.stderr
    assert not (project.root / "site-pseudo").exists()
