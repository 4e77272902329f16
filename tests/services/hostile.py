"""Texts that break programs which mark up, format, quote, count or encode carelessly."""

HOSTILE = {
    "markup": "<b>&amp;</b> & <script>alert(1)</script> ]]>",
    "formats": "%s %d %(x)s {0} {name} {} $HOME ${x}",
    "quotes": "O'Brien \"x\" `y` '; drop table customer; --",
    "formula": '=cmd("|/c calc"!A1) +1 -1 @x',
    "right to left": "שלום עולם \u202eevil\u202c مرحبا",
    "emoji": "😀👩‍👩‍👧‍👦🏳️‍🌈 café ﬁ ǅ ß ẞ İ",
    "long": "x" * 10_000,
    "control": "a\x01b\x1b[31mc\x7fd\u0085e\ufefff\u200bg",
    "lines": "one\r\ntwo\nthree\ttab\u2028four",
    "backslash": "\\ \\0 \\x00 \\u0000 \\n C:\\temp\\new",
    "like": "100% _a_ [a-z] \\% */",
}
# what no database can keep is changed once, at the border, and the same on both
NOT_STORABLE = {"a\x00b\x00": "ab", "half \ud83d pair": "half \ufffd pair", "\udcff": "\ufffd"}
EVERY = {**{text: text for text in HOSTILE.values()}, **NOT_STORABLE}
