import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import upscaler as upscalers
from girlsmoe_desktop.runtime.upscaler import (
    Tile,
    Upscaler,
    around,
    bled,
    check_output,
    find_upscaler,
    tiles,
)
from tests.conftest import tiny_upscaler_onnx, write_upscaler


def noise(*shape):
    return np.random.default_rng(3).integers(0, 256, shape, dtype=np.uint8)


@pytest.fixture
def upscaler(tiny_upscaler):
    return Upscaler(tiny_upscaler)


@pytest.fixture
def small_tiles(monkeypatch):
    monkeypatch.setattr(upscalers, "MAX_PATCH_PX", 20 * 20)
    monkeypatch.setattr(upscalers, "_LEAST_TILE_PX", 8)


def difference(a, b):
    return int(np.abs(a.astype(int) - b.astype(int)).max())


def test_it_computes_what_the_network_does_of_a_picture_whose_edge_goes_on(upscaler):
    picture = noise(9, 14, 3)
    img = np.pad(picture, ((2, 2), (2, 2), (0, 0)), "edge").transpose(2, 0, 1)[None] / 255
    session = onnxruntime.InferenceSession(tiny_upscaler_onnx(1))
    (expected,) = session.run(None, {"img": img.astype(np.float32)})
    inner = expected[0, :, 4:-4, 4:-4].transpose(1, 2, 0) * 255
    seen = upscaler.upscale(picture, sharpness=0)
    assert seen.shape == (18, 28, 3)
    assert np.abs(seen - inner.clip(0, 255)).max() <= 0.51


@pytest.mark.parametrize("channels", [3, 4])
@pytest.mark.parametrize("scale", [2, 4])
def test_tiles_are_the_whole_picture(upscaler, monkeypatch, channels, scale):
    picture = noise(61, 83, channels)
    if channels == 4:
        picture[10:50, 20:70, 3] = 0
    whole = upscaler.upscale(picture, scale=scale)
    monkeypatch.setattr(upscalers, "MAX_PATCH_PX", 20 * 20)
    monkeypatch.setattr(upscalers, "_LEAST_TILE_PX", 8)
    assert len(list(tiles(61, 83, 2))) > 10
    assert difference(upscaler.upscale(picture, scale=scale), whole) <= 1


@pytest.mark.parametrize("size", [(1, 1), (1, 7), (300, 301), (1, 20_000), (20_000, 3), (999, 17)])
@pytest.mark.parametrize("context", [1, 13, 256])
def test_tiles_cover_every_pixel_and_are_of_one_bounded_size(size, context):
    seen = np.zeros(size, bool)
    found = list(tiles(*size, context))
    for tile in found:
        seen[tile.top : tile.top + tile.height, tile.left : tile.left + tile.width] = True
        assert tile.top >= 0
        assert tile.left >= 0
    assert seen.all()
    assert len({(tile.height, tile.width) for tile in found}) == 1
    patch = (found[0].height + 2 * context) * (found[0].width + 2 * context)
    assert patch <= max(upscalers.MAX_PATCH_PX, (32 + 2 * context) ** 2)


@pytest.mark.parametrize("size", [(1, 1), (1, 20_000), (3, 2)])
@pytest.mark.parametrize("channels", [3, 4])
def test_pictures_of_odd_sizes_are_enlarged(upscaler, size, channels):
    assert upscaler.upscale(noise(*size, channels)).shape == (2 * size[0], 2 * size[1], channels)


def test_four_times_is_twice_two_times(upscaler):
    picture = noise(12, 10, 3)
    once = upscaler.upscale(upscaler.upscale(picture))
    assert np.array_equal(upscaler.upscale(picture, scale=4), once)


def test_sharpness_blends_and_has_a_default(upscaler):
    picture = noise(12, 10, 3)
    soft, middle, sharp = (upscaler.upscale(picture, sharpness=s) for s in (0, 0.5, 1))
    assert difference(soft, sharp) > 5
    assert np.array_equal(upscaler.upscale(picture), middle)
    assert difference(middle, soft) > 1


