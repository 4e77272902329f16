"""Pictures of the shop's own on its sheet: the logo and a signature, as a PDF holds them."""

import io
import zlib
from dataclasses import dataclass
from functools import lru_cache

_MOST_PX = 1200  # about 300 dots an inch on the widest place
_MOST_BYTES = 20_000_000


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
    from PIL import Image

    if not file or len(file) > _MOST_BYTES:
        return None
    try:
        with Image.open(io.BytesIO(file), formats=("PNG", "JPEG")) as opened:
            opened.thumbnail((_MOST_PX, _MOST_PX))
            shown = opened.convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    paper = Image.new("RGBA", shown.size, "white")
    paper.alpha_composite(shown)
    dots = zlib.compress(paper.convert("RGB").tobytes(), 9)
    return Picture(paper.width, paper.height, dots)
