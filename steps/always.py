"""What is always true of the admin center, told from plain data: no function that makes a page is asked for it.

What a page of a cloud shows, and what an action does to the organization, stand here once more, as tables and rules.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import chain, count, product
from typing import Any

from porspec.reference.admin_center import AdminCenter, View
from porspec.reference.clouds import CLOUDS
from porspec.reference.organization import Offer, Organization, Partner, PartnerId, Subscription
from porspec.steps import always

_WORLDWIDE, _GERMANY, _CHINA = "o365-worldwide", "o365-germany", "o365-21vianet"
_HOME, _MAILBOX, _AUTHORIZATION = ("page.home",), ("page.mailbox",), ("page.authorization",)
_PROVIDERS, _PINPOINT = ("page.providers",), ("site.pinpoint",)
_SHOP = ("nav.billing", "page.purchase_services")
_RELATIONSHIPS = ("nav.settings", "page.partner_relationships")
_SUBSCRIPTIONS = {
    _WORLDWIDE: ("nav.billing", "page.products_services"),
    _GERMANY: ("nav.billing", "page.subscriptions"),
    _CHINA: ("nav.billing", "page.subscriptions"),
}
_INFORMATION, _TAB, _WIZARD, _CHECKOUT = (
    "page.partner_information",
    "tab.partner",
    "wizard.checkout",
    "section.partner_information",
)
_MENU, _HELP, _EDIT, _NOBODY = "menu.more_actions", "expander.need_help", "action.edit_por", "message.no_partner"
_ADD, _CHECK, _SUBMIT = "button.add", "button.check_id", "button.submit"
# The box and the buttons of each place where a cloud takes a partner ID for a subscription.
_FORMS = {
    (_WORLDWIDE, _TAB): ("field.partner_network_id", (_ADD,)),
    **{(each, _INFORMATION): ("field.partner_id", (_CHECK, _SUBMIT)) for each in _SUBSCRIPTIONS},
}
_PAGES = {
    _WORLDWIDE: (_HOME, _PINPOINT, _PROVIDERS, _SUBSCRIPTIONS[_WORLDWIDE], _SHOP, _RELATIONSHIPS),
    _GERMANY: (_HOME, _PINPOINT, _PROVIDERS, _SUBSCRIPTIONS[_GERMANY], _SHOP, _RELATIONSHIPS),
    _CHINA: (_HOME, _MAILBOX, _AUTHORIZATION, _SUBSCRIPTIONS[_CHINA], _RELATIONSHIPS),
}
_REFUSALS = ("empty_id", "unknown_partner", "already_partner", "has_partner", "offer_answered", "nothing_to_create")
_FEW = 8  # of anything: a long list is looked at by scenarios of its own, and not in every way that leads on
_Shown = tuple[str, bool, str | None, str | None]


# --- what a page shows -----------------------------------------------------------------------------------------------


@always("A page shows what belongs to its cloud and its state, and nothing else.")
def page_is_of_its_cloud(admin: AdminCenter) -> None:
    """The pages of the navigation, and all controls of the page that is open, in their order and in their state."""
    cloud, page = admin.cloud.id, admin.view.page
    is_old = cloud == _WORLDWIDE and not admin.is_new
    has = [each for each in _PAGES[cloud] if not is_old or each in (_HOME, _PINPOINT, _RELATIONSHIPS)]
    assert page in has, f"{cloud} has no page {page}"
    pages = tuple(each for each in has if len(each) > 1)
    assert admin.pages == pages, f"the pages are {admin.pages}, not {pages}"
    names = _names(admin)
    shown: list[_Shown] = [(each.id, each.enabled, each.value, each.under) for each in admin.controls]
    _same(shown, [*_controls(admin)] if names is None else [(name, True, None, None) for name in names])


@always("A list has everything that belongs on it, and each name once.")
def list_is_whole(admin: AdminCenter) -> None:
    """The same in every cloud, whichever page is open; a partner that is chosen is shown with phone and email."""
    _same(admin.listed, tuple((one.name, one.partner) for one in admin.organization.subscriptions))
    _same(admin.related, tuple((name, _relations(admin.organization, name)) for name in _related(admin.organization)))
    chosen = admin.view.chosen if admin.view.page == _RELATIONSHIPS else None
    contacts = [(each.phone, each.email) for each in admin.organization.directory if each.name == chosen]
    _same(admin.contact, next(iter(contacts), None))


@always("The message that there's nothing is shown on a list without partners, and nowhere else.")
def empty_list_says_so(admin: AdminCenter) -> None:
    """On the page of the relationships, with no partner chosen."""
    is_empty = admin.view.page == _RELATIONSHIPS and not admin.view.chosen and not _related(admin.organization)
    if is_empty:
        assert admin.view.message in (_NOBODY, "message.nothing_to_create"), f"the message is {admin.view.message}"
    else:
        assert admin.view.message != _NOBODY, f"it is shown on {admin.view.page}"


@always("What a message says is true.")
def message_is_right(admin: AdminCenter) -> None:
    """A refusal, or that an ID is right, fits what is typed and whom the subscription has."""
    view, organization, message = admin.view, admin.organization, admin.view.message
    if message is None or message == _NOBODY:
        return
    if message == "message.offer_answered":
        is_so = view.page == _MAILBOX and organization.offer is not None  # another may have come since
    elif message == "message.nothing_to_create":
        offer = organization.offer
        is_so = admin.cloud.id == _CHINA and not (offer and offer.accepted and offer.brings)
    elif view.page == _SHOP:
        is_so = _bought(organization, view)[1] == message
    else:
        labels = _FORMS.get((admin.cloud.id, view.part or ""), ("", ()))[1]
        is_so = message in [_stored(organization, view, label)[1] for label in labels]
    assert is_so, f"{message} is shown on {view.page}, {view.part}, with {view.typed!r} in the box"


@always("I find all who offer the service in the country or region, and nobody else.")
def search_is_right(admin: AdminCenter) -> None:
    """On the website and on the providers page alike, in alphabetical order, whoever they are to the customer."""
    view = admin.view
    if view.asked is None:
        assert view.found is None, f"found are {view.found}, and nobody searched"
        return
    assert view.page in (_PINPOINT, _PROVIDERS), f"found are {view.found} on {view.page}"
    asked = tuple(each.strip().casefold() for each in view.asked)
    offering = [
        each.name
        for each in admin.organization.directory
        if asked in [(service.casefold(), country.casefold()) for service, country in each.offers]
    ]
    _same(view.found, tuple(sorted(offering, key=str.casefold)))


# --- what a step changes ---------------------------------------------------------------------------------------------


@always("My resellers stay my resellers.")
def resellers_stay(admin: AdminCenter, before: AdminCenter) -> None:
    """Only a reseller ends its relationship with a customer."""
    _same(admin.organization.resellers, before.organization.resellers)


@always("Nothing that I do changes what is for sale, or what the directory says of a partner.")
def offering_stays(admin: AdminCenter, before: AdminCenter) -> None:
    """What is sold can be bought again; a partner keeps its ID and what it offers."""
    _same(admin.organization.products, before.organization.products)
    was = before.organization.directory  # a partner that nobody spoke of yet may come into it
    _same(admin.organization.directory[: len(was)], was)


@always("I know an ID from its partner only, and for good.")
def ids_are_told(admin: AdminCenter, before: AdminCenter) -> None:
    """One is told at a time, to who asks for it, and nothing else comes of asking."""
    had, has = before.organization.told, admin.organization.told
    assert has == had or (has > had and len(has - had) == 1), f"told were {sorted(had)}, and now {sorted(has)}"
    if has != had:
        _same(replace(admin.organization, told=had), before.organization)


@always("Only “Delete” and an accepted offer change my delegated admins.")
def admins_stay(admin: AdminCenter, before: AdminCenter) -> None:
    """Who was one stays one, but for the partner that is deleted; who becomes one has sent the offer."""
    had, has, offer = (
        before.organization.delegated_admins,
        admin.organization.delegated_admins,
        admin.organization.offer,
    )
    is_answered = bool(offer and offer.accepted and offer != before.organization.offer)
    new = {offer.partner} if offer and is_answered else set()
    gone = {each.id for each in before.organization.directory if each.name == before.view.chosen}
    assert has - had <= new, f"new are {sorted(has - had)}"
    may_go = gone if before.view.page == _RELATIONSHIPS else set()
    assert had - has <= may_go, f"gone are {sorted(had - has)}"


@always("A new subscription comes last, with the partner whose ID I typed for it or that sent the offer, or with none.")
def new_one_is_as_ordered(admin: AdminCenter, before: AdminCenter) -> None:
    """The others stay where they are; one ends at a time."""
    was, now = ([one.name for one in each.organization.subscriptions] for each in (before, admin))
    if len(now) <= len(was):
        _same(now, [name for name in was if name in now])
        assert len(was) - len(now) <= 1, f"they were {was}, and now are {now}"
        return
    offer, after = before.organization.offer, admin.organization.offer
    ordered = _bought(before.organization, before.view)[0] if before.view.page in (_SHOP, _PROVIDERS) else None
    if offer and after and offer.brings != after.brings:
        ordered = offer.partner
    _same(now[: len(was)], was)
    came = {one.partner for one in admin.organization.subscriptions[len(was) :]}
    if (
        before.view.part
        or before.view.page == _PROVIDERS
        or came != {one.id for one in admin.organization.directory} & came
    ):
        _same(came, {ordered})  # else one step did all of an order


@always("Only the subscription that I chose changes, unless an offer is accepted or a partner is removed.")
def others_stay(admin: AdminCenter, before: AdminCenter) -> None:
    """Then, only those change that have no partner, or the partner that is deleted."""
    was, now = (each.organization.subscriptions for each in (before, admin))
    kept = {one.name: one.partner for one in was}
    changed = [one for one in now if one.name in kept and one.partner != kept[one.name]]
    offer = admin.organization.offer
    if offer and offer.accepted and offer != before.organization.offer:
        assert all(kept[one.name] is None and one.partner == offer.partner for one in changed), f"changed are {changed}"
    elif before.view.page == _RELATIONSHIPS and admin.view.page == _RELATIONSHIPS:
        assert len({kept[one.name] for one in changed}) <= 1, f"of several partners, changed are {changed}"
        assert not any(one.partner for one in changed), f"changed are {changed}"
    else:
        assert [one.name for one in changed] in ([], [admin.view.chosen]), f"changed are {changed}"


@always("What is refused changes nothing.")
def refusal_changes_nothing(admin: AdminCenter, before: AdminCenter) -> None:
    """Neither the organization nor what it knows."""
    if admin.view != before.view and (admin.view.message or "").removeprefix("message.") in _REFUSALS:
        _same(admin.organization, before.organization)


@always("Whatever I do next does what it is for, and nothing else, whoever else is my partner.")
def next_step_is_right(admin: AdminCenter, before: AdminCenter) -> None:
    """Each page and control that can be used now, each text in a box: in this organization, and in busier ones."""
    if admin == before:
        return
    organization = admin.organization
    if max(len(organization.directory), len(organization.subscriptions), len(organization.products)) <= _FEW:
        view = replace(admin.view, typed="", asked=None, found=None, message=None)
        rest = replace(organization, told=frozenset())
        for each in dict.fromkeys((view, View())):  # from the home page, every page can be opened
            _look_ahead(admin.cloud.id, rest, each, admin.is_new)


@cache  # scenarios come to the same state often
def _look_ahead(moniker: str, organization: Organization, view: View, is_new: bool) -> None:
    for each in _worlds(organization):
        here = AdminCenter(CLOUDS[moniker], each, view, is_new)
        if view.page == _HOME:
            _try_pages(here)
        _try_controls(here)
        for control in here.controls:
            if control.id == "field.search":
                _try_searches(here)
            elif control.id.startswith(("field.", "term.")):
                _try_texts(here, control.id)
        if moniker == _CHINA and view.page == _HOME:
            _try_account(here)


def _worlds(organization: Organization) -> Iterator[Organization]:
    """The organization itself; with everybody as a reseller; with everybody as an admin, and an offer that waits."""
    yield organization
    offers = frozenset(pair for each in organization.directory for pair in each.offers)
    elsewhere = frozenset((service, "Elsewhere") for service, _ in offers)
    one, other = Partner(PartnerId("0000001"), "Proseware", offers), Partner(PartnerId("0000002"), "adatum", elsewhere)
    directory = (*organization.directory, one, other)
    everybody = frozenset(each.id for each in directory if each != other)
    offer = organization.offer or Offer(other.id, "Visio Plan 2")
    yield replace(organization, directory=directory, resellers=everybody, offer=offer)
    had = [each.name for each in organization.subscriptions]
    again = (Subscription(each, one.id) for each in ("Standby", *organization.products) if each not in had)
    subscriptions = (*organization.subscriptions, *again)
    yield replace(organization, directory=directory, delegated_admins=everybody, subscriptions=subscriptions)


def _try_pages(here: AdminCenter) -> None:
    """Open each page of the navigation."""
    for page in here.pages:
        there = replace(here)
        there.open(page)
        fresh = View(page, there.view.chosen, message=there.view.message)
        _hold(there, here, f"the page {page} is opened", fresh, _plain(here.organization))


def _try_controls(here: AdminCenter) -> None:
    """Select each control that can be used, boxes aside."""
    for control in here.controls:
        if control.enabled and not control.id.startswith(("field.", "term.")):
            there = replace(here)
            there.select(control.id, control.under)
            organization, message = _outcome(here, control.id)
            view = there.view
            _same(view.message, message if message or view.message != _NOBODY else _NOBODY, f"after {control.id}")
            place, came = (here.view.page, here.view.chosen, here.view.part), (view.page, view.chosen, view.part)
            if place == came and organization == _plain(here.organization):
                fresh = replace(
                    here.view,
                    menu=view.menu,
                    message=view.message,
                    agreed=here.view.agreed or control.id == "choice.yes",
                )
            else:
                present = _partner_of(here.organization, here.view.chosen)
                fresh = View(*came, typed=(present or "") if control.id == _EDIT else "", message=view.message)
                fresh = replace(fresh, menu=view.menu) if view.page == _SHOP else fresh
            _hold(there, here, f"{control.id} is selected", fresh, organization)


def _try_texts(here: AdminCenter, box: str) -> None:
    """Type IDs of all kinds, and select each button."""
    ids = [each.id for each in here.organization.directory]
    for text in ("  ", "0000000", *(f" {each} " for each in ids), *chain.from_iterable(map(_almost, ids[:1]))):
        there = replace(here)
        there.type(box, text)
        fresh = replace(here.view, typed=text)
        _hold(there, here, f"{text!r} is typed", fresh, _plain(here.organization))
        _try_controls(there)


def _try_searches(here: AdminCenter) -> None:
    """Search for what is offered and for what is almost that, one after the other: each search finds its own."""
    pairs = sorted({pair for each in here.organization.directory for pair in each.offers})
    services, countries = ([*dict.fromkeys(each)] for each in (zip(*pairs, strict=True) if pairs else ((), ())))
    almost = [(text, country) for service, country in pairs[:1] for text in _almost(service)]
    almost += [(service, text) for service, country in pairs[:1] for text in _almost(country)]
    others = chain.from_iterable((each, *pairs[:1]) for each in almost)
    there = replace(here)
    for service, country in chain(product(services, countries), others):
        there.search(service, country)
        fresh = replace(here.view, asked=(service, country), found=there.view.found)
        _hold(there, here, f"{service!r} in {country!r} is searched for", fresh, _plain(here.organization))


def _almost(text: str) -> Iterator[str]:
    """What is like a text, and another: nothing, a part of it, more than it, parts of it apart."""
    yield from ("", text[:-1], text[1:], text[: len(text) // 2], f"{text}0", f"0{text}")
    yield from (f"{text[:3]} {text[3:]}", f"{text[:3]}-{text[3:]}", text.replace(" ", "-"), text.replace(" ", ""))


def _try_account(here: AdminCenter) -> None:
    there, offer, plain = replace(here), here.organization.offer, _plain(here.organization)
    there.create_account()
    if is_due := offer is not None and offer.accepted and offer.brings is not None:
        brought = (_new_name(here.organization, offer.brings or ""), offer.partner)
        plain |= {"subscriptions": (*plain["subscriptions"], brought), "offer": replace(offer, brings=None)}
    message = None if is_due else "message.nothing_to_create"
    _hold(there, here, "the account is created", replace(here.view, message=message), plain)


def _hold(there: AdminCenter, here: AdminCenter, what: str, view: View, organization: dict[str, object]) -> None:
    """Raises AssertionError where an action leads to something else, or to what is never so."""
    try:
        _same(_plain(there.organization), organization)
        _same(there.view, view)
        for each in (page_is_of_its_cloud, empty_list_says_so, message_is_right, search_is_right):
            each(there)
        if there.organization is not here.organization:
            list_is_whole(there)
    except AssertionError as error:
        raise AssertionError(f"when {what} on {here.view.page}: {error}") from None


# --- rules -----------------------------------------------------------------------------------------------------------


def _related(organization: Organization) -> list[str]:
    """The names of everybody with a relationship, once each, in alphabetical order."""
    ids = {
        *organization.resellers,
        *organization.delegated_admins,
        *(one.partner for one in organization.subscriptions),
    }
    return sorted((each.name for each in organization.directory if each.id in ids), key=str.casefold)


def _relations(organization: Organization, name: str) -> tuple[str, ...]:
    """What a partner is to the customer."""
    ids = {each.id for each in organization.directory if each.name == name}
    is_advisor = any(one.partner in ids for one in organization.subscriptions)
    kinds = (
        ("advisor", is_advisor),
        ("delegated_admin", ids & organization.delegated_admins),
        ("reseller", ids & organization.resellers),
    )
    return tuple(f"relationship.{kind}" for kind, is_so in kinds if is_so)


def _names(admin: AdminCenter) -> list[str] | None:
    """The names that a page lists, where it is a list."""
    view, organization = admin.view, admin.organization
    if view.chosen is None and view.page == _SUBSCRIPTIONS[admin.cloud.id]:
        return [one.name for one in organization.subscriptions]
    if view.chosen is None and view.page == _SHOP:
        return sorted(organization.products, key=str.casefold)
    return _related(organization) if view.chosen is None and view.page == _RELATIONSHIPS else None


def _controls(admin: AdminCenter) -> Iterator[_Shown]:
    """What a page shows that is no list: each control, whether it can be used, its value and what it stands under."""
    cloud, view = admin.cloud.id, admin.view
    if view.page == _HOME:
        yield from [("toggle.try_new", True, "on" if admin.is_new else None, None)] * (cloud == _WORLDWIDE)
        yield from [("site.pinpoint", True, None, None)] * (cloud != _CHINA)
        yield from [("page.mailbox", True, None, None)] * (cloud == _CHINA and admin.organization.offer is not None)
    elif view.page == _MAILBOX:
        yield "link.authorization", True, None, None
    elif view.page == _AUTHORIZATION:
        yield "choice.yes", True, "on" if view.agreed else None, "section.partner_relationships"
        yield "button.next", view.agreed, None, None
    elif view.page in (_PINPOINT, _PROVIDERS):
        yield "field.search", True, None, None
        yield from [(_WIZARD, True, None, None)] * (view.page == _PROVIDERS)
    elif view.page == _RELATIONSHIPS:
        partner = next(each.id for each in admin.organization.directory if each.name == view.chosen)
        yield "option.delete", partner not in admin.organization.resellers, None, None
    elif view.page == _SHOP:
        yield from _order(view)
    elif view.part:
        box, buttons = _FORMS[cloud, view.part]
        yield box, True, view.typed, None
        yield from ((each, True, None, None) for each in buttons)
    else:
        yield from [(_TAB, True, None, None)] * (cloud == _WORLDWIDE)
        yield from [(_MENU, True, None, None)] * (cloud == _GERMANY)
        if _partner_of(admin.organization, view.chosen):
            yield _EDIT, True, None, "field.partner_id"
        elif view.menu:
            yield "menu.add_por", True, None, None


def _order(view: View) -> Iterator[_Shown]:
    """A product, then the checkout wizard."""
    if not view.part:
        yield "button.buy", True, None, None
        return
    yield _HELP, True, None, None
    yield from [("option.get_assistance", True, None, None)] * (view.menu == _HELP)
    yield _ADD, True, None, _CHECKOUT
    yield from [("term.microsoft_partner_id", True, view.typed, None)] * (view.part == _CHECKOUT)
    yield _WIZARD, True, None, None


def _outcome(here: AdminCenter, label: str) -> tuple[dict[str, Any], str | None]:
    """What an action makes of the organization, and the message that it shows."""
    organization, view, offer = here.organization, here.view, here.organization.offer
    plain, ids = _plain(organization), {each.name: each.id for each in organization.directory}
    partners: list[tuple[str, str | None]] = [(one.name, one.partner) for one in organization.subscriptions]
    if label == "link.authorization" and offer and offer.accepted:
        return plain, "message.offer_answered"
    if label == "button.next" and offer:
        plain |= {"offer": replace(offer, accepted=True)}
        plain |= {"delegated_admins": organization.delegated_admins | {offer.partner}}
        partners = [(name, partner or offer.partner) for name, partner in partners]
    elif label == "option.delete":
        gone = ids[view.chosen or ""]
        plain |= {"delegated_admins": organization.delegated_admins - {gone}}
        partners = [(name, None if partner == gone else partner) for name, partner in partners]
    elif label == _WIZARD:
        partner, message = _bought(organization, view)
        if message:
            return plain, message
        partners.append((_new_name(organization, view.chosen or ""), partner))
    elif label in (_ADD, _CHECK, _SUBMIT) and view.page != _SHOP:
        partner, message = _stored(organization, view, label)
        if message:
            return plain, message
        partners = [(name, partner if name == view.chosen else had) for name, had in partners]
    return {**plain, "subscriptions": tuple(partners)}, None


def _stored(organization: Organization, view: View, label: str) -> tuple[str | None, str | None]:
    """The partner that a subscription gets for what is typed, or the message that is shown instead."""
    typed, present = view.typed.strip(), _partner_of(organization, view.chosen)
    if not typed:
        return None, None if label == _SUBMIT and present else "message.empty_id"
    if typed not in [each.id for each in organization.directory]:
        return None, "message.unknown_partner"
    if typed == present:
        return None, "message.already_partner"
    if label == _CHECK:
        return None, "message.partner_found"
    return typed, "message.has_partner" if label == _ADD and present else None


def _bought(organization: Organization, view: View) -> tuple[str | None, str | None]:
    """The partner that a new subscription gets for what is typed, or the message that is shown instead."""
    typed = view.typed.strip()
    is_known = not typed or typed in [each.id for each in organization.directory]
    return typed or None, None if is_known else "message.unknown_partner"


def _new_name(organization: Organization, wanted: str) -> str:
    taken = [one.name for one in organization.subscriptions]
    return next(each for each in chain([wanted], (f"{wanted} ({number})" for number in count(2))) if each not in taken)


def _partner_of(organization: Organization, name: str | None) -> str | None:
    return next((one.partner for one in organization.subscriptions if one.name == name), None)


def _plain(organization: Organization) -> dict[str, Any]:
    names = ("directory", "offer", "delegated_admins", "resellers", "products", "told")
    subscriptions = tuple((one.name, one.partner) for one in organization.subscriptions)
    return {**{name: getattr(organization, name) for name in names}, "subscriptions": subscriptions}


def _same(found: object, expected: object, when: str = "") -> None:
    assert found == expected, f"{when and when + ', '}it is {found}, not {expected}"
