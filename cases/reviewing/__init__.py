"""
Co-creation review: a practitioner and a scholar sign a story off, and an editor publishes it.

The steps and their order are Wagtail's workflow (`cases/models/sign_off_task.py`, `editor_task.py`); whom to ask, what they answered and
what readers are told of it are ours. `actions` holds what people do; everything else serves it.
"""


def begin() -> None:
    """Listen for what is published, guard the other doors, and have the chores ready; doing it again changes nothing."""
    from cases.checking_stories.gate import GATES
    from cases.reviewing import gate, notices, recording, reminders

    if gate.in_review not in GATES:
        GATES.append(gate.in_review)
    recording.listen()
    reminders.register()
    notices.leave_reviews_to_us()
