#pragma once
#include "server/files/blobs.h"

#include <QTest>

/// What every implementation of Blobs must do. A rig has `blobs()` and `again()`, which ends the
/// implementation as a killed process would and opens it anew over the same store.
namespace kith::test {

inline const QByteArray blobKey = "00112233445566778899aabbccddeeff";
inline const QByteArray otherKey = "ff112233445566778899aabbccddeeff";

inline std::unique_ptr<server::BlobWriter> writerOf(server::Blobs &blobs, const QByteArray &key)
{
    auto writer = blobs.append(key);
    if (!writer) {
        QTest::qFail(qPrintable(writer.error().what), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*writer);
}

inline QByteArray contentOf(server::Blobs &blobs, const QByteArray &key)
{
    auto reader = blobs.read(key);
    if (!reader) return "(none)";
    auto bytes = (*reader)->read(0, (*reader)->size() + 10);
    return bytes ? *bytes : QByteArray("(unreadable)");
}

template <class Rig> void bytesComeBackInOrder(Rig &rig)
{
    auto writer = writerOf(rig.blobs(), blobKey);
    QVERIFY(writer->write("hello ") && writer->write("world") && writer->sync());
    QCOMPARE(writer->size(), 11);
    QCOMPARE(contentOf(rig.blobs(), blobKey), "hello world");
    auto reader = rig.blobs().read(blobKey);
    QVERIFY(reader);
    QCOMPARE(*(*reader)->read(6, 3), "wor");
    QCOMPARE(*(*reader)->read(9, 100), "ld");
    QCOMPARE(*(*reader)->read(11, 100), "");
}

template <class Rig> void whatWasSyncedOutlivesTheProcess(Rig &rig)
{
    {
        auto writer = writerOf(rig.blobs(), blobKey);
        QVERIFY(writer->write("kept") && writer->sync());
    }
    rig.again();
    auto writer = writerOf(rig.blobs(), blobKey);
    QCOMPARE(writer->size(), 4);
    QVERIFY(writer->write("!"));
    QCOMPARE(contentOf(rig.blobs(), blobKey), "kept!");
}

template <class Rig> void doubtedBytesDoNotOutliveTheProcess(Rig &rig)
{
    {
        auto writer = writerOf(rig.blobs(), blobKey);
        QVERIFY(writer->write("sure") && writer->doubt() && writer->write(" maybe") && writer->sync());
        QCOMPARE(writer->size(), 10);
    }
    rig.again();
    {
        auto writer = writerOf(rig.blobs(), blobKey);
        QCOMPARE(writer->size(), 4);
        QVERIFY(writer->doubt() && writer->write(" now") && writer->settle());
    }
    rig.again();
    QCOMPARE(writerOf(rig.blobs(), blobKey)->size(), 8);
    QCOMPARE(contentOf(rig.blobs(), blobKey), "sure now");
}

template <class Rig> void takingBackLeavesWhatWasThere(Rig &rig)
{
    auto writer = writerOf(rig.blobs(), blobKey);
    QVERIFY(writer->write("sure") && writer->doubt() && writer->write("wrong") && writer->rollback());
    QCOMPARE(writer->size(), 4);
    QVERIFY(writer->write(" more"));
    QCOMPARE(contentOf(rig.blobs(), blobKey), "sure more");
}

template <class Rig> void aFinishedBlobTakesNoMore(Rig &rig)
{
    QVERIFY(writerOf(rig.blobs(), blobKey)->write("all"));
    QVERIFY(rig.blobs().finish(blobKey));
    QVERIFY(rig.blobs().finish(blobKey)); // the answer of the first was lost
    const auto more = rig.blobs().append(blobKey);
    QVERIFY(!more);
    QCOMPARE(more.error().code, Errc::Refused);
    rig.again();
    QCOMPARE(contentOf(rig.blobs(), blobKey), "all");
    QCOMPARE(rig.blobs().finish(otherKey).error().code, Errc::NotFound);
}

template <class Rig> void anEmptyBlobIsABlob(Rig &rig)
{
    writerOf(rig.blobs(), blobKey);
    QVERIFY(rig.blobs().finish(blobKey));
    QCOMPARE(contentOf(rig.blobs(), blobKey), "");
}

template <class Rig> void removedIsGone(Rig &rig)
{
    QVERIFY(writerOf(rig.blobs(), blobKey)->write("part"));
    QVERIFY(writerOf(rig.blobs(), otherKey)->write("whole"));
    QVERIFY(rig.blobs().finish(otherKey));
    for (const QByteArray &key : {blobKey, otherKey}) {
        QVERIFY(rig.blobs().remove(key));
        QVERIFY(rig.blobs().remove(key));
        QCOMPARE(rig.blobs().read(key).error().code, Errc::NotFound);
    }
    QCOMPARE(writerOf(rig.blobs(), blobKey)->size(), 0);
}

template <class Rig> void theListIsPaged(Rig &rig)
{
    QList<QByteArray> keys;
    for (int i = 0; i < 7; ++i) {
        keys.append(QByteArray::number(i * 37 + 16, 16) + QByteArray(30, 'a'));
        QVERIFY(writerOf(rig.blobs(), keys.last())->write(QByteArray(i, 'x')));
    }
    QVERIFY(rig.blobs().finish(keys[3]));
    std::sort(keys.begin(), keys.end());
    QList<QByteArray> seen;
    QByteArray after;
    for (;;) {
        const auto page = rig.blobs().list(after, 3);
        QVERIFY(page && page->size() <= 3);
        if (page->empty()) break;
        for (const server::BlobInfo &info : *page) {
            seen.append(info.key);
            QCOMPARE(info.finished, info.size == 3);
            QVERIFY(info.changedMs > 1'600'000'000'000);
        }
        after = page->back().key;
    }
    QCOMPARE(seen, keys);
}

template <class Rig> void badKeysReachNoStore(Rig &rig)
{
    for (const QByteArray &key :
         {QByteArray(), QByteArray("../../etc/passwd"), blobKey.toUpper(), blobKey + "/x",
          QByteArray("..112233445566778899aabbccddeeff"), blobKey.chopped(1)}) {
        QCOMPARE(rig.blobs().append(key).error().code, Errc::BadInput);
        QCOMPARE(rig.blobs().read(key).error().code, Errc::BadInput);
        QCOMPARE(rig.blobs().finish(key).error().code, Errc::BadInput);
        QCOMPARE(rig.blobs().remove(key).error().code, Errc::BadInput);
    }
}

} // namespace kith::test

/// The slots of a test class whose member `Rig` makes a fresh store.
#define KITH_BLOBS_CONTRACT(Rig)                                                                             \
    void bytesComeBackInOrder()                                                                              \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::bytesComeBackInOrder(rig);                                                               \
    }                                                                                                        \
    void whatWasSyncedOutlivesTheProcess()                                                                   \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::whatWasSyncedOutlivesTheProcess(rig);                                                    \
    }                                                                                                        \
    void doubtedBytesDoNotOutliveTheProcess()                                                                \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::doubtedBytesDoNotOutliveTheProcess(rig);                                                 \
    }                                                                                                        \
    void takingBackLeavesWhatWasThere()                                                                      \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::takingBackLeavesWhatWasThere(rig);                                                       \
    }                                                                                                        \
    void aFinishedBlobTakesNoMore()                                                                          \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::aFinishedBlobTakesNoMore(rig);                                                           \
    }                                                                                                        \
    void anEmptyBlobIsABlob()                                                                                \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::anEmptyBlobIsABlob(rig);                                                                 \
    }                                                                                                        \
    void removedIsGone()                                                                                     \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::removedIsGone(rig);                                                                      \
    }                                                                                                        \
    void theListIsPaged()                                                                                    \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::theListIsPaged(rig);                                                                     \
    }                                                                                                        \
    void badKeysReachNoStore()                                                                               \
    {                                                                                                        \
        Rig rig;                                                                                             \
        kith::test::badKeysReachNoStore(rig);                                                                \
    }
