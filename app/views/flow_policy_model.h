#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QPointer>
#include <QStringList>

#include "app/views/document.h"

namespace gw {

/// A policy made from the flows of the design, looked at before it is done: one step of the history.
class FlowPolicyModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Document* document READ document WRITE setDocument NOTIFY documentChanged)
    /// Id of the thing, and key of the field that the policy stands in.
    Q_PROPERTY(QString row MEMBER row_ NOTIFY placeChanged)
    Q_PROPERTY(QString field MEMBER field_ NOTIFY placeChanged)
    /// Whether the field takes such a policy.
    Q_PROPERTY(bool possible READ isPossible NOTIFY placeChanged)
    /// Whether it is shown on the canvas and in the fields, not done.
    Q_PROPERTY(bool proposed READ isProposed NOTIFY changed)
    /// What it would change, a line each.
    Q_PROPERTY(QStringList changes READ changes NOTIFY changed)
    /// Why it cannot be made; empty where nothing stands in the way, or nobody has asked.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)

public:
    explicit FlowPolicyModel(QObject* parent = nullptr);
    ~FlowPolicyModel() override;

    Document* document() const { return document_; }
    void setDocument(Document* document);
    bool isPossible() const;
    bool isProposed() const { return proposed_; }
    const QStringList& changes() const { return changes_; }
    const QString& problem() const { return problem_; }

    Q_INVOKABLE void propose();
    Q_INVOKABLE void keep();
    Q_INVOKABLE void drop();

signals:
    void documentChanged();
    void placeChanged();
    void changed();

private:
    void follow();
    void leave();
    void tell(bool proposed, QStringList changes, const QString& problem);

    QPointer<Document> document_;
    QString row_;
    QString field_;
    bool proposed_ = false;
    QStringList changes_;
    QString problem_;
};

}  // namespace gw
