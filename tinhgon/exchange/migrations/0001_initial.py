"""Imports, each seen by its sender alone."""

import django.contrib.postgres.fields
import django.db.models.deletion
import uuid
from django.conf import settings
from django.db import migrations, models

OWN = """
ALTER TABLE exchange_import ENABLE ROW LEVEL SECURITY;
ALTER TABLE exchange_import FORCE ROW LEVEL SECURITY;
CREATE POLICY import_is_its_senders ON exchange_import USING (
    current_setting('tinhgon.actor', true) = 'system' OR sent_by_id = (SELECT access_actor())
);
REVOKE DELETE ON exchange_import FROM tinhgon_app;
"""
ALL = """
DROP POLICY import_is_its_senders ON exchange_import;
ALTER TABLE exchange_import NO FORCE ROW LEVEL SECURITY;
ALTER TABLE exchange_import DISABLE ROW LEVEL SECURITY;
"""


class Migration(migrations.Migration):

    initial = True

    dependencies = [("access", "0003_pages_may_less")]

    operations = [
        migrations.CreateModel(
            name='Import',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('kind', models.CharField(choices=[('units', 'Đơn vị'), ('posts', 'Vị trí việc làm'), ('quotas', 'Biên chế'), ('people', 'Người'), ('appointments', 'Bổ nhiệm')], max_length=12)),
                ('state', models.CharField(choices=[('waiting', 'Đang chờ'), ('done', 'Đã nhập'), ('discarded', 'Đã bỏ')], default='waiting', max_length=9)),
                ('on', models.DateField()),
                ('digest', models.BinaryField(max_length=32)),
                ('sealed', models.BinaryField(null=True)),
                ('sent_at', models.DateTimeField(auto_now_add=True)),
                ('ended_at', models.DateTimeField(null=True)),
                ('rows', models.PositiveIntegerField(default=0)),
                ('opened', models.PositiveIntegerField(default=0)),
                ('mended', models.PositiveIntegerField(default=0)),
                ('decisions', django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), default=list, size=None)),
                ('sent_by', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'ordering': ('-sent_at',),
                'indexes': [models.Index(fields=['sent_by', '-sent_at'], name='import_by_sender')],
                'constraints': [models.CheckConstraint(condition=models.Q(('kind__in', ['units', 'posts', 'quotas', 'people', 'appointments'])), name='import_kind_exists'), models.CheckConstraint(condition=models.Q(models.Q(('sealed__isnull', False), ('state', 'waiting')), models.Q(models.Q(('state', 'waiting'), _negated=True), ('ended_at__isnull', False), ('sealed__isnull', True)), _connector='OR'), name='import_sealed_while_it_waits')],
            },
        ),
        migrations.RunSQL(OWN, ALL),
    ]
