#include "app/cli/printer.h"

using namespace Qt::StringLiterals;

namespace kith::cli {

void Printer::line(const QByteArray &utf8)
{
    if (m_broken) return;
    QByteArray whole = utf8;
    whole += '\n';
    const size_t size = size_t(whole.size());
    m_broken = std::fwrite(whole.constData(), 1, size, m_out) != size || std::fflush(m_out) != 0;
}

namespace {

QString idText(const QByteArray &id) { return QString::fromLatin1(id); }

QString sayingOf(const ServiceNote &note)
{
    QString text = u"* "_s + onOneLine(note.act);
    if (note.act == u"timer") text += note.seconds > 0 ? u" %1 s"_s.arg(note.seconds) : u" off"_s;
    if (!note.title.isEmpty()) text += u" \""_s + onOneLine(note.title) + u'"';
    return text;
}

QString bodyOf(const MessageLine &line)
{
    if (line.deleted) return u"(deleted)"_s;
    if (line.note) return sayingOf(*line.note);
    if (line.kind != u"text" && line.body.isEmpty()) return u"(%1)"_s.arg(onOneLine(line.kind));
    return onOneLine(line.body);
}

/// The options with their numbers, as `vote` takes them.
QString pollText(const Poll &poll)
{
    QString text;
    int number = 0;
    for (const PollOption &one : poll.options)
        text += u" [%1. %2: %3%4]"_s.arg(++number)
                    .arg(onOneLine(one.text))
                    .arg(one.votes)
                    .arg(one.mine ? u", yours"_s : QString());
    return text + (poll.closed ? u" (closed)"_s : QString());
}

/// Columns separated by a tab, so that `cut` and `awk -F'\t'` work whatever the text holds.
class TextPrinter final : public Printer {
public:
    using Printer::Printer;

