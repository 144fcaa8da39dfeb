"""A fresh admin center for each scenario, and what to show of it."""

from porspec.reference.admin_center import AdminCenter
from porspec.reference.clouds import CLOUDS


def new_world(moniker: str) -> AdminCenter:
    """The admin center of a cloud, of an organization that has nothing yet."""
    return AdminCenter(CLOUDS[moniker])


def snapshot(admin: AdminCenter) -> dict[str, object]:
    """The state of the admin center as plain data: labels by their ids."""
    return {
        "page": list(admin.view.page),
        "chosen": admin.view.chosen,
        "part": admin.view.part,
        "message": admin.view.message,
        "controls": [
            {"label": control.id, "enabled": control.enabled, "value": control.value} for control in admin.controls
        ],
        "subscriptions": [{"name": name, "partner": partner} for name, partner in admin.listed],
        "found": list(admin.view.found or ()),
        "partners": [{"name": name, "relationships": list(which)} for name, which in admin.related],
        "contact": list(admin.contact or ()),
        "delegated_admins": sorted(admin.organization.delegated_admins),
    }
