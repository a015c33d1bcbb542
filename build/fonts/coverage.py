"""The coverage of the made fonts, and the widths of Latin of its own, as TypeScript."""

HEADER = "// Written by build/fonts/make-fonts.py from the bundled fonts; do not edit.\nimport type { DrawnFace } from './page-style.js';\n\n"


def base36(number):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    text = ""
    while number or not text:
        number, rest = divmod(number, 36)
        text = digits[rest] + text
    return text


def ranges(codes):
    runs = []
    for code in sorted(codes):
        if runs and runs[-1][1] + 1 == code:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return runs


def encode(codes):
    """Runs as `gap:length` in base 36, gap counted from the end of the run before; `:length` left out when it is 1."""
    parts, last = [], 0
    for first, end in ranges(codes):
        length = end - first + 1
        parts.append(base36(first - last) + (f":{base36(length)}" if length > 1 else ""))
        last = end
    return " ".join(parts)


def write_coverage(path, made, faces):
    lines = [HEADER.rstrip("\n"), ""]
    lines.append("/** Code points each bundled face draws: runs `gap:length` in base 36, the gap from the end of the run before (0 at first). */")
    lines.append("export const fontCoverageData: Readonly<Record<DrawnFace, string>> = {")
    lines += [f"  {face}: '{encode(made[face])}'," for face in faces]
    lines.append("};")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def write_latin_widths(path, faces):
    lines = ["// Written by build/fonts/make-fonts.py from the bundled fonts; do not edit.", "import type { LatinFaceName } from './page-style.js';", ""]
    lines.append("/** Advance widths of U+0020 to U+007E of the faces of Latin, regular and bold, in thousandths of an em. */")
    lines.append("export const latinWidths: Readonly<Record<LatinFaceName, { readonly regular: readonly number[]; readonly bold: readonly number[] }>> = {")
    for face, weights in faces.items():
        lines.append(f"  {face}: {{")
        for name, taken in zip(("regular", "bold"), weights):
            lines.append(f"    {name}: [{', '.join(str(taken[code][1]) for code in range(0x20, 0x7F))}],")
        lines.append("  },")
    lines.append("};")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
