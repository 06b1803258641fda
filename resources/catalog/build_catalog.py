#!/usr/bin/env python3
"""Turns a folder of facts into the JSON files of this folder, one fact a line so that a change of AWS is a small diff.

usage: build_catalog.py FACTS_FOLDER

The results are committed and built into the programs; run it only when the facts change. What is usual is left out
(see readService() in model/catalog/read.cpp): an Interface endpoint on TCP 443 with private DNS, and what is not known.
"""
import json
import pathlib
import re
import sys

HERE = pathlib.Path(__file__).parent

# Code, name and the usual zone letters of each Region: general knowledge, the facts hold no such list.
REGIONS = [
    ("us-east-1", "US East (N. Virginia)", "abcdef"),
    ("us-east-2", "US East (Ohio)", "abc"),
    ("us-west-1", "US West (N. California)", "ac"),
    ("us-west-2", "US West (Oregon)", "abcd"),
    ("af-south-1", "Africa (Cape Town)", "abc"),
    ("ap-east-1", "Asia Pacific (Hong Kong)", "abc"),
    ("ap-east-2", "Asia Pacific (Taipei)", "abc"),
    ("ap-northeast-1", "Asia Pacific (Tokyo)", "acd"),
    ("ap-northeast-2", "Asia Pacific (Seoul)", "abcd"),
    ("ap-northeast-3", "Asia Pacific (Osaka)", "abc"),
    ("ap-south-1", "Asia Pacific (Mumbai)", "abc"),
    ("ap-south-2", "Asia Pacific (Hyderabad)", "abc"),
    ("ap-southeast-1", "Asia Pacific (Singapore)", "abc"),
    ("ap-southeast-2", "Asia Pacific (Sydney)", "abc"),
    ("ap-southeast-3", "Asia Pacific (Jakarta)", "abc"),
    ("ap-southeast-4", "Asia Pacific (Melbourne)", "abc"),
    ("ap-southeast-5", "Asia Pacific (Malaysia)", "abc"),
    ("ap-southeast-6", "Asia Pacific (New Zealand)", "abc"),
    ("ap-southeast-7", "Asia Pacific (Thailand)", "abc"),
    ("ca-central-1", "Canada (Central)", "abd"),
    ("ca-west-1", "Canada West (Calgary)", "abc"),
    ("eu-central-1", "Europe (Frankfurt)", "abc"),
    ("eu-central-2", "Europe (Zurich)", "abc"),
    ("eu-north-1", "Europe (Stockholm)", "abc"),
    ("eu-south-1", "Europe (Milan)", "abc"),
    ("eu-south-2", "Europe (Spain)", "abc"),
    ("eu-west-1", "Europe (Ireland)", "abc"),
    ("eu-west-2", "Europe (London)", "abc"),
    ("eu-west-3", "Europe (Paris)", "abc"),
    ("il-central-1", "Israel (Tel Aviv)", "abc"),
    ("me-central-1", "Middle East (UAE)", "abc"),
    ("me-south-1", "Middle East (Bahrain)", "abc"),
    ("mx-central-1", "Mexico (Central)", "abc"),
    ("sa-east-1", "South America (São Paulo)", "abc"),
    ("us-gov-east-1", "AWS GovCloud (US-East)", "abc"),
    ("us-gov-west-1", "AWS GovCloud (US-West)", "abc"),
    ("cn-north-1", "China (Beijing)", "abd"),
    ("cn-northwest-1", "China (Ningxia)", "abc"),
]


def facts(folder, name):
    return json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))


def line(row):
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def write(name, generated, key, rows):
    body = ",\n".join(line(row) for row in rows)
    text = '{"generated":%s,"%s":[\n%s\n]}\n' % (line(generated), key, body)
    (HERE / f"{name}.json").write_text(text, encoding="utf-8")


