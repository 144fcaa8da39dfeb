"""porspec as others have it: its wheel, in an environment of its own, with the same dependencies as here."""

import os
import subprocess
import sys
import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path

from tests.conftest import REPOSITORY


@dataclass(frozen=True)
class Environment:
    """A folder with an environment, and beside it the wheel that was installed."""

    folder: Path

    @property
    def wheel(self) -> Path:
        [found] = self.folder.glob("porspec-*.whl")
        return found

    def run(self, *command: str, root: Path, status: int = 0) -> "subprocess.CompletedProcess[str]":
        """Run a module of the environment in a project's folder, where nothing leads to this source tree."""
        of_ours = ("PYTHONPATH", "PYTEST_ADDOPTS", "PYTEST_CURRENT_TEST", "PYTEST_XDIST_WORKER", "VIRTUAL_ENV")
        inherited = {key: value for key, value in os.environ.items() if key not in of_ours}
        python = [str(self.folder / "bin" / "python"), "-m", *command]
        done = subprocess.run(python, cwd=root, env=inherited, capture_output=True, text=True, check=False)
        assert done.returncode == status, done.stdout + done.stderr
        return done


def environment(folder: Path) -> None:
    """Build the wheel, and install it into a new environment in this folder."""
    venv.create(folder, symlinks=True)
    build = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(build, cwd=REPOSITORY, check=True, capture_output=True)
    python, wheel = folder / "bin" / "python", next(folder.glob("porspec-*.whl"))
    install = [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", "--no-index", str(wheel)]
    subprocess.run(install, check=True, capture_output=True)
    # What porspec needs is there already: behind its own folder, and without this source tree, which a .pth names.
    own = sysconfig.get_path("purelib", "venv", {"base": str(folder)})
    (Path(own) / "dependencies.pth").write_text(f"{sysconfig.get_path('purelib')}\n", "utf-8")
