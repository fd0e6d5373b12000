"""An office's own template is looked over: what harms or does not fit is refused by name."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tinhgon.office.letters.checking import NEEDED, PLACEHOLDERS, check_template
from tinhgon.office.letters.filling import faults
from tinhgon.office.letters.filling.opening import parts_of
from tinhgon.office.letters.word import template_of

OWN = template_of("state", "appointment").read_bytes()
BREAK = "</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>"


def changed(change: Callable[[str], str], part: str = "word/document.xml", **added: bytes) -> bytes:
    parts = parts_of(OWN)
    parts[part] = change(parts[part].decode()).encode()
    output = io.BytesIO()
    with zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in {
            **parts,
            **{name.replace("__", "/"): data for name, data in added.items()},
        }.items():
            file.writestr(name, content)
    return output.getvalue()


def placing(words: str) -> bytes:
    return changed(lambda text: text.replace("{{ signer }}", "{{ signer }}" + words))


def test_the_houses_own_is_taken() -> None:
    assert {"signer", "lines", "number_line"} <= check_template(OWN, "appointment")


def test_words_that_an_editor_has_split_are_put_together() -> None:
    split = changed(lambda text: text.replace("{{ signer }}", f"{{{{ si{BREAK}gner {BREAK}}}}}"))

    assert "signer" in check_template(split, "appointment")


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.7", OWN[: len(OWN) // 2], b"x" * 1000])
def test_what_is_no_word_document_is_refused(content: bytes) -> None:
    with pytest.raises(faults.NotAWordTemplate):
        check_template(content, "appointment")


def test_a_workbook_is_no_word_document() -> None:
    content = changed(lambda text: text.replace("wordprocessingml", "spreadsheetml"), "[Content_Types].xml")

    with pytest.raises(faults.NotAWordTemplate):
        check_template(content, "appointment")


def test_a_document_that_declares_entities_is_refused() -> None:
    bomb = changed(lambda text: text.replace("?>", '?><!DOCTYPE a [<!ENTITY b "c">]>', 1))

    with pytest.raises(faults.NotAWordTemplate):
        check_template(bomb, "appointment")


def test_macros_and_embedded_files_are_refused() -> None:
    for name in ("word__vbaProject.bin", "word__embeddings__oleObject1.bin", "word__activeX__activeX1.xml"):
        with pytest.raises(faults.TemplateWithMacros):
            check_template(changed(str, **{name: b"x"}), "appointment")


def test_what_would_be_fetched_from_outside_is_refused_but_a_link_may_stay() -> None:
    def linked(kind: str) -> bytes:
        link = (
            f'<Relationship Id="rId9" Type="http://x/{kind}" Target="http://evil/a" TargetMode="External"/>'
        )
        return changed(lambda text: text.replace("</Rel", f"{link}</Rel"), "word/_rels/document.xml.rels")

    check_template(linked("hyperlink"), "appointment")
    with pytest.raises(faults.TemplateLinksOutside) as refused:
        check_template(linked("attachedTemplate"), "appointment")
    assert "http://evil/a" in refused.value.message()


def test_what_unpacks_to_too_much_is_refused() -> None:
    with pytest.raises(faults.TemplateTooLarge):
        check_template(changed(str, word__media__a=b"\0" * (21 << 20)), "appointment")
    with pytest.raises(faults.TemplateTooLarge):
        check_template(changed(lambda text: text + " " * (2 << 20)), "appointment")


def test_thousands_of_open_braces_are_refused_before_anything_looks_for_their_ends() -> None:
    with pytest.raises(faults.NotAWordTemplate):
        check_template(placing("{{ " * 2000), "appointment")


@settings(deadline=None, max_examples=60)
@given(st.integers(0, len(OWN) - 1), st.binary(min_size=1, max_size=8))
def test_a_file_damaged_anywhere_is_taken_or_refused_by_name(place: int, noise: bytes) -> None:
    with suppress(faults.TemplateRefused):
        check_template(OWN[:place] + noise + OWN[place + len(noise) :], "appointment")


def test_an_unknown_word_is_named() -> None:
    with pytest.raises(faults.UnknownPlaceholder) as refused:
        check_template(placing("{{ nguoi_ky }}"), "appointment")

    assert "nguoi_ky" in refused.value.message()


def test_an_unknown_part_of_a_line_is_named() -> None:
    wrong = changed(lambda text: text.replace("line.label", "line.nhan"))

    with pytest.raises(faults.TemplateFaulty) as refused:
        check_template(wrong, "appointment")
    assert "nhan" in refused.value.message()


def test_what_every_document_must_show_may_not_be_left_out() -> None:
    with pytest.raises(faults.TemplateLacks) as refused:
        check_template(changed(lambda text: text.replace("number_line", "place_line")), "appointment")

    assert "number_line" in refused.value.message()


@pytest.mark.parametrize("words", ["{% if signer %}", "{{ signer", "{% endfor %}", "{{ signer | shout }}"])
def test_a_command_that_does_not_fit_is_named_with_its_part(words: str) -> None:
    with pytest.raises(faults.TemplateFaulty) as refused:
        check_template(placing(words), "appointment")

    assert "word/document.xml" in refused.value.message()


@pytest.mark.parametrize(
    "words",
    [
        "{{ ''.__class__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ signer.__class__ }}",
        "{{ signer['__class__'] }}",
        "{{ signer.upper() }}",
        "{{ signer.format(signer) }}",
        "{{ 'a' * 999999999 }}",
        "{{ '%0999999999d' % 1 }}",
        "{{ 9 ** 9 ** 9 }}",
        "{% include 'a' %}",
        "{% import 'os' as os %}",
        "{% set a = 1 %}",
        "{% macro a() %}{% endmacro %}",
        "{% for a in lines %}" * 5 + "{% endfor %}" * 5,
    ],
)
def test_a_command_that_would_do_more_than_place_words_is_refused(words: str) -> None:
    with pytest.raises(faults.TemplateUnsafe):
        check_template(placing(words), "appointment")


def test_a_header_is_looked_over_too() -> None:
    evil = changed(
        lambda text: text.replace("{{ watermark }}", "{{ watermark.__class__ }}"), "word/header1.xml"
    )

    with pytest.raises(faults.TemplateUnsafe):
        check_template(evil, "appointment")


def test_a_fault_is_told_in_both_languages() -> None:
    with pytest.raises(faults.TemplateRefused) as refused:
        check_template(b"", "appointment")

    assert refused.value.message("vi") != refused.value.message("en")


def test_the_page_for_offices_names_every_placeholder() -> None:
    page = (Path(__file__).parents[4] / "docs" / "letter-templates.md").read_text(encoding="utf-8")

    assert [name for name in PLACEHOLDERS if f"| `{name}`" not in page] == []
    assert all(f"`{name}`" in page.rpartition("must have")[2] for name in NEEDED)
