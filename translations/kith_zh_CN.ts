<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>HopWords</name>
    <message>
        <source>Finding the address</source>
        <translation>查找地址</translation>
    </message>
    <message>
        <source>Reaching the proxy</source>
        <translation>连接代理</translation>
    </message>
    <message>
        <source>Reaching the server</source>
        <translation>连接服务器</translation>
    </message>
    <message>
        <source>Encryption (TLS)</source>
        <translation>加密（TLS）</translation>
    </message>
    <message>
        <source>Answer of a Kith server</source>
        <translation>Kith 服务器的应答</translation>
    </message>
</context>
<context>
    <name>bubble</name>
    <message>
        <source>Unread messages</source>
        <translation>未读消息</translation>
    </message>
</context>
<context>
    <name>kith</name>
    <message>
        <source>This message was deleted</source>
        <translation>此消息已删除</translation>
    </message>
    <message>
        <source>This message needs a newer version of Kith (%1)</source>
        <translation>此消息需要更新版本的 Kith（%1）</translation>
    </message>
    <message>
        <source>1 message not loaded yet — Load</source>
        <translation>1 条消息尚未加载 — 加载</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet — Load</source>
        <translation>
            <numerusform>%Ln 条消息尚未加载 — 加载</numerusform>
        </translation>
    </message>
    <message>
        <source>Earlier message</source>
        <translation>较早的消息</translation>
    </message>
    <message>
        <source>Not loaded yet</source>
        <translation>尚未加载</translation>
    </message>
    <message>
        <source>This picture cannot be shown</source>
        <translation>无法显示此图片</translation>
    </message>
    <message>
        <source>Message deleted</source>
        <translation>消息已删除</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Command: %1</source>
        <translation>命令：%1</translation>
    </message>
    <message>
        <source>Command: %1, %2</source>
        <translation>命令：%1，%2</translation>
    </message>
    <message>
        <source>Start a chat with %1, @%2</source>
        <translation>与 %1（@%2）开始聊天</translation>
    </message>
    <message>
        <source>%1 in %2: %3</source>
        <translation>%1 在 %2：%3</translation>
    </message>
    <message>
        <source>group</source>
        <translation>群组</translation>
    </message>
    <message>
        <source>%1 unread</source>
        <translation>%1 条未读</translation>
    </message>
    <message>
        <source>marked unread</source>
        <translation>已标为未读</translation>
    </message>
    <message>
        <source>pinned</source>
        <translation>已置顶</translation>
    </message>
    <message>
        <source>muted</source>
        <translation>已静音</translation>
    </message>
    <message>
        <source>draft: %1</source>
        <translation>草稿：%1</translation>
    </message>
    <message>
        <source>You: %1</source>
        <translation>你：%1</translation>
    </message>
    <message>
        <source>A notification was shown.</source>
        <translation>已显示一条通知。</translation>
    </message>
    <message>
        <source>Not shown: it is your own message.</source>
        <translation>未显示：这是你自己的消息。</translation>
    </message>
    <message>
        <source>Not shown: it only tells of a change of the group.</source>
        <translation>未显示：它只是告知群组的变动。</translation>
    </message>
    <message>
        <source>Not shown: it was deleted.</source>
        <translation>未显示：它已被删除。</translation>
    </message>
    <message>
        <source>Not shown: you have read it already, perhaps on another device.</source>
        <translation>未显示：你已经读过，可能是在另一台设备上。</translation>
    </message>
    <message>
        <source>Not shown: it is older than ten minutes. The count tells of it.</source>
        <translation>未显示：它已超过十分钟。未读数会提示它。</translation>
    </message>
    <message>
        <source>Not shown: its chat is in front of you.</source>
        <translation>未显示：它所在的聊天就在你面前。</translation>
    </message>
    <message>
        <source>Not shown: notifications are switched off in the settings.</source>
        <translation>未显示：通知已在设置中关闭。</translation>
    </message>
    <message>
        <source>Not shown: “Do not disturb” is on.</source>
        <translation>未显示：“勿扰”已开启。</translation>
    </message>
    <message>
        <source>Not shown: these are your quiet hours.</source>
        <translation>未显示：现在是你的安静时段。</translation>
    </message>
    <message>
        <source>Not shown: this chat is muted.</source>
        <translation>未显示：此聊天已静音。</translation>
    </message>
    <message>
        <source>Not shown: this desktop has no service that shows notifications.</source>
        <translation>未显示：此桌面没有显示通知的服务。</translation>
    </message>
    <message>
        <source>Memory now: %1</source>
        <translation>当前内存：%1</translation>
    </message>
    <message>
        <source>Start to the first picture: %1 ms</source>
        <translation>从启动到首个画面：%1 毫秒</translation>
    </message>
    <message>
        <source>Messages here: %1 in %2 chats</source>
        <translation>此处的消息：%1 条，在 %2 个聊天中</translation>
    </message>
    <message>
        <source>On the server only: %1</source>
        <translation>仅在服务器上：%1</translation>
    </message>
    <message>
        <source>On the server only: none</source>
        <translation>仅在服务器上：无</translation>
    </message>
    <message>
        <source>Search index: covers every message that is here</source>
        <translation>搜索索引：涵盖此处的每一条消息</translation>
    </message>
    <message>
        <source>not known to the server</source>
        <translation>服务器不知道</translation>
    </message>
    <message>
        <source>not on this computer</source>
        <translation>不在这台电脑上</translation>
    </message>
    <message>
        <source>Kith: exported chats</source>
        <translation>Kith：导出的聊天</translation>
    </message>
    <message>
        <source>Exported chats</source>
        <translation>导出的聊天</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s)</source>
        <translation>
            <numerusform>%n 条消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s)</source>
        <translation>
            <numerusform>%n 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) not on this computer</source>
        <translation>
            <numerusform>%n 个文件不在这台电脑上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) on the server only</source>
        <translation>
            <numerusform>%n 条消息仅在服务器上</numerusform>
        </translation>
    </message>
    <message>
        <source>Being deleted for everyone…</source>
        <translation>正在为所有人删除…</translation>
    </message>
    <message>
        <source>Forwarded message</source>
        <translation>转发的消息</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>转发自 %1</translation>
    </message>
</context>
<context>
    <name>kith::AccountDesk</name>
    <message>
        <source>%1, @%2 on %3</source>
        <translation>%1，@%2，位于 %3</translation>
    </message>
</context>
<context>
    <name>kith::Banner</name>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Free some space; Kith then goes on by itself.</source>
        <translation>没有任何丢失：你写的内容留在输入框中，发给你的消息在服务器上等候。请腾出一些空间，之后 Kith 会自行继续。</translation>
    </message>
    <message>
        <source>Kith cannot write to the disk</source>
        <translation>Kith 无法写入磁盘</translation>
    </message>
    <message>
        <source>Nothing is lost: what you write stays in its field, and messages to you wait on the server. Check the disk and the rights of its folder; Kith then goes on by itself.</source>
        <translation>没有任何丢失：你写的内容留在输入框中，发给你的消息在服务器上等候。请检查磁盘及其文件夹的权限，之后 Kith 会自行继续。</translation>
    </message>
</context>
<context>
    <name>kith::ChatHeader</name>
    <message>
        <source>Details and members</source>
        <translation>详情与成员</translation>
    </message>
    <message>
        <source>will be created when the server can be reached</source>
        <translation>将在能连上服务器时创建</translation>
    </message>
    <message>
        <source>you are no longer a member</source>
        <translation>你已不是成员</translation>
    </message>
    <message>
        <source>1 member</source>
        <translation>1 位成员</translation>
    </message>
    <message numerus="yes">
        <source>%Ln members</source>
        <translation>
            <numerusform>%Ln 位成员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %2. Details</source>
        <translation>%1，%2。详情</translation>
    </message>
</context>
<context>
    <name>kith::ChatInfoDialog</name>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>Add member…</source>
        <translation>添加成员…</translation>
    </message>
    <message>
        <source>Leave group…</source>
        <translation>退出群组…</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>群组名称</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1，@%2</translation>
    </message>
    <message>
        <source>%1 (you)</source>
        <translation>%1（你）</translation>
    </message>
    <message>
        <source>The server that carries this chat can read it.</source>
        <translation>承载此聊天的服务器可以读取其内容。</translation>
    </message>
    <message>
        <source>Add member</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Leave group</source>
        <translation>退出群组</translation>
    </message>
    <message>
        <source>Leave “%1”?</source>
        <translation>退出“%1”？</translation>
    </message>
    <message>
        <source>You keep what you have read. Somebody else has to add you again.</source>
        <translation>你读过的内容会保留。若要回来，需要别人重新添加你。</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Make a plain member</source>
        <translation>设为普通成员</translation>
    </message>
    <message>
        <source>Make an admin</source>
        <translation>设为管理员</translation>
    </message>
    <message>
        <source>Remove from the group</source>
        <translation>移出群组</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
</context>
<context>
    <name>kith::ChatListModel</name>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
