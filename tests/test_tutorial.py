"""The tutorial, read as a newcomer does: files are written, commands run from the wheel and print what is shown."""

import re
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest

from tests.conftest import REPOSITORY
from tests.sites import kept
from tests.wheel import Environment, environment

TUTORIAL = (REPOSITORY / "docs" / "tutorial.en.md").read_text("utf-8")
# What the environment of these tests stands for: it has the wheel, and no index is asked for it.
INSTALLING = ("python3 -m venv .venv", ". .venv/bin/activate", "pip install porspec")
FILE = re.compile(r"`(?P<name>[\w/.-]+)`:\n\n```(?:python|gherkin)\n(?P<code>.*?)```\n", re.DOTALL)
CONSOLE = re.compile(r"```console\n(?P<session>.*?)```\n", re.DOTALL)
TABLE = re.compile(r"\| English \| Dutch \|\n.*\n(?P<rows>(?:\|.*\n)+)")
FAULT = ("        self.notes.clear()\n", "        pass\n")


def parts() -> Iterator[re.Match[str]]:
    """What the tutorial has its reader do, in its order."""
    found = (match for pattern in (FILE, CONSOLE, TABLE) for match in pattern.finditer(TUTORIAL))
    return iter(sorted(found, key=re.Match.start))


def matches(shown: str, printed: str) -> bool:
    """Whether something prints what is shown, where … stands for any lines, and a time for any."""
    pattern = re.escape(shown).replace(re.escape("…\n"), r"(?:.*\n)*")
    return re.fullmatch(re.sub(r"\d\\\.\d\d", r"\\d+\\.\\d\\d", pattern), printed) is not None


def translate(root: Path, rows: str) -> None:
    """Write the translations of a table into the catalogues, as an editor would."""
    pairs = dict(re.findall(r"\| `(.+?)` \| `(.+?)` \|", rows))
    used = set()
    for path in (root / "locales" / "nl" / "LC_MESSAGES").glob("*.po"):
        catalogue = polib.pofile(str(path))
        for entry in catalogue.untranslated_entries():
            if entry.msgid in pairs:
                entry.msgstr = pairs[entry.msgid]
                used.add(entry.msgid)
        catalogue.save()
    assert used == set(pairs)


@pytest.mark.slow
def test_the_tutorial_does_what_it_says(tmp_path: Path) -> None:
    installed, root = Environment(kept("wheel", environment)), tmp_path / "notes"
    root.mkdir()
    commands = 0
    for part in parts():
        if part.re is FILE:
            (root / part["name"]).write_text(part["code"], "utf-8")
        elif part.re is TABLE:
            translate(root, part["rows"])
        else:
            broken = "1 failed" in part["session"]
            edit(root, *FAULT) if broken else None
            for command, shown in re.findall(r"^\$ (.*)\n((?:(?!\$ ).*\n)*)", part["session"], re.MULTILINE):
                if command not in INSTALLING:
                    done = installed.run(*command.split(), root=root, status=int(broken))
                    printed = (done.stdout + done.stderr).replace(f"{root}/", "")
                    assert matches(shown, printed), f"$ {command}\n{printed}\n--- instead of\n{shown}"
                    commands += 1
            edit(root, *reversed(FAULT)) if broken else None
    assert commands == 10
    assert (root / "site" / "nl" / "add-note" / "index.html").is_file()


def edit(root: Path, old: str, new: str) -> None:
    path = root / "steps" / "world.py"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")
