#include "app/views/flow_policy_model.h"

#include "app/views/text.h"
#include "model/check/flow_policies.h"

namespace gw {

FlowPolicyModel::FlowPolicyModel(QObject* parent) : QObject(parent) {
    connect(this, &FlowPolicyModel::placeChanged, this, &FlowPolicyModel::leave);
}

FlowPolicyModel::~FlowPolicyModel() {
    if (proposed_ && document_) document_->dropPreview();
}

void FlowPolicyModel::setDocument(Document* document) {
    if (document == document_) return;
    leave();
    if (document_) document_->disconnect(this);
    document_ = document;
    if (document_) {
        connect(document_, &Document::stateChanged, this, &FlowPolicyModel::follow);
        // What was said of the flows is of those that there were.
        connect(document_, &Document::changed, this, [this] {
            if (!proposed_ && !problem_.isEmpty()) tell(false, {}, {});
        });
    }
    emit documentChanged();
    emit placeChanged();
}

bool FlowPolicyModel::isPossible() const {
    const bool isOwn = field_ == u"policy" || field_ == u"policies";
    return document_ && isOwn && takesFlowPolicy(document_->design(), AnyId(row_.toStdString()));
}

/// Another edit, or Escape, ends what is proposed.
void FlowPolicyModel::follow() {
    if (proposed_ && !document_->isProposing()) tell(false, {}, {});
}

void FlowPolicyModel::propose() {
    if (!document_ || document_->isProposing()) return;
    // Flows fare as they were judged last, of the design as it is kept.
    const auto policy = leastPolicyFor(document_->judgement()->facts(), AnyId(row_.toStdString()));
    if (!policy) return tell(false, {}, screenText(policy.error().message));
    if (policy->changes.empty()) return tell(false, {}, tr("It allows what its flows need, and nothing else."));
    if (const Status shown = document_->propose(policy->edit); !shown)
        return tell(false, {}, screenText(shown.error().message));
    QStringList lines;
    for (const std::string& line : policy->changes) lines << screenText(line);
    tell(true, lines, {});
}

void FlowPolicyModel::keep() {
    if (!proposed_) return;
    tell(false, {}, {});
    document_->keepPreview();
}

void FlowPolicyModel::drop() {
    if (proposed_) leave();
}

/// Ends what is proposed, and takes back what was said.
void FlowPolicyModel::leave() {
    const bool wasProposed = proposed_;
    tell(false, {}, {});
    if (wasProposed && document_) document_->dropPreview();
}

void FlowPolicyModel::tell(bool proposed, QStringList changes, const QString& problem) {
    proposed_ = proposed;
    changes_ = std::move(changes);
    problem_ = problem;
    emit changed();
}

}  // namespace gw
