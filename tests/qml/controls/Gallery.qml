import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Every control once, in its states.
Rectangle {
    id: root

    property alias button: button
    property alias field: field
    property alias picker: picker
    property alias segment: segment
    property alias word: word

    color: Theme.panel
    height: 520
    width: 640

    Column {
        spacing: Theme.space4
        x: 16
        y: 16

        Row {
            spacing: Theme.space4

            Button {
                id: button

                pictogram: "ui-export"
                text: "Export"
            }
            Button {
                text: "Apply"
                tone: "primary"
            }
            Button {
                pictogram: "ui-undo"
                tip: "Undo"
                tone: "quiet"
            }
            Button {
                checked: true
                pictogram: "ui-pointer"
                tip: "Select"
                tone: "quiet"
            }
            Button {
                enabled: false
                pictogram: "ui-fix"
                small: true
                text: "Allow sg-payment"
            }
        }
        Row {
            spacing: Theme.space4

            Field {
                id: field

                placeholderText: "Name"
                width: 160
            }
            Field {
                error: "10.0.0.0/99 is no address block."
                text: "10.0.0.0/99"
                width: 200
            }
            SearchField {
                hint: "/"
                placeholderText: "Filter, then Enter"
                width: 200
            }
        }
        Row {
            spacing: Theme.space4

            Segment {
                id: segment

                options: ["Topology", "Routing"]

                onChosen: index => segment.current = index
            }
            Switch {
                id: word

                checked: true
            }
            Chip {
                text: "endpoint-a"
            }
            Choice {
                model: [
                    {
                        value: "ipv4",
                        label: "IPv4"
                    },
                    {
                        value: "dualstack",
                        label: "Dual stack"
                    }
                ]
            }
        }
        Row {
            Tab {
                checked: true
                count: 5
                text: "Problems"
            }
            Tab {
                text: "Paths"
            }
        }
        TreeRow {
            expandable: true
            expanded: true
            pictogram: "vpc"
            severity: 2
            text: "vpc-shop"
            width: 240
        }
        TreeRow {
            depth: 1
            highlighted: true
            pictogram: "endpoint-interface"
            severity: 1
            text: "vpce-secrets"
            width: 240
        }
        EmptyState {
            action: "Open SecureCart"
            sentence: "No flows yet. Press C, click a workload, then a service."
            width: 400
        }
        Button {
            id: opener

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
    }
}
