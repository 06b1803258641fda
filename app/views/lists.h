#pragma once
#include <QStringList>

#include "app/views/text.h"
#include "model/edit/list_line.h"

namespace gw {

/// See listMembersOf().
inline QStringList membersOfLine(const QString& line) {
    QStringList members;
    for (const std::string& member : listMembersOf(line.toStdString())) members << screenText(member);
    return members;
}

/// See listLineOf().
inline QString lineOfMembers(const QStringList& members) {
    std::vector<std::string> texts;
    for (const QString& member : members) texts.push_back(member.toStdString());
    return screenText(listLineOf(texts));
}

}  // namespace gw
