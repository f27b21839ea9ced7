"""Tables have what the shelf's views have, row for row; they come back from files as they went; the files are the same every time."""

from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.dataset as ds
import pytest

import readout
from readout.tables import SCHEMAS, day_of, tables_of

VIEWS = {
    "articles": "documents",
    "events": "events",
    "statements": "statements",
    "positions": "positions",
    "commitments": "commitments",
    "reactions": "reactions",
    "outcomes": "outcomes",
    "actors": "actors",
}
#: Columns of ours that the view has not.
OURS = {"articles": {"row", "error", "note"}, "events": {"trigger"}}


def rows_of(table: Any, columns: list[str]) -> list[tuple[Any, ...]]:
    def plain(value: Any) -> Any:
        return tuple(value) if isinstance(value, list) else value

    return sorted((tuple(plain(row[name]) for name in columns) for row in table.to_pylist()), key=repr)


@pytest.mark.parametrize("name", VIEWS)
def test_rows_are_those_of_the_shelf(records: readout.Records, shelf_file: Path, name: str) -> None:
    with readout.shelf(shelf_file) as shelf:
        view = getattr(shelf, VIEWS[name])
    view = view.rename_columns(["article" if column == "document" else column for column in view.column_names])
    mine = getattr(records, name)
    columns = [column for column in mine.column_names if column not in OURS.get(name, set())]
    assert set(columns) <= set(view.column_names)
    assert rows_of(mine, columns) == rows_of(view, columns)
    assert mine.num_rows > 0


def test_the_dyads_are_those_of_the_shelf(records: readout.Records, shelf_file: Path) -> None:
    with readout.shelf(shelf_file) as shelf:
        assert records.dyads_monthly.to_pylist() == shelf.dyads_monthly.to_pylist()
        assert shelf.frames.dyads_monthly.shape[0] == shelf.sql("SELECT count(*) AS n FROM dyads_monthly").to_pylist()[0]["n"]


def test_event_actors_are_the_participants(records: readout.Records) -> None:
    wanted = [
        (record["document"]["id"], event["id"], role, n, each["actor"], each["start"], each["end"])
        for record in records.records()
        for event in record["events"]
        for role in ("actor", "recipient")
        for n, each in enumerate(event[role])
    ]
    columns = ["article", "event", "role", "n", "actor", "start", "end"]
    assert [tuple(row[name] for name in columns) for row in records.event_actors.to_pylist()] == wanted
    assert records.event_actors.column_names == ["article", "event", "role", "n", "actor", "name", "code", "sector", "start", "end"]
    named = {(row["article"], row["actor"]): (row["name"], row["code"], row["sector"]) for row in records.actors.to_pylist()}
    for row in records.event_actors.to_pylist():
        assert named[row["article"], row["actor"]] == (row["name"], row["code"], row["sector"])


def test_outcomes_are_read_where_records_have_them(records: readout.Records) -> None:
    record = next(each for each in records.records() if each["events"])
    event = record["events"][0]
    place = {"start": event["trigger"]["start"], "end": event["trigger"]["end"]}
    record["outcomes"] = [{"of": event["id"], "result": "none", "what": place, "said_by": None, "evidence": [event["id"]]}]
    (row,) = tables_of(record, "", 0)["outcomes"]
    assert (row["event"], row["result"], row["sentence"], row["start"]) == (event["id"], "none", event["sentence"], place["start"])


def test_optics_and_meetings_are_read_where_records_have_them(records: readout.Records) -> None:
    record = next(each for each in records.records() if len(each["events"]) > 1)
    ids = [event["id"] for event in record["events"][:2]]
    place = {name: record["sentences"][0][name] for name in ("start", "end")}
    record["optics"] = [{"sentence": 0, "what": place, "said_by": None, "kind": "scene"}]
    record["meetings"] = [{"events": ids}]
    tables = tables_of(record, "", 0)
    (optic,) = tables["optics"]
    assert (optic["kind"], optic["sentence"], optic["start"]) == ("scene", 0, place["start"])
    assert [(row["meeting"], row["event"]) for row in tables["meetings"]] == [(0, each) for each in ids]


