"""Tables that survive being killed."""

import json

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer.data.records import NAME, Records, kept_rows


def test_rows_come_back_and_the_last_of_an_id_holds(tmp_path):
    with Records(tmp_path) as records:
        records.keep("a", {"year": 2005})
        records.skip("b", "not a picture")
        records.keep("b", {"file": "犬.png"})
    with Records(tmp_path) as again:
        assert list(again.rows) == ["a", "b"]
        assert again.rows["b"] == {"id": "b", "status": "kept", "file": "犬.png"}
        assert "a" in again
    assert [row["id"] for row in kept_rows(tmp_path)] == ["a", "b"]


def test_half_a_line_is_dropped_and_written_over(tmp_path):
    with Records(tmp_path) as records:
        records.keep("a", {})
    path = tmp_path / NAME
    with path.open("ab") as file:
        file.write(b'{"id": "b", "sta')
    with Records(tmp_path) as again:
        assert list(again.rows) == ["a"]
        again.keep("c", {})
    lines = path.read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "c"]


def test_each_row_is_on_the_disk_at_once(tmp_path):
    records = Records(tmp_path)
    records.keep("a", {})
    assert [row["id"] for row in kept_rows(tmp_path)] == ["a"]
    records.close()


@pytest.mark.parametrize("line", ["[1]", "{}", '{"id": "a"}', "\x00\x00"])
def test_damage_is_told_with_its_place(tmp_path, line):
    (tmp_path / NAME).write_text(f'{{"id": "x", "status": "kept"}}\n{line}\n')
    with pytest.raises(UserError, match="line 2"):
        Records(tmp_path)


def test_a_folder_without_a_table_is_told(tmp_path):
    with pytest.raises(UserError, match="the step before"):
        list(kept_rows(tmp_path))


def test_in_brief_only_the_status_is_remembered_and_all_is_written(tmp_path):
    with Records(tmp_path, brief=True) as records:
        records.keep("a", {"file": "a.png"})
        records.skip("b", "too small")
        assert records.rows == {"a": {"status": "kept"}, "b": {"status": "skipped"}}
        assert "a" in records
    with Records(tmp_path, brief=True) as records:
        assert records.rows == {"a": {"status": "kept"}, "b": {"status": "skipped"}}
    with Records(tmp_path) as records:
        assert records.rows["a"]["file"] == "a.png"
        assert records.rows["b"]["reason"] == "too small"
