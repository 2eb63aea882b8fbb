import dataclasses
import os
import socket
import subprocess
import sys

import pytest
import torch
from torch import multiprocessing, nn

from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer.checkpoint import load_checkpoint
from trainer.data.drawn import load_folder
from trainer.loop import _all_or_none
from trainer.models.shared_norm import share_norms
from trainer.runs import RunFolder
from trainer.state import TrainState
from trainer.step import train_step
from trainer.world import ALONE, World, join_world

PROCESSES = 2


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return str(probe.getsockname()[1])


def in_two_processes(work, *args):
    """Runs work(world, *args) in two gloo processes."""
    multiprocessing.spawn(_process, (free_port(), work, args), PROCESSES)


def _process(rank, port, work, args):
    os.environ |= {"MASTER_ADDR": "127.0.0.1", "MASTER_PORT": port, "RANK": str(rank)}
    os.environ["WORLD_SIZE"] = str(PROCESSES)
    torch.set_num_threads(1)
    with join_world("cpu", 4) as (world, device):
        assert (world, device) == (World(rank, PROCESSES), "cpu")
        work(world, *args)


def step_twice(world, config, pictures, out):
    """Does two steps, one with the penalty, and saves what the second left behind."""
    state = TrainState(config, load_folder(pictures, config.size), torch.device("cpu"), world)
    first = train_step(state)
    second = train_step(state)
    content = {"first": first, "second": second}
    for name in ("generator", "discriminator"):
        network = getattr(state, name)
        gradients = {key: p.grad for key, p in network.named_parameters()}
        buffers = dict(network.named_buffers())
        content[name] = {"gradients": gradients, "buffers": buffers}
    torch.save(content, out / f"{world.rank}-of-{world.size}.pt")


@pytest.mark.parametrize("kind", ["srresnet", "dcgan"])
def test_two_half_batches_give_the_gradients_of_one_whole(tiny, pictures, tmp_path, kind):
    # A wide start, so that gradients are well above the rounding of 32-bit numbers.
    wide = {"g_kind": kind, "g_init_std": 0.1, "d_init_std": 0.1, "gp_every_steps": 1}
    config = dataclasses.replace(tiny, **wide, hflip=True)
    step_twice(ALONE, config, pictures, tmp_path)
    in_two_processes(step_twice, config, pictures, tmp_path)
    whole, *halves = (
        torch.load(tmp_path / name) for name in ("0-of-1.pt", "0-of-2.pt", "1-of-2.pt")
    )
    assert {name for name in whole["first"] if name == "d_gp"}
    for half in halves:
        torch.testing.assert_close(half, whole, rtol=2e-3, atol=2e-5)
    assert whole["generator"]["gradients"]["conv_out.weight"].abs().max() > 1e-3
    torch.testing.assert_close(halves[0], halves[1], rtol=0, atol=0)


def test_shared_norms_keep_weights_and_draw_the_same_in_evaluation():
    network = nn.Sequential(nn.Conv2d(3, 4, 3), nn.BatchNorm2d(4)).eval()
    network[1].running_mean.uniform_()
    network[1].weight.data.uniform_()
    img = torch.randn(2, 3, 8, 8)
    before, names = network(img), list(network.state_dict())
    share_norms(network)
    assert torch.equal(network.eval()(img), before)
    assert list(network.state_dict()) == names


def wishes(world, out):
    answers = [world.agree(False), world.agree(world.rank == 1)]
    (out / str(world.rank)).write_text(str(answers), encoding="utf-8")


def test_one_wish_to_stop_is_everybodys(tmp_path):
    assert ALONE.agree(True)
    assert not ALONE.agree(False)
    in_two_processes(wishes, tmp_path)
    for rank in range(PROCESSES):
        assert (tmp_path / str(rank)).read_text(encoding="utf-8") == "[False, True]"


def fail_alone(world, out):
    try:
        with _all_or_none(world, True):
            if world.is_main:
                raise OSError("disk full")
    except (OSError, UserError) as error:
        (out / str(world.rank)).write_text(str(error), encoding="utf-8")


def test_where_one_fails_nobody_waits_for_it(tmp_path):
    in_two_processes(fail_alone, tmp_path)
    assert (tmp_path / "0").read_text(encoding="utf-8") == "disk full"
    assert "Another process" in (tmp_path / "1").read_text(encoding="utf-8")


def test_a_batch_that_cannot_be_shared_is_told(monkeypatch):
    monkeypatch.setenv("WORLD_SIZE", "3")
    with (
        pytest.raises(UserError, match=r"64 pictures.*3 processes.*batch_images=63"),
        join_world("cpu", 64),
    ):
        pass


def run_cli(processes, *args):
    start = []
    if processes > 1:
        start = [sys.executable, "-m", "torch.distributed.run", "--master-port", free_port()]
        # Without the two dashes torchrun takes --run for an option of its own.
        start += ["--nproc-per-node", str(processes), "--no-python", "--"]
    command = [sys.executable, "-m", "trainer.cli", "train", *map(str, args), "--device", "cpu"]
    done = subprocess.run(
        [*start, *command],
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    return done


def assert_equal_but_for_rounding(weights, others):
    """Adam divides by the gradient's size: where that is near 0, rounding is a step of its own.

    A run that trained on other pictures, or on other gradients, differs in most elements.
    """
    assert weights.keys() == others.keys()
    apart = torch.cat([(weights[key] - others[key]).abs().flatten() for key in weights])
    assert (apart > 1e-5).double().mean() < 1e-3
    assert apart.max() < 1e-3


def test_a_run_goes_on_with_more_processes_or_fewer(tiny, pictures, tmp_path):
    defaults = configs.preset("smoke")
    changed = {
        key: value
        for key, value in dataclasses.asdict(dataclasses.replace(tiny, d_init_std=0.1)).items()
        if value != getattr(defaults, key)
    }
    sets = [word for key, value in changed.items() for word in ("--set", f"{key}={value}")]
    ends = {}
    for name, counts in {"alone": (1, 1), "grows": (1, 2), "shrinks": (2, 1)}.items():
        run = tmp_path / name
        common = ("--data", pictures, "--run", run)
        done = run_cli(counts[0], "--preset", "smoke", *common, *sets, "--iterations", 3)
        assert done.stdout.count("Done: 3 steps") == 1  # told by one process alone
        run_cli(counts[1], *common, "--resume", "--iterations", 6)
        ends[name] = load_checkpoint(RunFolder(run).find_checkpoint())["state"]
    for name in ("grows", "shrinks"):
        assert ends[name]["step"] == 6
        for network in ("generator", "discriminator", "average"):
            assert_equal_but_for_rounding(ends[name][network], ends["alone"][network])
