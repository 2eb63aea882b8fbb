"""Pictures on their way to a training set: the steps, how far the present one is, the faces."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from girlsmoe_desktop.state import training_words as words
from girlsmoe_desktop.state.reviewing import Reviewing
from girlsmoe_desktop.state.run_plan import Step
from girlsmoe_desktop.state.training import Phase
from girlsmoe_desktop.views import icons, theme
from girlsmoe_desktop.views.progress_line import ProgressLine
from girlsmoe_desktop.views.review_view import ReviewView
from girlsmoe_desktop.views.surfaces import Card, label
from girlsmoe_desktop.views.train_cards import Figure

if TYPE_CHECKING:
    from collections.abc import Sequence

    from girlsmoe_desktop.jobs.task import Tasks
    from girlsmoe_desktop.state.run_plan import RunPlan
    from girlsmoe_desktop.state.training import Training

LOOK_AGAIN_MS = 3_000
_SIGN_PX, _GAP_PX = 18, 18


class StepsLine(QWidget):
    """The steps in a line: those that are done, the present one, those to come."""

    def __init__(self) -> None:
        super().__init__()
        self._steps: Sequence[Step] = ()
        self._now: Step | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:  # noqa: N802
        """Returns a line of words."""
        return QSize(400, 26)

    def show_steps(self, steps: Sequence[Step], now: Step) -> None:
        """Shows steps, and which is the present one."""
        self._steps, self._now = steps, now
        place = steps.index(now) + 1
        text = self.tr("Step {0} of {1}: {2}")
        self.setAccessibleName(text.format(place, len(steps), words.step_name(now)))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802
        """Paints a number or a tick before each step's name; names give way to a lack of room."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._now is None:
            return
        present = self._steps.index(self._now)
        fits = self._width(range(len(self._steps))) <= self.width()
        left = 0.0
        for place, step in enumerate(self._steps):
            left = self._paint_step(painter, left, place, step, fits or place == present)

    def _width(self, named: Sequence[int]) -> float:
        metrics = QFontMetricsF(theme.font("strong"))
        names = (metrics.horizontalAdvance(words.step_name(self._steps[place])) for place in named)
        return sum(names) + len(self._steps) * (_SIGN_PX + 6 + _GAP_PX)

    def _paint_step(
        self, painter: QPainter, left: float, place: int, step: Step, named: bool
    ) -> float:
        """Paints one; returns where the next one begins."""
        present = self._steps.index(self._now) if self._now is not None else 0
        is_now, is_done = place == present, place < present
        sign = QRectF(left, (self.height() - _SIGN_PX) / 2, _SIGN_PX, _SIGN_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("soft" if is_now or is_done else "track"))
        painter.drawEllipse(sign)
        ink = theme.color("accent_text" if is_now or is_done else "text_2")
        painter.setPen(ink)
        painter.setFont(theme.font("caption"))
        if is_done:
            icons.paint(painter, sign.adjusted(3, 3, -3, -3), "check", ink)
        else:
            painter.drawText(sign, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        if not named:
            return sign.right() + _GAP_PX
        painter.setFont(theme.font("strong" if is_now else "body"))
        painter.setPen(theme.color("text" if is_now else "text_2"))
        width = QFontMetricsF(theme.font("strong")).horizontalAdvance(words.step_name(step))
        area = QRectF(sign.right() + 6, 0, width + 2, self.height())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words.step_name(step))
        return area.right() + _GAP_PX


class PrepareView(QWidget):
    """What is seen before training on pictures of the person's own.

    Attributes:
        review: The faces.
        reviewing: What is known of them and decided.
        steps, progress: How far it is.

    Signals:
        failed: Something could not be done; with the reason.
    """

    failed = Signal(str)

    def __init__(self, training: Training, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._training = training
        self._shown: tuple[Phase, Step | None] | None = None
        self.reviewing = Reviewing(tasks, self)
        self.review = ReviewView(self.reviewing, tasks)
        self.steps, self.progress = StepsLine(), ProgressLine()
        self.left = Figure(self.tr("left"))
        self._title, self._how_far = label("", "title"), label("", "secondary", quiet=True)
        self._again = QTimer(self)
        self._again.setInterval(LOOK_AGAIN_MS)
        self._again.timeout.connect(self._look_again)
        self._lay_out()
        self.reviewing.failed.connect(self._tell)

    def _tell(self, problem: str) -> None:
        # As long as faces are only watched, that there are none yet is no problem.
        if self.review.grid.decides:
            self.failed.emit(problem)

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._title)
        names.addWidget(self._how_far)
        head = QHBoxLayout()
        head.setSpacing(28)
        head.addLayout(names, 1)
        head.addWidget(self.left)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self.progress)
        layout.addWidget(self.steps)
        layout.addWidget(Card("", self.review), 1)

    def show_plan(self, plan: RunPlan) -> None:
        """Shows where a plan stands."""
        training, record = self._training, self._training.record
        now = (training.phase, training.step)
        self._title.setText(words.preset_name(plan.preset))
        self.steps.show_steps(plan.steps, plan.next_step)
        done, count = record.prepared if record is not None else (0, 0)
        told = self.tr("{0} of {1}").format(words.number(done), words.number(count))
        parts = [words.what_happens(training), told if count else ""]
        self._how_far.setText(" · ".join(filter(None, parts)))
        self.progress.setVisible(training.phase is not Phase.REVIEWING)
        self.progress.show_share(min(done / count, 1.0) if count else 0.0)
        left = record.preparing_seconds_left if record is not None else None
        is_going = training.phase is Phase.PREPARING and left is not None
        self.left.show_value(words.duration(left or 0.0) if is_going else "")
        if now != self._shown or plan.faces != self.reviewing.folder:
            self._shown = now
            self._change(plan)

    def hide_plan(self) -> None:
        """Lets the faces go."""
        self._shown = None
        self._again.stop()
        if self.reviewing.folder is not None:
            self.reviewing.close()

    def _change(self, plan: RunPlan) -> None:
        """Shows the faces as they are now; more of them come as long as they are cut out."""
        is_review = self._training.phase is Phase.REVIEWING
        self.review.decide(is_review)
        self._look_again()
        if is_review:
            self.review.grid.setFocus(Qt.FocusReason.OtherFocusReason)
        if self._training.phase is Phase.PREPARING and plan.next_step is Step.DETECT:
            self._again.start()
        else:
            self._again.stop()

    def _look_again(self) -> None:
        plan = self._training.plan
        if plan is not None and plan.faces is not None:
            self.reviewing.open(plan.faces)
