#include "core/wire/digest.h"

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

} // namespace kith::wire
