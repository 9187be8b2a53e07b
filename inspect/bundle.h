#pragma once
#include "inspect/opened.h"
#include "inspect/report.h"

#include <QHash>

namespace kith::inspect {

/// A support bundle: a mirror with the same schema and rows, in which every text is made up (as long, of the
/// same scripts), people are pseudonyms, file names and sums are gone, and one more table, kith_bundle, holds
/// what else was asked for (reports, log lines, all without content). A column or table that this version
/// does not know stays out.
class Bundle {
public:
    struct Page { // a text that goes along under a name
        QString name, text;
    };
    /// Makes it in a private folder; nothing leaves yet. Thread: any, seconds for large mirrors.
    /// `opened`: a mirror. Errors: BadInput (a server's database, a bundle), Full, Corrupt, Io.
    static Result<Bundle> make(const Opened &opened, const std::vector<Page> &pages);

    /// Exactly what would leave: each table with its rows, each column with what becomes of it and one
    /// example; the pages whole.
    Report preview() const { return m_preview; }
    std::vector<Page> pages() const { return m_pages; }
    qint64 bytes() const;
    /// Writes it. BadInput: `target` exists already; Full, Io: nothing of it is left there.
    Status save(const QString &target) const;

private:
    std::shared_ptr<QTemporaryDir> m_folder;
    QString m_file;
    Report m_preview;
    std::vector<Page> m_pages;
};

/// The pages of a bundle.
Result<std::vector<Bundle::Page>> pagesOf(const QString &bundle);
/// Its own user and device, and a copy of it in `target` that Kith opens as a mirror.
struct Replay {
    QByteArray user, device;
};
Result<Replay> unpack(const QString &bundle, const QString &target);

/// Lines of a log without what they speak of: times, levels, categories, names of events and fields as far as
/// they are known words, numbers and ids of messages stay; every other word becomes its length. At most the
/// last `most` lines. `people`: what stands for the ids of people.
using Aliases = QHash<QString, QString>;
QString logWithoutContent(const QByteArray &log, const Veil &veil, const Aliases &people, int most = 5'000);
/// The texts of the ids of all people of a file, and their pseudonyms.
Aliases namesOf(const Opened &opened);

} // namespace kith::inspect
