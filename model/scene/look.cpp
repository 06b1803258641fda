#include "model/scene/look.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>

#include "model/core/json.h"
#include "model/scene/measures.h"
#include "resources/embedded.h"

namespace gw {
namespace {

constexpr std::size_t inkCount = static_cast<std::size_t>(lastInk) + 1;
constexpr std::size_t themeCount = 3;
constexpr std::array<std::string_view, themeCount> themeKeys{"light", "dark", "highContrast"};

/// Names in the tokens, in the order of Ink.
constexpr std::array<std::string_view, inkCount> tokens{"",
                                                        "canvas",
                                                        "surface",
                                                        "text",
                                                        "muted",
                                                        "faint",
                                                        "border",
                                                        "borderStrong",
                                                        "accent",
                                                        "onAccent",
                                                        "focus",
                                                        "selection",
                                                        "dropTarget",
                                                        "dropTargetFill",
                                                        "dropRefused",
                                                        "ghost",
                                                        "error",
                                                        "errorSoft",
                                                        "warning",
                                                        "warningSoft",
                                                        "hint",
                                                        "hintSoft",
                                                        "unknown",
                                                        "unknownSoft",
                                                        "private",
                                                        "public",
                                                        "blocked",
                                                        "account",
                                                        "region",
                                                        "vpc",
                                                        "zone",
                                                        "subnetPublic",
                                                        "subnetPublicFill",
                                                        "subnetPrivate",
                                                        "subnetPrivateFill",
                                                        "subnetIsolated",
                                                        "subnetIsolatedFill",
                                                        "generic",
                                                        "compute",
                                                        "storage",
                                                        "database",
                                                        "network",
                                                        "security",
                                                        "integration",
                                                        "connector",
                                                        "card",
                                                        "cardBorder",
                                                        "ok",
                                                        "okSoft",
                                                        "tone1",
                                                        "tone2",
                                                        "tone3",
                                                        "tone4",
                                                        "tone5",
                                                        "tone6",
                                                        "tone1Soft",
                                                        "tone2Soft",
                                                        "tone3Soft",
                                                        "tone4Soft",
                                                        "tone5Soft",
                                                        "tone6Soft"};

/// A token that is not there is our own mistake, not the user's.
[[noreturn]] void missing(std::string_view what) {
    std::fprintf(stderr, "look/tokens.json has no %.*s\n", static_cast<int>(what.size()), what.data());
    std::abort();
}

const JsonNode& root() {
    static const JsonNode node = [] {
        auto read = parseJson(embeddedFile("look/tokens.json"));
        if (!read) missing("valid JSON");
        return *std::move(read);
    }();
    return node;
}

/// The value at a path of keys joined by dots; nullptr where there is none.
const JsonNode* nodeAt(std::string_view path) {
    const JsonNode* node = &root();
    while (node && !path.empty()) {
        const std::size_t dot = path.find('.');
        node = node->find(path.substr(0, dot));
        path = dot == std::string_view::npos ? std::string_view{} : path.substr(dot + 1);
    }
    return node;
}

Colour parsed(std::string_view text) {
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint8_t>(std::strtoul(std::string(text.substr(at, 2)).c_str(), nullptr, 16));
    };
    Colour colour{byte(1), byte(3), byte(5)};
    if (text.size() == 9) colour.alpha = byte(7);
    return colour;
}

struct Dashes {
    std::vector<double> region, zone, wanted, open, ghost;
};

std::vector<double> numbersAt(std::string_view path) {
    const JsonNode* node = nodeAt(path);
    if (!node) missing(path);
    std::vector<double> numbers;
    for (const auto& [key, value] : node->children) numbers.push_back(std::atof(value.text.c_str()));
    return numbers;
}

}  // namespace

std::string Colour::text() const {
    std::array<char, 10> out{};
    if (alpha == 255)
        std::snprintf(out.data(), out.size(), "#%02X%02X%02X", red, green, blue);
    else
        std::snprintf(out.data(), out.size(), "#%02X%02X%02X%02X", red, green, blue, alpha);
    return out.data();
}

