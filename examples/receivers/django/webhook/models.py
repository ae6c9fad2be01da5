from django.db import models


class Event(models.Model):
    """One message of POPBiLL, kept as it came. The unique MID makes a repeated delivery harmless."""

    mid = models.CharField(max_length=255, unique=True)
    webhook_type = models.CharField(max_length=255)
    corp_num = models.CharField(max_length=255)
    body = models.TextField()
    received_at = models.DateTimeField(auto_now_add=True)


class Document(models.Model):
    """The newest known state of a tax invoice, cash receipt or statement of one business."""

    corp_num = models.CharField(max_length=255)
    document_key = models.CharField(max_length=255)
    state = models.IntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["corp_num", "document_key"], name="one_row_per_document")]
