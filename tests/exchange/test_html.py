"""Foreign HTML: its text stays as Markdown, what could act or call out is dropped and named."""

import pytest

from shopphone.exchange.html import TooDeep, clean, plain

PAGE = """<html lang="de"><head><title>Seite</title><style>p {color: red}</style></head><body>
<h1>Guss pflegen</h1><script>alert(1)</script><p onclick="x()">Mit <b>Öl</b> &amp; Salz, 1 &lt; 2.</p>
<!-- geheim --><img src="https://tracker.example/p.png"><img src="pfanne.png" alt="Pfanne">
<a href="javascript:alert(1)">klick</a> <a href="https://a.example/x">mehr</a>
<iframe src="https://b.example"></iframe><form>Name <input value="geheim"></form>
<ol><li>spülen</li><li>trocknen<ul><li>ganz</li></ul></li></ol>
<table><tr><th>Land</th><th>Preis</th></tr><tr><td>DE</td><td>4,90</td></tr></table></body></html>"""


def test_a_page_becomes_markdown_with_its_title_and_language() -> None:
    found = clean(PAGE)
    assert (found.title, found.language) == ("Guss pflegen", "de")
    assert "Mit **Öl** & Salz, 1 < 2." in found.text
    assert "[mehr](https://a.example/x)" in found.text
    assert "![Pfanne](pfanne.png)" in found.text
    assert "1. spülen\n2. trocknen" in found.text
    assert "| Land | Preis |\n| --- | --- |\n| DE | 4,90 |" in found.text


def test_what_acts_or_calls_out_is_dropped_and_named() -> None:
    found = clean(PAGE)
    assert found.dropped == ("form", "frame", "remote_picture", "script", "style")
    for gone in ("alert", "tracker", "geheim", "javascript", "iframe", "color", "<"):
        assert gone not in found.text.replace("1 < 2", "")
    assert "klick" in found.text


@pytest.mark.parametrize(
    "address",
    [
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
    ],
)
def test_no_link_leads_to_a_program(address: str) -> None:
    assert ":" not in clean(f'<p>x <a href="{address}">da</a></p>').text


@pytest.mark.parametrize("source", ["http://a.example/b.png", "//a.example/b.png", "data:image/x,"])
def test_no_picture_is_fetched(source: str) -> None:
    found = clean(f'<p>x<img src="{source}"></p>')
    assert (found.text, found.dropped) == ("x", ("remote_picture",))


def test_html_that_is_nested_to_break_programs_is_refused() -> None:
    with pytest.raises(TooDeep):
        clean("<div>" * 5000 + "x")


def test_half_a_page_is_read_as_far_as_it_goes() -> None:
    assert clean("<p>Anfang <b>fett</p><script>nie").text == "Anfang **fett**"
    assert clean("").text == ""
    assert clean("a < b und c > d").text == "a < b und c > d"


def test_a_field_without_markdown_gets_no_marks() -> None:
    found = plain("<div>Guten <b>Tag</b>,<br>x_y * z</div><ul><li>a</li></ul>")
    assert found.text == "Guten Tag,\nx_y * z\n\n- a"


def test_an_item_nothing_closes_ends_where_the_next_one_begins() -> None:
    found = clean("<ul><li>eins<li>zwei<ul><li>innen<li>weiter</ul><li>drei</ul><p>Ende")
    assert found.text == "- eins\n- zwei\n  - innen\n  - weiter\n- drei\n\nEnde"


def test_the_menu_of_a_page_is_left_out() -> None:
    found = clean("<nav><ul><li><a href='/'>Start</a></ul></nav><p>Text")
    assert (found.text, found.dropped) == ("Text", ("menu",))


def test_a_flood_of_open_items_is_refused() -> None:
    with pytest.raises(TooDeep):
        clean("<ul>" + "<li>x" * 20_000)
