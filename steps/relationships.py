"""Steps about the list of partners, and what may be deleted from it."""

from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.clouds import RELATIONSHIPS
from porspec.reference.organization import ResellerStays
from porspec.steps import given, then, when

from .directory import known
from .partners import has_partner, have_another, partner_of_one
from .types import Field, Option, Page, PagePath, Relationship


@given('"{partner}" is my reseller')
def is_reseller(admin: AdminCenter, partner: str) -> None:
    """The partner has a reseller relationship with the organization."""
    partner_id = known(admin, partner)
    admin.organization = replace(admin.organization, resellers=admin.organization.resellers | {partner_id})


@given('"{partner}" is my delegated admin')
def is_admin(admin: AdminCenter, partner: str) -> None:
    """The partner may do admin tasks."""
    partner_id = known(admin, partner)
    admin.organization = replace(
        admin.organization, delegated_admins=admin.organization.delegated_admins | {partner_id}
    )


@given('"{number}" partners are my delegated admins, and "{more}" others are my resellers')
def many_relationships(admin: AdminCenter, number: str, more: str) -> None:
    """The organization has as many of each kind: "Admin 1" and so on, "Reseller 1" and so on."""
    for each in range(1, int(number) + 1):
        is_admin(admin, f"Admin {each}")
    for each in range(1, int(more) + 1):
        is_reseller(admin, f"Reseller {each}")


@given(
    'I also work with the reseller "{reseller}", the delegated admin "{delegate}" and, for the subscription '
    '"{subscription}", the partner of record "{advisor}"'
)
def work_with_others(admin: AdminCenter, reseller: str, delegate: str, subscription: str, advisor: str) -> None:
    """Three partners whom nothing concerns that happens next; the last has one more subscription of its own."""
    is_reseller(admin, reseller)
    is_admin(admin, delegate)
    have_another(admin, subscription)
    has_partner(admin, advisor, subscription)


@when('I select the partner "{partner}"', says="Select the name of a partner.")
def select_partner(admin: AdminCenter, partner: str) -> None:
    """Select a partner of the list."""
    admin.select(partner)


@when('I select the option "{option}"', says="Select {option}.")
def select_option(admin: AdminCenter, option: Option) -> None:
    """Select what can be done with a partner of the list."""
    admin.select(option)


@when(
    'I empty the box "{field}" on the page "{page}"',
    says="On the {page} page, empty the {field} box.",
)
def empty_box(admin: AdminCenter, field: Field, page: Page) -> None:
    """Empty a text box: there is no checkbox to clear."""
    assert admin.view.part == page, f"the page is {admin.view.part}"
    admin.type(field, "")


@given('the partner "{partner}" has the phone number "{phone}" and the email address "{email}"')
def has_contact(admin: AdminCenter, partner: str, phone: str, email: str) -> None:
    """The partner is in the directory, with how to reach it."""
    partner_id = known(admin, partner)
    everybody = admin.organization.directory
    directory = tuple(replace(each, phone=phone, email=email) if each.id == partner_id else each for each in everybody)
    admin.organization = replace(admin.organization, directory=directory)


@then('the page lists the partner "{partner}"')
def lists_partner(admin: AdminCenter, partner: str) -> None:
    """The page with the relationships is open, and the partner is on it."""
    assert partner in _listed(admin), f"the page lists {_listed(admin)}"


@then('the page lists the partner "{partner}" only')
def lists_only(admin: AdminCenter, partner: str) -> None:
    """The page with the relationships is open, with this partner on it, once, and nobody else."""
    assert _listed(admin) == [partner], f"the page lists {_listed(admin)}"


@then(
    'the page shows "{partner}" as "{relationship}"',
    says="The page lists each partner with its relationship to you.",
)
def is_related(admin: AdminCenter, partner: str, relationship: Relationship) -> None:
    """The page with the relationships is open, and shows exactly this one beside the partner."""
    assert _relationships(admin, partner) == (relationship,), f"shown are {_relationships(admin, partner)}"


@then('the page shows "{partner}" as "{one}" and "{other}"')
def is_related_twice(admin: AdminCenter, partner: str, one: Relationship, other: Relationship) -> None:
    """The page with the relationships is open, and shows exactly these two beside the partner."""
    assert _relationships(admin, partner) == (one, other), f"shown are {_relationships(admin, partner)}"


@then('the page "{page}" shows "{partner}" as "{one}" and "{other}"')
def page_relates_twice(
    admin: AdminCenter, page: PagePath, partner: str, one: Relationship, other: Relationship
) -> None:
    """The page, which is open then, shows exactly these two beside the partner."""
    admin.open(page)
    is_related_twice(admin, partner, one, other)


@then('the page shows "{partner}" as "{one}", "{two}" and "{three}"')
def is_related_thrice(
    admin: AdminCenter, partner: str, one: Relationship, two: Relationship, three: Relationship
) -> None:
    """The page with the relationships is open, and shows exactly these three beside the partner."""
    assert _relationships(admin, partner) == (one, two, three), f"shown are {_relationships(admin, partner)}"


@then(
    'nothing has changed for the reseller "{reseller}", the delegated admin "{delegate}" and, for the subscription '
    '"{subscription}", the partner of record "{advisor}"'
)
def others_stay(admin: AdminCenter, reseller: str, delegate: str, subscription: str, advisor: str) -> None:
    """Each of the three is what it was, and nothing else; the last has the one subscription."""
    whole = dict(admin.related)
    shown = [whole.get(each) for each in (reseller, delegate, advisor)]
    kinds = ("relationship.reseller", "relationship.delegated_admin", "relationship.advisor")
    assert shown == [(kind,) for kind in kinds], f"they are {shown}"
    partner_of_one(admin, advisor, subscription)


@then(
    'the phone number "{phone}" and the email address "{email}" are shown',
    says="You see the partner's phone number and email address.",
)
def contact_shown(admin: AdminCenter, phone: str, email: str) -> None:
    """A partner of the list is selected, and this is how to reach it."""
    assert admin.contact == (phone, email), f"shown is {admin.contact}"


@then("the page lists no partners")
def lists_nobody(admin: AdminCenter) -> None:
    """The page with the relationships is open, and nobody is on it."""
    assert _listed(admin) == [], f"the page lists {_listed(admin)}"


@then('"{option}" is grayed out')
def grayed_out(admin: AdminCenter, option: Option) -> None:
    """The option is shown and can't be selected."""
    assert not admin.control(option).enabled, f"{option} can be selected"


@then('the relationship with "{partner}" can\'t be ended')
def cannot_end(admin: AdminCenter, partner: str) -> None:
    """The rule itself refuses it, whatever the page shows."""
    try:
        admin.organization.end_relationship(admin.organization.partner(partner).id)
    except ResellerStays:
        return
    raise AssertionError(f"the relationship with {partner} can be ended")


@then(
    'my subscription "{subscription}" no longer has a partner of record',
    says="Your subscription no longer has a partner of record.",
)
def lost_partner(admin: AdminCenter, subscription: str) -> None:
    """The subscription has no partner now."""
    partner = admin.organization.subscription(subscription).partner
    assert partner is None, f"it is {partner}"


def _relationships(admin: AdminCenter, partner: str) -> tuple[str, ...]:
    assert partner in _listed(admin), f"the page lists {_listed(admin)}"
    return dict(admin.related)[partner]


def _listed(admin: AdminCenter) -> list[str]:
    assert admin.view.page == RELATIONSHIPS, f"the page is {admin.view.page}"
    assert admin.view.chosen is None, f"the page of {admin.view.chosen} is open"
    return [each.id for each in admin.controls]
