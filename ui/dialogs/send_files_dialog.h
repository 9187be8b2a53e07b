#pragma once
#include "ui/media/media.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace kith {

class ComposerEdit;

/// What is about to be sent: the files, with a caption. Ten go into one message; more become several.
class SendFilesDialog final : public QDialog {
    Q_OBJECT
public:
    SendFilesDialog(const Context &context, Media &media, const QString &to, QWidget *parent);

    /// Adds what can be sent; says in words what cannot and why.
    void add(const QStringList &paths);
    void add(const QImage &pasted);
    void setCaption(const QString &caption);
    QString problem() const;

Q_SIGNALS:
    /// Described, 1.. files; the dialog is closed.
    void sendWanted(const std::vector<kith::OutgoingFile> &files, const QString &caption);

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    static constexpr int most = 100; // files at a time

    void addOne(const QString &path);
    void choose();
    void removeCurrent();
    void refresh();
    void send();
    void sendIfReady();

    const Context m_context;
    Media &m_media;
    std::vector<OutgoingFile> m_files;
    QStringList m_problems;
    int m_pending = 0; // being described or written
    bool m_sending = false;
    QLabel *m_summary, *m_problem;
    QListWidget *m_list;
    ComposerEdit *m_caption;
    QPushButton *m_remove, *m_send;
};

} // namespace kith
