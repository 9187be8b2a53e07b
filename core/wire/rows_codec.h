#pragma once
#include "core/domain/rows.h"
#include "core/wire/field_reader.h"

/// Rows as JSON objects; used by the frame codecs only.
namespace kith::wire {

QJsonObject toJson(const Row &row);
Row rowFromJson(const QJsonObject &object); // never fails: what cannot be read is an UnknownRow
QJsonObject toJson(const ChatRow &row);
std::optional<ChatRow> chatRowFromJson(const QJsonObject &object);
QJsonObject toJson(const StateRow &row);
/// nullopt when a field is missing or out of bounds.
std::optional<StateRow> stateRowFromJson(const QJsonObject &object);

QJsonArray toJson(const std::vector<Row> &rows);
QJsonArray toJson(const std::vector<StateRow> &rows);
QJsonArray toJson(const Watermark &mark);
std::optional<Watermark> watermarkFromJson(const QJsonArray &entry);

/// A JSON text as a value (also bare numbers, texts, null); undefined when it is none.
QJsonValue valueFromText(const QByteArray &json);
QByteArray textFromObject(const QJsonObject &object); // "" for {}
QJsonObject objectFromText(const QByteArray &json);   // {} for "" and for what is none

/// What is left of `object` without the keys of a message row (and `k`): the part that a message keeps as
/// extra. Stripping them also keeps a sender from forging fields such as `dead` or `seq`.
QByteArray messageExtra(QJsonObject object);

QString kindText(ChatKind kind);
std::optional<ChatKind> chatKindFromText(const QString &text);
QString roleText(Role role);
std::optional<Role> roleFromText(const QString &text);

template <class I> QJsonValue idJson(const I &id) { return QString::fromLatin1(id.text()); }
template <class N> QJsonArray positionJson(const Position<N> &p) { return {p.at.value, tagText(p.tag)}; }

} // namespace kith::wire
