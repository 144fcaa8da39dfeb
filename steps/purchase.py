"""Steps in which the admin buys a subscription."""

from dataclasses import replace

from porspec.reference.admin_center import BUY, WIZARD, AdminCenter
from porspec.steps import given, then, when

from .finding import search_partner
from .types import Button, Country, Expander, Option, Section, Service, Term


@given('the product "{product}" is for sale')
def product_for_sale(admin: AdminCenter, product: str) -> None:
    """The organization can buy this product, where its cloud sells anything."""
    admin.organization = replace(admin.organization, products=(*admin.organization.products, product))


@given('"{number}" other products are for sale')
def many_for_sale(admin: AdminCenter, number: str) -> None:
    """The organization can buy as many products, whatever their names, beside those that are for sale already."""
    many = (f"Product {each}" for each in range(int(number)))
    admin.organization = replace(admin.organization, products=(*admin.organization.products, *many))


@when(
    'I open the "{portal}"',
    says={"o365-germany": "Open the {portal}."},
    unmarked="The reader comes from elsewhere, and nothing of the admin center is on the screen yet.",
)
def open_portal(admin: AdminCenter, portal: Term) -> None:
    """Begin on the home page of the admin center; a link leads there where the page of the next step has none."""
    assert portal == "term.admin_center", f"there is no {portal}"
    admin.go_home()


@when('I select the product "{product}"', says="Select the product that you want to buy.")
def select_product(admin: AdminCenter, product: str) -> None:
    """Select a product on the page on which products are bought."""
    admin.select(product)


@when('I expand "{expander}" and select "{option}"', says="Expand {expander}, then select {option}.")
def expand_and_select(admin: AdminCenter, expander: Expander, option: Option) -> None:
    """Expand a heading of the checkout wizard and select what is below it."""
    admin.select(expander)
    admin.select(option)


@when(
    'I search on the providers page for a partner for "{service}" in "{country}"',
    says="On the providers page, search for a partner or ask to be matched with one.",
    marks="field.search",
)
def search_provider(admin: AdminCenter, service: Service, country: Country) -> None:
    """Search the directory from the page that the checkout wizard leads to."""
    search_partner(admin, service, country)


@when(
    'I select "{button}" under "{section}" in the checkout wizard',
    says="In step 2 of the checkout wizard, select {button} under {section}, in the pane on the right.",
)
def select_in_wizard(admin: AdminCenter, button: Button, section: Section) -> None:
    """Select a button under a heading of the checkout wizard."""
    admin.select(button, under=section)


@when(
    'I type the ID "{partner_id}" in the checkout wizard',
    says="Type your partner's Microsoft Partner ID.",
    marks="term.microsoft_partner_id",
)
def type_id_in_wizard(admin: AdminCenter, partner_id: str) -> None:
    """Fill the wizard's box for a partner ID."""
    admin.type("term.microsoft_partner_id", partner_id)


@when(
    "I complete the checkout wizard",
    says="Go through the rest of the wizard to complete your order.",
    marks="wizard.complete",
)
def complete_checkout(admin: AdminCenter) -> None:
    """Finish the order."""
    admin.select(WIZARD)


@when('I buy the product "{product}" without an ID')
def buy_without(admin: AdminCenter, product: str) -> None:
    """Go through the checkout wizard, and add no partner."""
    _begin_order(admin, product)
    complete_checkout(admin)


@when('I buy the product "{product}" with the ID "{partner_id}"')
def buy_with(admin: AdminCenter, product: str, partner_id: str) -> None:
    """Go through the checkout wizard, and type an ID there."""
    _begin_order(admin, product)
    admin.select("button.add")
    type_id_in_wizard(admin, partner_id)
    complete_checkout(admin)


@when('I expand "{expander}"')
def expand(admin: AdminCenter, expander: Expander) -> None:
    """Expand a heading of the checkout wizard, or collapse it where it is expanded."""
    admin.select(expander)


@then('the only product on the page is "{product}"')
def only_product(admin: AdminCenter, product: str) -> None:
    """The page on which products are bought is open, and has this one."""
    shown = [each.id for each in admin.controls]
    assert admin.view.page == admin.cloud.purchase, f"the page is {admin.view.page}"
    assert shown == [product], f"shown are {shown}"


@then("the checkout wizard is open")
def wizard_is_open(admin: AdminCenter) -> None:
    """The order can still be completed."""
    assert admin.offers(WIZARD), f"shown are {admin.controls}"


@then("the checkout wizard is closed")
def wizard_is_closed(admin: AdminCenter) -> None:
    """There is no order that can be completed."""
    assert not admin.offers(WIZARD), f"shown are {admin.controls}"


@then('I have the subscription "{subscription}"', says="You've bought your subscription.")
def have_new_subscription(admin: AdminCenter, subscription: str) -> None:
    """The subscription is among those of the organization, once."""
    names = [each.name for each in admin.organization.subscriptions]
    assert names.count(subscription) == 1, f"they are {names}"


@then("I have no subscription")
def no_subscriptions(admin: AdminCenter) -> None:
    """The list of subscriptions is empty."""
    assert admin.listed == (), f"they are {admin.listed}"


@then('I don\'t have the subscription "{subscription}"')
def no_subscription(admin: AdminCenter, subscription: str) -> None:
    """The subscription wasn't bought."""
    names = [each.name for each in admin.organization.subscriptions]
    assert subscription not in names, f"they are {names}"


def _begin_order(admin: AdminCenter, product: str) -> None:
    assert admin.cloud.purchase is not None, "this cloud sells nothing"
    admin.open(admin.cloud.purchase)
    admin.select(product)
    admin.select(BUY)
