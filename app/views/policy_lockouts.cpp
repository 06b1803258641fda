#include "app/views/policy_lockouts.h"

#include "app/views/text.h"
#include "model/lockout/lockout.h"

namespace gw {
namespace {

/// How long the typing has to rest.
constexpr int pauseMilliseconds = 400;

QString lineOf(const LockedOut& found) {
    QString line = screenText(found.name) + " (" + screenText(found.how) + ")";
    if (!found.keep.empty()) line += ". " + screenText(found.keep);
    return line;
}

}  // namespace

PolicyLockouts::PolicyLockouts(QObject* parent) : QObject(parent) {
    pause_.setSingleShot(true);
    pause_.setInterval(pauseMilliseconds);
    connect(&pause_, &QTimer::timeout, this, &PolicyLockouts::ask);
}

void PolicyLockouts::setDraft(const QString& draft) {
    if (draft == draft_) return;
    draft_ = draft;
    emit draftChanged();
    pause_.start();
}

void PolicyLockouts::ask() {
    int sure = 0;
    int unsure = 0;
    QStringList lines;
    if (document_ && !row_.isEmpty() && !draft_.trimmed().isEmpty()) {
        const auto answer = lockouts(document_->design(), {AnyId(row_.toStdString()), draft_.toStdString(), {}});
        for (const LockedOut& found : answer ? answer->found : std::vector<LockedOut>{}) {
            if (found.standing == LockoutStanding::Already) continue;
            ++(found.standing == LockoutStanding::LockedOut ? sure : unsure);
            lines << lineOf(found);
        }
    }
    QString headline;
    if (sure > 0) headline = tr("Would lock out %1").arg(sure);
    if (unsure > 0)
        headline = sure > 0 ? tr("%1; %2 more may be").arg(headline).arg(unsure) : tr("May lock out %1").arg(unsure);
    if (headline == headline_ && lines == lines_) return;
    headline_ = headline;
    lines_ = lines;
    emit answered();
}

}  // namespace gw
