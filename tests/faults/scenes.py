"""The scenes of the fault campaign: what a command is run on, and what must hold after a fault and after the next run.

A scene puts its output folder back as it was (restore), runs the command (run), and says what came of a fault (check): "old"
when what stood there still stands, "new" when the new stands in its place, "partly" when of several things some are new. A Loss
is raised for what must never happen. check_next makes the next run, which puts everything right.
"""

import os
import re
import shutil

import program
from program import run, tree, write_folder

KILLED = -9
OWN = "egen.txt"
REASON = r"aarsrapport: .*\.\n"
# Memory that is out while one reason is told can be out for what follows: then it says that, too.
REASON_OF_SEVERAL = rf"(\n\S+:\n{REASON}(aarsrapport: Der er ikke hukommelse nok.*\n)?)*({REASON})?"
IGNORED = {"tjek", OWN}


class Loss(Exception):
    """Something that must never happen."""


def require(holds, what):
    if not holds:
        raise Loss(what)


def run_to_the_end(*arguments, **more):
    """The outcome when every process that came of the program has ended: each holds the pipe open. A group of their own, so
    that all of them can be killed."""
    reader, writer = os.pipe()
    try:
        outcome = run(*arguments, pass_fds=(writer,), start_new_session=True, **more)
    finally:
        os.close(writer)
    os.read(reader, 1)
    os.close(reader)
    return outcome


def without_lines(outcome, pattern):
    return outcome._replace(stderr=re.sub(rf"(?m)^{pattern}\n", "", outcome.stderr))


def empty(folder):
    folder.mkdir(parents=True, exist_ok=True)
    for entry in folder.iterdir():
        shutil.rmtree(entry) if entry.is_dir() else entry.unlink()


class Scene:
    """`run` and what holds of every command. `saved` is the output folder before the fault."""

    REASON = REASON
    DONE = 0   # the status when all has gone well

    def __init__(self, folder):
        self.folder, self.data = folder, folder / "data"
        self.output, self.saved, self.gone = folder / "output", folder / "saved", folder / "output.borte"
        self.output.mkdir(parents=True)

    def command(self):
        raise NotImplementedError

    def run(self, env=None, limits=None):
        return run_to_the_end(*self.command(), "-q", env=env, limits=limits)

    def keep_as_saved(self):
        self.saved = self.output.rename(self.saved)

    def restore(self):
        shutil.rmtree(self.gone, ignore_errors=True)
        empty(self.output)
        shutil.copytree(self.saved, self.output, dirs_exist_ok=True)

    def come_back(self):
        """Of a folder that was moved away: it is put back, as one does who plugs a drive in again."""
        if self.gone.exists():
            shutil.rmtree(self.output, ignore_errors=True)
            self.gone.rename(self.output)

    def check(self, outcome, kill):
        """What came of a fault, and whether the process crashed."""
        if self.gone.exists() and outcome.status == self.DONE and self.is_made_anew():   # it went before anything was written
            self.come_back()
            self.state()
            return "new", False
        self.come_back()
        crashed = outcome.status < 0 and not (kill and outcome.status == KILLED)
        allowed = (KILLED, self.DONE, 3) if kill else (self.DONE, 3)
        require(crashed or outcome.status in allowed, f"status {outcome.status}: {outcome.stderr}")
        if outcome.status == 3:
            require(outcome.stderr and re.fullmatch(self.REASON, outcome.stderr),
                    f"not one line that says why: {outcome.stderr!r}")
        state = self.state()
        require(outcome.status != self.DONE or state == "new",
                f"status {self.DONE} and nothing new: {outcome.stderr} {sorted(tree(self.output))}")
        return state, crashed

    def is_made_anew(self):
        """Whether all that the command writes stands in an output folder that was empty before, whole."""
        return False

    def state(self):
        raise NotImplementedError

    def check_next(self):
        outcome = self.run()
        require(outcome.status == self.DONE, f"the next run: {outcome}")
        hidden = [path for path in self.output.rglob(".*") if path.name != program.KEPT]
        hidden += self.output.rglob("*under-arbejde*")
        require(not hidden, f"left behind: {hidden}")
        require(self.state() == "new", "the next run made nothing new")


