"""A record → its rows in tables, with the columns that the shelf's views have. Pure.

Each table has `article`, the article's id; each row but those of `articles` and `raw` cites its place in the text, in UTF-16 code units.
"""

import bisect
import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from urllib.parse import urlsplit

import pyarrow as pa

from .places import BLANK, Text, tidy, trim

Row = dict[str, Any]
Record = Mapping[str, Any]

_WORDS = pa.list_(pa.string())
_ABOUT: list[tuple[str, Any]] = [("outlet", pa.string()), ("published", pa.string())]
_PLACE: list[tuple[str, Any]] = [
    ("confidence", pa.float64()),
    ("sentence", pa.int32()),
    ("start", pa.int32()),
    ("end", pa.int32()),
    ("words", pa.string()),
]
_DAY: list[tuple[str, Any]] = [("day", pa.date32())]


def _strings(*names: str) -> list[tuple[str, Any]]:
    return [(name, pa.string()) for name in names]


def _lists(*names: str) -> list[tuple[str, Any]]:
    return [(name, _WORDS) for name in names]


#: Columns by table, `article` before them. `sentence` counts from 0.
SCHEMAS: Mapping[str, Any] = {
    name: pa.schema([("article", pa.string()), *columns])
    for name, columns in {
        "articles": [
            ("row", pa.int64()),
            *_strings("url", "title", "byline", "publisher", "outlet", "published"),
            *_DAY,
            *_strings("language", "kind", "sha256", "program", "model"),
            ("sentences", pa.int32()),
            ("characters", pa.int32()),
            *_strings("error", "note"),
        ],
        "events": [
            *_strings("event"),
            *_ABOUT,
            *_DAY,
            ("from_day", pa.date32()),
            ("to_day", pa.date32()),
            *_strings("date", "date_from", "type"),
            *_lists("modes", "contexts", "auxiliary"),
            ("quad", pa.int8()),
            ("score", pa.float64()),
            *_strings("said_by", "said_by_code", "reality", "place", "country"),
            ("lat", pa.float64()),
            ("lon", pa.float64()),
            *_lists("same_as"),
            ("retold", pa.bool_()),
            *_strings("trigger"),
            *_PLACE,
        ],
        "event_actors": [
            *_strings("event", "role"),
            ("n", pa.int32()),
            *_strings("actor", "name", "code", "sector"),
            ("start", pa.int32()),
            ("end", pa.int32()),
        ],
        "statements": [*_strings("statement"), *_ABOUT, *_DAY, *_strings("speaker", "speaker_code", "cue"), ("direct", pa.bool_()), *_strings("content"), *_PLACE],
        "positions": [
            ("position", pa.int32()),
            *_ABOUT,
            *_DAY,
            *_strings("actor", "actor_code", "stance", "issue", "said_by"),
            *_lists("evidence"),
            ("earlier", pa.int32()),
            *_strings("earlier_stance", "earlier_issue"),
            *_PLACE,
        ],
        "commitments": [
            ("commitment", pa.int32()),
            *_ABOUT,
            *_DAY,
            *_lists("by_whom", "by_code", "to_whom", "to_code"),
            *_strings("what", "standing", "said_by"),
            ("doubts", pa.int32()),
            ("precedents", pa.int32()),
            *_lists("evidence"),
            *_PLACE,
        ],
        "reactions": [
            ("reaction", pa.int32()),
            *_ABOUT,
            *_DAY,
            *_strings("actor", "actor_code", "stance", "event", "event_type"),
            *_lists("evidence"),
            *_PLACE,
        ],
        "outcomes": [
            ("outcome", pa.int32()),
            *_ABOUT,
            *_DAY,
            *_strings("event", "result", "what", "said_by"),
            *_lists("evidence"),
            *_PLACE,
        ],
        "optics": [("optic", pa.int32()), *_ABOUT, *_DAY, *_strings("kind", "what", "said_by"), *_PLACE],
        "meetings": [("meeting", pa.int32()), *_strings("event")],
        "actors": [
            *_strings("actor"),
            *_ABOUT,
            *_DAY,
            *_strings("name", "code", "sector"),
            *_lists("other_sectors"),
            *_strings("kind", "office"),
            ("mentions", pa.int32()),
            *_PLACE,
        ],
        "sentences": [("sentence", pa.int32()), *_strings("voice"), ("confidence", pa.float64()), ("start", pa.int32()), ("end", pa.int32()), *_strings("words")],
        "promotions": [("promotion", pa.int32()), *_strings("kind"), *_lists("signals"), ("sentence", pa.int32()), ("start", pa.int32()), ("end", pa.int32())],
        "raw": _strings("json"),
    }.items()
}


