#include <CLI/CLI.hpp>

#include <algorithm>
#include <cstdio>
#include <exception>
#include <sstream>
#include <vector>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "model/core/version.h"

namespace {

constexpr int unusable = 2;

/// One line on standard error, whatever the message holds.
int refuse(std::string_view message) {
    gw::cli::tell(message);
    return unusable;
}

/// The command that was named, with its own command where it has one: "gatewright-cli policy lint".
std::string nameOf(const CLI::App& program) {
    const auto parsed = program.get_subcommands();
    return program.get_name() + (parsed.empty() ? "" : " " + nameOf(*parsed.front()));
}

/// What is wrong with the arguments, and where the right ones are listed. CLI11 says of an option it does not know that
/// a command is missing, or an argument too many.
std::string complaint(const CLI::App& program, const CLI::ParseError& wrong) {
    const std::string command = nameOf(program);
    std::string what = wrong.what();
    const std::vector<std::string> unknown = program.remaining(true);
    const auto option = std::ranges::find_if(unknown, [](const auto& word) { return word.starts_with('-'); });
    if (option != unknown.end())
        what = "there is no option " + *option;
    else if (!unknown.empty())
        what = "\"" + unknown.front() + "\" is one argument too many";
    return command + ": " + what + " (" + command + " --help says more)";
}

int runCommand(int argc, char** argv) {
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
        std::ostringstream help;
        const int status = program.exit(asked, help, help);
        const gw::Status done = gw::cli::print(help.str());
        return done ? status : refuse(done.error().message);
    } catch (const CLI::ParseError& wrong) {
        return refuse(complaint(program, wrong));
    }
    for (const auto& [command, run] : runs) {
        if (!command->parsed()) continue;
        const gw::Result<int> status = run();
        return status ? *status : refuse(status.error().message);
    }
    return unusable;
}

}  // namespace

int main(int argc, char** argv) {
    try {
        return runCommand(argc, argv);
    } catch (const std::exception& fault) {
        return refuse("gatewright-cli: " + std::string(fault.what()));
    }
}