    void message(const MessageLine &line, const char *event) override
    {
        QStringList columns{timeText(line.atMs),
                            line.seq.value > 0 ? QString::number(line.seq.value) : u"-"_s,
                            idText(line.mid.text()), line.state,
                            onOneLine(line.sender.isEmpty() ? line.senderName : line.sender)};
        QString text = bodyOf(line);
        if (line.forward) text.prepend(u"(from %1) "_s.arg(onOneLine(line.forward->name)));
        if (line.reply) text.prepend(u"(to %1) "_s.arg(idText(line.reply.text())));
        for (const AttachmentView &file : line.files)
            text += u" [file %1, %2 bytes]"_s.arg(onOneLine(file.info.name)).arg(file.info.size);
        if (line.link)
            text += u" [link %1]"_s.arg(
                onOneLine(line.link->title.isEmpty() ? line.link->url : line.link->title));
        if (line.poll) text += pollText(*line.poll);
        if (line.expiresMs > 0) text += u" (until %1)"_s.arg(timeText(line.expiresMs));
        if (line.edited) text += u" (edited)"_s;
        if (line.waiting) text += u" (change waits)"_s;
        for (const ReactionCount &one : line.reactions)
            text += u" [%1 %2]"_s.arg(onOneLine(one.emoji)).arg(one.count);
        if (!line.error.isEmpty()) text += u" (%1)"_s.arg(onOneLine(line.error));
        columns << text;
        if (!line.chatTitle.isEmpty()) columns.prepend(onOneLine(line.chatTitle));
        put(columns, event);
    }
    void progress(const MessageLine &line) override
    {
        put({idText(line.mid.text()), line.state + (line.waiting ? u" (change waits)"_s : QString())});
    }
    void chat(const ChatLine &line, const char *event) override
    {
        const ChatSummary &chat = line.chat;
        QString unread = QString::number(chat.unread) + (chat.unreadCapped ? u"+"_s : QString());
        const QString login = line.login.isEmpty() ? u"-"_s : u'@' + onOneLine(line.login);
        QString preview = onOneLine(chat.draft.isEmpty() ? chat.preview : u"Draft: "_s + chat.draft);
        if (chat.left) preview.prepend(u"(left) "_s);
        if (chat.creating) preview.prepend(u"(waits) "_s);
        put({idText(chat.chat.text()), unread, login, onOneLine(chat.title), timeText(chat.atMs), preview},
            event);
    }
    void member(const ChatId &, const Member &member) override
    {
        put({idText(member.user.text()), u'@' + onOneLine(member.login), onOneLine(member.name),
             member.facts.banned ? u"banned"_s
             : member.left       ? u"left"_s
                                 : roleText(member.role),
             u"delivered %1"_s.arg(member.mark.delivered.value), u"seen %1"_s.arg(member.mark.seen.value)});
    }
    void group(const GroupLine &line) override
    {
        const GroupSettings &set = line.info.set;
        put({idText(line.chat.text()), onOneLine(line.title), u"%1 members"_s.arg(line.members),
             line.info.present ? roleText(line.info.role) : u"left"_s,
             set.channel.value_or(false) ? u"channel"_s : u"group"_s,
             set.fromJoining.value_or(false) ? u"history from joining"_s : u"whole history"_s,
             u"slow %1 s"_s.arg(set.slowSeconds.value_or(0)), u"%1 pinned"_s.arg(set.pins.size()),
             onOneLine(set.about.value_or(QString()))});
    }
    void invite(const InviteLine &line) override
    {
        const Invite &i = line.invite;
        put({QString::fromLatin1(i.code), u'@' + onOneLine(line.by),
             i.revoked        ? u"revoked"_s
             : i.untilMs == 0 ? u"without end"_s
                              : timeText(i.untilMs),
             i.uses == 0 ? u"used %1"_s.arg(i.used) : u"used %1 of %2"_s.arg(i.used).arg(i.uses)});
    }
    void logLine(const GroupLogEntry &entry) override
    {
        put({timeText(entry.line.atMs), u'@' + onOneLine(entry.by), onOneLine(entry.line.act),
             entry.line.user ? u'@' + onOneLine(entry.user) : u"-"_s, onOneLine(entry.line.words)});
    }
    void file(const FileLine &line) override
    {
        const Attachment &info = line.file.info;
        put({idText(info.att.text()), transferText(line.file.state), QString::number(info.size),
             onOneLine(info.mime), onOneLine(info.name),
             onOneLine(line.file.path.isEmpty() ? line.file.error : line.file.path)});
    }
    void outboxItem(const OutboxItem &item) override
    {
        put({item.mid ? idText(item.mid.text()) : u"-"_s, item.chat ? idText(item.chat.text()) : u"-"_s,
             item.kind, item.refused ? u"refused"_s : u"queued"_s, u"tries %1"_s.arg(item.tries),
             timeText(item.enteredMs), onOneLine(item.lastError)});
    }
    void status(const StatusLine &line) override
    {
        const MirrorStatus &mirror = line.mirror;
        const auto say = [this](const QString &name, const QString &value) { put({name, value}); };
        say(u"account"_s, onOneLine(line.account.login) + u'@' + line.account.server.authority());
        say(u"ledger"_s, words::ledger(ledgerOf(mirror, line.nowMs), false, line.nowMs));
        say(u"waiting"_s, QString::number(mirror.waiting));
        say(u"refused"_s, QString::number(mirror.refused));
        say(u"receipts waiting"_s, QString::number(mirror.receiptsWaiting));
        say(u"last sync"_s, mirror.lastSyncMs == 0 ? u"never"_s : timeText(mirror.lastSyncMs));
        say(u"unread"_s, QString::number(line.unread));
        say(u"chats"_s, QString::number(mirror.chats));
        say(u"messages"_s, QString::number(mirror.messages));
        say(u"not held"_s, QString::number(mirror.holes));
        say(u"unreadable"_s, QString::number(mirror.quarantined));
    }
    void account(const AccountLine &line) override
    {
        put({onOneLine(line.account.login) + u'@' + line.account.server.authority(),
             onOneLine(line.account.name), idText(line.account.user.text())});
    }
    void story(const StoryOf &of) override
    {
        put({onOneLine(of.text.headline)});
        for (const words::StoryLine &one : of.text.lines)
            put({one.atMs == 0 ? u"-"_s : timeText(one.atMs), onOneLine(one.text)});
        if (!of.text.next.isEmpty()) put({u"next"_s, onOneLine(of.text.next)});
    }
    void chatVerdict(const VerdictLine &line) override
    {
        put({idText(line.verdict.chat.text()), onOneLine(words::chatVerdict(line.verdict, line.title))});
    }
    void difference(const Difference &one) override
    {
        put({idText(one.chat.text()), one.mid ? idText(one.mid.text()) : u"-"_s,
             onOneLine(words::difference(one)), one.mended ? u"mended"_s : u"not changed"_s});
    }
    void verdict(const VerifyReport &report) override
    {
        for (const QString &one : words::localVerdict(report.local)) put({u"-"_s, one});
        put({words::verdict(report)});
    }
    void device(const wire::DeviceEntry &device) override
    {
        put({idText(device.device.text()), device.current ? u"this"_s : u"-"_s, timeText(device.lastSeenMs),
             onOneLine(device.name), onOneLine(device.app)});
    }
    void profile(const wire::Profile &profile) override
    {
        put({u'@' + onOneLine(profile.login), onOneLine(profile.name), onOneLine(profile.about)});
    }
    void receipt(const ReceiptLine &line) override
    {
        put({idText(line.chat.text()), u'@' + onOneLine(line.user),
             u"delivered %1"_s.arg(line.mark.delivered.value), u"seen %1"_s.arg(line.mark.seen.value)},
            "receipt");
    }
    void version(const Mid &, const MessageVersion &version) override
    {
        put({QString::number(version.ev), timeText(version.untilMs), onOneLine(version.body)});
    }
    void scheduled(const ScheduledText &one) override
    {
        const QString state = !one.failed.isEmpty() ? u"failed"_s : one.waiting ? u"waiting"_s : u"held"_s;
        put({idText(one.mid.text()), idText(one.chat.text()), timeText(one.whenMs), state,
             onOneLine(one.text.text), onOneLine(one.failed)});
    }
    void push(const PushInfo &info) override
    {
        if (info.provider.isEmpty()) return put({u"not registered"_s});
        put({onOneLine(info.provider), info.registered ? u"registered"_s : u"unknown to the provider"_s,
             info.waiting ? u"waiting"_s : u"idle"_s, u"sent %1"_s.arg(info.sent),
             info.result.isEmpty() ? u"-"_s : onOneLine(info.result), timeText(info.lastMs),
             onOneLine(info.detail)});
    }
    void connection(const Connection &connection) override
    {
        put({phaseText(connection.phase), onOneLine(connection.why)}, "connection");
    }
    void exported(const ExportReport &report) override
    {
        put({onOneLine(report.folder), u"%1 chats"_s.arg(report.chats), u"%1 messages"_s.arg(report.messages),
             u"%1 files"_s.arg(report.files), u"%1 files not here"_s.arg(report.filesElsewhere),
             u"%1 messages on the server only"_s.arg(report.onServerOnly)});
    }
    void rescued(const RescueReport &) override {} // the sentences on stderr say it
    void gone(const ChatId &, const Mid &mid) override { put({idText(mid.text()), u"gone"_s}); }
    void done(qint64 n, int exit, const QString &why) override
    {
        put({QString::number(n), QString::number(exit), onOneLine(why)}, "done");
    }

private:
    void put(QStringList columns, const char *event = nullptr)
    {
        if (event) columns.prepend(QString::fromLatin1(event));
        line(columns.join(u'\t').toUtf8());
    }
};

} // namespace

std::unique_ptr<Printer> makeTextPrinter(FILE *out) { return std::make_unique<TextPrinter>(out); }

} // namespace kith::cli
