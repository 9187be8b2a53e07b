#pragma once
#include "ui/context.h"

#include <QDialog>

class QLabel;
class QTextEdit;

namespace kith {

/// The earlier texts of an edited message, the newest above; asked from the server when it opens.
class VersionsDialog final : public QDialog {
    Q_OBJECT
public:
    VersionsDialog(const Context &context, const Message &message, QWidget *parent = nullptr);
    QString text() const;

private:
    void tell(const MessageVersions &versions);
    void add(const QString &heading, const QString &body, const std::vector<Entity> &entities);

    const Context &m_context;
    const Message m_message;
    quint64 m_question = 0;
    QLabel *m_state;
    QTextEdit *m_page;
};

} // namespace kith
