"""Packs that are wrong are refused with file, line and key; an office's own packs add and replace."""

from __future__ import annotations

from pathlib import Path

import pytest

from tinhgon.config import env
from tinhgon.core.rulebook import Book
from tinhgon.rules.packs import build, read
from tinhgon.rules.proving import proofs
from tinhgon.rules.refusals import MalformedPack, NoSuchPack
from tinhgon.rules.tests import sample

HEAD = "topic: sample\ntitle: {vi: Tổ, en: Teams}\n"
FIGURE = """figures:
  - id: sample.least
    title: {vi: Ít nhất, en: Least}
    values:
      2025-01-01: {value: 7, source: {document: nd-1-2019, article: Điều 1}, status: verified}
"""
RULE = """rules:
  - id: sample.size
    title: {vi: A, en: A}
    text: {vi: A, en: A}
    about: team
    figures: [sample.least]
    says: {too_few: {vi: A, en: A}}
"""


def pack(folder: Path, name: str = "own.yaml", text: str = "") -> Path:
    """Write a pack file; give its folder."""
    folder.mkdir(exist_ok=True, parents=True)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def loaded(*folders: Path) -> Book:
    return build(read([sample.PACK, *folders]))


def faults(*folders: Path) -> list[str]:
    """Load what is wrong; give its faults in English."""
    with pytest.raises(MalformedPack) as refused:
        loaded(*folders)
    assert refused.value.message("vi").startswith("Gói quy tắc ghi sai: own.yaml:")
    return [fault.en for fault in refused.value.facts["faults"]]


class TestMalformed:
    def test_no_yaml(self, tmp_path: Path) -> None:
        (fault,) = faults(pack(tmp_path, text="topic: sample\nfigures: [unclosed\n"))
        assert fault.startswith("own.yaml:3: not YAML (")

    def test_no_mapping(self, tmp_path: Path) -> None:
        assert faults(pack(tmp_path, text="- a\n- b\n")) == ["own.yaml:1: must be a mapping"]

    def test_a_key_given_twice(self, tmp_path: Path) -> None:
        (fault,) = faults(pack(tmp_path, text=HEAD + "topic: sample\n"))
        assert fault == "own.yaml:3: not YAML (key given twice: topic)"

    def test_a_key_that_no_pack_has(self, tmp_path: Path) -> None:
        (fault,) = faults(
            pack(tmp_path, text=HEAD + FIGURE.replace("    title:", "    colour: 1\n    title:"))
        )
        assert fault.startswith("own.yaml:4 (figures.0): ")
        assert "colour" in fault

    def test_a_word_that_is_no_status(self, tmp_path: Path) -> None:
        (fault,) = faults(pack(tmp_path, text=HEAD + FIGURE.replace("verified", "certain")))
        assert fault.startswith("own.yaml:7 (figures.0.values.2025-01-01.status): ")

    def test_an_unknown_document(self, tmp_path: Path) -> None:
        text = HEAD + "replaces: [sample.least]\n" + FIGURE.replace("nd-1-2019", "nd-404")
        (fault,) = faults(pack(tmp_path, text=text))
        assert fault.startswith("own.yaml:8 (figures.0.values.2025-01-01.")
        assert fault.endswith("there is no document nd-404")

    def test_an_unknown_function(self, tmp_path: Path) -> None:
        (fault,) = faults(pack(tmp_path, text=HEAD + RULE.replace("sample.size", "sample.gone")))
        assert fault == "own.yaml:4 (rules.0.id): there is no function sample.gone"

    def test_an_unknown_figure(self, tmp_path: Path) -> None:
        text = HEAD + "replaces: [sample.size]\n" + RULE.replace("sample.least", "sample.gone")
        (fault,) = faults(pack(tmp_path, text=text))
        assert fault.endswith("there is no figure sample.gone")

    def test_a_name_that_stands_twice(self, tmp_path: Path) -> None:
        (fault,) = faults(pack(tmp_path, text=HEAD + FIGURE))
        assert fault == "own.yaml:4 (figures.0.id): sample.least stands in another pack already"

    def test_all_faults_are_told_at_once(self, tmp_path: Path) -> None:
        text = HEAD + FIGURE.replace("nd-1-2019", "nd-404") + RULE.replace("sample.size", "sample.gone")
        told = " ".join(faults(pack(tmp_path, text=text)))

        for fault in ("nd-404", "sample.gone", "stands in another pack"):
            assert fault in told

    def test_several_files_are_read_before_refusing(self, tmp_path: Path) -> None:
        pack(tmp_path, "own.yaml", "- a\n")
        pack(tmp_path, "own2.yaml", "- b\n")

        assert [fault.partition(":")[0] for fault in faults(tmp_path)] == ["own.yaml", "own2.yaml"]

    def test_no_directory(self, tmp_path: Path) -> None:
        with pytest.raises(NoSuchPack) as refused:
            loaded(tmp_path / "gone")
        assert "TINHGON_RULEPACKS" in refused.value.message("vi")


class TestOwnPacks:
    def test_they_add(self, tmp_path: Path) -> None:
        text = HEAD + FIGURE.replace("sample.least", "sample.own").replace(
            "verified", "verified, expected: true"
        )

        book = loaded(pack(tmp_path, text=text))
        assert book.figures["sample.own"].values[0].provisional
        assert set(build(read([sample.PACK])).figures) < set(book.figures)

    def test_they_replace_what_they_name(self, tmp_path: Path) -> None:
        book = loaded(pack(tmp_path, text=HEAD + "replaces: [sample.least]\n" + FIGURE))

        assert [value.amount for value in book.figures["sample.least"].values] == [7]
        assert book.rules["sample.size"].figures == ("sample.least",)

    def test_the_variable_names_their_directories(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("TINHGON_RULEPACKS", str(tmp_path))
        assert [*env.paths("TINHGON_RULEPACKS")] == [tmp_path]


class TestCases:
    def test_a_file_named_otherwise_than_its_rule(self, tmp_path: Path) -> None:
        text = "rule: sample.size\ncases:\n  - {name: A, on: 2025-01-01, facts: {}, finds: []}\n"
        pack(tmp_path / "cases", "sample.other.yaml", text)

        with pytest.raises(MalformedPack) as refused:
            proofs([tmp_path])
        assert "the file must be named sample.size.yaml" in str(refused.value)

    def test_the_key_on_is_a_word(self) -> None:
        assert proofs([sample.PACK])["sample.size"].cases[0].on.isoformat() == "2019-12-31"


def test_a_topic_words_its_facts_before_the_common_words(tmp_path: Path) -> None:
    common = "facts:\n  members: {vi: chung, en: common}\n  depth: {vi: độ sâu, en: depth}\n"
    names = loaded(pack(tmp_path, text=common)).names("sample.size")

    assert (names["members"].vi, names["depth"].vi) == ("số thành viên", "độ sâu")


def test_a_form_may_not_ask_for_a_fact_that_there_is_not(tmp_path: Path) -> None:
    pack = (sample.PACK / "sample.yaml").read_text()
    group = "{title: {vi: Tổ, en: Team}, facts: {members: null, height: null}}"
    asks = f"    asks: [{group}]\n    steps:\n"
    (tmp_path / "sample.yaml").write_text(pack.replace("    steps:\n", asks))

    with pytest.raises(MalformedPack) as refused:
        build(read([tmp_path]))

    assert "there is no fact height" in refused.value.message("en")
    assert "calculations.0.asks.0.facts.height" in refused.value.message("en")
