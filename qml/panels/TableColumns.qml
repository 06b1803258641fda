import Gatewright.Theme
import Gatewright.Views

/// Where the cells of a table stand, in the fonts that they are written in.
TableLayout {
    headFont: Theme.caption
    monoFont: Theme.mono
    padding: Theme.space3 + 2 * Theme.space1
    wordsFont: Theme.body
}
