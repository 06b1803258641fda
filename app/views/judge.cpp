#include "app/views/judge.h"

namespace gw {

Judge::Judge(Design first, QObject* parent)
    : QObject(parent),
      judgement_(judge(std::move(first))),
      beside_(answer, [this](std::shared_ptr<const Judgement> judgement) {
          judgement_ = std::move(judgement);
          emit judged();
      }) {}

bool Judge::ask(Design design) {
    if (judgedRows(design) > rowsJudgedAtOnce) {
        beside_.ask({std::move(design), judgement_});
        return false;
    }
    beside_.forget();
    judgement_ = judge(std::move(design), judgement_.get());
    return true;
}

std::shared_ptr<const Judgement> Judge::answer(Request request) {
    return judge(std::move(request.design), request.known.get());
}

}  // namespace gw
