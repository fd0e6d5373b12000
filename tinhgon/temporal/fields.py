"""PeriodField, a half-open daterange that is a `core.periods.Period`, and the number of a transaction."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.backends.postgresql.psycopg_any import DateRange

from tinhgon.core.periods import Period


class PeriodField(DateRangeField):
    """The days on which a row is so; `__contains=day` asks for one day."""

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Period | None:
        """Make the database's range a Period."""
        return None if value is None else Period(value.lower, value.upper)

    def get_prep_value(self, value: Any) -> Any:
        """Make a Period the database's range; leave days and ranges as they are."""
        if isinstance(value, Period):
            value = DateRange(value.since, value.until, "[)")
        return super().get_prep_value(value)

    def to_python(self, value: Any) -> Any:
        """Take a Period as it is."""
        if isinstance(value, Period):
            return value
        found = super().to_python(value)
        return Period(found.lower, found.upper) if isinstance(found, DateRange) else found

    def value_to_string(self, obj: Any) -> str:
        """Write a period as two days, for fixtures."""
        period: Period = self.value_from_object(obj)
        until: date | None = period.until
        return f'{{"lower": "{period.since}", "upper": {f"{chr(34)}{until}{chr(34)}" if until else "null"}}}'


class TransactionId(models.Field):  # type: ignore[type-arg]
    """PostgreSQL's 64-bit transaction number, by which readers see what has really been committed."""

    def db_type(self, connection: Any) -> str:
        """Name the column's type."""
        return "xid8"

    def get_prep_value(self, value: Any) -> Any:
        """Write the number as text, which PostgreSQL makes of the column's type."""
        return None if value is None else str(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> int | None:
        """Make it a number."""
        return None if value is None else int(value)
