import QtQuick
import Gatewright.Theme

/// How large the panels are: as the user left them, else as fits the window (look.md section 1).
QtObject {
    id: root

    required property bool compact
    /// Whether the bottom panel shows paths: a matrix with a trace below it needs more room than a list.
    required property bool paths
    /// The height that canvas and bottom panel share.
    required property real room
    readonly property real left: root.within(leftKept.value < 0 ? (root.compact ? 208 : 232) : leftKept.value, 200, 360)
    readonly property real right: root.within(rightKept.value < 0 ? (root.compact ? 288 : 320) : rightKept.value, 272, 520)
    readonly property real bottom: root.within(root.bottomWanted, 120, Math.min(root.room / 2, root.room - 280))
    readonly property real bottomWanted: root.paths ? (pathsKept.value < 0 ? root.room / 2 : pathsKept.value) : bottomKept.value < 0 ? (root.compact ? 176 : 212) : bottomKept.value
    readonly property list<QtObject> kept: [
        Remembered {
            id: leftKept

            fallback: -1
            key: "panel/left"
        },
        Remembered {
            id: rightKept

            fallback: -1
            key: "panel/right"
        },
        Remembered {
            id: bottomKept

            fallback: -1
            key: "panel/bottom"
        },
        Remembered {
            id: pathsKept

            fallback: -1
            key: "panel/paths"
        }
    ]

    // A size below 0 brings the usual one back.
    function setLeft(size: real) {
        leftKept.value = size < 0 ? -1 : root.within(size, 200, 360);
    }
    function setRight(size: real) {
        rightKept.value = size < 0 ? -1 : root.within(size, 272, 520);
    }
    function setBottom(size: real) {
        (root.paths ? pathsKept : bottomKept).value = size < 0 ? -1 : root.within(size, 120, root.room / 2);
    }
    function within(size: real, least: real, most: real): real {
        return Math.round(Math.max(least, Math.min(size, most)));
    }
}
