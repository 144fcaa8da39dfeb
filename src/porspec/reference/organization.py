"""An organization: what it has, and the rules that decide who its partners are.

Every value is frozen: an action gives a new organization or raises a named refusal, so that a refusal changes nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import chain, count
from typing import NewType, Self

PartnerId = NewType("PartnerId", str)


class Refused(Exception):
    """A rule refuses an action; `message` is the id of the label that the admin center shows."""

    message: str


class EmptyPartnerId(Refused):
    """The box for the partner ID was left empty."""

    message = "message.empty_id"


class UnknownPartner(Refused):
    """No partner has this ID."""

    message = "message.unknown_partner"


class AlreadyPartner(Refused):
    """The partner with this ID is the subscription's partner of record already."""

    message = "message.already_partner"


class HasPartner(Refused):
    """The subscription has another partner of record, and it can have one at most."""

    message = "message.has_partner"


class OfferAnswered(Refused):
    """The offer was answered before."""

    message = "message.offer_answered"


class NothingToCreate(Refused):
    """The offer was not accepted, or came without a subscription, or its account exists already."""

    message = "message.nothing_to_create"


class ResellerStays(Refused):
    """Only the reseller can end its relationship with a customer."""

    message = "message.reseller_stays"


@dataclass(frozen=True, slots=True)
class Partner:
    """A partner in Microsoft's directory: how to reach it, and its offers as pairs of service and country or region."""

    id: PartnerId
    name: str
    offers: frozenset[tuple[str, str]] = frozenset()
    phone: str = ""
    email: str = ""


def _plain(text: str) -> str:
    return text.strip().casefold()


def _by_name(partners: Iterable[Partner]) -> tuple[Partner, ...]:
    return tuple(sorted(partners, key=lambda partner: partner.name.casefold()))


