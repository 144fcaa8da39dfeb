"""A fresh admin center for each scenario, and what to show of it."""

from collections.abc import Iterator
from typing import Any

from porspec.reference.admin_center import HOME, WIZARD, AdminCenter
from porspec.reference.clouds import CHECKOUT, CLOUDS, EDIT, RELATIONSHIPS
from porspec.reference.controls import Control

# What a label is drawn as, by the kind in its id.
_KINDS = {
    "button": "button",
    "wizard": "button",
    "option": "button",
    "action": "link",
    "link": "link",
    "site": "link",
    "field": "box",
    "term": "box",
    "tab": "tab",
    "menu": "menu",
    "expander": "menu",
    "toggle": "switch",
    "choice": "choice",
}


def new_world(moniker: str) -> AdminCenter:
    """The admin center of a cloud, of an organization that has nothing yet."""
    return AdminCenter(CLOUDS[moniker])


def snapshot(admin: AdminCenter) -> dict[str, object]:
    """The state of the admin center as plain data, in the vocabulary of pictures: labels by their ids."""
    lists = list(_lists(admin))
    names = [name for listing in lists for name, *_ in listing["rows"]]
    has_navigation = admin.view.page in (HOME, *admin.pages)
    return {
        "place": [each for each in (*admin.view.page, admin.view.chosen, _part(admin)) if each],
        "navigation": [list(HOME), *map(list, admin.pages)] if has_navigation else [],
        "controls": [part for each in admin.controls if each.id not in names for part in _parts(admin, each)],
        "lists": lists,
        "message": admin.view.message,
        "behind": {
            "subscriptions": [{"name": name, "partner": partner} for name, partner in admin.listed],
            "partners": [{"name": name, "relationships": list(which)} for name, which in admin.related],
            "delegated_admins": sorted(admin.organization.delegated_admins),
        },
    }


def _parts(admin: AdminCenter, control: Control) -> Iterator[dict[str, object]]:
    """A control; above what edits a partner's ID, that ID."""
    if control.id == EDIT and (partner := dict(admin.listed)[admin.view.chosen or ""]):
        yield {"label": partner, "kind": "item", "under": control.under}
    yield _shown(control)


def _part(admin: AdminCenter) -> str | None:
    """The open part of a page; that of the checkout wizard is a heading in it."""
    return WIZARD if admin.view.part == CHECKOUT else admin.view.part


def _shown(control: Control) -> dict[str, object]:
    """A control; the wizard itself, which a step completes, is the button that does."""
    label = "wizard.complete" if control.id == WIZARD else control.id
    kind = _KINDS.get(label.split(".", maxsplit=1)[0], "item")
    return {"label": label, "kind": kind, "enabled": control.enabled, "value": control.value, "under": control.under}


def _lists(admin: AdminCenter) -> Iterator[dict[str, Any]]:
    """What the page lists: subscriptions with the IDs of their partners, products, partners, what a search found."""
    view = admin.view
    if view.found is not None:
        yield {"rows": [[name] for name in view.found]}
    elif admin.contact:
        yield {"rows": [[each] for each in admin.contact if each]}
    elif view.chosen is None and view.page == admin.cloud.subscriptions:
        yield {"columns": ["page.subscriptions", "field.partner_id"], "rows": [[*each] for each in admin.listed]}
    elif view.chosen is None and view.page == admin.cloud.purchase:
        yield {"rows": [[each.id] for each in admin.controls]}
    elif view.chosen is None and view.page == RELATIONSHIPS:
        yield {"rows": [[name, list(which)] for name, which in admin.related]}
