<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>Adresse finden</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>Proxy erreichen</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Server erreichen</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Verschlüsselung (TLS)</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>Antwort eines Kith-Servers</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>Ungelesene Nachrichten</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>Diese Nachricht wurde gelöscht</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>Für diese Nachricht wird eine neuere Version von Kith gebraucht (%1)</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>1 Nachricht noch nicht geladen – laden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>%Ln Nachricht noch nicht geladen – laden</numerusform>
            <numerusform>%Ln Nachrichten noch nicht geladen – laden</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>Frühere Nachricht</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Noch nicht geladen</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Dieses Bild kann nicht angezeigt werden</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Nachricht gelöscht</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Noch keine Nachrichten</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Befehl: %1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>Befehl: %1, %2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>Chat mit %1, @%2, beginnen</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 in %2: %3</translation>
    </message>
    <message>
        <source>group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 ungelesen</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>als ungelesen markiert</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>angeheftet</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>Entwurf: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Du: %1</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>Eine Benachrichtigung wurde angezeigt.</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>Nicht angezeigt: Es ist deine eigene Nachricht.</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>Nicht angezeigt: Sie meldet nur eine Änderung der Gruppe.</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>Nicht angezeigt: Sie wurde gelöscht.</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>Nicht angezeigt: Du hast sie schon gelesen, vielleicht auf einem anderen Gerät.</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>Nicht angezeigt: Sie ist älter als zehn Minuten. Der Zähler weist auf sie hin.</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>Nicht angezeigt: Du hast ihren Chat vor dir.</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>Nicht angezeigt: Benachrichtigungen sind in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>Nicht angezeigt: „Nicht stören“ ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>Nicht angezeigt: Gerade sind deine Ruhezeiten.</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>Nicht angezeigt: Dieser Chat ist stummgeschaltet.</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>Nicht angezeigt: Dieser Desktop hat keinen Dienst, der Benachrichtigungen anzeigt.</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>Speicher zurzeit: %1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>Start bis zum ersten Bild: %1 ms</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>Nachrichten hier: %1 in %2 Chats</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>Nur auf dem Server: %1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>Nur auf dem Server: keine</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>Suchindex: umfasst jede Nachricht, die hier ist</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>dem Server nicht bekannt</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>nicht auf diesem Computer</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith: exportierte Chats</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Exportierte Chats</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n Nachricht</numerusform>
            <numerusform>%n Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n Datei</numerusform>
            <numerusform>%n Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n Datei nicht auf diesem Computer</numerusform>
            <numerusform>%n Dateien nicht auf diesem Computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n Nachricht nur auf dem Server</numerusform>
            <numerusform>%n Nachrichten nur auf dem Server</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>Wird für alle gelöscht …</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>Weitergeleitete Nachricht</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Weitergeleitet von %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1, @%2 auf %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>Nichts geht verloren: Was du schreibst, bleibt im Eingabefeld, und Nachrichten an dich warten auf dem Server. Schaffe etwas Platz; dann macht Kith von selbst weiter.</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>Kith kann nicht auf den Datenträger schreiben</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>Nichts geht verloren: Was du schreibst, bleibt im Eingabefeld, und Nachrichten an dich warten auf dem Server. Prüfe den Datenträger und die Rechte seines Ordners; dann macht Kith von selbst weiter.</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>Details und Mitglieder</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>wird angelegt, sobald der Server erreichbar ist</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>du bist nicht mehr Mitglied</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 Mitglied</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln Mitglied</numerusform>
            <numerusform>%Ln Mitglieder</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>%1, %2. Details</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>Umbenennen</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Mitglied hinzufügen…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Gruppe verlassen…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (du)</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>Der Server, auf dem dieser Chat liegt, kann ihn lesen.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Mitglied hinzufügen</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Gruppe verlassen</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>„%1“ verlassen?</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>Was du gelesen hast, behältst du. Um zurückzukommen, muss dich jemand wieder hinzufügen.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Verlassen</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>Zum einfachen Mitglied machen</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Zum Admin machen</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Aus der Gruppe entfernen</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportieren…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>dich</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>Wähle einen Chat, um zu schreiben</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>Zur neuesten Nachricht (Ende)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>Die Nachricht wird auf dem Server gesucht…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>Der Server hat diese Nachricht nicht mehr.</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>Diese Nachricht ist nicht auf diesem Computer, und der Server kann gerade nicht gefragt werden.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Du bist nicht mehr Mitglied dieses Chats.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Nachrichten mit %1</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>Zur neuesten Nachricht, %1 ungelesen</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Nachricht nicht gesendet</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>Warum ist sie nicht angekommen?</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Details zur Nachricht…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antworten</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reagieren</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Text kopieren</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Auswahl kopieren</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Für alle löschen</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>Dateien hier ablegen, um sie zu senden</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>Nicht gespeichert als %1: %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Senden abbrechen</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>Senden abbrechen und diese Nachricht entfernen?</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>Die Dateien bleiben auf diesem Computer, wo sie sind.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Weitermachen</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>„%1“ ist nicht mehr auf diesem Computer.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Datei öffnen</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>„%1“ könnte ein Programm starten. Öffnen?</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>Öffne die Datei nur, wenn du sie von dieser Person erwartet hast.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>Es wurde kein Programm gefunden, das „%1“ öffnet. Die Datei kann gespeichert werden.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Speichern unter</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>Senden abbrechen…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>Herunterladen abbrechen</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Erneut herunterladen</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Herunterladen</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Bild ansehen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1, %2:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>Für mich löschen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>Eine Nachricht für dich gelöscht.</numerusform>
            <numerusform>%n Nachrichten für dich gelöscht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>Eine Nachricht wird für alle gelöscht.</numerusform>
            <numerusform>%n Nachrichten werden für alle gelöscht.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>Verborgenen Text zeigen</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>Frühere Texte …</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Weiterleiten …</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Nachrichten auswählen</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Zu einem Tag gehen …</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>Das Original ist nicht auf diesem Computer.</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Weiterleiten …</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Löschen …</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>Ausgewählte Nachrichten weiterleiten</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>Ausgewählte Nachrichten kopieren</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>Ausgewählte Nachrichten löschen</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>Auswahl von Nachrichten beenden</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Nachrichten auswählen</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>Eine Nachricht ausgewählt</numerusform>
            <numerusform>%n Nachrichten ausgewählt</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>Nachricht</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Nachricht schreiben…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Senden (Eingabe)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>Dateien anhängen (Strg+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>Antwort oder Bearbeitung abbrechen</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Abbrechen (Esc)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>Um %Ln Byte zu lang. Eine Nachricht fasst 16 KiB; sende sie in Teilen.</numerusform>
            <numerusform>Um %Ln Bytes zu lang. Eine Nachricht fasst 16 KiB; sende sie in Teilen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Nicht gesendet. %1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>Nicht geändert. %1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>Antwort an dich selbst</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Antwort an %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Nachricht bearbeiten</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>Fett</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Kursiv</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Durchgestrichen</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Verborgen bis zum Anklicken</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formatierung</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>Öffnen</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>Zu einem Tag gehen</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Tag</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Voriger Monat</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Nächster Monat</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Monat</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Jahr</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Tage des Monats</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Dorthin gehen</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>Ge&amp;wähltes abmelden…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>Alle &amp;anderen abmelden…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>&amp;Passwort ändern…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>Konto &amp;löschen…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>Von diesem Computer a&amp;bmelden…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Angemeldet als %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>Angemeldete Geräte</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Zuletzt gesehen</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Der Server wird gefragt…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (dieses)</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>Angemeldet seit %1</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Konto und Geräte</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>Alle anderen Geräte abmelden?</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>„%1“ abmelden?</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>Sie können nicht mehr lesen und schreiben. Was sie schon haben, bleibt auf ihnen.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Abmelden</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Abgemeldet.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Passwort ändern</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>Altes Passwort</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Neues Passwort</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Neues Passwort noch einmal</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>Alle anderen Geräte werden abgemeldet. Ein Passwort hat mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Ändern</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Die beiden neuen Passwörter sind verschieden.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Das Passwort ist geändert.</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Konto löschen</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>Alles, was du geschrieben hast, wird für alle gelöscht, auch deine Dateien, und niemand kann sich mehr mit dem Konto anmelden. Das lässt sich nicht zurücknehmen. Was auf diesem Computer ist, bleibt, bis du dich hier abmeldest: Exportiere es vorher, wenn du es behalten willst.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Endgültig löschen</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>Das Konto ist gelöscht.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>%n Änderung hat den Server nicht erreicht und ginge verloren. </numerusform>
            <numerusform>%n Änderungen haben den Server nicht erreicht und gingen verloren. </numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>Alles, was du geschrieben hast, ist auf dem Server. </translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>Von diesem Computer abmelden?</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>Alle Nachrichten und Dateien des Kontos werden von diesem Computer entfernt.</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>Abmelden und verlieren</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>Nachrichten auf diesem Computer</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Platz auf dem Datenträger</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Sichere Verbindung</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Uhr</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Infobereich</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>Es ist noch niemand angemeldet.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>Starte Kith neu: Es repariert die Datei und bewahrt die beschädigte auf.</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>Die Datei mit deinen Nachrichten ist beschädigt.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>Starte Kith neu: Es repariert die Datei und bewahrt die beschädigte auf. Was noch gesendet werden soll, wird übernommen.</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>Nachrichten, die der Server nicht angenommen hat: %1.</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>Sie sind in ihren Chats markiert: Versuche es erneut oder verwirf sie.</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>Die Datei ist in Ordnung: Nachrichten: %1, warten auf das Senden: %2.</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>Wie viel Platz ist, lässt sich nicht feststellen.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 sind frei.</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>Schaffe Platz: Ohne ihn kann nichts Neues gespeichert werden.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 antwortet nicht.</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>Entsperre den Schlüsselbund oder sieh nach, ob er nach einem Passwort fragt.</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>%1 enthält die Anmeldung dieses Kontos.</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>%1 antwortet, enthält aber keine Anmeldung dieses Kontos.</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>Melde dich neu an; auf diesem Computer geht dabei nichts verloren.</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>%1 kann gerade nicht antworten.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>Entsperre den Schlüsselbund. Kith wartet darauf und meldet dich deswegen nie ab.</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>Der Server und dieses Kith haben keine gemeinsame Version.</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>Bringe das ältere von beiden auf den neuesten Stand.</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>%1 antwortet (Version %2).</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>Ist dieser Computer online? Stimmt die Adresse des Servers noch?</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>Eine Firewall oder ein Anmeldeportal des Netzes könnte dazwischen sein.</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>Siehe unten unter „Sichere Verbindung“.</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>Vielleicht antwortet an seiner Stelle ein Anmeldeportal des Netzes: Öffne einmal eine Webseite.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Versuche es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>Nicht benutzt: Der Server läuft auf diesem Computer.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>Dieser Computer vertraut dem Zertifikat des Servers.</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>Umgehe das nicht. Geht die Uhr richtig? Liest ein Virenscanner oder der Proxy einer Firma Verbindungen mit? Frage, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>Zuerst muss der Server antworten.</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>Sie wird mit der des Servers verglichen, solange Kith verbunden ist.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>Sie stimmt mit der des Servers überein.</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>Sie geht gegenüber der des Servers %1 Min. vor.</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>Sie geht gegenüber der des Servers %1 Min. nach.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>Lass das System die Zeit selbst stellen. Die Reihenfolge der Nachrichten stimmt trotzdem.</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>Keiner: Der Server wird direkt erreicht.</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>Laut System: über %1, Port %2.</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>Wenn der Server nicht erreichbar ist, kann es am Proxy liegen: Er muss WebSockets durchlassen.</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>Das System zeigt sie an.</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>Das System sagt, dass es keine anzeigt.</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>Sieh in den Systemeinstellungen für Benachrichtigungen nach.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>Es gibt einen.</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>Dieser Desktop hat keinen.</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>Kith geht auch ohne; lass das Fenster offen, damit du Neues mitbekommst.</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>Beim Nachsehen wird nichts verändert und nichts verschickt.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Bericht kopieren</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Paket erstellen…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>Eine Datei für den Support, ohne irgendetwas, das du oder andere geschrieben haben; du siehst sie, bevor sie geschrieben wird</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>Das Paket wird erstellt…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>Es wurde kein Paket erstellt. %1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>noch nicht geprüft</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>wird geprüft</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>gut zu wissen</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>Handlungsbedarf</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>nicht feststellbar</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>Kopiert, ohne Namen und Adressen.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>Nichts wird von selbst gesendet: Gib die Datei der Person, die dir hilft.</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>Mit den &amp;Dateien, die auf diesem Computer sind</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;Wählen…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportieren</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>Schreibt alle Chats in einen neuen Ordner.</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>Schreibt den Chat „%1“ in einen neuen Ordner.</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>Alles kommt von diesem Computer; kein Server wird gefragt. Wer den Ordner lesen kann, kann die Nachrichten lesen.</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>Seiten für einen Browser (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>Daten für Programme (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Neuer Ordner</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Fortschritt des Exports</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>Wohin der neue Ordner kommt</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Wird gezählt…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>%1 von %2 Nachrichten: %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>Angehalten. Im Ordner wurde nichts zurückgelassen.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>%n Nachricht geschrieben.</numerusform>
            <numerusform>%n Nachrichten geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>%n Datei kopiert.</numerusform>
            <numerusform>%n Dateien kopiert.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n Datei ist nicht auf diesem Computer und wird nur genannt.</numerusform>
            <numerusform>%n Dateien sind nicht auf diesem Computer und werden nur genannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n Nachricht ist nur auf dem Server: Lade sie zuerst, wenn du sie auch willst.</numerusform>
            <numerusform>%n Nachrichten sind nur auf dem Server: Lade sie zuerst, wenn du sie auch willst.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>Ohne Ton senden</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>Eine Nachricht weiterleiten</numerusform>
            <numerusform>%n Nachrichten weiterleiten</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Chats suchen</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Weiterleiten</translation>
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
        <translation>Dieser Link führt zu nichts, was auf diesem Computer ist.</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>Kith kann das Konto nicht reparieren</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>Der Server hat diesen Computer abgemeldet. Alles, was du hast, ist noch da.</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>Kith kann das Konto nicht öffnen</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>Du bist abgemeldet, aber %1 konnte nicht entfernt werden.</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n Nachricht ist nur auf dem Server und nicht in diesem Export</numerusform>
            <numerusform>%n Nachrichten sind nur auf dem Server und nicht in diesem Export</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Alle Chats</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 hat die Gruppe geändert</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Jemand</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Diese Nachricht wurde gelöscht.</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Weitergeleitet von %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>Eine Nachricht von einer Art, die diese Version nicht kennt.</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>Eine Nachricht, die nicht in diesem Export ist.</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>Kith spricht diese Sprache ab dem nächsten Start.</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Entwurf: </translation>
    </message>
</context>
<context>
    <name>kith::ListPane</name>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Suchergebnisse</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>Chats, Personen und Nachrichten suchen</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>Suchen (Strg+K)
from:ana  in:&quot;Sommerhaus&quot;  has:file, picture oder link
after:2026-03-05  before:2026-04
&gt; zeigt die Befehle</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>Neuer Chat oder neue Gruppe</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Neuer Chat (Strg+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Neuer Chat…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Neue Gruppe…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Jetzt versuchen</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Jetzt versuchen, zu verbinden</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>&amp;Verlauf prüfen…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>&amp;Diagnose… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>Über &amp;Kith</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>Keine Chats</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Noch keine Chats</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>Finde jemanden über den Anmeldenamen und sag Hallo.</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Loslösen</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Anheften</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Stummschaltung aufheben</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelesen markieren</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ungelesen markieren</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>Verlauf prüfen…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · die Uhr dieses Computers weicht um %1 Min. ab</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>schreibt…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n Person schreibt…</numerusform>
            <numerusform>%n Personen schreiben…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 schreibt…</translation>
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
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Was tun…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Der Ordner %1 kann nicht angelegt werden.</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>dich</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>jemand</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>%Ln Nachricht noch nicht geladen</numerusform>
            <numerusform>%Ln Nachrichten noch nicht geladen</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>Ab hier ungelesene Nachrichten</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bearbeitet</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>als Antwort an %1: %2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Diese Nachricht wurde gelöscht</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>eine Nachricht, die diese Version nicht anzeigen kann (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 einmal</numerusform>
            <numerusform>%1 %n Mal</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>ausgewählt</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>nicht ausgewählt</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>ohne Ton gesendet</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>verschwindet am %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>weitergeleitet</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>weitergeleitet von %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>wird für alle gelöscht</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>Link zu %1: %2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Nachrichten</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>Das Passwort ist länger, als ein Proxy es nimmt.</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>&amp;Verwenden</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>Weg &amp;testen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Keiner</translation>
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
        <translation>im Schlüsselbund</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse des Proxys</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port des Proxys</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Name für den Proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Passwort für den Proxy</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>Server zum Testen</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>Der Weg, Schritt für Schritt</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>Adresse, Port</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>Gilt ab jetzt.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test läuft…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>Der ganze Weg ist frei.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>Hier endet es: %1.</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Name der Gruppe</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Mitglieder</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>Mit Entf wird die markierte Person wieder entfernt</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Erstellen</translation>
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
        <translation>Neue Nachricht</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln neue Nachricht</numerusform>
            <numerusform>%Ln neue Nachrichten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>So wird eine neue Nachricht gemeldet.</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>Niemand hier hat einen Anmeldenamen wie „%1“.</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>Gib den Anmeldenamen der gesuchten Person ein.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Suche läuft…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>Anmeldename oder Name</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Gefundene Personen</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Die Einstellungen können nicht in %1 gespeichert werden.</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>Jemanden &amp;blockieren…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Freigeben</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>Alle auf dem Server</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>Wer meinen ganzen Anmeldenamen eintippt</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Niemand</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>Wer mich finden kann</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Blockierte</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>Zwischen dir und einem Blockierten gibt es keine Nachrichten, keine Hinweise und keine Online-Anzeige. Gruppen, in denen ihr beide seid, gehen unverändert weiter.</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>Jemand, der hier nicht bekannt ist</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>Jemanden blockieren</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>Deine lokalen Daten wurden repariert</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>Nichts ging verloren</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>Einiges, was es nur hier gab, konnte nicht gerettet werden</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>Die Datei auf diesem Computer, die deine Nachrichten enthält, war beschädigt. Kith hat eine neue angelegt und holt deine Nachrichten wieder vom Server. Was es nur auf diesem Computer gab, wurde übernommen:</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>Die beschädigte Datei wird aufbewahrt, nichts davon wurde gelöscht:
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>Älteres Ergebnis</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>Neueres Ergebnis</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Umschalt+Eingabe</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Suche schließen</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>„%1“ ist nicht zu verstehen</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>Niemand hier heißt „%1“</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Nichts gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>%Ln Nachricht hier, %1 weitere nur auf dem Server</numerusform>
            <numerusform>%Ln Nachrichten hier, %1 weitere nur auf dem Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>%Ln Nachricht, alles hier</numerusform>
            <numerusform>%Ln Nachrichten, alle hier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>%Ln Nachricht hier, ganz im Index · %1 weitere nur auf dem Server</numerusform>
            <numerusform>%Ln Nachrichten hier, alle im Index · %1 weitere nur auf dem Server</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>%Ln Nachricht hier, ganz im Index</numerusform>
            <numerusform>%Ln Nachrichten hier, alle im Index</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>„%1“ ist nicht zu verstehen. has: nimmt file, picture oder link; after: und before: nehmen einen Tag wie 2026-03-05.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Niemand hier heißt „%1“.</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>Kein Chat heißt „%1“.</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>Nachrichten: die neuesten %1</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>Nachrichten: %1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Chat beginnen</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Nichts gefunden für „%1“</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>Dateien an %1 senden</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Zu sendende Dateien</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Bildunterschrift</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>Bildunterschrift hinzufügen…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Hinzufügen…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>„%1“ ist ein Ordner. Packe ihn in eine Datei, um ihn zu senden.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>„%1“ ist nicht vorhanden.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>„%1“ kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>„%1“ ist größer als %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>Es wird höchstens eine Datei auf einmal gesendet.</numerusform>
            <numerusform>Es werden höchstens %n Dateien auf einmal gesendet.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>Das eingefügte Bild kann nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Noch keine Dateien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln Datei</numerusform>
            <numerusform>%Ln Dateien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln Nachricht</numerusform>
            <numerusform>%Ln Nachrichten</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 Datei</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>Die Bildunterschrift ist um %Ln Byte zu lang.</numerusform>
            <numerusform>Die Bildunterschrift ist um %Ln Bytes zu lang.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Wird vorbereitet…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Dateien hinzufügen</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>„%1“ verrät, wo es aufgenommen wurde, und hier lässt sich keine Kopie ohne das machen.</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Hoher Kontrast</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Textgröße</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>Eine andere Schrift als die des Systems</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Schriftart</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>Neue Nachrichten melden</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>Nur, dass es eine gibt</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Wer geschrieben hat</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>Wer was geschrieben hat</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>Was eine Benachrichtigung zeigt</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Ruhezeiten</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Ruhe ab</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Ruhe bis</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>Im Infobereich weiterlaufen, wenn das Fenster geschlossen wird</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>Dieser Desktop hat keinen Infobereich: Mit dem Fenster wird Kith beendet.</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Test-Benachrichtigung</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Sie zeigt</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Was</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>Chats, Personen, Nachrichten und Befehle finden</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>Von Bereich zu Bereich</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Senden</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Neue Zeile</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>Letzte eigene Nachricht bearbeiten</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>Beim Schreiben durch die Nachrichten blättern</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>Nachricht auswählen (bei den Nachrichten)</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>Was sich mit einer Nachricht tun lässt</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Zur neuesten Nachricht</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>Nichts geht verloren, nichts kommt doppelt, und es lässt sich beweisen.</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>Lizenz: MIT. Gebaut mit Qt %1.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Benachrichtigungen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privatsphäre</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Konto und Geräte</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Speicher</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Netz</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Über</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>Die Adresse deines Servers, zum Beispiel chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Das ist keine Adresse.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Server wird gesucht…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>Server gefunden, Version %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, Version %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>Der Server ist nicht erreichbar. Stimmt die Adresse, und bist du online?</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>Dort ist etwas, aber es antwortet nicht.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>Die Verbindung ist nicht sicher: Dem Zertifikat des Servers wird nicht vertraut.</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>Das ist kein Kith-Server.</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>Dieser Server spricht eine andere Version (%1). Aktualisiere Kith oder frage, wer den Server betreibt.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Dein Name</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>Zustand des Servers</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Anmeldename</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Passwort</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>Bei Kith anmelden</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Konto erstellen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>Ich habe schon ein Konto</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>Ich bin neu hier: Konto erstellen</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Gib deinen Anmeldenamen ein.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Gib dein Passwort ein.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Wird erstellt…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Anmeldung läuft…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Passwort verbergen</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Passwort zeigen</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>Proxy-Einstellungen…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>Dateien dieses Chats &amp;entfernen…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>&amp;Alle Dateien entfernen…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Höchstens behalten</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>Alle Chats e&amp;xportieren…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>Nur Dateien, die auch der Server hat, werden entfernt. Texte und noch nicht Gesendetes bleiben; eine Datei kommt wieder, wenn du sie anklickst.</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>Dateien auf diesem Computer nach Chats</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>Texte und Suchindex: %1. Dateien: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1, %n Datei, %2</numerusform>
            <numerusform>%1, %n Dateien, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>Dateien entfernen</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>Alle Dateien, die auch der Server hat, von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>Die Dateien von „%1“ von diesem Computer entfernen?</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>Die Texte bleiben. Eine Datei, die du wieder willst, wird vom Server geholt.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>Was mit dieser Nachricht geschah</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>Wo die Nachricht steht</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Was als Nächstes kommt</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>Was geschah, der Reihe nach</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Erneut versuchen</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>Alles hier für den Support kopieren</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>Kith öffnen</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Nicht stören</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Beenden</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith: %Ln Chat mit Neuem</numerusform>
            <numerusform>Kith: %Ln Chats mit Neuem</numerusform>
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
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>&amp;Abweichungen beheben</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Verlauf prüfen</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>Vergleicht den Chat „%1“ auf diesem Gerät mit dem Server.</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>Vergleicht alle Chats auf diesem Gerät mit dem Server.</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>Was auf das Senden wartet, Entwürfe und Lesemarken bleiben unberührt. Du kannst währenddessen weiterschreiben.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Fortschritt des Vergleichs</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Vergleichen</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>Bericht für den Support kopieren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Warten auf den Server…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>Warten auf eine Verbindung…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>Chat %1 von %2 wird verglichen…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>Erneut &amp;vergleichen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>Bearbeitete Nachricht</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>Fassungen der Nachricht, neueste zuerst</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>Der Server wird nach den früheren Texten gefragt …</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>Die früheren Texte können nicht gezeigt werden. %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Bis %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>Die ältesten Texte werden nicht mehr aufbewahrt.</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Voriges Bild</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Pfeil links</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Nächstes Bild</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Pfeil rechts</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Größer</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Speichern unter…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Du</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>Dieses Bild kann nicht angezeigt werden. Es lässt sich speichern und mit einem anderen Programm öffnen.</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>Neuer Chat</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Neue Gruppe</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>In diesem Chat suchen</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Dateien anhängen</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Nächster Chat</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Voriger Chat</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>Details und Mitglieder dieses Chats</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>Diesen Chat stummschalten oder nicht mehr</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Diesen Chat anheften oder loslösen</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>Diesen Chat als gelesen markieren</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>Über Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Verlauf prüfen</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Offline arbeiten</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Online gehen</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>Diesen Chat exportieren</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Alle Chats exportieren</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>Support-Paket</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>Genau das würde diesen Computer verlassen, %1 in einer Datei. Texte sind erfunden, Personen haben Decknamen. Noch ist nichts geschrieben, und nichts wird gesendet.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Die Daten</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Datei schreiben…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Paket schreiben</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>Support-Pakete (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Nicht geschrieben</translation>
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
        <translation>kein Grund angegeben</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>er war ausgelastet</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>zu viel auf einmal</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>sein Speicher antwortete nicht</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>er kennt die Nachricht noch nicht</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>Deine Bearbeitung: </translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>Deine Löschung: </translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>Deine Reaktion: </translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>Das Senden war versucht worden, und das Programm endete, bevor eine Antwort kam.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>%n Versuch (%1) blieb ohne Antwort; zuletzt: %2.</numerusform>
            <numerusform>%n Versuche (%1) blieben ohne Antwort; zuletzt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>Ein Versuch blieb ohne Antwort: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>Der Server bat einmal (%1), zu warten; zuletzt: %2.</numerusform>
            <numerusform>Der Server bat %n Mal (%1), zu warten; zuletzt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>Der Server bat, zu warten: %1.</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>Der Server hat es abgelehnt. %1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>Du hast das Senden erneut angestoßen.</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>Die Antwort des Servers kam.</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>Im Verlauf des Servers war sie nicht mehr. Sie wurde unter derselben Nummer erneut eingereiht.</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>Der Server nahm die Zeit in ihrer Nummer nicht an: Sie läuft weiter als %1.</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>Du hast es aufgegeben.</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>Keine Verbindung (%1). Gescheiterte Versuche: %n; zuletzt: %2.</numerusform>
            <numerusform>Keine Verbindung (%1). Gescheiterte Versuche: %n; zuletzt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>Keine Verbindung (%1).</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> und %n weitere</numerusform>
            <numerusform> und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>In einer Gruppe dieser Größe erfährt niemand, wie weit die einzelnen Mitglieder sind.</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>Gesehen von %1.</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>Auf einem Gerät von %1, noch nicht gesehen.</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>Noch nicht auf einem Gerät von %1.</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>(Der Server teilt mit, wie weit die Mitglieder sind, aber nicht, seit wann.)</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>Du hast sie aufgegeben, bevor sie auf dem Server war.</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>Sie läuft jetzt unter einer anderen Nummer.</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>Dieses Gerät hat sie nicht.</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>Sie ist auf diesem Gerät gespeichert und noch nicht auf dem Server.</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>Sie ist auf diesem Gerät gespeichert. Der Server hat sie nicht angenommen.</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>Sie ist hier aus der Zeit, bevor sich der Verlauf des Servers geändert hat; der Server hat sie noch nicht bestätigt.</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>Sie wurde für alle gelöscht.</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>Sie ist hier, und du hast sie gesehen.</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Sie ist hier.</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>Sie ist auf dem Server, und alle haben sie gesehen.</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>Sie ist auf dem Server und bei allen auf einem Gerät.</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>Sie ist auf dem Server.</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>Wird gesendet, sobald du wieder online arbeitest.</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>Wird gesendet, nachdem du dich wieder angemeldet hast.</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>Wird gesendet, sobald dieses Gerät den Stand des Servers eingeholt hat.</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>Ist unterwegs: Die Antwort des Servers wird erwartet.</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>Gescheiterte Versuche seit %1: %n; zuletzt: %2.</numerusform>
            <numerusform>Gescheiterte Versuche seit %1: %n; zuletzt: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>. So lange wird gewartet.</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>Du entscheidest: erneut versuchen, bearbeiten, den Text kopieren oder verwerfen.</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>abgelehnt (%1). Versuche es erneut oder gib es auf.</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>Sie ist in „%1“, in einem Teil, den dieses Gerät noch nicht geholt hat.</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>Der Server hat sie in keinem deiner Chats.</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>Sie kann in einem Teil eines Chats sein, der hier nicht vorliegt, oder in einem Chat, in dem du nicht bist, oder es gibt keine solche Nachricht.</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>Hier ist nichts mehr zu tun: Die anderen bekommen sie, wenn ihre Geräte verbunden sind.</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>Ein anderes Kith-Programm hat dieses Konto geöffnet und sendet sie, sobald es verbunden ist.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>Der Server bat, zu warten (%1); nächster Versuch in %n s.</numerusform>
            <numerusform>Der Server bat, zu warten (%1); nächster Versuch in %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>Wird nach den Dateien gesendet, die gerade hochgeladen werden.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>Frühere Änderungen dieses Chats gehen voraus: %n.</numerusform>
            <numerusform>Frühere Änderungen dieses Chats gehen voraus: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>hier gespeichert und noch nicht auf dem Server.</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>d. MMM</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMM yyyy</translation>
    </message>
    <message>
        <source>You entered it, and it was saved on this disk.</source>
        <translation>Du hast sie geschrieben, und sie wurde auf diesem Datenträger gespeichert.</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>Du hast sie auf einem anderen Gerät geschrieben, oder hier, bevor Versuche aufgezeichnet wurden.</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>Von %1 geschrieben (nach der Uhr des Geräts).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>Der Server hat sie als Nummer %1 dieses Chats gespeichert (Uhr des Servers).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>Der Server hat sie als Nummer %1 ihres Chats gespeichert (Uhr des Servers).</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>Sie wurde später gelöscht; wann, wird nicht mitgeteilt.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>Sie wurde seitdem geändert; Änderungen: %n.</numerusform>
            <numerusform>Sie wurde seitdem geändert; Änderungen: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>Wann sie hier ankam, ist nicht aufgezeichnet.</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>Der Server weiß, dass ein Gerät von dir sie hat.</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>Der Server weiß noch nicht, dass sie hier ist.</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>Sie steht in einem Teil des Chats, der seit einer Lücke nicht mit dem Server verglichen wurde; dort kann sie sich geändert haben.</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>Alles andere ist auf dem Server</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Alles ist auf dem Server</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>Alles bis %1 ist auf dem Server</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>Noch keine Verbindung zum Server gehabt</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n wartet</numerusform>
            <numerusform>%n warten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n nicht gesendet</numerusform>
            <numerusform>%n nicht gesendet</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>Der Vergleich wurde vor dem Ende abgebrochen.</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>Dieser Server ist für einen Vergleich zu alt: Es wurde nichts verglichen.</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>Der Datenträger konnte nicht gelesen oder beschrieben werden: Der Vergleich ist unvollständig.</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>verglichene Nachrichten: %n</numerusform>
            <numerusform>verglichene Nachrichten: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>Dieses Gerät und der Server stimmen überein (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>Gefundene und behobene Abweichungen: %n (%1). Dieses Gerät und der Server stimmen jetzt überein.</numerusform>
            <numerusform>Gefundene und behobene Abweichungen: %n (%1). Dieses Gerät und der Server stimmen jetzt überein.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>Gefundene Abweichungen: %n (%1).</numerusform>
            <numerusform>Gefundene Abweichungen: %n (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Es wurde nichts geändert.</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>Nicht alles konnte verglichen oder behoben werden (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>Ältere Nachrichten, noch nicht geholt: %n.</numerusform>
            <numerusform>Ältere Nachrichten, noch nicht geholt: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>Nachrichten von vor einer Lücke, noch nicht bestätigt: %n.</numerusform>
            <numerusform>Nachrichten von vor einer Lücke, noch nicht bestätigt: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>Einträge, die diese Version nicht lesen kann: %n.</numerusform>
            <numerusform>Einträge, die diese Version nicht lesen kann: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>stimmt überein</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>behobene Abweichungen: %n</numerusform>
            <numerusform>behobene Abweichungen: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>Abweichungen: %n</numerusform>
            <numerusform>Abweichungen: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>die Zeilen sind gleich, die Prüfsummen beider Seiten nicht</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>nicht verglichen: du bist kein Mitglied</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>nicht verglichen: noch nicht auf dem Server</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>nicht verglichen: ändert sich gerade zu schnell</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>nicht verglichen: vom Server abgelehnt</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>; noch nicht geholt: %n</numerusform>
            <numerusform>; noch nicht geholt: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>; unlesbar: %n</numerusform>
            <numerusform>; unlesbar: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>Der Suchindex passte nicht zu den Texten.</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>Falsch verzeichnete Abschnitte des Verlaufs: %n.</numerusform>
            <numerusform>Falsch verzeichnete Abschnitte des Verlaufs: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>Nachrichten, die nie gesendet worden wären: %n. Sie sind als nicht gesendet markiert, damit du entscheiden kannst.</numerusform>
            <numerusform>Nachrichten, die nie gesendet worden wären: %n. Sie sind als nicht gesendet markiert, damit du entscheiden kannst.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>Lesemarken, die zu weit vorn standen: %n.</numerusform>
            <numerusform>Lesemarken, die zu weit vorn standen: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>Das ist behoben.</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>Nachricht %1 war eine andere als auf dem Server</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>Nachricht %1 fehlte</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>eine Nachricht bei %1 ist nicht auf dem Server</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>eine Reaktion wich ab</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>ein Mitglied wich ab</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>der Titel oder die Zahl der Mitglieder wich ab</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>d.M.yy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>dddd, d. MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>d. MMMM yyyy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>online</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>gerade eben zuletzt online</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>vor %n Min. zuletzt online</numerusform>
            <numerusform>vor %n Min. zuletzt online</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>zuletzt online um %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>zuletzt online am %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>nicht gesendet</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>hier gespeichert, wartet auf das Senden</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>auf dem Server</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>zugestellt</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>gesehen</translation>
    </message>
    <message>
        <source>member</source>
        <translation>Mitglied</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>Admin</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>Eigentümer</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>Das darfst du hier nicht.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Du bist nicht mehr Mitglied dieses Chats.</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>Die Nachricht ist länger, als der Server annimmt (16 KiB).</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>Zum Bearbeiten zu alt.</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>Diese Person nimmt keine Nachrichten von dir an.</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>Der Server hat es nicht mehr.</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>Der Server hat unter derselben Nummer eine andere Nachricht.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Jemand anders hat es zuerst geändert.</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>Der Datenträger ist voll. Dein Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>Der Datenträger kann nicht beschrieben werden. Dein Text bleibt hier erhalten.</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>Das wartet seit mehr als einer Woche. Trotzdem senden?</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Es gibt nichts zu senden.</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>Das wäre nie mehr gesendet worden. Jetzt senden?</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>Das ist auf diesem Computer nicht mehr lesbar.</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>Zu viele Nachrichten warten auf das Senden.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>Der Server ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>Zu schnell: Der Server bittet um einen Moment Geduld.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>Anmeldename oder Passwort ist falsch.</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>Diesen Anmeldenamen hat schon jemand. Wähle einen anderen.</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>Dieser Server nimmt keine neuen Konten an.</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>Ein Anmeldename hat 3 bis 32 Zeichen: a–z, 0–9, Punkt, Bindestrich, Unterstrich.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>Ein Passwort hat mindestens 8 Zeichen.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>Ein Name hat 1 bis 64 Zeichen.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>Die Datei ist größer, als der Server annimmt.</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>Deine Dateien belegen den ganzen Platz, den du auf diesem Server hast.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Die Datei ist nicht mehr da.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Die Datei kann nicht gelesen werden.</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>Die Datei hat sich geändert, seit du sie gewählt hast. Versuche es erneut, um sie im jetzigen Stand zu senden.</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>Was ankam, ist nicht die Datei, die gesendet wurde. Es wurde weggeworfen.</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>Eine Nachricht kann höchstens zehn Dateien haben.</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>Die Datei ist nicht mehr auf dem Server.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>Der Server hat es abgelehnt.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>Der Server hat es abgelehnt (%1).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>%1 · wartet auf das Senden</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>%1 · wartet</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>Datei %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>Datei %1, %2, nicht heruntergeladen</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>Datei %1, %2, wird gesendet</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>Datei %1, %2, wird heruntergeladen</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>Datei %1, %2, fehlgeschlagen: %3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>Keine Verbindung zum Server. Prüfe das Netz und die Adresse.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Der Server hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>Nicht gefunden: %1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>Ein anderes Fenster oder Programm benutzt dieses Konto. Schließe es zuerst.</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>Dieses Konto wurde zuletzt von einer neueren Version von Kith geöffnet. Installiere diese Version, um es zu öffnen. Es wurde nichts verändert.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Der Datenträger ist voll.</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>Die lokalen Daten können nicht gelesen werden: %1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>Der Datenträger oder das System hat abgelehnt: %1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>Ein Dienst antwortet nicht: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n weitere</numerusform>
            <numerusform>%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>%1 hat die Gruppe „%2“ erstellt</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 hat %2 hinzugefügt</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 hat %2 entfernt</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 hat die Gruppe verlassen</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 hat die Gruppe „%2“ genannt</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 hat die Rolle für %2 geändert</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 hat die Gruppe geändert</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbinden…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>Neues wird geholt…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>Keine Verbindung, nächster Versuch in %n s</numerusform>
            <numerusform>Keine Verbindung, nächster Versuch in %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>Keine Verbindung, neuer Versuch…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Bitte neu anmelden</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>Diese Version und der Server passen nicht zusammen</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Warten auf den Schlüsselbund</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Der Datenträger ist voll</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>Der Datenträger kann nicht beschrieben werden</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>Lokale Daten werden repariert…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>Gerettete ungesendete Nachrichten: %1. Sie werden von selbst gesendet, und nur einmal.</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>Ungesendete Nachrichten, die nicht gelesen werden konnten: %1.</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>Vielleicht gab es mehr ungesendete Nachrichten; von ihnen zeugt nichts mehr.</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>Gerettete wartende Bearbeitungen, Löschungen und Einstellungen: %1.</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>Wartende Änderungen, die nicht gelesen werden konnten: %1. Sieh durch, was du zuletzt bearbeitet, gelöscht oder eingestellt hast.</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>Vielleicht gab es mehr Änderungen, die noch gesendet werden sollten.</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>Gerettete Entwürfe: %1.</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>Entwürfe, die nicht gelesen werden konnten: %1.</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>Vielleicht gab es mehr Entwürfe; von ihnen zeugt nichts mehr.</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>Gerettete Lesemarken: %1.</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>Lesemarken, die nicht gelesen werden konnten: %1. Einige Nachrichten können wieder ungelesen sein.</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>Einige Nachrichten, die du gelesen hattest, können wieder ungelesen sein.</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>Nichts wartete auf das Senden, und es gab keine Entwürfe.</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>Du hast die Gruppe „%1“ erstellt</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>Du hast %1 hinzugefügt</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>Du hast %1 entfernt</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>Du hast die Gruppe verlassen</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>Du hast die Gruppe „%1“ genannt</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>Du hast die Rolle für %1 geändert</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>Du hast die Gruppe geändert</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>%1 ist über eine Einladung beigetreten</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 hat eine Nachricht angeheftet</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>Du bist über eine Einladung beigetreten</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>Du hast eine Nachricht angeheftet</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>Abgestimmt: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonym</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>beendet</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>Kith kann nicht starten</translation>
    </message>
</context>
</TS>
