import QtQuick
import QtQuick.Templates as T
import Gatewright.Theme

T.MenuSeparator {
    implicitHeight: contentItem.implicitHeight + topPadding + bottomPadding
    implicitWidth: 240
    verticalPadding: Theme.space2

    contentItem: Hairline {}
}
