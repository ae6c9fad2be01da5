from django.conf import settings
from django.urls import path

from webhook import views

# Without a trailing slash, exactly as registered at POPBiLL: a redirect is never followed.
urlpatterns = [path("pbconnect", views.pbconnect)]
if settings.POPBILL_PROBE:
    urlpatterns.append(path("probe", views.probe))
