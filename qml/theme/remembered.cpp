#include "remembered.h"

#include <QSettings>

void Remembered::componentComplete() {
    value_ = QSettings().value(key_, fallback_);
    // An INI file keeps text alone: numbers and switches come back as what they were.
    if (!value_.convert(fallback_.metaType())) value_ = fallback_;
    emit valueChanged();
}

void Remembered::setValue(const QVariant& value) {
    if (value == value_) return;
    value_ = value;
    QSettings().setValue(key_, value);
    emit valueChanged();
}
