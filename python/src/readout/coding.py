"""Articles → Records, by one program that is started once and kept."""

import atexit
import json
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from .articles import Asked, ask_row, ask_text, columns_of, rows_of
from .errors import ProgramStopped, ReadoutError
from .records import Records
from .tables import Gathered, failed, tables_of
from .worker import Engine, Options, Worker, options_of

Path = str | os.PathLike[str]
#: How an answer begins that tells what was passed over in an article, before its record.
NOTED = '{"note":'
#: Exit statuses by which the program says that nothing can be coded at all.
FATAL = (1, 2)


class Coder:
    """A program that stays until `close`, or until the block ends: `with readout.Coder(date="2025-08-16") as coder: coder.code(texts)`."""

    def __init__(self, *, program: Path | None = None, date: str | None = None, actors: Path | Sequence[Path] = (), threads: int | None = None) -> None:
        """`program`: path, where it is not found by itself. `date`: the day, YYYY-MM-DD, that "yesterday" is told from in articles without a date.
        `actors`: dictionaries of your own. `threads`: left out, one a core.

        Raises ReadoutError where the program cannot be started.
        """
        self._options = options_of(program, date, actors, threads)
        self._lock = threading.Lock()
        self._worker = Worker(self._options)

    @property
    def engine(self) -> Engine:
        """Version of the program, and of its model."""
        return self._worker.engine

    def code(self, articles: Any, *, text: str | None = None, id: str | None = None, published: str | None = None) -> Records:
        """As `readout.code`."""
        return self.code_asked(asked_of(articles, text, id, published))

    def code_asked(self, source: Iterator[Asked]) -> Records:
        """Articles that have been looked at already."""
        gathered = Gathered()
        with self._lock:
            for row, (asked, answer) in enumerate(paired(source, self._steadily)):
                gathered.add(read_answer(row, asked, answer))
        return Records(gathered.take())

    def _steadily(self, requests: Iterator[bytes]) -> Iterator[bytes]:
        """An answer for each, even where the program breaks on one: it is started again, and what it took with it is asked one by one."""
        while True:
            worker = self._ready()
            try:
                yield from worker.code(requests)
                return
            except ProgramStopped as stopped:
                if stopped.status in FATAL:
                    raise
                for request in worker.unanswered:
                    yield self._alone(request)

    def _alone(self, request: bytes) -> bytes:
        try:
            return next(self._ready().code(iter([request])))
        except ProgramStopped as stopped:
            if stopped.status in FATAL:
                raise
            return json.dumps({"id": json.loads(request).get("id"), "error": f"made the program stop: {stopped}"}).encode()

    def _ready(self) -> Worker:
        if not self._worker.alive:
            self._worker.close()
            self._worker = Worker(self._options)
        return self._worker

    def close(self) -> None:
        """Ends the program."""
        self._worker.close()

    def __enter__(self) -> "Coder":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def paired(source: Iterable[Asked], ask: Callable[[Iterator[bytes]], Iterator[bytes]]) -> Iterator[tuple[Asked, bytes | None]]:
    """Each article with the program's answer, None where there was nothing to ask; in order. `ask` gives an answer for each request, in theirs."""
    waiting: deque[Asked] = deque()

    def requests() -> Iterator[bytes]:
        for asked in source:
            waiting.append(asked)
            if asked.request is not None:
                yield asked.request

    for answer in ask(requests()):
        while waiting[0].request is None:
            yield waiting.popleft(), None
        yield waiting.popleft(), answer
    for asked in waiting:
        yield asked, None


def asked_of(articles: Any, text: str | None = None, id: str | None = None, published: str | None = None) -> Iterator[Asked]:
    """Articles of any kind → what to ask for each, in order. An id stands once: what comes later with it is an error. Texts without one get their row's number, from 0."""
    names, rows = rows_of(articles)
    if names is None and (text, id, published) != (None, None, None):
        raise ReadoutError("text=, id=, published=: name columns, and texts have none: give a frame or dictionaries")
    columns = columns_of(names, text, id, published) if names else None
    return _asked(names, rows, columns, lambda keys: columns_of(keys, text, id, published))


def _asked(names: Sequence[str] | None, rows: Iterator[Any], columns: Any, columns_for: Callable[[Sequence[str]], Any]) -> Iterator[Asked]:
    seen: dict[str, int] = {}
    row = -1
    for given in rows:
        row += 1
        number = str(row)

        def default_id(_: str, number: str = number) -> str:
            return number

        if names is None:
            asked = ask_text(given, default_id)
        elif not hasattr(given, "keys"):
            asked = Asked(None, None, f"is no dictionary ({type(given).__name__}): give one with a text")
        else:
            # Dictionaries may each have keys of their own.
            try:
                asked = ask_row(given, columns if columns is not None else columns_for(list(given)), default_id)
            except ReadoutError as error:
                asked = Asked(None, None, str(error))
        if asked.article is not None and asked.request is not None:
            earlier = seen.setdefault(asked.article, row)
            if earlier != row:
                asked = Asked(asked.article, None, f"has the id of row {earlier}: give each article an id of its own")
        yield asked


def read_answer(row: int | None, asked: Asked, answer: bytes | None) -> dict[str, Any]:
    """The rows that an article gives."""
    if answer is None:
        return failed(row, asked.article, asked.error or "was not read")
    text = answer.decode("utf-8")
    note = None
    if text.startswith(NOTED):
        # The record behind the note is kept to the byte.
        note, end = json.JSONDecoder().raw_decode(text, len(NOTED))
        text = text[end + len(',"record":') : -1]
    said = json.loads(text)
    if "schema" in said:
        return tables_of(said, text, row, note)
    return failed(row, asked.article if asked.article is not None else said.get("id"), said.get("error") or said.get("skipped") or "was not read")


_kept: dict[tuple[int, Options], Coder] = {}
_keeping = threading.Lock()


def code(
    articles: Any,
    *,
    text: str | None = None,
    id: str | None = None,
    published: str | None = None,
    date: str | None = None,
    actors: Path | Sequence[Path] = (),
    threads: int | None = None,
    program: Path | None = None,
) -> Records:
    """Codes articles: texts, dictionaries, or a frame (pandas, polars, pyarrow).

    Of a frame, `text`, `id` and `published` name the columns; left out, they are found as `readout FILE.csv` finds them (text, body, content, article or html; id; published or
    date), and title, url, publisher or outlet, and language are taken where they are there. Other columns come back in the record under `document.extra`.
    `date`, `actors`, `threads`, `program`: as `readout.Coder` has them.

    Returns Records; what is wrong with an article (empty, in another language, an id that stands twice) is the `error` of its row in `.articles`, and the others are coded; `note` there
    tells what was passed over in one that is coded (a date that is none).
    Raises ReadoutError where nothing can be coded: no program, no column with a text.
    """
    # Before a program is started: what is no list of articles, or has no text, is answered at once.
    asked = asked_of(articles, text, id, published)
    options = options_of(program, date, actors, threads)
    # A process that was forked must not speak with its parent's program.
    key = (os.getpid(), options)
    with _keeping:
        coder = _kept.get(key)
        if coder is None:
            coder = _kept[key] = Coder(program=program, date=date, actors=actors, threads=threads)
    return coder.code_asked(asked)


def close() -> None:
    """Ends the programs that `readout.code` has started; the next call starts one again."""
    with _keeping:
        for (process, _), coder in list(_kept.items()):
            if process == os.getpid():
                coder.close()
        _kept.clear()


atexit.register(close)
