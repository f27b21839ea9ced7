"""One running program: articles in, answers out, in order. Speaks the frames of `readout worker -` (docs/cli.md)."""

import json
import os
import queue
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from .errors import ProgramStopped, ReadoutError
from .program import find_program

PROTOCOL = 2
#: Seconds for the program to start; a node that is busy takes long.
START_LIMIT = 180


@dataclass(frozen=True)
class Engine:
    """What codes: the program's version and the first 12 hexadecimal digits of its model's SHA-256. Both and the input give the same bytes."""

    version: str
    model: str


@dataclass(frozen=True)
class Options:
    """How articles are coded. `date` is YYYY-MM-DD; `actors` are paths of dictionaries; `threads` is None for one a core."""

    program: str | None = None
    date: str | None = None
    actors: tuple[str, ...] = ()
    threads: int | None = None

    def arguments(self) -> list[str]:
        """As the program takes them."""
        given = [("--date", self.date), *(("--actors", path) for path in self.actors), ("--threads", None if self.threads is None else str(self.threads))]
        return [word for name, value in given if value is not None for word in (name, value)]


class Worker:
    """A process that lives until `close`; the model is loaded once. Not for several threads at once."""

    def __init__(self, options: Options = Options()) -> None:
        """Raises ReadoutError where the program is not found, does not start, or speaks otherwise."""
        self._command = [*find_program(options.program), "worker", "-", *options.arguments()]
        self._window = 4 * max(1, options.threads if options.threads is not None else os.cpu_count() or 1)
        self._pending: deque[bytes] = deque()
        #: What the program last said on standard error.
        self._said: deque[str] = deque(maxlen=20)
        try:
            # A session of its own: Ctrl-C is for Python, which then closes the program's input.
            self._process = subprocess.Popen(
                self._command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
            )
        except OSError as error:
            raise ReadoutError(f"{self._command[0]}: cannot be started ({error.strerror}): check that it is a program, and that Node 20 is there") from error
        self._listener = threading.Thread(target=self._listen, daemon=True, name="readout-stderr")
        self._listener.start()
        self._outbox: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._writer = threading.Thread(target=self._write, daemon=True, name="readout-stdin")
        self._writer.start()
        self.engine = self._greeting()

    def code(self, requests: Iterable[bytes]) -> Iterator[bytes]:
        """JSON of articles → JSON of records or errors, one each, in order. No more than a few are under way.

        Raises ProgramStopped where the program ends first; `unanswered` then has the requests that it took with it.
        """
        source = iter(requests)
        ended = False
        whole = False
        try:
            while True:
                while not ended and len(self._pending) < self._window:
                    request = next(source, None)
                    if request is None:
                        ended = True
                        break
                    self._pending.append(request)
                    self._outbox.put(request)
                if not self._pending:
                    whole = True
                    return
                answer = self._read()
                if answer is None:
                    raise self._stopped("before it had answered all articles")
                self._pending.popleft()
                yield answer
        finally:
            # Left before its end, or broken off: what is still to come would be taken for answers to others.
            if not whole:
                self.kill()

    @property
    def unanswered(self) -> list[bytes]:
        """Requests that were given and got no answer, in order."""
        return list(self._pending)

    @property
    def alive(self) -> bool:
        return self._process.poll() is None

    def close(self) -> None:
        """Ends the program after what it has under way."""
        self._outbox.put(None)
        try:
            self._process.wait(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._settle()

    def kill(self) -> None:
        """Ends the program now."""
        if self.alive:
            self._process.kill()
        self._outbox.put(None)
        self._settle()

    def _settle(self) -> None:
        self._process.wait()
        self._writer.join()
        self._listener.join(timeout=10)
        for stream in (self._process.stdout, self._process.stderr):
            if stream is not None:
                stream.close()

    def __enter__(self) -> "Worker":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _greeting(self) -> Engine:
        late = threading.Timer(START_LIMIT, self._process.kill)
        late.start()
        try:
            # What is no worker of ours may say anything at all.
            answer = self._read()
            if answer is None:
                raise self._stopped("when it was started")
            said: dict[str, Any] = json.loads(answer)
            if said["protocol"] != PROTOCOL:
                raise ReadoutError(f"{self._command[0]}: speaks protocol {said['protocol']}, and this package {PROTOCOL}: update the older of the two")
            return Engine(**said["engine"])
        except (ValueError, KeyError, TypeError) as error:
            self.kill()
            raise ReadoutError(f"{self._command[0]}: does not answer as Readout does: set READOUT to the path of the program (…/bin/readout)") from error
        except ReadoutError:
            self.kill()
            raise
        finally:
            late.cancel()

    def _read(self) -> bytes | None:
        """A frame; None where the program has ended. Raises ValueError for what is no frame."""
        assert self._process.stdout is not None
        stream = self._process.stdout
        head = stream.readline(20)
        if not head.endswith(b"\n"):
            if len(head) == 20:
                raise ValueError(head)
            return None
        size = int(head)
        body = stream.read(size + 1)
        return body[:-1] if len(body) == size + 1 else None

    def _write(self) -> None:
        assert self._process.stdin is not None
        stream = self._process.stdin
        try:
            while (request := self._outbox.get()) is not None:
                stream.write(b"%d\n%s\n" % (len(request), request))
                stream.flush()
        except OSError:
            # It has ended, which the reading side tells.
            pass
        finally:
            try:
                stream.close()
            except OSError:
                pass

    def _listen(self) -> None:
        assert self._process.stderr is not None
        for line in self._process.stderr:
            self._said.append(line.decode("utf-8", "replace").rstrip()[:1000])

    def _stopped(self, when: str) -> ProgramStopped:
        self._process.wait()
        self._listener.join(timeout=10)
        status = self._process.returncode
        how = f"signal {-status}, {signal.strsignal(-status)}" if status < 0 else f"exit status {status}"
        said = " · ".join(line for line in self._said if line.strip())
        remedy = "" if status in (1, 2) and said else "; if it happens again, give it more memory, or report it with the article"
        return ProgramStopped(f"readout: the program stopped {when} ({how}): {said or 'it said nothing'}{remedy}", status)


def answers_of(options: Options, requests: Iterable[bytes], check: Callable[[Engine], None] = lambda _: None) -> Iterator[bytes]:
    """One program for one stream, started by its first article and ended after its last. `check` may refuse its engine."""
    source = iter(requests)
    first = next(source, None)
    if first is None:
        return

    def all_of_them() -> Iterator[bytes]:
        yield first
        yield from source

    with Worker(options) as worker:
        check(worker.engine)
        yield from worker.code(all_of_them())


def options_of(
    program: str | os.PathLike[str] | None, date: str | None, actors: str | os.PathLike[str] | Sequence[str | os.PathLike[str]], threads: int | None
) -> Options:
    """What users give → Options."""
    paths = [actors] if isinstance(actors, (str, os.PathLike)) else list(actors)
    return Options(
        program=None if program is None else os.fspath(program),
        date=None if date is None else str(date),
        actors=tuple(os.path.abspath(path) for path in paths),
        threads=threads,
    )
