#!/usr/bin/env python3
"""keep_schema.py BIN TREE: keeps a file of today's schemas, made by the programs in BIN, in the source tree TREE:
tests/store/old/vNNN.db (a client's mirror) and tests/server/old/vNNN.db. Files that are there already stay as they are.

Run it when a schema gets a new version, and commit what it makes: store/tst_upgrade and server/tst_upgrade ask for it,
and from then on bring every kept file up to each later schema. What is in the files is made up, their keys too."""

import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path


class Server:
    def __init__(self, program, folder):
        self.command = [program, "--data", folder, "--password-cost", "low", "--rate-limits", "off"]
        self.port = 0

    def __enter__(self):
        listen = ["--listen", f"127.0.0.1:{self.port}"]
        self.process = subprocess.Popen(self.command + listen, stdout=subprocess.PIPE, text=True)
        ready, _, self.url = self.process.stdout.readline().strip().rpartition(" ")
        if ready != "kith-server ready":
            sys.exit("the server did not start")
        self.port = int(self.url.rpartition(":")[2])
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.communicate()


class Person:
    def __init__(self, program, folder, login):
        self.command = [program, "--profile", folder / login, "--secrets", "file"]
        self.folder, self.login = folder / login, login

    def run(self, *verb, text=None):
        done = subprocess.run([*self.command, *verb], input=text, capture_output=True, text=True)
        if done.returncode:
            sys.exit(f"{self.login}: {' '.join(verb)}: {done.stderr}")
        return done.stdout.split("\t")[0].strip()

    def register(self, server):
        self.run("register", "--server", server.url, "--user", self.login, "--name", self.login.title(),
                 "--password-stdin", text="a made up password\n")  # fmt: skip

    def mirror(self):
        return next(self.folder.glob("accounts/*/kith.db"))


def live(program, folder):
    """Everything that people do, told in time, refused and still waiting."""
    server = Server(program("kith-server"), folder / "server")
    ana, ben, cara = people = [Person(program("kith-cli"), folder, name) for name in ("ana", "ben", "cara")]
    with server:
        for person in people:
            person.register(server)
        first = ana.run("send", "ben", "Hello Ben", "--wait", "sent")
        ben.run("sync", "--once")
        ben.run("reply", first, "Hello Ana, grüß dich 👋", "--wait", "sent")
        ben.run("react", first, "👍")
        ana.run("sync", "--once")
        ana.run("edit", first, "Hello Ben, again")
        ana.run("delete", ana.run("send", "ben", "not meant for you", "--wait", "sent"))
        ben.run("group", "Club", "ana", "cara")
        ana.run("group", "Team", "ben", "cara")
        ana.run("sync", "--once")
        ben.run("sync", "--once")
        for n in range(12):
            ana.run("send", "Team", f"Plan for day {n}\nwith a second line", "--wait", "sent")
            ben.run("send", "Team", f"Day {n} fits", "--wait", "sent")
        ana.run("remove", "Team", "cara")
        ana.run("sync", "--once")
        ana.run("read", "ben")
    ana.run("send", "Club", "nobody will hear this", "--timeout", "1")
    with server:
        ben.run("remove", "Club", "ana")
        ana.run("sync", "--once")  # refused: no longer a member
        ben.run("send", "ana", "Are you there?", "--wait", "sent")
        cara.run("send", "ana", "A message of Cara", "--wait", "sent")
        ana.run("sync", "--once")
    ana.run("send", "ben", "waits: one", "--timeout", "1")
    waiting = ana.run("send", "Team", "waits: two", "--timeout", "1")
    ana.run("reply", waiting, "waits: an answer", "--timeout", "1")
    ana.run("edit", first, "waits: an edit", "--timeout", "1")
    ana.run("react", waiting, "🎉", "--timeout", "1")
    ana.run("read", "ben", "--timeout", "1")
    ana.run("read", "cara", "--timeout", "1")
    with closing(sqlite3.connect(ana.mirror())) as db, db:  # as typed in the window
        db.execute("INSERT OR REPLACE INTO drafts (chat_pk, text, ver, dirty, updated)"
                   " SELECT pk, 'typed and not sent', 3, 1, act FROM chats WHERE title = 'Team'")  # fmt: skip
        db.execute("INSERT OR REPLACE INTO drafts (chat_pk, text, ver, dirty, updated)"
                   " SELECT pk, 'known to the server', 2, 0, act FROM chats WHERE title = 'Club'")  # fmt: skip
        db.execute("INSERT INTO draft_history (chat_pk, text, at) SELECT pk, 'an earlier draft', act FROM chats")
    return ana.mirror(), folder / "server" / "kith-server.db"


def keep(file, place):
    with closing(sqlite3.connect(file)) as db:
        version = db.execute("PRAGMA user_version").fetchone()[0]
        target = place / f"v{version:03}.db"
        if target.exists():
            print(f"{target} is kept already")
            return
        db.execute("VACUUM INTO ?", [str(target)])
        print(f"{target}: {target.stat().st_size} bytes")


def main(programs, tree):
    with tempfile.TemporaryDirectory() as folder:
        mirror, server = live(lambda name: str(Path(programs, name)), Path(folder))
        keep(mirror, Path(tree, "tests/store/old"))
        keep(server, Path(tree, "tests/server/old"))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
