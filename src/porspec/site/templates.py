"""How templates are found, compiled and filled in: ours before Material's, in memory, and what they print escaped."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme

from ..sources.kept import Kept

THEME = Path(__file__).parent / "theme"
_THEIRS = "material:"


class CompiledTemplates(BytecodeCache):
    """Templates, compiled once and kept, as MkDocs makes a new environment for each language and build.

    A template that is edited is compiled again, as Jinja compares its source.
    """

    def __init__(self) -> None:
        self.codes: dict[str, bytes] = {}
        self.kept = Kept("template")

    def load_bytecode(self, bucket: Bucket) -> None:
        code = self.codes.get(bucket.key) or self.kept.get(self.kept.key(bucket.key, bucket.checksum))
        if code:
            self.codes[bucket.key] = code
            bucket.bytecode_from_string(code)

    def dump_bytecode(self, bucket: Bucket) -> None:
        code = self.codes[bucket.key] = bucket.bytecode_to_string()
        self.kept.put(self.kept.key(bucket.key, bucket.checksum), code)


def list_once(theme: Theme) -> None:
    """Let MkDocs, which looks through the theme for each language, find its thousands of icons once."""
    original, known = theme.get_env, dict[tuple[str, ...], list[str]]()

    def get_env() -> Environment:
        env, folders = original(), tuple(theme.dirs)
        look: Any = env.loader and env.loader.list_templates

        def listed() -> list[str]:
            if folders not in known:
                known[folders] = look()
            return known[folders]

        env.loader.list_templates = listed  # type: ignore[union-attr, method-assign]
        return env

    theme.get_env = get_env  # type: ignore[method-assign]


class LayeredTemplates(FileSystemLoader):
    """The templates of MkDocs' folders: `material:base.html` is what there is of this name after ours."""

    def __init__(self, folders: list[str]) -> None:
        super().__init__(folders)
        self.theirs = FileSystemLoader(folders[folders.index(str(THEME)) + 1 :])

    def get_source(self, environment: Environment, template: str) -> Any:
        """As Jinja's, which tells where it looked in vain."""
        if template.startswith(_THEIRS):
            return self.theirs.get_source(environment, template.removeprefix(_THEIRS))
        return super().get_source(environment, template)


def escape_values(env: Environment, config: MkDocsConfig) -> None:
    """Let the templates of a theme escape what they print, but for HTML, and for what mkdocs.yml has as `extra`.

    Material prints a title as it is, and with `| e` in attributes: there HTML is the text that it shows.
    """
    env.autoescape = True
    env.filters["e"] = env.filters["escape"] = lambda value: escape(_plain(value))
    env.policies["json.dumps_function"] = _json
    for key in config.extra:
        if key != "alternate" and not key.startswith("porspec"):  # ours, and static-i18n's
            config.extra[key] = _changed(config.extra[key], Markup)  # written by who builds the site


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    """A value with each text in it changed."""
    if isinstance(value, dict):
        return {key: _changed(each, change) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_changed(each, change) for each in value]
    return change(value) if isinstance(value, str) else value


def _json(value: Any, **options: Any) -> str:
    return json.dumps(_plain(value), **options, ensure_ascii=False)


def _plain(value: Any) -> Any:
    """A value with texts in the place of HTML."""
    return _changed(value, lambda text: text.striptags() if isinstance(text, Markup) else text)
