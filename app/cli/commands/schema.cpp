#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "model/spec/spec.h"

namespace gw::cli {

Run declareSchema(CLI::App&) {
    return []() -> Result<int> {
        if (Status done = print(schemaText()); !done) return tl::unexpected<Error>(done.error());
        return 0;
    };
}

}  // namespace gw::cli
