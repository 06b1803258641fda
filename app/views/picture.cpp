#include "app/views/picture.h"

namespace gw {

Draughtsman::Draughtsman()
    : picture_(std::make_shared<const Picture>(Scene{})), beside_(work, [this](std::shared_ptr<const Picture> picture) {
          picture_ = std::move(picture);
          emit drawn();
      }) {}

std::shared_ptr<const Picture> Draughtsman::work(Request request) {
    return std::make_shared<const Picture>(sceneOf(request.design, request.overlay));
}

void Draughtsman::draw(const Design& design, const Overlay& overlay) {
    if (design.placements.size() > thingsDrawnAtOnce) {
        beside_.ask({design, overlay});
        return;
    }
    beside_.forget();
    picture_ = work({design, overlay});
}

}  // namespace gw
