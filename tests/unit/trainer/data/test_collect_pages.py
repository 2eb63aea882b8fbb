"""Which pictures of a page are taken, and how lists and addresses are read."""

import pytest

from girlsmoe_desktop.core.errors import UserError
from trainer.data.collect import links
from trainer.data.collect.addresses import clean_address
from trainer.data.collect.links import find_pictures
from trainer.data.collect.lists import Page, read_addresses, read_pages
from trainer.data.collect.reasons import LeftOutError
from trainer.data.collect.rules import Rule

PAGE = """<!DOCTYPE html><html><head><meta charset="euc-jp"><title>少女</title>
<link rel="icon" href="/icon.png"></head><body>
<img src="logo.png" class="site logo">
<div id="chara"><p class="row first"><img class="big face" src="c/1.jpg" alt="a > b">
<a class=zoom href='c/1_big.jpg'><img src="data:image/gif;base64,R0" data-src="c/2.jpg"></a><br>
</p></div><div><img src="/other/3.jpg"><img src="/other/3.jpg"><img></div>
<!-- <img src="hidden.png"> --><script>"<img src='script.png'>"</script>
<p>unclosed <img src="mailto:me"></span></body></html>"""


def found(select="img", match="", page=PAGE, address="http://example.com/soft/id.html", **more):
    charset = more.get("charset", "utf-8")
    return find_pictures(page.encode(), address, charset, Rule(select, match))


SOFT = "http://example.com/soft/"


@pytest.mark.parametrize(
    ("select", "names"),
    [
        (
            "img",
            [
                f"{SOFT}logo.png",
                f"{SOFT}c/1.jpg",
                f"{SOFT}c/2.jpg",
                "http://example.com/other/3.jpg",
            ],
        ),
        ("#chara img", [f"{SOFT}c/1.jpg", f"{SOFT}c/2.jpg"]),
        ("div#chara a img", [f"{SOFT}c/2.jpg"]),
        ("IMG.face.big", [f"{SOFT}c/1.jpg"]),
        (".row.first .zoom", [f"{SOFT}c/1_big.jpg"]),
        ("a.zoom, img.logo", [f"{SOFT}logo.png", f"{SOFT}c/1_big.jpg"]),
        ("img[src^=c/]", [f"{SOFT}c/1.jpg"]),
        ("img[src$='3.jpg']", ["http://example.com/other/3.jpg"]),
        ('img[alt*="> b"]', [f"{SOFT}c/1.jpg"]),
        ("[rel=icon]", ["http://example.com/icon.png"]),
        ("div img[data-src]", [f"{SOFT}c/2.jpg"]),
        ("#chara #chara img", []),
        ("p div img", []),
        ("p p img", []),
    ],
)
def test_a_selector_takes(select, names):
    assert found(select) == names


def test_a_pattern_takes_by_the_whole_address():
    assert found(match=r"example\.com/soft/c/\d\.jpg$") == [f"{SOFT}c/1.jpg", f"{SOFT}c/2.jpg"]


@pytest.mark.parametrize(
    "select", ["", "a > b", "img[src", "a,,b", "a:hover", "[=x]", "#", "img..a"]
)
def test_a_selector_that_is_none_is_told(select):
    with pytest.raises(UserError, match="--select"):
        Rule(select).check()


def test_a_pattern_that_is_none_is_told():
    with pytest.raises(UserError, match="--match"):
        Rule(match="(").check()


def test_a_page_may_say_where_its_links_begin():
    page = '<base href="/elsewhere/"><img src="a.png">'
    assert found(page=page) == ["http://example.com/elsewhere/a.png"]


def test_japanese_pages_and_addresses_are_read():
    page = '<meta http-equiv=Content-Type content="text/html; charset=Shift_JIS"><img src="絵.png">'
    pictures = find_pictures(page.encode("cp932"), "http://例え.jp/", None, Rule())
    assert pictures == ["http://xn--r8jz45g.jp/%E7%B5%B5.png"]


@pytest.mark.parametrize("charset", ["no-such", "base64", "punycode", "utf-8"])
def test_odd_charsets_and_nonsense_do_no_harm(charset):
    page = "<img src=a.png>" + "<div>" * 5_000 + "<![x[ <!a <?b </ <img src='" + "\x00" * 10
    assert found(page=page, charset=charset) == [f"{SOFT}a.png"]


@pytest.mark.parametrize("trap", ["<a ", "<!--", "<a b=", "<a href='"])
def test_a_page_that_takes_for_ever_is_given_up(monkeypatch, trap):
    monkeypatch.setattr(links, "_LONGEST_S", 0.05)
    with pytest.raises(LeftOutError, match="takes longer"):
        found(page="<img src=a.png>" + trap * 50_000)


def test_a_page_may_ask_that_nothing_learns():
    with pytest.raises(LeftOutError, match="noai"):
        found(page='<meta name="Robots" content="index, NOAI"><img src=a.png>')


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        (" http://Example.COM ", "http://example.com/"),
        ("https://a.b:8080/x y?q=あ&z=%41#there", "https://a.b:8080/x%20y?q=%E3%81%82&z=%41"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
    ],
)
def test_addresses_are_written_in_one_way(text, clean):
    assert clean_address(text) == clean
    assert clean_address(clean) == clean


@pytest.mark.parametrize(
    "text",
    [
        *("javascript:alert(1)", "http://a:b@c/", "http://a:99999/", "http://[x/", "//a"),
        *("http:///a", "http://" + "あ" * 70 + ".jp/", "http://a/" + "b" * 5_000),
        *("http://\udc80.jp/", "http://a b/", "http://a%5B/"),
    ],
)
def test_what_is_no_address_is_left_out(text):
    with pytest.raises(LeftOutError):
        clean_address(text)


def test_a_list_of_addresses_is_read(tmp_path):
    path = tmp_path / "一覧.txt"
    path.write_text("\ufeffhttp://a/1.png\r\n\r\n# not this\n  www.b.jp/2.png?u=http://c \n")
    assert read_addresses(path) == ["http://a/1.png", "http://www.b.jp/2.png?u=http://c"]


def test_the_table_of_the_papers_query_is_read(tmp_path):
    path = tmp_path / "games.csv"
    path.write_text(
        "id,gamename,sellday,links\n"
        '7,"少女, と\n海",2005-04-28,www.getchu.com/soft.phtml?id=12\n'
        "8,,0001-01-01,www.getchu.com/soft.phtml?id=13\n"
        "9,short\n"
    )
    first, second = read_pages(path)
    assert first == Page("http://www.getchu.com/soft.phtml?id=12", "少女, と\n海", "2005-04-28")
    assert first.known == {
        "page": first.address,
        "title": "少女, と\n海",
        "released": "2005-04-28",
        "year": 2005,
    }
    assert "year" not in second.known
    assert "title" not in second.known


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp932"])
def test_other_tables_are_read_too(tmp_path, encoding):
    path = tmp_path / "pages.tsv"
    path.write_bytes("Title\tURL\tYear\n題\thttps://a/\t1999年\n".encode(encoding))
    (page,) = read_pages(path)
    assert page.known == {
        "page": "https://a/", "title": "題", "released": "1999年", "year": 1999
    }  # fmt: skip


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"id,name\n1,a\n", "no column"),
        (b"", "no column"),
        (b"url\n\x81 ", "no text"),
        (b"url\n" + b"a" * 200_000, "damaged after line 1"),
    ],
)
def test_a_table_that_is_none_is_told(tmp_path, data, words):
    path = tmp_path / "pages.csv"
    path.write_bytes(data)
    with pytest.raises(UserError, match=words):
        read_pages(path)
