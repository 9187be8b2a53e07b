#pragma once
#include "core/base/ids.h"

#include <QByteArray>
#include <QStringView>

/// Appends compact JSON to bytes, for the few frames that a busy server writes most. Building a QJsonObject
/// for each costs several times as much as the frame itself. The bytes are those that QJsonDocument writes:
/// tst_codec compares the two.
namespace kith::wire::json {

void append(QByteArray &out, qint64 number);
void append(QByteArray &out, QStringView text);
void append(QByteArray &out, const QUuid &id);
void appendTag(QByteArray &out, quint64 tag);

template <class Tag> void append(QByteArray &out, const Id<Tag> &id) { append(out, id.value); }
template <class Tag> void append(QByteArray &out, const Number<Tag> &number) { append(out, number.value); }
template <class N> void append(QByteArray &out, const Position<N> &at)
{
    out += '[';
    append(out, at.at.value);
    out += ',';
    appendTag(out, at.tag);
    out += ']';
}

} // namespace kith::wire::json
