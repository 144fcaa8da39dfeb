"""Steps about the list of partners, and what may be deleted from it."""

import contextlib
from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.organization import Partner, PartnerId, ResellerStays
from porspec.steps import given, then, when

from .types import Field, Option, Page

_RESELLER_ID, _ADMIN_ID = PartnerId("8000001"), PartnerId("8000002")


@given('"{partner}" is my reseller')
def is_reseller(admin: AdminCenter, partner: str) -> None:
    """The partner sells licenses to the organization."""
    known = _known(admin, partner, _RESELLER_ID)
    admin.organization = replace(admin.organization, resellers=admin.organization.resellers | {known})


@given('"{partner}" is my delegated admin')
def is_admin(admin: AdminCenter, partner: str) -> None:
    """The partner may do admin tasks."""
    known = _known(admin, partner, _ADMIN_ID)
    admin.organization = replace(admin.organization, delegated_admins=admin.organization.delegated_admins | {known})


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
    """The partner is among the relationships."""
    names = [each.name for each in admin.organization.partners]
    assert partner in names, f"the page lists {names}"


@then("the page lists no partners")
def lists_nobody(admin: AdminCenter) -> None:
    """The organization has no relationship with any partner."""
    assert admin.organization.partners == (), f"the page lists {admin.organization.partners}"


@then('"{option}" is grayed out')
def grayed_out(admin: AdminCenter, option: Option) -> None:
    """The option is shown and cannot be selected."""
    assert not admin.control(option).enabled, f"{option} can be selected"


@then('the relationship with "{partner}" cannot be ended')
def cannot_end(admin: AdminCenter, partner: str) -> None:
    """The rule itself refuses it, whatever the page shows."""
    with contextlib.suppress(ResellerStays):
        admin.organization.end_relationship(admin.organization.partner(partner).id)
        raise AssertionError(f"the relationship with {partner} can be ended")


@then(
    'my subscription "{subscription}" has lost its partner of record',
    says="Your subscription has no partner of record any more.",
)
def lost_partner(admin: AdminCenter, subscription: str) -> None:
    """The subscription has no partner now."""
    partner = admin.organization.subscription(subscription).partner
    assert partner is None, f"it is {partner}"


def _known(admin: AdminCenter, name: str, new_id: PartnerId) -> PartnerId:
    """The ID of a partner, put into the directory where it is not there yet."""
    for partner in admin.organization.directory:
        if partner.name == name:
            return partner.id
    found = Partner(new_id, name)
    admin.organization = replace(admin.organization, directory=(*admin.organization.directory, found))
    return new_id
