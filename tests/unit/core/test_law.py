from collections import Counter

import pytest

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.controls import check_partition, control_from_json, paper_controls
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.law import (
    Law,
    check_covers,
    law_from_json,
    paper_laws,
    sample_labels,
)

CONTROLS = paper_controls()
LAWS = paper_laws()


def drawn(law, count=4000, pinned=None):
    return [sample_labels(law, CONTROLS, seed, pinned or {}) for seed in range(count)]


def share(samples, label):
    return sum(label in on for on in samples) / len(samples)


def test_controls_share_the_34_labels_out():
    assert len(LABELS) == 34
    check_partition(CONTROLS, LABELS)


@pytest.mark.parametrize("broken", [CONTROLS[1:], (*CONTROLS, CONTROLS[0])])
def test_a_label_without_a_control_or_with_two_is_refused(broken):
    with pytest.raises(ValueError, match="exactly one control"):
        check_partition(broken, LABELS)


def test_controls_survive_json():
    assert tuple(control_from_json(control.to_json()) for control in CONTROLS) == CONTROLS


@pytest.mark.parametrize("name", LAWS)
def test_laws_survive_json_and_cover_every_control(name):
    law = law_from_json(LAWS[name].to_json())
    assert law == LAWS[name]
    check_covers(law, CONTROLS)


@pytest.mark.parametrize("name", LAWS)
def test_every_law_draws_one_hair_colour_and_one_eye_colour(name):
    for on in drawn(LAWS[name], 200):
        assert sum(label.endswith("_eyes") for label in on) == 1
        assert len(on & set(CONTROLS[0].labels)) == 1


def test_the_empirical_law_has_the_papers_shares():
    samples = drawn(LAWS["empirical"])
    for label, expected in (
        ("blonde_hair", 4991 / 31255),
        ("gray_hair", 57 / 31255),
        ("twintails", 3928 / 31255),
        ("blue_eyes", 8861 / 31255),
        ("hat", 1403 / 31255),
        ("smile", 0.6),
        ("open_mouth", 0.25),
    ):
        assert share(samples, label) == pytest.approx(expected, abs=0.025), label


def test_the_empirical_law_never_contradicts_itself():
    for on in drawn(LAWS["empirical"]):
        assert not {"long_hair", "short_hair"} <= on


def test_the_training_law_draws_bits_at_one_quarter_independently():
    samples = drawn(LAWS["training"])
    assert share(samples, "drill_hair") == pytest.approx(0.25, abs=0.025)
    both = sum({"long_hair", "short_hair"} <= on for on in samples) / len(samples)
    assert both == pytest.approx(0.0625, abs=0.02)


def test_the_site_law_has_the_sites_shares():
    samples = drawn(LAWS["site"])
    assert share(samples, "ribbon") == pytest.approx(0.3, abs=0.025)
    assert share(samples, "ponytail") == pytest.approx(0.25, abs=0.025)


def test_the_same_seed_gives_the_same_labels():
    assert sample_labels(LAWS["empirical"], CONTROLS, 11, {}) == sample_labels(
        LAWS["empirical"], CONTROLS, 11, {}
    )


def test_pinning_one_control_changes_no_other():
    for seed in range(50):
        free = sample_labels(LAWS["empirical"], CONTROLS, seed, {})
        pinned = sample_labels(LAWS["empirical"], CONTROLS, seed, {"hair_color": "aqua"})
        assert pinned - set(CONTROLS[0].labels) == free - set(CONTROLS[0].labels)
        assert pinned & set(CONTROLS[0].labels) == {"aqua_hair"}


def test_a_pinned_style_comes_in_its_variants():
    styles = Counter(
        tuple(sorted(on & set(CONTROLS[1].labels)))
        for on in drawn(LAWS["empirical"], 400, {"hair_style": "twintails"})
    )
    assert set(styles) == {("twintails",), ("long_hair", "twintails")}


def test_options_with_weight_nought_are_never_drawn():
    law = Law({"hair_color": {"blonde": 0.0, "red": 1.0, "blue": 0.0}}, {})
    on = {sample_labels(law, CONTROLS[:1], seed, {}) for seed in range(100)}
    assert on == {frozenset({"red_hair"})}


@pytest.mark.parametrize(
    "data",
    [
        {"choices": {"hair_color": {"blue": -1}}, "odds": {}},
        {"choices": {"hair_color": {"blue": 0}}, "odds": {}},
        {"choices": {"hair_color": {"blue": float("nan")}}, "odds": {}},
        {"choices": {}, "odds": {"smile": 1.5}},
    ],
)
def test_odds_that_are_none_are_refused(data):
    with pytest.raises(ValueError, match="must"):
        law_from_json(data)


def test_an_unknown_option_is_answered_with_those_that_exist():
    with pytest.raises(UserError, match=r"hair_color can't be 'plaid': choose one of blonde"):
        sample_labels(LAWS["empirical"], CONTROLS, 0, {"hair_color": "plaid"})


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"kind": "dial"}, "neither 'choice' nor 'switch'"),
        ({"options": []}, "no options"),
        ({"options": [{"id": "on", "variants": []}]}, "can't be drawn"),
        ({"options": [{"id": "on", "variants": [{"labels": [], "weight": 0}]}]}, "can't be drawn"),
        ({"options": [{"id": "on", "variants": [{"labels": ["hat"], "weight": 1}]}]}, "of others"),
        ({"options": 2 * [{"id": "on", "variants": [{"labels": [], "weight": 1}]}]}, "of one id"),
    ],
)
def test_controls_that_cannot_be_set_are_refused(change, words):
    with pytest.raises(ValueError, match=words):
        control_from_json(CONTROLS[-1].to_json() | change)
