"""A recipe: everything needed to make one character again, small enough to travel in its PNG."""

from __future__ import annotations

import base64
import binascii
import json
import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.core.latent import MAX_SEED, normals, slerp, uniforms
from girlsmoe_desktop.core.law import sample_labels
from girlsmoe_desktop.core.manifest import MAX_TRUNCATION, is_model_id

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from girlsmoe_desktop.core.controls import Control
    from girlsmoe_desktop.core.law import Law
    from girlsmoe_desktop.core.manifest import Manifest

# Recipes of the first format know no truncation. They are still written wherever they suffice, so
# that earlier versions read them; those refuse the second rather than paint something else.
FORMAT, WITH_TRUNCATION = 1, 2
MAX_BYTES = 64 << 10
# Far beyond anything that means something; it keeps hostile files from feeding a network 1e38.
MAX_STRENGTH = 100.0
MAX_NOISE = 100.0
# Truncations that people set are whole thousandths, so that a share code can hold them.
TRUNCATION_DIGITS = 3


@dataclass(frozen=True)
class Recipe:
    """One character: a model, its noise and its labels.

    Attributes:
        model_id: Id of the model.
        model_sha256: Of the model's ONNX file, hexadecimal.
        z: The exact noise, float32, shape (z_dim,).
        strengths: Label -> strength; 0 is the label off, 1 is on, values between are mixtures.
        seed: The seed that z was drawn from, or None when it was made otherwise.
        truncation: What z is multiplied by before it is painted, 0 to 2: below 1 characters are
            nearer to the average one. Source: the truncation trick, Brock et al. 2019,
            arXiv:1809.11096; here the whole vector is shortened, not resampled, so that the same
            noise moves smoothly.
    """

    model_id: str
    model_sha256: str
    z: NDArray[np.float32]
    strengths: Mapping[str, float]
    seed: int | None = None
    truncation: float = 1.0

    @property
    def latent(self) -> NDArray[np.float32]:
        """The noise as the network takes it, shape (z_dim,)."""
        # One float32 product a component, which every machine rounds alike.
        return self.z * np.float32(self.truncation)

    @property
    def on(self) -> frozenset[str]:
        """The labels that are more on than off."""
        return frozenset(label for label, value in self.strengths.items() if value > 0.5)

    def options(self, manifest: Manifest) -> dict[str, str | None]:
        """Returns control id -> the option this character shows, None where it shows a mixture."""
        on = self.on
        return {
            control.id: None if self._is_mixed(control) else control.matching_option(on)
            for control in manifest.controls
        }

    def _is_mixed(self, control: Control) -> bool:
        return any(self.strengths.get(label) not in (0.0, 1.0) for label in control.labels)

    def to_json(self) -> str:
        """Returns the recipe as one line of JSON; the inverse of `recipe_from_json`."""
        is_truncated = self.truncation != 1.0
        data = {
            "format": WITH_TRUNCATION if is_truncated else FORMAT,
            "model": {"id": self.model_id, "sha256": self.model_sha256},
            "seed": self.seed,
            "z": base64.b64encode(self.z.astype("<f4").tobytes()).decode("ascii"),
            "labels": dict(self.strengths),
        }
        if is_truncated:
            data["truncation"] = self.truncation
        return json.dumps(data, ensure_ascii=False)


def recipe_from_json(text: str) -> Recipe:
    """Returns the recipe that the text describes.

    Raises:
        UserError: It does not describe one that this version can use.
    """
    try:
        if len(text.encode("utf-8")) > MAX_BYTES:
            raise ValueError(f"it is longer than {MAX_BYTES} bytes")
        return _parse(json.loads(text))
    except (
        KeyError,
        TypeError,
        ValueError,
        AttributeError,
        OverflowError,
        RecursionError,
    ) as error:
        raise UserError(
            "The recipe is damaged or of a newer version ({0}): generate the picture "
            "again, or use a newer GirlsMoe Desktop.",
            error,
        ) from error


