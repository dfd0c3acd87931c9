"""
The API: what the log tells, as data over HTTP, read-only, for programs.

A resource is a row of the table in `timeline.web.api.resources`: its parameters and its rows are those of a view, as
the header of that view has them, and so is what the OpenAPI document says of it.
"""
