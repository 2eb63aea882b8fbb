"""What a model can run on here, by name, or why not. Nothing remote is ever used."""

from __future__ import annotations

import contextlib
import io
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import onnxruntime as ort

from girlsmoe_desktop.core.errors import Sentence, UserError

if TYPE_CHECKING:
    from collections.abc import Sequence

# On Windows the variable that the package sets says nothing; this does.
ort.disable_telemetry_events()

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


def available() -> list[str]:
    """Returns what this onnxruntime says it can run models on, remote services left out."""
    known = {each.provider for each in DEVICES}
    return [name for name in ort.get_available_providers() if name in known]


def load_libraries(providers: Sequence[str]) -> None:
    """Loads CUDA's libraries where they lie beside onnxruntime as Python packages.

    Elsewhere the system finds them by itself. What can't be loaded is told by the provider, which
    then does not start.

    Args:
        providers: Those that a model is to run on.
    """
    if CUDA_PROVIDER in providers and hasattr(ort, "preload_dlls"):
        with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(OSError, RuntimeError):
            ort.preload_dlls(directory="")


def problem_of(known: Device) -> Sentence | None:
    """Returns why a device can't even be tried; None where it can be."""
    if known.provider in ort.get_available_providers():
        return None
    if not any(sys.platform.startswith(system) for system in known.systems):
        return Sentence("{0} is not made for this system.", known.name)
    return Sentence("The package {0} is not installed.", known.package)


def why_not(wanted: str, provider: str) -> Sentence | None:
    """Returns why a device that was asked for does not run a model; None if it does.

    Args:
        wanted: Its id, or AUTO.
        provider: What onnxruntime runs the model on.
    """
    if wanted == AUTO or device(wanted).provider == provider:
        return None
    known = device(wanted)
    return problem_of(known) or Sentence(
        "{0} did not start: it needs {1}.", known.name, known.needs
    )


def providers_for(device_id: str) -> list[str]:
    """Returns what onnxruntime is to try, the best first; the CPU is always the last.

    Args:
        device_id: AUTO takes everything that is there.

    Raises:
        UserError: There is no such device.
    """
    wanted = DEVICES if device_id == AUTO else (device(device_id), _BY_ID[CPU])
    providers = [known.provider for known in wanted if not problem_of(known)]
    # Where onnxruntime lists no CPU at all, it is nothing that this program knows.
    return list(dict.fromkeys([*providers, CPU_PROVIDER]))
