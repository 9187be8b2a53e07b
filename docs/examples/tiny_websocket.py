"""Just enough of a WebSocket for minimal_client.py; Python's standard library only."""

import base64
import hashlib
import http.client
import json
import os
import socket
import struct


class WebSocket:
    """JSON messages over RFC 6455, client side. For `wss` the socket would be wrapped in TLS first."""

    def __init__(self, host, port, path, subprotocol):
        self.socket = socket.create_connection((host, port), timeout=10)
        self.stream = self.socket.makefile("rb")
        key = base64.b64encode(os.urandom(16)).decode()
        lines = (f"GET {path} HTTP/1.1", f"Host: {host}:{port}", "Upgrade: websocket", "Connection: Upgrade",
                 f"Sec-WebSocket-Key: {key}", "Sec-WebSocket-Version: 13", f"Sec-WebSocket-Protocol: {subprotocol}")
        self.socket.sendall("\r\n".join((*lines, "", "")).encode())
        status, fields = self.stream.readline().decode(), http.client.parse_headers(self.stream)
        proof = hashlib.sha1((key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").encode()).digest()
        assert status.split()[1] == "101", status
        assert fields["Sec-WebSocket-Accept"] == base64.b64encode(proof).decode()
        assert fields["Sec-WebSocket-Protocol"] == subprotocol  # P-1.2

    def send(self, frame, opcode=1):
        payload = frame if opcode != 1 else json.dumps(frame).encode()
        size, mask = len(payload), os.urandom(4)
        length = bytes([0x80 | size]) if size < 126 else b"\xfe" + struct.pack(">H", size)
        masked = bytes(byte ^ mask[i % 4] for i, byte in enumerate(payload))
        self.socket.sendall(bytes([0x80 | opcode]) + length + mask + masked)

    def close(self):
        self.stream.close()
        self.socket.close()

    def take(self, count):
        taken = self.stream.read(count)
        if len(taken) < count:
            raise ConnectionError("closed by the server")
        return taken

    def receive(self):
        message = b""
        while True:
            first, size = self.take(2)
            if size >= 126:
                size = int.from_bytes(self.take(2 if size == 126 else 8), "big")
            payload, opcode = self.take(size), first & 0x0F
            if opcode == 8:
                raise ConnectionError("closed by the server")
            if opcode == 9:
                self.send(payload, opcode=10)
            elif opcode in (0, 1):
                message += payload
                if first & 0x80:
                    return json.loads(message)
