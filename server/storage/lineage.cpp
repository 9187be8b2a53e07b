#include "server/storage/lineage.h"

#include "core/base/twin.h"

#include <QtEndian>
#include <algorithm>
#include <sodium.h>

namespace kith::server {

namespace {

constexpr qsizetype runBytes = 8, idBytes = 16, macBytes = 16;
constexpr qsizetype saidBytes = idBytes + runBytes + 8;
constexpr size_t runsKept = 32;
constexpr qsizetype entryBytes = runBytes + 8;

void appendNumber(QByteArray &out, qint64 number)
{
    char bytes[8];
    qToBigEndian(number, bytes);
    out.append(bytes, sizeof bytes);
}

QByteArray macOf(const QByteArray &key, QByteArrayView said)
{
    // The name keeps a signature made with this key for another purpose from being taken for a witness.
    static constexpr char purpose[] = "kith witness 1";
    crypto_auth_hmacsha256_state state;
    crypto_auth_hmacsha256_init(&state, reinterpret_cast<const unsigned char *>(key.constData()),
                                size_t(key.size()));
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(purpose), sizeof purpose);
    crypto_auth_hmacsha256_update(&state, reinterpret_cast<const unsigned char *>(said.data()),
                                  size_t(said.size()));
    QByteArray mac(qsizetype(crypto_auth_hmacsha256_BYTES), Qt::Uninitialized);
    crypto_auth_hmacsha256_final(&state, reinterpret_cast<unsigned char *>(mac.data()));
    return mac.first(macBytes);
}

} // namespace

WitnessSeal::WitnessSeal(QByteArray key, const EpochId &epoch, QByteArray run)
    : m_key(std::move(key))
    , m_epoch(epoch)
    , m_run(std::move(run))
{
    Q_ASSERT(m_run.size() == runBytes);
}

QByteArray WitnessSeal::seal(qint64 commitNo) const
{
    QByteArray said = m_epoch.blob() + m_run;
    appendNumber(said, commitNo);
    return (said + macOf(m_key, said))
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<Witness> WitnessSeal::open(const QByteArray &key, const QByteArray &sealed)
{
    const auto decoded = QByteArray::fromBase64Encoding(sealed, QByteArray::Base64UrlEncoding |
                                                                    QByteArray::OmitTrailingEquals |
                                                                    QByteArray::AbortOnBase64DecodingErrors);
    const QByteArray &bytes = decoded.decoded;
    if (!decoded || bytes.size() != saidBytes + macBytes) return std::nullopt;
    const QByteArray said = bytes.first(saidBytes);
    const QByteArray mac = macOf(key, said);
    if (sodium_memcmp(mac.constData(), bytes.constData() + saidBytes, size_t{macBytes}) != 0)
        return std::nullopt;
    return Witness{EpochId::fromBlob(said.first(idBytes)), said.sliced(idBytes, runBytes),
                   qFromBigEndian<qint64>(said.constData() + idBytes + runBytes)};
}

Lineage Lineage::fromBlob(const QByteArray &blob, const EpochId &epoch)
{
    Lineage lineage;
    if (blob.size() < idBytes || blob.first(idBytes) != epoch.blob()) return lineage;
    for (qsizetype at = idBytes; at + entryBytes <= blob.size(); at += entryBytes)
        lineage.m_runs.push_back(
            {blob.sliced(at, runBytes), qFromBigEndian<qint64>(blob.constData() + at + runBytes)});
    return lineage;
}

QByteArray Lineage::blob(const EpochId &epoch) const
{
    QByteArray out = epoch.blob();
    for (const Run &one : m_runs) {
        out += one.run;
        appendNumber(out, one.from);
    }
    return out;
}

void Lineage::begin(const QByteArray &run, qint64 commitNo)
{
    if (m_runs.size() >= runsKept) m_runs.erase(m_runs.begin());
    m_runs.push_back({run, commitNo});
}

QByteArray Lineage::run() const { return m_runs.empty() ? QByteArray() : m_runs.back().run; }

bool Lineage::holds(const Witness &witness, qint64 commitNo) const
{
    if (isTwin(Twin::WitnessIgnored)) return true;
    const auto known =
        std::find_if(m_runs.begin(), m_runs.end(), [&](const Run &one) { return one.run == witness.run; });
    if (known == m_runs.end()) // forgotten, or of a future that was taken back
        return !m_runs.empty() && witness.commitNo <= m_runs.front().from;
    const auto next = std::next(known);
    return witness.commitNo <= (next == m_runs.end() ? commitNo : next->from);
}

} // namespace kith::server
