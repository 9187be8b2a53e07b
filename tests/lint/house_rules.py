#!/usr/bin/env python3
"""The rules of the house that a compiler does not check.

    house_rules.py ROOT [CHECK…]     run the named checks (default: all) over the source tree ROOT
    house_rules.py --self-test       plant one fault of each kind and see that it is caught
    house_rules.py --list            the names of the checks

Prints one line per fault (`file:line: what is wrong`) and exits 1 when there is one. Standard library only.
"""

import os
import re
import sys
import tempfile
from pathlib import Path

ROOMS = ("app", "core", "inspect", "server", "sync", "ui", "tests")
TEXT_PLACES = ROOMS + ("docs", "packaging", "cmake", ".ci", "resources", "translations")
TEXT_SUFFIXES = (".h", ".cpp", ".py", ".sh", ".cmake", ".md", ".txt", ".json", ".supp", ".desktop")

# Which rooms a file may include from; the longest matching prefix of its path counts (ARCHITECTURE.md).
VALUES = ("core/base/", "core/domain/", "core/wire/")
ARROWS = {
    "core/base/": ("core/base/",),
    "core/domain/": ("core/base/", "core/domain/"),
    "core/wire/": VALUES,
    "core/store/": ("core/",),
    "sync/": ("core/", "sync/"),
    "ui/": ("core/", "ui/"),
    "inspect/": ("core/", "inspect/", "ui/text/", "server/storage/"),
    "server/": VALUES + ("server/",),
    "server/storage/": VALUES + ("server/storage/", "server/metrics/"),
    "server/metrics/": VALUES + ("server/metrics/",),
    "server/config/": ("core/base/", "server/config/"),
    "app/conform/": ("app/conform/",),  # a second opinion shares nothing
    "app/": ("app/", "core/", "inspect/", "sync/", "ui/", "server/"),
    "tests/": ("app/", "core/", "inspect/", "sync/", "ui/", "server/", "tests/"),
}
# The screen reads the mirror; only the sync thread writes it.
WRITER_HEADERS = re.compile(r"core/store/(mirror\w*|db|schema|migrat\w*|\w*writer|\w+_table)\.h$")

# Library classes with a home: outside these places they may not be named.
HOMES = (
    ("JSON", re.compile(r"\bQJson\w+"), ("core/wire/", "tests/")),
    ("SQL", re.compile(r"\bQSql\w+|\bsqlite3_?\w*\s*\("), ("core/store/", "inspect/", "server/storage/", "tests/")),
    (
        "sockets",
        re.compile(r"\b(QWebSocket\w*|QTcp\w+|QUdpSocket|QSslSocket|QNetwork(AccessManager|Request|Reply))\b"),
        ("sync/", "server/", "tests/"),
    ),
)
# (place, what): why it is allowed there all the same.
HOME_EXCEPTIONS = {
    ("app/cli/", "JSON"): "kith-cli prints JSON lines for scripts",
    ("app/server/", "JSON"): "kith-server's verbs print JSON for scripts",
    ("app/lab/", "JSON"): "kith-lab prints its verdict as JSON",
    ("app/inspect/", "JSON"): "kith-inspect prints its reports as JSON for scripts",
    ("app/lab/", "SQL"): "kith-lab judges both databases from outside, by plain SQL",
    ("app/conform/", "JSON"): "kith-conform judges our codec, so it has one of its own",
    ("app/conform/", "sockets"): "kith-conform speaks the protocol by itself, to servers and to clients",
    ("server/push/", "JSON"): "the push provider's HTTP interface and key file are JSON",
}

UMBRELLA = re.compile(
    r"#\s*include\s*<(Qt\w+/)?Qt(Core|Gui|Widgets|Network|Sql|Test|WebSockets|Concurrent|Svg|DBus)>"
)
MAX_LINES = 500
MAX_HEADER_LINES = 150
LONG_HEADERS = {"core/wire/frames.h": "one value type per frame; the protocol on one page"}

# Put together so that this file does not hold what it looks for.
UNFINISHED = re.compile(r"\b(" + "|".join(("TO" "DO", "FIX" "ME", "XX" "X", "HA" "CK")) + r")\b")
SLEEPS = re.compile(r"\b(qSleep|QThread::m?u?sleep|sleep_for|sleep_until|usleep|qWait|time\.sleep)\s*\(")
MACHINE_PATHS = re.compile(r"(?<![\w./$}~>])/(work|root|home/\w+|Users/\w+)/|\b[A-Z]:\\\\?Users\\")

