#pragma once
#include <QObject>

#include <memory>

#include "app/views/beside.h"
#include "app/views/judgement.h"

namespace gw {

/// Judges designs: small ones at once, large ones beside the user's work.
class Judge : public QObject {
    Q_OBJECT

public:
    /// Designs with more judged rows than this are judged on another thread.
    static constexpr std::size_t rowsJudgedAtOnce = 600;

    explicit Judge(Design first, QObject* parent = nullptr);

    /// What is known; of the design last asked about unless isJudging().
    const std::shared_ptr<const Judgement>& judgement() const { return judgement_; }
    bool isJudging() const { return beside_.isBusy(); }

    /// Asks for a judgement of the design. True where it is there on return; otherwise judged() follows.
    bool ask(Design design);

signals:
    /// A judgement has come from the other thread. While isJudging() still holds, a newer one is on its way.
    void judged();

private:
    /// A design to judge, and what was known when it was asked about.
    struct Request {
        Design design;
        std::shared_ptr<const Judgement> known;
    };
    static std::shared_ptr<const Judgement> answer(Request request);

    std::shared_ptr<const Judgement> judgement_;
    Beside<Request, std::shared_ptr<const Judgement>> beside_;
};

}  // namespace gw
