#!/usr/bin/env bash
# Gives the tests a PostgreSQL 17 with pgvector: installs it once below ~/.cache, in a folder that it is confined to, and runs servers
# on this machine's own address, each with its own data and with every commit flushed to the disk.
#   start.sh                    starts a server and prints its address
#   start.sh standby ADDRESS    starts a standby of it and prints its address
#   start.sh crash ADDRESS      ends it without warning and starts it again
#   start.sh stop [ADDRESS]     ends it, or all, and throws the data away
set -euo pipefail
umask 022
cache="${XDG_CACHE_HOME:-$HOME/.cache}/verbatim-postgres"
root="$cache/root"
programs=/usr/lib/postgresql/17/bin
servers=/var/lib/verbatim

fail() {
  echo "$1" >&2
  exit 1
}

install_once() {
  [ -x "$root$programs/postgres" ] && return
  command -v debootstrap > /dev/null || fail 'PostgreSQL cannot be installed for the tests: debootstrap is missing. Run "apt-get install -y debootstrap".'
  mkdir -p "$cache"
  exec 9> "$cache/lock"
  flock 9 # another run may be at it
  [ -x "$root$programs/postgres" ] && return
  rm -rf "$root.new"
  debootstrap --variant=minbase --include=postgresql-17,postgresql-17-pgvector trixie "$root.new" > "$cache/install.log" 2>&1 ||
    fail "PostgreSQL cannot be installed for the tests: see $cache/install.log."
  mv "$root.new" "$root"
}

# Runs a program of PostgreSQL as its own user, which is all that it would do as root.
as_postgres() {
  chroot --userspec=postgres:postgres "$root" /usr/bin/env PATH="$programs:/usr/bin:/bin" LC_ALL=C.UTF-8 "$@" 9>&- > /dev/null
}

free_port() {
  node -e 'const s = require("node:net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close(); })'
}

port_of() {
  [[ "$1" =~ :([0-9]+)/ ]] || fail "\"$1\" is not an address that start.sh has printed."
  [ -d "$root$servers/${BASH_REMATCH[1]}" ] || fail "No server of start.sh runs at port ${BASH_REMATCH[1]}."
  echo "${BASH_REMATCH[1]}"
}

make_folder() {
  mkdir -p "$root$servers/$1"
  chroot "$root" chown -R postgres:postgres "$servers"
}

# Waits until the server answers.
run_server() {
  as_postgres pg_ctl start --wait --timeout 60 --pgdata "$servers/$1/data" --log "$servers/$1/log" ||
    fail "PostgreSQL did not start: see $root$servers/$1/log."
}

start() {
  local port password
  port=$(free_port)
  password=$(od -An -N12 -tx1 /dev/urandom | tr -d ' \n')
  make_folder "$port"
  echo "$password" > "$root$servers/$port/password"
  chroot "$root" chown postgres "$servers/$port/password"
  # An order of texts by language, as servers often have it, which is another than that of their bytes.
  as_postgres initdb --pgdata "$servers/$port/data" --username verbatim --pwfile "$servers/$port/password" --auth scram-sha-256 \
    --encoding UTF8 --locale C.UTF-8 --locale-provider icu --icu-locale en-US --no-instructions
  chroot "$root" install -o postgres -m 600 /etc/ssl/private/ssl-cert-snakeoil.key "$servers/$port/data/server.key"
  chroot "$root" install -o postgres -m 644 /etc/ssl/certs/ssl-cert-snakeoil.pem "$servers/$port/data/server.crt"
  cat >> "$root$servers/$port/data/postgresql.conf" << END
listen_addresses = '127.0.0.1'
port = $port
unix_socket_directories = ''
ssl = on
fsync = on
synchronous_commit = on
max_connections = 200
END
  run_server "$port"
  as_postgres env PGPASSWORD="$password" createdb --host 127.0.0.1 --port "$port" --username verbatim verbatim
  echo "postgres://verbatim:$password@127.0.0.1:$port/verbatim"
}

standby() {
  local origin port
  origin=$(port_of "$1")
  port=$(free_port)
  make_folder "$port"
  as_postgres pg_basebackup --dbname "${1%/*}/postgres" --pgdata "$servers/$port/data" --write-recovery-conf --checkpoint fast
  sed -i "s/^port = $origin\$/port = $port/" "$root$servers/$port/data/postgresql.conf"
  run_server "$port"
  echo "${1/:$origin\//:$port/}"
}

stop() {
  [[ "$1" =~ ^[0-9]+$ ]] || fail "\"$1\" is not a port."
  as_postgres pg_ctl stop --wait --mode fast --pgdata "$servers/$1/data" || true
  rm -rf "${root:?}$servers/$1"
}

[ "$(id -u)" -eq 0 ] || fail 'The PostgreSQL of the tests needs root, to be confined to a folder: run this with sudo.'
install_once
case "${1:-start}" in
  start) start ;;
  standby) standby "${2:-}" ;;
  crash)
    port=$(port_of "${2:-}")
    as_postgres pg_ctl stop --wait --mode immediate --pgdata "$servers/$port/data"
    run_server "$port"
    ;;
  stop)
    if [ $# -gt 1 ]; then
      port=$(port_of "$2") # by itself, so that a wrong address ends here
      stop "$port"
    else
      for folder in "$root$servers"/*/; do [ -d "$folder" ] && stop "$(basename "$folder")"; done
    fi
    ;;
  *) fail 'Expected nothing, "standby ADDRESS", "crash ADDRESS" or "stop [ADDRESS]".' ;;
esac
