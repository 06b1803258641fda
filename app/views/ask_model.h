#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QVariantList>

#include <optional>

#include "app/views/session.h"
#include "model/reach/access_question.h"

namespace gw {

/// A question about one request, and its answer: it is asked anew whenever a part of it, or the design, changes.
class AskModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    /// Nothing is asked while nobody looks.
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged)
    /// Id of a workload or client (which asks as its role), or of a role; or a principal as policies write it.
    Q_PROPERTY(QString who READ who WRITE setWho NOTIFY changed)
    Q_PROPERTY(QString action READ action WRITE setAction NOTIFY changed)
    /// Id of a resource of the design, or an ARN.
    Q_PROPERTY(QString resource READ resource WRITE setResource NOTIFY changed)
    /// Place in `ways`.
    Q_PROPERTY(int way READ way WRITE setWay NOTIFY changed)
    /// What the fields show: names in place of ids.
    Q_PROPERTY(QString whoShown READ whoShown NOTIFY changed)
    Q_PROPERTY(QString resourceShown READ resourceShown NOTIFY changed)
    // What may be chosen, each with `value`, `label` and `note`.
    Q_PROPERTY(QVariantList people READ people NOTIFY changed)
    Q_PROPERTY(QVariantList actions READ actions NOTIFY changed)
    Q_PROPERTY(QVariantList resources READ resources NOTIFY changed)
    Q_PROPERTY(QVariantList ways READ ways NOTIFY changed)
    /// Why what is said of a part names nothing; empty where it names something, or nothing is said.
    Q_PROPERTY(QString whoError READ whoError NOTIFY changed)
    Q_PROPERTY(QString resourceError READ resourceError NOTIFY changed)
    /// What is still to be said before it can be answered; empty where there is an answer.
    Q_PROPERTY(QString problem READ problem NOTIFY changed)
    Q_PROPERTY(bool answered READ isAnswered NOTIFY changed)
    /// As an Outcome: passed, blocked, unknown, not judged.
    Q_PROPERTY(int outcome READ outcome NOTIFY changed)
    Q_PROPERTY(QString verdict READ verdict NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    /// What decides: `outcome`, `stage`, `text`, `subject` (id; empty for none).
    Q_PROPERTY(QVariantList reasons READ reasons NOTIFY changed)
    /// The policies that were asked: `title`, `subject`, `about` (the action, where it is another) and `statements`,
    /// each with `name`, `allows`, `says`, `match` (0 no, 1 yes, 2 not known) and `decides`.
    Q_PROPERTY(QVariantList policies READ policies NOTIFY changed)
    Q_PROPERTY(QStringList missing READ missing NOTIFY changed)
    /// "aws:SourceVpce: vpce-s3", a line each.
    Q_PROPERTY(QStringList context READ context NOTIFY changed)

public:
    using QObject::QObject;

    Session* session() const { return session_; }
    void setSession(Session* session);
    bool isActive() const { return active_; }
    void setActive(bool active);
    const QString& who() const { return who_; }
    void setWho(const QString& who);
    const QString& action() const { return action_; }
    void setAction(const QString& action);
    const QString& resource() const { return resource_; }
    void setResource(const QString& resource);
    int way() const;
    void setWay(int way);
    QString whoShown() const;
    QString resourceShown() const;
    QString whoError() const;
    QString resourceError() const;
    QVariantList people() const;
    QVariantList actions() const;
    QVariantList resources() const;
    QVariantList ways() const;
    const QString& problem() const { return problem_; }
    bool isAnswered() const { return answer_.has_value(); }
    int outcome() const { return answer_ ? static_cast<int>(answer_->outcome) : -1; }
    QString verdict() const;
    QString summary() const;
    QVariantList reasons() const;
    QVariantList policies() const;
    QStringList missing() const;
    QStringList context() const;

    /// Starts a question about the thing: who asks, what is asked for or the way, as it can be.
    Q_INVOKABLE void start(const QString& thing);
    /// Draws the call on the canvas, until something else is drawn or the question changes.
    Q_INVOKABLE void draw();

signals:
    void sessionChanged();
    void activeChanged();
    void changed();

private:
    const Design* design() const;
    AccessQuestion question() const;
    /// Asks again; the drawing of another answer goes.
    void refresh();
    void listenToDocument();
    void clear();
    void takeFirstWay();
    QString serviceOfResource() const;

    Session* session_ = nullptr;
    bool active_ = false;
    bool isAsked_ = false;  ///< since the last change of the question or the design
    QString who_;
    QString action_;
    QString resource_;
    AccessWay way_{};
    bool choseWay_ = false;  ///< by hand: it stays where it is offered
    std::vector<OfferedWay> ways_;
    std::optional<AccessAnswer> answer_;
    QString problem_;
    QMetaObject::Connection judged_;
    QMetaObject::Connection opened_;
};

}  // namespace gw
