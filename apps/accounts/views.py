from allauth.account.forms import LoginForm
from allauth.account.views import LoginView
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render

from .carried import Carried


class SignIn(LoginView):
    """The sign-in page; it gives back what was sent after a lost session to who had sent it."""

    @property
    def carried(self) -> Carried | None:
        return Carried.read(self.request.POST.get("carried", ""))

    def get_context_data(self, **kwargs: object) -> dict[str, object]:
        return super().get_context_data(carried=self.carried, **kwargs)

    def form_valid(self, form: LoginForm) -> HttpResponse:
        response = super().form_valid(form)
        if self.carried is None or not self.request.user.is_authenticated:
            return response
        if self.carried.is_for(self.request.user):
            return render(self.request, "account/carried.html", {"carried": self.carried})
        messages.info(self.request, "Ce qui était écrit appartient à un autre compte.")
        return response


sign_in = SignIn.as_view()
