"""The admin center of a cloud: pages, tabs, menus, boxes and buttons, addressed by label id.

What is shown, and in which state, follows from the cloud, the organization and the view; nothing else is stored.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace

from .clouds import CHECKOUT, EDIT, PARTNER_INFORMATION, RELATIONSHIPS, Cloud, Path
from .organization import Organization, Refused

HOME: Path = ("page.home",)
MAILBOX: Path = ("page.mailbox",)
AUTHORIZATION: Path = ("page.authorization",)
PROVIDERS: Path = ("page.providers",)
WIZARD = "wizard.checkout"
BUY, HELP, ASSISTANCE, DELETE = "button.buy", "expander.need_help", "option.get_assistance", "option.delete"
YES, NEXT, CONSENT = "choice.yes", "button.next", "section.partner_relationships"


class NotOffered(LookupError):
    """This cloud, page or state does not have the control that somebody acted on."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control as the admin center shows it, `under` a heading where it has one.

    `value` is a box's text, or "on" for a choice that is made.
    """

    id: str
    enabled: bool = True
    value: str | None = None
    under: str | None = None


@dataclass(frozen=True, slots=True)
class View:
    """Where the admin is: page, what is selected there, the part that is open, what is typed, found and shown."""

    page: Path = HOME
    subscription: str | None = None
    part: str | None = None
    menu: str | None = None
    typed: str = ""
    agreed: bool = False
    message: str | None = None
    product: str | None = None
    partner: str | None = None
    found: tuple[str, ...] = ()


@dataclass
class AdminCenter:
    """An admin at work in the admin center of one cloud."""

    cloud: Cloud
    organization: Organization = field(default_factory=Organization)
    view: View = View()
    is_new: bool = False

    # --- what is shown -------------------------------------------------------------------------------------------

    @property
    def controls(self) -> tuple[Control, ...]:
        """Every control of the current view, in the order in which it is shown."""
        view = self.view
        if view.page == HOME:
            on = "on" if self.is_new else None
            return (Control(self.cloud.toggle, value=on),) if self.cloud.toggle else ()
        if view.page == AUTHORIZATION:
            return Control(YES, value="on" if view.agreed else None, under=CONSENT), Control(NEXT, enabled=view.agreed)
        if view.page == PROVIDERS:
            return ()
        if view.page == RELATIONSHIPS:
            return self._relationship_controls()
        if view.page == self.cloud.purchase:
            return self._purchase_controls()
        if view.part is not None:
            form = self.cloud.forms[view.part]
            return Control(form.field, value=view.typed), *(Control(button) for button in form.buttons)
        return self._subscription_controls() if view.subscription else ()

    @property
    def pages(self) -> tuple[Path, ...]:
        """The pages of the navigation: none before the new admin center is on, where a cloud has that toggle."""
        if self.cloud.toggle and not self.is_new:
            return ()
        purchase = (self.cloud.purchase,) if self.cloud.purchase else ()
        return (self.cloud.subscriptions, *purchase, RELATIONSHIPS)

    @property
    def listed(self) -> tuple[tuple[str, str | None], ...]:
        """The page of subscriptions: each name with the ID of its partner of record."""
        return tuple((one.name, one.partner) for one in self.organization.subscriptions)

    def control(self, label: str) -> Control:
        """Raises NotOffered where the control is not shown."""
        for control in self.controls:
            if control.id == label:
                return control
        shown = ", ".join(control.id for control in self.controls) or "nothing"
        raise NotOffered(f"{self.cloud.id} does not show {label} on {' > '.join(self._place())}; it shows {shown}")

    def offers(self, label: str) -> bool:
        """Whether the control is shown and can be used."""
        return any(control.id == label and control.enabled for control in self.controls)

    # --- what the admin does -------------------------------------------------------------------------------------

    def switch_on_new(self) -> None:
        """Turn on the new admin center, in clouds that have the toggle on their home page."""
        self.go_home()
        if self.cloud.toggle:
            self._use(self.cloud.toggle)
            self.is_new = True

    def go_home(self) -> None:
        """Go to the home page, and leave everything else."""
        self.view = View()

    def open(self, page: Path) -> None:
        """Go to a page of the navigation; raises NotOffered. The only subscription there is opens at once."""
        if page not in self.pages:
            raise NotOffered(f"{self.cloud.id} has no page {' > '.join(page)}; it has {self.pages}")
        names = [one.name for one in self.organization.subscriptions] if page == self.cloud.subscriptions else []
        self.view = View(page, names[0] if len(names) == 1 else None)
        if page == RELATIONSHIPS and not self.organization.partners:
            self.view = replace(self.view, message="message.no_partner")

    def select_subscription(self, name: str) -> None:
        """Raises NotOffered away from the page that lists subscriptions, and LookupError for one that is not there."""
        if self.view.page != self.cloud.subscriptions:
            raise NotOffered(f"{' > '.join(self._place())} lists no subscriptions")
        self.view = View(self.view.page, self.organization.subscription(name).name)

    def select(self, label: str, under: str | None = None) -> None:
        """Select a tab, menu, option or button; raises NotOffered where it is not shown (there) or disabled.

        What a rule refuses changes nothing and shows the refusal's message.
        """
        if under not in (None, self._use(label).under):
            raise NotOffered(f"{label} is not under {under}")
        try:
            self._actions()[label]()
        except Refused as refusal:
            self.view = replace(self.view, message=refusal.message)

    def type(self, label: str, text: str) -> None:
        """Fill a box, whatever it held before; an empty text empties it. Raises NotOffered."""
        if self._use(label).value is None:
            raise NotOffered(f"{label} is no text box")
        self.view = replace(self.view, typed=text, message=None)

    def select_product(self, name: str) -> None:
        """Raises NotOffered away from the page that sells products, and for one that is not for sale."""
        if self.view.page != self.cloud.purchase or name not in self.organization.products:
            raise NotOffered(f"{' > '.join(self._place())} does not sell {name}")
        self.view = View(self.view.page, product=name)

    def complete_checkout(self) -> None:
        """Go through the rest of the checkout wizard; raises NotOffered outside it.

        An ID that no partner has is refused with its message, and nothing is bought.
        """
        if self.view.product is None or self.view.part is None:
            raise NotOffered(f"{' > '.join(self._place())} is no checkout wizard")
        try:
            self.organization = self.organization.buy(self.view.product, self.view.typed)
            self.view = View()
        except Refused as refusal:
            self.view = replace(self.view, message=refusal.message)

    def visit(self, site: str) -> None:
        """Open the website on which partners are found; raises NotOffered in a cloud without one."""
        if site != self.cloud.pinpoint:
            raise NotOffered(f"{self.cloud.id} has no website {site}")
        self.view = View((site,))

    def search(self, service: str, country: str) -> None:
        """Search for partners on their website or on the providers page; raises NotOffered elsewhere."""
        if self.view.page not in {(self.cloud.pinpoint,), PROVIDERS}:
            raise NotOffered(f"{' > '.join(self._place())} has no search for partners")
        self.view = replace(self.view, found=self.organization.offering(service, country))

    def select_partner(self, name: str) -> None:
        """Raises NotOffered where the page does not list this partner."""
        listed = self.organization.partners if self.view.page == RELATIONSHIPS else ()
        if name not in {partner.name for partner in listed}:
            raise NotOffered(f"{' > '.join(self._place())} does not list {name}")
        self.view = View(RELATIONSHIPS, partner=name)

    def open_form(self, button: str, subscription: str) -> str:
        """Go, as an admin would, to where this cloud takes a partner ID with this button; returns the box's label.

        Raises NotOffered where the cloud, or the subscription as it is, has no such place.
        """
        self.open(self.cloud.subscriptions)
        self.select_subscription(subscription)
        for part, form in self.cloud.forms.items():
            if button in form.buttons:
                for label in self._way_to(part):
                    self.select(label)
                self.control(button)
                return form.field
        raise NotOffered(f"{self.cloud.id} takes no partner ID with {button}")

    def read_mail(self) -> None:
        """Open the partner's e-mail; raises NotOffered where no offer was sent, or the cloud knows no offers."""
        if not self.cloud.offers or self.organization.offer is None:
            raise NotOffered(f"{self.cloud.id} has no offer by e-mail")
        self.view = View(MAILBOX)

    def follow_link(self) -> None:
        """Follow the e-mail's link to the authorization page; an answered offer gives its message instead."""
        if self.view.page != MAILBOX:
            raise NotOffered("The link is in the e-mail, and the e-mail is not open")
        try:
            self.organization.open_offer()
            self.view = View(AUTHORIZATION)
        except Refused as refusal:
            self.view = replace(self.view, message=refusal.message)

    def create_account(self) -> None:
        """Create the account for what the offer brings, or show why there is nothing to create."""
        try:
            self.organization = self.organization.create_account()
        except Refused as refusal:
            self.view = replace(self.view, message=refusal.message)

    # --- inside --------------------------------------------------------------------------------------------------

    def _subscription_controls(self) -> tuple[Control, ...]:
        subscription = self.organization.subscription(self.view.subscription or "")
        found = []
        if self.cloud.tab:
            found.append(Control(self.cloud.tab))
        if self.cloud.menu:
            menu, item = self.cloud.menu
            found.append(Control(menu))
            if self.view.menu == menu and subscription.partner is None:
                found.append(Control(item))
        if subscription.partner is not None:
            found.append(Control(EDIT, under="field.partner_id"))
        return tuple(found)

    def _purchase_controls(self) -> tuple[Control, ...]:
        view = self.view
        if view.product is None:
            return ()
        if view.part is None:
            return (Control(BUY),)
        assistance = (Control(ASSISTANCE),) if view.menu == HELP else ()
        box = (Control(self.cloud.forms[CHECKOUT].field, value=view.typed),) if view.part == CHECKOUT else ()
        return (Control(HELP), *assistance, Control("button.add", under=CHECKOUT), *box)

    def _relationship_controls(self) -> tuple[Control, ...]:
        if self.view.partner is None:
            return ()
        selected = self.organization.partner(self.view.partner)
        return (Control(DELETE, enabled=selected.id not in self.organization.resellers),)

    def _way_to(self, part: str) -> tuple[str, ...]:
        """The controls that lead from the subscription's page to a form."""
        if part == self.cloud.tab:
            return (part,)
        return (EDIT,) if self._present_id() else self.cloud.menu or ()

    def _actions(self) -> dict[str, Callable[[], None]]:
        menu, item = self.cloud.menu or (None, None)
        actions: dict[str | None, Callable[[], None]] = {
            self.cloud.tab: lambda: self._show(self.cloud.tab or "", ""),
            menu: lambda: self._show_menu(menu or ""),
            item: lambda: self._show(PARTNER_INFORMATION, ""),
            EDIT: lambda: self._show(PARTNER_INFORMATION, self._present_id()),
            "button.add": self._add,
            BUY: lambda: self._show(WIZARD, ""),
            HELP: lambda: self._show_menu(HELP),
            ASSISTANCE: self._get_assistance,
            DELETE: self._delete,
            "button.check_id": self._check,
            "button.submit": self._submit,
            YES: self._agree,
            NEXT: self._accept,
        }
        return {label: action for label, action in actions.items() if label is not None}

    def _use(self, label: str) -> Control:
        control = self.control(label)
        if not control.enabled:
            raise NotOffered(f"{label} is shown on {' > '.join(self._place())}, and cannot be used now")
        return control

    def _show(self, part: str, typed: str) -> None:
        self.view = replace(self.view, part=part, menu=None, typed=typed, message=None)

    def _show_menu(self, menu: str) -> None:
        self.view = replace(self.view, menu=menu)

    def _get_assistance(self) -> None:
        self.view = View(PROVIDERS, part=WIZARD, product=self.view.product)

    def _delete(self) -> None:
        selected = self.organization.partner(self.view.partner or "")
        self.organization = self.organization.end_relationship(selected.id)
        self.open(RELATIONSHIPS)

    def _add(self) -> None:
        if self.view.page == self.cloud.purchase:
            self._show(CHECKOUT, "")
            return
        self._store(self.organization.add_partner(self._name(), self.view.typed))

    def _check(self) -> None:
        self.organization.check_id(self._name(), self.view.typed)
        self.view = replace(self.view, message="message.partner_found")

    def _submit(self) -> None:
        self._store(self.organization.submit_partner(self._name(), self.view.typed))

    def _store(self, organization: Organization) -> None:
        self.organization = organization
        self.view = View(self.view.page, self.view.subscription)

    def _agree(self) -> None:
        self.view = replace(self.view, agreed=True)

    def _accept(self) -> None:
        self.organization = self.organization.accept_offer()
        self.view = View()

    def _name(self) -> str:
        return self.view.subscription or ""

    def _present_id(self) -> str:
        return self.organization.subscription(self._name()).partner or ""

    def _place(self) -> tuple[str, ...]:
        return (*self.view.page, *filter(None, (self.view.subscription, self.view.part)))
