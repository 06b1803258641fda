#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <vector>

#include "app/cli/commands/commands.h"
#include "model/core/version.h"
#include "model/report/plain_text.h"

namespace {

constexpr int unusable = 2;

/// One line on standard error, whatever the message holds.
int refuse(std::string_view message) {
    std::fprintf(stderr, "%s\n", gw::plainText(message).c_str());
    return unusable;
}

}  // namespace

int main(int argc, char** argv) {
    CLI::App program(
        "Gatewright: designs for private AWS networking, judged on the command line.\n"
        "Exit status: 0 done, 1 findings at or above --fail-on, 2 wrong usage or unreadable input.",
        "gatewright-cli");
    program.set_version_flag("--version", "gatewright-cli " + std::string(gw::programVersion()));
    program.require_subcommand(1);
    std::vector<std::pair<const CLI::App*, gw::cli::Run>> runs;
    for (const gw::cli::Command& command : gw::cli::commands()) {
        CLI::App* declared = program.add_subcommand(std::string(command.name), std::string(command.about));
        runs.emplace_back(declared, command.declare(*declared));
    }
    if (argc > 1 && argv[1][0] != '-' &&
        std::ranges::find(gw::cli::commands(), std::string_view(argv[1]), &gw::cli::Command::name) ==
            gw::cli::commands().end())
        return refuse("gatewright-cli: there is no command \"" + std::string(argv[1]) +
                      "\" (gatewright-cli --help lists them)");
    try {
        program.parse(argc, argv);
    } catch (const CLI::Success& asked) {
        return program.exit(asked);
    } catch (const CLI::ParseError& wrong) {
        return refuse("gatewright-cli: " + std::string(wrong.what()) + " (gatewright-cli --help says more)");
    }
    for (const auto& [command, run] : runs) {
        if (!command->parsed()) continue;
        const gw::Result<int> status = run();
        return status ? *status : refuse(status.error().message);
    }
    return unusable;
}
