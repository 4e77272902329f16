"""The program's icon as a picture; run by installer/build.py in the environment that has Qt."""

import sys
from pathlib import Path

from PySide6.QtCore import Qt  # noqa: TID251  # part of the installer, not of the program
from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: TID251
from PySide6.QtSvg import QSvgRenderer  # noqa: TID251

SIDE_PX = 512


def draw(file: Path) -> bool:
    source = Path(__file__).parent.parent / "resources" / "icons" / "shopphone.svg"
    picture = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_ARGB32)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(str(source)).render(painter)
    painter.end()
    return picture.save(str(file))


if __name__ == "__main__":
    app = QGuiApplication([])
    sys.exit(0 if draw(Path(sys.argv[1])) else 1)
