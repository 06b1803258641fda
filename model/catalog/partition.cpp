#include "model/catalog/partition.h"

#include <algorithm>
#include <array>
#include <utility>

namespace gw {

std::string_view partitionOf(std::string_view region) {
    using Start = std::pair<std::string_view, std::string_view>;
    constexpr std::array partitions{Start{"cn-", "aws-cn"},         Start{"us-gov-", "aws-us-gov"},
                                    Start{"us-iso-", "aws-iso"},    Start{"us-isob-", "aws-iso-b"},
                                    Start{"eu-isoe-", "aws-iso-e"}, Start{"us-isof-", "aws-iso-f"},
                                    Start{"eusc-", "aws-eusc"}};
    const auto* at =
        std::ranges::find_if(partitions, [&](const Start& each) { return region.starts_with(each.first); });
    return at == partitions.end() ? "aws" : at->second;
}

}  // namespace gw
