#!/bin/sh
# Install the system libraries that Qt needs, where that is allowed; otherwise print the one line to type.
set -eu
here=$(dirname "$0")
command -v dpkg-query >/dev/null 2>&1 || exit 0 # not a Debian-like system: Qt names a missing library itself

installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -q '^installed'; }

missing=""
for name in $(cat "$here/packages.txt") xvfb xauth binutils; do
  # Newer Debians rename libraries (libglib2.0-0 became libglib2.0-0t64).
  installed "$name" || installed "${name}t64" || missing="$missing $name"
done
python=$("$here/find_python.sh")
"$python" -c 'import ensurepip' 2>/dev/null || missing="$missing python3-venv"
[ -n "$missing" ] || exit 0

if [ "$(id -u)" = 0 ]; then
  as_root=""
elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
  as_root="sudo"
else
  echo "Please type this line once, then try again:" >&2
  echo "  sudo apt-get install -y$missing" >&2
  exit 1
fi
echo "Installing system libraries:$missing"
export DEBIAN_FRONTEND=noninteractive
$as_root apt-get update -qq
# shellcheck disable=SC2086  # a list of names
$as_root apt-get install -y -qq --no-install-recommends $missing >/dev/null
