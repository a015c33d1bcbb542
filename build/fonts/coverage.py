"""The coverage of the made fonts, as TypeScript."""

HEADER = "// Written by build/fonts/make-fonts.py from the bundled fonts; do not edit.\nimport type { FaceName } from './page-style.js';\n\n"


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
    lines.append("export const fontCoverageData: Readonly<Record<FaceName, string>> = {")
    lines += [f"  {face}: '{encode(made[face])}'," for face in faces]
    lines.append("};")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
