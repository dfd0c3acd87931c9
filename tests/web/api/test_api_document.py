"""The OpenAPI document says what there is, no more and no less, and answers are as it says."""

from __future__ import annotations

import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator, validate
from schemathesis.checks import not_a_server_error
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from timeline import sql_files
from timeline.web.api.resource import PREFIX
from timeline.web.api.resources import LISTINGS, resources

CHECKS = [
    not_a_server_error, content_type_conformance, response_headers_conformance, response_schema_conformance,
    status_code_conformance,
]  # fmt: skip


def is_refused(context, response, case):
    """What the document does not allow is refused; so is what is too long to be looked at."""
    return None if response.status_code == 414 else negative_data_rejection(context, response, case)


EXAMPLES = 10
"""Questions of each kind that each resource is asked."""


@pytest.fixture(scope="session")
def document(api):
    """The document, as it is served."""
    answer = api.get(f"{PREFIX}/openapi.json")
    assert "application/json" == answer.headers["content-type"]
    return answer.json()


def test_the_document_is_one(document):
    """
    OpenAPI 3.1, by a validator of others.
    """
    validate(document, cls=OpenAPIV31SpecValidator)
    assert "3.1.0" == document["openapi"]


def test_it_has_every_resource_and_every_parameter(document):
    """
    Of each what the header of its view says, in its words; nothing else can be asked.
    """
    assert {resource.path for resource in resources()} == document["paths"].keys()
    for path, told in LISTINGS.items():
        operation = document["paths"][path]["get"]
        query = sql_files.find("views", told.view)
        meanings = {each.meaning.casefold() for each in query.parameters}
        described = {each["description"].removesuffix(".").casefold() for each in operation["parameters"]}
        unseen = {"only so many rows", "the name the person goes by, whole", "keys of the articles of one story"}
        assert not {each for each in meanings - described if "began to be" not in each} - unseen
        assert operation["summary"] == query.about
    assert all(each["description"] for path in document["paths"].values() for each in path["get"]["parameters"])


@pytest.mark.parametrize("path", [path for path in (each.path for each in resources()) if "{" not in path])
def test_answers_are_as_it_says(api, document, path):
    """
    Each row has the columns that are told of, and no other.
    """
    schema = document["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    answer = api.get(PREFIX + path)
    assert [] == [error.message for error in Draft202012Validator(schema).iter_errors(answer.json())]


def test_an_explanation_is_as_it_says(full, api, document):
    """
    Of an event with an article, and of one without.
    """
    content = document["paths"]["/events/{event}"]["get"]["responses"]["200"]["content"]
    validator = Draft202012Validator(content["application/json"]["schema"])
    kinds = {row.type: row.event_id for row in full.log()}
    for event in kinds.values():
        assert [] == [error.message for error in validator.iter_errors(api.get(f"{PREFIX}/events/{event}").json())]
    assert len(kinds) > 5


@pytest.mark.parametrize(
    ("path", "mode"),
    [
        (each.path, mode)
        for each in resources() for mode in GenerationMode
        if each.parameters or mode == GenerationMode.POSITIVE
    ],
    ids=str,
)  # fmt: skip
def test_no_question_breaks_an_answer(api, document, path, mode):
    """
    Whatever is asked, as the document allows or as it does not, there is no 500, and no answer but those it tells of.
    """
    described = schemathesis.openapi.from_dict(document)
    described.app = api.app
    operation = described[path]["GET"]

    @settings(
        max_examples=EXAMPLES, derandomize=True, database=None, deadline=None, phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.data())
    def asked(data):
        case = data.draw(operation.as_strategy(generation_mode=mode))
        case.call_and_validate(base_url="http://testserver/api/v1", checks=[*CHECKS, is_refused])

    asked()