INCLUDE = re.compile(r'^\s*#\s*include\s*(<[^>]+>|"[^"]+")')


class Tree:
    """The source tree as relative POSIX paths and their lines; build folders are not part of it."""

    def __init__(self, root):
        self.root = Path(root).resolve()
        self._lines = {}
        self.files = sorted(self._walk())

    def _walk(self):
        for entry in self.root.iterdir():
            if entry.is_file() and (entry.suffix in TEXT_SUFFIXES or entry.name == "dev"):
                yield entry.name
        for place in TEXT_PLACES:
            for folder, folders, names in os.walk(self.root / place):
                folders[:] = [f for f in folders if f not in ("build", "__pycache__", ".git")]
                for name in names:
                    path = Path(folder, name)
                    if path.suffix in TEXT_SUFFIXES or name == "run":
                        yield path.relative_to(self.root).as_posix()

    def code(self):
        return [f for f in self.files if f.endswith((".h", ".cpp")) and f.startswith(ROOMS)]

    def lines(self, file):
        if file not in self._lines:
            self._lines[file] = (self.root / file).read_text(encoding="utf-8").splitlines()
        return self._lines[file]

    def numbered(self, file):
        return enumerate(self.lines(file), 1)


def without_comment(line):
    """Names in a comment are no use of them."""
    stripped = line.lstrip()
    if stripped.startswith(("//", "///", "*", "/*")):
        return ""
    return line.split(" //")[0]


def longest_prefix(path, prefixes):
    fitting = [p for p in prefixes if path.startswith(p)]
    return max(fitting, key=len) if fitting else None


def check_includes(tree):
    """Arrows between rooms point one way; the screen never sees a header that writes the mirror."""
    for file in tree.code():
        room = longest_prefix(file, ARROWS)
        for number, line in tree.numbered(file):
            found = INCLUDE.match(line)
            if not found or found.group(1).startswith("<"):
                continue
            target = found.group(1).strip('"')
            if target.endswith(".moc") or re.fullmatch(r"ui_\w+\.h", target):
                continue
            where = f"{file}:{number}"
            if room is None:
                yield f"{where}: no room of the house holds this file"
            elif longest_prefix(target, [r + "/" for r in ROOMS]) is None:
                yield f'{where}: "{target}" is not named from the root of the tree'
            elif not target.startswith(ARROWS[room]):
                yield f"{where}: {room} may not include {target}"
            elif file.startswith("ui/") and WRITER_HEADERS.match(target):
                yield f"{where}: ui only reads the mirror, {target} writes it"


def check_homes(tree):
    """JSON, SQL and sockets stay in the rooms that are made for them."""
    for file in tree.code():
        for what, pattern, homes in HOMES:
            if file.startswith(homes):
                continue
            if any(w == what and file.startswith(place) for place, w in HOME_EXCEPTIONS):
                continue
            for number, line in tree.numbered(file):
                found = pattern.search(without_comment(line))
                if found:
                    yield f"{file}:{number}: {found.group(0).strip('( ')}: {what} only in {', '.join(homes)}"


def check_umbrellas(tree):
    """No include that drags in a whole Qt module."""
    for file in tree.code():
        for number, line in tree.numbered(file):
            if UMBRELLA.search(line):
                yield f"{file}:{number}: umbrella include {line.split('include', 1)[1].strip()}"


def check_sizes(tree):
    """Files that a person can hold in mind."""
    for file in tree.code():
        count = len(tree.lines(file))
        limit = MAX_HEADER_LINES if file.endswith(".h") else MAX_LINES
        if file in LONG_HEADERS or (file.startswith("tests/") and file.endswith(".h")):
            limit = MAX_LINES
        if count > limit:
            yield f"{file}: {count} lines, the limit is {limit}; split it by subject"


def check_unfinished(tree):
    """Nothing is left for later in the tree."""
    for file in tree.files:
        for number, line in tree.numbered(file):
            found = UNFINISHED.search(line)
            if found:
                yield f"{file}:{number}: {found.group(0)}"


