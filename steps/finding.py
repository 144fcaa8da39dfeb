"""Steps in which the admin looks for a partner."""

from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.organization import Partner, PartnerId
from porspec.steps import given, then, when

from .directory import known
from .labels import LABELS
from .types import Country, Service, Site

_TEXTS = {label.id: label.text for label in LABELS}


@given('the partner "{partner}" with the Microsoft Partner ID "{partner_id}" offers "{service}" in "{country}"')
def partner_offers(admin: AdminCenter, partner: str, partner_id: PartnerId, service: Service, country: Country) -> None:
    """The partner is in the directory, with what it offers and where, beside what it offers already."""
    others = [each for each in admin.organization.directory if each.name != partner]
    offers = {pair for each in admin.organization.directory if each.name == partner for pair in each.offers}
    found = Partner(partner_id, partner, frozenset({*offers, (_TEXTS[service], _TEXTS[country])}))
    admin.organization = replace(admin.organization, directory=(*others, found))


@given('"{number}" partners offer "{service}" in "{country}"')
def many_offer(admin: AdminCenter, number: str, service: Service, country: Country) -> None:
    """As many partners are in the directory, whatever their names."""
    offers = frozenset({(_TEXTS[service], _TEXTS[country])})
    many = (Partner(PartnerId(f"{8000000 + each}"), f"Partner {each}", offers) for each in range(int(number)))
    admin.organization = replace(admin.organization, directory=(*admin.organization.directory, *many))


@given('the partners "{one}", "{two}", "{three}" and "{four}" offer "{service}" in "{country}"')
def four_offer(
    admin: AdminCenter, one: str, two: str, three: str, four: str, service: Service, country: Country
) -> None:
    """These partners are in the directory, with IDs that don't matter."""
    for name in (one, two, three, four):
        partner_offers(admin, name, known(admin, name), service, country)


@given("I don't work with a partner")
def no_partner_yet(admin: AdminCenter) -> None:
    """The organization has no relationship with any partner."""
    assert admin.organization.partners == (), f"the partners are {admin.organization.partners}"


@when('I open the website "{site}"', says="Go to the {site} website.")
def open_website(admin: AdminCenter, site: Site) -> None:
    """Open Microsoft's website on which partners are found."""
    admin.go_home()
    admin.select(site)


@when(
    'I search for a partner for "{service}" in "{country}"',
    says="Search for a partner that fits your Office 365 services, and the country or region where you use them.",
    marks="field.search",
)
def search_partner(admin: AdminCenter, service: Service, country: Country) -> None:
    """Search the directory by service and country or region."""
    admin.search(_TEXTS[service], _TEXTS[country])


@when('I type "{text}" as the service, and search in "{country}"')
def search_as_typed(admin: AdminCenter, text: str, country: Country) -> None:
    """Search the directory by whatever is typed for the service."""
    admin.search(text, _TEXTS[country])


@when(
    'I ask the partner "{partner}" for its Microsoft Partner ID',
    says="Ask the partner that you choose for its Microsoft Partner ID.",
)
def ask_for_id(admin: AdminCenter, partner: str) -> None:
    """The partner tells its ID; nobody else does."""
    admin.organization = admin.organization.ask_for_id(partner)


@then('the partner "{partner}" is found')
def partner_found(admin: AdminCenter, partner: str) -> None:
    """The partner is among the results of the search."""
    assert partner in _results(admin), f"found are {admin.view.found}"


@then('the partner "{partner}" isn\'t found')
def partner_not_found(admin: AdminCenter, partner: str) -> None:
    """There are results of a search, and the partner isn't among them."""
    assert partner not in _results(admin), f"found are {admin.view.found}"


@then("no results are shown")
def no_results(admin: AdminCenter) -> None:
    """Nobody has searched here yet, or nothing can be searched here."""
    assert admin.view.found is None, f"found are {admin.view.found}"


@then('I know the Microsoft Partner ID "{partner_id}"', says="You know the Microsoft Partner ID of the partner.")
def know_id(admin: AdminCenter, partner_id: PartnerId) -> None:
    """A partner has told this ID."""
    assert partner_id in admin.organization.told, f"told are {sorted(admin.organization.told)}"


@then('the only Microsoft Partner ID that I know is "{partner_id}"')
def know_only(admin: AdminCenter, partner_id: PartnerId) -> None:
    """A partner has told this ID, and nobody another."""
    assert admin.organization.told == {partner_id}, f"told are {sorted(admin.organization.told)}"


@then('I don\'t know the Microsoft Partner ID "{partner_id}"')
def do_not_know_id(admin: AdminCenter, partner_id: PartnerId) -> None:
    """No partner has told this ID."""
    assert partner_id not in admin.organization.told, f"told are {sorted(admin.organization.told)}"


def _results(admin: AdminCenter) -> tuple[str, ...]:
    assert admin.view.found is not None, "nobody has searched for a partner here"
    return admin.view.found
