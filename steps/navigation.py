"""Steps in which the admin moves through the admin center."""

from collections.abc import Callable
from dataclasses import replace

from porspec.reference.admin_center import HOME, AdminCenter
from porspec.reference.controls import NotOffered
from porspec.steps import given, then, when

from .types import Action, Anything, Button, Control, Field, Menu, Message, PagePath, Switch, Tab

_BOXES = ("field.", "term.")


@given(
    "I am signed in to the admin center",
    says={
        "o365-worldwide": "You use the new admin center. To turn it on, use the **Try the new admin center** toggle at "
        "the top of the Home page."
    },
)
def sign_in(admin: AdminCenter) -> None:
    """Start on the home page; worldwide, with the new admin center turned on."""
    admin.switch_on_new()


@when("I turn off the new admin center")
def old_admin_center(admin: AdminCenter) -> None:
    """Turn off the toggle on the home page again."""
    admin.go_home()
    admin.select("toggle.try_new")


@when('I go to the page "{page}"', says="In the admin center, go to the {page} page.")
def go_to_page(admin: AdminCenter, page: PagePath) -> None:
    """Open a page from the navigation of the admin center."""
    admin.open(page)


@when(
    'I select the subscription "{subscription}"',
    says="If you have more than one subscription, select the name of the one that you want.",
)
def select_subscription(admin: AdminCenter, subscription: str) -> None:
    """Open one subscription from the list."""
    admin.select(subscription)


@when('I select the tab "{tab}"', says="On the page of the subscription, select the {tab} tab.")
def select_tab(admin: AdminCenter, tab: Tab) -> None:
    """Select a tab on the page of a subscription."""
    admin.select(tab)


@when(
    'I select "{item}" from the menu "{menu}"',
    says="On the right, under the subscription cost, select {menu} > {item}.",
)
def select_from_menu(admin: AdminCenter, item: Menu, menu: Menu) -> None:
    """Open a menu on the page of a subscription and select one of its items."""
    admin.select(menu)
    admin.select(item)


@when('I open the menu "{menu}"')
def open_menu(admin: AdminCenter, menu: Menu) -> None:
    """Open a menu on the page of a subscription, to see what it offers."""
    admin.select(menu)


@when('I select "{action}" under "{field}"', says="Select {action} under {field}.")
def select_under(admin: AdminCenter, action: Action, field: Field) -> None:
    """Select a link under a heading on the page of a subscription."""
    admin.select(action, under=field)


@when(
    'I type the ID "{partner_id}" in the box "{field}"',
    says={
        "o365-worldwide": "In the {field} box, type the partner's Microsoft Partner ID. Both names mean the same ID.",
        "o365-germany": "In the {field} box, type the partner's Microsoft Partner ID.",
    },
)
@when(
    'I type the new ID "{partner_id}" in the box "{field}"',
    says="In the {field} box, replace the ID with the new partner's Microsoft Partner ID.",
)
def type_id(admin: AdminCenter, partner_id: str, field: Field) -> None:
    """Replace what a box holds by a partner ID."""
    admin.type(field, partner_id)


@when('I select the button "{button}"', says="Select {button}.")
def select_button(admin: AdminCenter, button: Button) -> None:
    """Select a button of the current page."""
    admin.select(button)


@then('the button "{button}" is no longer shown')
def button_is_gone(admin: AdminCenter, button: Button) -> None:
    """A page is open that doesn't have the button, not even disabled."""
    assert admin.view.page != HOME, "no page is open"
    assert button not in [each.id for each in admin.controls], f"shown are {admin.controls}"


@then('I can\'t go to the page "{page}"')
def cannot_go(admin: AdminCenter, page: PagePath) -> None:
    """The navigation doesn't have the page, and who asks for it all the same doesn't get it."""
    assert page not in admin.pages, f"the pages are {admin.pages}"
    assert is_refused(admin, lambda there: there.open(page)), f"{page} opens"


@then('I can\'t select "{control}"')
def cannot_select(admin: AdminCenter, control: Control) -> None:
    """The control isn't there, or is disabled, and who selects it all the same is refused."""
    assert not admin.offers(control), f"{control} can be used here"
    assert is_refused(admin, lambda there: there.select(control)), f"{control} can be selected"


@when("I open the list of my subscriptions")
def open_list(admin: AdminCenter) -> None:
    """Open this cloud's page that lists subscriptions, whatever it is called."""
    admin.open(admin.cloud.subscriptions)