def test_few_sessions_are_kept(upscaler, monkeypatch):
    made = []
    really = upscalers.open_session
    monkeypatch.setattr(upscalers, "open_session", lambda *a: made.append(1) or really(*a))
    for sharpness in (0.1, 0.1, 0.1001, 0.2, 0.3, 0.2, 0.4, 0.1):
        upscaler.upscale(noise(2, 2, 3), sharpness=sharpness)
    assert len(made) == 5  # the last 0.1 is the only one that was forgotten


@pytest.mark.parametrize("sharpness", [-0.1, 1.1, float("nan")])
def test_a_sharpness_that_cannot_be_is_refused(upscaler, sharpness):
    with pytest.raises(UserError, match="choose 0"):
        upscaler.upscale(noise(2, 2, 3), sharpness=sharpness)


@pytest.mark.parametrize("scale", [1, 3, 8])
def test_a_scale_that_cannot_be_is_refused(upscaler, scale):
    with pytest.raises(UserError, match="another scale"):
        upscaler.upscale(noise(2, 2, 3), scale=scale)


@pytest.mark.parametrize(
    "picture", [np.zeros((2, 2, 3), np.float32), noise(2, 2), noise(2, 2, 2), noise(0, 2, 3)]
)
def test_what_is_no_picture_is_refused(upscaler, picture):
    with pytest.raises(ValueError, match=r"expected|empty"):
        upscaler.upscale(picture)


def test_a_result_that_would_be_too_large_is_refused_before_the_work(upscaler, monkeypatch):
    check_output(5000, 5000, 2)
    with pytest.raises(UserError, match="12000x12000 px"):
        check_output(3000, 3000, 4)
    monkeypatch.setattr(upscalers, "MAX_OUTPUT_PX", 100)
    with pytest.raises(UserError, match="choose a smaller"):
        upscaler.upscale(noise(6, 5, 3))


@pytest.mark.usefixtures("small_tiles")
def test_progress_ends_where_it_should_and_never_goes_back(upscaler):
    heard = []
    upscaler.upscale(noise(30, 40, 3), scale=4, on_progress=lambda *told: heard.append(told))
    count = heard[0][1]
    assert heard == [(done, count) for done in range(1, count + 1)]
    assert count > 10


@pytest.mark.usefixtures("small_tiles")
def test_it_can_be_stopped_between_tiles(upscaler):
    asked = []

    def should_stop():
        asked.append(1)
        return len(asked) == 3

    heard = []
    larger = upscaler.upscale(
        noise(60, 60, 3), on_progress=lambda *told: heard.append(told), should_stop=should_stop
    )
    assert larger is None
    assert len(heard) == 2


def disc(hidden):
    """An orange disc on nothing, where the pixels that can't be seen are of another colour."""
    y, x = np.mgrid[:48, :48]
    inside = (14 - np.hypot(y - 23.5, x - 23.5)).clip(0, 1)
    picture = np.empty((48, 48, 4), np.uint8)
    picture[..., :3] = np.where(inside[..., None] > 0, (230, 120, 60), hidden)
    picture[..., 3] = np.rint(inside * 255)
    return picture


@pytest.mark.parametrize("scale", [2, 4])
def test_what_cannot_be_seen_leaves_no_halo(upscaler, scale):
    one, other = (upscaler.upscale(disc(h), scale=scale) for h in ((0, 0, 0), (0, 255, 255)))
    seen = one[..., 3] > 0
    assert np.array_equal(one[..., 3], other[..., 3])
    assert difference(one[seen], other[seen]) == 0
    whole = upscaler.upscale(np.full((8, 8, 3), (230, 120, 60), np.uint8), scale=scale)
    # Both differ from orange only by what this network of random weights makes of it.
    assert abs(one[seen][:, :3].mean(0) - whole.reshape(-1, 3).mean(0)).max() < 8


