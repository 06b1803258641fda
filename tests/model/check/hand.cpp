#include "tests/model/check/hand.h"

#include <algorithm>
#include <array>

#include "model/design/references.h"
#include "model/edit/edits.h"
#include "model/edit/fields.h"

namespace gw {
namespace {

constexpr std::array askedActions{"s3:GetObject", "dynamodb:GetItem", "kms:Decrypt", "ecr:BatchGetImage",
                                  "ssm:UpdateInstanceInformation"};

/// Policies too wide and just right, of one action and of several, with and without a principal; those with one may ask
/// for that endpoint.
PolicyDocument someDocument(Random& random, bool hasPrincipal, const std::string& endpoint = "vpce-gone") {
    static const std::vector<std::string> effects{"Allow", "Allow", "Allow", "Deny"};
    static const std::vector<std::string> actions{
        R"("Action": "*")", R"("Action": "s3:*")", R"("Action": ["s3:GetObject", "kms:Decrypt"])",
        R"("Action": ["ecr:BatchGetImage", "logs:PutLogEvents", "sqs:SendMessage", "dynamodb:GetItem"])",
        R"("NotAction": "iam:*")"};
    static const std::vector<std::string> resources{R"("*")", R"("arn:aws:s3:::shop/*")"};
    return PolicyDocument::literal(
        R"({"Version": "2012-10-17", "Statement": [{"Effect": ")" + random.of(effects) + R"(", )" +
        (hasPrincipal ? R"("Principal": "*", )" : "") + random.of(actions) + R"(, "Resource": )" +
        random.of(resources) +
        (hasPrincipal && random.chance(40)
             ? R"(, "Condition": {"StringEquals": {"aws:SourceVpce": ")" + endpoint + R"("}})"
             : "") +
        "}]}");
}

}  // namespace

void Hand::step(const Judgement& judged) {
    const int kind = random_.between(1, 100);
    if (kind <= 55) return setAField();
    if (kind <= 75) return fix(judged);
    if (kind <= 80) return run(edits::rename(any(), "name " + std::to_string(random_.between(1, 9))));
    if (kind <= 85) return run(edits::connect(any(), any(), freeId(design_, "flow")));
    if (kind <= 88) return run(edits::removeThings({any().value}));
    if (kind <= 92) return run(edits::moveThings({any().value}, random_.between(-80, 80), random_.between(-80, 80)));
    if (kind <= 95) return takeFrom(any());
    if (!past_.empty()) {
        lastStep_ = "back";
        design_ = past_[random_.below(past_.size())];
    }
}

void Hand::stepOfRights(const Judgement& judged) {
    switch (random_.between(1, 12)) {
        case 1:
            return change(&Design::roles, [&](Role& role) {
                // Now and then of a role beside it that nobody has yet.
                if (random_.chance(30)) role.id = {role.id.value + "-2"};
                role.policies = inlinePolicies();
            });
        case 2:
            return attachManagedPolicy();
        case 3:
            return change(&Design::workloads, [&](Workload& workload) { workload.role = anyOf(&Design::roles); });
        case 4:
            return change(&Design::workloads, [&](Workload& workload) { setWhatRuns(workload); });
        case 5:
            return change(&Design::flows, [&](Flow& flow) { setWhoSigns(flow); });
        case 6:
            return change(&Design::flows, [&](Flow& flow) { setWhatIsAsked(flow); });
        case 7:
            return change(&Design::flows, [&](Flow& flow) { flow.to = anyOf(&Design::resources); });
        case 8:
            return change(&Design::endpoints, [&](Endpoint& endpoint) { endpoint.policy = policyOrNone(); });
        case 9:
            return change(&Design::resources, [&](ServiceResource& resource) { setResource(resource); });
        case 10:
            return change(&Design::subnets, [&](Subnet& subnet) { subnet.mapPublicIp = random_.chance(50); });
        case 11:
            return change(&Design::accounts, [&](Account& account) {
                account.number = random_.chance(80) ? *AccountNumber::parse("111122223333") : AccountNumber();
            });
        default:
            return step(judged);
    }
}

void Hand::run(const Edit& edit) {
    lastStep_ = edit.label;
    auto after = apply(edit, design_);
    if (!after) return;
    past_.push_back(std::exchange(design_, *std::move(after)));
    if (past_.size() > 20) past_.pop_front();
}

AnyId Hand::any() {
    std::vector<AnyId> ids;
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        // Kinds of which there are few get their turn, too.
        std::size_t left = 6;
        const std::size_t size = (design_.*table).size();
        for (const Row& row : design_.*table)
            if (left > 0 && random_.below(size) < 6) {
                ids.emplace_back(row.id);
                --left;
            }
    });
    return ids.empty() ? AnyId{} : random_.of(ids);
}

void Hand::setAField() {
    const AnyId id = any();
    const std::vector<FieldView> fields = fieldsOf(design_, id);
    if (fields.empty()) return;
    const FieldView& field = random_.of(fields);
    std::string text = field.text;
    switch (field.kind) {
        case FieldKind::Switch:
            text = text == "true" ? "false" : "true";
            break;
        case FieldKind::Choice:
        case FieldKind::Reference:
            if (!field.choices.empty()) text = random_.chance(15) ? "" : random_.of(field.choices).value;
            break;
        case FieldKind::References:
            text.clear();
            for (const FieldChoice& choice : field.choices)
                if (random_.chance(40)) text += (text.empty() ? "" : ", ") + choice.value;
            break;
        case FieldKind::Number:
            text = std::to_string(random_.between(0, 70000));
            break;
        case FieldKind::Block:
        case FieldKind::Blocks:
            text = "10." + std::to_string(random_.between(0, 3)) + "." + std::to_string(random_.between(0, 40)) +
                   ".0/" + std::to_string(random_.between(20, 26));
            break;
        case FieldKind::Ports:
            text = random_.chance(50) ? "443" : "1024-65535";
            break;
        case FieldKind::Text:
        case FieldKind::Words:
            text = random_.chance(50) ? "" : random_.chance(50) ? "s3" : "other";
            break;
        default:
            return;
    }
    run(edits::setField(id, field.key, text));
}

void Hand::takeFrom(const AnyId& id) {
    lastStep_ = "row taken from another";
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        const Row* row = (design_.*table).find({id.value});
        if (!row || std::is_same_v<Row, Placement>) return;
        auto other = (design_.*table).begin();
        std::advance(other, static_cast<std::ptrdiff_t>(random_.below((design_.*table).size())));
        Row changed = *other;
        changed.id = row->id;
        run(Edit("take", [&, changed](Design& design) -> Status {
            (design.*table).put(changed);
            return {};
        }));
    });
}

void Hand::fix(const Judgement& judged) {
    std::vector<const Fix*> fixes;
    for (const Diagnostic& each : judged.diagnostics())
        for (const Fix& one : each.finding->fixes) fixes.push_back(&one);
    if (!fixes.empty()) run(random_.of(fixes)->edit);
}

template <class Row>
Id<Row> Hand::anyOf(Table<Row> Design::*table) {
    std::vector<Id<Row>> ids;
    for (const Row& row : design_.*table) ids.push_back(row.id);
    return ids.empty() ? Id<Row>{} : random_.of(ids);
}

template <class Row, class Change>
void Hand::change(Table<Row> Design::*table, Change change) {
    const Row* row = find(design_, anyOf(table));
    if (!row) return;
    Row changed = *row;
    change(changed);
    run(Edit("change of " + changed.id.value, [table, changed](Design& design) -> Status {
        (design.*table).put(changed);
        return {};
    }));
}

std::optional<PolicyDocument> Hand::policyOrNone() {
    if (random_.chance(25)) return std::nullopt;
    return random_.chance(50) ? someDocument(random_, true)
                              : someDocument(random_, true, anyOf(&Design::endpoints).value);
}

std::vector<NamedPolicy> Hand::inlinePolicies() {
    std::vector<NamedPolicy> policies;
    for (int i = random_.between(0, 2); i > 0; --i)
        policies.push_back({"inline-" + std::to_string(i), someDocument(random_, false)});
    return policies;
}

void Hand::attachManagedPolicy() {
    Policy policy;
    policy.id = {"shared-policy"};
    policy.name = random_.chance(50) ? "AmazonSSMManagedInstanceCore" : "CloudWatchAgentServerPolicy";
    policy.document = someDocument(random_, false);
    const bool has = random_.chance(70);
    const Role* role = find(design_, anyOf(&Design::roles));
    if (!role) return;
    Role changed = *role;
    changed.managedPolicies.clear();
    if (has) changed.managedPolicies.push_back(policy.id);
    run(Edit("managed policy of " + changed.id.value, [policy, changed](Design& design) -> Status {
        design.policies.put(policy);
        design.roles.put(changed);
        return {};
    }));
}

void Hand::setWhatRuns(Workload& workload) {
    static const std::vector<WorkloadKind> kinds{WorkloadKind::Ec2, WorkloadKind::Ecs, WorkloadKind::Eks,
                                                 WorkloadKind::Generic};
    workload.workloadKind = random_.of(kinds);
    workload.detail = random_.chance(50) ? "SageMaker Studio" : "";
    workload.publicIp = random_.chance(30);
}

void Hand::setWhoSigns(Flow& flow) {
    flow.principal = random_.chance(80) ? FlowPrincipal::Role : FlowPrincipal::Anonymous;
    flow.role = random_.chance(50) ? anyOf(&Design::roles) : Id<Role>{};
    if (random_.chance(50)) flow.from = anyOf(&Design::workloads);
}

void Hand::setWhatIsAsked(Flow& flow) {
    flow.intent = random_.chance(60) ? FlowIntent::Private : random_.chance(50) ? FlowIntent::Blocked : FlowIntent::Any;
    flow.actions.clear();
    for (const char* action : askedActions)
        if (random_.chance(40)) flow.actions.emplace_back(action);
}

void Hand::setResource(ServiceResource& resource) {
    static const std::vector<std::string> services{"s3",  "ecr.api",     "ecr.dkr", "logs",
                                                   "ssm", "ssmmessages", "kms",     "dynamodb"};
    resource.service = random_.of(services);
    resource.policy = policyOrNone();
    resource.encryptionKey = random_.chance(40) ? anyOf(&Design::resources) : Id<ServiceResource>{};
}

}  // namespace gw
