"""Steps about a partner's offer by email (21Vianet)."""

from dataclasses import replace

from porspec.reference.admin_center import LINK, MAILBOX, AdminCenter
from porspec.reference.organization import Offer
from porspec.steps import given, then, when

from .directory import known
from .types import Choice, Section


@when('the partner "{partner}" tries to send me an offer by email')
@given(
    'the partner "{partner}" sent me an offer by email',
    says="You have the partner's email.",
)
def offer_sent(admin: AdminCenter, partner: str) -> None:
    """An offer without a subscription waits in the mailbox."""
    offer = Offer(known(admin, partner))
    admin.organization = replace(admin.organization, offer=offer)


@given('the offer brings the subscription "{subscription}"')
def offer_brings(admin: AdminCenter, subscription: str) -> None:
    """The offer comes with a trial or with a purchase offer of this subscription."""
    offer = replace(_offer(admin), brings=subscription)
    admin.organization = replace(admin.organization, offer=offer)


@given("I have accepted the offer before")
@when("the offer is accepted")
def accept(admin: AdminCenter) -> None:
    """The whole way, from the email to the last button."""
    read_terms(admin)
    follow_link(admin)
    admin.select("choice.yes")
    admin.select("button.next")


@when("I read the partner's terms in the email", says="In the email, read the partner's terms.", marks="page.mailbox")
def read_terms(admin: AdminCenter) -> None:
    """Open the email."""
    admin.go_home()
    admin.select(MAILBOX[0])


@when(
    "I follow the link in the email",
    says="To authorize the partner, follow the link in the email. It opens an authorization page in Office 365.",
    marks="link.authorization",
)
def follow_link(admin: AdminCenter) -> None:
    """Go from the email to the authorization page."""
    admin.select(LINK)


@when(
    'I answer "{choice}" under "{section}"',
    says="Under {section}, select {choice}. This makes the partner your delegated admin.",
)
def answer(admin: AdminCenter, choice: Choice, section: Section) -> None:
    """Make a choice on the authorization page."""
    admin.select(choice, under=section)


@when(
    "I create the account for the subscription that the offer brings",
    says="If the offer comes with a trial or a purchase offer, create your trial account or subscription account.",
    unmarked="No source says on which page the account is created.",
)
def create_account(admin: AdminCenter) -> None:
    """Create what came with the offer, if anything did."""
    admin.create_account()


@then('"{partner}" is my delegated admin')
def is_delegated_admin(admin: AdminCenter, partner: str) -> None:
    """The partner, and only this partner, may do admin tasks."""
    assert _delegated(admin) == [partner], f"the delegated admins are {_delegated(admin)}"


@then("I have no email with an offer")
def no_offer(admin: AdminCenter) -> None:
    """There is no email to open on the home page."""
    admin.go_home()
    assert not admin.offers(MAILBOX[0]), "there is one"


@then('my delegated admins are "{one}" and "{other}"')
def admins_are(admin: AdminCenter, one: str, other: str) -> None:
    """Exactly these two partners may do admin tasks."""
    assert sorted(_delegated(admin)) == sorted([one, other]), f"the delegated admins are {_delegated(admin)}"


@then("I have no delegated admin")
def no_delegated_admin(admin: AdminCenter) -> None:
    """No partner may do admin tasks."""
    assert not _delegated(admin), f"the delegated admins are {_delegated(admin)}"


@then('my subscriptions are "{one}" and "{other}"')
def subscriptions_are(admin: AdminCenter, one: str, other: str) -> None:
    """Exactly these two, in the order in which they came."""
    assert _names(admin) == [one, other], f"they are {_names(admin)}"


@then('my only subscription is "{subscription}"')
def only_subscription(admin: AdminCenter, subscription: str) -> None:
    """Exactly this one."""
    assert _names(admin) == [subscription], f"they are {_names(admin)}"


def _offer(admin: AdminCenter) -> Offer:
    assert admin.organization.offer is not None, "no offer was sent"
    return admin.organization.offer


def _delegated(admin: AdminCenter) -> list[str]:
    return [each.name for each in admin.organization.directory if each.id in admin.organization.delegated_admins]


def _names(admin: AdminCenter) -> list[str]:
    return [each.name for each in admin.organization.subscriptions]
