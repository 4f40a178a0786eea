"""Does what the house does by itself: sends e-mail, publishes what is scheduled, reminds."""

import os
import time

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from cases.chores import keep_house
from cases.mail import queue


class Command(BaseCommand):
    """Do whatever is due, once or for ever."""

    help = (
        "Sends e-mail that waits, publishes what is scheduled, sends reminders. Run it every minute, or with --every."
    )

    def add_arguments(self, parser):
        """How often."""
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on for ever, with a rest between rounds")
        parser.add_argument(
            "--trial", metavar="ADDRESS", help="first send this address a mail, to see that sending works"
        )

    def handle(self, *args, every=None, trial=None, **options):
        """One round, or round after round until it is stopped, or whoever started it has ended."""
        if trial:
            queue("trial", trial, {})
        starter = os.getppid()
        try:
            while True:
                self.stdout.writelines(f"{said}\n" for said in keep_house())
                self.stdout.flush()
                if not every or os.getppid() != starter:
                    return
                close_old_connections()
                time.sleep(every)
        except KeyboardInterrupt:
            return
