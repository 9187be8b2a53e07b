#include "ui/export/export_history.h"

#include "core/base/clock.h"
#include "core/base/file_names.h"
#include "core/base/limits.h"
#include "core/store/reader.h"
#include "ui/export/chat_writer.h"
#include "ui/export/export_folder.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int pageSize = 200;

/// What one run carries along; its parts return false when it is over (stopped, or m_fault).
class Run {
public:
    Run(const ExportWish &wish, const std::function<bool(const ExportProgress &)> &goOn, Reader &reader,
        ExportFolder &folder)
        : m_wish(wish)
        , m_goOn(goOn)
        , m_reader(reader)
        , m_folder(folder)
    {
    }

    Result<ExportReport> all()
    {
        if (!chosen() || !count() || !everyChat() || !index()) {
            if (m_fault) return *m_fault;
            ExportReport stopped;
            stopped.stopped = true;
            return stopped;
        }
        if (const Status named = m_folder.finish(); !named) return named.error();
        m_report.folder = m_wish.folder;
        return m_report;
    }

private:
    bool fault(Error error)
    {
        m_fault = std::move(error);
        return false;
    }

    bool chosen()
    {
        if (!m_wish.chats.empty()) {
            m_chats = m_wish.chats;
            return true;
        }
        auto places = m_reader.chatPlaces();
        if (!places) return fault(places.error());
        for (const ChatPlace &place : *places) m_chats.push_back(place.chat);
        return true;
    }

    bool count()
    {
        for (const ChatId &chat : m_chats) {
            auto held = m_reader.historyHeld(chat);
            if (!held) return fault(held.error());
            m_progress.ofMessages += held->held;
            m_missing[chat] = held->missing;
        }
        return m_goOn(m_progress);
    }

    bool everyChat()
    {
        for (const ChatId &chat : m_chats) {
            if (!oneChat(chat)) return false;
            ++m_report.chats;
        }
        return true;
    }

    bool oneChat(const ChatId &chat)
    {
        auto summary = m_reader.chat(chat);
        if (!summary) return fault(summary.error());
        auto members = m_reader.members(chat, limits::groupMembers);
        if (!members) return fault(members.error());
        IndexEntry entry{*summary, {}, 0, 0, 0, m_missing.value(chat)};
        const QString name = summary->title.isEmpty() ? u"chat"_s : safeFileName(summary->title.left(60));
        entry.inside = u"chats/%1 %2"_s.arg(m_index.size() + 1, 4, 10, QChar(u'0')).arg(name);
        if (auto made = m_folder.makeFolder(entry.inside); !made) return fault(made.error());
        ChatWriterInput input{m_folder, entry.inside, *summary, *std::move(members),
                              [this](const UserId &user) { return who(user).name; }};
        auto writer = m_wish.format == ExportFormat::Html ? makeHtmlWriter(std::move(input))
                                                          : makeJsonWriter(std::move(input));
        m_progress.chat = summary->title;
        m_report.onServerOnly += entry.onServerOnly;
        Seq at;
        m_told = {};
        m_unsent.clear();
        // Once more from where it ended: what was sent meanwhile is no longer among the unsent.
        if (!timeline(chat, at, *writer, entry) || !unsent(chat, *writer, entry) ||
            !timeline(chat, at, *writer, entry))
            return false;
        if (auto ended = writer->end(); !ended) return fault(ended.error());
        m_index.push_back(std::move(entry));
        return true;
    }

    /// What the server has numbered, with the holes where they are.
    bool timeline(const ChatId &chat, Seq &at, ChatWriter &writer, IndexEntry &entry)
    {
        Seq &told = m_told;
        for (bool more = true; more;) {
            auto page = m_reader.after(chat, at, pageSize);
            if (!page) return fault(page.error());
            const Seq before = at;
            auto hole = page->holes.cbegin();
            for (const Message &message : page->messages) {
                if (!message.row.seq.value) continue; // unsent: below
                for (; hole != page->holes.cend() && hole->hi < message.row.seq; ++hole)
                    if (hole->lo > told) writer.hole(*hole), told = hole->lo;
                at = message.row.seq;
                if (m_unsent.contains(message.row.mid)) continue;
                if (!put(message, writer, entry)) return false;
            }
            more = at > before;
            for (; !more && hole != page->holes.cend(); ++hole)
                if (hole->lo > told) writer.hole(*hole), told = hole->lo;
            if (!m_goOn(m_progress)) return false;
        }
        return true;
    }

