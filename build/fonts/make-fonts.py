"""Makes assets/fonts/*.ttf and shared/layout/font-coverage-data.ts from open fonts. Run through make-fonts.sh.

Usage: make-fonts.py SOURCES OUT_FONTS OUT_DATA [NAME ...]
With names, only those of the Latin of its own are made (roman, roman-bold, sans, humanist, book …).
Every made font has a plain character map, no ligatures, no kerning and no alternates, and the widths of the official
faces: ASCII half an em, all else one em; the Latin of its own those of Times New Roman, Arial, Calibri and Cambria,
which are written down beside the coverage. So a text is as wide as the line breaker says, in every program.
"""
import copy
import glob
import sys
from pathlib import Path

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.scaleUpem import scale_upem

from coverage import write_coverage, write_latin_widths
from outlines import EM, bounds, collect, embolden, fit_widths, gb2312_rows

sources, out_fonts, out_data = (Path(argument) for argument in sys.argv[1:4])
only = set(sys.argv[4:])

FANDOL = "Modified from FandolFang-Regular v0.3 (Clerk Ma, Jie Su), "
LIBERATION = "Digitized data copyright (c) 2010 Google Corporation; Copyright (c) 2012 Red Hat, Inc."
FONTS = {
    "kai": dict(file="zhuanbao-kai", family="Zhuanbao Kai", style="Regular", weight=400, license="OFL-1.1",
                copyright="Copyright 2021-2022 LXGW; Copyright 2020 The Klee Project Authors",
                note="Modified from LXGW WenKai Regular: subset, renamed, Chinese marks one em wide, layout tables removed."),
    "fangsong": dict(file="zhuanbao-fangsong", family="Zhuanbao Fangsong", style="Regular", weight=400, license="GPL-3.0 with font exception",
                     copyright="Copyright 2013-2015 Fandol team",
                     note=FANDOL + "TrueType outlines, renamed, Chinese marks one em wide, layout tables removed."),
    "fangsong-bold": dict(file="zhuanbao-fangsong-bold", family="Zhuanbao Fangsong", style="Bold", weight=700, license="GPL-3.0 with font exception",
                          copyright="Copyright 2013-2015 Fandol team",
                          note=FANDOL + "TrueType outlines, emboldened, renamed, Chinese marks one em wide, layout tables removed."),
    "song": dict(file="zhuanbao-song", family="Zhuanbao Song", style="Regular", weight=400, license="OFL-1.1",
                 copyright="(c) 2017-2024 Adobe", note="Modified from Noto Serif SC 400: slices merged, gaps filled from Noto Serif CJK SC, renamed, ASCII half an em wide, layout tables removed."),
    "hei": dict(file="zhuanbao-hei", family="Zhuanbao Hei", style="Regular", weight=400, license="OFL-1.1",
                copyright="(c) 2014-2021 Adobe", note="Modified from Noto Sans SC 500: slices merged, gaps filled from Noto Sans (Mono) CJK SC, renamed, layout tables removed."),
    "title": dict(file="zhuanbao-title", family="Zhuanbao Title", style="Regular", weight=400, license="OFL-1.1",
                  copyright="(c) 2017-2024 Adobe", note="Modified from Noto Serif SC 700: slices merged, gaps filled from Noto Serif CJK SC, renamed, ASCII half an em wide, layout tables removed."),
    # A file of its own, because its licence and that of the 仿宋 do not go together in one.
    "fangsong-latin": dict(file="zhuanbao-fangsong-latin", family="Zhuanbao Fangsong Latin", style="Regular", weight=400, license="OFL-1.1",
                           copyright="(c) 2017-2024 Adobe", note="Modified from Noto Serif SC 300 to 600: ASCII only, half an em wide, renamed, layout tables removed."),
    "fangsong-latin-bold": dict(file="zhuanbao-fangsong-latin-bold", family="Zhuanbao Fangsong Latin", style="Bold", weight=700, license="OFL-1.1",
                                copyright="(c) 2017-2024 Adobe", note="Modified from Noto Serif SC 700 to 900: ASCII only, half an em wide, renamed, layout tables removed."),
}
# Latin of its own: as wide, letter by letter, as the fonts offices set Latin in. Face, source, what it is called, whose it is.
OWN_LATIN = [
    ("roman", "liberation/LiberationSerif", "Liberation Serif{} 2.1.5", LIBERATION),
    ("sans", "liberation/LiberationSans", "Liberation Sans{} 2.1.5", LIBERATION),
    ("humanist", "carlito/Carlito", "Carlito{} 1.103", "Copyright (c) 2010-2013 by tyPoland Lukasz Dziedzic"),
    ("book", "caladea/Caladea", "Caladea{} 1.001", "Copyright 2012 The Caladea Project Authors"),
]
for face, _, source, owner in OWN_LATIN:
    for suffix, style, weight in (("", "Regular", 400), ("-bold", "Bold", 700)):
        FONTS[face + suffix] = dict(
            file=f"zhuanbao-{face}{suffix}", family=f"Zhuanbao {face.capitalize()}", style=style, weight=weight, license="OFL-1.1", copyright=owner,
            note=f"Modified from {source.format(' Bold' if suffix else '')}: ASCII only, on 1000 units, renamed, hinting and layout tables removed.")
