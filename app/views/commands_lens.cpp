#include "app/views/commands.h"
#include "app/views/text.h"

namespace gw {

void Commands::addLensCommands() {
    const QStringList labels = Session::lensNames();
    for (const auto& lens : namesOf(Lens{})) {
        const int index = static_cast<int>(lens.value);
        add({QStringLiteral("lens.") + screenText(lens.name),
             says(tr("Lens: %1").arg(labels[index])),
             QStringLiteral("ui-eye"),
             {QStringLiteral("Alt+%1").arg(index + 1)},
             false,
             whenOpen(),
             [this, index] { session_->setLensIndex(index); }});
    }
    add({QStringLiteral("whatIf.gone"),
         [this] {
             const bool isZone = document() && document()->design().availabilityZones.find({session_->primary().value});
             return isZone ? tr("What if this zone goes down?") : tr("What if this goes?");
         },
         QStringLiteral("ui-eye"),
         {QStringLiteral("Shift+W")},
         true,
         [this] { return hasSelection() && isSupposable(document()->design(), session_->primary()); },
         [this] { session_->suppose(goneOrDown(document()->design(), session_->primary())); }});
    add({QStringLiteral("whatIf.privateDns"),
         [this] {
             const Endpoint* endpoint =
                 document() ? document()->design().endpoints.find({session_->primary().value}) : nullptr;
             return endpoint && endpoint->privateDns ? tr("What if private DNS were off?")
                                                     : tr("What if private DNS were on?");
         },
         {},
         {},
         true,
         [this] {
             const Endpoint* endpoint =
                 document() ? document()->design().endpoints.find({session_->primary().value}) : nullptr;
             return endpoint && endpoint->type == EndpointType::Interface;
         },
         [this] {
             session_->suppose({Supposition::Kind::PrivateDnsTurned, session_->primary()});
         }});
    add({QStringLiteral("whatIf.end"),
         says(tr("End what-if")),
         {},
         {},
         true,
         [this] { return session_ && session_->supposes(); },
         [this] { session_->endWhatIf(); }});
}

}  // namespace gw
