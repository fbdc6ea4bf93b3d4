from django.urls import path

from . import views

app_name = "files"
urlpatterns = [
    path("pieces/<int:pk>/", views.exhibit, name="exhibit"),
    path("pieces/<int:pk>/vignette/", views.thumbnail, name="thumbnail"),
    path("pieces/<int:pk>/copie/", views.print_copy, name="copy"),
    path("dossiers-pdf/<int:pk>/", views.dossier, name="dossier"),
    path("accuses/<int:pk>/", views.receipt, name="receipt"),
    path("notes/<int:pk>/", views.note_file, name="note_file"),
    path("sante/", views.health, name="health"),
]
