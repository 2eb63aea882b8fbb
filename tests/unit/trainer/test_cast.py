"""Characters of people's own in the sample sheets of a run."""

import dataclasses

import numpy as np
import pytest
import torch
from PIL import Image

from girlsmoe_desktop.core.attributes import LABELS
from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import normals
from girlsmoe_desktop.core.pictures import save_png
from girlsmoe_desktop.core.recipe import Recipe, with_noise, with_truncation
from trainer.cast import MOST, as_inputs, cast_of, keep_cast, read_cast
from trainer.checkpoint import load_checkpoint
from trainer.commands.train import add_command
from trainer.conditions import to_input
from trainer.data.drawn import load_folder
from trainer.loop import train
from trainer.pixels import to_pixels
from trainer.runs import RunFolder
from trainer.sheet import SIDE, SampleSheet
from trainer.state import TrainState


def character(seed, z_dim=128, **strengths):
    labels = dict.fromkeys(LABELS, 0.0) | {"blue_hair": 1.0, "smile": 0.5} | strengths
    return Recipe("some-model", "0" * 64, normals(seed, z_dim), labels, seed)


def tiles(path):
    """The pictures of a sheet, (64, H, W, 3)."""
    pixels = np.asarray(Image.open(path))
    side = len(pixels) // SIDE
    return pixels.reshape(SIDE, side, SIDE, side, 3).swapaxes(1, 2).reshape(-1, side, side, 3)


def test_a_cast_takes_the_first_places_and_leaves_the_others_as_they_are(tiny, data, tmp_path):
    state = TrainState(tiny, data, torch.device("cpu"))
    SampleSheet(state).save(tmp_path / "without.png")
    cast = [character(7), with_truncation(character(8, hat=1.0), 0.5)]
    SampleSheet(state, cast).save(tmp_path / "with.png")
    without, with_ = tiles(tmp_path / "without.png"), tiles(tmp_path / "with.png")
    assert np.array_equal(without[2:], with_[2:])
    z = torch.tensor(np.stack([cast[0].z, cast[1].z * np.float32(0.5)]))
    labels = torch.tensor([[one.strengths[label] for label in LABELS] for one in cast])
    network = state.best_generator.eval()
    with torch.no_grad():
        expected = to_pixels(network(z, to_input(labels))).numpy()
    assert np.abs(with_[:2].astype(int) - expected.astype(int)).max() <= 1
    assert not np.array_equal(without[:2], with_[:2])


def test_a_cast_changes_nothing_of_what_is_learned(tiny, pictures, tmp_path):
    for name, cast in (("a", ()), ("b", [character(1)])):
        data = load_folder(pictures, tiny.size)
        train(tiny, data, RunFolder(tmp_path / name), lambda: False, lambda _event: None, cast=cast)
    one, two = (
        load_checkpoint(RunFolder(tmp_path / name).find_checkpoint())["state"] for name in "ab"
    )
    for part in ("generator", "discriminator"):
        assert all(torch.equal(one[part][key], two[part][key]) for key in one[part])
    assert not RunFolder(tmp_path / "a").cast_path.exists()
    assert len(cast_of(RunFolder(tmp_path / "b"))) == 1


def test_noise_of_another_length_comes_from_its_seed(tiny):
    other = dataclasses.replace(character(5, z_dim=8), truncation=0.5)
    z, labels = as_inputs([other], tiny.z_dim)
    assert np.array_equal(z[0], normals(5, tiny.z_dim) * np.float32(0.5))
    assert labels[0, LABELS.index("smile")] == 0.5
    with pytest.raises(UserError, match="Character 1 of --cast has 8 noise values"):
        as_inputs([with_noise(other, other.z)], tiny.z_dim)


def test_labels_that_are_not_ours_are_left_out(tiny):
    odd = dataclasses.replace(character(1), strengths={"wings": 1.0, "hat": 1.0})
    _, labels = as_inputs([odd], tiny.z_dim)
    assert labels.sum() == 1.0
    assert labels[0, LABELS.index("hat")] == 1.0


def test_pictures_and_lines_of_recipes_are_read_and_kept(tmp_path):
    run = RunFolder(tmp_path / "run")
    picture, recipes = tmp_path / "one.png", tmp_path / "two.txt"
    save_png(picture, np.zeros((16, 16, 3), np.uint8), character(1))
    recipes.write_text(f"{character(2).to_json()}\n\n{character(3).to_json()}\n", "utf-8")
    cast = read_cast([picture, recipes])
    assert [one.seed for one in cast] == [1, 2, 3]
    keep_cast(run, cast)
    assert [one.to_json() for one in cast_of(run)] == [one.to_json() for one in cast]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"{}", "recipe is damaged"),
        (b"\xff\xfe", "can't be read"),
        (b"x" * (1 << 20), "too large"),
        (None, "can't be read"),
    ],
)
def test_what_is_no_cast_is_refused(tmp_path, data, words):
    path = tmp_path / "cast.jsonl"
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError, match=words):
        read_cast([path])


def test_more_than_a_row_is_too_many(tmp_path):
    path = tmp_path / "cast.jsonl"
    path.write_text("".join(f"{character(n).to_json()}\n" for n in range(MOST + 1)))
    with pytest.raises(UserError, match="8 characters at most, --cast names 9"):
        read_cast([path])


def test_the_command_films_and_the_resumed_run_goes_on(pictures, tmp_path):
    import argparse

    from trainer.console import make_console

    def run(*more):
        parser = argparse.ArgumentParser()
        add_command(parser.add_subparsers())
        sets = [f"--set={key}" for key in ("g_channels=4", "d_channels=4", "batch_images=4")]
        often = [f"--set={key}" for key in ("sample_every_steps=2", "checkpoint_every_steps=2")]
        folder = ["--data", str(pictures), "--run", str(tmp_path / "run"), "--device", "cpu"]
        arguments = parser.parse_args(["train", *folder, *more, *often])
        arguments.settings = [*arguments.settings]
        if "--preset" in more:
            arguments.settings += [text.removeprefix("--set=") for text in sets]
        arguments.command(arguments, make_console("json"))

    picture = tmp_path / "one.png"
    save_png(picture, np.zeros((16, 16, 3), np.uint8), character(1))
    run("--preset", "smoke", "--iterations", "2", "--cast", str(picture))
    first = tiles(tmp_path / "run" / "samples" / "000002.png")
    run("--resume", "--iterations", "4")
    second = tiles(tmp_path / "run" / "samples" / "000004.png")
    assert len(cast_of(RunFolder(tmp_path / "run"))) == 1
    assert first.shape == second.shape
    assert np.asarray(Image.open(tmp_path / "run" / "film.png")).shape[0] == 2 * first.shape[1]
