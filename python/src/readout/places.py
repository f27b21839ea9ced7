"""Places in a text, counted in UTF-16 code units as the record counts them → the words there."""

import re

# JavaScript's blanks, which are not quite Python's.
BLANK = "[\\t\\n\\v\\f\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]"
_BLANKS = re.compile(f"{BLANK}+")
_ENDS = re.compile(f"^{BLANK}+|{BLANK}+$")


def tidy(text: str) -> str:
    """Blanks made one."""
    return _BLANKS.sub(" ", text).strip(" ")


def trim(text: str) -> str:
    """Without the blanks at its ends."""
    return _ENDS.sub("", text)


class Text:
    """A text to cut by places of a record. Letters beyond the Basic Multilingual Plane count two, as in JavaScript, Java and SQL Server."""

    def __init__(self, text: str) -> None:
        self._text = text
        # Python counts the same where there are none of those.
        self._units = text.encode("utf-16-le", "surrogatepass") if any(letter > "\uffff" for letter in text) else None

    def cut(self, start: int, end: int) -> str:
        """The words at [start, end)."""
        if self._units is None:
            return self._text[start:end]
        return self._units[2 * start : 2 * end].decode("utf-16-le", "replace")

    def __len__(self) -> int:
        return len(self._text) if self._units is None else len(self._units) // 2


def cut(text: str, start: int, end: int) -> str:
    """The words of `text` at [start, end), places in UTF-16 code units as every `start` and `end` of a record has them."""
    return Text(text).cut(start, end)
