#pragma once
#include "ui/export/export_history.h"

#include <QDialog>
#include <atomic>
#include <thread>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QProgressBar;
class QPushButton;

namespace kith {

class Reader;

/// Asks how and where to, then writes an export on a thread of its own and tells how far it is. Closing it
/// stops what runs; nothing is left of it then.
class ExportDialog final : public QDialog {
    Q_OBJECT
public:
    /// Null `chat` = all chats. `folder`: where to, as proposed; empty = the person's documents.
    ExportDialog(Reader &reader, const ChatId &chat, QWidget *parent, const QString &folder = {});
    ~ExportDialog() override;

private:
    void makeControls();
    void choose();
    void begin();
    void tell(const ExportProgress &progress);
    void ended(const Result<ExportReport> &report);
    void stop();

    ExportWish m_wish;
    QString m_title; // of the one chat
    QLabel *m_text;
    QComboBox *m_format;
    QCheckBox *m_files;
    QLineEdit *m_folder;
    QPushButton *m_choose, *m_start, *m_show, *m_close;
    QProgressBar *m_bar;
    std::thread m_worker;
    std::atomic_bool m_stop = false;
    bool m_running = false;
};

} // namespace kith
