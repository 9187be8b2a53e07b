#pragma once
#include "ui/context.h"

#include <QHash>
#include <QPlainTextEdit>
#include <QTimer>

class QLabel;
class QToolButton;

namespace kith {

class MarkupHighlighter;

/// The text field: grows to eight lines, tells keys apart.
class ComposerEdit final : public QPlainTextEdit {
    Q_OBJECT
public:
    explicit ComposerEdit(QWidget *parent = nullptr);
    void fit(); // height of what is in it, 1..8 lines

Q_SIGNALS:
    void sendWanted();
    void editLastWanted();
    void leaveWanted();
    void filesWanted(const QStringList &paths); // pasted or dropped
    void pictureWanted(const QImage &picture);

protected:
    bool canInsertFromMimeData(const QMimeData *source) const override;
    void insertFromMimeData(const QMimeData *source) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
};

/// Where messages are written. It empties only when the mirror holds what was sent, and keeps the text when
/// it was refused; a draft from another device never replaces what is being typed.
class Composer final : public QWidget {
    Q_OBJECT
public:
    explicit Composer(const Context &context, QWidget *parent = nullptr);

    void open(const ChatId &chat, bool writable, const QString &whyNot);
    void replyTo(const Message &message);
    void edit(const Message &message);
    /// Empties what `mid` was sent from; called for every message that the mirror holds now.
    void committed(const QSet<Mid> &mids);
    /// One message for each ten files; the first one has the caption and is the answer to what is answered.
    /// `took`: the caption is what stood in the field, which goes with it.
    void sendFiles(const std::vector<OutgoingFile> &files, const QString &caption, bool took);
    bool isEditing() const { return bool(m_editing); }
    void leaveMode();
    void tell(const QString &problem); // above the field, until the next key
    void saveDraftNow();
    void takeText(const QString &typed); // keys pressed elsewhere in the pane
    bool isClean() const { return !m_dirty; }
    /// What is in the field, for a composer that takes this one's place.
    struct Unfinished {
        ChatId chat;
        QString text;
        Mid reply;
        Mid mid; // under which it was handed over already, if it was
    };
    Unfinished unfinished() const;
    /// Goes on where that one stopped, in the same chat; not if the mirror holds it as sent meanwhile.
    void resume(const Unfinished &from);
    QString text() const;
    ComposerEdit *editor() const { return m_edit; }

Q_SIGNALS:
    void editLastWanted();
    void sent();
    void attachWanted();
    void filesWanted(const QStringList &paths);
    void pictureWanted(const QImage &picture);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void send();
    void textChanged();
    void showLimits();
    qsizetype tooLong() const; // bytes over the limit; 0 = fits
    void refused(const ChatId &chat, const QString &code);
    void takeEditBack(const Mid &mid, const QString &typed);
    void applyDraft();
    void setBar(const QString &title, const QString &text);
    void restyle();
    void typingNote();

    const Context &m_context;
    ChatId m_chat;
    Mid m_reply, m_editing, m_waiting; // m_waiting: handed over, not yet seen in the mirror
    QString m_sentText, m_beforeEdit;
    Mid m_doubtful; // refused, but the refusal may have been another wish's: Enter uses it again
    std::optional<LinkPreview> m_editLink; // of the message that is edited
    std::pair<Mid, QString> m_editSent;    // handed over, not yet seen in the mirror
    struct Unsaved {
        QString text;
        Mid reply;
    };
    QHash<ChatId, Unsaved> m_saving, m_unsaved; // drafts handed over last; those that the disk did not take
    bool m_dirty = false, m_loading = false, m_writable = true;
    qint64 m_typingSentMs = 0;
    QTimer m_draftTimer;

    QWidget *m_bar;
    QLabel *m_barIcon, *m_barTitle, *m_barText, *m_count, *m_problem, *m_closed;
    QToolButton *m_barClose, *m_send, *m_attach;
    ComposerEdit *m_edit;
    MarkupHighlighter *m_marks;
    QString m_seenText; // when it last changed: formats change without it
};

} // namespace kith
