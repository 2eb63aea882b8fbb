"""How the gallery is divided by age and stars."""

from datetime import datetime, timedelta

import numpy as np

from girlsmoe_desktop.state.sections import Kind, Section, Sections
from girlsmoe_desktop.store.gallery import Order

NOON = datetime(2026, 5, 20, 12).astimezone()
# Number -> hours before noon that they were made; 1 is the oldest.
HOURS = {9: 0, 8: 0, 7: 2, 6: 11.9, 5: 12.1, 4: 35.9, 3: 36.1, 2: 24 * 6, 1: 24 * 40}


class Clock:
    """Says when somebody was made, and counts how often it was asked."""

    def __init__(self, hours):
        self.hours, self.asked = hours, 0

    def made_ms(self, number):
        self.asked += 1
        return round(1000 * (NOON - timedelta(hours=self.hours[number])).timestamp())


def divided(order, just_made=(), starred=(), hours=HOURS):
    numbers = np.array(sorted(hours, reverse=order is not Order.OLDEST), np.int64)
    clock = Clock(hours)
    made = Sections(clock.made_ms, NOON.timestamp(), frozenset(just_made))
    return made.of(numbers, order, set(starred)), clock


def test_newest_first_is_divided_by_days():
    found, _ = divided(Order.NEWEST, just_made=(8, 9))
    assert found == [
        Section(Kind.JUST_MADE, 0, 2),
        Section(Kind.TODAY, 2, 2),
        Section(Kind.YESTERDAY, 4, 2),
        Section(Kind.WEEK, 6, 2),
        Section(Kind.EARLIER, 8, 1),
    ]


def test_oldest_first_is_the_same_from_the_other_end():
    found, _ = divided(Order.OLDEST, just_made=(8, 9))
    assert [(part.kind, part.start, part.count) for part in found] == [
        (Kind.EARLIER, 0, 1),
        (Kind.WEEK, 1, 2),
        (Kind.YESTERDAY, 3, 2),
        (Kind.TODAY, 5, 2),
        (Kind.JUST_MADE, 7, 2),
    ]


def test_what_is_empty_has_no_section():
    found, _ = divided(Order.NEWEST, hours={2: 500, 1: 600})
    assert found == [Section(Kind.EARLIER, 0, 2)]
    assert divided(Order.NEWEST, hours={})[0] == []


def test_stars_make_two_parts_and_other_orders_none():
    numbers = np.array([4, 2, 5, 3, 1], np.int64)
    sections = Sections(Clock(HOURS).made_ms, NOON.timestamp(), ())
    assert sections.of(numbers, Order.STARRED, {2, 4, 77}) == [
        Section(Kind.STARRED, 0, 2),
        Section(Kind.OTHERS, 2, 3),
    ]
    assert sections.of(numbers, Order.HAIR, {2}) == []


def test_few_are_asked_for_their_age_however_many_there_are():
    found, clock = divided(Order.NEWEST, hours={n: 100_000 - n for n in range(1, 100_001)})
    assert sum(part.count for part in found) == 100_000
    assert clock.asked < 60
