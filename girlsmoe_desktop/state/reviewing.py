"""Faces to look at: which are shown, and what the person decides of them.

What is decided is kept by the trainer's own module, in the file that its command reads too.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from girlsmoe_desktop.core.errors import UserError
from girlsmoe_desktop.state.studio import told
from trainer.data.review import KEEP, REJECT, Doubt, Review, all_doubts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from girlsmoe_desktop.state.studio import Runner

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_WORDY = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)


class Shown(Enum):
    """Which faces are shown."""

    LEFT = "left"  # nothing was decided of them when they were last listed
    REJECTED = "rejected"
    EVERYONE = "everyone"


class Reviewing(QAbstractListModel):
    """The faces of a folder, the most doubtful first.

    A face stays in the list when something is decided of it, until the list is made anew: nothing
    moves under the hand.

    Attributes:
        folder: That of the faces, or None.
        shown: Which faces are listed.
        least_doubt: Those of which less is known to be doubtful are not listed, 0..1.

    Signals:
        changed: Faces are listed anew, or something was decided.
        failed: Something could not be done; with the reason.
    """

    DOUBT = Qt.ItemDataRole.UserRole
    DECISION = Qt.ItemDataRole.UserRole + 1

    changed = Signal()
    failed = Signal(str)

    def __init__(self, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._review: Review | None = None
        self._faces: Sequence[Doubt] = ()
        self._listed: list[Doubt] = []
        self._rejected: frozenset[str] = frozenset()
        self._kept: frozenset[str] = frozenset()
        self.folder: Path | None = None
        self.shown = Shown.LEFT
        self.least_doubt = 0.0

    @property
    def rejected_count(self) -> int:
        """How many faces were thrown out."""
        return len(self._rejected)

    @property
    def left_count(self) -> int:
        """How many are still to be looked at, of those that are doubtful enough."""
        return sum(self._is_left(one) for one in self._faces)

    @property
    def is_ready(self) -> bool:
        """Whether the folder has been read."""
        return self._review is not None

    def open(self, folder: Path) -> None:
        """Reads a folder of faces, then lists them; until then the same folder's stay."""
        if folder != self.folder:
            self.close()
        self.folder = folder
        self._runner.run(
            self,
            lambda _task: (folder, Review(folder), all_doubts(folder)),
            self._take,
            lambda error: self.failed.emit(told(error)),
        )

    def close(self) -> None:
        """Lists nothing any more."""
        self.folder = self._review = None
        self._faces = ()
        self._decided()
        self.list_anew()

    def show_only(self, shown: Shown, least_doubt: float) -> None:
        """Lists other faces."""
        if (shown, least_doubt) != (self.shown, self.least_doubt):
            self.shown, self.least_doubt = shown, least_doubt
            self.list_anew()

    def list_anew(self) -> None:
        """Lists the faces that are to be shown, as things are now."""
        wanted = {
            Shown.LEFT: self._is_left,
            Shown.REJECTED: lambda one: one.face.id in self._rejected,
            Shown.EVERYONE: self._is_doubtful,
        }[self.shown]
        listed = [one for one in self._faces if wanted(one)]
        if listed != self._listed:
            self.beginResetModel()
            self._listed = listed
            self.endResetModel()
        self.changed.emit()

    def toggle(self, rows: Iterable[int]) -> None:
        """Throws faces out; if all of them are out already, takes them back in."""
        ids = self._ids(rows)
        if ids:
            self._decide(KEEP if self._rejected.issuperset(ids) else REJECT, ids)

    def keep(self, rows: Iterable[int]) -> None:
        """Notes that faces were looked at and are good, but for those that were thrown out."""
        ids = [id_ for id_ in self._ids(rows) if id_ not in self._rejected | self._kept]
        if ids:
            self._decide(KEEP, ids)

    def undo(self) -> int | None:
        """Takes the last decision back; returns the row of a face that it was about."""
        if self._review is None:
            return None
        try:
            step = self._review.undo()
        except UserError as error:
            self.failed.emit(told(error))
            return None
        self._decided()
        ids = frozenset(step.ids) if step is not None else frozenset()
        rows = (row for row, one in enumerate(self._listed) if one.face.id in ids)
        return next(rows, None)

    def rowCount(self, parent: Index = _ROOT) -> int:  # noqa: N802
        """Returns how many faces are listed."""
        return 0 if parent.isValid() else len(self._listed)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Returns the face with its doubt, what was decided of it, or words about it."""
        if not index.isValid():
            return None
        one = self._listed[index.row()]
        if role == self.DOUBT:
            return one
        if role == self.DECISION:
            return self._decision(one)
        return self._words(one) if role in _WORDY else None

    def _take(self, read: tuple[Path, Review, list[Doubt]]) -> None:
        folder, review, faces = read
        if folder == self.folder:
            self._review, self._faces = review, faces
            self._decided()
            self.list_anew()

    def _ids(self, rows: Iterable[int]) -> list[str]:
        return [self._listed[row].face.id for row in rows]

    def _decide(self, what: str, ids: Sequence[str]) -> None:
        if self._review is None:
            return
        try:
            self._review.decide(what, ids)
        except UserError as error:
            self.failed.emit(told(error))
        self._decided()

    def _decided(self) -> None:
        review = self._review
        self._rejected = review.rejected if review is not None else frozenset()
        self._kept = review.kept if review is not None else frozenset()
        if self._listed:
            self.dataChanged.emit(self.index(0), self.index(len(self._listed) - 1))
        self.changed.emit()

    def _decision(self, one: Doubt) -> str:
        if one.face.id in self._rejected:
            return REJECT
        return KEEP if one.face.id in self._kept else ""

    def _is_doubtful(self, one: Doubt) -> bool:
        return self.least_doubt <= 0 or (one.value is not None and one.value >= self.least_doubt)

    def _is_left(self, one: Doubt) -> bool:
        return not self._decision(one) and self._is_doubtful(one)

    def _words(self, one: Doubt) -> str:
        doubt = self.tr("doubt {0} %").format(round(100 * (one.value or 0.0)))
        decided = {
            REJECT: self.tr("thrown out"),
            KEEP: self.tr("looked at"),
            "": self.tr("not looked at yet"),
        }[self._decision(one)]
        return f"{one.face.id}: {doubt}, {decided}"
