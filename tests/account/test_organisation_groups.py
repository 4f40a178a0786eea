"""The groups that an organisation puts people in: what its claim may look like."""

import pytest

from cases.people import Group
from civic.organisation.claims import groups_claimed


@pytest.fixture
def mapped(settings):
    """Two values that mean a group."""
    settings.OIDC_GROUPS = ["library-editors=Editor", " train = Trainer "]
    settings.OIDC_GROUPS_CLAIM = "groups"
    return settings


@pytest.mark.parametrize(
    ("claim", "groups"),
    [
        (["library-editors", "everybody"], {Group.EDITOR}),
        (["library-editors", "train"], {Group.EDITOR, Group.TRAINER}),
        ("library-editors", {Group.EDITOR}),
        ("library-editors train", set()),
        ([], set()),
        (None, set()),
        ([None, 3, {"library-editors": 1}], set()),
        ({"library-editors": True}, set()),
        (["Library-Editors"], set()),
    ],
)
def test_it_reads_a_list_or_one_value_and_nothing_else(mapped, claim, groups):
    assert groups_claimed({"id_token": {"groups": claim}})[0] == groups


def test_it_speaks_for_the_groups_of_the_mapping_alone(mapped):
    assert groups_claimed({"id_token": {}})[1] == {Group.EDITOR, Group.TRAINER}


@pytest.mark.parametrize("said", ["id_token", "userinfo"])
def test_it_reads_the_token_and_what_the_server_says_of_the_person(mapped, said):
    assert groups_claimed({said: {"groups": ["train"]}})[0] == {Group.TRAINER}


def test_it_follows_a_path(mapped):
    mapped.OIDC_GROUPS_CLAIM = "realm_access.roles"

    assert groups_claimed({"userinfo": {"realm_access": {"roles": ["train"]}}})[0] == {Group.TRAINER}


def test_it_takes_a_name_with_a_dot_as_it_stands(mapped):
    mapped.OIDC_GROUPS_CLAIM = "https://council.example/groups"

    assert groups_claimed({"userinfo": {"https://council.example/groups": ["train"]}})[0] == {Group.TRAINER}


def test_it_puts_nobody_anywhere_without_a_mapping(mapped):
    mapped.OIDC_GROUPS = []

    assert groups_claimed({"id_token": {"groups": ["library-editors"]}}) == (set(), set())
