#!/usr/bin/python3
"""Draws build/icon.svg, build/icon.png and assets/icon.png: 专 in white on a red square.

Usage: build/make-icon.py FONT   (an OFL font with the character, such as Noto Serif SC Bold; needs fontTools, Chromium and ImageMagick)
"""
import subprocess
import sys
from pathlib import Path

from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

SIDE = 512
MARGIN = 84  # clear red around the character, in pixels of the 512 px square
ROOT = Path(__file__).resolve().parent.parent


def glyph_path(font_file: str) -> str:
    """The outline of 专, scaled and centred in the square, as SVG path data."""
    font = TTFont(font_file, fontNumber=0)
    glyphs = font.getGlyphSet()
    glyph = glyphs[font.getBestCmap()[ord('专')]]
    bounds = BoundsPen(glyphs)
    glyph.draw(bounds)
    left, bottom, right, top = bounds.bounds
    scale = (SIDE - 2 * MARGIN) / max(right - left, top - bottom)
    shift_x = (SIDE - (right + left) * scale) / 2
    shift_y = (SIDE + (top + bottom) * scale) / 2
    path = SVGPathPen(glyphs, ntos=lambda value: f'{value:.1f}')
    glyph.draw(TransformPen(path, (scale, 0, 0, -scale, shift_x, shift_y)))
    return path.getCommands()


svg = ROOT / 'build' / 'icon.svg'
svg.write_text(
    f'<svg xmlns="http://www.w3.org/2000/svg" width="{SIDE}" height="{SIDE}" viewBox="0 0 {SIDE} {SIDE}">'
    f'<rect width="{SIDE}" height="{SIDE}" rx="72" fill="#b3261e"/><path fill="#fff" d="{glyph_path(sys.argv[1])}"/></svg>\n'
)
large = ROOT / 'build' / 'icon.png'
subprocess.run(
    ['chromium', '--headless', '--no-sandbox', '--hide-scrollbars', '--default-background-color=00000000', f'--window-size={SIDE},{SIDE}', f'--screenshot={large}', svg.as_uri()],
    check=True, stderr=subprocess.DEVNULL,
)
subprocess.run(['convert', str(large), '-resize', '256x256', '-strip', str(ROOT / 'assets' / 'icon.png')], check=True)