def check_sleeps(tree):
    """Tests wait for conditions, never for time to pass."""
    for file in tree.files:
        if not file.startswith("tests/") or not file.endswith((".h", ".cpp", ".py")):
            continue
        for number, line in tree.numbered(file):
            found = SLEEPS.search(without_comment(line))
            if found and file != "tests/lint/house_rules.py":
                yield f"{file}:{number}: {found.group(1)} waits by the clock"


def check_paths(tree):
    """No path of somebody's machine."""
    for file in tree.files:
        for number, line in tree.numbered(file):
            found = MACHINE_PATHS.search(line)
            if found and file != "tests/lint/house_rules.py":
                yield f"{file}:{number}: {found.group(0)} is a path of one machine"


def check_twins(tree):
    """A broken twin's sites stand in .cpp files that cmake/KithRoom.cmake compiles again, and nowhere else."""
    listed = set()
    if "cmake/KithRoom.cmake" in tree.files:
        text = "\n".join(tree.lines("cmake/KithRoom.cmake"))
        block = re.search(r"set\(KITH_TWIN_SITES([^)]*)\)", text)
        listed = set(block.group(1).split()) if block else set()
    seen = set()
    for file in tree.code():
        if file == "core/base/twin.h" or file.startswith("tests/"):
            continue
        for number, line in tree.numbered(file):
            if "isTwin(" not in without_comment(line):
                continue
            seen.add(file)
            if file not in listed:
                yield f"{file}:{number}: a twin's site in a file that KITH_TWIN_SITES does not list"
    for file in sorted(listed - seen):
        yield f"cmake/KithRoom.cmake: KITH_TWIN_SITES lists {file}, which has no site"


def check_threats(tree):
    """Every row of the threat model names a test, and every test and trial that it names is there."""
    page = "docs/security.md"
    if page not in tree.files:
        return
    tests = {}  # two rooms may have a file of one name
    for file in tree.files:
        if Path(file).name.startswith("tst_") and file.endswith(".cpp"):
            tests[Path(file).stem] = tests.get(Path(file).stem, "") + "\n".join(tree.lines(file))
    trial = "\n".join("\n".join(tree.lines(f)) for f in tree.files if Path(f).name == "trial_safety.cpp")
    threats = False
    for number, line in tree.numbered(page):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        threats = line.startswith("|") and (threats or cells[0] == "threat")
        if not threats or cells[0] == "threat" or set(line) <= set("|- "):
            continue
        named = re.findall(r"`(?:(tst_\w+)::(\w+)|kith-trial-safety ([\w-]+))`", cells[-1])
        if not named:
            yield f"{page}:{number}: no test shows this"
        for file, function, name in named:
            if name and f'u"{name}"_s' not in trial:
                yield f"{page}:{number}: there is no trial {name}"
            if file and not re.search(rf"\b{function}\(", tests.get(file, "")):
                yield f"{page}:{number}: there is no test {file}::{function}"


def anchors(lines):
    """The anchors that headings get on the usual forges."""
    found, fenced = set(), False
    for line in lines:
        if line.startswith("```"):
            fenced = not fenced
        if fenced:
            continue
        for name in re.findall(r'<a (?:id|name)="([^"]+)"', line):
            found.add(name)
        heading = re.match(r"#{1,6}\s+(.*)", line)
        if heading:
            text = re.sub(r"[`*]|\[([^\]]*)\]\([^)]*\)", r"\1", heading.group(1)).strip().lower()
            found.add(re.sub(r"[^\w\- ]", "", text).replace(" ", "-"))
    return found


def check_links(tree):
    """Every relative link of the documents, and every file that README and ARCHITECTURE name, is there."""
    for file in tree.files:
        if not file.endswith(".md"):
            continue
        folder = (tree.root / file).parent
        fenced = False
        for number, line in tree.numbered(file):
            if line.startswith("```"):
                fenced = not fenced
            if fenced:
                continue
            for target in re.findall(r"\]\(([^)\s]+)\)", line):
                if re.match(r"[a-z]+:", target):
                    continue
                name, _, anchor = target.partition("#")
                path = folder / name if name else tree.root / file
                if not path.exists():
                    yield f"{file}:{number}: link to {target}, which is not there"
                elif anchor and path.suffix == ".md":
                    if anchor not in anchors(path.read_text(encoding="utf-8").splitlines()):
                        yield f"{file}:{number}: {target}: no such heading"
            if file in ("README.md", "ARCHITECTURE.md"):
                yield from missing_files(tree, file, number, line)


