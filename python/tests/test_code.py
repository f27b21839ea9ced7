"""readout.code: the same record as the command line's, errors as rows, and no article lost whatever becomes of the program."""

import datetime
import json
import os
import shutil
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest

import readout
from readout.coding import Coder
from readout.program import find_program

TEXT = "Peru and Chile signed a treaty in Lima on Monday, the two governments said."


def test_the_same_bytes_as_the_command_line(records: readout.Records, jsonl: list[str]) -> None:
    assert records.raw["json"].to_pylist() == jsonl
    assert records.errors.num_rows == 0


def test_the_same_whatever_the_threads_the_batch_or_the_kind(articles: list[dict[str, str]], records: readout.Records) -> None:
    some = articles[:4]
    wanted = records.raw.slice(0, 4)
    frame = pd.DataFrame(some)
    with Coder(threads=0) as coder:
        for given in (some, iter(some), frame, pa.Table.from_pandas(frame), frame.set_axis([7, 7, 8, 9])):
            assert coder.code(given).raw == wanted
        one_by_one = [coder.code([article]).raw for article in some]
    assert pa.concat_tables(one_by_one) == wanted


def test_every_bad_row_is_a_row_with_its_error() -> None:
    frame = pd.DataFrame(
        {
            "id": ["a", "b", None, "d", "e", "a", "g", "h"],
            "body": [TEXT, "", None, np.nan, "Le président a rencontré lundi à Paris son homologue et ils ont parlé de la guerre en Ukraine.", TEXT, TEXT, 7],
            "date": ["2025-08-16", None, None, None, None, None, "soon", None],
        }
    )
    articles = readout.code(frame).articles.to_pylist()
    assert [(each["row"], each["article"], each["error"]) for each in articles] == [
        (0, "a", None),
        (1, "b", "has nothing in column body: fill it, or delete the row"),
        (2, None, "has nothing in column body: fill it, or delete the row"),
        (3, "d", "has nothing in column body: fill it, or delete the row"),
        (4, "e", "is in French, and only English is coded: give a translation"),
        (5, "a", "has the id of row 0: give each article an id of its own"),
        # Read without it, as the command line does.
        (6, "g", None),
        (7, "h", "has a body that is no string (int): give the text"),
    ]
    assert articles[0]["published"] == "2025-08-16"
    assert [each["note"] for each in articles] == [None] * 6 + ["has published “soon”, which is no date, and is read without it: write YYYY-MM-DD", None]


def test_texts_and_dictionaries() -> None:
    records = readout.code([None, TEXT, "", 3, b"bytes"])
    assert records.articles["error"].to_pylist() == [
        "is empty: give the text",
        None,
        "is empty: give the text",
        "is no string (int): give the text",
        "is no string (bytes): give the text",
    ]
    assert records.articles["article"].to_pylist() == [None, "1", None, None, None]
    mixed = readout.code([{"text": TEXT, "id": 4}, {"title": "no text"}, "text", {"html": f"<article><p>{TEXT * 3}</p></article>"}])
    assert mixed.articles["article"].to_pylist() == ["4", None, None, "3"]
    assert [error and error.split(":")[0] for error in mixed.articles["error"].to_pylist()] == [None, "text", "is no dictionary (str)", None]
    assert len(readout.code([])) == 0


def test_cells_of_every_kind() -> None:
    frame = pd.DataFrame(
        {
            "Article": [TEXT],
            "number": [np.int64(7)],
            "seen": [pd.Timestamp("2025-08-17 10:30")],
            "gone": [pd.NaT],
            "tags": [["a", "b"]],
            "Published": [pd.Timestamp("2025-08-16")],
            "Outlet": ["The Example"],
            "id": [12.0],
        }
    )
    (record,) = readout.code(frame).records()
    document = record["document"]
    assert (document["id"], document["published"], document["publisher"]) == ("12", "2025-08-16", "The Example")
    assert document["extra"] == {"number": 7, "seen": "2025-08-17T10:30:00", "tags": ["a", "b"]}