def plain(text):
    """A source or note in words of its own: names the documentation, not where a copy of it is stored."""
    text = re.sub(r" ?\(PrivateLink guide, stored copy [^)]*\)", " (PrivateLink guide, 2026)", text)
    text = re.sub(r"docs\.aws\.amazon\.com copy (\d{4}) \([^)]*\),?", r"AWS documentation, \1:", text)
    text = re.sub(r"AWS docs copy (\d{4}) \([^)]*\)", r"AWS documentation, \1:", text)
    text = re.sub(r"AWS docs crawl (April \d{4}) \([^)]*\)", r"AWS documentation, \1:", text)
    text = re.sub(r"AWS docs crawl (\d{4}-\d\d-\d\d) \([^)]*\)", r"AWS documentation, \1:", text)
    text = text.replace("doc:aws-services-privatelink-support", "aws-services-privatelink-support")
    text = re.sub(r"\s*\(stored copy[^)]*\)", "", text)
    text = re.sub(r" \d{11}\b", "", text)
    return re.sub(r"\s+", " ", text).strip()


def dns_confidence(row):
    source = row["private_dns_source"]
    if source.startswith("ASSUMED") or row["private_dns"] is None:
        return "unverified"
    if "low confidence" in source or "unverified" in source:
        return "unverified"
    return "derived" if source.startswith("inferred") else "verified"


def dns_names_confidence(row):
    source = row.get("private_dns_names_source") or row["private_dns_source"]
    if not row["private_dns_names"] or "UNVERIFIED" in source or "unverified" in source:
        return "unverified"
    if "derived" in source or "inferred" in source:
        return "derived"
    return "unverified" if source.startswith("ASSUMED") else "verified"


def policy_confidence(row):
    text = row["endpoint_policy_confidence"]
    return "verified" if text == "good" else "derived" if text.startswith("medium") else "unverified"


def services(folder):
    source = facts(folder, "services")
    known = source["_meta"]["sources"]
    seen = set()
    rows = []
    # The row of AWS's own table comes first and keeps the plain name; a second one goes by its prefix.
    for fact in sorted(source["services"], key=lambda row: (row["suffix"], known[0] not in row["sources"])):
        name = fact["suffix"] if fact["suffix"] not in seen else f"{fact['prefix']}.{fact['suffix']}"
        seen.add(name)
        row = {"name": name, "title": fact["service"], "category": fact["category"]}
        if "also_listed_as" in fact:
            row["also"] = fact["also_listed_as"]
        # Where the source did not record the prefix, there is no name to give.
        if not fact["service_name"].startswith("?"):
            row["serviceName"] = fact["service_name"]
        if fact["scope"].startswith("fixed-region:"):
            row["onlyRegion"] = fact["scope"].removeprefix("fixed-region:")
        if fact["types"] != ["Interface"]:
            row["types"] = fact["types"]
        if fact["endpoint_policy"] is not None:
            row["policy"] = fact["endpoint_policy"]
            row["policyConfidence"] = policy_confidence(fact)
        if fact["private_dns"] is False:
            row["privateDns"] = False
        if dns_confidence(fact) != "unverified":
            row["privateDnsConfidence"] = dns_confidence(fact)
        if fact["private_dns_names"] and fact["private_dns"] is not False:
            row["dnsNames"] = fact["private_dns_names"]
            row["dnsNamesConfidence"] = dns_names_confidence(fact)
        ports = fact.get("port_ranges") or [str(port) for port in fact["ports"]]
        if ports != ["443"]:
            row["ports"] = ports
        if fact["cross_region"]:
            row["crossRegion"] = True
        if fact["fips"]:
            row["fips"] = True
        if fact["iam_prefix"]:
            row["iam"] = fact["iam_prefix"]
        if "lifecycle" in fact:
            row["lifecycle"] = fact["lifecycle"]
        if fact.get("note"):
            row["note"] = plain(fact["note"])
        rows.append(row)
    rows.sort(key=lambda row: row["name"])
    write("services", source["_meta"]["generated"], "services", rows)


