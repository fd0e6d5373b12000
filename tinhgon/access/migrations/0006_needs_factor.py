"""Whoever lost a second factor makes a new one before anything else."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("access", "0005_findings_of_people_within_reach")]
    operations = [migrations.AddField("user", "needs_factor", models.BooleanField(default=False))]
