"""The reference says of each cloud what FACTS says, and refuses by name without any change."""

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from porspec.reference.admin_center import AdminCenter
from porspec.reference.clouds import CHINA, CLOUDS, GERMANY, RELATIONSHIPS, WORLDWIDE, Cloud
from porspec.reference.controls import Control, NotOffered
from porspec.reference.organization import (
    AlreadyPartner,
    EmptyPartnerId,
    HasPartner,
    NothingToCreate,
    Offer,
    OfferAnswered,
    Organization,
    Partner,
    PartnerId,
    Refused,
    ResellerStays,
    Subscription,
    UnknownPartner,
)

FABRIKAM, CONTOSO = Partner(PartnerId("321"), "Fabrikam"), Partner(PartnerId("123"), "Contoso")
ORGANIZATION = Organization((FABRIKAM, CONTOSO), (Subscription("E3"), Subscription("E5", CONTOSO.id)))


def admin(cloud: Cloud, organization: Organization = ORGANIZATION) -> AdminCenter:
    center = AdminCenter(cloud, organization)
    center.switch_on_new()
    return center


def shown(center: AdminCenter) -> list[str]:
    return [control.id for control in center.controls]


def test_a_partner_that_is_added_is_the_partner_of_record_of_that_subscription_only() -> None:
    changed = ORGANIZATION.add_partner("E3", " 321 ")
    assert changed.subscriptions == (Subscription("E3", FABRIKAM.id), Subscription("E5", CONTOSO.id))


