#include <algorithm>
#include <map>
#include <variant>

#include "model/design/references.h"
#include "model/design/text_form.h"
#include "tests/random/random.h"
#include "tests/random/random_design.h"

namespace gw {
namespace {

const std::vector<std::string> texts{"",
                                     "plain",
                                     "two\nlines\tand a tab",
                                     "quotes \" and \\ backslashes",
                                     "na\u00efve \u2014 \u201c\u00fcn\u00efcode\u201d \U0001F986",
                                     "</script><b>&amp;",
                                     std::string("\x01\x1f\x7f\0", 4),
                                     std::string(300, 'x')};
const std::vector<std::string> blocks{"0.0.0.0/0", "10.0.0.1/16", "255.255.255.255/32", "::/0", "fd00::1/64"};
const std::vector<std::string> addresses{"0.0.0.0", "10.1.2.3", "::1", "2001:db8::ff"};
const std::vector<std::string> policies{
    "{}", R"({"Statement": []})",
    R"({"Version": "2012-10-17", "Statement": [{"Effect": "Deny", "NotAction": "*", "Resource": ["a", "b"],)"
    R"( "Condition": {"Bool": {"aws:SecureTransport": false}, "NumericLessThan": {"x": [1, -2.50, 3e7]}}}]})"};

struct Ids {
    std::map<const Kind*, std::vector<std::string>> byKind;
    std::vector<std::string> all;
};

/// Fills every field of a row with some value of its type.
class Filler {
public:
    Filler(Random& random, const Ids& ids) : r_(random), ids_(ids) {}

    template <class Row>
    void fill(Row& row) {
        forEachField<Row>([&](const auto& field) {
            if (!field.required() && !r_.chance(60)) return;
            auto& value = row.*field.member;
            if constexpr (detail::Number<std::remove_cvref_t<decltype(value)>>)
                set(value, field.range);
            else
                set(value);
        });
    }

private:
    std::string idOf(const Kind* kind) { return r_.of(ids_.byKind.at(kind)); }

    void set(std::string& value) { value = r_.of(texts); }
    void set(bool& value) { value = r_.chance(50); }
    void set(int& value, const NumberRange& range) {
        const double any = r_.chance(10) ? range.least : r_.chance(10) ? range.most : r_.between(-9, 999);
        value = static_cast<int>(std::clamp(any, range.least, range.most));
    }
    void set(double& value, const NumberRange& range) {
        const double any = r_.chance(20) ? 1e-300 : r_.chance(20) ? range.most : r_.between(-5, 100) / 7.0;
        value = std::clamp(any, range.least, range.most);
    }
    void set(Cidr& value) { value = Cidr::literal(r_.of(blocks)); }
    void set(IpAddress& value) { value = *IpAddress::parse(r_.of(addresses)); }
    void set(PortRange& value) {
        value.from = static_cast<std::uint16_t>(r_.below(65536));
        value.to = static_cast<std::uint16_t>(r_.between(value.from, 65535));
    }
    void set(Protocol& value) { value.number = r_.between(-1, 255); }
    void set(Date& value) { value = *Date::parse(r_.chance(50) ? "2026-02-28" : "1999-12-31"); }
    void set(AccountNumber& value) { value = *AccountNumber::parse("012345678901"); }
    void set(PolicyDocument& value) { value = PolicyDocument::literal(r_.of(policies)); }
    template <class Row>
    void set(Id<Row>& value) {
        value.value = idOf(&Row::kind);
    }
    template <class... Rows>
    void set(IdOf<Rows...>& value) {
        const std::vector<const Kind*> kinds{&Rows::kind...};
        value = IdOf<Rows...>(idOf(r_.of(kinds)));
    }
    void set(AnyId& value) { value = AnyId(r_.of(ids_.all)); }
    template <class Ref>
    void set(std::variant<Cidr, Ref>& value) {
        if (r_.chance(50)) return set(value.template emplace<0>());
        set(value.template emplace<1>());
    }
    template <class Value>
    void set(std::optional<Value>& value) {
        if (r_.chance(70)) set(value.emplace());
    }
    template <class Value>
    void set(std::vector<Value>& list) {
        list.resize(r_.below(4));
        for (Value& value : list) set(value);
    }
    template <class Value>
    void set(Value& value) {
        if constexpr (std::is_enum_v<Value>) {
            const auto names = namesOf(Value{});
            value = names[r_.below(names.size())].value;
        } else {
            fill(value);
        }
    }

    Random& r_;
    const Ids& ids_;
};

}  // namespace

Design arbitraryDesign(std::uint64_t seed, std::size_t rowsPerTable) {
    Random random(seed);
    Ids ids;
    forEachTable([&]<class Row>(Table<Row> Design::*) {
        if constexpr (!std::is_same_v<Row, Placement>)
            for (std::size_t i = 0; i < rowsPerTable; ++i) {
                std::string id(1, static_cast<char>('a' + random.below(26)));
                id += "._:-"[random.below(4)];
                id += std::to_string(ids.all.size());
                ids.byKind[&Row::kind].push_back(id);
                ids.all.push_back(id);
            }
    });
    Filler filler(random, ids);
    Design design;
    filler.fill(design.header);
    forEachTable([&]<class Row>(Table<Row> Design::*table) {
        constexpr bool placement = std::is_same_v<Row, Placement>;
        std::vector<Row> rows;
        for (const std::string& id : placement ? ids.all : ids.byKind[&Row::kind]) {
            if (placement && random.chance(40)) continue;
            Row& row = rows.emplace_back();
            row.id.value = id;
            filler.fill(row);
        }
        design.*table = Table<Row>::of(std::move(rows));
    });
    return design;
}

}  // namespace gw
