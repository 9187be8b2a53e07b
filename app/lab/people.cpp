#include "app/lab/people.h"

#include <QSet>
#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kith::lab {
namespace {

struct Given {
    const char *login;
    const char *name;
};
constexpr std::array given{
    Given{"ana", "Ana Duarte"},       Given{"ben", "Ben Okafor"},
    Given{"cyd", "Cyd Lindqvist"},    Given{"dmitri", "Дмитрий Орлов"},
    Given{"eleni", "Ελένη Παππά"},    Given{"farid", "فريد حداد"},
    Given{"grace", "Grace Nakamura"}, Given{"hana", "花 田中"},
    Given{"ines", "Inês Carvalho"},   Given{"jonas", "Jonas Ødegård"},
    Given{"kavya", "काव्या शर्मा"},     Given{"liang", "梁 伟"},
    Given{"maya", "מאיה לוי"},        Given{"nils", "Nils Jönsson"},
    Given{"olga", "Ольга Мельник"},   Given{"piotr", "Piotr Wiśniewski"},
    Given{"quynh", "Quỳnh Trần"},     Given{"rosa", "Rosa Jiménez"},
    Given{"seo", "서연 김"},          Given{"tariq", "Tariq Aziz"},
};

constexpr std::array sentences{
    "The meeting moved to Thursday, can you still make it?",
    "I left the keys with the neighbour downstairs.",
    "Running ten minutes late, sorry!",
    "Could you send me the draft before lunch?",
    "Photos from the weekend are up, look at the last one.",
    "Did anybody hear back from the landlord?",
    "Works for me.",
    "Let me check and call you tonight.",
    "Übermorgen früh um sieben, vor der Bäckerei.",
    "Schöne Grüße an alle, bis später!",
    "Завтра встреча переносится на вечер.",
    "Пришли, пожалуйста, документы, когда будешь дома.",
    "明天下午三点在办公室开会，别忘了带资料。",
    "收到，谢谢！",
    "اجتماع الغد تأجل إلى المساء، هل يناسبك؟",
    "شكرا جزيلا، نلتقي قريبا.",
    "αύριο το πρωί θα είμαι στο γραφείο",
    "नमस्ते, कल मिलते हैं?",
    "明日の電車は何時でしたっけ？",
    "Amanhã levo o bolo, tu trazes o café.",
    "👍",
    "😀 haha yes",
    "ok",
};
constexpr std::array groupTitles{
    "Boat on Saturday", "Flat 4B",        "Book club",    "Футбол", "家族",          "Choir",
    "Launch team",      "رحلة الصيف",     "Allotment",    "Παρέα",  "Running, 6 am", "Support rota",
    "Board games",      "School parents", "Camping 2026",
};

template <class Array> QString oneOf(const Array &all, SeededRandom &random)
{
    return QString::fromUtf8(all[size_t(random.below(all.size()))]);
}

} // namespace

std::vector<PersonName> peopleNames(int count)
{
    std::vector<PersonName> all;
    for (int i = 0; i < count; ++i) {
        const Given &one = given[size_t(i) % given.size()];
        const int round = i / int(given.size());
        const QString login = QString::fromLatin1(one.login), name = QString::fromUtf8(one.name);
        all.push_back(
            round == 0 ? PersonName{login, name}
                       : PersonName{login + QString::number(round + 1), u"%1 %2"_s.arg(name).arg(round + 1)});
    }
    return all;
}

QString someText(SeededRandom &random)
{
    QString text = oneOf(sentences, random);
    const quint64 more = random.below(10) < 7 ? 0 : random.below(3) + (random.below(20) == 0 ? 5 : 0);
    for (quint64 i = 0; i < more; ++i) text += u' ' + oneOf(sentences, random);
    return text;
}

std::vector<ChatPlan> chatPlans(SeededRandom &random, int people, int clients, int count)
{
    std::vector<ChatPlan> all;
    QSet<QPair<int, int>> pairs; // two people share one direct chat
    for (int i = 0; i < count; ++i) {
        ChatPlan plan;
        const int first = i % std::max(1, clients);
        plan.members = {first};
        const bool wantsGroup = i % 3 == 2 && people >= 3;
        // The next person whom this one has no direct chat with; when there is none, a group it is.
        for (int step = 1; !wantsGroup && step < people && plan.members.size() < 2; ++step) {
            const int other = (first + step) % people;
            const auto pair = std::minmax(first, other);
            if (pairs.contains({pair.first, pair.second})) continue;
            pairs.insert({pair.first, pair.second});
            plan.members.push_back(other);
        }
        if (plan.members.size() < 2) {
            if (people < 2) break;
            plan.kind = ChatKind::Group;
            plan.title = oneOf(groupTitles, random);
            if (i >= int(groupTitles.size())) plan.title += u' ' + QString::number(i + 1);
            const int size = std::min(people, 3 + int(random.below(10)));
            while (int(plan.members.size()) < size) {
                const int other = int(random.below(quint64(people)));
                if (std::find(plan.members.begin(), plan.members.end(), other) == plan.members.end())
                    plan.members.push_back(other);
            }
        }
        all.push_back(std::move(plan));
    }
    return all;
}

} // namespace kith::lab
