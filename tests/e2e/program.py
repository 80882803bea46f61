"""What the end-to-end tests share: running the program, small data folders, and reading what it writes."""

import collections
import csv
import decimal
import hashlib
import io
import os
import pathlib
import pty
import re
import shutil
import subprocess
import tempfile
import threading
import unittest

ROOT = pathlib.Path(os.environ.get("SOURCE_DIR", pathlib.Path(__file__).resolve().parents[2]))
SAMPLES = ROOT / "samples"
PROGRAM = os.environ.get("AARSRAPPORT", str(ROOT / "build/dev/aarsrapport"))
NO_VALUE = "–"
# What a build with --coverage says where it cannot write its counters down. Under a limit it is not let to: they would
# be cut off.
NO_COUNTERS = {"GCOV_PREFIX": "/dev/null"}
NOISE = re.compile(rb"(?m)^(profiling:|libgcov profiling error:).*\n")

Outcome = collections.namedtuple("Outcome", "status stdout stderr")

# A data folder with one row or two in each table, the least that gives every kind of figure, and the texts that a
# report is told to lack.
SMALL_FOLDER = {
    "rapport.ini": "[kommune]\nnavn = Prøveby\nkode = 0330\nafdeling = Socialøkonomisk enhed\n\n"
                   "[udvalg]\nnavn = Socialudvalget\nmoededato = 03-03-2025\n\n"
                   "[strategi]\nnavn = Strategi 2022-2025\nfra = 2022\ntil = 2025\n\n"
                   "[rapport]\ntitel = Årsrapport for socialøkonomi\nforfatter = Enheden\n"
                   "kontakt = enheden@eksempel.dk\n\n[data]\nudtraeksdato = 12-01-2025\n",
    "aftaler.csv": "aftale_id;navn;virksomhed_id;type;start;slut;pladser\n"
                   "A1;Aftale 1;V1;samarbejdsaftale;01-01-2022;;10\n",
    "virksomheder.csv": "virksomhed_id;navn;type;status;start;slut;bundlinje_social;bundlinje_lokal;"
                        "bundlinje_oekonomisk\nV1;Værkstedet;virksomhed;aktiv;01-01-2020;;ja;ja;ja\n",
    "forloeb.csv": "forloeb_id;borger_id;aftale_id;maalgruppe;start;slut;trin_start;trin_slut;timer_start;"
                   "timer_slut;plan;ejerskab;udfald;aarsag\n"
                   "F1;B1;A1;unge;01-02-2024;01-09-2024;motivation;praktik;0;6;ja;ja;uddannelse;\n"
                   "F2;B2;A1;unge;01-03-2024;;motivation;;0;;nej;;;\n",
    "job.csv": "job_id;borger_id;virksomhed_id;jobtype;start;slut;timer;maalgruppe\n"
               "J1;B1;V1;fleksjob;01-10-2024;;12;unge\n",
    "maal.csv": "maal_id;navn;type;noegle;kode;maal;fra_aar;til_aar\n"
                "norm;Mindst et job om året;aarlig;job.nye;fleksjob|ordinaert;1;2022;2025\n",
    **{f"tekster/{chapter}.md": "Om året.\n"
       for chapter in ("indledning", "vaerdiskabelse", "laeringer", "sagsfremstilling")},
}
BAD_JOB = "J2;B2;V1;fleksjob;31-02-2024;;12;unge\n"       # E213: no such day
LATE_JOB = "J3;B2;V1;fleksjob;01-11-2024;;12.5;unge\n"    # W206: a dot for a comma


def run(*arguments, cwd=None, env=None, text=True, path=PROGRAM, limits=None, **more):
    """Runs the program; stdin is empty, and the environment the given changes on top of the caller's. `limits` is called
    in the process before the program begins."""
    environment = {**os.environ, **(env or {}), **(NO_COUNTERS if limits else {})}
    done = subprocess.run([path, *map(str, arguments)], cwd=cwd, stdin=subprocess.DEVNULL, capture_output=True,
                          env=environment, preexec_fn=limits, check=False, **more)
    stderr = NOISE.sub(b"", done.stderr)
    if not text:
        return Outcome(done.returncode, done.stdout, stderr)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), stderr.decode("utf-8"))