def missing_files(tree, file, number, line):
    for name in re.findall(r"`([\w.*-]+/[\w./*-]+)`", line):
        if name.split("/")[0] not in TEXT_PLACES:
            continue
        if not any(tree.root.glob(name.rstrip("/"))) and not any(tree.root.glob(name + "*")):
            yield f"{file}:{number}: names {name}, which is not there"


CHECKS = {
    name.removeprefix("check_"): function
    for name, function in list(globals().items())
    if name.startswith("check_")
}

# One planted fault for each rule: check → (file, text, part of the message).
PLANTED = (
    ("includes", "core/wire/a.h", '#include "core/store/reader.h"\n', "core/wire/ may not include"),
    ("includes", "core/domain/a.h", '#include "core/wire/codec.h"\n', "core/domain/ may not include"),
    ("includes", "core/store/a.cpp", '#include "sync/engine.h"\n', "core/store/ may not include"),
    ("includes", "sync/a.cpp", '#include "ui/window.h"\n', "sync/ may not include"),
    ("includes", "sync/b.cpp", '#include "server/bus/bus.h"\n', "sync/ may not include"),
    ("includes", "ui/a.cpp", '#include "sync/engine.h"\n', "ui/ may not include"),
    ("includes", "ui/b.cpp", '#include "server/bus/bus.h"\n', "ui/ may not include"),
    ("includes", "ui/list/c.cpp", '#include "core/store/mirror.h"\n', "only reads the mirror"),
    ("includes", "ui/list/d.cpp", '#include "core/store/outbox_table.h"\n', "only reads the mirror"),
    ("includes", "ui/list/e.cpp", '#include "core/store/db.h"\n', "only reads the mirror"),
    ("includes", "server/api/a.cpp", '#include "core/store/reader.h"\n', "server/ may not include"),
    ("includes", "server/api/b.cpp", '#include "sync/engine.h"\n', "server/ may not include"),
    ("includes", "server/storage/a.cpp", '#include "server/api/http.h"\n', "server/storage/ may not"),
    ("includes", "app/conform/a.cpp", '#include "core/wire/codec.h"\n', "app/conform/ may not include"),
    ("includes", "app/a.cpp", '#include "tests/kit/x.h"\n', "app/ may not include"),
    ("includes", "inspect/a.cpp", '#include "sync/engine.h"\n', "inspect/ may not include"),
    ("includes", "ui/f.cpp", '#include "../sync/engine.h"\n', "not named from the root"),
    ("homes", "sync/c.cpp", "QJsonObject o;\n", "JSON only in"),
    ("homes", "inspect/b.cpp", "QJsonObject o;\n", "JSON only in"),
    ("homes", "ui/g.cpp", "#include <QSqlQuery>\n", "SQL only in"),
    ("homes", "sync/d.cpp", "int rc = sqlite3_step(s);\n", "SQL only in"),
    ("homes", "ui/h.cpp", "#include <QWebSocket>\n", "sockets only in"),
    ("homes", "app/c.cpp", "QNetworkAccessManager net;\n", "sockets only in"),
    ("homes", "core/base/d.cpp", "QTcpSocket *s = nullptr;\n", "sockets only in"),
    ("umbrellas", "ui/i.cpp", "#include <QtWidgets>\n", "umbrella include"),
    ("umbrellas", "ui/j.cpp", "#include <QtCore/QtCore>\n", "umbrella include"),
    ("sizes", "sync/e.cpp", "int i;\n" * 501, "501 lines"),
    ("sizes", "sync/e.h", "int i;\n" * 151, "151 lines"),
    ("unfinished", "docs/a.md", "TO" "DO: write\n", "TO" "DO"),
    ("unfinished", "sync/f.cpp", "// FIX" "ME\n", "FIX" "ME"),
    ("sleeps", "tests/sync/tst_a.cpp", "QTest::qSleep(5);\n", "waits by the clock"),
    ("sleeps", "tests/sync/tst_b.cpp", "QThread::sleep(5);\n", "waits by the clock"),
    ("sleeps", "tests/sync/tst_c.cpp", "std::this_thread::sleep_for(1s);\n", "waits by the clock"),
    ("sleeps", "tests/sync/tst_d.cpp", "QTest::qWait(5);\n", "waits by the clock"),
    ("paths", "sync/g.cpp", 'auto p = "/home/ana/kith";\n', "path of one machine"),
    ("paths", "docs/b.md", "see /work/main/x\n", "path of one machine"),
    ("twins", "sync/h.cpp", "if (isTwin(Twin::NoGapCheck)) return;\n", "KITH_TWIN_SITES does not list"),
    ("twins", "sync/i.h", "inline bool f() { return isTwin(Twin::End); }\n", "KITH_TWIN_SITES does not list"),
    ("twins", "cmake/KithRoom.cmake", "set(KITH_TWIN_SITES\n  sync/gone.cpp)\n", "which has no site"),
    ("threats", "docs/security.md", "| threat |\n| Rain | a roof |\n", "no test shows this"),
    ("threats", "docs/security.md", "| threat |\n| Rain | `tst_good::gone` |\n", "no test tst_good::gone"),
    ("threats", "docs/security.md", "| threat |\n| Rain | `kith-trial-safety rain` |\n", "no trial rain"),
    ("links", "docs/c.md", "[x](nowhere.md)\n", "which is not there"),
    ("links", "docs/d.md", "# Here\n[x](#there)\n", "no such heading"),
    ("links", "README.md", "Look at `core/wire/gone.h`.\n", "names core/wire/gone.h"),
)
CLEAN = (
    ("core/wire/codec.h", "#include <QJsonObject>\n#include <QtGlobal>\n"),
    ("core/store/reader.h", '#include "core/wire/codec.h"\n#include <QSqlQuery>\n'),
    ("ui/list/good.cpp", '#include "core/store/reader.h"\n// QSqlQuery and TCP stay elsewhere\n'),
    ("sync/good.cpp", '#include "core/store/mirror.h"\n#include <QWebSocket>\n'),
    ("app/cli/good.cpp", '#include "sync/good.h"\nQJsonObject line;\n'),
    ("tests/ui/tst_good.cpp", 'QTRY_VERIFY(done);\nqWaitFor(done);\n#include "tst_good.moc"\n'),
    ("README.md", "# Kith it is\n[a](#kith-it-is) [b](docs/e.md) `core/wire/*.h` `core/wire/codec`\n"),
    ("tests/server/tst_roof.cpp", "void holds()\n"),
    ("docs/security.md", "| threat | answer | by |\n| --- | --- | --- |\n| Rain | roof | `tst_roof::holds` |\n"),
    ("docs/e.md", "# E\n```\n[x](nothing.md)\n```\n<https://example.org/home/x>\n"),
)


