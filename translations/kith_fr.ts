<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr_FR" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>Recherche de l’adresse</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>Accès au proxy</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Accès au serveur</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Chiffrement (TLS)</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>Réponse d’un serveur Kith</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>Messages non lus</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>Ce message a été supprimé</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>Ce message nécessite une version plus récente de Kith (%1)</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>1 message pas encore chargé — Charger</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>%Ln message pas encore chargé — Charger</numerusform>
            <numerusform>%Ln messages pas encore chargés — Charger</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>Message antérieur</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Pas encore chargé</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>Cette image ne peut pas être affichée</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Message supprimé</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Pas encore de messages</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Commande&#xa0;: %1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>Commande&#xa0;: %1, %2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>Démarrer une discussion avec %1, @%2</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 dans %2&#xa0;: %3</translation>
    </message>
    <message>
        <source>group</source>
        <translation>groupe</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 non lu(s)</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>marquée comme non lue</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>épinglée</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>en sourdine</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>brouillon&#xa0;: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Vous&#xa0;: %1</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>Une notification a été affichée.</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>Pas affiché&#xa0;: c’est votre propre message.</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>Pas affiché&#xa0;: il signale seulement un changement du groupe.</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>Pas affiché&#xa0;: il a été supprimé.</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>Pas affiché&#xa0;: vous l’avez déjà lu, peut-être sur un autre appareil.</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>Pas affiché&#xa0;: il date de plus de dix minutes. Le compteur le signale.</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>Pas affiché&#xa0;: sa discussion est devant vous.</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>Pas affiché&#xa0;: les notifications sont désactivées dans les paramètres.</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>Pas affiché&#xa0;: «&#xa0;Ne pas déranger&#xa0;» est activé.</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>Pas affiché&#xa0;: ce sont vos heures calmes.</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>Pas affiché&#xa0;: cette discussion est en sourdine.</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>Pas affiché&#xa0;: ce bureau n’a pas de service de notifications.</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>Mémoire actuelle&#xa0;: %1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>Du démarrage à la première image&#xa0;: %1 ms</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>Messages ici&#xa0;: %1 dans %2 discussions</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>Sur le serveur uniquement&#xa0;: %1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>Sur le serveur uniquement&#xa0;: aucun</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>Index de recherche&#xa0;: couvre tous les messages présents ici</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>inconnu du serveur</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>pas sur cet ordinateur</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith&#xa0;: discussions exportées</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Discussions exportées</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
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
            <numerusform>%n fichier</numerusform>
            <numerusform>%n fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n fichier absent de cet ordinateur</numerusform>
            <numerusform>%n fichiers absents de cet ordinateur</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n message uniquement sur le serveur</numerusform>
            <numerusform>%n messages uniquement sur le serveur</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>Suppression pour tout le monde…</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>Message transféré</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Transféré de %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1, @%2 sur %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>Rien n’est perdu&#xa0;: ce que vous écrivez reste dans son champ et les messages qui vous sont destinés attendent sur le serveur. Libérez de l’espace&#xa0;; Kith reprendra ensuite de lui-même.</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>Kith ne peut pas écrire sur le disque</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>Rien n’est perdu&#xa0;: ce que vous écrivez reste dans son champ et les messages qui vous sont destinés attendent sur le serveur. Vérifiez le disque et les droits de son dossier&#xa0;; Kith reprendra ensuite de lui-même.</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>Détails et membres</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>sera créée quand le serveur sera joignable</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>vous n’êtes plus membre</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 membre</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln membre</numerusform>
            <numerusform>%Ln membres</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>%1, %2. Détails</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>Renommer</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Ajouter un membre…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Quitter le groupe…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Détails</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (vous)</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>Le serveur qui héberge cette discussion peut la lire.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Ajouter un membre</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Quitter le groupe</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>Quitter «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>Vous gardez ce que vous avez lu. Pour revenir, quelqu’un d’autre devra vous ajouter.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>Rétrograder en simple membre</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Nommer administrateur</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Retirer du groupe</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exporter…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>Choisissez une discussion pour commencer à écrire</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>Aller au message le plus récent (Fin)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>Recherche du message sur le serveur…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>Le serveur n’a plus ce message.</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>Ce message n’est pas sur cet ordinateur et le serveur ne peut pas être interrogé pour l’instant.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Vous n’êtes plus membre de cette discussion.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Messages avec %1</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>Aller au message le plus récent, %1 non lu(s)</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Message non envoyé</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Modifier</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copier</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Abandonner</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>Pourquoi n’est-il pas arrivé&#xa0;?</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Détails du message…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Répondre</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Réagir</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copier le texte</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Copier la sélection</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Supprimer pour tous</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Supprimer</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>Déposez les fichiers pour les envoyer</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Enregistré sous %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>Non enregistré sous %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Arrêter l’envoi</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>Arrêter l’envoi et retirer ce message&#xa0;?</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>Les fichiers restent où ils sont sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuer</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>«&#xa0;%1&#xa0;» n’est plus sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Ouvrir le fichier</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>«&#xa0;%1&#xa0;» pourrait exécuter un programme. L’ouvrir&#xa0;?</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>Ne l’ouvrez que si vous l’attendiez de cette personne.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>Aucun programme trouvé pour ouvrir «&#xa0;%1&#xa0;». Il peut être enregistré.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Enregistrer sous</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>Arrêter l’envoi…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>Arrêter le téléchargement</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Télécharger à nouveau</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Télécharger</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Voir l’image</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Afficher dans son dossier</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1, %2 :</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>Supprimer pour moi</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>%n message supprimé pour vous.</numerusform>
            <numerusform>%n messages supprimés pour vous.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>Suppression de %n message pour tous.</numerusform>
            <numerusform>Suppression de %n messages pour tous.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>Afficher le texte masqué</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>Textes précédents…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Transférer…</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Choisir des messages</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Aller à un jour…</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>L’original n’est pas sur cet ordinateur.</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Transférer…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copier</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Supprimer…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>Transférer les messages choisis</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>Copier les messages choisis</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>Supprimer les messages choisis</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>Arrêter de choisir des messages</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Choisir des messages</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>%n message choisi</numerusform>
            <numerusform>%n messages choisis</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>Message</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Écrire un message…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Envoyer (Entrée)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>Joindre des fichiers (Ctrl+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>Annuler la réponse ou la modification</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Annuler (Échap)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>reste %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>Trop long de %Ln octet. Un message contient 16 Kio&#xa0;; envoyez-le en plusieurs parties.</numerusform>
            <numerusform>Trop long de %Ln octets. Un message contient 16 Kio&#xa0;; envoyez-le en plusieurs parties.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>Non envoyé. %1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>Non modifié. %1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>Réponse à vous-même</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Réponse à %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Modifier le message</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>Gras</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Italique</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Barré</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Code</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Masqué jusqu’au clic</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Mise en forme</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>Ouvrir</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>Aller à un jour</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Jour</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mois précédent</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mois suivant</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mois</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Année</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Jours du mois</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Y aller</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>Déconnecter l’appareil &amp;choisi…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>Déconnecter tous les &amp;autres…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>Changer le mot de &amp;passe…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>&amp;Supprimer le compte…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>Se &amp;déconnecter de cet ordinateur…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Connecté en tant que %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>Appareils connectés</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Appareil</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programme</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Vu pour la dernière fois</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Interrogation du serveur…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (celui-ci)</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>Connecté depuis %1</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Compte et appareils</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>Déconnecter tous les autres appareils&#xa0;?</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>Déconnecter «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>Ils ne pourront plus ni lire ni écrire. Ce qu’ils contiennent déjà y reste.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Déconnecter</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Déconnecté.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Changer le mot de passe</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>Ancien mot de passe</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Nouveau mot de passe</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Nouveau mot de passe, encore</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>Tous les autres appareils seront déconnectés. Un mot de passe a au moins 8 caractères.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Changer</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Les deux nouveaux mots de passe diffèrent.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Encore</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>Le mot de passe est changé.</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Supprimer le compte</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>Tout ce que vous avez écrit est supprimé pour tous, vos fichiers aussi, et plus personne ne peut se connecter au compte. C’est irréversible. Ce que contient cet ordinateur reste jusqu’à ce que vous vous déconnectiez ici&#xa0;: exportez-le avant si vous voulez le garder.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Supprimer définitivement</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>Le compte est supprimé.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>%n modification n’a pas atteint le serveur et serait perdue. </numerusform>
            <numerusform>%n modifications n’ont pas atteint le serveur et seraient perdues. </numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>Tout ce que vous avez écrit est sur le serveur. </translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>Se déconnecter de cet ordinateur&#xa0;?</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>Tous les messages et fichiers du compte sont retirés de cet ordinateur.</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>Se déconnecter et les perdre</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>Messages sur cet ordinateur</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Place sur le disque</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Trousseau</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Connexion sécurisée</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Horloge</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Zone de notification</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>Personne n’est encore connecté.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>Redémarrez Kith&#xa0;: il répare le fichier et garde l’exemplaire endommagé.</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>Le fichier qui contient vos messages est endommagé.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>Redémarrez Kith&#xa0;: il répare le fichier et garde l’exemplaire endommagé. Ce qui attend d’être envoyé est repris.</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>Messages que le serveur n’a pas acceptés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>Ils sont signalés dans leurs discussions&#xa0;: réessayez ou abandonnez-les.</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>Le fichier est en bon état&#xa0;: messages&#xa0;: %1&#xa0;; en attente d’envoi&#xa0;: %2.</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>Impossible de savoir combien de place il y a.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 libres.</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>Faites de la place&#xa0;: sans elle, rien de nouveau ne peut être gardé.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 ne répond pas.</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>Déverrouillez-le ou regardez s’il demande un mot de passe.</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>%1 contient les identifiants de ce compte.</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>%1 répond, mais ne contient pas les identifiants de ce compte.</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>Connectez-vous à nouveau&#xa0;; rien n’est perdu sur cet ordinateur.</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>%1 ne peut pas répondre pour l’instant.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>Déverrouillez le trousseau. Kith l’attend et ne vous déconnecte jamais pour cela.</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>Le serveur et ce Kith n’ont aucune version en commun.</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>Mettez à jour le plus ancien des deux.</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>%1 répond (version %2).</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>Cet ordinateur est-il en ligne&#xa0;? L’adresse du serveur est-elle toujours valable&#xa0;?</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>Un pare-feu ou un portail du réseau peut s’interposer.</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>Voir «&#xa0;Connexion sécurisée&#xa0;» ci-dessous.</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>Un portail du réseau répond peut-être à sa place&#xa0;: ouvrez une page web une fois.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Réessayez dans une minute.</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>Non utilisée&#xa0;: le serveur est sur cet ordinateur même.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>Cet ordinateur fait confiance au certificat du serveur.</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>Ne passez pas outre. L’horloge est-elle à l’heure&#xa0;? Un antivirus ou le proxy d’une entreprise inspecte-t-il les connexions&#xa0;? Demandez qui gère le serveur.</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>Le serveur doit d’abord répondre.</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>Elle est comparée à celle du serveur tant que Kith est connecté.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>Elle concorde avec celle du serveur.</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>Elle avance de %1 min sur celle du serveur.</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>Elle retarde de %1 min sur celle du serveur.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>Laissez le système régler l’heure de lui-même. Les messages restent dans l’ordre de toute façon.</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>Aucun&#xa0;: le serveur est joint directement.</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>D’après le système&#xa0;: par %1, port %2.</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>Si le serveur n’est pas joignable, le proxy peut en être la cause&#xa0;: il doit laisser passer WebSocket.</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>Le système les affiche.</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>Le système indique qu’il n’en affiche aucune.</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>Regardez les notifications dans les paramètres du système.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>Il y en a une.</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>Ce bureau n’en a pas.</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>Kith fonctionne sans&#xa0;; gardez sa fenêtre ouverte pour être au courant des nouveautés.</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>Regarder ne change rien, et rien n’est envoyé nulle part.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copier le rapport</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Créer un paquet…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>Un fichier pour l’assistance, sans rien de ce que vous ou d’autres avez écrit&#xa0;; vous le voyez avant qu’il soit enregistré</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>Création du paquet…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>Aucun paquet n’a été créé. %1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>pas encore vérifié</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>vérification en cours</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>bon à savoir</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>à corriger</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>impossible à dire</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>Copié, sans noms ni adresses.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>Rien n’est envoyé automatiquement&#xa0;: remettez le fichier à la personne qui vous aide.</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>Avec les &amp;fichiers présents sur cet ordinateur</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>C&amp;hoisir…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exporter</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Afficher dans le dossier</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exporter</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>Écrit toutes les discussions dans un nouveau dossier.</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>Écrit la discussion «&#xa0;%1&#xa0;» dans un nouveau dossier.</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>Tout vient de cet ordinateur&#xa0;; aucun serveur n’est interrogé. Quiconque peut lire le dossier peut lire les messages.</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>Pages pour un navigateur (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>Données pour des programmes (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Nouveau dossier</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progression de l’export</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>Où placer le nouveau dossier</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Comptage…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>%1 sur %2 messages&#xa0;: %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Arrêt…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>Arrêté. Rien n’a été laissé dans le dossier.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>%n message écrit.</numerusform>
            <numerusform>%n messages écrits.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>%n fichier copié.</numerusform>
            <numerusform>%n fichiers copiés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n fichier n’est pas sur cet ordinateur et est seulement nommé.</numerusform>
            <numerusform>%n fichiers ne sont pas sur cet ordinateur et sont seulement nommés.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n message est uniquement sur le serveur&#xa0;: chargez-le d’abord si vous le voulez aussi.</numerusform>
            <numerusform>%n messages sont uniquement sur le serveur&#xa0;: chargez-les d’abord si vous les voulez aussi.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>Envoyer sans son</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>Transférer %n message</numerusform>
            <numerusform>Transférer %n messages</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Rechercher des discussions</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Transférer</translation>
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
        <translation>Ce lien ne mène à rien qui soit sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>Kith ne peut pas réparer le compte</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>Le serveur a déconnecté cet ordinateur. Tout ce que vous avez est toujours là.</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>Kith ne peut pas ouvrir le compte</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>Vous êtes déconnecté, mais %1 n’a pas pu être retiré.</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n message est uniquement sur le serveur et absent de cet export</numerusform>
            <numerusform>%n messages sont uniquement sur le serveur et absents de cet export</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Toutes les discussions</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Plus tôt</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Plus tard</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 a modifié le groupe</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Quelqu’un</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Ce message a été supprimé.</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Transféré de %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>Un message d’un type que cette version ne connaît pas.</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>Un message qui n’est pas dans cet export.</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>Kith parlera cette langue à son prochain démarrage.</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Brouillon&#xa0;: </translation>
    </message>
</context>
<context>
    <name>kith::ListPane</name>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Résultats de la recherche</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Rechercher</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>Rechercher discussions, personnes et messages</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>Rechercher (Ctrl+K)
from:ana  in:&quot;Maison d’été&quot;  has:file, picture ou link
after:2026-03-05  before:2026-04
&gt; liste les commandes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Effacer</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>Nouvelle discussion ou nouveau groupe</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Nouvelle discussion (Ctrl+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Nouvelle discussion…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Nouveau groupe…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Réessayer</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Essayer de se connecter maintenant</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Plus</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>&amp;Vérifier l’historique…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Aid&amp;e</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>&amp;Diagnostic… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Paramètres…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>À &amp;propos de Kith</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>Aucune discussion</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Pas encore de discussion</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>Trouvez quelqu’un par son identifiant et dites bonjour.</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Démarrer une discussion</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Désépingler</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Épingler</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Réactiver le son</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Mettre en sourdine</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marquer comme lue</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marquer comme non lue</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>Vérifier l’historique…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · l’horloge de cet ordinateur est décalée de %1 min</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Passer en ligne</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>écrit…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n personne écrit…</numerusform>
            <numerusform>%n personnes écrivent…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 écrit…</translation>
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
        <translation>modifié</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Que faire…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>Le dossier %1 ne peut pas être créé.</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>vous</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>quelqu’un</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>%Ln message pas encore chargé</numerusform>
            <numerusform>%Ln messages pas encore chargés</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>Messages non lus à partir d’ici</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>modifié</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>en réponse à %1&#xa0;: %2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Ce message a été supprimé</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>un message que cette version ne peut pas afficher (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 %n fois</numerusform>
            <numerusform>%1 %n fois</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>choisi</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>non choisi</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>envoyé sans son</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>disparaît le %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>transféré</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>transféré de %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>en cours de suppression pour tous</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>lien vers %1 : %2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Messages</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>Le mot de passe est plus long que ce qu’accepte un proxy.</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>&amp;Utiliser</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>&amp;Tester le chemin</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Aucun</translation>
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
        <translation>gardé dans le trousseau</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Adresse du proxy</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Port du proxy</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nom pour le proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Mot de passe pour le proxy</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>Serveur à tester</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>Le chemin, étape par étape</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>Adresse, port</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nom</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>Utilisé dès maintenant.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Test en cours…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>Tout le chemin est ouvert.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>bon</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>échec</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>Cela s’arrête ici&#xa0;: %1.</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nom du groupe</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Membres</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>Suppr retire la personne sélectionnée</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Créer</translation>
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
        <translation>Nouveau message</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln nouveau message</numerusform>
            <numerusform>%Ln nouveaux messages</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>et %1 de plus</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>Voici comment un nouveau message est annoncé.</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>Personne ici n’a un identifiant comme «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>Saisissez l’identifiant de la personne recherchée.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Recherche…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>Identifiant ou nom</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personnes trouvées</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>Les paramètres ne peuvent pas être gardés dans %1.</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>&amp;Bloquer quelqu’un…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Débloquer</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>Tout le monde sur le serveur</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>Qui tape mon identifiant entier</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Personne</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>Qui peut me trouver</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personnes bloquées</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>Entre vous et une personne bloquée, il n’y a ni messages, ni signaux, ni marques de présence. Les groupes que vous avez en commun continuent inchangés.</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>Quelqu’un d’inconnu ici</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>Bloquer quelqu’un</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>Vos données locales ont été réparées</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>Rien n’a été perdu</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>Une partie de ce qui n’était qu’ici n’a pas pu être sauvée</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>Le fichier de cet ordinateur qui contient vos messages était endommagé. Kith en a créé un nouveau et récupère à nouveau vos messages sur le serveur. Ce qui n’existait que sur cet ordinateur a été repris&#xa0;:</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>Le fichier endommagé est conservé, rien n’en a été supprimé&#xa0;:
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Afficher le dossier</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>Rechercher dans cette discussion</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>Résultat plus ancien</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Entrée</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>Résultat plus récent</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Maj+Entrée</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Fermer la recherche</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Échap</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>Personne ici ne s’appelle «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>Rien trouvé</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>%Ln message ici, %1 de plus sur le serveur uniquement</numerusform>
            <numerusform>%Ln messages ici, %1 de plus sur le serveur uniquement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>%Ln message, tout est ici</numerusform>
            <numerusform>%Ln messages, tous ici</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>%Ln message ici, indexé · %1 de plus sur le serveur uniquement</numerusform>
            <numerusform>%Ln messages ici, tous indexés · %1 de plus sur le serveur uniquement</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>%Ln message ici, indexé</numerusform>
            <numerusform>%Ln messages ici, tous indexés</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>«&#xa0;%1&#xa0;» n’est pas compris. has: accepte file, picture ou link&#xa0;; after: et before: acceptent un jour comme 2026-03-05.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Personne ici ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>Aucune discussion ne s’appelle «&#xa0;%1&#xa0;».</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Commandes</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>Messages&#xa0;: les %1 plus récents</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>Messages&#xa0;: %1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Discussions</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Démarrer une discussion</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>Rien trouvé pour «&#xa0;%1&#xa0;»</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>Envoyer des fichiers à %1</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Fichiers à envoyer</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Légende</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>Ajouter une légende…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Ajouter…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«&#xa0;%1&#xa0;» est un dossier. Compressez-le en un seul fichier pour l’envoyer.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>«&#xa0;%1&#xa0;» est introuvable.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>«&#xa0;%1&#xa0;» ne peut pas être lu.</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>«&#xa0;%1&#xa0;» dépasse %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>Au plus %n fichier est envoyé à la fois.</numerusform>
            <numerusform>Au plus %n fichiers sont envoyés à la fois.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>L’image collée ne peut pas être gardée&#xa0;: %1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Pas encore de fichiers</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln fichier</numerusform>
            <numerusform>%Ln fichiers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln message</numerusform>
            <numerusform>%Ln messages</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 fichier</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>La légende est trop longue de %Ln octet.</numerusform>
            <numerusform>La légende est trop longue de %Ln octets.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Préparation…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Ajouter des fichiers</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>«&#xa0;%1&#xa0;» dit où elle a été prise, et aucune copie sans cela ne peut être faite ici.</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Pages des paramètres</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Comme le système</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clair</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Sombre</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Contraste élevé</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Couleurs</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Taille du texte</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>Utiliser une autre police que celle du système</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Police</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Langue</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>Me signaler les nouveaux messages</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>Seulement qu’il y en a un</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Qui a écrit</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>Qui a écrit quoi</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>Ce que montre une notification</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Ne pas déranger</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Heures calmes</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Calme à partir de</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Calme jusqu’à</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>Continuer dans la zone de notification quand la fenêtre est fermée</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>Ce bureau n’a pas de zone de notification&#xa0;: fermer la fenêtre quitte Kith.</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Notification de test</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Elle montre</translation>
    </message>
    <message>
        <source>From</source>
        <translation>De</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>À</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Raccourcis</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Action</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Touches</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>Trouver discussions, personnes, messages et commandes</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>D’un volet à l’autre</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Envoyer</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nouvelle ligne</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>Modifier votre dernier message</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>Faire défiler les messages en écrivant</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>Choisir un message (dans les messages)</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>Ce que l’on peut faire d’un message</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Aller au message le plus récent</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>Rien n’est perdu, rien n’est en double, et cela se prouve.</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>Licence&#xa0;: MIT. Construit avec Qt %1.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Apparence</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notifications</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Confidentialité</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Compte et appareils</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Stockage</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Réseau</translation>
    </message>
    <message>
        <source>About</source>
        <translation>À propos</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>L’adresse de votre serveur, par exemple chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Ce n’est pas une adresse.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Recherche du serveur…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>Serveur trouvé, version %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, version %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>Le serveur n’est pas joignable. L’adresse est-elle juste et êtes-vous en ligne&#xa0;?</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>Il y a quelque chose, mais cela ne répond pas.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>La connexion n’est pas sûre&#xa0;: le certificat du serveur n’est pas approuvé.</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>Ce n’est pas un serveur Kith.</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>Ce serveur utilise une autre version (%1). Mettez Kith à jour ou demandez à la personne qui le gère.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Votre nom</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>État du serveur</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Serveur</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Identifiant</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Mot de passe</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Créer un compte</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>Se connecter à Kith</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Créer un compte</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Se connecter</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>J’ai déjà un compte</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>Je suis nouveau&#xa0;: créer un compte</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Saisissez votre identifiant.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Saisissez votre mot de passe.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Création…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Masquer le mot de passe</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Afficher le mot de passe</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>Réglages du proxy…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>&amp;Retirer les fichiers de cette discussion…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>Retirer &amp;tous les fichiers…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Garder au plus</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>&amp;Exporter toutes les discussions…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>Seuls les fichiers que le serveur a aussi sont retirés. Les textes et ce qui n’est pas encore envoyé restent&#xa0;; un fichier revient quand vous cliquez dessus.</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>Fichiers sur cet ordinateur par discussion</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Discussion</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Fichiers</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Taille</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>Textes et index de recherche&#xa0;: %1. Fichiers&#xa0;: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1, %n fichier, %2</numerusform>
            <numerusform>%1, %n fichiers, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>Retirer des fichiers</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>Retirer de cet ordinateur tous les fichiers que le serveur a aussi&#xa0;?</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>Retirer de cet ordinateur les fichiers de «&#xa0;%1&#xa0;»&#xa0;?</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>Les textes restent. Un fichier que vous voulez de nouveau est repris du serveur.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Retirer</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>Ce qui est arrivé à ce message</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>Où en est le message</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Ce qui vient ensuite</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>Ce qui s’est passé, dans l’ordre</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Réessayer</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>Tout copier pour l’assistance</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>Ouvrir Kith</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Ne pas déranger</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Quitter</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith&#xa0;: %Ln discussion avec du nouveau</numerusform>
            <numerusform>Kith&#xa0;: %Ln discussions avec du nouveau</numerusform>
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
        <translation>&amp;Annuler</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Annuler</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>Corri&amp;ger les différences</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Vérifier l’historique</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>Compare la discussion «&#xa0;%1&#xa0;» de cet appareil avec le serveur.</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>Compare toutes les discussions de cet appareil avec le serveur.</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>Ce qui attend d’être envoyé, les brouillons et les marques de lecture ne sont pas touchés. Vous pouvez continuer à écrire.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progression de la comparaison</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Ce qui a été trouvé</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparer</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opier</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>Copier le rapport pour l’assistance</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuler</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>En attente du serveur…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Arrêter</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>En attente d’une connexion…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>Comparaison de la discussion %1 sur %2…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Comparer à nouveau</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>Message modifié</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>Versions du message, la plus récente d’abord</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Maintenant</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>Demande des textes précédents au serveur…</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>Les textes précédents ne peuvent pas être affichés. %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Jusqu’au %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>Les textes les plus anciens ne sont plus conservés.</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>Image</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Image précédente</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Flèche gauche</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Image suivante</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Flèche droite</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Réduire</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Agrandir</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Enregistrer sous…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Fermer</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Vous</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Image&#xa0;: %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>Cette image ne peut pas être affichée. Elle peut être enregistrée et ouverte avec un autre programme.</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>Nouvelle discussion</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nouveau groupe</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>Rechercher dans cette discussion</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Joindre des fichiers</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Discussion suivante</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Discussion précédente</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>Détails et membres de cette discussion</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>Mettre cette discussion en sourdine ou réactiver le son</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Épingler ou désépingler cette discussion</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>Marquer cette discussion comme lue</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paramètres</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>À propos de Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Vérifier l’historique</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnostic</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Travailler hors ligne</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Passer en ligne</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>Exporter cette discussion</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exporter toutes les discussions</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>Paquet d’assistance</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>Voici exactement ce qui partirait, %1 dans un fichier. Les textes sont inventés, les personnes ont des pseudonymes. Rien n’est encore écrit et rien n’est envoyé.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Les données</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Écrire le fichier…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Écrire le paquet</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>Paquets d’assistance (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>Non écrit</translation>
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
        <translation>aucune raison n’a été donnée</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>il était occupé</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>trop à la fois</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>son stockage n’a pas répondu</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>il ne connaît pas encore le message</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>Votre modification&#xa0;: </translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>Votre suppression&#xa0;: </translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>Votre réaction&#xa0;: </translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>L’envoi avait été tenté et le programme s’est terminé avant qu’une réponse arrive.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>%n essai (%1) est resté sans réponse&#xa0;; le dernier&#xa0;: %2.</numerusform>
            <numerusform>%n essais (%1) sont restés sans réponse&#xa0;; le dernier&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>Un essai est resté sans réponse&#xa0;: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>Le serveur a demandé %n fois (%1) d’attendre&#xa0;; la dernière&#xa0;: %2.</numerusform>
            <numerusform>Le serveur a demandé %n fois (%1) d’attendre&#xa0;; la dernière&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>Le serveur a demandé d’attendre&#xa0;: %1.</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>Le serveur a refusé. %1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>Vous l’avez remis dans la file.</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>La réponse du serveur est arrivée.</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>L’historique du serveur ne l’avait plus. Il a été remis dans la file, sous le même numéro.</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>Le serveur n’a pas accepté l’heure de son numéro&#xa0;: il continue sous %1.</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>Vous y avez renoncé.</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>Pas de connexion (%1). Essais échoués&#xa0;: %n&#xa0;; le dernier&#xa0;: %2.</numerusform>
            <numerusform>Pas de connexion (%1). Essais échoués&#xa0;: %n&#xa0;; le dernier&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>Pas de connexion (%1).</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> et %n de plus</numerusform>
            <numerusform> et %n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>Dans un groupe de cette taille, on n’indique pas où en est chaque membre.</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>Vu par %1.</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>Sur un appareil de %1, pas encore vu.</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>Pas encore sur un appareil de %1.</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>(Le serveur dit où chacun en est, pas depuis quand.)</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>Vous y avez renoncé avant qu’il soit sur le serveur.</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>Il porte maintenant un autre numéro.</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>Cet appareil ne l’a pas.</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>Il est enregistré sur cet appareil, et pas encore sur le serveur.</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>Il est enregistré sur cet appareil. Le serveur ne l’a pas accepté.</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>Il est ici depuis avant le changement de l’historique du serveur&#xa0;; le serveur ne l’a pas encore confirmé.</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>Il a été supprimé pour tous.</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>Il est ici et vous l’avez vu.</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Il est ici.</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>Il est sur le serveur et tout le monde l’a vu.</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>Il est sur le serveur et sur un appareil de chacun.</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>Il est sur le serveur.</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>Partira dès que vous travaillerez de nouveau en ligne.</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>Partira quand vous vous serez reconnecté.</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>Partira dès que cet appareil aura rattrapé le serveur.</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>En route&#xa0;: la réponse du serveur est attendue.</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>Essais échoués depuis %1&#xa0;: %n&#xa0;; le dernier&#xa0;: %2.</numerusform>
            <numerusform>Essais échoués depuis %1&#xa0;: %n&#xa0;; le dernier&#xa0;: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>. En attente d’ici là.</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>À vous de décider&#xa0;: réessayez, modifiez, copiez le texte ou abandonnez.</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>refusé (%1). Réessayez ou renoncez-y.</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>Il est dans «&#xa0;%1&#xa0;», dans une partie que cet appareil n’a pas encore récupérée.</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>Le serveur ne l’a dans aucune de vos discussions.</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>Il est peut-être dans une partie d’une discussion qui n’est pas ici, ou dans une discussion dont vous ne faites pas partie, ou ce message n’existe pas.</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>Il n’y a plus rien à faire ici&#xa0;: les autres le recevront quand leurs appareils seront connectés.</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>Un autre programme Kith a ouvert ce compte et l’enverra dès qu’il sera connecté.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>Le serveur a demandé d’attendre (%1)&#xa0;; prochain essai dans %n s.</numerusform>
            <numerusform>Le serveur a demandé d’attendre (%1)&#xa0;; prochain essai dans %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>Partira après ses fichiers, en cours d’envoi.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>Des changements antérieurs de cette discussion partent d’abord&#xa0;: %n.</numerusform>
            <numerusform>Des changements antérieurs de cette discussion partent d’abord&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>enregistré ici, et pas encore sur le serveur.</translation>
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
        <translation>Vous l’avez écrit et il a été enregistré sur ce disque.</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>Vous l’avez écrit sur un autre appareil, ou ici avant que les essais soient notés.</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>%1 l’a écrit (d’après l’horloge de son appareil).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>Le serveur l’a enregistré comme numéro %1 de cette discussion (horloge du serveur).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>Le serveur l’a enregistré comme numéro %1 de sa discussion (horloge du serveur).</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>Il a été supprimé plus tard&#xa0;; quand n’est pas indiqué.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>Il a été modifié depuis&#xa0;; modifications&#xa0;: %n.</numerusform>
            <numerusform>Il a été modifié depuis&#xa0;; modifications&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>Son heure d’arrivée ici n’a pas été notée.</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>Le serveur sait qu’un de vos appareils l’a.</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>Le serveur ne sait pas encore qu’il est ici.</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>Il se trouve dans une partie de la discussion qui n’a pas été comparée au serveur depuis une lacune&#xa0;; il a pu y changer.</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>Tout le reste est sur le serveur</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Tout est sur le serveur</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>Tout jusqu’à %1 est sur le serveur</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>Pas encore en contact avec le serveur</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en attente</numerusform>
            <numerusform>%n en attente</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n non envoyé</numerusform>
            <numerusform>%n non envoyés</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>La comparaison a été arrêtée avant sa fin.</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>Ce serveur est trop ancien pour comparer&#xa0;: rien n’a été comparé.</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>Le disque n’a pas pu être lu ou écrit&#xa0;: la comparaison est incomplète.</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>messages comparés&#xa0;: %n</numerusform>
            <numerusform>messages comparés&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>Cet appareil et le serveur concordent (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>Différences trouvées et corrigées&#xa0;: %n (%1). Cet appareil et le serveur concordent maintenant.</numerusform>
            <numerusform>Différences trouvées et corrigées&#xa0;: %n (%1). Cet appareil et le serveur concordent maintenant.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>Différences trouvées&#xa0;: %n (%1).</numerusform>
            <numerusform>Différences trouvées&#xa0;: %n (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Rien n’a été changé.</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>Tout n’a pas pu être comparé ou corrigé (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>Anciens messages pas encore récupérés&#xa0;: %n.</numerusform>
            <numerusform>Anciens messages pas encore récupérés&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>Messages d’avant une lacune, pas encore confirmés&#xa0;: %n.</numerusform>
            <numerusform>Messages d’avant une lacune, pas encore confirmés&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>Entrées que cette version ne peut pas lire&#xa0;: %n.</numerusform>
            <numerusform>Entrées que cette version ne peut pas lire&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>concorde</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>différences corrigées&#xa0;: %n</numerusform>
            <numerusform>différences corrigées&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>différences&#xa0;: %n</numerusform>
            <numerusform>différences&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>les lignes sont identiques, les sommes des deux côtés ne le sont pas</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>pas comparée&#xa0;: vous n’êtes pas membre</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>pas comparée&#xa0;: pas encore sur le serveur</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>pas comparée&#xa0;: elle change trop vite en ce moment</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>pas comparée&#xa0;: le serveur a refusé</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>&#xa0;; pas encore récupérés&#xa0;: %n</numerusform>
            <numerusform>&#xa0;; pas encore récupérés&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>&#xa0;; illisibles&#xa0;: %n</numerusform>
            <numerusform>&#xa0;; illisibles&#xa0;: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1&#xa0;: %2</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>L’index de recherche ne correspondait pas aux textes.</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>Portions de l’historique mal consignées&#xa0;: %n.</numerusform>
            <numerusform>Portions de l’historique mal consignées&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>Messages que rien n’aurait envoyés&#xa0;: %n. Ils sont marqués comme non envoyés, à vous de décider.</numerusform>
            <numerusform>Messages que rien n’aurait envoyés&#xa0;: %n. Ils sont marqués comme non envoyés, à vous de décider.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>Marques de lecture trop en avance&#xa0;: %n.</numerusform>
            <numerusform>Marques de lecture trop en avance&#xa0;: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>C’est corrigé.</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>le message %1 était différent de celui du serveur</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>le message %1 manquait</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>un message à %1 n’est pas sur le serveur</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>une réaction différait</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>un membre différait</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>le titre ou le nombre de membres différait</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>dd/MM/yy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Aujourd’hui</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Hier</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>dddd d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en ligne</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>vu(e) à l’instant</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>vu(e) il y a %n min</numerusform>
            <numerusform>vu(e) il y a %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>vu(e) à %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>vu(e) le %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>non envoyé</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>enregistré ici, en attente d’envoi</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>sur le serveur</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>distribué</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>vu</translation>
    </message>
    <message>
        <source>member</source>
        <translation>membre</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>administrateur</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propriétaire</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>Vous n’avez pas le droit de faire cela ici.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Vous n’êtes plus membre de cette discussion.</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>Le message est plus long que ce que le serveur accepte (16 Kio).</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>Trop ancien pour être modifié.</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>Cette personne n’accepte pas vos messages.</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>Le serveur ne l’a plus.</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>Le serveur a un autre message sous le même numéro.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Quelqu’un d’autre l’a changé en premier.</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>Le disque est plein. Votre texte est gardé ici.</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>Impossible d’écrire sur le disque. Votre texte est gardé ici.</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>En attente depuis plus d’une semaine. Envoyer quand même&#xa0;?</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Il n’y a rien à envoyer.</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>Rien ne l’aurait plus envoyé. Envoyer maintenant&#xa0;?</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>Ce n’est plus lisible sur cet ordinateur.</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>Trop de messages sont en attente d’envoi.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>Le serveur n’est pas joignable pour l’instant.</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>Trop vite&#xa0;: le serveur demande d’attendre un instant.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>L’identifiant ou le mot de passe est incorrect.</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>Quelqu’un a déjà cet identifiant. Choisissez-en un autre.</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>Ce serveur n’accepte pas de nouveaux comptes.</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>Un identifiant a de 3 à 32 caractères&#xa0;: a–z, 0–9, point, tiret, tiret bas.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>Un mot de passe a au moins 8 caractères.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>Un nom a de 1 à 64 caractères.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>Le fichier est plus grand que ce que le serveur accepte.</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>Vos fichiers occupent toute la place que vous avez sur ce serveur.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Le fichier n’est plus là.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>Le fichier ne peut pas être lu.</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>Le fichier a changé depuis que vous l’avez choisi. Réessayez pour l’envoyer tel qu’il est maintenant.</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>Ce qui est arrivé n’est pas le fichier envoyé. Il a été jeté.</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>Un message peut avoir dix fichiers au plus.</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>Le fichier n’est plus sur le serveur.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>Le serveur a refusé.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>Le serveur a refusé (%1).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 sur %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>%1 · en attente d’envoi</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>%1 · en attente</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>fichier %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>fichier %1, %2, non téléchargé</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>fichier %1, %2, envoi en cours</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>fichier %1, %2, téléchargement en cours</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>fichier %1, %2, échec&#xa0;: %3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>Pas de connexion au serveur. Vérifiez le réseau et l’adresse.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>Le serveur n’a pas répondu à temps.</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>Introuvable&#xa0;: %1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>Une autre fenêtre ou un autre programme utilise ce compte. Fermez-le d’abord.</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>Ce compte a été ouvert en dernier par une version plus récente de Kith. Installez cette version pour l’ouvrir. Rien n’a été changé.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>Le disque est plein.</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>Les données locales ne peuvent pas être lues&#xa0;: %1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>Le disque ou le système a refusé&#xa0;: %1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>Un service ne répond pas&#xa0;: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n de plus</numerusform>
            <numerusform>%n de plus</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>%1 a créé le groupe «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 a ajouté des membres&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 a retiré des membres&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 a quitté le groupe</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 a nommé le groupe «&#xa0;%2&#xa0;»</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 a changé des rôles&#xa0;: %2</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 a modifié le groupe</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Hors ligne</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Connexion…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>Récupération des nouveautés…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Connecté</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>Pas de connexion, prochain essai dans %n s</numerusform>
            <numerusform>Pas de connexion, prochain essai dans %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>Pas de connexion, essai en cours…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Veuillez vous reconnecter</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>Cette version et le serveur ne sont pas compatibles</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>En attente du trousseau</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>Le disque est plein</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>Impossible d’écrire sur le disque</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>Réparation des données locales…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Arrêté</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>Messages non envoyés sauvés&#xa0;: %1. Ils partent d’eux-mêmes, une seule fois.</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>Messages non envoyés qui n’ont pas pu être lus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>Il y avait peut-être d’autres messages non envoyés&#xa0;; plus rien n’en témoigne.</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>Modifications, suppressions et réglages en attente sauvés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>Changements en attente qui n’ont pas pu être lus&#xa0;: %1. Vérifiez ce que vous avez modifié, supprimé ou réglé en dernier.</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>Il y avait peut-être d’autres changements en attente d’envoi.</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>Brouillons sauvés&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>Brouillons qui n’ont pas pu être lus&#xa0;: %1.</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>Il y avait peut-être d’autres brouillons&#xa0;; plus rien n’en témoigne.</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>Positions de lecture sauvées&#xa0;: %1.</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>Positions de lecture qui n’ont pas pu être lues&#xa0;: %1. Certains messages peuvent redevenir non lus.</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>Certains messages que vous aviez lus peuvent redevenir non lus.</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>Rien n’était en attente d’envoi et il n’y avait pas de brouillons.</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>Vous avez créé le groupe «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>Vous avez ajouté %1</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>Vous avez retiré %1</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>Vous avez quitté le groupe</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>Vous avez nommé le groupe «&#xa0;%1&#xa0;»</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>Vous avez changé le rôle de %1</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>Vous avez modifié le groupe</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>%1 a rejoint le groupe par une invitation</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 a épinglé un message</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>Vous avez rejoint le groupe par une invitation</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>Vous avez épinglé un message</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>Ont voté&#xa0;: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anonyme</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>terminé</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>Kith ne peut pas démarrer</translation>
    </message>
</context>
</TS>
