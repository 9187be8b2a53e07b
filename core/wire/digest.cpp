#include "core/wire/digest.h"

#include "core/wire/rows_codec.h"

#include <QCryptographicHash>
#include <QtEndian>
#include <array>
#include <cstring>

namespace kith::wire {

int digestBucket(const ChatId &chat) { return chat.value.data4[7] % limits::digestBuckets; }

quint64 digestOf(const EpochId &epoch, const DigestItem &item)
{
    std::array<char, 16 + 16 + 3 * 8> bytes{};
    const QByteArray epochBlob = epoch.blob();
    const QByteArray chatBlob = item.chat.blob();
    std::memcpy(bytes.data(), epochBlob.constData(), 16);
    std::memcpy(bytes.data() + 16, chatBlob.constData(), 16);
    qToBigEndian(quint64(item.at.at.value), bytes.data() + 32);
    qToBigEndian(item.at.tag, bytes.data() + 40);
    qToBigEndian(quint64(item.rx.value), bytes.data() + 48);
    const QByteArray hash = QCryptographicHash::hash(QByteArrayView(bytes.data(), qsizetype(bytes.size())),
                                                     QCryptographicHash::Sha256);
    return qFromBigEndian<quint64>(hash.constData());
}

Digests digests(const EpochId &epoch, const std::vector<DigestItem> &items)
{
    Digests buckets(limits::digestBuckets, 0);
    for (const DigestItem &item : items) buckets[size_t(digestBucket(item.chat))] ^= digestOf(epoch, item);
    return buckets;
}

namespace {

/// Lays fields side by side: numbers 8 bytes big endian, ids 16 bytes, texts behind their length, so that no
/// two rows give the same bytes.
class Fields {
public:
    explicit Fields(char kind) { m_bytes.append(kind); }
    Fields &number(qint64 value)
    {
        char bytes[8];
        qToBigEndian(quint64(value), bytes);
        m_bytes.append(bytes, sizeof bytes);
        return *this;
    }
    template <class I> Fields &id(const I &id)
    {
        m_bytes.append(id.blob());
        return *this;
    }
    Fields &text(const QByteArray &utf8)
    {
        number(utf8.size());
        m_bytes.append(utf8);
        return *this;
    }
    Fields &text(const QString &text) { return this->text(text.toUtf8()); }
    quint64 hash() const
    {
        return qFromBigEndian<quint64>(
            QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).constData());
    }

private:
    QByteArray m_bytes;
};

} // namespace

quint64 proofOf(const MessageRow &r)
{
    return Fields('m')
        .number(r.seq.value)
        .number(r.rev.value)
        .id(r.mid)
        .id(r.sender)
        .id(r.reply)
        .id(r.root)
        .number(r.ev)
        .number(r.dead)
        .number(r.atMs)
        .text(r.kind)
        .text(r.body)
        .text(r.extra)
        .hash();
}

quint64 proofOf(const ReactionRow &r)
{
    return Fields('r')
        .number(r.rev.value)
        .id(r.mid)
        .id(r.user)
        .number(r.on)
        .number(r.ver)
        .text(r.emoji)
        .hash();
}

quint64 proofOf(const MemberRow &r)
{
    return Fields('u')
        .number(r.rev.value)
        .id(r.user)
        .text(roleText(r.role))
        .text(r.login)
        .text(r.name)
        .hash();
}

quint64 proofOf(const ChatRow &r)
{
    Fields fields('c');
    fields.number(r.rev.value).text(kindText(r.kind)).number(r.members).number(r.ver).text(r.title);
    if (r.timerSeconds != 0) fields.number(r.timerSeconds); // came later: without it the share is as it was
    return fields.hash();
}

} // namespace kith::wire
