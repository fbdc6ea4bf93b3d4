from django.urls import path

from . import views

app_name = "files"
urlpatterns = [
    path("pieces/<int:pk>/", views.exhibit, name="exhibit"),
    path("dossiers-pdf/<int:pk>/", views.dossier, name="dossier"),
    path("sante/", views.health, name="health"),
]
