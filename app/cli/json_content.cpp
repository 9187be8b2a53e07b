#include "app/cli/json_content.h"

#include "app/cli/lines.h"

using namespace Qt::StringLiterals;

namespace kith::cli {
namespace {

QString kindText(EntityKind kind)
{
    switch (kind) {
    case EntityKind::Bold:
        return u"bold"_s;
    case EntityKind::Italic:
        return u"italic"_s;
    case EntityKind::Struck:
        return u"struck"_s;
    case EntityKind::Code:
        return u"code"_s;
    case EntityKind::CodeBlock:
        return u"code_block"_s;
    case EntityKind::Quote:
        return u"quote"_s;
    case EntityKind::Link:
        return u"link"_s;
    case EntityKind::Mention:
        return u"mention"_s;
    case EntityKind::MentionAll:
        return u"mention_all"_s;
    case EntityKind::Spoiler:
        return u"spoiler"_s;
    }
    return u"unknown"_s;
}

QJsonValue textOrNull(const QString &text) { return text.isEmpty() ? QJsonValue() : QJsonValue(text); }
template <class I> QJsonValue idOrNull(const I &id)
{
    return id ? QJsonValue(QString::fromLatin1(id.text())) : QJsonValue();
}

} // namespace

QJsonArray entitiesOf(const std::vector<Entity> &entities)
{
    QJsonArray all;
    for (const Entity &e : entities)
        all.append(QJsonObject{{u"kind"_s, kindText(e.kind)},
                               {u"at"_s, e.at},
                               {u"length"_s, e.length},
                               {u"what"_s, textOrNull(e.what)},
                               {u"user"_s, idOrNull(e.user)}});
    return all;
}

QJsonValue forwardOf(const std::optional<ForwardSource> &source)
{
    if (!source) return {};
    return QJsonObject{{u"mid"_s, idOrNull(source->mid)},
                       {u"user"_s, idOrNull(source->by)},
                       {u"name"_s, textOrNull(source->name)},
                       {u"at"_s, textOrNull(timeText(source->atMs))}};
}

QJsonValue linkOf(const std::optional<LinkPreview> &link)
{
    if (!link) return {};
    return QJsonObject{{u"url"_s, link->url},
                       {u"title"_s, textOrNull(link->title)},
                       {u"text"_s, textOrNull(link->words)},
                       {u"site"_s, textOrNull(link->site)},
                       {u"picture_bytes"_s, link->thumb.size()}};
}

QJsonValue pollOf(const std::optional<Poll> &poll)
{
    if (!poll) return {};
    QJsonArray options;
    for (const PollOption &one : poll->options)
        options.append(QJsonObject{{u"text"_s, one.text}, {u"votes"_s, one.votes}, {u"mine"_s, one.mine}});
    return QJsonObject{{u"options"_s, options},
                       {u"multiple"_s, poll->multiple},
                       {u"anonymous"_s, poll->anonymous},
                       {u"closed"_s, poll->closed},
                       {u"voters"_s, poll->voters}};
}

QJsonObject versionOf(const Mid &mid, const MessageVersion &version)
{
    return {{u"mid"_s, idOrNull(mid)},
            {u"version"_s, version.ev},
            {u"body"_s, version.body},
            {u"entities"_s, entitiesOf(version.entities)},
            {u"until"_s, textOrNull(timeText(version.untilMs))}};
}

QJsonObject scheduledOf(const ScheduledText &s)
{
    return {{u"mid"_s, idOrNull(s.mid)},
            {u"chat"_s, idOrNull(s.chat)},
            {u"when"_s, textOrNull(timeText(s.whenMs))},
            {u"body"_s, s.text.text},
            {u"entities"_s, entitiesOf(s.text.entities)},
            {u"reply"_s, idOrNull(s.text.reply)},
            {u"silent"_s, s.text.silent},
            {u"state"_s, !s.failed.isEmpty() ? u"failed"_s
                         : s.waiting         ? u"waiting"_s
                                             : u"held"_s},
            {u"error"_s, textOrNull(s.failed)}};
}

} // namespace kith::cli
