"""The payment code (GiroCode, EPC069-12 version 002): what a banking app fills in by itself."""

from decimal import Decimal
from functools import lru_cache

from shopphone.domain.letters import Seller

_MAX_NAME, _MAX_TEXT, _MAX_BYTES = 70, 140, 331


def payload(seller: Seller, amount: Decimal, reference: str) -> str:
    """The lines of the code; the empty purpose line must exist."""
    return "\n".join(
        (
            "BCD",
            "002",
            "1",
            "SCT",
            "".join(seller.bic.split()),
            seller.name[:_MAX_NAME],
            "".join(seller.iban.split()),
            f"EUR{amount:.2f}",
            "",
            "",
            reference[:_MAX_TEXT],
        )
    )


@lru_cache(maxsize=256)
def rows(text: str) -> tuple[str, ...]:
    """The matrix with its quiet zone, "1" for black; error level M as the norm asks."""
    import segno

    if len(text.encode()) > _MAX_BYTES:
        raise ValueError("a payment code holds at most 331 bytes")
    # a given mask saves half of a letter's time; every mask is readable, the best only by a little
    code = segno.make(text, error="m", boost_error=False, encoding="utf-8", micro=False, mask=4)
    return tuple(
        "".join("1" if cell else "0" for cell in row) for row in code.matrix_iter(border=4)
    )