class Report:
    """A report folder, with the versions beside it."""

    whole = set()   # what efterproev has found to be whole, but for the time of the run

    def __init__(self, path, changes=True):
        self.path, self.changes, self.first = path, changes, None

    def keep_first(self):
        (self.path / OWN).write_text("the user's own")
        self.first = tree(self.path)

    def folders(self):
        return [path for path in self.path.parent.glob("*") if path.is_dir() and (path / "koersel.json").exists()
                and path.name.startswith(self.path.name)]

    def place_of_first(self):
        """The first version is whole, with the user's file, in exactly one place: returns which."""
        if self.first is None:
            return None
        above = self.path.parent
        places = [path for path in (above.iterdir() if above.exists() else ()) if path.is_dir() and tree(path) == self.first]
        require(len(places) == 1, f"the first version stands in {len(places)} places: {above}")
        return places[0]

    def require_whole(self, folder):
        run_record = folder / "koersel.json"
        record = run_record.read_text(encoding="utf-8") if run_record.exists() else ""
        content = (*sorted(item for item in tree(folder).items() if item[0] != "koersel.json"),
                   re.sub(r'"tidspunkt": "[^"]*"', "", record))
        if content in self.whole:
            return
        outcome = run("efterproev", folder, "-q")
        only_own = [line for line in outcome.stdout.splitlines()
                    if line not in (f"Hører ikke til rapporten: {OWN}", "Én ting er ikke, som den skal være.")]
        require(outcome.status in (0, 1) and not only_own, f"{folder.name} is not whole: {outcome}")
        self.whole.add(content)

    def state(self):
        place = self.place_of_first()
        if not self.path.exists():
            return "old"
        self.require_whole(self.path)
        return "new" if place != self.path or not self.changes else "old"

    def require_settled(self):
        """After a run that went well."""
        expected = f"{self.path.name}.version-1" if self.changes else self.path.name
        require(self.first is None or self.place_of_first().name == expected, "the first version is not version 1")
        for path in self.folders():
            self.require_whole(path)


class ReportScene(Scene):
    """A command that writes a report: a first version stands, which no longer fits the data, or none (has_first). The data
    are a folder of the samples or the small folder of the tests; `changes` come over the first version."""

    def __init__(self, folder, words, report, changes, sample=None, base=None, has_first=True):
        super().__init__(folder)
        self.words = words
        self.reports = [Report(self.output / name, changed) for name, changed in self.reports_of(report).items()]
        self.sample, self.base, self.changes = sample, base or {}, changes
        self.write_data(self.base)
        if has_first:
            self.make_first()
        self.keep_as_saved()
        self.write_data({**self.base, **changes})
        self.restore()
        require(self.run().status == 0, "without a fault")
        self.lists, self.stayed_old = self.error_lists(), True

    def reports_of(self, name):
        """Which stand below the output folder -> whether the changes make a new version of it."""
        return {name: True}

    def write_data(self, changes):
        if not self.sample:
            write_folder(self.data, changes)
            return
        shutil.copytree(self.sample, self.data, dirs_exist_ok=True)
        for name, change in changes.items():
            path = self.data / name
            path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")

    def command(self):
        return (*self.words, "--data", self.data, "-o", self.output)

    def make_first(self):
        outcome = self.run()
        require(outcome.status == 0, f"the first version: {outcome}")
        for report in self.reports:
            report.keep_first()

    def error_lists(self):
        return {path.relative_to(self.output): path.read_bytes() for path in self.output.rglob("fejlliste.xlsx")}

    def move_output(self, output):
        """The same scene with another output folder."""
        for report in self.reports:
            report.path = output / report.path.relative_to(self.output)
        self.output, self.gone = output, output.with_name(output.name + ".borte")

    def check(self, outcome, kill):
        state, crashed = super().check(outcome, kill)
        self.stayed_old = state == "old"
        return state, crashed

    def is_made_anew(self):
        there = [report for report in self.reports if report.path.exists()]
        for report in there:
            report.require_whole(report.path)
        return len(there) == len(self.reports)

    def state(self):
        states = {report.state() for report in self.reports if report.changes}
        for report in self.reports:
            report.state()
        return states.pop() if len(states) == 1 else "partly"

    def check_next(self):
        super().check_next()
        for report in self.reports:
            report.require_settled()
        if self.stayed_old:   # else the list is of the version that came in spite of the fault, and may tell of that
            require(self.error_lists() == self.lists, "the list of errors is not that of the data")


class AllScene(ReportScene):
    """`alle`: three municipalities, two of them with changed data, and the municipalities side by side."""

    REASON = REASON_OF_SEVERAL
    FOLDERS = {"nord": True, "oer/syd": True, "vest": False}
    BESIDE = "sammenligning-aarsrapport-2024"

    def __init__(self, folder, changes):
        super().__init__(folder, ("alle", "aar", "2024"), self.BESIDE, changes)

    def reports_of(self, name):
        return {name: True, **{f"{folder}/aarsrapport-2024": changed for folder, changed in self.FOLDERS.items()}}

    def write_data(self, changes):
        for number, (name, changed) in enumerate(self.FOLDERS.items()):
            settings = program.SMALL_FOLDER["rapport.ini"]
            own = {"rapport.ini": settings.replace("Prøveby", f"Prøveby {number}", 1).replace("0330", f"0{330 + number}", 1)}
            write_folder(self.data / name, {**own, **(changes if changed else {})})


