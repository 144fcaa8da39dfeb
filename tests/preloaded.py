"""What a process for pytest has imported before it is forked: pytest, and the plugins that are installed."""

import contextlib
import io
import tempfile

import pytest

with tempfile.TemporaryDirectory() as empty, contextlib.redirect_stdout(io.StringIO()):
    # Plugins are imported by pytest itself, which rewrites their asserts, as in any process of pytest's.
    pytest.main(["--rootdir", empty, "-p", "no:cacheprovider", empty])
