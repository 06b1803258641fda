#pragma once
#include <QtQml/qqmlregistration.h>
#include <QColor>
#include <QFileDialog>
#include <QObject>
#include <QPointer>
#include <QUrl>
#include <QWindow>

namespace gw {

/// Asks for a file: the dialog of the system where there is one, else that of Qt Widgets, in the colours of the window.
/// A name that exists is asked about before it is replaced. Needs a QApplication.
class FilePicker : public QObject {
    Q_OBJECT
    QML_ELEMENT
    /// What the dialog stands above.
    Q_PROPERTY(QWindow* window MEMBER window_ NOTIFY changed)
    Q_PROPERTY(QColor surface MEMBER surface_ NOTIFY changed)
    Q_PROPERTY(QColor field MEMBER field_ NOTIFY changed)
    Q_PROPERTY(QColor text MEMBER text_ NOTIFY changed)
    Q_PROPERTY(QColor accent MEMBER accent_ NOTIFY changed)
    Q_PROPERTY(QColor accentText MEMBER accentText_ NOTIFY changed)

public:
    using QObject::QObject;
    ~FilePicker() override;

    /// For a file that is there, or a new one where `isNew`: then `suffix` ("svg") is added to a name without one, and
    /// `suggested`, a path or a name, stands in the field. chosen() or rejected() answers.
    Q_INVOKABLE void ask(bool isNew, const QString& title, const QStringList& filters, const QString& suffix,
                         const QString& suggested);
    /// nullptr while nothing is asked.
    QFileDialog* dialog() const { return dialog_; }

signals:
    void changed();
    void chosen(const QUrl& file);
    void rejected();

private:
    QPointer<QWindow> window_;
    QPointer<QFileDialog> dialog_;
    QColor surface_;
    QColor field_;
    QColor text_;
    QColor accent_;
    QColor accentText_;
};

}  // namespace gw
