<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es_ES" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>Buscar la dirección</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>Llegar al proxy</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>Llegar al servidor</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>Cifrado (TLS)</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>Respuesta de un servidor Kith</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>Mensajes no leídos</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>Este mensaje se eliminó</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>Este mensaje necesita una versión más reciente de Kith (%1)</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>1 mensaje sin cargar — Cargar</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>%Ln mensaje sin cargar — Cargar</numerusform>
            <numerusform>%Ln mensajes sin cargar — Cargar</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>Mensaje anterior</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>Sin cargar todavía</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>No se puede mostrar esta imagen</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>Mensaje eliminado</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>Aún no hay mensajes</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>Orden: %1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>Orden: %1, %2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>Iniciar un chat con %1, @%2</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 en %2: %3</translation>
    </message>
    <message>
        <source>group</source>
        <translation>grupo</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 sin leer</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>marcado como no leído</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>fijado</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>silenciado</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>borrador: %1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>Tú: %1</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>Se mostró una notificación.</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>No se muestra: es un mensaje tuyo.</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>No se muestra: solo avisa de un cambio en el grupo.</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>No se muestra: se eliminó.</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>No se muestra: ya lo has leído, quizá en otro dispositivo.</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>No se muestra: tiene más de diez minutos. El contador lo indica.</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>No se muestra: tienes su chat delante.</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>No se muestra: las notificaciones están desactivadas en los ajustes.</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>No se muestra: «No molestar» está activado.</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>No se muestra: es tu horario de silencio.</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>No se muestra: este chat está silenciado.</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>No se muestra: este escritorio no tiene un servicio de notificaciones.</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>Memoria ahora: %1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>Del inicio a la primera imagen: %1 ms</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>Mensajes aquí: %1 en %2 chats</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>Solo en el servidor: %1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>Solo en el servidor: ninguno</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>Índice de búsqueda: abarca todos los mensajes que hay aquí</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>desconocido para el servidor</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>no está en este equipo</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith: chats exportados</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>Chats exportados</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n mensaje</numerusform>
            <numerusform>%n mensajes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n archivo</numerusform>
            <numerusform>%n archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n archivo fuera de este equipo</numerusform>
            <numerusform>%n archivos fuera de este equipo</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n mensaje solo en el servidor</numerusform>
            <numerusform>%n mensajes solo en el servidor</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>Se está eliminando para todos…</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>Mensaje reenviado</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Reenviado de %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1, @%2 en %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>No se pierde nada: lo que escribes se queda en su campo y los mensajes que te envían esperan en el servidor. Libera espacio y Kith seguirá por sí solo.</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>Kith no puede escribir en el disco</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>No se pierde nada: lo que escribes se queda en su campo y los mensajes que te envían esperan en el servidor. Revisa el disco y los permisos de su carpeta y Kith seguirá por sí solo.</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>Detalles y miembros</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>se creará cuando se pueda contactar con el servidor</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>ya no eres miembro</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 miembro</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln miembro</numerusform>
            <numerusform>%Ln miembros</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>%1, %2. Detalles</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>Cambiar nombre</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>Añadir miembro…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>Salir del grupo…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Detalles</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1 (tú)</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>El servidor que aloja este chat puede leerlo.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>Añadir miembro</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>Salir del grupo</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>¿Salir de «%1»?</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>Conservas lo que has leído. Para volver, otra persona tendrá que añadirte.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>Quitar el rol de administrador</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>Nombrar administrador</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>Eliminar del grupo</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>Exportar…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>Elige un chat para empezar a escribir</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Ir al mensaje más reciente</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>Ir al mensaje más reciente (Fin)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>Buscando el mensaje en el servidor…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>El servidor ya no tiene este mensaje.</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>Este mensaje no está en este equipo y ahora no se puede consultar al servidor.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Ya no eres miembro de este chat.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>Mensajes con %1</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>Ir al mensaje más reciente, %1 sin leer</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>Mensaje no enviado</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>Editar</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Descartar</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>¿Por qué no ha llegado?</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>Detalles del mensaje…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Responder</translation>
    </message>
    <message>
        <source>React</source>
        <translation>Reaccionar</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>Copiar texto</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>Copiar la selección</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>Eliminar para todos</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>Suelta los archivos para enviarlos</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Guardado como %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>No se guardó como %1: %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>Detener el envío</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>¿Detener el envío y quitar este mensaje?</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>Los archivos se quedan donde están en este equipo.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>«%1» ya no está en este equipo.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>Abrir archivo</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>«%1» podría ejecutar un programa. ¿Abrirlo?</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>Ábrelo solo si lo esperabas de esta persona.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>No se encontró ningún programa que abra «%1». Se puede guardar.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Guardar como</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>Detener el envío…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>Detener la descarga</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>Descargar de nuevo</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>Descargar</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>Ver la imagen</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>Mostrar en su carpeta</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1, %2:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>Eliminar para mí</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>Un mensaje eliminado para ti.</numerusform>
            <numerusform>%n mensajes eliminados para ti.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>Se elimina un mensaje para todos.</numerusform>
            <numerusform>Se eliminan %n mensajes para todos.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>Mostrar el texto oculto</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>Textos anteriores…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>Reenviar…</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Elegir mensajes</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>Ir a un día…</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>El original no está en este ordenador.</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>&amp;Reenviar…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Copiar</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>&amp;Eliminar…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>Reenviar los mensajes elegidos</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>Copiar los mensajes elegidos</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>Eliminar los mensajes elegidos</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>Dejar de elegir mensajes</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>Elegir mensajes</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>Un mensaje elegido</numerusform>
            <numerusform>%n mensajes elegidos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>Mensaje</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>Escribe un mensaje…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>Enviar (Intro)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>Adjuntar archivos (Ctrl+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>Cancelar respuesta o edición</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>Cancelar (Esc)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>Sobra %Ln byte. Un mensaje admite 16 KiB; envíalo en partes.</numerusform>
            <numerusform>Sobran %Ln bytes. Un mensaje admite 16 KiB; envíalo en partes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>No enviado. %1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>No modificado. %1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>Respuesta a ti</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>Respuesta a %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>Editar mensaje</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>Negrita</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>Cursiva</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>Tachado</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>Código</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>Oculto hasta hacer clic</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>Formato</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>Abrir</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>Ir a un día</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>Día</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>Mes anterior</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>Mes siguiente</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>Mes</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>Año</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>Días del mes</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>Ir allí</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>Cerrar la sesión &amp;elegida…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>Cerrar todas las &amp;demás…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>Cambiar la &amp;contraseña…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>E&amp;liminar la cuenta…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>Cerrar la &amp;sesión en este equipo…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>Sesión iniciada como %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>Dispositivos con sesión iniciada</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>Última vez</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>Consultando al servidor…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (este)</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>Sesión iniciada desde %1</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Cuenta y dispositivos</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>¿Cerrar la sesión en todos los demás dispositivos?</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>¿Cerrar la sesión en «%1»?</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>Ya no podrán leer ni escribir. Lo que ya tienen se queda en ellos.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Cerrar la sesión</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>Sesión cerrada.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>Cambiar la contraseña</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>Contraseña anterior</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>Contraseña nueva</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>Contraseña nueva otra vez</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>Se cierra la sesión en todos los demás dispositivos. Una contraseña tiene al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Cambiar</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>Las dos contraseñas nuevas son distintas.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>Otra vez</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>La contraseña ha cambiado.</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>Eliminar la cuenta</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>Todo lo que escribiste se elimina para todos, también tus archivos, y nadie puede volver a entrar en la cuenta. No se puede deshacer. Lo que hay en este equipo se queda hasta que cierres la sesión aquí: expórtalo antes si quieres conservarlo.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>Eliminar para siempre</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>La cuenta está eliminada.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>%n cambio no ha llegado al servidor y se perdería. </numerusform>
            <numerusform>%n cambios no han llegado al servidor y se perderían. </numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>Todo lo que escribiste está en el servidor. </translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>¿Cerrar la sesión en este equipo?</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>Todos los mensajes y archivos de la cuenta se quitan de este equipo.</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>Cerrar la sesión y perderlos</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>Mensajes en este equipo</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>Espacio en el disco</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>Llavero</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>Conexión segura</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Reloj</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>Bandeja</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>Nadie ha iniciado sesión todavía.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>Vuelve a iniciar Kith: repara el archivo y conserva el dañado.</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>El archivo que contiene tus mensajes está dañado.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>Vuelve a iniciar Kith: repara el archivo y conserva el dañado. Lo que espera ser enviado se traslada.</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>Mensajes que el servidor no aceptó: %1.</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>Están marcados en sus chats: reinténtalo o descártalos.</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>El archivo está en buen estado: mensajes: %1; a la espera de envío: %2.</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>No se puede saber cuánto espacio hay.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>%1 libres.</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>Libera espacio: sin él no se puede guardar nada nuevo.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 no responde.</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>Desbloquéalo o mira si está pidiendo una contraseña.</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>%1 tiene la sesión de esta cuenta.</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>%1 responde, pero no tiene la sesión de esta cuenta.</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>Vuelve a iniciar sesión; no se pierde nada de este equipo.</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>%1 no puede responder ahora.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>Desbloquea el llavero. Kith lo espera y nunca cierra tu sesión por esto.</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>El servidor y este Kith no tienen ninguna versión en común.</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>Actualiza el más antiguo de los dos.</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>%1 responde (versión %2).</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>¿Está este equipo en línea? ¿Sigue siendo válida la dirección del servidor?</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>Puede haber en medio un cortafuegos o un portal de acceso de la red.</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>Consulta «Conexión segura» más abajo.</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>Quizá responda en su lugar un portal de acceso de la red: abre una página web una vez.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>Vuelve a intentarlo dentro de un minuto.</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>No se usa: el servidor está en este mismo equipo.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>Este equipo confía en el certificado del servidor.</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>No lo eludas. ¿Está bien el reloj? ¿Inspecciona las conexiones un antivirus o el proxy de una empresa? Pregunta a quien administra el servidor.</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>Primero tiene que responder el servidor.</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>Se compara con el del servidor mientras Kith está conectado.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>Coincide con el del servidor.</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>Va %1 min adelantado respecto al del servidor.</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>Va %1 min atrasado respecto al del servidor.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>Deja que el sistema ajuste la hora por sí solo. Los mensajes están en orden de todos modos.</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>Ninguno: se llega al servidor directamente.</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>Según el sistema: a través de %1, puerto %2.</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>Si no se puede contactar con el servidor, la causa puede ser el proxy: tiene que dejar pasar WebSockets.</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>El sistema las muestra.</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>El sistema dice que no muestra ninguna.</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>Revisa las notificaciones en los ajustes del sistema.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>Hay una.</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>Este escritorio no tiene.</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>Kith funciona sin ella; deja la ventana abierta para enterarte de las novedades.</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>Mirar no cambia nada y nada se envía a ninguna parte.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>Copiar el informe</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Crear un paquete…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>Un archivo para el soporte, sin nada de lo que tú u otros habéis escrito; lo ves antes de que se guarde</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>Creando el paquete…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>No se creó ningún paquete. %1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>sin comprobar</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>comprobando</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>a tener en cuenta</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>requiere atención</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>no se puede saber</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>Copiado, sin nombres ni direcciones.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>Nada se envía por sí solo: entrega el archivo a quien te ayude.</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>Con los &amp;archivos que hay en este equipo</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>E&amp;legir…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportar</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>&amp;Mostrar en la carpeta</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>Escribe todos los chats en una carpeta nueva.</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>Escribe el chat «%1» en una carpeta nueva.</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>Todo procede de este equipo; no se consulta a ningún servidor. Quien pueda leer la carpeta podrá leer los mensajes.</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>Páginas para un navegador (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>Datos para programas (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Formato</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>Carpeta nueva</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>Progreso de la exportación</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>Dónde va la carpeta nueva</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>Contando…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>%1 de %2 mensajes: %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniendo…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>Detenido. No quedó nada en la carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>Se escribió %n mensaje.</numerusform>
            <numerusform>Se escribieron %n mensajes.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>Se copió %n archivo.</numerusform>
            <numerusform>Se copiaron %n archivos.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n archivo no está en este equipo y solo se nombra.</numerusform>
            <numerusform>%n archivos no están en este equipo y solo se nombran.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n mensaje está solo en el servidor: cárgalo antes si también lo quieres.</numerusform>
            <numerusform>%n mensajes están solo en el servidor: cárgalos antes si también los quieres.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>Enviar sin sonido</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>Reenviar un mensaje</numerusform>
            <numerusform>Reenviar %n mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>Buscar chats</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>Reenviar</translation>
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
        <translation>Este enlace no lleva a nada que esté en este equipo.</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>Kith no puede reparar la cuenta</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>El servidor ha cerrado la sesión de este equipo. Todo lo que tienes sigue aquí.</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>Kith no puede abrir la cuenta</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>La sesión está cerrada, pero no se pudo quitar %1.</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n mensaje está solo en el servidor y no en esta exportación</numerusform>
            <numerusform>%n mensajes están solo en el servidor y no en esta exportación</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>Todos los chats</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Anteriores</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Posteriores</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 cambió el grupo</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Alguien</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>Este mensaje se eliminó.</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>Reenviado de %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>Un mensaje de un tipo que esta versión no conoce.</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>Un mensaje que no está en esta exportación.</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>Kith hablará este idioma la próxima vez que se inicie.</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>Borrador: </translation>
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
        <translation>Resultados de la búsqueda</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>Buscar chats, personas y mensajes</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>Buscar (Ctrl+K)
from:ana  in:&quot;Casa de verano&quot;  has:file, picture o link
after:2026-03-05  before:2026-04
&gt; muestra las órdenes</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Borrar</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>Nuevo chat o grupo</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>Nuevo chat (Ctrl+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>Nuevo chat…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>Nuevo grupo…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Probar ahora</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Intentar conectar ahora</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>&amp;Verificar el historial…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>&amp;Diagnóstico… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Ajustes…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>A&amp;cerca de Kith</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>No hay chats</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>Aún no hay chats</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>Busca a alguien por su nombre de usuario y salúdalo.</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Iniciar un chat</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>Desfijar</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>Fijar</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Activar sonido</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Marcar como leído</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Marcar como no leído</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>Verificar el historial…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · el reloj de este equipo tiene un desfase de %1 min</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Conectarse</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>escribiendo…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n persona está escribiendo…</numerusform>
            <numerusform>%n personas están escribiendo…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 está escribiendo…</translation>
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
        <translation>editado</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>Qué hacer…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>No se puede crear la carpeta %1.</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>tú</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>alguien</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>%Ln mensaje sin cargar</numerusform>
            <numerusform>%Ln mensajes sin cargar</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>Mensajes no leídos a partir de aquí</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>editado</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>en respuesta a %1: %2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>Este mensaje se eliminó</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>un mensaje que esta versión no puede mostrar (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 una vez</numerusform>
            <numerusform>%1 %n veces</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>elegido</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>no elegido</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>enviado sin sonido</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>desaparece el %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>reenviado</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>reenviado de %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>se está eliminando para todos</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>enlace a %1: %2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>Mensajes</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>La contraseña es más larga de lo que admite un proxy.</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>&amp;Usar</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>&amp;Probar el camino</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguno</translation>
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
        <translation>guardada en el llavero</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>Proxy</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>Dirección del proxy</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>Puerto del proxy</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>Nombre para el proxy</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>Contraseña para el proxy</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>Servidor para probar</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>El camino, paso a paso</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>Dirección, puerto</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>Se usa desde ahora.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>Probando…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>Todo el camino está libre.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>bien</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>falló</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>Termina aquí: %1.</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>Nuevo grupo</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>Nombre del grupo</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>Miembros</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>Supr quita a la persona marcada</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>Crear</translation>
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
        <translation>Mensaje nuevo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln mensaje nuevo</numerusform>
            <numerusform>%Ln mensajes nuevos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>y %1 más</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>Así se avisa de un mensaje nuevo.</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>Nadie aquí tiene un nombre de usuario como «%1».</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>Escribe el nombre de usuario de la persona que buscas.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>Buscando…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>Nombre de usuario o nombre</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>Personas encontradas</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>No se pueden guardar los ajustes en %1.</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>&amp;Bloquear a alguien…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>&amp;Desbloquear</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>Todos en el servidor</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>Quien escriba mi usuario completo</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>Nadie</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>Quién puede encontrarme</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>Personas bloqueadas</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>Entre tú y una persona bloqueada no hay mensajes, avisos ni marcas de conexión. Los grupos en los que estáis las dos partes siguen igual.</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>Alguien que aquí no se conoce</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1, @%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>Bloquear a alguien</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>Se repararon tus datos locales</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>No se perdió nada</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>Parte de lo que solo estaba aquí no se pudo salvar</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>El archivo de este equipo que contiene tus mensajes estaba dañado. Kith ha creado uno nuevo y vuelve a traer tus mensajes del servidor. Lo que solo existía en este equipo se ha trasladado:</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>El archivo dañado se conserva; no se eliminó nada de él:
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>Resultado anterior</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>Resultado posterior</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Mayús+Intro</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>Cerrar la búsqueda</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>No se entiende «%1»</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>Nadie aquí se llama «%1»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>No se encontró nada</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>%Ln mensaje aquí, %1 más solo en el servidor</numerusform>
            <numerusform>%Ln mensajes aquí, %1 más solo en el servidor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>%Ln mensaje, todo aquí</numerusform>
            <numerusform>%Ln mensajes, todos aquí</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>%Ln mensaje aquí, indexado · %1 más solo en el servidor</numerusform>
            <numerusform>%Ln mensajes aquí, todos indexados · %1 más solo en el servidor</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>%Ln mensaje aquí, indexado</numerusform>
            <numerusform>%Ln mensajes aquí, todos indexados</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>No se entiende «%1». has: admite file, picture o link; after: y before: admiten un día como 2026-03-05.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>Nadie aquí se llama «%1».</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>Ningún chat se llama «%1».</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>Mensajes: los %1 más recientes</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>Mensajes: %1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>Chats</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>Iniciar un chat</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>No se encontró nada con «%1»</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>Enviar archivos a %1</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>Archivos para enviar</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>Pie de foto</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>Añade un pie de foto…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>Añadir…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>«%1» es una carpeta. Comprímela en un archivo para enviarla.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>«%1» no está.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>No se puede leer «%1».</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>«%1» ocupa más de %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>Solo se envía un archivo cada vez.</numerusform>
            <numerusform>Se envían como máximo %n archivos cada vez.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>No se puede guardar la imagen pegada: %1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>Aún no hay archivos</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln archivo</numerusform>
            <numerusform>%Ln archivos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln mensaje</numerusform>
            <numerusform>%Ln mensajes</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 archivo</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>Al pie de foto le sobra %Ln byte.</numerusform>
            <numerusform>Al pie de foto le sobran %Ln bytes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>Preparando…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>Añadir archivos</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>«%1» dice dónde se tomó, y aquí no se puede hacer una copia sin ese dato.</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>Páginas de los ajustes</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>Alto contraste</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tamaño del texto</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>Usar un tipo de letra distinto al del sistema</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>Tipo de letra</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>Avisarme de los mensajes nuevos</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>Solo que hay uno</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>Quién ha escrito</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>Quién ha escrito y qué</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>Qué muestra una notificación</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>Horario de silencio</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>Silencio desde</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>Silencio hasta</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>Seguir en la bandeja al cerrar la ventana</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>Este escritorio no tiene bandeja: cerrar la ventana cierra Kith.</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>Notificación de prueba</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>Muestra</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>Atajos</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Qué</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>Buscar chats, personas, mensajes y órdenes</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>De panel en panel</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Enviar</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>Nueva línea</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>Editar tu último mensaje</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>Desplazar los mensajes mientras escribes</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>Elegir un mensaje (en los mensajes)</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>Qué se puede hacer con un mensaje</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>Ir al mensaje más reciente</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>Nada se pierde, nada se duplica, y se puede demostrar.</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>Licencia: MIT. Hecho con Qt %1.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Aspecto</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>Notificaciones</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Privacidad</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>Cuenta y dispositivos</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>Almacenamiento</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Acerca de</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>La dirección de tu servidor, por ejemplo chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>Esto no es una dirección.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>Buscando el servidor…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>Servidor encontrado, versión %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1, versión %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>No se puede contactar con el servidor. ¿Es correcta la dirección y tienes conexión?</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>Hay algo ahí, pero no responde.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>La conexión no es segura: el certificado del servidor no es de confianza.</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>Esto no es un servidor Kith.</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>Este servidor usa otra versión (%1). Actualiza Kith o pregunta a quien lo administra.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Tu nombre</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>Estado del servidor</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Servidor</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>Usuario</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Contraseña</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>Crear una cuenta</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>Iniciar sesión en Kith</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>Crear cuenta</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Iniciar sesión</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>Ya tengo una cuenta</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>Soy nuevo aquí: crear una cuenta</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>Escribe tu nombre de usuario.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Escribe tu contraseña.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>Creando…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Iniciando sesión…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>Ocultar contraseña</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>Mostrar contraseña</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>Ajustes del proxy…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>&amp;Quitar los archivos de este chat…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>Quitar &amp;todos los archivos…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>Conservar como máximo</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>&amp;Exportar todos los chats…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>Solo se quitan archivos que el servidor también tiene. Los textos y lo que aún no se ha enviado se quedan; un archivo vuelve cuando haces clic en él.</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>Archivos en este equipo por chat</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>Chat</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>Archivos</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Tamaño</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>Textos e índice de búsqueda: %1. Archivos: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1, %n archivo, %2</numerusform>
            <numerusform>%1, %n archivos, %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>Quitar archivos</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>¿Quitar de este equipo todos los archivos que el servidor también tiene?</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>¿Quitar de este equipo los archivos de «%1»?</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>Los textos se quedan. Un archivo que quieras de nuevo se trae del servidor.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>Qué pasó con este mensaje</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>Dónde está el mensaje</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>Qué viene ahora</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>Qué pasó, por orden</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Reintentar</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>Copiar todo esto para el soporte</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>Abrir Kith</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>No molestar</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>Salir</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith: %Ln chat con novedades</numerusform>
            <numerusform>Kith: %Ln chats con novedades</numerusform>
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
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>Corregir las &amp;diferencias</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Verificar el historial</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>Compara el chat «%1» de este dispositivo con el servidor.</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>Compara todos los chats de este dispositivo con el servidor.</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>Lo que espera ser enviado, los borradores y las marcas de lectura no se tocan. Mientras tanto puedes seguir escribiendo.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>Progreso de la comparación</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Qué se encontró</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>&amp;Comparar</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>C&amp;opiar</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>Copiar el informe para el soporte</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>Esperando al servidor…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>Esperando conexión…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>Comparando el chat %1 de %2…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>&amp;Comparar de nuevo</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>Mensaje editado</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>Versiones del mensaje, la más reciente primero</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Ahora</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>Pidiendo al servidor los textos anteriores…</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>No se pueden mostrar los textos anteriores. %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>Hasta %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>Los textos más antiguos ya no se guardan.</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Imagen anterior</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Flecha izquierda</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Imagen siguiente</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Flecha derecha</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Reducir</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Ampliar</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Guardar como…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Cerrar</translation>
    </message>
    <message>
        <source>You</source>
        <translation>Tú</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Imagen: %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>No se puede mostrar esta imagen. Se puede guardar y abrir con otro programa.</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>Nuevo chat</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>Nuevo grupo</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>Buscar en este chat</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Adjuntar archivos</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>Chat siguiente</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>Chat anterior</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>Detalles y miembros de este chat</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>Silenciar este chat o activar su sonido</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>Fijar o desfijar este chat</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>Marcar este chat como leído</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>Acerca de Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>Verificar el historial</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>Diagnóstico</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>Trabajar sin conexión</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>Conectarse</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>Exportar este chat</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>Exportar todos los chats</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>Paquete de soporte</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>Esto es exactamente lo que saldría, %1 en un archivo. Los textos son inventados y las personas llevan seudónimos. Aún no se ha escrito nada y nada se envía.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>Los datos</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>Escribir el archivo…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>Escribir el paquete</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>Paquetes de soporte (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>No escrito</translation>
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
        <translation>no se dio ningún motivo</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>estaba ocupado</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>demasiado a la vez</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>su almacenamiento no respondió</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>aún no conoce el mensaje</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>Tu edición: </translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>Tu eliminación: </translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>Tu reacción: </translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>Se había intentado y el programa terminó antes de que llegara una respuesta.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>%n intento (%1) quedó sin respuesta; el último: %2.</numerusform>
            <numerusform>%n intentos (%1) quedaron sin respuesta; el último: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>Un intento quedó sin respuesta: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>El servidor pidió esperar una vez (%1); la última: %2.</numerusform>
            <numerusform>El servidor pidió esperar %n veces (%1); la última: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>El servidor pidió esperar: %1.</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>El servidor lo rechazó. %1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>Lo pusiste de nuevo en la cola.</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>Llegó la respuesta del servidor.</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>El historial del servidor ya no lo tenía. Se puso de nuevo en la cola con el mismo número.</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>El servidor no aceptó la hora de su número: continúa como %1.</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>Lo abandonaste.</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>Sin conexión (%1). Intentos fallidos: %n; el último: %2.</numerusform>
            <numerusform>Sin conexión (%1). Intentos fallidos: %n; el último: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>Sin conexión (%1).</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> y %n más</numerusform>
            <numerusform> y %n más</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>En un grupo de este tamaño no se informa de hasta dónde ha llegado cada miembro.</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>Visto por %1.</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>En un dispositivo de %1, aún sin ver.</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>Aún no está en un dispositivo de %1.</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>(El servidor dice hasta dónde ha llegado cada uno, no cuándo.)</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>Lo abandonaste antes de que estuviera en el servidor.</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>Ahora lleva otro número.</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>Este dispositivo no lo tiene.</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>Está guardado en este dispositivo y aún no en el servidor.</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>Está guardado en este dispositivo. El servidor no lo aceptó.</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>Está aquí desde antes de que cambiara el historial del servidor; el servidor aún no lo ha confirmado.</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>Se eliminó para todos.</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>Está aquí y lo has visto.</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>Está aquí.</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>Está en el servidor y todos lo han visto.</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>Está en el servidor y en un dispositivo de cada uno.</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>Está en el servidor.</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>Saldrá en cuanto vuelvas a trabajar en línea.</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>Saldrá cuando hayas vuelto a iniciar sesión.</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>Saldrá en cuanto este dispositivo se haya puesto al día con el servidor.</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>Está en camino: se espera la respuesta del servidor.</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>Intentos fallidos desde %1: %n; el último: %2.</numerusform>
            <numerusform>Intentos fallidos desde %1: %n; el último: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>. Espera hasta que se resuelva.</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>Tú decides: reinténtalo, edítalo, copia su texto o descártalo.</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>se rechazó (%1). Reinténtalo o abandónalo.</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>Está en «%1», en una parte que este dispositivo aún no ha traído.</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>El servidor no lo tiene en ninguno de tus chats.</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>Puede estar en una parte de un chat que no hay aquí o en un chat en el que no estás, o no existe tal mensaje.</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>Aquí no queda nada por hacer: los demás lo recibirán cuando sus dispositivos se conecten.</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>Otro programa Kith tiene abierta esta cuenta y lo enviará en cuanto se conecte.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>El servidor pidió esperar (%1); próximo intento en %n s.</numerusform>
            <numerusform>El servidor pidió esperar (%1); próximo intento en %n s.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>Saldrá después de sus archivos, que se están subiendo.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>Antes salen cambios anteriores de este chat: %n.</numerusform>
            <numerusform>Antes salen cambios anteriores de este chat: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>guardado aquí y aún no en el servidor.</translation>
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
        <translation>Lo escribiste y se guardó en este disco.</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>Lo escribiste en otro dispositivo, o aquí antes de que se anotaran los intentos.</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>%1 lo escribió (según el reloj de su dispositivo).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>El servidor lo guardó como número %1 de este chat (reloj del servidor).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>El servidor lo guardó como número %1 de su chat (reloj del servidor).</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>Se eliminó más tarde; no se dice cuándo.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>Se modificó desde entonces; cambios: %n.</numerusform>
            <numerusform>Se modificó desde entonces; cambios: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>No consta cuándo llegó aquí.</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>El servidor sabe que un dispositivo tuyo lo tiene.</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>Al servidor aún no se le ha dicho que está aquí.</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>Está en una parte del chat que no se ha comparado con el servidor desde un hueco; allí puede haber cambiado.</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>Todo lo demás está en el servidor</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>Todo está en el servidor</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>Todo hasta %1 está en el servidor</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>Aún sin contacto con el servidor</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n en espera</numerusform>
            <numerusform>%n en espera</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n sin enviar</numerusform>
            <numerusform>%n sin enviar</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>La comparación se detuvo antes de terminar.</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>Este servidor es demasiado antiguo para comparar: no se comparó nada.</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>No se pudo leer o escribir el disco: la comparación no está completa.</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>mensajes comparados: %n</numerusform>
            <numerusform>mensajes comparados: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>Este dispositivo y el servidor coinciden (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>Diferencias encontradas y corregidas: %n (%1). Este dispositivo y el servidor ahora coinciden.</numerusform>
            <numerusform>Diferencias encontradas y corregidas: %n (%1). Este dispositivo y el servidor ahora coinciden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>Diferencias encontradas: %n (%1).</numerusform>
            <numerusform>Diferencias encontradas: %n (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>No se cambió nada.</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>No se pudo comparar o corregir todo (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>Mensajes antiguos sin traer: %n.</numerusform>
            <numerusform>Mensajes antiguos sin traer: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>Mensajes de antes de un hueco, sin confirmar: %n.</numerusform>
            <numerusform>Mensajes de antes de un hueco, sin confirmar: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>Entradas que esta versión no puede leer: %n.</numerusform>
            <numerusform>Entradas que esta versión no puede leer: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>coincide</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>diferencias corregidas: %n</numerusform>
            <numerusform>diferencias corregidas: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>diferencias: %n</numerusform>
            <numerusform>diferencias: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>las filas son iguales y las sumas de ambos lados no</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>no comparado: no eres miembro</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>no comparado: aún no está en el servidor</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>no comparado: ahora mismo cambia demasiado rápido</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>no comparado: el servidor lo rechazó</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>; sin traer: %n</numerusform>
            <numerusform>; sin traer: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>; ilegibles: %n</numerusform>
            <numerusform>; ilegibles: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>El índice de búsqueda no correspondía a los textos.</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>Tramos del historial mal registrados: %n.</numerusform>
            <numerusform>Tramos del historial mal registrados: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>Mensajes que nada habría enviado: %n. Están marcados como no enviados para que decidas.</numerusform>
            <numerusform>Mensajes que nada habría enviado: %n. Están marcados como no enviados para que decidas.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>Marcas de lectura demasiado adelantadas: %n.</numerusform>
            <numerusform>Marcas de lectura demasiado adelantadas: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>Eso está corregido.</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>el mensaje %1 era distinto al del servidor</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>faltaba el mensaje %1</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>un mensaje en %1 no está en el servidor</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>una reacción era distinta</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>un miembro era distinto</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>el título o el número de miembros era distinto</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>d/M/yy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Hoy</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Ayer</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>dddd, d &apos;de&apos; MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>d &apos;de&apos; MMMM &apos;de&apos; yyyy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>en línea</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>últ. vez hace un momento</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>últ. vez hace %n min</numerusform>
            <numerusform>últ. vez hace %n min</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>últ. vez a las %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>últ. vez el %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>no enviado</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>guardado aquí, a la espera de envío</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>en el servidor</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>entregado</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>visto</translation>
    </message>
    <message>
        <source>member</source>
        <translation>miembro</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>administrador</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>propietario</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>No tienes permiso para hacer esto aquí.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>Ya no eres miembro de este chat.</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>El mensaje es más largo de lo que admite el servidor (16 KiB).</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>Es demasiado antiguo para editarlo.</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>Esta persona no acepta mensajes tuyos.</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>El servidor ya no lo tiene.</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>El servidor tiene otro mensaje con el mismo número.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>Otra persona lo cambió antes.</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>El disco está lleno. Tu texto se conserva aquí.</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>No se puede escribir en el disco. Tu texto se conserva aquí.</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>Lleva más de una semana esperando. ¿Enviarlo de todos modos?</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>No hay nada que enviar.</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>Ya nada lo habría enviado. ¿Enviarlo ahora?</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>Ya no se puede leer en este equipo.</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>Hay demasiados mensajes a la espera de envío.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>Ahora no se puede contactar con el servidor.</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>Demasiado rápido: el servidor pide esperar un momento.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>El usuario o la contraseña no son correctos.</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>Alguien ya tiene este nombre de usuario. Elige otro.</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>Este servidor no acepta cuentas nuevas.</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>Un nombre de usuario tiene de 3 a 32 caracteres: a–z, 0–9, punto, guion, guion bajo.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>Una contraseña tiene al menos 8 caracteres.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>Un nombre tiene de 1 a 64 caracteres.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>El archivo es más grande de lo que admite el servidor.</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>Tus archivos ocupan todo el espacio que tienes en este servidor.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>El archivo ya no está.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>No se puede leer el archivo.</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>El archivo ha cambiado desde que lo elegiste. Reinténtalo para enviarlo como está ahora.</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>Lo que llegó no es el archivo que se envió. Se ha desechado.</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>Un mensaje puede tener diez archivos como máximo.</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>El archivo ya no está en el servidor.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>El servidor lo rechazó.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>El servidor lo rechazó (%1).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>%1 · a la espera de envío</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>%1 · en espera</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>archivo %1, %2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>archivo %1, %2, no descargado</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>archivo %1, %2, enviándose</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>archivo %1, %2, descargándose</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>archivo %1, %2, fallido: %3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>Sin conexión con el servidor. Revisa la red y la dirección.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>El servidor no respondió a tiempo.</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>No se encontró: %1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>Otra ventana o programa está usando esta cuenta. Ciérralo primero.</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>Esta cuenta se abrió por última vez con una versión más reciente de Kith. Instala esa versión para abrirla. No se cambió nada.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>El disco está lleno.</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>No se pueden leer los datos locales: %1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>El disco o el sistema lo rechazó: %1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>Un servicio no responde: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n más</numerusform>
            <numerusform>%n más</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>%1 creó el grupo «%2»</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 añadió miembros: %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 quitó miembros: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 salió del grupo</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 llamó al grupo «%2»</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 cambió roles: %2</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 cambió el grupo</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>Sin conexión</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Conectando…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>Trayendo las novedades…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Conectado</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>Sin conexión, próximo intento en %n s</numerusform>
            <numerusform>Sin conexión, próximo intento en %n s</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>Sin conexión, intentándolo…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>Vuelve a iniciar sesión</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>Esta versión y el servidor no son compatibles</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>Esperando al llavero</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>No se puede escribir en el disco</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>Reparando los datos locales…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>Mensajes sin enviar salvados: %1. Salen por sí solos, una sola vez.</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>Mensajes sin enviar que no se pudieron leer: %1.</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>Puede que hubiera más mensajes sin enviar; ya nada da cuenta de ellos.</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>Ediciones, eliminaciones y ajustes en espera salvados: %1.</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>Cambios en espera que no se pudieron leer: %1. Repasa lo último que editaste, eliminaste o ajustaste.</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>Puede que hubiera más cambios a la espera de envío.</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>Borradores salvados: %1.</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>Borradores que no se pudieron leer: %1.</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>Puede que hubiera más borradores; ya nada da cuenta de ellos.</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>Posiciones de lectura salvadas: %1.</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>Posiciones de lectura que no se pudieron leer: %1. Algunos mensajes pueden volver a estar sin leer.</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>Algunos mensajes que habías leído pueden volver a estar sin leer.</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>Nada esperaba ser enviado y no había borradores.</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>Creaste el grupo «%1»</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>Añadiste a %1</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>Quitaste a %1</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>Saliste del grupo</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>Llamaste al grupo «%1»</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>Cambiaste el rol de %1</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>Cambiaste el grupo</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>%1 se unió con una invitación</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 fijó un mensaje</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>Te uniste con una invitación</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>Fijaste un mensaje</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>Han votado: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>anónima</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>cerrada</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>Kith no puede iniciarse</translation>
    </message>
</context>
</TS>
