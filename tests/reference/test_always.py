"""What is always true of the admin center notices faults where rules meet, whichever scenarios cross them."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from porspec.reference.admin_center import PROVIDERS, AdminCenter
from porspec.reference.organization import HasPartner, Organization, PartnerId
from porspec.spec.runner import run_all
from porspec.spec.spec import load, planned
from tests.conftest import REPOSITORY

SPEC = load(REPOSITORY)
LOOKED = sys.modules["steps.always"].__dict__["_look_ahead"]
Wrong = Callable[..., object]


@pytest.fixture(autouse=True)
def _nothing_is_known_of_states() -> Iterator[None]:
    """What was found of a state with the right reference says nothing of a wrong one, nor the other way round."""
    LOOKED.cache_clear()
    yield
    LOOKED.cache_clear()


def changed_partner_ends_a_reseller(right: Wrong) -> Wrong:
    def submit(self: Organization, name: str, typed: str) -> object:
        gone = {self.subscription(name).partner} if typed.strip() else set()
        return replace(right(self, name, typed), resellers=self.resellers - gone)  # type: ignore[type-var]

    return submit


def bought_with_a_partner_is_sold_out(right: Wrong) -> Wrong:
    def buy(self: Organization, product: str, typed: str) -> object:
        left = tuple(each for each in self.products if each != product or not typed.strip())
        return replace(right(self, product, typed), products=left)  # type: ignore[type-var]

    return buy


def bought_again_has_the_same_partner(right: Wrong) -> Wrong:
    def buy(self: Organization, product: str, typed: str) -> object:
        had = [one.partner for one in self.subscriptions if one.name == product]
        return right(self, product, typed or (had[0] if had else None) or "")

    return buy


def admins_are_not_found(right: Wrong) -> Wrong:
    def offering(self: Organization, service: str, country: str) -> object:
        rest = tuple(each for each in self.directory if each.id not in self.delegated_admins)
        return right(replace(self, directory=rest), service, country)

    return offering


def providers_ignore_the_country(right: Wrong) -> Wrong:
    def search(self: AdminCenter, service: str, country: str) -> None:
        right(self, service, country)
        found = [each.name for each in self.organization.directory if service in {pair[0] for pair in each.offers}]
        if self.view.page == PROVIDERS:
            self.view = replace(self.view, found=tuple(sorted(found, key=str.casefold)))

    return search


def a_current_partner_with_spaces_is_another(right: Wrong) -> Wrong:
    def check(self: Organization, name: str, typed: str) -> object:
        known = None if typed != typed.strip() else self.subscription(name).partner
        others = (replace(one, partner=known) if one.name == name else one for one in self.subscriptions)
        return right(replace(self, subscriptions=tuple(others)), name, typed)

    return check


def a_reseller_cannot_be_added(right: Wrong) -> Wrong:
    def add(self: AdminCenter) -> None:
        if PartnerId(self.view.typed.strip()) in self.organization.resellers:
            raise HasPartner
        right(self)

    return add


@pytest.mark.parametrize(
    ("owner", "name", "wrong"),
    [
        (Organization, "submit_partner", changed_partner_ends_a_reseller),
        (Organization, "buy", bought_with_a_partner_is_sold_out),
        (Organization, "buy", bought_again_has_the_same_partner),
        (Organization, "offering", admins_are_not_found),
        (AdminCenter, "search", providers_ignore_the_country),
        (Organization, "check_id", a_current_partner_with_spaces_is_another),
        (AdminCenter, "_add", a_reseller_cannot_be_added),
    ],
)
def test_a_fault_where_rules_meet_is_noticed_by_what_is_always_true(
    monkeypatch: pytest.MonkeyPatch, owner: type, name: str, wrong: Callable[[Wrong], Wrong]
) -> None:
    monkeypatch.setattr(owner, name, wrong(getattr(owner, name)))
    sentences = [f": {each.pattern.rstrip('.')}: " for each in SPEC.world.always]
    told = (trace.problem.message for trace in run_all(SPEC, planned(SPEC)) if trace.problem)
    assert any(sentence in message for message in told for sentence in sentences)
