"""A broken constraint becomes the error of its name, also one that is only checked at commit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from django.db import IntegrityError, OperationalError

from tinhgon.core.errors import Refused


class ConstraintBroken(Refused):
    vi = "Cơ sở dữ liệu từ chối: ràng buộc {constraint}. {detail}"
    en = "The database refuses: constraint {constraint}. {detail}"


class TooBusy(Refused):
    vi = "Người khác đang ký một quyết định. Chờ ít giây rồi thử lại; chưa có gì được ghi."
    en = "Somebody else is signing a decision. Wait a few seconds and try again; nothing was written."


@contextmanager
def naming(errors: Mapping[str, type[Refused]]) -> Iterator[None]:
    """Turn violations of named constraints into their errors; stands outside of the transaction.

    :raises Refused: the error of the constraint's name, or ConstraintBroken with the name.
    :raises TooBusy: a lock was not given in time.
    """
    try:
        yield
    except IntegrityError as broken:
        diagnosis = getattr(broken.__cause__, "diag", None)
        name = getattr(diagnosis, "constraint_name", None) or "?"
        detail = getattr(diagnosis, "message_detail", None) or str(broken)
        raise errors.get(name, ConstraintBroken)(constraint=name, detail=detail) from broken
    except OperationalError as error:
        if getattr(error.__cause__, "sqlstate", "") == "55P03":
            raise TooBusy from error
        raise
