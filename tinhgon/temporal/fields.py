"""PeriodField: a half-open daterange that reads and writes `core.periods.Period`."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib.postgres.fields import DateRangeField
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