@then('"{control}" is available')
def offered(admin: AdminCenter, control: Control) -> None:
    """The current page shows this control, and it can be used."""
    assert admin.offers(control), f"shown are {admin.controls}"


@then('"{control}" is turned on')
@then('"{control}" is selected')
def is_on(admin: AdminCenter, control: Switch) -> None:
    """The choice is made, or the toggle turned on."""
    assert admin.control(control).value == "on", f"{control} is off"


@then('"{control}" isn\'t turned on')
@then('"{control}" isn\'t selected')
def is_off(admin: AdminCenter, control: Switch) -> None:
    """The choice isn't made, or the toggle is off."""
    assert admin.control(control).value is None, f"{control} is on"


@then("no message is shown")
def no_message(admin: AdminCenter) -> None:
    """The admin center shows no message."""
    assert admin.view.message is None, f"the message is {admin.view.message}"


@then('the message "{message}" is shown')
def message_shown(admin: AdminCenter, message: Message) -> None:
    """The admin center shows exactly this message."""
    assert admin.view.message == message, f"the message is {admin.view.message}"


@then('"{control}" isn\'t available')
def not_offered(admin: AdminCenter, control: Control) -> None:
    """A page is open that doesn't show this control, or shows it disabled; the home page has none of them anyway."""
    assert admin.view.page != HOME, "no page is open"
    assert not admin.offers(control), f"{control} can be used here"


@then("the home page is open")
def home_is_open(admin: AdminCenter) -> None:
    """The admin is where the admin center begins."""
    assert admin.view.page == HOME, f"the page is {admin.view.page}"


@then('the page has only "{one}" and "{other}"')
def has_two(admin: AdminCenter, one: Anything, other: Anything) -> None:
    """Exactly these two are shown beside boxes and the way on, in this order, whether they can be used or not."""
    assert _selectable(admin) == [one, other], f"shown are {admin.controls}"


@then('the page has only "{one}"')
def has_one(admin: AdminCenter, one: Anything) -> None:
    """Exactly this is shown beside boxes and the way on."""
    assert _selectable(admin) == [one], f"shown are {admin.controls}"


@then("the page has nothing to select")
def has_nothing(admin: AdminCenter) -> None:
    """Nothing is shown but boxes and the way on."""
    assert _selectable(admin) == [], f"shown are {admin.controls}"


@then("the page has no box")
def has_no_box(admin: AdminCenter) -> None:
    """Nothing can be typed or searched here."""
    boxes = [each.id for each in admin.controls if each.id.startswith(_BOXES)]
    assert boxes == [], f"there are {boxes}"


@then('the page lists "{one}", "{two}", "{three}" and "{four}"')
def lists_four(admin: AdminCenter, one: str, two: str, three: str, four: str) -> None:
    """Exactly these four names are shown, in this order: what a search found, or what can be selected."""
    assert _names(admin) == [one, two, three, four], f"shown are {_names(admin)}"


@then('the page lists "{number}" names')
def lists_so_many(admin: AdminCenter, number: str) -> None:
    """So many names are shown: what a search found, or what can be selected."""
    assert str(len(_names(admin))) == number, f"shown are {_names(admin)}"


@then('"{name}" isn\'t on the page')
def cannot_select_name(admin: AdminCenter, name: str) -> None:
    """Names are shown, and this is none of them, in no spelling: who selects it all the same is refused."""
    assert _names(admin), "the page shows no names"
    cannot_select(admin, name)


def _names(admin: AdminCenter) -> list[str]:
    return [each.id for each in admin.controls] if admin.view.found is None else list(admin.view.found)


def _selectable(admin: AdminCenter) -> list[str]:
    """What is shown, without the boxes and without the wizard itself, which a step of its own completes."""
    return [each.id for each in admin.controls if not each.id.startswith((*_BOXES, "wizard."))]


def is_refused(admin: AdminCenter, act: Callable[[AdminCenter], object], *, moves: bool = False) -> bool:
    """Whether the admin center has no place for this; it is tried on a copy, and nothing may come of it.

    `moves`: that the admin goes to another page before it is refused is no matter.
    """
    there = replace(admin)
    try:
        act(there)
    except NotOffered:
        return there == admin or (moves and there.organization == admin.organization)
    return False
