import QtQuick
import Gatewright.Controls

/// The views of the thing inspected: "fields", "flows", "notes".
Row {
    id: root

    required property string current
    required property int flows
    /// Whether several things are inspected together.
    property bool many: false

    signal chosen(string tab)

    Tab {
        checked: root.current === "fields"
        text: qsTr("Properties")

        onClicked: root.chosen("fields")
    }
    Tab {
        checked: root.current === "flows"
        count: root.flows
        counted: count === 1 ? qsTr("1 flow starts, ends or passes here") : qsTr("%1 flows start, end or pass here").arg(count)
        text: qsTr("Flows")
        visible: !root.many

        onClicked: root.chosen("flows")
    }
    Tab {
        checked: root.current === "notes"
        text: qsTr("Notes")

        onClicked: root.chosen("notes")
    }
}
