#pragma once
#include "core/wire/attachment_codec.h"
#include "tests/kit/file_client.h"
#include "tests/kit/test_node.h"

#include <QDirIterator>
#include <QFileInfo>
#include <future>

namespace kith::test {

using namespace Qt::StringLiterals;

/// A server, two people with a chat, a third who is in none of their chats.
struct FilesWorld {
    explicit FilesWorld(const std::function<void(server::NodeOptions &)> &change = {},
                        const Clock *clock = nullptr)
        : node(change, clock)
        , ana(node.port(), u"ana"_s)
        , ben(node.port(), u"ben"_s)
        , eve(node.port(), u"eve"_s)
        , chat(ana.chatWith(ben))
        , files(node.port(), ana.account.access)
        , bens(node.port(), ben.account.access)
        , eves(node.port(), eve.account.access)
    {
    }
    AttId mint() { return AttId::mint(ana.clock.wallMs(), ana.random); }
    Attachment described(const AttId &att, const QByteArray &bytes, const QString &mime = {})
    {
        Attachment a;
        a.att = att;
        a.name = u"a.bin"_s;
        a.size = bytes.size();
        a.sha256 = sha256Of(bytes);
        a.mime = mime.isEmpty() ? u"application/octet-stream"_s : mime;
        return a;
    }
    wire::Send message(const std::vector<Attachment> &atts, const QString &caption = {})
    {
        wire::Send send = ana.text(chat, caption);
        send.extra = wire::withAttachments({}, atts);
        return send;
    }
    /// A message of Ana's with one file in it, uploaded and sent.
    Mid sent(const AttId &att, const QByteArray &bytes)
    {
        const wire::Send send = message({described(att, bytes)});
        if (!files.upload(att, chat, bytes)) return {};
        const auto answer = ana.ws.ask(send);
        return answer && std::holds_alternative<wire::Ok>(*answer) ? send.mid : Mid{};
    }
    QStringList filesOnDisk()
    {
        QStringList names;
        QDirIterator it(node.dir.filePath(u"data/files"_s), QDir::Files, QDirIterator::Subdirectories);
        while (it.hasNext()) names.append(it.next());
        return names;
    }
    std::optional<server::SweepReport> sweep(bool dryRun)
    {
        std::promise<server::SweepReport> report;
        auto future = report.get_future();
        if (!node.node->sweepFiles(dryRun, [&](server::SweepReport r) { report.set_value(r); }))
            return std::nullopt;
        return future.get();
    }

    TestNode node;
    Person ana, ben, eve;
    ChatId chat;
    FileClient files, bens, eves;
};

inline QByteArray codeOf(const std::optional<HttpAnswer> &answer)
{
    const auto error = wire::decodeApiError(answer ? answer->body : QByteArray());
    return error ? error->code.toLatin1() : QByteArray("(none)");
}

} // namespace kith::test