class FileScene(Scene):
    """A command that writes one file into a folder below the output folder; an older one stands there, and a user's file.
    Its bytes are the same whenever it is written."""

    DONE = 1   # different, or errors in the data

    def __init__(self, folder, file, write_old, write_new):
        super().__init__(folder)
        self.file, self.contents = file, {}
        for state, write in (("old", write_old), ("new", write_new)):
            empty(self.output)
            write(self)
            outcome = self.run()
            require(outcome.status == self.DONE, f"without a fault: {outcome}")
            self.contents[state] = (self.output / file).read_bytes()
            if state == "old":
                self.own = (self.output / file).with_name(OWN)
                self.own.write_text("the user's own")
                shutil.copytree(self.output, self.saved)
        require(self.contents["old"] != self.contents["new"], "both are the same")

    def state(self):
        require(self.own.exists(), "the user's file is lost")
        require((self.output / self.file).exists(), "the older file is lost")
        content = (self.output / self.file).read_bytes()
        found = [state for state, expected in self.contents.items() if content == expected]
        require(found, f"{self.file} is neither the old nor the new one")
        return found[0]

    def check_next(self):
        super().check_next()
        expected = sorted(self.output.glob("*/*"))
        require(expected == sorted((self.output / self.file, self.own)), f"left behind: {expected}")


class CompareScene(FileScene):
    """`sammenlign`: an older workbook of the same two folders stands there."""

    def __init__(self, folder, changes, other_changes):
        before, after = folder / "foer", folder / "efter"
        write_folder(before)
        super().__init__(folder, "sammenligning/sammenligning-foer-efter.xlsx",
                         lambda scene: write_folder(after, other_changes), lambda scene: write_folder(after, changes))

    def command(self):
        return ("sammenlign", self.folder / "foer", self.folder / "efter", "-o", self.output)


class CheckScene(FileScene):
    """`tjek`, which writes its list of errors."""

    def __init__(self, folder, changes, other_changes):
        super().__init__(folder, "tjek/fejlliste.xlsx", lambda scene: write_folder(scene.data, other_changes),
                         lambda scene: write_folder(scene.data, changes))

    def command(self):
        return ("tjek", "--data", self.data, "-o", self.output)

    def run(self, env=None, limits=None):
        return without_lines(super().run(env, limits), r"[EW]\d{3} .*")   # the errors, before the reason


class TemplateScene(Scene):
    """`skabeloner`, into a folder where one of the files stands already, with the user's rows. Each of the others is there
    whole or not at all."""

    def __init__(self, folder):
        super().__init__(folder)
        require(self.run().status == 0, "without a fault")
        self.expected = {path.name: path.read_bytes() for path in self.output.iterdir()}
        empty(self.output)
        self.own = self.output / "job.csv"
        self.expected[self.own.name] = b"job_id\nJ1\n"
        self.own.write_bytes(self.expected[self.own.name])
        shutil.copytree(self.output, self.saved)

    def command(self):
        return ("skabeloner", self.output)

    def run(self, env=None, limits=None):
        return without_lines(super().run(env, limits), r"\S+ var der i forvejen og er ikke rørt\.")

    def state(self):
        found = {path.name: path.read_bytes() for path in self.output.iterdir() if not path.name.startswith(".")}
        require(self.own.name in found, "the user's file is lost")
        wrong = [name for name, content in found.items() if self.expected.get(name) != content]
        require(not wrong, f"not as they should be: {wrong}")
        return "new" if len(found) == len(self.expected) else "old" if len(found) == 1 else "partly"


class VerifyScene(Scene):
    """`efterproev` of a report with its data: touches nothing; what it leaves when it is killed is gone after the next time."""

    def __init__(self, folder):
        super().__init__(folder)
        self.temporary = folder / "temporary"
        self.temporary.mkdir()
        write_folder(self.data)
        outcome = run("aar", "2024", "--data", self.data, "-o", self.output, "-q")
        require(outcome.status == 0, f"the report: {outcome}")
        self.before = tree(self.output)
        shutil.copytree(self.output, self.saved)

    def command(self):
        return ("efterproev", self.output / "aarsrapport-2024", "--data", self.data)

    def run(self, env=None, limits=None):
        return super().run({"TMPDIR": str(self.temporary), **(env or {})}, limits)

    def restore(self):
        pass   # nothing is ever to be put back

    def check(self, outcome, kill):
        require(outcome.status in ((KILLED, 0, 3) if kill else (0, 3)), f"status {outcome.status}: {outcome}")
        require(outcome.status != 3 or re.fullmatch(REASON, outcome.stderr), f"not one line that says why: {outcome}")
        require(tree(self.output) == self.before, "the report was touched")
        return "old", False

    def check_next(self):
        again = self.run()
        require(again.status == 0 and not os.listdir(self.temporary), f"the next time: {again}")
