#!/usr/bin/env python3
"""with_server.py SERVER [--OPTION=VALUE…] PROGRAM…: starts a server on a free port with a fresh folder, runs PROGRAM with the
server's address as its last argument, stops the server and exits as the program did."""

import itertools
import subprocess
import sys
import tempfile


def main(server, *program):
    with tempfile.TemporaryDirectory() as folder:
        options = list(itertools.takewhile(lambda word: word.startswith("--"), program))
        program = program[len(options) :]
        command = [server, *options, "--listen", "127.0.0.1:0", "--data", folder, "--password-cost", "low"]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
            try:
                ready, _, url = process.stdout.readline().strip().rpartition(" ")
                if ready != "kith-server ready":
                    sys.exit("the server did not start")
                status = subprocess.call([*program, url])
            finally:
                process.terminate()
        if process.returncode != 0:
            sys.exit(f"the server exited with {process.returncode}")
    return status


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
