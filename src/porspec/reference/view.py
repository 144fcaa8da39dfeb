"""Where an admin is, and what is shown there: a control of a page, and what nobody can act on."""

from dataclasses import dataclass

from .clouds import Path

HOME: Path = ("page.home",)


class NotOffered(LookupError):
    """This cloud, page or state does not have the page or control that somebody acted on."""


@dataclass(frozen=True, slots=True)
class Control:
    """A control as the admin center shows it, `under` a heading where it has one.

    `id` is a label's, or the name of a listed subscription, product or partner. `value` is a box's text, or "on".
    """

    id: str
    enabled: bool = True
    value: str | None = None
    under: str | None = None


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
