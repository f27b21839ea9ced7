"""The shelf that `readout add` fills → its views, as tables and by SQL. Reads only."""

import os
from pathlib import Path
from typing import Any

from .errors import ReadoutError
from .records import Frames, Tables, to_pandas


class Shelf(Tables):
    """A shelf, open until `close` or the end of the block. Its views are attributes, read when they are asked for: `shelf.events`, `shelf.frames.dyads_monthly` (docs/shelf.md has all)."""

    def __init__(self, path: str | os.PathLike[str]) -> None:
        """Raises ReadoutError where there is no shelf, or where it is being written."""
        try:
            import duckdb
        except ImportError as error:
            raise ReadoutError("duckdb: is not installed: pip install duckdb") from error
        if not Path(path).is_file():
            raise ReadoutError(f"{path}: is not there: give the file that readout add --db made, by default readout.duckdb")
        try:
            self._connection = duckdb.connect(str(path), read_only=True)
            self._names = [name for (name,) in self._connection.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal AND schema_name = 'main' ORDER BY 1").fetchall()]
        except duckdb.Error as error:
            why = str(error).splitlines()[0]
            busy = "lock" in why.lower()
            raise ReadoutError(f"{path}: cannot be opened ({why}): {'wait until the other program has ended' if busy else 'check that readout add made it, and update duckdb'}") from error
        if "events" not in self._names:
            self._connection.close()
            raise ReadoutError(f"{path}: is no shelf: give the file that readout add --db made")
        super().__init__({})

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name == "tables":
            raise AttributeError(name)
        if name not in self._names:
            raise AttributeError(f"there is no view {name}: there are {', '.join(self._names)}")
        return self.sql(f'FROM "{name}"')

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._names]

    def sql(self, query: str) -> Any:
        """An answer as an Arrow table. Raises duckdb.Error where the query is wrong."""
        return self._connection.sql(query).to_arrow_table()

    def frame(self, query: str) -> Any:
        """An answer as a pandas frame."""
        return to_pandas(self.sql(query))

    @property
    def frames(self) -> Frames:
        """The views as pandas frames: `shelf.frames.events`."""
        return Frames(self)

    def close(self) -> None:
        self._connection.close()

    def __enter__(self) -> "Shelf":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def shelf(path: str | os.PathLike[str] = "readout.duckdb") -> Shelf:
    """Opens the shelf at `path` for reading."""
    return Shelf(path)
