"""The views of what was known when, and the code lists from their data files."""

from pathlib import Path

import yaml
from django.db import migrations

from tinhgon.temporal.sql import known_view

FACT = ["unit_id", "decision_id", "valid"]
COLUMNS = {
    "register_unitversion": [
        *FACT, "name", "short_name", "kind_id", "area_km2", "population", "mandate", "estimated", "note",
        "name_key", "name_folded",
    ],
    "register_placement": [*FACT, "line", "parent_id"],
    "register_identifier": [*FACT, "scheme", "value"],
    "register_succession": [
        "origin_id", "result_id", '"on"', "decision_id", "how", "share_area", "share_population",
        "estimated",
    ],
}  # fmt: skip
DATA = Path(__file__).resolve().parents[1] / "data"


def load_code_lists(apps, schema_editor):
    """Fill the lists of kinds and of document types; what is there already is brought up to date."""
    for file, model, own in (("kinds", "UnitKind", "level"), ("decision_types", "DecisionType", "system")):
        rows = yaml.safe_load((DATA / f"{file}.yaml").read_text(encoding="utf-8"))
        for position, row in enumerate(rows):
            apps.get_model("register", model).objects.update_or_create(
                code=row["code"],
                defaults={
                    "name_vi": row["vi"], "name_en": row["en"], "position": position, own: row[own],
                },
            )  # fmt: skip


class Migration(migrations.Migration):
    dependencies = [("register", "0001_initial")]
    operations = [
        *(
            migrations.RunSQL(known_view(table, columns), f"DROP VIEW {table}known")
            for table, columns in COLUMNS.items()
        ),
        migrations.RunPython(load_code_lists, migrations.RunPython.noop),
    ]
