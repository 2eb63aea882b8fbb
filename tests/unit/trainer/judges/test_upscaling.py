"""Figures of enlarged pictures say what they are meant to; the command compares and reports."""

import json
import shutil

import numpy as np
import pytest
from PIL import Image

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.upscaler import read_upscaler_manifest
from girlsmoe_desktop.resources import assets
from tests.unit.trainer.upscale.conftest import drawing
from trainer import cli
from trainer.judges.measures import Stopped
from trainer.judges.upscaling import distances, peers
from trainer.judges.upscaling.choice import suggested
from trainer.judges.upscaling.comparison import Figures, compare
from trainer.judges.upscaling.contenders import BICUBIC, LANCZOS, NEAREST, time_of
from trainer.judges.upscaling.ours import Ours
from trainer.judges.upscaling.pairs import drawn_pairs, folder_pairs, painted_pairs
from trainer.judges.upscaling.peers import PEERS, bordered, find_peers, middle, reduced
from trainer.judges.upscaling.perception import Perception, windows
from trainer.judges.upscaling.seams import worst_differences
from trainer.judges.upscaling.sheet import CROP_PX, ENLARGED, sheet_of, weak_spots

MODELS = assets() / "models"
UPSCALER, TAGGER = MODELS / "upscaler-x2", MODELS / "tagger-64"


class Knowing:
    """Gives the truth itself, which it was told."""

    name = "knowing"

    def __init__(self, pairs):
        self._truths = {pair.small.tobytes(): pair.truth for pair in pairs}

    def upscale(self, picture):
        return self._truths[picture.tobytes()]


@pytest.fixture
def pairs():
    return drawn_pairs(["a", "b"], np.stack([drawing(seed, 256) for seed in (1, 2)]), 64)


@pytest.fixture(scope="module")
def perception():
    return Perception(TAGGER)


@pytest.fixture
def folder(tmp_path):
    where = tmp_path / "portraits"
    where.mkdir()
    for seed in range(3):
        Image.fromarray(drawing(seed, 128)).save(where / f"{seed}.png")
    return where


def blurred(picture):
    small = Image.fromarray(picture).resize((64, 64), Image.Resampling.BOX)
    return np.asarray(small.resize((128, 128), Image.Resampling.BILINEAR))


def test_the_truth_has_the_best_figures_and_every_other_less(pairs, perception):
    contenders = [Knowing(pairs.pairs), NEAREST, LANCZOS]
    seen = []
    found = compare(pairs, contenders, perception, lambda: seen.append(1), lambda: False).figures
    best = found["knowing"]
    assert best == Figures(float("inf"), pytest.approx(1), 0, 0, pytest.approx(1), 0, 0)
    assert len(seen) == 6
    for name in ("nearest", "Lanczos"):
        other = found[name]
        assert other.psnr < 40
        assert other.ssim < 0.999
        assert other.gmsd > 1e-6  # it halves the pictures first, and so sees little here
        assert other.perception > 0.01
    assert found["Lanczos"].psnr > found["nearest"].psnr
    assert found["Lanczos"].sharpness < 1


def test_a_comparison_can_be_stopped(pairs, perception):
    with pytest.raises(Stopped):
        compare(pairs, [LANCZOS], perception, lambda: None, lambda: True)


def test_each_measure_answers_to_what_it_is_for():
    truth = drawing(3, 128)
    soft, truth1 = blurred(truth) / 255, truth / 255
    assert distances.sharpness(soft, truth1) < 0.8 < distances.sharpness(truth1, truth1)
    noise = np.random.default_rng(0).normal(0, 4 / 255, truth.shape)
    assert distances.grain(truth1 + noise, truth1) == pytest.approx(4, rel=0.2)
    assert distances.grain(soft, truth1) < 0.5
    rings = np.clip(truth1 + 0.6 * (truth1 - soft), 0, 1)
    assert distances.halo(rings, truth1) > 4 * distances.halo(soft, truth1)
    moved = np.concatenate([truth1[:, :1], truth1[:, :-1]], axis=1)
    assert distances.halo(moved, truth1) < 0.2
    flat = np.full((32, 32, 3), 0.5)
    assert np.isnan(distances.sharpness(flat, flat))
    assert np.isnan(distances.halo(flat, flat))
    assert distances.psnr(flat, flat + 0.1) == pytest.approx(20)


