"""An article on paper, for whoever writes it to look at."""

from shopphone.services.desk import Desk


def pdf(desk: Desk, title: str, details: str, language: str) -> bytes:
    """Its care sheet as the letter would bring it; nothing without details."""
    if not details.strip():
        return b""
    from shopphone.letters import care_sheet

    return care_sheet.alone(title, details, language)
