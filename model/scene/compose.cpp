#include "model/scene/compose.h"

namespace gw {
namespace {

Shape moved(Shape shape, double dx, double dy) {
    const auto by = [&](Spot& spot) { spot = {spot.x + dx, spot.y + dy}; };
    std::visit(Overloaded{[&](RectShape& each) { each.area = each.area.moved(dx, dy); },
                          [&](CircleShape& each) { by(each.centre); }, [&](DiamondShape& each) { by(each.centre); },
                          [&](PathShape& each) {
                              for (Spot& point : each.points) by(point);
                          },
                          [&](IconShape& each) { each.area = each.area.moved(dx, dy); },
                          [&](TextShape& each) { by(each.at); }, [&](PillShape& each) { by(each.at); },
                          [&](BadgeShape& each) { by(each.centre); }, [&](TagShape& each) { by(each.at); }},
               shape);
    return shape;
}

}  // namespace

Item& append(Scene& scene, AnyId subject, PicturePart part, Plane plane, std::vector<Shape> shapes) {
    Item item;
    item.subject = std::move(subject);
    item.part = part;
    item.plane = plane;
    item.first = static_cast<std::uint32_t>(scene.shapes.size());
    item.count = static_cast<std::uint32_t>(shapes.size());
    for (std::size_t i = 0; i < shapes.size(); ++i)
        item.bounds = i == 0 ? extentOf(shapes[i]) : item.bounds.united(extentOf(shapes[i]));
    scene.bounds = scene.items.empty() ? item.bounds : scene.bounds.united(item.bounds);
    std::ranges::move(shapes, std::back_inserter(scene.shapes));
    return scene.items.emplace_back(std::move(item));
}

void append(Scene& scene, const Scene& more, double dx, double dy) {
    for (const Item& each : more.items) {
        Item item = each;
        item.first = static_cast<std::uint32_t>(scene.shapes.size());
        item.bounds = item.bounds.moved(dx, dy);
        for (const Shape& shape : more.shapesOf(each)) scene.shapes.push_back(moved(shape, dx, dy));
        scene.bounds = scene.items.empty() ? item.bounds : scene.bounds.united(item.bounds);
        scene.items.push_back(std::move(item));
    }
}

}  // namespace gw
