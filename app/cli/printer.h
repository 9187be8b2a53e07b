#pragma once
#include "app/cli/lines.h"
#include "core/wire/account_care.h"
#include "ui/export/export_history.h"

#include <cstdio>
#include <memory>

namespace kith::cli {

/// Writes results to stdout, one line a value, and flushes each: a reader at the other end of a pipe sees a
/// line as soon as it is true. `event` names what happened, for `tail`; null elsewhere.
class Printer {
public:
    explicit Printer(FILE *out)
        : m_out(out)
    {
    }
    virtual ~Printer() = default;

    virtual void message(const MessageLine &line, const char *event = nullptr) = 0;
    /// What has become of a message just written: its id and how far it is.
    virtual void progress(const MessageLine &line) = 0;
    virtual void chat(const ChatLine &line, const char *event = nullptr) = 0;
    virtual void member(const ChatId &chat, const Member &member) = 0;
    virtual void group(const GroupLine &line) = 0;
    virtual void invite(const InviteLine &line) = 0;
    virtual void logLine(const GroupLogEntry &entry) = 0;
    virtual void file(const FileLine &line) = 0;
    virtual void outboxItem(const OutboxItem &item) = 0;
    virtual void status(const StatusLine &line) = 0;
    virtual void account(const AccountLine &line) = 0;
    virtual void story(const StoryOf &story) = 0;
    virtual void chatVerdict(const VerdictLine &line) = 0;
    virtual void difference(const Difference &difference) = 0;
    virtual void verdict(const VerifyReport &report) = 0;
    virtual void device(const wire::DeviceEntry &device) = 0;
    virtual void profile(const wire::Profile &profile) = 0;
    virtual void receipt(const ReceiptLine &line) = 0;
    virtual void version(const Mid &mid, const MessageVersion &version) = 0;
    virtual void scheduled(const ScheduledText &scheduled) = 0;
    virtual void push(const PushInfo &info) = 0;
    virtual void connection(const Connection &connection) = 0;
    virtual void exported(const ExportReport &report) = 0;
    virtual void rescued(const RescueReport &report) = 0;
    /// A message that is no longer there: taken back before it went out, or given up.
    virtual void gone(const ChatId &chat, const Mid &mid) = 0;
    /// A command of a session has ended; `n` counts them from 1.
    virtual void done(qint64 n, int exit, const QString &why) = 0;

    /// True when stdout can no longer be written to.
    bool broken() const { return m_broken; }

protected:
    void line(const QByteArray &utf8);

private:
    FILE *m_out;
    bool m_broken = false;
};

std::unique_ptr<Printer> makeJsonPrinter(FILE *out);
std::unique_ptr<Printer> makeTextPrinter(FILE *out);

} // namespace kith::cli
