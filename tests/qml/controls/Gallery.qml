import QtQuick
import Gatewright.Controls
import Gatewright.Theme

/// Every control once, in its states.
Rectangle {
    id: root

    property alias button: buttons.button
    property alias field: field
    property alias picker: opener.picker
    property alias segment: segment
    property alias word: word

    color: Theme.panel
    height: 520
    width: 640

    Column {
        spacing: Theme.space4
        x: 16
        y: 16

        ButtonStates {
            id: buttons
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
        PickerExample {
            id: opener
        }
    }
}
