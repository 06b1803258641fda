#include "app/views/judge.h"

namespace gw {

Judge::Judge(Design first, QObject* parent)
    : QObject(parent), judgement_(std::make_shared<const Judgement>(std::move(first))) {
    thread_.setMaxThreadCount(1);
}

Judge::~Judge() {
    thread_.waitForDone();
}

bool Judge::ask(Design design) {
    if (judgedRows(design) <= rowsJudgedAtOnce) {
        next_.reset();
        outdated_ = running_;
        judgement_ = std::make_shared<const Judgement>(std::move(design));
        return true;
    }
    outdated_ = false;
    if (running_)
        next_ = std::move(design);
    else
        start(std::move(design));
    return false;
}

void Judge::start(Design design) {
    running_ = true;
    thread_.start([this, design = std::move(design)]() mutable {
        auto judgement = std::make_shared<const Judgement>(std::move(design));
        QMetaObject::invokeMethod(
            this, [this, judgement = std::move(judgement)]() mutable { arrive(std::move(judgement)); },
            Qt::QueuedConnection);
    });
}

void Judge::arrive(std::shared_ptr<const Judgement> judgement) {
    running_ = false;
    if (!std::exchange(outdated_, false)) judgement_ = std::move(judgement);
    if (next_) {
        start(*std::move(next_));
        next_.reset();
    }
    emit judged();
}

}  // namespace gw
