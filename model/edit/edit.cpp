#include "model/edit/edit.h"

#include <memory>

#include "model/edit/restand.h"
#include "model/edit/well_formed.h"

namespace gw {

Result<Design> apply(const Edit& edit, Design design) {
    const Design before = design;
    if (const Status done = edit.run(design); !done) return tl::unexpected<Error>(done.error());
    if (const Status sound = wellFormed(before, design); !sound) return tl::unexpected<Error>(sound.error());
    restand(before, design);
    makeRoomForInterfaces(before, design);
    return design;
}

Edit inOrder(std::string label, std::vector<Edit> edits) {
    // Shared by copies of the edit: the fixes of many findings are one edit.
    return Edit(std::move(label),
                [all = std::make_shared<const std::vector<Edit>>(std::move(edits))](Design& design) -> Status {
                    for (const Edit& edit : *all)
                        if (const Status done = edit.run(design); !done) return done;
                    return {};
                });
}

}  // namespace gw
