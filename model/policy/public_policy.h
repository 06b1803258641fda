#pragma once
#include "model/policy/compiled_policy.h"

namespace gw {

/// Whether S3 calls a bucket policy public: it allows somebody who is not pinned to fixed values of a principal, a
/// network or a source (Amazon S3 User Guide, "The meaning of public").
bool isPublic(const CompiledPolicy& bucketPolicy);

}  // namespace gw
