#!/bin/sh
# Makes assets/fonts/*.ttf, shared/layout/font-coverage-data.ts and latin-widths-data.ts from open fonts; the same sources give the same bytes.
# Needs Debian 12 (apt-get, dpkg), npm, network, and python3 with fontTools, brotli and numpy
# (python3-fonttools python3-brotli python3-numpy). Takes about five minutes. Nothing is installed.
#
#   build/fonts/make-fonts.sh [FOLDER]    FOLDER keeps the downloads (default: a temporary folder, removed at the end)
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
if [ $# -gt 0 ]; then
  mkdir -p "$1"
  work=$(cd "$1" && pwd)
else
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
fi
cd "$work"

for package in texlive-lang-chinese fonts-lxgw-wenkai fonts-noto-cjk fonts-liberation2 fonts-crosextra-carlito fonts-crosextra-caladea; do
  if [ ! -d "$package" ]; then
    apt-get download "$package"
    dpkg -x "$package"_*.deb "$package"
  fi
done
mkdir -p sources/fandol sources/lxgw sources/noto-cjk sources/liberation sources/carlito sources/caladea
cp fonts-liberation2/usr/share/fonts/truetype/liberation2/LiberationS*.ttf sources/liberation/
cp fonts-crosextra-carlito/usr/share/fonts/truetype/crosextra/Carlito-*.ttf sources/carlito/
cp fonts-crosextra-caladea/usr/share/fonts/truetype/crosextra/Caladea-*.ttf sources/caladea/
cp texlive-lang-chinese/usr/share/texlive/texmf-dist/fonts/opentype/public/fandol/FandolFang-Regular.otf sources/fandol/
cp fonts-lxgw-wenkai/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf sources/lxgw/
cp fonts-lxgw-wenkai/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKaiMono-Regular.ttf sources/lxgw/
for name in NotoSansCJK-Regular NotoSerifCJK-Regular NotoSerifCJK-Bold; do
  cp "fonts-noto-cjk/usr/share/fonts/opentype/noto/$name.ttc" sources/noto-cjk/
done
for name in noto-serif-sc noto-sans-sc; do
  if [ ! -d "sources/$name" ]; then
    npm pack --silent "@fontsource/$name@5.3.0"
    mkdir -p "sources/$name"
    tar -xzf "fontsource-$name-5.3.0.tgz" -C "sources/$name" --strip-components=1
  fi
done

PYTHONDONTWRITEBYTECODE=1 /usr/bin/python3 "$here/make-fonts.py" sources "$root/assets/fonts" "$root/shared/layout"

licenses=$root/assets/fonts/LICENSES
mkdir -p "$licenses"
zcat texlive-lang-chinese/usr/share/doc/texlive-doc/fonts/fandol/COPYING.gz > "$licenses/Fandol-GPL-3.0.txt"
cp texlive-lang-chinese/usr/share/doc/texlive-doc/fonts/fandol/README "$licenses/Fandol-README.txt"
cp fonts-lxgw-wenkai/usr/share/doc/fonts-lxgw-wenkai/copyright "$licenses/LXGW-WenKai-OFL-1.1.txt"
cp fonts-liberation2/usr/share/doc/fonts-liberation2/copyright "$licenses/Liberation-OFL-1.1.txt"
cp fonts-crosextra-carlito/usr/share/doc/fonts-crosextra-carlito/copyright "$licenses/Carlito-OFL-1.1.txt"
cp fonts-crosextra-caladea/usr/share/doc/fonts-crosextra-caladea/copyright "$licenses/Caladea-OFL-1.1.txt"
cp sources/noto-serif-sc/LICENSE "$licenses/Noto-Serif-SC-OFL-1.1.txt"
cp sources/noto-sans-sc/LICENSE "$licenses/Noto-Sans-SC-OFL-1.1.txt"
