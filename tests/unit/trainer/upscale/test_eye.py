import numpy as np
import onnxruntime
import pytest
import torch

from girlsmoe_desktop import resources
from girlsmoe_desktop.core.errors import UserError
from trainer.upscale.eye import open_eye

TAGGER = resources.assets() / "models" / "tagger-64"


@pytest.fixture(scope="module")
def eye():
    return open_eye(TAGGER)


def test_it_sees_what_the_tagger_sees(eye):
    """The last compared map, put through the file's remaining layers, gives its features."""
    import onnx
    from onnx.utils import Extractor

    model = onnx.load(TAGGER / "tagger.onnx")
    activations = [node.output[0] for node in model.graph.node if node.op_type == "Relu"]
    img = torch.rand(2, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    seen = [m.numpy() for m in eye(img)]
    widths = [m.shape[1] for m in seen]
    assert widths == [24, 48, 96]
    names = [activations[0], activations[3], activations[6]]
    part = Extractor(model).extract_model(["img"], names)
    session = onnxruntime.InferenceSession(part.SerializeToString())
    for ours, theirs in zip(seen, session.run(names, {"img": (img * 2 - 1).numpy()}), strict=True):
        assert np.abs(ours - theirs).max() < 1e-3


def test_the_same_is_no_distance_and_blur_is_some(eye):
    truth = torch.rand(1, 3, 64, 64, generator=torch.Generator().manual_seed(0))
    blurred = torch.nn.functional.avg_pool2d(truth, 3, stride=1, padding=1)
    assert float(eye.distance(truth, truth)) == 0
    assert float(eye.distance(blurred, truth)) > 0.05


def test_the_truth_gets_no_gradient_and_the_picture_does(eye):
    truth = torch.rand(1, 3, 32, 32, requires_grad=True)
    img = torch.rand(1, 3, 32, 32, requires_grad=True)
    eye.distance(img, truth).backward()
    assert truth.grad is None
    assert float(img.grad.abs().sum()) > 0


def test_another_network_is_refused(tmp_path):
    with pytest.raises(UserError):
        open_eye(tmp_path)
