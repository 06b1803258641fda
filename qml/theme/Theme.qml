pragma Singleton
import QtQuick
import Gatewright.Theme

/// Colours, type and sizes by what they mean; the values stand in resources/look/tokens.json alone.
QtObject {
    id: root

    /// "system", "light", "dark" or "highContrast", kept for the next start.
    property alias choice: choice.value
    /// The scheme shown now: "light", "dark" or "highContrast".
    readonly property string scheme: root.choice !== "system" ? root.choice : Tokens.systemIsDark ? "dark" : "light"
    readonly property Remembered kept: Remembered {
        id: choice

        fallback: "system"
        key: "look/scheme"
    }
    /// Whether nothing moves by itself, kept for the next start.
    property alias reducedMotion: reduced.value
    readonly property Remembered keptMotion: Remembered {
        id: reduced

        fallback: false
        key: "look/reducedMotion"
    }

    readonly property color surface: Tokens.colour("surface", root.scheme)
    readonly property color panel: Tokens.colour("panel", root.scheme)
    readonly property color raised: Tokens.colour("raised", root.scheme)
    readonly property color sunken: Tokens.colour("sunken", root.scheme)
    readonly property color border: Tokens.colour("border", root.scheme)
    readonly property color borderStrong: Tokens.colour("borderStrong", root.scheme)
    readonly property color text: Tokens.colour("text", root.scheme)
    readonly property color muted: Tokens.colour("muted", root.scheme)
    readonly property color faint: Tokens.colour("faint", root.scheme)
    readonly property color disabled: Tokens.colour("disabled", root.scheme)
    readonly property color accent: Tokens.colour("accent", root.scheme)
    readonly property color accentText: Tokens.colour("accentText", root.scheme)
    readonly property color accentInk: Tokens.colour("onAccent", root.scheme)
    readonly property color focus: Tokens.colour("focus", root.scheme)
    readonly property color selection: Tokens.colour("selection", root.scheme)
    readonly property color selectionText: Tokens.colour("selectionText", root.scheme)
    readonly property color hover: Tokens.colour("hover", root.scheme)
    readonly property color pressed: Tokens.colour("pressed", root.scheme)
    readonly property color dropTargetFill: Tokens.colour("dropTargetFill", root.scheme)
    readonly property color error: Tokens.colour("error", root.scheme)
    readonly property color errorSoft: Tokens.colour("errorSoft", root.scheme)
    readonly property color warning: Tokens.colour("warning", root.scheme)
    readonly property color warningSoft: Tokens.colour("warningSoft", root.scheme)
    readonly property color hint: Tokens.colour("hint", root.scheme)
    readonly property color hintSoft: Tokens.colour("hintSoft", root.scheme)
    readonly property color ok: Tokens.colour("ok", root.scheme)
    readonly property color okSoft: Tokens.colour("okSoft", root.scheme)
    readonly property color unknown: Tokens.colour("unknown", root.scheme)
    readonly property color unknownSoft: Tokens.colour("unknownSoft", root.scheme)
    readonly property color privatePath: Tokens.colour("private", root.scheme)
    readonly property color publicPath: Tokens.colour("public", root.scheme)
    readonly property color blockedPath: Tokens.colour("blocked", root.scheme)
    readonly property color connector: Tokens.colour("connector", root.scheme)
    readonly property color synKey: Tokens.colour("synKey", root.scheme)
    readonly property color synString: Tokens.colour("synString", root.scheme)
    readonly property color synNumber: Tokens.colour("synNumber", root.scheme)
    readonly property color scrim: Tokens.colour("scrim", root.scheme)

    readonly property font micro: Tokens.font("micro")
    readonly property font caption: Tokens.font("caption")
    readonly property font body: Tokens.font("body")
    readonly property font bodyMedium: Tokens.font("body", Font.Medium)
    readonly property font bodyStrong: Tokens.font("bodyStrong")
    readonly property font mono: Tokens.font("mono")
    readonly property font title: Tokens.font("title")

    readonly property real space1: Tokens.number("space/1")
    readonly property real space2: Tokens.number("space/2")
    readonly property real space3: Tokens.number("space/3")
    readonly property real space4: Tokens.number("space/4")
    readonly property real space5: Tokens.number("space/5")
    readonly property real space6: Tokens.number("space/6")
    readonly property real space7: Tokens.number("space/7")
    readonly property real space8: Tokens.number("space/8")

    readonly property real radiusSmall: Tokens.number("radius/small")
    readonly property real radiusControl: Tokens.number("radius/control")
    readonly property real radiusCard: Tokens.number("radius/card")
    readonly property real radiusPopup: Tokens.number("radius/popup")
    readonly property real strokeHairline: Tokens.number("stroke/hairline")
    readonly property real strokeFlow: Tokens.number("stroke/flow")
    readonly property real strokeFocus: Tokens.number("stroke/focus")
    readonly property real strokeFocusGap: Tokens.number("stroke/focusGap")

    readonly property real iconInline: Tokens.number("icon/inline")
    readonly property real iconControl: Tokens.number("icon/control")
    readonly property real iconPalette: Tokens.number("icon/palette")
    readonly property real iconCard: Tokens.number("icon/card")
    readonly property real iconStart: Tokens.number("icon/start")

    readonly property real titleBar: Tokens.number("size/titleBar")
    readonly property real row: Tokens.number("size/row")
    readonly property real rowCompact: Tokens.number("size/rowCompact")
    readonly property real control: Tokens.number("size/control")
    readonly property real controlSmall: Tokens.number("size/controlSmall")
    readonly property real tabBar: Tokens.number("size/tabBar")
    readonly property real statusBar: Tokens.number("size/statusBar")
    readonly property real panelHeader: Tokens.number("size/panelHeader")
    readonly property real hitMinimum: Tokens.number("size/hitMinimum")
    readonly property real splitterHit: Tokens.number("size/splitterHit")

    readonly property int toastMotion: Tokens.number("motion/toast")
}
