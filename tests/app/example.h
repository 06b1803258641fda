#pragma once
#include "model/edit/edits.h"
#include "model/edit/palette.h"
#include "tests/model/edit/done.h"

namespace gw {

/// A VPC with two subnets side by side, a workload in the first, a bucket beside the VPC; drawn by the palette's own
/// edits.
inline Design example() {
    Design design;
    const auto edit = [&](const Edit& each) { design = done(each, design); };
    const auto enlarge = [&](const char* id, int width, int height) {
        const Box box = boxOf(design, id);
        edit(edits::resizeThing(AnyId(id), {box.x, box.y, width, height}));
    };
    edit(edits::addThing("vpc", "vpc", {}, {310, 230}));
    enlarge("vpc", 600, 320);
    edit(edits::addThing("subnet", "left", AnyId("vpc"), {240, 200}));
    enlarge("left", 200, 200);
    edit(edits::addThing("subnet", "right", AnyId("vpc"), {520, 200}));
    enlarge("right", 200, 200);
    edit(edits::addThing("fargate", "app", AnyId("left"), boxOf(design, "left").centre()));
    const Box vpc = boxOf(design, "vpc");
    edit(edits::addThing("service.s3", "bucket", AnyId(design.regions.begin()->id), {vpc.right() + 120, vpc.y + 60}));
    return design;
}

}  // namespace gw
