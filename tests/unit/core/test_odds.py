import pytest

from girlsmoe_desktop.core.controls import paper_controls
from girlsmoe_desktop.core.law import (
    check_covers,
    empirical,
    sample_labels,
    site,
    training,
    uniform,
)
from girlsmoe_desktop.core.odds import shares, with_shares

CONTROLS = {control.id: control for control in paper_controls()}


@pytest.mark.parametrize("law", [empirical(), site(), uniform(), training()])
def test_shares_are_what_is_drawn(law):
    drawn = [sample_labels(law, paper_controls(), seed, {}) for seed in range(4000)]
    for control in paper_controls():
        for option, share in shares(law, control).items():
            count = sum(control.matching_option(on) == option for on in drawn)
            assert count / 4000 == pytest.approx(share, abs=0.03), (control.id, option)


def test_changed_odds_are_drawn_and_the_others_stay():
    law = with_shares(site(), CONTROLS["hair_style"], {"drill": 3.0, "ponytail": 1.0})
    check_covers(law, paper_controls())
    assert shares(law, CONTROLS["hair_style"]) == {
        "long": 0, "medium": 0, "short": 0, "twintails": 0, "drill": 0.75, "ponytail": 0.25
    }  # fmt: skip
    assert shares(law, CONTROLS["hat"]) == shares(site(), CONTROLS["hat"])
    styles = {
        CONTROLS["hair_style"].matching_option(sample_labels(law, paper_controls(), seed, {}))
        for seed in range(200)
    }
    assert styles == {"drill", "ponytail"}


def test_where_nothing_is_left_everything_is_as_likely():
    law = with_shares(empirical(), CONTROLS["eye_color"], dict.fromkeys(["blue"], -1.0))
    assert set(shares(law, CONTROLS["eye_color"]).values()) == {0.1}
