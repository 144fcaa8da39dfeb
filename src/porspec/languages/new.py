"""New features to start from: every part that a feature can have, and a TODO wherever somebody has to write."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from ..markdown.writer import anchor
from ..sources.config import Config, read_config
from ..sources.pages import OWN, page_name
from ..sources.problems import Location, Problem, SpecError
from .feature_writer import signed
from .sync import Plan

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_SKELETON = """\
# The tags are the clouds that have this task: remove the others. Without a tag, all clouds are meant.
{clouds}
{feature}: TODO: {title}
  TODO: what the reader gets done here, and when.

  {background}:
    {given} TODO: what holds before each scenario

  # A scenario under the feature is a procedure: its steps are the page's numbered steps. Clouds that differ by a value
  # share one, with Examples for each; clouds that differ by their steps have one each.
  {scenario_outline}: TODO: the task, or the way that this scenario shows
    {given} TODO: what the reader needs first
    {when} TODO: what the reader does, with "<value>"
    {then} TODO: what the reader sees at the end
{examples}
  # A rule holds around the procedures: the page shows it as a note, and the scenarios below it as its proof.
  {rule}: TODO: what the reader should know
    TODO: why it is so, and what the reader can do.

    {scenario}: TODO: a case that proves the rule
      {given} TODO: what holds in this case
      {when} TODO: what is done
      {then} TODO: what is shown, or refused
"""
_EXAMPLES = """
    @{cloud}
    {examples}:
      | value |
      | TODO  |
"""


def skeleton(config: Config, code: str, stem: str) -> str:
    """The feature to start from, in a language; other languages' are signed, so that sync may write them anew."""
    language, source = config.language(code), config.source_language
    clouds = config.monikers.ids
    examples = "".join(_EXAMPLES.format(cloud=cloud, examples=language.keywords["examples"]) for cloud in clouds)
    values = {**language.keywords, "examples": examples, "clouds": " ".join(f"@{cloud}" for cloud in clouds)}
    header = "" if language.dialect == "en" else f"# language: {language.dialect}\n"
    text = header + _SKELETON.format(**values, title=stem.replace("-", " "))
    return text if code == source else signed(text, config.feature_path(source, stem), code)


def new_feature(root: Path, name: str) -> Plan:
    """What a new feature begins with: a file in the source language, and in each one that is held to be complete.

    Raises SpecError where `name` cannot be one, or is that of a feature or a page.
    """
    config = read_config(root)
    place = Location(config.feature_path(config.source_language, name))
    if not _NAME.fullmatch(name):
        remedy = f"Give small letters and digits, with hyphens between words: {anchor(name) or 'change-order'}."
        raise SpecError([Problem(place, f'"{name}" is no name for a feature', "feature-name", remedy)])
    if taken := next(_taken(config, name), None):
        remedy = "Give another name, or edit what is there."
        raise SpecError([Problem(Location(taken), f'The name "{name}" is taken', "feature-exists", remedy)])
    codes = [each for each in config.targets if config.language(each).is_complete]
    return Plan(
        {config.feature_path(code, name): skeleton(config, code, name) for code in (config.source_language, *codes)}, ()
    )


def _taken(config: Config, name: str) -> Iterator[str]:
    """What has the name already, or the address that its page would have."""
    codes = (config.source_language, *config.targets)
    paths = [config.feature_path(code, name) for code in codes]
    tags = [config.language(code).tag for code in codes]
    paths += [f"{config.docs}/{each}" for each in (f"{name}.md", *(page_name(name, tag) for tag in tags))]
    yield from (path for path in paths if (config.root / path).exists())
    if name in {*OWN, *tags}:
        yield f"{config.docs}/{name}.md"
