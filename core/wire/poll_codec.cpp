#include "core/wire/poll_codec.h"

#include "core/wire/field_reader.h"
#include "core/wire/rows_codec.h"

#include <algorithm>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

QJsonObject pollObject(const QByteArray &extra)
{
    return mayHavePoll(extra) ? objectFromText(extra).value("poll"_L1).toObject() : QJsonObject();
}

QByteArray withPollObject(const QByteArray &extra, const QJsonObject &poll)
{
    QJsonObject o = objectFromText(extra);
    o.insert("poll"_L1, poll);
    return textFromObject(o);
}

void set(QJsonObject &o, QLatin1StringView flag, bool on)
{
    if (on)
        o.insert(flag, true);
    else
        o.remove(flag);
}

std::optional<Poll> read(const QJsonObject &o, QString &fault)
{
    FieldReader in(o);
    Poll poll;
    const QJsonArray options = in.array("opts", limits::pollMaxOptions, limits::pollMinOptions);
    poll.multiple = in.flagOr("multi", false);
    poll.anonymous = in.flagOr("anon", false);
    poll.closed = in.flagOr("closed", false);
    poll.voters = int(std::clamp<qint64>(o.value("voters"_L1).toInteger(), 0, limits::groupMembers));
    const QJsonArray counts = o.value("n"_L1).toArray();
    for (const QJsonValue &v : options) {
        PollOption option{v.toString(), 0, false};
        if (!v.isString() || option.text.trimmed().isEmpty() || !isCleanText(option.text) ||
            option.text.toUtf8().size() > limits::pollOptionBytes)
            in.fail("opts", "has a blank option, or one that is too long");
        const qint64 votes = counts.at(qsizetype(poll.options.size())).toInteger();
        option.votes = int(std::clamp<qint64>(votes, 0, limits::groupMembers));
        poll.options.push_back(std::move(option));
    }
    if (!in.failed()) return poll;
    fault = u"poll: "_s + in.what();
    return std::nullopt;
}

} // namespace

bool mayHavePoll(const QByteArray &extra) { return extra.contains("\"poll\""); }

std::optional<Poll> pollOf(const QByteArray &extra)
{
    const QJsonObject o = pollObject(extra);
    QString fault;
    return o.isEmpty() ? std::nullopt : read(o, fault);
}

std::optional<QString> pollFault(const QByteArray &extra)
{
    if (!mayHavePoll(extra)) return std::nullopt;
    const QJsonObject all = objectFromText(extra);
    if (!all.contains("poll"_L1)) return std::nullopt;
    if (all.contains("atts"_L1)) return u"poll: comes with no files"_s;
    QString fault;
    read(all.value("poll"_L1).toObject(), fault);
    return fault.isEmpty() ? std::nullopt : std::optional(fault);
}

QByteArray withPoll(const QByteArray &extra, const Poll &poll)
{
    QJsonObject o;
    QJsonArray options, counts;
    for (const PollOption &option : poll.options) {
        options.append(option.text);
        counts.append(option.votes);
    }
    o.insert("opts"_L1, options);
    set(o, "multi"_L1, poll.multiple);
    set(o, "anon"_L1, poll.anonymous);
    set(o, "closed"_L1, poll.closed);
    if (poll.voters > 0) {
        o.insert("n"_L1, counts);
        o.insert("voters"_L1, poll.voters);
    }
    return withPollObject(extra, o);
}

QByteArray withoutCount(const QByteArray &extra)
{
    QJsonObject o = pollObject(extra);
    if (!o.contains("n"_L1) && !o.contains("voters"_L1)) return extra;
    o.remove("n"_L1);
    o.remove("voters"_L1);
    return withPollObject(extra, o);
}

QByteArray pollAgain(const QByteArray &extra)
{
    QJsonObject o = pollObject(extra);
    if (o.isEmpty()) return extra;
    for (const auto key : {"n"_L1, "voters"_L1, "closed"_L1}) o.remove(key);
    return withPollObject(extra, o);
}

QByteArray recounted(const QByteArray &extra, VoteMask before, VoteMask now)
{
    auto poll = pollOf(extra);
    if (!poll) return extra;
    for (size_t i = 0; i < poll->options.size(); ++i)
        poll->options[i].votes += int((now >> i) & 1) - int((before >> i) & 1);
    poll->voters += int(now != 0) - int(before != 0);
    QJsonObject o = pollObject(extra); // what a newer version has put in it stays
    const QJsonObject counted = pollObject(withPoll({}, *poll));
    for (const auto key : {"n"_L1, "voters"_L1}) {
        o.remove(key);
        if (counted.contains(key)) o.insert(key, counted.value(key));
    }
    return withPollObject(extra, o);
}

QByteArray closedPoll(const QByteArray &extra)
{
    QJsonObject o = pollObject(extra);
    set(o, "closed"_L1, true);
    return withPollObject(extra, o);
}

QByteArray encodeVote(const Vote &vote)
{
    QJsonArray options;
    for (int i = 0; i < limits::pollMaxOptions; ++i)
        if ((vote.options >> i) & 1) options.append(i);
    return textFromObject({{u"chat"_s, idJson(vote.chat)}, {u"opts"_s, options}});
}

std::optional<Vote> decodeVote(const QByteArray &value)
{
    const QJsonValue v = valueFromText(value);
    if (!v.isObject()) return std::nullopt;
    FieldReader in(v.toObject());
    Vote vote;
    vote.chat = in.id<ChatId>("chat");
    const QJsonArray options = in.array("opts", limits::pollMaxOptions, 1);
    for (const QJsonValue &option : options) {
        const qint64 i = option.toInteger(-1);
        const VoteMask bit = i >= 0 && i < limits::pollMaxOptions ? VoteMask(1) << i : 0;
        if (bit == 0 || (vote.options & bit) != 0) return std::nullopt;
        vote.options |= bit;
    }
    return in.failed() ? std::nullopt : std::optional(vote);
}

bool fits(const Poll &poll, VoteMask options)
{
    if (options == 0 || (options >> poll.options.size()) != 0) return false;
    return poll.multiple || (options & (options - 1)) == 0;
}

} // namespace kith::wire