def test_pairs_are_the_same_picture_in_two_sizes(folder):
    drawn = drawn_pairs(["a"], drawing(1, 128)[None], 32).pairs[0]
    assert drawn.small.shape == (32, 32, 3)
    assert drawn.truth.shape == (64, 64, 3)
    means = drawn.truth.reshape(32, 2, 32, 2, 3).mean((1, 3))
    assert np.abs(drawn.small - means).max() <= 1
    with pytest.raises(UserError, match="--size 192"):
        drawn_pairs(["a"], drawing(1, 128)[None], 24)
    Image.fromarray(drawing(1, 128)[:101, :77]).save(folder / "odd.png")
    odd = next(p for p in folder_pairs(folder, "bicubic").pairs if p.name == "odd.png")
    assert odd.truth.shape == (100, 76, 3)
    assert odd.small.shape == (50, 38, 3)
    Image.fromarray(drawing(1, 20)).save(folder / "small.png")
    with pytest.raises(UserError, match=r"small\.png is 20x20"):
        folder_pairs(folder, "area")


def test_paintings_are_the_same_truths_with_a_generators_faults(pairs):
    painted = painted_pairs(pairs)
    for pair, clean in zip(painted.pairs, pairs.pairs, strict=True):
        assert np.array_equal(pair.truth, clean.truth)
        assert pair.small.shape == clean.small.shape
        off = np.abs(pair.small.astype(float) - clean.small).mean()
        assert 0.3 < off < 20
    again = painted_pairs(pairs)
    assert np.array_equal(again.pairs[0].small, painted.pairs[0].small)


def test_flat_is_where_no_pixel_around_differs():
    truth = np.full((40, 40, 3), 0.5)
    truth[:, 30:, 1] = 0.6
    flat = distances.is_flat(truth)
    assert flat[:, :27].all()
    assert not flat[:, 27:33].any()
    assert flat[:, 33:].all()
    noisy = truth + np.random.default_rng(0).normal(0, 4 / 255, truth.shape)
    assert distances.is_flat(noisy).mean() < 0.01


def test_windows_cover_pictures_of_any_size():
    assert windows(np.zeros((20, 70, 3), np.uint8), 64).shape == (2, 64, 64, 3)
    assert windows(np.zeros((128, 64, 3), np.uint8), 64).shape == (2, 64, 64, 3)


def test_blends_lie_between_the_ends():
    ours, picture = Ours(UPSCALER), drawing(5, 48)
    soft, half, sharp = (ours.at(at).upscale(picture).astype(int) for at in (0, 0.5, 1))
    assert np.abs(soft - sharp).max() > 4
    mixed = ours.pictures_at(0.5).upscale(picture).astype(int)
    assert np.abs(half - mixed).mean() < np.abs(soft - sharp).mean()
    assert time_of(BICUBIC, [picture]) > 0


def test_seams_are_measured_and_a_network_that_sees_further_than_it_says_is_found(tmp_path):
    ours, picture = Ours(UPSCALER), drawing(5, 96)
    sizes = [(345, 331), (701, 37)]
    worst = worst_differences(UPSCALER, ours.at(0.5), 0.5, picture, sizes)
    assert list(worst) == ["331x345", "37x701"]
    assert max(worst.values()) <= 1
    lying = tmp_path / "lying"
    shutil.copytree(UPSCALER, lying)
    said = (lying / "model.json").read_text(encoding="utf-8")
    changed = said.replace(f'"context": {ours.manifest.context}', '"context": 2')
    (lying / "model.json").write_text(changed, encoding="utf-8")
    assert max(worst_differences(lying, ours.at(0.5), 0.5, picture, sizes).values()) > 4


class Failing:
    """Enlarges, but for a corner that it leaves black."""

    name = "a contender of a name that needs two lines"

    def upscale(self, picture):
        grown = NEAREST.upscale(picture).copy()
        grown[:40, -40:] = 0
        return grown


def test_sheets_show_everybody_at_one_place_and_where_it_went_wrong(pairs):
    side = ENLARGED * CROP_PX
    sheet = sheet_of(pairs.pairs[:1], [BICUBIC, Failing()])
    first, truth = sheet[:side, :side], sheet[:side, 3 * side : 4 * side]
    assert sheet.shape[1] == 7 * side
    assert sheet.shape[0] > side + 20  # names have room
    assert np.abs(first.astype(int) - truth).mean() < 40  # the same place
    assert (sheet[:side, 4 * side :] == 255).all()
    weak = weak_spots(pairs.pairs[:1], Failing())
    assert (weak[:side, side : 2 * side] == 0).mean() > 0.2


def figures(perception, grain):
    return Figures(30, 0.9, 0.01, perception, 0.9, grain, 0.0)


