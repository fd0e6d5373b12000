"""A broken constraint becomes the error of its name, also one that is only checked at commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import DataError, IntegrityError, InterfaceError, OperationalError, connection, transaction

from tinhgon.core.errors import Refused


class ConstraintBroken(Refused):
    vi = "Cơ sở dữ liệu từ chối: ràng buộc {constraint}. {detail}"
    en = "The database refuses: constraint {constraint}. {detail}"


class CannotBeStored(Refused):
    vi = "Có giá trị quá dài, quá lớn hoặc có ký tự không ghi được ({detail}). Sửa lại; chưa có gì được ghi."
    en = "A value is too long, too large or has a letter that cannot be stored ({detail}). Mend it."


class TooBusy(Refused):
    vi = "Người khác đang ký một quyết định. Chờ ít giây rồi thử lại; chưa có gì được ghi."
    en = "Somebody else is signing a decision. Wait a few seconds and try again; nothing was written."


class TookTooLong(Refused):
    vi = "Việc này quá lâu nên đã dừng; chưa có gì được ghi. Thử lại, hoặc chia quyết định thành nhiều phần."
    en = "This took too long and was stopped; nothing was written. Try again, or part the decision."


class ConnectionLost(Refused):
    vi = (
        "Mất kết nối với cơ sở dữ liệu. Việc vừa làm hoặc đã được ghi trọn vẹn, hoặc chưa ghi gì. "
        "Mở lại quyết định để xem."
    )
    en = (
        "The connection to the database was lost. What you did was written as a whole or not at all. "
        "Open the decision again to see which."
    )


@contextmanager
def whole(errors: Mapping[str, type[Refused]]) -> Iterator[None]:
    """Do all or nothing; what the database checks late is checked before the end, so that it has a name.

    Inside another transaction, as that of a request, nobody waits for the other's end to be refused.

    :raises Refused: as `naming` does.
    """
    nested = connection.in_atomic_block
    with naming(errors), transaction.atomic():
        yield
        if nested:
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")


@contextmanager
def naming(errors: Mapping[str, type[Refused]]) -> Iterator[None]:
    """Turn what the database refuses into errors with names; stands outside of the transaction.

    :raises Refused: the error of the constraint's name, or ConstraintBroken with the name.
    :raises CannotBeStored: a value does not fit its column.
    :raises TooBusy, TookTooLong, ConnectionLost: a lock, the time or the server gave out.
    """
    try:
        yield
    except IntegrityError as broken:
        diagnosis = getattr(broken.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None) or getattr(diagnosis, "column_name", None) or "?"
        detail = getattr(diagnosis, "message_detail", None) or str(broken)
        raise errors.get(name, ConstraintBroken)(constraint=name, detail=detail) from broken
    except DataError as unfit:
        raise CannotBeStored(detail=str(unfit).partition("\n")[0]) from unfit
    except (OperationalError, InterfaceError) as error:
        refusal = _outage(error)
        if refusal is None:
            raise
        raise refusal from error


def _outage(error: Exception) -> Refused | None:
    """Name what gave out, by PostgreSQL's code for it; without a code the connection itself broke."""
    state = getattr(error.__cause__, "sqlstate", None) or ""
    if state in ("55P03", "40P01", "40001"):
        return TooBusy()
    if state == "57014":
        return TookTooLong()
    if not state or state.startswith(("08", "57P", "25P03")):
        return ConnectionLost()
    return None