def test_files_come_back_and_are_the_same_every_time(records: readout.Records, tmp_path: Path) -> None:
    for by in (None, "month"):
        first, second = tmp_path / f"{by}-1", tmp_path / f"{by}-2"
        records.to_parquet(first, by=by)
        readout.Records.from_parquet(first).to_parquet(second, by=by)
        files = sorted(path.relative_to(first) for path in first.rglob("*.parquet"))
        assert files == sorted(path.relative_to(second) for path in second.rglob("*.parquet"))
        assert all((first / path).read_bytes() == (second / path).read_bytes() for path in files)
        again = readout.Records.from_parquet(first)
        assert again.tables.keys() == records.tables.keys()
        assert again.articles.equals(records.articles)
        assert rows_of(again.events, again.events.column_names) == rows_of(records.events, records.events.column_names)
        assert again.dyads_monthly.equals(records.dyads_monthly)
    with pytest.raises(readout.ReadoutError, match="holds no table named articles"):
        readout.Records.from_parquet(tmp_path)


def test_months_are_those_of_publication(records: readout.Records, tmp_path: Path) -> None:
    records.to_parquet(tmp_path, by="month")
    table = ds.dataset(tmp_path / "events", partitioning="hive").to_table()
    published = {row["article"]: row["published"] for row in records.articles.to_pylist()}
    assert {row["month"] for row in table.to_pylist()} == {published[id] and published[id][:7] for id in table["article"].to_pylist()}


def test_records_come_from_the_command_line_too(records: readout.Records, jsonl: list[str], tmp_path: Path) -> None:
    path = tmp_path / "records.jsonl"
    path.write_text("".join(f"{line}\n" for line in jsonl), encoding="utf-8")
    again = readout.Records.from_jsonl(path)
    for name in SCHEMAS:
        assert getattr(again, name).equals(getattr(records, name)), name


def test_frames_keep_what_is_missing(records: readout.Records) -> None:
    frame = records.frames.events
    assert list(frame.columns) == records.events.column_names
    assert str(frame["quad"].dtype) == "Int8" and str(frame["retold"].dtype) == "boolean"
    assert str(frame["day"].dtype).startswith("datetime64")
    assert frame["modes"].map(type).eq(list).all()
    assert "events" in dir(records) and "events" in dir(records.frames)
    with pytest.raises(AttributeError, match="there is no table evnts: there are articles, events"):
        records.evnts


def test_days() -> None:
    assert [str(day_of(text)) for text in ("2025-08-16T10:00:00Z", "2025-08", "2025", "2025-02-30", "soon", None)] == [
        "2025-08-16",
        "2025-08-01",
        "2025-01-01",
        "None",
        "None",
        "None",
    ]


class TestShelf:
    def test_it_says_what_is_wrong(self, tmp_path: Path) -> None:
        with pytest.raises(readout.ReadoutError, match="is not there: give the file that readout add --db made"):
            readout.shelf(tmp_path / "none.duckdb")
        text = tmp_path / "text.duckdb"
        text.write_text("no shelf " * 2000)
        with pytest.raises(readout.ReadoutError, match="cannot be opened"):
            readout.shelf(text)
        import duckdb

        other = tmp_path / "other.duckdb"
        duckdb.connect(str(other)).close()
        with pytest.raises(readout.ReadoutError, match="is no shelf"):
            readout.shelf(other)

    def test_views_are_attributes(self, shelf_file: Path) -> None:
        with readout.shelf(shelf_file) as shelf:
            assert isinstance(shelf.events, pa.Table)
            assert {"events", "documents", "dyads_monthly", "shifts"} <= set(dir(shelf))
            assert len(shelf.frame("SELECT DISTINCT type FROM events")) > 5
            with pytest.raises(AttributeError, match="there is no view evnts"):
                shelf.evnts
