#pragma once
#include <vector>

namespace gw {

/// What a column of a table asks for.
struct ColumnWish {
    /// Pixels.
    double width = 0;
    /// It stands below the others, over the whole width.
    bool alone = false;
};

/// Where a column stands in each row of its table.
struct ColumnPlace {
    int line = 0;
    /// Pixels, whole ones.
    double x = 0;
    double width = 0;
    friend bool operator==(const ColumnPlace&, const ColumnPlace&) = default;
};

/// Columns side by side for as long as `room` lasts, then on a further line of the row; what is left of a line goes to
/// its columns in proportion, and one wider than the line is cut to it. Those that stand alone come last, a line each,
/// `width` wide. One place for each wish, in their order.
std::vector<ColumnPlace> placesOf(const std::vector<ColumnWish>& wishes, double room, double width);

}  // namespace gw