def price_confidence(text):
    if text.startswith("verified"):
        return "verified"
    return "derived" if text.startswith(("secondary", "endpoint indirect")) else "unverified"


def price_date(fact, generated):
    """The newest day or month that the price's own sources name; the day of the list where they name none."""
    text = json.dumps([fact.get("date", ""), fact.get("source", "")])
    months = "January February March April May June July August September October November December".split()
    for number, month in enumerate(months, 1):
        text = re.sub(rf"{month}(?: \d+,)? (20\d\d)", rf"\g<1>-{number:02}", text)
    found = re.findall(r"20\d\d-\d\d(?:-\d\d)?", text)
    return max(found) if found else generated


def prices(folder):
    source = facts(folder, "prices")
    generated = source["_meta"]["generated"]
    home = source["us-east-1"]
    rows = []

    def add(item, region, usd, unit, fact, tiers=None, confidence=None):
        if usd is None:
            return
        told = fact.get("source", "")
        told = [told] if isinstance(told, str) else told
        row = {"item": item, "region": region, "usd": usd, "unit": unit, "date": price_date(fact, generated),
               "confidence": price_confidence(confidence or fact["confidence"]),
               "source": "; ".join(plain(each) for each in told)}
        if tiers:
            row["tiers"] = tiers
        rows.append(row)

    def tiered(item, region, tiers, fact, unit="GB", size="up_to_gb", price="usd_per_gb", confidence=None):
        pairs = [[tier[size], tier[price]] for tier in tiers]
        add(item, region, pairs[0][1], unit, fact, pairs if len(pairs) > 1 else None, confidence)

    def from_home(item, key, field, unit, region="us-east-1"):
        add(item, region, home[key][field], unit, home[key])

    from_home("interface_endpoint.hour", "interface_endpoint", "usd_per_az_hour", "zone and hour")
    tiered("interface_endpoint.gb", "us-east-1", home["interface_endpoint"]["usd_per_gb_tiers"], home["interface_endpoint"])
    from_home("gateway_endpoint.hour", "gateway_endpoint", "usd_per_hour", "hour", "*")
    from_home("gateway_endpoint.gb", "gateway_endpoint", "usd_per_gb", "GB", "*")
    from_home("gwlb_endpoint.hour", "gwlb_endpoint", "usd_per_az_hour", "zone and hour")
    from_home("gwlb_endpoint.gb", "gwlb_endpoint", "usd_per_gb", "GB")
    tiered("resource_endpoint.gb", "us-east-1", home["resource_endpoint"]["usd_per_gb_tiers"], home["resource_endpoint"])
    from_home("service_network_endpoint.hour", "service_network_endpoint", "usd_per_hour", "hour", "*")
    from_home("lattice_service.hour", "vpc_lattice", "service_usd_per_hour", "hour")
    from_home("nat_gateway.hour", "nat_gateway", "usd_per_hour", "hour")
    from_home("nat_gateway.gb", "nat_gateway", "usd_per_gb", "GB")
    from_home("public_ipv4.hour", "public_ipv4", "usd_per_hour", "hour")
    from_home("transit_gateway_attachment.hour", "transit_gateway", "usd_per_attachment_hour", "hour")
    from_home("transit_gateway_peering.hour", "transit_gateway", "peering_attachment_usd_per_hour", "hour")
    from_home("transit_gateway.gb", "transit_gateway", "usd_per_gb_processed", "GB")
    from_home("resolver_endpoint.hour", "route53_resolver_endpoint", "usd_per_eni_hour", "address and hour")
    resolver = home["route53_resolver_endpoint"]
    tiered("resolver_queries.million", "us-east-1", resolver["queries_per_million_tiers"], resolver, "million", "up_to_million", "usd")
    from_home("vpn_connection.hour", "vpn_connection", "usd_per_hour", "hour")
    from_home("peering.hour", "vpc_peering", "usd_per_hour", "hour", "*")
    from_home("network_load_balancer.hour", "nlb", "usd_per_hour", "hour")
    from_home("internet_gateway.hour", "internet_gateway", "usd_per_hour", "hour", "*")
    from_home("egress_only_gateway.hour", "egress_only_igw", "usd_per_hour", "hour", "*")

    for region, fact in source["data_transfer_by_region"].items():
        fact = {"confidence": "verified-2024", **fact}
        if fact["internet_out_tiers"]:
            tiered("internet_out.gb", region, fact["internet_out_tiers"], fact)
        add("inter_az.gb", region, fact.get("inter_az_usd_per_gb_each_direction"), "GB each way", fact)
        add("inter_region.gb", region, fact.get("inter_region_out_usd_per_gb"), "GB", fact)

    for region, fact in source["other_regions_hourly"].items():
        if region == "_note":
            continue
        # Some say one thing of the NAT gateway and another of the endpoint: "NAT verified (...), endpoint memory".
        words = dict(re.findall(r"(NAT|endpoint) ((?:verified|memory|indirect)[^,]*)", fact["confidence"]))
        endpoint = {"source": plain("endpoint " + words.get("endpoint", "memory"))}
        nat = {"source": plain("NAT gateway " + words.get("NAT", "memory"))}
        sure = {"indirect": "secondary", "memory": "memory"}[words.get("endpoint", "memory").split()[0]]
        add("interface_endpoint.hour", region, fact["interface_endpoint_usd_per_az_hour"], "zone and hour", endpoint, confidence=sure)
        for item, unit in (("hour", "hour"), ("gb", "GB")):
            add(f"nat_gateway.{item}", region, fact[f"nat_usd_per_{item}"], unit, nat, confidence=words.get("NAT", "memory"))
    rows.sort(key=lambda row: (row["item"], row["region"]))
    write("prices", generated, "prices", rows)


