import QtQuick
import Gatewright.Controls
import Gatewright.Theme
import Gatewright.Views

/// Format, colours and size of an export.
Sheet {
    id: root

    readonly property string format: exporter.formats[formats.current] ?? ""
    readonly property bool isPicture: root.format !== "json"
    required property Questions questions

    function choose() {
        root.close();
        kept.value = root.format;
        root.questions.askForExport(root.format);
    }

    title: qsTr("Export the design")

    onOpened: chooser.forceActiveFocus(Qt.TabFocusReason)

    actions: [
        Button {
            text: qsTr("Cancel")

            onClicked: root.close()
        },
        Button {
            id: chooser

            text: qsTr("Choose the file")
            tone: "primary"

            onClicked: root.choose()
        }
    ]

    Connections {
        target: root.questions

        function onExportChosen(file: url) {
            exporter.write(file, root.format, ["light", "dark"][colours.current], [1, 2, 3][scales.current]);
        }
    }
    Remembered {
        id: kept

        fallback: exporter.formats[0]
        key: "export/format"
    }
    Exporter {
        id: exporter

        session: root.questions.session
    }
    Line {
        label: qsTr("Format")

        Segment {
            id: formats

            current: Math.max(0, Array.from(exporter.formats).indexOf(kept.value))
            options: Array.from(exporter.formatNames)

            onChosen: index => formats.current = index
            onEntered: root.choose()
        }
    }
    Line {
        label: qsTr("Colours")
        used: root.isPicture

        Segment {
            id: colours

            current: Theme.scheme === "dark" ? 1 : 0
            options: [qsTr("Light"), qsTr("Dark")]

            onChosen: index => colours.current = index
            onEntered: root.choose()
        }
    }
    Line {
        label: qsTr("Scale")
        used: root.format === "png"

        Segment {
            id: scales

            current: 1
            options: [qsTr("1×"), qsTr("2×"), qsTr("3×")]

            onChosen: index => scales.current = index
            onEntered: root.choose()
        }
    }
    Label {
        color: Theme.muted
        height: Theme.control
        text: root.format === "json" ? qsTr("The document itself: what other tools read.") : qsTr("The picture as it is on the screen, with its legend.")
        width: parent.width
    }

    component Line: Row {
        property alias label: name.text
        /// What the format has no use for keeps its place: the sheet does not move under the pointer.
        property bool used: true

        enabled: used
        opacity: used ? 1 : 0

        spacing: Theme.space4

        Label {
            id: name

            color: Theme.muted
            height: Theme.control
            width: 88
        }
    }
}
