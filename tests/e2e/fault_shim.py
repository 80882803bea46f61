"""Builds tests/faults/fault_shim.c and says how it is put before the program; what it can do stands there."""

import pathlib
import shutil
import subprocess
import tempfile

import program

HAS_SANITIZERS = b"__asan_init" in pathlib.Path(program.PROGRAM).read_bytes()


class FaultShim:
    """The library, in a folder of its own until close()."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="aarsrapport-shim-"))
        self.library = self.folder / "fault_shim.so"
        memory = [] if HAS_SANITIZERS else ["-DWITH_MEMORY"]
        subprocess.run(["cc", "-shared", "-fPIC", "-O1", "-Wall", *memory, "-o", self.library,
                        program.ROOT / "tests/faults/fault_shim.c", "-ldl"], check=True)

    def close(self):
        shutil.rmtree(self.folder)

    def environment(self, on, **plan):
        """FAULT_ON and the rest of the plan in lower case: at=3, kind="kill-before", errno="EIO"."""
        sanitizer = {"ASAN_OPTIONS": "verify_asan_link_order=0:detect_leaks=0"} if HAS_SANITIZERS else {}
        faults = {f"FAULT_{name.upper()}": str(value) for name, value in plan.items()}
        return {"LD_PRELOAD": str(self.library), "FAULT_ON": on, **sanitizer, **faults}
