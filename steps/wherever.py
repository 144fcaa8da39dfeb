"""Steps about what a cloud's admin center does not have, on any page and in any state of a page."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from porspec.reference.admin_center import AdminCenter, View
from porspec.reference.clouds import CLOUDS
from porspec.reference.organization import Organization
from porspec.steps import then

from .types import Anything


@then('the admin center has no "{name}" on any page')
def is_nowhere(admin: AdminCenter, name: Anything) -> None:
    """No page and no control has this name, wherever an admin of this cloud and organization goes."""
    assert name not in everything(admin.cloud.id, admin.organization), f"{name} is there"


@cache  # a spec asks for many names in few organizations
def everything(moniker: str, organization: Organization) -> frozenset[str]:
    """The ids of all pages, parts and controls that an admin comes across who selects whatever can be selected.

    What the admin does on the way is undone: the organization is the same in every place.
    """
    seen: dict[tuple[View, bool], frozenset[str]] = {}
    left = [AdminCenter(CLOUDS[moniker], organization)]
    while left:
        here = left.pop()
        if (here.view, here.is_new) not in seen:
            controls = (control.id for control in here.controls)
            pages = (each for page in (here.view.page, *here.pages) for each in page)
            seen[here.view, here.is_new] = frozenset((*controls, *pages, here.view.part or ""))
            left += _next(here)
    return frozenset().union(*seen.values())


def _next(here: AdminCenter) -> Iterator[AdminCenter]:
    """Where one step leads: to a page of the navigation, or through a control."""
    for page in here.pages:
        yield _after(here, lambda there, page=page: there.open(page))  # type: ignore[misc]
    for control in here.controls:
        if control.enabled:
            yield _after(here, lambda there, name=control.id: there.select(name))  # type: ignore[misc]


def _after(here: AdminCenter, act: Callable[[AdminCenter], None]) -> AdminCenter:
    there = replace(here)
    act(there)
    return replace(there, organization=here.organization)
