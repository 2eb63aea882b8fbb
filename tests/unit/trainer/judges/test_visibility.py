import numpy as np
import pytest

from girlsmoe_desktop.core.attributes import DETAILS, LABELS
from trainer.judges import visibility
from trainer.judges.visibility import REMOVALS, changed_share, draw_both, judge_visibility
from trainer.portraits.render import render
from trainer.portraits.spec import labels_of, sample_spec


def test_an_unchanged_portrait_changes_nowhere():
    spec = sample_spec(4, 0)
    assert changed_share(render(spec, 128), render(spec, 128)) == 0


def test_only_clear_changes_count():
    before = np.full((10, 10, 3), 100, np.uint8)
    after = before.copy()
    after[0, :4, 1] += 24
    after[1, :5, 2] -= 25
    assert changed_share(before, after) == 0.05
    assert changed_share(np.uint8([[[0] * 3]]), np.uint8([[[255] * 3]])) == 1


@pytest.mark.parametrize("label", REMOVALS)
def test_what_is_taken_away_is_gone_and_the_rest_stays(label):
    spec = sample_spec(4, 1, {label: True})
    before, after = labels_of(spec), labels_of(REMOVALS[label](spec))
    assert before[label]
    assert not after[label]
    colors = [name for name in LABELS if name.endswith(("_hair", "_eyes")) and "_" in name]
    kept = {*DETAILS, *colors} - {label, "long_hair", "short_hair", "drill_hair"}
    assert {name: before[name] for name in kept} == {name: after[name] for name in kept}


def test_every_detail_can_be_taken_away():
    assert set(DETAILS) <= set(REMOVALS)
    assert set(REMOVALS) <= set(LABELS)


def test_reports_put_the_least_visible_first(monkeypatch):
    shares = {0: 0.3, 1: 0.1, 2: 0.2}
    monkeypatch.setattr(visibility, "draw_both", lambda _label, _seed, index: (index, None))
    monkeypatch.setattr(visibility, "changed_share", lambda index, _: shares[index])
    told = []
    (report,) = judge_visibility(["hat"], 3, seed=9, on_progress=told.append)
    assert [one.index for one in report.found] == [1, 2, 0]
    assert report.median == 0.2
    assert report.percentile_1 == pytest.approx(0.102)
    assert report.to_json()["smallest"][0] == {"index": 1, "share": 0.1}
    assert told == [1, 2, 3]
    assert judge_visibility(["hat"], 3, seed=9, should_stop=lambda: True) is None


def test_workers_find_what_one_process_finds():
    alone = judge_visibility(["glasses"], 2, seed=3)
    assert judge_visibility(["glasses"], 2, seed=3, workers=2) == alone
    assert changed_share(*draw_both("glasses", 3, alone[0].smallest[0].index)) > 0.005
