"""Pages that name their messages: texts of every domain do, by names that lead to them; and nothing else changes."""

import re

import pytest

from porspec.languages.words import read_words
from porspec.pages.help import render
from porspec.pages.overviews import coverage_page, step_page, task_table
from porspec.site.messages import messages
from porspec.site.publish import Publication
from tests.conftest import these_traces, this_spec

SPEC, TRACES = this_spec(), these_traces()
NAMED = re.compile(r'<span data-message="(\w+)">')


def pages(code: str, *, names_messages: bool) -> str:
    words = read_words(SPEC.config, code, names_messages=names_messages)
    made = [
        *render(SPEC, TRACES, words).values(),
        coverage_page(SPEC, TRACES, words),
        step_page(SPEC, code, words),
    ]
    return "\n".join([*made, task_table(SPEC, words, SPEC.features)])


@pytest.mark.parametrize("code", SPEC.languages)
def test_names_lead_to_messages_of_every_domain_and_change_nothing_else(code: str) -> None:
    named, plain = pages(code, names_messages=True), pages(code, names_messages=False)
    depth, kept = list[bool](), list[str]()
    for part in re.split(r"(<span\b[^>]*>|</span>)", named):
        if part == "</span>":
            kept.append(part if depth.pop() else "")
        elif part.startswith("<span"):
            depth.append(not NAMED.fullmatch(part))
            kept.append(part if depth[-1] else "")
        else:
            kept.append(part)
    assert "".join(kept) == plain
    words = {each: read_words(SPEC.config, each) for each in SPEC.languages}
    known = dict(messages(Publication(SPEC, {}, words), code))
    found = {known[each]["domain"]: known[each] for each in NAMED.findall(named)}
    assert set(found) == {"steps", "labels", "help", "features", "porspec"}
    if code == SPEC.source:
        assert {each["place"].partition("/")[0] for each in found.values()} >= {"features", "steps"}
        return
    for each in (found[domain] for domain in set(found) - {"porspec"}):
        path, line = each["place"].split(":")
        assert path == f"locales/{code}/LC_MESSAGES/{each['domain']}.po"
        text = (SPEC.config.root / path).read_text("utf-8").split("\n")[int(line) - 1]
        assert text.startswith(('msgid "' + each["text"].replace('"', '\\"'))[:40])
