import QtQuick
import Gatewright.Theme

/// Text as it is: never read as markup, cut short with dots where there is no room.
Text {
    color: Theme.text
    elide: Text.ElideRight
    font: Theme.body
    textFormat: Text.PlainText
    verticalAlignment: Text.AlignVCenter
}
