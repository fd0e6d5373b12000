"""Rotation: time left, plan, post, length, papers, and the heads for whom it is meant."""

from tinhgon.core.rulebook import Check
from tinhgon.core.rulebook.rules import Compute
from tinhgon.core.rules.rotation.age import age_limit, months_left
from tinhgon.core.rules.rotation.heads import heads
from tinhgon.core.rules.rotation.posts import default_post, dossier, in_plan, length, no_extra_post

RULES: tuple[Check, ...] = (
    months_left,
    age_limit,
    in_plan,
    no_extra_post,
    default_post,
    length,
    heads,
    dossier,
)
CALCULATIONS: tuple[Compute, ...] = ()
