"""The tour's part about letters in the shop's own words."""

from shopphone.tour_writing import Walk

OPENING = {
    "de": "schön, dass Sie angerufen haben, {customer_name}! Ihr Auftrag {order_number} ist bei uns in "
    "guten Händen.\nBei Fragen: {shop_phone}.",
    "en": "how nice that you called, {customer_name}! Your order {order_number} is in good hands.\n"
    "Questions? {shop_phone}.",
}


def letter_texts(walk: Walk, language: str) -> None:
    """A first paragraph of one's own with its places, and one that does not exist."""
    from shopphone.domain.letter_texts import Part
    from shopphone.ui.panels.letter_texts.panel import LetterTexts
    from shopphone.ui.screens.settings import SettingsScreen

    window = walk.program.window
    window.open_screen("settings", None)
    screen = window.current
    assert isinstance(screen, SettingsScreen)
    screen.open("letters")
    walk.settle()
    (panel,) = screen.findChildren(LetterTexts)
    panel.language.setCurrentIndex(panel.language.findData(language))
    walk.until(lambda: panel.pages.page_count > 0, "the letter is drawn")
    opening = panel.fields[Part.OPENING]
    opening.area.setFocus()
    opening.put(OPENING[language])
    walk.settle()
    walk.picture("letter-texts")
    opening.put("{first_name}")
    walk.settle()
    walk.picture("letter-texts-refused")
    panel.reset()
    panel.fields[Part.CLOSING].area.setFocus()
    walk.settle()
    walk.picture("letter-texts-closing")
    screen.open("texts")
    walk.settle()
    walk.picture("letter-sheet")