def test_the_slider_begins_where_it_looks_near_and_makes_up_least():
    found = {0.0: figures(0.2, 0.1), 0.5: figures(0.1005, 0.3), 1.0: figures(0.1, 0.5)}
    assert suggested(found) == 0.5
    assert suggested({**found, 0.5: figures(0.102, 0.3)}) == 1.0


def test_borders_go_on_and_off_again():
    values = np.random.default_rng(0).random((3, 5, 6), np.float32)
    wide = bordered(values, 4)
    assert wide.shape == (3, 14, 14)
    grown = wide.repeat(2, 1).repeat(2, 2)
    want = values.repeat(2, 1).repeat(2, 2)
    assert np.array_equal(middle(grown, 10, 12, 8), want)
    assert np.array_equal(middle(grown[:, 8:-8, 8:-8], 10, 12, 8), want)


def test_what_is_four_times_as_large_is_halved():
    values = np.arange(3 * 4 * 4, dtype=np.float32).reshape(3, 4, 4)
    assert reduced(values, 2).tolist()[0] == [[2.5, 4.5], [10.5, 12.5]]
    assert np.array_equal(reduced(values, 1), values)


@pytest.mark.skipif(not find_peers()[0], reason="needs pip install '.[peers]'")
def test_networks_of_others_enlarge_in_place_and_keep_colours():
    found, missing = find_peers()
    assert len(found) + len(missing) == len(PEERS)
    truth = drawing(4, 64)[:, :50].astype(float)
    image = Image.fromarray(drawing(4, 64)).resize((32, 32), Image.Resampling.BOX)
    small = np.asarray(image)[:, :25]
    for peer in found:
        grown = peer.upscale(small)
        assert grown.shape == truth.shape, peer.name
        off = [
            np.abs(np.roll(grown, way, axis) - truth).mean() for way in (-2, 2) for axis in (0, 1)
        ]
        off.append(np.abs(grown[..., ::-1] - truth).mean())
        assert 2 * np.abs(grown - truth).mean() < min(off), peer.name


def test_networks_that_are_not_installed_are_named(monkeypatch):
    monkeypatch.setattr(peers, "find_spec", lambda _name: None)
    assert find_peers() == ([], [each.name for each in PEERS])


def test_the_command_writes_tables_page_and_sheets_and_notes_them(folder, tmp_path, capsys):
    out, upscaler = tmp_path / "out", tmp_path / "upscaler"
    shutil.copytree(UPSCALER, upscaler)
    command = ["evaluate-sr", upscaler, "--data", folder, "--pictures", "2", "--side", "32"]
    command += ["--ground", folder, "--sharpness", "0", "1", "--no-peers", "--note", "--out", out]
    assert cli.main([str(word) for word in command]) == 0
    assert "peers" in capsys.readouterr().out
    metrics = json.loads((out / "metrics.json").read_text(encoding="utf-8"))
    assert [each["pictures"] for each in metrics["sets"]] == [2, 2, 3]
    first = metrics["sets"][0]["figures"]
    assert set(first) == {"bicubic", "Lanczos", "ours 0", "ours 1"}
    assert metrics["default_sharpness"] in (0, 1)
    ours = first[f"ours {metrics['default_sharpness']:g}"]
    assert metrics["summary"]["psnr"] == pytest.approx(ours["psnr"], abs=1e-4)
    table = (out / "table.md").read_text(encoding="utf-8")
    assert table.count("| bicubic |") == 3
    assert "(at first)" in table
    assert "<table>" in (out / "report.html").read_text(encoding="utf-8")
    with Image.open(out / "sheet.png") as sheet:
        assert sheet.width == 7 * ENLARGED * CROP_PX
    noted = read_upscaler_manifest(upscaler / "model.json")
    assert noted.metrics == metrics["summary"]
    assert noted.default_sharpness == metrics["default_sharpness"]
    assert {"psnr", "paintings_artefacts", "ground_psnr", "worst_seam"} <= set(noted.metrics)
    card = (upscaler / "card.md").read_text(encoding="utf-8")
    assert table.strip() in card
    assert f"({(upscaler / 'weak_spots.png').name})" in card
    assert noted.license in card


@pytest.mark.parametrize(
    ("more", "reason"), [(["--sharpness", "2"], "0 to 1"), (["--side", "50"], "can't be reduced")]
)
def test_what_can_not_be_compared_is_refused(folder, tmp_path, capsys, more, reason):
    command = ["evaluate-sr", UPSCALER, "--data", folder, "--out", tmp_path / "out", *more]
    assert cli.main([str(word) for word in command]) == 2
    assert reason in capsys.readouterr().err
    assert not (tmp_path / "out").exists()
