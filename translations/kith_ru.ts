<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru_RU" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>Поиск адреса</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>Связь с прокси</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Связь с сервером</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Шифрование (TLS)</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>Ответ сервера Kith</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>Непрочитанные сообщения</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>Для этого сообщения нужна более новая версия Kith (%1)</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>1 сообщение ещё не загружено — загрузить</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>%Ln сообщение ещё не загружено — загрузить</numerusform>
            <numerusform>%Ln сообщения ещё не загружены — загрузить</numerusform>
            <numerusform>%Ln сообщений ещё не загружено — загрузить</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>Более раннее сообщение</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Ещё не загружено</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Это изображение нельзя показать</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Сообщений пока нет</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Команда: %1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>Команда: %1, %2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>Начать чат: %1, @%2</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1, чат «%2»: %3</translation>
    </message>
    <message>
        <source>group</source>
        <translation>группа</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>непрочитанных: %1</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>отмечен как непрочитанный</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>закреплён</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>без звука</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>черновик: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Вы: %1</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>Уведомление показано.</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>Не показано: это ваше собственное сообщение.</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>Не показано: оно лишь сообщает об изменении группы.</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>Не показано: оно удалено.</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>Не показано: вы его уже прочитали — возможно, на другом устройстве.</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>Не показано: ему больше десяти минут. О нём говорит счётчик.</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>Не показано: его чат сейчас перед вами.</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>Не показано: уведомления отключены в настройках.</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>Не показано: включён режим «Не беспокоить».</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>Не показано: сейчас тихие часы.</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>Не показано: у этого чата отключён звук.</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>Не показано: в этой среде нет службы уведомлений.</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>Память сейчас: %1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>От запуска до первого изображения: %1 мс</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>Сообщений здесь: %1, чатов: %2</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>Только на сервере: %1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>Только на сервере: нет</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>Поисковый индекс: охватывает все сообщения, которые есть здесь</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>неизвестно серверу</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>нет на этом компьютере</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith: экспортированные чаты</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Экспортированные чаты</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n сообщение</numerusform>
            <numerusform>%n сообщения</numerusform>
            <numerusform>%n сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n файл</numerusform>
            <numerusform>%n файла</numerusform>
            <numerusform>%n файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n файла нет на этом компьютере</numerusform>
            <numerusform>%n файлов нет на этом компьютере</numerusform>
            <numerusform>%n файлов нет на этом компьютере</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n сообщение только на сервере</numerusform>
            <numerusform>%n сообщения только на сервере</numerusform>
            <numerusform>%n сообщений только на сервере</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>Удаляется у всех…</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>Пересланное сообщение</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано от %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1, @%2 на %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>Ничего не потеряно: то, что вы пишете, остаётся в поле ввода, а сообщения для вас ждут на сервере. Освободите место, и Kith продолжит сам.</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>Kith не может записать на диск</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>Ничего не потеряно: то, что вы пишете, остаётся в поле ввода, а сообщения для вас ждут на сервере. Проверьте диск и права на папку, и Kith продолжит сам.</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>Сведения и участники</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>будет создан, когда сервер станет доступен</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>вы больше не участник</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 участник</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln участник</numerusform>
            <numerusform>%Ln участника</numerusform>
            <numerusform>%Ln участников</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>%1, %2. Сведения</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>Переименовать</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Добавить участника…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Покинуть группу…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Сведения</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Название группы</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (вы)</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>Сервер, на котором находится этот чат, может его читать.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Добавить участника</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Покинуть группу</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Покинуть «%1»?</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>Прочитанное останется у вас. Чтобы вернуться, нужно, чтобы кто-то снова вас добавил.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Покинуть</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>Сделать обычным участником</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Назначить администратором</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Удалить из группы</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Экспорт…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>кто-то</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>Выберите чат, чтобы начать переписку</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>К самому новому сообщению</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>К самому новому сообщению (End)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>Поиск сообщения на сервере…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>На сервере этого сообщения больше нет.</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>Этого сообщения нет на этом компьютере, а сервер сейчас недоступен.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Вы больше не участник этого чата.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Сообщения, чат: %1</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>К самому новому сообщению, непрочитанных: %1</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Сообщение не отправлено</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Изменить</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Копировать</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Отбросить</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>Почему его там нет?</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Сведения о сообщении…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Ответить</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Отреагировать</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Копировать текст</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Копировать выделенное</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Удалить у всех</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>Отпустите файлы, чтобы отправить их</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Сохранено: %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>Не сохранено (%1): %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Остановить отправку</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>Остановить отправку и убрать это сообщение?</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>Файлы останутся на этом компьютере там же.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>«%1» больше нет на этом компьютере.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Открыть файл</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>«%1» может запустить программу. Открыть?</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>Открывайте, только если вы ждали этот файл от этого человека.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>Не найдена программа, которая открывает «%1». Файл можно сохранить.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Сохранить как</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>Остановить отправку…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>Остановить загрузку</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Скачать снова</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Скачать</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Посмотреть изображение</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Показать в папке</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1, %2:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>Удалить у меня</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>%n сообщение удалено у вас.</numerusform>
            <numerusform>%n сообщения удалены у вас.</numerusform>
            <numerusform>%n сообщений удалено у вас.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>%n сообщение удаляется у всех.</numerusform>
            <numerusform>%n сообщения удаляются у всех.</numerusform>
            <numerusform>%n сообщений удаляются у всех.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>Показать скрытый текст</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>Прежние тексты…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Переслать…</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Выбрать сообщения</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Перейти к дню…</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>Исходного сообщения нет на этом компьютере.</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Переслать…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Удалить…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>Переслать выбранные сообщения</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>Копировать выбранные сообщения</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>Удалить выбранные сообщения</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>Закончить выбор сообщений</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Выбрать сообщения</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>Выбрано %n сообщение</numerusform>
            <numerusform>Выбраны %n сообщения</numerusform>
            <numerusform>Выбрано %n сообщений</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>Сообщение</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Написать сообщение…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Отправить (Enter)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>Прикрепить файлы (Ctrl+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>Отменить ответ или правку</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Отмена (Esc)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>осталось %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>Длиннее на %Ln байт. Сообщение вмещает 16 КиБ; отправьте его частями.</numerusform>
            <numerusform>Длиннее на %Ln байта. Сообщение вмещает 16 КиБ; отправьте его частями.</numerusform>
            <numerusform>Длиннее на %Ln байт. Сообщение вмещает 16 КиБ; отправьте его частями.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Не отправлено. %1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>Не изменено. %1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>Ответ себе</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Ответ: %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Изменение сообщения</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>Жирный</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Курсив</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Зачёркнутый</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Код</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Скрыт до нажатия</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Форматирование</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>Открыть</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>Перейти к дню</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>День</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Предыдущий месяц</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Следующий месяц</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Месяц</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Год</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Дни месяца</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Перейти</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>Отключить &amp;выбранное…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>Отключить все &amp;остальные…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>Сменить &amp;пароль…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>&amp;Удалить учётную запись…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>Вы&amp;йти на этом компьютере…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Вы вошли как %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>Подключённые устройства</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>В сети</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Запрос к серверу…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (это)</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>Подключено с %1</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Учётная запись и устройства</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>Отключить все остальные устройства?</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>Отключить «%1»?</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>Они больше не смогут читать и писать. То, что на них уже есть, останется.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Отключить</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Отключено.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Смена пароля</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>Старый пароль</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Новый пароль</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Новый пароль ещё раз</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>Все остальные устройства будут отключены. В пароле не менее 8 символов.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Сменить</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Новые пароли не совпадают.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Ещё раз</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Пароль изменён.</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Удаление учётной записи</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>Всё, что вы написали, будет удалено для всех, файлы тоже, и войти в учётную запись больше не сможет никто. Отменить это нельзя. То, что есть на этом компьютере, остаётся, пока вы не выйдете здесь: экспортируйте заранее, если хотите сохранить.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Удалить навсегда</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>Учётная запись удалена.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>%n изменение не дошло до сервера и было бы потеряно. </numerusform>
            <numerusform>%n изменения не дошли до сервера и были бы потеряны. </numerusform>
            <numerusform>%n изменений не дошли до сервера и были бы потеряны. </numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>Всё, что вы написали, есть на сервере. </translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>Выйти на этом компьютере?</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>Все сообщения и файлы учётной записи будут убраны с этого компьютера.</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>Выйти и потерять их</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>Сообщения на этом компьютере</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Место на диске</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Связка ключей</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Защищённое соединение</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Часы</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Область уведомлений</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>Никто ещё не вошёл.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>Запустите Kith снова: он исправит файл и сохранит повреждённый.</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>Файл с вашими сообщениями повреждён.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>Запустите Kith снова: он исправит файл и сохранит повреждённый. То, что ждёт отправки, будет перенесено.</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>Сообщений, которые сервер не принял: %1.</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>Они отмечены в своих чатах: повторите отправку или отбросьте их.</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>Файл в порядке: сообщений: %1, ждут отправки: %2.</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>Невозможно узнать, сколько есть места.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>Свободно %1.</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>Освободите место: без него нельзя сохранить ничего нового.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 не отвечает.</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>Разблокируйте её или посмотрите, не запрашивает ли она пароль.</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>%1: данные для входа в эту учётную запись есть.</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>%1 отвечает, но данных для входа в эту учётную запись нет.</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>Войдите снова; на этом компьютере ничего не потеряется.</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>%1 сейчас не может ответить.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>Разблокируйте связку ключей. Kith ждёт её и никогда не выходит из-за этого из учётной записи.</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>У сервера и этого Kith нет общей версии.</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>Обновите то из двух, что старее.</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>%1 отвечает (версия %2).</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>Подключён ли этот компьютер к сети? Верен ли ещё адрес сервера?</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>Возможно, мешает межсетевой экран или портал входа в сеть.</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>См. ниже «Защищённое соединение».</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>Возможно, вместо него отвечает портал входа в сеть: откройте один раз любую веб-страницу.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Попробуйте ещё раз через минуту.</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>Не используется: сервер на этом же компьютере.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>Этот компьютер доверяет сертификату сервера.</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>Не обходите это. Верны ли часы? Не проверяет ли соединения антивирус или прокси организации? Спросите того, кто управляет сервером.</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>Сначала должен ответить сервер.</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>Сравниваются с часами сервера, пока Kith подключён.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>Совпадают с часами сервера.</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>Спешат на %1 мин относительно часов сервера.</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>Отстают на %1 мин относительно часов сервера.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>Пусть система сама выставляет время. Порядок сообщений всё равно верный.</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>Нет: соединение с сервером прямое.</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>По данным системы: через %1, порт %2.</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>Если сервер недоступен, причиной может быть прокси: он должен пропускать WebSocket.</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>Система их показывает.</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>Система сообщает, что не показывает их.</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>Посмотрите настройки уведомлений системы.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>Есть.</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>В этой среде её нет.</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>Kith работает и без неё; держите окно открытым, чтобы узнавать о новом.</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>Просмотр ничего не меняет, и никуда ничего не отправляется.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Копировать отчёт</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Создать пакет…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>Файл для поддержки без того, что писали вы и другие; вы увидите его до записи</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>Создаётся пакет…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>Пакет не создан. %1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>ещё не проверено</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>проверяется</translation>
    </message>
    <message>
        <source>good</source>
        <translation>хорошо</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>стоит знать</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>требует внимания</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>нельзя узнать</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>Скопировано, без имён и адресов.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>Само собой ничего не отправляется: передайте файл тому, кто вам помогает.</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>С &amp;файлами, которые есть на этом компьютере</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>В&amp;ыбрать…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Экспортировать</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Показать в папке</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Экспорт</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>Записывает все чаты в новую папку.</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>Записывает чат «%1» в новую папку.</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>Всё берётся с этого компьютера, сервер не запрашивается. Кто может читать папку, может читать и сообщения.</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>Страницы для браузера (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>Данные для программ (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Формат</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Новая папка</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Ход экспорта</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>Где создать новую папку</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Подсчёт…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>Сообщений: %1 из %2. %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Остановка…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>Остановлено. В папке ничего не осталось.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>Записано %n сообщение.</numerusform>
            <numerusform>Записано %n сообщения.</numerusform>
            <numerusform>Записано %n сообщений.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>Скопирован %n файл.</numerusform>
            <numerusform>Скопировано %n файла.</numerusform>
            <numerusform>Скопировано %n файлов.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n файла нет на этом компьютере, он только назван.</numerusform>
            <numerusform>%n файлов нет на этом компьютере, они только названы.</numerusform>
            <numerusform>%n файлов нет на этом компьютере, они только названы.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n сообщение есть только на сервере: сначала загрузите его, если оно тоже нужно.</numerusform>
            <numerusform>%n сообщения есть только на сервере: сначала загрузите их, если они тоже нужны.</numerusform>
            <numerusform>%n сообщений есть только на сервере: сначала загрузите их, если они тоже нужны.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>Отправить без звука</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>Переслать %n сообщение</numerusform>
            <numerusform>Переслать %n сообщения</numerusform>
            <numerusform>Переслать %n сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Поиск чатов</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Переслать</translation>
    </message>
</context>
<context>
    <name>kith::House</name>
    <message>
        <source>Kith</source>
        <translation>Kith</translation>
    </message>
    <message>
        <source>This link leads to nothing that is on this computer.</source>
        <translation>Эта ссылка не ведёт ни к чему на этом компьютере.</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>Kith не может исправить учётную запись</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>Сервер завершил сеанс этого компьютера. Всё, что у вас есть, по-прежнему здесь.</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>Kith не может открыть учётную запись</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>Вы вышли, но удалить %1 не удалось.</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n сообщение есть только на сервере и не вошло в этот экспорт</numerusform>
            <numerusform>%n сообщения есть только на сервере и не вошли в этот экспорт</numerusform>
            <numerusform>%n сообщений есть только на сервере и не вошли в этот экспорт</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Все чаты</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Позже</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 изменил(а) группу</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Кто-то</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Это сообщение удалено.</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Переслано от: %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>Сообщение вида, которого эта версия не знает.</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>Сообщение, которого нет в этом экспорте.</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>Kith заговорит на этом языке после следующего запуска.</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Черновик: </translation>
    </message>
</context>
<context>
    <name>kith::ListPane</name>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Результаты поиска</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Поиск</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>Поиск чатов, людей и сообщений</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>Поиск (Ctrl+K)
from:ana  in:&quot;Летний дом&quot;  has:file, picture или link
after:2026-03-05  before:2026-04
&gt; — список команд</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Очистить</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>Новый чат или группа</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Новый чат (Ctrl+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Новый чат…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Новая группа…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Попробовать сейчас</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Попробовать подключиться сейчас</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Ещё</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>Про&amp;верить историю…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>&amp;Диагностика… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Настройки…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>&amp;О программе Kith</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>Нет чатов</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Пока нет чатов</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>Найдите человека по логину и поздоровайтесь.</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Начать чат</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Открепить</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Закрепить</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Включить звук</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Отключить звук</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Отметить как прочитанное</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Отметить как непрочитанное</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>Проверить историю…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · часы этого компьютера расходятся на %1 мин</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Подключиться</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>печатает…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n человек печатает…</numerusform>
            <numerusform>%n человека печатают…</numerusform>
            <numerusform>%n человек печатают…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 печатает…</translation>
    </message>
</context>
<context>
    <name>kith::MainWindow</name>
    <message>
        <source>(%1) Kith</source>
        <translation>(%1) Kith</translation>
    </message>
</context>
<context>
    <name>kith::Measure</name>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Что делать…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Нельзя создать папку %1.</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>вы</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>кто-то</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>%Ln сообщение ещё не загружено</numerusform>
            <numerusform>%Ln сообщения ещё не загружены</numerusform>
            <numerusform>%Ln сообщений ещё не загружено</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>Отсюда непрочитанные сообщения</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>изменено</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>в ответ (%1): %2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Сообщение удалено</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>сообщение, которое эта версия не может показать (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 %n раз</numerusform>
            <numerusform>%1 %n раза</numerusform>
            <numerusform>%1 %n раз</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>выбрано</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>не выбрано</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>отправлено без звука</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>исчезнет %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>переслано</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>переслано от %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>удаляется у всех</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>ссылка на %1: %2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Сообщения</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>Пароль длиннее, чем принимает прокси.</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>&amp;Использовать</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>&amp;Проверить путь</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Без прокси</translation>
    </message>
    <message>
        <source>HTTP</source>
        <translation>HTTP</translation>
    </message>
    <message>
        <source>SOCKS5</source>
        <translation>SOCKS5</translation>
    </message>
    <message>
        <source>kept in the keychain</source>
        <translation>хранится в связке ключей</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Прокси</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Адрес прокси</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Порт прокси</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Имя для прокси</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Пароль для прокси</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>Сервер для проверки</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>Путь, шаг за шагом</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>Адрес, порт</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Имя</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>Используется с этого момента.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>Весь путь открыт.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>в порядке</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>не удалось</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>Путь обрывается здесь: %1.</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>Новая группа</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Название группы</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Участники</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>Delete убирает выделенного человека</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
</context>
<context>
    <name>kith::Notifier</name>
    <message>
        <source>Kith</source>
        <translation>Kith</translation>
    </message>
    <message>
        <source>New message</source>
        <translation>Новое сообщение</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln новое сообщение</numerusform>
            <numerusform>%Ln новых сообщения</numerusform>
            <numerusform>%Ln новых сообщений</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln файл</numerusform>
            <numerusform>%Ln файла</numerusform>
            <numerusform>%Ln файлов</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>и ещё %1</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>Так сообщается о новом сообщении.</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>Здесь ни у кого нет логина, похожего на «%1».</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>Введите логин того, кого ищете.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Поиск…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>Логин или имя</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Найденные люди</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Настройки нельзя сохранить в %1.</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>&amp;Заблокировать кого-нибудь…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Разблокировать</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>Все на сервере</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>Кто введёт мой логин целиком</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Никто</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>Кто может меня найти</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Заблокированные</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>Между вами и заблокированным человеком нет ни сообщений, ни уведомлений, ни отметок о присутствии. Общие группы работают как прежде.</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>Кто-то, кто здесь неизвестен</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>Заблокировать кого-нибудь</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>Ваши локальные данные исправлены</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>Ничего не потеряно</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>Часть того, что было только здесь, спасти не удалось</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>Файл с вашими сообщениями на этом компьютере был повреждён. Kith создал новый и снова получает ваши сообщения с сервера. То, что существовало только на этом компьютере, перенесено:</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>Повреждённый файл сохранён, из него ничего не удалено:
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Показать папку</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>Поиск в этом чате</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>Более старый результат</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>Более новый результат</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Закрыть поиск</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>«%1» непонятно</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>Здесь никого не зовут «%1»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Ничего не найдено</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>%Ln сообщение здесь, ещё %1 только на сервере</numerusform>
            <numerusform>%Ln сообщения здесь, ещё %1 только на сервере</numerusform>
            <numerusform>%Ln сообщений здесь, ещё %1 только на сервере</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>%Ln сообщение, всё здесь</numerusform>
            <numerusform>%Ln сообщения, все здесь</numerusform>
            <numerusform>%Ln сообщений, все здесь</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>%Ln сообщение здесь, всё в индексе · ещё %1 только на сервере</numerusform>
            <numerusform>%Ln сообщения здесь, все в индексе · ещё %1 только на сервере</numerusform>
            <numerusform>%Ln сообщений здесь, все в индексе · ещё %1 только на сервере</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>%Ln сообщение здесь, всё в индексе</numerusform>
            <numerusform>%Ln сообщения здесь, все в индексе</numerusform>
            <numerusform>%Ln сообщений здесь, все в индексе</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>«%1» непонятно. has: принимает file, picture или link; after: и before: принимают день, например 2026-03-05.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Здесь никого не зовут «%1».</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>Нет чата с названием «%1».</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Команды</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>Сообщения: новейшие %1</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>Сообщения: %1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Чаты</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Начать чат</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>По запросу «%1» ничего не найдено</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>Отправка файлов: %1</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Файлы для отправки</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>Добавить подпись…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Добавить…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«%1» — папка. Упакуйте её в один файл, чтобы отправить.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>«%1» не существует.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«%1» нельзя прочитать.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>«%1» больше, чем %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>За один раз отправляется не больше %n файла.</numerusform>
            <numerusform>За один раз отправляется не больше %n файлов.</numerusform>
            <numerusform>За один раз отправляется не больше %n файлов.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>Вставленное изображение нельзя сохранить: %1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Файлов пока нет</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln файл</numerusform>
            <numerusform>%Ln файла</numerusform>
            <numerusform>%Ln файлов</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln сообщение</numerusform>
            <numerusform>%Ln сообщения</numerusform>
            <numerusform>%Ln сообщений</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 файл</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>Подпись длиннее на %Ln байт.</numerusform>
            <numerusform>Подпись длиннее на %Ln байта.</numerusform>
            <numerusform>Подпись длиннее на %Ln байт.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Подготовка…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Добавить файлы</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>В «%1» записано, где сделан снимок, и сделать здесь копию без этого не удаётся.</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Страницы настроек</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Как в системе</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Светлое</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Тёмное</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Высокая контрастность</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Оформление</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Размер текста</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>Другой шрифт вместо системного</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Шрифт</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Язык</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>Сообщать о новых сообщениях</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>Только что оно есть</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Кто написал</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>Кто и что написал</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>Что показывает уведомление</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Тихие часы</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Тихо с</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Тихо до</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>Работать в области уведомлений, когда окно закрыто</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>В этой среде нет области уведомлений: закрытие окна завершает Kith.</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Пробное уведомление</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Показывать</translation>
    </message>
    <message>
        <source>From</source>
        <translation>С</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>До</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Сочетания клавиш</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Действие</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Клавиши</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>Найти чаты, людей, сообщения и команды</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>С панели на панель</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Отправить</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Новая строка</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>Изменить последнее своё сообщение</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>Прокрутить сообщения во время набора</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>Выбрать сообщение (в ленте)</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>Что можно сделать с сообщением</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>К самому новому сообщению</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>Ничего не теряется, ничего не двоится, и это можно доказать.</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>Лицензия: MIT. Собрано с Qt %1.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Вид</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Уведомления</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Приватность</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Учётная запись и устройства</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Хранилище</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Сеть</translation>
    </message>
    <message>
        <source>About</source>
        <translation>О программе</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>Адрес вашего сервера, например chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Это не адрес.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Поиск сервера…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>Сервер найден, версия %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, версия %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>Сервер недоступен. Верен ли адрес и есть ли подключение к сети?</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>Там что-то есть, но не отвечает.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>Соединение небезопасно: сертификат сервера не заслуживает доверия.</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>Это не сервер Kith.</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>Этот сервер использует другую версию (%1). Обновите Kith или спросите того, кто управляет сервером.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Ваше имя</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>Состояние сервера</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Сервер</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Логин</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Пароль</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Создание учётной записи</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>Вход в Kith</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Создать учётную запись</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Войти</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>У меня уже есть учётная запись</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>Я здесь впервые: создать учётную запись</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Введите логин.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Введите пароль.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Создание…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Вход…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Скрыть пароль</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Показать пароль</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>Настройки прокси…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>&amp;Убрать файлы этого чата…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>Убрать &amp;все файлы…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Хранить не более</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>&amp;Экспортировать все чаты…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>Убираются только файлы, которые есть и на сервере. Тексты и всё неотправленное остаются; файл вернётся, когда вы на него нажмёте.</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>Файлы на этом компьютере по чатам</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Чат</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Файлы</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>Тексты и поисковый индекс: %1. Файлы: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1, %n файл, %2</numerusform>
            <numerusform>%1, %n файла, %2</numerusform>
            <numerusform>%1, %n файлов, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>Убрать файлы</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>Убрать с этого компьютера все файлы, которые есть и на сервере?</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>Убрать с этого компьютера файлы чата «%1»?</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>Тексты остаются. Файл, который понадобится снова, загрузится с сервера.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Убрать</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>Что произошло с этим сообщением</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>Где сейчас сообщение</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Что дальше</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>Что происходило, по порядку</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>Копировать всё это для поддержки</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>Открыть Kith</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Не беспокоить</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Выйти</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith: %Ln чат с новым</numerusform>
            <numerusform>Kith: %Ln чата с новым</numerusform>
            <numerusform>Kith: %Ln чатов с новым</numerusform>
        </translation>
    </message>
    <message>
        <source>Kith</source>
        <translation>Kith</translation>
    </message>
</context>
<context>
    <name>kith::UndoBar</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Отменить</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>&amp;Исправить различия</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Проверить историю</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>Сравнивает чат «%1» на этом устройстве с сервером.</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>Сравнивает все чаты на этом устройстве с сервером.</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>То, что ждёт отправки, черновики и отметки о прочтении не затрагиваются. Тем временем можно писать дальше.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Ход сравнения</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Что найдено</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Сравнить</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Копировать</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>Копировать отчёт для поддержки</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Ожидание сервера…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Остановить</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>Ожидание соединения…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>Сравнивается чат %1 из %2…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Сравнить снова</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>Изменённое сообщение</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>Версии сообщения, сначала новые</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Сейчас</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>Запрашиваем у сервера прежние тексты…</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>Прежние тексты показать нельзя. %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>До %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>Самые старые тексты больше не хранятся.</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>Изображение</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Предыдущее изображение</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Стрелка влево</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Следующее изображение</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Стрелка вправо</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Уменьшить</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Вы</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Изображение: %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>Это изображение нельзя показать. Его можно сохранить и открыть другой программой.</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>Новый чат</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Новая группа</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>Поиск в этом чате</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Прикрепить файлы</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Следующий чат</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Предыдущий чат</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>Сведения и участники этого чата</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>Отключить или включить звук этого чата</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Закрепить или открепить этот чат</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>Отметить этот чат как прочитанный</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Настройки</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>О программе Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Проверить историю</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Диагностика</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Работать без сети</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Подключиться</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>Экспортировать этот чат</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Экспортировать все чаты</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>Пакет для поддержки</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>Именно это покинет компьютер: %1 в одном файле. Тексты вымышлены, у людей псевдонимы. Пока ничего не записано, и ничего не отправляется.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Данные</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Записать файл…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Запись пакета</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>Пакеты для поддержки (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Не записано</translation>
    </message>
</context>
<context>
    <name>kith::words</name>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>no reason was given</source>
        <translation>причина не названа</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>он был занят</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>слишком много сразу</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>его хранилище не ответило</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>он ещё не знает этого сообщения</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>Ваша правка: </translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>Ваше удаление: </translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>Ваша реакция: </translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>Была попытка отправки, и программа завершилась до получения ответа.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>%n попытка (%1) без ответа; последняя: %2.</numerusform>
            <numerusform>%n попытки (%1) без ответа; последняя: %2.</numerusform>
            <numerusform>%n попыток (%1) без ответа; последняя: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>Попытка без ответа: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>Сервер %n раз (%1) просил подождать; последний: %2.</numerusform>
            <numerusform>Сервер %n раза (%1) просил подождать; последний: %2.</numerusform>
            <numerusform>Сервер %n раз (%1) просил подождать; последний: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>Сервер просил подождать: %1.</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>Сервер отказал. %1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>Вы снова поставили его в очередь.</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>Пришёл ответ сервера.</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>В истории сервера его больше не было. Оно снова поставлено в очередь под тем же номером.</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>Сервер не принял время в его номере: дальше оно идёт как %1.</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>Вы отказались от отправки.</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>Нет соединения (%1). Неудачных попыток: %n; последняя: %2.</numerusform>
            <numerusform>Нет соединения (%1). Неудачных попыток: %n; последняя: %2.</numerusform>
            <numerusform>Нет соединения (%1). Неудачных попыток: %n; последняя: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>Нет соединения (%1).</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
            <numerusform> и ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>В группе такого размера не сообщается, докуда дошёл каждый участник.</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>Просмотрено: %1.</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>На устройстве, но ещё не просмотрено: %1.</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>Ещё не на устройстве: %1.</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>(Сервер сообщает, докуда дошёл каждый, но не когда.)</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>Вы отказались от него до того, как оно попало на сервер.</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>Теперь у него другой номер.</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>На этом устройстве его нет.</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>Сохранено на этом устройстве и ещё не на сервере.</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>Сохранено на этом устройстве. Сервер его не принял.</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>Оно здесь со времени до изменения истории сервера; сервер его ещё не подтвердил.</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>Оно удалено у всех.</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>Оно здесь, и вы его видели.</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Оно здесь.</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>Оно на сервере, и все его видели.</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>Оно на сервере и на устройстве у каждого.</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>Оно на сервере.</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>Будет отправлено, как только вы снова подключитесь.</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>Будет отправлено, когда вы снова войдёте.</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>Будет отправлено, как только это устройство догонит сервер.</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>В пути: ожидается ответ сервера.</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>Неудачных попыток с %1: %n; последняя: %2.</numerusform>
            <numerusform>Неудачных попыток с %1: %n; последняя: %2.</numerusform>
            <numerusform>Неудачных попыток с %1: %n; последняя: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>. Отправка ждёт, пока это не уладится.</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>Решать вам: повторить, изменить, скопировать текст или отбросить.</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>отказано (%1). Повторите или откажитесь.</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>Оно в чате «%1», в части, которую это устройство ещё не получило.</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>На сервере его нет ни в одном из ваших чатов.</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>Оно может быть в части чата, которой здесь нет, или в чате, где вы не состоите, или такого сообщения нет.</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>Здесь больше делать нечего: остальные получат его, когда подключатся их устройства.</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>Эту учётную запись открыла другая программа Kith; она отправит его, как только подключится.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>Сервер просил подождать (%1); следующая попытка через %n с.</numerusform>
            <numerusform>Сервер просил подождать (%1); следующая попытка через %n с.</numerusform>
            <numerusform>Сервер просил подождать (%1); следующая попытка через %n с.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>Будет отправлено после файлов, которые сейчас загружаются.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>Сначала уйдут более ранние изменения этого чата: %n.</numerusform>
            <numerusform>Сначала уйдут более ранние изменения этого чата: %n.</numerusform>
            <numerusform>Сначала уйдут более ранние изменения этого чата: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>сохранено здесь и ещё не на сервере.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d MMM yyyy</translation>
    </message>
    <message>
        <source>You entered it, and it was saved on this disk.</source>
        <translation>Вы его написали, и оно сохранено на этом диске.</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>Вы написали его на другом устройстве или здесь, когда попытки ещё не записывались.</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>Автор: %1 (по часам устройства автора).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>Сервер сохранил его под номером %1 этого чата (часы сервера).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>Сервер сохранил его под номером %1 его чата (часы сервера).</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>Позже оно удалено; когда — не сообщается.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>С тех пор изменено; изменений: %n.</numerusform>
            <numerusform>С тех пор изменено; изменений: %n.</numerusform>
            <numerusform>С тех пор изменено; изменений: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>Когда оно пришло сюда, не записано.</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>Сервер знает, что оно есть на вашем устройстве.</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>Серверу ещё не сообщено, что оно здесь.</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>Оно в части чата, которая не сверялась с сервером после пропуска; там оно могло измениться.</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>Всё остальное на сервере</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Всё на сервере</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>Всё до %1 на сервере</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>Связи с сервером ещё не было</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>в ожидании: %n</numerusform>
            <numerusform>в ожидании: %n</numerusform>
            <numerusform>в ожидании: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>не отправлено: %n</numerusform>
            <numerusform>не отправлено: %n</numerusform>
            <numerusform>не отправлено: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>Сравнение остановлено до конца.</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>Этот сервер слишком стар для сравнения: ничего не сравнивалось.</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>Не удалось прочитать или записать диск: сравнение неполное.</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>сравнено сообщений: %n</numerusform>
            <numerusform>сравнено сообщений: %n</numerusform>
            <numerusform>сравнено сообщений: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>Это устройство и сервер совпадают (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>Найдено и исправлено различий: %n (%1). Теперь это устройство и сервер совпадают.</numerusform>
            <numerusform>Найдено и исправлено различий: %n (%1). Теперь это устройство и сервер совпадают.</numerusform>
            <numerusform>Найдено и исправлено различий: %n (%1). Теперь это устройство и сервер совпадают.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>Найдено различий: %n (%1).</numerusform>
            <numerusform>Найдено различий: %n (%1).</numerusform>
            <numerusform>Найдено различий: %n (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Ничего не изменено.</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>Не всё удалось сравнить или исправить (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>Старых сообщений, ещё не полученных: %n.</numerusform>
            <numerusform>Старых сообщений, ещё не полученных: %n.</numerusform>
            <numerusform>Старых сообщений, ещё не полученных: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>Сообщений до пропуска, ещё не подтверждённых: %n.</numerusform>
            <numerusform>Сообщений до пропуска, ещё не подтверждённых: %n.</numerusform>
            <numerusform>Сообщений до пропуска, ещё не подтверждённых: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>Записей, которые эта версия не может прочитать: %n.</numerusform>
            <numerusform>Записей, которые эта версия не может прочитать: %n.</numerusform>
            <numerusform>Записей, которые эта версия не может прочитать: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>совпадает</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>исправлено различий: %n</numerusform>
            <numerusform>исправлено различий: %n</numerusform>
            <numerusform>исправлено различий: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>различий: %n</numerusform>
            <numerusform>различий: %n</numerusform>
            <numerusform>различий: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>строки равны, а суммы обеих сторон — нет</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>не сравнивался: вы не участник</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>не сравнивался: ещё не на сервере</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>не сравнивался: сейчас меняется слишком быстро</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>не сравнивался: сервер отказал</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>; ещё не получено: %n</numerusform>
            <numerusform>; ещё не получено: %n</numerusform>
            <numerusform>; ещё не получено: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>; нечитаемых: %n</numerusform>
            <numerusform>; нечитаемых: %n</numerusform>
            <numerusform>; нечитаемых: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>Поисковый индекс не соответствовал текстам.</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>Неверно записанных отрезков истории: %n.</numerusform>
            <numerusform>Неверно записанных отрезков истории: %n.</numerusform>
            <numerusform>Неверно записанных отрезков истории: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>Сообщений, которые никто бы не отправил: %n. Они отмечены как неотправленные, решать вам.</numerusform>
            <numerusform>Сообщений, которые никто бы не отправил: %n. Они отмечены как неотправленные, решать вам.</numerusform>
            <numerusform>Сообщений, которые никто бы не отправил: %n. Они отмечены как неотправленные, решать вам.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>Отметок о прочтении, зашедших вперёд: %n.</numerusform>
            <numerusform>Отметок о прочтении, зашедших вперёд: %n.</numerusform>
            <numerusform>Отметок о прочтении, зашедших вперёд: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>Это исправлено.</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>сообщение %1 отличалось от сообщения на сервере</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>не хватало сообщения %1</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>сообщения на месте %1 нет на сервере</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>отличалась реакция</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>отличался участник</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>отличалось название или число участников</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>dd.MM.yy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Сегодня</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Вчера</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>dddd, d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>в сети</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>был(а) только что</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>был(а) %n мин назад</numerusform>
            <numerusform>был(а) %n мин назад</numerusform>
            <numerusform>был(а) %n мин назад</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>был(а) в %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>был(а) %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>не отправлено</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>сохранено здесь, ждёт отправки</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>на сервере</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>доставлено</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>просмотрено</translation>
    </message>
    <message>
        <source>member</source>
        <translation>участник</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>администратор</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>владелец</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>Здесь вам это не разрешено.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Вы больше не участник этого чата.</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>Сообщение длиннее, чем принимает сервер (16 КиБ).</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>Слишком давнее, чтобы изменить.</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>Этот человек не принимает от вас сообщений.</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>На сервере этого больше нет.</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>На сервере под этим номером другое сообщение.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Кто-то другой изменил это раньше.</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>Диск заполнен. Ваш текст сохранён здесь.</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>На диск нельзя записать. Ваш текст сохранён здесь.</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>Ждёт больше недели. Всё равно отправить?</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Отправлять нечего.</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>Это уже никогда не было бы отправлено. Отправить сейчас?</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>Это больше нельзя прочитать на этом компьютере.</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>Слишком много сообщений ждёт отправки.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>Сервер сейчас недоступен.</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>Слишком быстро: сервер просит немного подождать.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>Неверный логин или пароль.</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>Этот логин уже занят. Выберите другой.</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>Этот сервер не принимает новые учётные записи.</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>В логине от 3 до 32 знаков: a–z, 0–9, точка, дефис, подчёркивание.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>В пароле не меньше 8 знаков.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>В имени от 1 до 64 знаков.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>Файл больше, чем принимает сервер.</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>Ваши файлы занимают всё место, которое у вас есть на этом сервере.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Файла больше нет.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Файл нельзя прочитать.</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>Файл изменился с тех пор, как вы его выбрали. Повторите, чтобы отправить его таким, какой он сейчас.</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>Пришёл не тот файл, который был отправлен. Он отброшен.</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>В сообщении может быть не больше десяти файлов.</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>Файла больше нет на сервере.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>Сервер отказал.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>Сервер отказал (%1).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 из %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>%1 · ждёт отправки</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>%1 · ждёт</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>файл %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>файл %1, %2, не скачан</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>файл %1, %2, отправляется</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>файл %1, %2, скачивается</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>файл %1, %2, ошибка: %3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>Нет соединения с сервером. Проверьте сеть и адрес.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Сервер не ответил вовремя.</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>Не найдено: %1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>Эту учётную запись использует другое окно или программа. Сначала закройте её.</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>Эту учётную запись последней открывала более новая версия Kith. Установите ту версию, чтобы открыть её. Ничего не изменено.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Диск заполнен.</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>Локальные данные нельзя прочитать: %1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>Отказ диска или системы: %1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>Служба не отвечает: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
            <numerusform>ещё %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>%1 создал(а) группу «%2»</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 добавил(а) участников: %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 удалил(а) участников: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 покинул(а) группу</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 назвал(а) группу «%2»</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 изменил(а) роли: %2</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 изменил(а) группу</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Без сети</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Соединение…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>Получение нового…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Подключено</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>Нет соединения, следующая попытка через %n с</numerusform>
            <numerusform>Нет соединения, следующая попытка через %n с</numerusform>
            <numerusform>Нет соединения, следующая попытка через %n с</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>Нет соединения, идёт попытка…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Войдите снова</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>Эта версия и сервер не подходят друг другу</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Ожидание связки ключей</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Диск заполнен</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>На диск нельзя записать</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>Исправление локальных данных…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Остановлено</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>Спасено неотправленных сообщений: %1. Они уйдут сами, один раз.</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>Неотправленных сообщений, которые не удалось прочитать: %1.</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>Неотправленных сообщений могло быть больше; о них больше ничто не говорит.</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>Спасено ожидающих правок, удалений и настроек: %1.</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>Ожидавших изменений, которые не удалось прочитать: %1. Просмотрите, что вы изменяли, удаляли или настраивали последним.</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>Изменений, ожидавших отправки, могло быть больше.</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>Спасено черновиков: %1.</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>Черновиков, которые не удалось прочитать: %1.</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>Черновиков могло быть больше; о них больше ничто не говорит.</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>Спасено отметок о прочтении: %1.</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>Отметок о прочтении, которые не удалось прочитать: %1. Некоторые сообщения могут снова стать непрочитанными.</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>Некоторые прочитанные вами сообщения могут снова стать непрочитанными.</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>Отправки ничего не ждало, и черновиков не было.</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>Вы создали группу «%1»</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>Вы добавили участников: %1</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>Вы удалили участников: %1</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>Вы покинули группу</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>Вы назвали группу «%1»</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>Вы изменили роли: %1</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>Вы изменили группу</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>%1 присоединяется по приглашению</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 закрепил(а) сообщение</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>Вы присоединились по приглашению</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>Вы закрепили сообщение</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>Проголосовали: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>анонимно</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>завершён</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>Kith не может запуститься</translation>
    </message>
</context>
</TS>
