import QtQuick
import Gatewright.Theme

/// Where the cells of a table that is a field stand: as wide as what is written in them, side by side for as long as there
/// is room, then on a further line of the same row.
QtObject {
    id: root

    /// Rows of maps with `shown`, in the order of the columns.
    required property var cells
    required property var columns
    /// For the cells of one line, pixels.
    required property real room
    /// Of what has a line of its own, pixels.
    required property real width

    /// Columns that stand below the others, over the whole width: what a row says of itself, and policies.
    readonly property var alone: root.columns.map(column => column.key === "description" || column.editor === "policy")
    /// Maps with `line`, `width` and `x`, in the order of the columns.
    readonly property var places: root.arranged(root.columns.map((column, at) => root.wanted(column, at)))
    /// Lines of a row, those left out that stand alone.
    readonly property int lines: root.places.reduce((most, place, at) => root.alone[at] ? most : Math.max(most, place.line + 1), 1)

    readonly property FontMetrics head: FontMetrics {
        font: Theme.caption
    }
    readonly property FontMetrics mono: FontMetrics {
        font: Theme.mono
    }
    readonly property FontMetrics words: FontMetrics {
        font: Theme.body
    }

    /// What a column would take, pixels; beyond an address block of IPv4 it is cut.
    function wanted(column: var, at: int): real {
        const metrics = column.editor === "line" || column.editor === "number" ? root.mono : root.words;
        const written = root.cells.reduce((most, row) => Math.max(most, metrics.advanceWidth(row[at]?.shown ?? "")), 0);
        return Math.max(root.head.advanceWidth(column.label), Math.min(written, 116)) + Theme.space3 + 2 * Theme.space1;
    }
    function arranged(wanted: var): var {
        const places = wanted.map(() => ({
                    line: 0,
                    width: root.width,
                    x: 0
                }));
        const lines = [[]];
        let taken = 0;
        wanted.forEach((width, at) => {
            if (root.alone[at])
                return;
            if (taken > 0 && taken + width > root.room) {
                lines.push([]);
                taken = 0;
            }
            lines[lines.length - 1].push(at);
            taken += width;
        });
        lines.forEach((line, lineAt) => {
            // What is left over goes to all in proportion.
            const factor = root.room / line.reduce((sum, at) => sum + wanted[at], 0);
            let x = 0;
            for (const at of line) {
                const width = Math.floor(wanted[at] * factor);
                places[at] = {
                    line: lineAt,
                    width: width,
                    x: x
                };
                x += width;
            }
        });
        let below = lines.length;
        root.alone.forEach((isAlone, at) => {
            if (isAlone)
                places[at].line = below++;
        });
        return places;
    }
}
