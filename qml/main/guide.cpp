#include "guide.h"

#include <QRegularExpression>

#include <array>

#include "resources/embedded.h"

namespace {

/// In reading order; the first line of each is its title.
constexpr std::array pages = {"guide/getting-started.md", "guide/canvas.md", "guide/problems.md", "guide/paths.md",
                              "guide/policies.md",        "guide/lenses.md", "guide/export.md"};

QString textOf(const char* path) {
    const std::string_view text = gw::embeddedFile(path);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

}  // namespace

QStringList Guide::titles() const {
    QStringList titles;
    for (const char* path : pages) titles << textOf(path).section('\n', 0, 0).remove("# ");
    return titles;
}

QString Guide::page(int at) const {
    if (at < 0 || static_cast<std::size_t>(at) >= pages.size()) return {};
    // Markdown's first headings are made for a page of paper: here they go two steps down.
    static const QRegularExpression heading("^(#+ )", QRegularExpression::MultilineOption);
    return textOf(pages[static_cast<std::size_t>(at)]).replace(heading, "##\\1");
}
