#include "model/report/findings.h"

namespace gw {

bool counts(const Diagnostic& diagnostic, const FindingsScope& scope) {
    return scope.failOn && !diagnostic.waiver && diagnostic.finding->severity >= *scope.failOn;
}

std::string findingsReport(FindingsFormat format, std::span<const CheckedDesign> designs, const FindingsScope& scope) {
    switch (format) {
        case FindingsFormat::Json:
            return findingsJson(designs);
        case FindingsFormat::Sarif:
            return findingsSarif(designs, scope);
        case FindingsFormat::Junit:
            return findingsJunit(designs, scope);
        case FindingsFormat::Text:
            break;
    }
    return findingsText(designs);
}

}  // namespace gw
