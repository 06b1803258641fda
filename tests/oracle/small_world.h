#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/policy/evaluate.h"
#include "tests/random/random.h"

namespace gw {

/// A request of the world.
struct WorldRequest {
    std::string action{};
    std::string resource{};
    /// Whose the resource is; empty for what its ARN says.
    std::string owner{};
    std::string principal{};
    /// The keys that are present.
    std::vector<std::pair<std::string, std::vector<std::string>>> context{};

    /// The first value of a key, written as here; empty where it is absent.
    std::string valueOf(std::string_view key) const;
    /// For messages.
    std::string text() const;
    AccessResult judgedBy(const Grants& grants) const;
};

/// Few actions, resources, callers and keys, policies made of them at random, and all the requests there are.
class SmallWorld {
public:
    using Visit = std::function<void(const WorldRequest& request)>;

    explicit SmallWorld(std::uint64_t seed) : random_(seed) {}

    bool chance(int percent) { return random_.chance(percent); }

    /// An identity policy, or a resource policy.
    std::string policy(bool withPrincipals);
    /// The policy with one statement more or one element changed.
    std::string variantOf(const std::string& policy);
    /// An endpoint policy that asks for accounts.
    std::string accountPolicy();
    /// The policy without those statements; empty where none is left.
    static std::string without(const std::string& policy, const std::vector<std::size_t>& statements);

    /// Every request that tells the policies apart, with every value of the keys they ask for, or some hundred of them.
    void forEachRequest(const std::vector<std::string>& policies, bool withPrincipals, const Visit& visit);
    /// That policy where it alone decides; beside one that allows everything where `beside`.
    static Grants alone(const std::string& policy, bool withPrincipals, bool beside);

    /// That resource policy beside what else may decide: an identity policy, a session's and a boundary, which are not
    /// there, allow everything or next to nothing.
    static std::vector<Grants> besideOthers(const std::string& policy);

    static constexpr const char* bucket = "arn:aws:s3:::a";
    static constexpr const char* excepted = "vpce-1";
    /// A question about the bucket and the excepted endpoint, with its grants apart.
    struct Exclusive {
        std::string question{};
        std::vector<std::pair<std::string, std::string>> grants{};
    };
    Exclusive exclusive();
    using VisitGranted = std::function<void(const WorldRequest& request, const Grants& grants)>;
    /// Requests for the bucket that are not excepted, by callers of its account and of another, with what judges them.
    void forEachExclusiveRequest(const Exclusive& asked, const VisitGranted& visit);
    /// Requests through an endpoint with that policy, by or for another account than the one.
    static void forEachForeignRequest(const std::string& policy, const std::string& account, const VisitGranted& visit);

private:
    std::string statement(bool withPrincipals, bool allows);
    std::string condition();
    std::string listOf(const std::vector<std::string>& choices);

    Random random_;
};

}  // namespace gw
