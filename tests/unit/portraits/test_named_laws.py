"""Laws by name and by table: the frequencies they promise, without drawing a picture."""

import json
from collections import Counter
from functools import partial

import numpy as np
import pytest

from girlsmoe_desktop.core import law as core
from girlsmoe_desktop.core.attributes import DETAILS, EYE_COLORS, HAIR_COLORS, HAIR_STYLES
from girlsmoe_desktop.core.errors import UserError
from trainer.portraits.law import DETAIL_LAW, DRAWING, HAIR_STYLE_LAW, choose
from trainer.portraits.named_laws import (
    LAW_NAMES,
    find_law,
    law_from_table,
    named_law,
    possible_styles,
)
from trainer.portraits.spec import labels_of, sample_spec
from trainer.portraits.streams import stream

DRAWN = 3000
# Of chi-square at a probability of 1e-4, by degrees of freedom.
CHI_SQUARE_LIMIT = {12: 39.1, 9: 33.7}


def marginal(law, name):
    whole = sum(share for _, share in law.styles)
    return sum(share for styles, share in law.styles if name in styles) / whole


@pytest.fixture(scope="module", params=LAW_NAMES)
def drawn(request):
    law = named_law(request.param)
    return law, [choose(partial(stream, 3, index), {}, law) for index in range(DRAWN)]


@pytest.mark.parametrize("part", ["hair_color", "eye_color"])
def test_colors_are_drawn_as_the_law_says(drawn, part):
    law, choices = drawn
    weights = law.hair_colors if part == "hair_color" else law.eye_colors
    counts = Counter(getattr(choice, part) for choice in choices)
    goals = {color: DRAWN * w / sum(weights.values()) for color, w in weights.items()}
    square = sum((counts[color] - goal) ** 2 / goal for color, goal in goals.items())
    assert square < CHI_SQUARE_LIMIT[len(goals) - 1]


def test_styles_and_details_are_drawn_as_the_law_says(drawn):
    law, choices = drawn
    for name in HAIR_STYLES:
        share = np.mean([name in choice.styles for choice in choices])
        assert share == pytest.approx(marginal(law, name), abs=0.035)
    for name in DETAILS:
        share = np.mean([choice.details[name] for choice in choices])
        assert share == pytest.approx(law.details[name], abs=0.035)


def test_empirical_has_the_counts_of_table_1():
    law = named_law("empirical")
    assert law.hair_colors["blonde"] == 4991
    assert law.eye_colors["orange"] == 49
    for name, count in core.HAIR_STYLE_COUNTS.items():
        assert marginal(law, name) == pytest.approx(count / 31_255, abs=1e-6)
    assert law.details["hat"] == pytest.approx(1403 / 31_255)


def test_training_has_every_bit_at_a_quarter():
    law = named_law("training")
    assert len(set(law.hair_colors.values())) == len(set(law.eye_colors.values())) == 1
    assert [marginal(law, name) for name in HAIR_STYLES] == pytest.approx([0.25] * 5, abs=1e-6)
    assert set(law.details.values()) == {0.25}


def test_uniform_has_every_option_alike():
    law = named_law("uniform")
    tails = [marginal(law, name) for name in ("short_hair", "twintails", "drill_hair", "ponytail")]
    assert tails == pytest.approx([1 / 6] * 4)
    assert set(law.details.values()) == {0.5}


@pytest.mark.parametrize("name", LAW_NAMES)
def test_every_law_draws_what_its_labels_say(name):
    for index in range(40):
        law = named_law(name)
        choice = choose(partial(stream, 2, index), {}, law)
        labels = labels_of(sample_spec(2, index, law=law))
        assert labels[f"{choice.hair_color}_hair"]
        assert labels[f"{choice.eye_color}_eyes"]
        assert {name for name in HAIR_STYLES if labels[name]} == choice.styles
        assert {name: labels[name] for name in DETAILS} == choice.details


def test_a_law_leaves_alone_what_it_does_not_say():
    other = law_from_table({"hat": 1.0})
    for index in range(20):
        usual, hatted = (choose(partial(stream, 4, index), {}, law) for law in (DRAWING, other))
        assert (usual.hair_color, usual.styles) == (hatted.hair_color, hatted.styles)
        assert hatted.details == {**usual.details, "hat": True}


