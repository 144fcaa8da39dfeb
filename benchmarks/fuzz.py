"""python -m benchmarks.fuzz [--count N] [--first N] [--seed N] [--replay FILE]: what porspec does with bad sources.

Each input goes through sync's plan, check, rendering and HTML, and of each thousand one through a build. What is found
is a crash (an exception that is no SpecError), a hang (more processor time than a second and what its size is worth),
or a change (what was accepted has lost a scenario, a step, a row or a translation). It is made small and kept in .fuzz.
"""

import argparse
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path
from types import FrameType

from .fuzz_inputs import Input, inputs
from .fuzz_project import ALONE, Changed, try_out

_KEPT = Path(".fuzz")
_BUILDS, _BATCH = 1000, 25
_SECONDS, _SECONDS_EACH = 1.0, 1 / 10_000  # of the processor: for an input, and for each of its bytes
_TRIALS = 150


class Hang(BaseException):
    """It took too long; no handler of exceptions may take it for a fault of a person's."""


@dataclass(frozen=True)
class Find:
    """What is wrong with what porspec does with an input; `kind` is crash, hang or change."""

    kind: str
    what: str
    input: Input

    @property
    def cause(self) -> tuple[str, str]:
        """What equal finds have in common."""
        return self.kind, self.what.rpartition("\n")[0] or self.what


def main(arguments: Sequence[str] | None = None) -> int:
    """Try inputs out, and print what is found; returns 1 where anything is."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.fuzz", description=__doc__)
    for option, default in (("--count", 20_000), ("--first", 0), ("--seed", 14)):
        parser.add_argument(option, type=int, default=default)
    parser.add_argument("--replay", type=Path, nargs="*", default=[], help="inputs that were kept, instead of new ones")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="porspec-fuzz-") as folder:
        root = Path(folder).resolve() / "project"
        if options.replay:
            given = (Input.loads(each.read_text("utf-8")) for each in options.replay)
            found, accepted, count = [each for one in given if (each := tried(root, [one])[0])], 0, len(options.replay)
        else:
            count = options.count
            found, accepted = fuzz(root, inputs(options.seed, count, options.first))
    kinds = Counter(each.kind for each in found)
    counts = ", ".join(
        f"{kinds[kind]} {word}"
        for kind, word in (("crash", "crashes"), ("hang", "hangs"), ("change", "changes of meaning"))
    )
    print(f"{count} inputs, of which {accepted} were accepted: {counts}")
    return int(bool(found))


def fuzz(root: Path, given: Iterator[Input]) -> tuple[list[Find], int]:
    """All finds with different causes, printed and kept as they come, and how many inputs were accepted."""
    found: dict[tuple[str, str], Find] = {}
    accepted = 0
    for group in _groups(given):
        find, count = tried(root, group)
        accepted += count
        if group[-1].number % _BUILDS < _BATCH and group[-1].kind == "page":
            print(f"from {group[0].number} on", file=sys.stderr, flush=True)
        for each in [one for one in group if tried(root, [one])[0]] if find else ():
            one, _ = tried(root, [each])
            if one and one.cause not in found:
                found[one.cause] = one = _smallest(root, one)
                _KEPT.mkdir(exist_ok=True)
                kept = _KEPT / f"{one.kind}-{each.number}.json"
                kept.write_text(one.input.dumps(), "utf-8")
                print(
                    f"{one.kind}: {one.what}\n    in a {each.kind}: {one.input.content[:300]!r}\n    kept in {kept}",
                    flush=True,
                )
        if find and not any(find.cause == each for each in found):
            found[find.cause] = find
            print(f"{find.kind}, by several inputs together: {find.what}", flush=True)
    return list(found.values()), accepted


def _groups(given: Iterator[Input]) -> Iterator[list[Input]]:
    """Inputs that a project can have beside each other: those that stop it all are alone."""
    for _, batch in groupby(given, key=lambda each: each.number // _BATCH):
        parts: dict[str, list[Input]] = {}
        for each in batch:
            alone = f"{each.kind} {each.number}" if each.kind in ALONE else each.kind
            parts.setdefault(alone, []).append(each)
        yield from parts.values()


def tried(root: Path, group: Sequence[Input]) -> tuple[Find | None, int]:
    """What is found with these inputs, and how many are accepted."""
    limit = _SECONDS * len(group) + sum(len(each.content) for each in group) * _SECONDS_EACH
    builds = any(each.number % _BUILDS == 0 for each in group)

    def hang(_: int, frame: FrameType | None) -> None:
        raise Hang("".join(traceback.format_stack(frame)[-1:]).strip())

    signal.signal(signal.SIGVTALRM, hang)
    signal.setitimer(signal.ITIMER_VIRTUAL, limit + 20 * builds, 1)
    try:
        return None, try_out(root, group, builds=builds)
    except Changed as error:
        return Find("change", str(error), group[0]), 0
    except (KeyboardInterrupt, GeneratorExit):
        raise
    except Hang as error:
        return Find("hang", str(error), group[0]), 0
    except BaseException as error:  # noqa: BLE001 - SystemExit would be one, too
        frames = traceback.extract_tb(error.__traceback__)
        own = next((each for each in reversed(frames) if "porspec" in each.filename), frames[-1])
        where = f"{Path(own.filename).name}:{own.name}"
        return Find("crash", f"{type(error).__name__} at {where}\n{str(error)[:200]}", group[0]), 0
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _smallest(root: Path, find: Find) -> Find:
    """A part of the input, with which the same is found."""
    size, trials = max(len(find.input.content) // 2, 1), 0
    while trials < _TRIALS:
        content, start = find.input.content, 0
        while start < len(find.input.content) and trials < _TRIALS:
            content = find.input.content[:start] + find.input.content[start + size :]
            smaller, _ = tried(root, [replace(find.input, content=content)])
            trials += 1
            if smaller and smaller.cause[0] == find.kind and (find.kind == "hang" or smaller.cause == find.cause):
                find = smaller
            else:
                start += size
        if size == 1:
            break
        size //= 2
    return find


if __name__ == "__main__":
    sys.exit(main())
