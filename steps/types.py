"""The types of step arguments: labels by their kinds; names and IDs stand as written."""

from typing import Annotated

from porspec.steps import LabelType

PagePath = Annotated[tuple[str, ...], LabelType("nav", "page", path=True)]
Button = Annotated[str, LabelType("button")]
Tab = Annotated[str, LabelType("tab")]
Menu = Annotated[str, LabelType("menu")]
Field = Annotated[str, LabelType("field")]
Action = Annotated[str, LabelType("action")]
Choice = Annotated[str, LabelType("choice")]
Section = Annotated[str, LabelType("section")]
Message = Annotated[str, LabelType("message")]
Control = Annotated[str, LabelType("tab", "menu", "action", "button", "choice", "option", "site")]
Anything = Annotated[
    str, LabelType("page", "tab", "menu", "field", "action", "button", "choice", "option", "expander", "toggle", "site")
]
Page = Annotated[str, LabelType("page")]
Site = Annotated[str, LabelType("site")]
Term = Annotated[str, LabelType("term")]
Switch = Annotated[str, LabelType("toggle", "choice")]
Expander = Annotated[str, LabelType("expander")]
Option = Annotated[str, LabelType("option")]
Relationship = Annotated[str, LabelType("relationship")]
Service = Annotated[str, LabelType("service")]
Country = Annotated[str, LabelType("country")]
