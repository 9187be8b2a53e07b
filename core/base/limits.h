#pragma once
#include <QtGlobal>

/// Every bound of the protocol and the mirror, with its unit. The server sends its own values in hello_ok
/// and GET /v1/server; these are the defaults both sides are built with.
namespace kith::limits {

inline constexpr int protocolMin = 1;
inline constexpr int protocolMax = 1;

// frames
inline constexpr qsizetype clientFrameBytes = 64 * 1024;
inline constexpr qsizetype serverFrameBytes = 256 * 1024;
inline constexpr qsizetype pageBytes = 192 * 1024; // rows of one page, encoded
inline constexpr int pageRows = 200;
inline constexpr int heads = 1000; // in hello_ok, newest first
inline constexpr int chatsPage = 50;
inline constexpr int resetMessages = 50; // newest messages in a reset
inline constexpr int resetAfter = 1000;  // changes behind the head
inline constexpr int haveMids = 200;
inline constexpr int rcptItems = 200;
inline constexpr int proofRows = 4000; // messages and reactions summed for one proof
inline constexpr int watchChats = 50;
inline constexpr int watchUsers = 200;
inline constexpr int usersFound = 20;
inline constexpr int digestBuckets = 64;

// values
inline constexpr int textBytes = 16 * 1024; // UTF-8
inline constexpr int titleChars = 128;      // UTF-16 units, after trimming
inline constexpr int nameChars = 64;
inline constexpr int loginMinChars = 3, loginMaxChars = 32; // a-z 0-9 . _ -
inline constexpr int passwordMinChars = 8, passwordMaxBytes = 1024;
inline constexpr int aboutChars = 280;
inline constexpr int avatarBytes = 32 * 1024; // of the picture's file
inline constexpr int reportChars = 2000;
inline constexpr int devicesPerUser = 100; // signed in at once
inline constexpr int slowMaxSeconds = 24 * 3600;
inline constexpr int pinsPerChat = 50;
inline constexpr int invitesPerChat = 50; // that are not revoked
inline constexpr int inviteCodeChars = 22;
inline constexpr int mentions = 50;          // users named in one message
inline constexpr int mentionAllMembers = 32; // up to here any member may mention all
inline constexpr int logLines = 1000;        // kept of one group
inline constexpr int emojiBytes = 64;
inline constexpr int reactionsPerUser = 8; // different emoji of one user on one message
inline constexpr int stateKeyBytes = 64;
inline constexpr int stateValueBytes = 24 * 1024;
inline constexpr int pushProviderBytes = 16;
inline constexpr int witnessBytes = 128;    // printable ASCII
inline constexpr int pushTokenBytes = 1024; // printable ASCII
inline constexpr int newMembers = 200;      // named in one chat.new
inline constexpr int groupMembers = 200'000;
inline constexpr int unreadCap = 100;
inline constexpr qint64 editWindowMs = 48LL * 3600 * 1000;

// group sizes at which work is done differently (receipts, typing, fan-out)
inline constexpr int receiptsToAll = 32;
inline constexpr int receiptsPerMember = 256;
inline constexpr int typingMembers = 100;
inline constexpr int fullEventMembers = 500;

// client
inline constexpr int lanesInFlight = 8;
inline constexpr int outboxItems = 10'000;
inline constexpr int holdEvents = 64; // per chat, while a gap is repaired
inline constexpr int holdMs = 500;
inline constexpr qint64 draftHistoryMs = 30LL * 24 * 3600 * 1000;
inline constexpr qint64 staleItemMs = 7LL * 24 * 3600 * 1000;

// heartbeat and connection, milliseconds
inline constexpr int pingMs = 25'000;
inline constexpr int digestPingMs = 600'000;
inline constexpr int pongWaitMs = 10'000;
inline constexpr int wakePongWaitMs = 3'000;
inline constexpr int serverSilenceMs = 70'000;
inline constexpr int helloWaitMs = 10'000;
inline constexpr int requestWaitMs = 20'000;
inline constexpr int backoffMinMs = 500, backoffMaxMs = 60'000;
inline constexpr int stableMs = 60'000; // connected this long: the backoff starts over
inline constexpr int tickMs = 5'000, lateTickMs = 15'000;
inline constexpr int receiptEveryMs = 1'000;
inline constexpr int typingEveryMs = 3'000, typingExpiresMs = 6'000;
inline constexpr int draftSyncMs = 2'000, draftSaveMs = 500;

// server
inline constexpr qsizetype sessionBufferBytes = 256 * 1024; // above: the session turns dirty
inline constexpr qsizetype sessionDrainedBytes = 64 * 1024; // below: clean again
inline constexpr int slowMs = 30'000;                       // dirty this long: bye slow
inline constexpr int requestsWaiting = 64;                  // unanswered requests of one session
inline constexpr int httpHeaderBytes = 16 * 1024;
inline constexpr int httpBodyBytes = 64 * 1024; // of the JSON requests
inline constexpr int accessTokenSeconds = 900;
inline constexpr int authSoonMs = 60'000;

} // namespace kith::limits
