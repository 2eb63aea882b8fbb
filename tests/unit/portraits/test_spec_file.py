"""Portraits as JSON: nothing is lost, and nothing wrong is read."""

import json
from dataclasses import fields, is_dataclass

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.kinds import KINDS
from trainer.portraits.render import render
from trainer.portraits.spec import sample_spec
from trainer.portraits.spec_file import load_spec, spec_from_text, spec_to_json, spec_to_line

WORN = {"hat": True, "ribbon": True, "glasses": True, "twintails": True}


@pytest.fixture
def data():
    """A portrait that has most parts, as JSON values."""
    return json.loads(spec_to_line(sample_spec(1, 2, WORN)))


def put(data, path, value):
    *way, last = path
    for step in way:
        data = data[step]
    if value is ...:
        del data[last]
    else:
        data[last] = value


def test_specs_survive_the_file():
    specs = [sample_spec(8, index) for index in range(50)]
    specs += [sample_spec(8, 0, WORN), sample_spec(8, 0, dict.fromkeys(WORN, False))]
    for name in ("hat", "glasses", "band", "clips", "bows"):
        assert {bool(getattr(spec, name)) for spec in specs} == {True, False}, name
    for spec in specs:
        assert spec_from_text(spec_to_line(spec)) == spec


def test_whole_numbers_may_stand_for_others(data):
    put(data, ("portrait", "style", "year"), 2010)
    year = spec_from_text(json.dumps(data)).style.year
    assert (year, type(year)) == (2010.0, float)


@pytest.mark.parametrize(
    ("path", "value", "hint"),
    [
        (("format",), "png", '"format" must be "girlsmoe-portrait"'),
        (("format",), ..., '"format" must be'),
        (("version",), 1, "version is 1, but this program draws version"),
        (("version",), True, "version is true"),
        (("portrait",), ..., "the file lacks portrait"),
        (("author",), "me", 'the file has "author"'),
        (("portrait",), [], "portrait is a list of 0; it must be an object"),
        (("portrait", "hat", "brim"), ..., "portrait.hat lacks brim"),
        (("portrait", "hat", "feather"), 1, 'portrait.hat has "feather"'),
        (("portrait", "hat", "kind"), "crown", 'portrait.hat.kind is "crown"; it must be one of'),
        (("portrait", "hat", "kind"), ["sun"], "portrait.hat.kind is a list of 1"),
        (("portrait", "hat", "band", "kind"), "ribbon", "it must be one of cloth, cuff, fur"),
        (("portrait", "hat"), 3, "portrait.hat is 3; it must be an object with the fields of Hat"),
        (("portrait", "pose"), None, "portrait.pose is null; it must be an object"),
        (("portrait", "pose", "yaw"), "left", 'portrait.pose.yaw is "left"; it must be a number'),
        (("portrait", "pose", "yaw"), True, "portrait.pose.yaw is true; it must be a number"),
        (("portrait", "pose", "yaw"), float("nan"), "portrait.pose.yaw is NaN"),
        (("portrait", "pose", "x"), float("inf"), "portrait.pose.x is Infinity"),
        (("portrait", "pose", "x"), 1e9, r"portrait.pose.x is 1000000000.0; .* in -1000..1000"),
        (("portrait", "pose", "x"), 10**400, "portrait.pose.x is 1000"),
        (("portrait", "pose", "light"), [0, 1], "portrait.pose.light is a list of 2; .* list of 3"),
        (("portrait", "pose", "light", 1), "up", r"portrait\.pose\.light\[1\] is"),
        (("portrait", "hair", "tails", 0, "kind"), "tuft", r"portrait\.hair\.tails\[0\]\.kind is"),
        (("portrait", "hair", "tails"), "two", "portrait.hair.tails is"),
        (("portrait", "glasses", "color", 0), 2, r"portrait\.glasses\.color\[0\] is 2; .* 0..1"),
        (("portrait", "style", "year"), 1850, "portrait.style.year is 1850; .* 2003..2016"),
        (("portrait", "hair", "back_clumps"), 5.5, "it must be a whole number"),
        (("portrait", "hair", "back_clumps"), 10**6, "it must be a whole number in -64..64"),
        (("portrait", "mouth", "teeth"), 1, "it must be true or false"),
        (("portrait", "seed"), -1, "portrait.seed is -1"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(data, path, value, hint):
    put(data, path, value)
    with pytest.raises(UserError, match=hint):
        spec_from_text(json.dumps(data))


@pytest.mark.parametrize(
    "text", ["", "{", "[" * 100_000, '{"format": 1, "format": 1}', "1e999", "[]"]
)
def test_other_texts_are_refused(text):
    with pytest.raises(UserError, match="write the file anew"):
        spec_from_text(text)


def test_files_that_cannot_be_read_are_named(tmp_path):
    with pytest.raises(UserError, match=r"none\.json can't be read"):
        load_spec(tmp_path / "none.json")
    (tmp_path / "bytes.json").write_bytes(b"\xff")
    with pytest.raises(UserError, match=r"bytes\.json can't be read as text"):
        load_spec(tmp_path / "bytes.json")
    (tmp_path / "half.json").write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match=r"half\.json: This is no JSON.*write the file anew"):
        load_spec(tmp_path / "half.json")
    (tmp_path / "bad.json").write_text("{}", encoding="utf-8")
    with pytest.raises(UserError, match=r"bad\.json: This is no portrait"):
        load_spec(tmp_path / "bad.json")


def words_of(value):
    """Yields the text fields of a record and of what is in it."""
    if isinstance(value, tuple):
        for item in value:
            yield from words_of(item)
    if is_dataclass(value):
        for field in fields(value):
            item = getattr(value, field.name)
            if isinstance(item, str):
                yield f"{type(value).__name__}.{field.name}", item
            else:
                yield from words_of(item)


def test_the_kinds_are_those_that_are_drawn():
    """Where this fails, a painter's kinds changed: change `trainer.portraits.kinds` with them."""
    drawn = {name: set() for name in KINDS}
    for index in range(1500):
        wish = {"hat": True, "glasses": True} if index % 3 else {}
        for name, word in words_of(sample_spec(31, index, wish)):
            drawn.setdefault(name, set()).add(word)
    assert drawn == KINDS


def test_a_portrait_read_back_is_painted_alike():
    spec = sample_spec(1, 2, WORN)
    again = spec_from_text(json.dumps(spec_to_json(spec), indent=2))
    assert render(again, 64).tobytes() == render(spec, 64).tobytes()
