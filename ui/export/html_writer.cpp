#include "core/base/file_names.h"
#include "core/wire/service_note.h"
#include "ui/export/chat_writer.h"
#include "ui/export/export_folder.h"
#include "ui/export/html_text.h"
#include "ui/text/words.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

constexpr int perPage = 1000; // messages: what a browser opens at once

/// The context is where lupdate finds these words.
QString tr(const char *text, const char *hint = nullptr, int n = -1)
{
    return QCoreApplication::translate("kith", text, hint, n);
}

QString timeOf(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).time(), QLocale::ShortFormat);
}
QString dayOf(qint64 ms)
{
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(ms).date(), QLocale::LongFormat);
}
QString pageName(int page) { return u"messages-%1.html"_s.arg(page, 5, 10, QChar(u'0')); }

/// One line with the direction of its own first letter, whatever stands around it.
QString isolated(const QString &text) { return u"<bdi>"_s + html::escaped(text) + u"</bdi>"_s; }

QString stateOf(const Message &m)
{
    switch (m.state) {
    case MessageState::Queued:
        return words::tick(Tick::Queued);
    case MessageState::Refused:
        return words::tick(Tick::Failed) + u": "_s + words::refusal(m.refusedCode);
    case MessageState::Unverified:
        return tr("not known to the server");
    case MessageState::Sent:
        break;
    }
    return m.mine ? words::tick(m.tick) : QString();
}

/// What a browser shows in the page; everything else is a link. By the sniffed type only.
QString fileTag(const Attachment &info, const QString &place)
{
    const QString name = html::escaped(safeFileName(info.name));
    const QString size = html::escaped(words::fileSize(info.size));
    if (place.isEmpty())
        return u"<p class=\"gone\">"_s + name + u" ("_s + size + u") — "_s +
               html::escaped(tr("not on this computer")) + u"</p>"_s;
    const QString url = html::pathUrl(place), quoted = u"\""_s + url + u"\""_s;
    static const QSet<QString> pictures{u"image/png"_s, u"image/jpeg"_s, u"image/gif"_s, u"image/webp"_s,
                                        u"image/bmp"_s};
    const QString link = u"<a href="_s + quoted + u">"_s + name + u"</a> ("_s + size + u")"_s;
    if (pictures.contains(info.mime))
        return u"<p><a href="_s + quoted + u"><img loading=\"lazy\" alt=\""_s + name + u"\" src="_s + quoted +
               u"></a></p>"_s;
    if (info.mime.startsWith(u"video/"_s))
        return u"<p><video controls preload=\"none\" src="_s + quoted + u"></video><br>"_s + link + u"</p>"_s;
    if (info.mime.startsWith(u"audio/"_s))
        return u"<p><audio controls preload=\"none\" src="_s + quoted + u"></audio><br>"_s + link + u"</p>"_s;
    return u"<p>"_s + link + u"</p>"_s;
}

class HtmlWriter final : public ChatWriter {
    Q_DECLARE_TR_FUNCTIONS(kith::HtmlWriter)
public:
    explicit HtmlWriter(ChatWriterInput input)
        : m_input(std::move(input))
    {
        openPage();
    }

