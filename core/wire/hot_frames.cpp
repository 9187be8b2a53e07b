#include "core/wire/hot_frames.h"

#include "core/wire/json_text.h"

#include <algorithm>

namespace kith::wire {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype frameBytes = 512; // a usual one with its text fits

bool isPlain(const Row &row)
{
    const auto *message = std::get_if<MessageRow>(&row);
    return message && message->extra.isEmpty();
}

bool arePlain(const std::vector<Row> &rows) { return std::all_of(rows.begin(), rows.end(), isPlain); }

/// Keys in the order of their names, as everywhere: the caller writes them so.
class Object {
public:
    explicit Object(QByteArray &out)
        : m_out(out)
    {
        m_out += '{';
    }
    template <class T> void put(QByteArrayView quotedKey, const T &value)
    {
        key(quotedKey);
        json::append(m_out, value);
    }
    void raw(QByteArrayView quotedKey, QByteArrayView value)
    {
        key(quotedKey);
        m_out += value;
    }
    template <class List, class One> void list(QByteArrayView quotedKey, const List &items, const One &one)
    {
        key(quotedKey);
        m_out += '[';
        for (const auto &item : items) {
            if (&item != &items.front()) m_out += ',';
            one(item);
        }
        m_out += ']';
    }
    void end() { m_out += '}'; }

private:
    void key(QByteArrayView quoted)
    {
        if (!m_first) m_out += ',';
        m_first = false;
        m_out += quoted;
    }
    QByteArray &m_out;
    bool m_first = true;
};

void appendRow(QByteArray &out, const MessageRow &row)
{
    Object o(out);
    o.put("\"at\":", row.atMs);
    o.put("\"body\":", QStringView(row.body));
    o.put("\"by\":", row.sender);
    if (row.dead) o.raw("\"dead\":", "true");
    if (row.ev != 0) o.put("\"ev\":", qint64(row.ev));
    if (row.kind != "text"_L1) o.put("\"kind\":", QStringView(row.kind));
    o.put("\"mid\":", row.mid);
    if (row.reply) o.put("\"reply\":", row.reply);
    o.put("\"rev\":", row.rev);
    if (row.root) o.put("\"root\":", row.root);
    o.put("\"seq\":", row.seq);
    o.end();
}

void putRows(QByteArray &out, Object &o, const std::vector<Row> &rows)
{
    o.list("\"rows\":", rows, [&](const Row &row) { appendRow(out, std::get<MessageRow>(row)); });
}

void putId(Object &o, qint64 id)
{
    if (id != 0) o.put("\"id\":", id);
}

void write(QByteArray &out, qint64 id, const Ev &f)
{
    Object o(out);
    o.put("\"chat\":", f.chat);
    o.put("\"epoch\":", f.epoch);
    o.put("\"f\":", f.f);
    putId(o, id);
    putRows(out, o, f.rows);
    o.put("\"seq\":", f.seq);
    o.raw("\"t\":", "\"ev\"");
    o.put("\"to\":", f.to);
    o.end();
}

/// [id, number, number …
template <class I> void startEntry(QByteArray &out, const I &id, const Seq &a, const Seq &b)
{
    out += '[';
    json::append(out, id);
    out += ',';
    json::append(out, a);
    out += ',';
    json::append(out, b);
}

void write(QByteArray &out, qint64 id, const RxEv &f)
{
    Object o(out);
    o.put("\"chat\":", f.chat);
    o.put("\"epoch\":", f.epoch);
    o.put("\"f\":", f.f);
    putId(o, id);
    o.list("\"mem\":", f.mem, [&](const Watermark &m) {
        startEntry(out, m.user, m.delivered, m.seen);
        out += ']';
    });
    o.raw("\"t\":", "\"rx\"");
    o.put("\"to\":", f.to);
    o.end();
}

void write(QByteArray &out, qint64 id, const Ok &f)
{
    Object o(out);
    if (f.chat) o.put("\"chat\":", f.chat);
    if (f.epoch) o.put("\"epoch\":", f.epoch);
    putId(o, id);
    if (!f.items.empty())
        o.list("\"items\":", f.items, [&](const RcptAck &i) {
            startEntry(out, i.chat, i.delivered, i.seen);
            out += ',';
            json::append(out, qint64(i.unread));
            out += ']';
        });
    if (!f.rows.empty()) putRows(out, o, f.rows);
    o.raw("\"t\":", "\"ok\"");
    if (!f.witness.isEmpty()) o.put("\"wit\":", QStringView(QString::fromLatin1(f.witness)));
    o.end();
}

} // namespace

QByteArray encodeHot(const Reply &reply)
{
    QByteArray out;
    const auto written = [&](const auto &frame) {
        out.reserve(frameBytes);
        write(out, reply.id, frame);
        return out;
    };
    if (const auto *ev = std::get_if<Ev>(&reply.frame)) return arePlain(ev->rows) ? written(*ev) : out;
    if (const auto *rx = std::get_if<RxEv>(&reply.frame)) return written(*rx);
    if (const auto *ok = std::get_if<Ok>(&reply.frame))
        return !ok->state && ok->users.empty() && ok->presence.empty() && ok->invites.empty() &&
                       ok->log.empty() && !ok->more && arePlain(ok->rows)
                   ? written(*ok)
                   : out;
    return out;
}

} // namespace kith::wire
