#include <QtTest>

#include <filesystem>
#include <fstream>
#include <map>
#include <regex>
#include <set>
#include <sstream>

/// Holds every `#include "model/..."` against the table of ARCHITECTURE.md: which room may enter which.
class LayersTest : public QObject {
    Q_OBJECT

private slots:
    void eachRoomIncludesOnlyWhatTheTableAllows();
    void noFileOfTheModelIncludesQt();
    void noTwoHeadersNameATypeAlike();
};

namespace {

template <class Visit>
void forEachInclude(const std::filesystem::path& folder, Visit visit) {
    static const std::regex include(R"(^\s*#\s*include\s*[<"]([^">]+)[">])");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        const auto extension = entry.path().extension();
        if (extension != ".h" && extension != ".cpp") continue;
        std::ifstream file(entry.path());
        for (std::string line; std::getline(file, line);)
            if (std::smatch match; std::regex_search(line, match, include)) visit(entry.path(), match[1].str());
    }
}

/// The rooms of the model and what each may include, as the table of ARCHITECTURE.md has them: "| edit | holds | core
/// design |", "-" for nothing, "all of the above" for every room above.
std::map<std::string, std::set<std::string>> roomsOfTheTable() {
    static const std::regex row(R"(^\| ([a-z]+) \|.*\| ([a-z -]+) \|$)");
    std::map<std::string, std::set<std::string>> rooms;
    std::set<std::string> above;
    std::ifstream file(std::filesystem::path(SOURCE_DIR) / "ARCHITECTURE.md");
    bool inTable = false;
    for (std::string line; std::getline(file, line);) {
        if (line.starts_with("| folder of `model` |")) inTable = true;
        if (line.empty()) inTable = false;
        std::smatch match;
        if (!inTable || !std::regex_match(line, match, row)) continue;
        std::set<std::string>& may = rooms[match[1].str()];
        std::istringstream words(match[2].str());
        if (match[2].str() == "all of the above")
            may = above;
        else
            for (std::string word; words >> word;)
                if (word != "-") may.insert(word);
        above.insert(match[1].str());
    }
    return rooms;
}

}  // namespace

void LayersTest::eachRoomIncludesOnlyWhatTheTableAllows() {
    const std::filesystem::path model = std::filesystem::path(SOURCE_DIR) / "model";
    const auto mayInclude = roomsOfTheTable();
    QVERIFY(mayInclude.size() > 10);
    for (const auto& [room, others] : mayInclude)
        for (const std::string& other : others)
            QVERIFY2(mayInclude.contains(other), (room + " may include " + other).c_str());
    int seen = 0;
    forEachInclude(model, [&](const std::filesystem::path& file, const std::string& included) {
        if (!included.starts_with("model/")) return;
        ++seen;
        const std::string from = (*std::filesystem::relative(file, model).begin()).string();
        const std::string to = included.substr(6, included.find('/', 6) - 6);
        const auto room = mayInclude.find(from);
        QVERIFY2(room != mayInclude.end(), ("no room " + from + " in the table").c_str());
        QVERIFY2(from == to || room->second.contains(to), (file.string() + " may not include " + included).c_str());
    });
    QVERIFY(seen > 10);
}

void LayersTest::noFileOfTheModelIncludesQt() {
    static const std::regex qt(R"(^(Q[A-Z]|Qt|q[a-z]+\.h))");
    forEachInclude(std::filesystem::path(SOURCE_DIR) / "model", [&](const auto& file, const std::string& included) {
        QVERIFY2(!std::regex_search(included, qt), (file.string() + " includes " + included).c_str());
    });
}

/// Two types of one name in one namespace share their inline functions, whichever the linker met first: it compiles,
/// links and crashes.
void LayersTest::noTwoHeadersNameATypeAlike() {
    static const std::regex space(R"(^namespace ([\w:]+) \{)");
    static const std::regex type(R"(^(?:struct|class|enum class) (\w+(?:::\w+)*)\b[^;<]*\{)");
    std::map<std::string, std::string> homes;
    for (const char* folder : {"model", "app", "qml"}) {
        const std::filesystem::path root = std::filesystem::path(SOURCE_DIR) / folder;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
            if (entry.path().extension() != ".h") continue;
            std::ifstream file(entry.path());
            std::string within;
            for (std::string line; std::getline(file, line);) {
                std::smatch match;
                if (std::regex_search(line, match, space)) within = match[1].str();
                if (!std::regex_search(line, match, type)) continue;
                const auto [home, first] = homes.emplace(within + "::" + match[1].str(), entry.path().string());
                QVERIFY2(first, (home->first + " stands in " + home->second + " and " + entry.path().string()).c_str());
            }
        }
    }
    QVERIFY(homes.size() > 100);
}

QTEST_APPLESS_MAIN(LayersTest)
#include "layers_test.moc"
