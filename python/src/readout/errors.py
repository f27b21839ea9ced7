"""What goes wrong as a whole, in words that say what to do. What is wrong with one article is a row, never an exception."""


class ReadoutError(Exception):
    """Nothing can be coded, or not as it was asked for: "what: what is wrong: what to do"."""


class ProgramStopped(ReadoutError):
    """The program ended before it had answered; `status` is its exit status, below 0 the signal that ended it."""

    def __init__(self, message: str, status: int | None) -> None:
        super().__init__(message)
        self.status = status

    def __reduce__(self) -> tuple[type["ProgramStopped"], tuple[str, int | None]]:
        # Spark sends exceptions from process to process.
        return ProgramStopped, (str(self.args[0]), self.status)
