import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Format, colours and size of an export.
Sheet {
    id: root

    readonly property string format: exporter.formats[formats.current]
    readonly property bool isPicture: root.format !== "json"
    required property Questions questions

    title: qsTr("Export the design")

    onOpened: choose.forceActiveFocus(Qt.TabFocusReason)

    actions: [
        Button {
            text: qsTr("Cancel")

            onClicked: root.close()
        },
        Button {
            id: choose

            text: qsTr("Choose the file")
            tone: "primary"

            onClicked: {
                root.close();
                root.questions.askForExport(root.format);
            }
        }
    ]

    Connections {
        target: root.questions

        function onExportChosen(file: url) {
            exporter.write(file, root.format, ["light", "dark"][colours.current], [1, 2, 3][scales.current]);
        }
    }
    Exporter {
        id: exporter

        session: root.questions.session
    }
    Line {
        label: qsTr("Format")

        Segment {
            id: formats

            options: Array.from(exporter.formatNames)

            onChosen: index => formats.current = index
        }
    }
    Line {
        label: qsTr("Colours")
        visible: root.isPicture

        Segment {
            id: colours

            current: Theme.scheme === "dark" ? 1 : 0
            options: [qsTr("Light"), qsTr("Dark")]

            onChosen: index => colours.current = index
        }
    }
    Line {
        label: qsTr("Scale")
        visible: root.format === "png"

        Segment {
            id: scales

            current: 1
            options: [qsTr("1×"), qsTr("2×"), qsTr("3×")]

            onChosen: index => scales.current = index
        }
    }
    Label {
        color: Theme.muted
        text: root.format === "json" ? qsTr("The document itself: what other tools read.") : qsTr("The picture as it is on the screen, with its legend.")
        width: parent.width
        wrapMode: Text.Wrap
    }

    component Line: Row {
        property alias label: name.text

        spacing: Theme.space4

        Label {
            id: name

            color: Theme.muted
            height: Theme.control
            width: 88
        }
    }
}
