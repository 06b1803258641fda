#pragma once
#include "model/design/values.h"

/// What stands beside the network: logs of it, remarks on it, and how it is drawn.
namespace gw {

enum class TrafficType : std::uint8_t { All, Accept, Reject };
constexpr auto namesOf(TrafficType) {
    return std::to_array<EnumName<TrafficType>>({{TrafficType::All, "ALL", "All"},
                                                 {TrafficType::Accept, "ACCEPT", "Accepted"},
                                                 {TrafficType::Reject, "REJECT", "Rejected"}});
}
enum class LogDestination : std::uint8_t { CloudWatchLogs, S3, Firehose };
constexpr auto namesOf(LogDestination) {
    return std::to_array<EnumName<LogDestination>>(
        {{LogDestination::CloudWatchLogs, "cloud-watch-logs", "CloudWatch Logs"},
         {LogDestination::S3, "s3", "Amazon S3"},
         {LogDestination::Firehose, "kinesis-data-firehose", "Data Firehose"}});
}

struct FlowLog {
    Id<FlowLog> id{};
    std::string name{};
    IdOf<Vpc, Subnet, Workload, TransitGateway, TransitGatewayAttachment, NatGateway> resource{};
    TrafficType traffic = TrafficType::All;
    LogDestination destinationType = LogDestination::CloudWatchLogs;
    std::string destination{};
    int aggregationSeconds = 600;
    std::vector<std::string> format{};
    Id<Role> role{};
    Tags tags{};
    std::string notes{};
    friend bool operator==(const FlowLog&, const FlowLog&) = default;
    static constexpr Kind kind{"flowLogs", "flow log", "fl"};
    static constexpr auto fields =
        FieldList{nameField(&FlowLog::name),
                  owner("resource", "Of", &FlowLog::resource, "What is logged."),
                  field("traffic", "Traffic", &FlowLog::traffic, "Accepted, rejected or all packets."),
                  field("destinationType", "Destination type", &FlowLog::destinationType, "Where records go."),
                  field("destination", "Destination", &FlowLog::destination, "ARN of the log group, bucket or stream."),
                  field("aggregationSeconds", "Interval", &FlowLog::aggregationSeconds,
                        "MaxAggregationInterval in seconds: 60 or 600.")
                      .within(1, 86'400),
                  field("format", "Fields", &FlowLog::format, "Fields of a record; none stands for AWS's default."),
                  field("role", "IAM role", &FlowLog::role, "CloudWatch Logs: the role that delivers."),
                  tagsField(&FlowLog::tags),
                  notesField(&FlowLog::notes)};
};

enum class NoteShape : std::uint8_t { Note, Text, Rectangle, Ellipse, Line, Arrow };
constexpr auto namesOf(NoteShape) {
    return std::to_array<EnumName<NoteShape>>({{NoteShape::Note, "note", "Note"},
                                               {NoteShape::Text, "text", "Text"},
                                               {NoteShape::Rectangle, "rectangle", "Rectangle"},
                                               {NoteShape::Ellipse, "ellipse", "Ellipse"},
                                               {NoteShape::Line, "line", "Line"},
                                               {NoteShape::Arrow, "arrow", "Arrow"}});
}

struct Note {
    Id<Note> id{};
    std::string text{};
    NoteShape shape = NoteShape::Note;
    friend bool operator==(const Note&, const Note&) = default;
    static constexpr Kind kind{"notes", "note", "note"};
    static constexpr auto fields = FieldList{field("text", "Text", &Note::text, "What it says."),
                                             field("shape", "Shape", &Note::shape, "How it is drawn.")};
};

struct Group {
    Id<Group> id{};
    std::string name{};
    std::vector<AnyId> members{};
    friend bool operator==(const Group&, const Group&) = default;
    static constexpr Kind kind{"groups", "group", "group"};
    static constexpr auto fields = FieldList{
        nameField(&Group::name), home("members", "Members", &Group::members, "Things selected and moved together.")};
};

struct Layer {
    Id<Layer> id{};
    std::string name{};
    bool visible = true;
    bool locked = false;
    std::vector<AnyId> members{};
    friend bool operator==(const Layer&, const Layer&) = default;
    static constexpr Kind kind{"layers", "layer", "layer"};
    static constexpr auto fields = FieldList{
        nameField(&Layer::name), field("visible", "Visible", &Layer::visible, "Whether its members are drawn."),
        field("locked", "Locked", &Layer::locked, "Whether its members can be changed by the pointer."),
        field("members", "Members", &Layer::members, "Things on the layer.")};
};

/// A finding that is accepted with a reason.
struct Waiver {
    Id<Waiver> id{};
    std::string rule{};
    AnyId subject{};
    std::string reason{};
    std::string author{};
    Date expires{};
    friend bool operator==(const Waiver&, const Waiver&) = default;
    static constexpr Kind kind{"waivers", "waiver", "waiver"};
    static constexpr auto fields =
        FieldList{required("rule", "Rule", &Waiver::rule, "Code of the rule, VPE009."),
                  owner("subject", "Subject", &Waiver::subject, "The thing the finding is about."),
                  required("reason", "Reason", &Waiver::reason, "Why it is accepted."),
                  field("author", "By", &Waiver::author, "Who accepts it."),
                  field("expires", "Until", &Waiver::expires, "Last day it holds, 2026-12-31; none stands for ever.")};
};

enum class InvariantKind : std::uint8_t { MustReachPrivately, MustNotReach, OnlyThrough };
constexpr auto namesOf(InvariantKind) {
    return std::to_array<EnumName<InvariantKind>>(
        {{InvariantKind::MustReachPrivately, "mustReachPrivately", "Reaches privately"},
         {InvariantKind::MustNotReach, "mustNotReach", "Does not reach"},
         {InvariantKind::OnlyThrough, "onlyThrough", "Reaches only through"}});
}

/// A promise of the design that every change is held against. `from` and `to` name things, or what holds them (a VPC,
/// subnet, Region or group); `fromTags` and `toTags` add what carries a tag. None of one: all; one of both is named.
struct Invariant {
    Id<Invariant> id{};
    std::string name{};
    InvariantKind invariantKind = InvariantKind::MustNotReach;
    std::vector<AnyId> from{};
    std::vector<std::string> fromTags{};
    std::vector<AnyId> to{};
    std::vector<std::string> toTags{};
    std::vector<AnyId> through{};
    std::string reason{};
    friend bool operator==(const Invariant&, const Invariant&) = default;
    static constexpr Kind kind{"invariants", "invariant", "inv"};
    static constexpr auto fields =
        FieldList{nameField(&Invariant::name),
                  required("kind", "Kind", &Invariant::invariantKind, "What is promised."),
                  home("from", "From", &Invariant::from, "Sources; none stands for all."),
                  field("fromTags", "From, tagged", &Invariant::fromTags, "Sources by tag: tier, or tier=app."),
                  home("to", "To", &Invariant::to, "Targets; none stands for all."),
                  field("toTags", "To, tagged", &Invariant::toTags, "Targets by tag: data, or class=data."),
                  field("through", "Through", &Invariant::through, "Things the path must use, for the last kind."),
                  field("reason", "Reason", &Invariant::reason, "Why it is promised.")};
};

/// A fact that the design does not show and a judgement relies on.
struct Assumption {
    Id<Assumption> id{};
    std::string statement{};
    AnyId subject{};
    std::string key{};
    std::string value{};
    friend bool operator==(const Assumption&, const Assumption&) = default;
    static constexpr Kind kind{"assumptions", "assumption", "assume"};
    static constexpr auto fields =
        FieldList{required("statement", "Statement", &Assumption::statement, "What is taken to be so."),
                  mayOwn("subject", "Subject", &Assumption::subject, "The thing it is about."),
                  field("key", "Fact", &Assumption::key, "The fact it fills in, in the words of the judge."),
                  field("value", "Value", &Assumption::value, "Its value.")};
};

struct PriceOverride {
    Id<PriceOverride> id{};
    std::string item{};
    std::string region{};
    double usd = 0;
    std::string reason{};
    friend bool operator==(const PriceOverride&, const PriceOverride&) = default;
    static constexpr Kind kind{"priceOverrides", "price override", "price"};
    static constexpr auto fields = FieldList{
        required("item", "Item", &PriceOverride::item, "The item of the price list."),
        field("region", "Region", &PriceOverride::region, "Region code; none stands for all."),
        required("usd", "USD", &PriceOverride::usd, "US dollars for the item's own unit.").within(0, 1'000'000),
        field("reason", "Reason", &PriceOverride::reason, "Where the price comes from.")};
};

/// Something an import found and Gatewright does not model; kept as it was.
struct Unmodelled {
    Id<Unmodelled> id{};
    std::string name{};
    std::string type{};
    std::string origin{};
    std::string reason{};
    IdOf<Region, Vpc, Subnet> parent{};
    std::string source{};
    friend bool operator==(const Unmodelled&, const Unmodelled&) = default;
    static constexpr Kind kind{"unmodelled", "unmodelled resource", "x"};
    static constexpr auto fields =
        FieldList{nameField(&Unmodelled::name),
                  required("type", "Type", &Unmodelled::type, "AWS::Service::Type or aws_type."),
                  field("origin", "From", &Unmodelled::origin, "File and place it came from."),
                  field("reason", "Why", &Unmodelled::reason, "Why it is not modelled."),
                  mayOwn("parent", "In", &Unmodelled::parent, "Where it is drawn."),
                  field("source", "Source", &Unmodelled::source, "Its source text.")};
};

/// Canvas units: pixels at 100 %. y grows downwards.
struct Point {
    int x = 0;
    int y = 0;
    friend bool operator==(const Point&, const Point&) = default;
    static constexpr auto fields =
        FieldList{required("x", "X", &Point::x, "Pixels at 100 %."), required("y", "Y", &Point::y, "Pixels at 100 %.")};
};

struct Box {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;

