"""The page that explains the codes of problems, from their registry."""

from __future__ import annotations

from ..languages.words import Words, marked
from ..sources.codes import Code, registry
from ..sources.pages import PROBLEMS, front_matter
from .overviews import BEHIND_HELP

_ENGLISH = "en"


def page(words: Words) -> str:
    """Every code by the sources that it is about, in Docs Markdown; `words` are those of the domain problems."""
    return _ProblemsPage(words).markdown()


def example(text: str) -> str:
    """An example of sources as a block of code."""
    return f"```text\n{text}\n```"


class _ProblemsPage:
    """Writes the page of one language."""

    def __init__(self, words: Words) -> None:
        self.words, self.registry = words, registry()

    def markdown(self) -> str:
        said, (intro, settings, rest) = self.registry.page, map(self._shown, self.registry.page["intro"])
        title, description = (self.words.texts.get(said[key], said[key]) for key in ("title", "description"))
        parts = [
            front_matter({"title": title, "description": description, **BEHIND_HELP}),
            f'# <a name="{PROBLEMS}"></a>{self._shown(said["title"])}',
            *(intro, settings, f"```toml\n{said['settings']}\n```", rest),
        ]
        for name, section in self.registry.sections.items():
            parts.append(f'## <a name="in-{name}"></a>{self._shown(section["title"])}')
            parts += [self._shown(section["text"])] if "text" in section else []
            parts += [part for each in self.registry.codes.values() if each.about == name for part in self._code(each)]
        return "\n\n".join(parts) + "\n"

    def _code(self, code: Code) -> list[str]:
        said = self.registry.page
        notes = [said["warning"]] * (code.severity == "warning") + [said["needed"]] * code.needed
        return [
            f'### <a name="{code.name}"></a>`{code.name}`',
            self.words.text(self._shown(each) for each in (code.text, *notes)),
            *(self._shown(said["bad"]), example(code.bad), self._shown(said["good"]), example(code.good)),
        ]

    def _shown(self, text: str) -> str:
        """One of the texts in this language, or else in English, and marked."""
        return self.words.texts.get(text, text) if self.words.has(text) else marked(text, _ENGLISH)
