"""What the sample's CSV files say beside its figures: names, dates, lights and the texts of agreements and efforts."""

import functools
import pathlib
import re
import tempfile

from independent_figures import Data, extract_date, read_rows, read_table
from program import plain
from sentences_words import DATA
from table_figures import code_names as codes_by_name

LIGHTS = {"groen": "grøn", "gul": "gul", "roed": "rød"}


class SampleData(Data):
    def __init__(self, folder):
        super().__init__(folder)
        self.statuses = {(row.periode, row.aftale_id): self.codes.find("statusfarve", row.status)
                         for row in read_table(folder, "aftalestatus", self.codes)}

    @property
    def extract_date(self):
        return extract_date(self)

    def agreement_light(self, agreement, period):
        """Its code; a year and the half that ends it may stand for each other; None without one."""
        other = {"": f"{period}-2", "-2": period[:4]}.get(period[4:], "")
        key = next((key for key in ((period, agreement), (other, agreement)) if key in self.statuses), None)
        return self.statuses.get(key)


DATA_SET = SampleData(DATA)


@functools.cache
def all_code_names():
    with tempfile.TemporaryDirectory() as folder:
        return codes_by_name(pathlib.Path(folder) / "skabeloner")


@functools.cache
def code_names(code_list):
    """code -> Danish name, in the list's order."""
    return {code: name for (listed, name), code in all_code_names().items() if listed == code_list}


def light_name(code):
    return LIGHTS[code]


@functools.cache
def texts_of_the_unit():
    """Every paragraph that the unit wrote in a cell, with single blanks."""
    found = set()
    for name in ("aftalestatus", "indsatser", "anbefalinger", "proevehandlinger", "evalueringer", "virksomheder", "aftaler"):
        for row in read_rows(DATA / f"{name}.csv"):
            for cell in row.values():
                found.update(" ".join(plain(line).split()) for line in re.split(r"\n+", cell) if len(line) > 15)
                found.add(" ".join(plain(cell).split()))
    return {text for text in found if len(text) > 15}
