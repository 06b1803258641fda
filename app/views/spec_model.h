#pragma once
#include <qqmlintegration.h>
#include <QAbstractListModel>
#include <QStringList>

#include "app/views/document.h"

namespace gw {

/// The lines of the document as it would be saved; those that the last change touched are marked.
class SpecModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Follows the document only while it is shown.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// First line that the last change touched, from 0; -1 before any.
    Q_PROPERTY(int firstChanged READ firstChanged NOTIFY refreshed)

public:
    using QAbstractListModel::QAbstractListModel;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    bool isActive() const { return active_; }
    void setActive(bool active);
    int firstChanged() const { return firstChanged_; }

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    Q_INVOKABLE QString text() const { return lines_.join('\n') + '\n'; }

signals:
    void documentChanged();
    void activeChanged();
    void refreshed();

private:
    void refresh();
    void show(const QStringList& next);

    Document* document_ = nullptr;
    bool active_ = false;
    QStringList lines_;
    int firstChanged_ = -1;
    int changedEnd_ = -1;
};

}  // namespace gw
