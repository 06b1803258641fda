#include "model/interchange/svg.h"

#include <map>
#include <set>

#include "model/design/references.h"
#include "model/interchange/xml.h"
#include "model/scene/measures.h"
#include "model/scene/metrics.h"
#include "model/scene/outline.h"
#include "resources/embedded.h"

namespace gw {
namespace {

/// Pictograms this small get a slightly thicker line, so that they keep their weight (look.md section 4).
constexpr double smallIcon = 16;

std::string_view planeName(Plane plane) {
    switch (plane) {
        case Plane::Frames:
            return "frames";
        case Plane::Flows:
            return "flows";
        case Plane::Cards:
            return "cards";
        case Plane::States:
            return "states";
    }
    return {};
}

int weightOf(Weight weight) {
    return weight == Weight::Regular ? 400 : weight == Weight::Medium ? 500 : 600;
}

std::string familiesOf(std::string_view font) {
    std::string list;
    for (const std::string& family : fontFamilies(font)) list += (list.empty() ? "" : ", ") + family;
    return list + (font == "mono" ? ", monospace" : ", sans-serif");
}

/// What stands between the outer tags of a pictogram's file.
std::string_view contentOfIcon(std::string_view name) {
    std::string_view file = embeddedFile("icons/" + std::string(name) + ".svg");
    const std::size_t start = file.find('>');
    const std::size_t end = file.rfind("</svg>");
    if (start == std::string_view::npos || end == std::string_view::npos) return {};
    return file.substr(start + 1, end - start - 1);
}

class Writer {
public:
    Writer(const Scene& scene, const Design& design, Theme theme) : scene_(scene), design_(design), theme_(theme) {}

    std::string document() {
        const Area& all = scene_.bounds;
        out_ = "<svg xmlns=\"http://www.w3.org/2000/svg\"" + attribute("width", all.width) +
               attribute("height", all.height) + " viewBox=\"" + xmlNumber(all.x) + " " + xmlNumber(all.y) + " " +
               xmlNumber(all.width) + " " + xmlNumber(all.height) + "\" font-family=\"" + xmlText(familiesOf("ui")) +
               "\" role=\"img\">\n";
        if (!design_.header.name.empty()) out_ += "<title>" + xmlText(design_.header.name) + "</title>\n";
        if (!design_.header.description.empty()) out_ += "<desc>" + xmlText(design_.header.description) + "</desc>\n";
        symbols();
        out_ += "<rect" + place(all) + paint("fill", Ink::Canvas) + "/>\n";
        for (const Plane plane : {Plane::Frames, Plane::Flows, Plane::Cards, Plane::States}) items(plane);
        out_ += "</svg>\n";
        return std::move(out_);
    }

    void operator()(const RectShape& rect) {
        out_ += "<rect" + place(rect.area);
        if (rect.radius > 0) out_ += attribute("rx", rect.radius);
        out_ += paint("fill", rect.fill) + line(rect.stroke) + "/>\n";
    }
    void operator()(const CircleShape& circle) {
        out_ += "<circle" + attribute("cx", circle.centre.x) + attribute("cy", circle.centre.y) +
                attribute("r", circle.radius) + paint("fill", circle.fill) + line(circle.stroke) + "/>\n";
    }
    void operator()(const DiamondShape& diamond) {
        const Spot c = diamond.centre;
        const double r = diamond.reach;
        out_ += "<path d=\"M" + at({c.x, c.y - r}) + "L" + at({c.x + r, c.y}) + "L" + at({c.x, c.y + r}) + "L" +
                at({c.x - r, c.y}) + "Z\"" + paint("fill", diamond.fill) + line(diamond.stroke) + "/>\n";
    }
    void operator()(const PathShape& path) {
        const Outline outline = outlineOf(path);
        out_ += "<path d=\"M" + at(outline.start);
        for (const OutlineStep& step : outline.steps)
            out_ += step.curved ? "Q" + at(step.bend) + " " + at(step.to) : "L" + at(step.to);
        out_ += "\" fill=\"none\" stroke-linejoin=\"round\"" + line(path.stroke);
        if (const double offset = dashOffsetOf(path.stroke.dash, path.dashFrom); offset > 0)
            out_ += attribute("stroke-dashoffset", offset);
        out_ += "/>\n";
        if (!path.head) return;
        const auto head = headOf(path);
        out_ += "<path d=\"M" + at(head[0]) + "L" + at(head[1]) + "L" + at(head[2]) +
                "\" fill=\"none\" stroke-linejoin=\"round\"" + line({path.stroke.ink, path.stroke.width}) + "/>\n";
    }
    void operator()(const IconShape& icon) {
        out_ += "<use href=\"#icon-" + std::string(icon.name) + "\"" + place(icon.area) + paint("color", icon.ink) +
                paint("stroke", icon.ink) + attribute("stroke-width", icon.area.width <= smallIcon ? 1.75 : 1.5) +
                "/>\n";
    }
    void operator()(const TextShape& text) {
        const std::string words = fittedAt(text, 1).words;
        if (words.empty()) return;
        if (text.behind != Ink::None) {
            const double width = widthOf(words, text.style);
            const double left = text.anchor == Anchor::Start ? 0 : text.anchor == Anchor::Middle ? width / 2 : width;
            out_ +=
                "<rect" +
                place({text.at.x - left - 2, text.at.y - text.style.size * 0.95, width + 4, text.style.size * 1.25}) +
                paint("fill", text.behind) + "/>\n";
        }
        write(words, text.style, text.at, text.anchor, text.ink);
    }
    void operator()(const PillShape& pill) {
        const Area area = areaOf(pill);
        out_ += "<rect" + place(area) + attribute("rx", area.height / 2) + paint("fill", pill.fill) +
                line({pill.border, 1.25}) + "/>\n";
        write(pill.text, type::pill, {area.centre().x, area.centre().y + type::pill.size * 0.36}, Anchor::Middle,
              pill.ink);
    }
    void operator()(const BadgeShape& badge) {
        (*this)(CircleShape{badge.centre, size::badge / 2 + 1, badge.fill, {Ink::Canvas, 2}});
        const std::string words = badge.count > 99 ? "99+" : std::to_string(badge.count);
        TextStyle style = type::badge;
        if (words.size() > 2) style.size -= 2;
        write(words, style, {badge.centre.x, badge.centre.y + style.size * 0.36}, Anchor::Middle, Ink::Surface);
    }
    void operator()(const TagShape& tag) {
        const Area area = areaOf(tag);
        (*this)(RectShape{area.grown(1.5), 5, Ink::Canvas, {}});
        (*this)(RectShape{area, 3.5, tag.fill, {}});
        write(tag.text, type::tag, {area.centre().x, area.centre().y + type::tag.size * 0.36}, Anchor::Middle,
              Ink::Canvas);
    }

private:
    static std::string attribute(std::string_view name, double value) {
        return " " + std::string(name) + "=\"" + xmlNumber(value) + "\"";
    }
    static std::string at(Spot spot) { return xmlNumber(spot.x) + " " + xmlNumber(spot.y); }
    static std::string place(const Area& area) {
        return attribute("x", area.x) + attribute("y", area.y) + attribute("width", area.width) +
               attribute("height", area.height);
    }
    Colour colour(Ink ink) const { return faint_ ? faintColourOf(ink, theme_) : colourOf(ink, theme_); }
    std::string paint(std::string_view name, Ink ink) const {
        return " " + std::string(name) + "=\"" + (ink == Ink::None ? "none" : colour(ink).text()) + "\"";
    }
    std::string line(const Stroke& stroke) const {
        if (stroke.ink == Ink::None) return {};
        std::string text = paint("stroke", stroke.ink) + attribute("stroke-width", widthIn(theme_, plane_, stroke));
        if (const auto dash = dashOf(stroke.dash); !dash.empty()) {
            text += " stroke-dasharray=\"";
            for (std::size_t i = 0; i < dash.size(); ++i) text += (i == 0 ? "" : " ") + xmlNumber(dash[i]);
            text += "\"";
        }
        return text;
    }

