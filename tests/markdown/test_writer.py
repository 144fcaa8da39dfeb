"""What is written is shown as it is, wherever it stands."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porspec.markdown.zones import escape
from tests.markdown.test_extension import convert

PLACES = ["# {}", "{}", "- {}", "1. {}", "> {}", "| a |\n|---|\n| {} |", "**{}**", '## <a name="a"></a>{}', "x\n{}"]
# Words and marks; what is told apart by blanks alone is the same text on a page.
texts = st.lists(
    st.one_of(
        st.sampled_from(["Use", "x", "1.", "2)", "&amp;", "{x}", "{: #a }", "~~~", "a_b_c", "::: moniker-end"]),
        st.text("ab{}[]()<>*_`~#|!-+=:.&;0\\\"'$%^/?@,", min_size=1, max_size=4),
    ),
    min_size=1,
    max_size=4,
).map(" ".join)


def shown(html: str) -> str:
    """The words of the page, without those that are not of the text."""
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


@pytest.mark.parametrize("place", PLACES)
def test_a_name_with_braces_is_shown_whole(place: str) -> None:
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(escape("Use {x}")), ["cn"])) == plain.replace("Use", "Use {x}")


@settings(deadline=None)
@given(st.sampled_from(PLACES), texts)
def test_any_text_is_shown_as_it_is(place: str, text: str) -> None:
    plain = shown(convert(place.format("Use"), ["cn"]))
    assert shown(convert(place.format(escape(text)), ["cn"])) == plain.replace("Use", " ".join(text.split()))
