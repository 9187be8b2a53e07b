<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en">
<context>
    <name>kith</name>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>1 message not loaded yet — Load</numerusform>
            <numerusform>%Ln messages not loaded yet — Load</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n message</numerusform>
            <numerusform>%n messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n file</numerusform>
            <numerusform>%n files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n file not on this computer</numerusform>
            <numerusform>%n files not on this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n message on the server only</numerusform>
            <numerusform>%n messages on the server only</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>1 member</numerusform>
            <numerusform>%Ln members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>1 message deleted for you.</numerusform>
            <numerusform>%n messages deleted for you.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>Deleting 1 message for everyone.</numerusform>
            <numerusform>Deleting %n messages for everyone.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>1 message chosen</numerusform>
            <numerusform>%n messages chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>Too long by 1 byte. A message holds 16 KiB; send it in parts.</numerusform>
            <numerusform>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>%n change has not reached the server and would be lost. </numerusform>
            <numerusform>%n changes have not reached the server and would be lost. </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>%n message written.</numerusform>
            <numerusform>%n messages written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>%n file copied.</numerusform>
            <numerusform>%n files copied.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n file is not on this computer and is only named.</numerusform>
            <numerusform>%n files are not on this computer and are only named.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n message is on the server only: load it first if you want it too.</numerusform>
            <numerusform>%n messages are on the server only: load them first if you want them too.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>Forward 1 message</numerusform>
            <numerusform>Forward %n messages</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n message is on the server only and not in this export</numerusform>
            <numerusform>%n messages are on the server only and not in this export</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>1 person is typing…</numerusform>
            <numerusform>%n people are typing…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>1 message not loaded yet</numerusform>
            <numerusform>%Ln messages not loaded yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 once</numerusform>
            <numerusform>%1 %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Notifier</name>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>1 new message</numerusform>
            <numerusform>%Ln new messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>1 file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>1 message here, %1 more on the server only</numerusform>
            <numerusform>%Ln messages here, %1 more on the server only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>1 message, all here</numerusform>
            <numerusform>%Ln messages, all here</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>1 message here, all indexed · %1 more on the server only</numerusform>
            <numerusform>%Ln messages here, all indexed · %1 more on the server only</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>1 message here, all indexed</numerusform>
            <numerusform>%Ln messages here, all indexed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>At most 1 file goes out at a time.</numerusform>
            <numerusform>At most %n files go out at a time.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>1 file</numerusform>
            <numerusform>%Ln files</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>1 message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>The caption is too long by 1 byte.</numerusform>
            <numerusform>The caption is too long by %Ln bytes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1, %n file, %2</numerusform>
            <numerusform>%1, %n files, %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith: 1 chat with news</numerusform>
            <numerusform>Kith: %Ln chats with news</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::words</name>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>1 try (%1) had no answer; the last: %2.</numerusform>
            <numerusform>%n tries (%1) had no answer; the last: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>The server asked once (%1) to wait; the last: %2.</numerusform>
            <numerusform>The server asked %n times (%1) to wait; the last: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>No connection (%1). Failed tries: %n; the last: %2.</numerusform>
            <numerusform>No connection (%1). Failed tries: %n; the last: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> and %n more</numerusform>
            <numerusform> and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>Failed tries since %1: %n; the last: %2.</numerusform>
            <numerusform>Failed tries since %1: %n; the last: %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>The server asked to wait (%1); next try in %n s.</numerusform>
            <numerusform>The server asked to wait (%1); next try in %n s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>Earlier changes of this chat go out first: %n.</numerusform>
            <numerusform>Earlier changes of this chat go out first: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>It was changed since; changes: %n.</numerusform>
            <numerusform>It was changed since; changes: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n waiting</numerusform>
            <numerusform>%n waiting</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n not sent</numerusform>
            <numerusform>%n not sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>messages compared: %n</numerusform>
            <numerusform>messages compared: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>Differences found and mended: %n (%1). This device and the server agree now.</numerusform>
            <numerusform>Differences found and mended: %n (%1). This device and the server agree now.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>Differences found: %n (%1).</numerusform>
            <numerusform>Differences found: %n (%1).</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>Older messages not fetched yet: %n.</numerusform>
            <numerusform>Older messages not fetched yet: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>Messages from before a gap, not confirmed yet: %n.</numerusform>
            <numerusform>Messages from before a gap, not confirmed yet: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>Entries that this version cannot read: %n.</numerusform>
            <numerusform>Entries that this version cannot read: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>differences mended: %n</numerusform>
            <numerusform>differences mended: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>differences: %n</numerusform>
            <numerusform>differences: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>; not fetched yet: %n</numerusform>
            <numerusform>; not fetched yet: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>; unreadable: %n</numerusform>
            <numerusform>; unreadable: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>Stretches of history that were recorded wrongly: %n.</numerusform>
            <numerusform>Stretches of history that were recorded wrongly: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</numerusform>
            <numerusform>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>Read marks that were ahead of themselves: %n.</numerusform>
            <numerusform>Read marks that were ahead of themselves: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>last seen %n min ago</numerusform>
            <numerusform>last seen %n min ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>No connection, next try in %n s</numerusform>
            <numerusform>No connection, next try in %n s</numerusform>
        </translation>
    </message>
</context>
</TS>
