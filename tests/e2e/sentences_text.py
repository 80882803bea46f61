"""The body text of a report, read from `--tekst`, and its sentences that say a number, in figures or in words.

Body text is what is neither cover, heading, figure nor list of laws; of a table it has the notes.
"""

import dataclasses
import re

from program import plain

HEADING = re.compile(r"[=\-·]{3,}")
LEVELS = "=-·"
LAWS = ("Hjemmel", "Referencer")
SAYS_A_NUMBER = re.compile(r"\d|\b(?:ingen|nogen|begge|alle|ét|ene|det samme|den [a-zæøå]+ evaluering)\b", re.IGNORECASE)
DATE_OF_DATA = re.compile(r"Den seneste [a-zæøå ,]+ i data er (?:fra )?\d+\. [a-z]+ \d{4}\.(?= |$)")
END_OF_SENTENCE = re.compile(r"[.:?!](?= [A-ZÆØÅ»\d]|$)")


@dataclasses.dataclass
class Paragraph:
    """A paragraph on one line, without the mark of its list; the headings that it stands below, outermost first."""

    text: str
    headings: list


def body_paragraphs(printed):
    """Those of a report printed by `--tekst`; the cover is what stands before the first chapter."""
    headings, in_table, found = [], False, []
    for block in re.split(r"\n\s*\n", plain(printed).strip("\n")):
        lines = block.split("\n")
        if in_table:
            found += [Paragraph(note, headings) for note in notes_below(lines)]
        if in_table or lines[0].startswith(("Tabel: ", "Figur: ")):
            in_table = lines[0].startswith("Tabel: ")  # the caption stands in a block of its own before the rows
        elif len(lines) > 1 and HEADING.fullmatch(lines[-1]):
            level = LEVELS.index(lines[-1][0])
            headings = headings[:level] + [""] * (level - len(headings)) + [" ".join(lines[:-1])]
        elif headings and headings[-1] not in LAWS:
            found += [Paragraph(text, headings) for text in block_paragraphs(lines)]
    return found[next(i for i, paragraph in enumerate(found) if is_after_cover(paragraph, found[0])):]


def notes_below(lines):
    """The notes below a table's rows, each on one line without its mark."""
    notes, is_note = [], False
    for line in lines:
        if re.match(r"\[\d+\] ", line):
            notes.append(re.sub(r"^\[\d+\] ", "", line))
            is_note = True
        elif is_note and line.startswith("    "):
            notes[-1] += " " + line.strip()
        else:
            is_note = False
    return notes


def is_after_cover(paragraph, first):
    return paragraph.headings[0] != first.headings[0]


def block_paragraphs(lines):
    """The items of a list, or the one paragraph that the lines are."""
    mark = next((mark for mark in (r"- ", r"\d+\. ") if re.match(mark, lines[0])), None)
    items = []
    for line in lines:
        if not items or mark and re.match(mark, line):
            items.append(re.sub(f"^(?:{mark})", "", line).strip() if mark else line.strip())
        else:
            items[-1] += " " + line.strip()
    return items


def unexplained(text, known):
    """The sentences of the text that say a number and are none of the known; and the known that were met."""
    strange, met = [], []
    while text:
        best = max((one for one in known if text.startswith(one) and text[len(one):len(one) + 1] in ("", " ")),
                   key=len, default="")
        if best:
            met.append(best)
        else:
            end = DATE_OF_DATA.match(text) or END_OF_SENTENCE.search(text)
            best = text[:end.end()] if end else text
            if not DATE_OF_DATA.match(best) and SAYS_A_NUMBER.search(best):
                strange.append(best)
        text = text[len(best):].lstrip()
    return strange, met
