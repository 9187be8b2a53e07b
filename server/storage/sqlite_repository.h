#pragma once
#include "server/storage/page_limits.h"
#include "server/storage/repository.h"

namespace kith {
class Random;
}

namespace kith::server {

class StatementFaults;

/// The Repository on one SQLite file.
///
/// Exactly one instance of a file writes (Mode::Writer: it holds `<file>.lock`, makes or migrates the schema,
/// keeps hot rows in memory and is the only one that checkpoints); any number read beside it (Mode::Reader:
/// query_only).
class SqliteRepository final : public Repository {
public:
    enum class Mode : quint8 { Writer, Reader };

    /// `random` must outlive the instance. Errors, each naming the file and changing nothing in it: TooNew
    /// (schema of a newer server), Corrupt (not a Kith server database), Locked (another server has it),
    /// Full, Io. A read instance needs a file that a write instance has opened before. `faults` is for tests:
    /// it is asked before every statement and may make it fail.
    static Result<std::unique_ptr<SqliteRepository>> open(const QString &file, Mode mode, Random &random,
                                                          StatementFaults *faults = nullptr,
                                                          const PageLimits &limits = {});
    ~SqliteRepository() override;

    Result<Identity> identity() override;
    Result<bool> hasLost(const QByteArray &witness) override;
    std::vector<WriteResult> commit(const std::vector<Write> &items) override;
    wire::ServerFrame read(const Caller &caller, const wire::ClientFrame &frame, qint64 nowMs) override;
    Result<std::optional<Account>> accountByLogin(const QString &login) override;
    Result<std::optional<Account>> account(const UserId &user) override;
    Result<std::vector<wire::DeviceEntry>> devices(const UserId &user) override;
    Result<std::optional<wire::Profile>> profile(const UserId &user) override;
    Result<std::optional<wire::Avatar>> avatar(const AvatarId &id) override;
    Result<std::optional<DeviceInfo>> deviceByToken(const QByteArray &tokenHash) override;
    Result<std::optional<DeviceInfo>> device(const DeviceId &device) override;
    Result<std::vector<Presence>> presence(const Caller &caller, const std::vector<UserId> &users) override;
    Result<std::vector<UserId>> typingAudience(const Caller &caller, const ChatId &chat) override;
    Result<std::vector<Unpublished>> unpublished(int limit) override;
    Result<AdminRows> oversee(const AdminQuery &query) override;
    Result<std::optional<FileRow>> file(const Caller &caller, const AttId &att) override;
    Result<qint64> usedBytes(const UserId &owner) override;
    Result<std::vector<FileRow>> staleFiles(qint64 unfinishedBeforeMs, qint64 unusedBeforeMs,
                                            int limit) override;
    Result<std::vector<AttId>> unknownFiles(const std::vector<AttId> &atts) override;
    Result<bool> pushDue(qint64 nowMs) override;
    Result<bool> contentDue(qint64 nowMs) override;

    /// The text of every statement this instance has prepared: for the query-plan test.
    std::vector<QByteArray> statements() const;

private:
    struct Private;
    explicit SqliteRepository(std::unique_ptr<Private> d);
    std::unique_ptr<Private> d;
};

} // namespace kith::server
