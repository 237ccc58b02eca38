"""Set-up of a fresh clone: makes `.venv` and installs what is pinned, once.

Run by `make` with the system's Python; needs nothing but the standard library, and is written
so that an old Python gets as far as the line that says it is too old.

    python3 scripts/install.py          what the product needs
    python3 scripts/install.py --dev    and what its tests need

torch comes first and on Linux only ever as its CPU build: its version is asked for with `+cpu`,
which PyPI's CUDA build is not, and whatever is installed after it finds torch there already.
Where that build cannot be had, set-up goes on without it: only a house that names a
sentence-transformers model of its own needs it.
"""

import hashlib
import os
import platform
import shutil
import subprocess
import sys

OLDEST = (3, 11)
NEEDED_GB = 4
TORCH = "torch==2.13.0"
CPU_WHEELS = "https://download.pytorch.org/whl/cpu"
NEEDS_TORCH = ("torch", "sentence-transformers")
UV = "uv==0.13.9"

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")
FILES = ("requirements.lock", "requirements.txt", "requirements-dev.txt", "scripts/install.py")


def main(arguments):
    dev = "--dev" in arguments
    wanted = digest_of(FILES)
    if is_installed(wanted, dev):
        return
    require_python()
    require_room()
    make_venv()
    torch = install_torch()
    install_requirements("requirements-dev.txt" if dev else "requirements.txt", torch)
    with open(stamp(dev), "w") as file:
        file.write(wanted)


def is_installed(wanted, dev):
    """What the tests need includes what the product needs."""
    stamps = [stamp(True)] if dev else [stamp(True), stamp(False)]
    return any(read(path) == wanted.encode() for path in stamps)


def stamp(dev):
    return os.path.join(VENV, ".installed-dev" if dev else ".installed")


def stop(line):
    sys.stderr.write(line + "\n")
    sys.exit(1)


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read(path):
    if not os.path.exists(path):
        return b""
    with open(path, "rb") as file:
        return file.read()


def digest_of(names):
    return hashlib.sha256(b"".join(read(os.path.join(ROOT, name)) for name in names)).hexdigest()


def require_python():
    if sys.version_info < OLDEST:
        stop(
            "Python %s is too old: Maroquin needs 3.11 or newer. Install one, then name it: "
            "make PYTHON=python3.11 run" % platform.python_version()
        )
    try:
        import ensurepip  # noqa: F401  # only its presence matters: Debian splits it off
    except ImportError:
        stop(
            "This Python cannot make virtual environments. On Debian or Ubuntu run: "
            "sudo apt install python3-venv"
        )


def require_room():
    if not os.access(ROOT, os.W_OK):
        stop("The folder %s is not writable: clone Maroquin to a folder of yours." % ROOT)
    free_gb = shutil.disk_usage(ROOT).free / 1e9
    if free_gb < NEEDED_GB:
        stop(
            "Only %.1f GB are free here and set-up needs %d: make room, then run it again."
            % (free_gb, NEEDED_GB)
        )


def make_venv():
    """A whole one: what a stopped set-up left behind is made anew."""
    if not succeeds([PYTHON, "-m", "pip", "--version"]):
        say("Making .venv")
        run(
            [sys.executable, "-m", "venv", "--clear", VENV],
            "the virtual environment could not be made",
        )


def install_torch():
    """Whether torch is there now."""
    if succeeds([PYTHON, "-c", "import importlib.metadata as m; m.version('torch')"]):
        return True
    say("Installing torch for the CPU")
    if succeeds(pip() + torch_for(platform.system())):
        return True
    say(
        "torch could not be had from %s: going on without sentence-transformers, which only an "
        "EMBEDDING_MODEL of your own needs. To try again: rm -r .venv && make run" % CPU_WHEELS
    )
    return False


def torch_for(system):
    """What to ask pip for. Only Linux has two builds of one version on two indexes."""
    if system != "Linux":
        return [TORCH]
    return [
        "--no-deps",
        "--retries",
        "1",
        "--timeout",
        "20",
        "--index-url",
        CPU_WHEELS,
        TORCH + "+cpu",
    ]


def install_requirements(name, torch):
    say("Installing %s (a minute or two)" % name)
    wanted = os.path.join(VENV, "wanted.txt")
    with open(wanted, "w") as file:
        file.write("\n".join(requirements(name, torch)) + "\n")
    files = ["-r", wanted, "-c", os.path.join(ROOT, "requirements.lock")]
    quick = [PYTHON, "-m", "uv", "pip", "install", "--python", PYTHON]
    if succeeds(pip() + [UV]) and succeeds(quick + files):
        return
    run(pip() + files, "the requirements could not be installed")


def requirements(name, torch):
    """The lines of a requirements file and of those it names, with or without what needs torch."""
    found = []
    for line in read(os.path.join(ROOT, name)).decode("utf-8").splitlines():
        if line.startswith("-r "):
            found += requirements(line[3:].strip(), torch)
        elif line and not line.startswith("#"):
            found.append(line)
    return [line for line in found if torch or line.split("==")[0] not in NEEDS_TORCH]


def pip():
    return [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]


def succeeds(command):
    try:
        with open(os.devnull, "w") as nothing:
            return subprocess.call(command, stdout=nothing, stderr=nothing) == 0
    except OSError:  # no such program
        return False


def run(command, problem):
    if subprocess.call(command) != 0:
        stop("Set-up stopped: %s (the lines above say why)." % problem)


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except KeyboardInterrupt:
        stop("Set-up was stopped. Run it again to go on.")
    except OSError as error:
        stop("Set-up stopped: %s." % error)