@dataclass(frozen=True, slots=True)
class Subscription:
    """A subscription and its partner of record, if it has one."""

    name: str
    partner: PartnerId | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """A partner's offer by e-mail to act as partner of record; `brings` names the subscription that comes with it."""

    partner: PartnerId
    brings: str | None = None
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class Organization:
    """A customer: its subscriptions, offer and delegated admins, and the directory that IDs are looked up in."""

    directory: tuple[Partner, ...] = ()
    subscriptions: tuple[Subscription, ...] = ()
    offer: Offer | None = None
    delegated_admins: frozenset[PartnerId] = frozenset()
    resellers: frozenset[PartnerId] = frozenset()
    products: tuple[str, ...] = ()
    told: frozenset[PartnerId] = frozenset()

    @property
    def partners(self) -> tuple[Partner, ...]:
        """Everybody with whom the customer has a relationship, in the order of their names."""
        related = {*self.delegated_admins, *self.resellers, *(one.partner for one in self.subscriptions)}
        return _by_name(partner for partner in self.directory if partner.id in related)

    def partner(self, name: str) -> Partner:
        """The partner of this name; raises KeyError where there is none."""
        return {partner.name: partner for partner in self.directory}[name]

    def relationships(self, partner: PartnerId) -> tuple[str, ...]:
        """What a partner is to the customer, as ids of labels (F6, F8)."""
        found = {
            "relationship.advisor": any(one.partner == partner for one in self.subscriptions),
            "relationship.delegated_admin": partner in self.delegated_admins,
            "relationship.reseller": partner in self.resellers,
        }
        return tuple(name for name, is_so in found.items() if is_so)

    def offering(self, service: str, country: str) -> tuple[str, ...]:
        """The names of the partners that offer a service in a country or region, in their order.

        Capitals, and spaces around a name, do not matter.
        """
        asked = _plain(service), _plain(country)
        return tuple(
            each.name
            for each in _by_name(self.directory)
            if any((_plain(what), _plain(where)) == asked for what, where in each.offers)
        )

    def subscription(self, name: str) -> Subscription:
        """The subscription of this name; raises KeyError where there is none."""
        return {one.name: one for one in self.subscriptions}[name]

    def check_id(self, name: str, typed: str) -> Partner:
        """The partner whose ID was typed for a subscription: one that exists, and another than it has now.

        Raises EmptyPartnerId, UnknownPartner, AlreadyPartner.
        """
        if not typed.strip():
            raise EmptyPartnerId
        found = next((partner for partner in self.directory if partner.id == typed.strip()), None)
        if found is None:
            raise UnknownPartner
        if self.subscription(name).partner == found.id:
            raise AlreadyPartner
        return found

    def add_partner(self, name: str, typed: str) -> Self:
        """Give a subscription its first partner of record; raises what `check_id` raises, and HasPartner."""
        partner = self.check_id(name, typed)
        if self.subscription(name).partner is not None:
            raise HasPartner
        return self._with_partner(name, partner.id)

    def submit_partner(self, name: str, typed: str) -> Self:
        """Store what the box holds: a partner's ID adds or changes the partner, an emptied box removes it.

        Raises what `check_id` raises; an empty box is refused only where there is no partner to remove.
        """
        if not typed.strip() and self.subscription(name).partner is not None:
            return self._with_partner(name, None)
        return self._with_partner(name, self.check_id(name, typed).id)

    def buy(self, product: str, typed: str) -> Self:
        """Buy a product that is for sale, with a partner of record where an ID was typed.

        Raises UnknownPartner, and then nothing is bought.
        """
        name = self._new_name(product)
        bought = replace(self, subscriptions=(*self.subscriptions, Subscription(name)))
        return bought.add_partner(name, typed) if typed.strip() else bought

    def end_relationship(self, partner: PartnerId) -> Self:
        """End what a customer may end: a partner's work as advisor and as delegated admin.

        Raises ResellerStays for a reseller, whatever else it is.
        """
        if partner in self.resellers:
            raise ResellerStays
        kept = (replace(one, partner=None) if one.partner == partner else one for one in self.subscriptions)
        return replace(self, subscriptions=tuple(kept), delegated_admins=self.delegated_admins.difference({partner}))

    def ask_for_id(self, name: str) -> Self:
        """Ask a partner for its ID: the one way in which a customer learns it."""
        return replace(self, told=self.told.union({self.partner(name).id}))

    def open_offer(self) -> Offer:
        """The offer that waits for an answer; raises OfferAnswered where none does."""
        if self.offer is None or self.offer.accepted:
            raise OfferAnswered
        return self.offer

    def accept_offer(self) -> Self:
        """Make the partner a delegated admin, and partner of record wherever there is none yet.

        Raises OfferAnswered.
        """
        offer = self.open_offer()
        return replace(
            self,
            subscriptions=tuple(replace(one, partner=one.partner or offer.partner) for one in self.subscriptions),
            offer=replace(offer, accepted=True),
            delegated_admins=self.delegated_admins.union({offer.partner}),
        )

    def create_account(self) -> Self:
        """Create the subscription that came with the accepted offer; raises NothingToCreate."""
        offer = self.offer
        if offer is None or not offer.accepted or offer.brings is None:
            raise NothingToCreate
        brought = Subscription(self._new_name(offer.brings), offer.partner)
        return replace(self, subscriptions=(*self.subscriptions, brought), offer=replace(offer, brings=None))

    def _new_name(self, product: str) -> str:
        """What a new subscription is called: as its product, with a number from 2 where there is one of that name."""
        taken = {one.name for one in self.subscriptions}
        names = chain([product], (f"{product} ({number})" for number in count(2)))
        return next(name for name in names if name not in taken)

    def _with_partner(self, name: str, partner: PartnerId | None) -> Self:
        changed = (replace(one, partner=partner) if one.name == name else one for one in self.subscriptions)
        return replace(self, subscriptions=tuple(changed))


# --- the clouds ------------------------------------------------------------------------------------------------------
