"""A process of its own that confirms an import, so that a test can kill it: python -m … ID."""

from __future__ import annotations

import sys
from datetime import date
from uuid import UUID

import django


def confirm(pk: str) -> None:
    """Confirm an import as Lan; print what came of it."""
    from tinhgon.access.models import User
    from tinhgon.core.errors import Refused
    from tinhgon.exchange.imports import actions
    from tinhgon.exchange.tests.workbooks import EVERYWHERE
    from tinhgon.register.tests.factories import head

    by = User.objects.get(username="lan")
    try:
        actions.confirm(UUID(pk), head=head(on=date(2011, 6, 1)), by=by, reach=EVERYWHERE)
    except Refused as refused:
        print(refused.code)  # noqa: T201
    else:
        print("confirmed")  # noqa: T201


if __name__ == "__main__":
    django.setup()
    from django.conf import settings

    from tinhgon.config.database import as_system

    as_system(settings.DATABASES["default"])
    confirm(sys.argv[1])
