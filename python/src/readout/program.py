"""Where the program is → the command that starts it."""

import json
import os
import shutil
import subprocess
from pathlib import Path

from .errors import ReadoutError


def find_program(program: str | os.PathLike[str] | None = None) -> list[str]:
    """Finds the program: the one given, the one that `READOUT` names, `readout` on the PATH, the npm package in a `node_modules` above,
    a checkout that one works in or that this package lies in, the npm package installed with -g.

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
    # The package may be read from a checkout's python/src, or be installed in an environment within the checkout, as docs/python.md has it.
    here = Path(__file__).resolve()
    for folder in (Path.cwd(), *Path.cwd().parents, *here.parents):
        found = _in(folder / "node_modules" / "readout") or (_in(folder) if _is_checkout(folder) else None)
        if found:
            return _command(found)
    for folder in _global_packages():
        found = _in(folder / "readout")
        if found:
            return _command(found)
    raise ReadoutError(
        "readout: the program is not found, neither by READOUT, nor on the PATH, nor as an npm package, nor in a checkout around: "
        "in a checkout of Readout run npm start once, then set READOUT to the checkout's path (export READOUT=/path/to/readout); "
        "or install the package that npm pack makes there (npm install -g ./readout-*.tgz); both need Node 20"
    )


def _is_checkout(folder: Path) -> bool:
    """The program's own folder; one that is not built yet says what to do itself."""
    try:
        told = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(told, dict) and told.get("name") == "readout"


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
