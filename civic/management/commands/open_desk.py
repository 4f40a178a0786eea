"""Opens the desk: the address, and an editor to sign in as."""

import secrets

from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management.base import BaseCommand
from django.urls import reverse

from civic.account.actions import take_second_factor

NAME = "editor"


class Command(BaseCommand):
    """Make the first editor, or say how to get in."""

    help = "Prints the desk's address; makes the user “editor” with a new password where nobody has full rights."

    def add_arguments(self, parser):
        """The one option."""
        parser.add_argument(
            "--reset", action="store_true", help="give “editor” a new password, without a second factor, and print it"
        )

    def handle(self, *args, reset=False, **options):
        """Print the address and how to sign in."""
        users = get_user_model().objects
        self.stdout.write(f"The desk: {settings.SITE_URL}{reverse('wagtailadmin_home')}")
        if reset or not users.filter(is_superuser=True, is_active=True).exists():
            password = self.new_password(users)
            self.stdout.write(f"Sign in as {NAME} with the password {password}")
            self.stdout.write("It is shown this once and stored nowhere in clear. Change it under Account.")
        else:
            self.stdout.write(f"Sign in as before. For a new password: manage.py changepassword {NAME}")
            self.stdout.write("or manage.py open_desk --reset, which makes one and prints it.")

    def new_password(self, users) -> str:
        """A password made on the spot for the editor, who is made where there is none."""
        editor, _made = users.get_or_create(**{users.model.USERNAME_FIELD: NAME})
        password = secrets.token_urlsafe(12)
        editor.set_password(password)
        editor.is_staff = editor.is_superuser = editor.is_active = True
        editor.save()
        take_second_factor(user=editor)
        return password
