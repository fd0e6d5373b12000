"""The outbox stays in order, and readable, when the database is restored into another cluster."""

from django.db import migrations, models

import tinhgon.temporal.constraints

BEARS_ITS_ERA = """
CREATE FUNCTION register_change_bears_its_era() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    SELECT era INTO NEW.era FROM temporal_clock;
    RETURN NEW;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("register", "0003_days_on_which_rows_turn"), ("temporal", "0002_eras")]
    operations = [
        migrations.RunSQL(BEARS_ITS_ERA, "DROP FUNCTION register_change_bears_its_era()"),
        migrations.AddField(
            model_name="change", name="era", field=models.PositiveIntegerField(default=1, editable=False)
        ),
        migrations.AddConstraint(
            model_name="change",
            constraint=tinhgon.temporal.constraints.Guard(
                name="change_bears_its_era", function="register_change_bears_its_era", when="BEFORE INSERT"
            ),
        ),
        migrations.RemoveIndex(model_name="change", name="change_in_order"),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(name="change_in_order", fields=["era", "transaction", "id"]),
        ),
    ]
