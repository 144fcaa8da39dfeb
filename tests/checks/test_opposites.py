"""Opposites of grammar: what joins clauses, how many at least, and what one can, must and need not."""

import pytest

from porspec.checks.equivalents import given_lists
from porspec.checks.glossary import Glossary
from porspec.checks.matching import plain
from porspec.checks.opposites import Opposites
from porspec.spec.spec import Spec
from tests.conftest import this_spec


@pytest.fixture(scope="module")
def spec() -> Spec:
    return this_spec()


def told(spec: Spec, code: str, source: str, target: str) -> list[tuple[str, str]]:
    opposites = Opposites.of(spec, Glossary(), given_lists()["opposite"])
    return [(one.lower(), other.lower()) for one, other in opposites.contrary(code, plain(source), plain(target))]


@pytest.mark.parametrize(
    ("code", "source", "target", "said"),
    [
        ("nl", "Close it before you leave", "Sluit het nadat u weggaat", ("before", "nadat")),
        ("nl", "Once you leave, it closes", "Voordat u weggaat, sluit het", ("once you", "voordat")),
        ("de", "It closes as soon as you leave", "Es schließt, bevor Sie gehen", ("as soon as", "bevor")),
        ("zh", "Close it after you leave", "离开之前关闭", ("after", "之前")),
        ("nl", "It stays until you leave", "Het blijft zolang u weggaat", ("until", "zolang")),
        ("de", "It stays as long as you stay", "Es bleibt, bis Sie bleiben", ("as long as", "bis")),
        ("nl", "Type it, so that you see it", "Typ het omdat u het ziet", ("so that", "omdat")),
        ("de", "You see it because it is there", "Sie sehen es, damit es da ist", ("because", "damit")),
        ("de", "You can't look it up", "Sie müssen sie nicht nachschlagen", ("can't", "müssen")),
        ("nl", "You don't have to look it up", "U kunt deze niet opzoeken", ("n't have to", "kunt")),
        ("zh", "You must not close it", "无需关闭", ("must not", "无需")),
        ("nl", "More than two", "Minstens twee", ("more than", "minstens")),
        ("de", "At least two", "Mehr als zwei", ("at least", "mehr als")),
        ("zh", "At least two", "至多两个", ("at least", "至多")),
        ("nl", "Fewer than two", "Hoogstens twee", ("fewer than", "hoogstens")),
    ],
)
def test_a_translation_on_the_other_side_is_told(
    code: str, source: str, target: str, said: tuple[str, str], spec: Spec
) -> None:
    assert told(spec, code, source, target) == [said]


@pytest.mark.parametrize(
    ("code", "source", "target"),
    [
        ("nl", "Until you leave, it stays", "Zolang u niet weggaat, dus tot u gaat, blijft het"),
        ("nl", "Once you leave, it closes", "Zodra u weggaat, sluit het"),
        ("de", "Type it, so that you see it", "Geben Sie es ein, damit Sie es sehen"),
        ("zh", "You can't look it up", "你无法查询"),
        ("de", "More than two", "Mehr als zwei"),
        ("de", "It is on the list", "Bis hier"),
        ("nl", "Close it after you leave", "Sluit het nadat u weggaat, en niet voordat u gaat"),
    ],
)
def test_a_translation_on_the_same_side_is_not(code: str, source: str, target: str, spec: Spec) -> None:
    assert told(spec, code, source, target) == []
