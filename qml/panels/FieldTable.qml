pragma ComponentBehavior: Bound
import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// A field that is a table: rules, routes, entries, tags. Each cell is edited where it stands.
Column {
    id: root

    required property var cells
    required property var columns
    property bool drafting: false
    required property FieldsModel fields
    /// Rows that AWS keeps in the table by itself.
    required property var given
    required property string help
    required property string key
    /// Whether the tables of things that are edited together differ: a new row goes into each.
    property bool mixed: false
    readonly property bool asks: root.fields !== null && root.fields.asksWithout(root.key)
    required property string label
    readonly property TableColumns arrangement: TableColumns {
        cells: root.cells
        columns: root.columns
        room: root.width - (root.asks ? 46 : 24)
        width: root.width - 2
    }

    /// The new row, or what stood there, is done with. Nobody types into what is hidden: the focus goes where a further
    /// row is asked for.
    function close() {
        add.forceActiveFocus(Qt.TabFocusReason);
        root.drafting = false;
    }
    function keep(cells: list<string>) {
        const place = root.key + "/new";
        if (root.fields.addRow(root.key, cells))
            root.showLast();
        else
            lines.draftRow().refuse(root.fields.refusalOf(place), root.fields.faultOf(place));
    }
    function showLast() {
        root.close();
        Within.scrollerOf(root)?.follow(lines.lastLine());
    }

    /// As keep(), with the focus left where it is while the row stays.
    function handIn(cells: list<string>) {
        const row = lines.draftRow();
        if (!row)
            return;
        if (!root.fields.addRow(root.key, cells))
            row.tell(root.fields.refusalOf(root.key + "/new"), root.fields.faultOf(root.key + "/new"));
        else if (row.holdsFocus())
            root.close();
        else
            root.drafting = false;
    }

    spacing: Theme.space2

    // What was refused is still there to be put right.
    Component.onCompleted: root.drafting = root.fields.draftOf(root.key + "/new").length > 0

    Item {
        height: Theme.rowCompact
        width: root.width

        FieldHead {
            color: Theme.text
            font: Theme.bodyStrong
            height: parent.height
            help: root.help
            text: root.label
        }
        Button {
            id: add

            Accessible.name: add.tip
            anchors.right: parent.right
            pictogram: "ui-plus"
            small: true
            text: qsTr("Row")
            tip: qsTr("Add a row to %1").arg(root.label)
            tone: "quiet"

            onClicked: {
                root.drafting = true;
                lines.draftRow().start();
            }
        }
    }
    Label {
        color: Theme.faint
        text: qsTr("mixed: a new row goes into each")
        visible: root.mixed
    }
    TableLines {
        id: lines

        arrangement: root.arrangement
        asks: root.asks
        cells: root.cells
        columns: root.columns
        drafting: root.drafting
        fields: root.fields
        given: root.given
        key: root.key
        label: root.label
        visible: root.cells.length > 0 || root.given.length > 0 || root.drafting
        width: root.width

        onAdded: cells => root.keep(cells)
        onDropped: {
            root.fields.restore(root.key + "/new");
            root.close();
        }
        onHandedIn: cells => root.handIn(cells)
    }
}
