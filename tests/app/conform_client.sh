#!/usr/bin/env bash
# conform_client.sh KITH_CLI URL FOLDER listen|send|edit: what kith-conform --client asks of a client, done by kith-cli.
# Each call of kith-cli is a process of its own, so the outbox has to survive them as well.
set -euo pipefail
program=$1 url=$2 folder=$3 do=$4
exec 2> >(grep -v '^Warning: secrets are kept' >&2)
cli() { "$program" --profile "$folder" --secrets file "$@"; }
printf 'conform-password\n' | cli register --server "$url" --user ana --name Ana --password-stdin >/dev/null
if [ "$do" != listen ]; then
    cli sync --once --timeout 10
    mid=$(cli send ben conform-1 --timeout 1 | cut -f1 | tail -n 1) || true # refused is an answer, too
    if [ "$do" = send ]; then
        cli send ben conform-2 --timeout 1 >/dev/null || true
    else
        cli edit "$mid" conform-2 --timeout 1 >/dev/null || true
    fi
fi
exec "$program" --profile "$folder" --secrets file tail
