"""
Telling platforms how far somebody has come, over their assignment and grade service.

What was reached is written down in the transaction in which it is reached, and sent by `manage.py keep_house`, like e-mail: it is tried
again until the platform takes it. A platform is told “started” and “completed”; what is completed has one point of one. Nothing is judged.
"""

import logging

import requests
from django.db import transaction
from django.utils import timezone
from pylti1p3.assignments_grades import AssignmentsGradesService
from pylti1p3.exception import LtiException
from pylti1p3.grade import Grade
from pylti1p3.service_connector import ServiceConnector

from lessons.choices import Reached
from lessons.lti.checking import our_key
from lessons.lti.claims import SCORE
from lessons.lti.outward import Outward
from lessons.models import PlatformLaunch, PlatformLogin, PlatformScore

logger = logging.getLogger(__name__)

AT_ONCE = 200
"""Scores that are sent in one go. A platform that does not answer at all is not asked again in the same go."""

FAULTS = (LtiException, requests.RequestException, KeyError, TypeError, ValueError)
"""What may go wrong with a platform."""


@transaction.atomic
def reach(*, launch: PlatformLaunch, reached: Reached) -> None:
    """Write down how far the person of the launch has come, where the platform wants to know. Nobody goes back."""
    if not launch.lineitem:
        return
    named = {"deployment": launch.deployment, "subject": launch.subject, "lineitem": launch.lineitem}
    score, made = PlatformScore.objects.select_for_update().get_or_create(**named, defaults={"reached": reached})
    if not made and score.reached == Reached.STARTED and reached == Reached.COMPLETED:
        score.reached, score.reached_at, score.due_at, score.tries = reached, timezone.now(), timezone.now(), 0
        score.save(update_fields=["reached", "reached_at", "due_at", "tries"])


def has_completed(launch: PlatformLaunch) -> bool:
    """Whether the person of the launch has completed it."""
    known = PlatformScore.objects.filter(
        deployment=launch.deployment, subject=launch.subject, lineitem=launch.lineitem, reached=Reached.COMPLETED
    )
    return bool(launch.lineitem) and known.exists()


def send_scores() -> str:
    """Tell the platforms what they do not know yet; one that does not answer is asked again later."""
    told, failed, connectors, silent = 0, 0, {}, set()
    for score in PlatformScore.objects.due()[:AT_ONCE]:
        registration = score.deployment.registration
        if registration.pk in silent:
            continue
        try:
            connector = connectors.get(registration.pk) or connectors.setdefault(registration.pk, connect(registration))
            send(score, connector)
        except FAULTS as error:
            logger.warning("A platform has not taken a score (%s): %s", registration, trouble_of(error))
            score.put_off(trouble_of(error))
            failed += 1
            silent |= {registration.pk} if isinstance(error, requests.RequestException) else set()
        else:
            score.told()
            told += 1
    return ", ".join(filter(None, [f"told {told}" if told else "", f"put off {failed}" if failed else ""]))


def connect(registration) -> ServiceConnector:
    """The way to the services of a platform."""
    our_key()
    return ServiceConnector(registration.to_registration(), Outward())


def send(score: PlatformScore, connector: ServiceConnector) -> None:
    """Send one score."""
    grade = Grade().set_user_id(score.subject).set_timestamp(score.reached_at.isoformat(timespec="milliseconds"))
    grade.set_activity_progress(score.reached).set_grading_progress("NotReady")
    if score.reached == Reached.COMPLETED:
        grade.set_grading_progress("FullyGraded").set_score_given(1).set_score_maximum(1)
    AssignmentsGradesService(connector, {"scope": [SCORE], "lineitem": score.lineitem}).put_grade(grade)


def trouble_of(error: Exception) -> str:
    """What went wrong, in one line without the platform's tokens."""
    response = getattr(error, "response", None)
    if response is not None:
        return f"The platform answers {response.status_code}."
    return f"{type(error).__name__}: {str(error)[:200]}"


def clear_away() -> str:
    """Forget logins and launches that are over."""
    PlatformLogin.objects.over().delete()
    PlatformLaunch.objects.over().delete()
    return ""
