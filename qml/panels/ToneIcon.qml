import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// The sign of how a flow fares.
Pictogram {
    id: root

    required property int tone

    color: root.tone === PathsModel.Open ? Theme.connector : colors.ink
    name: root.tone === PathsModel.Private ? "ui-ok" : root.tone === PathsModel.Public || root.tone === PathsModel.Partial ? "ui-warning" : root.tone === PathsModel.Blocked ? "ui-blocked" : root.tone === PathsModel.Intruding ? "ui-error" : root.tone === PathsModel.Unknown ? "ui-unknown" : root.tone === PathsModel.Open ? "ui-arrow" : "ui-lock"
    size: Theme.iconInline

    ToneColors {
        id: colors

        tone: root.tone
    }
}
