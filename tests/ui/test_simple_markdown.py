"""The Markdown of articles as labels show it: tables are tables, and no text becomes markup."""

import time

import pytest

from shopphone.ui.panels.simple_markdown import html_of


@pytest.mark.parametrize(
    ("markdown", "html"),
    [
        ("## Pflege", "<b>Pflege</b>"),
        ("1. **Erst** dies", "1. <b>Erst</b> dies"),
        ("- *nie* spülen", "&bull;&nbsp;<i>nie</i> spülen"),
        ("_nie_ in a_b_c", "<i>nie</i> in a_b_c"),
        ("20 * 30 * 40 cm, 5*3*2", "20 * 30 * 40 cm, 5*3*2"),
        ("`a*b*c` und ` allein", "<code>a*b*c</code> und ` allein"),
        ("[Guss](https://x.de/a_(b)) hier", "Guss (https://x.de/a_(b)) hier"),
        ("<img src=x onerror=y> & **<b>**", "&lt;img src=x onerror=y&gt; &amp; <b>&lt;b&gt;</b>"),
        ("a\n\nb", "a<br><br>b"),
        ("#1 und ** offen", "#1 und ** offen"),
    ],
)
def test_signs_become_what_they_mean(markdown: str, html: str) -> None:
    assert html_of(markdown) == html


def test_a_table_is_a_table() -> None:
    html = html_of("Maße:\n| Topf | cm |\n|---|:-:|\n| **A** | 20 |\nEnde")
    assert html == (
        'Maße:<table cellpadding="3">'
        '<tr><th align="left">Topf</th><th align="left">cm</th></tr>'
        '<tr><td align="left"><b>A</b></td><td align="left">20</td></tr></table>Ende'
    )


def test_a_table_too_wide_is_rows_of_text() -> None:
    assert html_of("|" + "a|" * 9) == "<p>" + " · ".join("a" * 9) + "</p>"


@pytest.mark.parametrize(
    "flood", ["[", "![", "**", "*a", "_a", "__a", "`", "|", "[](a", "# ", "*a "]
)
def test_a_flood_of_signs_is_read_once(flood: str) -> None:
    text = flood * (100_000 // len(flood))
    began = time.perf_counter()
    html_of(text)
    assert time.perf_counter() - began < 2
