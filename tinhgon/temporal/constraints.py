"""Temporal constraints that PostgreSQL 18 has and Django 5.2 does not name yet, as parts of `Meta`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db.models.constraints import BaseConstraint


class WithoutOverlaps(ExclusionConstraint):
    """At most one row per key on any day: UNIQUE (key…, valid WITHOUT OVERLAPS)."""

    def __init__(self, *, name: str, key: Sequence[str], period: str = "valid", **message: Any) -> None:
        equal = [(field, RangeOperators.EQUAL) for field in key]
        super().__init__(
            name=name, expressions=[*equal, (period, RangeOperators.OVERLAPS)], **message
        )  # fmt: skip
        self.key, self.period = tuple(key), period

    def constraint_sql(self, model: Any, schema_editor: Any) -> str:
        """Write the constraint as part of CREATE TABLE."""
        quote = schema_editor.quote_name
        columns = [quote(model._meta.get_field(field).column) for field in (*self.key, self.period)]
        return f"CONSTRAINT {quote(self.name)} UNIQUE ({', '.join(columns)} WITHOUT OVERLAPS)"

    def create_sql(self, model: Any, schema_editor: Any) -> str:
        """Write the constraint for a table that stands."""
        table = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {table} ADD {self.constraint_sql(model, schema_editor)}"

    def deconstruct(self) -> Any:
        """Give the arguments that make it again."""
        path, args, kwargs = super().deconstruct()
        del kwargs["expressions"]
        return path, args, kwargs | {"key": self.key, "period": self.period}


class _Deferred(BaseConstraint):
    """A constraint that can only be made once other tables stand, and that only the database checks."""

    def constraint_sql(self, model: Any, schema_editor: Any) -> None:  # type: ignore[override]
        """Put it off: what it points at may come later in the same migration."""
        schema_editor.deferred_sql.append(self.statement(model, schema_editor))

    create_sql = constraint_sql  # type: ignore[assignment]

    def statement(self, model: Any, schema_editor: Any) -> str:
        """Write the constraint for a table that stands."""
        raise TypeError(f"{type(self).__name__} does not say how it is made.")

    def validate(self, model: Any, instance: Any, exclude: Any = None, using: str = "default") -> None:
        """Do nothing: only the database sees every row."""

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Deferred) and self.deconstruct() == other.deconstruct()

    def __hash__(self) -> int:
        return hash((type(self), self.name))


class WithinPeriodOf(_Deferred):
    """Every day of a row is covered by rows of `table`: FOREIGN KEY (key, PERIOD valid)."""

    def __init__(
        self, *, name: str, key: str, table: str, target: str = "unit_id", period: str = "valid"
    ) -> None:  # fmt: skip
        super().__init__(name=name)
        self.key, self.table, self.target, self.period = key, table, target, period

    def statement(self, model: Any, schema_editor: Any) -> str:
        """Write the period key, checked at commit."""
        quote = schema_editor.quote_name
        period = f"PERIOD {quote(self.period)}"
        key = quote(model._meta.get_field(self.key).column)
        return (
            f"ALTER TABLE {quote(model._meta.db_table)} ADD CONSTRAINT {quote(self.name)} "
            f"FOREIGN KEY ({key}, {period}) REFERENCES {quote(self.table)} ({quote(self.target)}, {period}) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Take the key away."""
        quote = schema_editor.quote_name
        return f"ALTER TABLE {quote(model._meta.db_table)} DROP CONSTRAINT {quote(self.name)}"

    def deconstruct(self) -> Any:
        """Give the arguments that make it again."""
        path, args, kwargs = super().deconstruct()
        more = {"key": self.key, "table": self.table, "target": self.target, "period": self.period}
        return path, args, kwargs | more


class Guard(_Deferred):
    """A trigger that calls a function: an invariant that spans rows, or the keeping of the past."""

    def __init__(
        self, *, name: str, function: str, when: str, deferred: bool = False, each: str = "ROW"
    ) -> None:  # fmt: skip
        super().__init__(name=name)
        self.function, self.when, self.deferred, self.each = function, when, deferred, each

    def statement(self, model: Any, schema_editor: Any) -> str:
        """Write the trigger."""
        quote = schema_editor.quote_name
        kind = "CONSTRAINT TRIGGER" if self.deferred else "TRIGGER"
        late = "DEFERRABLE INITIALLY DEFERRED " if self.deferred else ""
        return (
            f"CREATE {kind} {quote(self.name)} {self.when} ON {quote(model._meta.db_table)} "
            f"{late}FOR EACH {self.each} EXECUTE FUNCTION {self.function}()"
        )

    def remove_sql(self, model: Any, schema_editor: Any) -> str:
        """Take the trigger away."""
        quote = schema_editor.quote_name
        return f"DROP TRIGGER {quote(self.name)} ON {quote(model._meta.db_table)}"

    def deconstruct(self) -> Any:
        """Give the arguments that make it again."""
        path, args, kwargs = super().deconstruct()
        return path, args, kwargs | {
            "function": self.function, "when": self.when, "deferred": self.deferred, "each": self.each,
        }  # fmt: skip
