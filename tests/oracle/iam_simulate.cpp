#include "tests/oracle/iam_simulate.h"

#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

namespace gw {
namespace {

/// How long a batch of answers may take before the process is held to be stuck.
constexpr int patienceMs = 120'000;

const char* const driver = SOURCE_DIR "/tests/oracle/iam_simulate.mjs";

}  // namespace

std::optional<QString> IamSimulate::folder() {
    const QString folder = qEnvironmentVariable("GATEWRIGHT_IAM_SIMULATE");
    const bool isThere = QFileInfo(folder + "/node_modules/@cloud-copilot/iam-simulate/package.json").isFile();
    if (folder.isEmpty() || !isThere || QStandardPaths::findExecutable("node").isEmpty()) return std::nullopt;
    return folder;
}

IamSimulate::IamSimulate(const QString& folder) {
    process_.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process_.start("node", {driver, folder});
}

IamSimulate::~IamSimulate() {
    process_.closeWriteChannel();
    if (!process_.waitForFinished(patienceMs)) process_.kill();
}

std::vector<nlohmann::json> IamSimulate::answersTo(const std::vector<nlohmann::json>& requests) {
    for (const nlohmann::json& each : requests) process_.write(QByteArray::fromStdString(each.dump() + "\n"));
    std::vector<nlohmann::json> answers;
    while (answers.size() < requests.size()) {
        if (!process_.canReadLine() && !process_.waitForReadyRead(patienceMs)) break;
        while (process_.canReadLine()) answers.push_back(nlohmann::json::parse(process_.readLine().toStdString()));
    }
    return answers;
}

std::optional<double> IamSimulate::pace(const QString& folder, const std::vector<nlohmann::json>& requests) {
    QTemporaryFile file;
    if (!file.open()) return std::nullopt;
    for (const nlohmann::json& each : requests) file.write(QByteArray::fromStdString(each.dump() + "\n"));
    file.close();
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    process.start("node", {driver, folder, "--core", file.fileName()});
    if (!process.waitForFinished(patienceMs)) return std::nullopt;
    bool isNumber = false;
    const double pace = process.readAllStandardOutput().trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(pace) : std::nullopt;
}

}  // namespace gw
