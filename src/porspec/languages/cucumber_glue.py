"""Glue for Cucumber's language service, which marks steps that nothing defines and completes those that something does.

The service knows definitions from the files of a dozen programming languages, and ours in none of these. What it reads
here is JavaScript that nobody runs: `Given`, `When` and `Then` with a Cucumber expression for each step in each
language, and a parameter type for each placeholder, which stands in quotes and holds anything but quotes.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..sources.files import read_source
from ..sources.problems import Location, Problem, SpecError
from ..sources.writing import writing
from ..spec.patterns import Pattern
from ..spec.spec import Spec

FILE = "porspec-steps.js"
_HEAD = (
    "// Made by porspec for Cucumber's language service, and read by it only: porspec steps --glue writes it anew.\n"
)
# What each Cucumber expression knows already: https://github.com/cucumber/cucumber-expressions
_BUILT_IN = {"bigdecimal", "biginteger", "byte", "double", "float", "int", "long", "short", "string", "word"}
_SPECIAL = re.compile(r"[(){}/\\]")


def write_glue(spec: Spec, folder: Path) -> Path:
    """Write the glue into a folder, and return its path; raises SpecError where the file is somebody else's."""
    path = folder / FILE
    if path.exists() and not read_source(folder, FILE, "glue").startswith(_HEAD):
        remedy = "Give another folder, or remove the file."
        raise SpecError([Problem(Location(str(path)), "This file is not porspec's", "glue", remedy)])
    with writing(folder) as work:
        work.replace_files({path: _HEAD + "".join(f"{line}\n" for line in _lines(spec))})
    return path


def _lines(spec: Spec) -> Iterator[str]:
    """The types of a language are its own, so that its steps are completed with words of its features alone."""
    for language in spec.languages:
        suffix = "" if language == spec.source else f"_{language}"
        known = [(each, spec.catalogue.pattern(each, language)) for each in spec.catalogue.definitions.values()]
        own = [(each, pattern) for each, pattern in known if not suffix or str(pattern) != each.pattern]
        yield f"// {language}"
        for name in sorted({_type(name, suffix) for _, pattern in own for name in pattern.names}):
            yield f"defineParameterType({{ name: '{name}', regexp: /[^\"]*/ }})"
        for definition, pattern in own:
            yield f"{definition.kind.title()}({_expression(pattern, suffix)}, () => {{}}) // {definition.location}"


def _expression(pattern: Pattern, suffix: str) -> str:
    """A pattern as a Cucumber expression in a template string, of which the service takes each character as it is.

    One that holds what ends the string is a regular expression.
    """
    if any("`" in literal for literal in pattern.literals):
        literals = tuple(re.escape(literal).replace("/", r"\/") for literal in pattern.literals)
        arguments = ('((?:[^"])*)',) * len(pattern.names)  # of no parameter type, which would be ambiguous
        return f"/^{replace(pattern, literals=literals).with_arguments(arguments)}$/"
    literals = tuple(_SPECIAL.sub(r"\\\g<0>", literal) for literal in pattern.literals)
    arguments = tuple(f"{{{_type(name, suffix)}}}" for name in pattern.names)
    return f"`{replace(pattern, literals=literals).with_arguments(arguments)}`"


def _type(name: str, suffix: str) -> str:
    return f"{name}{suffix or '_' * (name in _BUILT_IN)}"
