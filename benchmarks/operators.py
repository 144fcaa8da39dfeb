"""Mutants of kinds that cosmic-ray does not make: edits of the reference's syntax trees, and of the world's making.

Each is one wrong reference whole: it reads like one that somebody could have written.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import permutations
from pathlib import Path

REFERENCE = Path("src") / "porspec" / "reference"
ADMIN_CENTER, ORGANIZATION, CLOUDS = (REFERENCE / f"{name}.py" for name in ("admin_center", "organization", "clouds"))
WORLD = Path("steps/world.py")
# What leads to a form goes with the form: without it nobody would come there, and the mutant would be none.
_DATA = (
    ("subscriptions",),
    ("forms", "tab", "purchase"),
    ("tab",),
    ("menu",),
    ("toggle",),
    ("offers",),
    ("pinpoint",),
    ("purchase",),
)
_SHARED = """

from dataclasses import replace

_made = new_world
_last: dict[str, AdminCenter] = {{}}


def new_world(moniker: str) -> AdminCenter:
    fresh = _made(moniker)
    last = _last.setdefault(moniker, fresh)
    {share}
    _last[moniker] = fresh
    return fresh
"""

Change = Callable[[ast.AST], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file with one change: `operator` is its kind, `diff` a unified diff without context."""

    operator: str
    path: Path
    source: str
    diff: str


def mutants(root: Path) -> Iterator[Mutant]:
    """Every mutant of these kinds; raises SyntaxError where a file of the reference does not parse."""
    yield from _of("another cloud's datum", root, CLOUDS, _exchanged)
    for path in (ADMIN_CENTER, ORGANIZATION):
        yield from _of("stops after the first", root, path, lambda tree: _each(tree, _first_only))
        yield from _of("filter left out", root, path, lambda tree: _each(tree, _filter_left_out))
    yield from _of("field not reset", root, ADMIN_CENTER, _not_reset)
    yield from _shared(root)


def _of(
    operator: str, root: Path, path: Path, change: Callable[[ast.Module], Iterator[ast.Module]]
) -> Iterator[Mutant]:
    tree = ast.parse((root / path).read_text("utf-8"))
    before = ast.unparse(tree)
    for changed in change(tree):
        after = ast.unparse(ast.fix_missing_locations(changed))
        if after != before:
            yield Mutant(operator, path, after, difference(before, after))


def difference(before: str, after: str) -> str:
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), n=0, lineterm=""))


def _each(tree: ast.Module, changes: Callable[[ast.AST], Iterator[Change]]) -> Iterator[ast.Module]:
    """The tree with one change of one node, for every node that has any."""
    for number, node in enumerate(ast.walk(_without_words(copy.deepcopy(tree)))):
        for change in changes(node):
            changed = copy.deepcopy(tree)
            change(list(ast.walk(changed))[number])
            yield changed


