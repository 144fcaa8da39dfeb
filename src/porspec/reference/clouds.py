"""The clouds, as data: what the admin center of each one offers (FACTS section 1 and 2)."""

from __future__ import annotations

from dataclasses import dataclass

Path = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """A place with one text box for a partner ID and the buttons that act on it."""

    field: str
    buttons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cloud:
    """A cloud: the page that lists subscriptions, what a subscription's page offers, and how partners come in.

    `forms` are the places where a partner ID is typed. `menu` opens on the subscription's page and leads to a form.
    `toggle` switches the new admin center on, without which there is nothing else. `offers` come by e-mail.
    """

    id: str
    subscriptions: Path
    forms: dict[str, Form]
    menu: tuple[str, str] | None = None
    tab: str | None = None
    toggle: str | None = None
    offers: bool = False


PARTNER_INFORMATION = "page.partner_information"
PARTNER_TAB = "tab.partner"
EDIT = "action.edit_por"

_EDIT_FORM = Form("field.partner_id", ("button.check_id", "button.submit"))
_TAB_FORM = Form("field.partner_network_id", ("button.add",))

WORLDWIDE = Cloud(
    "o365-worldwide",
    ("nav.billing", "page.products_services"),
    {PARTNER_TAB: _TAB_FORM, PARTNER_INFORMATION: _EDIT_FORM},
    tab=PARTNER_TAB,
    toggle="toggle.try_new",
)
GERMANY = Cloud(
    "o365-germany",
    ("nav.billing", "page.subscriptions"),
    {PARTNER_INFORMATION: _EDIT_FORM},
    menu=("menu.more_actions", "menu.add_por"),
)
CHINA = Cloud(
    "o365-21vianet",
    ("nav.billing", "page.subscriptions"),
    {PARTNER_INFORMATION: _EDIT_FORM},
    offers=True,
)
CLOUDS = {cloud.id: cloud for cloud in (WORLDWIDE, GERMANY, CHINA)}
