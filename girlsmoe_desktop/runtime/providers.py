"""What of the devices can be used here, or why not. Nothing remote is ever used."""

from __future__ import annotations

import contextlib
import io
import sys
from typing import TYPE_CHECKING

import onnxruntime as ort

from girlsmoe_desktop.core.errors import Sentence
from girlsmoe_desktop.runtime.devices import (
    AUTO,
    CPU,
    CPU_PROVIDER,
    CUDA_PROVIDER,
    DEVICES,
    Device,
    device,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

_FATAL = 4
# On Windows the variable that the package sets says nothing; this does.
ort.disable_telemetry_events()
# What goes wrong is raised, and told in our own words; a provider that does not start would also
# write lines of its own.
ort.set_default_logger_severity(_FATAL)


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
        return Sentence("It is not for this system.")
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
    problem = problem_of(known)
    if problem is not None:
        return Sentence("{0} can't be used. {1}", known.name, problem)
    return Sentence("{0} did not start: it needs {1}.", known.name, known.needs)


def providers_for(device_id: str) -> list[str]:
    """Returns what onnxruntime is to try, the best first; the CPU is always the last.

    Args:
        device_id: AUTO takes everything that is there.

    Raises:
        UserError: There is no such device.
    """
    wanted = DEVICES if device_id == AUTO else (device(device_id), device(CPU))
    providers = [known.provider for known in wanted if not problem_of(known)]
    # Where onnxruntime lists no CPU at all, it is nothing that this program knows.
    return list(dict.fromkeys([*providers, CPU_PROVIDER]))
