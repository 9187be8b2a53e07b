#pragma once
#include "ui/context.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;
class QProgressBar;
class QPushButton;

namespace kith {

/// Compares what this device holds with the server: says what it will do, shows how far it is, and what came
/// of it. Closing it stops the comparison; what was mended until then stays mended.
class VerifyDialog final : public QDialog {
    Q_OBJECT
public:
    /// `chat` null = all chats.
    VerifyDialog(const Context &context, const ChatId &chat, QWidget *parent = nullptr);

    void done(int result) override;

private:
    void begin();
    void tell(const VerifyProgress &progress);
    void tell(const VerifyReport &report);
    QString titleOf(const ChatId &chat) const;
    QStringList linesOf(const VerifyReport &report) const;

    const Context &m_context;
    const ChatId m_chat;
    quint64 m_question = 0; // 0 = not running
    QLabel *m_text;
    QCheckBox *m_mend;
    QProgressBar *m_bar;
    QListWidget *m_list;
    QPushButton *m_start, *m_close, *m_copy;
};

} // namespace kith
