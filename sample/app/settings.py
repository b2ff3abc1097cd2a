import os

SECRET_KEY = os.environ.get("SECRET_KEY", "only-for-this-sample")
DEBUG = True
ROOT_URLCONF = "app.urls"
USE_TZ = True
INSTALLED_APPS = []
MIDDLEWARE = ["django.middleware.common.CommonMiddleware"]
DATABASES = {}
