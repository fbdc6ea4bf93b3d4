from django.urls import include, path
from drf_spectacular.views import SpectacularAPIView
from rest_framework.routers import SimpleRouter

from .views import IncidentViewSet

app_name = "api"
router = SimpleRouter(use_regex_path=False)
router.register("dossiers", IncidentViewSet, basename="incident")
urlpatterns = [
    path("", include(router.urls)),
    path("schema/", SpectacularAPIView.as_view(), name="schema"),
]
