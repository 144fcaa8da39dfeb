"""What each cloud offers, as data (FACTS section 1 and 2)."""

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
    `pinpoint` is the website on which partners are found, `purchase` the page on which products are bought.
    """

    id: str
    subscriptions: Path
    forms: dict[str, Form]
    menu: tuple[str, str] | None = None
    tab: str | None = None
    toggle: str | None = None
    offers: bool = False
    pinpoint: str | None = None
    purchase: Path | None = None


PARTNER_INFORMATION = "page.partner_information"
PARTNER_TAB = "tab.partner"
CHECKOUT = "section.partner_information"
RELATIONSHIPS: Path = ("nav.settings", "page.partner_relationships")
EDIT = "action.edit_por"

_PURCHASE: Path = ("nav.billing", "page.purchase_services")
_EDIT_FORM = Form("field.partner_id", ("button.check_id", "button.submit"))
_CHECKOUT_FORM = Form("term.microsoft_partner_id", ())
_TAB_FORM = Form("field.partner_network_id", ("button.add",))

WORLDWIDE = Cloud(
    "o365-worldwide",
    ("nav.billing", "page.products_services"),
    {PARTNER_TAB: _TAB_FORM, PARTNER_INFORMATION: _EDIT_FORM, CHECKOUT: _CHECKOUT_FORM},
    tab=PARTNER_TAB,
    toggle="toggle.try_new",
    pinpoint="site.pinpoint",
    purchase=_PURCHASE,
)
GERMANY = Cloud(
    "o365-germany",
    ("nav.billing", "page.subscriptions"),
    {PARTNER_INFORMATION: _EDIT_FORM, CHECKOUT: _CHECKOUT_FORM},
    menu=("menu.more_actions", "menu.add_por"),
    pinpoint="site.pinpoint",
    purchase=_PURCHASE,
)
CHINA = Cloud(
    "o365-21vianet",
    ("nav.billing", "page.subscriptions"),
    {PARTNER_INFORMATION: _EDIT_FORM},
    offers=True,
)
CLOUDS = {cloud.id: cloud for cloud in (WORLDWIDE, GERMANY, CHINA)}