</context>
<context>
    <name>kith::ChatPane</name>
    <message>
        <source>Choose a chat to start writing</source>
        <translation>选择一个聊天开始书写</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>前往最新消息</translation>
    </message>
    <message>
        <source>To the newest message (End)</source>
        <translation>前往最新消息 (End)</translation>
    </message>
    <message>
        <source>Looking for the message on the server…</source>
        <translation>正在服务器上查找消息…</translation>
    </message>
    <message>
        <source>The server does not have this message any more.</source>
        <translation>服务器上已没有此消息。</translation>
    </message>
    <message>
        <source>This message is not on this computer, and the server cannot be asked now.</source>
        <translation>此消息不在这台电脑上，而且现在无法询问服务器。</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>你已不是此聊天的成员。</translation>
    </message>
    <message>
        <source>Messages with %1</source>
        <translation>与 %1 的消息</translation>
    </message>
    <message>
        <source>To the newest message, %1 unread</source>
        <translation>前往最新消息，%1 条未读</translation>
    </message>
    <message>
        <source>Message not sent</source>
        <translation>消息未发送</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>丢弃</translation>
    </message>
    <message>
        <source>Why is it not there?</source>
        <translation>为什么没有送达？</translation>
    </message>
    <message>
        <source>Message details…</source>
        <translation>消息详情…</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>回复</translation>
    </message>
    <message>
        <source>React</source>
        <translation>回应</translation>
    </message>
    <message>
        <source>Copy text</source>
        <translation>复制文本</translation>
    </message>
    <message>
        <source>Copy what is selected</source>
        <translation>复制所选内容</translation>
    </message>
    <message>
        <source>Delete for everyone</source>
        <translation>为所有人删除</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Drop the files to send them</source>
        <translation>松开即可发送文件</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已存储为 %1</translation>
    </message>
    <message>
        <source>Not saved as %1: %2</source>
        <translation>未能存储为 %1：%2</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Stop sending</source>
        <translation>停止发送</translation>
    </message>
    <message>
        <source>Stop sending and remove this message?</source>
        <translation>停止发送并移除此消息？</translation>
    </message>
    <message>
        <source>The files stay where they are on this computer.</source>
        <translation>文件仍留在这台电脑上的原处。</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>“%1” is no longer on this computer.</source>
        <translation>“%1”已不在这台电脑上。</translation>
    </message>
    <message>
        <source>Open file</source>
        <translation>打开文件</translation>
    </message>
    <message>
        <source>“%1” may run a program. Open it?</source>
        <translation>“%1”可能会运行程序。要打开吗？</translation>
    </message>
    <message>
        <source>Open it only if you expected it from this person.</source>
        <translation>仅当你确实在等此人发来它时才打开。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>No program was found that opens “%1”. It can be saved.</source>
        <translation>找不到能打开“%1”的程序。可以将其存储。</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>Stop sending…</source>
        <translation>停止发送…</translation>
    </message>
    <message>
        <source>Stop downloading</source>
        <translation>停止下载</translation>
    </message>
    <message>
        <source>Download again</source>
        <translation>重新下载</translation>
    </message>
    <message>
        <source>Download</source>
        <translation>下载</translation>
    </message>
    <message>
        <source>Look at the picture</source>
        <translation>查看图片</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Show in its folder</source>
        <translation>在文件夹中显示</translation>
    </message>
    <message>
        <source>%1, %2:</source>
        <translation>%1，%2：</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source>Delete for me</source>
        <translation>为我删除</translation>
    </message>
    <message numerus="yes">
        <source>%n messages deleted for you.</source>
        <translation>
            <numerusform>已为您删除 %n 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Deleting %n messages for everyone.</source>
        <translation>
            <numerusform>正在为所有人删除 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Show hidden text</source>
        <translation>显示隐藏的文字</translation>
    </message>
    <message>
        <source>Earlier texts…</source>
        <translation>较早的文本…</translation>
    </message>
    <message>
        <source>Forward…</source>
        <translation>转发…</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>选择消息</translation>
    </message>
    <message>
        <source>Go to a day…</source>
        <translation>转到某一天…</translation>
    </message>
    <message>
        <source>The original is not on this computer.</source>
        <translation>原消息不在这台电脑上。</translation>
    </message>
