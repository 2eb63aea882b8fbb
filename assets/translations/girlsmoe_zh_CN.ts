<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open …</source>
        <translation>打开(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save picture …</source>
        <translation>保存图片(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Verify a picture …</source>
        <translation>验证图片(&amp;V)…</translation>
    </message>
    <message>
        <source>E&amp;xport for make.girls.moe …</source>
        <translation>导出到 make.girls.moe(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图片(&amp;C)</translation>
    </message>
    <message>
        <source>Copy rec&amp;ipe</source>
        <translation>复制配方(&amp;I)</translation>
    </message>
    <message>
        <source>Copy s&amp;hare code</source>
        <translation>复制分享码(&amp;H)</translation>
    </message>
    <message>
        <source>Copy &amp;description</source>
        <translation>复制描述(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>粘贴(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>查找(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>加星标(&amp;T)</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>放入合集(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>移到回收站(&amp;M)</translation>
    </message>
    <message>
        <source>Leave &amp;everything to chance</source>
        <translation>全部随机(&amp;E)</translation>
    </message>
    <message>
        <source>Free&amp;ze what is shown</source>
        <translation>冻结当前形象(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Odds …</source>
        <translation>概率(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Vary the noise</source>
        <translation>扰动噪声(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;mpare …</source>
        <translation>比较(&amp;M)…</translation>
    </message>
    <message>
        <source>Character s&amp;heet …</source>
        <translation>角色设定表(&amp;H)…</translation>
    </message>
    <message>
        <source>E&amp;nlarge …</source>
        <translation>放大(&amp;N)…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>生成(&amp;G)</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Keep the noise</source>
        <translation>锁定噪声(&amp;K)</translation>
    </message>
    <message>
        <source>Set as &amp;A</source>
        <translation>设为 A(&amp;A)</translation>
    </message>
    <message>
        <source>Set as &amp;B</source>
        <translation>设为 B(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Enlarge the portrait</source>
        <translation>放大肖像(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全屏(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About GirlsMoe Desktop</source>
        <translation>关于 GirlsMoe Desktop(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>关于 Qt(&amp;Q)</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>跟随系统配色(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>浅色(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>深色(&amp;D)</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>跟随系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>跟随系统(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>开(&amp;O)</translation>
    </message>
    <message>
        <source>O&amp;ff</source>
        <translation>关(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>撤销(&amp;U)：{0}</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>重做(&amp;R)：{0}</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Character</source>
        <translation>角色(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>动效(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Not measured yet: try each one and judge by eye.</source>
        <translation>尚未测量，请逐个试用，自行判断效果。</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>此模型在这方面较弱。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>关闭此消息</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>正在停止…</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>正在开始…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · 剩余 {1}</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after</source>
        <translation>前后对比</translation>
    </message>
    <message>
        <source>{0} to the left of the divider, {1} to the right</source>
        <translation>分隔线左侧为 {0}，右侧为 {1}</translation>
    </message>
    <message>
        <source>{0} and {1} side by side</source>
        <translation>{0} 与 {1} 并排</translation>
    </message>
    <message>
        <source>A lens shows {0} and {1}</source>
        <translation>放大镜显示 {0} 和 {1}</translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Share of the way</source>
        <translation>过渡位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Export a film …</source>
        <translation>导出动画…</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>保留此角色</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Glide from one character to another.</source>
        <translation>从一个角色平滑过渡到另一个角色。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>What its makers say</source>
        <translation>作者说明</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message>
        <source>New collection …</source>
        <translation>新建合集…</translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>从 {0} 中移出</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>New collection</source>
        <translation>新建合集</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>重命名合集</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>删除合集</translation>
    </message>
    <message>
        <source>Put into {0}</source>
        <translation>放入 {0}</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) put into {0}</source>
        <translation>
            <numerusform>已将 %n 个角色放入 {0}</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>从 {0} 中移出</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>Mark two characters in the gallery (Ctrl and a click) to compare them.</source>
        <translation>要比较两个角色，请在画廊中选中她们（按住 Ctrl 单击）。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>叠在一起看</translation>
    </message>
    <message>
        <source>{0} % of the picture differs</source>
        <translation>图片有 {0}% 不同</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>拖动分割线</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>差异所在</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>不同之处</translation>
    </message>
    <message>
        <source>What both have</source>
        <translation>共同点</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>Best of</source>
        <translation>择优</translation>
    </message>
    <message>
        <source>Of so many, the one that shows best what it is meant to show</source>
        <translation>从这么多张中选出最符合设定的一张</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>角色数量：{0}</translation>
    </message>
    <message>
        <source>{0}, each the best of {1}</source>
        <translation>{0}，每个从 {1} 个中择优</translation>
    </message>
    <message>
        <source>{0}. The arrow keys change it by one.</source>
        <translation>{0}。可用方向键逐一增减。</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>共 {0}</translation>
    </message>
</context>
<context>
    <name>DesignPanel</name>
    <message>
        <source>Fine-tune: variety, and strengths for mixtures and exaggerations</source>
        <translation>微调：多样性，以及用于混合与夸张的强度</translation>
    </message>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>随机项的概率</translation>
    </message>
    <message>
        <source>Freeze everything that is shown</source>
        <translation>冻结当前显示的全部内容</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>全部随机</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>细节</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Strength: {0}</source>
        <translation>强度：{0}</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>全部随机</translation>
    </message>
    <message>
        <source>Freeze what is shown</source>
        <translation>冻结当前形象</translation>
    </message>
    <message>
        <source>Keep the noise</source>
        <translation>锁定噪声</translation>
    </message>
    <message>
        <source>Free the noise</source>
        <translation>解锁噪声</translation>
    </message>
    <message>
        <source>Hold a part of the noise</source>
        <translation>固定部分噪声</translation>
    </message>
    <message>
        <source>Paint the noise</source>
        <translation>绘制噪声</translation>
    </message>
    <message>
        <source>Vary the noise</source>
        <translation>扰动噪声</translation>
    </message>
    <message>
        <source>Their noise is of another kind: choose a character of this model.</source>
        <translation>该角色的噪声类型不同，请选择用此模型生成的角色。</translation>
    </message>
    <message>
        <source>Take the noise of another</source>
        <translation>采用其他角色的噪声</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>The noise is kept: open its lock to change it.</source>
        <translation>噪声已锁定，解锁后才能更改。</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Paint on</source>
        <translation>绘制设备</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自动</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>Paints a few pictures on each and measures the time</source>
        <translation>在每个设备上各绘制几张图片并计时</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>每张 {0} 毫秒</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>正在测试…</translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation>始终可用。</translation>
    </message>
    <message>
        <source>Ready to be tried.</source>
        <translation>可以测试。</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Teach your own model</source>
        <translation>训练自己的模型</translation>
    </message>
    <message>
        <source>Here you will watch it learn: the time left, its losses, and the same characters getting better from step to step. A run can be paused at any time; closing the window pauses it too.</source>
        <translation>在这里可以观看学习过程：剩余时间、损失，以及同一批角色如何一步步变好。训练可随时暂停，关闭窗口时也会自动暂停。</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>Set as {0}</source>
        <translation>设为 {0}</translation>
    </message>
    <message>
        <source>Take the character on the stage</source>
        <translation>使用舞台上的角色</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>尚未选择</translation>
    </message>
</context>
<context>
    <name>EngineBox</name>
    <message>
        <source>Add a package …</source>
        <translation>添加软件包…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>显卡</translation>
    </message>
    <message>
        <source>Wheels of onnxruntime-gpu, onnxruntime-directml or onnxruntime-webgpu</source>
        <translation>onnxruntime-gpu、onnxruntime-directml 或 onnxruntime-webgpu 的 wheel 文件</translation>
    </message>
    <message>
        <source>Unpacking {0} …</source>
        <translation>正在解压 {0}…</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>正在试用…</translation>
    </message>
    <message>
        <source>{0} ended the program when it was last used, and is left out.</source>
        <translation>{0} 上次使用时导致程序退出，因此已停用。</translation>
    </message>
    <message>
        <source>Removed. The next start of the program uses what came with it.</source>
        <translation>已移除。下次启动时将使用程序自带的版本。</translation>
    </message>
    <message>
        <source>{0} works, and is used from the next start on.</source>
        <translation>{0} 可以工作，下次启动时开始使用。</translation>
    </message>
    <message>
        <source>{0} was added.</source>
        <translation>已添加 {0}。</translation>
    </message>
    <message>
        <source>To paint on a graphics card, add the package of onnxruntime that is made for it. It comes from PyPI, as a .whl file, and is tried before it is used.</source>
        <translation>要用显卡绘制，请添加适合该显卡的 onnxruntime 软件包。它在 PyPI 上以 .whl 文件提供，使用前会先试运行。</translation>
    </message>
</context>
<context>
    <name>EnlargePanel</name>
    <message>
        <source>What to enlarge</source>
        <translation>放大什么</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>这一个</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>所选</translation>
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
        <source>Sharpness</source>
        <translation>锐度</translation>
    </message>
    <message>
        <source>As the upscaler suggests</source>
        <translation>恢复推荐值</translation>
    </message>
    <message>
        <source>Redraws pictures larger, with clean lines.</source>
        <translation>以干净的线条重绘更大的图片。</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>柔和</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>锐利</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Enlarge the pictures</source>
        <translation>放大图片</translation>
    </message>
    <message numerus="yes">
        <source>Enlarge %n picture(s)</source>
        <translation>
            <numerusform>放大 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the characters …</source>
        <translation>保存角色…</translation>
    </message>
    <message numerus="yes">
        <source>Save %n character(s) …</source>
        <translation>
            <numerusform>保存 %n 个角色…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>保存图片…</translation>
    </message>
    <message>
        <source>No upscaler is installed: pictures are saved larger with Lanczos. Install the program again to get one.</source>
        <translation>未安装放大器：更大的图片将以 Lanczos 保存。重新安装程序即可获得。</translation>
    </message>
    <message>
        <source>Mark several in the gallery with Shift or Ctrl and a click.</source>
        <translation>在图库中按住 Shift 或 Ctrl 单击可选择多个。</translation>
    </message>
    <message>
        <source>The file carries what it takes to verify it at its larger size, too.</source>
        <translation>文件会附带所需信息，放大后的图片也可验证。</translation>
    </message>
</context>
<context>
    <name>EnlargeView</name>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>分隔线</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>并排</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>放大镜</translation>
    </message>
    <message>
        <source>Choose a character, or pictures from the disk.</source>
        <translation>选择一个角色，或磁盘上的图片。</translation>
    </message>
    <message>
        <source>{0} × {1} px becomes {2} × {3} px</source>
        <translation>{0} × {1} px → {2} × {3} px</translation>
    </message>
    <message>
        <source>{0} · working …</source>
        <translation>{0} · 处理中…</translation>
    </message>
    <message>
        <source>{0} · a part of it</source>
        <translation>{0} · 其中一部分</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Open the model that this character was made with to vary it.</source>
        <translation>要变化此角色，请打开生成它时所用的模型。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>该图片</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>该文本</translation>
    </message>
    <message>
        <source>There is nothing in the clipboard to make a character of: copy a picture of this program, a recipe or a share code.</source>
        <translation>剪贴板中没有可用来生成角色的内容。请复制本程序的图片、配方或分享码。</translation>
    </message>
    <message>
        <source>Open the model that this character was made with to share its code.</source>
        <translation>要复制此角色的分享码，请先打开生成它的模型。</translation>
    </message>
    <message>
        <source>{0} is exactly what its recipe makes here.</source>
        <translation>{0} 与按其配方在此绘制的结果完全一致。</translation>
    </message>
    <message>
        <source>{0} is what its recipe makes here, but for the last bit of rounding.</source>
        <translation>{0} 与按其配方在此绘制的结果一致，仅有末位舍入误差。</translation>
    </message>
    <message>
        <source>{0} is not quite what its recipe makes here: it was changed, or saved as a JPEG.</source>
        <translation>{0} 与按其配方在此绘制的结果不完全一致，可能被修改过，或曾存为 JPEG。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a film</source>
        <translation>导出动画</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>逐帧图片</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>长图</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>帧数</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>每秒帧数</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往返播放</translation>
    </message>
    <message>
        <source>Slow down at every stop</source>
        <translation>在每个节点处减速</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>MP4 takes the program ffmpeg: install it and start again.</source>
        <translation>MP4 需要 ffmpeg，请安装后重新启动本程序。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), {0} s</source>
        <translation>
            <numerusform>%n 帧，{0} 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Open the model that they were made with to make children of them.</source>
        <translation>要生成子代，请先打开生成这些角色的模型。</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>How much children differ</source>
        <translation>子代差异程度</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>生成变体</translation>
    </message>
    <message>
        <source>Take as partner</source>
        <translation>选为配对对象</translation>
    </message>
    <message>
        <source>Cross with the partner</source>
        <translation>与该对象配对</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家族</translation>
    </message>
    <message>
        <source>How much they differ</source>
        <translation>差异程度</translation>
    </message>
    <message>
        <source>Every child knows its parents: click anybody in the tree to go back.</source>
        <translation>每个子代都记得自己的亲代：在家谱中点击任意角色即可回到该处。</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>配对</translation>
    </message>
    <message>
        <source>Choose one in the gallery or the tree.</source>
        <translation>请从图库或家谱中选择。</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family tree</source>
        <translation>家谱</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
    <message>
        <source>-frames</source>
        <translation>-帧</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>图片已复制到剪贴板。</translation>
    </message>
    <message>
        <source>The recipe is in the clipboard.</source>
        <translation>配方已复制到剪贴板。</translation>
    </message>
    <message>
        <source>In the clipboard: {0}</source>
        <translation>已复制到剪贴板：{0}</translation>
    </message>
    <message>
        <source>The description is in the clipboard.</source>
        <translation>描述已复制到剪贴板。</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>选择保存图片的文件夹</translation>
    </message>
</context>
<context>
    <name>FileEnlarging</name>
    <message>
        <source>Put pictures on the list</source>
        <translation>将图片加入列表</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>将图片移出列表</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) enlarged</source>
        <translation>
            <numerusform>已放大 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} refused: the list says why</source>
        <translation>{0} · {1} 张被拒绝：原因见列表</translation>
    </message>
    <message>
        <source>{0} · stopped</source>
        <translation>{0} · 已停止</translation>
    </message>
</context>
<context>
    <name>FilmProgress</name>
    <message>
        <source>Cancel the film</source>
        <translation>取消导出动画</translation>
    </message>
    <message>
        <source>Making the film …</source>
        <translation>正在制作动画…</translation>
    </message>
    <message>
        <source>Making the film: {0} s left</source>
        <translation>正在制作动画：还剩 {0} 秒</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Step by step: step {0}</source>
        <translation>逐步变化：第 {0} 步</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>逐步变化</translation>
    </message>
</context>
<context>
    <name>FurtherStop</name>
    <message>
        <source>Take {0} out of the way</source>
        <translation>将 {0} 移出路径</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Collections and order</source>
        <translation>合集与排序</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>只看已加星标的</translation>
    </message>
    <message>
        <source>The trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>还原</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Search: silver hat, smile …</source>
        <translation>搜索：银色 帽子 微笑…</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>搜索图库</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>角色数量：{0}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>回收站</translation>
    </message>
    <message>
        <source>Nobody looks like that.</source>
        <translation>没有符合条件的角色。</translation>
    </message>
    <message>
        <source>Nobody is in this collection yet.</source>
        <translation>此合集中还没有角色。</translation>
    </message>
    <message>
        <source>Nobody has a star yet.</source>
        <translation>还没有加星标的角色。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>回收站是空的。</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>with a star</source>
        <translation>已加星标</translation>
    </message>
</context>
<context>
    <name>GenerateBar</name>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>The curves begin with the first report.</source>
        <translation>收到第一次报告后开始显示曲线。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the model …</source>
        <translation>正在打开模型…</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>设计</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家族</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>放入合集(&amp;L)</translation>
    </message>
    <message>
        <source>There is no model to paint with</source>
        <translation>没有可用于绘制的模型</translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation>语言将在下次启动程序时更改。</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>{0}, in use</source>
        <translation>{0}，使用中</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>使用 {0}</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Remove {0}</source>
        <translation>移除 {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} MB</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>自有</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>预览版</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>pictures learned from</source>
        <translation>训练集图片</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>累计看过图片</translation>
    </message>
    <message>
        <source>distance to real ones</source>
        <translation>与真图的差距</translation>
    </message>
    <message>
        <source>attributes obeyed</source>
        <translation>属性符合率</translation>
    </message>
    <message>
        <source>the worst of them</source>
        <translation>其中最低</translation>
    </message>
    <message>
        <source>What its makers say</source>
        <translation>作者说明</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>关于此模型</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>版本 {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n 个标签</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · 早期预览版，尚未训练完成</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{0} was removed.</source>
        <translation>已移除 {0}。</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>已安装 {0}。</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Import …</source>
        <translation>导入…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>正在试运行…</translation>
    </message>
</context>
<context>
    <name>NoiseBar</name>
    <message>
        <source>Vary the noise a little</source>
        <translation>轻微扰动噪声</translation>
    </message>
    <message>
        <source>Edit the noise</source>
        <translation>编辑噪声</translation>
    </message>
    <message>
        <source>Hold: keep parts of the noise as they are</source>
        <translation>固定：让部分噪声保持不变</translation>
    </message>
    <message>
        <source>Hold nothing</source>
        <translation>全部放开</translation>
    </message>
    <message>
        <source>Amount of variation</source>
        <translation>扰动幅度</translation>
    </message>
    <message>
        <source>Take A&apos;s</source>
        <translation>取自 A</translation>
    </message>
    <message>
        <source>Take B&apos;s</source>
        <translation>取自 B</translation>
    </message>
    <message>
        <source>Drag to paint; with Shift to smooth; with the right button to reset. The arrow keys go along and change, Space holds, Delete resets.</source>
        <translation>拖动可绘制，按住 Shift 拖动可平滑，用右键可重置。方向键移动并修改，空格键固定，Delete 键重置。</translation>
    </message>
    <message>
        <source>The noise that this character grew from</source>
        <translation>生成此角色所用的噪声</translation>
    </message>
    <message>
        <source>Noise kept: the next characters differ in their options only</source>
        <translation>噪声已锁定：之后的角色只有选项不同</translation>
    </message>
    <message>
        <source>Keep this noise for the next characters</source>
        <translation>锁定此噪声，用于之后的角色</translation>
    </message>
    <message>
        <source>Vary by {0} %</source>
        <translation>扰动 {0}%</translation>
    </message>
    <message>
        <source>Take their noise, except for what is held</source>
        <translation>采用其噪声，已固定的部分除外</translation>
    </message>
    <message>
        <source>Set A and B under Blend first</source>
        <translation>请先在“融合”中设定 A 和 B</translation>
    </message>
</context>
<context>
    <name>NoiseBars</name>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Component {0} of {1}: {2}</source>
        <translation>第 {0} 个分量，共 {1} 个：{2}</translation>
    </message>
    <message>
        <source>{0}, held</source>
        <translation>{0}，已固定</translation>
    </message>
</context>
<context>
    <name>OddsDialog</name>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>随机项的概率</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>训练图片</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自定</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Generate draws what is not pinned by these odds. Rare options are rarer in the pictures that the model learned from, too, and may come out less well.</source>
        <translation>生成时，未指定的选项按这些概率抽取。稀有选项的学习图片也少，效果可能较差。</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Pictures …</source>
        <translation>图片…</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>文件夹…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>移出列表</translation>
    </message>
    <message>
        <source>Folders in folders too</source>
        <translation>包括子文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for the results</source>
        <translation>选择结果文件夹</translation>
    </message>
    <message>
        <source>Results beside their pictures</source>
        <translation>结果放在原图旁边</translation>
    </message>
    <message>
        <source>Pictures to enlarge</source>
        <translation>要放大的图片</translation>
    </message>
    <message>
        <source>Drop pictures or folders here.</source>
        <translation>将图片或文件夹拖放到这里。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>选择图片文件夹</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>选择图片的文件夹</translation>
    </message>
    <message>
        <source>Results: {0}</source>
        <translation>结果：{0}</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>{0}, {1} × {2} px</source>
        <translation>{0}，{1} × {2} px</translation>
    </message>
    <message>
        <source>{0}, {1} × {2} px: the first picture of a film</source>
        <translation>{0}，{1} × {2} px：动画的第一帧</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Stop the film</source>
        <translation>停止播放</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>播放动画</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>left</source>
        <translation>剩余</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{0} % done</source>
        <translation>已完成 {0}%</translation>
    </message>
</context>
<context>
    <name>PythonProbe</name>
    <message>
        <source>Training needs a Python with torch, and none was found. Install Python 3.11 or later from python.org, run {0} in it, then choose it here.</source>
        <translation>训练需要装有 torch 的 Python，但没有找到。请从 python.org 安装 Python 3.11 或更高版本，在其中运行 {0}，然后在此选择它。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started: choose the executable of a Python.</source>
        <translation>无法启动 {0}。请选择 Python 的可执行文件。</translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or choose another Python.</source>
        <translation>{0} 未及时响应。请重试，或选择其他 Python。</translation>
    </message>
    <message>
        <source>{0} can&apos;t train: it lacks {1}. Run {2} in it, or choose another.</source>
        <translation>{0} 无法用于训练，缺少 {1}。请在其中运行 {2}，或选择其他 Python。</translation>
    </message>
    <message>
        <source>{0} has version {1} of the trainer, and the window is {2}: run {3}.</source>
        <translation>{0} 的训练程序版本为 {1}，而本程序为 {2}。请运行 {3}。</translation>
    </message>
    <message>
        <source>{0} gave no answer that can be read: choose another Python.</source>
        <translation>{0} 返回的内容无法识别。请选择其他 Python。</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Faces</source>
        <translation>脸</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Faces shown</source>
        <translation>显示的脸</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>待看</translation>
    </message>
    <message>
        <source>Thrown out</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Least doubt</source>
        <translation>最低可疑度</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>撤回上一个决定</translation>
    </message>
    <message>
        <source>The rest in sight is good</source>
        <translation>其余可见的都好</translation>
    </message>
    <message>
        <source>Arrow keys, then X or Space: throw out what is no face, or a bad one. Enter: the rest in sight is good. {0}: take back. A click does what X does.</source>
        <translation>方向键选择，X 或空格剔除不是脸的或不好的。回车：其余可见的都好。{0}：撤回。单击等同于 X。</translation>
    </message>
    <message>
        <source>Doubt from {0} %</source>
        <translation>可疑度 ≥ {0}%</translation>
    </message>
    <message>
        <source>{0} to look at · {1} thrown out</source>
        <translation>待看 {0} · 已剔除 {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln 张脸</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the faces …</source>
        <translation>正在读取脸…</translation>
    </message>
    <message>
        <source>Everything has been looked at.</source>
        <translation>全部看过了。</translation>
    </message>
    <message>
        <source>There are no such faces.</source>
        <translation>没有这样的脸。</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>doubt {0} %</source>
        <translation>可疑度 {0}%</translation>
    </message>
    <message>
        <source>thrown out</source>
        <translation>已剔除</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>已看过</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>还没看</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message numerus="yes">
        <source>Save %n picture(s)</source>
        <translation>
            <numerusform>保存 %n 张图片</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件格式</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>尺寸</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>附带信息</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>另存为…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What the file will carry</source>
        <translation>文件将附带的信息</translation>
    </message>
    <message>
        <source>Enlarged by {0} {1}, sharpness {2} %</source>
        <translation>由 {0} {1} 放大，锐度 {2}%</translation>
    </message>
    <message>
        <source>Enlarged with Lanczos: no upscaler is installed</source>
        <translation>以 Lanczos 放大：未安装放大器</translation>
    </message>
    <message>
        <source>As the model paints it</source>
        <translation>模型绘制的原始大小</translation>
    </message>
    <message>
        <source>Whoever has the file can make this very character again, and change it.</source>
        <translation>得到此文件的人可以重新生成完全相同的角色，也可以修改它。</translation>
    </message>
    <message>
        <source>The file says what it shows, how it came to be and who may use it.</source>
        <translation>文件会说明画的是什么、如何生成，以及谁可以使用。</translation>
    </message>
    <message>
        <source>The file holds pixels and nothing else.</source>
        <translation>文件只含像素，不附带任何信息。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>制作工具</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>权利</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>无。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) saved in {0}</source>
        <translation>
            <numerusform>已将 %n 张图片保存到 {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingStatus</name>
    <message>
        <source>Stop saving</source>
        <translation>停止保存</translation>
    </message>
    <message>
        <source>Saving: {0} of {1}</source>
        <translation>正在保存：{0} / {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · 剩余 {1}</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>{0}: random, {1} was drawn</source>
        <translation>{0}：随机，抽到{1}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Character sheet</source>
        <translation>角色设定表</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size of a picture</source>
        <translation>图片大小</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>配方</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>署名</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>无</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>附带信息</translation>
    </message>
    <message>
        <source>Save the sheet …</source>
        <translation>保存设定表…</translation>
    </message>
    <message>
        <source>Save an atlas …</source>
        <translation>保存图集…</translation>
    </message>
    <message>
        <source>For games made with Ren&apos;Py, Godot and others</source>
        <translation>用于 Ren&apos;Py、Godot 等制作的游戏</translation>
    </message>
    <message>
        <source>None: a single row</source>
        <translation>无：单行</translation>
    </message>
    <message>
        <source>The noise stays; what you choose here changes.</source>
        <translation>噪声保持不变，只改变此处选择的内容。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>{0} × {1} pictures</source>
        <translation>{0} × {1} 张图片</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} / {1} 张图片</translation>
    </message>
    <message>
        <source>Choose a folder for the atlas, such as that of your game</source>
        <translation>选择图集文件夹，例如游戏所在的文件夹</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>已保存为 {0}</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>The first samples come after some hundred steps.</source>
        <translation>训练几百步后会出现第一批样例。</translation>
    </message>
    <message>
        <source>Samples: number {0} is filmed</source>
        <translation>样本：正在拍摄第 {0} 个</translation>
    </message>
    <message>
        <source>Click a picture to see how it came about, below</source>
        <translation>点击一张图片，可在下方看到它的形成过程</translation>
    </message>
</context>
<context>
    <name>ShelfMenu</name>
    <message>
        <source>Everyone</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>New collection …</source>
        <translation>新建合集…</translation>
    </message>
    <message>
        <source>Rename {0} …</source>
        <translation>重命名 {0}…</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>删除 {0}</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>最新在前</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>最早在前</translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation>星标在前</translation>
    </message>
    <message>
        <source>By hair colour</source>
        <translation>按发色</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>按编号</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>Search: undo, noise …</source>
        <translation>搜索：撤销、噪声…</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>搜索快捷键</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>方向键</translation>
    </message>
    <message>
        <source>Go along the noise, change it</source>
        <translation>沿噪声移动并修改</translation>
    </message>
    <message>
        <source>Hold a part of it</source>
        <translation>固定其中一部分</translation>
    </message>
    <message>
        <source>Space, or drag with the pin</source>
        <translation>空格键，或用图钉拖动</translation>
    </message>
    <message>
        <source>Reset a part of it</source>
        <translation>重置其中一部分</translation>
    </message>
    <message>
        <source>Delete, or the right button</source>
        <translation>Delete 键，或右键</translation>
    </message>
    <message>
        <source>Smooth it</source>
        <translation>平滑</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>按住 Shift 拖动</translation>
    </message>
    <message>
        <source>Change a strength</source>
        <translation>更改强度</translation>
    </message>
    <message>
        <source>Back to the middle</source>
        <translation>回到中间</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>双击</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>选择角色</translation>
    </message>
    <message>
        <source>Mark several</source>
        <translation>选择多个</translation>
    </message>
    <message>
        <source>Shift or Ctrl and a click</source>
        <translation>按住 Shift 或 Ctrl 单击</translation>
    </message>
    <message>
        <source>Mark everybody</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Take away into another program</source>
        <translation>拖到其他程序</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>拖动</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>移动分隔线或放大镜</translation>
    </message>
    <message>
        <source>Look at another part</source>
        <translation>查看另一部分</translation>
    </message>
    <message>
        <source>Shift and arrow keys, or drag</source>
        <translation>Shift 加方向键，或拖动</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>将图片移出列表</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>噪声</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>强度</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>图库</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>放大</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Keep in the gallery</source>
        <translation>保存到图库</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>星标</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>复制图片</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>{0} (hard to see: {1})</source>
        <translation>{0}（不易辨认：{1}）</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>加星标</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the model …</source>
        <translation>正在打开模型…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>没有模型</translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · 早期预览版，尚未训练完成</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>每张 {0} 毫秒</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>第 {0} 步，共 {1} 步：{2}</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Turn the way round</source>
        <translation>反转路径</translation>
    </message>
    <message>
        <source>Go on to who is on the stage</source>
        <translation>接到舞台上的角色</translation>
    </message>
    <message>
        <source>Come back to A: a loop</source>
        <translation>回到 A：形成循环</translation>
    </message>
    <message>
        <source>Choose one in the gallery.</source>
        <translation>请在图库中选择一个角色。</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>Strength: {0}</source>
        <translation>强度：{0}</translation>
    </message>
    <message>
        <source>Leave {0} to chance</source>
        <translation>{0}设为随机</translation>
    </message>
    <message>
        <source>From −1 (off) to 1 (on); type more for more</source>
        <translation>从 −1（关）到 1（开），可输入更大的值来增强</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Bring somebody in</source>
        <translation>引入角色</translation>
    </message>
    <message>
        <source>Choose somebody else</source>
        <translation>选择其他角色</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>{0} The CPU paints instead.</source>
        <translation>{0}已改用 CPU 绘制。</translation>
    </message>
    <message>
        <source>{0} gave no picture. The CPU painted it again and goes on from here.</source>
        <translation>{0} 没有绘制出图片。已改由 CPU 重新绘制，之后也将使用 CPU。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Everything is fixed, so one character was made.</source>
        <translation>所有内容都已确定，因此只生成了一个角色。</translation>
    </message>
    <message numerus="yes">
        <source>So much is fixed that only %n character(s) came of it.</source>
        <translation>
            <numerusform>已确定的内容太多，因此只生成了 %n 个角色。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({0}). Try again.</source>
        <translation>发生意外错误（{0}）。请重试。</translation>
    </message>
</context>
<context>
    <name>SwatchGrid</name>
    <message>
        <source>Options</source>
        <translation>选项</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Give a star</source>
        <translation>加星标</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>取消星标</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>移到回收站</translation>
    </message>
    <message>
        <source>In the trash: {0}. Undo brings them back.</source>
        <translation>已将 {0} 个角色移到回收站，可通过撤销还原。</translation>
    </message>
    <message>
        <source>Characters with a star are protected: take the star away first.</source>
        <translation>加星标的角色受到保护，请先取消星标。</translation>
    </message>
</context>
<context>
    <name>TrainFolder</name>
    <message>
        <source>Choose the folder …</source>
        <translation>选择文件夹…</translation>
    </message>
    <message>
        <source>Attributes are read by</source>
        <translation>识别特征的工具</translation>
    </message>
    <message>
        <source>Choose a tagger …</source>
        <translation>选择标注器…</translation>
    </message>
    <message>
        <source>Faces are found by</source>
        <translation>检测脸的工具</translation>
    </message>
    <message>
        <source>Choose the file …</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>还没有选择文件夹。</translation>
    </message>
    <message>
        <source>The program&apos;s own tagger, which has learned from drawn portraits.</source>
        <translation>程序自带的标注器，由绘制的肖像训练而成。</translation>
    </message>
    <message>
        <source>{0}, which the trainer fetches once from github.com unless you choose the file.</source>
        <translation>{0}。如果不选择文件，训练程序会从 github.com 下载一次。</translation>
    </message>
    <message>
        <source>Pictures: faces are cut out of them and their attributes read, then you look them over. Use only pictures that you may use.</source>
        <translation>图片：先剪出脸并识别特征，然后由您检查。请只使用您有权使用的图片。</translation>
    </message>
    <message>
        <source>Faces that were cut out: their attributes are read, then you look.</source>
        <translation>已剪出的脸：先识别特征，然后由您检查。</translation>
    </message>
    <message>
        <source>Portraits with labels, ready to learn from.</source>
        <translation>带标签的肖像，可以直接用于训练。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures or portraits</source>
        <translation>选择图片或肖像的文件夹</translation>
    </message>
    <message>
        <source>Choose the folder of a tagger</source>
        <translation>选择标注器的文件夹</translation>
    </message>
    <message>
        <source>Choose the file {0}</source>
        <translation>选择文件 {0}</translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message>
        <source>Train on</source>
        <translation>继续训练</translation>
    </message>
    <message>
        <source>Teach a new model from portraits.</source>
        <translation>用头像图片训练新模型。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message numerus="yes">
        <source>%Ln portrait(s)</source>
        <translation>
            <numerusform>%Ln 张头像</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>保存在 {0}</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>开始训练</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>用其余的继续</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Install this model</source>
        <translation>安装此模型</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>正在制作模型…</translation>
    </message>
    <message>
        <source>Pick up a run …</source>
        <translation>打开已有训练…</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新建训练</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>到此结束</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>立即停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>选择训练任务的文件夹</translation>
    </message>
</context>
<context>
    <name>TrainPython</name>
    <message>
        <source>Copy the command</source>
        <translation>复制命令</translation>
    </message>
    <message>
        <source>Choose a Python …</source>
        <translation>选择 Python…</translation>
    </message>
    <message>
        <source>Trains with</source>
        <translation>训练环境</translation>
    </message>
    <message>
        <source>Looking for a Python that can train …</source>
        <translation>正在查找可用于训练的 Python…</translation>
    </message>
    <message>
        <source>torch {0} on {1}</source>
        <translation>torch {0}，使用 {1}</translation>
    </message>
    <message>
        <source>Choose the program of a Python</source>
        <translation>选择 Python 程序</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Portraits</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Drawn for you</source>
        <translation>自动绘制</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Keep runs elsewhere …</source>
        <translation>更改保存位置…</translation>
    </message>
    <message>
        <source>Film my starred characters</source>
        <translation>拍摄加星角色</translation>
    </message>
    <message>
        <source>They are painted again and again while the model learns; 8 at most</source>
        <translation>模型学习期间会反复绘制它们；最多 8 个</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>数量</translation>
    </message>
    <message>
        <source>How many portraits</source>
        <translation>头像数量</translation>
    </message>
    <message>
        <source>Portraits to learn from</source>
        <translation>用于学习的头像</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存位置</translation>
    </message>
    <message>
        <source>Choose a folder for runs</source>
        <translation>选择训练任务的保存文件夹</translation>
    </message>
</context>
<context>
    <name>TrainStatus</name>
    <message>
        <source>{0} · {1} %</source>
        <translation>{0} · {1}%</translation>
    </message>
</context>
<context>
    <name>TrainView</name>
    <message>
        <source>left</source>
        <translation>剩余时间</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>张/秒</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>累计看过图片</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>外观</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>属性</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>样例</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>Same noise, step by step</source>
        <translation>相同噪声，逐步变化</translation>
    </message>
    <message>
        <source>Portrait {0} of {1}</source>
        <translation>第 {0} 张头像，共 {1} 张</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>第 {0} 步，共 {1} 步</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>判别器</translation>
    </message>
    <message>
        <source>Samples at step {0}</source>
        <translation>第 {0} 步的样例</translation>
    </message>
</context>
<context>
    <name>TrainerProcess</name>
    <message>
        <source>The trainer ended suddenly. If the computer ran out of memory, close other programs or choose a smaller model, and go on.</source>
        <translation>训练程序突然结束。如果是内存不足，请关闭其他程序或选择较小的模型，然后继续。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started ({1}). Choose another Python.</source>
        <translation>无法启动 {0}（{1}）。请选择其他 Python。</translation>
    </message>
    <message>
        <source>The trainer ended with code {0} and gave no reason.</source>
        <translation>训练程序以代码 {0} 退出，未说明原因。</translation>
    </message>
    <message>
        <source>The trainer ended with an error: {0}</source>
        <translation>训练程序出错退出：{0}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>The trainer ended without a word on how far it came. Is it of the same version as the window?</source>
        <translation>训练程序已结束，但没有报告进度。请检查它与本程序的版本是否一致。</translation>
    </message>
    <message>
        <source>{0} is in use by another window, or can&apos;t be written to. Go on there, or close it first.</source>
        <translation>{0} 正被另一个窗口使用，或无法写入。请在那个窗口中继续，或先将其关闭。</translation>
    </message>
</context>
<context>
    <name>TruncationRow</name>
    <message>
        <source>Variety</source>
        <translation>多样性</translation>
    </message>
    <message>
        <source>From 0 (the average face) to 2; 1 is as the model was trained</source>
        <translation>从 0（平均脸）到 2；1 与训练时相同</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own variety</source>
        <translation>恢复模型自身的多样性</translation>
    </message>
    <message>
        <source>Below 1 faces are more alike and cleaner, above 1 bolder (truncation)</source>
        <translation>小于 1 时脸更相似、更干净，大于 1 时更大胆（truncation）</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 个</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Install</name>
    <message>
        <source>My model</source>
        <translation>我的模型</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>模型名称</translation>
    </message>
    <message>
        <source>Its folder will be called {0}.</source>
        <translation>文件夹名将为 {0}。</translation>
    </message>
</context>
<context>
    <name>_Message</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Choose a model folder …</source>
        <translation>选择模型文件夹…</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The sheet</source>
        <translation>设定表</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>How often: {0}</source>
        <translation>出现概率：{0}</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Model {0} {1}: {2}</source>
        <translation>模型 {0} {1}：{2}</translation>
    </message>
    <message>
        <source>Design anime characters on your own machine. Nothing leaves it.</source>
        <translation>在自己的电脑上设计动漫角色，任何内容都不会外传。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>About GirlsMoe Desktop</source>
        <translation>关于 GirlsMoe Desktop</translation>
    </message>
</context>
<context>
    <name>eyes</name>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>水蓝色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Characters (*.png *.jpg *.jpeg *.webp *.json)</source>
        <translation>角色 (*.png *.jpg *.jpeg *.webp *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Open a character</source>
        <translation>打开角色</translation>
    </message>
    <message>
        <source>Models: a zip, or model.json in its folder</source>
        <translation>模型：zip 文件，或模型文件夹中的 model.json</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>导入模型</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Python packages (*.whl)</source>
        <translation>Python 软件包 (*.whl)</translation>
    </message>
    <message>
        <source>Add a package</source>
        <translation>添加软件包</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>选择模型文件夹</translation>
    </message>
    <message>
        <source>{0} pictures (*.{1})</source>
        <translation>{0} 图片 (*.{1})</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>保存图片</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>保存动画</translation>
    </message>
    <message>
        <source>Options of make.girls.moe (*.json)</source>
        <translation>make.girls.moe 选项 (*.json)</translation>
    </message>
    <message>
        <source>Noise picture of make.girls.moe (*.png)</source>
        <translation>make.girls.moe 噪声图 (*.png)</translation>
    </message>
    <message>
        <source>Export for make.girls.moe</source>
        <translation>导出到 make.girls.moe</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>清空回收站</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n character(s) for ever?</source>
        <translation>
            <numerusform>永久删除 %n 个角色？</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation>此操作无法撤销。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
</context>
<context>
    <name>hair</name>
    <message>
        <source>Blonde</source>
        <translation>金色</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>棕色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黑色</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>蓝色</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>粉色</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫色</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>绿色</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>红色</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>银色</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白色</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>橙色</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>水蓝色</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>灰色</translation>
    </message>
</context>
<context>
    <name>obedience</name>
    <message>
        <source>{0} % of pictures show it</source>
        <translation>{0}% 的图片中可见</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}：{1}</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>此模型在这方面较弱。</translation>
    </message>
    <message numerus="yes">
        <source>{0} % of pictures show it, learned from %Ln image(s)</source>
        <translation>
            <numerusform>{0}% 的图片中可见（学习自 %Ln 张图片）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Replace the model</source>
        <translation>替换模型</translation>
    </message>
    <message>
        <source>Another model {0} is installed. Replace it?</source>
        <translation>已安装另一个名为 {0} 的模型。要替换它吗？</translation>
    </message>
    <message>
        <source>Characters of the other one stay in the gallery, but can&apos;t be changed or painted again.</source>
        <translation>用原模型生成的角色会留在图库中，但无法再修改或重新绘制。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>替换</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>移除模型</translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation>从此电脑移除 {0}？</translation>
    </message>
    <message>
        <source>Its characters stay in the gallery. To paint with it again you need its file.</source>
        <translation>用它生成的角色会留在图库中。要再次用它绘制，需要有模型文件。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>重命名合集</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新建合集</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>合集名称</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Just made</source>
        <translation>刚刚生成</translation>
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
        <source>Last 7 days</source>
        <translation>最近 7 天</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>更早</translation>
    </message>
    <message>
        <source>With a star</source>
        <translation>已加星标</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>其他</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The seed {0} is out of range: give a whole number from 0 to {1}.</source>
        <translation>种子 {0} 超出范围。请输入 0 到 {1} 之间的整数。</translation>
    </message>
    <message>
        <source>{0} frames of {1}x{2} px are too much for one file: choose fewer frames or a smaller size.</source>
        <translation>{0} 帧 {1}x{2} px 的图片对一个文件来说太大。请减少帧数或缩小尺寸。</translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose a new folder.</source>
        <translation>{0} 已存在且不为空。请选择新的文件夹。</translation>
    </message>
    <message>
        <source>Writing MP4 takes the program ffmpeg, which is not installed: install it, or choose WebP, which every browser plays.</source>
        <translation>写入 MP4 需要 ffmpeg，但尚未安装。请安装它，或改用各种浏览器都能播放的 WebP。</translation>
    </message>
    <message>
        <source>ffmpeg could not write the film ({0}): choose another kind of file.</source>
        <translation>ffmpeg 无法写入动画（{0}）。请选择其他文件格式。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder that you may write to and that has room.</source>
        <translation>无法写入 {0}（{1}）。请选择有写入权限且空间充足的文件夹。</translation>
    </message>
    <message>
        <source>An atlas of {0}x{1} px is too large for graphics cards: choose a smaller size.</source>
        <translation>{0}x{1} px 的图集对显卡来说过大：请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be {1!r}: choose one of {2} (or random).</source>
        <translation>{0} 不能是 {1!r}。请从 {2} 中选择一个（或 random）。</translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of a file in it.</source>
        <translation>{0} 是文件夹。请指定其中的文件名。</translation>
    </message>
    <message>
        <source>{0} exists already: choose another name, or allow it to be replaced (--overwrite).</source>
        <translation>{0} 已存在。请换一个名称，或允许覆盖（--overwrite）。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used ({1}): choose another name.</source>
        <translation>无法使用 {0}（{1}）。请换一个名称。</translation>
    </message>
    <message>
        <source>A film can&apos;t have {0} frames: give a number from 2 to {1}.</source>
        <translation>动画不能有 {0} 帧。请输入 2 到 {1} 之间的数字。</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; this model has others.</source>
        <translation>make.girls.moe 只支持论文中的 34 个属性，此模型的属性与之不同。</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; {0} has others.</source>
        <translation>make.girls.moe 只支持论文中的 34 个属性，{0} 的属性与之不同。</translation>
    </message>
    <message>
        <source>This is no options file of make.girls.moe ({0}): export it there once more.</source>
        <translation>这不是 make.girls.moe 的选项文件（{0}）。请在该网站重新导出。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read as a noise picture ({1}).</source>
        <translation>{0} 无法作为噪声图读取（{1}）。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, a noise picture for this model is {3}x{4}: choose another.</source>
        <translation>{0} 为 {1}x{2} px，而此模型的噪声图应为 {3}x{4}。请另选一张。</translation>
    </message>
    <message>
        <source>There is no attribute {0!r}: this model has {1}.</source>
        <translation>没有属性 {0!r}。此模型的属性有 {1}。</translation>
    </message>
    <message>
        <source>The model description {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>无法读取模型描述文件 {0}（{1}）。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>The model description {0} is damaged: {1}. Install the model again, or choose another with --model.</source>
        <translation>模型描述文件 {0} 已损坏：{1}。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>{0} has no ending that says which kind of picture it is: give it one of {1}.</source>
        <translation>{0} 没有表示图片格式的扩展名。请从 {1} 中选一个加上。</translation>
    </message>
    <message>
        <source>{0} carries no recipe: choose a picture that this program saved with its recipe and that no other program has re-saved since.</source>
        <translation>{0} 不含配方。请选择由本程序连同配方保存、且未被其他程序重新保存过的图片。</translation>
    </message>
    <message>
        <source>The recipe in {0} is longer than {1} bytes: it is damaged.</source>
        <translation>{0} 中的配方超过 {1} 字节，已损坏。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} on a side: it is not one of this program&apos;s pictures.</source>
        <translation>{0} 为 {1}x{2} px，边长超过 {3}，不是本程序的图片。</translation>
    </message>
    <message>
        <source>There is no file {0}: check the name.</source>
        <translation>找不到文件 {0}。请检查名称。</translation>
    </message>
    <message>
        <source>{0} is a folder: choose a picture in it.</source>
        <translation>{0} 是文件夹。请选择其中的图片。</translation>
    </message>
    <message>
        <source>{0} is not a PNG picture, nor another that this program saves: choose one that it saved.</source>
        <translation>{0} 不是 PNG，也不是本程序可保存的其他格式的图片。请选择本程序保存的图片。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): choose another file.</source>
        <translation>无法读取 {0}（{1}）。请选择其他文件。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: choose a PNG, JPEG, WebP, BMP, GIF or TIFF.</source>
        <translation>{0} 不是可读取的图片。请选择 PNG、JPEG、WebP、BMP、GIF 或 TIFF 文件。</translation>
    </message>
    <message>
        <source>{0} is too large for this computer&apos;s memory.</source>
        <translation>{0} 太大，本机内存放不下。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} million pixels: choose a smaller one.</source>
        <translation>{0} 为 {1}x{2} 像素，超过了 {3} 百万像素。请选择较小的图片。</translation>
    </message>
    <message>
        <source>The picture&apos;s note of how it was enlarged is damaged or of a newer version ({0}): choose another picture.</source>
        <translation>图片中关于放大方式的记录已损坏或来自更新的版本（{0}）：请选择其他图片。</translation>
    </message>
    <message>
        <source>The truncation can&apos;t be {0}: give a number from 0 (the average face) over 1 (as trained) to {1:.0f}.</source>
        <translation>truncation 不能是 {0}：请给出从 0（平均脸）经 1（与训练时相同）到 {1:.0f} 之间的数。</translation>
    </message>
    <message>
        <source>The model {0} has no label {1}.</source>
        <translation>模型 {0} 没有标签 {1}。</translation>
    </message>
    <message>
        <source>These characters belong to different models ({0}, {1}): choose two of one model.</source>
        <translation>这两个角色属于不同的模型（{0}、{1}）。请选择同一模型的两个角色。</translation>
    </message>
    <message>
        <source>These characters both name the model {0}, but their noise or labels differ in kind, so one of them is damaged: choose another.</source>
        <translation>这两个角色都标明模型为 {0}，但噪声或标签的类型不同，说明其中一个已损坏。请选择其他角色。</translation>
    </message>
    <message>
        <source>The recipe&apos;s labels are not those of the model {0} (differing: {1}): choose the model that it was made with, {2}.</source>
        <translation>配方的标签与模型 {0} 的标签不符（不同之处：{1}）。请选择生成它的模型 {2}。</translation>
    </message>
    <message>
        <source>The recipe is damaged or of a newer version ({0}): generate the picture again, or use a newer GirlsMoe Desktop.</source>
        <translation>配方已损坏，或来自较新的版本（{0}）。请重新生成图片，或使用较新的 GirlsMoe Desktop。</translation>
    </message>
    <message>
        <source>The strength of {0} can&apos;t be {1}: give a number from {2:.0f} to {3:.0f}; 0 is off and 1 is on.</source>
        <translation>{0} 的强度不能是 {1}。请输入 {2:.0f} 到 {3:.0f} 之间的数字，0 为关，1 为开。</translation>
    </message>
    <message>
        <source>The code is of a model, or a version of one, that is not installed here: install it, or ask for the picture.</source>
        <translation>此分享码对应的模型或版本尚未安装。请先安装，或向对方索取图片。</translation>
    </message>
    <message>
        <source>This character&apos;s noise was blended or painted, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>此角色的噪声经过融合或绘制，无法用短分享码表示。请保存带配方的图片，或复制配方。</translation>
    </message>
    <message>
        <source>This character is a mixture, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>此角色是混合角色，无法用短分享码表示。请保存带配方的图片，或复制配方。</translation>
    </message>
    <message>
        <source>This character&apos;s truncation has more digits than a short code holds: save the picture with its recipe, or copy the recipe.</source>
        <translation>该角色的 truncation 位数过多，短代码放不下：请连同配方保存图片，或复制配方。</translation>
    </message>
    <message>
        <source>The code is of another version of the model: ask for the recipe instead.</source>
        <translation>此分享码属于该模型的另一版本。请向对方索取配方。</translation>
    </message>
    <message>
        <source>The code names a seed that can&apos;t be: copy it again.</source>
        <translation>分享码中的种子无效。请重新复制。</translation>
    </message>
    <message>
        <source>This is no share code: one begins with {0}-.</source>
        <translation>这不是分享码。分享码应以 {0}- 开头。</translation>
    </message>
    <message>
        <source>The share code is not complete or has strange letters: copy it again.</source>
        <translation>分享码不完整或含有无效字符。请重新复制。</translation>
    </message>
    <message>
        <source>The share code was mistyped (its check sum is wrong): copy it again.</source>
        <translation>分享码输入有误（校验和不符）。请重新复制。</translation>
    </message>
    <message>
        <source>Rows and columns can&apos;t both go through {0}: choose something else for one of them.</source>
        <translation>行和列不能同时改变 {0}：请为其中之一选择其他内容。</translation>
    </message>
    <message>
        <source>A sheet of {0} x {1} pictures is too large: choose something with fewer options.</source>
        <translation>{0} x {1} 张图片的设定表过大：请选择选项较少的内容。</translation>
    </message>
    <message>
        <source>A sheet of {0}x{1} px is too large for one picture: choose a smaller size.</source>
        <translation>{0}x{1} px 的设定表对单张图片来说过大：请选择较小的尺寸。</translation>
    </message>
    <message>
        <source>A sheet can&apos;t go through {0!r}: choose one of {1}.</source>
        <translation>设定表不能改变 {0!r}：请从 {1} 中选择。</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} can&apos;t be read ({1}): give the folder of a tagger, which holds model.json and tagger.onnx.</source>
        <translation>无法读取标签器的描述文件 {0}（{1}）。请指定含有 model.json 和 tagger.onnx 的标签器文件夹。</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} is damaged: {1}. Export the tagger again.</source>
        <translation>标签器的描述文件 {0} 已损坏：{1}。请重新导出标签器。</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} can&apos;t be read ({1}): give the folder of an upscaler, which holds model.json, soft.onnx and sharp.onnx.</source>
        <translation>无法读取放大模型的说明 {0}（{1}）：请指定放大模型的文件夹，其中应有 model.json、soft.onnx 和 sharp.onnx。</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} is damaged: {1}. Install the upscaler again.</source>
        <translation>放大模型的说明 {0} 已损坏：{1}。请重新安装放大模型。</translation>
    </message>
    <message>
        <source>The package does not work here ({0}), so nothing was changed: see what its version needs, such as a driver, CUDA and cuDNN, or choose another version.</source>
        <translation>此软件包在这里无法工作（{0}），因此未作任何更改：请查看该版本的要求，例如驱动程序、CUDA 和 cuDNN，或选择其他版本。</translation>
    </message>
    <message>
        <source>{0} is no wheel: choose a .whl file as PyPI offers it for onnxruntime.</source>
        <translation>{0} 不是 wheel 文件：请选择 PyPI 上为 onnxruntime 提供的 .whl 文件。</translation>
    </message>
    <message>
        <source>{0} is for another Python or another system: this program needs one for {1} on {2} {3}.</source>
        <translation>{0} 适用于其他 Python 或其他系统：本程序需要适用于 {2} {3} 上 {1} 的文件。</translation>
    </message>
    <message>
        <source>The package can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>无法将软件包写入 {0}（{1}）：请腾出空间，或允许本程序写入该位置。</translation>
    </message>
    <message>
        <source>None of these wheels brings onnxruntime: choose that of onnxruntime-gpu, onnxruntime-directml or another of its packages.</source>
        <translation>这些 wheel 都不含 onnxruntime：请选择 onnxruntime-gpu、onnxruntime-directml 或其同类软件包的文件。</translation>
    </message>
    <message>
        <source>{0} is damaged or no wheel ({1}): get it again.</source>
        <translation>{0} 已损坏或不是 wheel 文件（{1}）：请重新获取。</translation>
    </message>
    <message>
        <source>There is no picture in {0}: give pictures, or a folder that holds some; folders within it count only on demand (--recursive).</source>
        <translation>{0} 中没有图片。请指定图片或含有图片的文件夹；其中的子文件夹仅在要求时（--recursive）才会处理。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} pictures: give smaller folders.</source>
        <translation>{0} 中的图片超过 {1} 张。请指定较小的文件夹。</translation>
    </message>
    <message>
        <source>The weights of {0} have the tensors {1}, its manifest says {2} after a free batch size: install the model again.</source>
        <translation>{0} 的权重含有张量 {1}，而其描述文件要求为 {2}（批大小不限）。请重新安装该模型。</translation>
    </message>
    <message>
        <source>The model {0} gave values that are not numbers on {1}: install it again, or choose another with --model.</source>
        <translation>模型 {0} 在 {1} 上输出了非数值结果。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>The recipe was made for other weights of {0} than those of {1} {2}: choose or install the model it was made with.</source>
        <translation>此配方所用的 {0} 权重与 {1} {2} 的权重不同。请选择或安装生成它的模型。</translation>
    </message>
    <message>
        <source>The recipe has {0} noise values, the model {1} takes {2}: the recipe is damaged; choose another picture.</source>
        <translation>配方有 {0} 个噪声值，而模型 {1} 需要 {2} 个，说明配方已损坏。请选择其他图片。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime 无法运行模型 {0}（{1}）。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>Install the program again, or put a model&apos;s folder there and start again.</source>
        <translation>请重新安装程序，或将模型文件夹放到那里后重新启动。</translation>
    </message>
    <message>
        <source>There is no model {0!r}: installed are {1}. Choose one of them, or give a model&apos;s folder.</source>
        <translation>没有模型 {0!r}。已安装的有 {1}。请选择其中一个，或指定模型文件夹。</translation>
    </message>
    <message>
        <source>No model is installed (searched: {0}). {1}</source>
        <translation>没有安装任何模型（已搜索：{0}）。{1}</translation>
    </message>
    <message>
        <source>There is no model {0!r}, nor any other. {1}</source>
        <translation>没有模型 {0!r}，也没有其他模型。{1}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): check that it is there.</source>
        <translation>无法读取 {0}（{1}）。请检查它是否存在。</translation>
    </message>
    <message>
        <source>{0} is no model that can be imported ({1}): choose a folder or a zip with {2} and {3}.</source>
        <translation>{0} 不是可导入的模型（{1}）。请选择含有 {2} 和 {3} 的文件夹或 zip 文件。</translation>
    </message>
    <message>
        <source>There is already another model {0!r}: replace it on purpose (--replace), or leave it.</source>
        <translation>已有另一个模型 {0!r}。如确需替换请使用 --replace，否则请保留原模型。</translation>
    </message>
    <message>
        <source>The model {0} lies in {1}, not among your own: it can&apos;t be removed from here.</source>
        <translation>模型 {0} 位于 {1}，不属于您自己的模型，无法在此移除。</translation>
    </message>
    <message>
        <source>The model {0} paints an empty picture, so it was not installed: get it again from where it came from.</source>
        <translation>模型 {0} 绘制出的是空白图片，因此未安装。请从原来源重新获取。</translation>
    </message>
    <message>
        <source>The model can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>无法将模型写入 {0}（{1}）。请腾出空间，或授予本程序写入权限。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used. {1}</source>
        <translation>{0} 无法使用。{1}</translation>
    </message>
    <message>
        <source>{0} holds no pictures and no prepared portraits. Choose a folder of pictures, one that girlsmoe-train has made, or have portraits drawn for you.</source>
        <translation>{0} 中没有图片，也没有准备好的肖像。请选择图片文件夹或 girlsmoe-train 生成的文件夹，或者让程序为您绘制肖像。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be removed ({1}): close what uses it.</source>
        <translation>无法移除 {0}（{1}）。请关闭正在使用它的程序。</translation>
    </message>
    <message>
        <source>The model in {0} is damaged: {1}. Get it again from where it came from.</source>
        <translation>{0} 中的模型已损坏：{1}。请从原来源重新获取。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: its two files are not the same network with different weights. Install it again.</source>
        <translation>无法使用{0}：其两个文件不是仅权重不同的同一网络。请重新安装。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: a file of it is larger than {1} MiB. Choose another.</source>
        <translation>无法使用{0}：其中有文件超过 {1} MiB。请选择其他的。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used as an ONNX model: {1}. Get the model again from where it came from, or choose another.</source>
        <translation>{0} 不能用作 ONNX 模型：{1}。请从原来源重新获取，或选择其他模型。</translation>
    </message>
    <message>
        <source>The package {0} is not installed.</source>
        <translation>未安装软件包 {0}。</translation>
    </message>
    <message>
        <source>an NVIDIA card, its driver, and CUDA and cuDNN as onnxruntime-gpu wants them</source>
        <translation>NVIDIA 显卡及其驱动程序，以及 onnxruntime-gpu 所需的 CUDA 和 cuDNN</translation>
    </message>
    <message>
        <source>a graphics card with DirectX 12 and its driver</source>
        <translation>支持 DirectX 12 的显卡及其驱动程序</translation>
    </message>
    <message>
        <source>macOS 10.15 or later</source>
        <translation>macOS 10.15 或更高版本</translation>
    </message>
    <message>
        <source>a graphics card with Vulkan, Metal or DirectX 12, and its driver</source>
        <translation>支持 Vulkan、Metal 或 DirectX 12 的显卡及其驱动程序</translation>
    </message>
    <message>
        <source>There is no device {0!r}: choose one of {1}.</source>
        <translation>没有设备 {0!r}。请从 {1} 中选择一个。</translation>
    </message>
    <message>
        <source>{0} did not start: it needs {1}.</source>
        <translation>{0} 未能启动。所需条件：{1}。</translation>
    </message>
    <message>
        <source>It is not for this system.</source>
        <translation>不适用于此系统。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the tagger {0} ({1}): install it again.</source>
        <translation>onnxruntime 无法运行标签器 {0}（{1}）。请重新安装标签器。</translation>
    </message>
    <message>
        <source>{0} paints empty pictures here.</source>
        <translation>{0} 在这台电脑上绘制出的是空白图片。</translation>
    </message>
    <message>
        <source>The upscaler {0} makes pictures {1} times as large and can&apos;t make them {2} times: choose another scale.</source>
        <translation>放大模型 {0} 的倍数为 {1}，无法放大 {2} 倍。请选择其他倍数。</translation>
    </message>
    <message>
        <source>The upscaler {0} gave no picture: black, of another size, or not even numbers. Install it again, or choose another.</source>
        <translation>放大模型 {0} 没有给出正常的图片（全黑、尺寸不符或不是数值）。请重新安装，或选择其他的。</translation>
    </message>
    <message>
        <source>{0}x{1} px would become {2}x{3} px, more than {4} million pixels: choose a smaller scale or picture.</source>
        <translation>{0}x{1} 像素会变成 {2}x{3} 像素，超过 {4} 百万像素。请选择较小的倍数或图片。</translation>
    </message>
    <message>
        <source>The weights of the upscaler {0} have the tensors {1}, expected {2} and {3} for one RGB picture of any size: install it again.</source>
        <translation>放大模型 {0} 的权重含有张量 {1}，应为用于一张任意尺寸 RGB 图片的 {2} 和 {3}。请重新安装。</translation>
    </message>
    <message>
        <source>The sharpness is {0}: choose 0 (soft) to 1 (sharp).</source>
        <translation>锐度为 {0}。请选择 0（柔和）到 1（锐利）之间的值。</translation>
    </message>
    <message>
        <source>The upscaler {0}</source>
        <translation>放大模型 {0}</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the upscaler {0} ({1}): install it again, or close other programs if memory is short.</source>
        <translation>onnxruntime 无法运行放大模型 {0}（{1}）。请重新安装；若内存不足，请关闭其他程序。</translation>
    </message>
    <message>
        <source>The picture was enlarged with the upscaler {0} {1}, which is not installed, and so can&apos;t be verified: save it at its own size, or install that upscaler.</source>
        <translation>该图片由放大器 {0} {1} 放大，但它未安装，因此无法验证：请以原始大小保存，或安装该放大器。</translation>
    </message>
    <message>
        <source>The weights {0} are damaged (their sha256 is not the one in model.json): install the model again, or choose another with --model.</source>
        <translation>权重文件 {0} 已损坏（sha256 与 model.json 中的不符）。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>The weights {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>无法读取权重文件 {0}（{1}）。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t load the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime 无法加载模型 {0}（{1}）。请重新安装该模型，或用 --model 选择其他模型。</translation>
    </message>
    <message>
        <source>This text is no recipe, no share code and no options file: copy the whole of one.</source>
        <translation>这段文本不是配方、分享码或选项文件的内容。请完整复制其中一种。</translation>
    </message>
    <message>
        <source>{0} was made with another model or version, {1}; open here is {2}. Open {3} first.</source>
        <translation>{0} 是用另一个模型或版本（{1}）生成的，当前打开的是 {2}。请先打开 {3}。</translation>
    </message>
    <message>
        <source>{0} is no text: choose a recipe or an options file.</source>
        <translation>{0} 不是文本。请选择配方或选项文件。</translation>
    </message>
    <message>
        <source>{0} holds no run that this window started ({1} is missing or damaged). Choose the folder of a run, such as runs/00001-preview-64.</source>
        <translation>{0} 中没有由本程序启动的训练任务（{1} 缺失或损坏）。请选择训练任务的文件夹，例如 runs/00001-preview-64。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder for runs that you may write to and that has room.</source>
        <translation>无法写入 {0}（{1}）。请为训练任务选择有写入权限且空间充足的文件夹。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). Check the folder, or choose another run.</source>
        <translation>无法读取 {0}（{1}）。请检查该文件夹，或选择其他训练任务。</translation>
    </message>
    <message>
        <source>The weights and every picture made with them are free for any use, commercial use included; nobody has to be named.</source>
        <translation>模型权重以及用它制作的所有图片均可自由用于任何用途，包括商业用途；无需署名。</translation>
    </message>
    <message>
        <source>A collection&apos;s name has 1 to {0} letters: choose one of that length.</source>
        <translation>合集名称应为 1 到 {0} 个字符：请改为该长度。</translation>
    </message>
    <message>
        <source>There is already a collection {0}: choose another name.</source>
        <translation>合集 {0} 已存在：请换一个名称。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be used ({1}).</source>
        <translation>无法使用图库 {0}（{1}）。</translation>
    </message>
    <message>
        <source>The gallery {0} is in use by another program: close that and start again.</source>
        <translation>图库 {0} 正被其他程序使用。请关闭该程序后重新启动。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be written: make it and its folder yours to write to.</source>
        <translation>无法写入图库 {0}。请取得该文件及其所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {0}: what was kept before is safe; make room.</source>
        <translation>{0} 所在的磁盘已满。之前保存的内容没有受损，请腾出空间。</translation>
    </message>
    <message>
        <source>The gallery {0} is damaged ({1}).</source>
        <translation>图库 {0} 已损坏（{1}）。</translation>
    </message>
    <message>
        <source>{0} was written by a newer GirlsMoe Desktop: use that one. The file is left as it is.</source>
        <translation>{0} 由较新版本的 GirlsMoe Desktop 写入，请使用该版本。此文件未作改动。</translation>
    </message>
    <message>
        <source>{0} is another program&apos;s database: move it away and start again.</source>
        <translation>{0} 是其他程序的数据库。请将其移走后重新启动。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be opened ({1}): make its folder one that you may write to.</source>
        <translation>无法打开图库 {0}（{1}）。请取得其所在文件夹的写入权限。</translation>
    </message>
    <message>
        <source>{0} Until then your characters last as long as this window: save those you like.</source>
        <translation>{0}在此之前，角色只保留到本窗口关闭为止，请另行保存喜欢的角色。</translation>
    </message>
    <message>
        <source>{0} It is kept as {1}, and a new gallery was begun.</source>
        <translation>{0}原图库已保留为 {1}，并新建了图库。</translation>
    </message>
    <message>
        <source>There is no character {0} in the gallery any more.</source>
        <translation>图库中已没有角色 {0}。</translation>
    </message>
    <message>
        <source>The picture of character {0} is damaged ({1}).</source>
        <translation>角色 {0} 的图片已损坏（{1}）。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). The next sheet of samples takes its place.</source>
        <translation>无法读取 {0}（{1}）。下一张样例图出来后会将其替换。</translation>
    </message>
    <message>
        <source>{0} is larger than any sheet of samples: leave it out.</source>
        <translation>{0} 比任何样例图都大，请将其移走。</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>Expressions</source>
        <translation>表情</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>平静</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>{0} M</source>
        <translation>{0} 百万</translation>
    </message>
    <message>
        <source>{0} k</source>
        <translation>{0}k</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>不到 1 分钟</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 小时 {1} 分</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 天 {1} 小时</translation>
    </message>
    <message>
        <source>Small · 64 px</source>
        <translation>小 · 64 px</translation>
    </message>
    <message>
        <source>Medium · 128 px</source>
        <translation>中 · 128 px</translation>
    </message>
    <message>
        <source>Large · 256 px</source>
        <translation>大 · 256 px</translation>
    </message>
    <message>
        <source>As in the paper · 128 px</source>
        <translation>论文配置 · 128 px</translation>
    </message>
    <message>
        <source>Trial run · 32 px</source>
        <translation>试运行 · 32 px</translation>
    </message>
    <message>
        <source>Learns in an hour or two on an ordinary computer.</source>
        <translation>在普通电脑上一两个小时即可学成。</translation>
    </message>
    <message>
        <source>Wants a graphics card: hours on one, many days without.</source>
        <translation>需要显卡：有显卡要几个小时，没有则要很多天。</translation>
    </message>
    <message>
        <source>Three to four times the work of Medium, on a strong graphics card.</source>
        <translation>计算量是“中”的三到四倍，需要高性能显卡。</translation>
    </message>
    <message>
        <source>The paper&apos;s own recipe, to compare with. Medium learns better.</source>
        <translation>论文原本的配置，用于对比。“中”的学习效果更好。</translation>
    </message>
    <message>
        <source>Shows in a minute that everything runs. It paints nothing pretty.</source>
        <translation>一分钟内即可确认一切能正常运行，但画不出好看的图。</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>准备中</translation>
    </message>
    <message>
        <source>Faces wait to be looked at</source>
        <translation>脸等待检查</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>绘制</translation>
    </message>
    <message>
        <source>Find faces</source>
        <translation>找脸</translation>
    </message>
    <message>
        <source>Find doubles</source>
        <translation>找重复</translation>
    </message>
    <message>
        <source>Read attributes</source>
        <translation>识别特征</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>Make the set</source>
        <translation>生成数据集</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Drawing portraits</source>
        <translation>正在绘制头像</translation>
    </message>
    <message>
        <source>Cutting out faces</source>
        <translation>正在剪出脸</translation>
    </message>
    <message>
        <source>Looking for doubles</source>
        <translation>正在查找重复</translation>
    </message>
    <message>
        <source>Reading the faces&apos; attributes</source>
        <translation>正在识别脸的特征</translation>
    </message>
    <message>
        <source>Making the training set</source>
        <translation>正在生成训练集</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Ending the step and saving …</source>
        <translation>正在完成当前步骤并保存…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>训练完成</translation>
    </message>
    <message>
        <source>Training has stopped</source>
        <translation>训练已停止</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>正在制作模型…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Hair colour</source>
        <translation>发色</translation>
    </message>
    <message>
        <source>Hair style</source>
        <translation>发型</translation>
    </message>
    <message>
        <source>Eye colour</source>
        <translation>瞳色</translation>
    </message>
    <message>
        <source>Blush</source>
        <translation>脸红</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>微笑</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>张嘴</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation>丝带</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>眼镜</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>关</translation>
    </message>
    <message>
        <source>On</source>
        <translation>开</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>长发</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>中长发</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>短发</translation>
    </message>
    <message>
        <source>Twintails</source>
        <translation>双马尾</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>钻头卷</translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation>马尾</translation>
    </message>
    <message>
        <source>No blush</source>
        <translation>不脸红</translation>
    </message>
    <message>
        <source>No smile</source>
        <translation>不微笑</translation>
    </message>
    <message>
        <source>Closed mouth</source>
        <translation>闭嘴</translation>
    </message>
    <message>
        <source>No hat</source>
        <translation>无帽子</translation>
    </message>
    <message>
        <source>No ribbon</source>
        <translation>无丝带</translation>
    </message>
    <message>
        <source>No glasses</source>
        <translation>无眼镜</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>{0} hair</source>
        <translation>{0}头发</translation>
    </message>
    <message>
        <source>{0} eyes</source>
        <translation>{0}眼睛</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>相同</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Varied by {0} %</source>
        <translation>扰动 {0}%</translation>
    </message>
    <message>
        <source>Variety {0}</source>
        <translation>多样性 {0}</translation>
    </message>
    <message>
        <source>Another face</source>
        <translation>新面孔</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>A mixture</source>
        <translation>混合角色</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分钟</translation>
    </message>
</context>
</TS>
