from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    operations = [
        migrations.CreateModel(
            name="Event",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("mid", models.CharField(max_length=255, unique=True)),
                ("webhook_type", models.CharField(max_length=255)),
                ("corp_num", models.CharField(max_length=255)),
                ("body", models.TextField()),
                ("received_at", models.DateTimeField(auto_now_add=True)),
            ],
        ),
        migrations.CreateModel(
            name="Document",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("corp_num", models.CharField(max_length=255)),
                ("document_key", models.CharField(max_length=255)),
                ("state", models.IntegerField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("corp_num", "document_key"), name="one_row_per_document")
                ],
            },
        ),
    ]
