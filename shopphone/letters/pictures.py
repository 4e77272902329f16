"""Pictures of the shop's own on its sheet: the logo and a signature, as a PDF holds them."""

import io
import struct
import zlib
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from shopphone.domain.errors import Refused

if TYPE_CHECKING:
    from PIL import Image

_MOST_PX = 1200  # about 300 dots an inch on the widest place
_MILLIONS = 40  # dots: a few bytes can hold far more: they would fill the memory


@dataclass(frozen=True, slots=True)
class Picture:
    """Its dots, red, green and blue, compressed; archives want nothing transparent."""

    width_px: int
    height_px: int
    dots: bytes

    def within(self, width_mm: float, height_mm: float) -> tuple[float, float]:
        """Its size in mm, as large as the place allows, never stretched."""
        scale = min(width_mm / self.width_px, height_mm / self.height_px)
        return self.width_px * scale, self.height_px * scale


@lru_cache(maxsize=16)
def read(file: bytes) -> Picture | None:
    """A picture out of a file's bytes, on white; None for what is no picture, or much too large."""
    if not file:
        return None
    try:
        shown = _on_white(file)
    except Refused:
        return None
    return Picture(shown.width, shown.height, zlib.compress(shown.tobytes(), 9))


def reduced(file: bytes, field: str = "") -> bytes:
    """The picture as it is printed, small enough to be kept with the shop; a PNG file.

    field: the setting it was chosen for.

    Raises Refused: picture_too_many_dots, picture_unreadable.
    """
    out = io.BytesIO()
    _on_white(file, field).save(out, "PNG")
    return out.getvalue()


def _on_white(file: bytes, field: str = "") -> "Image.Image":
    from PIL import Image

    bombs = (Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(file), formats=("PNG", "JPEG")) as opened:
            if opened.width * opened.height > _MILLIONS * 1_000_000:
                raise Refused("picture_too_many_dots", field=field, limit=_MILLIONS)
            opened.thumbnail((_MOST_PX, _MOST_PX))
            shown = opened.convert("RGBA")
    except bombs as error:
        raise Refused("picture_too_many_dots", field=field, limit=_MILLIONS) from error
    except (OSError, ValueError, SyntaxError, EOFError, struct.error, zlib.error) as error:
        raise Refused("picture_unreadable", field=field) from error
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    return paper.convert("RGB")
