import dataclasses
import json

import pytest

from girlsmoe_desktop.core import latent, manifest
from girlsmoe_desktop.core.errors import UserError
from trainer import config as configs
from trainer import settings


def test_paper_preset_is_the_paper():
    paper = configs.preset("paper-128")
    assert (paper.size, paper.g_channels, paper.g_blocks, paper.d_channels) == (128, 64, 16, 32)
    assert (paper.batch_images, paper.beta1) == (64, 0.5)
    assert (paper.lambda_adv, paper.lambda_gp, paper.gp_every_steps) == (34.0, 0.5, 1)
    assert (paper.condition_law, paper.ema_decay, paper.hflip) == ("training", 0.0, False)
    assert (paper.learning_rate, paper.decay_after_steps) == (0.0002, 50_000)
    printed = configs.preset("paper-128-printed")
    assert dataclasses.replace(printed, preset="paper-128", learning_rate=0.0002) == paper
    baseline = configs.preset("dcgan-baseline-128")
    assert dataclasses.replace(baseline, preset="paper-128", g_kind="srresnet") == paper


@pytest.mark.parametrize("name", configs.PRESETS)
def test_every_preset_carries_its_name_and_survives_json(name):
    config = configs.preset(name)
    assert config.preset == name
    assert configs.from_dict(json.loads(settings.to_json(config))) == config


def test_unknown_preset_lists_those_that_exist():
    with pytest.raises(
        UserError, match="paper-128, paper-128-printed, dcgan-baseline-128, modern-128, modern-256"
    ):
        configs.preset("preview")


def test_unknown_setting_lists_those_that_exist():
    with pytest.raises(UserError, match=r"'lambda'.*lambda_gp"):
        configs.override(configs.preset("smoke"), {"lambda": "1"})
    with pytest.raises(UserError, match="'colour'"):
        configs.from_dict({"colour": 1})


def test_overrides_take_the_type_of_the_field():
    given = {"lambda_gp": "10", "hflip": "false", "iterations": "7", "condition_law": "data"}
    config = configs.override(configs.preset("preview-64"), given)
    assert (config.lambda_gp, config.hflip, config.iterations) == (10.0, False, 7)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("iterations", "many"),
        ("iterations", "0"),
        ("hflip", "yes"),
        ("size", "96"),
        ("condition_law", "site"),
        ("g_kind", "resnet"),
        ("precision", "float16"),
        ("ema_decay", "1"),
        ("batch_images", "1"),
        ("learning_rate", "-1"),
        ("learning_rate", "nan"),
        ("lambda_gp", "inf"),
        ("seed", "99999999999999999999999"),
        ("seed", "-1"),
        ("beta1", "1.5"),
        ("beta2", "1"),
        ("z_dim", "1000000000000"),
        ("g_channels", "100000"),
        ("g_blocks", "100000"),
        ("d_channels", "100000"),
        ("batch_images", "1000000"),
        ("iterations", "1" + 400 * "0"),
        ("n_labels", "34"),
        ("preset", "zzz"),
    ],
)
def test_unfit_values_are_refused_by_name(key, value):
    with pytest.raises(UserError, match=key):
        configs.override(configs.preset("smoke"), {key: value})


def test_values_of_the_wrong_kind_in_a_file_are_refused():
    with pytest.raises(UserError, match="size must be a whole number"):
        configs.from_dict({"size": "64"})
    with pytest.raises(UserError, match="seed must be a whole number"):
        configs.from_dict({"seed": True})


def test_assignments_need_an_equals_sign():
    assert settings.assignments(["a=1", "b = x=y"]) == {"a": "1", "b": "x=y"}
    with pytest.raises(UserError, match="key=value"):
        settings.assignments(["lambda_gp"])


def test_the_largest_values_are_those_the_application_takes():
    assert (configs.MAX_SEED, configs.MAX_Z_DIM) == (latent.MAX_SEED, manifest.MAX_Z_DIM)
    most = {"seed": str(configs.MAX_SEED), "z_dim": str(configs.MAX_Z_DIM)}
    assert configs.override(configs.preset("smoke"), most).seed == configs.MAX_SEED


def test_another_number_of_labels_in_a_file_is_refused():
    with pytest.raises(UserError, match="n_labels must be 34"):
        configs.from_dict({"n_labels": 10})
