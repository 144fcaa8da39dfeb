"""Steps about partners of record and the subscriptions that have them."""

from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.controls import Control
from porspec.reference.organization import Partner, PartnerId, Subscription
from porspec.steps import given, then, when

from .directory import known
from .navigation import is_refused
from .types import Button, PagePath


@given('I have the subscriptions "{one}" and "{other}"')
def have_subscriptions(admin: AdminCenter, one: str, other: str) -> None:
    """The organization has these two subscriptions, without partners."""
    _organization(admin, subscriptions=(Subscription(one), Subscription(other)))


@given('I have only the subscription "{subscription}"')
def have_subscription(admin: AdminCenter, subscription: str) -> None:
    """The organization has one subscription, without a partner."""
    _organization(admin, subscriptions=(Subscription(subscription),))


@when('I get "{number}" more subscriptions of the product "{product}"')
def get_many(admin: AdminCenter, number: str, product: str) -> None:
    """The organization buys the product as often, without partners: "Visio", "Visio (2)" and so on."""
    for _ in range(int(number)):
        admin.organization = admin.organization.buy(product, "")


@given('I also have the subscription "{subscription}"')
def have_another(admin: AdminCenter, subscription: str) -> None:
    """The organization has this subscription beside the others, without a partner."""
    _organization(admin, subscriptions=(*admin.organization.subscriptions, Subscription(subscription)))


@when('my subscription "{subscription}" begins')
def subscription_begins(admin: AdminCenter, subscription: str) -> None:
    """The organization has one more subscription, without a partner."""
    _organization(admin, subscriptions=(*admin.organization.subscriptions, Subscription(subscription)))


@when('my subscription "{subscription}" ends')
def subscription_ends(admin: AdminCenter, subscription: str) -> None:
    """The organization no longer has this subscription."""
    _organization(
        admin, subscriptions=tuple(one for one in admin.organization.subscriptions if one.name != subscription)
    )


@given(
    'the partner "{partner}" gave me the Microsoft Partner ID "{partner_id}"',
    says="You have the Microsoft Partner ID of the partner you want. Ask the partner for it; you can't look it up.",
)
def partner_gave_id(admin: AdminCenter, partner: str, partner_id: PartnerId) -> None:
    """The partner is in the directory with this ID."""
    _organization(admin, directory=(*admin.organization.directory, Partner(partner_id, partner)))


@given('"{partner}" is the partner of record of the subscription "{subscription}"')
def has_partner(admin: AdminCenter, partner: str, subscription: str) -> None:
    """The subscription got this partner before; its ID is made up where it doesn't matter."""
    partner_id = known(admin, partner)
    admin.organization = admin.organization.add_partner(subscription, partner_id)


@given('"{partner}" is the partner of record of all my subscriptions')
def has_partner_everywhere(admin: AdminCenter, partner: str) -> None:
    """Each subscription got this partner before."""
    for one in admin.organization.subscriptions:
        has_partner(admin, partner, one.name)


@given('no partner has the Microsoft Partner ID "{partner_id}"')
def nobody_has_id(admin: AdminCenter, partner_id: PartnerId) -> None:
    """The directory doesn't have this ID."""
    remaining = tuple(each for each in admin.organization.directory if each.id != partner_id)
    _organization(admin, directory=remaining)


@when('I type the ID "{partner_id}" for the subscription "{subscription}" and select "{button}"')
def enter_id(admin: AdminCenter, partner_id: str, subscription: str, button: Button) -> None:
    """Type an ID where this cloud takes it with this button, and select the button."""
    admin.type(admin.open_form(button, subscription), partner_id)
    admin.select(button)


@when('I empty the box for the subscription "{subscription}" and select "{button}"')
def leave_empty(admin: AdminCenter, subscription: str, button: Button) -> None:
    """Empty the box that belongs to this button, and select the button."""
    enter_id(admin, "", subscription, button)


@when('I open the box for the subscription "{subscription}" that has the button "{button}"')
def open_box(admin: AdminCenter, subscription: str, button: Button) -> None:
    """Go to where this cloud takes an ID with this button, and type nothing."""
    admin.open_form(button, subscription)


@when('I change the ID in the box to "{partner_id}"')
def correct_id(admin: AdminCenter, partner_id: str) -> None:
    """Replace what the box holds, on the page that is open."""
    admin.type(_box(admin).id, partner_id)


@then("the box holds no ID")
def box_holds_nothing(admin: AdminCenter) -> None:
    """The open page has one box for an ID, with nothing in it."""
    box_holds(admin, "")


@then('the box holds the ID "{partner_id}"')
def box_holds(admin: AdminCenter, partner_id: str) -> None:
    """The open page has one box for an ID, with this ID in it."""
    assert _box(admin).value == partner_id, f"it holds {_box(admin).value}"