std::string_view tokenOf(Ink ink) {
    return tokens[static_cast<std::size_t>(ink)];
}

Colour colourOf(Ink ink, Theme theme) {
    static const auto values = [] {
        std::array<std::array<Colour, inkCount>, themeCount> all{};
        for (std::size_t t = 0; t < themeCount; ++t) {
            all[t][0] = Colour{0, 0, 0, 0};
            for (std::size_t i = 1; i < inkCount; ++i) all[t][i] = colourToken(tokens[i], static_cast<Theme>(t));
        }
        return all;
    }();
    return values[static_cast<std::size_t>(theme)][static_cast<std::size_t>(ink)];
}

Colour faintColourOf(Ink ink, Theme theme) {
    const Colour full = colourOf(ink, theme);
    const Colour canvas = colourOf(Ink::Canvas, theme);
    const auto mixed = [](std::uint8_t part, std::uint8_t ground) {
        return static_cast<std::uint8_t>(std::lround(part * size::faintShare + ground * (1 - size::faintShare)));
    };
    return {mixed(full.red, canvas.red), mixed(full.green, canvas.green), mixed(full.blue, canvas.blue), full.alpha};
}

Colour colourToken(std::string_view name, Theme theme) {
    const std::string path =
        "color." + std::string(themeKeys[static_cast<std::size_t>(theme)]) + "." + std::string(name);
    const JsonNode* node = nodeAt(path);
    if (!node) missing(path);
    return parsed(node->text);
}

const std::vector<std::string>& colourTokens() {
    static const std::vector<std::string> names = [] {
        const JsonNode* node = nodeAt("color.light");
        if (!node) missing("color.light");
        std::vector<std::string> all;
        for (const auto& [key, value] : node->children) all.push_back(key);
        return all;
    }();
    return names;
}

double numberToken(std::string_view path) {
    const JsonNode* node = nodeAt(path);
    if (!node || !node->is(JsonNode::Kind::Number)) missing(path);
    return std::atof(node->text.c_str());
}

std::vector<std::string> fontFamilies(std::string_view font) {
    const std::string path = "font." + std::string(font);
    const JsonNode* node = nodeAt(path);
    if (!node) missing(path);
    std::vector<std::string> families;
    for (const auto& [key, value] : node->children) families.push_back(value.text);
    return families;
}

std::span<const double> dashOf(Dash dash) {
    static const Dashes read{numbersAt("dash.region"), numbersAt("dash.zone"), numbersAt("dash.wanted"),
                             numbersAt("dash.public"), numbersAt("dash.ghost")};
    // Look of the canvas (look.md section 2); the tokens leave these to us.
    static constexpr std::array<double, 4> partial{10, 3, 3, 3};
    static constexpr std::array<double, 2> blocked{3, 3.5};
    static constexpr std::array<double, 2> unknown{2, 4};
    static constexpr std::array<double, 2> tether{3, 3};
    switch (dash) {
        case Dash::Solid:
            return {};
        case Dash::Region:
            return read.region;
        case Dash::Zone:
            return read.zone;
        case Dash::Wanted:
            return read.wanted;
        case Dash::Public:
            return read.open;
        case Dash::Ghost:
            return read.ghost;
        case Dash::Partial:
            return partial;
        case Dash::Blocked:
            return blocked;
        case Dash::Unknown:
            return unknown;
        case Dash::Tether:
            return tether;
    }
    return {};
}

double dashOffsetOf(Dash dash, double from) {
    double period = 0;
    for (const double length : dashOf(dash)) period += length;
    if (period <= 0 || from <= 0) return 0;
    const double rest = std::fmod(from, period);
    return rest == 0 ? 0 : period - rest;
}

