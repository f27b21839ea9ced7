"""The wheel, built by the command that docs/python.md names, in a fresh environment: it is whole, typed, and codes a text. Fetches pyarrow, so only where READOUT_TEST_INSTALL is set."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from .conftest import PROGRAM, ROOT

CODE = """
import readout
records = readout.code([{"id": "a", "text": "Peru and Chile signed a treaty in Lima on Monday."}])
print(readout.__file__, records)
"""


@pytest.mark.skipif(not os.environ.get("READOUT_TEST_INSTALL"), reason="READOUT_TEST_INSTALL is not set: it fetches packages")
def test_the_wheel_in_a_fresh_environment(tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--wheel-dir", tmp_path, ROOT / "python"], check=True)
    (wheel,) = tmp_path.glob("readout-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert "readout/py.typed" in names and "readout/spark/command.py" in names and not [name for name in names if "test" in name]
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "fresh"], check=True)
    folder = tmp_path / "fresh" / ("Scripts" if os.name == "nt" else "bin")
    subprocess.run([folder / "python", "-m", "pip", "install", "-q", "--disable-pip-version-check", wheel], check=True)
    # Elsewhere, so that nothing of the checkout is on the path of modules.
    done = subprocess.run([folder / "python", "-c", CODE], cwd=tmp_path, env={**os.environ, "READOUT": str(PROGRAM)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith(str(tmp_path / "fresh")) and "<Records of 1 articles: 1 events" in done.stdout
    helped = subprocess.run([folder / "readout-spark", "--help"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert helped.returncode == 0 and "IN" in helped.stdout
    # Without PySpark it says what to do.
    without = subprocess.run([folder / "readout-spark", "in.jsonl", "out"], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert without.returncode == 1 and without.stderr.startswith("readout-spark: pyspark: is not installed: pip install")