@pytest.mark.parametrize(
    ("name", "typed", "refusal"),
    [
        ("E3", "", EmptyPartnerId),
        ("E3", "  ", EmptyPartnerId),
        ("E3", "999", UnknownPartner),
        ("E5", "123", AlreadyPartner),
        ("E5", "321", HasPartner),
    ],
)
def test_adding_refuses_by_name(name: str, typed: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        ORGANIZATION.add_partner(name, typed)


@pytest.mark.parametrize(
    ("name", "typed", "expected"), [("E3", "321", FABRIKAM.id), ("E5", "321", FABRIKAM.id), ("E5", "", None)]
)
def test_submitting_adds_changes_or_removes(name: str, typed: str, expected: str | None) -> None:
    assert ORGANIZATION.submit_partner(name, typed).subscription(name).partner == expected


@pytest.mark.parametrize(
    ("name", "typed", "refusal"),
    [("E3", "", EmptyPartnerId), ("E5", "9", UnknownPartner), ("E5", "123", AlreadyPartner)],
)
def test_submitting_refuses_by_name(name: str, typed: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        ORGANIZATION.submit_partner(name, typed)


def test_an_offer_is_accepted_once_and_replaces_no_partner() -> None:
    accepted = Organization(ORGANIZATION.directory, ORGANIZATION.subscriptions, Offer(FABRIKAM.id)).accept_offer()
    assert accepted.subscriptions == (Subscription("E3", FABRIKAM.id), Subscription("E5", CONTOSO.id))
    assert accepted.delegated_admins == {FABRIKAM.id}
    with pytest.raises(OfferAnswered):
        accepted.accept_offer()
    with pytest.raises(NothingToCreate):
        accepted.create_account()


PAGES = {
    "o365-worldwide": ("nav.billing", "page.products_services"),
    "o365-germany": ("nav.billing", "page.subscriptions"),
    "o365-21vianet": ("nav.billing", "page.subscriptions"),
}
WITHOUT_PARTNER: dict[str, list[str]] = {
    "o365-worldwide": ["tab.partner"],
    "o365-germany": ["menu.more_actions"],
    "o365-21vianet": [],
}


@pytest.mark.parametrize("cloud", CLOUDS.values(), ids=CLOUDS)
def test_a_subscriptions_page_shows_what_its_cloud_offers(cloud: Cloud) -> None:
    center = admin(cloud)
    center.open(PAGES[cloud.id])
    assert shown(center) == ["E3", "E5"]
    center.select("E3")
    assert shown(center) == WITHOUT_PARTNER[cloud.id]
    center.open(PAGES[cloud.id])
    center.select("E5")
    assert shown(center) == [*WITHOUT_PARTNER[cloud.id], "action.edit_por"]


@pytest.mark.parametrize("cloud", CLOUDS.values(), ids=CLOUDS)
def test_the_page_of_another_cloud_is_not_offered(cloud: Cloud) -> None:
    center = admin(cloud)
    for page in {*PAGES.values(), ("nav.settings",)} - {PAGES[cloud.id]}:
        with pytest.raises(NotOffered, match="has no page"):
            center.open(page)


def test_editing_shows_the_present_partner_and_submitting_leaves_the_form() -> None:
    center = admin(GERMANY)
    center.open(PAGES["o365-germany"])
    center.select("E5")
    center.select("action.edit_por", under="field.partner_id")
    assert center.controls == (
        Control("field.partner_id", value="123"),
        Control("button.check_id"),
        Control("button.submit"),
    )
    center.type("field.partner_id", "321")
    center.select("button.submit")
    assert center.listed == (("E3", None), ("E5", "321"))
    assert shown(center) == ["menu.more_actions", "action.edit_por"]


def test_what_is_refused_changes_nothing_and_shows_its_message() -> None:
    center = admin(WORLDWIDE)
    center.type(center.open_form("button.add", "E3"), "999")
    center.select("button.add")
    assert (center.view.message, center.organization) == ("message.unknown_partner", ORGANIZATION)


def test_a_control_that_is_not_there_says_what_is() -> None:
    center = admin(CHINA)
    center.open(PAGES["o365-21vianet"])
    center.select("E5")
    with pytest.raises(NotOffered) as caught:
        center.select("tab.partner")
    assert str(caught.value) == (
        "o365-21vianet does not show tab.partner on nav.billing > page.subscriptions; it shows action.edit_por"
    )


def test_a_control_that_is_not_in_an_open_form_says_which_form_that_is() -> None:
    center = admin(GERMANY)
    center.open_form("button.submit", "E3")
    with pytest.raises(NotOffered) as caught:
        center.select("button.add")
    assert str(caught.value) == (
        "o365-germany does not show button.add on nav.billing > page.subscriptions, in page.partner_information; "
        "it shows field.partner_id, button.check_id, button.submit"
    )


def test_a_control_under_another_heading_is_not_offered_there() -> None:
    center = admin(GERMANY)
    center.open(PAGES["o365-germany"])
    center.select("E5")
    with pytest.raises(NotOffered, match="not so that it can be used"):
        center.select("action.edit_por", under="field.partner_network_id")


def test_an_order_with_an_unknown_id_is_not_placed() -> None:
    with pytest.raises(UnknownPartner):
        ORGANIZATION.buy("Visio", "999")
    assert ORGANIZATION.buy("Visio", "321").subscription("Visio").partner == FABRIKAM.id


def test_only_the_reseller_ends_its_relationship() -> None:
    with pytest.raises(ResellerStays):
        replace(ORGANIZATION, resellers=frozenset({CONTOSO.id})).end_relationship(CONTOSO.id)
    assert ORGANIZATION.end_relationship(CONTOSO.id).partners == ()


# --- partner relationships, and the search for a partner ------------------------------------------------------------

RELATED = replace(
    ORGANIZATION,
    directory=(replace(FABRIKAM, phone="555-0101", email="sales@fabrikam.com"), replace(CONTOSO, phone="555-0100")),
    delegated_admins=frozenset({CONTOSO.id}),
    resellers=frozenset({FABRIKAM.id, CONTOSO.id}),
)


@pytest.mark.parametrize("cloud", CLOUDS.values(), ids=CLOUDS)
def test_each_partner_is_listed_with_everything_that_it_is_to_the_customer(cloud: Cloud) -> None:
    assert admin(cloud, RELATED).related == (
        ("Contoso", ("relationship.advisor", "relationship.delegated_admin", "relationship.reseller")),
        ("Fabrikam", ("relationship.reseller",)),
    )
    assert admin(cloud).related == (("Contoso", ("relationship.advisor",)),)
    assert admin(cloud, replace(ORGANIZATION, subscriptions=())).related == ()


@pytest.mark.parametrize("cloud", CLOUDS.values(), ids=CLOUDS)
def test_the_partner_that_is_selected_is_shown_with_how_to_reach_it(cloud: Cloud) -> None:
    center = admin(cloud, RELATED)
    center.open(RELATIONSHIPS)
    assert center.contact is None
    center.select("Fabrikam")
    assert center.contact == ("555-0101", "sales@fabrikam.com")
    center.open(RELATIONSHIPS)
    assert center.contact is None
    center.select("Contoso")
    assert center.contact == ("555-0100", "")
    center.open(PAGES[cloud.id])
    center.select("E5")
    assert center.contact is None


@pytest.mark.parametrize(
    ("service", "country", "found"),
    [
        ("Exchange Online", "the Netherlands", ("Contoso", "Fabrikam")),
        ("  exchange ONLINE ", " The netherlands\t", ("Contoso", "Fabrikam")),
        ("Teams", "Straße", ("Fabrikam",)),
        ("teams", "STRASSE", ("Fabrikam",)),
        ("Exchange", "the Netherlands", ()),
        ("ExchangeOnline", "the Netherlands", ()),
        ("Exchange Online", "Straße", ()),
        ("", "", ()),
    ],
)
def test_a_search_ignores_capitals_and_spaces_around_and_nothing_else(
    service: str, country: str, found: tuple[str, ...]
) -> None:
    offers = frozenset({(" Exchange Online", "The Netherlands "), ("Teams", "Straße")})
    fitting = (
        replace(FABRIKAM, offers=offers),
        replace(CONTOSO, offers=frozenset({("exchange online", "the Netherlands")})),
    )
    assert Organization(fitting, ()).offering(service, country) == found


def test_before_the_new_admin_center_is_on_only_the_pages_of_billing_are_missing() -> None:
    assert AdminCenter(WORLDWIDE, ORGANIZATION).pages == (RELATIONSHIPS,)
    assert admin(WORLDWIDE).pages == (
        PAGES["o365-worldwide"],
        ("nav.billing", "page.purchase_services"),
        RELATIONSHIPS,
    )


# --- any admin in any cloud ------------------------------------------------------------------------------------------

IDS = ["", " ", "123", "321", "999"]
PAGES_OF_ALL = [*PAGES.values(), RELATIONSHIPS, ("nav.billing", "page.purchase_services"), ("nav.settings",)]


class AnyAdmin(RuleBasedStateMachine):
    """Acts on whatever is shown, and on what is not; the rules hold whatever the order."""

    def __init__(self) -> None:
        super().__init__()
        self.center = AdminCenter(WORLDWIDE)

    @initialize(cloud=st.sampled_from(list(CLOUDS.values())), offer=st.booleans(), reseller=st.booleans())
    def begin(self, cloud: Cloud, offer: bool, reseller: bool) -> None:
        resellers = frozenset({CONTOSO.id} if reseller else set())
        waiting = Offer(FABRIKAM.id, "Project") if offer else None
        organization = replace(ORGANIZATION, offer=waiting, resellers=resellers, products=("Visio", "E3 extra"))
        self.center = AdminCenter(cloud, organization)

    @rule()
    def go_home(self) -> None:
        self.center.go_home()

    @rule(page=st.sampled_from(PAGES_OF_ALL))
    def open(self, page: tuple[str, ...]) -> None:
        before, known = self.center.organization, page in self.center.pages
        try:
            self.center.open(page)
        except NotOffered:
            assert not known
        assert self.center.organization == before

    @rule(data=st.data())
    def select_what_is_shown(self, data: st.DataObject) -> None:
        controls = self.center.controls
        if not controls:
            return
        control = data.draw(st.sampled_from(controls))
        before, resellers = self.center.organization, self.center.organization.resellers
        try:
            self.center.select(control.id)
        except NotOffered:
            assert not control.enabled
            assert self.center.organization == before
        if self.center.view.message and self.center.view.message != "message.no_partner":
            assert self.center.organization == before
        assert self.center.organization.resellers == resellers

    @rule(label=st.sampled_from(["tab.partner", "menu.add_por", "button.add", "button.next", "option.delete", "E9"]))
    def select_what_may_not_be_there(self, label: str) -> None:
        before = self.center.organization, self.center.view
        if not self.center.offers(label):
            with pytest.raises(NotOffered):
                self.center.select(label)
            assert (self.center.organization, self.center.view) == before

    @rule(data=st.data(), text=st.sampled_from(IDS))
    def type(self, data: st.DataObject, text: str) -> None:
        boxes = [each.id for each in self.center.controls if each.id.startswith(("field.p", "term."))]
        before = self.center.organization
        if boxes:
            self.center.type(data.draw(st.sampled_from(boxes)), text)
        assert self.center.organization == before

    @rule()
    def create_account(self) -> None:
        before = self.center.organization
        self.center.create_account()
        created = len(self.center.organization.subscriptions) - len(before.subscriptions)
        assert created == (1 if before.offer and before.offer.accepted and before.offer.brings else 0)

    @invariant()
    def every_partner_of_record_is_in_the_directory_and_each_subscription_has_one_at_most(self) -> None:
        known = {partner.id for partner in self.center.organization.directory}
        partners = [one.partner for one in self.center.organization.subscriptions]
        assert all(partner is None or partner in known for partner in partners)

    @invariant()
    def nothing_happens_in_a_cloud_that_does_not_offer_it(self) -> None:
        cloud, organization = self.center.cloud, self.center.organization
        names = {one.name for one in organization.subscriptions}
        assert cloud.offers or not organization.delegated_admins
        assert cloud.offers or "Project" not in names
        assert cloud.purchase or not names & {"Visio", "E3 extra"}

    @invariant()
    def an_offer_is_accepted_only_with_consent(self) -> None:
        offer = self.center.organization.offer
        assert not self.center.organization.delegated_admins or (offer is not None and offer.accepted)


AnyAdmin.TestCase.settings = settings(max_examples=60, stateful_step_count=30)
test_any_admin_in_any_cloud = AnyAdmin.TestCase
