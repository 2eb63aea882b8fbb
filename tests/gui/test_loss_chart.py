import pytest
from PySide6.QtGui import QColor

from girlsmoe_desktop.state.run_record import Curve
from girlsmoe_desktop.views import theme
from girlsmoe_desktop.views.loss_chart import LossChart, Series, smoothed, ticks


def curve_of(values):
    curve = Curve()
    for number, value in enumerate(values):
        curve.add(50 * (number + 1), value)
    return curve


@pytest.mark.parametrize(
    ("low", "high", "expected"),
    [
        (0.0, 2.0, [0.0, 0.5, 1.0, 1.5, 2.0]),
        (0.0, 12.2, [0.0, 2.5, 5.0, 7.5, 10.0, 12.5]),
        (-1.0, 1.0, [-1.0, -0.5, 0.0, 0.5, 1.0]),
        (0.0, 0.0, [0.0, 0.2, 0.4, 0.6, 0.8, 1.0]),
    ],
)
def test_ticks_are_round_and_enclose_everything(low, high, expected):
    assert ticks(low, high) == pytest.approx(expected)


def test_smoothing_keeps_what_is_straight_and_flattens_what_is_not():
    straight = [(step, 3.0) for step in range(100)]
    assert smoothed(straight) == straight
    rough = [(step, float(step % 2)) for step in range(100)]
    middle = [value for _, value in smoothed(rough)[10:-10]]
    assert max(middle) - min(middle) < 0.2
    assert smoothed([]) == []


@pytest.mark.parametrize("dark", [False, True])
def test_curves_are_drawn_in_their_colours_and_named_at_their_ends(qapp, qtbot, dark):
    theme.apply(qapp, dark)
    try:
        chart = LossChart()
        qtbot.addWidget(chart)
        chart.resize(480, 320)
        empty = chart.grab().toImage()
        flat = Series("Painter", "accent", curve_of([1.0] * 20))
        chart.show_series([flat, Series("Critic", "text", Curve())])
        assert chart.accessibleDescription() == "Painter: 1"
        image = chart.grab().toImage()
        assert image != empty
        accent = QColor(theme.ROLES["accent"][dark])
        row = [image.pixelColor(x, y) for x in range(100, 300, 20) for y in range(320)]
        assert row.count(accent) >= 10
    finally:
        theme.apply(qapp, dark=False)


@pytest.mark.parametrize("values", [[1.0], [0.0, 0.0], [-1e9, 1e9], [1e-12]])
def test_any_curve_can_be_drawn(qtbot, values):
    chart = LossChart()
    qtbot.addWidget(chart)
    for size in ((200, 120), (900, 600)):
        chart.resize(*size)
        series = [Series(name, "accent", curve_of(values)) for name in ("One", "Two", "Three")]
        chart.show_series(series)
        assert not chart.grab().isNull()