@then('I can\'t type an ID for the subscription "{subscription}" and select "{button}"')
def cannot_enter(admin: AdminCenter, subscription: str, button: Button) -> None:
    """This cloud, or the subscription as it is, has no place that takes an ID with this button."""
    is_closed = is_refused(admin, lambda there: there.open_form(button, subscription), moves=True)
    assert is_closed, f"{button} takes an ID"


@then(
    '"{partner}" is the partner of record of the subscription "{subscription}"',
    says="The partner is now the partner of record of your subscription.",
)
def partner_is(admin: AdminCenter, partner: str, subscription: str) -> None:
    """The subscription has this partner, and no other."""
    assert _partner_of(admin, subscription) == partner, f"it is {_partner_of(admin, subscription)}"


@then('"{partner}" is the partner of record of the subscription "{subscription}" only')
def partner_of_one(admin: AdminCenter, partner: str, subscription: str) -> None:
    """The subscription has this partner, and no other subscription has it."""
    has = [name for name, whose in _partners(admin).items() if whose == partner]
    assert has == [subscription], f"it is that of {has}"


@then('"{partner}" is the partner of record of all my subscriptions')
def partner_of_all(admin: AdminCenter, partner: str) -> None:
    """There are subscriptions, and each has this partner."""
    assert set(_partners(admin).values()) == {partner}, f"the partners are {_partners(admin)}"


@then("no subscription has a partner of record")
def partner_of_none(admin: AdminCenter) -> None:
    """There are subscriptions, and none has a partner."""
    assert set(_partners(admin).values()) == {None}, f"the partners are {_partners(admin)}"


@then('the subscription "{subscription}" has no partner of record')
def partner_is_none(admin: AdminCenter, subscription: str) -> None:
    """The subscription has no partner."""
    assert _partner_of(admin, subscription) is None, f"it is {_partner_of(admin, subscription)}"


@then(
    'the page "{page}" shows the ID "{partner_id}" for the subscription "{subscription}"',
    says="The {page} page lists each subscription with the ID of its partner of record.",
)
def page_shows_id(admin: AdminCenter, page: PagePath, partner_id: PartnerId, subscription: str) -> None:
    """The list on the page, which is open then, has the subscription with this partner ID."""
    admin.open(page)
    assert (subscription, partner_id) in admin.listed, f"the page shows {admin.listed}"


@then(
    'the page shows the ID "{partner_id}" for the subscription "{subscription}"',
    says="The page lists each subscription with the ID of its partner of record.",
)
def open_page_shows_id(admin: AdminCenter, partner_id: PartnerId, subscription: str) -> None:
    """The list of subscriptions is open, and has the subscription with this partner ID."""
    assert (admin.view.page, admin.view.chosen) == (admin.cloud.subscriptions, None), f"open is {admin.view.page}"
    assert (subscription, partner_id) in admin.listed, f"the page shows {admin.listed}"


@then(
    'the page "{page}" shows no ID for the subscription "{subscription}"',
    says="The {page} page shows no partner ID for it.",
)
def page_shows_no_id(admin: AdminCenter, page: PagePath, subscription: str) -> None:
    """The list on the page, which is open then, has the subscription without a partner ID."""
    admin.open(page)
    assert (subscription, None) in admin.listed, f"the page shows {admin.listed}"


@then('the list shows the ID "{partner_id}" for the subscription "{subscription}"')
def list_shows_id(admin: AdminCenter, partner_id: PartnerId, subscription: str) -> None:
    """The list of subscriptions, whatever this cloud calls its page, has the subscription with this partner ID."""
    page_shows_id(admin, admin.cloud.subscriptions, partner_id, subscription)


@then('the list shows no ID for the subscription "{subscription}"')
def list_shows_no_id(admin: AdminCenter, subscription: str) -> None:
    """The list of subscriptions, whatever this cloud calls its page, has the subscription without a partner ID."""
    page_shows_no_id(admin, admin.cloud.subscriptions, subscription)


def _organization(admin: AdminCenter, **changes: object) -> None:
    admin.organization = replace(admin.organization, **changes)  # type: ignore[arg-type]


def _partner_of(admin: AdminCenter, subscription: str) -> str | None:
    names = {each.id: each.name for each in admin.organization.directory}
    partner_id = admin.organization.subscription(subscription).partner
    return names[partner_id] if partner_id else None


def _partners(admin: AdminCenter) -> dict[str, str | None]:
    names = {each.id: each.name for each in admin.organization.directory}
    return {one.name: one.partner and names[one.partner] for one in admin.organization.subscriptions}


def _box(admin: AdminCenter) -> Control:
    boxes = [each for each in admin.controls if each.value is not None and each.id.startswith(("field.", "term."))]
    assert len(boxes) == 1, f"the boxes are {boxes}"
    return boxes[0]
