"""Where the program is → the command that starts it."""

import os
import shutil
import subprocess
from pathlib import Path

from .errors import ReadoutError


def find_program(program: str | os.PathLike[str] | None = None) -> list[str]:
    """Finds the program: the one given, the one that `READOUT` names, `readout` on the PATH, the npm package, the checkout that this package is part of.

    `program` and `READOUT` name the program's file or the folder that it is in (a checkout, an installed npm package).

    Returns the words of the command, without arguments.
    Raises ReadoutError where there is none; it names what was tried.
    """
    for told, given in (("program", program), ("READOUT", os.environ.get("READOUT"))):
        if given:
            found = _in(Path(given))
            if found is None:
                raise ReadoutError(f"{told}: {given} holds no readout: give the path of the program (…/bin/readout), or of the folder with bin/readout in it")
            return _command(found)
    on_path = shutil.which("readout")
    if on_path:
        return _command(Path(on_path))
    for folder in (Path.cwd(), *Path.cwd().parents):
        found = _in(folder / "node_modules" / "readout")
        if found:
            return _command(found)
    checkout = _in(Path(__file__).resolve().parents[3])
    if checkout:
        return _command(checkout)
    for folder in _global_packages():
        found = _in(folder / "readout")
        if found:
            return _command(found)
    raise ReadoutError(
        "readout: the program is not found, neither by READOUT, nor on the PATH, nor as an npm package: "
        "install it (npm install -g readout), or set READOUT to its path (…/bin/readout); it needs Node 20"
    )


def _in(path: Path) -> Path | None:
    if path.is_file():
        return path
    inner = path / "bin" / "readout"
    return inner if inner.is_file() else None


def _command(path: Path) -> list[str]:
    # A link of npm's is followed, so that the program finds its own files; Windows has no first lines that name a runtime.
    resolved = path.resolve()
    if os.name != "nt" and os.access(resolved, os.X_OK):
        return [str(resolved)]
    if path.suffix.lower() in (".cmd", ".exe", ".bat"):
        return [str(path)]
    node = shutil.which("node")
    if node is None:
        raise ReadoutError(f"{path}: needs Node 20, and there is no node on the PATH: install Node 20 or newer")
    return [node, str(resolved)]


def _global_packages() -> list[Path]:
    npm = shutil.which("npm")
    if npm is None:
        return []
    try:
        asked = subprocess.run([npm, "root", "-g"], capture_output=True, text=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return [Path(asked.stdout.strip())] if asked.stdout.strip() else []
