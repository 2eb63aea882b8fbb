"""Errors that are meant to be read by the person at the keyboard."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right.

    The message is one or two plain sentences: what was got, what is allowed, what to do next.
    Command lines print it without a traceback and exit with code 2; windows show it as it is.
    """
