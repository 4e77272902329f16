"""The desk: lanes, caller card, note, order, answers, outcome."""

from shopphone.ui.screens.desk.screen import DeskScreen

__all__ = ["DeskScreen"]
