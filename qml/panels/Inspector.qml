import QtQuick
import QtQuick.Window
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

        // F8 and what else selects a thing leave the focus where it is. An editor hands in what it holds where it loses it,
        // so that it is applied, or refused and kept, as if the text had been left by hand.
        onLeaving: {
            const editor = root.Window.activeFocusItem;
            if (view.holds(editor))
                editor.focus = false;
        }
    }
    ProblemsModel {
        id: findings

        document: root.document
        session: root.session
        // No thing has this id: without a selection there are no cards.
        subject: root.session.primary === "" ? "-" : root.session.primary
    }
    ProblemsModel {
        id: carried

        carried: true
        document: root.document
        session: root.session
        subject: findings.subject
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

        readonly property string noun: inspected.noun.charAt(0).toUpperCase() + inspected.noun.slice(1)
        readonly property int selected: root.session.selection.length

        kind: selected < 2 ? inspected.kind : inspected.edited === selected ? qsTr("%1: one edit changes all").arg(noun) : inspected.edited > 1 ? qsTr("%1: one edit changes %2 of %3 selected").arg(noun).arg(inspected.edited).arg(selected) : qsTr("%1, last of %2 selected").arg(noun).arg(selected)
        pictogram: inspected.pictogram
        title: selected > 1 && inspected.edited === selected ? qsTr("%1 selected").arg(selected) : inspected.title
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
    Scroller {
        id: view

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: tabs.bottom
        contentHeight: content.height + 2 * Theme.space5
        visible: root.filled

        InspectorContent {
            id: content

            carried: carried
            document: root.document
            fields: inspected
            findings: findings
            flows: flows
            session: root.session
            tab: root.tab
            width: view.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space5
        }
    }
}
