"""The steps of a co-creation review."""

import factory

from cases.models import EditorTask, SignOffTask


class SignOffTaskFactory(factory.django.DjangoModelFactory):
    """A practitioner's step."""

    class Meta:
        model = SignOffTask

    name = "Somebody signs off"
    kind = "practitioner"


class EditorTaskFactory(factory.django.DjangoModelFactory):
    """An editor's step."""

    class Meta:
        model = EditorTask

    name = "Somebody publishes"
