"""A person with an account."""

from functools import cache

import factory
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.contrib.auth.hashers import make_password
from django.contrib.auth.models import Group

PASSWORD = "otter lantern seven"


class PersonFactory(factory.django.DjangoModelFactory):
    """Somebody whose e-mail address is confirmed; `groups` names what they belong to."""

    class Meta:
        model = get_user_model()
        skip_postgeneration_save = True

    username = factory.Sequence(lambda n: f"person-{n}")
    first_name = "Ada"
    last_name = "Okafor"
    email = factory.LazyAttribute(lambda user: f"{user.username}@example.org")
    password = factory.LazyFunction(cache(lambda: make_password(PASSWORD)))  # made once: it takes long on purpose

    @factory.post_generation
    def groups(self, create, extracted, **kwargs):
        """The groups of these names."""
        self.groups.set(Group.objects.filter(name__in=extracted or []))

    @factory.post_generation
    def address(self, create, extracted, **kwargs):
        """The confirmed address; none where the person has none."""
        if self.email:
            EmailAddress.objects.create(user=self, email=self.email, verified=extracted is not False, primary=True)
