"""Where the pages of the admin center are: Microsoft's forward links, per cloud (FACTS section 3)."""

_FORWARD = "https://go.microsoft.com/fwlink/p/?linkid="

# The same in every cloud on the source page (defect 56).
EVERYWHERE = {"page.partner_relationships": f"{_FORWARD}2074649"}

LINKS = {
    ("o365-worldwide", "site.pinpoint"): "https://pinpoint.microsoft.com",
    ("o365-germany", "site.pinpoint"): "https://pinpoint.microsoft.com",
    ("o365-germany", "term.admin_center"): f"{_FORWARD}848041",
    ("o365-worldwide", "page.products_services"): f"{_FORWARD}842054",
    ("o365-germany", "page.subscriptions"): f"{_FORWARD}847745",
    ("o365-worldwide", "page.purchase_services"): f"{_FORWARD}868433",
    ("o365-21vianet", "page.subscriptions"): f"{_FORWARD}850626",
}


def link(moniker: str, path: tuple[str, ...]) -> str | None:
    """The address of a page in a cloud, or None where the source has none."""
    return LINKS.get((moniker, path[-1])) or EVERYWHERE.get(path[-1])
