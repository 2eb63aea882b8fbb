import numpy as np
import onnx
import onnxruntime
import pytest
from onnx import numpy_helper

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.runtime import onnx_blend
from girlsmoe_desktop.runtime.onnx_blend import blend_onnx
from tests.conftest import tiny_onnx, tiny_upscaler_onnx


def weights(data):
    tensors = onnx.load_from_string(data).graph.initializer
    return {tensor.name: numpy_helper.to_array(tensor) for tensor in tensors}


@pytest.mark.parametrize(("kind", "tolerance"), [(np.float32, 1e-7), (np.float16, 1e-3)])
@pytest.mark.parametrize("sharpness", [0.0, 0.3, 1.0])
def test_every_weight_lies_between_the_two(kind, tolerance, sharpness):
    soft, sharp = (tiny_upscaler_onnx(seed, kind) for seed in (1, 2))
    near, far, seen = (
        weights(soft),
        weights(sharp),
        weights(blend_onnx(soft, sharp, sharpness, "It")),
    )
    for name in ("w1", "b1", "w2", "b2"):
        expected = (1 - sharpness) * near[name].astype(float) + sharpness * far[name].astype(float)
        assert seen[name].dtype == kind
        assert np.abs(seen[name] - expected).max() <= tolerance
        assert np.abs(near[name] - far[name]).max() > 0.01
    assert np.array_equal(seen["copies"], near["copies"])


def test_the_ends_are_the_files_themselves():
    soft, sharp = tiny_upscaler_onnx(1), tiny_upscaler_onnx(2)
    assert blend_onnx(soft, sharp, 0, "It") == soft
    assert blend_onnx(soft, sharp, 1, "It") == sharp


def test_a_blend_can_be_run():
    data = blend_onnx(tiny_upscaler_onnx(1), tiny_upscaler_onnx(2), 0.5, "It")
    session = onnxruntime.InferenceSession(data)
    (seen,) = session.run(None, {"img": np.zeros((1, 3, 5, 4), np.float32)})
    assert seen.shape == (1, 3, 10, 8)


def renamed():
    model = onnx.load_from_string(tiny_upscaler_onnx(2))
    model.graph.node[1].attribute[0].f = 0.3
    return model.SerializeToString()


def reshaped():
    model = onnx.load_from_string(tiny_upscaler_onnx(2))
    model.graph.initializer[2].dims[:] = [6, 12, 3, 3]
    return model.SerializeToString()


def other_numbers():
    model = onnx.load_from_string(tiny_upscaler_onnx(2))
    model.graph.initializer[4].raw_data = np.arange(12)[::-1].tobytes()
    return model.SerializeToString()


@pytest.mark.parametrize(
    "other",
    [
        renamed,
        reshaped,
        other_numbers,
        tiny_onnx,
        lambda: tiny_upscaler_onnx(2, width=5),
        lambda: tiny_upscaler_onnx(2, np.float16),
    ],
)
def test_files_of_two_graphs_are_refused(other):
    soft, sharp = tiny_upscaler_onnx(1), other()
    for pair in ((soft, sharp), (sharp, soft)):
        with pytest.raises(UserError, match="not the same network"):
            blend_onnx(*pair, 0.5, "It")


def test_files_without_weights_in_them_are_refused():
    model = onnx.load_from_string(tiny_upscaler_onnx(1))
    for tensor in list(model.graph.initializer)[:4]:
        values = numpy_helper.to_array(tensor).ravel().tolist()
        tensor.ClearField("raw_data")
        tensor.float_data.extend(values)
    data = model.SerializeToString()
    with pytest.raises(UserError, match="not the same network"):
        blend_onnx(data, data, 0.5, "It")


def test_weights_in_other_files_are_refused():
    model = onnx.load_from_string(tiny_upscaler_onnx(1))
    tensor = model.graph.initializer[0]
    tensor.ClearField("raw_data")
    tensor.data_location = onnx.TensorProto.EXTERNAL
    tensor.external_data.add(key="location", value="/etc/passwd")
    with pytest.raises(UserError, match="from another file"):
        blend_onnx(tiny_upscaler_onnx(1), model.SerializeToString(), 0.5, "It")


def test_what_is_cut_off_or_too_large_is_refused(monkeypatch):
    data = tiny_upscaler_onnx(1)
    with pytest.raises(UserError, match="cut off"):
        blend_onnx(data, data[:-7], 0.5, "It")
    monkeypatch.setattr(onnx_blend, "MAX_BYTES", 100)
    with pytest.raises(UserError, match="larger than"):
        blend_onnx(data, data, 0.5, "It")
