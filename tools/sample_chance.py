"""Repeatable chance and the calendar of an office, for the generators of the sample folders.

The only source of chance is `random.Random` with a text as seed, and of it only `random()`, whose sequence
Python promises to keep between versions.
"""

import datetime as dt
import random


class Chance:
    """Repeatable chance, one stream per subject, made from `random()` alone."""

    def __init__(self, subject):
        self.random = random.Random("aarsrapport samples, " + subject).random

    def share(self, probability):
        """True with the given probability."""
        return self.random() < probability

    def whole(self, low, high):
        """A whole number from low to high, both included."""
        return low + int(self.random() * (high - low + 1))

    def pick(self, items):
        """One of the items, all equally likely."""
        return items[int(self.random() * len(items))]

    def weighted(self, weights):
        """A key of `weights`, as often as its weight says."""
        mark = self.random() * sum(weights.values())
        for key, weight in weights.items():
            mark -= weight
            if mark < 0:
                return key
        return key

    def shuffled(self, items):
        """The items in a new order."""
        return [item for _, item in sorted(((self.random(), item) for item in items), key=lambda pair: pair[0])]

    def workday(self, low, high):
        """A day from low to high on which an office is open; fewer in July."""
        while True:
            day = low + days(self.whole(0, (high - low).days))
            if is_workday(day) and (day.month != 7 or self.share(0.4)):
                return day


def is_workday(day):
    """No weekend, and not between Christmas and New Year."""
    return day.weekday() < 5 and not (day.month == 12 and day.day >= 23) and not (day.month == 1 and day.day == 1)


def to_workday(day, low, high):
    """The nearest workday to `day` from low to high."""
    day = min(max(day, low), high)
    for distance in range(20):
        for candidate in (day + days(distance), day - days(distance)):
            if low <= candidate <= high and is_workday(candidate):
                return candidate
    raise ValueError(f"no workday from {low} to {high}")


def days(number):
    return dt.timedelta(days=number)


def read_day(text):
    return dt.date.fromisoformat(text) if text else None
