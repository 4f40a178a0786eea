"""Members of groups."""

import factory

from lessons.models import Member
from tests.factories.course_group import CourseGroupFactory


class MemberFactory(factory.django.DjangoModelFactory):
    """Somebody without a name."""

    class Meta:
        model = Member

    group = factory.SubFactory(CourseGroupFactory)
    token = factory.Sequence(lambda n: f"token-{n}")
