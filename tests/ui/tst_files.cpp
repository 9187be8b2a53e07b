// Files in the real window, by mouse and keyboard, with a real server and a second real client.
#include "tests/kit/server_process.h"
#include "tests/ui/desktop.h"
#include "ui/dialogs/send_files_dialog.h"
#include "ui/media/viewer.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QListWidget>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPainter>

using namespace Qt::StringLiterals;
using namespace kith;
using namespace kith::test;

namespace {

QImage drawn(QSize size, Qt::GlobalColor color)
{
    QImage image(size, QImage::Format_RGB32);
    image.fill(color);
    return image;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(none)");
}

} // namespace

class TestFiles : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void opened(const QUrl &url) { m_opened.append(url); }

private Q_SLOTS:
    void initTestCase() { QDesktopServices::setUrlHandler(u"file"_s, this, "opened"); }
    void cleanupTestCase() { QDesktopServices::unsetUrlHandler(u"file"_s); }

    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_server = std::make_unique<ServerProcess>();
        QVERIFY(m_server->start(m_dir->filePath(u"server"_s)));
        m_bob = std::make_unique<Person>(m_server->port(), u"bob"_s);
        QVERIFY(m_bob->signIn() && m_bob->open());
        m_desk = std::make_unique<Desktop>(m_dir->filePath(u"profile"_s));
        m_desk->signUp(m_server->port());
        if (QTest::currentTestFailed()) return;
        m_chat = m_desk->chatWith(*m_bob, m_dir->filePath(u"profile"_s));
        QVERIFY(m_chat);
        m_opened.clear();
    }
    void cleanup()
    {
        m_desk.reset();
        m_bob.reset();
        m_server.reset();
    }

    void aPastedPictureIsSentWithItsCaption()
    {
        QTest::keyClicks(m_desk->editor(), u"look"_s);
        QGuiApplication::clipboard()->setImage(drawn({640, 480}, Qt::red));
        QTest::keyClick(m_desk->editor(), Qt::Key_V, Qt::ControlModifier);
        SendFilesDialog *dialog = waitFor<SendFilesDialog>();
        QVERIFY(dialog);
        auto *caption = m_desk->control<QPlainTextEdit>(u"Caption"_s);
        QVERIFY(caption);
        QCOMPARE(caption->toPlainText(), u"look"_s); // what stood in the field is the caption
        auto *list = m_desk->control<QListWidget>(u"Files to send"_s);
        QTRY_COMPARE_WITH_TIMEOUT(list->count(), 1, patience);
        QTest::keyClicks(caption, u" at this"_s);
        QTest::keyClick(caption, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(u"look at this"_s), patience);
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->pane().composer()->text(), QString(), patience);
        const Mid mid = m_desk->find(u"look at this"_s)->row.mid;
        QTRY_VERIFY_WITH_TIMEOUT(m_bob->message(mid) && m_bob->message(mid)->attachments.size() == 1,
                                 patience);
        const Attachment got = m_bob->message(mid)->attachments.front().info;
        QCOMPARE(got.mime, u"image/png"_s);
        QCOMPARE(QSize(got.width, got.height), QSize(640, 480));
        QVERIFY(!got.thumb.isEmpty());
        QCOMPARE(m_bob->message(mid)->row.body, u"look at this"_s);
    }

    void droppedFilesAreOneMessage_andAFolderIsRefusedInWords()
    {
        const QString a = write(u"a.txt"_s, "first"), b = write(u"b.bin"_s, QByteArray(70'000, 'b'));
        drop({a, b, m_dir->path()});
        SendFilesDialog *dialog = waitFor<SendFilesDialog>();
        QVERIFY(dialog);
        QVERIFY2(dialog->problem().contains(u"is a folder"_s), qPrintable(dialog->problem()));
        auto *list = m_desk->control<QListWidget>(u"Files to send"_s);
        QCOMPARE(list->count(), 2);
        QTest::keyClicks(m_desk->control<QPlainTextEdit>(u"Caption"_s), u"two"_s);
        for (QPushButton *button : dialog->findChildren<QPushButton *>())
            if (button->text() == u"Send") QTest::mouseClick(button, Qt::LeftButton);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(u"two"_s), patience);
        const Mid mid = m_desk->find(u"two"_s)->row.mid;
        QTRY_VERIFY_WITH_TIMEOUT(m_bob->message(mid) && m_bob->message(mid)->attachments.size() == 2,
                                 patience);
        QCOMPARE(m_bob->message(mid)->attachments[1].info.name, u"b.bin"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->tick(u"two"_s) >= Tick::Sent, patience);
        // What was sent and then deleted here is on the server: a click brings it back.
        QVERIFY(QFile::remove(a));
        click(mid, 0);
        QTRY_VERIFY_WITH_TIMEOUT(message(mid) && !message(mid)->attachments[0].upload &&
                                     state(mid, 0) == TransferState::Done,
                                 patience);
        QCOMPARE(bytesOf(message(mid)->attachments[0].path), QByteArray("first"));
    }

    void whatComesIsFetchedOpenedAndSaved()
    {
        const QByteArray words = "the plan", program = "#!/bin/sh\n";
        const Mid mid = bobSends({write(u"plan.txt"_s, words), write(u"run.sh"_s, program)}, u"papers"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(u"papers"_s), patience);
        QCOMPARE(state(mid, 0), TransferState::None); // no picture: nobody asked for it
        click(mid, 0);
        QTRY_COMPARE_WITH_TIMEOUT(state(mid, 0), TransferState::Done, patience);
        click(mid, 0);
        QTRY_COMPARE(m_opened.size(), 1);
        QCOMPARE(bytesOf(m_opened.front().toLocalFile()), words);
        click(mid, 1);
        QTRY_COMPARE_WITH_TIMEOUT(state(mid, 1), TransferState::Done, patience);
        bool asked = false;
        whenShown<QMessageBox>([&](QMessageBox *box) {
            asked = box->text().contains(u"run.sh"_s);
            QTest::keyClick(box, Qt::Key_Escape);
        });
        click(mid, 1);
        QVERIFY(asked);
        QCOMPARE(m_opened.size(), 1); // not opened

        // By keyboard: the row's menu, the file's own menu in it, "Save as…".
        const QString target = m_dir->filePath(u"copy.txt"_s);
        m_desk->view().setFocus();
        m_desk->view().setCurrentIndex(m_desk->model().index(m_desk->model().rowOf(mid)));
        whenShown<QMenu>([&](QMenu *menu) {
            QMenu *files = menu->actions().front()->menu();
            for (QAction *action : files->actions())
                if (action->text() == u"Save as…") action->trigger();
            menu->close();
        });
        QTest::keyClick(&m_desk->view(), Qt::Key_Return);
        auto *save = waitFor<QFileDialog>();
        QVERIFY(save);
        auto *name = save->findChild<QLineEdit *>();
        QCOMPARE(name->text(), u"plan.txt"_s);
        name->setText(target);
        QTest::keyClick(name, Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->says(u"Saved as"_s), patience);
        QCOMPARE(bytesOf(target), words);
    }

    void picturesComeByThemselvesAndAreLookedAt()
    {
        QStringList paths;
        for (int i = 0; i < 3; ++i) {
            paths.append(m_dir->filePath(u"p%1.png"_s.arg(i)));
            QVERIFY(drawn({800, 500}, i == 1 ? Qt::green : Qt::blue).save(paths.back()));
        }
        const Mid album = bobSends({paths[0], paths[1]}, u"album"_s);
        const Mid single = bobSends({paths[2]}, u"single"_s);
        for (const auto &[mid, index] : {std::pair{album, 0}, {album, 1}, {single, 0}})
            QTRY_COMPARE_WITH_TIMEOUT(state(mid, index), TransferState::Done, patience);
        // Painted from the file, not from the small one.
        const QRect box = boxOf(album, 1);
        QTRY_COMPARE_WITH_TIMEOUT(
            QColor(m_desk->view().viewport()->grab(box).toImage().pixel(box.width() / 2, box.height() / 2)),
            QColor(Qt::green), patience);
        click(album, 1);
        auto *viewer = waitFor<Viewer>();
        QVERIFY(viewer);
        const auto att = [&](const Mid &mid, int i) { return message(mid)->attachments[size_t(i)].info.att; };
        QCOMPARE(viewer->current(), att(album, 1));
        QTRY_VERIFY_WITH_TIMEOUT(
            QColor(viewer->grab().toImage().pixel(viewer->rect().center())) == QColor(Qt::green), patience);
        QTest::keyClick(viewer, Qt::Key_Right);
        QCOMPARE(viewer->current(), att(single, 0));
        QTest::keyClick(viewer, Qt::Key_Left);
        QTest::keyClick(viewer, Qt::Key_Left);
        QCOMPARE(viewer->current(), att(album, 0));
        QTest::keyClick(viewer, Qt::Key_Left); // the first one
        QCOMPARE(viewer->current(), att(album, 0));
        QTest::keyClick(viewer, Qt::Key_Plus);
        QVERIFY(viewer->zoom() > 1);
        QTest::keyClick(viewer, Qt::Key_0);
        QCOMPARE(viewer->zoom(), 1.0);
        QTest::keyClick(viewer, Qt::Key_Escape);
        QTRY_VERIFY(!waitFor<Viewer>(0));
    }

    void sendingIsStoppedAndFailureIsSaidInWords()
    {
        m_server->kill();
        const QString big = write(u"big.bin"_s, QByteArray(300'000, 'x'));
        drop({big});
        QVERIFY(waitFor<SendFilesDialog>());
        QTest::keyClicks(m_desk->control<QPlainTextEdit>(u"Caption"_s), u"stopped"_s);
        QTest::keyClick(m_desk->control<QPlainTextEdit>(u"Caption"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(u"stopped"_s), patience);
        QTRY_VERIFY(!waitFor<SendFilesDialog>(0));
        whenShown<QMessageBox>([&](QMessageBox *box) {
            for (QAbstractButton *button : box->buttons())
                if (button->text() == u"Stop") button->click();
        });
        click(m_desk->find(u"stopped"_s)->row.mid, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!m_desk->find(u"stopped"_s), patience);
        QVERIFY(QFile::exists(big));

        drop({big});
        QVERIFY(waitFor<SendFilesDialog>());
        QTest::keyClicks(m_desk->control<QPlainTextEdit>(u"Caption"_s), u"gone"_s);
        QTest::keyClick(m_desk->control<QPlainTextEdit>(u"Caption"_s), Qt::Key_Return);
        QTRY_VERIFY_WITH_TIMEOUT(m_desk->find(u"gone"_s), patience);
        const Mid mid = m_desk->find(u"gone"_s)->row.mid;
        QVERIFY(QFile::remove(big));
        QVERIFY(m_server->start(m_dir->filePath(u"server"_s), m_server->port()));
        QTRY_COMPARE_WITH_TIMEOUT(m_desk->tick(u"gone"_s), Tick::Failed, 2 * patience);
        const int row = m_desk->model().rowOf(mid);
        const QString spoken =
            m_desk->model().data(m_desk->model().index(row), Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.contains(u"no longer there"_s), qPrintable(spoken));
    }

private:
    QString write(const QString &name, const QByteArray &bytes)
    {
        const QString path = m_dir->filePath(name);
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            QTest::qFail("no file", __FILE__, __LINE__);
        return path;
    }
    Mid bobSends(const QStringList &paths, const QString &caption)
    {
        std::vector<OutgoingFile> files;
        for (const QString &path : paths) {
            OutgoingFile file;
            file.att = AttId{m_bob->mint.mid().value};
            file.path = path;
            describePicture(file);
            files.push_back(file);
        }
        const Mid mid = m_bob->mint.mid();
        m_bob->wish().sendFiles(m_chat, mid, files, caption, {});
        return mid;
    }
    const Message *message(const Mid &mid)
    {
        const int row = m_desk->model().rowOf(mid);
        return row < 0 ? nullptr : &m_desk->model().row(row).message;
    }
    TransferState state(const Mid &mid, int index)
    {
        const Message *m = message(mid);
        return m && index < int(m->attachments.size()) ? m->attachments[size_t(index)].state
                                                       : TransferState::Failed;
    }
    /// Where the file stands in the viewport.
    QRect boxOf(const Mid &mid, int index, bool knob = false)
    {
        MessageView &view = m_desk->view();
        const int row = m_desk->model().rowOf(mid);
        view.scrollTo(m_desk->model().index(row));
        const QRect at = view.visualRect(m_desk->model().index(row));
        const BubbleLayout layout = layoutRow(m_desk->model().row(row), at.width(),
                                              BubbleFonts::fromApplication(), SystemClock().wallMs(), false);
        for (const FileBox &box : layout.files)
            if (box.index == index) return (knob ? box.knob : box.rect).toRect().translated(at.topLeft());
        return {};
    }
    void click(const Mid &mid, int index)
    {
        QTest::mouseClick(m_desk->view().viewport(), Qt::LeftButton, {}, boxOf(mid, index, true).center());
    }
    void drop(const QStringList &paths)
    {
        QMimeData data;
        QList<QUrl> urls;
        for (const QString &path : paths) urls.append(QUrl::fromLocalFile(path));
        data.setUrls(urls);
        QDragEnterEvent enter({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_desk->pane(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent dropped({100, 100}, Qt::CopyAction, &data, Qt::LeftButton, {});
        QCoreApplication::sendEvent(&m_desk->pane(), &dropped);
    }
    template <class W> W *waitFor(int ms = patience)
    {
        W *found = nullptr;
        const auto look = [&] {
            found = nullptr;
            for (QWidget *top : QApplication::topLevelWidgets())
                if (auto *one = qobject_cast<W *>(top); one && one->isVisible()) found = one;
            return found != nullptr;
        };
        if (ms == 0)
            look();
        else
            (void)QTest::qWaitFor(look, ms);
        return found;
    }
    /// Something that blocks will be shown: `act` runs in its event loop.
    template <class W> void whenShown(std::function<void(W *)> act)
    {
        auto *timer = new QTimer(this);
        connect(timer, &QTimer::timeout, this, [this, timer, act] {
            W *one = waitFor<W>(0);
            if (!one) return;
            timer->deleteLater();
            timer->stop();
            act(one);
        });
        timer->start(10);
    }

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Person> m_bob;
    std::unique_ptr<Desktop> m_desk;
    ChatId m_chat;
    QList<QUrl> m_opened;
};

QTEST_MAIN(TestFiles)
#include "tst_files.moc"
