import QtQuick
import Gatewright.Controls

/// A button that opens a picker of two services.
Button {
    id: root

    property alias picker: picker

    text: "Pick"

    onClicked: picker.open()

    Picker {
        id: picker

        y: parent.height

        model: ListModel {
            ListElement {
                label: "Amazon S3"
                note: "s3"
                value: "s3"
            }
            ListElement {
                label: "AWS Secrets Manager"
                note: "secretsmanager"
                value: "secretsmanager"
            }
        }
    }
}
