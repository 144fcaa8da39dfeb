"""The reference says of each cloud what FACTS says, and refuses by name without any change."""

import pytest

from porspec.reference.admin_center import AdminCenter, Control, NotOffered
from porspec.reference.clouds import CHINA, CLOUDS, GERMANY, WORLDWIDE, Cloud
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


def test_a_subscription_that_is_not_there_is_an_error() -> None:
    with pytest.raises(LookupError, match="There is no subscription 'F1'"):
        ORGANIZATION.subscription("F1")


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
    assert center.controls == ()
    center.select_subscription("E3")
    assert shown(center) == WITHOUT_PARTNER[cloud.id]
    center.select_subscription("E5")
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
    center.select_subscription("E5")
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
    center.select_subscription("E5")
    with pytest.raises(NotOffered) as caught:
        center.select("tab.partner")
    assert str(caught.value) == (
        "o365-21vianet does not show tab.partner on nav.billing > page.subscriptions > E5; it shows action.edit_por"
    )


def test_a_control_under_another_heading_is_not_offered_there() -> None:
    center = admin(GERMANY)
    center.open(PAGES["o365-germany"])
    center.select_subscription("E5")
    with pytest.raises(NotOffered, match="is not under"):
        center.select("action.edit_por", under="field.partner_network_id")


def test_a_disabled_control_cannot_be_used() -> None:
    center = admin(CHINA, Organization((FABRIKAM,), offer=Offer(FABRIKAM.id)))
    center.read_mail()
    center.follow_link()
    assert not center.offers("button.next")
    with pytest.raises(NotOffered, match="cannot be used now"):
        center.select("button.next")


@pytest.mark.parametrize("cloud", [WORLDWIDE, GERMANY], ids=["worldwide", "germany"])
def test_offers_by_mail_are_known_in_21vianet_only(cloud: Cloud) -> None:
    center = admin(cloud, Organization((FABRIKAM,), offer=Offer(FABRIKAM.id)))
    with pytest.raises(NotOffered, match="has no offer by e-mail"):
        center.read_mail()


def test_the_link_is_in_the_mail() -> None:
    with pytest.raises(NotOffered, match="the e-mail is not open"):
        admin(CHINA, Organization((FABRIKAM,), offer=Offer(FABRIKAM.id))).follow_link()


def test_worldwide_the_old_admin_center_has_none_of_these_pages() -> None:
    center = AdminCenter(WORLDWIDE, ORGANIZATION)
    with pytest.raises(NotOffered):
        center.open(PAGES["o365-worldwide"])
    center.switch_on_new()
    assert center.controls == (Control("toggle.try_new", value="on"),)


def test_the_only_subscription_opens_at_once() -> None:
    center = admin(CHINA, Organization(subscriptions=(Subscription("E3"),)))
    center.open(PAGES["o365-21vianet"])
    assert center.view.subscription == "E3"


def test_only_a_box_takes_text() -> None:
    center = admin(WORLDWIDE)
    center.open_form("button.add", "E3")
    with pytest.raises(NotOffered, match="is no text box"):
        center.type("button.add", "123")


def test_a_form_that_the_cloud_does_not_have_cannot_be_opened() -> None:
    with pytest.raises(NotOffered, match=r"takes no partner ID with button\.add"):
        admin(GERMANY).open_form("button.add", "E3")
    with pytest.raises(NotOffered, match=r"does not show button\.submit"):
        admin(CHINA).open_form("button.submit", "E3")
