"""What the title of an item makes of what stands below it: a duty of the body it names, or no duty at all."""

from __future__ import annotations

from tinhgon.texts.bodies.lists import bracketed, listing
from tinhgon.texts.bodies.phrases import Phrase
from tinhgon.texts.bodies.verbs import match
from tinhgon.texts.bodies.words import Words, split
from tinhgon.texts.tasks.opening import Opening
from tinhgon.texts.tasks.widening import wider
from tinhgon.texts.values import Level

POWERS = tuple(map(split, ("phân cấp", "ủy quyền", "thẩm quyền")))
NOWHERE = tuple(
    map(
        split,
        (
            *(
                "quyền hạn",
                "thành phần",
                "giải thích từ ngữ",
                "phạm vi",
                "đối tượng",
                "đánh giá tình hình",
                "tình hình",
                "thực trạng",
            ),
            *("kết quả đạt được", "kết quả thực hiện", "tồn tại", "hạn chế", "nguyên nhân", "ưu điểm"),
        ),
    )
)
VAGUE = {"agencies", "organisations", "persons", "localities", "party_committees"}
FILLING = tuple(
    map(
        split,
        (
            *(
                "có trách nhiệm",
                "chịu trách nhiệm",
                "sau đây",
                "như sau",
                "thực hiện",
                "các nhiệm vụ",
                "nhiệm vụ",
            ),
            *("có nhiệm vụ", "cụ thể", "chủ trì", "phối hợp", "và", ":", ".", ",", ";"),
        ),
    )
)
DUTIES_OF = 6  # words of “nhiệm vụ, quyền hạn của”, which always tells whose duties follow
MEMBERS, LAST = ("thành", "viên"), 8  # “… gồm các thành viên sau đây:”
WIDE = 22  # words of a title


def idle(words: Words, start: int, end: int) -> bool:
    """Say whether what stands under a title is aim, scope or power, so that no heading there lays a duty."""
    if end - start > WIDE or words.at(end - 1) in {".", ";"}:
        return False
    power = any(words.match(n, one) for n in range(start, min(end, start + WIDE)) for one in POWERS)
    return bool(match(words, start, "idle")) or power


def nowhere(words: Words, start: int, end: int) -> bool:
    """Say whether there can be no duty at all under a title: definitions, scope, what was achieved."""
    if words.at(end - 1) == ":" and any(words.match(n, MEMBERS) for n in range(max(start, end - LAST), end)):
        return any(words.at(n) == "gồm" for n in range(start, end))
    title = end - start < WIDE and words.at(end - 1) not in {".", ";"}
    return title and any(words.match(start, one) for one in NOWHERE)


def heading(words: Words, start: int, end: int, level: Level, *, more: bool) -> Opening | None:
    """Read the bodies of a title that names them: “1. Sở Y tế”, “9. Đề nghị Ủy ban Mặt trận …”.

    `more`: something else follows in the item.
    """
    handed = match(words, start, "charge")
    if handed and words.at(start) in {"đối", "về"} and words.at(end - 1) not in {":"}:
        return None
    who, rest = listing(words, start + handed)
    if not who or rest > end:
        return None
    found = Opening(tuple(who), rest, "heading")
    if _vague(words, found.who, level, handed):
        return None
    rest = _filled(words, bracketed(words, rest), end)
    if rest >= end:
        return Opening(found.who, end, "heading") if more else None
    named = not handed or words.at(start) in {"trách", "nhiệm"}  # a broken line may join title and duty
    if words.at(rest - 1) == ":" or (words.capital(rest) and match(words, rest, "must") and named):
        return Opening(found.who, rest, "heading")
    return _wide(words, who, end, level) if more and (handed or words.at(start) in {"các", "những"}) else None


def _vague(words: Words, who: tuple[Phrase, ...], level: Level, handed: int) -> bool:
    if level == "article":
        return not handed or (handed < DUTIES_OF and (len(who) > 1 or who[0].group in VAGUE))
    several = len(who) > 1 or words.at(who[0].start) in {"các", "những"}
    return not handed and not several and who[0].bare and who[0].group in VAGUE


def _filled(words: Words, n: int, end: int) -> int:
    while n < end and (step := max((len(one) for one in FILLING if words.match(n, one)), default=0)):
        n += step
    return n


def _wide(words: Words, who: list[Phrase], end: int, level: Level) -> Opening | None:
    # “12. Các tổ chức, cá nhân khai thác nước trên địa bàn”: the whole title is the name.
    last = who[-1]
    inside = range(last.end, end)
    long = end - who[0].start > WIDE or level in {"part", "chapter", "section", "article"}
    if long or any(words.at(n) in {".", ";", ":"} for n in inside[:-1]):
        return None
    if words.at(end - 1) in {".", ";"} and match(words, last.end, "must"):
        return None
    stop = next((n for n in inside if any(words.match(n, one) for one in FILLING[:2])), end)
    stop -= words.at(stop - 1) in {":", "."}
    return Opening((*who[:-1], wider(words, last, stop, whole=True)), end, "heading")
