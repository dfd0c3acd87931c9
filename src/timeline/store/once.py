"""An attribute that is worked out when it is first asked for, and kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

Value = TypeVar("Value")


class once(Generic[Value]):  # noqa: N801 - a decorator
    """
    As `functools.cached_property`, which up to Python 3.11 has one lock for all instances of a class.

    Under such a lock one query of a process would wait for the other, and a writer that asks one while readers wait for
    it for ever. Here threads that share an instance may work out the same twice.
    """

    def __init__(self, work: Callable[[Any], Value]) -> None:
        self._work = work
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> Self: ...

    @overload
    def __get__(self, instance: object, owner: type) -> Value: ...

    def __get__(self, instance: object | None, owner: type) -> Self | Value:
        if instance is None:
            return self
        value = instance.__dict__[self._work.__name__] = self._work(instance)
        return value
