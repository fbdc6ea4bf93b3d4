from django.urls import path

from .views.check_answers import check_answers
from .views.confirmation import confirmation
from .views.declare_context import declare_context
from .views.declare_exhibits import declare_exhibits
from .views.declare_practice import declare_practice
from .views.declare_review import declare_review
from .views.declare_reviews import declare_reviews
from .views.incident import incident
from .views.incidents import incidents
from .views.lawyer import lawyer
from .views.messages import messages
from .views.remove_exhibit import remove_exhibit
from .views.remove_review import remove_review
from .views.start_declaration import start_declaration

app_name = "portal"
urlpatterns = [
    path("declarer/", start_declaration, name="start_declaration"),
    path("declarer/exercice/", declare_practice, name="declare_practice"),
    path("declarer/contenus/", declare_reviews, name="declare_reviews"),
    path("declarer/contenus/<int:number>/", declare_review, name="declare_review"),
    path("declarer/contenus/<int:number>/retirer/", remove_review, name="remove_review"),
    path("declarer/preuves/", declare_exhibits, name="declare_exhibits"),
    path("declarer/preuves/<int:pk>/retirer/", remove_exhibit, name="remove_exhibit"),
    path("declarer/contexte/", declare_context, name="declare_context"),
    path("declarer/verifier/", check_answers, name="check_answers"),
    path("declarer/confirmation/<str:reference>/", confirmation, name="confirmation"),
    path("mes-dossiers/", incidents, name="incidents"),
    path("mes-dossiers/<str:reference>/", incident, name="incident"),
    path("mes-dossiers/<str:reference>/messages/", messages, name="messages"),
    path("mes-dossiers/<str:reference>/avocat/", lawyer, name="lawyer"),
]