def run(tree, names):
    return [(name, fault) for name in names for fault in CHECKS[name](tree)]


def self_test():
    def faults(files):
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files:
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return run(Tree(folder), CHECKS)

    wrong = [f"a clean tree is accused: {name}: {fault}" for name, fault in faults(CLEAN)]
    for check, file, text, message in PLANTED:
        kept = [(name, body) for name, body in CLEAN if name != file]
        found = faults(kept + [(file, text)])
        if not any(name == check and file in fault and message in fault for name, fault in found):
            wrong.append(f"{check} did not see the fault planted in {file}: {found}")
        wrong += [f"{file}: also accused by {name}: {fault}" for name, fault in found if name != check]
    untried = set(CHECKS) - {planted[0] for planted in PLANTED}
    wrong += [f"{name} has no planted fault" for name in untried]
    print("\n".join(wrong) or f"{len(PLANTED)} planted faults caught, a clean tree accepted")
    return 1 if wrong else 0


def main(arguments):
    if arguments == ["--self-test"]:
        return self_test()
    if arguments == ["--list"]:
        print("\n".join(CHECKS))
        return 0
    if not arguments or arguments[0].startswith("-") or not set(arguments[1:]) <= set(CHECKS):
        print(__doc__, file=sys.stderr)
        return 64
    found = run(Tree(arguments[0]), arguments[1:] or CHECKS)
    for _, fault in found:
        print(fault)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
