"""The index of a decision's changes tells its units without a look at the rows."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0004_outbox_of_several_eras"),
    ]

    operations = [
        migrations.RemoveIndex(
            model_name="change",
            name="change_by_decision",
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["decision", "about", "unit", "id"], name="change_by_decision"),
        ),
    ]
