#include "app/cli/options.h"

#include <ctime>

namespace gw::cli {

CLI::Option* addChoice(CLI::App& command, const std::string& flag, std::string& word,
                       const std::vector<std::string>& words, const std::string& about) {
    std::string all;
    for (const std::string& each : words) all += (all.empty() ? "" : "|") + each;
    return command.add_option(flag, word, about)->type_name(all)->check([words, all](const std::string& given) {
        for (const std::string& each : words)
            if (each == given) return std::string();
        return "\"" + given + "\" is none of " + all;
    });
}

CLI::Option* addDate(CLI::App& command, std::string& day) {
    return command.add_option("--date", day, "The day to judge for (default: today)")
        ->type_name("YYYY-MM-DD")
        ->check([](const std::string& given) {
            const auto date = Date::parse(given);
            return date && *date ? std::string() : "\"" + given + "\" is no day such as 2026-11-24";
        });
}

Date dayOf(const std::string& day) {
    std::string text = day;
    if (text.empty()) {
        const std::time_t now = std::time(nullptr);
        std::tm local{};
        localtime_r(&now, &local);
        char buffer[sizeof "2026-11-24"];
        std::strftime(buffer, sizeof buffer, "%Y-%m-%d", &local);
        text = buffer;
    }
    const auto date = Date::parse(text);
    return date ? *date : Date{};
}

}  // namespace gw::cli
