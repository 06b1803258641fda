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
    /// Whether several things are selected: then nothing is shown that is of one of them alone.
    readonly property bool many: root.session.selection.length > 1
    /// Flows are those of one thing.
    readonly property string shownTab: root.many && root.tab === "flows" ? "fields" : root.tab
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
        // No thing has this id: without a selection, or of several things, there are no cards.
        subject: root.many || root.session.primary === "" ? "-" : root.session.primary
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
    Connections {
        target: root.session

        // The card of the finding stands first there.
        function onProblemFlownTo() {
            root.tab = "fields";
            view.contentY = 0;
        }
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

        readonly property int selected: root.session.selection.length

        kind: !root.many ? inspected.kind : inspected.edited === selected ? qsTr("One edit changes all of them") : inspected.edited > 1 ? qsTr("One edit changes the %1 %2 among them").arg(inspected.edited).arg(inspected.nouns) : qsTr("Below is %1 alone, selected last").arg(inspected.title)
        pictogram: inspected.pictogram
        title: !root.many ? inspected.title : inspected.edited === selected ? qsTr("%1 %2").arg(selected).arg(inspected.nouns) : qsTr("%1 selected").arg(selected)
        visible: root.filled
        width: parent.width
    }
    InspectorTabs {
        id: tabs

        anchors.top: header.bottom
        current: root.shownTab
        flows: flows.count
        many: root.many
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
            tab: root.shownTab
            width: view.width - 2 * Theme.space5
            x: Theme.space5
            y: Theme.space5
        }
    }
}
