"""Items of sessions."""

import factory

from lessons.courses.pinning import pin
from lessons.models import Item
from tests.factories.session import SessionFactory


class ItemFactory(factory.django.DjangoModelFactory):
    """A question; with `story`, `lesson`, `element` or `evidence` (a row) an item that points at it, pinned now."""

    class Meta:
        model = Item

    session = factory.SubFactory(SessionFactory)
    kind = "question"
    text = factory.Sequence(lambda n: f"What would you do first, {n}?")

    @classmethod
    def _create(cls, model_class, *args, evidence=None, **fields):
        named = next((name for name in ("story", "lesson", "element") if fields.get(name)), "")
        if evidence:
            fields |= {
                "kind": "evidence",
                "story": evidence.story,
                "lesson": evidence.lesson,
                "stance": evidence.stance,
            }
        elif named:
            fields["kind"] = named
        if evidence or named:
            fields["text"] = ""
        item = pin(model_class(*args, **fields))
        item.save()
        return item
