"""The one error of the package."""

from __future__ import annotations

from typing import Literal, TypedDict

# As many faults as a traceback can hold and a reader wants to see at once.
_SHOWN = 10


class Diagnostic(TypedDict):
    """One thing that is wrong, or odd, in a document."""

    severity: Literal["error", "warning"]
    """Errors stop evaluation, warnings do not."""
    code: str
    """Stable, for programs: ``conflicting_reports``."""
    pointer: str
    """Where, as a JSON Pointer."""
    line: int
    """Where in the text, from 1; 0 where there is no text."""
    column: int
    """In characters, from 1; 0 where there is no text."""
    message: str
    """One sentence that says what is wrong."""
    hint: str
    """One sentence that says what to do; may be empty."""


class PledgeboardError(ValueError):
    """What is wrong with a document, a figure or an option; all of it at once, in :attr:`diagnostics`.

    >>> import pledgeboard
    >>> try:
    ...     pledgeboard.rate("21", "0")
    ... except pledgeboard.PledgeboardError as error:
    ...     print(error.code)
    zero_target
    """

    diagnostics: list[Diagnostic]
    """All that is wrong, in the order of the document; the same records that :func:`pledgeboard.read` gives."""

    def __init__(self, diagnostics: list[Diagnostic]) -> None:
        super().__init__(diagnostics)
        self.diagnostics = diagnostics

    @classmethod
    def of(cls, code: str, message: str, hint: str = "", pointer: str = "") -> PledgeboardError:
        """An error with one diagnostic and no place in a text."""
        return cls(
            [
                {
                    "severity": "error",
                    "code": code,
                    "pointer": pointer,
                    "line": 0,
                    "column": 0,
                    "message": message,
                    "hint": hint,
                }
            ]
        )

    @property
    def code(self) -> str:
        """The code of the first error."""
        return next((one for one in self.diagnostics if one["severity"] == "error"), self.diagnostics[0])["code"]

    def __str__(self) -> str:
        lines = [_line(one) for one in self.diagnostics[:_SHOWN]]
        more = len(self.diagnostics) - len(lines)
        if more > 0:
            lines.append(f"… (+{more})")
        return "\n".join(lines)


def _line(one: Diagnostic) -> str:
    place = f"{one['line']}:{one['column']} " if one["line"] else ""
    pointer = f"{one['pointer']} " if one["pointer"] else ""
    hint = f" {one['hint']}" if one["hint"] else ""
    return f"{place}{pointer}[{one['code']}] {one['message']}{hint}"