    int right() const { return x + width; }
    int bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    bool contains(Point p) const { return x <= p.x && p.x < right() && y <= p.y && p.y < bottom(); }
    bool contains(const Box& b) const { return x <= b.x && b.right() <= right() && y <= b.y && b.bottom() <= bottom(); }
    bool overlaps(const Box& b) const { return x < b.right() && b.x < right() && y < b.bottom() && b.y < bottom(); }
    Box moved(int dx, int dy) const { return {x + dx, y + dy, width, height}; }
    Box grown(int by) const { return {x - by, y - by, width + 2 * by, height + 2 * by}; }
    friend bool operator==(const Box&, const Box&) = default;
};

/// Where a thing is drawn; its id is the thing's. Checks never read placements.
struct Placement {
    Id<Placement> id{};
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<Point> bends{};
    bool locked = false;
    bool collapsed = false;
    int z = 0;

    Box box() const { return {x, y, width, height}; }
    friend bool operator==(const Placement&, const Placement&) = default;
    static constexpr Kind kind{"layout", "placement", ""};
    static constexpr bool standsBeside = true;
    static constexpr auto fields =
        FieldList{required("x", "X", &Placement::x, "Left edge, pixels at 100 %."),
                  required("y", "Y", &Placement::y, "Top edge, pixels at 100 %."),
                  field("width", "Width", &Placement::width, "Pixels at 100 %.").within(0, maxWholeNumber),
                  field("height", "Height", &Placement::height, "Pixels at 100 %.").within(0, maxWholeNumber),
                  field("bends", "Bends", &Placement::bends, "Flows: corners that a person has set."),
                  field("locked", "Locked", &Placement::locked, "Cannot be moved by the pointer."),
                  field("collapsed", "Collapsed", &Placement::collapsed, "Shows its frame alone."),
                  field("z", "Order", &Placement::z, "Higher is drawn later.")};
};

}  // namespace gw
