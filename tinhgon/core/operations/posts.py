"""What a decision orders of posts and staff quotas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from tinhgon.core.operations.base import STRICT, Ordered
from tinhgon.core.rows import SPECIALIST, PostId, UnitId
from tinhgon.core.values import Count, Text, Word

Rank: TypeAlias = Literal["head", "deputy", "member", "specialist"]
Seats: TypeAlias = Annotated[int, Field(ge=1, le=10_000)]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPost:
    """A post to be made: its identity and its first facts."""

    __pydantic_config__: ClassVar = STRICT
    id: PostId
    unit: UnitId
    title: Word
    rank: Rank = SPECIALIST  # type: ignore[assignment]
    seats: Seats = 1
    staff: Word
    reports_to: PostId | None = None
    description: Text = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CreatePost(Ordered):
    """A unit has a post more."""

    post: NewPost
    op: Literal["create_post"] = "create_post"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangePost(Ordered):
    """A post has another title, rank, number of seats or description; what is left out stays."""

    post: PostId
    title: Word | None = None
    rank: Rank | None = None
    seats: Seats | None = None
    staff: Word | None = None
    description: Text | None = None
    op: Literal["change_post"] = "change_post"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTo(Ordered):
    """A post answers to another one, or to none."""

    post: PostId
    reports_to: PostId | None
    op: Literal["report_to"] = "report_to"


@dataclass(frozen=True, slots=True, kw_only=True)
class MovePost(Ordered):
    """A post passes to another unit, and whoever holds it goes along."""

    post: PostId
    to: UnitId
    op: Literal["move_post"] = "move_post"


@dataclass(frozen=True, slots=True, kw_only=True)
class AbolishPost(Ordered):
    """A post is no more; nobody may hold it then."""

    post: PostId
    op: Literal["abolish_post"] = "abolish_post"


@dataclass(frozen=True, slots=True, kw_only=True)
class SetQuota(Ordered):
    """A unit may have so many staff of a kind; without a number, no quota is set any more."""

    unit: UnitId
    staff: Word
    number: Count | None
    op: Literal["set_quota"] = "set_quota"
