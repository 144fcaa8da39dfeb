"""The theme's templates: compiled once, and again where they are edited."""

from pathlib import Path
from types import CodeType

from jinja2 import Environment, FileSystemLoader

from porspec.site.theme import CompiledTemplates


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
