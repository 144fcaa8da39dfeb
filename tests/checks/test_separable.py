"""Separable verbs: a verb that is parted from its particle is not the verb that it looks like."""

import pytest

from porspec.checks.matching import Text, pattern
from porspec.checks.separable import is_parted


@pytest.mark.parametrize(
    ("code", "form", "text", "wanted"),
    [
        ("de", "gehen Sie", "Dafür gehen Sie mit ihm eine Partnerbeziehung ein.", True),
        ("de", "gehen Sie", "Gehen Sie eine Beziehung ein, und warten Sie.", True),
        ("de", "gehen Sie", "Gehen Sie zur Seite.", False),
        ("de", "gehen Sie", "Gehen Sie zu          .", False),
        ("de", "klick*", "Klicken Sie es an.", False),
        ("de", "ein Abo", "Geben Sie ein Abo an.", False),
        ("nl", "gaat u", "Daarvoor gaat u een relatie aan met de partner.", True),
        ("nl", "gaat u", "Daarna gaat u naar de pagina.", False),
        ("nl", "Klik", "Klik op          .", False),
        ("fr", "allez", "Allez à la page.", False),
    ],
)
def test_a_verb_is_parted_where_its_particle_ends_the_clause(code: str, form: str, text: str, wanted: bool) -> None:
    match = pattern(form).search(text)
    assert match is not None
    assert is_parted(code, Text(text), match) is wanted
