import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// How the flows fare, counted; of what is imagined where something is.
StatusPart {
    id: root

    required property PathsModel paths

    name: qsTr("Paths")
    visible: root.paths.flows > 0

    Label {
        color: Theme.accent
        text: qsTr("Imagined: %1").arg(root.paths.supposed)
        visible: root.paths.supposed !== ""
        width: Math.min(implicitWidth, 240)
    }
    PathCount {
        color: Theme.privatePath
        text: qsTr("%1 private").arg(root.paths.privateFlows)
        visible: root.paths.privateFlows > 0
    }
    PathCount {
        color: Theme.publicPath
        dash: 8
        text: qsTr("%1 not private").arg(root.paths.publicFlows)
        visible: root.paths.publicFlows > 0
    }
    PathCount {
        color: Theme.publicPath
        dash: 5
        text: qsTr("%1 in part").arg(root.paths.partialFlows)
        visible: root.paths.partialFlows > 0
    }
    PathCount {
        color: Theme.blockedPath
        dash: 3
        text: qsTr("%1 blocked").arg(root.paths.blockedFlows)
        visible: root.paths.blockedFlows > 0
    }
    PathCount {
        color: Theme.blockedPath
        text: root.paths.intrudingFlows === 1 ? qsTr("1 arrives, meant blocked") : qsTr("%1 arrive, meant blocked").arg(root.paths.intrudingFlows)
        visible: root.paths.intrudingFlows > 0
    }
    PathCount {
        color: Theme.muted
        dash: 4
        text: qsTr("%1 gone").arg(root.paths.goneFlows)
        visible: root.paths.goneFlows > 0
    }
    PathCount {
        color: Theme.unknown
        dash: 2
        text: qsTr("%1 unknown").arg(root.paths.unknownFlows)
        visible: root.paths.unknownFlows > 0
    }
}