def failed(row: int | None, article: str | None, error: str) -> dict[str, list[Row]]:
    """The tables of an article that could not be coded: one row of `articles`, with `error`."""
    return {"articles": [{"article": article, "row": row, "error": error}]}


def tables_of(record: Record, json: str, row: int | None, note: str | None = None) -> dict[str, list[Row]]:
    """Rows by table; what a row leaves out is null. `json` is the record as it was written, `row` the article's place in what was given, `note` what was passed over in it."""
    document, sentences, events, statements = (record[name] for name in ("document", "sentences", "events", "statements"))
    id = document["id"]
    text = Text(document["text"])
    actors: dict[str, Row] = {actor["id"]: actor for actor in record["actors"]}
    starts = [sentence["start"] for sentence in sentences]
    words_of: dict[int, str] = {}
    day = day_of(document["published"])
    host = _host(document["url"])
    outlet = document["publisher"] if document["publisher"] is not None else host
    about = {"outlet": outlet, "published": document["published"], "day": day}

    def words_at(span: Mapping[str, int]) -> str:
        return tidy(text.cut(span["start"], span["end"]))

    def sentence_at(span: Mapping[str, int]) -> int | None:
        at = bisect.bisect_right(starts, span["start"]) - 1
        return at if at >= 0 and span["start"] < sentences[at]["end"] else None

    def words_in(sentence: int | None) -> str | None:
        if sentence is None:
            return None
        if sentence not in words_of:
            words_of[sentence] = words_at(sentences[sentence])
        return words_of[sentence]

    def placed(sentence: int | None, start: int | None, end: int | None, confidence: float | None) -> Row:
        return {"sentence": sentence, "start": start, "end": end, "confidence": confidence, "words": words_in(sentence)}

    def actor_of(reference: str | None) -> Row:
        return actors.get(reference or "", {})

    def said(by: Mapping[str, Any] | None) -> str | None:
        return None if by is None else actor_of(by["actor"]).get("name") or words_at(by)

    def those(references: Sequence[str]) -> tuple[list[str], list[str]]:
        found = [actors[each] for each in dict.fromkeys(references) if each in actors]
        return _distinct(each["name"] for each in found), _distinct(each["code"] for each in found)

    by_id = {each["id"]: each for each in (*events, *statements)}

    def evidence(ids: Iterable[str]) -> Row:
        """Where the first of these stands, and how sure the surest is."""
        found = [by_id[each] for each in ids if each in by_id]
        if not found:
            return placed(None, None, None, None)
        first = found[0]
        place = first.get("trigger") or first.get("cue") or sentences[first["sentence"]]
        return placed(first["sentence"], place["start"], place["end"], max(each["confidence"] for each in found))

    realities = {event["id"]: reality_of(event, sentences[event["sentence"]], text) for event in events}

    def is_retold(event: Mapping[str, Any]) -> bool:
        """True where another that tells the same is told more plainly, or as plainly and before it."""
        mine = (REALITIES.index(realities[event["id"]]), int(event["id"][1:]))
        others = [by_id[id] for id in event["same_as"] if id in realities]
        return any(each["type"] == event["type"] and (REALITIES.index(realities[each["id"]]), int(each["id"][1:])) < mine for each in others)

    def event_row(event: Mapping[str, Any]) -> Row:
        date = date_of(event, document["published"])
        place = event["place"] or {}
        from_day = day_of(date[0] if date else None)
        return {
            "event": event["id"],
            **about,
            "day": from_day if date and len(date[0]) >= 10 else None,
            "from_day": from_day,
            "to_day": last_day_of(date[0] if date else None),
            "date": date[0] if date else None,
            "date_from": date[1] if date else None,
            **{name: event[name] for name in ("type", "modes", "contexts", "auxiliary", "quad", "score", "same_as")},
            "said_by": said(event["said_by"]),
            "said_by_code": actor_of(event["said_by"]["actor"]).get("code") if event["said_by"] else None,
            **{"place": place.get("name"), "country": place.get("country"), "lat": place.get("lat"), "lon": place.get("lon")},
            "reality": realities[event["id"]],
            "retold": is_retold(event),
            "trigger": words_at(event["trigger"]),
            **placed(event["sentence"], event["trigger"]["start"], event["trigger"]["end"], event["confidence"]),
        }

    def statement_row(statement: Mapping[str, Any]) -> Row:
        content = statement["content"]
        hull = content or [statement["cue"] or sentences[statement["sentence"]]]
        source = statement["source"]
        return {
            "statement": statement["id"],
            **about,
            "speaker": said(source),
            "speaker_code": actor_of(source["actor"]).get("code") if source else None,
            "cue": words_at(statement["cue"]) if statement["cue"] else None,
            "direct": statement["direct"],
            "content": " … ".join(map(words_at, content)),
            **placed(statement["sentence"], min(each["start"] for each in hull), max(each["end"] for each in hull), statement["confidence"]),
        }

    def position_row(at: int, position: Mapping[str, Any]) -> Row:
        told = evidence(position["evidence"])
        issue = position["issue"]
        sentence = sentence_at(issue)
        earlier = None if position["earlier"] is None else record["positions"][position["earlier"]]
        actor = actor_of(position["actor"])
        return {
            "position": at,
            **about,
            **{"actor": actor.get("name"), "actor_code": actor.get("code"), "stance": position["stance"], "issue": issue["label"]},
            "said_by": said(position["said_by"]),
            "evidence": position["evidence"],
            "earlier": position["earlier"],
            "earlier_stance": earlier and earlier["stance"],
            "earlier_issue": earlier and earlier["issue"]["label"],
            **placed(told["sentence"] if sentence is None else sentence, issue["start"], issue["end"], told["confidence"]),
        }

    def commitment_row(at: int, commitment: Mapping[str, Any]) -> Row:
        told = evidence(commitment["evidence"])
        what = commitment["what"]
        sentence = sentence_at(what)
        by, to = those(commitment["by"]), those(commitment["to"])
        return {
            "commitment": at,
            **about,
            **{"by_whom": by[0], "by_code": by[1], "to_whom": to[0], "to_code": to[1]},
            **{"what": words_at(what), "standing": commitment["standing"], "said_by": said(commitment["said_by"])},
            **{"doubts": len(commitment["doubts"]), "precedents": len(commitment["precedents"]), "evidence": commitment["evidence"]},
            **placed(told["sentence"] if sentence is None else sentence, what["start"], what["end"], told["confidence"]),
        }

    def reaction_row(at: int, reaction: Mapping[str, Any]) -> Row:
        to = reaction.get("to")
        told = evidence([*reaction["evidence"], *([] if to is None else [to])])
        if to is None:
            span = reaction["about"]
            sentence = sentence_at(span)
            told = placed(told["sentence"] if sentence is None else sentence, span["start"], span["end"], told["confidence"])
        actor = actor_of(reaction["actor"])
        return {
            "reaction": at,
            **about,
            **{"actor": actor.get("name"), "actor_code": actor.get("code"), "stance": reaction["stance"]},
            **{"event": to or "", "event_type": by_id.get(to, {}).get("type") if to else None, "evidence": reaction["evidence"]},
            **told,
        }

    def outcome_row(at: int, outcome: Mapping[str, Any]) -> Row:
        told = evidence([*outcome.get("evidence", []), *([outcome["of"]] if outcome.get("of") else [])])
        what = outcome.get("what")
        if isinstance(what, Mapping):
            sentence = sentence_at(what)
            told = placed(told["sentence"] if sentence is None else sentence, what["start"], what["end"], told["confidence"])
        return {
            "outcome": at,
            **about,
            **{"event": outcome.get("of"), "result": outcome["result"], "evidence": outcome.get("evidence", [])},
            "what": words_at(what) if isinstance(what, Mapping) else what,
            "said_by": said(outcome.get("said_by")),
            **told,
        }

    def optic_row(at: int, optic: Mapping[str, Any]) -> Row:
        what = optic["what"]
        return {
            "optic": at,
            **about,
            **{"kind": optic["kind"], "what": words_at(what), "said_by": said(optic["said_by"])},
            **placed(optic["sentence"], what["start"], what["end"], None),
        }

    def actor_row(actor: Mapping[str, Any]) -> Row:
        mine = [event["confidence"] for event in events if any(each["actor"] == actor["id"] for each in (*event["actor"], *event["recipient"]))]
        first = actor["mentions"][0] if actor["mentions"] else {"start": None, "end": None}
        # The first mention that stands in a sentence; a headline's may stand in none.
        sentence = next((at for at in map(sentence_at, actor["mentions"]) if at is not None), None)
        return {
            "actor": actor["id"],
            **about,
            **{name: actor[name] for name in ("name", "code", "sector", "other_sectors", "kind", "office")},
            "mentions": len(actor["mentions"]),
            **placed(sentence, first["start"], first["end"], max(mine, default=None)),
        }

    tables: dict[str, list[Row]] = {
        "articles": [
            {
                "row": row,
                **{name: document[name] for name in ("url", "title", "byline", "publisher", "language", "kind", "sha256")},
                **about,
                **{"program": record["engine"]["version"], "model": record["engine"]["model"]},
                **{"sentences": len(sentences), "characters": len(text), "note": note},
            }
        ],
        "events": [event_row(event) for event in events],
        "event_actors": [
            {
                **{"event": event["id"], "role": role, "n": n, "actor": each["actor"], "start": each["start"], "end": each["end"]},
                **{name: actor_of(each["actor"]).get(name) for name in ("name", "code", "sector")},
            }
            for event in events
            for role in ("actor", "recipient")
            for n, each in enumerate(event[role])
        ],
        "statements": [statement_row(statement) for statement in statements],
        "positions": [position_row(at, position) for at, position in enumerate(record["positions"])],
        "commitments": [commitment_row(at, commitment) for at, commitment in enumerate(record["commitments"])],
        "reactions": [reaction_row(at, reaction) for at, reaction in enumerate((*record["reactions"], *record.get("responses", ())))],
        "outcomes": [outcome_row(at, outcome) for at, outcome in enumerate(record.get("outcomes", ()))],
        "optics": [optic_row(at, optic) for at, optic in enumerate(record.get("optics", ()))],
        "meetings": [{"meeting": at, "event": event} for at, meeting in enumerate(record.get("meetings", ())) for event in meeting["events"]],
        "actors": [actor_row(actor) for actor in record["actors"]],
        "sentences": [
            {"sentence": at, **{name: sentence[name] for name in ("voice", "confidence", "start", "end")}, "words": words_in(at)} for at, sentence in enumerate(sentences)
        ],
        "promotions": [
            {"promotion": at, "kind": each["kind"], "signals": [signal["name"] for signal in each["signals"]], "sentence": sentence_at(each), "start": each["start"], "end": each["end"]}
            for at, each in enumerate(record["promotions"])
        ],
        "raw": [{"json": json}],
    }
    for rows in tables.values():
        for each in rows:
            each["article"] = id
    return tables


