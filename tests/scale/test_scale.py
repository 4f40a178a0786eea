"""The site at scale keeps what docs/running-at-scale.md promises."""

import os
import subprocess
import sys

import pytest

from tests.bench.home import ROOT
from tests.scale.needs import found, missing

DEMANDED = "scale" in os.environ.get("DEMAND", "").split(",")


@pytest.mark.skipif(bool(missing()) and not DEMANDED, reason=" ".join(missing()))
def test_it_keeps_what_is_promised():
    done = subprocess.run([sys.executable, "-m", "tests.scale"], cwd=ROOT, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout + done.stderr


def test_it_says_what_is_missing(monkeypatch):
    monkeypatch.setattr("tests.scale.needs.found", lambda name: None if name == "nginx" else found(name) or name)

    assert missing(["nginx"]) == ["nginx is missing. Install the package nginx (on Debian: apt-get install nginx)."]
