"""Light and dark: every text is readable on every ground it stands on, and the system is followed."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from shopphone.ui.kit.theme import DARK, LIGHT, Colours, palette, style_sheet
from tests.support.xserver import Screen
from tests.ui.driving import Shop
from tests.ui.texts import SOURCE

OpenShop = Callable[..., Shop]
ENOUGH = 4.5  # WCAG 2.2, 1.4.3
BOTH = pytest.mark.parametrize("colours", [LIGHT, DARK], ids=lambda colours: colours.name)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_VALUE = re.compile(r"(?<![\w-])({name}):\s*(#[0-9a-f]{{6}}|transparent)")


def contrast(text: str, ground: str) -> float:
    lighter, darker = sorted((luminance(text), luminance(ground)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)

    read = QColor(colour)
    red, green, blue = map(linear, (read.redF(), read.greenF(), read.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def pairs(colours: Colours) -> Iterator[tuple[str, str, str]]:
    """Selector, text and ground; a rule without a ground stands on cards and on the window."""
    for selector, body in _RULE.findall(style_sheet(colours)):
        name = " ".join(selector.split())
        text, ground = value(body, "color"), value(body, "background")
        if text is not None:
            bare = ground is None or ground == "transparent"
            for each in (colours.card, colours.ground) if bare else (ground,):
                yield name, text, str(each)
        chosen = value(body, "selection-color")
        if chosen is not None:
            yield f"{name} selected", chosen, str(value(body, "selection-background-color"))


def value(body: str, name: str) -> str | None:
    found = re.search(_VALUE.pattern.format(name=name), body)
    return found[2] if found else None


@BOTH
def test_every_text_of_the_style_sheet_stands_out_from_its_ground(colours: Colours) -> None:
    known = list(pairs(colours))
    assert len(known) > 35
    faint = {
        f"{name}: {text} on {ground} {contrast(text, ground):.2f}"
        for name, text, ground in known
        if contrast(text, ground) < ENOUGH
    }
    assert not faint


@BOTH
def test_words_marked_in_answers_stand_out(colours: Colours) -> None:
    assert contrast(colours.text, colours.mark) >= ENOUGH
    for ground in (colours.card, colours.accent_soft):  # a hit, and the chosen one
        assert contrast(colours.text, ground) >= ENOUGH
        assert contrast(colours.muted, ground) >= ENOUGH


@BOTH
def test_what_qt_draws_by_itself_stands_out(colours: Colours) -> None:
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    made = palette(colours)
    for state in (group.Active, group.Inactive, group.Disabled):
        for text, ground in (
            (role.WindowText, role.Window),
            (role.Text, role.Base),
            (role.Text, role.AlternateBase),
            (role.PlaceholderText, role.Base),
            (role.ButtonText, role.Button),
            (role.ToolTipText, role.ToolTipBase),
            (role.HighlightedText, role.Highlight),
            (role.Link, role.Base),
        ):
            found = contrast(made.color(state, text).name(), made.color(state, ground).name())
            assert found >= ENOUGH, (state, text, ground, found)


def test_black_on_white_is_the_strongest_contrast_there_is() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


ASK = """
from PySide6.QtWidgets import QApplication
from shopphone.ui.kit.theme import Theme
app = QApplication([])
print(*(Theme(app, wanted).colours.name for wanted in ("system", "light", "dark")))
"""


@pytest.mark.parametrize(("scheme", "expected"), [("BreezeDark", "dark"), ("BreezeLight", "light")])
def test_the_desktops_choice_is_followed_unless_another_is_made(
    xscreen: Screen, tmp_path: Path, scheme: str, expected: str
) -> None:
    """The offscreen screen knows no dark: a desktop's own settings are read on a real one."""
    (tmp_path / "kdeglobals").write_text(f"[General]\nColorScheme={scheme}\n")
    environment = xscreen.environment | {
        "QT_QPA_PLATFORM": "xcb",
        "XDG_CURRENT_DESKTOP": "KDE",
        "KDE_FULL_SESSION": "true",
        "KDE_SESSION_VERSION": "5",
        "XDG_CONFIG_HOME": str(tmp_path),
    }
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        env=environment,
        cwd=SOURCE.parent,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.stdout.split() == [expected, "light", "dark"], done.stderr


def test_every_widget_hears_of_another_theme(open_shop: OpenShop, qapp: QApplication) -> None:
    shop = open_shop(theme="light")
    assert LIGHT.card in qapp.styleSheet()
    shop.program.theme.choose("dark")
    assert DARK.card in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.ground
    ground = shop.window.grab().toImage().pixelColor(300, 700).name()
    assert contrast(ground, "#ffffff") > contrast(ground, "#000000")


def test_icons_take_the_colours_of_the_theme(open_shop: OpenShop) -> None:
    shop = open_shop(theme="light")
    button = shop.window._buttons["calls"]
    light = button.icon().pixmap(16, 16).toImage()
    shop.program.theme.choose("dark")
    dark = button.icon().pixmap(16, 16).toImage()
    assert light != dark
