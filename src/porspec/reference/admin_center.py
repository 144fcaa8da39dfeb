"""The admin center of a cloud: whatever an admin can act on is a control, addressed by its label's id.

What is shown, and in which state, follows from the cloud, the organization and the view; nothing else is stored.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from .clouds import CHECKOUT, EDIT, PARTNER_INFORMATION, RELATIONSHIPS, Cloud, Path
from .controls import Control, NotOffered
from .organization import Organization, Refused

HOME: Path = ("page.home",)
MAILBOX: Path = ("page.mailbox",)
AUTHORIZATION: Path = ("page.authorization",)
PROVIDERS: Path = ("page.providers",)
LINK, SEARCH, WIZARD = "link.authorization", "field.search", "wizard.checkout"
BUY, HELP, ASSISTANCE, DELETE = "button.buy", "expander.need_help", "option.get_assistance", "option.delete"
YES, NEXT, CONSENT = "choice.yes", "button.next", "section.partner_relationships"


@dataclass(frozen=True, slots=True)
class View:
    """Where the admin is: the page, what is chosen on it, the open part and menu, what is typed, found and shown.

    `asked` is what was searched for: a service, and a country or region.
    """

    page: Path = HOME
    chosen: str | None = None
    part: str | None = None
    menu: str | None = None
    typed: str = ""
    agreed: bool = False
    asked: tuple[str, str] | None = None
    found: tuple[str, ...] | None = None
    message: str | None = None


@dataclass
class AdminCenter:
    """An admin at work in the admin center of one cloud; what it shows is long, and its repr leaves that out."""

    cloud: Cloud = field(repr=False)
    organization: Organization = field(default_factory=Organization, repr=False)
    view: View = field(default=View(), repr=False)
    is_new: bool = False

    # --- what is shown -------------------------------------------------------------------------------------------

    @property
    def pages(self) -> tuple[Path, ...]:
        """The pages of the navigation; those of Billing only in the new admin center, where a cloud has that toggle."""
        is_old = self.cloud.toggle and not self.is_new
        pages = (RELATIONSHIPS,) if is_old else (self.cloud.subscriptions, self.cloud.purchase, RELATIONSHIPS)
        return tuple(filter(None, pages))

    @property
    def controls(self) -> tuple[Control, ...]:
        """Every control of the current view, in the order in which it is shown."""
        shown: dict[Path | None, Callable[[], Iterable[Control]]] = {
            HOME: self._home,
            MAILBOX: lambda: [Control(LINK)],
            AUTHORIZATION: self._authorization,
            PROVIDERS: lambda: [Control(SEARCH), Control(WIZARD)],
            (self.cloud.pinpoint or "",): lambda: [Control(SEARCH)],
            self.cloud.subscriptions: self._subscriptions,
            self.cloud.purchase: self._purchase,
            RELATIONSHIPS: self._relationships,
        }
        return tuple(shown[self.view.page]())

    @property
    def listed(self) -> tuple[tuple[str, str | None], ...]:
        """The page of subscriptions: each name with the ID of its partner of record."""
        return tuple((one.name, one.partner) for one in self.organization.subscriptions)

    @property
    def related(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The page of relationships: each name with what the partner is to the customer, as ids of labels."""
        return tuple((each.name, self.organization.relationships(each.id)) for each in self.organization.partners)

    @property
    def contact(self) -> tuple[str, str] | None:
        """The phone number and the email address of the partner that is selected on the page of relationships."""
        if self.view.page != RELATIONSHIPS or self.view.chosen is None:
            return None
        partner = self.organization.partner(self.view.chosen)
        return partner.phone, partner.email

    @property
    def _place(self) -> str:
        """The page, and the part of it that is open."""
        return " > ".join(self.view.page) + (f", in {self.view.part}" if self.view.part else "")

    def control(self, label: str) -> Control:
        """Raises NotOffered where the control is not shown."""
        if found := [control for control in self.controls if control.id == label]:
            return found[0]
        shown = ", ".join(control.id for control in self.controls) or "nothing"
        raise NotOffered(f"{self.cloud.id} does not show {label} on {self._place}; it shows {shown}")

    def offers(self, label: str) -> bool:
        """Whether the control is shown and can be used."""
        return any(control.id == label and control.enabled for control in self.controls)

    # --- what the admin does -------------------------------------------------------------------------------------

    def go_home(self) -> None:
        """Go to the home page, and leave everything else."""
        self.view = View()

    def switch_on_new(self) -> None:
        """Turn on the new admin center on the home page, in clouds that have the toggle there."""
        if self.cloud.toggle:
            self.select(self.cloud.toggle)

    def open(self, page: Path) -> None:
        """Go to a page of the navigation; raises NotOffered. The only subscription there is opens at once."""
        if page not in self.pages:
            shown = ", ".join(" > ".join(each) for each in self.pages) or "none"
            raise NotOffered(f"{self.cloud.id} has no page {' > '.join(page)}; it has {shown}")
        names = [one.name for one in self.organization.subscriptions]
        only = names[0] if page == self.cloud.subscriptions and len(names) == 1 else None
        nobody = page == RELATIONSHIPS and not self.organization.partners
        self.view = View(page, only, message="message.no_partner" if nobody else None)

    def select(self, label: str, under: str | None = None) -> None:
        """Select what is shown: a label's control, or a listed name.

        Raises NotOffered where it is not shown, not under that heading, or disabled. What a rule refuses changes
        nothing and shows the refusal's message.
        """
        control = self.control(label)
        if not control.enabled or under not in (None, control.under):
            raise NotOffered(f"{label} is shown on {self._place}, and not so that it can be used")
        self._see(message=None)
        try:
            if act := self._actions().get(label):  # a box only takes the focus
                act()
        except Refused as refusal:
            self._see(message=refusal.message)

    def type(self, label: str, text: str) -> None:
        """Fill a box, whatever it held before; an empty text empties it. Raises NotOffered."""
        self.select(label)
        self._see(typed=text)

    def search(self, service: str, country: str) -> None:
        """Search for partners on their website or on the providers page; raises NotOffered elsewhere."""
        self.control(SEARCH)
        self._see(asked=(service, country))
        self._see(found=self.organization.offering(service, country))

    def open_form(self, button: str, subscription: str) -> str:
        """Go, as an admin would, to where this cloud takes a partner ID with this button; returns the box's label.

        Raises NotOffered where the cloud, or the subscription as it is, has no such place.
        """
        self.open(self.cloud.subscriptions)
        if self.view.chosen is None:
            self.select(subscription)
        part, form = next((each for each in self.cloud.forms.items() if button in each[1].buttons), ("", None))
        way = (EDIT,) if self._present_id() else self.cloud.menu or ()
        for label in (part,) if part == self.cloud.tab else way:
            self.select(label)
        self.control(button)
        return form.field if form else ""

    def create_account(self) -> None:
        """Create the account for what the offer brings, or show why there is nothing to create."""
        self._see(message=None)
        try:
            self.organization = self.organization.create_account()
        except Refused as refusal:
            self._see(message=refusal.message)

    # --- the controls of each page -------------------------------------------------------------------------------

    def _home(self) -> Iterable[Control]:
        if self.cloud.toggle:
            yield Control(self.cloud.toggle, value="on" if self.is_new else None)
        if self.cloud.pinpoint:
            yield Control(self.cloud.pinpoint)
        if self.cloud.offers and self.organization.offer:
            yield Control(MAILBOX[0])

    def _authorization(self) -> Iterable[Control]:
        yield Control(YES, value="on" if self.view.agreed else None, under=CONSENT)
        yield Control(NEXT, enabled=self.view.agreed)

    def _subscriptions(self) -> Iterable[Control]:
        if self.view.chosen is None:
            yield from (Control(one.name) for one in self.organization.subscriptions)
        elif self.view.part is None:
            yield from self._subscription()
        else:
            form = self.cloud.forms[self.view.part]
            yield Control(form.field, value=self.view.typed)
            yield from (Control(button) for button in form.buttons)

    def _subscription(self) -> Iterable[Control]:
        menu, item = self.cloud.menu or (None, None)
        yield from (Control(each) for each in (self.cloud.tab, menu) if each)
        if self._present_id():
            yield Control(EDIT, under="field.partner_id")
        elif item and self.view.menu == menu:
            yield Control(item)

    def _purchase(self) -> Iterable[Control]:
        if self.view.chosen is None:
            yield from (Control(product) for product in sorted(self.organization.products, key=str.casefold))
        elif self.view.part is None:
            yield Control(BUY)
        else:
            yield Control(HELP)
            if self.view.menu == HELP:
                yield Control(ASSISTANCE)
            yield Control("button.add", under=CHECKOUT)
            if self.view.part == CHECKOUT:
                yield Control(self.cloud.forms[CHECKOUT].field, value=self.view.typed)
            yield Control(WIZARD)

    def _relationships(self) -> Iterable[Control]:
        if self.view.chosen is None:
            yield from (Control(partner.name) for partner in self.organization.partners)
        else:
            is_reseller = self.organization.partner(self.view.chosen).id in self.organization.resellers
            yield Control(DELETE, enabled=not is_reseller)

    # --- what a control does -------------------------------------------------------------------------------------

    def _actions(self) -> dict[str | None, Callable[[], None]]:
        menu, item = self.cloud.menu or (None, None)
        organization = self.organization
        names = [*(each.name for each in organization.subscriptions), *(each.name for each in organization.partners)]
        return {
            **{name: partial(self._go, self.view.page, name) for name in (*names, *organization.products)},
            self.cloud.toggle: partial(setattr, self, "is_new", not self.is_new),
            self.cloud.pinpoint: lambda: self._go((self.cloud.pinpoint or "",)),
            MAILBOX[0]: lambda: self._go(MAILBOX),
            LINK: self._authorize,
            self.cloud.tab: lambda: self._show(self.cloud.tab or ""),
            menu: partial(self._see, menu=None if self.view.menu == menu else menu),
            item: lambda: self._show(PARTNER_INFORMATION),
            EDIT: lambda: self._show(PARTNER_INFORMATION, self._present_id()),
            "button.add": self._add,
            "button.check_id": self._check,
            "button.submit": lambda: self._store(organization.submit_partner(self._name(), self.view.typed)),
            BUY: lambda: self._show(WIZARD),
            HELP: partial(self._see, menu=None if self.view.menu == HELP else HELP),
            ASSISTANCE: lambda: self._go(PROVIDERS, self.view.chosen),
            WIZARD: lambda: self._finish(organization.buy(self._name(), self.view.typed)),
            DELETE: self._delete,
            YES: partial(self._see, agreed=True),
            NEXT: lambda: self._finish(organization.accept_offer()),
        }

    def _go(self, page: Path, chosen: str | None = None) -> None:
        self.view = View(page, chosen)

    def _show(self, part: str, typed: str = "") -> None:
        self.view = View(self.view.page, self.view.chosen, part, typed=typed)

    def _see(self, **changes: Any) -> None:
        self.view = replace(self.view, **changes)

    def _authorize(self) -> None:
        self.organization.open_offer()
        self._go(AUTHORIZATION)

    def _finish(self, organization: Organization) -> None:
        self.organization = organization
        self.go_home()

    def _add(self) -> None:
        if self.view.page == self.cloud.purchase:
            self._see(part=CHECKOUT)
        else:
            self._store(self.organization.add_partner(self._name(), self.view.typed))

    def _check(self) -> None:
        self.organization.check_id(self._name(), self.view.typed)
        self._see(message="message.partner_found")

    def _store(self, organization: Organization) -> None:
        self.organization = organization
        self._go(self.view.page, self._name())

    def _delete(self) -> None:
        self.organization = self.organization.end_relationship(self.organization.partner(self._name()).id)
        self.open(RELATIONSHIPS)

    def _name(self) -> str:
        return self.view.chosen or ""

    def _present_id(self) -> str:
        return self.organization.subscription(self._name()).partner or ""
