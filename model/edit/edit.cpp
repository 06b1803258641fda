#include "model/edit/edit.h"

#include "model/edit/restand.h"
#include "model/edit/well_formed.h"

namespace gw {

Result<Design> apply(const Edit& edit, Design design) {
    const Design before = design;
    if (const Status done = edit.run(design); !done) return tl::unexpected<Error>(done.error());
    if (const Status sound = wellFormed(before, design); !sound) return tl::unexpected<Error>(sound.error());
    restand(before, design);
    return design;
}

Edit inOrder(std::string label, std::vector<Edit> edits) {
    return Edit(std::move(label), [edits = std::move(edits)](Design& design) -> Status {
        for (const Edit& edit : edits)
            if (const Status done = edit.run(design); !done) return done;
        return {};
    });
}

}  // namespace gw
