#include "inspect/bundle.h"

#include "core/base/clock.h"
#include "core/store/mirror.h"
#include "core/wire/attachment_codec.h"
#include "core/wire/codec.h"
#include "core/wire/service_note.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QStorageInfo>

using namespace Qt::StringLiterals;

namespace kith::inspect {
namespace {

constexpr qint64 makeMs = 60 * 60'000;
constexpr int exampleChars = 60;

/// What becomes of a column.
enum class As : quint8 {
    Number,  // kept when it is one
    Id,      // kept when it is 16 bytes or null; a row that needs it goes without one otherwise
    Person,  // 16 bytes that stand for an id
    Alias,   // the pseudonym
    Text,    // made up
    Emoji,   // another
    Word,    // kept when our programs know it, else its shape
    Extra,   // of a message: files without names and sums, nothing else
    Payload, // of the outbox: the same request with made-up content; one that is not known leaves its row out
    Setting, // kept when it is a number or a flag; otherwise its row stays out
    Empty,   // an empty text
    NoBytes
};
struct Field {
    const char *name;
    As as;
};
struct Spec {
    const char *table;
    std::vector<Field> fields; // the first tells rows apart
};

const std::vector<Spec> &specs()
{
    using enum As;
    static const std::vector<Spec> all = {
        {"users",
         {{"pk", Number},
          {"id", Person},
          {"login", Alias},
          {"name", Alias},
          {"login_key", Alias},
          {"name_key", Alias}}},
        {"chats",
         {{"pk", Number},
          {"id", Id},
          {"kind", Number},
          {"title", Text},
          {"members", Number},
          {"ver", Number},
          {"info_rev", Number},
          {"epoch", Id},
          {"rev", Number},
          {"tag", Number},
          {"rx", Number},
          {"seq", Number},
          {"act", Number},
          {"server_unread", Number},
          {"server_unread_upto", Number},
          {"left", Number},
          {"known", Number},
          {"timer", Number}}},
        {"ranges", {{"chat_pk", Number}, {"lo", Number}, {"hi", Number}, {"as_of", Number}}},
        {"members",
         {{"chat_pk", Number},
          {"user_pk", Number},
          {"role", Number},
          {"left", Number},
          {"rev", Number},
          {"delivered", Number},
          {"seen", Number}}},
        {"messages",
         {{"pk", Number},
          {"mid", Id},
          {"chat_pk", Number},
          {"seq", Number},
          {"rev", Number},
          {"sender_pk", Number},
          {"kind", Word},
          {"reply", Id},
          {"root", Id},
          {"ev", Number},
          {"dead", Number},
          {"state", Number},
          {"local_pos", Number},
          {"at", Number},
          {"refused", Word},
          {"extra", Extra},
          {"body", Text},
          {"entered", Number},
          {"exp", Number}}},
        {"hidden", {{"mid", Id}}},
        {"reactions",
         {{"mid", Id},
          {"user_pk", Number},
          {"emoji", Emoji},
          {"chat_pk", Number},
          {"on", Number},
          {"ver", Number},
          {"rev", Number}}},
        {"outbox",
         {{"pk", Number},
          {"chat_pk", Number},
          {"kind", Word},
          {"mid", Id},
          {"op", Id},
          {"payload", Payload},
          {"refused", Number},
          {"tries", Number},
          {"entered", Number},
          {"last_error", Word},
          {"after_att", Number}}},
        {"receipts",
         {{"chat_pk", Number},
          {"want_delivered", Number},
          {"want_seen", Number},
          {"ack_delivered", Number},
          {"ack_seen", Number}}},
        {"drafts",
         {{"chat_pk", Number},
          {"text", Text},
          {"reply", Id},
          {"ver", Number},
          {"dirty", Number},
          {"updated", Number}}},
        {"draft_history", {{"pk", Number}, {"chat_pk", Number}, {"text", Text}, {"at", Number}}},
        {"user_state",
         {{"key", Word},
          {"kind", Word},
          {"value", Setting},
          {"ver", Number},
          {"device", Id},
          {"urev", Number}}},
        {"quarantine",
         {{"pk", Number},
          {"chat_pk", Number},
          {"k", Word},
          {"rev", Number},
          {"raw", NoBytes},
          {"error", Empty},
          {"app", Empty}}},
        {"attachments",
         {{"pk", Number},
          {"id", Id},
          {"mid", Id},
          {"size", Number},
          {"state", Number},
          {"parts", Number},
          {"upload", Number},
          {"done", Number},
          {"error", Word},
          {"used", Number}}},
        {"journal",
         {{"pk", Number},
          {"mid", Id},
          {"op", Id},
          {"kind", Word},
          {"what", Number},
          {"why", Word},
          {"times", Number},
          {"first", Number},
          {"last", Number}}},
    };
    return all;
}

const char *becomes(As as)
{
    switch (as) {
    case As::Number:
    case As::Id:
        return "as it is";
    case As::Person:
    case As::Alias:
        return "a pseudonym";
    case As::Text:
        return "made up, as long and of the same scripts";
    case As::Emoji:
        return "another one";
    case As::Word:
        return "as it is when it is a word of the protocol, else its length";
    case As::Extra:
        return "sizes and kinds of files only";
    case As::Payload:
        return "the same request, its content made up";
    case As::Setting:
        return "as it is when it is a number or a flag";
    case As::Empty:
    case As::NoBytes:
        return "nothing";
    }
    return "";
}

QByteArray fakeExtra(const QByteArray &extra, const QByteArray &salt, const Veil &veil)
{
    static const QStringList acts{u"created"_s, u"added"_s,  u"removed"_s, u"left"_s, u"title"_s,
                                  u"role"_s,    u"joined"_s, u"pinned"_s,  u"timer"_s};
    if (auto note = wire::serviceNote(extra)) {
        if (!acts.contains(note->act)) return {};
        note->title = veil.fake(note->title, salt);
        for (UserId &user : note->users) user = UserId::fromBlob(veil.fakeId(user.blob()));
        return wire::serviceExtra(*note);
    }
    std::vector<Attachment> atts = wire::attachmentsOrNone(extra);
    for (Attachment &att : atts) {
        att.name = veil.fakeFileName(att.name, salt + att.att.blob());
        att.sha256 = QByteArray(32, '\0');
        const QString major = att.mime.section(u'/', 0, 0);
        att.mime = major == u"image" || major == u"audio" || major == u"video"
                       ? major + u"/x-any"_s
                       : u"application/octet-stream"_s;
        att.thumb.clear();
        att.wave.clear();
    }
    return atts.empty() ? QByteArray() : wire::withAttachments("{}", atts);
}

/// Empty: a request of a kind whose content is not known here.
QByteArray fakePayload(const QByteArray &payload, const Veil &veil)
{
    auto decoded = wire::decodeRequest(payload);
    auto *request = std::get_if<wire::Request>(&decoded);
    if (!request) return {};
    const bool known = std::visit(
        [&]<class F>(F &f) {
            if constexpr (std::is_same_v<F, wire::Send>) {
                f.body = veil.fake(f.body, f.mid.blob());
                f.extra = fakeExtra(f.extra, f.mid.blob(), veil);
                f.kind = Veil::isKnownWord(f.kind) ? f.kind : u"text"_s;
                return true;
            } else if constexpr (std::is_same_v<F, wire::Edit>) {
                f.body = veil.fake(f.body, f.op.blob());
                f.extra.clear();
                return true;
            } else if constexpr (std::is_same_v<F, wire::React>) {
                f.emoji = veil.fake(f.emoji, f.op.blob());
                return true;
            } else if constexpr (std::is_same_v<F, wire::ChatNew>) {
                f.title = veil.fake(f.title, f.op.blob());
                for (UserId &user : f.members) user = UserId::fromBlob(veil.fakeId(user.blob()));
                return true;
            } else if constexpr (std::is_same_v<F, wire::ChatSet>) {
                f.title = veil.fake(f.title, f.op.blob());
                if (f.settings.about) f.settings.about = veil.fake(*f.settings.about, f.op.blob());
                f.avatar.reset();
                return true;
            } else if constexpr (std::is_same_v<F, wire::Mem>) {
                if (f.user) f.user = UserId::fromBlob(veil.fakeId(f.user.blob()));
                return true;
            } else {
                return std::is_same_v<F, wire::Del> || std::is_same_v<F, wire::SetTimer> ||
                       std::is_same_v<F, wire::ClosePoll>;
            }
        },
        request->frame);
    return known ? wire::encode(*request) : QByteArray();
}

bool isPlainSetting(const QString &kind, const QString &value)
{
    static const QRegularExpression plain(u"^(-?[0-9]{1,19}|true|false|null|\\{\"left\":(true|false)\\})$"_s);
    static const QStringList kinds{u"mute"_s, u"pin"_s, u"unread"_s, u"seen"_s, u"chat"_s};
    return kinds.contains(kind) && plain.match(value).hasMatch();
}

QString textOf(const QVariant &value)
{
    return value.typeId() == QMetaType::QByteArray ? QString::fromUtf8(value.toByteArray())
                                                   : value.toString();
}

/// nullopt: the row stays out.
std::optional<QVariant> made(As as, const QVariant &value, const QVariantList &row, const Veil &veil)
{
    const QByteArray salt = row.value(1).toByteArray() + row.value(0).toByteArray();
    const bool isId = value.typeId() == QMetaType::QByteArray && value.toByteArray().size() == 16;
    switch (as) {
    case As::Number:
        return value.typeId() == QMetaType::LongLong ? value : QVariant();
    case As::Id:
        return isId ? value : QVariant();
    case As::Person:
        return isId ? std::optional<QVariant>(veil.fakeId(value.toByteArray())) : std::nullopt;
    case As::Alias:
        return veil.person(row.value(1).toByteArray());
    case As::Text:
        return notNull(veil.fake(textOf(value), salt));
    case As::Emoji:
        return veil.fake(textOf(value), textOf(value).toUtf8());
    case As::Word:
        return value.isNull() ? value : QVariant(notNull(veil.code(textOf(value))));
    case As::Extra: {
        const QByteArray extra = fakeExtra(textOf(value).toUtf8(), salt, veil);
        return extra.isEmpty() ? QVariant() : QVariant(QString::fromUtf8(extra));
    }
    case As::Payload: {
        const QByteArray payload = fakePayload(value.toByteArray(), veil);
        return payload.isEmpty() ? std::nullopt : std::optional<QVariant>(payload);
    }
    case As::Setting:
        return isPlainSetting(textOf(row.value(1)), textOf(value)) ? std::optional<QVariant>(textOf(value))
                                                                   : std::nullopt;
    case As::Empty:
        return QVariant(QString::fromLatin1(""));
    case As::NoBytes:
        return QVariant(QByteArray(""));
    }
    return std::nullopt;
}

QStringList columnsOf(File &file, const QString &table)
{
    QStringList names;
    Rows rows = file.rows("SELECT name FROM pragma_table_info(?1)", {table});
    while (rows.next()) names.append(rows.text(0));
    return names;
}

QByteArray quotedAll(const std::vector<Field> &fields)
{
    QByteArray list;
    for (const Field &field : fields) list += (list.isEmpty() ? "\"" : ", \"") + QByteArray(field.name) + '"';
    return list;
}

struct Copied {
    qint64 rows = 0, leftOut = 0;
};

Copied copyTable(File &from, File &to, const Spec &spec, const Veil &veil, Table &preview)
{
    const QStringList have = columnsOf(from, QString::fromLatin1(spec.table));
    std::vector<Field> fields;
    for (const Field &field : spec.fields)
        if (have.contains(QString::fromLatin1(field.name))) fields.push_back(field);
    Copied copied;
    if (fields.empty()) return copied;
    const QByteArray marks = QByteArray("?, ").repeated(qsizetype(fields.size())).chopped(2);
    const QByteArray insert = "INSERT OR IGNORE INTO \"" + QByteArray(spec.table) + "\" (" +
                              quotedAll(fields) + ") VALUES (" + marks + ")";
    QVariantList example;
    Rows rows = from.rows("SELECT " + quotedAll(fields) + " FROM main.\"" + QByteArray(spec.table) + '"');
    while (rows.next()) {
        QVariantList row, values;
        for (int i = 0; i < rows.columns(); ++i) row.append(rows.value(i));
        for (size_t i = 0; i < fields.size(); ++i) {
            const auto value = made(fields[i].as, row[qsizetype(i)], row, veil);
            if (!value) break;
            values.append(*value);
        }
        if (values.size() != row.size()) {
            ++copied.leftOut;
            continue;
        }
        Rows put = to.rows(insert, values);
        (void)put.next();
        if (to.failed() && to.error().code == Errc::Refused) { // a row that the schema does not take
            to.clearError();
            ++copied.leftOut;
            continue;
        }
        if (to.failed()) return copied;
        ++copied.rows;
        example = values;
    }
    for (size_t i = 0; i < fields.size() && copied.rows > 0; ++i) {
        const QVariant &one = example[qsizetype(i)];
        const QString shown = one.typeId() == QMetaType::QByteArray
                                  ? QString::fromUtf8(one.toByteArray().left(1)).startsWith(u'{')
                                        ? QString::fromUtf8(one.toByteArray())
                                        : QString::fromLatin1(one.toByteArray().toHex())
                                  : one.toString();
        preview.rows.push_back({QString::fromLatin1(spec.table), QString::fromLatin1(fields[i].name),
                                QString::fromLatin1(becomes(fields[i].as)), safeLine(shown, exampleChars)});
    }
    return copied;
}

/// Numbers about the file, and who it belongs to under another name.
void copyMeta(File &from, File &to, const Veil &veil)
{
    static const QStringList numbers{u"urev"_s,       u"utag"_s,       u"clock_offset"_s, u"last_sync"_s,
                                     u"min_reader"_s, u"min_writer"_s, u"probed"_s};
    Rows rows = from.rows("SELECT key, value FROM main.meta");
    while (rows.next()) {
        const QString key = rows.text(0);
        QVariant value = rows.value(1);
        const bool isId = value.typeId() == QMetaType::QByteArray && value.toByteArray().size() == 16;
        if (key == u"user" && isId)
            value = veil.fakeId(value.toByteArray());
        else if (!((key == u"device" || key == u"epoch") && isId) &&
                 !(numbers.contains(key) && value.typeId() == QMetaType::LongLong))
            continue;
        Rows put = to.rows("INSERT OR REPLACE INTO meta(key, value) VALUES(?1, ?2)", {key, value});
        (void)put.next();
    }
}

Result<std::unique_ptr<File>> emptyMirror(const QString &name)
{
    if (auto fresh = Mirror::open(name); !fresh) return fresh.error(); // and closed again
    auto file = File::open(name, File::Mode::Fresh);
    if (!file) return file;
    (*file)->setTimeLimit(makeMs);
    (*file)->exec("PRAGMA journal_mode=DELETE");
    (*file)->exec("CREATE TABLE kith_bundle(name TEXT PRIMARY KEY, text TEXT NOT NULL)");
    (*file)->exec("BEGIN");
    if ((*file)->failed()) return (*file)->error();
    return file;
}

} // namespace

Result<Bundle> Bundle::make(const Opened &opened, const std::vector<Page> &pages)
{
    if (opened.kind != Opened::Kind::Mirror)
        return Error{Errc::BadInput, opened.kind == Opened::Kind::Server
                                         ? u"a server's database cannot go into a bundle."_s
                                         : u"%1 is a bundle already."_s.arg(opened.path)};
    const Veil veil = opened.veil.closed();
    auto folder = privateFolder(opened.bytes + opened.logBytes);
    if (!folder) return folder.error();
    Bundle bundle;
    bundle.m_folder = *std::move(folder);
    bundle.m_file = bundle.m_folder->filePath(u"made.kithbundle"_s);
    auto from = File::open(opened.copy, File::Mode::Own);
    if (!from) return from.error();
    (*from)->setTimeLimit(makeMs);
    auto to = emptyMirror(bundle.m_file);
    if (!to) return to.error();
    Table counts{.key = u"tables"_s,
                 .title = u"What would leave: rows"_s,
                 .columns = {{u"table"_s}, {u"rows"_s}, {u"left_out"_s}},
                 .rows = {}};
    Table columns{.key = u"columns"_s,
                  .title = u"What becomes of each column, with an example as it would leave"_s,
                  .columns = {{u"table"_s}, {u"column"_s}, {u"becomes"_s}, {u"example"_s}},
                  .rows = {}};
    copyMeta(**from, **to, veil);
    for (const Spec &spec : specs()) {
        const Copied copied = copyTable(**from, **to, spec, veil, columns);
        counts.rows.push_back({QString::fromLatin1(spec.table), copied.rows, copied.leftOut});
        for (File *file : {from->get(), to->get()})
            if (file->failed()) return file->error();
    }
    bundle.m_pages = {
        {u"about"_s,
         u"Support bundle of Kith " KITH_VERSION ", made %1. The texts in it are made up."_s.arg(
             QDateTime::fromMSecsSinceEpoch(SystemClock().wallMs(), Qt::UTC).toString(Qt::ISODate))}};
    bundle.m_pages.insert(bundle.m_pages.end(), pages.begin(), pages.end());
    for (const Page &page : bundle.m_pages) {
        Rows put = (*to)->rows("INSERT OR REPLACE INTO kith_bundle(name, text) VALUES(?1, ?2)",
                               {page.name, notNull(page.text)});
        (void)put.next();
    }
    (*to)->exec("COMMIT");
    if ((*to)->failed()) return (*to)->error();
    to->reset();
    bundle.m_preview = {.verb = u"bundle"_s, .tables = {counts, columns}, .notes = {}, .faults = {}};
    bundle.m_preview.notes.append(
        u"Whatever is not listed here stays: passwords, tokens, file contents, sums of"
        " files, names, texts, titles, addresses of servers."_s);
    return bundle;
}

qint64 Bundle::bytes() const { return QFileInfo(m_file).size(); }

Status Bundle::save(const QString &target) const
{
    if (QFileInfo::exists(target))
        return Error{Errc::BadInput, u"%1 is there already: name another file."_s.arg(target)};
    const QString part = target + u".part"_s;
    QFile::remove(part);
    QFile file(m_file);
    if (file.copy(part) && QFile::setPermissions(part, QFile::ReadOwner | QFile::WriteOwner) &&
        QFile::rename(part, target))
        return ok();
    QFile::remove(part);
    return Error{Errc::Io, u"%1 cannot be written: is there room, and may you write there?"_s.arg(target)};
}

} // namespace kith::inspect
