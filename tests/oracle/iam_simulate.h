#pragma once
#include <QProcess>
#include <QString>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace gw {

/// iam-simulate, another judge of policies, as a process of its own: nothing of it is linked or kept here. It is asked
/// through iam_simulate.mjs, which node runs.
class IamSimulate {
public:
    /// The folder that has it under node_modules, by GATEWRIGHT_IAM_SIMULATE; none where that, or node, is missing.
    static std::optional<QString> folder();

    explicit IamSimulate(const QString& folder);
    ~IamSimulate();

    /// What iam_simulate.mjs answers to each request, in order; fewer answers than requests where the process ended.
    std::vector<nlohmann::json> answersTo(const std::vector<nlohmann::json>& requests);

    /// How many of these its bare core decides in a second on one thread, once they are read; none where it fails.
    static std::optional<double> pace(const QString& folder, const std::vector<nlohmann::json>& requests);

private:
    QProcess process_;
};

}  // namespace gw
