"""The theme's templates: compiled once, and again where they are edited; and its words, where Material's are wrong."""

import re
from pathlib import Path
from types import CodeType

import material
import pytest
from jinja2 import Environment, FileSystemLoader

from porspec.site.templates import THEME, CompiledTemplates
from tests.conftest import Project


class _Counting(Environment):
    compiled = 0

    def _compile(self, source: str, filename: str) -> CodeType:
        _Counting.compiled += 1
        return super()._compile(source, filename)


def test_a_template_is_compiled_once_for_all_environments_and_again_where_it_is_edited(tmp_path: Path) -> None:
    templates = CompiledTemplates()
    page = tmp_path / "page.html"

    def shown() -> tuple[str, int]:
        environment = _Counting(loader=FileSystemLoader(tmp_path), bytecode_cache=templates)
        return environment.get_template("page.html").render(name="help"), _Counting.compiled

    page.write_text("A {{ name }} page", "utf-8")
    assert [shown(), shown()] == [("A help page", 1), ("A help page", 1)]
    page.write_text("The {{ name }} page", "utf-8")
    assert shown() == ("The help page", 2)


_MATERIAL = Environment(  # noqa: S701 - plain texts
    loader=FileSystemLoader([THEME, Path(material.__file__).parent / "templates"])
)
_CORRECTIONS = _MATERIAL.get_template("partials/language-corrections.html").module.corrections  # type: ignore[attr-defined]


def _told(language: str, tag: str, key: str) -> str:
    porspec = {"tag": tag, "langs": {tag: tag}, "direction": "ltr"}
    config = {"theme": {"language": language}, "extra": {"porspec": porspec}}
    words = _MATERIAL.get_template("partials/language.html").make_module({"config": config})
    return str(words.t(key))  # type: ignore[attr-defined]


@pytest.mark.parametrize("language", _CORRECTIONS)
def test_a_correction_says_something_else_than_material_of_a_word_that_it_has(language: str) -> None:
    own, english = (
        _MATERIAL.get_template(f"partials/languages/{each}.html").module.t  # type: ignore[attr-defined]
        for each in (language, "en")
    )
    for key, text in _CORRECTIONS[language].items():
        assert str(english(key)), key
        assert str(own(key)) != text, key
        assert _told(language, language, key) == text


def test_what_is_right_in_material_stays_and_no_other_language_is_corrected() -> None:
    one, more = "search.result.one", "search.result.more.other"
    found = [[_told(language, tag, key) for key in ("language", one, more, "footer.next")] for language, tag in (
        ("nl", "nl"), ("zh", "zh-Hans"), ("fr", "fr"), ("sv", "sv"), ("en", "en"),
    )]  # fmt: skip
    assert found == [
        ["nl", "1 resultaat", "Nog # resultaten op deze pagina", "Volgende"],
        ["zh-Hans", "找到 1 个结果", "此页面上还有 # 个结果", "下一页"],
        ["fr", "1 résultat", "# autres résultats sur cette page", "Suivant"],
        ["sv", "1 sökresultat", "# till på denna sida", "Nästa"],
        ["en", "1 matching document", "# more on this page", "Next"],
    ]


OWN = """{% extends "NAME" %}

{% block announce %}Said by this site{% endblock %}

{% block footer %}{{ super() }}<p>Below all</p>{% endblock %}
"""


@pytest.mark.parametrize("name", ["base.html", "porspec.html"])
def test_a_main_html_of_a_sites_own_keeps_the_choice_of_a_cloud_and_the_styles(name: str, tiny: Project) -> None:
    (tiny.root / "theme").mkdir()
    (tiny.root / "theme" / "main.html").write_text(OWN.replace("NAME", name), "utf-8")
    tiny.edit("mkdocs.yml", "  name: material\n", "  name: material\n  custom_dir: theme\n")
    done = tiny.porspec("build")
    assert (done.returncode, done.stderr) == (0, "")
    for page in ("index.html", "nl/tea/index.html", "404.html"):
        html = (tiny.root / "site" / page).read_text("utf-8")
        assert "Said by this site" in html
        assert html.count('<div class="porspec-picker"') == html.count("<fieldset>") == 1
        found = re.findall(r"assets/porspec/([\w-]+\.\w+)\"", html)
        assert found == [
            "site.css",
            "view.js",
            "search.js",
            "porspec.js",
            "walk.js",
        ]
        assert html.index("porspec-footer") < html.index("Below all")
