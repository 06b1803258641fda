#include "app/views/judge.h"

namespace gw {
namespace {

std::shared_ptr<const Judgement> judge(Design design) {
    return std::make_shared<const Judgement>(std::move(design));
}

}  // namespace

Judge::Judge(Design first, QObject* parent)
    : QObject(parent),
      judgement_(judge(std::move(first))),
      beside_(judge, [this](std::shared_ptr<const Judgement> judgement) {
          judgement_ = std::move(judgement);
          emit judged();
      }) {}

bool Judge::ask(Design design) {
    if (judgedRows(design) > rowsJudgedAtOnce) {
        beside_.ask(std::move(design));
        return false;
    }
    beside_.forget();
    judgement_ = judge(std::move(design));
    return true;
}

}  // namespace gw
