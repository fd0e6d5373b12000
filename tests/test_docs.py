"""The pages that explain the house name what is in it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.apps import apps
from django.conf import settings
from django.db import models

from tests.tree import ROOT

ARCHITECTURE = (ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")
GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
RUNBOOK = (ROOT / "docs" / "runbook.md").read_text(encoding="utf-8")
OURS = [model for model in apps.get_models() if model.__module__.startswith("tinhgon.")]
PROGRAMS = "".join(
    file.read_text(encoding="utf-8") for part in ("tinhgon", "tools") for file in (ROOT / part).rglob("*.py")
)
VARIABLES = sorted(set(re.findall(r"TINHGON_[A-Z_]+", PROGRAMS)))


def test_the_picture_fits_on_a_few_pages() -> None:
    assert len(ARCHITECTURE.splitlines()) <= 120


@pytest.mark.parametrize(
    "folder", sorted(path.parent.name for path in (ROOT / "tinhgon").glob("*/__init__.py"))
)
def test_the_picture_names_every_folder(folder: str) -> None:
    assert f"`{folder}/`" in ARCHITECTURE


@pytest.mark.parametrize("name", sorted(c.name for model in OURS for c in model._meta.constraints))
def test_every_constraint_is_explained(name: str) -> None:
    assert f"`{name}`" in (ROOT / "docs" / "constraints.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_table_has_a_word_in_the_glossary(model: type[models.Model]) -> None:
    name = re.sub(r"(Past|Known)$", "", model.__name__)
    words = re.sub(r"(?<!^)(?=[A-Z])", " ", name).lower()
    assert f"| {words} |" in GLOSSARY.lower()


@pytest.mark.parametrize("variable", VARIABLES)
def test_every_setting_is_in_the_runbook(variable: str) -> None:
    assert f"`{variable}`" in RUNBOOK


@pytest.mark.parametrize("page", [ROOT / name for name in ("README.md", "README.vi.md", "ARCHITECTURE.md")])
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_the_first_screen_says_what_shows_and_starts() -> None:
    first = "\n".join(README.splitlines()[:40])
    assert "./run demo" in first
    assert "./run test" in first
    assert re.search(r"!\[[^\]]+\]\([^)]+\.png\)", first)


def test_decisions_are_short_and_numbered() -> None:
    pages = sorted((ROOT / "docs" / "adr").glob("*.md"))
    assert [page.name[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert [page.name for page in pages if len(page.read_text(encoding="utf-8").splitlines()) > 60] == []


def test_both_languages_are_set() -> None:
    assert [code for code, _ in settings.LANGUAGES] == ["vi", "en"]
