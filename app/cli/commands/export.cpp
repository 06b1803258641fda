#include <algorithm>
#include <array>
#include <memory>
#include <optional>

#include "app/cli/commands/commands.h"
#include "app/cli/files.h"
#include "app/cli/options.h"
#include "app/cli/painting.h"
#include "model/interchange/svg.h"
#include "model/report/overlay_of.h"
#include "model/report/plain_text.h"
#include "model/scene/legend.h"
#include "model/scene/unplaced.h"
#include "model/spec/spec.h"

namespace gw::cli {
namespace {

struct Asked {
    std::string design{};
    std::string to{};
    std::string as{};
    std::string theme{};  ///< empty where none was asked for
    std::string lens = "topology";
    std::string zoneDown{};
    std::optional<double> scale{};
    std::string date{};
};

/// What an export is made from.
struct Source {
    const OpenDesign& open;
    Theme theme;
    Lens lens;
    std::string zoneDown;  ///< id or name; empty where every zone is up
    double scale;
    std::string day;
};

constexpr std::string_view howToPlace = "say x, y, width and height (pixels) under \"layout\"";

/// "vpc-a, vpc-b, vpc-c and 7 more".
std::string someOf(const std::vector<AnyId>& things) {
    constexpr std::size_t most = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(things.size(), most); ++i) text += (i == 0 ? "" : ", ") + things[i].value;
    return things.size() <= most ? text : text + " and " + std::to_string(things.size() - most) + " more";
}

/// Why a picture would be empty, and what to do.
std::string whyEmpty(const Design& design) {
    const auto things = unplacedThings(design);
    const std::string empty = "the picture would be empty: ";
    if (!things.empty()) return empty + "no place is given to " + someOf(things) + "; " + std::string(howToPlace) + ".";
    return empty + (design.layers.empty() ? "the design has nothing to draw; add a VPC."
                                          : "every layer is hidden; make one visible.");
}

/// Says what is left out of a picture for want of a place.
void tellOfUnplaced(const OpenDesign& open) {
    const auto things = unplacedThings(open.design);
    if (things.empty()) return;
    const bool one = things.size() == 1;
    tell(open.path + ": " + countOf(things.size(), "thing") + (one ? " has" : " have") + " no place and " +
         (one ? "is" : "are") + " not shown (" + someOf(things) + "); " + std::string(howToPlace) + ".");
}

/// The picture with everything the judge says of it, as the window shows it.
Result<Scene> pictureOf(const Source& source) {
    const Facts facts(source.open.design);
    const auto day = Date::parse(source.day);
    Looking looking{source.lens};
    std::optional<WhatIf> down;
    if (!source.zoneDown.empty()) {
        auto answer = whatIf(facts.design(), facts.traces(), {{Supposition::Kind::ZoneDown, AnyId(source.zoneDown)}});
        if (!answer) return tl::unexpected<Error>(answer.error());
        looking.whatIf = &down.emplace(*std::move(answer));
    }
    Scene scene = sceneOf(source.open.design, overlayOf(facts, check(facts, day ? *day : Date{}), looking));
    if (scene.items.empty()) return fail(whyEmpty(source.open.design));
    return exportedPicture(std::move(scene));
}

std::string titleOf(const Source& source) {
    const std::string& name = source.open.design.header.name;
    return name.empty() ? "Gatewright" : name;
}

Result<std::string> json(const Source& source) {
    return writeSpec(source.open.design);
}

Result<std::string> svg(const Source& source) {
    const auto picture = pictureOf(source);
    if (!picture) return tl::unexpected<Error>(picture.error());
    return svgOf(*picture, source.open.design, source.theme);
}

Result<std::string> png(const Source& source) {
    const auto picture = pictureOf(source);
    if (!picture) return tl::unexpected<Error>(picture.error());
    return paintedPng(*picture, source.theme, source.scale);
}

Result<std::string> pdf(const Source& source) {
    const auto picture = pictureOf(source);
    if (!picture) return tl::unexpected<Error>(picture.error());
    return paintedPdf(*picture, source.theme, titleOf(source), source.day);
}

struct Format {
    std::string_view name;
    std::string_view ending;
    Result<std::string> (*write)(const Source&);
};
constexpr std::array formats{
    Format{"json", ".json", json},
    Format{"svg", ".svg", svg},
    Format{"png", ".png", png},
    Format{"pdf", ".pdf", pdf},
};

std::vector<std::string> formatNames() {
    std::vector<std::string> names;
    for (const Format& format : formats) names.emplace_back(format.name);
    return names;
}

/// The letters of ASCII; an ending is written either way.
std::string inSmallLetters(std::string text) {
    for (char& c : text)
        if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return text;
}

/// The format said by --as, or by the ending of the file.
Result<const Format*> formatOf(const Asked& asked) {
    const std::string to = inSmallLetters(asked.to);
    for (const Format& format : formats)
        if (asked.as.empty() ? to.ends_with(format.ending) : asked.as == format.name) return &format;
    std::string endings;
    for (const Format& format : formats) endings += (endings.empty() ? "" : ", ") + std::string(format.ending);
    return fail(asked.to + ": the ending names no format; end it in one of " + endings + ", or say --as.");
}

/// Whether each option means something for the format: none is passed over in silence.
Status checkOptions(const Asked& asked, const Format& format, Lens lens) {
    if (format.write == json && (lens != Lens::Topology || !asked.zoneDown.empty() || !asked.theme.empty()))
        return fail("--theme, --lens and --zone-down are for pictures; JSON is the design itself: leave them out.");
    if (format.write != png && asked.scale)
        return fail("--scale is for PNG, whose pixels it counts; leave it out for " + std::string(format.name) + ".");
    if (!asked.zoneDown.empty() && lens != Lens::Resilience)
        return fail("--zone-down is shown by the lens resilience; say --lens resilience with it.");
    return {};
}

Result<int> run(const Asked& asked) {
    const auto format = formatOf(asked);
    if (!format) return tl::unexpected<Error>(format.error());
    const Lens lens = valueOf<Lens>(asked.lens);
    if (Status fits = checkOptions(asked, **format, lens); !fits) return tl::unexpected<Error>(fits.error());
    const auto open = openDesign(asked.design);
    if (!open) return tl::unexpected<Error>(open.error());
    if (!asked.zoneDown.empty())
        if (const auto down = withZoneDown(open->design, asked.zoneDown); !down)
            return fail(asked.design + ": " + down.error().message);
    const Theme theme = asked.theme == "dark" ? Theme::Dark : Theme::Light;
    const auto bytes =
        (*format)->write({*open, theme, lens, asked.zoneDown, asked.scale.value_or(1), dayOf(asked.date).text()});
    if (!bytes) return fail(asked.design + ": " + bytes.error().message);
    if (Status done = writeOutput(asked.to, *bytes); !done) return tl::unexpected<Error>(done.error());
    if ((*format)->write != json) tellOfUnplaced(*open);
    return 0;
}

}  // namespace

Run declareExport(CLI::App& command) {
    const auto asked = std::make_shared<Asked>();
    command.add_option("design", asked->design, "The design; - for standard input")->required()->type_name("DESIGN");
    command.add_option("--to", asked->to, "Where to write it; - for standard output")->required()->type_name("FILE");
    addChoice(command, "--as", asked->as, formatNames(), "The format (default: by the ending of FILE)");
    addChoice(command, "--theme", asked->theme, {"light", "dark"}, "Colours of a picture (default: light)");
    addChoice(command, "--lens", asked->lens, wordsOf<Lens>(), "What a picture puts forward (default: topology)");
    command
        .add_option("--zone-down", asked->zoneDown, "With --lens resilience: as if this Availability Zone were down")
        ->type_name("AZ");
    command.add_option("--scale", asked->scale, "Pixels of a PNG for each pixel at 100 % (default: 1)")
        ->type_name("N")
        ->check([](const std::string& text) -> std::string {
            const double scale = std::strtod(text.c_str(), nullptr);
            return 0.1 <= scale && scale <= 16 ? "" : "Value " + text + " not in range 0.1 to 16";
        });
    addDate(command, asked->date);
    return [asked] { return run(*asked); };
}

}  // namespace gw::cli
