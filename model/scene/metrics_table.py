#!/usr/bin/env python3
"""Writes metrics_table.inc: the advance of each character of Inter, in thousandths of an em, for three weights.

    metrics_table.py FOLDER-OF-INTER > metrics_table.inc

Reads the OpenType tables itself (head, hhea, hmtx, cmap format 12 or 4), so that it needs nothing but Python.
"""
import struct
import sys
from pathlib import Path

WEIGHTS = ["Regular", "Medium", "SemiBold"]
FIRST, LAST = 0x20, 0x17F
FURTHER = [0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2026, 0x20AC, 0x2190, 0x2192, 0x2264, 0x2265]


def tables_of(font):
    count = struct.unpack(">H", font[4:6])[0]
    rows = (struct.unpack(">4sIII", font[12 + 16 * i:28 + 16 * i]) for i in range(count))
    return {tag.decode(): font[offset:offset + length] for tag, _, offset, length in rows}


def glyphs_of(cmap):
    """Code point -> glyph, from the widest Unicode subtable."""
    count = struct.unpack(">H", cmap[2:4])[0]
    offsets = [struct.unpack(">HHI", cmap[4 + 8 * i:12 + 8 * i])[2] for i in range(count)]
    glyphs = {}
    for offset in sorted(offsets, key=lambda at: struct.unpack(">H", cmap[at:at + 2])[0]):
        kind = struct.unpack(">H", cmap[offset:offset + 2])[0]
        if kind == 12:
            groups = struct.unpack(">I", cmap[offset + 12:offset + 16])[0]
            for i in range(groups):
                first, last, glyph = struct.unpack(">III", cmap[offset + 16 + 12 * i:offset + 28 + 12 * i])
                glyphs.update((code, glyph + code - first) for code in range(first, last + 1))
        elif kind == 4:
            segments = struct.unpack(">H", cmap[offset + 6:offset + 8])[0] // 2
            read = lambda at, sign="H": struct.unpack(f">{segments}{sign}", cmap[at:at + 2 * segments])
            ends, starts = read(offset + 14), read(offset + 16 + 2 * segments)
            deltas = read(offset + 16 + 4 * segments, "h")
            ranges_at = offset + 16 + 6 * segments
            ranges = read(ranges_at)
            for i in range(segments):
                for code in range(starts[i], min(ends[i], 0xFFFE) + 1):
                    glyph = code
                    if ranges[i]:
                        at = ranges_at + 2 * i + ranges[i] + 2 * (code - starts[i])
                        glyph = struct.unpack(">H", cmap[at:at + 2])[0]
                    if glyph or not ranges[i]:
                        glyphs[code] = (glyph + deltas[i]) & 0xFFFF
    return glyphs


def advances_of(path):
    tables = tables_of(path.read_bytes())
    em = struct.unpack(">H", tables["head"][18:20])[0]
    metrics = struct.unpack(">H", tables["hhea"][34:36])[0]
    glyphs = glyphs_of(tables["cmap"])

    def advance(code):
        glyph = min(glyphs.get(code, 0), metrics - 1)
        return round(1000 * struct.unpack(">H", tables["hmtx"][4 * glyph:4 * glyph + 2])[0] / em)

    return advance


def main():
    fonts = [advances_of(Path(sys.argv[1]) / f"Inter-{weight}.otf") for weight in WEIGHTS]
    print("// Made by metrics_table.py from the fonts; do not edit. Thousandths of an em: regular, medium, semi-bold.")
    print(f"constexpr std::uint16_t latin[{LAST - FIRST + 1}][3] = {{")
    line = "   "
    for code in range(FIRST, LAST + 1):
        entry = " {" + ", ".join(str(font(code)) for font in fonts) + "},"
        if len(line) + len(entry) > 118:
            print(line)
            line = "   "
        line += entry
    print(line + "\n};")
    print("constexpr struct {\n    char32_t code;\n    std::uint16_t advance[3];\n} further[] = {")
    for code in FURTHER:
        print(f"    {{0x{code:04X}, {{" + ", ".join(str(font(code)) for font in fonts) + "}},")
    print("};")


if __name__ == "__main__":
    main()
