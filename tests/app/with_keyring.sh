#!/usr/bin/env bash
# with_keyring.sh unlocked|locked|absent PROGRAM…: runs a test beside a Secret Service of its own, in that state,
# on a session bus and in a home folder of its own. "locked" first stores a secret under an unlocked keyring (the test
# runs once as "filling"), then starts the service anew without its password, as after a log-in without one.
# Needs dbus-run-session and gnome-keyring-daemon.
set -euo pipefail
state=$1
shift
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
mkdir -m 700 "$home/run"
# A desktop's variables would make QtKeychain choose KWallet.
unset XDG_CURRENT_DESKTOP DESKTOP_SESSION KDE_FULL_SESSION GNOME_KEYRING_CONTROL DISPLAY WAYLAND_DISPLAY
export HOME=$home XDG_RUNTIME_DIR=$home/run XDG_DATA_HOME=$home/data

if [ "$state" = absent ]; then
    KITH_TEST_KEYRING=absent DBUS_SESSION_BUS_ADDRESS=unix:path=$home/nobody "$@"
    exit
fi

cat >"$home/inside" <<'INSIDE'
set -u
daemon=
start() { # start [--unlock]
    gnome-keyring-daemon "$@" --components=secrets --foreground >/dev/null 2>&1 <<<"" &
    daemon=$!
    # Ready when its name is on the bus; bounded, and the test tells if it never came.
    timeout 10 bash -c 'until dbus-send --session --print-reply --dest=org.freedesktop.DBus / \
        org.freedesktop.DBus.NameHasOwner string:org.freedesktop.secrets 2>/dev/null | grep -q "boolean true"; do
        read -rt 0.05 <> <(:) || :; done'
}
stop() { kill "$daemon" 2>/dev/null; wait "$daemon" 2>/dev/null; }
if [ "$STATE" = unlocked ]; then
    start --unlock
    KITH_TEST_KEYRING=unlocked "$@"
    code=$?
else
    start --unlock
    KITH_TEST_KEYRING=filling "$@"
    code=$?
    stop
    start
    [ $code -eq 0 ] && { KITH_TEST_KEYRING=locked "$@"; code=$?; }
fi
stop
exit $code
INSIDE
STATE=$state dbus-run-session -- bash "$home/inside" "$@"