Stroke strokeOf(LineState state) {
    switch (state) {
        case LineState::Wanted:
            return {Ink::Connector, 1.5, Dash::Wanted};
        case LineState::Private:
            return {Ink::Private, 1.75, Dash::Solid};
        case LineState::Public:
            return {Ink::Public, 2, Dash::Public};
        case LineState::Partial:
            return {Ink::Public, 2.5, Dash::Partial};
        case LineState::Blocked:
            return {Ink::Blocked, 2.5, Dash::Blocked};
        case LineState::Unknown:
            return {Ink::Unknown, 2, Dash::Unknown};
        case LineState::Inbound:
            return {Ink::Connector, 1.5, Dash::Solid};
        case LineState::Refused:
            return {Ink::Muted, 1.5, Dash::Ghost};
        case LineState::Intruding:
            return {Ink::Blocked, 2.5, Dash::Solid};
        case LineState::Allowed:
            return {Ink::Ok, 2, Dash::Solid};
        case LineState::Denied:
            return {Ink::Blocked, 2.5, Dash::Blocked};
        case LineState::NotAsked:
            return {Ink::Connector, 1, Dash::Solid};
    }
    return {};
}

double widthIn(Theme theme, Plane plane, const Stroke& stroke) {
    constexpr double contrastFrame = 2;
    return theme == Theme::HighContrast && plane == Plane::Frames ? std::max(stroke.width, contrastFrame)
                                                                  : stroke.width;
}

std::string_view wordsOf(LineState state) {
    switch (state) {
        case LineState::Wanted:
            return "wanted, not judged";
        case LineState::Private:
            return "private";
        case LineState::Public:
            return "works over NAT or internet";
        case LineState::Partial:
            return "works in part";
        case LineState::Blocked:
            return "blocked";
        case LineState::Unknown:
            return "unknown";
        case LineState::Inbound:
            return "inbound";
        case LineState::Refused:
            return "blocked on purpose";
        case LineState::Intruding:
            return "arrives, meant blocked";
        case LineState::Allowed:
            return "allowed by policies";
        case LineState::Denied:
            return "denied by a policy";
        case LineState::NotAsked:
            return "no policy asked";
    }
    return {};
}

Ink inkOf(Urgency urgency) {
    switch (urgency) {
        case Urgency::Hint:
            return Ink::Hint;
        case Urgency::Warning:
            return Ink::Warning;
        case Urgency::Error:
            return Ink::Error;
    }
    return Ink::Hint;
}

Ink inkOf(Tone tone) {
    switch (tone) {
        case Tone::Plain:
            return Ink::Muted;
        case Tone::First:
            return Ink::Tone1;
        case Tone::Second:
            return Ink::Tone2;
        case Tone::Third:
            return Ink::Tone3;
        case Tone::Fourth:
            return Ink::Tone4;
        case Tone::Fifth:
            return Ink::Tone5;
        case Tone::Sixth:
            return Ink::Tone6;
        case Tone::Good:
            return Ink::Ok;
        case Tone::Caution:
            return Ink::Warning;
        case Tone::Bad:
            return Ink::Error;
        case Tone::Unknown:
            return Ink::Unknown;
    }
    return Ink::Muted;
}

Ink softInkOf(Tone tone) {
    switch (tone) {
        case Tone::Plain:
            return Ink::Canvas;
        case Tone::First:
            return Ink::Tone1Soft;
        case Tone::Second:
            return Ink::Tone2Soft;
        case Tone::Third:
            return Ink::Tone3Soft;
        case Tone::Fourth:
            return Ink::Tone4Soft;
        case Tone::Fifth:
            return Ink::Tone5Soft;
        case Tone::Sixth:
            return Ink::Tone6Soft;
        case Tone::Good:
            return Ink::OkSoft;
        case Tone::Caution:
            return Ink::WarningSoft;
        case Tone::Bad:
            return Ink::ErrorSoft;
        case Tone::Unknown:
            return Ink::UnknownSoft;
    }
    return Ink::Canvas;
}

}  // namespace gw
