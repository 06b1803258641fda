#pragma once
#include <string>
#include <string_view>

namespace gw {

/// What is asked for, as an ARN.
struct AskedArn {
    std::string text{};
    /// The part that is sure; what stands behind it in `text` is one of many that it may be. As long as `text` where
    /// all of it is.
    std::size_t sure = 0;
    /// All that it may be, with `*` and `?` as in policies; `text` itself where that is sure.
    std::string pattern{};

    bool isSure() const { return sure == text.size(); }
};

/// What the action asks for where the design says `stated`: an ARN, a pattern that stands for any that it matches, or
/// nothing. Where the action is for another kind of resource than that (Service Authorization Reference, by way of
/// IamCatalog), it is the bucket of an object, or one of those within it: an object of a bucket, a stream of a log
/// group, a method of an API. "*" for an action that takes no resource.
AskedArn askedArn(std::string_view action, const std::string& stated);

}  // namespace gw