    bool unsent(const ChatId &chat, ChatWriter &writer, IndexEntry &entry)
    {
        for (qint64 at = 0;;) {
            auto waiting = m_reader.unsent(chat, at, pageSize);
            if (!waiting) return fault(waiting.error());
            if (waiting->empty()) return true;
            for (const Message &message : *waiting) {
                m_unsent.insert(message.row.mid);
                if (!put(message, writer, entry)) return false;
            }
            at = waiting->back().localPos;
            if (!m_goOn(m_progress)) return false;
        }
    }

    bool put(const Message &message, ChatWriter &writer, IndexEntry &entry)
    {
        FilePlaces places;
        if (!message.row.dead)
            for (const AttachmentView &file : message.attachments)
                if (!copy(file, entry, places)) return false;
        writer.message(message, who(message.row.sender).login, places);
        ++entry.messages;
        ++m_report.messages;
        ++m_progress.messages;
        return true;
    }

    bool copy(const AttachmentView &file, IndexEntry &entry, FilePlaces &places)
    {
        places.push_back({});
        if (m_wish.files && !file.path.isEmpty()) {
            if (entry.files == 0)
                if (auto made = m_folder.makeFolder(entry.inside + u"/files"_s); !made)
                    return fault(made.error());
            // The number keeps two of one name apart, whatever a disk thinks of upper and lower case.
            const QString place =
                u"files/%1 %2"_s.arg(entry.files + 1, 5, 10, QChar(u'0')).arg(safeFileName(file.info.name));
            auto copied = copyInto(file.path, m_folder.path(entry.inside + u'/' + place), file.info.size,
                                   file.info.sha256, [this] { return m_goOn(m_progress); });
            if (!copied) return fault(copied.error());
            if (*copied == Copied::Stopped) return false;
            if (*copied == Copied::Whole) {
                places.back() = place;
                ++entry.files;
                ++m_report.files;
                ++m_progress.files;
                return true;
            }
        }
        ++entry.filesElsewhere;
        ++m_report.filesElsewhere;
        return true;
    }

    bool index()
    {
        const qint64 now = SystemClock().wallMs();
        const bool pages = m_wish.format == ExportFormat::Html;
        ExportFile file(m_folder.path(pages ? u"index.html"_s : u"index.json"_s));
        file.write(pages ? htmlIndex(m_wish.account, now, m_index) : jsonIndex(m_wish.account, now, m_index));
        if (const Status closed = file.close(); !closed) return fault(closed.error());
        return m_goOn(m_progress);
    }

    const UserInfo &who(const UserId &user)
    {
        auto known = m_people.find(user);
        if (known == m_people.end()) {
            if (m_people.size() >= mostPeople) m_people.clear();
            auto found = m_reader.user(user);
            known = m_people.insert(user, found && *found ? **found : UserInfo{user, {}, {}});
        }
        return *known;
    }

    static constexpr int mostPeople = 4096; // kept at a time

    const ExportWish &m_wish;
    const std::function<bool(const ExportProgress &)> &m_goOn;
    Reader &m_reader;
    ExportFolder &m_folder;
    std::vector<ChatId> m_chats;
    QHash<ChatId, qint64> m_missing;
    QHash<UserId, UserInfo> m_people;
    std::vector<IndexEntry> m_index;
    Seq m_told;         // the last hole that was written
    QSet<Mid> m_unsent; // of this chat; at most limits::outboxItems
    ExportProgress m_progress;
    ExportReport m_report;
    std::optional<Error> m_fault;
};

} // namespace

Result<ExportReport> exportHistory(const ExportWish &wish,
                                   const std::function<bool(const ExportProgress &)> &goOn)
{
    auto reader = Reader::open(wish.mirror);
    if (!reader) return reader.error();
    for (const ChatId &chat : wish.chats)
        if (auto known = (*reader)->chat(chat); !known) return known.error(); // before anything is made
    auto folder = ExportFolder::begin(wish.folder);
    if (!folder) return folder.error();
    return Run(wish, goOn, **reader, **folder).all();
}

QString freeExportFolder(const QString &parent, const QString &title, qint64 nowMs)
{
    const QString day = QDateTime::fromMSecsSinceEpoch(nowMs).date().toString(Qt::ISODate);
    const QString base =
        safeFileName(title.isEmpty() ? u"Kith "_s + day : u"Kith "_s + title.left(60) + u' ' + day);
    QString name = base;
    for (int n = 2; QFileInfo::exists(parent + u'/' + name); ++n) name = u"%1 (%2)"_s.arg(base).arg(n);
    return QDir(parent).filePath(name);
}

} // namespace kith
