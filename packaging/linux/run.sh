#!/bin/sh
# Open the window on the sample shop; without a display, take pictures of it on a virtual one and say so.
set -eu
cd "$(dirname "$0")/../.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
  exec .venv/bin/python -m shopdesk --sample
fi
echo "There is no display here: opening the sample shop on a virtual one and taking pictures instead."
exec packaging/linux/screens.sh
