#!/usr/bin/python3
"""Makes docs/findings.md from src/base/diag.def, the one list of findings.

make_findings_doc.py          rewrites docs/findings.md
make_findings_doc.py --check  exits 1 when it is not up to date
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LEVELS = {"ERROR": "fejl", "WARNING": "advarsel", "NOTE": "bemærkning"}
SCOPES = {"ROW": "row", "FILE": "file", "RUN": "run"}
STRING = r'"((?:[^"\\]|\\.)*)"'
FINDING = re.compile(
    r"FINDING\(\s*(\w+),\s*" + STRING + r",\s*(\w+),\s*(\w+),\s*((?:" + STRING + r"\s*)+),\s*((?:" + STRING + r"\s*)+)\)"
)


def joined(literals: str) -> str:
    """The text of one or more adjacent C string literals."""
    return "".join(re.findall(STRING, literals)).replace('\\"', '"')


def findings() -> list[tuple[str, str, str, str, str]]:
    """(code, level, scope, what is wrong, what to do) of every finding, in the order of its code's number."""
    text = (ROOT / "src/base/diag.def").read_text(encoding="utf-8")
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    rows = [
        (match[2], LEVELS[match[3]], SCOPES[match[4]], joined(match[5]), joined(match[7]))
        for match in FINDING.finditer(text)
    ]
    if len(rows) != text.count("FINDING("):
        sys.exit("make_findings_doc: diag.def holds a finding that could not be read")
    return sorted(rows, key=lambda row: row[0][1:])


def document() -> str:
    """The whole of docs/findings.md."""
    lines = [
        "# Findings",
        "",
        "Everything the program can say about the data. Made from `src/base/diag.def` by `tools/make_findings_doc.py`; a",
        "test compares. Codes are stable. `E` = fejl (error: no report unless `--udelad-fejl` leaves the row out), `W` =",
        "advarsel (warning), `N` = bemærkning (note). Scope `file` or `run`: the finding is not about a single row, so an",
        "error of that kind stops the report even with `--udelad-fejl`. `{v}` is the value as read, `{0}`–`{2}` are details.",
        "",
        "| code | level | scope | what is wrong | what to do |",
        "|---|---|---|---|---|",
    ]
    for row in findings():
        lines.append("| " + " | ".join(cell.replace("|", "\\|") for cell in row) + " |")
    return "\n".join(lines) + "\n"


def main() -> int:
    """Writes the document, or compares it."""
    path = ROOT / "docs/findings.md"
    if sys.argv[1:] == ["--check"]:
        if path.exists() and path.read_text(encoding="utf-8") == document():
            return 0
        print("docs/findings.md is not up to date: run tools/make_findings_doc.py", file=sys.stderr)
        return 1
    path.write_text(document(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
