#include "app/views/commands.h"

namespace gw {

void Commands::addViewCommands() {
    const auto tool = [this](const char* name, const QString& label, const char* icon, const char* key,
                             Session::Tool tool) {
        add({QLatin1String(name),
             says(label),
             QLatin1String(icon),
             {QLatin1String(key)},
             true,
             whenOpen(),
             [this, tool] { session_->setTool(tool); }});
    };
    tool("tool.select", tr("Select"), "ui-pointer", "V", Session::Tool::Select);
    tool("tool.hand", tr("Move the view"), "ui-hand", "H", Session::Tool::Hand);
    add({QStringLiteral("tool.connect"),
         says(tr("Draw a flow")),
         QStringLiteral("ui-arrow"),
         {QStringLiteral("C")},
         true,
         whenOpen(),
         [this] { session_->strokeFlow(); }});

    const auto zoomTo = [this](auto next) { return [this, next] { session_->setView(next(), session_->centre()); }; };
    add({QStringLiteral("view.zoomIn"),
         says(tr("Zoom in")),
         QStringLiteral("ui-plus"),
         {QStringLiteral("Ctrl++"), QStringLiteral("Ctrl+=")},
         false,
         whenOpen(),
         zoomTo([this] { return session_->zoom() * 1.2; })});
    add({QStringLiteral("view.zoomOut"),
         says(tr("Zoom out")),
         QStringLiteral("ui-minus"),
         {QStringLiteral("Ctrl+-")},
         false,
         whenOpen(),
         zoomTo([this] { return session_->zoom() / 1.2; })});
    add({QStringLiteral("view.zoom100"),
         says(tr("Zoom to 100 %")),
         {},
         {QStringLiteral("Ctrl+0")},
         false,
         whenOpen(),
         zoomTo([] { return 1.0; })});
    add({QStringLiteral("view.fit"),
         says(tr("Zoom to fit")),
         QStringLiteral("ui-fit"),
         {QStringLiteral("Shift+1"), QStringLiteral("Home"), QStringLiteral("Shift+!")},
         true,
         whenOpen(),
         [this] { session_->fit(); }});
    add({QStringLiteral("view.fitSelection"),
         says(tr("Zoom to selection")),
         {},
         {QStringLiteral("Shift+2"), QStringLiteral("Shift+@"), QStringLiteral("Shift+\"")},
         true,
         whenSelected(),
         [this] { session_->fitSelection(); }});

    const auto panel = [this](const char* name, const QString& label, const char* key, const char* property) {
        add({QLatin1String(name),
             says(label),
             QStringLiteral("ui-panel"),
             {QLatin1String(key)},
             false,
             whenOpen(),
             [this, property] { session_->setProperty(property, !session_->property(property).toBool()); }});
    };
    panel("view.left", tr("Palette and outline"), "Ctrl+Shift+B", "leftOpen");
    panel("view.right", tr("Inspector"), "Ctrl+Shift+I", "rightOpen");
    panel("view.bottom", tr("Problems and paths"), "Ctrl+J", "bottomOpen");
    const auto tab = [this](const char* name, const QString& label, const char* key, const QString& which) {
        add({QLatin1String(name), says(label), {}, {QLatin1String(key)}, false, whenOpen(), [this, which] {
                 const bool shown =
                     session_->property("bottomOpen").toBool() && session_->property("bottomTab") == which;
                 session_->setProperty("bottomOpen", !shown);
                 session_->setProperty("bottomTab", which);
             }});
    };
    tab("view.problems", tr("Problems"), "Ctrl+Shift+M", QStringLiteral("problems"));
    tab("view.paths", tr("Paths"), "Ctrl+Shift+T", QStringLiteral("paths"));
    const auto about = [this](const char* name, const QString& label, const QString& ofSelection, const char* key) {
        add({QLatin1String(name),
             [this, label, ofSelection] { return hasSelection() ? ofSelection : label; },
             QStringLiteral("ui-search"),
             {QLatin1String(key)},
             false,
             whenOpen(),
             requests(QLatin1String(name))});
    };
    about("ask.request", tr("Ask about access"), tr("Ask about this"), "Ctrl+Shift+A");
    about("ask.proof", tr("Prove about access"), tr("Prove about this"), "Ctrl+Shift+P");
    // The order of problems and the text of help belong to the panels that show them.
    const auto request = [this](const char* name, const QString& label, const char* key) {
        add({QLatin1String(name),
             says(label),
             {},
             {QLatin1String(key)},
             false,
             whenOpen(),
             requests(QLatin1String(name))});
    };
    request("problem.next", tr("Next problem"), "F8");
    request("problem.previous", tr("Previous problem"), "Shift+F8");
    request("problem.fix", tr("Quick fixes…"), "Ctrl+.");
    request("problem.accept", tr("Accept the problem with a reason"), "Ctrl+Shift+.");
    request("help.guide", tr("Guide"), "F1");
}

}  // namespace gw
