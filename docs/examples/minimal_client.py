#!/usr/bin/env python3
"""A minimal Kith client, written from docs/protocol.md alone; Python's standard library only.

    minimal_client.py http://127.0.0.1:8480

registers two people, Ana and Ben, and lets them talk: messages, a repetition, receipts, an edit that meets a conflict,
a catch-up, and a reconnect proved by digests. It prints what happens and exits 0 when all of it went as the protocol
says. The mirror is kept in memory; a real client keeps mirror and outbox on its disk (P-6.2, P-6.7).
"""

import base64
import hashlib
import http.client
import json
import os
import struct
import sys
import time
import urllib.parse

from tiny_websocket import WebSocket

ZERO = [0, "0" * 16]  # the position before the first change


def text_of(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def bytes_of(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def mint():
    """A UUID of version 7 in 22 characters (P-2.1)."""
    raw = bytearray(int(time.time() * 1000).to_bytes(6, "big") + os.urandom(10))
    raw[6], raw[8] = raw[6] & 0x0F | 0x70, raw[8] & 0x3F | 0x80
    return text_of(bytes(raw))


class Refused(Exception):  # its argument is the `err` that a request got
    pass


class Device:
    """One device of one user: signs in, keeps a mirror current by the interval rule, writes."""

    def __init__(self, url):
        self.address = urllib.parse.urlsplit(url).hostname, urllib.parse.urlsplit(url).port
        self.epoch, self.upos, self.state, self.chats = None, ZERO, {}, {}

    def post(self, path, **body):  # section 4
        connection = http.client.HTTPConnection(*self.address, timeout=10)
        connection.request("POST", path, json.dumps(body))
        answer = connection.getresponse()
        body = json.loads(answer.read())
        assert answer.status in (200, 201), (path, answer.status, body)
        return body

    def sign(self, verb, **who):
        account = self.post(f"/v1/{verb}", device={"name": "example", "app": "minimal_client 1"}, **who)
        self.user, self.refresh = account["user"], account["refresh"]

    def connect(self):  # section 5
        access = self.post("/v1/token", refresh=self.refresh)["access"]
        self.socket, self.last_id, self.answers = WebSocket(*self.address, "/v1/ws", "kith.v1"), 0, {}
        held = {"epoch": self.epoch, "upos": self.upos, "dig": self.digests()} if self.epoch else {}
        answer = self.request("hello", v=[1, 1], token=access, app="minimal_client/1", **held)
        assert answer["user"] == self.user  # P-9.1
        if (self.epoch, self.upos) != (answer["epoch"], answer["upos"]):
            self.usync()
        for chat, rev, tag, rx, _, _ in answer["dirty"]:
            mine = self.chats.get(chat, self.nothing())
            if (mine["epoch"], mine["at"], mine["rx"]) != (answer["epoch"], [rev, tag], rx):
                self.sync(chat)
        return answer

    def disconnect(self):
        self.socket.close()

    def request(self, t, /, **fields):
        self.last_id = frame_id = self.last_id + 1
        self.socket.send({"t": t, "id": frame_id, **fields})
        while frame_id not in self.answers:
            self.hear()
        if self.answers[frame_id]["t"] == "err":
            raise Refused(self.answers.pop(frame_id))
        return self.answers.pop(frame_id)

    def hear(self):
        frame = self.socket.receive()
        if "id" in frame:  # of this request, or of one further out: handling a push may ask something itself
            self.answers[frame["id"]] = frame
        else:
            self.push(frame)

    def until(self, condition):
        while not condition():  # the socket's time limit ends a wait that is in vain
            self.hear()

    # ---- the mirror: section 6

    def push(self, frame):
        if frame["t"] == "ev" and not self.interval(frame):
            self.sync(frame["chat"])
        elif frame["t"] == "uev":
            if (frame["epoch"], frame["f"]) == (self.epoch, self.upos):
                self.upos = frame["to"]
                self.states(frame["rows"])
            elif frame["epoch"] != self.epoch or frame["to"][0] > self.upos[0]:
                self.usync()
        elif frame["t"] == "rx" and frame["chat"] in self.chats:
            chat = self.chats[frame["chat"]]
            self.marks(chat, frame["mem"])  # true in any case (P-10.1)
            if frame["f"] == chat["rx"]:
                chat["rx"] = frame["to"]
            elif frame["to"] > chat["rx"]:
                self.sync(frame["chat"])
        elif frame["t"] == "poke":
            self.sync(frame["chat"])
        elif frame["t"] in ("bye", "err"):
            raise ConnectionError(f"the server says {frame}")

    def interval(self, frame):
        """P-6.5; false means a gap. A real client would hold the frame for a moment (P-6.6)."""
        chat = self.chats.setdefault(frame["chat"], self.nothing())
        if chat["epoch"] not in (None, frame["epoch"]) or frame["f"] != chat["at"]:
            return chat["epoch"] == frame["epoch"] and frame["to"][0] <= chat["at"][0]
        self.rows(chat, frame["rows"])
        chat.update(epoch=frame["epoch"], at=frame["to"], seq=frame["seq"])
        return True

    @staticmethod
    def nothing():
        return {"epoch": None, "at": ZERO, "rx": 0, "seq": 0, "rows": {}, "marks": {}, "left": False}

    @staticmethod
    def rows(chat, rows):  # P-6.7
        identity = {"react": ("mid", "by", "emoji"), "mem": ("user",), "chat": (), None: ("mid",)}
        for row in rows:
            key = (row.get("k"), *(row[name] for name in identity.get(row.get("k"), ("rev",))))
            if row["rev"] >= chat["rows"].get(key, row)["rev"]:
                chat["rows"][key] = row

    @staticmethod
    def marks(chat, marks):  # P-6.15
        for user, *told in marks:
            chat["marks"][user] = [max(pair) for pair in zip(chat["marks"].get(user, (0, 0)), told)]

    def states(self, rows):
        for row in rows:
            self.state[row["kind"], row["key"]] = row
            if row["kind"] == "chat" and row["value"]["left"]:
                self.chats.setdefault(row["key"], self.nothing())["left"] = True
            elif row["kind"] == "chat" and row["key"] not in self.chats:
                self.sync(row["key"])  # P-8.1

    def sync(self, name):
        more = True
        while more:
            chat = self.chats.setdefault(name, self.nothing())
            asked = {"epoch": chat["epoch"]} if chat["epoch"] else {}
            answer = self.request("sync", chat=name, at=chat["at"], rx=chat["rx"], **asked)
            if answer["f"] == chat["at"]:  # else pushes moved the cursor meanwhile (P-6.8): ask again
                self.rows(chat, [answer["info"]] if answer["t"] == "reset" else [])
                self.rows(chat, answer["rows"])
                self.marks(chat, answer["mem"])
                chat.update(epoch=answer["epoch"], at=answer["to"], rx=answer["rx"], seq=answer["seq"])
                more = answer.get("more", False)

    def usync(self):
        more = True
        while more:
            answer = self.request("usync", at=self.upos, **({"epoch": self.epoch} if self.epoch else {}))
            if answer["f"] == self.upos:
                self.epoch, self.upos, more = answer["epoch"], answer["to"], answer.get("more", False)
                self.states(answer["rows"])

    def digests(self):  # section 14
        buckets = [0] * 64
        for name, chat in self.chats.items():
            if chat["epoch"] == self.epoch and not chat["left"]:
                cursor = struct.pack(">QQQ", chat["at"][0], int(chat["at"][1], 16), chat["rx"])
                digest = hashlib.sha256(bytes_of(self.epoch) + bytes_of(name) + cursor).digest()
                buckets[bytes_of(name)[-1] % 64] ^= int.from_bytes(digest[:8], "big")
        return text_of(b"".join(bucket.to_bytes(8, "big") for bucket in buckets))

    # ---- what a person does: section 9

    def write(self, t, /, **fields):
        answer = self.request(t, **fields)
        self.rows(self.chats.setdefault(answer["chat"], self.nothing()), answer["rows"])
        return answer

    def talk(self, chat):
        messages = [row for row in self.chats[chat]["rows"].values() if "k" not in row]
        return [row["body"] for row in sorted(messages, key=lambda row: row["seq"])]


def main(url):
    names = [f"{name}-{os.urandom(4).hex()}" for name in ("ana", "ben")]
    ana, ben, phone = Device(url), Device(url), Device(url)
    ana.sign("register", login=names[0], password="correct horse battery", name="Ana Duarte")
    ben.sign("register", login=names[1], password="a long enough secret", name="Ben Okafor")
    ana.connect()
    ben.connect()
    print("Ana and Ben are registered and connected")

    found = ana.request("users.find", q=names[1])["users"]
    assert [user["user"] for user in found] == [ben.user]
    chat = ana.write("chat.new", chat=mint(), op=mint(), kind="direct", members=[ben.user])["chat"]
    mid = mint()
    for _ in range(2):  # the first answer might have been lost: the same again changes nothing
        ana.write("send", chat=chat, mid=mid, body="Hi Ben!")
    ben.until(lambda: chat in ben.chats and ben.talk(chat))
    assert ben.talk(chat) == ["Hi Ben!"]
    print("Ben has Ana's message, once although it was sent twice")

    assert ben.request("rcpt", items=[[chat, 1, 1]])["items"] == [[chat, 1, 1, 0]]
    ana.until(lambda: ana.chats[chat]["marks"].get(ben.user) == [1, 1])
    print("Ana sees that Ben has seen it")

    ana.disconnect()
    ben.write("send", chat=chat, mid=mint(), body="Lunch at noon?")
    phone.sign("login", login=names[0], password="correct horse battery")
    phone.connect()  # her second device, which edits what the first one will edit too
    phone.write("edit", chat=chat, mid=mid, op=mint(), base=0, body="Hello Ben!")
    assert [head[0] for head in ana.connect()["dirty"]] == [chat]
    assert ana.talk(chat) == ["Hello Ben!", "Lunch at noon?"]
    print("Ana's first device was away; its digests showed which chat to ask for")

    edit = {"chat": chat, "mid": mid, "op": mint(), "body": "Hi, Ben!"}
    try:
        ana.write("edit", base=0, **edit)
        raise AssertionError("that was an edit of an old version")
    except Refused as refused:
        assert refused.args[0]["class"] == "rebase"
        ana.write("edit", base=refused.args[0]["rows"][0]["ev"], **edit)  # P-6.18
    ben.until(lambda: ben.talk(chat) == ["Hi, Ben!", "Lunch at noon?"])
    print("Her edit met a conflict, was made anew on the newer version, and reached Ben")

    ana.until(lambda: ana.chats[chat]["at"] == ben.chats[chat]["at"])
    ana.disconnect()
    assert ana.connect()["dirty"] == [] and ana.talk(chat) == ben.talk(chat)
    print("Ana reconnected: 64 equal digests prove that she lacks nothing")


if __name__ == "__main__":
    main(sys.argv[1]) if len(sys.argv) == 2 else sys.exit(__doc__)
