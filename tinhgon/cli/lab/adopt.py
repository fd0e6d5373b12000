"""`tinhgon lab scenarios` and `tinhgon lab adopt`: scenarios of the register, and their drafts."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

import typer
from django.utils import timezone

from tinhgon.access.models import User
from tinhgon.access.queries import reach_of
from tinhgon.cli import ground
from tinhgon.cli.decision import MayNot, NoSuchUser
from tinhgon.cli.terminal import Json, Language, print_json, say
from tinhgon.core.errors import Refused
from tinhgon.core.periods import parse_day
from tinhgon.core.reach import Reach
from tinhgon.lab.actions.adopting import Letterhead, adopt, take_back
from tinhgon.lab.models import Adopted, Scenario
from tinhgon.lab.queries.scenarios import visible
from tinhgon.register.models import Decision

DRAFTING = "register.draft_decision"
As = Annotated[str, typer.Option("--as", metavar="USER", help="Who does it; only what they reach is there.")]


class NoSuchScenarioNamed(Refused):
    vi = "Không có phương án “{name}” trong phạm vi của {user}. Xem: tinhgon lab scenarios."
    en = "There is no scenario “{name}” within the reach of {user}. See: tinhgon lab scenarios."


class SeveralScenarios(Refused):
    vi = "Có {count} phương án tên “{name}”. Dùng mã: {keys}."
    en = "{count} scenarios are called “{name}”. Use the id: {keys}."


def scenarios(as_: As, json: Json = False, language: Language = None) -> None:
    """List the scenarios that somebody may see, the newest first."""
    ground.open_database()
    found = [_row(one) for one in visible(_reach(_user(as_)))]
    if json:
        print_json(found)
        return
    for one in found:
        locked = " *" if one["locked"] else ""
        typer.echo(f"{one['id']}  {one['effective_on']}  {one['units']:>5}  {one['name']}{locked}")
    say(f"{len(found)} phương án; * đã khóa.", f"{len(found)} scenarios; * is locked.")


def adopt_command(
    scenario: Annotated[str, typer.Argument(metavar="SCENARIO", help="Its id, or its whole name.")],
    as_: As,
    number: Annotated[str, typer.Option(help="Each draft adds its turn.")],
    issuer: Annotated[str, typer.Option(help="Who issues the decisions.")],
    issued_on: Annotated[str, typer.Option("--issued-on", metavar="DAY")],
    type_: Annotated[str, typer.Option("--type", help="Of the documents, such as QĐ or NQ.")] = "QĐ",
    take_back_: Annotated[
        bool, typer.Option("--take-back", help="Throw drafts away, draft what revokes the signed.")
    ] = False,
    json: Json = False,
    language: Language = None,
) -> None:
    """Write the drafts of a scenario in the order in which they are to be signed, or take them back."""
    head = Letterhead(type=type_, number=number, issuer=issuer, issued_on=parse_day(issued_on))
    ground.open_database()
    actor = _user(as_)
    if not actor.has_perm(DRAFTING):
        raise MayNot(username=as_, permission=DRAFTING)
    reach = _reach(actor)
    given = {"scenario": _find(scenario, as_, reach), "head": head, "reach": reach, "actor": actor}
    if take_back_:
        _told_back(take_back(**given), json=json)  # type: ignore[arg-type]
    else:
        _told([_draft(one) for one in adopt(**given)], json=json)  # type: ignore[arg-type]


def _find(name: str, username: str, reach: Reach) -> Scenario:
    try:
        found = list(visible(reach).filter(pk=UUID(name)))
    except ValueError:
        found = list(visible(reach).filter(name=name))
    if not found:
        raise NoSuchScenarioNamed(name=name[:200], user=username)
    if len(found) > 1:
        raise SeveralScenarios(name=name, count=len(found), keys=[str(one.pk) for one in found])
    return found[0]


def _user(username: str) -> User:
    user = User.objects.filter(username=username, is_active=True).first()
    if user is None:
        raise NoSuchUser(username=username)
    return user


def _reach(user: User) -> Reach:
    return reach_of(user.pk, on=timezone.localdate())


def _row(one: Scenario) -> dict[str, Any]:
    return {
        "id": str(one.pk), "name": one.name, "origin": one.origin, "effective_on": one.effective_on,
        "units": len(one.plan), "locked": one.locked_at is not None,
    }  # fmt: skip


def _draft(one: Adopted) -> dict[str, Any]:
    of = one.decision
    return {
        "turn": one.turn,
        "part": one.part,
        "decision": str(of.pk),
        "number": of.number,
        "title": of.title,
    }


def _told(drafts: list[dict[str, Any]], *, json: bool) -> None:
    if json:
        print_json(drafts)
        return
    for one in drafts:
        typer.echo(f"{one['turn']:>3}  {one['number']}  {one['title']}  {one['decision']}")
    say(
        "Dự thảo, chưa có hiệu lực: kiểm tra và ký lần lượt từ trên xuống.",
        "Drafts, nothing is in force yet: check and sign them from the top down.",
    )


def _told_back(revoking: Decision | None, *, json: bool) -> None:
    if json:
        print_json({"revoking": str(revoking.pk) if revoking else None})
    elif revoking is None:
        say("Đã bỏ các dự thảo.", "The drafts were thrown away.")
    else:
        say(
            f"Đã bỏ các dự thảo; dự thảo bãi bỏ những quyết định đã ký: {revoking.pk}",
            f"The drafts were thrown away; what revokes the signed ones is drafted: {revoking.pk}",
        )
