"""The computing core: one compiled WebAssembly module in this process (``docs/text-wasm.md`` has its calling convention)."""

from __future__ import annotations

import json
import re
import struct
import threading
from importlib.resources import files
from typing import Any

import wasmtime

from ._errors import PledgeboardError

# Numbers of requests; a contract of the module.
READ, EVALUATE, RATE, CHECK_CLAIM, CHECK_CLAIMS, COMPARE, EXTRACT, COLUMNS, RENDER_SVG, RENDER_HTML = range(2, 12)
VERSION, SCHEMA = 0, 1

# Where the core would take a word that is none for the usual one, it is told instead.
_WORDS = {
    "locale": ("zh-CN", "en"),
    "view": ("overview", "projects", "commitments", "table"),
    "theme": ("light", "dark"),
    "css": ("inline", "link", "none"),
}

# The places of a rate.
_MOST_PLACES = 28

# An instance's memory never shrinks: one that had to grow past this is given back after the call.
_ROOMY = 64_000_000

# What stands before an answer: its status and its length.
_HEAD = 8


class Engine:
    """Compiles when it is first asked and keeps one instance, which answers one request at a time.

    The module keeps no state. So when a call traps (a fault of ours, or no memory left), the instance is given up, the next
    call gets a new one from the compiled module, and only that one call fails.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._compiled: tuple[wasmtime.Module, wasmtime.Engine] | None = None
        self._instance: _Instance | None = None

    def call(self, op: int, request: dict[str, Any]) -> bytes:
        """Asks for one thing; what cannot be answered is a :class:`PledgeboardError`."""
        for key, known in _WORDS.items():
            if request.get(key, known[0]) not in known:
                raise PledgeboardError.of(f"unknown_{key}", f"unknown {key}: {request[key]!r}", f"{key}: {', '.join(known)}")
        places = request.get("decimals", 0)
        if not isinstance(places, int) or not 0 <= places <= _MOST_PLACES:
            raise PledgeboardError.of("invalid_decimals", f"invalid decimals: {places!r}", f"decimals: 0, 1, … {_MOST_PLACES}")
        given = _encoded({key: value for key, value in request.items() if value is not None})
        with self._lock:
            self._compiled = self._compiled or _compiled()
            instance = self._instance or _Instance(*self._compiled)
            # Whatever interrupts the call, this instance is not used again.
            self._instance = None
            try:
                status, answer = instance.call(op, given)
            except (wasmtime.Trap, wasmtime.WasmtimeError) as error:
                raise PledgeboardError.of("internal_error", f"internal error: {error}") from error
            if instance.size() <= _ROOMY:
                self._instance = instance
        if status:
            raise PledgeboardError(json.loads(answer))
        return answer

    def json(self, op: int, request: dict[str, Any]) -> Any:
        """The answer to a request whose answer is JSON."""
        return json.loads(self.call(op, request))

    def text(self, op: int, request: dict[str, Any]) -> str:
        """The answer to a request whose answer is text."""
        return self.call(op, request).decode()


def _compiled() -> tuple[wasmtime.Module, wasmtime.Engine]:
    engine = wasmtime.Engine()
    return wasmtime.Module(engine, files(__package__).joinpath("text.wasm").read_bytes()), engine


class _Instance:
    def __init__(self, module: wasmtime.Module, engine: wasmtime.Engine) -> None:
        self._store = wasmtime.Store(engine)
        self._exports: Any = wasmtime.Instance(self._store, module, []).exports(self._store)

    def call(self, op: int, request: bytes) -> tuple[int, bytes]:
        """Status and answer."""
        store, memory = self._store, self._exports["memory"]
        place = _address(self._exports["alloc"](store, len(request)))
        memory.write(store, request, place)
        answer = _address(self._exports["call"](store, op, place, len(request)))
        status, length = struct.unpack("<II", memory.read(store, answer, answer + _HEAD))
        content = bytes(memory.read(store, answer + _HEAD, answer + _HEAD + length))
        self._exports["free"](store, answer, _HEAD + length)
        return status, content

    def size(self) -> int:
        """Of its memory, in bytes."""
        return int(self._exports["memory"].data_len(self._store))


def _address(value: int) -> int:
    """wasm's ``i32`` comes out signed."""
    return value & 0xFFFF_FFFF


def _encoded(request: dict[str, Any]) -> bytes:
    text = json.dumps(request, ensure_ascii=False)
    try:
        return text.encode()
    except UnicodeEncodeError:
        # Half a character is none: as in JavaScript, and every other one keeps its place.
        return re.sub("[\ud800-\udfff]", "\ufffd", text).encode()


ENGINE = Engine()