BOLD_X, BOLD_Y = 36, 26
# How far a letter is narrowed before it is taken from the next heavier weight, so that its stems stay as thick as its neighbours'.
NARROWED = (0.85, 0.62)


def blocks(*ranges):
    return {code for first, last in ranges for code in range(first, last + 1)}


# Letters, marks and symbols a Chinese official text may hold; all unified ideographs.
SYMBOLS = blocks((0x20, 0x7E), (0xA0, 0xAC), (0xAE, 0x17F), (0x1CD, 0x1DC), (0x2C6, 0x2C7), (0x2C9, 0x2CB), (0x2D9, 0x2D9), (0x391, 0x3C9), (0x401, 0x451), (0x2010, 0x2027), (0x2030, 0x2049),
                 (0x2070, 0x208E), (0x20AC, 0x20AC), (0x2100, 0x214F), (0x2150, 0x218B), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2312, 0x2312),
                 (0x2460, 0x24FF), (0x2500, 0x257F), (0x2580, 0x27BF), (0x3000, 0x303F), (0x3041, 0x3096), (0x309B, 0x30FF), (0x3105, 0x312F), (0x3220, 0x33FF),
                 (0xFE30, 0xFE4F), (0xFF01, 0xFF5E), (0xFFE0, 0xFFE6))
HAN = blocks((0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFA6D), (0x20000, 0x323AF))


def open_slices(package, weight):
    """The numbered slices first: the Latin slice holds the same letters, with Western marks."""
    files = glob.glob(str(sources / package / "files" / f"{package}-*-{weight}-normal.woff2"))
    def order(path):
        part = Path(path).name.removeprefix(package + "-").split("-")[0]
        return (0, int(part)) if part.isdigit() else (1, 0)
    return [TTFont(path) for path in sorted(files, key=order)]


def gather(*shelves):
    """Code point → (glyph, advance) from the first of the (fonts, wanted) pairs that draws it."""
    taken = {}
    for fonts, wanted in shelves:
        for font in fonts:
            collect(font, wanted, taken)
    for code in [code for code, (glyph, _) in taken.items() if glyph.numberOfContours == 0 and not is_blank(code)]:
        del taken[code]
    fit_widths(taken)
    return taken


