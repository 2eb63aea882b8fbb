"""Menus of collections: which one is looked into and in which order, and who is put into which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from girlsmoe_desktop.store.gallery import Order
from girlsmoe_desktop.views import questions

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from girlsmoe_desktop.state.collecting import Collecting
    from girlsmoe_desktop.state.tidying import Tidying
    from girlsmoe_desktop.store.collections import Collection

    Numbers = Callable[[], Sequence[int]]


class ShelfMenu(QMenu):
    """What the gallery shows; it is filled anew each time it opens."""

    def __init__(
        self, collecting: Collecting, tidying: Tidying, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._collecting, self._tidying = collecting, tidying
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        collecting, shown = self._collecting, self._collecting.shown
        group = QActionGroup(self)
        self._choice(group, self.tr("Everyone"), shown is None, lambda: collecting.show(None))
        for one in collecting.collections:
            self._choice(group, _plain(one.name), one == shown, _showing(collecting, one))
        self.addSeparator()
        self.addAction(self.tr("New collection …")).triggered.connect(self._make)
        if shown is not None:
            self.addAction(self.tr("Rename {0} …").format(_plain(shown.name))).triggered.connect(
                lambda: self._rename(shown)
            )
            self.addAction(self.tr("Delete {0}").format(_plain(shown.name))).triggered.connect(
                lambda: collecting.delete(shown)
            )
        self.addSeparator()
        self._fill_orders()

    def _fill_orders(self) -> None:
        names = {
            Order.NEWEST: self.tr("Newest first"),
            Order.OLDEST: self.tr("Oldest first"),
            Order.STARRED: self.tr("Starred first"),
            Order.HAIR: self.tr("By hair colour"),
            Order.NUMBER: self.tr("By number"),
        }
        group = QActionGroup(self)
        for order, name in names.items():
            is_now = order is self._tidying.order
            self._choice(group, name, is_now, _ordering(self._tidying, order))

    def _choice(
        self, group: QActionGroup, name: str, chosen: bool, choose: Callable[[], object]
    ) -> QAction:
        action = self.addAction(name)
        action.setCheckable(True)
        action.setChecked(chosen)
        group.addAction(action)
        action.triggered.connect(lambda: choose())
        return action

    def _make(self) -> None:
        name = questions.ask_collection(self.parentWidget())
        if name is not None:
            self._collecting.make(name)

    def _rename(self, collection: Collection) -> None:
        name = questions.ask_collection(self.parentWidget(), collection.name)
        if name is not None:
            self._collecting.rename(collection, name)


class CollectMenu(QMenu):
    """Into which collection the chosen characters go; it is filled anew each time it opens."""

    def __init__(
        self, parent: QWidget, title: str, collecting: Collecting, chosen: Numbers
    ) -> None:
        super().__init__(title, parent)
        self._collecting, self._chosen = collecting, chosen
        self.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self.clear()
        collecting, shown = self._collecting, self._collecting.shown
        for one in collecting.collections:
            if one != shown:
                self.addAction(_plain(one.name)).triggered.connect(self._adding(one))
        self.addAction(self.tr("New collection …")).triggered.connect(self._make)
        if shown is not None:
            self.addSeparator()
            self.addAction(self.tr("Take out of {0}").format(_plain(shown.name))).triggered.connect(
                lambda: collecting.remove(shown, self._chosen())
            )

    def _adding(self, collection: Collection) -> Callable[[], None]:
        return lambda: self._collecting.add(collection, self._chosen())

    def _make(self) -> None:
        chosen = list(self._chosen())
        name = questions.ask_collection(self.parentWidget())
        if name is not None:
            self._collecting.make(name, chosen)


def _plain(name: str) -> str:
    """Returns a name for a menu, where a single & stands for a key."""
    return name.replace("&", "&&")


def _showing(collecting: Collecting, collection: Collection) -> Callable[[], None]:
    return lambda: collecting.show(collection)


def _ordering(tidying: Tidying, order: Order) -> Callable[[], None]:
    return lambda: tidying.put_in_order(order)
