"""Why a file or row is not taken in, and what is left out of it, in words."""

from PySide6.QtCore import QCoreApplication

from shopphone.ui.kit.messages import why_words

_REMARKS = {
    "article_no_title": "It has no title.",
    "article_long_title": "Its title is longer than {detail} characters.",
    "article_language": "Its language “{detail}” is neither German (de) nor English (en).",
    "article_empty": "It has no text.",
    "article_too_deep": "Its HTML is nested too deeply.",
    "article_head": "Its head between the lines of dashes cannot be read.",
    "article_state": "Its state “{detail}” is unknown.",
    "article_audience": "Its audience “{detail}” is unknown.",
    "article_day": "“{detail}” is not a date; write it like 2027-01-31.",
    "article_twice": "The same title in the same language stands further up.",
    "article_text_too_long": "A text in it is longer than {detail} characters.",
    "file_too_big": "It is bigger than {detail}.",
    "file_binary": "It is not a text file.",
    "file_odd": "It is not a file that can be read, but a pipe or a device.",
    "file_table": "A table is taken in by itself: choose it with “Choose a file”.",
    "file_closed": "It cannot be read: {detail}",
    "attachment_too_big": "A file attached to it is bigger than {detail}.",
    "attachment": "a file that is missing, or neither PDF nor picture, is left out",
    "script": "scripts are left out",
    "style": "styles are left out",
    "frame": "embedded pages and films are left out",
    "menu": "menus are left out",
    "form": "form fields are left out",
    "remote_picture": "pictures from the internet are left out",
    "goods": "unknown article numbers are left out: {detail}",
    "module_abbreviation": "It has neither a keyword nor a name to type after the colons.",
    "module_empty": "It has no text.",
    "module_too_long": "Its text is longer than {detail} characters.",
    "module_twice": "The abbreviation “{detail}” stands further up.",
    "place_unknown": "the place “{detail}” is unknown here and stays as it is written",
}


def remark_words(code: str, detail: str = "") -> str:
    text = QCoreApplication.translate("ImportWords", _REMARKS[code])
    return text.replace("{detail}", why_words(detail))
