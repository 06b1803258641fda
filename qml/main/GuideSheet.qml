pragma ComponentBehavior: Bound
import QtQuick
import QtQuick.Templates as T
import Gatewright.Controls
import Gatewright.Main
import Gatewright.Theme
import Gatewright.Views

/// The user guide: pages on the left, the page shown on the right.
Sheet {
    id: root

    property int page: 0
    required property Questions questions

    title: qsTr("Guide")
    width: Math.min(860, (T.Overlay.overlay?.width ?? 860) - 80)

    actions: Button {
        text: qsTr("Close")
        tone: "primary"

        onClicked: root.close()
    }

    Guide {
        id: guide
    }
    Item {
        height: Math.min(560, (T.Overlay.overlay?.height ?? 560) - 220)
        width: parent.width

        Column {
            width: 180

            Repeater {
                model: guide.titles

                TreeRow {
                    required property int index
                    required property string modelData

                    highlighted: root.page === index
                    implicitHeight: Theme.row
                    text: modelData
                    width: 180

                    onClicked: root.page = index
                }
            }
        }
        Flickable {
            id: view

            anchors.fill: parent
            anchors.leftMargin: 204
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            contentHeight: text.height

            T.ScrollBar.vertical: ScrollBar {}

            Text {
                id: text

                Accessible.name: guide.titles[root.page]
                Accessible.role: Accessible.Document
                color: Theme.text
                font: Theme.body
                linkColor: Theme.accentText
                // The one text that is ours and not the user's.
                text: guide.page(root.page)
                textFormat: Text.MarkdownText
                width: view.width - Theme.space6
                wrapMode: Text.Wrap
            }
        }
    }
}