def even_latin(codes, weights):
    """Half-width letters and digits of one stem thickness: the more one is narrowed, the heavier the weight it is taken from."""
    shelves = []
    for weight in weights:
        taken = {}
        for font in open_slices("noto-serif-sc", weight):
            collect(font, codes, taken)
        shelves.append(taken)
    chosen = {}
    for code, (glyph, _) in shelves[0].items():
        left, _, right, _ = bounds(glyph) if glyph.numberOfContours > 0 else (0, 0, 1, 0)
        ratio = min(1, (EM // 2 - 40) / (right - left))
        chosen[code] = shelves[sum(ratio < limit for limit in NARROWED)][code]
    fit_widths(chosen)
    return chosen


def is_blank(code):
    return chr(code).isspace() or code in (0xA0, 0x3000) or 0x2000 <= code <= 0x200F


def embolden_all(taken):
    bold = copy.deepcopy(taken)
    for glyph, _ in bold.values():
        embolden(glyph, BOLD_X, BOLD_Y)
    return bold


def build(taken, spec):
    """Writes one font file; glyphs are named for their code points."""
    codes = sorted(taken)
    names = {code: f"u{code:04X}" for code in codes}
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(dict(names))
    builder.setupGlyf({".notdef": empty, **{names[code]: taken[code][0] for code in codes}})
    table = builder.font["glyf"]
    left = {name: getattr(table[name], "xMin", 0) for name in names.values()}
    builder.setupHorizontalMetrics({".notdef": (EM, 0), **{names[code]: (taken[code][1], left[names[code]]) for code in codes}})
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupOS2(version=4, sTypoAscender=880, sTypoDescender=-120, sTypoLineGap=0, usWinAscent=1000, usWinDescent=300, usWeightClass=spec["weight"],
                     fsSelection=(0x20 if spec["weight"] == 700 else 0x40) | 0x80, fsType=0, achVendID="ZBAO",
                     ulCodePageRange1=1 << 18 | 1, ulUnicodeRange2=1 << 27 | 1 << 16)
    builder.setupNameTable({
        "copyright": spec["copyright"], "familyName": spec["family"], "styleName": spec["style"], "uniqueFontIdentifier": f"zhuanbao;{spec['file']};1.0",
        "fullName": f"{spec['family']} {spec['style']}", "psName": f"{spec['family'].replace(' ', '')}-{spec['style']}", "version": "Version 1.000",
        "description": spec["note"], "licenseDescription": spec["license"],
    })
    builder.setupPost(keepGlyphNames=False)
    font = builder.font
    font["head"].created = font["head"].modified = 3786825600  # 2024-01-01, so that the same sources give the same bytes
    font["head"].macStyle = 1 if spec["weight"] == 700 else 0
    font.recalcTimestamp = False
    font.save(out_fonts / f"{spec['file']}.ttf")


def open_collection(name, family):
    """One font of a Debian collection, by its full name; closes the gaps of the slices."""
    fonts = TTCollection(sources / "noto-cjk" / name, lazy=True).fonts
    return [font for font in fonts if font["name"].getDebugName(4) == family]


def on_our_em(path, codes):
    """Letters of a font drawn on other units, with their own widths."""
    font = TTFont(path)
    scale_upem(font, EM)
    taken = {}
    collect(font, codes, taken)
    return taken


def make_own_latin(ascii_set):
    return {face + suffix: on_our_em(sources / f"{path}-{style}.ttf", ascii_set)
            for face, path, _, _ in OWN_LATIN for suffix, style in (("", "Regular"), ("-bold", "Bold"))}


def write_fonts(made):
    for name, taken in made.items():
        build(taken, FONTS[name])
        print(name, len(taken), (out_fonts / f"{FONTS[name]['file']}.ttf").stat().st_size)


def main():
    ascii_set, gb2312 = set(range(0x20, 0x7F)), {ord(character) for character in gb2312_rows(1, 87)}
    out_fonts.mkdir(parents=True, exist_ok=True)
    own_latin = make_own_latin(ascii_set)
    faces_of_latin = [face for face, _, _, _ in OWN_LATIN]
    write_latin_widths(out_data / "latin-widths-data.ts", {face: (own_latin[face], own_latin[face + "-bold"]) for face in faces_of_latin})
    if only:
        write_fonts({name: own_latin[name] for name in own_latin if name in only})
        return
    latin = {**own_latin, "fangsong-latin": even_latin(ascii_set, (300, 400, 600)), "fangsong-latin-bold": even_latin(ascii_set, (700, 800, 900))}
    text = SYMBOLS | HAN
    made = {
        # Only the characters of GB 2312: of the traditional ones some are drawn in their simplified form.
        "fangsong": gather(([TTFont(sources / "fandol" / "FandolFang-Regular.otf")], SYMBOLS | gb2312 | {0x3007})),
        "kai": gather(([TTFont(sources / "lxgw" / "LXGWWenKaiMono-Regular.ttf")], ascii_set),
                      ([TTFont(sources / "lxgw" / "LXGWWenKai-Regular.ttf")], text)),
        "song": gather((open_slices("noto-serif-sc", 400), text), (open_collection("NotoSerifCJK-Regular.ttc", "Noto Serif CJK SC"), gb2312 & text)),
        "hei": gather((open_collection("NotoSansCJK-Regular.ttc", "Noto Sans Mono CJK SC"), ascii_set), (open_slices("noto-sans-sc", 500), text),
                      (open_collection("NotoSansCJK-Regular.ttc", "Noto Sans CJK SC"), gb2312 & text)),
        "title": gather((open_slices("noto-serif-sc", 700), text), (open_collection("NotoSerifCJK-Bold.ttc", "Noto Serif CJK SC Bold"), gb2312 & text)),
    }
    # The half-width Latin is drawn for weight 400.
    for code in ascii_set:
        embolden(made["hei"][code][0], 18, 12)
    made["fangsong-bold"] = embolden_all(made["fangsong"])
    faces = ["title", "fangsong", "kai", "hei", "song", *faces_of_latin]
    write_coverage(out_data / "font-coverage-data.ts", {**made, **latin}, faces)
    write_fonts({**made, **latin})


main()
