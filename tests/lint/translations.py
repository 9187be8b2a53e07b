#!/usr/bin/env python3
"""The window's words in every language: complete, and fitting their sources.

    translations.py ROOT files       what is in translations/*.ts fits its sources and is finished
    translations.py ROOT sources     … and nothing of the sources is missing there (needs Qt's lupdate)
    translations.py ROOT --update    takes new words of the sources into translations/*.ts, to be translated
    translations.py --self-test      plant one fault of each kind and see that it is caught

Prints one line per fault and exits 1 when there is one. Standard library only.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from pathlib import Path

# Language: its plural forms, and of these the ones that stand for a single number, which may go unsaid.
LANGUAGES = {
    "ar": (6, (0, 1, 2)),
    "de": (2, (0,)),
    "es": (2, (0,)),
    "fr": (2, ()),
    "ru": (3, ()),
    "zh_CN": (1, ()),
}
PLURALS_ONLY = {"en": (2, (0,))}
SOURCES = ("ui", "app/desktop", "app/common", "app/inspect/bundle_dialog.cpp")
HELP = "run ./dev translations, then translate what is unfinished (docs/translating.md)"

PLACES = re.compile(r"%(?:L?\d+|L?n)")
TAGS = re.compile(r"</?[a-zA-Z][^<>]*>")
ALONE = "اأإآدذرزوؤىةء"  # Arabic letters that the next one does not join
MNEMONIC = re.compile(r"&(?!&|\s|$)")


def find_tool(name):
    for query in ("qmake6", "qmake"):
        if shutil.which(query):
            asked = subprocess.run([query, "-query", "QT_HOST_BINS"], capture_output=True, text=True, check=False)
            tool = Path(asked.stdout.strip(), name)
            if tool.is_file():
                return str(tool)
    return shutil.which(name)


def lupdate(root, folder):
    """Brings the .ts of `folder` up to date with the sources of `root`; returns what lupdate complained of."""
    tool = find_tool("lupdate")
    if not tool:
        raise SystemExit("translations.py: no lupdate here (Debian: qt6-l10n-tools)")
    said = ""
    for languages, more in ((LANGUAGES, []), (PLURALS_ONLY, ["-pluralonly"])):
        files = [str(Path(folder, f"kith_{language}.ts").resolve()) for language in languages]
        done = subprocess.run(
            [tool, "-silent", "-no-obsolete", "-locations", "none", "-source-language", "en", "-I", ".", *more,
             *SOURCES, "-ts", *files],
            cwd=root, capture_output=True, text=True, check=False)
        said += done.stdout + done.stderr
        if done.returncode != 0:
            raise SystemExit(f"translations.py: lupdate failed: {said}")
    return said


class Words:
    """One <message> of a .ts."""

    def __init__(self, context, message):
        self.context = context
        self.source = message.findtext("source") or ""
        self.hint = message.findtext("comment") or ""
        translation = message.find("translation")
        self.state = translation.get("type", "") if translation is not None else "unfinished"
        self.counted = message.get("numerus") == "yes"
        if translation is None:
            self.forms = []
        elif self.counted:
            self.forms = [form.text or "" for form in translation.findall("numerusform")]
        else:
            self.forms = [translation.text or ""]

    def key(self):
        return (self.context, self.source, self.hint, self.counted)


def read(path):
    tree = ElementTree.parse(path).getroot()
    return [Words(context.findtext("name") or "", message)
            for context in tree.findall("context") for message in context.findall("message")]


def places(text):
    """Which of %1, %L1 and %n stand there, however often and in whatever digits."""
    return {place.replace("L", "") for place in PLACES.findall(text)}


def ending(text):
    text = text.rstrip()
    for ends in (("…",), (":", "："), (".", "。", "؟", "!", "！", "?", "？")):
        if text.endswith(ends):
            return ends[0]
    return ""


def misfits(words, forms, silent):
    """What is wrong with one message; `forms` and `silent` as in LANGUAGES."""
    if not words.counted and "%n" in places(words.source):
        yield "a count that has no plural: tr(text, nullptr, n)"
    if words.state:
        yield words.state
        return
    wanted = forms if words.counted else 1
    if len(words.forms) != wanted:
        yield f"{len(words.forms)} forms instead of {wanted}"
    for i, text in enumerate(words.forms):
        if not text.strip():
            yield "empty"
            continue
        if words.hint == "date":
            continue
        lost, strange = places(words.source) - places(text), places(text) - places(words.source)
        if words.counted and i in silent:
            lost.discard("%n")
        if lost or strange:
            yield f"placeholders differ ({', '.join(sorted(lost | strange))}): {text}"
        if sorted(TAGS.findall(words.source)) != sorted(TAGS.findall(text)):
            yield f"tags differ: {text}"
        if len(MNEMONIC.findall(words.source)) != len(MNEMONIC.findall(text)):
            yield f"the letter after & is missing or too many: {text}"
        if ending(words.source) in ("…", ":") and ending(text) != ending(words.source):
            yield f"ends differently: {text}"
        if words.source.count("\n") != text.count("\n"):
            yield f"lines differ: {text}"
        if text != text.strip(" \t\n") and words.source == words.source.strip():
            yield f"blank at an end: {text!r}"


def breaks_a_letter(text):
    """Whether the & of an Arabic word stands where the mark would tear joined letters apart."""
    at = MNEMONIC.search(text)
    if not at:
        return False
    before, letter, after = text[at.start() - 1 : at.start()], text[at.end()], text[at.end() + 1 : at.end() + 2]
    joins_on = "\u0620" <= letter <= "\u064a" and letter not in ALONE and after.isalpha()
    joined_to = before.isalpha() and before not in ALONE
    return joins_on or joined_to


def check_files(folder):
    faults = []
    for language, (forms, silent) in {**LANGUAGES, **PLURALS_ONLY}.items():
        path = Path(folder, f"kith_{language}.ts")
        if not path.is_file():
            faults.append(f"{path.name}: is not there; {HELP}")
            continue
        for words in read(path):
            for fault in misfits(words, forms, silent):
                faults.append(f"{path.name}: {words.context}: \"{words.source}\": {fault}")
            if language == "ar" and any(breaks_a_letter(text) for text in words.forms):
                faults.append(f"{path.name}: {words.context}: \"{words.source}\": & stands between joined letters")
    return faults


def check_contexts(root, said):
    """A tr() outside of a class with Q_OBJECT finds its words only when it names the context that lupdate saw."""
    faults = []
    for file, context in sorted(set(re.findall(r"^(.+?):\d+: Class '(.+?)' lacks Q_OBJECT macro", said, re.M))):
        path = Path(root, file)
        if f'translate("{context}"' not in path.read_text(encoding="utf-8"):
            faults.append(f"{path.relative_to(Path(root).resolve()) if path.is_absolute() else file}: tr() is of the "
                          f"context '{context}' for lupdate; let it call translate(\"{context}\", …), or add "
                          f"Q_DECLARE_TR_FUNCTIONS({context})")
    return faults


def check_sources(root):
    folder = Path(root, "translations")
    with tempfile.TemporaryDirectory() as copy:
        for path in folder.glob("kith_*.ts"):
            shutil.copy(path, copy)
        faults = check_contexts(root, lupdate(root, copy))
        for language in {**LANGUAGES, **PLURALS_ONLY}:
            name = f"kith_{language}.ts"
            kept, now = read(folder / name), read(Path(copy, name))
            have = {words.key() for words in kept if not words.state}
            need = {words.key() for words in now}
            for context, source, _, _ in sorted(need - have):
                faults.append(f"{name}: {context}: \"{source}\": not translated; {HELP}")
            for context, source, _, _ in sorted({words.key() for words in kept} - need):
                faults.append(f"{name}: {context}: \"{source}\": no longer in the sources; {HELP}")
    return faults


def self_test():
    def message(source, *forms, counted=False, state=""):
        kind = f' type="{state}"' if state else ""
        inner = "".join(f"<numerusform>{form}</numerusform>" for form in forms) if counted else forms[0]
        return ElementTree.fromstring(
            f'<message{" numerus=" + chr(34) + "yes" + chr(34) if counted else ""}><source>{source}</source>'
            f"<translation{kind}>{inner}</translation></message>")

    good = [
        (message("Send %1", "%1 senden"), 2, (0,)),
        (message("%n files", "eine Datei", "%n Dateien", counted=True), 2, (0,)),
        (message("%Ln files", "%Ln файл", "%n файла", "%Ln файлов", counted=True), 3, ()),
        (message("&amp;Look…", "A&amp;nsicht…"), 2, ()),
    ]
    bad = [
        (message("Send", ""), 2, ()),
        (message("Send", "Senden", state="unfinished"), 2, ()),
        (message("Send", "Senden", state="vanished"), 2, ()),
        (message("Send %1", "Senden"), 2, ()),
        (message("Send %1", "%2 senden"), 2, ()),
        (message("%n files", "%n файл", "%n файла", counted=True), 3, ()),
        (message("%n files", "один файл", "%n файла", "%n файлов", counted=True), 3, ()),
        (message("%n files", "eine Datei", "Dateien", counted=True), 2, (0,)),
        (message("&amp;Look", "Ansicht"), 2, ()),
        (message("Save…", "Sichern"), 2, ()),
        (message("a &lt;b&gt;c&lt;/b&gt;", "a c"), 2, ()),
        (message("Send", " Senden"), 2, ()),
        (message("%n files", "%n Dateien"), 2, ()),
    ]
    faults = [f"found fault with {m.findtext('source')}" for m, forms, silent in good
              if list(misfits(Words("x", m), forms, silent))]
    faults += [f"did not see what is wrong with {ElementTree.tostring(m, 'unicode')}" for m, forms, silent in bad
               if not list(misfits(Words("x", m), forms, silent))]
    faults += [f"misjudged the letter after & in {text}" for text, torn in
               (("&المظهر", False), ("ال&مظهر", True), ("الإشعا&رات", False), ("&حول", True), ("حو&ل", False))
               if breaks_a_letter(text) != torn]
    with tempfile.TemporaryDirectory() as root:
        for place in SOURCES:
            path = Path(root, place)
            (path if not path.suffix else path.parent).mkdir(parents=True, exist_ok=True)
        Path(root, SOURCES[-1]).write_text("", encoding="utf-8")
        Path(root, "translations").mkdir()
        Path(root, "ui/one.h").write_text("class One { Q_OBJECT };", encoding="utf-8")
        Path(root, "ui/one.cpp").write_text('#include "ui/one.h"\nQString One::a() { return tr("First"); }\n'
                                            'namespace deep { QString b() { return tr("Outside"); } }\n',
                                            encoding="utf-8")
        said = lupdate(root, Path(root, "translations"))
        if not any("translate(\"deep\"" in fault for fault in check_contexts(root, said)):
            faults.append("did not see a tr() without its context")
        if not any("First" in fault and "not translated" in fault for fault in check_sources(root)):
            faults.append("did not see a string of the sources that has no translation")
        Path(root, "ui/one.cpp").write_text("", encoding="utf-8")
        if not any("no longer in the sources" in fault for fault in check_sources(root)):
            faults.append("did not see a string that left the sources")
    return faults


def main(arguments):
    if arguments == ["--self-test"]:
        faults = self_test()
    elif len(arguments) == 2 and arguments[1] == "files":
        faults = check_files(Path(arguments[0], "translations"))
    elif len(arguments) == 2 and arguments[1] == "sources":
        faults = check_sources(arguments[0])
    elif len(arguments) == 2 and arguments[1] == "--update":
        folder = Path(arguments[0], "translations")
        said = lupdate(arguments[0], folder)
        faults = check_contexts(arguments[0], said) + check_files(folder)
    else:
        print(__doc__, file=sys.stderr)
        return 64
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    os.environ.setdefault("LC_ALL", "C.UTF-8")
    sys.exit(main(sys.argv[1:]))
