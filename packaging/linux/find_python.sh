#!/bin/sh
# Print the first Python that the pinned versions support.
for name in python3.11 python3.12 python3 python3.13 python3.14; do
  if command -v "$name" >/dev/null 2>&1 &&
    "$name" -c 'import sys; raise SystemExit(not (3, 11) <= sys.version_info[:2] < (3, 15))' 2>/dev/null; then
    command -v "$name"
    exit 0
  fi
done
echo "ShopDesk needs Python 3.11 or newer: sudo apt-get install python3 python3-venv" >&2
exit 1
