import QtQuick
import QtTest
import Gatewright.Theme

TestCase {
    id: root

    height: 520
    name: "Controls"
    visible: true
    when: windowShown
    width: 640

    Gallery {
        id: gallery
    }
    SignalSpy {
        id: clicks

        signalName: "clicked"
        target: gallery.button
    }
    SignalSpy {
        id: entries

        signalName: "entered"
        target: gallery.segment
    }
    SignalSpy {
        id: picks

        signalName: "picked"
        target: gallery.picker
    }

    function cleanupTestCase() {
        Theme.choice = "system";
    }

    function test_buttonByMouseAndKey() {
        mouseClick(gallery.button);
        compare(clicks.count, 1);
        gallery.field.forceActiveFocus();
        gallery.button.forceActiveFocus(Qt.TabFocusReason);
        keyClick(Qt.Key_Space);
        compare(clicks.count, 2);
        verify(gallery.button.visualFocus);
    }

    function test_fieldGrowsWithItsError() {
        compare(gallery.field.implicitHeight, Theme.control);
        gallery.field.error = "Say a name.";
        verify(gallery.field.implicitHeight > Theme.control + 10);
        gallery.field.error = "";
    }

    function test_segmentAndSwitch() {
        mouseClick(gallery.segment, gallery.segment.width - 10, 10);
        compare(gallery.segment.current, 1);
        mouseClick(gallery.word);
        verify(!gallery.word.checked);
        mouseClick(gallery.word);
        verify(gallery.word.checked);
    }

    function test_enterInASegmentGoesOn() {
        mouseClick(gallery.segment, 10, 10);
        keyClick(Qt.Key_Right);
        compare(gallery.segment.current, 1);
        compare(entries.count, 0);
        keyClick(Qt.Key_Return);
        compare(gallery.segment.current, 1);
        compare(entries.count, 1);
    }

    function test_aButtonThatWrapsTakesASecondLine() {
        const width = gallery.button.width;
        const text = gallery.button.text;
        gallery.button.wraps = true;
        gallery.button.text = "Let everything in that was let in before";
        gallery.button.width = 150;
        tryVerify(() => gallery.button.implicitHeight > Theme.control);
        gallery.button.text = text;
        gallery.button.width = width;
        gallery.button.wraps = false;
        compare(gallery.button.implicitHeight, Theme.control);
    }

    function test_pickerIsDrivenByKeys() {
        gallery.picker.open();
        tryVerify(() => gallery.picker.opened);
        keyClick(Qt.Key_Down);
        keyClick(Qt.Key_Return);
        compare(picks.count, 1);
        compare(picks.signalArguments[0][0], "secretsmanager");
        tryVerify(() => !gallery.picker.visible);
    }

    function test_pictures_data() {
        return [{
                tag: "light"
            }, {
                tag: "dark"
            }, {
                tag: "highContrast"
            }];
    }
    function test_pictures(data) {
        Theme.choice = data.tag;
        waitForRendering(gallery);
        const picture = grabImage(gallery);
        picture.save(picturesDir + "/controls-" + data.tag + ".png");
        compare(picture.pixel(2, 2), Theme.panel);
    }
}
