"""What `porspec serve` works out again after an edit: what depends on it, and nothing else."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from porspec.site.follow import Follower
from porspec.site.server import HOST, Server
from porspec.spec import traces
from porspec.spec.runner import Trace
from porspec.spec.spec import Spec, Variant
from tests.conftest import make_tiny
from tests.site.test_serve import FEATURES, HELP
from tests.sites import search_index

TEA = "features/en/tea.feature"
STEPS = "locales/nl/LC_MESSAGES/steps.po"
PATTERNS = {'there is "{thing}"': 'er is "{thing}"', 'it is "{thing}"': 'het is "{thing}"'}


class Followed:
    """A project in English and Dutch whose edits are followed: the pages that were told to reload, the runs anew."""

    def __init__(self, root: Path) -> None:
        self.project = make_tiny(root)
        for pattern, dutch in PATTERNS.items():
            one, other = (each.replace('"', '\\"') for each in (pattern, dutch))
            self.project.edit(STEPS, f'msgid "{one}"\nmsgstr ""', f'msgid "{one}"\nmsgstr "{other}"')
        self.told: list[str] = []
        self.ran: list[str] = []
        self.follower = Follower(self.project.root)
        self.follower.stop()
        self.follower.tell = self.told.extend

    def after(self, *edit: str, looks_at: tuple[str, ...] = ()) -> tuple[list[str], list[str]]:
        """The pages that reload after an edit, at once and afterwards."""
        self.follower.open_pages = lambda: looks_at
        self.told.clear()
        self.ran.clear()
        self.project.edit(*edit)
        self.follower.rebuild()
        self.follower.stop()
        at_once = list(self.told)
        self.follower.catch_up()
        return at_once, sorted(self.told[len(at_once) :])


@pytest.fixture(scope="module")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Followed:
    return Followed(tmp_path_factory.mktemp("followed") / "project")


@pytest.fixture
def ran(followed: Followed, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The monikers and features of the variants that ran."""
    run_all: Callable[..., Iterator[Trace]] = vars(traces)["run_all"]

    def noted(spec: Spec, plan: list[tuple[Variant, str]]) -> Iterator[Trace]:
        followed.ran += [f"{variant.stem} {variant.moniker}" for variant, _ in plan]
        return run_all(spec, plan)

    monkeypatch.setattr(traces, "run_all", noted)
    return followed.ran


EVERYWHERE = [f"tea o365-{each}" for each in ("worldwide", "germany", "21vianet")]


def test_the_page_that_somebody_looks_at_is_built_first_and_reloads_then(followed: Followed, ran: list[str]) -> None:
    edit = (TEA, "Feature: Tea\n", "Feature: Tea\n\n  Drink it hot.\n")
    at_once, afterwards = followed.after(*edit, looks_at=("nl/tea/index.html", "nl/index.html"))
    assert at_once == ["nl/tea/index.html"]
    moved = [f"{folder}{page}/index.html" for folder in ("nl/", "") for page in ("steps", "translation")]
    assert afterwards == sorted(["tea/index.html", *moved])  # the step catalogue has the lines of examples
    assert ran == []


def test_only_the_variants_run_again_whose_steps_changed(followed: Followed, ran: list[str]) -> None:
    followed.after(TEA, 'there is "tea"\n    Then it is "tea"', 'there is "mate"\n    Then it is "mate"')
    assert ran == EVERYWHERE
    _, afterwards = followed.after(TEA, "Scenario: There is tea", "Scenario: There is mate")
    assert (ran[3:], "tea/index.html" in afterwards) == ([], True)


def test_every_variant_runs_again_where_the_code_of_a_step_changed(followed: Followed, ran: list[str]) -> None:
    followed.after("steps/things.py", "world.append(thing)", "world.append(str(thing))")
    assert sorted(ran) == sorted([*EVERYWHERE, "accept-offer o365-21vianet"])


def test_a_message_changes_the_pages_that_say_it(followed: Followed, ran: list[str]) -> None:
    edit = (
        FEATURES,
        'msgctxt "scenario"\nmsgid "There is an offer"\nmsgstr ""',
        'msgctxt "scenario"\nmsgid "There is an offer"\nmsgstr "Er is een aanbod"',
    )
    at_once, afterwards = followed.after(*edit, looks_at=("nl/accept-offer/index.html", "accept-offer/index.html"))
    assert at_once == ["nl/accept-offer/index.html"]
    assert [each for each in afterwards if "tea" in each or each == "accept-offer/index.html"] == []
    assert ran == []


