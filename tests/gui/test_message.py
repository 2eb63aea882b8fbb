"""The words in place of the portrait, and the ways on from there, in any room."""

import pytest
from PySide6.QtWidgets import QScrollArea

from girlsmoe_desktop.views.main_window import MINIMUM_SIZE_PX


def is_in_view(widget):
    return widget.visibleRegion().boundingRect() == widget.rect()


def words_of(stage):
    """The words, which scroll; the family's tree does so too."""
    (area,) = [found for found in stage.findChildren(QScrollArea) if found.widget() is not None]
    return area


@pytest.mark.parametrize("folders", [0, 20, 150])
def test_without_a_model_the_ways_on_stay_in_view(qtbot, open_window, folders):
    path = "/nowhere" + "/averylongfolder" * folders
    window = open_window(["--model", path], wait=False)
    window.resize(*MINIMUM_SIZE_PX)
    stage = window.stage
    qtbot.waitUntil(stage.retry.isVisible)
    qtbot.waitUntil(lambda: is_in_view(stage.retry) and is_in_view(stage.choose), timeout=2000)
    assert path in stage.said
    bar = words_of(stage).verticalScrollBar()
    assert (bar.maximum() > 0) == (folders > 0)


def test_words_in_place_of_the_portrait_take_the_room_that_they_need(qtbot, open_window):
    window = open_window(["--model", "/nowhere" + "/averylongfolder" * 8], wait=False)
    area = words_of(window.stage)
    qtbot.waitUntil(window.stage.retry.isVisible)
    for size in (MINIMUM_SIZE_PX, (1250, 700), MINIMUM_SIZE_PX):
        window.resize(*size)
        qtbot.waitUntil(lambda: area.height() == area.viewport().height() == area.widget().height())