#: What an event is told as, the plainest first.
REALITIES = ("fact", "past", "said", "future", "hypothetical", "denied", "opinion", "question", "heading")
_QUESTION = re.compile(rf"\?[\"”’)]*{BLANK}*$")
_ENDS_AS_SENTENCE = re.compile(r"[.!?…:;,][\"”’')\]]*$")
_AT_LINE = re.compile(rf"(?:^|\n){BLANK}*\Z")
_TEXT_BELOW = re.compile(rf"{BLANK}*\n{BLANK}*(?!{BLANK})[\s\S]")
_LONGEST_HEADING = 160


def reality_of(event: Mapping[str, Any], sentence: Mapping[str, Any], text: Text) -> str:
    """What an event is told as, as src/record/reality.ts has it."""
    auxiliary = event["auxiliary"]
    for word, reality in (("negation", "denied"), ("hypothetical", "hypothetical"), ("future", "future")):
        if word in auxiliary:
            return reality
    if sentence["voice"] == "opinion":
        return "opinion"
    words = text.cut(sentence["start"], sentence["end"])
    if _QUESTION.search(words):
        return "question"
    if event["said_by"] is not None:
        return "said"
    line = trim(words)
    if (
        len(Text(line)) <= _LONGEST_HEADING
        and not _ENDS_AS_SENTENCE.search(line)
        and _AT_LINE.search(text.cut(0, sentence["start"]))
        and _TEXT_BELOW.match(text.cut(sentence["end"], len(text)))
    ):
        return "heading"
    return "past" if "historical" in auxiliary else "fact"


