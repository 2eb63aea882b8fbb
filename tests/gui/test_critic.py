"""A second look at what was painted: best of several, and what is hard to see."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from girlsmoe_desktop.core.reading import agreement
from girlsmoe_desktop.runtime import reader
from girlsmoe_desktop.state.settings import DEFAULT_BEST_OF, Settings


@pytest.fixture
def critical(qtbot, tiny_tagger, open_window):
    del tiny_tagger
    window = open_window()
    qtbot.waitUntil(lambda: window.studio.reader is not None)
    return window


def test_the_menu_offers_the_best_of_several_only_with_a_tagger(open_window, monkeypatch):
    monkeypatch.setattr(reader, "find_reader", lambda _labels: None)
    window = open_window()
    assert [action.text() for action in window.design.generate.count.menu().actions()][-1] == "64"


def test_at_first_the_best_of_a_few_is_taken_and_what_is_chosen_is_kept(
    qtbot, critical, open_window
):
    assert (critical.studio.best_of, critical.settings.best_of) == (DEFAULT_BEST_OF, 4)
    critical.design.generate.count.set_best_of(1)
    critical.close()
    again = open_window(wait=False)
    qtbot.waitUntil(lambda: again.studio.reader is not None)
    assert (again.studio.best_of, Settings().best_of) == (1, 1)


def test_of_so_many_the_one_that_shows_best_what_it_should_is_kept(qtbot, critical, monkeypatch):
    studio, painted = critical.studio, []
    paint = studio.generator.paint

    def note(recipes):
        painted.append(list(recipes))
        return paint(recipes)

    def by_brightness(pixels):
        # The tiny tagger is too sure of everything to tell one candidate from another.
        bright = pixels.mean(axis=(1, 2, 3)) / 255
        return np.repeat(bright[:, None], len(studio.manifest.labels), axis=1)

    monkeypatch.setattr(studio.generator, "paint", note)
    monkeypatch.setattr(studio.reader, "read", by_brightness)
    menu = critical.design.generate.count.menu()
    (eight,) = [action for action in menu.actions()[-1].menu().actions() if action.text() == "8"]
    eight.trigger()
    critical.design.generate.count.set_count(3)
    assert "best of 8" in critical.design.generate.count.accessibleName()
    qtbot.mouseClick(critical.design.generate.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: studio.gallery.rowCount() == 4)
    groups = [group for group in painted if len(group) == 8]
    assert len(groups) == 3
    labels = studio.reader.manifest.labels
    for row, group in enumerate(groups):
        scores = [
            agreement(dict(zip(labels, seen.tolist(), strict=True)), recipe)
            for seen, recipe in zip(by_brightness(paint(group)), group, strict=True)
        ]
        kept = studio.gallery.character(row).recipe
        assert kept.to_json() == group[int(np.argmax(scores))].to_json()
    assert critical.settings.best_of == 8


def test_what_is_hard_to_see_is_said_and_unsaid(qtbot, critical, monkeypatch):
    studio = critical.studio
    reader = studio.reader
    read = reader.read

    def blind_to_hats(pixels):
        seen = read(pixels).copy()
        seen[:, reader.manifest.labels.index("hat")] = 0.0
        return seen

    monkeypatch.setattr(reader, "read", blind_to_hats)
    said = []
    critical.critic.doubted.connect(said.append)
    critical.wardrobe.wear("hat", "off")
    critical.wardrobe.wear("hat", "on")
    qtbot.waitUntil(lambda: bool(said) and "Hat" in said[-1])
    assert "hard to see" in critical.stage._description.text()
    critical.wardrobe.wear("hat", "off")
    qtbot.waitUntil(
        lambda: "Hat" not in said[-1] and studio.session.character.looks["hat"] == "off"
    )
