"""What models can run on, by name, and what each needs. Loads no onnxruntime."""

from __future__ import annotations

from dataclasses import dataclass

from girlsmoe_desktop.core.errors import Sentence, UserError

AUTO, CPU = "auto", "cpu"
CPU_PROVIDER, CUDA_PROVIDER = "CPUExecutionProvider", "CUDAExecutionProvider"


@dataclass(frozen=True)
class Device:
    """Something that models can run on.

    Attributes:
        id: What settings and command lines call it.
        name: What people read.
        provider: What onnxruntime calls it.
        package: The Python package that brings it.
        systems: Beginnings of `sys.platform` where there is such a thing.
        needs: What else must be there, in words that end a sentence.
    """

    id: str
    name: str
    provider: str
    package: str = "onnxruntime"
    systems: tuple[str, ...] = ("",)
    needs: Sentence | None = None


# The quickest first. This list is the only door: the stock wheel also offers a provider that
# sends tensors to a remote service.
DEVICES = (
    Device(
        "cuda",
        "GPU · CUDA",
        CUDA_PROVIDER,
        "onnxruntime-gpu",
        ("linux", "win32"),
        Sentence("an NVIDIA card, its driver, and CUDA and cuDNN as onnxruntime-gpu wants them"),
    ),
    Device(
        "directml",
        "GPU · DirectML",
        "DmlExecutionProvider",
        "onnxruntime-directml",
        ("win32",),
        Sentence("a graphics card with DirectX 12 and its driver"),
    ),
    Device(
        "coreml",
        "Core ML",
        "CoreMLExecutionProvider",
        "onnxruntime",
        ("darwin",),
        Sentence("macOS 10.15 or later"),
    ),
    Device(
        "webgpu",
        "GPU · WebGPU",
        "WebGpuExecutionProvider",
        "onnxruntime-webgpu",
        ("",),
        Sentence("a graphics card with Vulkan, Metal or DirectX 12, and its driver"),
    ),
    Device(CPU, "CPU", CPU_PROVIDER),
)
_BY_ID = {device.id: device for device in DEVICES}
IDS = (AUTO, *_BY_ID)


def device(device_id: str) -> Device:
    """Returns the device of an id.

    Raises:
        UserError: There is none.
    """
    if device_id not in _BY_ID:
        raise UserError("There is no device {0!r}: choose one of {1}.", device_id, ", ".join(IDS))
    return _BY_ID[device_id]


def name_of(provider: str) -> str:
    """Returns what people call a provider."""
    names = {known.provider: known.name for known in DEVICES}
    return names.get(provider, provider)