def test_transparency_does_not_overshoot(upscaler):
    alpha = upscaler.upscale(disc((0, 0, 0)))[..., 3]
    y, x = np.mgrid[:96, :96] / 2
    away = np.hypot(y - 23.5, x - 23.5)
    assert alpha[away > 16.5].max() == 0
    assert alpha[away < 11].min() == 255
    assert len(np.unique(alpha)) > 8


def test_colours_flow_only_into_what_is_empty():
    patch = np.zeros((1, 6, 4), np.uint8)
    patch[0, 0] = (10, 20, 30, 255)
    patch[0, 1] = (50, 60, 70, 255)
    seen = bled(patch, 2)
    assert seen[0, :, 0].tolist() == [10, 50, 50, 50, 0, 0]
    assert np.array_equal(bled(np.zeros((3, 3, 4), np.uint8), 5), np.zeros((3, 3, 3)))


def test_beyond_the_picture_its_edge_goes_on():
    picture = noise(4, 5, 3)
    expected = np.pad(picture, ((3, 3), (3, 3), (0, 0)), "edge")
    assert np.array_equal(around(picture, Tile(0, 0, 4, 5), 3), expected)
    assert np.array_equal(around(picture, Tile(1, 2, 2, 1), 1), picture[:4, 1:4])


def broken(value):
    model = onnx.load_from_string(tiny_upscaler_onnx(1))
    for tensor in model.graph.initializer:
        if tensor.name == "b2":
            tensor.CopyFrom(numpy_helper.from_array(np.full(12, value, np.float32), "b2"))
    return model.SerializeToString()


@pytest.mark.parametrize("value", [np.nan, np.inf, -50.0])
def test_black_and_nan_are_told(tmp_path, value):
    data = broken(value)
    upscaler = Upscaler(write_upscaler(tmp_path / "broken", data, data))
    with pytest.raises(UserError, match="gave no picture"):
        upscaler.upscale(np.full((8, 8, 3), 200, np.uint8))


def test_a_black_picture_may_become_black(tmp_path):
    data = broken(-50.0)
    upscaler = Upscaler(write_upscaler(tmp_path / "broken", data, data))
    assert upscaler.upscale(np.zeros((8, 8, 3), np.uint8)).max() == 0


def test_a_network_of_other_tensors_is_refused(tmp_path):
    model = onnx.load_from_string(tiny_upscaler_onnx(1))
    model.graph.input[0].type.tensor_type.shape.dim[2].dim_value = 16
    model.graph.input[0].type.tensor_type.shape.dim[3].dim_value = 16
    data = model.SerializeToString()
    with pytest.raises(UserError, match="any size"):
        Upscaler(write_upscaler(tmp_path / "fixed", data, data))


def test_what_is_damaged_is_refused(tiny_upscaler):
    data = bytearray((tiny_upscaler / "sharp.onnx").read_bytes())
    data[-40] ^= 1
    (tiny_upscaler / "sharp.onnx").write_bytes(data)
    with pytest.raises(UserError, match="damaged"):
        Upscaler(tiny_upscaler)
    (tiny_upscaler / "sharp.onnx").unlink()
    with pytest.raises(UserError, match="can't be read"):
        Upscaler(tiny_upscaler)


def test_the_installed_one_is_found_and_no_other_kind(tiny_upscaler, tiny_models, monkeypatch):
    monkeypatch.setattr(upscalers, "search_folders", lambda: [tiny_models])
    assert find_upscaler() is None
    monkeypatch.setattr(upscalers, "search_folders", lambda: [tiny_models, tiny_upscaler.parent])
    assert find_upscaler() == tiny_upscaler
    text = (tiny_upscaler / "model.json").read_text(encoding="utf-8")
    (tiny_upscaler / "model.json").write_text(text.replace('"context": 2', '"context": 0'))
    assert find_upscaler() is None
