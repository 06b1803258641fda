#pragma once
#include <cstdint>

namespace gw {

/// A colour by what it means (design tokens); each theme gives it a value: colourOf() of look.h.
enum class Ink : std::uint8_t {
    None,
    Canvas,
    Surface,
    Text,
    Muted,
    Faint,
    Border,
    BorderStrong,
    Accent,
    OnAccent,
    Focus,
    Selection,
    DropTarget,
    DropTargetFill,
    DropRefused,
    Ghost,
    Error,
    ErrorSoft,
    Warning,
    WarningSoft,
    Hint,
    HintSoft,
    Unknown,
    UnknownSoft,
    Private,
    Public,
    Blocked,
    Account,
    Region,
    Vpc,
    Zone,
    SubnetPublic,
    SubnetPublicFill,
    SubnetPrivate,
    SubnetPrivateFill,
    SubnetIsolated,
    SubnetIsolatedFill,
    Generic,
    Compute,
    Storage,
    Database,
    Network,
    Security,
    Integration,
    Connector,
    Card,
    CardBorder,
};

/// How a line is broken: a second sign beside its colour. Lengths stand in dashOf() of look.h.
enum class Dash : std::uint8_t { Solid, Region, Zone, Wanted, Public, Blocked, Unknown, Ghost, Tether };

}  // namespace gw
