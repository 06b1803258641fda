#include <QtTest>

#include "model/spec/spec.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"
#include "tests/random/rounds.h"

using namespace gw;

/// Throws damaged documents at the reader: it takes or refuses them, and says where within the text.
class MutationTest : public QObject {
    Q_OBJECT
private slots:
    void damagedDocumentsAreTakenOrRefused();
    void everyBeginningOfADocumentIsRefused();
};

namespace {

const std::vector<std::string> pieces{"{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      "\"",
                                      "\\",
                                      "\\u0000",
                                      "\\ud83d",
                                      "null",
                                      "true",
                                      "-",
                                      "1e400",
                                      "0.5",
                                      "99999999999999999999",
                                      "NaN",
                                      "\n",
                                      "\r\n",
                                      std::string(1, '\0'),
                                      "\xff",
                                      "\xc3",
                                      "\xEF\xBB\xBF",
                                      "vpc-1",
                                      "\"vpcs\": {",
                                      "{}",
                                      "[[[[[[[["};

/// One to four changes of bytes, pieces or stretches.
std::string damaged(std::string text, Random& random) {
    for (int i = random.between(1, 4); i > 0 && !text.empty(); --i) {
        const std::size_t at = random.below(text.size());
        const std::size_t length = std::min(random.below(40) + 1, text.size() - at);
        switch (random.below(6)) {
            case 0:
                text[at] = static_cast<char>(random.bits());
                break;
            case 1:
                text.erase(at, length);
                break;
            case 2:
                text.insert(at, random.of(pieces));
                break;
            case 3:
                text.insert(random.below(text.size()), text.substr(at, length));
                break;
            case 4:
                text.replace(at, length, random.of(pieces));
                break;
            default:
                text.resize(at);
        }
    }
    return text;
}

/// Whether the error stands within the text, or just behind its end, and says something.
bool isSane(const SpecError& error, const std::string& text) {
    std::size_t line = 1;
    std::size_t start = 0;
    for (; line < error.at.line; ++line) {
        const auto end = text.find('\n', start);
        if (end == std::string::npos) return false;
        start = end + 1;
    }
    const std::size_t length = std::min(text.find('\n', start), text.size()) - start;
    return error.at.column >= 1 && error.at.column <= length + 1 && !error.message.empty() &&
           error.message.size() < 4000;
}

}  // namespace

void MutationTest::damagedDocumentsAreTakenOrRefused() {
    Random random(31);
    int taken = 0;
    std::vector<std::string> texts;
    for (std::uint64_t seed = 0; seed < 8; ++seed) texts.push_back(writeSpec(randomDesign(seed, {8})));
    for (int round = 0; round < rounds(4000); ++round) {
        const std::string text = damaged(random.of(texts), random);
        const auto read = readSpec(text);
        if (!read) {
            QVERIFY2(isSane(read.error(), text), (read.error().text() + "\n" + text).c_str());
            continue;
        }
        ++taken;
        const std::string written = writeSpec(*read);
        const auto again = readSpec(written);
        QVERIFY2(again.has_value(), text.c_str());
        QVERIFY(*again == *read);
        QVERIFY(writeSpec(*again) == written);
    }
    QVERIFY2(taken > 20, std::to_string(taken).c_str());
}

void MutationTest::everyBeginningOfADocumentIsRefused() {
    const std::string text = writeSpec(randomDesign(1, {4}));
    for (std::size_t length = 0; length + 2 < text.size(); length += 7) {
        const auto read = readSpec(std::string_view(text).substr(0, length));
        QVERIFY(!read);
        QVERIFY(isSane(read.error(), text.substr(0, length)));
    }
}

QTEST_APPLESS_MAIN(MutationTest)
#include "mutation_test.moc"
