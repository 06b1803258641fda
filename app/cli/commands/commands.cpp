#include "app/cli/commands/commands.h"

namespace gw::cli {

std::span<const Command> commands() {
    static constexpr Command all[] = {
        {"check", "Judge designs and report what is found", declareCheck},
        {"trace", "Show the way each flow of a design takes", declareTrace},
        {"matrix", "Show how each source fares with each target", declareMatrix},
        {"fix", "Do the fixes of what is found, and write the design", declareFix},
        {"export", "Write a design as picture or specification", declareExport},
        {"rules", "List all rules", declareRules},
        {"explain", "Say what a rule looks for, why, and how to fix it", declareExplain},
        {"services", "List the AWS services that have VPC endpoints, or show one", declareServices},
        {"schema", "Print the JSON Schema of the design document", declareSchema},
        {"policy", "Judge IAM policies", declarePolicy},
    };
    return all;
}

}  // namespace gw::cli
