"""Who is in Microsoft's directory of partners, whatever a scenario says of them first."""

from dataclasses import replace

from porspec.reference.admin_center import AdminCenter
from porspec.reference.organization import Partner, PartnerId


def known(admin: AdminCenter, name: str) -> PartnerId:
    """The ID of a partner; who isn't in the directory yet comes into it, with an ID that is made up."""
    directory = admin.organization.directory
    if found := [each.id for each in directory if each.name == name]:
        return found[0]
    made_up = PartnerId(f"{7000000 + len(directory)}")
    admin.organization = replace(admin.organization, directory=(*directory, Partner(made_up, name)))
    return made_up