</context>
<context>
    <name>kith::ChoiceBar</name>
    <message>
        <source>&amp;Forward…</source>
        <translation>转发(&amp;F)…</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>复制(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Delete…</source>
        <translation>删除(&amp;D)…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Forward the chosen messages</source>
        <translation>转发所选消息</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>复制所选消息</translation>
    </message>
    <message>
        <source>Delete the chosen messages</source>
        <translation>删除所选消息</translation>
    </message>
    <message>
        <source>Stop choosing messages</source>
        <translation>停止选择消息</translation>
    </message>
    <message>
        <source>Choose messages</source>
        <translation>选择消息</translation>
    </message>
    <message numerus="yes">
        <source>%n messages chosen</source>
        <translation>
            <numerusform>已选择 %n 条消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::Composer</name>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Write a message…</source>
        <translation>写消息…</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send (Enter)</source>
        <translation>发送 (Enter)</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Attach files (Ctrl+O)</source>
        <translation>添加文件 (Ctrl+O)</translation>
    </message>
    <message>
        <source>Cancel reply or edit</source>
        <translation>取消回复或编辑</translation>
    </message>
    <message>
        <source>Cancel (Esc)</source>
        <translation>取消 (Esc)</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source>Too long by %Ln bytes. A message holds 16 KiB; send it in parts.</source>
        <translation>
            <numerusform>超出 %Ln 字节。一条消息最多 16 KiB，请分段发送。</numerusform>
        </translation>
    </message>
    <message>
        <source>Not sent. %1</source>
        <translation>未发送。%1</translation>
    </message>
    <message>
        <source>Not changed. %1</source>
        <translation>未更改。%1</translation>
    </message>
    <message>
        <source>Reply to yourself</source>
        <translation>回复自己</translation>
    </message>
    <message>
        <source>Reply to %1</source>
        <translation>回复 %1</translation>
    </message>
    <message>
        <source>Edit message</source>
        <translation>编辑消息</translation>
    </message>
</context>
<context>
    <name>kith::ComposerEdit</name>
    <message>
        <source>Bold</source>
        <translation>粗体</translation>
    </message>
    <message>
        <source>Italic</source>
        <translation>斜体</translation>
    </message>
    <message>
        <source>Struck out</source>
        <translation>删除线</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>代码</translation>
    </message>
    <message>
        <source>Hidden until clicked</source>
        <translation>点击后显示</translation>
    </message>
    <message>
        <source>Formatting</source>
        <translation>格式</translation>
    </message>
</context>
<context>
    <name>kith::DBusNotices</name>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
</context>
<context>
    <name>kith::DateDialog</name>
    <message>
        <source>Go to a day</source>
        <translation>转到某一天</translation>
    </message>
    <message>
        <source>Day</source>
        <translation>日</translation>
    </message>
    <message>
        <source>Previous month</source>
        <translation>上个月</translation>
    </message>
    <message>
        <source>Next month</source>
        <translation>下个月</translation>
    </message>
    <message>
        <source>Month</source>
        <translation>月</translation>
    </message>
    <message>
        <source>Year</source>
        <translation>年</translation>
    </message>
    <message>
        <source>Days of the month</source>
        <translation>当月日期</translation>
    </message>
    <message>
        <source>Go there</source>
        <translation>前往</translation>
    </message>
</context>
<context>
    <name>kith::DevicesPage</name>
    <message>
        <source>Sign out the &amp;chosen one…</source>
        <translation>退出所选设备(&amp;C)…</translation>
    </message>
    <message>
        <source>Sign out all &amp;others…</source>
        <translation>退出其他所有设备(&amp;O)…</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
    <message>
        <source>Change &amp;password…</source>
        <translation>修改密码(&amp;P)…</translation>
    </message>
    <message>
        <source>&amp;Delete the account…</source>
        <translation>删除账户(&amp;D)…</translation>
    </message>
    <message>
        <source>&amp;Sign out of this computer…</source>
        <translation>在此电脑上退出(&amp;S)…</translation>
    </message>
    <message>
        <source>Signed in as %1</source>
        <translation>已登录为 %1</translation>
    </message>
    <message>
        <source>Devices that are signed in</source>
        <translation>已登录的设备</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>程序</translation>
    </message>
    <message>
        <source>Last seen</source>
        <translation>上次在线</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在询问服务器…</translation>
    </message>
    <message>
        <source>%1 (this one)</source>
        <translation>%1（本机）</translation>
    </message>
    <message>
        <source>Signed in since %1</source>
        <translation>自 %1 起登录</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>账户与设备</translation>
    </message>
    <message>
        <source>Sign out all other devices?</source>
        <translation>让其他所有设备退出登录？</translation>
    </message>
    <message>
        <source>Sign out “%1”?</source>
        <translation>让“%1”退出登录？</translation>
    </message>
    <message>
        <source>They can no longer read or write. What they hold already stays on them.</source>
        <translation>这些设备将无法再读写，已有的内容仍留在设备上。</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Signed out.</source>
        <translation>已退出登录。</translation>
    </message>
    <message>
        <source>Change password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Old password</source>
        <translation>旧密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>New password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>All other devices are signed out. A password has at least 8 characters.</source>
        <translation>其他所有设备都会退出登录。密码至少 8 个字符。</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>The two new passwords differ.</source>
        <translation>两次输入的新密码不同。</translation>
    </message>
    <message>
        <source>Again</source>
        <translation>再次输入</translation>
    </message>
    <message>
        <source>The password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Delete the account</source>
        <translation>删除账户</translation>
    </message>
    <message>
        <source>Everything you wrote is deleted for everybody, your files too, and nobody can sign in to the account any more. This cannot be taken back. What this computer holds stays until you sign out here: export it first if you want to keep it.</source>
        <translation>你写过的一切连同文件都会对所有人删除，之后谁也无法再登录此账户。此操作无法撤销。本机上的内容会保留到你在此退出登录为止：如需保留，请先导出。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Delete for good</source>
        <translation>永久删除</translation>
    </message>
    <message>
        <source>The account is deleted.</source>
        <translation>账户已删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n changes have not reached the server and would be lost. </source>
        <translation>
            <numerusform>有 %n 处更改尚未到达服务器，将会丢失。</numerusform>
        </translation>
    </message>
    <message>
        <source>Everything you wrote is on the server. </source>
        <translation>你写的一切都已在服务器上。</translation>
    </message>
    <message>
        <source>Sign out of this computer?</source>
        <translation>在此电脑上退出登录？</translation>
    </message>
    <message>
        <source>All messages and files of the account are removed from this computer.</source>
        <translation>该账户的所有消息和文件都会从此电脑移除。</translation>
    </message>
    <message>
        <source>Sign out and lose them</source>
        <translation>退出并丢弃</translation>
    </message>
</context>
<context>
    <name>kith::Diagnostics</name>
    <message>
        <source>Messages on this computer</source>
        <translation>这台电脑上的消息</translation>
    </message>
    <message>
        <source>Room on the disk</source>
        <translation>磁盘空间</translation>
    </message>
    <message>
        <source>Keychain</source>
        <translation>钥匙串</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Secure connection</source>
        <translation>安全连接</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>时钟</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Tray</source>
        <translation>托盘</translation>
    </message>
    <message>
        <source>Nobody is signed in yet.</source>
        <translation>还没有人登录。</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one.</source>
        <translation>请重新启动 Kith：它会修复文件并保留损坏的那份。</translation>
    </message>
    <message>
        <source>The file that holds your messages is damaged.</source>
        <translation>保存你消息的文件已损坏。</translation>
    </message>
    <message>
        <source>Start Kith again: it repairs the file and keeps the damaged one. What waits to be sent is taken over.</source>
        <translation>请重新启动 Kith：它会修复文件并保留损坏的那份。等待发送的内容会转移过去。</translation>
    </message>
    <message>
        <source>Messages that the server did not take: %1.</source>
        <translation>服务器未接受的消息：%1。</translation>
    </message>
    <message>
        <source>They are marked in their chats: try again or discard them.</source>
        <translation>它们已在各自的聊天中标出：请重试或丢弃。</translation>
    </message>
    <message>
        <source>The file is sound: %1 messages, %2 wait to be sent.</source>
        <translation>文件完好：%1 条消息，%2 条等待发送。</translation>
    </message>
    <message>
        <source>It cannot be told how much room there is.</source>
        <translation>无法得知还有多少空间。</translation>
    </message>
    <message>
        <source>%1 are free.</source>
        <translation>可用 %1。</translation>
    </message>
    <message>
        <source>Make room: without it nothing new can be kept.</source>
        <translation>请腾出空间：否则无法保存任何新内容。</translation>
    </message>
    <message>
        <source>%1 does not answer.</source>
        <translation>%1 没有回应。</translation>
    </message>
    <message>
        <source>Unlock it, or look whether it asks for a password.</source>
        <translation>请将其解锁，或看看它是否在要求输入密码。</translation>
    </message>
    <message>
        <source>%1 has the sign-in of this account.</source>
        <translation>%1 中有此账户的登录信息。</translation>
    </message>
    <message>
        <source>%1 answers, but has no sign-in of this account.</source>
        <translation>%1 有回应，但没有此账户的登录信息。</translation>
    </message>
    <message>
        <source>Sign in again; nothing on this computer is lost by that.</source>
        <translation>请重新登录；这台电脑上的内容不会因此丢失。</translation>
    </message>
    <message>
        <source>%1 cannot answer now.</source>
        <translation>%1 现在无法回应。</translation>
    </message>
    <message>
        <source>Unlock the keychain. Kith waits for it and never signs you out over this.</source>
        <translation>请解锁钥匙串。Kith 会等待，绝不会因此将你登出。</translation>
    </message>
    <message>
        <source>The server and this Kith speak no common version.</source>
        <translation>服务器与此 Kith 没有共同的版本。</translation>
    </message>
    <message>
        <source>Bring the older of the two up to date.</source>
        <translation>请更新两者中较旧的一个。</translation>
    </message>
    <message>
        <source>%1 answers (version %2).</source>
        <translation>%1 有回应（版本 %2）。</translation>
    </message>
    <message>
        <source>Is this computer online? Does the address of the server still hold?</source>
        <translation>这台电脑在线吗？服务器地址还有效吗？</translation>
    </message>
    <message>
        <source>A firewall or a portal of the network may be in between.</source>
        <translation>中间可能有防火墙或网络认证页面。</translation>
    </message>
    <message>
        <source>See &quot;Secure connection&quot; below.</source>
        <translation>请看下面的“安全连接”。</translation>
    </message>
    <message>
        <source>A portal of the network may answer in its place: open a web page once.</source>
        <translation>回应的可能是网络认证页面：请先打开一次网页。</translation>
    </message>
    <message>
        <source>Try again in a minute.</source>
        <translation>请过一分钟再试。</translation>
    </message>
    <message>
        <source>Not used: the server is on this very computer.</source>
        <translation>未使用：服务器就在这台电脑上。</translation>
    </message>
    <message>
        <source>The server&apos;s certificate is trusted by this computer.</source>
        <translation>这台电脑信任服务器的证书。</translation>
    </message>
    <message>
        <source>Do not go around it. Is the clock right? Does an antivirus or a company&apos;s proxy look into connections? Ask who runs the server.</source>
        <translation>请勿绕过。时钟准确吗？是否有杀毒软件或公司代理在检查连接？请询问服务器的管理者。</translation>
    </message>
    <message>
        <source>The server has to answer first.</source>
        <translation>服务器需要先回应。</translation>
    </message>
    <message>
        <source>It is compared with the server&apos;s while Kith is connected.</source>
        <translation>Kith 连接期间会与服务器的时钟比较。</translation>
    </message>
    <message>
        <source>It agrees with the server&apos;s.</source>
        <translation>与服务器的时钟一致。</translation>
    </message>
    <message>
        <source>It is %1 min ahead of the server&apos;s.</source>
        <translation>比服务器的时钟快 %1 分钟。</translation>
    </message>
    <message>
        <source>It is %1 min behind the server&apos;s.</source>
        <translation>比服务器的时钟慢 %1 分钟。</translation>
    </message>
    <message>
        <source>Let the system set its time by itself. Messages are in order all the same.</source>
        <translation>请让系统自动校时。无论如何，消息的顺序都不会乱。</translation>
    </message>
    <message>
        <source>None: the server is reached directly.</source>
        <translation>无：直接连接服务器。</translation>
    </message>
    <message>
        <source>The system says: by way of %1, port %2.</source>
        <translation>系统设置：经由 %1，端口 %2。</translation>
    </message>
    <message>
        <source>If the server cannot be reached, the proxy may be why: it has to let WebSockets pass.</source>
        <translation>如果无法连上服务器，原因可能是代理：它必须允许 WebSocket 通过。</translation>
    </message>
    <message>
        <source>The system shows them.</source>
        <translation>系统会显示通知。</translation>
    </message>
    <message>
        <source>The system says that it shows none.</source>
        <translation>系统表示不显示任何通知。</translation>
    </message>
    <message>
        <source>Look in the system&apos;s settings for notifications.</source>
        <translation>请查看系统的通知设置。</translation>
    </message>
    <message>
        <source>There is one.</source>
        <translation>有托盘。</translation>
    </message>
    <message>
        <source>This desktop has none.</source>
        <translation>此桌面没有托盘。</translation>
    </message>
    <message>
        <source>Kith works without it; keep its window open to be told of news.</source>
        <translation>Kith 没有它也能运行；请让窗口保持打开以获知新消息。</translation>
    </message>
</context>
<context>
    <name>kith::DiagnosticsDialog</name>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Nothing is changed by looking, and nothing is sent anywhere.</source>
        <translation>查看不会改变任何东西，也不会向任何地方发送任何内容。</translation>
    </message>
    <message>
        <source>Copy the report</source>
        <translation>复制报告</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>制作支持包…</translation>
    </message>
    <message>
        <source>A file for the support, without anything you or others wrote; you see it before it is written</source>
        <translation>给支持人员的文件，不含你或他人写的任何内容；写入之前你会看到它</translation>
    </message>
    <message>
        <source>The bundle is being made…</source>
        <translation>正在制作支持包…</translation>
    </message>
    <message>
        <source>No bundle was made. %1</source>
        <translation>未能制作支持包。%1</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>尚未检查</translation>
    </message>
    <message>
        <source>being looked at</source>
        <translation>正在检查</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良好</translation>
    </message>
    <message>
        <source>worth knowing</source>
        <translation>值得留意</translation>
    </message>
    <message>
        <source>needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>cannot be told</source>
        <translation>无法得知</translation>
    </message>
    <message>
        <source>Copied, without names and addresses.</source>
        <translation>已复制，不含姓名和地址。</translation>
    </message>
    <message>
        <source>Nothing is sent by itself: hand the file to whoever helps you.</source>
        <translation>不会自动发送任何内容：请把文件交给帮助你的人。</translation>
    </message>
</context>
<context>
    <name>kith::ExportDialog</name>
    <message>
        <source>With the &amp;files that are on this computer</source>
        <translation>包含这台电脑上的文件(&amp;F)</translation>
    </message>
    <message>
        <source>C&amp;hoose…</source>
        <translation>选择(&amp;H)…</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>导出(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Show in folder</source>
        <translation>在文件夹中显示(&amp;S)</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Writes all chats into a new folder.</source>
        <translation>将所有聊天写入一个新文件夹。</translation>
    </message>
    <message>
        <source>Writes the chat “%1” into a new folder.</source>
        <translation>将聊天“%1”写入一个新文件夹。</translation>
    </message>
    <message>
        <source>Everything comes from this computer; no server is asked. Whoever can read the folder can read the messages.</source>
        <translation>全部内容来自这台电脑，不会询问服务器。能读取此文件夹的人就能读取这些消息。</translation>
    </message>
    <message>
        <source>Pages for a browser (HTML)</source>
        <translation>供浏览器查看的网页 (HTML)</translation>
    </message>
    <message>
        <source>Data for programs (JSON)</source>
        <translation>供程序使用的数据 (JSON)</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>New folder</source>
        <translation>新文件夹</translation>
    </message>
    <message>
        <source>Progress of the export</source>
        <translation>导出进度</translation>
    </message>
    <message>
        <source>Where the new folder goes</source>
        <translation>新文件夹的位置</translation>
    </message>
    <message>
        <source>Counting…</source>
        <translation>正在计数…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>%1 of %2 messages: %3</source>
        <translation>第 %1 条消息，共 %2 条：%3</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Stopped. Nothing was left in the folder.</source>
        <translation>已停止。文件夹中没有留下任何内容。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) written.</source>
        <translation>
            <numerusform>已写入 %n 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) copied.</source>
        <translation>
            <numerusform>已复制 %n 个文件。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are not on this computer and are only named.</source>
        <translation>
            <numerusform>%n 个文件不在这台电脑上，仅列出名称。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are on the server only: load them first if you want them too.</source>
        <translation>
            <numerusform>%n 条消息仅在服务器上：如也需要，请先加载。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::ForwardDialog</name>
    <message>
        <source>Send without a sound</source>
        <translation>静音发送</translation>
    </message>
    <message numerus="yes">
        <source>Forward %n messages</source>
        <translation>
            <numerusform>转发 %n 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>Search chats</source>
        <translation>搜索聊天</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Forward</source>
        <translation>转发</translation>
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
        <translation>此链接指向的内容不在这台电脑上。</translation>
    </message>
    <message>
        <source>Kith cannot repair the account</source>
        <translation>Kith 无法修复账户</translation>
    </message>
    <message>
        <source>The server has signed this computer out. Everything you have is still here.</source>
        <translation>服务器已将这台电脑登出。你的所有内容仍在这里。</translation>
    </message>
    <message>
        <source>Kith cannot open the account</source>
        <translation>Kith 无法打开账户</translation>
    </message>
    <message>
        <source>You are signed out, but %1 could not be removed.</source>
        <translation>你已退出登录，但无法移除 %1。</translation>
    </message>
</context>
<context>
    <name>kith::HtmlWriter</name>
    <message numerus="yes">
        <source>%n message(s) are on the server only and not in this export</source>
        <translation>
            <numerusform>%n 条消息仅在服务器上，未包含在此导出中</numerusform>
        </translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>All chats</source>
        <translation>所有聊天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>更晚</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 更改了群组</translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>某人</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>This message was deleted.</source>
        <translation>此消息已删除。</translation>
    </message>
    <message>
        <source>Forwarded from %1</source>
        <translation>转发自 %1</translation>
    </message>
    <message>
        <source>A message of a kind that this version does not know.</source>
        <translation>此版本不认识的消息类型。</translation>
    </message>
    <message>
        <source>A message that is not in this export.</source>
        <translation>不在此导出中的消息。</translation>
    </message>
</context>
<context>
    <name>kith::LanguageChoice</name>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Kith speaks this language from its next start on.</source>
        <translation>Kith 下次启动时将使用此语言。</translation>
    </message>
</context>
<context>
    <name>kith::ListDelegate</name>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Draft: </source>
        <translation>草稿：</translation>
    </message>
