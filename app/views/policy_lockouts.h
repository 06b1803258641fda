#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include "app/views/document.h"

namespace gw {

/// Whom the draft of a policy would lock out, before it is applied: asked a moment after the typing stops.
class PolicyLockouts : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document MEMBER document_)
    /// Id of the thing that carries the policy.
    Q_PROPERTY(QString row MEMBER row_)
    Q_PROPERTY(QString draft READ draft WRITE setDraft NOTIFY draftChanged)
    /// "Would lock out 2; 1 more may be"; empty where it locks nobody out, is no policy, or says what stands there.
    Q_PROPERTY(QString headline READ headline NOTIFY answered)
    /// Each of them: who, how it asks, and what to add so that it stays.
    Q_PROPERTY(QStringList lines READ lines NOTIFY answered)

public:
    explicit PolicyLockouts(QObject* parent = nullptr);

    QString draft() const { return draft_; }
    void setDraft(const QString& draft);
    QString headline() const { return headline_; }
    QStringList lines() const { return lines_; }

signals:
    void draftChanged();
    void answered();

private:
    void ask();

    Document* document_ = nullptr;
    QString row_;
    QString draft_;
    QString headline_;
    QStringList lines_;
    QTimer pause_;
};

}  // namespace gw
