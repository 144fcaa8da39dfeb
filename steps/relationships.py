"""Steps about the list of partners, and what may be deleted from it."""

from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.organization import RELATIONSHIPS, ResellerStays
from porspec.steps import given, then, when

from .directory import known
from .types import Field, Option, Page


@given('"{partner}" is my reseller')
def is_reseller(admin: AdminCenter, partner: str) -> None:
    """The partner sells licenses to the organization."""
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


@when('I select the partner "{partner}"', says="Select the partner.")
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


@then('the page lists the partner "{partner}"', says="The page lists your partners.")
def lists_partner(admin: AdminCenter, partner: str) -> None:
    """The page with the relationships is open, and the partner is on it."""
    assert partner in _listed(admin), f"the page lists {_listed(admin)}"


@then('the page lists the partner "{partner}" only')
def lists_only(admin: AdminCenter, partner: str) -> None:
    """The page with the relationships is open, with this partner on it, once, and nobody else."""
    assert _listed(admin) == [partner], f"the page lists {_listed(admin)}"


@then("the page lists no partners")
def lists_nobody(admin: AdminCenter) -> None:
    """The page with the relationships is open, and nobody is on it."""
    assert _listed(admin) == [], f"the page lists {_listed(admin)}"


@then('"{option}" is grayed out')
def grayed_out(admin: AdminCenter, option: Option) -> None:
    """The option is shown and cannot be selected."""
    assert not admin.control(option).enabled, f"{option} can be selected"


@then('the relationship with "{partner}" cannot be ended')
def cannot_end(admin: AdminCenter, partner: str) -> None:
    """The rule itself refuses it, whatever the page shows."""
    try:
        admin.organization.end_relationship(admin.organization.partner(partner).id)
    except ResellerStays:
        return
    raise AssertionError(f"the relationship with {partner} can be ended")


@then(
    'my subscription "{subscription}" has lost its partner of record',
    says="Your subscription has no partner of record any more.",
)
def lost_partner(admin: AdminCenter, subscription: str) -> None:
    """The subscription has no partner now."""
    partner = admin.organization.subscription(subscription).partner
    assert partner is None, f"it is {partner}"


def _listed(admin: AdminCenter) -> list[str]:
    assert admin.view.page == RELATIONSHIPS, f"the page is {admin.view.page}"
    assert admin.view.chosen is None, f"the page of {admin.view.chosen} is open"
    return [each.id for each in admin.controls]
