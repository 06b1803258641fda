#pragma once
#include <string>
#include <vector>

#include "model/edit/edit.h"

/// Every field of every row by its key, as text: what an inspector shows and changes without knowing the row's type.
namespace gw {

enum class FieldKind : std::uint8_t {
    Text,
    Number,
    Switch,
    Choice,
    Block,
    Blocks,
    Address,
    Addresses,
    Ports,
    Protocol,
    Date,
    Account,
    Words,
    Reference,
    References,
    BlockOrReference,
    Policy,
    Table
};

struct FieldChoice {
    std::string value{};
    std::string label{};
    friend bool operator==(const FieldChoice&, const FieldChoice&) = default;
};

struct FieldColumn {
    std::string key{};
    std::string label{};
    std::string help{};
    FieldKind kind = FieldKind::Text;
    /// Of choices and references: what may stand here.
    std::vector<FieldChoice> choices{};
    friend bool operator==(const FieldColumn&, const FieldColumn&) = default;
};

/// One field of one row. Lists are texts on one line (listLineOf()); a table has rows of cells in the order of its
/// columns.
struct FieldView {
    std::string key{};
    std::string label{};
    std::string help{};
    FieldKind kind = FieldKind::Text;
    bool required = false;
    /// False where AWS has no such setting for what the row is, and none is given.
    bool applies = true;
    std::string text{};
    std::vector<FieldChoice> choices{};
    std::vector<FieldColumn> columns{};
    std::vector<std::vector<std::string>> cells{};
    friend bool operator==(const FieldView&, const FieldView&) = default;
};

/// The fields of the row with that id, in order; empty where there is none.
std::vector<FieldView> fieldsOf(const Design& design, const AnyId& id);

namespace edits {

/// Sets the field to what the text says. Refuses what is not well-formed, ids that no fitting row has, and an empty
/// text where one is required. An empty text clears an optional field.
Edit setField(AnyId id, std::string key, std::string text);
/// Adds a row of cells (in order of the columns) to a field that is a table.
Edit addTableRow(AnyId id, std::string key, std::vector<std::string> cells);
Edit setTableCell(AnyId id, std::string key, std::size_t row, std::string column, std::string text);
Edit removeTableRow(AnyId id, std::string key, std::size_t row);

}  // namespace edits
}  // namespace gw
