"""Python's types of the records, made from TypeScript's, which Rust writes (tests/tests/types.rs).

Two forms are all that stand there: a record whose fields have documentation, and a union of words.
"""

from __future__ import annotations

import keyword
import re
from pathlib import Path

HEAD = '''"""What an evaluation, a claim, a comparison and a notice come to, record by record.

Written from wasm/js/evaluation.d.ts: UPDATE_EXPECT=1 pytest tests/python/test_records.py
"""

from __future__ import annotations

from typing import Literal, TypedDict
'''

DECLARATION = re.compile(r"/\*\*\n(?P<about>.*?)\n \*/\nexport type (?P<name>\w+)(?:<T>)? = (?P<body>.*?);\n(?=\n|\Z)", re.S)
FIELD = re.compile(r"/\*\*\n(?P<about>.*?)\n \*/\n(?P<name>\w+): (?P<type>[^,]+), ?", re.S)
PRIMITIVE = {"string": "str", "number": "int", "boolean": "bool"}


def python(types: str) -> str:
    """The whole module, from the text of evaluation.d.ts."""
    unions, records = [], []
    for found in DECLARATION.finditer(types):
        name, body, about = found["name"], found["body"], prose(found["about"])
        if body.startswith("{"):
            # Generic over what stands for each status; TypedDict is that only from Python 3.11 on.
            arguments = sorted(set(re.findall(rf"{name}<(\w+)>", types)) - {"T"}) or [None]
            records += [record(name + PRIMITIVE.get(one or "", "").title(), about, body, one) for one in arguments]
        else:
            unions.append(f'{name} = Literal[{", ".join(body.split(" | "))}]\n"""{about}"""\n')
    return "\n".join([HEAD, *unions]) + "".join(f"\n\n{one}" for one in records)


def record(name: str, about: str, body: str, argument: str | None) -> str:
    fields = [(one["name"], typed(one["type"], argument), prose(one["about"])) for one in FIELD.finditer(body)]
    if any(keyword.iskeyword(field) for field, _, _ in fields):
        lines = "".join(f'        # {about}\n        "{field}": "{kind}",\n' for field, kind, about in fields)
        return f'{name} = TypedDict(\n    "{name}",\n    {{\n{lines}    }},\n)\n"""{about}"""\n'
    lines = "".join(f'    {field}: {kind}\n    """{about}"""\n' for field, kind, about in fields)
    return f'class {name}(TypedDict):\n    """{about}"""\n\n{lines}'


def typed(kind: str, argument: str | None) -> str:
    """`Array<Interval | null>` as `list[Interval | None]`."""
    kind = kind.replace("Array<", "list[").replace(">", "]" if "Array<" in kind else ">").replace("null", "None")
    kind = re.sub(r"(\w+)<(\w+)>", lambda found: found[1] + PRIMITIVE[found[2]].title(), kind)
    if argument:
        kind = re.sub(r"\bT\b", argument, kind)
    return re.sub(r"\b(string|number|boolean)\b", lambda found: PRIMITIVE[found[0]], kind)


def prose(comment: str) -> str:
    """The documentation without its stars, and without the examples, which are Rust."""
    text = "\n".join(re.sub(r"^ ?\* ?", "", line) for line in comment.splitlines())
    text = re.sub(r"```.*?```", "", text, flags=re.S)
    return " ".join(text.split()).replace("`", "``")


if __name__ == "__main__":
    root = Path(__file__).parents[2]
    print(python((root / "wasm/js/evaluation.d.ts").read_text(encoding="utf-8")), end="")
