"""Set-up of a fresh clone: makes `.venv` and installs what is pinned, once.

Run by `make` with the system's Python; needs nothing but the standard library, and is written
so that an old Python gets as far as the line that says it is too old.

    python3 scripts/install.py          what the product needs
    python3 scripts/install.py --dev    and what its tests need
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

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
VENV = os.path.join(ROOT, ".venv")
PYTHON = os.path.join(VENV, "bin", "python")


def main():
    dev = "--dev" in sys.argv
    stamp = os.path.join(VENV, ".installed-dev" if dev else ".installed")
    wanted = digest_of("requirements.lock", "requirements.txt", "requirements-dev.txt")
    if read(stamp) == wanted or read(os.path.join(VENV, ".installed-dev")) == wanted:
        return
    require_python()
    require_disk()
    make_venv()
    install_torch()
    install_requirements("requirements-dev.txt" if dev else "requirements.txt")
    with open(stamp, "w") as file:
        file.write(wanted)


def stop(line):
    sys.stderr.write(line + "\n")
    sys.exit(1)


def say(line):
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def read(path):
    if not os.path.exists(path):
        return ""
    with open(path) as file:
        return file.read()


def digest_of(*names):
    text = "".join(read(os.path.join(ROOT, name)) for name in names)
    return hashlib.sha256(text.encode()).hexdigest()


def require_python():
    if sys.version_info < OLDEST:
        found = platform.python_version()
        stop("Python %s is too old: Maroquin needs 3.11 or newer. "
             "Install it, then run: make PYTHON=python3.11 run" % found)
    try:
        import ensurepip  # noqa: F401  # only its presence matters: Debian splits it off
    except ImportError:
        stop("This Python cannot make virtual environments. On Debian run: "
             "sudo apt install python3-venv")


def require_disk():
    if not os.access(ROOT, os.W_OK):
        stop("The folder %s is not writable: clone Maroquin to a folder of yours." % ROOT)
    free_gb = shutil.disk_usage(ROOT).free / 1e9
    if free_gb < NEEDED_GB:
        stop("Only %.1f GB are free here and set-up needs %d: make room, then run it again."
             % (free_gb, NEEDED_GB))


def make_venv():
    if not os.path.exists(PYTHON):
        say("Making .venv")
        run([sys.executable, "-m", "venv", VENV], "the virtual environment could not be made")


def install_torch():
    """The CPU build, before anything can ask for the CUDA one."""
    if succeeds([PYTHON, "-c", "import torch"]):
        return
    say("Installing torch for the CPU")
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if platform.system() != "Linux":
        run(pip + [TORCH], "torch could not be installed")
        return
    only_cpu = ["--no-deps", "--retries", "1", "--timeout", "20", "--index-url", CPU_WHEELS]
    if not succeeds(pip + only_cpu + [TORCH]):
        stop("The CPU build of torch could not be had from %s. Check the network, or install "
             "torch 2.13.0 into .venv yourself, then run this again." % CPU_WHEELS)


def install_requirements(name):
    say("Installing %s (about a minute)" % name)
    wanted = ["-r", os.path.join(ROOT, name), "-c", os.path.join(ROOT, "requirements.lock")]
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    if succeeds(pip + ["uv"]) and succeeds([PYTHON, "-m", "uv", "pip", "install", "--quiet",
                                            "--python", PYTHON] + wanted):
        return
    run(pip + wanted, "the requirements could not be installed")


def succeeds(command):
    with open(os.devnull, "w") as nothing:
        return subprocess.call(command, stdout=nothing, stderr=nothing) == 0


def run(command, problem):
    if subprocess.call(command) != 0:
        stop("Set-up stopped: %s (the lines above say why)." % problem)


if __name__ == "__main__":
    main()