def read_terminal(leader, sent):
    """Reads until nobody has the other end open."""
    try:
        while piece := os.read(leader, 65536):
            sent += piece
    except OSError:
        pass


def run_on_terminal(*arguments, env=None):
    """As `run`, but with standard error on a terminal, where it may have colours and a progress bar."""
    try:
        leader, follower = pty.openpty()
    except OSError as error:
        raise unittest.SkipTest("the system has no pseudo-terminals") from error
    sent = bytearray()
    reader = threading.Thread(target=read_terminal, args=(leader, sent))
    reader.start()
    environment = {key: value for key, value in os.environ.items() if key != "NO_COLOR"} | (env or {})
    done = subprocess.run([PROGRAM, *map(str, arguments)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=follower, env=environment, check=False)
    os.close(follower)
    reader.join()
    os.close(leader)
    return Outcome(done.returncode, done.stdout.decode("utf-8"), sent.decode("utf-8"))


def write_folder(folder, changes=None):
    """SMALL_FOLDER with `changes`: file name -> text or bytes, None: not there, +text: added at the end."""
    folder.mkdir(parents=True, exist_ok=True)
    files = dict(SMALL_FOLDER)
    for name, content in (changes or {}).items():
        if isinstance(content, str) and content.startswith("+"):
            content = files[name] + content[1:]
        files[name] = content
    for name, content in files.items():
        path = folder / name
        if content is None:
            path.unlink(missing_ok=True)
        else:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return folder


def sha256(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


KEPT = ".tilstand"


def names(folder):
    """What stands in an output folder, but for .tilstand."""
    return sorted(set(os.listdir(folder)) - {KEPT})


def tree(folder):
    """Every file below the folder, hidden ones too: relative path -> SHA-256; folders end in a slash.

    But for .tilstand, where what versions were made of is kept."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = str(path.relative_to(folder))
        if name.split("/")[0] == KEPT:
            continue
        found[name + "/" if path.is_dir() else name] = None if path.is_dir() else sha256(path)
    return found


def read_figures(path):
    """noegletal-<period>.csv as (noegle, periode, aftale, maalgruppe, kode) -> (vaerdi, enhed), as written."""
    rows = csv.reader(io.StringIO(path.read_text(encoding="utf-8-sig"), newline=""), delimiter=";", strict=True)
    header = next(rows)
    assert header == ["noegle", "periode", "aftale", "maalgruppe", "kode", "vaerdi", "enhed"], header
    figures = {}
    for row in rows:
        key = tuple(row[:5])
        assert key not in figures, f"{key} twice"
        figures[key] = (row[5], row[6])
    return figures


def parse_value(text):
    """A value of noegletal.csv as a Decimal; None when empty."""
    return decimal.Decimal(text.replace(",", ".")) if text else None


def danish(value, places=0):
    """1.234,5: rounded half away from zero; – for no value; the minus is the typographic one or the hyphen's."""
    if value is None:
        return NO_VALUE
    rounded = value.quantize(decimal.Decimal(1).scaleb(-places), rounding=decimal.ROUND_HALF_UP)
    if rounded == 0:
        rounded = abs(rounded)
    whole = f"{rounded:,.{places}f}"
    return whole.translate(str.maketrans(",.", ".,"))


def plain(text):
    """Text with no-break spaces and the typographic minus as their plain characters, for comparing."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("\u2212", "-")


def finding_kinds():
    """code -> (identifier, level, scope) from src/base/diag.def."""
    text = (ROOT / "src/base/diag.def").read_text(encoding="utf-8")
    pattern = r'^FINDING\((\w+), "([EWN]\d{3})", (\w+), (\w+),'
    return {code: (name, level, scope) for name, code, level, scope in re.findall(pattern, text, re.M)}


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own that vanishes afterwards: self.folder, and data/output inside it."""

    maxDiff = None

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.output = self.folder / "output"
        self.data = self.folder / "data"

    def assert_outcome(self, outcome, status):
        self.assertEqual(outcome.status, status, f"\nstdout: {outcome.stdout}\nstderr: {outcome.stderr}")
        return outcome

    def run_year(self, *more, status=0, year=2024, **kwargs):
        """`aar` of the test's data folder into its output folder."""
        outcome = run("aar", year, "--data", self.data, "-o", self.output, *more, **kwargs)
        return self.assert_outcome(outcome, status)
