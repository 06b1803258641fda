import QtQuick
import Gatewright.Theme
import Gatewright.Views

/// The colours of how a flow fares: of its words and sign, and of what they stand on.
QtObject {
    id: root

    readonly property bool fails: root.tone === PathsModel.Blocked || root.tone === PathsModel.Intruding
    readonly property color ink: root.tone === PathsModel.Private ? Theme.ok : root.warns ? Theme.warning : root.fails ? Theme.error : root.tone === PathsModel.Unknown ? Theme.unknown : Theme.muted
    readonly property color soft: root.tone === PathsModel.Private ? Theme.okSoft : root.warns ? Theme.warningSoft : root.fails ? Theme.errorSoft : root.tone === PathsModel.Unknown ? Theme.unknownSoft : Theme.sunken
    required property int tone
    readonly property bool warns: root.tone === PathsModel.Public || root.tone === PathsModel.Partial
}
