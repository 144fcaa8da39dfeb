"""What the pytest plugins share: the keys of what they keep on pytest's objects."""

from __future__ import annotations

import pytest

from ..sources.problems import SpecError
from ..spec.failures import Run
from ..spec.spec import Spec

LOADED = pytest.StashKey[Spec | SpecError]()
RUN = pytest.StashKey[Run]()
