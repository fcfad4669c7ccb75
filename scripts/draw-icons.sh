#!/bin/sh
# scripts/draw-icons.sh: draws the pictures of assets/icons from its two SVG files. Needs ImageMagick; run it when one changes.
set -eu
cd "$(dirname "$0")/../assets/icons"
large=$(mktemp -d)
trap 'rm -r "$large"' EXIT

for icon in app plan; do
  # Four times the largest size: each dot of a picture is then the average of many.
  convert -background none -density 384 "$icon.svg" -resize 2048x2048 -depth 8 "$large/$icon.png"
  for size in 16 24 32 48 64 128 256 512; do
    convert "$large/$icon.png" -filter Box -resize "${size}x$size" -depth 8 -strip \
      -define png:exclude-chunks=date,time -define png:compression-level=9 "$large/$icon-$size.png"
  done
  # Windows wants one file with all sizes.
  (cd "$large" && convert "$icon-16.png" "$icon-24.png" "$icon-32.png" "$icon-48.png" "$icon-64.png" "$icon-256.png" "$icon.ico")
  cp "$large/$icon.ico" .
done
for size in 16 24 32 48 64 128 256 512; do cp "$large/app-$size.png" "$size.png"; done
cp "$large/app-512.png" app.png
cp "$large/plan-256.png" plan.png
