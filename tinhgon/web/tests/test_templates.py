"""Parts of pages, and what no template may hold."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django import forms
from django.template.loader import render_to_string

from tinhgon.web.tests.test_asof import Point

PACKAGE = Path(__file__).resolve().parents[2]
TEMPLATES = [file for file in PACKAGE.rglob("*.html") if "templates" in file.parts]
FORBIDDEN = {
    "an inline style": re.compile(r"\sstyle\s*="),
    "an inline handler": re.compile(r"<[^>]*\son[a-z]+\s*=\s*[\"']"),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)[^>]*>|<style|javascript:"),
}


class UnitForm(forms.Form):
    name = forms.CharField(label="Tên", help_text="Như trong văn bản.")
    estimated = forms.BooleanField(label="Ước tính", required=False)


def node(name: str, level: int, **more: object) -> dict[str, object]:
    return {"id": name, "name": name, "code": "1", "url": f"/units/{name}/", "level": level} | more


@pytest.mark.parametrize("file", TEMPLATES, ids=lambda file: str(file.relative_to(PACKAGE)))
def test_no_template_breaks_the_policy(file: Path) -> None:
    text = file.read_text()
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


def test_a_closed_branch_says_where_its_children_are() -> None:
    html = render_to_string(
        "web/_branch.html", {"nodes": [node("An", 1, has_children=True, branch_url="/b/")]}
    )
    assert 'aria-expanded="false" data-branch="/b/"' in html
    assert '<ul role="group"></ul>' in html


def test_an_open_branch_holds_its_children() -> None:
    child = node("Bình", 2, selected=True)
    html = render_to_string(
        "web/_branch.html", {"nodes": [node("An", 1, has_children=True, expanded=True, children=[child])]}
    )
    assert html.index('aria-expanded="true"') < html.index('role="group"') < html.index('aria-level="2"')
    assert html.count('aria-current="page"') == 1


def test_a_leaf_cannot_be_opened() -> None:
    assert "aria-expanded" not in render_to_string("web/_branch.html", {"nodes": [node("An", 1)]})


def test_a_marked_node_says_what_changed_in_words() -> None:
    html = render_to_string("web/_branch.html", {"nodes": [node("An", 1, mark="ended")]})
    assert "kết thúc" in html
    assert 'class="is-ended"' in html


def test_the_bar_works_as_a_plain_form(rf: object) -> None:
    request = rf.get("/units/1/?on=2025-06-30&line=party")  # type: ignore[attr-defined]
    html = render_to_string("web/_asof.html", {"asof": Point()}, request=request)
    assert 'action="/units/1/"' in html
    assert '<input type="hidden" name="line" value="party">' in html
    assert 'value="30/06/2025"' in html
    assert "asof-past" in html


def test_each_fault_of_a_form_is_linked_to_its_field() -> None:
    html = str(UnitForm({}))
    assert '<a href="#id_name">Tên: Trường này là bắt buộc.</a>' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_a_form_without_faults_has_no_summary() -> None:
    assert "error-summary" not in str(UnitForm())
