pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Everything about the thing selected last: its findings, its fields, its flows.
FocusScope {
    id: root

    required property Document document
    required property Session session
    property string tab: "fields"
    readonly property bool filled: inspected.title !== ""

    Accessible.name: qsTr("Inspector")
    Accessible.role: Accessible.Pane

    FieldsModel {
        id: inspected

        document: root.document
        session: root.session
        also: root.session.selection
        subject: root.session.primary
    }
    ProblemsModel {
        id: findings

        document: root.document
        session: root.session
        // No thing has this id: without a selection there are no cards.
        subject: root.session.primary === "" ? "-" : root.session.primary
    }
    FlowsModel {
        id: flows

        document: root.document
        subject: root.session.primary
    }
    Rectangle {
        anchors.fill: parent
        color: Theme.panel
    }
    EmptyState {
        sentence: root.session.selection.length > 1 ? "" : qsTr("Nothing selected. Click a thing on the canvas or in the outline to see its fields.")
        visible: !root.filled
        width: parent.width
    }
    InspectorHeader {
        id: header

        kind: root.session.selection.length > 1 ? (inspected.edited === root.session.selection.length ? qsTr("%1 · %2 selected, edited together") : qsTr("%1 · last of %2 selected")).arg(inspected.kind).arg(root.session.selection.length) : inspected.kind
        pictogram: inspected.pictogram
        title: inspected.title
        visible: root.filled
        width: parent.width
    }
    InspectorTabs {
        id: tabs

        anchors.top: header.bottom
        current: root.tab
        flows: flows.count
        visible: root.filled

        onChosen: tab => root.tab = tab
    }
    Hairline {
        anchors.bottom: tabs.bottom
        visible: root.filled
        width: parent.width
    }
    Flickable {
        id: view

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: content.height + 2 * Theme.space5
        interactive: false
        visible: root.filled

        T.ScrollBar.vertical: ScrollBar {}

        WheelHandler {
            onWheel: event => view.contentY = Math.max(0, Math.min(view.contentHeight - view.height, view.contentY - event.angleDelta.y / 2))
        }
        Column {
            id: content

            spacing: Theme.space3
            width: view.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space5

            Repeater {
                model: findings

                FindingCard {
                    required property int index

                    visible: root.tab === "fields"
                    width: content.width

                    onFixed: fix => findings.applyFix(index, fix)
                }
            }
            Repeater {
                model: inspected

                FieldEntry {
                    readonly property bool onNotes: key === "notes" || key === "tags"

                    fields: inspected
                    visible: root.tab !== "flows" && onNotes === (root.tab === "notes")
                    width: content.width
                }
            }
            Repeater {
                model: root.tab === "fields" ? inspected.filters : []

                FilterTable {
                    required property string modelData

                    document: root.document
                    session: root.session
                    subject: modelData
                    width: content.width
                }
            }
            FlowList {
                flows: flows
                session: root.session
                visible: root.tab === "flows"
                width: content.width
            }
            Label {
                color: Theme.muted
                text: qsTr("No flow starts, ends or passes here. Press C, click a workload, then a service.")
                visible: root.tab === "flows" && flows.count === 0
                width: content.width
                wrapMode: Text.Wrap
            }
        }
    }
}
