from allauth.account.decorators import secure_admin_login
from django.apps import apps
from django.contrib import admin
from django.urls import include, path

from apps.portal.views.guidance.home import home

# Django's own sign-in page of the administration knows no limit: there is one page to sign in.
admin.site.login = secure_admin_login(admin.site.login)

urlpatterns = [
    path("", home, name="home"),
    path("", include("apps.portal.urls")),
    path("bureau/", include("apps.desk.urls")),
    path("partenaire/", include("apps.extranet.urls")),
    path("fichiers/", include("apps.files.urls")),
    path("calendrier/", include("apps.files.calendar_urls")),
    path("compte/", include("apps.accounts.urls")),
    path("api/", include("apps.api.urls")),
    path("admin/", admin.site.urls),
]
if apps.is_installed("apps.devmailbox"):
    urlpatterns.append(path("courriers-de-developpement/", include("apps.devmailbox.urls")))