def test_a_message_of_no_feature_changes_the_pages_that_say_it(followed: Followed) -> None:
    edit = (HELP, 'msgid "Office 365 Germany"\nmsgstr ""', 'msgid "Office 365 Germany"\nmsgstr "Duitsland"')
    at_once, _ = followed.after(*edit, looks_at=("nl/tea/index.html", "tea/index.html", "nl/accept-offer/index.html"))
    assert at_once == ["nl/tea/index.html"]


def test_a_page_by_hand_changes_itself(followed: Followed, ran: list[str]) -> None:
    at_once, afterwards = followed.after("docs/index.en.md", "# Tiny\n", "# Tiny\n\nWelcome.\n")
    assert (sorted(at_once), afterwards, ran) == (["index.html", "nl/index.html"], [], [])


def test_a_page_is_found_by_those_who_still_have_it(followed: Followed) -> None:
    site = followed.project.root / "site"

    def finding() -> list[str]:
        found = (having for place, _, _, having, *_ in search_index(site)["docs"] if place == "more/")
        return sorted({each for having in found for each in having})

    followed.project.append("docs/index.en.md", "\n[More](more.md)\n")
    (site.parent / "docs" / "more.en.md").write_text("---\ntitle: More\n---\n\nText.\n", "utf-8")
    followed.after("docs/index.en.md", "[More]", "[More of it]")
    before = finding()
    followed.after("docs/more.en.md", "title: More\n", "title: More\nmonikerRange: o365-germany\n")
    assert (before, finding()) == (["o365-21vianet", "o365-germany", "o365-worldwide"], ["o365-germany"])


def test_a_page_that_comes_is_told_to_be_missing_in_the_other_language(followed: Followed) -> None:
    root = followed.project.root
    (root / "docs" / "fresh.en.md").write_text("# Fresh\n", "utf-8")
    followed.after("docs/index.en.md", "# Tiny\n", "# Tiny\n\nCome in.\n")
    assert "docs/fresh.nl.md" in (root / "site" / "translation" / "index.html").read_text("utf-8")


def test_a_page_that_becomes_one_for_testers_is_found_by_these_alone(followed: Followed) -> None:
    def finding() -> list[str]:
        site = followed.project.root / "site"
        starts = {kind: search_index(site, kind)["docs"] for kind in ("readers", "testers")}
        return [kind for kind, docs in starts.items() if any(each[0] == "" for each in docs)]

    before = finding()
    followed.after("docs/index.en.md", "# ", "---\nporspec.testers: true\n---\n\n# ")
    assert (before, finding()) == (["readers"], ["testers"])
    followed.after("docs/index.en.md", "---\nporspec.testers: true\n---\n\n# ", "# ")
    assert finding() == ["readers"]


def test_a_scenario_that_fails_leaves_the_last_good_site(
    followed: Followed, capsys: pytest.CaptureFixture[str]
) -> None:
    page = followed.project.root / "site" / "tea" / "index.html"
    before = page.read_bytes()
    assert followed.after(TEA, 'Given there is "', 'Given there is "no ', looks_at=("tea/index.html",)) == ([], [])
    assert "' failed for o365-worldwide" in (told := capsys.readouterr().err)
    assert told.endswith("The last good site is still being served.\n")
    assert page.read_bytes() == before
    followed.after(TEA, 'Given there is "no ', 'Given there is "')


def test_what_editors_leave_beside_a_file_is_no_edit(followed: Followed) -> None:
    built = followed.follower.sites
    (followed.project.root / "docs" / ".index.en.md.swp").write_text("", "utf-8")
    (followed.project.root / "docs" / "index.en.md~").write_text("", "utf-8")
    assert followed.after("docs/index.en.md", "\n", "\n\nHere.\n")[1] == []
    assert followed.follower.sites is built


@pytest.mark.parametrize(("referer", "reloads"), [("nl/", False), ("tea/?view=a", True), ("", True)])
def test_a_browser_is_told_of_its_own_page(tmp_path: Path, referer: str, reloads: bool) -> None:
    server = Server(lambda: None, HOST, 8800, str(tmp_path))
    server.poll_response_timeout = 0.3  # type: ignore[assignment]
    threading.Timer(0.1, server.reload, [["tea/index.html"]]).start()
    asks = {"REQUEST_METHOD": "GET", "PATH_INFO": f"/livereload/{server.began}/1", "HTTP_HOST": "localhost:8800"}
    asks |= {"HTTP_REFERER": f"http://localhost:8800/{referer}"} if referer else {}
    answer = b"".join(server.serve_request(asks, print))
    server.server_close()
    assert (int(answer) > server.began) == reloads
