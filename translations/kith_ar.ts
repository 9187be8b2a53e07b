<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar_EG" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>البحث عن العنوان</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>الوصول إلى الوكيل</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>الوصول إلى الخادم</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>التشفير (TLS)</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>رد خادم Kith</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>رسائل غير مقروءة</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>حُذفت هذه الرسالة</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>تحتاج هذه الرسالة إلى إصدار أحدث من Kith (%1)</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>رسالة واحدة لم تُحمَّل بعد — تحميل</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>لا رسائل غير محمَّلة — تحميل</numerusform>
            <numerusform>رسالة واحدة لم تُحمَّل بعد — تحميل</numerusform>
            <numerusform>رسالتان لم تُحمَّلا بعد — تحميل</numerusform>
            <numerusform>%Ln رسائل لم تُحمَّل بعد — تحميل</numerusform>
            <numerusform>%Ln رسالة لم تُحمَّل بعد — تحميل</numerusform>
            <numerusform>%Ln رسالة لم تُحمَّل بعد — تحميل</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>رسالة أقدم</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>لم تُحمَّل بعد</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>لا يمكن عرض هذه الصورة</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>حُذفت الرسالة</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>لا رسائل بعد</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>أمر: %1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>أمر: %1، %2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>بدء محادثة مع %1، @%2</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>‏⁨%1⁩ في ⁨%2⁩: ⁨%3⁩</translation>
    </message>
    <message>
        <source>group</source>
        <translation>مجموعة</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>غير مقروء: %1</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>معلَّمة كغير مقروءة</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>مثبَّتة</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>مكتومة</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>مسودة: ⁨%1⁩</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>أنت: ⁨%1⁩</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>عُرض إشعار.</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>لم يُعرض: إنها رسالتك.</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>لم يُعرض: لا تخبر إلا بتغيير في المجموعة.</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>لم يُعرض: حُذفت الرسالة.</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>لم يُعرض: سبق أن قرأتها، ربما على جهاز آخر.</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>لم يُعرض: مضى عليها أكثر من عشر دقائق. العدّاد يدل عليها.</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>لم يُعرض: محادثتها مفتوحة أمامك.</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>لم يُعرض: الإشعارات معطَّلة في الإعدادات.</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>لم يُعرض: وضع «عدم الإزعاج» مفعَّل.</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>لم يُعرض: هذه ساعات الهدوء.</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>لم يُعرض: هذه المحادثة مكتومة.</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>لم يُعرض: لا توجد على سطح المكتب هذا خدمة لعرض الإشعارات.</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>الذاكرة الآن: %1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>من البدء إلى أول صورة: %1 مللي ثانية</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>الرسائل هنا: %1، المحادثات: %2</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>على الخادم فقط: %1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>على الخادم فقط: لا شيء</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>فهرس البحث: يشمل كل رسالة موجودة هنا</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>غير معروفة لدى الخادم</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>ليس على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith: المحادثات المصدَّرة</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>المحادثات المصدَّرة</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>محادثة</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%n رسائل</numerusform>
            <numerusform>%n رسالة</numerusform>
            <numerusform>%n رسالة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%n ملفات</numerusform>
            <numerusform>%n ملفًا</numerusform>
            <numerusform>%n ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>لا ملفات خارج هذا الحاسوب</numerusform>
            <numerusform>ملف واحد ليس على هذا الحاسوب</numerusform>
            <numerusform>ملفان ليسا على هذا الحاسوب</numerusform>
            <numerusform>%n ملفات ليست على هذا الحاسوب</numerusform>
            <numerusform>%n ملفًا ليس على هذا الحاسوب</numerusform>
            <numerusform>%n ملف ليس على هذا الحاسوب</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>لا رسائل على الخادم فقط</numerusform>
            <numerusform>رسالة واحدة على الخادم فقط</numerusform>
            <numerusform>رسالتان على الخادم فقط</numerusform>
            <numerusform>%n رسائل على الخادم فقط</numerusform>
            <numerusform>%n رسالة على الخادم فقط</numerusform>
            <numerusform>%n رسالة على الخادم فقط</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>تُحذف لدى الجميع…</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>رسالة مُعاد توجيهها</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>أُعيد توجيهها من %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1، ‎@%2 على %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>لم يُفقد شيء: ما تكتبه يبقى في حقله، والرسائل المرسلة إليك تنتظر على الخادم. وفّر بعض المساحة وسيتابع Kith من تلقاء نفسه.</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>لا يستطيع Kith الكتابة على القرص</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>لم يُفقد شيء: ما تكتبه يبقى في حقله، والرسائل المرسلة إليك تنتظر على الخادم. تحقق من القرص ومن أذونات مجلده وسيتابع Kith من تلقاء نفسه.</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>التفاصيل والأعضاء</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>ستُنشأ عندما يمكن الوصول إلى الخادم</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>لم تعد عضوًا</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>عضو واحد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>لا أعضاء</numerusform>
            <numerusform>عضو واحد</numerusform>
            <numerusform>عضوان</numerusform>
            <numerusform>%Ln أعضاء</numerusform>
            <numerusform>%Ln عضوًا</numerusform>
            <numerusform>%Ln عضو</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>‏%1، %2. التفاصيل</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>إعادة التسمية</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>إضافة عضو…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>مغادرة المجموعة…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>التفاصيل</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>‏%1، @%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>‏%1 (أنت)</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>الخادم الذي يستضيف هذه المحادثة يستطيع قراءتها.</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>إضافة عضو</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>مغادرة المجموعة</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>مغادرة «%1»؟</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>يبقى لديك ما قرأته. وللعودة يجب أن يضيفك شخص آخر من جديد.</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>مغادرة</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>تحويل إلى عضو عادي</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>تعيين مشرفًا</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>إزالة من المجموعة</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>تصدير…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>شخص ما</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>اختر محادثة لبدء الكتابة</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>إلى أحدث رسالة</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>إلى أحدث رسالة (End)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>جارٍ البحث عن الرسالة على الخادم…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>لم تعد هذه الرسالة لدى الخادم.</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>هذه الرسالة ليست على هذا الحاسوب، ولا يمكن سؤال الخادم الآن.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>لم تعد عضوًا في هذه المحادثة.</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>الرسائل مع %1</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>إلى أحدث رسالة، غير مقروء: %1</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>لم تُرسل الرسالة</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>تعديل</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>نسخ</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>تجاهل</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>لماذا لم تصل؟</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>تفاصيل الرسالة…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>React</source>
        <translation>تفاعل</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>نسخ النص</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>نسخ المحدَّد</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>حذف لدى الجميع</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>حذف</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>أفلت الملفات لإرسالها</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>حُفظ باسم %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>لم يُحفظ باسم %1: %2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>إيقاف الإرسال</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>إيقاف الإرسال وإزالة هذه الرسالة؟</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>تبقى الملفات في مكانها على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>متابعة</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>لم يعد «%1» على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>فتح الملف</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>قد يشغّل «%1» برنامجًا. هل تريد فتحه؟</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>لا تفتحه إلا إذا كنت تتوقعه من هذا الشخص.</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>لم يُعثر على برنامج يفتح «%1». يمكن حفظه.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>حفظ باسم</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>إيقاف الإرسال…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>إيقاف التنزيل</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>التنزيل مجددًا</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>تنزيل</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>عرض الصورة</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>إظهار في مجلده</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1، %2:</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>حذف لديّ</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>لم تُحذف أي رسالة لديك.</numerusform>
            <numerusform>حُذفت رسالة واحدة لديك.</numerusform>
            <numerusform>حُذفت رسالتان لديك.</numerusform>
            <numerusform>حُذفت %n رسائل لديك.</numerusform>
            <numerusform>حُذفت %n رسالة لديك.</numerusform>
            <numerusform>حُذفت %n رسالة لديك.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>لا رسائل تُحذف لدى الجميع.</numerusform>
            <numerusform>تُحذف رسالة واحدة لدى الجميع.</numerusform>
            <numerusform>تُحذف رسالتان لدى الجميع.</numerusform>
            <numerusform>تُحذف %n رسائل لدى الجميع.</numerusform>
            <numerusform>تُحذف %n رسالة لدى الجميع.</numerusform>
            <numerusform>تُحذف %n رسالة لدى الجميع.</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>إظهار النص المخفي</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>النصوص السابقة…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>إعادة توجيه…</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>اختيار رسائل</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>الانتقال إلى يوم…</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>الرسالة الأصلية ليست على هذا الحاسوب.</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>إعادة توجيه (&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>نسخ (&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>حذف (&amp;D)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>إعادة توجيه الرسائل المختارة</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>نسخ الرسائل المختارة</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>حذف الرسائل المختارة</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>إنهاء اختيار الرسائل</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>اختيار رسائل</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>لم تُختر أي رسالة</numerusform>
            <numerusform>اختيرت رسالة واحدة</numerusform>
            <numerusform>اختيرت رسالتان</numerusform>
            <numerusform>اختيرت %n رسائل</numerusform>
            <numerusform>اختيرت %n رسالة</numerusform>
            <numerusform>اختيرت %n رسالة</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>رسالة</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>اكتب رسالة…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>إرسال (Enter)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>إرفاق ملفات (Ctrl+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>إلغاء الرد أو التعديل</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>إلغاء (Esc)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>بقي %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>الطول مناسب. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
            <numerusform>أطول من اللازم ببايت واحد. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
            <numerusform>أطول من اللازم ببايتين. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
            <numerusform>أطول من اللازم بمقدار %Ln بايتات. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
            <numerusform>أطول من اللازم بمقدار %Ln بايتًا. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
            <numerusform>أطول من اللازم بمقدار %Ln بايت. تتسع الرسالة لـ 16 كيبيبايت؛ أرسلها على أجزاء.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>لم تُرسل. %1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>لم تُغيَّر. %1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>رد على نفسك</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>رد على %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>تعديل الرسالة</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>عريض</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>مائل</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>يتوسطه خط</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>شيفرة</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>مخفي حتى النقر</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>التنسيق</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>فتح</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>الانتقال إلى يوم</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>الشهر السابق</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>الشهر التالي</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>الشهر</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>السنة</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>أيام الشهر</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>انتقال</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>إخراج الجهاز المختار (&amp;C)…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>إخراج كل الأجهزة الأخرى (&amp;O)…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>إعادة المحاولة (&amp;A)</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>تغيير كلمة المرور (&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>حذف الحساب (&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>الخروج من هذا الحاسوب (&amp;S)…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>الدخول باسم %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>الأجهزة المسجل دخولها</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>الجهاز</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>البرنامج</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>آخر ظهور</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>جارٍ سؤال الخادم…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1 (هذا)</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>مسجل الدخول منذ %1</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>الحساب والأجهزة</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>إخراج كل الأجهزة الأخرى؟</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>إخراج «%1»؟</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>لن يمكنها القراءة أو الكتابة بعد الآن. ما عليها يبقى عليها.</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>إخراج</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>تم الإخراج.</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>تغيير كلمة المرور</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>كلمة المرور القديمة</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>كلمة المرور الجديدة</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>كلمة المرور الجديدة مرة أخرى</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>يتم إخراج كل الأجهزة الأخرى. كلمة المرور 8 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>تغيير</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>كلمتا المرور الجديدتان مختلفتان.</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>مرة أخرى</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>تم تغيير كلمة المرور.</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>حذف الحساب</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>يُحذف كل ما كتبته عند الجميع مع ملفاتك، ولا يمكن لأحد الدخول إلى الحساب بعد ذلك. لا رجوع عن هذا. ما على هذا الحاسوب يبقى حتى تخرج هنا: صدّره أولًا إن أردت الاحتفاظ به.</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>حذف نهائي</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>تم حذف الحساب.</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>لا تغييرات لم تصل إلى الخادم. </numerusform>
            <numerusform>تغيير واحد لم يصل إلى الخادم وسيُفقد. </numerusform>
            <numerusform>تغييران لم يصلا إلى الخادم وسيُفقدان. </numerusform>
            <numerusform>%n تغييرات لم تصل إلى الخادم وستُفقد. </numerusform>
            <numerusform>%n تغييرًا لم تصل إلى الخادم وستُفقد. </numerusform>
            <numerusform>%n تغيير لم تصل إلى الخادم وستُفقد. </numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>كل ما كتبته موجود على الخادم. </translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>الخروج من هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>تُزال كل رسائل الحساب وملفاته من هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>الخروج وفقدانها</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>الرسائل على هذا الحاسوب</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>المساحة على القرص</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>اتصال آمن</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>الساعة</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>شريط النظام</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>لم يسجّل أحد الدخول بعد.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>شغّل Kith من جديد: سيصلح الملف ويحتفظ بالملف التالف.</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>الملف الذي يحوي رسائلك تالف.</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>شغّل Kith من جديد: سيصلح الملف ويحتفظ بالملف التالف. ويُنقل ما ينتظر الإرسال.</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>الرسائل التي لم يقبلها الخادم: %1.</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>هي معلَّمة في محادثاتها: أعد المحاولة أو تجاهلها.</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>الملف سليم: الرسائل: %1، بانتظار الإرسال: %2.</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>تتعذر معرفة المساحة المتاحة.</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>المتاح %1.</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>وفّر مساحة: بدونها لا يمكن حفظ أي شيء جديد.</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>لا يستجيب %1.</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>افتح قفلها، أو انظر إن كانت تطلب كلمة مرور.</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>لدى %1 بيانات الدخول إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>يستجيب %1، لكن ليست لديه بيانات الدخول إلى هذا الحساب.</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>سجّل الدخول من جديد؛ لن يُفقد بذلك شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>لا يستطيع %1 الاستجابة الآن.</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>افتح قفل سلسلة المفاتيح. ينتظرها Kith ولا يسجّل خروجك بسببها أبدًا.</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>ليس للخادم ولنسخة Kith هذه إصدار مشترك.</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>حدّث الأقدم منهما.</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>يستجيب %1 (الإصدار %2).</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>هل هذا الحاسوب متصل؟ هل ما زال عنوان الخادم صالحًا؟</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>قد يكون بينهما جدار حماية أو بوابة دخول للشبكة.</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>انظر «اتصال آمن» أدناه.</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>قد تستجيب بدلًا منه بوابة دخول للشبكة: افتح صفحة ويب مرة واحدة.</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>غير مستخدم: الخادم على هذا الحاسوب نفسه.</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>يثق هذا الحاسوب بشهادة الخادم.</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>لا تتجاوز ذلك. هل الساعة صحيحة؟ هل يفحص برنامج حماية أو وكيل شركة الاتصالات؟ اسأل من يدير الخادم.</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>يجب أن يستجيب الخادم أولًا.</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>تُقارن بساعة الخادم ما دام Kith متصلًا.</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>تتفق مع ساعة الخادم.</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>تسبق ساعة الخادم بمقدار %1 د.</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>تتأخر عن ساعة الخادم بمقدار %1 د.</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>دع النظام يضبط وقته بنفسه. الرسائل مرتبة على أي حال.</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>لا يوجد: يتم الوصول إلى الخادم مباشرة.</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>يقول النظام: عبر %1، المنفذ %2.</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>إذا تعذر الوصول إلى الخادم فقد يكون الوكيل هو السبب: يجب أن يسمح بمرور WebSocket.</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>يعرضها النظام.</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>يقول النظام إنه لا يعرض أيًّا منها.</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>انظر في إعدادات الإشعارات في النظام.</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>يوجد واحد.</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>لا يوجد على سطح المكتب هذا.</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>يعمل Kith بدونه؛ أبقِ نافذته مفتوحة لتعرف الجديد.</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>لا يغيّر الفحص شيئًا، ولا يُرسل شيء إلى أي مكان.</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>نسخ التقرير</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>إنشاء حزمة…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>ملف للدعم لا يحوي شيئًا مما كتبته أنت أو غيرك؛ تراه قبل أن يُكتب</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>جارٍ إنشاء الحزمة…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>لم تُنشأ حزمة. %1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>لم يُفحص بعد</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>جارٍ الفحص</translation>
    </message>
    <message>
        <source>good</source>
        <translation>جيد</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>يستحق الانتباه</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>يحتاج إلى معالجة</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>تتعذر معرفته</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>نُسخ، بلا أسماء ولا عناوين.</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>لا يُرسل شيء من تلقاء نفسه: سلّم الملف لمن يساعدك.</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>مع الملفا&amp;ت الموجودة على هذا الحاسوب</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>&amp;اختيار…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>بد&amp;ء التصدير</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>إظها&amp;ر في المجلد</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>تصدير</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>يكتب كل المحادثات في مجلد جديد.</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>يكتب المحادثة «%1» في مجلد جديد.</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>كل شيء يأتي من هذا الحاسوب، ولا يُسأل أي خادم. من يستطيع قراءة المجلد يستطيع قراءة الرسائل.</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>صفحات للمتصفح (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>بيانات للبرامج (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>التنسيق</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>مجلد جديد</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>تقدم التصدير</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>مكان المجلد الجديد</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>جارٍ العد…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>الرسائل: %1 من %2: %3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>جارٍ الإيقاف…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>توقف. لم يبق شيء في المجلد.</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>لم تُكتب رسائل.</numerusform>
            <numerusform>كُتبت رسالة واحدة.</numerusform>
            <numerusform>كُتبت رسالتان.</numerusform>
            <numerusform>كُتبت %n رسائل.</numerusform>
            <numerusform>كُتبت %n رسالة.</numerusform>
            <numerusform>كُتبت %n رسالة.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>لم تُنسخ ملفات.</numerusform>
            <numerusform>نُسخ ملف واحد.</numerusform>
            <numerusform>نُسخ ملفان.</numerusform>
            <numerusform>نُسخت %n ملفات.</numerusform>
            <numerusform>نُسخ %n ملفًا.</numerusform>
            <numerusform>نُسخ %n ملف.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>لا ملفات خارج هذا الحاسوب.</numerusform>
            <numerusform>ملف واحد ليس على هذا الحاسوب، وذُكر اسمه فقط.</numerusform>
            <numerusform>ملفان ليسا على هذا الحاسوب، وذُكر اسماهما فقط.</numerusform>
            <numerusform>%n ملفات ليست على هذا الحاسوب، وذُكرت أسماؤها فقط.</numerusform>
            <numerusform>%n ملفًا ليست على هذا الحاسوب، وذُكرت أسماؤها فقط.</numerusform>
            <numerusform>%n ملف ليست على هذا الحاسوب، وذُكرت أسماؤها فقط.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>لا رسائل على الخادم فقط.</numerusform>
            <numerusform>رسالة واحدة على الخادم فقط: حمّلها أولًا إن أردتها أيضًا.</numerusform>
            <numerusform>رسالتان على الخادم فقط: حمّلهما أولًا إن أردتهما أيضًا.</numerusform>
            <numerusform>%n رسائل على الخادم فقط: حمّلها أولًا إن أردتها أيضًا.</numerusform>
            <numerusform>%n رسالة على الخادم فقط: حمّلها أولًا إن أردتها أيضًا.</numerusform>
            <numerusform>%n رسالة على الخادم فقط: حمّلها أولًا إن أردتها أيضًا.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>إرسال دون صوت</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>إعادة توجيه لا شيء</numerusform>
            <numerusform>إعادة توجيه رسالة واحدة</numerusform>
            <numerusform>إعادة توجيه رسالتين</numerusform>
            <numerusform>إعادة توجيه %n رسائل</numerusform>
            <numerusform>إعادة توجيه %n رسالة</numerusform>
            <numerusform>إعادة توجيه %n رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>البحث في المحادثات</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>إعادة توجيه</translation>
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
        <translation>لا يؤدي هذا الرابط إلى شيء على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>لا يستطيع Kith إصلاح الحساب</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>سجّل الخادم خروج هذا الحاسوب. كل ما لديك ما زال هنا.</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>لا يستطيع Kith فتح الحساب</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>تم الخروج، لكن تعذرت إزالة %1.</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>لا رسائل خارج هذا التصدير</numerusform>
            <numerusform>رسالة واحدة على الخادم فقط وليست في هذا التصدير</numerusform>
            <numerusform>رسالتان على الخادم فقط وليستا في هذا التصدير</numerusform>
            <numerusform>%n رسائل على الخادم فقط وليست في هذا التصدير</numerusform>
            <numerusform>%n رسالة على الخادم فقط وليست في هذا التصدير</numerusform>
            <numerusform>%n رسالة على الخادم فقط وليست في هذا التصدير</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>محادثة</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>كل المحادثات</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>الأقدم</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message>
        <source>Later</source>
        <translation>الأحدث</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>غيّر %1 المجموعة</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدَّلة</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>حُذفت هذه الرسالة.</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>معاد توجيهها من %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>رسالة من نوع لا يعرفه هذا الإصدار.</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>رسالة ليست في هذا التصدير.</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>سيتحدث Kith هذه اللغة عند تشغيله التالي.</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>مسودة: </translation>
    </message>
</context>
<context>
    <name>kith::ListPane</name>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>نتائج البحث</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>بحث</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>البحث في المحادثات والأشخاص والرسائل</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>بحث (Ctrl+K)
from:ana  in:&quot;بيت الصيف&quot;  has:file أو picture أو link
after:2026-03-05  before:2026-04
&gt; لعرض الأوامر</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>مسح</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>محادثة أو مجموعة جديدة</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>محادثة جديدة (Ctrl+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>محادثة جديدة…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>مجموعة جديدة…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>المحاولة الآن</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>محاولة الاتصال الآن</translation>
    </message>
    <message>
        <source>More</source>
        <translation>المزيد</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>&amp;التحقق من السجل…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>مساعد&amp;ة</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>معلوما&amp;ت التشخيص… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;إعدادات…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>حو&amp;ل Kith</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>لا محادثات</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>لا محادثات بعد</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>ابحث عن شخص باسم المستخدم وألقِ التحية.</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>بدء محادثة</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>إلغاء التثبيت</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>تثبيت</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>إلغاء الكتم</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>تعليم كمقروء</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>تعليم كغير مقروء</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>التحقق من السجل…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · ساعة هذا الحاسوب منحرفة بمقدار %1 د</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>اتصال</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>يكتب…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>لا أحد يكتب…</numerusform>
            <numerusform>شخص واحد يكتب…</numerusform>
            <numerusform>شخصان يكتبان…</numerusform>
            <numerusform>%n أشخاص يكتبون…</numerusform>
            <numerusform>%n شخصًا يكتبون…</numerusform>
            <numerusform>%n شخص يكتبون…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>‏%1 يكتب…</translation>
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
        <translation>معدَّلة</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>ما العمل…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>لا يمكن إنشاء المجلد %1.</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>شخص ما</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>لا رسائل غير محمَّلة</numerusform>
            <numerusform>رسالة واحدة لم تُحمَّل بعد</numerusform>
            <numerusform>رسالتان لم تُحمَّلا بعد</numerusform>
            <numerusform>%Ln رسائل لم تُحمَّل بعد</numerusform>
            <numerusform>%Ln رسالة لم تُحمَّل بعد</numerusform>
            <numerusform>%Ln رسالة لم تُحمَّل بعد</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>الرسائل غير المقروءة من هنا</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>معدَّلة</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>ردًا على %1: %2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>حُذفت هذه الرسالة</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>رسالة لا يستطيع هذا الإصدار عرضها (%1)</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>‏%1 صفر مرة</numerusform>
            <numerusform>‏%1 مرة واحدة</numerusform>
            <numerusform>‏%1 مرتين</numerusform>
            <numerusform>‏%1 %n مرات</numerusform>
            <numerusform>‏%1 %n مرة</numerusform>
            <numerusform>‏%1 %n مرة</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>مختارة</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>غير مختارة</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>أُرسلت دون صوت</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>تختفي في %1</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>مُعاد توجيهها</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>مُعاد توجيهها من %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>تُحذف لدى الجميع</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>رابط إلى %1: %2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>الرسائل</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>كلمة المرور أطول مما يقبله الوكيل.</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>استعمال (&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>اختبار الطريق (&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>كما في النظام</translation>
    </message>
    <message>
        <source>None</source>
        <translation>لا شيء</translation>
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
        <translation>محفوظة في سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>الوكيل</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>عنوان الوكيل</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>منفذ الوكيل</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>الاسم عند الوكيل</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>كلمة المرور عند الوكيل</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>الخادم المراد اختباره</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>الطريق خطوة خطوة</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>العنوان والمنفذ</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>يُستعمل من الآن.</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>جارٍ الاختبار…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>الطريق كله مفتوح.</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>سليم</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>فشل</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>ينقطع هنا: %1.</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>اسم المجموعة</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>الأعضاء</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>مفتاح Delete يزيل الشخص المحدَّد</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>إنشاء</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>‏%1، @%2</translation>
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
        <translation>رسالة جديدة</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>لا رسائل جديدة</numerusform>
            <numerusform>رسالة جديدة واحدة</numerusform>
            <numerusform>رسالتان جديدتان</numerusform>
            <numerusform>%Ln رسائل جديدة</numerusform>
            <numerusform>%Ln رسالة جديدة</numerusform>
            <numerusform>%Ln رسالة جديدة</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>و%1 أخرى</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>هكذا يُعلن عن رسالة جديدة.</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>ليس لأحد هنا اسم مستخدم مثل «%1».</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>‏%1، @%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>اكتب اسم المستخدم للشخص الذي تبحث عنه.</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>جارٍ البحث…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>اسم المستخدم أو الاسم</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>الأشخاص الذين عُثر عليهم</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>لا يمكن حفظ الإعدادات في %1.</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>حظر شخص (&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>رفع الحظر (&amp;U)</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>كل من على الخادم</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>من يكتب اسم دخولي كاملًا</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>لا أحد</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>من يمكنه العثور عليّ</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>المحظورون</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>لا رسائل بينك وبين المحظور ولا تنبيهات ولا علامات اتصال. المجموعات المشتركة تستمر كما هي.</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>شخص غير معروف هنا</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1، ‎@%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>حظر شخص</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>أُصلحت بياناتك المحلية</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>لم يُفقد شيء</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>تعذر إنقاذ بعض ما كان هنا فقط</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>الملف الذي يحوي رسائلك على هذا الحاسوب كان تالفًا. أنشأ Kith ملفًا جديدًا وهو يجلب رسائلك من الخادم من جديد. أما ما كان موجودًا على هذا الحاسوب فقط فقد نُقل:</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>الملف التالف محفوظ، ولم يُحذف منه شيء:
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>إظهار المجلد</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>نتيجة أقدم</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>نتيجة أحدث</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>إغلاق البحث</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>لا يمكن فهم «%1»</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>لا أحد هنا اسمه «%1»</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>‏%1 من %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>لم يُعثر على شيء</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>لا رسائل هنا، و%1 على الخادم فقط</numerusform>
            <numerusform>رسالة واحدة هنا، و%1 على الخادم فقط</numerusform>
            <numerusform>رسالتان هنا، و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسائل هنا، و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسالة هنا، و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسالة هنا، و%1 على الخادم فقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة، وهي هنا</numerusform>
            <numerusform>رسالتان، كلتاهما هنا</numerusform>
            <numerusform>%Ln رسائل، كلها هنا</numerusform>
            <numerusform>%Ln رسالة، كلها هنا</numerusform>
            <numerusform>%Ln رسالة، كلها هنا</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>لا رسائل هنا · و%1 على الخادم فقط</numerusform>
            <numerusform>رسالة واحدة هنا، مفهرسة · و%1 على الخادم فقط</numerusform>
            <numerusform>رسالتان هنا، مفهرستان · و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسائل هنا، كلها مفهرسة · و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسالة هنا، كلها مفهرسة · و%1 على الخادم فقط</numerusform>
            <numerusform>%Ln رسالة هنا، كلها مفهرسة · و%1 على الخادم فقط</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>لا رسائل هنا</numerusform>
            <numerusform>رسالة واحدة هنا، مفهرسة</numerusform>
            <numerusform>رسالتان هنا، مفهرستان</numerusform>
            <numerusform>%Ln رسائل هنا، كلها مفهرسة</numerusform>
            <numerusform>%Ln رسالة هنا، كلها مفهرسة</numerusform>
            <numerusform>%Ln رسالة هنا، كلها مفهرسة</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>لا يمكن فهم «%1». يقبل has: القيم file أو picture أو link؛ ويقبل after: و before: يومًا مثل 2026-03-05.</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>لا أحد هنا اسمه «%1».</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>لا توجد محادثة اسمها «%1».</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>الأوامر</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>الرسائل: أحدث %1</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>الرسائل: %1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>المحادثات</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>بدء محادثة</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>لم يُعثر على شيء لـ «%1»</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>إرسال ملفات إلى %1</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>الملفات المراد إرسالها</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>التعليق</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>إضافة تعليق…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>إضافة…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>‏«%1» مجلد. اضغطه في ملف واحد لإرساله.</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>‏«%1» غير موجود.</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>لا يمكن قراءة «%1».</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>‏«%1» أكبر من %2.</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>لا تُرسل ملفات.</numerusform>
            <numerusform>يُرسل ملف واحد على الأكثر في المرة.</numerusform>
            <numerusform>يُرسل ملفان على الأكثر في المرة.</numerusform>
            <numerusform>تُرسل %n ملفات على الأكثر في المرة.</numerusform>
            <numerusform>يُرسل %n ملفًا على الأكثر في المرة.</numerusform>
            <numerusform>يُرسل %n ملف على الأكثر في المرة.</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>لا يمكن حفظ الصورة الملصقة: %1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>لا ملفات بعد</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>لا ملفات</numerusform>
            <numerusform>ملف واحد</numerusform>
            <numerusform>ملفان</numerusform>
            <numerusform>%Ln ملفات</numerusform>
            <numerusform>%Ln ملفًا</numerusform>
            <numerusform>%Ln ملف</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>لا رسائل</numerusform>
            <numerusform>رسالة واحدة</numerusform>
            <numerusform>رسالتان</numerusform>
            <numerusform>%Ln رسائل</numerusform>
            <numerusform>%Ln رسالة</numerusform>
            <numerusform>%Ln رسالة</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>ملف واحد</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>طول التعليق مناسب.</numerusform>
            <numerusform>التعليق أطول من اللازم ببايت واحد.</numerusform>
            <numerusform>التعليق أطول من اللازم ببايتين.</numerusform>
            <numerusform>التعليق أطول من اللازم بمقدار %Ln بايتات.</numerusform>
            <numerusform>التعليق أطول من اللازم بمقدار %Ln بايتًا.</numerusform>
            <numerusform>التعليق أطول من اللازم بمقدار %Ln بايت.</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>جارٍ التحضير…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>إضافة ملفات</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>يذكر «%1» مكان التقاطه، ولا يمكن هنا عمل نسخة بدون ذلك.</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>صفحات الإعدادات</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>مثل النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>تباين عالٍ</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>الألوان</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>حجم النص</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>استخدام خط غير خط النظام</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>الخط</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>اللغة</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>إعلامي بالرسائل الجديدة</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>وجود رسالة فقط</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>من كتب</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>من كتب وماذا كتب</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>ما يعرضه الإشعار</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>ساعات الهدوء</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>الهدوء من</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>الهدوء حتى</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>المتابعة في شريط النظام عند إغلاق النافذة</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>لا شريط نظام على سطح المكتب هذا: إغلاق النافذة ينهي Kith.</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>إشعار تجريبي</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>يعرض</translation>
    </message>
    <message>
        <source>From</source>
        <translation>من</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>حتى</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>الاختصارات</translation>
    </message>
    <message>
        <source>What</source>
        <translation>الإجراء</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>المفاتيح</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>البحث عن المحادثات والأشخاص والرسائل والأوامر</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>من لوحة إلى لوحة</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>إرسال</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>سطر جديد</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>تعديل آخر رسالة لك</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>تمرير الرسائل أثناء الكتابة</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>اختيار رسالة (ضمن الرسائل)</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>ما يمكن فعله برسالة</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>إلى أحدث رسالة</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>لا يُفقد شيء ولا يتكرر شيء، ويمكن إثبات ذلك.</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>الترخيص: MIT. بُني باستخدام Qt %1.</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>الإشعارات</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>الحساب والأجهزة</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>التخزين</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>الشبكة</translation>
    </message>
    <message>
        <source>About</source>
        <translation>حول</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>عنوان خادمك، مثل chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>هذا ليس عنوانًا.</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>جارٍ البحث عن الخادم…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>عُثر على الخادم، الإصدار %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>‏%1، الإصدار %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>تعذر الوصول إلى الخادم. هل العنوان صحيح، وهل أنت متصل؟</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>هناك شيء ما، لكنه لا يستجيب.</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>الاتصال غير آمن: شهادة الخادم غير موثوق بها.</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>هذا ليس خادم Kith.</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>يستخدم هذا الخادم إصدارًا آخر (%1). حدّث Kith أو اسأل من يديره.</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>اسمك</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>حالة الخادم</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>الخادم</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>اسم المستخدم</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>كلمة المرور</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>تسجيل الدخول إلى Kith</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>إنشاء حساب</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>لدي حساب بالفعل</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>أنا جديد هنا: إنشاء حساب</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>اكتب اسم المستخدم.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>اكتب كلمة المرور.</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>جارٍ الإنشاء…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>جارٍ تسجيل الدخول…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>إخفاء كلمة المرور</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>إظهار كلمة المرور</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>إعدادات الوكيل…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>إزالة ملفات هذه المحادثة (&amp;R)…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>إزالة كل الملفات (&amp;A)…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>الاحتفاظ بما لا يزيد على</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>تصدير كل المحادثات (&amp;E)…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>تُزال فقط الملفات الموجودة على الخادم أيضًا. تبقى النصوص وما لم يُرسل بعد، ويعود الملف عند النقر عليه.</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>الملفات على هذا الحاسوب حسب المحادثة</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>المحادثة</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>الملفات</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>الحجم</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>النصوص وفهرس البحث: %1. الملفات: %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1، لا ملفات، %2</numerusform>
            <numerusform>%1، ملف واحد، %2</numerusform>
            <numerusform>%1، ملفان، %2</numerusform>
            <numerusform>%1، %n ملفات، %2</numerusform>
            <numerusform>%1، %n ملفًا، %2</numerusform>
            <numerusform>%1، %n ملف، %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>إزالة الملفات</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>إزالة كل الملفات الموجودة على الخادم أيضًا من هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>إزالة ملفات «%1» من هذا الحاسوب؟</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>تبقى النصوص. والملف الذي تريده ثانية يُجلب من الخادم.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>إزالة</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>ما حدث لهذه الرسالة</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>أين الرسالة الآن</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>ما التالي</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>ما حدث بالترتيب</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;النسخ</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>نسخ كل هذا للدعم</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>فتح Kith</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>إنهاء</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith: لا جديد</numerusform>
            <numerusform>Kith: محادثة واحدة فيها جديد</numerusform>
            <numerusform>Kith: محادثتان فيهما جديد</numerusform>
            <numerusform>Kith: %Ln محادثات فيها جديد</numerusform>
            <numerusform>Kith: %Ln محادثة فيها جديد</numerusform>
            <numerusform>Kith: %Ln محادثة فيها جديد</numerusform>
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
        <translation>تراجع (&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>تراجع</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>&amp;إصلاح الاختلافات</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>التحقق من السجل</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>يقارن المحادثة «%1» على هذا الجهاز بالخادم.</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>يقارن كل المحادثات على هذا الجهاز بالخادم.</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>لا يُمس ما ينتظر الإرسال ولا المسودات ولا علامات القراءة. يمكنك متابعة الكتابة في الأثناء.</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>تقدم المقارنة</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>ما عُثر عليه</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>مقا&amp;رنة</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>&amp;النسخ</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>نسخ التقرير للدعم</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>بانتظار الخادم…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>إيقاف</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>بانتظار الاتصال…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>تُقارن المحادثة %1 من %2…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>مقا&amp;رنة مجددًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>رسالة معدّلة</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>إصدارات الرسالة، الأحدث أولًا</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>الآن</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>جارٍ طلب النصوص السابقة من الخادم…</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>تعذّر عرض النصوص السابقة. %1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>حتى %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>لم تعد أقدم النصوص محفوظة.</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>صورة</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>الصورة السابقة</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>السهم الأيسر</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>الصورة التالية</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>السهم الأيمن</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>تصغير</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>تكبير</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>حفظ باسم…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>إغلاق</translation>
    </message>
    <message>
        <source>You</source>
        <translation>أنت</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>صورة: %1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>لا يمكن عرض هذه الصورة. يمكن حفظها وفتحها ببرنامج آخر.</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>محادثة جديدة</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>مجموعة جديدة</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>البحث في هذه المحادثة</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>إرفاق ملفات</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>المحادثة التالية</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>المحادثة السابقة</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>تفاصيل هذه المحادثة وأعضاؤها</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>كتم هذه المحادثة أو إلغاء كتمها</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>تثبيت هذه المحادثة أو إلغاء تثبيتها</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>تعليم هذه المحادثة كمقروءة</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>حول Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>التحقق من السجل</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>العمل دون اتصال</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>تصدير هذه المحادثة</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>تصدير كل المحادثات</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>حزمة الدعم</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>هذا بالضبط ما سيخرج، %1 في ملف واحد. النصوص مختلقة وللأشخاص أسماء مستعارة. لم يُكتب شيء بعد، ولا يُرسل شيء.</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>البيانات</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>كتابة الملف…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>كتابة الحزمة</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>حزم الدعم (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>لم تُكتب</translation>
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
        <translation>لم يُذكر سبب</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>كان مشغولًا</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>الكثير دفعة واحدة</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>لم يستجب مخزنه</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>لا يعرف الرسالة بعد</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>تعديلك: </translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>حذفك: </translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>تفاعلك: </translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>جرت محاولة الإرسال، وانتهى البرنامج قبل وصول رد.</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>لا محاولات بلا رد (%1)؛ آخرها: %2.</numerusform>
            <numerusform>محاولة واحدة بلا رد (%1)؛ آخرها: %2.</numerusform>
            <numerusform>محاولتان بلا رد (%1)؛ آخرهما: %2.</numerusform>
            <numerusform>%n محاولات بلا رد (%1)؛ آخرها: %2.</numerusform>
            <numerusform>%n محاولة بلا رد (%1)؛ آخرها: %2.</numerusform>
            <numerusform>%n محاولة بلا رد (%1)؛ آخرها: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>محاولة بلا رد: %1.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>لم يطلب الخادم الانتظار (%1)؛ آخرها: %2.</numerusform>
            <numerusform>طلب الخادم الانتظار مرة واحدة (%1)؛ آخرها: %2.</numerusform>
            <numerusform>طلب الخادم الانتظار مرتين (%1)؛ آخرهما: %2.</numerusform>
            <numerusform>طلب الخادم الانتظار %n مرات (%1)؛ آخرها: %2.</numerusform>
            <numerusform>طلب الخادم الانتظار %n مرة (%1)؛ آخرها: %2.</numerusform>
            <numerusform>طلب الخادم الانتظار %n مرة (%1)؛ آخرها: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>طلب الخادم الانتظار: %1.</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>رفض الخادم ذلك. %1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>أعدتها إلى قائمة الانتظار.</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>وصل رد الخادم.</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>لم تعد في سجل الخادم. أُعيدت إلى قائمة الانتظار بالرقم نفسه.</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>لم يقبل الخادم الوقت الوارد في رقمها: تتابع باسم %1.</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>تخليت عنها.</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
            <numerusform>لا اتصال (%1). المحاولات الفاشلة: %n؛ آخرها: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>لا اتصال (%1).</translation>
    </message>
    <message>
        <source>, </source>
        <translation>، </translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> و%n آخرون</numerusform>
            <numerusform> و%n آخرون</numerusform>
            <numerusform> و%n آخرون</numerusform>
            <numerusform> و%n آخرون</numerusform>
            <numerusform> و%n آخرون</numerusform>
            <numerusform> و%n آخرون</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>في مجموعة بهذا الحجم لا يُذكر إلى أين وصل كل عضو.</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>شاهدها %1.</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>على جهاز لدى %1، لم تُشاهد بعد.</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>ليست بعد على جهاز لدى %1.</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>(يخبر الخادم إلى أين وصل كل واحد، لا متى.)</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>تخليت عنها قبل أن تصل إلى الخادم.</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>لها الآن رقم آخر.</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>ليست على هذا الجهاز.</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>محفوظة على هذا الجهاز، وليست بعد على الخادم.</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>محفوظة على هذا الجهاز. لم يقبلها الخادم.</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>هي هنا منذ ما قبل تغيّر سجل الخادم؛ لم يؤكدها الخادم بعد.</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>حُذفت لدى الجميع.</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>هي هنا، وقد شاهدتها.</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>هي هنا.</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>هي على الخادم، وقد شاهدها الجميع.</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>هي على الخادم وعلى جهاز لدى كل واحد.</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>هي على الخادم.</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>تُرسل حالما تعمل متصلًا من جديد.</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>تُرسل بعد أن تسجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>تُرسل حالما يلحق هذا الجهاز بالخادم.</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>في الطريق: يُنتظر رد الخادم.</translation>
    </message>
    <message>
        <source>.</source>
        <translation>.</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
            <numerusform>المحاولات الفاشلة منذ %1: %n؛ آخرها: %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>. الانتظار إلى أن يُحل ذلك.</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>القرار لك: أعد المحاولة أو عدّلها أو انسخ نصها أو تجاهلها.</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>رُفضت (%1). أعد المحاولة أو تخلَّ عنها.</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>هي في «%1»، في جزء لم يجلبه هذا الجهاز بعد.</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>ليست لدى الخادم في أي من محادثاتك.</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>قد تكون في جزء من محادثة ليس هنا، أو في محادثة لست فيها، أو لا وجود لمثل هذه الرسالة.</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>لم يبق ما يُفعل هنا: يستلمها الآخرون عندما تتصل أجهزتهم.</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>برنامج Kith آخر فتح هذا الحساب، وسيرسلها حالما يتصل.</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
            <numerusform>طلب الخادم الانتظار (%1)؛ المحاولة التالية بعد %n ث.</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>تُرسل بعد ملفاتها التي يجري رفعها.</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
            <numerusform>تُرسل أولًا تغييرات أسبق في هذه المحادثة: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>محفوظة هنا، وليست بعد على الخادم.</translation>
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
        <translation>كتبتها، وحُفظت على هذا القرص.</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>كتبتها على جهاز آخر، أو هنا قبل تسجيل المحاولات.</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>كتبها %1 (حسب ساعة جهازه).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>حفظها الخادم برقم %1 في هذه المحادثة (ساعة الخادم).</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>حفظها الخادم برقم %1 في محادثتها (ساعة الخادم).</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>حُذفت لاحقًا؛ ولا يُذكر متى.</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
            <numerusform>عُدّلت منذ ذلك الحين؛ التعديلات: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>لم يُسجَّل متى وصلت إلى هنا.</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>يعلم الخادم أنها على أحد أجهزتك.</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>لم يُبلَّغ الخادم بعد أنها هنا.</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>هي في جزء من المحادثة لم يُقارن بالخادم منذ فجوة؛ وقد تكون تغيرت هناك.</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>كل ما عدا ذلك على الخادم</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>كل شيء على الخادم</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>كل شيء حتى %1 على الخادم</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>لا اتصال بالخادم بعد</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>بالانتظار: %n</numerusform>
            <numerusform>بالانتظار: %n</numerusform>
            <numerusform>بالانتظار: %n</numerusform>
            <numerusform>بالانتظار: %n</numerusform>
            <numerusform>بالانتظار: %n</numerusform>
            <numerusform>بالانتظار: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>لم تُرسل: %n</numerusform>
            <numerusform>لم تُرسل: %n</numerusform>
            <numerusform>لم تُرسل: %n</numerusform>
            <numerusform>لم تُرسل: %n</numerusform>
            <numerusform>لم تُرسل: %n</numerusform>
            <numerusform>لم تُرسل: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>أُوقفت المقارنة قبل نهايتها.</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>هذا الخادم أقدم من أن يُقارن به: لم يُقارن شيء.</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>تعذرت قراءة القرص أو الكتابة عليه: المقارنة غير مكتملة.</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
            <numerusform>الرسائل التي قورنت: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>هذا الجهاز والخادم متفقان (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
            <numerusform>اختلافات عُثر عليها وأُصلحت: %n (%1). هذا الجهاز والخادم متفقان الآن.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
            <numerusform>اختلافات عُثر عليها: %n (%1).</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>تعذرت مقارنة أو إصلاح كل شيء (%1).</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
            <numerusform>رسائل أقدم لم تُجلب بعد: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
            <numerusform>رسائل من قبل فجوة لم تُؤكَّد بعد: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
            <numerusform>مدخلات لا يستطيع هذا الإصدار قراءتها: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>متفقة</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
            <numerusform>اختلافات أُصلحت: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>اختلافات: %n</numerusform>
            <numerusform>اختلافات: %n</numerusform>
            <numerusform>اختلافات: %n</numerusform>
            <numerusform>اختلافات: %n</numerusform>
            <numerusform>اختلافات: %n</numerusform>
            <numerusform>اختلافات: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>الصفوف متساوية، ومجاميع الجانبين ليست كذلك</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>لم تُقارن: لست عضوًا</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>لم تُقارن: ليست بعد على الخادم</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>لم تُقارن: تتغير الآن بسرعة كبيرة</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>لم تُقارن: رفض الخادم</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
            <numerusform>؛ لم تُجلب بعد: %n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>؛ غير مقروءة: %n</numerusform>
            <numerusform>؛ غير مقروءة: %n</numerusform>
            <numerusform>؛ غير مقروءة: %n</numerusform>
            <numerusform>؛ غير مقروءة: %n</numerusform>
            <numerusform>؛ غير مقروءة: %n</numerusform>
            <numerusform>؛ غير مقروءة: %n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>‏⁨%1⁩: ⁨%2⁩</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>لم يكن فهرس البحث مطابقًا للنصوص.</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
            <numerusform>أجزاء من السجل دُوّنت خطأً: %n.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
            <numerusform>رسائل لم يكن شيء ليرسلها: %n. عُلّمت كغير مرسلة لتقرر أنت.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
            <numerusform>علامات قراءة متقدمة على موضعها: %n.</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>أُصلح ذلك.</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>الرسالة %1 كانت غير التي على الخادم</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>كانت الرسالة %1 مفقودة</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>رسالة في الموضع %1 ليست على الخادم</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>اختلف تفاعل</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>اختلف عضو</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>اختلف العنوان أو عدد الأعضاء</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>d/M/yy</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>dddd، d MMMM</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>d MMMM yyyy</translation>
    </message>
    <message>
        <source>online</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>آخر ظهور قبل لحظات</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>آخر ظهور قبل %n د</numerusform>
            <numerusform>آخر ظهور قبل %n د</numerusform>
            <numerusform>آخر ظهور قبل %n د</numerusform>
            <numerusform>آخر ظهور قبل %n د</numerusform>
            <numerusform>آخر ظهور قبل %n د</numerusform>
            <numerusform>آخر ظهور قبل %n د</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>آخر ظهور عند %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>آخر ظهور في %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>لم تُرسل</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>محفوظة هنا، بانتظار الإرسال</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>على الخادم</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>وصلت</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>شوهدت</translation>
    </message>
    <message>
        <source>member</source>
        <translation>عضو</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>مشرف</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>مالك</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>لا يُسمح لك بفعل هذا هنا.</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>لم تعد عضوًا في هذه المحادثة.</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>الرسالة أطول مما يقبله الخادم (16 كيبيبايت).</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>أقدم من أن تُعدَّل.</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>لا يقبل هذا الشخص رسائل منك.</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>لم تعد لدى الخادم.</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>لدى الخادم رسالة أخرى بالرقم نفسه.</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>غيّرها شخص آخر قبلك.</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>القرص ممتلئ. نصك محفوظ هنا.</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>تتعذر الكتابة على القرص. نصك محفوظ هنا.</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>تنتظر منذ أكثر من أسبوع. هل تُرسل مع ذلك؟</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>لا يوجد ما يُرسل.</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>لم يكن شيء ليرسلها بعد الآن. هل تُرسل الآن؟</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>لم تعد قراءتها ممكنة على هذا الحاسوب.</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>رسائل كثيرة جدًا تنتظر الإرسال.</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>تعذر الوصول إلى الخادم الآن.</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>سريع جدًا: يطلب الخادم الانتظار لحظة.</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>اسم المستخدم أو كلمة المرور غير صحيح.</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>اسم المستخدم هذا مأخوذ. اختر غيره.</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>لا يقبل هذا الخادم حسابات جديدة.</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>اسم المستخدم من 3 إلى 32 حرفًا: a–z و0–9 والنقطة والشرطة والشرطة السفلية.</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>كلمة المرور 8 أحرف على الأقل.</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>الاسم من 1 إلى 64 حرفًا.</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>الملف أكبر مما يقبله الخادم.</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>ملفاتك تشغل كل المساحة المتاحة لك على هذا الخادم.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>لم يعد الملف موجودًا.</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>لا يمكن قراءة الملف.</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>تغيّر الملف منذ أن اخترته. أعد المحاولة لإرساله كما هو الآن.</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>ما وصل ليس الملف الذي أُرسل. تم التخلص منه.</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>يمكن أن تحوي الرسالة عشرة ملفات على الأكثر.</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>لم يعد الملف على الخادم.</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>رفض الخادم ذلك.</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>رفض الخادم ذلك (%1).</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>‏%1 من %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>‏%1 · بانتظار الإرسال</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>‏%1 · بالانتظار</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>ملف %1، %2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>ملف %1، %2، لم يُنزَّل</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>ملف %1، %2، يُرسل</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>ملف %1، %2، يُنزَّل</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>ملف %1، %2، فشل: %3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>لا اتصال بالخادم. تحقق من الشبكة والعنوان.</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>لم يستجب الخادم في الوقت المناسب.</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>لم يُعثر عليه: %1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>تستخدم نافذة أخرى أو برنامج آخر هذا الحساب. أغلقه أولًا.</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>فُتح هذا الحساب آخر مرة بإصدار أحدث من Kith. ثبّت ذلك الإصدار لفتحه. لم يُغيَّر شيء.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>القرص ممتلئ.</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>لا يمكن قراءة البيانات المحلية: %1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>رفض القرص أو النظام: %1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>لا تستجيب إحدى الخدمات: %1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n آخرون</numerusform>
            <numerusform>%n آخرون</numerusform>
            <numerusform>%n آخرون</numerusform>
            <numerusform>%n آخرون</numerusform>
            <numerusform>%n آخرون</numerusform>
            <numerusform>%n آخرون</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>أنشأ %1 المجموعة «%2»</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>أضاف %1 أعضاء: %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>أزال %1 أعضاء: %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>غادر %1 المجموعة</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>سمّى %1 المجموعة «%2»</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>غيّر %1 أدوارًا: %2</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>غيّر %1 المجموعة</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>دون اتصال</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>جارٍ جلب الجديد…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
            <numerusform>لا اتصال، المحاولة التالية بعد %n ث</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>لا اتصال، جارٍ المحاولة…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>سجّل الدخول من جديد</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>لا يتوافق هذا الإصدار مع الخادم</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>بانتظار سلسلة المفاتيح</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>القرص ممتلئ</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>تتعذر الكتابة على القرص</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>جارٍ إصلاح البيانات المحلية…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>متوقف</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>رسائل غير مرسلة أُنقذت: %1. تُرسل من تلقاء نفسها، مرة واحدة.</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>رسائل غير مرسلة تعذرت قراءتها: %1.</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>ربما كانت هناك رسائل غير مرسلة أخرى؛ لم يعد شيء يدل عليها.</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>تعديلات وعمليات حذف وإعدادات منتظرة أُنقذت: %1.</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>تغييرات منتظرة تعذرت قراءتها: %1. راجع آخر ما عدّلته أو حذفته أو ضبطته.</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>ربما كانت هناك تغييرات أخرى تنتظر الإرسال.</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>مسودات أُنقذت: %1.</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>مسودات تعذرت قراءتها: %1.</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>ربما كانت هناك مسودات أخرى؛ لم يعد شيء يدل عليها.</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>مواضع قراءة أُنقذت: %1.</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>مواضع قراءة تعذرت قراءتها: %1. قد تعود بعض الرسائل غير مقروءة.</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>قد تعود بعض الرسائل التي قرأتها غير مقروءة.</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>لم يكن شيء ينتظر الإرسال، ولم تكن هناك مسودات.</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>أنشأتَ المجموعة «%1»</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>أضفتَ أعضاء: %1</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>أزلتَ أعضاء: %1</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>غادرتَ المجموعة</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>سمّيتَ المجموعة «%1»</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>غيّرتَ أدوارًا: %1</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>غيّرتَ المجموعة</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>انضم %1 عبر دعوة</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>ثبّت %1 رسالة</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>انضممتَ عبر دعوة</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>ثبّتَّ رسالة</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>المصوّتون: %1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>مجهول الهوية</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>منتهٍ</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>لا يستطيع Kith البدء</translation>
    </message>
</context>
</TS>
