import QtQuick
import Gatewright.Theme

/// The heading of one column.
Label {
    color: Theme.muted
    font: Theme.caption
    height: Theme.rowCompact
}
