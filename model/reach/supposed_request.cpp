#include "model/reach/supposed_request.h"

#include "model/policy/arn.h"

namespace gw {
namespace {

constexpr std::string_view strangersAccount = "999999999999";
constexpr std::string_view strangersOrganization = "o-stranger";
constexpr std::string_view strangersRoot = "o-stranger/r-root/";

std::optional<std::string> foreignTwinOf(const std::string& text) {
    const auto arn = Arn::parse(text);
    if (!arn) return std::nullopt;
    // ARNs of buckets name no account (Service Authorization Reference, "Amazon S3").
    if (arn->service == "s3" && arn->account.empty()) {
        const auto slash = arn->resource.find('/');
        return "arn:" + std::string(arn->partition) + ":s3:::bucket-of-a-stranger" +
               (slash == std::string_view::npos ? std::string() : std::string(arn->resource.substr(slash)));
    }
    if (!isAccountNumber(arn->account)) return std::nullopt;
    std::string twin = text;
    return twin.replace(static_cast<std::size_t>(arn->account.data() - text.data()), arn->account.size(),
                        strangersAccount);
}

}  // namespace

Branch wayThrough(const Endpoint& endpoint, std::string privateAddress) {
    Branch way;
    way.endpoint = &endpoint;
    way.road = endpoint.type == EndpointType::Gateway ? Road::GatewayEndpoint : Road::Interface;
    way.privateAddress = std::move(privateAddress);
    return way;
}

Branch wayFromAnywhere() {
    Branch way;
    way.road = Road::Internet;
    // Kept for documentation (RFC 5737), so nobody's.
    way.publicAddress = "203.0.113.1";
    return way;
}

std::optional<AccessRequest> ofForeignTwin(const AccessRequest& request) {
    const auto twin = foreignTwinOf(request.resource().arn);
    if (!twin) return std::nullopt;
    const std::string account(strangersAccount);
    RequestContext context = request.context();
    for (const std::string_view key : {"aws:ResourceAccount", "s3:ResourceAccount"}) context.set(key, account);
    context.set("aws:ResourceOrgID", std::string(strangersOrganization));
    context.set("aws:ResourceOrgPaths", std::string(strangersRoot));
    return AccessRequest(request.action(), {*twin, account, false}, request.principal(), std::move(context));
}

AccessRequest throughForeignEndpoint(const AccessRequest& request) {
    RequestContext context = request.context();
    context.set("aws:SourceVpce", "vpce-of-a-stranger");
    context.set("aws:SourceVpc", "vpc-of-a-stranger");
    context.set("aws:VpceAccount", std::string(strangersAccount));
    context.set("aws:VpceOrgID", std::string(strangersOrganization));
    context.set("aws:VpceOrgPaths", std::string(strangersRoot));
    for (const std::string_view key : {"aws:VpcSourceIp", "aws:SourceVpcArn"}) context.setUnknown(key);
    context.setAbsent("aws:SourceIp");
    return {request.action(), request.resource(), request.principal(), std::move(context)};
}

}  // namespace gw