def _parse(data: dict[str, Any]) -> Recipe:
    if data["format"] not in (FORMAT, WITH_TRUNCATION):
        raise ValueError(
            f"its format is {data['format']!r}, this version reads up to {WITH_TRUNCATION}"
        )
    try:
        raw = base64.b64decode(data["z"], validate=True)
    except binascii.Error as error:
        raise ValueError("its noise is not base64") from error
    z = np.frombuffer(raw, dtype="<f4").astype(np.float32)
    if z.size == 0 or not np.isfinite(z).all() or float(np.abs(z).max()) > MAX_NOISE:
        raise ValueError("its noise must be finite numbers")
    strengths = {str(label): float(value) for label, value in data["labels"].items()}
    if not all(math.isfinite(v) and abs(v) <= MAX_STRENGTH for v in strengths.values()):
        raise ValueError("its label strengths must be finite numbers")
    model_id = str(data["model"]["id"])
    if not is_model_id(model_id):
        raise ValueError(f"{model_id[:80]!r} is no id of a model")
    seed = data["seed"]
    if seed is not None and (not isinstance(seed, int) or isinstance(seed, bool)):
        raise ValueError("its seed must be a whole number or null")
    truncation = float(data["truncation"]) if data["format"] == WITH_TRUNCATION else 1.0
    if not 0.0 <= truncation <= MAX_TRUNCATION:
        raise ValueError(f"its truncation must be a number from 0 to {MAX_TRUNCATION:.0f}")
    sha256 = str(data["model"]["sha256"])
    return Recipe(model_id, sha256, z, strengths, _known_seed(seed, z), truncation)


def _known_seed(seed: int | None, z: NDArray[np.float32]) -> int | None:
    """Returns the seed of some noise, or None if the noise is not really the seed's."""
    if seed is None or not 0 <= seed <= MAX_SEED:
        return None
    return seed if np.array_equal(normals(seed, z.size), z) else None


def make_recipe(
    manifest: Manifest,
    seed: int,
    pinned: Mapping[str, str],
    law: Law | None = None,
    noise_seed: int | None = None,
    strengths: Mapping[str, float] | None = None,
    truncation: float | None = None,
) -> Recipe:
    """Returns the character of a seed: its noise, and labels drawn where none is pinned.

    Args:
        manifest: Of the model that will paint it.
        seed: Draws the labels, and the noise too unless noise_seed is given.
        pinned: Control id -> option id; what is missing is drawn from the law.
        law: Odds for what is not pinned; by default the model's own.
        noise_seed: Seed of the noise, to keep it while the labels change.
        strengths: Label -> strength, in place of what was pinned or drawn for it.
        truncation: As of a recipe; None for the model's own.

    Raises:
        UserError: A control, option or label does not exist, or a number is out of range.
    """
    for control_id in pinned:
        manifest.control(control_id)
    on = sample_labels(law or manifest.law, manifest.controls, seed, pinned)
    noise = seed if noise_seed is None else noise_seed
    return Recipe(
        model_id=manifest.id,
        model_sha256=manifest.sha256,
        z=normals(noise, manifest.z_dim),
        strengths={label: float(label in on) for label in manifest.labels}
        | checked_strengths(manifest, strengths or {}),
        seed=noise,
        truncation=manifest.truncation if truncation is None else checked_truncation(truncation),
    )


def checked_truncation(truncation: float) -> float:
    """Returns a truncation that somebody set, to the thousandth.

    Raises:
        UserError: It is no number from 0 to 2.
    """
    if not 0.0 <= truncation <= MAX_TRUNCATION:
        raise UserError(
            "The truncation can't be {0}: give a number from 0 (the average face) over 1 (as "
            "trained) to {1:.0f}.",
            truncation,
            MAX_TRUNCATION,
        )
    return round(float(truncation), TRUNCATION_DIGITS)


def checked_strengths(manifest: Manifest, strengths: Mapping[str, float]) -> dict[str, float]:
    """Returns strengths, if they are finite, in range, and of labels that the model has.

    Raises:
        UserError: They are not.
    """
    strange = sorted(set(strengths) - set(manifest.labels))
    if strange:
        raise UserError("The model {0} has no label {1}.", manifest.id, ", ".join(strange))
    for label, value in strengths.items():
        if not math.isfinite(value) or abs(value) > MAX_STRENGTH:
            raise UserError(
                "The strength of {0} can't be {1}: give a number from {2:.0f} to {3:.0f}; 0 "
                "is off and 1 is on.",
                label,
                value,
                -MAX_STRENGTH,
                MAX_STRENGTH,
            )
    return dict(strengths)


