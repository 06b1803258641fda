#pragma once
#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

#include "app/views/judgement.h"

namespace gw {

/// Judges designs: small ones at once, large ones on a thread of its own, one at a time. Of the designs that come in
/// while it works only the newest is taken up next.
class Judge : public QObject {
    Q_OBJECT

public:
    /// Designs with more judged rows than this are not judged on the caller's thread.
    static constexpr std::size_t rowsJudgedAtOnce = 600;

    explicit Judge(Design first, QObject* parent = nullptr);
    ~Judge() override;

    /// What is known; of the design last asked about unless isJudging().
    const std::shared_ptr<const Judgement>& judgement() const { return judgement_; }
    bool isJudging() const { return running_ && !outdated_; }

    /// Asks for a judgement of the design. True where it is there on return; otherwise judged() follows.
    bool ask(Design design);

signals:
    /// A judgement has come from the thread. While isJudging() still holds, a newer one is on its way.
    void judged();

private:
    void start(Design design);
    void arrive(std::shared_ptr<const Judgement> judgement);

    std::shared_ptr<const Judgement> judgement_;
    std::optional<Design> next_;
    bool running_ = false;
    /// Of the running job: a design judged at once since then makes its result worthless.
    bool outdated_ = false;
    QThreadPool thread_;
};

}  // namespace gw