</context>
<context>
    <name>kith::ListPane</name>
    <message>
        <source>Chats</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>搜索</translation>
    </message>
    <message>
        <source>Search chats, people and messages</source>
        <translation>搜索聊天、联系人和消息</translation>
    </message>
    <message>
        <source>Search (Ctrl+K)
from:ana  in:&quot;Summer house&quot;  has:file, picture or link
after:2026-03-05  before:2026-04
&gt; lists the commands</source>
        <translation>搜索 (Ctrl+K)
from:ana  in:&quot;夏日小屋&quot;  has:file、picture 或 link
after:2026-03-05  before:2026-04
&gt; 列出命令</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>New chat or group</source>
        <translation>新建聊天或群组</translation>
    </message>
    <message>
        <source>New chat (Ctrl+N)</source>
        <translation>新建聊天 (Ctrl+N)</translation>
    </message>
    <message>
        <source>New chat…</source>
        <translation>新建聊天…</translation>
    </message>
    <message>
        <source>New group…</source>
        <translation>新建群组…</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>立即尝试连接</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>&amp;Verify history…</source>
        <translation>核对历史记录(&amp;V)…</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Diagnostics… (F1)</source>
        <translation>诊断(&amp;D)… (F1)</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>设置(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;About Kith</source>
        <translation>关于 Kith(&amp;A)</translation>
    </message>
    <message>
        <source>No chats</source>
        <translation>没有聊天</translation>
    </message>
    <message>
        <source>No chats yet</source>
        <translation>还没有聊天</translation>
    </message>
    <message>
        <source>Find somebody by login and say hello.</source>
        <translation>用登录名找到某人，打个招呼吧。</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>开始聊天</translation>
    </message>
    <message>
        <source>Unpin</source>
        <translation>取消置顶</translation>
    </message>
    <message>
        <source>Pin</source>
        <translation>置顶</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>取消静音</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>静音</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>标为未读</translation>
    </message>
    <message>
        <source>Verify history…</source>
        <translation>核对历史记录…</translation>
    </message>
    <message>
        <source> · this computer&apos;s clock is %1 min off</source>
        <translation> · 这台电脑的时钟相差 %1 分钟</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>上线</translation>
    </message>
</context>
<context>
    <name>kith::LiveState</name>
    <message>
        <source>typing…</source>
        <translation>正在输入…</translation>
    </message>
    <message numerus="yes">
        <source>%n people are typing…</source>
        <translation>
            <numerusform>%n 人正在输入…</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is typing…</source>
        <translation>%1 正在输入…</translation>
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
        <translation>已编辑</translation>
    </message>
    <message>
        <source>What to do…</source>
        <translation>如何处理…</translation>
    </message>
</context>
<context>
    <name>kith::Media</name>
    <message>
        <source>The folder %1 cannot be made.</source>
        <translation>无法创建文件夹 %1。</translation>
    </message>
</context>
<context>
    <name>kith::MessageListModel</name>
    <message>
        <source>you</source>
        <translation>你</translation>
    </message>
    <message>
        <source>somebody</source>
        <translation>某人</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages not loaded yet</source>
        <translation>
            <numerusform>%Ln 条消息尚未加载</numerusform>
        </translation>
    </message>
    <message>
        <source>Unread messages from here</source>
        <translation>以下是未读消息</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>已编辑</translation>
    </message>
    <message>
        <source>in reply to %1: %2</source>
        <translation>回复 %1：%2</translation>
    </message>
    <message>
        <source>This message was deleted</source>
        <translation>此消息已删除</translation>
    </message>
    <message>
        <source>a message that this version cannot show (%1)</source>
        <translation>此版本无法显示的消息（%1）</translation>
    </message>
    <message numerus="yes">
        <source>%1 %n times</source>
        <translation>
            <numerusform>%1 %n 次</numerusform>
        </translation>
    </message>
    <message>
        <source>chosen</source>
        <translation>已选择</translation>
    </message>
    <message>
        <source>not chosen</source>
        <translation>未选择</translation>
    </message>
    <message>
        <source>sent without a sound</source>
        <translation>静音发送</translation>
    </message>
    <message>
        <source>goes away on %1</source>
        <translation>将于 %1 消失</translation>
    </message>
    <message>
        <source>forwarded</source>
        <translation>转发</translation>
    </message>
    <message>
        <source>forwarded from %1</source>
        <translation>转发自 %1</translation>
    </message>
    <message>
        <source>being deleted for everyone</source>
        <translation>正在为所有人删除</translation>
    </message>
    <message>
        <source>link to %1: %2</source>
        <translation>指向 %1 的链接：%2</translation>
    </message>
</context>
<context>
    <name>kith::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
</context>
<context>
    <name>kith::NetworkDesk</name>
    <message>
        <source>The password is longer than a proxy takes.</source>
        <translation>密码超过了代理允许的长度。</translation>
    </message>
</context>
<context>
    <name>kith::NetworkPage</name>
    <message>
        <source>&amp;Use this</source>
        <translation>使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Test the way</source>
        <translation>测试线路(&amp;T)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
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
        <translation>保存在钥匙串中</translation>
    </message>
    <message>
        <source>Proxy</source>
        <translation>代理</translation>
    </message>
    <message>
        <source>Address of the proxy</source>
        <translation>代理地址</translation>
    </message>
    <message>
        <source>Port of the proxy</source>
        <translation>代理端口</translation>
    </message>
    <message>
        <source>Name for the proxy</source>
        <translation>代理用户名</translation>
    </message>
    <message>
        <source>Password for the proxy</source>
        <translation>代理密码</translation>
    </message>
    <message>
        <source>Server to test</source>
        <translation>要测试的服务器</translation>
    </message>
    <message>
        <source>The way, hop by hop</source>
        <translation>逐段线路</translation>
    </message>
    <message>
        <source>Address, port</source>
        <translation>地址，端口</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Used from now on.</source>
        <translation>从现在起使用。</translation>
    </message>
    <message>
        <source>Testing…</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>The whole way is open.</source>
        <translation>整条线路畅通。</translation>
    </message>
    <message>
        <source>fine</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>It ends here: %1.</source>
        <translation>在此中断：%1。</translation>
    </message>
</context>
<context>
    <name>kith::NewGroupDialog</name>
    <message>
        <source>New group</source>
        <translation>新建群组</translation>
    </message>
    <message>
        <source>Name of the group</source>
        <translation>群组名称</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Delete takes the marked person out</source>
        <translation>按 Delete 可移去选中的人</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1，@%2</translation>
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
        <translation>新消息</translation>
    </message>
    <message numerus="yes">
        <source>%Ln new messages</source>
        <translation>
            <numerusform>%Ln 条新消息</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 条</translation>
    </message>
    <message>
        <source>This is how a new message is told.</source>
        <translation>新消息就是这样通知的。</translation>
    </message>
</context>
<context>
    <name>kith::PeopleModel</name>
    <message>
        <source>Nobody here has a login like “%1”.</source>
        <translation>这里没有人的登录名类似“%1”。</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1，@%2</translation>
    </message>
    <message>
        <source>Type the login of the person you look for.</source>
        <translation>请输入要找的人的登录名。</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
</context>
<context>
    <name>kith::PeoplePicker</name>
    <message>
        <source>Login or name</source>
        <translation>登录名或姓名</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人</translation>
    </message>
</context>
<context>
    <name>kith::Preferences</name>
    <message>
        <source>The settings cannot be kept in %1.</source>
        <translation>无法将设置保存到 %1。</translation>
    </message>
</context>
<context>
    <name>kith::PrivacyPage</name>
    <message>
        <source>&amp;Block somebody…</source>
        <translation>屏蔽某人(&amp;B)…</translation>
    </message>
    <message>
        <source>&amp;Unblock</source>
        <translation>取消屏蔽(&amp;U)</translation>
    </message>
    <message>
        <source>Everybody on the server</source>
        <translation>服务器上的所有人</translation>
    </message>
    <message>
        <source>Who types my whole login</source>
        <translation>输入我完整登录名的人</translation>
    </message>
    <message>
        <source>Nobody</source>
        <translation>任何人都不能</translation>
    </message>
    <message>
        <source>Who can find me</source>
        <translation>谁可以找到我</translation>
    </message>
    <message>
        <source>Blocked people</source>
        <translation>已屏蔽的人</translation>
    </message>
    <message>
        <source>Between you and a blocked person there are no messages, calls for attention or online marks. Groups that both of you are in go on unchanged.</source>
        <translation>你与被屏蔽的人之间没有消息、提醒和在线标记。你们共同所在的群组不受影响。</translation>
    </message>
    <message>
        <source>Somebody who is not known here</source>
        <translation>本机未知的人</translation>
    </message>
    <message>
        <source>%1, @%2</source>
        <translation>%1，@%2</translation>
    </message>
    <message>
        <source>Block somebody</source>
        <translation>屏蔽某人</translation>
    </message>
</context>
<context>
    <name>kith::RescueDialog</name>
    <message>
        <source>Your local data was repaired</source>
        <translation>你的本地数据已修复</translation>
    </message>
    <message>
        <source>Nothing was lost</source>
        <translation>没有任何丢失</translation>
    </message>
    <message>
        <source>Some of what was only here could not be saved</source>
        <translation>有些仅存在于此处的内容未能保住</translation>
    </message>
    <message>
        <source>The file on this computer that holds your messages was damaged. Kith has made a new one and is fetching your messages from the server again. What existed only on this computer was taken over:</source>
        <translation>这台电脑上保存你消息的文件曾损坏。Kith 已新建一份，并正从服务器重新获取你的消息。仅存在于这台电脑上的内容已转移过去：</translation>
    </message>
    <message>
        <source>The damaged file is kept, nothing of it was deleted:
%1</source>
        <translation>损坏的文件已保留，其中没有删除任何内容：
%1</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>显示文件夹</translation>
    </message>
</context>
<context>
    <name>kith::SearchBar</name>
    <message>
        <source>Search in this chat</source>
        <translation>在此聊天中搜索</translation>
    </message>
    <message>
        <source>from:ana  has:file  after:2026-03-05  before:2026-04</source>
        <translation>from:ana  has:file  after:2026-03-05  before:2026-04</translation>
    </message>
    <message>
        <source>Older result</source>
        <translation>更早的结果</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Newer result</source>
        <translation>更新的结果</translation>
    </message>
    <message>
        <source>Shift+Enter</source>
        <translation>Shift+Enter</translation>
    </message>
    <message>
        <source>Close the search</source>
        <translation>关闭搜索</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>“%1” cannot be understood</source>
        <translation>无法理解“%1”</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”</source>
        <translation>这里没有人叫“%1”</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>未找到任何内容</translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, %1 more on the server only</source>
        <translation>
            <numerusform>此处有 %Ln 条消息，另有 %1 条仅在服务器上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages, all here</source>
        <translation>
            <numerusform>%Ln 条消息，全部在此处</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>kith::SearchModel</name>
    <message numerus="yes">
        <source>%Ln messages here, all indexed · %1 more on the server only</source>
        <translation>
            <numerusform>此处有 %Ln 条消息，全部已索引 · 另有 %1 条仅在服务器上</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages here, all indexed</source>
        <translation>
            <numerusform>此处有 %Ln 条消息，全部已索引</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” cannot be understood. has: takes file, picture or link; after: and before: take a day like 2026-03-05.</source>
        <translation>无法理解“%1”。has: 可用 file、picture 或 link；after: 和 before: 使用 2026-03-05 这样的日期。</translation>
    </message>
    <message>
        <source>Nobody here is called “%1”.</source>
        <translation>这里没有人叫“%1”。</translation>
    </message>
    <message>
        <source>No chat is called “%1”.</source>
        <translation>没有名为“%1”的聊天。</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Messages: the newest %1</source>
        <translation>消息：最新 %1 条</translation>
    </message>
    <message>
        <source>Messages: %1</source>
        <translation>消息：%1</translation>
    </message>
    <message>
        <source>Chats</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Start a chat</source>
        <translation>开始聊天</translation>
    </message>
    <message>
        <source>Nothing found for “%1”</source>
        <translation>未找到与“%1”相关的内容</translation>
    </message>
</context>
<context>
    <name>kith::SendFilesDialog</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Send files to %1</source>
        <translation>发送文件给 %1</translation>
    </message>
    <message>
        <source>Files to send</source>
        <translation>要发送的文件</translation>
    </message>
    <message>
        <source>Caption</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Add a caption…</source>
        <translation>添加说明…</translation>
    </message>
    <message>
        <source>Add…</source>
        <translation>添加…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>“%1” is a folder. Pack it into one file to send it.</source>
        <translation>“%1”是文件夹。请打包成一个文件再发送。</translation>
    </message>
    <message>
        <source>“%1” is not there.</source>
        <translation>“%1”不存在。</translation>
    </message>
    <message>
        <source>“%1” cannot be read.</source>
        <translation>无法读取“%1”。</translation>
    </message>
    <message>
        <source>“%1” is larger than %2.</source>
        <translation>“%1”大于 %2。</translation>
    </message>
    <message numerus="yes">
        <source>At most %n files go out at a time.</source>
        <translation>
            <numerusform>一次最多发送 %n 个文件。</numerusform>
        </translation>
    </message>
    <message>
        <source>The pasted picture cannot be kept: %1</source>
        <translation>无法保存粘贴的图片：%1</translation>
    </message>
    <message>
        <source>No files yet</source>
        <translation>还没有文件</translation>
    </message>
    <message numerus="yes">
        <source>%Ln files</source>
        <translation>
            <numerusform>%Ln 个文件</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln messages</source>
        <translation>
            <numerusform>%Ln 条消息</numerusform>
        </translation>
    </message>
    <message>
        <source>1 file</source>
        <translation>1 个文件</translation>
    </message>
    <message numerus="yes">
        <source>The caption is too long by %Ln bytes.</source>
        <translation>
            <numerusform>说明超出 %Ln 字节。</numerusform>
        </translation>
    </message>
    <message>
        <source>Preparing…</source>
        <translation>正在准备…</translation>
    </message>
    <message>
        <source>Add files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>“%1” says where it was taken, and no copy without that can be made here.</source>
        <translation>“%1”含有拍摄地点，而这里无法制作去除该信息的副本。</translation>
    </message>
</context>
<context>
    <name>kith::SettingsDialog</name>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Pages of the settings</source>
        <translation>设置页面</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>High contrast</source>
        <translation>高对比度</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>文字大小</translation>
    </message>
    <message>
        <source>Use another font than the system&apos;s</source>
        <translation>使用系统字体以外的字体</translation>
    </message>
    <message>
        <source>Font</source>
        <translation>字体</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Tell me of new messages</source>
        <translation>新消息通知</translation>
    </message>
    <message>
        <source>Only that there is one</source>
        <translation>仅告知有新消息</translation>
    </message>
    <message>
        <source>Who wrote</source>
        <translation>谁发来的</translation>
    </message>
    <message>
        <source>Who wrote what</source>
        <translation>谁发来的及内容</translation>
    </message>
    <message>
        <source>What a notification shows</source>
        <translation>通知显示的内容</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Quiet hours</source>
        <translation>安静时段</translation>
    </message>
    <message>
        <source>Quiet from</source>
        <translation>安静开始于</translation>
    </message>
    <message>
        <source>Quiet until</source>
        <translation>安静结束于</translation>
    </message>
    <message>
        <source>Go on in the tray when the window is closed</source>
        <translation>关闭窗口后在托盘中继续运行</translation>
    </message>
    <message>
        <source>This desktop has no tray: closing the window ends Kith.</source>
        <translation>此桌面没有托盘：关闭窗口会退出 Kith。</translation>
    </message>
    <message>
        <source>Test notification</source>
        <translation>测试通知</translation>
    </message>
    <message>
        <source>It shows</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Shortcuts</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>按键</translation>
    </message>
    <message>
        <source>Find chats, people, messages and commands</source>
        <translation>查找聊天、联系人、消息和命令</translation>
    </message>
    <message>
        <source>From pane to pane</source>
        <translation>在窗格间切换</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>New line</source>
        <translation>换行</translation>
    </message>
    <message>
        <source>Edit the last own message</source>
        <translation>编辑自己的上一条消息</translation>
    </message>
    <message>
        <source>Scroll the messages while writing</source>
        <translation>书写时滚动消息</translation>
    </message>
    <message>
        <source>Choose a message (in the messages)</source>
        <translation>选择消息（在消息区）</translation>
    </message>
    <message>
        <source>What can be done with a message</source>
        <translation>对消息可做的操作</translation>
    </message>
    <message>
        <source>To the newest message</source>
        <translation>前往最新消息</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message>
        <source>Nothing is lost, nothing is doubled, and it can be proved.</source>
        <translation>不丢一条，不重一条，并且可以证明。</translation>
    </message>
    <message>
        <source>Licence: MIT. Built with Qt %1.</source>
        <translation>许可：MIT。使用 Qt %1 构建。</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>隐私</translation>
    </message>
    <message>
        <source>Account and devices</source>
        <translation>账户与设备</translation>
    </message>
    <message>
        <source>Storage</source>
        <translation>存储</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
</context>
<context>
    <name>kith::SignInPage</name>
    <message>
        <source>The address of your server, for example chat.example.org</source>
        <translation>你的服务器地址，例如 chat.example.org</translation>
    </message>
    <message>
        <source>This is not an address.</source>
        <translation>这不是地址。</translation>
    </message>
    <message>
        <source>Looking for the server…</source>
        <translation>正在查找服务器…</translation>
    </message>
    <message>
        <source>Server found, version %1</source>
        <translation>已找到服务器，版本 %1</translation>
    </message>
    <message>
        <source>%1, version %2</source>
        <translation>%1，版本 %2</translation>
    </message>
    <message>
        <source>The server cannot be reached. Is the address right, and are you online?</source>
        <translation>无法连上服务器。地址正确吗？你在线吗？</translation>
    </message>
    <message>
        <source>Something is there, but it does not answer.</source>
        <translation>那里有东西，但没有回应。</translation>
    </message>
    <message>
        <source>The connection is not safe: the server&apos;s certificate is not trusted.</source>
        <translation>连接不安全：服务器的证书不受信任。</translation>
    </message>
    <message>
        <source>This is not a Kith server.</source>
        <translation>这不是 Kith 服务器。</translation>
    </message>
    <message>
        <source>This server speaks another version (%1). Update Kith or ask its operator.</source>
        <translation>此服务器使用其他版本（%1）。请更新 Kith 或询问其管理者。</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的姓名</translation>
    </message>
    <message>
        <source>State of the server</source>
        <translation>服务器状态</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Login</source>
        <translation>登录名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Sign in to Kith</source>
        <translation>登录 Kith</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>创建账户</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>I already have an account</source>
        <translation>我已有账户</translation>
    </message>
    <message>
        <source>I am new here: create an account</source>
        <translation>我是新用户：创建账户</translation>
    </message>
    <message>
        <source>Type your login.</source>
        <translation>请输入登录名。</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Creating…</source>
        <translation>正在创建…</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Hide password</source>
        <translation>隐藏密码</translation>
    </message>
    <message>
        <source>Show password</source>
        <translation>显示密码</translation>
    </message>
    <message>
        <source>Proxy settings…</source>
        <translation>代理设置…</translation>
    </message>
</context>
<context>
    <name>kith::StoragePage</name>
    <message>
        <source>&amp;Remove the files of this chat…</source>
        <translation>移除此聊天的文件(&amp;R)…</translation>
    </message>
    <message>
        <source>Remove &amp;all files…</source>
        <translation>移除所有文件(&amp;A)…</translation>
    </message>
    <message>
        <source>Keep at most</source>
        <translation>最多保留</translation>
    </message>
    <message>
        <source>&amp;Export all chats…</source>
        <translation>导出所有聊天(&amp;E)…</translation>
    </message>
    <message>
        <source>Only files that the server has too are removed. Texts, and what is not sent yet, stay; a file comes back when you click it.</source>
        <translation>只移除服务器上也有的文件。文字和尚未发送的内容保留；点击文件即可重新取回。</translation>
    </message>
    <message>
        <source>Files on this computer by chat</source>
        <translation>此电脑上各聊天的文件</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Texts and search index: %1. Files: %2.</source>
        <translation>文字和搜索索引：%1。文件：%2。</translation>
    </message>
    <message numerus="yes">
        <source>%1, %n files, %2</source>
        <translation>
            <numerusform>%1，%n 个文件，%2</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove files</source>
        <translation>移除文件</translation>
    </message>
    <message>
        <source>Remove all files that the server has too from this computer?</source>
        <translation>从此电脑移除服务器上也有的所有文件？</translation>
    </message>
    <message>
        <source>Remove the files of “%1” from this computer?</source>
        <translation>从此电脑移除“%1”的文件？</translation>
    </message>
    <message>
        <source>The texts stay. A file that you want again is fetched from the server.</source>
        <translation>文字保留。再次需要的文件会从服务器取回。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>kith::StoryDialog</name>
    <message>
        <source>What happened to this message</source>
        <translation>此消息的经过</translation>
    </message>
    <message>
        <source>Where the message stands</source>
        <translation>消息的现状</translation>
    </message>
    <message>
        <source>What comes next</source>
        <translation>接下来</translation>
    </message>
    <message>
        <source>What happened, in its order</source>
        <translation>依次发生的事</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy all of this, for support</source>
        <translation>全部复制，供支持人员使用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kith::Tray</name>
    <message>
        <source>Open Kith</source>
        <translation>打开 Kith</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>勿扰</translation>
    </message>
    <message>
        <source>Quit</source>
        <translation>退出</translation>
    </message>
    <message numerus="yes">
        <source>Kith: %Ln chats with news</source>
        <translation>
            <numerusform>Kith：%Ln 个聊天有新消息</numerusform>
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
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>kith::VerifyDialog</name>
    <message>
        <source>&amp;Mend what differs</source>
        <translation>修复差异(&amp;M)</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>核对历史记录</translation>
    </message>
    <message>
        <source>Compares the chat “%1” on this device with the server.</source>
        <translation>将此设备上的聊天“%1”与服务器比较。</translation>
    </message>
    <message>
        <source>Compares all chats on this device with the server.</source>
        <translation>将此设备上的所有聊天与服务器比较。</translation>
    </message>
    <message>
        <source>What waits to be sent, drafts and read marks are not touched. You can go on writing meanwhile.</source>
        <translation>等待发送的内容、草稿和已读标记不受影响。期间你可以继续书写。</translation>
    </message>
    <message>
        <source>Progress of the comparison</source>
        <translation>比较进度</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>发现的情况</translation>
    </message>
    <message>
        <source>&amp;Compare</source>
        <translation>比较(&amp;C)</translation>
    </message>
    <message>
        <source>C&amp;opy</source>
        <translation>复制(&amp;O)</translation>
    </message>
    <message>
        <source>Copy the report, for support</source>
        <translation>复制报告，供支持人员使用</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Waiting for the server…</source>
        <translation>正在等待服务器…</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Waiting for a connection…</source>
        <translation>正在等待连接…</translation>
    </message>
    <message>
        <source>Comparing chat %1 of %2…</source>
        <translation>正在比较第 %1 个聊天，共 %2 个…</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>&amp;Compare again</source>
        <translation>再次比较(&amp;C)</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>kith::VersionsDialog</name>
    <message>
        <source>Edited message</source>
        <translation>已编辑的消息</translation>
    </message>
    <message>
        <source>Versions of the message, newest first</source>
        <translation>消息的各个版本，最新的在前</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>Asking the server for the earlier texts…</source>
        <translation>正在向服务器请求较早的文本…</translation>
    </message>
    <message>
        <source>The earlier texts cannot be shown. %1</source>
        <translation>无法显示较早的文本。%1</translation>
    </message>
    <message>
        <source>Until %1</source>
        <translation>直到 %1</translation>
    </message>
    <message>
        <source>The oldest texts are no longer kept.</source>
        <translation>最早的文本已不再保留。</translation>
    </message>
</context>
<context>
    <name>kith::Viewer</name>
    <message>
        <source>Picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>上一张图片</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>左方向键</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>下一张图片</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>右方向键</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>You</source>
        <translation>你</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图片：%1</translation>
    </message>
    <message>
        <source>This picture cannot be shown. It can be saved and opened with another program.</source>
        <translation>无法显示此图片。可以存储后用其他程序打开。</translation>
    </message>
</context>
<context>
    <name>kith::Workspace</name>
    <message>
        <source>New chat</source>
        <translation>新建聊天</translation>
    </message>
    <message>
        <source>New group</source>
        <translation>新建群组</translation>
    </message>
    <message>
        <source>Search in this chat</source>
        <translation>在此聊天中搜索</translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>添加文件</translation>
    </message>
    <message>
        <source>Next chat</source>
        <translation>下一个聊天</translation>
    </message>
    <message>
        <source>Previous chat</source>
        <translation>上一个聊天</translation>
    </message>
    <message>
        <source>Details and members of this chat</source>
        <translation>此聊天的详情与成员</translation>
    </message>
    <message>
        <source>Mute or unmute this chat</source>
        <translation>将此聊天静音或取消静音</translation>
    </message>
    <message>
        <source>Pin or unpin this chat</source>
        <translation>置顶或取消置顶此聊天</translation>
    </message>
    <message>
        <source>Mark this chat as read</source>
        <translation>将此聊天标为已读</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>About Kith</source>
        <translation>关于 Kith</translation>
    </message>
    <message>
        <source>Verify history</source>
        <translation>核对历史记录</translation>
    </message>
    <message>
        <source>Diagnostics</source>
        <translation>诊断</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线工作</translation>
    </message>
    <message>
        <source>Go online</source>
        <translation>上线</translation>
    </message>
    <message>
        <source>Export this chat</source>
        <translation>导出此聊天</translation>
    </message>
    <message>
        <source>Export all chats</source>
        <translation>导出所有聊天</translation>
    </message>
</context>
<context>
    <name>kith::inspect::BundleDialog</name>
    <message>
        <source>Support bundle</source>
        <translation>支持包</translation>
    </message>
    <message>
        <source>This is exactly what would leave, %1 in one file. Texts are made up, people have pseudonyms. Nothing is written yet, and nothing is sent.</source>
        <translation>这正是将会离开本机的内容，%1，在一个文件中。文本是虚构的，人员使用化名。目前尚未写入，也不会发送任何内容。</translation>
    </message>
    <message>
        <source>The data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Write the file…</source>
        <translation>写入文件…</translation>
    </message>
    <message>
        <source>Write the bundle</source>
        <translation>写入支持包</translation>
    </message>
    <message>
        <source>Support bundles (*.kithbundle)</source>
        <translation>支持包 (*.kithbundle)</translation>
    </message>
    <message>
        <source>Not written</source>
        <translation>未写入</translation>
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
        <translation>未说明原因</translation>
    </message>
    <message>
        <source>it was busy</source>
        <translation>它正忙</translation>
    </message>
    <message>
        <source>too much at once</source>
        <translation>一次太多</translation>
    </message>
    <message>
        <source>its storage did not answer</source>
        <translation>它的存储没有回应</translation>
    </message>
    <message>
        <source>it does not know the message yet</source>
        <translation>它还不知道此消息</translation>
    </message>
    <message>
        <source>Your edit: </source>
        <translation>你的编辑：</translation>
    </message>
    <message>
        <source>Your deletion: </source>
        <translation>你的删除：</translation>
    </message>
    <message>
        <source>Your reaction: </source>
        <translation>你的回应：</translation>
    </message>
    <message>
        <source>It had been tried, and the program ended before an answer came.</source>
        <translation>曾尝试发送，但程序在收到回应前结束了。</translation>
    </message>
    <message numerus="yes">
        <source>%n tries (%1) had no answer; the last: %2.</source>
        <translation>
            <numerusform>%n 次尝试（%1）没有回应；最近一次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>A try had no answer: %1.</source>
        <translation>一次尝试没有回应：%1。</translation>
    </message>
    <message numerus="yes">
        <source>The server asked %n times (%1) to wait; the last: %2.</source>
        <translation>
            <numerusform>服务器 %n 次（%1）要求等待；最近一次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>The server asked to wait: %1.</source>
        <translation>服务器要求等待：%1。</translation>
    </message>
    <message>
        <source>The server refused it. %1</source>
        <translation>服务器拒绝了。%1</translation>
    </message>
    <message>
        <source>You queued it again.</source>
        <translation>你已重新排队发送。</translation>
    </message>
    <message>
        <source>The server&apos;s answer came.</source>
        <translation>收到了服务器的回应。</translation>
    </message>
    <message>
        <source>The server&apos;s history no longer had it. It was queued again, under the same number.</source>
        <translation>服务器的历史记录中已没有它。已用相同编号重新排队。</translation>
    </message>
    <message>
        <source>The server did not take the time in its number: it goes on as %1.</source>
        <translation>服务器不接受其编号中的时间：它以 %1 继续。</translation>
    </message>
    <message>
        <source>You gave it up.</source>
        <translation>你已放弃。</translation>
    </message>
    <message numerus="yes">
        <source>No connection (%1). Failed tries: %n; the last: %2.</source>
        <translation>
            <numerusform>没有连接（%1）。失败的尝试：%n 次；最近一次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection (%1).</source>
        <translation>没有连接（%1）。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message numerus="yes">
        <source> and %n more</source>
        <translation>
            <numerusform> 等另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>In a group of this size nobody is told how far each member is.</source>
        <translation>在这种规模的群组中，不告知每位成员读到哪里。</translation>
    </message>
    <message>
        <source>Seen by %1.</source>
        <translation>已被 %1 看到。</translation>
    </message>
    <message>
        <source>On a device of %1, not seen yet.</source>
        <translation>已到 %1 的设备，尚未看到。</translation>
    </message>
    <message>
        <source>Not yet on a device of %1.</source>
        <translation>尚未到 %1 的设备。</translation>
    </message>
    <message>
        <source>(The server tells how far each has got, not when.)</source>
        <translation>（服务器只告知每个人到了哪里，不告知时间。）</translation>
    </message>
    <message>
        <source>You gave it up before it was on the server.</source>
        <translation>你在它到达服务器之前放弃了它。</translation>
    </message>
    <message>
        <source>It goes by another number now.</source>
        <translation>它现在使用另一个编号。</translation>
    </message>
    <message>
        <source>This device does not hold it.</source>
        <translation>此设备没有它。</translation>
    </message>
    <message>
        <source>It is saved on this device, and not yet on the server.</source>
        <translation>已保存在此设备上，尚未到服务器。</translation>
    </message>
    <message>
        <source>It is saved on this device. The server did not take it.</source>
        <translation>已保存在此设备上。服务器没有接受。</translation>
    </message>
    <message>
        <source>It is held here from before the server&apos;s history changed; the server has not confirmed it yet.</source>
        <translation>它是服务器历史记录变更之前留在这里的；服务器尚未确认。</translation>
    </message>
    <message>
        <source>It was deleted for everybody.</source>
        <translation>它已为所有人删除。</translation>
    </message>
    <message>
        <source>It is here, and you have seen it.</source>
        <translation>它在这里，你已看过。</translation>
    </message>
    <message>
        <source>It is here.</source>
        <translation>它在这里。</translation>
    </message>
    <message>
        <source>It is on the server, and everybody has seen it.</source>
        <translation>它在服务器上，所有人都已看到。</translation>
    </message>
    <message>
        <source>It is on the server and on a device of everybody.</source>
        <translation>它在服务器上，也在每个人的设备上。</translation>
    </message>
    <message>
        <source>It is on the server.</source>
        <translation>它在服务器上。</translation>
    </message>
    <message>
        <source>It goes out as soon as you work online again.</source>
        <translation>你重新上线后即会发送。</translation>
    </message>
    <message>
        <source>It goes out after you have signed in again.</source>
        <translation>你重新登录后会发送。</translation>
    </message>
    <message>
        <source>It goes out as soon as this device has caught up with the server.</source>
        <translation>此设备与服务器同步完成后即会发送。</translation>
    </message>
    <message>
        <source>It is on its way: the server&apos;s answer is awaited.</source>
        <translation>正在途中：等待服务器回应。</translation>
    </message>
    <message>
        <source>.</source>
        <translation>。</translation>
    </message>
    <message numerus="yes">
        <source>Failed tries since %1: %n; the last: %2.</source>
        <translation>
            <numerusform>自 %1 起失败的尝试：%n 次；最近一次：%2。</numerusform>
        </translation>
    </message>
    <message>
        <source>. It waits until that is settled.</source>
        <translation>。解决之前会一直等待。</translation>
    </message>
    <message>
        <source>You decide: retry it, edit it, copy its text, or discard it.</source>
        <translation>由你决定：重试、编辑、复制文本或丢弃。</translation>
    </message>
    <message>
        <source>it was refused (%1). Retry it or give it up.</source>
        <translation>被拒绝（%1）。请重试或放弃。</translation>
    </message>
    <message>
        <source>It is in “%1”, in a part that this device has not fetched yet.</source>
        <translation>它在“%1”中，位于此设备尚未获取的部分。</translation>
    </message>
    <message>
        <source>The server has it in none of your chats.</source>
        <translation>服务器上你的所有聊天中都没有它。</translation>
    </message>
    <message>
        <source>It may be in a part of a chat that is not held here, or of a chat that you are not in, or there is no such message.</source>
        <translation>它可能在此处没有的聊天部分中，或在你未加入的聊天中，也可能根本没有这条消息。</translation>
    </message>
    <message>
        <source>Nothing is left to do here: the others get it when their devices are connected.</source>
        <translation>这里已无事可做：其他人的设备连接后就会收到。</translation>
    </message>
    <message>
        <source>Another Kith program has this account open, and sends it as soon as it is connected.</source>
        <translation>另一个 Kith 程序打开了此账户，它连接后即会发送。</translation>
    </message>
    <message numerus="yes">
        <source>The server asked to wait (%1); next try in %n s.</source>
        <translation>
            <numerusform>服务器要求等待（%1）；%n 秒后再试。</numerusform>
        </translation>
    </message>
    <message>
        <source>It goes out after its files, which are being uploaded.</source>
        <translation>在其文件上传完成后发送。</translation>
    </message>
    <message numerus="yes">
        <source>Earlier changes of this chat go out first: %n.</source>
        <translation>
            <numerusform>此聊天中较早的更改会先发送：%n。</numerusform>
        </translation>
    </message>
    <message>
        <source>saved here, and not yet on the server.</source>
        <translation>已保存在此处，尚未到服务器。</translation>
    </message>
    <message>
        <source>d MMM</source>
        <comment>date</comment>
        <translation>M月d日</translation>
    </message>
    <message>
        <source>d MMM yyyy</source>
        <comment>date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>You entered it, and it was saved on this disk.</source>
        <translation>你写下了它，它已保存在此磁盘上。</translation>
    </message>
    <message>
        <source>You entered it on another device, or here before tries were noted.</source>
        <translation>你在另一台设备上写了它，或在开始记录尝试之前在此写下。</translation>
    </message>
    <message>
        <source>%1 entered it (by the clock of their device).</source>
        <translation>%1 写下了它（按其设备的时钟）。</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of this chat (server&apos;s clock).</source>
        <translation>服务器将其保存为此聊天的第 %1 号（服务器时钟）。</translation>
    </message>
    <message>
        <source>The server stored it as number %1 of its chat (server&apos;s clock).</source>
        <translation>服务器将其保存为其聊天的第 %1 号（服务器时钟）。</translation>
    </message>
    <message>
        <source>It was deleted later; when is not told.</source>
        <translation>它后来被删除；未告知时间。</translation>
    </message>
    <message numerus="yes">
        <source>It was changed since; changes: %n.</source>
        <translation>
            <numerusform>此后有更改；更改次数：%n。</numerusform>
        </translation>
    </message>
    <message>
        <source>When it arrived here is not recorded.</source>
        <translation>它何时到达此处没有记录。</translation>
    </message>
    <message>
        <source>The server knows that a device of yours has it.</source>
        <translation>服务器知道你的某台设备有它。</translation>
    </message>
    <message>
        <source>The server has not been told yet that it is here.</source>
        <translation>尚未告知服务器它已在此处。</translation>
    </message>
    <message>
        <source>It stands in a part of the chat that has not been compared with the server since a gap; it may have changed there.</source>
        <translation>它所在的聊天部分自出现缺口以来未与服务器比较，可能有变化。</translation>
    </message>
    <message>
        <source>Everything else is on the server</source>
        <translation>其他内容都在服务器上</translation>
    </message>
    <message>
        <source>Everything is on the server</source>
        <translation>全部都在服务器上</translation>
    </message>
    <message>
        <source>Everything up to %1 is on the server</source>
        <translation>%1 之前的内容都在服务器上</translation>
    </message>
    <message>
        <source>Not in touch with the server yet</source>
        <translation>尚未与服务器联系上</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting</source>
        <translation>
            <numerusform>%n 条等待中</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n 条未发送</numerusform>
        </translation>
    </message>
    <message>
        <source>The comparison was stopped before its end.</source>
        <translation>比较在结束前被停止。</translation>
    </message>
    <message>
        <source>This server is too old to compare with: nothing was compared.</source>
        <translation>此服务器太旧，无法比较：未比较任何内容。</translation>
    </message>
    <message>
        <source>The disk could not be read or written: the comparison is not complete.</source>
        <translation>无法读取或写入磁盘：比较不完整。</translation>
    </message>
    <message numerus="yes">
        <source>messages compared: %n</source>
        <translation>
            <numerusform>已比较的消息：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>This device and the server agree (%1).</source>
        <translation>此设备与服务器一致（%1）。</translation>
    </message>
    <message numerus="yes">
        <source>Differences found and mended: %n (%1). This device and the server agree now.</source>
        <translation>
            <numerusform>发现并修复的差异：%n（%1）。此设备与服务器现已一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Differences found: %n (%1).</source>
        <translation>
            <numerusform>发现的差异：%n（%1）。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>没有更改任何内容。</translation>
    </message>
    <message>
        <source>Not everything could be compared or mended (%1).</source>
        <translation>并非全部都能比较或修复（%1）。</translation>
    </message>
    <message numerus="yes">
        <source>Older messages not fetched yet: %n.</source>
        <translation>
            <numerusform>尚未获取的较早消息：%n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages from before a gap, not confirmed yet: %n.</source>
        <translation>
            <numerusform>缺口之前、尚未确认的消息：%n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Entries that this version cannot read: %n.</source>
        <translation>
            <numerusform>此版本无法读取的条目：%n。</numerusform>
        </translation>
    </message>
    <message>
        <source>agrees</source>
        <translation>一致</translation>
    </message>
    <message numerus="yes">
        <source>differences mended: %n</source>
        <translation>
            <numerusform>修复的差异：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>differences: %n</source>
        <translation>
            <numerusform>差异：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>rows are equal, and the sums of both sides are not</source>
        <translation>各行相同，但两边的校验和不同</translation>
    </message>
    <message>
        <source>not compared: you are not a member</source>
        <translation>未比较：你不是成员</translation>
    </message>
    <message>
        <source>not compared: not on the server yet</source>
        <translation>未比较：尚未到服务器</translation>
    </message>
    <message>
        <source>not compared: it changes too fast just now</source>
        <translation>未比较：目前变化太快</translation>
    </message>
    <message>
        <source>not compared: the server refused</source>
        <translation>未比较：服务器拒绝了</translation>
    </message>
    <message numerus="yes">
        <source>; not fetched yet: %n</source>
        <translation>
            <numerusform>；尚未获取：%n</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; unreadable: %n</source>
        <translation>
            <numerusform>；无法读取：%n</numerusform>
        </translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>The search index did not match the texts.</source>
        <translation>搜索索引与文本不符。</translation>
    </message>
    <message numerus="yes">
        <source>Stretches of history that were recorded wrongly: %n.</source>
        <translation>
            <numerusform>记录有误的历史片段：%n。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Messages that nothing would have sent: %n. They are marked as not sent, for you to decide.</source>
        <translation>
            <numerusform>不会再被发送的消息：%n。已标为未发送，由你决定。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Read marks that were ahead of themselves: %n.</source>
        <translation>
            <numerusform>超前的已读标记：%n。</numerusform>
        </translation>
    </message>
    <message>
        <source>That is mended.</source>
        <translation>已修复。</translation>
    </message>
    <message>
        <source>message %1 was another than the server&apos;s</source>
        <translation>消息 %1 与服务器上的不同</translation>
    </message>
    <message>
        <source>message %1 was missing</source>
        <translation>缺少消息 %1</translation>
    </message>
    <message>
        <source>a message at %1 is not on the server</source>
        <translation>位于 %1 的消息不在服务器上</translation>
    </message>
    <message>
        <source>a reaction differed</source>
        <translation>有一个回应不同</translation>
    </message>
    <message>
        <source>a member differed</source>
        <translation>有一位成员不同</translation>
    </message>
    <message>
        <source>the title or the number of members differed</source>
        <translation>名称或成员数不同</translation>
    </message>
    <message>
        <source>d.M.yy</source>
        <comment>date</comment>
        <translation>yyyy/M/d</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨天</translation>
    </message>
    <message>
        <source>dddd, d MMMM</source>
        <comment>date</comment>
        <translation>M月d日 dddd</translation>
    </message>
    <message>
        <source>d MMMM yyyy</source>
        <comment>date</comment>
        <translation>yyyy年M月d日</translation>
    </message>
    <message>
        <source>online</source>
        <translation>在线</translation>
    </message>
    <message>
        <source>last seen just now</source>
        <translation>刚刚在线</translation>
    </message>
    <message numerus="yes">
        <source>last seen %n min ago</source>
        <translation>
            <numerusform>%n 分钟前在线</numerusform>
        </translation>
    </message>
    <message>
        <source>last seen at %1</source>
        <translation>最后在线时间 %1</translation>
    </message>
    <message>
        <source>last seen %1</source>
        <translation>最后在线日期 %1</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>saved here, waiting to be sent</source>
        <translation>已保存在此处，等待发送</translation>
    </message>
    <message>
        <source>on the server</source>
        <translation>已到服务器</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>已送达</translation>
    </message>
    <message>
        <source>seen</source>
        <translation>已看</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>admin</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>You are not allowed to do this here.</source>
        <translation>你无权在此执行此操作。</translation>
    </message>
    <message>
        <source>You are no longer a member of this chat.</source>
        <translation>你已不是此聊天的成员。</translation>
    </message>
    <message>
        <source>The message is longer than the server takes (16 KiB).</source>
        <translation>消息长度超过服务器允许的上限（16 KiB）。</translation>
    </message>
    <message>
        <source>It is too old to be edited.</source>
        <translation>时间太久，无法编辑。</translation>
    </message>
    <message>
        <source>This person does not take messages from you.</source>
        <translation>此人不接收你的消息。</translation>
    </message>
    <message>
        <source>The server does not have it any more.</source>
        <translation>服务器上已没有它。</translation>
    </message>
    <message>
        <source>The server holds another message under the same number.</source>
        <translation>服务器上相同编号的是另一条消息。</translation>
    </message>
    <message>
        <source>Somebody else changed it first.</source>
        <translation>别人先更改了它。</translation>
    </message>
    <message>
        <source>The disk is full. Your text is kept here.</source>
        <translation>磁盘已满。你的文字已保留在此处。</translation>
    </message>
    <message>
        <source>The disk cannot be written. Your text is kept here.</source>
        <translation>无法写入磁盘。你的文字已保留在此处。</translation>
    </message>
    <message>
        <source>It has waited for more than a week. Send it all the same?</source>
        <translation>已等待超过一周。仍要发送吗？</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>没有可发送的内容。</translation>
    </message>
    <message>
        <source>Nothing would have sent it any more. Send it now?</source>
        <translation>它本不会再被发送。现在发送吗？</translation>
    </message>
    <message>
        <source>It can no longer be read on this computer.</source>
        <translation>在这台电脑上已无法读取。</translation>
    </message>
    <message>
        <source>Too many messages are waiting to be sent.</source>
        <translation>等待发送的消息太多。</translation>
    </message>
    <message>
        <source>The server cannot be reached now.</source>
        <translation>现在无法连上服务器。</translation>
    </message>
    <message>
        <source>Too fast: the server asks to wait a moment.</source>
        <translation>太快了：服务器要求稍等片刻。</translation>
    </message>
    <message>
        <source>Login or password is wrong.</source>
        <translation>登录名或密码错误。</translation>
    </message>
    <message>
        <source>Somebody already has this login. Choose another one.</source>
        <translation>此登录名已有人使用。请另选一个。</translation>
    </message>
    <message>
        <source>This server does not take new accounts.</source>
        <translation>此服务器不接受新账户。</translation>
    </message>
    <message>
        <source>A login has 3 to 32 characters: a–z, 0–9, dot, dash, underscore.</source>
        <translation>登录名为 3 至 32 个字符：a–z、0–9、点、短横线、下划线。</translation>
    </message>
    <message>
        <source>A password has at least 8 characters.</source>
        <translation>密码至少 8 个字符。</translation>
    </message>
    <message>
        <source>A name has 1 to 64 characters.</source>
        <translation>姓名为 1 至 64 个字符。</translation>
    </message>
    <message>
        <source>The file is larger than the server takes.</source>
        <translation>文件超过服务器允许的大小。</translation>
    </message>
    <message>
        <source>Your files take all the room that you have on this server.</source>
        <translation>你的文件已占满你在此服务器上的全部空间。</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>文件已不存在。</translation>
    </message>
    <message>
        <source>The file cannot be read.</source>
        <translation>无法读取文件。</translation>
    </message>
    <message>
        <source>The file has changed since you chose it. Try again to send it as it is now.</source>
        <translation>文件在你选择之后有变化。请重试以发送其当前内容。</translation>
    </message>
    <message>
        <source>What came is not the file that was sent. It was thrown away.</source>
        <translation>收到的不是所发送的文件。已将其丢弃。</translation>
    </message>
    <message>
        <source>A message can have at most ten files.</source>
        <translation>一条消息最多包含十个文件。</translation>
    </message>
    <message>
        <source>The file is no longer on the server.</source>
        <translation>文件已不在服务器上。</translation>
    </message>
    <message>
        <source>The server refused it.</source>
        <translation>服务器拒绝了。</translation>
    </message>
    <message>
        <source>The server refused it (%1).</source>
        <translation>服务器拒绝了（%1）。</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 · waits to be sent</source>
        <translation>%1 · 等待发送</translation>
    </message>
    <message>
        <source>%1 · waits</source>
        <translation>%1 · 等待中</translation>
    </message>
    <message>
        <source>file %1, %2</source>
        <translation>文件 %1，%2</translation>
    </message>
    <message>
        <source>file %1, %2, not downloaded</source>
        <translation>文件 %1，%2，未下载</translation>
    </message>
    <message>
        <source>file %1, %2, being sent</source>
        <translation>文件 %1，%2，正在发送</translation>
    </message>
    <message>
        <source>file %1, %2, being downloaded</source>
        <translation>文件 %1，%2，正在下载</translation>
    </message>
    <message>
        <source>file %1, %2, failed: %3</source>
        <translation>文件 %1，%2，失败：%3</translation>
    </message>
    <message>
        <source>No connection to the server. Check the network and the address.</source>
        <translation>没有连上服务器。请检查网络和地址。</translation>
    </message>
    <message>
        <source>The server did not answer in time.</source>
        <translation>服务器未及时回应。</translation>
    </message>
    <message>
        <source>It could not be found: %1</source>
        <translation>找不到：%1</translation>
    </message>
    <message>
        <source>Another window or program is using this account. Close it first.</source>
        <translation>另一个窗口或程序正在使用此账户。请先将其关闭。</translation>
    </message>
    <message>
        <source>This account was last opened by a newer version of Kith. Install that version to open it. Nothing was changed.</source>
        <translation>此账户上次由更新版本的 Kith 打开。请安装该版本再打开。没有更改任何内容。</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>磁盘已满。</translation>
    </message>
    <message>
        <source>The local data cannot be read: %1</source>
        <translation>无法读取本地数据：%1</translation>
    </message>
    <message>
        <source>The disk or the system refused: %1</source>
        <translation>磁盘或系统拒绝：%1</translation>
    </message>
    <message>
        <source>A service does not answer: %1</source>
        <translation>某项服务没有回应：%1</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>另外 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 created the group “%2”</source>
        <translation>%1 创建了群组“%2”</translation>
    </message>
    <message>
        <source>%1 added %2</source>
        <translation>%1 添加了 %2</translation>
    </message>
    <message>
        <source>%1 removed %2</source>
        <translation>%1 移除了 %2</translation>
    </message>
    <message>
        <source>%1 left the group</source>
        <translation>%1 退出了群组</translation>
    </message>
    <message>
        <source>%1 named the group “%2”</source>
        <translation>%1 将群组命名为“%2”</translation>
    </message>
    <message>
        <source>%1 changed the role of %2</source>
        <translation>%1 更改了 %2 的角色</translation>
    </message>
    <message>
        <source>%1 changed the group</source>
        <translation>%1 更改了群组</translation>
    </message>
    <message>
        <source>Working offline</source>
        <translation>离线工作中</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Fetching what is new…</source>
        <translation>正在获取新内容…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message numerus="yes">
        <source>No connection, next try in %n s</source>
        <translation>
            <numerusform>没有连接，%n 秒后再试</numerusform>
        </translation>
    </message>
    <message>
        <source>No connection, trying…</source>
        <translation>没有连接，正在尝试…</translation>
    </message>
    <message>
        <source>Please sign in again</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>This version and the server do not match</source>
        <translation>此版本与服务器不匹配</translation>
    </message>
    <message>
        <source>Waiting for the keychain</source>
        <translation>正在等待钥匙串</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>磁盘已满</translation>
    </message>
    <message>
        <source>The disk cannot be written</source>
        <translation>无法写入磁盘</translation>
    </message>
    <message>
        <source>Repairing the local data…</source>
        <translation>正在修复本地数据…</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Unsent messages saved: %1. They go out by themselves, once.</source>
        <translation>保住的未发送消息：%1。它们会自行发送，且只发送一次。</translation>
    </message>
    <message>
        <source>Unsent messages that could not be read: %1.</source>
        <translation>无法读取的未发送消息：%1。</translation>
    </message>
    <message>
        <source>There may have been more unsent messages; nothing tells of them any more.</source>
        <translation>可能还有更多未发送的消息，但已无迹可寻。</translation>
    </message>
    <message>
        <source>Waiting edits, deletions and settings saved: %1.</source>
        <translation>保住的待发编辑、删除和设置：%1。</translation>
    </message>
    <message>
        <source>Waiting changes that could not be read: %1. Look through what you last edited, deleted or set.</source>
        <translation>无法读取的待发更改：%1。请查看你最近编辑、删除或设置的内容。</translation>
    </message>
    <message>
        <source>There may have been more changes waiting to be sent.</source>
        <translation>可能还有更多等待发送的更改。</translation>
    </message>
    <message>
        <source>Drafts saved: %1.</source>
        <translation>保住的草稿：%1。</translation>
    </message>
    <message>
        <source>Drafts that could not be read: %1.</source>
        <translation>无法读取的草稿：%1。</translation>
    </message>
    <message>
        <source>There may have been more drafts; nothing tells of them any more.</source>
        <translation>可能还有更多草稿，但已无迹可寻。</translation>
    </message>
    <message>
        <source>Read positions saved: %1.</source>
        <translation>保住的已读位置：%1。</translation>
    </message>
    <message>
        <source>Read positions that could not be read: %1. Some messages may be unread again.</source>
        <translation>无法读取的已读位置：%1。有些消息可能重新变为未读。</translation>
    </message>
    <message>
        <source>Some messages that you had read may be unread again.</source>
        <translation>你读过的某些消息可能重新变为未读。</translation>
    </message>
    <message>
        <source>Nothing was waiting to be sent, and there were no drafts.</source>
        <translation>没有等待发送的内容，也没有草稿。</translation>
    </message>
    <message>
        <source>You created the group “%1”</source>
        <translation>你创建了群组“%1”</translation>
    </message>
    <message>
        <source>You added %1</source>
        <translation>你添加了 %1</translation>
    </message>
    <message>
        <source>You removed %1</source>
        <translation>你移除了 %1</translation>
    </message>
    <message>
        <source>You left the group</source>
        <translation>你退出了群组</translation>
    </message>
    <message>
        <source>You named the group “%1”</source>
        <translation>你将群组命名为“%1”</translation>
    </message>
    <message>
        <source>You changed the role of %1</source>
        <translation>你更改了 %1 的角色</translation>
    </message>
    <message>
        <source>You changed the group</source>
        <translation>你更改了群组</translation>
    </message>
    <message>
        <source>%1 joined by an invite</source>
        <translation>%1 通过邀请加入</translation>
    </message>
    <message>
        <source>%1 pinned a message</source>
        <translation>%1 置顶了一条消息</translation>
    </message>
    <message>
        <source>You joined by an invite</source>
        <translation>你通过邀请加入</translation>
    </message>
    <message>
        <source>You pinned a message</source>
        <translation>你置顶了一条消息</translation>
    </message>
    <message>
        <source>Voted: %1</source>
        <translation>已投票：%1</translation>
    </message>
    <message>
        <source>anonymous</source>
        <translation>匿名</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>已结束</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Kith cannot start</source>
        <translation>Kith 无法启动</translation>
    </message>
</context>
</TS>