def blend(start: Recipe, end: Recipe, t: float) -> Recipe:
    """Returns the character at share t (0..1) of the way: noise by slerp, the rest linearly.

    Raises:
        UserError: The two belong to different models.
    """
    _check_kin(start, end)
    t = min(max(t, 0.0), 1.0)
    if t in (0.0, 1.0):
        return end if t else start
    return Recipe(
        model_id=start.model_id,
        model_sha256=start.model_sha256,
        z=slerp(start.z, end.z, t),
        strengths={
            label: (1.0 - t) * value + t * end.strengths[label]
            for label, value in start.strengths.items()
        },
        truncation=(1.0 - t) * start.truncation + t * end.truncation,
    )


def _check_kin(one: Recipe, other: Recipe) -> None:
    """Raises UserError for two that no model paints both of."""
    if one.model_sha256 != other.model_sha256:
        raise UserError(
            "These characters belong to different models ({0}, {1}): choose two of one model.",
            one.model_id,
            other.model_id,
        )
    if one.z.shape != other.z.shape or set(one.strengths) != set(other.strengths):
        raise UserError(
            "These characters both name the model {0}, but their noise or labels differ "
            "in kind, so one of them is damaged: choose another.",
            one.model_id,
        )


def crossed(one: Recipe, other: Recipe, seed: int, controls: Sequence[Control]) -> Recipe:
    """Returns a child of two: each component of noise and each control comes from either of them.

    Its truncation lies halfway between theirs.

    Args:
        one: A parent.
        other: Another of the same model.
        seed: Decides what comes from whom.
        controls: Of the model.

    Raises:
        UserError: The two belong to different models.
    """
    _check_kin(one, other)
    coins = uniforms(seed, "cross.noise", one.z.size)
    from_other = np.array(coins) < 0.5
    strengths = dict(one.strengths)
    for control in controls:
        (coin,) = uniforms(seed, f"cross.{control.id}", 1)
        if coin < 0.5:
            strengths |= {label: other.strengths[label] for label in control.labels}
    truncation = 0.5 * (one.truncation + other.truncation)
    child = with_noise(one, np.where(from_other, other.z, one.z))
    return replace(child, strengths=strengths, truncation=truncation)


def with_option(recipe: Recipe, control: Control, option_id: str) -> Recipe:
    """Returns the same character with an option: only the control's own labels differ.

    Where an option can be fulfilled in several ways it is the likeliest.

    Raises:
        UserError: The control has no such option.
    """
    likeliest = max(control.option(option_id).variants, key=lambda variant: variant.weight)
    own = {label: float(label in likeliest.labels) for label in control.labels}
    return replace(recipe, strengths={**recipe.strengths, **own})


def with_strengths(recipe: Recipe, strengths: Mapping[str, float]) -> Recipe:
    """Returns the same character with other strengths of some labels."""
    return replace(recipe, strengths={**recipe.strengths, **strengths})


def with_noise(recipe: Recipe, z: NDArray[np.float32]) -> Recipe:
    """Returns the same labels on other noise, shape (z_dim,), which no seed is known of."""
    bounded = np.clip(np.asarray(z, dtype=np.float32), -MAX_NOISE, MAX_NOISE)
    return replace(recipe, z=bounded, seed=None)


def with_truncation(recipe: Recipe, truncation: float) -> Recipe:
    """Returns the same noise and labels, truncated otherwise.

    Raises:
        UserError: As for `checked_truncation`.
    """
    return replace(recipe, truncation=checked_truncation(truncation))


def label_vector(manifest: Manifest, recipe: Recipe) -> NDArray[np.float32]:
    """Returns the label input of the network, shape (len(manifest.labels),), coded off..on.

    Raises:
        UserError: The recipe's labels are not the model's.
    """
    if set(recipe.strengths) != set(manifest.labels):
        odd = sorted(set(recipe.strengths) ^ set(manifest.labels))
        raise UserError(
            "The recipe's labels are not those of the model {0} (differing: {1}): choose "
            "the model that it was made with, {2}.",
            manifest.id,
            ", ".join(odd[:5]),
            recipe.model_id,
        )
    span = manifest.on - manifest.off
    values = [manifest.off + span * recipe.strengths[label] for label in manifest.labels]
    return np.array(values, dtype=np.float32)
