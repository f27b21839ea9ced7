"""Texts, or rows of a table → the program's requests, one each, or what is wrong with the row."""

import datetime
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import ReadoutError

#: Columns that hold the text, the first that is there; as `readout FILE.csv` takes them.
TEXT_COLUMNS = ("text", "body", "content", "article", "html")
_OTHERS = {
    "id": ("id",),
    "published": ("published", "date"),
    "title": ("title",),
    "url": ("url",),
    "publisher": ("publisher", "outlet"),
    "language": ("language",),
}


@dataclass(frozen=True)
class Columns:
    """Which column of a table holds what; `known` has a column's name for each key of a request."""

    text: str
    is_html: bool
    known: Mapping[str, str]


@dataclass(frozen=True)
class Asked:
    """One article: `request` is its JSON, or None where `error` says what is wrong: what to do. `article` is its id."""

    article: str | None
    request: bytes | None
    error: str | None = None


def columns_of(names: Sequence[str], text: str | None = None, id: str | None = None, published: str | None = None) -> Columns:
    """Finds the columns; capitals make no difference. Named ones must be there.

    Raises ReadoutError where there is no column with a text, or not the one that was named.
    """
    folded = {name.strip().lower(): name for name in reversed(names) if isinstance(name, str)}
    has = ", ".join(map(str, names[:20])) or "none"

    def named(option: str, name: str) -> str:
        found = name if name in names else folded.get(name.strip().lower())
        if found is None:
            raise ReadoutError(f"{option}={name!r}: there is no such column (it has {has}): name one of these")
        return found

    if text is None:
        where = next((folded[name] for name in TEXT_COLUMNS if name in folded), None)
        if where is None:
            raise ReadoutError(f"text: no column is named {', '.join(TEXT_COLUMNS)} (it has {has}): name the one with the text, as in text={(names or ['body'])[0]!r}")
    else:
        where = named("text", text)
    told = {"id": id, "published": published}
    known: dict[str, str] = {}
    for key, candidates in _OTHERS.items():
        chosen = told.get(key)
        column = named(key, chosen) if chosen is not None else next((folded[name] for name in candidates if name in folded), None)
        if column is not None and column != where:
            known[key] = column
    return Columns(where, where.strip().lower() == "html", known)


def ask_row(row: Mapping[str, Any], columns: Columns, default_id: Callable[[str], str]) -> Asked:
    """One row; `default_id` makes the id of a text that has none. Other columns come back in the record under document.extra."""
    told = {key: plain(row.get(column)) for key, column in columns.known.items()}
    id = told.pop("id", None)
    article = None if id is None or id == "" else _name(id)
    content = row.get(columns.text)
    value = plain(content)
    if value is None or (isinstance(value, str) and not value.strip()):
        return Asked(article, None, f"has nothing in column {columns.text}: fill it, or delete the row")
    if not isinstance(value, str) or isinstance(content, (bytes, bytearray)):
        return Asked(article, None, f"has a {columns.text} that is no string ({type(content).__name__}): give the text")
    article = article if article is not None else default_id(value)
    used = {columns.text, *columns.known.values()}
    extra = {str(name): plain(each) for name, each in row.items() if name not in used}
    return Asked(
        article,
        _json(
            {
                **{name: each for name, each in extra.items() if each is not None and each != "" and name not in _REQUEST_KEYS},
                "id": article,
                "html" if columns.is_html else "text": value,
                **{key: each if isinstance(each, str) else str(each) for key, each in told.items() if each is not None and each != ""},
            }
        ),
    )


def ask_text(text: object, default_id: Callable[[str], str], what: str = "give the text") -> Asked:
    """A text that stands by itself."""
    value = plain(text)
    if value is None or value == "" or (isinstance(value, str) and not value.strip()):
        return Asked(None, None, f"is empty: {what}")
    if not isinstance(value, str) or isinstance(text, (bytes, bytearray)):
        return Asked(None, None, f"is no string ({type(text).__name__}): {what}")
    id = default_id(value)
    return Asked(id, _json({"id": id, "text": value}))


#: What a request says of an article; another column of such a name would be taken for it.
_REQUEST_KEYS = {"id", "text", "html", "title", "url", "published", "publisher", "language", "warc"}


def plain(value: Any) -> Any:
    """A cell → what JSON has: None for what is missing (NaN, NaT, NA), dates as ISO 8601, a day without a time where it is midnight."""
    if value is None or isinstance(value, (str, bool, int)):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, datetime.datetime):
        # pandas.NaT is one, and is not equal to itself.
        if value != value:
            return None
        naive = value.tzinfo is None and (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
        return value.date().isoformat() if naive else value.isoformat(timespec="seconds")
    if isinstance(value, (datetime.date, datetime.time)):
        return value.isoformat()
    if isinstance(value, (bytes, bytearray)):
        return value.decode("utf-8", "replace")
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(each) for each in value]
    if type(value).__name__ in ("NAType", "NaTType"):
        return None
    # Numbers and arrays of numpy.
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    return str(value)


def _name(id: Any) -> str:
    # pandas makes 7.0 of 7 where another row has no id.
    return str(int(id)) if isinstance(id, float) and id.is_integer() else id if isinstance(id, str) else str(id)


def _json(value: Mapping[str, Any]) -> bytes:
    # Half of a pair of surrogates is no UTF-8: escaped, as ASCII is anyway.
    try:
        return json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(value).encode("ascii")


def rows_of(articles: Any) -> tuple[Sequence[str] | None, Iterator[Any]]:
    """A frame (pandas, polars, pyarrow), dictionaries or texts → the names of its columns (None for texts), and its rows or texts.

    Raises ReadoutError for what is none of these.
    """
    if isinstance(articles, (str, bytes)):
        raise ReadoutError("articles: is one string: give a list of texts, as in [text]")
    if hasattr(articles, "to_arrow") and not hasattr(articles, "to_pylist"):
        articles = articles.to_arrow()
    if hasattr(articles, "column_names") and hasattr(articles, "to_batches"):
        return list(articles.column_names), (row for batch in articles.to_batches(max_chunksize=256) for row in batch.to_pylist())
    if hasattr(articles, "columns") and hasattr(articles, "itertuples"):
        names = list(articles.columns)
        if len(set(names)) < len(names):
            twice = sorted({str(name) for name in names if names.count(name) > 1})
            raise ReadoutError(f"articles: has several columns named {', '.join(twice)}: rename them")
        return names, (dict(zip(names, row, strict=True)) for row in articles.itertuples(index=False, name=None))
    if isinstance(articles, Mapping):
        raise ReadoutError("articles: is one dictionary: give a list of them, or a frame")
    if not isinstance(articles, Iterable):
        raise ReadoutError(f"articles: is {type(articles).__name__}: give a list of texts, or a frame")
    return _rows_of_things(articles)


def _rows_of_things(articles: Iterable[Any]) -> tuple[Sequence[str] | None, Iterator[Any]]:
    source = iter(articles)
    begun: list[Any] = []
    # The first thing that is there tells what the others are.
    for each in source:
        begun.append(each)
        if plain(each) is not None:
            break

    def all_of_them() -> Iterator[Any]:
        yield from begun
        yield from source

    if not begun or not isinstance(begun[-1], Mapping):
        return None, all_of_them()
    return [], all_of_them()
