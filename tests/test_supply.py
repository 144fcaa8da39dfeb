"""What porspec is made with: locked with hashes, without any address, all that is asked for, under known licences."""

import re
import tomllib
from importlib.metadata import Distribution, PathDistribution
from pathlib import Path

import pytest

from tests.conftest import REPOSITORY
from tests.licences import licence, locked, main, may_be_used

LOCK = (REPOSITORY / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((REPOSITORY / "pyproject.toml").read_text("utf-8"))


def test_lock_files_hold_no_address() -> None:
    for path in REPOSITORY.glob("*.lock"):
        assert not re.search(r"://|^-|index|localhost|127\.0\.0\.1", path.read_text("utf-8"), re.MULTILINE)


def test_each_distribution_is_pinned_to_one_version_and_to_its_files() -> None:
    entries = re.split(r"\n(?! )", LOCK.strip("\n"))
    hashed = r"[\w.-]+==[^\s;]+( ; [^\\\n]+)?( \\\n    --hash=sha256:[0-9a-f]{64})+"
    assert [entry for entry in entries if not re.fullmatch(hashed, entry)] == []
    assert len(entries) == len(locked())


def test_what_pyproject_toml_asks_for_is_locked() -> None:
    asked = [*PROJECT["project"]["dependencies"], *PROJECT["dependency-groups"]["dev"]]
    asked += PROJECT["build-system"]["requires"]
    names = {re.split(r"[<>=~!\[; ]", each)[0].lower() for each in asked}
    assert names - {name.lower() for name in locked()} == set()


def test_everything_is_installed_from_what_is_locked_and_nothing_is_built() -> None:
    recipe = (REPOSITORY / "Makefile").read_text("utf-8").partition("$(READY): pyproject.toml")[2]
    first, second = re.findall(r"pip install --quiet (.*)", recipe)
    assert first == "--no-deps --only-binary :all: --require-hashes --requirement requirements.lock"
    assert second == "--no-deps --no-build-isolation --editable ."


def test_each_licence_may_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main() == 0
    out, err = capsys.readouterr()
    assert {"pytest-bdd": "MIT", "certifi": "Mozilla Public License 2.0 (MPL 2.0)"}.items() <= {
        tuple(re.split(r"\s{2,}", line)) for line in out.splitlines()
    }
    assert err == ""


@pytest.mark.parametrize(
    ("expression", "may"),
    [
        ("MIT", True),
        ("MIT License", True),
        ("Apache-2.0 AND MIT", True),
        ("GPL-3.0-only OR MIT", True),
        ("GPL-3.0-only AND MIT", False),
        ("GNU Affero General Public License v3", False),
        ("MIT AND LicenseRef-Proprietary", False),
        ("unknown", False),
        ("", False),
    ],
)
def test_a_licence_that_nobody_decided_on_may_not_be_used(expression: str, may: bool) -> None:
    assert may_be_used(expression) is may


def distribution_of(folder: Path, fields: str) -> Distribution:
    info = folder / "thing-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text(f"Metadata-Version: 2.4\nName: thing\nVersion: 1\n{fields}\n", "utf-8")
    return PathDistribution(info)


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ("License-Expression: MIT\nLicense: Other", "MIT"),
        (
            "Classifier: License :: OSI Approved :: MIT License\nClassifier: License :: OSI Approved :: BSD License",
            "MIT License AND BSD License",
        ),
        ("License: BSD\n  and a long text", "BSD"),
        ("Summary: of nothing", "unknown"),
    ],
)
def test_a_licence_is_read_from_where_it_stands(tmp_path: Path, fields: str, expected: str) -> None:
    assert licence(distribution_of(tmp_path, fields)) == expected


def test_an_audit_is_scheduled() -> None:
    workflow = (REPOSITORY / ".github" / "workflows" / "audit.yml").read_text("utf-8")
    assert "schedule:\n    - cron:" in workflow
    assert "- run: make audit\n" in workflow
