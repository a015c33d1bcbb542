"""TrueType outlines from any font: collecting, widening to one em, emboldening."""
from array import array

import numpy
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._g_l_y_f import GlyphCoordinates, flagOverlapSimple

EM = 1000

HALF = EM // 2
# Half an em wide in the official faces, as in every GB 2312 font: ASCII, the no-break space and the degree sign.
HALF_WIDE = {*range(0x20, 0x7F), 0xA0, 0xB0}
OPENING = set("“‘")
CLOSING = set("”’")
DASHES = set("—―")


def gb2312_rows(first, last):
    """Characters of GB 2312 rows (区) first to last."""
    found = set()
    for row in range(first, last + 1):
        for cell in range(1, 95):
            try:
                found.add(bytes([row + 0xA0, cell + 0xA0]).decode("gb2312"))
            except UnicodeDecodeError:
                pass
    return found


def collect(font, wanted, taken):
    """Adds to `taken` code point → (glyph, advance) for the wanted code points of `font` it lacks, as quadratic outlines in 1000 units."""
    glyphs, metrics, scale = font.getGlyphSet(), font["hmtx"], EM / font["head"].unitsPerEm
    is_cubic = "CFF " in font
    for code, name in font.getBestCmap().items():
        if code not in wanted or code in taken:
            continue
        pen = TTGlyphPen(None)
        # CFF contours turn the other way round than TrueType's.
        target = Cu2QuPen(pen, max_err=1.0, reverse_direction=True) if is_cubic else pen
        if is_cubic:
            glyphs[name].draw(target)
        else:
            glyphs[name].draw(DecomposingPen(target, glyphs))
        assert scale == 1, "sources are drawn on 1000 units"
        glyph = pen.glyph()
        turn_clockwise(glyph)
        taken[code] = (glyph, metrics[name][0])


class DecomposingPen(DecomposingRecordingPen):
    """Hands a composite glyph on as plain contours."""

    def __init__(self, pen, glyphs):
        super().__init__(glyphs)
        for name in ("moveTo", "lineTo", "curveTo", "qCurveTo", "closePath", "endPath"):
            setattr(self, name, getattr(pen, name))


def turn_clockwise(glyph):
    """Some sources draw some glyphs the other way round; TrueType fills on the right."""
    if glyph.numberOfContours <= 0:
        return
    contours, start = [], 0
    for end in glyph.endPtsOfContours:
        contours.append((list(glyph.coordinates[start:end + 1]), list(glyph.flags[start:end + 1])))
        start = end + 1
    area = sum(x1 * y2 - x2 * y1 for points, _ in contours for (x1, y1), (x2, y2) in zip(points, points[1:] + points[:1]))
    if area <= 0:
        return
    glyph.coordinates = GlyphCoordinates([point for points, _ in contours for point in reversed(points)])
    glyph.flags = array("B", [flag for _, flags in contours for flag in reversed(flags)])


def shift(glyph, dx, dy=0, scale_x=1.0):
    glyph.coordinates = GlyphCoordinates([(round(x * scale_x + dx), round(y + dy)) for x, y in glyph.coordinates])


def bounds(glyph):
    xs = [x for x, _ in glyph.coordinates]
    ys = [y for _, y in glyph.coordinates]
    return min(xs), min(ys), max(xs), max(ys)


def fit_widths(taken):
    """Sets Latin letters, digits and half-width marks half an em wide and all else one em, as the official faces do."""
    for code, (glyph, advance) in taken.items():
        width = HALF if code in HALF_WIDE else EM
        if glyph.numberOfContours > 0:
            fit_glyph(chr(code), glyph, advance, width)
        taken[code] = (glyph, width)


def fit_glyph(character, glyph, advance, width):
    left, bottom, right, top = bounds(glyph)
    room = width - 40
    if character in DASHES:
        if left > 0 or right < EM:
            shift(glyph, -left * EM / (right - left), 0, EM / (right - left))
    elif character == "…" and top < 300:
        shift(glyph, (EM - left - right) / 2, 380 - (top + bottom) / 2)
    elif advance == width:
        return
    elif character in OPENING:
        shift(glyph, 730 - (left + right) / 2)
    elif character in CLOSING:
        shift(glyph, 270 - (left + right) / 2)
    elif right - left > room:
        scale = room / (right - left)
        shift(glyph, 20 - left * scale, 0, scale)
    else:
        shift(glyph, (width - left - right) / 2)


def embolden(glyph, x_units, y_units):
    """Moves every outline outwards by half the given units on each side; corners keep their shape, short edges limit the move."""
    if glyph.numberOfContours <= 0:
        return
    points = numpy.array(list(glyph.coordinates), dtype=float)
    moved = points.copy()
    start = 0
    for end in glyph.endPtsOfContours:
        moved[start:end + 1] = embolden_contour(points[start:end + 1], x_units / 2, y_units / 2)
        start = end + 1
    glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in moved])
    glyph.flags[0] |= flagOverlapSimple


def embolden_contour(points, x_half, y_half):
    """One closed contour, filled on its right: every point moves along the bisector of the edges that meet in it."""
    edges = numpy.roll(points, -1, axis=0) - points
    lengths = numpy.hypot(edges[:, 0], edges[:, 1])
    if not lengths.any():
        return points
    directions = numpy.divide(edges, lengths[:, None], out=numpy.zeros_like(edges), where=lengths[:, None] > 0)
    leaving, arriving = nearest_edges(lengths)
    into, out = directions[arriving], directions[leaving]
    shorter = numpy.minimum(lengths[arriving], lengths[leaving])
    cosine = (into * out).sum(axis=1)
    turn = -(out[:, 0] * into[:, 1] - out[:, 1] * into[:, 0])
    # Outside of a clockwise contour is on the left of its edges.
    normal = numpy.stack([-(into[:, 1] + out[:, 1]), into[:, 0] + out[:, 0]], axis=1)
    moves = numpy.zeros_like(points)
    for axis, half in ((0, x_half), (1, y_half)):
        limited = half * turn > shorter * (cosine + 1)
        with numpy.errstate(divide="ignore", invalid="ignore"):
            free = normal[:, axis] * half / (cosine + 1)
            held = normal[:, axis] * shorter / turn
        moves[:, axis] = numpy.where(limited, held, free)
    # A needle's tip stays: its bisector has no safe direction.
    moves[cosine < -0.9375] = 0
    return points + moves


def nearest_edges(lengths):
    """For each point the index of the next edge with a length, and of the last one before it."""
    count = len(lengths)
    leaving, arriving = numpy.arange(count), numpy.arange(count) - 1
    for index in range(count):
        while lengths[leaving[index]] == 0:
            leaving[index] = (leaving[index] + 1) % count
        while lengths[arriving[index]] == 0:
            arriving[index] = (arriving[index] - 1) % count
    return leaving, arriving

