#include "core/store/mirror.h"

#include "core/base/log.h"
#include "core/store/schema.h"

using namespace Qt::StringLiterals;

namespace kith {

Mirror::Mirror(std::unique_ptr<Db> db)
    : m_db(std::move(db))
    , m_keys(*m_db)
    , meta(*m_db)
    , chats(*m_db, m_keys)
    , messages(*m_db, m_keys)
    , members(*m_db, m_keys)
    , reactions(*m_db, m_keys)
    , ranges(*m_db, m_keys)
    , outbox(*m_db, m_keys)
    , receipts(*m_db, m_keys)
    , drafts(*m_db, m_keys)
    , state(*m_db)
    , quarantine(*m_db, m_keys)
    , journal(*m_db)
    , transfers(*m_db)
{
}

Mirror::~Mirror() = default;

Result<std::unique_ptr<Mirror>> Mirror::open(const QString &file, Db::Fault fault)
{
    auto db = Db::open(file, Db::Mode::Writer, std::move(fault));
    if (!db) return db.error();
    const Status migrated = schema::migrate(**db);
    if (!migrated) return migrated.error();
    return std::unique_ptr<Mirror>(new Mirror(std::move(*db)));
}

Status Mirror::finish(Transaction &transaction)
{
    Status done = transaction.commit();
    if (!done) m_keys.forget(); // keys made in it are gone
    if (done && m_spare) m_spare->follow();
    return done;
}

Status Mirror::probe(qint64 nowMs)
{
    return write([&] { meta.setProbed(nowMs); });
}

Result<bool> Mirror::attachSpare()
{
    m_spare = std::make_unique<Spare>(*m_db);
    if (const Status attached = m_spare->attach(); !attached) return attached.error();
    return m_spare->isAhead();
}

Status Mirror::beginSpare() { return m_spare ? m_spare->begin() : ok(); }

Status Mirror::checkpoint()
{
    m_db->clearError();
    m_db->number("PRAGMA wal_checkpoint(PASSIVE)");
    return m_db->failed() ? Status(m_db->error()) : ok();
}

Result<bool> Mirror::searchIndexIsRight()
{
    m_db->clearError();
    m_db->run("INSERT INTO fts(fts, rank) VALUES('integrity-check', 1)");
    if (!m_db->failed()) return true;
    if (m_db->error().code != Errc::Corrupt) return m_db->error();
    m_db->clearError();
    return false;
}

Result<bool> Mirror::checkSearchIndex()
{
    const auto right = searchIndexIsRight();
    if (!right || *right) return right;
    qCWarning(lcStore) << "the search index does not match the messages; rebuilding it";
    const Status rebuilt = write([this] { m_db->run("INSERT INTO fts(fts) VALUES('rebuild')"); });
    if (!rebuilt) return rebuilt.error();
    return false;
}

} // namespace kith
