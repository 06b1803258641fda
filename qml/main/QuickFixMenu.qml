pragma ComponentBehavior: Bound
import QtQuick
import QtQml
import Gatewright.Controls
import Gatewright.Views

/// The quick fixes of a finding, or of a thing: those of its own findings, then of what it stands for on the canvas.
Menu {
    id: root

    property var fixes: []
    required property ProblemsModel problems

    /// Takes up the fixes of the thing; false where there are none.
    function ask(thing: string): bool {
        root.fixes = root.problems.fixesOf(thing);
        return root.fixes.length > 0;
    }
    /// The same of a finding, by its key.
    function askOf(finding: string): bool {
        root.fixes = root.problems.fixesOfFinding(finding);
        return root.fixes.length > 0;
    }
    function showAt(item: Item, at: point) {
        root.popup(item, at.x, at.y);
        root.currentIndex = 0;
    }

    implicitWidth: 400

    Instantiator {
        model: root.fixes

        delegate: MenuItem {
            required property var modelData

            pictogram: "ui-fix"
            text: modelData.label

            onTriggered: root.problems.applyFixOf(modelData.finding, modelData.fix)
        }

        onObjectAdded: (index, object) => root.insertItem(index, object as MenuItem)
        onObjectRemoved: (index, object) => root.removeItem(object as MenuItem)
    }
}
