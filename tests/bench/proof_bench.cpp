#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "model/policy/proof/prove.h"
#include "tests/oracle/small_world.h"

/// How long the prover takes for one question of containment: over the real policies of a folder, each beside each of
/// the next few, and over random ones. Prints median, 95th percentile and the slowest; judges nothing.
/// proof_bench [FOLDER]
namespace {

struct Timed {
    double milliseconds = 0;
    gw::ProofAnswer::Verdict verdict{};
};

/// Reading included. None where the two are not of one kind, or AWS would refuse one.
void measure(const std::string& policy, const std::string& than, std::vector<Timed>& all) {
    const std::string text = R"({"ask":"noMorePermissive","policy":)" + policy + R"(,"than":)" + than + "}";
    using Clock = std::chrono::steady_clock;
    const auto start = Clock::now();
    const auto question = gw::readProofQuestion(text);
    if (!question) return;
    const auto verdict = gw::prove(*question).verdict;
    all.push_back({std::chrono::duration<double, std::milli>(Clock::now() - start).count(), verdict});
}

void print(const char* what, std::vector<Timed> all) {
    if (all.empty()) return;
    std::ranges::sort(all, {}, &Timed::milliseconds);
    const auto count = [&](gw::ProofAnswer::Verdict verdict) {
        return std::ranges::count(all, verdict, &Timed::verdict);
    };
    std::printf("%-24s %5zu questions: median %7.3f ms, 95th percentile %7.3f ms, slowest %8.3f ms\n", what, all.size(),
                all[all.size() / 2].milliseconds, all[all.size() * 95 / 100].milliseconds, all.back().milliseconds);
    std::printf("%-24s %5td proved, %td refuted, %td unknown\n", "", count(gw::ProofAnswer::Verdict::Proved),
                count(gw::ProofAnswer::Verdict::Refuted), count(gw::ProofAnswer::Verdict::Unknown));
}

std::vector<std::string> policiesIn(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".json" && entry.path().filename() != "MANIFEST.json")
            paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<std::string> texts;
    for (const std::filesystem::path& path : paths) {
        std::ifstream file(path);
        texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return texts;
}

}  // namespace

int main(int count, char** arguments) {
    // What is read once stays out of the figures.
    std::vector<Timed> warm;
    measure(gw::SmallWorld(0).policy(false), gw::SmallWorld(1).policy(false), warm);
    if (count > 1) {
        const std::vector<std::string> policies = policiesIn(arguments[1]);
        std::vector<Timed> same;
        std::vector<Timed> others;
        for (std::size_t i = 0; i < policies.size(); ++i) {
            measure(policies[i], policies[i], same);
            for (std::size_t step = 1; step <= 8; ++step)
                measure(policies[i], policies[(i + step) % policies.size()], others);
        }
        print("real, with itself", std::move(same));
        print("real, with another", std::move(others));
    }
    std::vector<Timed> random;
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        gw::SmallWorld world(seed);
        const bool withPrincipals = world.chance(50);
        const std::string policy = world.policy(withPrincipals);
        measure(policy, world.chance(40) ? world.variantOf(policy) : world.policy(withPrincipals), random);
    }
    print("random", std::move(random));
    return 0;
}