def _without_words(tree: ast.Module) -> ast.Module:
    """The tree with nothing to change in what is joined to words: they are for people who read an error."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "join":
            for part in ast.walk(node):
                if isinstance(part, ast.comprehension):
                    part.is_words = True  # type: ignore[attr-defined]
    return tree


# --- another cloud's datum -------------------------------------------------------------------------------------------


def _exchanged(tree: ast.Module) -> Iterator[ast.Module]:
    """Each datum of a cloud exchanged for another cloud's, and of a form for another form's."""
    for kind, groups in (("Cloud", _DATA), ("Form", (("field",), ("buttons",)))):
        fields = _fields(tree, kind)
        names = [name for name, _ in _values(tree, kind)]
        for own, other in permutations(names, 2):
            for group in groups:
                changed = copy.deepcopy(tree)
                values = dict(_values(changed, kind))
                if kind == "Form" and not _text(_taken(values[own], fields, group[0])).strip("()"):
                    continue  # a form without buttons is not asked for any
                for field in group:
                    _give(values[own], fields, field, _taken(values[other], fields, field))
                yield changed


def _values(tree: ast.Module, kind: str) -> Iterator[tuple[str, ast.Call]]:
    """The values of a class that have a name in the module."""
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Call) and ast.unparse(node.value.func) == kind:
            yield ast.unparse(node.targets[0]), node.value


def _fields(tree: ast.Module, kind: str) -> list[str]:
    (found,) = (node for node in tree.body if isinstance(node, ast.ClassDef) and node.name == kind)
    return [ast.unparse(each.target) for each in found.body if isinstance(each, ast.AnnAssign)]


def _taken(call: ast.Call, fields: list[str], field: str) -> ast.expr | None:
    """The argument of a call for a field; None where it has its default."""
    number = fields.index(field)
    return call.args[number] if number < len(call.args) else {each.arg: each.value for each in call.keywords}.get(field)


def _give(call: ast.Call, fields: list[str], field: str, value: ast.expr | None) -> None:
    number = fields.index(field)
    if number < len(call.args) and value is not None:
        call.args[number] = value
    elif _text(_taken(call, fields, field)) != _text(value):
        call.keywords = [each for each in call.keywords if each.arg != field]
        call.keywords += [ast.keyword(field, value)] if value is not None else []


def _text(value: ast.expr | None) -> str:
    return ast.unparse(value) if value is not None else ""


# --- every, and only this one ----------------------------------------------------------------------------------------


def _first_only(node: ast.AST) -> Iterator[Change]:
    """What goes over all of something goes over its first or its last."""
    if isinstance(node, ast.comprehension | ast.For) and not hasattr(node, "is_words"):
        for part in ("[:1]", "[-1:]"):
            yield lambda there, part=part: setattr(there, "iter", _cut(there.iter, part))  # type: ignore[misc]
    if isinstance(node, ast.Starred) and not isinstance(node.value, ast.GeneratorExp):
        for part in ("[:1]", "[-1:]"):
            yield lambda there, part=part: setattr(there, "value", _cut(there.value, part))  # type: ignore[misc]


def _cut(value: ast.expr, part: str) -> ast.expr:
    return ast.parse(f"list({ast.unparse(value)}){part}", mode="eval").body


def _filter_left_out(node: ast.AST) -> Iterator[Change]:
    """A condition that is not asked: of what is gone over, of which of them is changed, or beside another one."""
    if isinstance(node, ast.comprehension):
        for number in range(len(node.ifs)):
            yield lambda there, number=number: there.ifs.pop(number)  # type: ignore[misc]
    if isinstance(node, ast.GeneratorExp | ast.ListComp | ast.SetComp) and isinstance(node.elt, ast.IfExp):
        yield lambda there: setattr(there, "elt", there.elt.body)  # type: ignore[attr-defined]
    if isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
        for number in range(len(node.values)):
            yield lambda there, number=number: there.values.pop(number)  # type: ignore[misc]


# --- what stays ------------------------------------------------------------------------------------------------------


def _not_reset(tree: ast.Module) -> Iterator[ast.Module]:
    """A field of the view that stays wherever a new view begins, and what an action sets and this one does not."""
    fields = _fields(tree, "View")
    for field in fields:
        changed = copy.deepcopy(tree)
        for call in _views(changed):
            _stay(call, fields, field)
        yield changed
    yield from _each(tree, _set_no_more)


def _views(tree: ast.Module) -> list[ast.Call]:
    """The calls that begin a new view while somebody is at work."""
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    calls = (node for function in functions for node in ast.walk(function) if isinstance(node, ast.Call))
    return [call for call in calls if ast.unparse(call.func) == "View"]


def _stay(call: ast.Call, fields: list[str], field: str) -> None:
    """Let a new view have what the old one has, where it would have nothing."""
    old = ast.parse(f"self.view.{field}", mode="eval").body
    match _taken(call, fields, field):
        case None:
            call.keywords.append(ast.keyword(field, old))
        case ast.IfExp(orelse=ast.Constant(None)) as given:
            given.orelse = old
        case ast.Name() as given:
            _give(call, fields, field, ast.BoolOp(ast.Or(), [given, old]))


def _set_no_more(node: ast.AST) -> Iterator[Change]:
    """What a change of the view or of the organization sets, one thing the less; a change of nothing is no mutant."""
    if isinstance(node, ast.Call) and ast.unparse(node.func) in ("replace", "self._see", "partial"):
        for number in range(len(node.keywords)):
            yield lambda there, number=number: there.keywords.pop(number)  # type: ignore[misc]


# --- a world that is shared ------------------------------------------------------------------------------------------


def _shared(root: Path) -> Iterator[Mutant]:
    """A world that the next scenario gets again, whole or one thing of it."""
    own = _fields(ast.parse((root / ORGANIZATION).read_text("utf-8")), "Organization")
    shares = ["fresh = last", "fresh.view = last.view", "fresh.is_new = last.is_new"]
    shares += [f"fresh.organization = replace(fresh.organization, {field}=last.organization.{field})" for field in own]
    before = (root / WORLD).read_text("utf-8")
    for share in shares:
        after = before + _SHARED.format(share=share)
        yield Mutant("a world shared", WORLD, after, difference(before, after))
