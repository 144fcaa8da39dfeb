"""The page that says how far each language is."""

from __future__ import annotations

from collections.abc import Sequence

from ..languages.progress import Count, Progress, percent
from ..languages.words import TRANSLATION_INTRO, Words
from ..markdown.writer import escape
from ..sources.config import LanguageConfig
from ..sources.pages import TRANSLATION, front_matter
from ..spec.definitions import Definition
from ..spec.spec import Spec
from .help import BEHIND_HELP, Page


def page(spec: Spec, progresses: Sequence[Progress], tag: str, words: Words) -> Page:
    """The page that says what is translated, in Docs Markdown."""
    names = {each.code: spec.config.language(each.code) for each in progresses}
    head = [words.shown(each) for each in ("Language", "Messages", "Translated", "Fuzzy", "Untranslated")]
    rows = [
        [_named(names[each.code], tag), f"`{domain}`", f"{count.translated} ({percent(count)})", *_rest(count)]
        for each in progresses
        for domain, count in each.counts.items()
    ]
    codes = [spec.source, *names]
    features = [
        [
            f"[{stem}]({stem}.md)",
            f"✓ {words.shown('complete')}",
            *(_having(each.lacking[stem], words) for each in progresses),
        ]
        for stem in spec.features
    ]
    title = words("Translation")
    parts = [
        front_matter({"title": title, "description": words(TRANSLATION_INTRO), **BEHIND_HELP}),
        f'# <a name="translation"></a>{words.shown("Translation")}',
        words.shown(TRANSLATION_INTRO),
        _table(head, rows, "| --- | --- | --: | --: | --: |"),
        f'## <a name="features"></a>{words.shown("Features")}',
        _table(
            ["", *(_named(spec.config.language(each), tag) for each in codes)],
            features,
            "|" + " --- |" * (len(codes) + 1),
        ),
        f'## <a name="missing"></a>{words.shown("What is missing")}',
    ]
    for each in progresses:
        if each.gaps:
            parts.append(f'### <a name="missing-{names[each.code].tag}"></a>{_named(names[each.code], tag)}')
            parts.append("\n".join(f"- `{gap.location}` {_quoted(gap.text, spec)}" for gap in each.gaps))
    if not any(each.gaps for each in progresses):
        parts.append(words.shown("Nothing is missing."))
    return Page(TRANSLATION, "\n\n".join(parts) + "\n")


def _named(language: LanguageConfig, tag: str) -> str:
    """A language's own name, marked on the pages of other languages."""
    return language.name if language.tag == tag else f'<span lang="{language.tag}">{language.name}</span>'


def _rest(count: Count) -> list[str]:
    return [str(count.fuzzy), str(count.untranslated)]


def _having(lacking: Sequence[Definition], words: Words) -> str:
    return (
        f"– {words.shown('missing steps: {count}', count=str(len(lacking)))}"
        if lacking
        else f"✓ {words.shown('complete')}"
    )


def _quoted(text: str, spec: Spec) -> str:
    return f'<span lang="{spec.config.language(spec.source).tag}">{escape(text)}</span>'


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], rule: str) -> str:
    return "\n".join([f"| {' | '.join(head)} |", rule, *(f"| {' | '.join(row)} |" for row in rows)])
