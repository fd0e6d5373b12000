"""What will not do is refused by its name, in both languages."""

from __future__ import annotations

import unicodedata
import zipfile
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.texts.files import open_file, refusals
from tinhgon.texts.files.opening import MOST_BYTES
from tinhgon.texts.files.tests.makers import body, package, scan, word

BOMB = package({"word/document.xml": b"<w>" + b" " * (80 << 20)})
ENTITIES = (
    '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">&b;</w:document>'
)
CASES = {
    "empty": (b"", refusals.EmptyFile),
    "blank": (b" \n\t\n", refusals.EmptyFile),
    "blank word": (word(""), refusals.EmptyFile),
    "scanned": (scan(3), refusals.Scanned),
    "too large": (b"a" * (MOST_BYTES + 1), refusals.TooLarge),
    "a bomb": (BOMB, refusals.UnpacksTooLarge),
    "entities": (package({"word/document.xml": ENTITIES}), refusals.Damaged),
    "macros": (body("<w:p/>", **{"word/vbaProject.bin": "x"}), refusals.HasMacros),
    "a workbook": (package({"xl/workbook.xml": "<x/>"}), refusals.WrongType),
    "an archive": (package({"a.txt": "x"}), refusals.WrongType),
    "a picture": (b"\xff\xd8\xff\xe0" + b"0" * 99, refusals.WrongType),
    "a page": (b"<!DOCTYPE html><html><body>x</body></html>", refusals.WrongType),
    "a program": (b"MZ" + b"\x00\x01" * 99, refusals.WrongType),
    "binary": (bytes(range(1, 9)) * 40, refusals.WrongType),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"1" * 99, refusals.OldWord),
    "broken word": (word("a")[:-40], refusals.Damaged),
    "broken pdf": (b"%PDF-1.7\nnothing else", refusals.Damaged),
    "a pdf that tells of pages it has not": (scan(3).replace(b"/Count 3", b"/Count 9"), refusals.Damaged),
    "a package whose parts lie before it": (
        word("a")[:-6] + b"\xff\xff\xff\x00" + word("a")[-2:],
        refusals.Damaged,
    ),
    "old letters": (
        "Uû ban nh©n d©n thµnh phè CÇn Th¬, céng hoµ x· héi chñ nghÜa ViÖt Nam, §éc lËp - Tù do".encode(
            "latin-1"
        ),
        refusals.OldLetters,
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_it_says_what_is_wrong(name: str) -> None:
    content, error = CASES[name]
    with pytest.raises(refusals.FileRefused) as caught:
        open_file(content)
    assert type(caught.value) is error
    assert caught.value.message("vi") != caught.value.message("en")


def test_a_locked_word_file_is_known_by_its_container() -> None:
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    with pytest.raises(refusals.Locked):
        open_file(content)


def test_the_directory_of_a_package_cannot_hide_a_bomb() -> None:
    parts = {f"word/media/{number}.png": b" " * (40 << 20) for number in range(8)}
    with pytest.raises(refusals.UnpacksTooLarge):
        open_file(package({"word/document.xml": "<w/>", **parts}, zipfile.ZIP_DEFLATED))


def test_text_in_any_form_of_unicode_is_read() -> None:
    for encoding in ("utf-8", "utf-8-sig", "utf-16"):
        assert open_file("Quyết định\r\nĐiều 1.".encode(encoding)).text == "Quyết định\nĐiều 1."


def test_the_vietnamese_code_page_of_windows_is_read() -> None:
    marks = "\u0300\u0301\u0303\u0309\u0323"
    apart = "".join(
        letter if letter.encode("cp1258", "ignore") else unicodedata.normalize("NFD", letter)
        for letter in "Quyêt đinh vê viêc"
    )
    assert not set(apart) & set(marks)
    assert open_file(apart.encode("cp1258")).text == apart


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_whatever_is_sent_it_is_read_or_refused(content: bytes) -> None:
    with suppress(refusals.FileRefused):
        assert open_file(content).text.strip()


@settings(max_examples=40, deadline=None)
@given(st.integers(0, 4000), st.binary(min_size=1, max_size=30))
def test_a_damaged_file_is_read_or_refused(place: int, damage: bytes) -> None:
    good = word("Số: 05/QĐ-UBND", "Điều 1.")
    with suppress(refusals.FileRefused):
        open_file(good[:place] + damage + good[place + len(damage) :])
