"""python -m benchmarks.specs FOLDER --tasks 200 --languages 2: a project of any size, as a team would write it.

Each task is a feature of an admin center: what to have ready, a procedure for each of two clouds with its pictures,
rules with their examples, and every tenth for one cloud only. Dutch is translated word for word here; further
languages are pseudo-languages under the codes of real ones, whose texts are longer and accented.
"""

from __future__ import annotations

import argparse
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count, islice
from pathlib import Path
from string import Template

from porspec.languages.merge import with_translations
from porspec.languages.sync import follow_catalogues, new_language
from porspec.site.folders import pseudo
from porspec.sources.catalogues import parse_po

LANGUAGES = {"en": "English", "nl": "Nederlands", "de": "Deutsch", "fr": "Français", "es": "Español", "it": "Italiano"}
LANGUAGES |= {"pt": "Português", "sv": "Svenska"}
_DATA = Path(__file__).with_name("specs")
_TEXTS = tomllib.loads((_DATA / "texts.toml").read_text("utf-8"))
KINDS = ("add", "rename", "delete")
_ONE_CLOUD = 10  # every tenth task is for one only


def write_spec(root: Path, tasks: int, languages: int = 2) -> Path:
    """A project of this many tasks in this many languages, the catalogues translated; returns its root."""
    codes = list(islice(LANGUAGES, languages))
    every = list(_tasks(tasks))
    _write(root / "steps" / "__init__.py", (_DATA / "steps.txt").read_text("utf-8"))
    _write(root / "pyproject.toml", (_DATA / "project.toml").read_text("utf-8") + "".join(map(_language, codes)))
    _write(root / "mkdocs.yml", (_DATA / "mkdocs.txt").read_text("utf-8") + "".join(_navigation(every)))
    _write(root / "docs" / "index.en.md", "# Admin center\n\nWhat do you want to do?\n\n<!-- porspec: tasks -->\n")
    for each in every:
        _write(root / "features" / "en" / f"{each.stem}.feature", each.feature)
    dutch = {_filled(text, each.words): said for each in every for text, said in each.dutch().items()}
    for code in codes[1:]:
        for path in new_language(root, code):
            _translate(root / path, dutch.get if code == "nl" else pseudo)
    follow_catalogues(root, None)
    return root


def edit_task(root: Path, task: int, edition: int) -> None:
    """Give one task another value in every language, which changes its page and no title."""
    name = sorted((root / "features" / "en").glob("*.feature"))[task].name
    for path in (root / "features").glob(f"*/{name}"):
        path.write_text(re.sub(r"-02\b|-v\d+\b", f"-v{edition}", path.read_text("utf-8")), "utf-8")


@dataclass(frozen=True)
class Task:
    """One task: its number from 0, what is done, and the words that its texts have in English."""

    number: int
    kind: str
    thing: Mapping[str, str]
    place: str

    @property
    def stem(self) -> str:
        return f"{self.kind}-{self.thing['stem']}-{self.number}"

    @property
    def words(self) -> dict[str, str]:
        return {**self.thing, "place": self.place, "item": f"{self.thing['code']}-{self.number + 1:04}"}

    @property
    def feature(self) -> str:
        text = _filled(_TEXTS["kinds"][self.kind], {"rules": _TEXTS["kinds"]["rules"]})
        if self.number % _ONE_CLOUD == _ONE_CLOUD - 1:
            germany = text.index("  @germany")
            text = "@worldwide\n" + text[:germany].lstrip("\n") + text[text.index("  Rule:", germany) :]
        return _filled(text.lstrip("\n"), self.words)

    def dutch(self) -> dict[str, str]:
        """What each text is in Dutch, with the words of this task."""
        own = {"a": self.thing["dutch_a"], "page": self.thing["dutch_page"]}
        filled = ((text, said, _filled(said, {**self.words, **own})) for text, said in _TEXTS["dutch"].items())
        return {text: new[0].upper() + new[1:] if said.startswith("$") else new for text, said, new in filled}


def _tasks(tasks: int) -> Iterator[Task]:
    """The kinds go round first, then the things, and last the places."""
    places = chain.from_iterable(
        [f"{each} {again}" if again > 1 else each for each in _TEXTS["places"]] for again in count(1)
    )
    every = ((kind, thing, place) for place in places for thing in _TEXTS["things"] for kind in KINDS)
    return (Task(number, *each) for number, each in enumerate(islice(every, tasks)))


def _filled(text: str, words: Mapping[str, str]) -> str:
    return Template(text).safe_substitute(words)


def _language(code: str) -> str:
    return f'\n[tool.porspec.languages.{code}]\nname = "{LANGUAGES[code]}"\n'


def _navigation(tasks: Sequence[Task]) -> Iterator[str]:
    """The pages, below their areas."""
    for thing in _TEXTS["things"]:
        if stems := [each.stem for each in tasks if each.thing is thing]:
            yield f"  - {thing['page']}:\n"
            yield from (f"      - {stem}.md\n" for stem in stems)


def _translate(path: Path, said: Callable[[str], str | None]) -> None:
    """Fill in a catalogue."""
    text = path.read_text("utf-8")
    told = {each.key: found for each in parse_po(text, path).entries if (found := said(each.key[1]))}
    path.write_text(with_translations(text, path.as_posix(), told), "utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.specs", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--tasks", type=int, default=200)
    parser.add_argument("--languages", type=int, default=2, choices=range(1, len(LANGUAGES) + 1))
    options = parser.parse_args()
    print(f"Wrote {write_spec(options.folder, options.tasks, options.languages)}")


if __name__ == "__main__":
    main()
