"""Sentences that begin with who is obliged, or with the verb that hands the duty over."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tinhgon.texts.bodies.lists import bracketed, listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.predicates import HANDING, REACH, is_duty, is_strong, over_adverbial, strong
from tinhgon.texts.tasks.widening import directed, grown, parted, widened

DASHES = {"-", "–"}
KINDS = {"cơ", "đơn", "thường", "đầu"}  # “Sở Y tế - cơ quan thường trực Ban Chỉ đạo giúp …”
WIDENING = {"nơi", "được", "của", "có", "trong", "ở", "tại"}


def handed(words: Words, n: int, end: int) -> Opening | None:
    """Read “Giao Sở Y tế chủ trì …”, “Đề nghị Ủy ban Mặt trận …”."""
    length = match(words, n, "charge")
    if not length or words.at(n) in {"trách", "nhiệm"}:  # “Trách nhiệm của …” is for titles
        return None
    at = n + length
    who, rest = listing(words, at + (words.at(at) == ":"))
    if not who or rest > end + 1:
        return None
    if words.at(n) in {"đối", "về"} and (who[0].kind == "group" or words.at(rest) not in {":", ","}):
        return None
    if _bare(words, who[0]) and words.at(rest) not in {":", "."} and not is_duty(words, rest):
        return None
    return replace(directed(words, who, rest, end), how="charge")


def subject(words: Words, n: int, end: int, *, first: bool = True) -> Opening | None:
    """Read “Sở Y tế chủ trì …”, “Bộ Chính trị yêu cầu các cấp ủy …”; `first`: a sentence begins here."""
    who, rest = listing(words, n)
    if not who or rest > end or _verbal(words, who[0]):
        return None
    rest = bracketed(words, rest)
    handing = words.at(rest) in HANDING and match(words, rest, "charge")
    open_ = not handing and who[-1].kind != "body" and words.at(rest) != "chỉ"
    if open_ and (sure := strong(words, rest, end)):
        named = who[-1:] if sure == rest else parted(words, who[-1], sure)
        return directed(words, [*who[:-1], *named], sure, end)
    if words.at(rest - 1) in {"người", "hộ"}:
        return None
    if handing:
        found = handed(words, rest, end)
        return replace(found, by=tuple(who)) if found else None
    return _verb_after(words, who, rest, end, first=first)


def _verb_after(words: Words, who: Sequence[Phrase], rest: int, end: int, *, first: bool) -> Opening | None:
    if words.at(rest) == ":" and who[0].kind == "body":
        return Opening(tuple(who), rest + 1, "heading")
    if is_duty(words, rest):
        return directed(words, who, rest, end)
    if match(words, rest, "free"):
        return widened(words, who, rest, end) if words.at(rest) in WIDENING else None
    if words.at(rest) in DASHES and words.at(rest + 1) in KINDS and not words.capital(rest + 1):
        verb = next((at for at in range(rest + 2, min(end, rest + REACH)) if _acts(words, at)), 0)
        return Opening(tuple(who), verb, "must") if verb else None
    if words.at(rest) == "," or match(words, rest, "before"):
        verb = over_adverbial(words, rest, end)
        return Opening(tuple(who), verb, "must") if verb else grown(words, who, rest, end)
    if who[-1].kind != "group" and not who[-1].bare and words.at(rest).isalpha() and not words.capital(rest):
        return Opening(tuple(who), rest, "must")  # what follows a whole name is what it does
    return widened(words, who, rest, end) or (grown(words, who, rest, end) if first else None)


def _acts(words: Words, n: int) -> bool:
    return words.at(n) == "giúp" or is_strong(words, n) or words.match(n, ("chủ", "trì"))


def _bare(words: Words, one: Phrase) -> bool:
    return one.kind == "group" and one.bare and words.at(one.start) not in {"các", "mọi", "mỗi"}


def _verbal(words: Words, one: Phrase) -> bool:
    """Say whether a noun at the head of a sentence is rather a verb: “Tổ chức …”, “Thanh tra, kiểm tra …”."""
    if words.match(one.start, ("tổ", "chức")) or words.match(one.start, ("thanh", "tra")):
        return one.bare or words.at(one.start + 2) == "của"
    return _bare(words, one) and words.at(one.start) in {"hội", "trường", "xã", "tỉnh"}
