#!/bin/sh
# Save a picture of every tab and dialog of the sample shop: both languages, both looks, under build/screens.
set -eu
cd "$(dirname "$0")/../.."
out=build/screens
rm -rf "$out"
mkdir -p "$out"
workspace="$out/sample.shopdesk"
.venv/bin/python -m shopdesk import resources/sample --workspace "$workspace" --sample
for lang in zh_CN en; do
  for theme in light dark; do
    xvfb-run -a -s "-screen 0 2732x1536x24" .venv/bin/python -m shopdesk screens \
      --workspace "$workspace" --out "$out/${lang}_$theme" --lang "$lang" --theme "$theme" --size 1366x768
  done
done
rm -f "$workspace"*
echo "Pictures are under $out/"