def quotas(folder):
    source = facts(folder, "limits")
    rows = []
    for fact in source["limits"]:
        row = {"id": fact["id"], "what": fact["what"], "standard": fact["default"]}
        if fact["max"] is not None:
            row["maximum"] = fact["max"]
        if fact["adjustable"] is not None:
            row["adjustable"] = fact["adjustable"]
        row["source"] = plain(fact["source"])
        if fact["source"].startswith("MEM"):
            row["confidence"] = "unverified"
        if "note" in fact:
            row["note"] = fact["note"]
        rows.append(row)
    rows.sort(key=lambda row: row["id"])
    write("quotas", source["_meta"]["generated"], "quotas", rows)


def companions(folder):
    source = facts(folder, "dependencies")
    rows = []
    for fact in source["workloads"]:
        members = []
        for endpoint in fact["endpoints"]:
            member = {"service": endpoint["suffix"], "need": endpoint["need"]}
            if endpoint["type"] == "Gateway":
                member["gateway"] = True
            if "private_dns" in endpoint:
                member["privateDns"] = endpoint["private_dns"]
            for field in ("when", "note"):
                if field in endpoint:
                    member[field] = plain(endpoint[field])
            members.append(member)
        row = {"id": fact["id"], "workload": fact["workload"], "members": members,
               "rules": [plain(rule) for rule in fact.get("network_rules", [])],
               "notes": [plain(note) for note in fact.get("notes", [])],
               "source": plain(fact["source"]),
               "confidence": {"good": "verified", "medium": "derived"}.get(fact["confidence"], "unverified")}
        rows.append({field: value for field, value in row.items() if value})
    rows.sort(key=lambda row: row["id"])
    write("companions", source["_meta"]["generated"], "companions", rows)


def regions(generated):
    rows = [{"code": code, "title": title, "zones": zones} for code, title, zones in sorted(REGIONS)]
    write("regions", generated, "regions", rows)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder = pathlib.Path(sys.argv[1])
    services(folder)
    prices(folder)
    quotas(folder)
    companions(folder)
    regions(facts(folder, "services")["_meta"]["generated"])


if __name__ == "__main__":
    main()
