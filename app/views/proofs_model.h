#pragma once
#include <qqmlintegration.h>
#include <QObject>
#include <QVariantList>

#include <memory>
#include <optional>

#include "app/views/beside.h"
#include "app/views/session.h"
#include "model/report/design_proofs.h"

namespace gw {

/// Questions about every request at once, and the answer to the one that was asked last: found beside the user's work,
/// and gone when the design changes.
class ProofsModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(gw::Session* session READ session WRITE setSession NOTIFY sessionChanged)
    // What the first two questions are about, each with `value` (id) and `label`.
    Q_PROPERTY(QVariantList resources READ resources NOTIFY choicesChanged)
    /// Endpoints that lead to the service of the chosen resource.
    Q_PROPERTY(QVariantList doors READ doors NOTIFY choicesChanged)
    /// Endpoints, all of them.
    Q_PROPERTY(QVariantList endpoints READ endpoints NOTIFY choicesChanged)
    /// Places in these lists.
    Q_PROPERTY(int resource READ resource WRITE setResource NOTIFY choicesChanged)
    Q_PROPERTY(int door READ door WRITE setDoor NOTIFY choicesChanged)
    Q_PROPERTY(int endpoint READ endpoint WRITE setEndpoint NOTIFY choicesChanged)
    /// The question that is answered, or asked: see Query; -1 for none.
    Q_PROPERTY(int asked READ asked NOTIFY answered)
    Q_PROPERTY(bool busy READ isBusy NOTIFY answered)
    /// 0 proved, 1 refuted, 2 unknown; -1 where there is no answer.
    Q_PROPERTY(int verdict READ verdict NOTIFY answered)
    Q_PROPERTY(QString verdictName READ verdictName NOTIFY answered)
    Q_PROPERTY(QString summary READ summary NOTIFY answered)
    Q_PROPERTY(QStringList lines READ lines NOTIFY answered)
    Q_PROPERTY(QString reason READ reason NOTIFY answered)
    /// Whether the counter-example can be drawn.
    Q_PROPERTY(bool drawable READ isDrawable NOTIFY answered)

public:
    enum Query { OnlyThrough, NoStranger, NothingDead, NothingChanged };
    Q_ENUM(Query)

    explicit ProofsModel(QObject* parent = nullptr);

    Session* session() const { return session_; }
    void setSession(Session* session);
    QVariantList resources() const;
    QVariantList doors() const;
    QVariantList endpoints() const;
    int resource() const;
    void setResource(int resource);
    int door() const;
    void setDoor(int door);
    int endpoint() const;
    void setEndpoint(int endpoint);
    int asked() const { return asked_; }
    bool isBusy() const { return waits_ || beside_.isBusy(); }
    int verdict() const { return answer_ ? static_cast<int>(answer_->verdict) : -1; }
    QString verdictName() const;
    QString summary() const;
    QStringList lines() const;
    QString reason() const;
    bool isDrawable() const { return answer_ && answer_->picture; }

    /// Asks; a counter-example is drawn on the canvas when it comes.
    Q_INVOKABLE void prove(gw::ProofsModel::Query query);
    /// Draws the counter-example again.
    Q_INVOKABLE void draw();
    /// Takes the thing for what is asked about, where it can be.
    Q_INVOKABLE void start(const QString& thing);

signals:
    void sessionChanged();
    void choicesChanged();
    void answered();

private:
    struct Question {
        std::shared_ptr<const Judgement> judgement{};
        Design saved{};
        Query query = OnlyThrough;
        std::string resource{};
        std::string endpoint{};
    };

    static DesignProof answerOf(Question question);
    void show(DesignProof proof);
    void listenToDocument();
    void forget();
    void ask();
    const Design* design() const;

    Session* session_ = nullptr;
    std::string resource_;
    std::string door_;
    std::string endpoint_;
    int asked_ = -1;
    bool waits_ = false;     ///< for the design to be judged
    Design comparedWith_{};  ///< the last save, when the question was asked
    std::optional<DesignProof> answer_;
    QMetaObject::Connection changed_;
    QMetaObject::Connection judged_;
    QMetaObject::Connection saved_;
    Beside<Question, DesignProof> beside_;
};

}  // namespace gw