def last_day_of(iso: str | None) -> datetime.date | None:
    """Last day of a day, a month or a year."""
    first = day_of(iso)
    if iso is None or first is None or len(iso) >= 10:
        return first
    year, month = (first.year, first.month) if len(iso) >= 7 else (first.year, 12)
    return datetime.date(year + month // 12, month % 12 + 1, 1) - datetime.timedelta(days=1) if (year, month) != (9999, 12) else datetime.date.max


def date_of(event: Mapping[str, Any], published: str | None) -> tuple[str, str] | None:
    """The date to file an event under, and whether the `text` or the `publication` tells it: its own, else that of publication for what is told as current."""
    if event["date"]:
        return event["date"]["iso"], "text"
    if published is None or "historical" in event["auxiliary"] or "future" in event["auxiliary"]:
        return None
    return published[:10], "publication"


def day_of(iso: str | None) -> datetime.date | None:
    """First day of what an ISO 8601 date begins with: a day, a month or a year; None for anything else."""
    found = re.match(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?", iso or "")
    if not found:
        return None
    try:
        return datetime.date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _host(url: str | None) -> str | None:
    try:
        return None if url is None else re.sub(r"^www\.", "", urlsplit(url).hostname or "") or None
    except ValueError:
        return None


def _distinct(values: Iterable[str | None]) -> list[str]:
    return list(dict.fromkeys(value for value in values if value is not None))


class Gathered:
    """Rows of many articles, column by column, until `take` makes Arrow tables of them."""

    def __init__(self, names: Iterable[str] = SCHEMAS) -> None:
        self._columns: dict[str, dict[str, list[Any]]] = {name: {column: [] for column in SCHEMAS[name].names} for name in names}

    def add(self, tables: Mapping[str, Sequence[Row]]) -> None:
        for name, rows in tables.items():
            columns = self._columns.get(name)
            if columns is not None:
                for row in rows:
                    for column, values in columns.items():
                        values.append(row.get(column))

    def take(self) -> dict[str, Any]:
        """The tables; none is kept."""
        made: dict[str, Any] = {}
        for name, columns in self._columns.items():
            schema = SCHEMAS[name]
            made[name] = pa.table([_array(columns[field.name], field.type) for field in schema], schema=schema)
            for values in columns.values():
                values.clear()
        return made


def _array(values: list[Any], kind: Any) -> Any:
    try:
        return pa.array(values, type=kind)
    except UnicodeEncodeError:
        # Half a pair of surrogates, which a broken page may have, is no UTF-8.
        return pa.array([whole(value) for value in values], type=kind)


def whole(value: Any) -> Any:
    """The value with U+FFFD for each half of a pair of surrogates."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {name: whole(each) for name, each in value.items()}
    return [whole(each) for each in value] if isinstance(value, list) else value
