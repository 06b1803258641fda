#include <QCoreApplication>

#include <cstdio>

#include "app/views/design_file.h"
#include "tests/random/random_design.h"

/// Saves two designs in turn to the file named, until it is killed; says so after each save. Made to be killed by
/// save_kill_test.
int main(int argc, char** argv) {
    const QCoreApplication app(argc, argv);
    const QString path = app.arguments().value(1);
    const gw::Design designs[] = {gw::randomDesign(1), gw::randomDesign(2, {400})};
    for (std::size_t i = 0; i < 100'000; ++i) {
        if (const gw::Status saved = gw::writeDesignFile(path, designs[i % 2]); !saved) {
            std::fprintf(stderr, "%s\n", saved.error().message.c_str());
            return 1;
        }
        std::puts("saved");
        std::fflush(stdout);
    }
    return 0;
}
