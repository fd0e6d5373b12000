"""Every word of the pages has its English."""

from __future__ import annotations

import re

import pytest

from tinhgon.web import messages

PLACEHOLDER = re.compile(r"%\(\w+\)[sd]")


def test_every_message_has_an_english_translation() -> None:
    lacking = [f"{place}: {message!r}" for message, place in messages.missing().items()]
    assert not lacking, "Run `python -m tinhgon.web.messages`:\n" + "\n".join(lacking)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_a_translation_keeps_the_placeholders(language: str) -> None:
    for entry in messages.catalogue(language):
        wanted = set(PLACEHOLDER.findall(str(entry.id)))
        given = set(PLACEHOLDER.findall(str(entry.string)))
        assert not entry.id or given == wanted, entry.id
