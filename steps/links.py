"""Where the pages of the admin center are: Microsoft's forward links, per cloud (FACTS section 3)."""

_FORWARD = "https://go.microsoft.com/fwlink/p/?linkid="

LINKS = {
    ("o365-worldwide", "page.products_services"): f"{_FORWARD}842054",
    ("o365-germany", "page.subscriptions"): f"{_FORWARD}847745",
    ("o365-21vianet", "page.subscriptions"): f"{_FORWARD}850626",
}


def link(moniker: str, path: tuple[str, ...]) -> str | None:
    """The address of a page in a cloud, or None where the source has none."""
    return LINKS.get((moniker, path[-1]))
