"""The few pages of allauth that this product uses, under French addresses."""

from allauth.account import views
from django.urls import path, re_path

from .views import sign_in

urlpatterns = [
    path("connexion/", sign_in, name="account_login"),
    path("deconnexion/", views.logout, name="account_logout"),
    path("desactive/", views.account_inactive, name="account_inactive"),
    path("mot-de-passe-oublie/", views.password_reset, name="account_reset_password"),
    path(
        "mot-de-passe-oublie/envoye/",
        views.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(  # the key holds hyphens too: the first one ends the user's part
        r"^mot-de-passe/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        views.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "mot-de-passe/change/",
        views.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
]