    void write(const std::string& words, const TextStyle& style, Spot spot, Anchor anchor, Ink ink) {
        out_ += "<text" + attribute("x", spot.x) + attribute("y", spot.y) + attribute("font-size", style.size);
        if (style.weight != Weight::Regular) out_ += attribute("font-weight", weightOf(style.weight));
        if (style.italic) out_ += " font-style=\"italic\"";
        if (style.family == Family::Mono) out_ += " font-family=\"" + xmlText(familiesOf("mono")) + "\"";
        if (anchor != Anchor::Start)
            out_ += anchor == Anchor::Middle ? " text-anchor=\"middle\"" : " text-anchor=\"end\"";
        out_ += paint("fill", ink) + ">" + xmlText(words) + "</text>\n";
    }

    /// The pictograms that are used, once each.
    void symbols() {
        std::set<std::string_view> names;
        for (const Shape& shape : scene_.shapes)
            if (const auto* icon = std::get_if<IconShape>(&shape)) names.insert(icon->name);
        if (names.empty()) return;
        out_ += "<defs>\n";
        for (const std::string_view name : names)
            out_ += "<symbol id=\"icon-" + std::string(name) +
                    "\" viewBox=\"0 0 24 24\" fill=\"none\" stroke-linecap=\"round\" stroke-linejoin=\"round\">" +
                    std::string(contentOfIcon(name)) + "</symbol>\n";
        out_ += "</defs>\n";
    }

    void open(const Item& item) {
        out_ += "<g";
        if (item.subject) {
            const std::string id = "thing-" + xmlName(item.subject.value);
            const int run = ++runs_[id];
            out_ += " id=\"" + id + (run == 1 ? "" : "_" + std::to_string(run)) + "\"";
        }
        if (item.opacity < 1) out_ += attribute("opacity", item.opacity);
        out_ += ">";
        if (item.subject) {
            const std::string_view noun = nounOf(design_, item.subject);
            out_ += "<title>" + xmlText(noun) + (noun.empty() ? "" : " ") + xmlText(nameOf(design_, item.subject)) +
                    "</title>";
        }
        out_ += "\n";
    }

    void items(Plane plane) {
        plane_ = plane;
        out_ += "<g id=\"" + std::string(planeName(plane)) + "\">\n";
        const Item* before = nullptr;
        for (const Item& item : scene_.items) {
            if (item.plane != plane || item.to != Detail::All) continue;
            if (!before || before->subject != item.subject || before->opacity != item.opacity) {
                if (before) out_ += "</g>\n";
                open(item);
            }
            before = &item;
            faint_ = item.faint;
            for (const Shape& shape : scene_.shapesOf(item)) std::visit(*this, shape);
        }
        if (before) out_ += "</g>\n";
        out_ += "</g>\n";
    }

    const Scene& scene_;
    const Design& design_;
    Theme theme_;
    Plane plane_ = Plane::Frames;
    bool faint_ = false;
    std::map<std::string, int> runs_;
    std::string out_;
};

}  // namespace

std::string svgOf(const Scene& scene, const Design& design, Theme theme) {
    return Writer(scene, design, theme).document();
}

}  // namespace gw
