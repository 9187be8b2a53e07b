#pragma once
#include "core/base/result.h"
#include "core/domain/chat.h"

#include <functional>
#include <memory>

namespace kith {

class ExportFolder;

/// Where an attachment lies in the export, seen from its chat's folder; empty = it is not in it.
using FilePlaces = std::vector<QString>;

/// One chat on its way into an export; called in the order of the timeline. After an error the rest is
/// ignored and end() tells it.
class ChatWriter {
public:
    virtual ~ChatWriter() = default;
    virtual void message(const Message &message, const QString &login, const FilePlaces &files) = 0;
    virtual void hole(const Hole &hole) = 0;
    virtual Status end() = 0;
};

struct ChatWriterInput {
    const ExportFolder &folder;
    QString inside; // the chat's folder
    ChatSummary chat;
    std::vector<Member> members;
    std::function<QString(const UserId &)> nameOf;
};
std::unique_ptr<ChatWriter> makeHtmlWriter(ChatWriterInput input);
std::unique_ptr<ChatWriter> makeJsonWriter(ChatWriterInput input);

struct IndexEntry {
    ChatSummary chat;
    QString inside;
    qint64 messages = 0, files = 0, filesElsewhere = 0, onServerOnly = 0;
};
/// The first page of an HTML export.
QByteArray htmlIndex(const QString &account, qint64 nowMs, const std::vector<IndexEntry> &chats);
QByteArray jsonIndex(const QString &account, qint64 nowMs, const std::vector<IndexEntry> &chats);

} // namespace kith
