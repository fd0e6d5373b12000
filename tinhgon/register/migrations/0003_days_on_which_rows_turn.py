"""Indexes of the days on which rows begin and end, and of what each decision changed."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("register", "0002_known_views_and_code_lists"),
    ]

    operations = [
        # Django drops every index of the field together with the plain one, this constraint's too.
        migrations.RemoveConstraint(model_name="change", name="change_effective_once"),
        migrations.AlterField(
            model_name="change",
            name="decision",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="register.decision",
            ),
        ),
        migrations.AddConstraint(
            model_name="change",
            constraint=models.UniqueConstraint(
                name="change_effective_once", fields=["decision"], condition=models.Q(kind="effective")
            ),
        ),
        migrations.AddIndex(
            model_name="change",
            index=models.Index(fields=["decision", "about"], name="change_by_decision"),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(models.Func("valid", function="lower"), name="identifier_by_lower"),
        ),
        migrations.AddIndex(
            model_name="identifier",
            index=models.Index(models.Func("valid", function="upper"), name="identifier_by_upper"),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(models.Func("valid", function="lower"), name="placement_by_lower"),
        ),
        migrations.AddIndex(
            model_name="placement",
            index=models.Index(models.Func("valid", function="upper"), name="placement_by_upper"),
        ),
        migrations.AddIndex(
            model_name="unitversion",
            index=models.Index(models.Func("valid", function="lower"), name="version_by_lower"),
        ),
        migrations.AddIndex(
            model_name="unitversion",
            index=models.Index(models.Func("valid", function="upper"), name="version_by_upper"),
        ),
    ]