    void message(const Message &m, const QString &, const FilePlaces &files) override
    {
        room();
        if (const QString day = dayOf(m.row.atMs); day != m_day) {
            m_day = day;
            write(u"<p class=\"day\">"_s + html::escaped(day) + u"</p>\n"_s);
        }
        if (m.row.kind == u"service")
            service(m);
        else
            bubble(m, files);
        m_onPage.insert(m.row.mid);
    }
    void hole(const Hole &hole) override
    {
        room();
        const int n = int(std::min<qint64>(hole.hi.value - hole.lo.value + 1, 2'000'000'000));
        write(u"<p class=\"hole\">"_s +
              html::escaped(tr("%n message(s) are on the server only and not in this export", nullptr, n)) +
              u"</p>\n"_s);
    }
    Status end() override
    {
        closePage(false);
        return m_status;
    }

private:
    void write(const QString &text) { m_file->write(text.toUtf8()); }
    void room()
    {
        if (++m_count <= perPage) return;
        closePage(true);
        ++m_page;
        openPage();
        m_count = 1;
    }
    void openPage()
    {
        m_onPage.clear();
        m_day.clear();
        m_file = std::make_unique<ExportFile>(m_input.folder.path(m_input.inside + u'/' + pageName(m_page)));
        const QString title = m_input.chat.title.isEmpty() ? tr("Chat") : m_input.chat.title;
        write(html::head(title));
        write(u"<nav><a href=\"../../index.html\">"_s + html::escaped(tr("All chats")) + u"</a>"_s);
        if (m_page > 1)
            write(u" · <a href=\"%1\">%2</a>"_s.arg(pageName(m_page - 1), html::escaped(tr("Earlier"))));
        write(u"</nav>\n<h1>"_s + isolated(title) + u"</h1>\n"_s);
        if (m_page > 1 || m_input.chat.kind != ChatKind::Group) return;
        QStringList names;
        for (const Member &member : m_input.members)
            if (!member.left) names.append(isolated(member.name));
        write(u"<p class=\"note\">"_s + names.join(tr(", ")) + u"</p>\n"_s);
    }
    void closePage(bool more)
    {
        if (more)
            write(u"<nav><a href=\"%1\">%2</a></nav>\n"_s.arg(pageName(m_page + 1),
                                                              html::escaped(tr("Later"))));
        write(u"</body></html>\n"_s);
        const Status closed = m_file->close();
        if (m_status && !closed) m_status = closed;
    }

    void service(const Message &m)
    {
        const auto note = wire::serviceNote(m.row.extra);
        const QString words = note ? words::service(*note, m.senderName, m.mine, m_input.nameOf)
                                   : tr("%1 changed the group").arg(m.senderName);
        write(u"<p class=\"note\" id=\"m"_s + idOf(m.row.mid) + u"\">"_s + isolated(words) + u"</p>\n"_s);
    }

    void bubble(const Message &m, const FilePlaces &files)
    {
        QString out = u"<div class=\"m%1\" id=\"m%2\"><div class=\"from\"><b>%3</b> <time>%4</time>"_s.arg(
            m.mine ? u" mine"_s : QString(), idOf(m.row.mid),
            isolated(m.senderName.isEmpty() ? tr("Somebody") : m.senderName),
            html::escaped(timeOf(m.row.atMs)));
        if (m.row.ev > 0 && !m.row.dead) out += u" · "_s + html::escaped(tr("edited"));
        if (const QString state = stateOf(m); !state.isEmpty() && !m.row.dead)
            out += u" · <span class=\"state\">"_s + html::escaped(state) + u"</span>"_s;
        out += u"</div>"_s;
        if (m.row.dead)
            out += u"<div class=\"gone\">"_s + html::escaped(tr("This message was deleted.")) + u"</div>"_s;
        else
            out += content(m, files);
        write(out + u"</div>\n"_s);
    }

    QString content(const Message &m, const FilePlaces &files) const
    {
        QString out;
        if (m.forward)
            out += u"<div class=\"note\">"_s + isolated(tr("Forwarded from %1").arg(m.forward->name)) +
                   u"</div>"_s;
        if (m.reply) out += quote(*m.reply);
        for (size_t i = 0; i < m.attachments.size(); ++i)
            out += fileTag(m.attachments[i].info, i < files.size() ? files[i] : QString());
        if (m.row.kind != u"text" && m.attachments.empty())
            out += u"<div class=\"gone\">"_s +
                   html::escaped(tr("A message of a kind that this version does not know.")) + u"</div>"_s;
        if (!m.row.body.isEmpty())
            out += u"<div class=\"body\" dir=\"auto\">"_s + html::formatted(m.row.body, m.entities) +
                   u"</div>"_s;
        if (m.poll)
            out +=
                u"<div class=\"quote\" dir=\"auto\">"_s + html::escaped(words::poll(*m.poll)) + u"</div>"_s;
        if (m.link)
            out += u"<div class=\"quote\" dir=\"auto\">"_s + html::escaped(m.link->title) + u"\n"_s +
                   html::escaped(m.link->words) + u"</div>"_s;
        QStringList reactions;
        for (const ReactionCount &one : m.reactions)
            reactions.append(html::escaped(one.emoji) + u' ' + QLocale().toString(one.count));
        if (!reactions.isEmpty()) out += u"<div class=\"react\">"_s + reactions.join(u" · "_s) + u"</div>"_s;
        return out;
    }

    QString quote(const ReplyQuote &reply) const
    {
        QString inner = isolated(reply.senderName);
        inner += u'\n' + html::escaped(reply.dead   ? tr("This message was deleted.")
                                       : reply.held ? reply.text
                                                    : tr("A message that is not in this export."));
        if (m_onPage.contains(reply.mid))
            inner = u"<a href=\"#m"_s + idOf(reply.mid) + u"\">"_s + inner + u"</a>"_s;
        return u"<div class=\"quote\" dir=\"auto\">"_s + inner + u"</div>"_s;
    }

    static QString idOf(const Mid &mid) { return QString::fromLatin1(mid.text()); }

    const ChatWriterInput m_input;
    std::unique_ptr<ExportFile> m_file;
    Status m_status = ok();
    QSet<Mid> m_onPage; // at most perPage
    QString m_day;
    int m_page = 1, m_count = 0;
};

} // namespace

std::unique_ptr<ChatWriter> makeHtmlWriter(ChatWriterInput input)
{
    return std::make_unique<HtmlWriter>(std::move(input));
}

QByteArray htmlIndex(const QString &account, qint64 nowMs, const std::vector<IndexEntry> &chats)
{
    QString out = html::head(tr("Kith: exported chats"));
    out += u"<h1>"_s + html::escaped(tr("Exported chats")) + u"</h1>\n<p class=\"from\">"_s;
    const QString when =
        QLocale().toString(QDateTime::fromMSecsSinceEpoch(nowMs).date(), QLocale::LongFormat);
    out += isolated(account) + u" · "_s + html::escaped(when) + u"</p>\n<ul class=\"list\">\n"_s;
    for (const IndexEntry &one : chats) {
        const QString title = one.chat.title.isEmpty() ? tr("Chat") : one.chat.title;
        QStringList facts{tr("%n message(s)", nullptr, int(one.messages))};
        if (one.files > 0) facts += tr("%n file(s)", nullptr, int(one.files));
        if (one.filesElsewhere > 0)
            facts += tr("%n file(s) not on this computer", nullptr, int(one.filesElsewhere));
        if (one.onServerOnly > 0)
            facts += tr("%n message(s) on the server only", nullptr, int(one.onServerOnly));
        out += u"<li><a href=\""_s + html::pathUrl(one.inside + u'/' + pageName(1)) + u"\">"_s +
               isolated(title) + u"</a><br><span class=\"from\">"_s + html::escaped(facts.join(u" · "_s)) +
               u"</span></li>\n"_s;
    }
    return (out + u"</ul>\n</body></html>\n"_s).toUtf8();
}

} // namespace kith
