#include "inspect/file.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QFileInfo>
#include <QScopeGuard>
#include <QUrl>
#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr int cellBytes = 64 * 1024 * 1024;
constexpr int progressEvery = 20'000; // virtual machine steps between two looks at the clock
constexpr int copyPatienceMs = 30'000;

QVariant fromValue(sqlite3_value *value)
{
    switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
        return QVariant(qint64(sqlite3_value_int64(value)));
    case SQLITE_FLOAT:
        return sqlite3_value_double(value);
    case SQLITE_TEXT: {
        const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
        return QString::fromUtf8(text, sqlite3_value_bytes(value));
    }
    case SQLITE_BLOB:
        return QByteArray(static_cast<const char *>(sqlite3_value_blob(value)), sqlite3_value_bytes(value));
    default:
        return {};
    }
}

void giveBack(sqlite3_context *context, const QVariant &value)
{
    if (!value.isValid() || value.isNull()) return sqlite3_result_null(context);
    if (value.typeId() == QMetaType::QByteArray) {
        const QByteArray bytes = value.toByteArray();
        return sqlite3_result_blob(context, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    if (value.typeId() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        return sqlite3_result_text(context, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    sqlite3_result_int64(context, value.toLongLong());
}

int bind(sqlite3_stmt *statement, int at, const QVariant &value)
{
    if (!value.isValid() || value.isNull()) return sqlite3_bind_null(statement, at);
    switch (value.typeId()) {
    case QMetaType::QByteArray: {
        const QByteArray bytes = value.toByteArray();
        return sqlite3_bind_blob(statement, at, bytes.constData(), int(bytes.size()), SQLITE_TRANSIENT);
    }
    case QMetaType::QString: {
        const QByteArray text = value.toString().toUtf8();
        return sqlite3_bind_text(statement, at, text.constData(), int(text.size()), SQLITE_TRANSIENT);
    }
    case QMetaType::Double:
        return sqlite3_bind_double(statement, at, value.toDouble());
    default:
        return sqlite3_bind_int64(statement, at, value.toLongLong());
    }
}

} // namespace

struct File::Function {
    std::function<QVariant(const QVariantList &)> call;
};

struct File::Guard {
    qint64 limitMs = statementMs;
    QDeadlineTimer deadline{QDeadlineTimer::Forever};
    bool restricted = false;
    std::set<QByteArray> views;
    QByteArray inner;

    static int late(void *self) { return static_cast<Guard *>(self)->deadline.hasExpired() ? 1 : 0; }

    /// Asked while a statement is prepared. `by` is the view that reads, or null.
    static int allow(void *self, int action, const char *first, const char *second, const char *,
                     const char *by)
    {
        const auto *guard = static_cast<Guard *>(self);
        if (!guard->restricted) return SQLITE_OK;
        switch (action) {
        case SQLITE_SELECT:
        case SQLITE_RECURSIVE:
            return SQLITE_OK;
        case SQLITE_FUNCTION:
            return qstrcmp(second, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
        case SQLITE_READ:
            // Without a column only the number of rows is learnt.
            if (!second || !*second) return SQLITE_OK;
            if (QByteArrayView(by).startsWith(guard->inner) || QByteArrayView(first).startsWith(guard->inner))
                return SQLITE_OK;
            return guard->views.contains(QByteArray(first)) ? SQLITE_OK : SQLITE_DENY;
        default:
            return SQLITE_DENY;
        }
    }
};

Rows::~Rows() { sqlite3_finalize(m_statement); }

bool Rows::next()
{
    if (!m_statement || m_file.failed()) return false;
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW) return true;
    if (code != SQLITE_DONE) m_file.note(code);
    return false;
}

int Rows::columns() const { return m_statement ? sqlite3_column_count(m_statement) : 0; }
QString Rows::name(int column) const { return QString::fromUtf8(sqlite3_column_name(m_statement, column)); }
QVariant Rows::value(int column) const { return fromValue(sqlite3_column_value(m_statement, column)); }

File::File(QString path)
    : m_path(std::move(path))
    , m_guard(std::make_unique<Guard>())
{
}

File::~File() { sqlite3_close_v2(m_db); }

Result<std::unique_ptr<File>> File::open(const QString &path, Mode mode)
{
    std::unique_ptr<File> file(new File(path));
    QUrl url = QUrl::fromLocalFile(QFileInfo(path).absoluteFilePath());
    if (mode == Mode::Live) url.setQuery(u"mode=ro"_s);
    const int flags = mode == Mode::Live ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const QByteArray name = url.toEncoded();
    int code = sqlite3_open_v2(name.constData(), &file->m_db, flags | SQLITE_OPEN_URI, nullptr);
    if (code == SQLITE_OK) {
        file->harden(mode);
        // The first page is read only now; on a medium that cannot be written, a log that is empty needs no
        // lock either.
        code = sqlite3_exec(file->m_db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
        if (code == SQLITE_CANTOPEN && mode == Mode::Live && QFileInfo(path + u"-wal"_s).size() == 0) {
            sqlite3_close_v2(file->m_db);
            url.setQuery(u"mode=ro&immutable=1"_s);
            code =
                sqlite3_open_v2(url.toEncoded().constData(), &file->m_db, flags | SQLITE_OPEN_URI, nullptr);
            file->harden(mode);
            if (code == SQLITE_OK)
                code =
                    sqlite3_exec(file->m_db, "SELECT count(*) FROM sqlite_schema", nullptr, nullptr, nullptr);
        }
    }
    if (code != SQLITE_OK) return file->told(code);
    return file;
}

void File::harden(Mode mode)
{
    sqlite3_busy_timeout(m_db, 5'000);
    sqlite3_extended_result_codes(m_db, 0);
    if (mode != Mode::Fresh) {
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        // Also keeps triggers from the search index, which a fresh file wants to be filled.
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    }
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, nullptr);
    if (mode != Mode::Fresh) sqlite3_db_config(m_db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, nullptr);
    sqlite3_limit(m_db, SQLITE_LIMIT_LENGTH, cellBytes);
    sqlite3_limit(m_db, SQLITE_LIMIT_SQL_LENGTH, 100'000);
    sqlite3_limit(m_db, SQLITE_LIMIT_EXPR_DEPTH, 200);
    sqlite3_limit(m_db, SQLITE_LIMIT_COMPOUND_SELECT, 50);
    sqlite3_limit(m_db, SQLITE_LIMIT_VDBE_OP, 250'000);
    sqlite3_limit(m_db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 500);
    sqlite3_limit(m_db, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_limit(m_db, SQLITE_LIMIT_WORKER_THREADS, 0);
    sqlite3_progress_handler(m_db, progressEvery, &Guard::late, m_guard.get());
    sqlite3_exec(m_db, "PRAGMA cell_size_check=ON; PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY", nullptr,
                 nullptr, nullptr);
}

Error File::told(int code) const
{
    const QString words = QString::fromUtf8(m_db ? sqlite3_errmsg(m_db) : sqlite3_errstr(code));
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return {Errc::Locked, u"%1 is held by another program: try again when it rests."_s.arg(m_path)};
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return {
            Errc::Corrupt,
            u"%1 is damaged: %2. \"kith-inspect salvage\" reads what is still there."_s.arg(m_path, words)};
    case SQLITE_FULL:
        return {Errc::Full, u"there is no room on the disk (%1)."_s.arg(m_path)};
    case SQLITE_CANTOPEN:
        return {Errc::NotFound,
                u"%1 cannot be opened: is it there, and may you read it and its folder?"_s.arg(m_path)};
    case SQLITE_INTERRUPT:
        return {Errc::Timeout,
                u"the statement took longer than its limit of %1 s."_s.arg(m_guard->limitMs / 1'000)};
    case SQLITE_CONSTRAINT:
        return {Errc::Refused, words};
    case SQLITE_AUTH:
        return {Errc::Refused, u"only the views can be read: %1."_s.arg(words)};
    case SQLITE_ERROR:
    case SQLITE_MISMATCH:
    case SQLITE_RANGE:
    case SQLITE_TOOBIG:
        return {Errc::BadInput, words};
    default:
        return {Errc::Io, u"%1: %2"_s.arg(m_path, words)};
    }
}

void File::note(int code)
{
    if (!m_error) m_error = told(code);
}

Rows File::rows(const QByteArray &sql, const QVariantList &values)
{
    if (m_error) return {*this, nullptr};
    m_guard->deadline = QDeadlineTimer(m_guard->limitMs);
    sqlite3_stmt *statement = nullptr;
    const char *tail = nullptr;
    const int code = sqlite3_prepare_v2(m_db, sql.constData(), int(sql.size()), &statement, &tail);
    if (code != SQLITE_OK) {
        note(code);
        return {*this, nullptr};
    }
    const QByteArrayView rest = QByteArrayView(tail).trimmed();
    if (!statement || !rest.isEmpty()) {
        m_error = Error{Errc::BadInput, u"one statement at a time, please."_s};
        sqlite3_finalize(statement);
        return {*this, nullptr};
    }
    int at = 0;
    for (const QVariant &value : values) bind(statement, ++at, value);
    return {*this, statement};
}

QVariant File::value(const QByteArray &sql, const QVariantList &values)
{
    Rows found = rows(sql, values);
    return found.next() ? found.value(0) : QVariant();
}

void File::exec(const QByteArray &sql)
{
    if (m_error) return;
    m_guard->deadline = QDeadlineTimer(m_guard->limitMs);
    const int code = sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) note(code);
}

void File::addFunction(const char *name, int arguments,
                       std::function<QVariant(const QVariantList &)> function)
{
    const auto call = [](sqlite3_context *context, int count, sqlite3_value **values) {
        QVariantList given;
        for (int i = 0; i < count; ++i) given.append(fromValue(values[i]));
        giveBack(context, static_cast<Function *>(sqlite3_user_data(context))->call(given));
    };
    sqlite3_create_function_v2(m_db, name, arguments, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
                               new Function{std::move(function)}, call, nullptr, nullptr,
                               [](void *gone) { delete static_cast<Function *>(gone); });
}

void File::restrict(std::set<QByteArray> views, const QByteArray &inner)
{
    m_guard->views = std::move(views);
    m_guard->inner = inner;
    m_guard->restricted = true;
    sqlite3_set_authorizer(m_db, &Guard::allow, m_guard.get());
}

void File::setTimeLimit(qint64 ms) { m_guard->limitMs = ms; }

Status File::copyTo(const QString &target)
{
    auto to = open(target, Mode::Own);
    if (!to) return to.error();
    m_guard->deadline = QDeadlineTimer(QDeadlineTimer::Forever);
    sqlite3_backup *backup = sqlite3_backup_init((*to)->m_db, "main", m_db, "main");
    if (!backup) return (*to)->told(sqlite3_errcode((*to)->m_db));
    const QDeadlineTimer patience(copyPatienceMs);
    int code = SQLITE_OK;
    do { // all pages in one read transaction: one moment, and no writer waits for it
        code = sqlite3_backup_step(backup, -1);
    } while ((code == SQLITE_BUSY || code == SQLITE_LOCKED) && !patience.hasExpired());
    sqlite3_backup_finish(backup);
    if (code == SQLITE_DONE) return ok();
    if ((code & 0xff) == SQLITE_FULL || (code & 0xff) == SQLITE_IOERR)
        return Error{Errc::Full,
                     u"there is no room for a copy of %1 in %2: set TMPDIR to a disk with room."_s.arg(
                         m_path, QFileInfo(target).absolutePath())};
    return told(code);
}

} // namespace kith::inspect
