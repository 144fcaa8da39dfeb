"""What a project that is loaded again and again need not read, import or bind again: all that no edit concerns.

One object is for one project and one process. A text is as it was where its file has the same size, number and times; a
feature is bound as it was where its text is, and all that the texts of its language are bound by.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..sources.config import Config
from ..sources.problems import Problem
from .bindings import BoundFeature
from .step_catalogue import StepCatalogue

if TYPE_CHECKING:
    from .definitions import Definition, Label
    from .worlds import World

    Steps = tuple[list[Definition], Sequence[Label], World]

_Stamp = tuple[int, ...]


class Known:
    """Empty at first: whoever loads once keeps nothing."""

    def __init__(self) -> None:
        self._texts: dict[str, tuple[_Stamp, str]] = {}
        self._steps: tuple[object, Steps] | None = None
        self._bound_by: dict[str, object] = {}
        self._features: dict[tuple[str, str], tuple[str, BoundFeature]] = {}
        self._alike: dict[tuple[str, str], tuple[BoundFeature, BoundFeature]] = {}

    def steps(self, config: Config, problems: list[Problem], load: Callable[..., "Steps"]) -> "Steps":
        """The steps package as `load` imports it; again where a file of it changed or something is wrong with it."""
        folder = config.root / config.steps
        files = {path: _stamp(path) for path in sorted(folder.rglob("*.py"))}
        asked = (config, files)
        if self._steps is None or self._steps[0] != asked:
            self._steps, known = None, len(problems)
            found = load(config, problems)
            if len(problems) > known:
                return found
            self._steps = (asked, found)
        return self._steps[1]

    def begin(self, config: Config, catalogue: StepCatalogue, codes: Sequence[str]) -> None:
        """Forget the features of each language whose texts are bound in another way than before."""
        for code in codes:
            bound_by = (config, catalogue.words(code))
            if self._bound_by.get(code) != bound_by:
                self._bound_by[code] = bound_by
                self._features = {key: each for key, each in self._features.items() if key[1] != code}

    def text(self, config: Config, stem: str, code: str) -> str:
        """The text of a feature; raises SpecError."""
        path = config.feature_path(code, stem)
        try:
            stamp = _stamp(config.root / path)
        except OSError:
            return config.feature_text(code, stem)
        if self._texts.get(path, ((),))[0] != stamp:
            self._texts[path] = (stamp, config.feature_text(code, stem))
        return self._texts[path][1]

    def feature(self, text: str, stem: str, code: str) -> BoundFeature | None:
        known = self._features.get((stem, code))
        return known[1] if known and known[0] == text else None

    def keep(self, bound: BoundFeature, text: str) -> None:
        """Keep a feature with which nothing is wrong."""
        self._features[bound.source.stem, bound.source.language] = (text, bound)

    def are_alike(self, source: BoundFeature, other: BoundFeature) -> bool:
        """Whether two languages of a feature are known to be the same program."""
        one, two = self._alike.get((other.source.stem, other.source.language), (None, None))
        return one is source and two is other

    def keep_alike(self, source: BoundFeature, other: BoundFeature) -> None:
        self._alike[other.source.stem, other.source.language] = (source, other)


def _stamp(path: Path) -> _Stamp:
    found = path.stat()
    return found.st_size, found.st_ino, found.st_mtime_ns, found.st_ctime_ns
