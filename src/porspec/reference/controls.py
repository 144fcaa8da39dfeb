"""A control of a page, and what nobody can act on."""

from dataclasses import dataclass


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
