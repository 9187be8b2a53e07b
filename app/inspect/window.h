#pragma once
#include "app/inspect/arguments.h"
#include "app/inspect/session.h"

#include <QMainWindow>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QProgressBar;

namespace kith::inspect {

class RangePicture;
class ReportView;
class XrayStrip;

/// The window: reports at the left, their tables with a filter at the right, hidden content as bars; below
/// the tables of chats the picture of one's ranges, above a message's what stations it has passed.
class Window final : public QMainWindow {
    Q_OBJECT
public:
    Window(const QString &file, const QString &caseName, const QByteArray &key, QWidget *parent = nullptr);

    Session &session() { return m_session; }
    /// Shows a report; `words`: a chat or a message, or SQL.
    void show(const QString &verb, const QString &words);
    ReportView *view() const { return m_view; }

private:
    void build();
    void buildActions();
    void opened();
    void answered(const Report &report, const QString &words);
    void wantWords();
    void reveal();
    void makeBundle();
    void tell(const Error &error);
    void drawRanges(const QString &chat);

    const QString m_path, m_case;
    const QByteArray m_key;
    Session m_session;
    QListWidget *m_verbs;
    QLineEdit *m_words, *m_filter;
    QLabel *m_title, *m_said;
    QProgressBar *m_busy;
    RangePicture *m_ranges;
    XrayStrip *m_xray;
    ReportView *m_view;
    bool m_revealed = false;
    QString m_pictured; // the chat whose ranges are asked for beside the report
};

/// The window on one file; returns when it is closed. Needs a QApplication.
int runWindow(const Arguments &arguments);

} // namespace kith::inspect
