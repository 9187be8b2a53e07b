#include "tests/fuzz/script.h"
#include "tests/fuzz/session_rig.h"
#include "tests/fuzz/targets.h"

/// Steps of a script: `N>frame` is received and worked off, `N&frame` is received and left waiting, `Nb` is a
/// binary frame, `N!` a new connection, `N~bytes` a peer that leaves so much unread, `+ms` lets time pass.
namespace kith::fuzz {

namespace {

constexpr qint64 passMax = 100'000; // ms in one step; a token lives longer

const char *const samples[] = {
    R"(0>{"t":"hello","id":1,"v":[1,1],"token":"$T0","app":"fuzz"})",
    R"(1>{"t":"hello","id":1,"v":[1,1],"token":"$T1","app":"fuzz"})",
    R"(2>{"t":"hello","id":1,"v":[1,1],"token":"$T2","app":"fuzz"})",
    R"(3>{"t":"hello","id":1,"v":[1,1],"token":"$T3","epoch":"$E0","upos":"$Q3"})",
    R"(2>{"t":"hello","id":1,"v":[1,1],"token":"$X2"})",
    R"(0>{"t":"auth","id":90,"token":"$T0"})",
    R"(0>{"t":"chat.new","id":2,"chat":"$C1","op":"$O1","kind":"direct","members":["$U2"]})",
    R"(2>{"t":"chat.new","id":2,"chat":"$C3","op":"$O7","kind":"direct","members":["$U0"]})",
    R"(0>{"t":"chat.new","id":3,"chat":"$C2","op":"$O2","kind":"group","members":["$U2","$U3"],"title":"Hiking"})",
    R"(0>{"t":"send","id":4,"chat":"$C1","mid":"$M1","body":"hi"})",
    R"(1>{"t":"send","id":4,"chat":"$C1","mid":"$M1","body":"hi"})",
    R"(2>{"t":"send","id":5,"chat":"$C2","mid":"$M2","body":"yo","reply":"$M1","ents":[["b",0,2]],"draft":1})",
    R"(2&{"t":"send","id":6,"chat":"$C2","mid":"$M3","body":"waits","kind":"poll","silent":true})",
    R"(0>{"t":"edit","id":7,"chat":"$C1","mid":"$M1","op":"$O3","base":0,"body":"hello"})",
    R"(1>{"t":"edit","id":7,"chat":"$C1","mid":"$M1","op":"$O4","base":0,"body":"hey"})",
    R"(0>{"t":"del","id":8,"chat":"$C1","mid":"$M1","op":"$O5"})",
    R"(0>{"t":"del","id":8,"chat":"$C2","mid":"$M4","op":"$O5"})",
    R"(2>{"t":"react","id":9,"chat":"$C1","mid":"$M1","op":"$O6","emoji":"+1","on":true,"base":0})",
    R"(2>{"t":"react","id":9,"chat":"$C2","mid":"$M2","op":"$O8","emoji":"+1","on":false,"base":1})",
    R"(2>{"t":"rcpt","id":10,"items":[["$C1",1,1],["$C2",9,2]]})",
    R"(0>{"t":"uset","id":11,"kind":"draft","key":"$C1","op":"$O9","base":0,"value":{"text":"See"}})",
    R"(0>{"t":"uset","id":11,"kind":"unread","key":"$C1","op":"$O1","base":0,"value":true})",
    R"(1>{"t":"uset","id":11,"kind":"pin","key":"$C2","op":"$O2","base":1,"value":null})",
    R"(0>{"t":"chat.set","id":12,"chat":"$C2","op":"$O3","base":0,"title":"Hiking 2027"})",
    R"(0>{"t":"mem","id":13,"chat":"$C2","op":"$O4","act":"role","user":"$U2","role":"admin"})",
    R"(2>{"t":"mem","id":13,"chat":"$C2","op":"$O5","act":"remove","user":"$U3"})",
    R"(2>{"t":"mem","id":13,"chat":"$C2","op":"$O6","act":"add","user":"$U3"})",
    R"(0>{"t":"mem","id":13,"chat":"$C2","op":"$O7","act":"leave"})",
    R"(3>{"t":"sync","id":14,"chat":"$C2","at":[0,"0000000000000000"],"rx":0})",
    R"(0>{"t":"sync","id":14,"chat":"$C1","epoch":"$E0","at":"$P1","rx":0,"anchor":[1,"$M1"],"max":2})",
    R"(0>{"t":"sync","id":14,"chat":"$C1","epoch":"$C3","at":[3,"00000000000000aa"],"rx":5})",
    R"(0>{"t":"usync","id":15,"epoch":"$E0","at":"$Q0"})",
    R"(0>{"t":"usync","id":15,"at":[0,"0000000000000000"]})",
    R"(0>{"t":"hist","id":16,"chat":"$C1","lo":1,"hi":9,"since":0,"n":2})",
    R"(0>{"t":"have","id":17,"chat":"$C1","mids":["$M1","$M9"]})",
    R"(0>{"t":"chats","id":18,"n":1})",
    R"(2>{"t":"watch","id":19,"chats":["$C1","$C2"],"users":["$U0","$U3"]})",
    R"(0>{"t":"typing","chat":"$C1","on":true})",
    R"(0>{"t":"pres","active":true})",
    R"(0>{"t":"users.find","id":20,"q":"be"})",
    R"(0>{"t":"ping","id":21})",
    R"(0>{"t":"nonsense","id":22})",
    "0>{",
    "2~300000",
    "2~0",
    "+2000",
    "+25000",
    "2!",
    "0b",
};

} // namespace

void session(QByteArrayView input)
{
    const auto steps = stepsOf(input);
    SessionRig rig;
    const auto known = [&rig](char letter, int n) { return rig.value(letter, n); };
    for (const Step &step : steps) {
        const int actor = step.actor % SessionRig::actors;
        switch (step.verb) {
        case '>':
            rig.receive(actor, filledIn(step.text, known));
            rig.settle();
            break;
        case '&':
            rig.receive(actor, filledIn(step.text, known));
            break;
        case 'b':
            rig.receive(actor, step.text, true);
            break;
        case '!':
            rig.connect(actor);
            break;
        case '~':
            rig.setUnread(actor, qBound(0LL, step.text.toLongLong(), 10'000'000LL));
            break;
        case '+':
            rig.pass(qBound(0LL, step.text.toLongLong(), passMax));
            break;
        default:
            break;
        }
    }
    rig.finish();
    checkDatabase(rig.file());
}

QByteArray mutateSession(const QByteArray &input, Random &random)
{
    return mutatedScript(input, samples, random);
}

} // namespace kith::fuzz
