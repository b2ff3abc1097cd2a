import platform

from django.http import HttpResponse
from django.urls import re_path


def hello(request):
    return HttpResponse("Hello from a container, on Python " + platform.python_version() + "\n")


urlpatterns = [re_path(r"^$", hello)]
