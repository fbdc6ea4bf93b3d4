"""Whatever a page of a file answers by leading to another one, the list it was opened from goes
along: none of its views has to know."""

from collections.abc import Callable
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseRedirectBase
from django.urls import Resolver404, resolve

from apps.desk.queue.around import LIST, asked_list, query_of, with_list


class KeptListMiddleware:
    """The list is read again from the address, so that it leads nowhere but to the queue."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if LIST in request.GET and leads_to_a_file(response):
            query = query_of(asked_list(request))
            response["Location"] = with_list(response["Location"], query)
        return response


def leads_to_a_file(response: HttpResponse) -> bool:
    if not isinstance(response, HttpResponseRedirectBase):
        return False
    try:
        match = resolve(urlsplit(response.url).path)
    except Resolver404:
        return False
    return match.namespace == "desk" and "reference" in match.kwargs
