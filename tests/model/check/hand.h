#pragma once
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <vector>

#include "model/check/judgement.h"
#include "tests/random/random.h"

namespace gw {

/// Somebody who changes what judges look at: any field of any row, removals, flows, fixes, and steps back.
class Hand {
public:
    /// The same seed and design give the same steps.
    Hand(std::uint64_t seed, Design design) : random_(seed), design_(std::move(design)) {}

    const Design& design() const { return design_; }
    /// What the last step is called, for the message of a test that fails.
    const std::string& lastStep() const { return lastStep_; }

    /// One step of any kind; what is refused changes nothing. `judged` is the judgement of the design.
    void step(const Judgement& judged);

    /// One step that mostly changes who may do what, or what somebody cannot do without: roles and who has them,
    /// policies, who asks for what, what runs on a workload.
    void stepOfRights(const Judgement& judged);

private:
    void run(const Edit& edit);
    AnyId any();
    void setAField();
    /// What the row is becomes what another row of its kind is.
    void takeFrom(const AnyId& id);
    void fix(const Judgement& judged);
    template <class Row>
    Id<Row> anyOf(Table<Row> Design::*table);
    /// Some row of the table becomes another.
    template <class Row, class Change>
    void change(Table<Row> Design::*table, Change change);
    std::optional<PolicyDocument> policyOrNone();
    std::vector<NamedPolicy> inlinePolicies();
    /// A policy that several roles may have comes or changes, and a role has it alone, or none.
    void attachManagedPolicy();
    void setWhatRuns(Workload& workload);
    void setWhoSigns(Flow& flow);
    void setWhatIsAsked(Flow& flow);
    void setResource(ServiceResource& resource);

    Random random_;
    Design design_;
    std::deque<Design> past_;
    std::string lastStep_;
};

}  // namespace gw
