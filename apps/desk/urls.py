from django.urls import path

from .views.assign import assign
from .views.attach import attach
from .views.close import close
from .views.compile import compile
from .views.incident import incident
from .views.letters import letters
from .views.qualify import qualify
from .views.queue import queue
from .views.take import take
from .views.write_message import write_message
from .views.write_note import write_note

FILE = "dossiers/<str:reference>/"

app_name = "desk"
urlpatterns = [
    path("", queue, name="queue"),
    path("courriers/", letters, name="letters"),
    path(FILE, incident, name="incident"),
    path(f"{FILE}prendre/", take, name="take"),
    path(f"{FILE}messages/", write_message, name="write_message"),
    path(f"{FILE}notes/", write_note, name="write_note"),
    path(f"{FILE}contenus/<int:number>/qualifier/", qualify, name="qualify"),
    path(f"{FILE}missions/confier/<str:kind>/", assign, name="assign"),
    path(f"{FILE}missions/<int:pk>/dossier-pdf/", compile, name="compile"),
    path(f"{FILE}pieces/ajouter/", attach, name="attach"),
    path(f"{FILE}clore/", close, name="close"),
]
