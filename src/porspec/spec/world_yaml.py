"""A world as lines of YAML; a module of its own, since only a failure needs it and YAML takes long to load."""

from __future__ import annotations

from typing import Any

import yaml


def as_yaml(snapshot: Any) -> str:
    """Plain data as YAML, in the order that it has."""
    return str(yaml.dump(snapshot, Dumper=_Dumper, default_flow_style=None, allow_unicode=True, sort_keys=False))


class _Dumper(yaml.SafeDumper):
    """Writes what YAML does not know as Python shows it, and no anchors."""

    def ignore_aliases(self, data: Any) -> bool:
        del data
        return True


_Dumper.add_multi_representer(object, lambda dumper, value: dumper.represent_str(repr(value)))
