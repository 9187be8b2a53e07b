#pragma once
#include "app/lab/lab.h"

#include <QHash>

namespace kith::lab {

/// The one language in which a lab is told what to do: by `kith-lab ctl`, by a scenario's steps and by the
/// control window. One order is a line of words: WHO DOES WHAT, where WHO is a client's name, `all`, `some`
/// (one client, drawn from the seed) or `server`; or an order to the lab itself. docs/testing.md lists them.
/// Runs the event loop while it waits. Thread: main.
class Orders {
public:
    explicit Orders(Lab &lab)
        : m_lab(lab)
    {
    }

    /// The answer is for people, empty when there is nothing to say. Errors: BadInput (the order is not one,
    /// or cannot be carried out now), Unavailable (this machine or this build cannot), Timeout (what was
    /// waited for did not come about), others as met.
    Result<QString> run(const QStringList &words);
    /// Splits at spaces; "…" holds a word with spaces together. BadInput: a quote is not closed.
    static Result<QStringList> wordsOf(const QString &line);
    static QString help();

    /// A group that exists: `talk` writes into it as well.
    void know(const QString &group, const QStringList &logins) { m_groups.insert(group, logins); }
    /// How long a wait takes at most without `within`, in seconds.
    int patienceSeconds = 120;

private:
    struct Rule;
    using Did = Result<QString>;
    static const std::vector<Rule> &clientRules();
    static const std::vector<Rule> &serverRules();
    static const std::vector<Rule> &labRules();
    Did apply(const std::vector<Rule> &rules, const QString &lane, LabClient *client,
              const QStringList &words);

    // Network of a client
    Did network(LabClient &client, const QStringList &words);
    Did offline(LabClient &client, const QStringList &words);
    Did flaky(LabClient &client, const QStringList &words);
    // Its process and machine
    Did process(LabClient &client, const QStringList &words);
    Did clock(LabClient &client, const QStringList &words);
    Did disk(LabClient &client, const QStringList &words);
    Did keychain(LabClient &client, const QStringList &words);
    // Its person
    Did say(LabClient &client, const QStringList &words);
    Did file(LabClient &client, const QStringList &words);
    Did act(LabClient &client, const QStringList &words); // any other verb of kith-cli
    Did group(LabClient &client, const QStringList &words);
    Did revoke(LabClient &client, const QStringList &words);
    Did login(LabClient &client, const QStringList &words);
    // The server
    Did server(const QStringList &words);
    Did serverDisk(const QStringList &words);
    Did backup(const QStringList &words);
    // The lab
    Did talk(const QStringList &words);
    Did wait(const QStringList &words, bool now);
    Did fails(const QStringList &words);
    Did heal(const QStringList &words);
    Did timeline(const QStringList &words);
    Did who(const QStringList &words);

    Did obey(LabClient &client, const QStringList &command, bool isMessage);
    Result<std::function<bool()>> condition(LabClient &client, const QStringList &words);
    std::vector<LabClient *> named(const QString &who);

    Lab &m_lab;
    QHash<QString, QStringList> m_groups; // logins by title
    QString m_lastBackup;
    int m_texts = 0; // said so far: each text is told apart by its number
};

/// One verb of the language.
struct Orders::Rule {
    const char *verb;
    const char *words; // after the verb, for people
    int least, most;   // words after the verb; -1 = any number
    Story::Kind kind;
    std::function<Did(Orders &, LabClient *, const QStringList &)> run;
};

} // namespace kith::lab
