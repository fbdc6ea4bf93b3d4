from django.urls import path

from . import views

app_name = "devmailbox"
urlpatterns = [
    path("", views.letters, name="letters"),
    path("<str:key>/", views.letter, name="letter"),
]
