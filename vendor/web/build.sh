#!/bin/sh
# Makes src/dragoman/web/static/vendor anew: sh vendor/web/build.sh (needs npm and Python).
set -eu
cd "$(dirname "$0")"
target=../../src/dragoman/web/static/vendor
work=$(mktemp -d)
cp package.json package-lock.json entry.js "$work"
(cd "$work" && npm ci --ignore-scripts --no-audit --no-fund --silent && npx esbuild entry.js \
  --bundle --minify --format=iife --global-name=vega --target=es2022 --legal-comments=none \
  --metafile=meta.json --outfile=vega.min.js --log-level=error)
cp "$work/vega.min.js" "$target/vega.min.js"
cp "$work/node_modules/world-atlas/countries-110m.json" "$target/countries-110m.json"
python3 licences.py "$work" > "$target/LICENCES.txt"
rm -r "$work"
