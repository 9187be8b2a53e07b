#include "core/wire/export_codec.h"
#include "ui/export/chat_writer.h"
#include "ui/export/export_folder.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kith {
namespace {

class JsonWriter final : public ChatWriter {
public:
    explicit JsonWriter(ChatWriterInput input)
        : m_file(input.folder.path(input.inside + u"/messages.json"_s))
    {
        m_file.write(wire::exportHead(input.chat, input.members));
    }
    void message(const Message &message, const QString &login, const FilePlaces &files) override
    {
        next(wire::exportMessage(message, login, files));
    }
    void hole(const Hole &hole) override { next(wire::exportHole(hole)); }
    Status end() override
    {
        m_file.write("\n]}\n");
        return m_file.close();
    }

private:
    void next(const QByteArray &object)
    {
        if (!m_first) m_file.write(",\n");
        m_first = false;
        m_file.write(object);
    }
    ExportFile m_file;
    bool m_first = true;
};

} // namespace

std::unique_ptr<ChatWriter> makeJsonWriter(ChatWriterInput input)
{
    return std::make_unique<JsonWriter>(std::move(input));
}

QByteArray jsonIndex(const QString &account, qint64 nowMs, const std::vector<IndexEntry> &chats)
{
    std::vector<wire::ExportedChat> all;
    for (const IndexEntry &one : chats)
        all.push_back(
            {one.chat.title, one.inside, one.messages, one.files, one.filesElsewhere, one.onServerOnly});
    return wire::exportIndex(account, u"kith "_s + QCoreApplication::applicationVersion(), nowMs, all);
}

} // namespace kith
