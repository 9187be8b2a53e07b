#pragma once
#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace kith::inspect {

/// What may be seen of what people wrote. Everything that a report, a log line or a bundle holds of content
/// went through here. Pure; any thread.
///
/// Pseudonyms and sums come from the key of a case: equal within it, also over several files, and without
/// the key neither can be found out nor compared with those of another case.
class Veil {
public:
    explicit Veil(QByteArray key, bool reveal = false)
        : m_key(std::move(key))
        , m_reveal(reveal)
    {
    }
    /// The key of a case, made at its first use in a folder of the user's own, readable by nobody else.
    /// BadInput: `name` is not 1 to 40 of a-z, 0-9, - and _; Io.
    static Result<QByteArray> keyOf(const QString &name);

    bool reveals() const { return m_reveal; }
    Veil closed() const { return Veil(m_key); } // of the same case, revealing nothing
    /// "p-3fk2m7" for the 16 bytes of an id.
    QString person(QByteArrayView id) const;
    /// "‹text: 42 characters, Latin›"; with reveal() the text itself, made safe for a terminal.
    QString shape(const QString &text, QStringView what) const;
    /// "‹name: 11 characters›.pdf": the ending stays when it is a usual one.
    QString fileName(const QString &name) const;
    /// Codes and kinds of the protocol, ids of messages, numbers; the shape of anything else.
    QString code(const QString &text) const;
    /// Equal for equal texts of one case.
    qint64 mark(QByteArrayView text) const;

    // for bundles, whatever reveal() says
    /// As long, of the same scripts, with the same spaces and punctuation, and no letter or digit of it.
    /// `salt` (an id) makes equal texts differ.
    QString fake(const QString &text, QByteArrayView salt) const;
    QString fakeFileName(const QString &name, QByteArrayView salt) const;
    /// 16 bytes that stand for those of an id.
    QByteArray fakeId(QByteArrayView id) const;
    static bool isKnownWord(const QString &text);

private:
    QByteArray keyed(const char *use, QByteArrayView bytes) const; // 32 bytes
    QByteArray m_key;
    bool m_reveal;
};

/// Begins what stands for hidden content in a cell.
inline constexpr char16_t hiddenMark = u'‹';

/// One line without control characters and marks that turn the direction of text, at most `most` units.
QString safeLine(const QString &text, qsizetype most = 2'000);

} // namespace kith::inspect
