#pragma once
#include "ui/context.h"

#include <QAbstractListModel>
#include <QTimer>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListView;

namespace kith {

/// People found by login: those already known at once, those of the server a moment later.
class PeopleModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit PeopleModel(const Context &context, QObject *parent = nullptr);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    void find(const QString &typed);
    const UserInfo &person(int row) const { return m_people[size_t(row)]; }
    void setLeftOut(const QSet<UserId> &users) { m_leftOut = users; }

Q_SIGNALS:
    void stateChanged(const QString &words); // "Searching…", "Nobody found", why not

private:
    void show(std::vector<UserInfo> people);

    const Context &m_context;
    std::vector<UserInfo> m_people;
    QSet<UserId> m_leftOut;
    QString m_typed;
    quint64 m_query = 0;
    QTimer m_ask;
};

/// A search field and the people it finds. Enter or a click picks.
class PeoplePicker final : public QWidget {
    Q_OBJECT
public:
    explicit PeoplePicker(const Context &context, QWidget *parent = nullptr);
    void setLeftOut(const QSet<UserId> &users);
    void clear();

Q_SIGNALS:
    void picked(const kith::UserInfo &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void pick(const QModelIndex &index);

    PeopleModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    QLabel *m_state;
};

} // namespace kith
