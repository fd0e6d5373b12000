"""Draws the task of succession: posts of leaders, who holds them, who may follow, by which figures."""

from __future__ import annotations

from dataclasses import dataclass

from tinhgon.core.errors import Said
from tinhgon.lab.models import Scenario
from tinhgon.lab.parameters import Parameters, Succeed
from tinhgon.lab.succession.facts import Standing, posts_in, scope_of, trainings_of
from tinhgon.lab.succession.figures import Figures, rules_of, tier_of, weights_of
from tinhgon.lab.succession.solving import Succeeding
from tinhgon.lab.succession.turning import Seen, free_seats, officials_of, seats_of
from tinhgon.rules.library import book


@dataclass(frozen=True, kw_only=True, eq=False)
class Drawn:
    """The task, and what whoever reads its plan must know."""

    task: Succeeding
    notes: tuple[Said, ...]


def draw(scenario: Scenario) -> Drawn:
    """Draw the task from the register as it stands on the eve, whether or not the scenario plans a merger.

    :raises NotInForce: no law of the day says how many may be planned for a title, nor does the scenario.
    """
    asked, law, on = Parameters.read(scenario.parameters).succeed, book(), scenario.effective_on
    units = scope_of(scenario)
    posts = posts_in(scenario, units)
    people = {one.person for post in posts for one in post.holders}
    needed: dict[str, frozenset[str]] = {rank: frozenset(kinds) for rank, kinds in asked.trainings.items()}
    seen = Seen(
        units=units,
        trainings=trainings_of(people, on),
        needed=needed,
        on=on,
        law=law,
        deepest=max((one.depth for one in units.values()), default=0),
    )
    figures = Figures(law.figures, on)
    kind = units[scenario.root_id].kind if scenario.root_id in units else None
    lengths = {str(name): months for name, months in asked.training_months.items()}
    task = Succeeding(
        officials=tuple(officials_of(posts, seen)), seats=tuple(seats_of(posts, seen)),
        rules=rules_of(asked, figures, on, tier_of(kind), lengths), weights=weights_of(asked),
    )  # fmt: skip
    return Drawn(task=task, notes=(*figures.notes, *_assumed(asked, posts)))


def _assumed(asked: Succeed, posts: list[Standing]) -> tuple[Said, ...]:
    beside = sum(post.seats - free_seats(post) for post in posts)
    notes = [
        Said(
            "Bậc của vị trí tính theo cấp của đơn vị trên sơ đồ và theo cấp trưởng, cấp phó; lĩnh vực theo "
            "loại đơn vị.",
            "How high a post is goes by where its unit stands and by head or deputy; its field by the unit's "
            "kind.",
        ),
        Said(
            "Không xét kỷ luật, người địa phương và tiêu chuẩn trình độ: sổ không ghi đủ để xét.",
            "Discipline, locals and qualifications are not considered: the register does not say enough.",
        ),
    ]
    if any(asked.trainings.values()):
        notes.append(Said(
            "Nội dung bồi dưỡng cần có là giả định của phương án, không trích từ văn bản.",
            "The trainings asked for are assumed by the scenario, not quoted from a text.",
        ))  # fmt: skip
    if beside:
        notes.append(Said(
            f"{beside} vị trí do người giữ vị trí khác kiêm nhiệm: theo vị trí chính, không lập riêng.",
            f"{beside} seats are held beside a main post: they follow it and are not planned for.",
        ))  # fmt: skip
    return tuple(notes)
