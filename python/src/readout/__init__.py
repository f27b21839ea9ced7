"""Articles in, tables of cited events out: `code` for what you have in hand, `shelf` for what `readout add` keeps, `readout.spark.code` for an archive."""

from .coding import Coder, close, code
from .errors import ProgramStopped, ReadoutError
from .places import cut
from .program import find_program
from .records import Records
from .shelf import Shelf, shelf
from .worker import Engine

__version__ = "0.1.0"
__all__ = ["Coder", "Engine", "ProgramStopped", "ReadoutError", "Records", "Shelf", "close", "code", "cut", "find_program", "shelf"]