@pytest.mark.parametrize(
    ("articles", "options", "message"),
    [
        (TEXT, {}, r"articles: is one string: give a list of texts, as in \[text\]"),
        ({"text": TEXT}, {}, "articles: is one dictionary: give a list of them, or a frame"),
        (7, {}, "articles: is int: give a list of texts, or a frame"),
        (pd.DataFrame({"words": [TEXT]}), {}, r"text: no column is named text, body, content, article, html \(it has words\): name the one with the text, as in text='words'"),
        (pd.DataFrame({"text": [TEXT]}), {"text": "body"}, r"text='body': there is no such column \(it has text\): name one of these"),
        (pd.DataFrame({"text": [TEXT]}), {"id": "key"}, r"id='key': there is no such column \(it has text\): name one of these"),
        (pd.DataFrame([[TEXT, TEXT]], columns=["text", "text"]), {}, "articles: has several columns named text: rename them"),
        ([TEXT], {"text": "body"}, "name columns, and texts have none"),
    ],
)
def test_one_clear_message_for_what_is_no_articles(articles: object, options: dict[str, str], message: str) -> None:
    with pytest.raises(readout.ReadoutError, match=message):
        readout.code(articles, **options)


def test_letters_beyond_the_plane_and_half_ones() -> None:
    text = "🕊️ Peru and Chile signed a treaty in Lima on Monday 🎉, Peru’s president said. \ud83d"
    records = readout.code([{"id": "birds", "text": text}])
    (record,) = records.records()
    words = {record["document"]["text"] and readout.cut(record["document"]["text"], row["start"], row["end"]) for row in records.events.to_pylist()}
    assert words == set(records.events["trigger"].to_pylist()) and words
    assert records.articles["characters"].to_pylist() == [len(text.encode("utf-16-le", "surrogatepass")) // 2]


class TestPrograms:
    broken = str(Path(__file__).with_name("broken.py"))

    def test_an_article_that_stops_the_program_is_a_row_and_the_others_are_coded(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "poison")
        texts = [f"text {number}" for number in range(40)]
        texts[3] = texts[17] = texts[39] = "POISON"
        with Coder(program=self.broken, threads=1) as coder:
            first = coder.code(texts).articles
            assert coder.code(["again"]).errors["error"].to_pylist()[0].startswith("read again")
        errors = first["error"].to_pylist()
        assert first["row"].to_pylist() == list(range(40))
        for number, error in enumerate(errors):
            wanted = "made the program stop: readout: the program stopped" if texts[number] == "POISON" else f"read text {number} by"
            assert error.startswith(wanted)
        assert "signal 9" in errors[3] and "out of memory, or so" in errors[3]

    def test_what_it_says_is_drained(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "noise")
        with Coder(program=self.broken) as coder:
            assert len(coder.code([f"text {number}" for number in range(20)])) == 20

    @pytest.mark.parametrize(
        ("how", "message"),
        [
            ("model", "the model is missing: fetch it again"),
            ("silent", "it said nothing"),
            ("other", "does not answer as Readout does: set READOUT"),
            ("protocol", "speaks protocol 3, and this package 2: update the older of the two"),
        ],
    )
    def test_one_that_cannot_code_says_so(self, monkeypatch: pytest.MonkeyPatch, how: str, message: str) -> None:
        monkeypatch.setenv("BREAK", how)
        with pytest.raises(readout.ReadoutError, match=message):
            Coder(program=self.broken)

    def test_it_ends_with_its_block_and_leaves_no_process(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "no")
        with Coder(program=self.broken) as coder:
            said = coder.code(["one"]).errors["error"].to_pylist()[0]
        with pytest.raises(ProcessLookupError):
            os.kill(int(said.split()[-1]), 0)

    def test_an_answer_that_nobody_waited_for_goes_to_nobody(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("BREAK", "no")

        def source():  # type: ignore[no-untyped-def]
            yield "one"
            raise RuntimeError("the source broke")

        with Coder(program=self.broken) as coder:
            with pytest.raises(RuntimeError, match="the source broke"):
                coder.code(source())
            assert coder.code(["two"]).errors["error"].to_pylist()[0].startswith("read two")


class TestFinding:
    def test_the_order(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        def made(name: str) -> Path:
            path = tmp_path / name / "bin" / "readout"
            path.parent.mkdir(parents=True)
            path.write_text("#!/bin/sh\n")
            path.chmod(0o755)
            return path

        on_path, named, installed = made("path"), made("named"), made("work/node_modules/readout")
        (tmp_path / "work" / "deep").mkdir()
        monkeypatch.chdir(tmp_path / "work" / "deep")
        monkeypatch.setenv("PATH", str(on_path.parent))
        monkeypatch.setenv("READOUT", str(tmp_path / "named"))
        assert find_program() == [str(named)]
        assert find_program(on_path) == [str(on_path)]
        monkeypatch.delenv("READOUT")
        assert find_program() == [str(on_path)]
        monkeypatch.setenv("PATH", "")
        assert find_program() == [str(installed)]

    def test_the_checkout_that_an_environment_lies_in_or_that_one_works_in(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        for name, package in (("checkout", '{"name": "readout"}'), ("other", '{"name": "other"}'), ("broken", "{")):
            (tmp_path / name / "bin").mkdir(parents=True)
            (tmp_path / name / "bin" / "readout").write_text("")
            (tmp_path / name / "package.json").write_text(package)
        monkeypatch.delenv("READOUT", raising=False)
        monkeypatch.setenv("PATH", os.path.dirname(shutil.which("node") or ""))
        installed = tmp_path / "checkout" / ".venv" / "lib" / "python3.12" / "site-packages" / "readout" / "program.py"
        monkeypatch.setattr("readout.program.__file__", str(installed))
        monkeypatch.setattr("readout.program._global_packages", lambda: [])
        monkeypatch.chdir(tmp_path)
        assert find_program()[-1] == str(tmp_path / "checkout" / "bin" / "readout")
        for name, found in (("checkout", True), ("other", False), ("broken", False)):
            monkeypatch.setattr("readout.program.__file__", "/nowhere/readout/program.py")
            monkeypatch.chdir(tmp_path / name / "bin")
            if found:
                assert find_program()[-1] == str(tmp_path / name / "bin" / "readout")
            else:
                with pytest.raises(readout.ReadoutError, match="run npm start once"):
                    find_program()

    def test_none(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.chdir(tmp_path)
        monkeypatch.setenv("READOUT", str(tmp_path))
        with pytest.raises(readout.ReadoutError, match="READOUT: .* holds no readout: give the path of the program"):
            readout.code([TEXT], date="2025-08-16")
        monkeypatch.delenv("READOUT")
        monkeypatch.setenv("PATH", "")
        monkeypatch.setattr("readout.program.__file__", str(tmp_path / "a" / "b" / "c" / "d" / "program.py"))
        with pytest.raises(readout.ReadoutError, match="npm install -g"):
            find_program()


def test_options_reach_the_program(tmp_path: Path) -> None:
    own = tmp_path / "own.csv"
    own.write_text("name,code,sector\nLima Circle,PER,REB\n")
    records = readout.code(["The Lima Circle attacked a police post yesterday."], date="2025-08-16", actors=own)
    assert records.actors.to_pylist()[0]["sector"] == "REB"
    assert records.events.to_pylist()[0]["day"] == datetime.date(2025, 8, 15)
    with pytest.raises(readout.ReadoutError, match="no day"):
        readout.code([TEXT], date="yesterday")


def test_json_of_a_record_is_the_record(records: readout.Records) -> None:
    assert [record["document"]["id"] for record in records.records()] == records.articles["article"].to_pylist()
    assert json.loads(records.raw["json"][0].as_py())["schema"] == "readout.record/1"
