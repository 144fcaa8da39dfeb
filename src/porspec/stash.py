"""What the pytest plugins share: the keys of what they keep on pytest's objects."""

from __future__ import annotations

import pytest

from .failures import Run
from .problems import SpecError
from .spec import Spec

LOADED = pytest.StashKey[Spec | SpecError]()
RUN = pytest.StashKey[Run]()
