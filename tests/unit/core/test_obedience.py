from dataclasses import replace

import pytest

from girlsmoe_desktop.core.obedience import IMAGES, PRECISION, obedience, weak_options


@pytest.fixture
def measured(tiny_model):
    def with_figures(**figures):
        metrics = {key.replace("__", "."): value for key, value in figures.items()}
        return replace(tiny_model.manifest, metrics=metrics)

    return with_figures


def test_nothing_is_claimed_of_what_was_not_measured(measured):
    manifest = measured()
    assert all(not weak_options(manifest, control) for control in manifest.controls)
    assert obedience(manifest, manifest.control("hat"), "on") is None
    assert obedience(measured(precision__hat=0.1), manifest.control("hat"), "off") is None


@pytest.mark.parametrize(("precision", "weak"), [(0.0, True), (0.79, True), (0.8, False)])
def test_an_option_is_weak_below_the_limit(measured, precision, weak):
    manifest = measured(precision__hat=precision, images__hat=91.0)
    found = obedience(manifest, manifest.control("hat"), "on")
    assert (found.precision, found.images, found.is_weak) == (precision, 91, weak)
    assert ("on" in weak_options(manifest, manifest.control("hat"))) == weak


def test_an_option_of_several_labels_is_as_good_as_the_worst(measured):
    manifest = measured(precision__long_hair=0.95, precision__twintails=0.4)
    style = manifest.control("hair_style")
    assert obedience(manifest, style, "twintails").precision == 0.4
    assert list(weak_options(manifest, style)) == ["twintails"]


@pytest.mark.parametrize("nonsense", [float("nan"), float("inf"), -1.0, 1.5])
def test_figures_that_can_not_be_are_left_out(measured, nonsense):
    manifest = measured(precision__hat=nonsense)
    assert obedience(manifest, manifest.control("hat"), "on") is None
    odd = measured(precision__hat=0.5, images__hat=min(nonsense, -1.0))
    assert obedience(odd, odd.control("hat"), "on").images is None


def test_the_names_of_figures_are_as_the_manifest_has_them():
    assert (PRECISION, IMAGES) == ("precision.", "images.")
