pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// What a tab of the inspector shows of the thing.
Column {
    id: root

    /// Findings about what it stands for on the canvas.
    required property ProblemsModel carried
    required property Document document
    required property FieldsModel fields
    required property ProblemsModel findings
    required property FlowsModel flows
    required property Session session
    /// See InspectorTabs.
    required property string tab

    spacing: Theme.space3

    Repeater {
        model: root.findings

        FindingCard {
            required property int index

            visible: root.tab === "fields"
            width: root.width

            onFixed: fix => root.findings.applyFix(index, fix)
        }
    }
    Column {
        visible: root.tab === "fields" && root.carried.count > 0
        width: root.width

        Label {
            color: Theme.muted
            font: Theme.caption
            height: Theme.rowCompact
            text: root.carried.count === 1 ? qsTr("1 more problem, in its rules, routes or flows") : qsTr("%1 more problems, in its rules, routes or flows").arg(root.carried.count)
        }
        Repeater {
            model: root.carried

            CarriedFinding {
                required property int index

                width: root.width

                onClicked: root.carried.flyTo(index)
            }
        }
    }
    Repeater {
        model: root.fields

        FieldEntry {
            readonly property bool onNotes: key === "notes" || key === "tags"

            fields: root.fields
            visible: root.tab !== "flows" && onNotes === (root.tab === "notes")
            width: root.width
        }
    }
    Repeater {
        model: root.tab === "fields" && root.session.selection.length < 2 ? root.fields.filters : []

        FilterTable {
            required property string modelData

            document: root.document
            fields: root.fields
            session: root.session
            subject: modelData
            width: root.width
        }
    }
    FlowList {
        flows: root.flows
        session: root.session
        visible: root.tab === "flows"
        width: root.width
    }
    Label {
        color: Theme.muted
        text: qsTr("No flow starts, ends or passes here. Press C, click a workload, then a service.")
        visible: root.tab === "flows" && root.flows.count === 0
        width: root.width
        wrapMode: Text.Wrap
    }
}
