"""News, and what it is told by."""

import factory

from cases.models import News, Seen, Watch


class NewsFactory(factory.django.DjangoModelFactory):
    """A story is new."""

    class Meta:
        model = News

    about = "story"
    key = factory.Sequence(lambda n: n + 1)
    story_id = factory.SelfAttribute("key")
    how = "new"


class SeenFactory(factory.django.DjangoModelFactory):
    """A story of which nothing was watched."""

    class Meta:
        model = Seen

    story_id = factory.Sequence(lambda n: n + 1)


class WatchFactory(factory.django.DjangoModelFactory):
    """The one watch, which has not looked at anything yet."""

    class Meta:
        model = Watch

    id = 1