def test_a_wish_is_granted_where_the_law_never_draws_it():
    law = law_from_table({f"{c}_hair": float(c == "red") for c in HAIR_COLORS})
    streams = partial(stream, 1, 1)
    assert choose(streams, {}, law).hair_color == "red"
    assert choose(streams, {"gray_hair": True}, law).hair_color == "gray"
    assert choose(streams, {"red_hair": False}, law).hair_color != "red"


def test_a_table_is_read_from_a_file(tmp_path):
    odds = {"hat": 0.9, "long_hair": 1, "short_hair": 0, "twintails": 0.5}
    odds |= {"drill_hair": 0, "ponytail": 0.5}
    path = tmp_path / "law.json"
    path.write_text(json.dumps(odds), encoding="utf-8")
    law = find_law(str(path))
    assert law.name == law_from_table(dict(reversed(odds.items()))).name != DRAWING.name
    assert [marginal(law, n) for n in HAIR_STYLES] == pytest.approx([1, 0, 0.5, 0, 0.5], abs=1e-3)
    assert law.details == {**DETAIL_LAW, "hat": 0.9}
    assert law.eye_colors == DRAWING.eye_colors


def test_a_file_that_bears_a_laws_name_is_named_with_its_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "uniform").write_text('{"hat": 0.9}', encoding="utf-8")
    assert find_law("uniform") is named_law("uniform")
    assert find_law("./uniform").details["hat"] == 0.9


def test_possible_odds_are_met_and_only_possible_styles_are_drawn():
    rng = np.random.default_rng(0)
    for _ in range(20):
        shares = rng.dirichlet([0.5] * len(HAIR_STYLE_LAW))
        odds = {
            name: sum(
                s for (styles, _), s in zip(HAIR_STYLE_LAW, shares, strict=True) if name in styles
            )
            for name in HAIR_STYLES
        }
        found = dict(possible_styles(odds))
        assert set(found) == {styles for styles, _ in HAIR_STYLE_LAW}
        assert sum(found.values()) == pytest.approx(1)
        for name in HAIR_STYLES:
            share = sum(share for styles, share in found.items() if name in styles)
            assert share == pytest.approx(odds[name], abs=2e-3)


@pytest.mark.parametrize(
    ("table", "hint"),
    [
        ([], "not a list"),
        ({"cat_ears": 0.5}, "'cat_ears' is no label"),
        ({"hat": 1.5}, "hat are 1.5: give a number in 0..1"),
        ({"hat": True}, "hat are True"),
        ({"hat": float("nan")}, "nan"),
        ({"hat": "often"}, "'often'"),
        ({"long_hair": 0.5}, "none for short_hair, twintails"),
        ({"blonde_hair": 0.5}, "none for brown_hair"),
        ({f"{color}_eyes": 0 for color in EYE_COLORS}, "all 0"),
        ({**dict.fromkeys(HAIR_STYLES, 0.1), "long_hair": 0.7, "short_hair": 0.7}, "No hairstyles"),
        ({**dict.fromkeys(HAIR_STYLES, 0), "twintails": 0.7, "ponytail": 0.7}, "No hairstyles"),
    ],
)
def test_tables_that_are_no_law_are_refused(table, hint):
    with pytest.raises(UserError, match=hint):
        law_from_table(table)


def test_unknown_names_and_damaged_files_are_refused(tmp_path):
    with pytest.raises(UserError, match="no law 'fair': choose one of drawing, empirical"):
        find_law("fair")
    path = tmp_path / "law.json"
    path.write_text("{", encoding="utf-8")
    with pytest.raises(UserError, match=r"law\.json: This is no JSON"):
        find_law(str(path))
    path.write_bytes(b"\xff")
    with pytest.raises(UserError, match=r"law\.json can't be read as text"):
        find_law(str(path))


def test_a_label_given_twice_is_refused(tmp_path):
    path = tmp_path / "law.json"
    path.write_text('{"hat": 0.5, "hat": 0.1}', encoding="utf-8")
    with pytest.raises(UserError, match="'hat' is there twice"):
        find_law(str(path))
