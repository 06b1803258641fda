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

/// The id of the API that the ARN is of: "a1" of "arn:aws:execute-api:eu-west-1:111122223333:a1/prod" and of
/// "arn:aws:apigateway:eu-west-1::/restapis/a1". Empty for any other ARN.
std::string_view apiIdIn(std::string_view arn);

/// What calls of an API ask for. An ARN of API Gateway names the definition of the API, which callers do not see:
/// theirs is of execute-api and has the account; of all accounts and methods where
/// that is empty (API Gateway Developer Guide, "Control access
/// for invoking an API"). Any other ARN is as it was.
std::string calledArn(const std::string& stated, std::string_view account);

}  // namespace gw
