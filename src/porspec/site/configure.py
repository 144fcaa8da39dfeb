"""What a build begins with: the publication of the project around mkdocs.yml, and what MkDocs is told of it."""

from os.path import relpath
from pathlib import Path
from typing import Any

from markdown.extensions import Extension
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs_static_i18n.config import I18nPluginLanguage

from ..checks.checking import problems_of
from ..sources.problems import SpecError, registry
from ..spec.proof import refuse_unproved
from .publish import Publication, publish
from .templates import THEME

INSTANT = "navigation.instant"
EXTENSION = "porspec.markdown.extension"
EXTENSIONS = ("attr_list", "md_in_html", "tables", "github-callouts", EXTENSION)
_log = get_plugin_logger("porspec")


def published(config: MkDocsConfig, *, renders: bool) -> Publication:
    """The publication of the project around mkdocs.yml; what is wrong with its pages alone is a warning."""
    root = Path(config.config_file_path).parent
    docs = Path(relpath(config.docs_dir, root)).as_posix()
    try:
        spec, problems = problems_of(root, docs=docs, renders=renders)
        errors = [each for each in problems if each.is_error]
        if any(registry().codes[each.code].needed or not each.location.path.startswith(f"{docs}/") for each in errors):
            raise SpecError(problems)
        with spec.world.running():
            publication = publish(spec)
            problems += refuse_unproved(spec)
    except SpecError as error:
        raise PluginError(f"the spec has problems\n{error}") from None
    for problem in problems:
        (_log.warning if problem.is_error else _log.info)("%s", problem)
    return publication


def configure(config: MkDocsConfig, publication: Publication, i18n: Any, *own: Extension) -> None:
    """Tell MkDocs, the theme and static-i18n what differs by language, and what mkdocs.yml need not say.

    Instant navigation waits until static-i18n has warned of a language menu that does not follow it: ours does.
    """
    for tag, name in publication.languages.items():
        if tag not in i18n.all_languages:
            language = I18nPluginLanguage()
            language.load_dict({"locale": tag, "name": name, "nav_translations": publication.navigation(tag)})
            language.validate()
            i18n.config.languages.append(language)
    tag = i18n.current_language or i18n.default_language
    words = publication.words[tag]
    config.extra["porspec"] = publication.theme(tag)
    config.copyright = publication.footer(tag)
    names = {key: config[key] for key in ("site_name", "site_description")}
    for key, text in config.extra.setdefault("porspec_site", names).items():
        config[key] = text and publication.say(tag, text, "site")
    for scheme in config.theme.get("palette") or ():
        if isinstance(scheme, dict) and "toggle" in scheme:
            toggle = scheme["toggle"]  # whose name is ours to translate where it is a word of ours
            toggle["name"] = words(toggle.setdefault("porspec_name", toggle.get("name", "")))
    extensions: list[Any] = config.markdown_extensions
    extensions += [each for each in (*EXTENSIONS, *own) if each not in extensions]
    config.mdx_configs[EXTENSION] = {**publication.markdown(tag)}
    if "permalink" in (toc := config.mdx_configs.get("toc", {})):
        toc["permalink_title"] = words("Permanent link")
    if str(THEME) not in config.theme.dirs:
        config.theme.dirs.insert(1 if config.theme.custom_dir else 0, str(THEME))
    features = config.extra.setdefault("porspec_features", config.theme.get("features", []))
    config.theme["features"] = [each for each in features if each != INSTANT]
