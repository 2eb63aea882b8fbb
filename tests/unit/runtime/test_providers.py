import sys
import threading

import numpy as np
import onnxruntime as ort
import pytest

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.recipe import make_recipe
from girlsmoe_desktop.runtime import providers
from girlsmoe_desktop.runtime.devices import AUTO, CPU, CPU_PROVIDER, DEVICES, IDS
from girlsmoe_desktop.runtime.devices import device as device_of
from girlsmoe_desktop.runtime.generator import Generator, is_blank
from girlsmoe_desktop.runtime.providers import providers_for
from girlsmoe_desktop.runtime.trial import device_lines, try_device

GPU = "CUDAExecutionProvider"
SESSION = ort.InferenceSession


@pytest.fixture
def gpu(monkeypatch):
    """Makes this a machine with a GPU, which may spoil what it paints, or not start at all."""

    def install(spoil=lambda img: img, starts=True):
        class Session:
            def __init__(self, data, options, providers):
                self._real = SESSION(data, options, providers=[CPU_PROVIDER])
                self._is_gpu = providers[0] == GPU and starts
                self.get_inputs, self.get_outputs = self._real.get_inputs, self._real.get_outputs

            def get_providers(self):
                return [GPU, CPU_PROVIDER] if self._is_gpu else [CPU_PROVIDER]

            def run(self, names, feeds):
                (img,) = self._real.run(names, feeds)
                return [spoil(img) if self._is_gpu else img]

        monkeypatch.setattr(ort, "InferenceSession", Session)
        monkeypatch.setattr(
            ort, "get_available_providers", lambda: [GPU, "AzureExecutionProvider", CPU_PROVIDER]
        )

    return install


def black(img):
    return np.full_like(img, -1.0)


def one_black(img):
    return np.concatenate([img[:-1], black(img[-1:])])


def not_numbers(img):
    return np.full_like(img, np.nan)


def lost(_img):
    raise RuntimeError("device lost")


def recipes(model, count=3):
    return [make_recipe(model.manifest, seed, {}) for seed in range(count)]


def test_a_remote_provider_is_never_asked_for(monkeypatch):
    everything = [known.provider for known in DEVICES] + ["AzureExecutionProvider", "Unheard"]
    monkeypatch.setattr(ort, "get_available_providers", lambda: everything)
    asked = {provider for device in IDS for provider in providers_for(device)}
    assert asked == {known.provider for known in DEVICES}
    assert all("Azure" not in provider for provider in asked)


def test_the_best_comes_first_and_the_cpu_is_always_the_last(monkeypatch):
    monkeypatch.setattr(ort, "get_available_providers", lambda: [CPU_PROVIDER, GPU])
    assert providers_for(AUTO) == [GPU, CPU_PROVIDER]
    assert providers_for("cuda") == [GPU, CPU_PROVIDER]
    assert providers_for(CPU) == [CPU_PROVIDER]
    assert providers_for("directml") == [CPU_PROVIDER]


def test_a_device_that_is_none_is_told():
    with pytest.raises(UserError, match="no device 'toaster': choose one of auto, cuda"):
        providers_for("toaster")


@pytest.mark.parametrize(
    ("platform", "device", "reason"),
    [
        ("linux", "directml", "is not for this system."),
        ("linux", "cuda", "The package onnxruntime-gpu is not installed."),
        ("win32", "directml", "The package onnxruntime-directml is not installed."),
        ("darwin", "cuda", "is not for this system."),
        ("linux", "cpu", ""),
    ],
)
def test_why_a_device_can_not_be_used_is_said_in_words(monkeypatch, platform, device, reason):
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ort, "get_available_providers", lambda: [CPU_PROVIDER])
    problem = providers.problem_of(device_of(device))
    assert str(problem or "").endswith(reason)
    assert bool(problem) == bool(reason)


def test_a_device_that_works_is_used(gpu, tiny_model):
    gpu()
    generator = Generator(tiny_model)
    assert (generator.provider, generator.problem) == (GPU, None)
    assert Generator(tiny_model, device=CPU).provider == CPU_PROVIDER


def test_a_device_that_does_not_start_gives_way_to_the_cpu_and_says_why(gpu, tiny_model):
    gpu(starts=False)
    generator = Generator(tiny_model, device="cuda")
    assert generator.provider == CPU_PROVIDER
    assert "did not start: it needs an NVIDIA card" in str(generator.problem)
    assert not is_blank(generator.paint(recipes(tiny_model)))


@pytest.mark.parametrize("spoil", [black, one_black, not_numbers, lost])
def test_what_a_device_paints_wrongly_the_cpu_paints_again(gpu, tiny_model, spoil):
    expected = Generator(tiny_model, device=CPU).paint(recipes(tiny_model))
    gpu(spoil)
    generator, left = Generator(tiny_model), []
    generator.on_left = left.append
    assert np.array_equal(generator.paint(recipes(tiny_model)), expected)
    assert generator.provider == CPU_PROVIDER
    generator.paint(recipes(tiny_model))
    assert left == ["GPU · CUDA"]


def test_threads_that_meet_a_broken_device_leave_it_once(gpu, tiny_model):
    gpu(black)
    generator, left, painted = Generator(tiny_model), [], []
    generator.on_left = left.append
    start = threading.Barrier(4)

    def paint():
        start.wait()
        painted.append(generator.paint(recipes(tiny_model)))

    threads = [threading.Thread(target=paint) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(painted) == 4
    assert not any(map(is_blank, painted))
    assert len(left) == 1


def test_blank_is_one_colour_and_nothing_else():
    pictures = np.zeros((2, 8, 8, 3), np.uint8)
    pictures[0, 0, 0] = pictures[1, 0, 0] = 200
    assert not is_blank(pictures)
    pictures[1] = (10, 120, 240)
    assert is_blank(pictures)


def test_a_trial_tells_the_time_or_the_reason(gpu, tiny_model):
    assert "not installed" in str(try_device(tiny_model, "cuda", 1).problem)
    assert try_device(tiny_model, CPU, 3).picture_ms > 0
    gpu()
    trial = try_device(tiny_model, "cuda", 3)
    assert (trial.picture_ms is not None, trial.problem) == (True, None)
    gpu(starts=False)
    assert "did not start" in str(try_device(tiny_model, "cuda", 1).problem)
    gpu(black)
    assert "paints empty pictures here" in str(try_device(tiny_model, "cuda", 1).problem)


def test_each_device_is_told_to_paint_only_where_it_did(gpu, tiny_model):
    lines = dict(line.split(": ", 1) for line in device_lines(tiny_model))
    assert lines["GPU · CUDA"] == "The package onnxruntime-gpu is not installed."
    assert lines["CPU"].endswith(" ms a picture")
    gpu()
    assert dict(line.split(": ", 1) for line in device_lines(tiny_model))["GPU · CUDA"].startswith(
        "paints, "
    )
    gpu(starts=False)
    told = dict(line.split(": ", 1) for line in device_lines(tiny_model))["GPU · CUDA"]
    assert "did not start: it needs an NVIDIA card" in told
    gpu()
    assert "GPU · CUDA: installed, not tried: there is no model to paint with." in device_lines(
        None
    )
