<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open …</source>
        <translation>開く(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Save picture …</source>
        <translation>画像を保存(&amp;S)…</translation>
    </message>
    <message>
        <source>&amp;Verify a picture …</source>
        <translation>画像を検証(&amp;V)…</translation>
    </message>
    <message>
        <source>E&amp;xport for make.girls.moe …</source>
        <translation>make.girls.moe 形式で書き出す(&amp;X)…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>終了(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>元に戻す(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>やり直す(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>画像をコピー(&amp;C)</translation>
    </message>
    <message>
        <source>Copy rec&amp;ipe</source>
        <translation>レシピをコピー(&amp;I)</translation>
    </message>
    <message>
        <source>Copy s&amp;hare code</source>
        <translation>共有コードをコピー(&amp;H)</translation>
    </message>
    <message>
        <source>Copy &amp;description</source>
        <translation>説明文をコピー(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>貼り付け(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>検索(&amp;F)</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>スター(&amp;T)</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>コレクションに入れる(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>ゴミ箱に移す(&amp;M)</translation>
    </message>
    <message>
        <source>Leave &amp;everything to chance</source>
        <translation>すべておまかせにする(&amp;E)</translation>
    </message>
    <message>
        <source>Free&amp;ze what is shown</source>
        <translation>表示中の内容を固定(&amp;Z)</translation>
    </message>
    <message>
        <source>&amp;Odds …</source>
        <translation>出現率(&amp;O)…</translation>
    </message>
    <message>
        <source>&amp;Vary the noise</source>
        <translation>ノイズを変化させる(&amp;V)</translation>
    </message>
    <message>
        <source>Co&amp;mpare …</source>
        <translation>比較(&amp;M)…</translation>
    </message>
    <message>
        <source>Character s&amp;heet …</source>
        <translation>キャラクターシート(&amp;H)…</translation>
    </message>
    <message>
        <source>E&amp;nlarge …</source>
        <translation>拡大(&amp;N)…</translation>
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
        <translation>ノイズを保つ(&amp;K)</translation>
    </message>
    <message>
        <source>Set as &amp;A</source>
        <translation>A に設定(&amp;A)</translation>
    </message>
    <message>
        <source>Set as &amp;B</source>
        <translation>B に設定(&amp;B)</translation>
    </message>
    <message>
        <source>&amp;Enlarge the portrait</source>
        <translation>ポートレートを拡大(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>全画面表示(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>キーボードショートカット(&amp;K)</translation>
    </message>
    <message>
        <source>&amp;About GirlsMoe Desktop</source>
        <translation>GirlsMoe Desktop について(&amp;A)</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Qt について(&amp;Q)</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>システムの配色(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>ライト(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>ダーク(&amp;D)</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>システムの言語(&amp;S)</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>システムに合わせる(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>オン(&amp;O)</translation>
    </message>
    <message>
        <source>O&amp;ff</source>
        <translation>オフ(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>元に戻す(&amp;U): {0}</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>やり直す(&amp;R): {0}</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>ファイル(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>編集(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Character</source>
        <translation>キャラクター(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>表示(&amp;V)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>言語(&amp;G)</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>動き(&amp;M)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>ヘルプ(&amp;H)</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Not measured yet: try each one and judge by eye.</source>
        <translation>まだ測定されていません。一つずつ試して見て確かめてください。</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>このモデルはここが苦手です。</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>このメッセージを閉じる</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>停止しています…</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>始めています…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} / {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · 残り {1}</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after</source>
        <translation>前と後</translation>
    </message>
    <message>
        <source>{0} to the left of the divider, {1} to the right</source>
        <translation>仕切りの左は {0}、右は {1}</translation>
    </message>
    <message>
        <source>{0} and {1} side by side</source>
        <translation>{0} と {1} を並べて表示</translation>
    </message>
    <message>
        <source>A lens shows {0} and {1}</source>
        <translation>レンズで {0} と {1} を表示</translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Share of the way</source>
        <translation>位置</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>再生</translation>
    </message>
    <message>
        <source>Export a film …</source>
        <translation>アニメーションを書き出す…</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>これを残す</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>ブレンド</translation>
    </message>
    <message>
        <source>Glide from one character to another.</source>
        <translation>キャラからキャラへ、なめらかに移ります。</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>What its makers say</source>
        <translation>作者による説明</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Random</source>
        <translation>おまかせ</translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message>
        <source>New collection …</source>
        <translation>新しいコレクション…</translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>{0} から外す</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>New collection</source>
        <translation>新しいコレクション</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>コレクションの名前を変更</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>コレクションを削除</translation>
    </message>
    <message>
        <source>Put into {0}</source>
        <translation>{0} に入れる</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) put into {0}</source>
        <translation>
            <numerusform>%n人のキャラクターを {0} に入れました</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>{0} から外す</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Saved as {0}</source>
        <translation>{0} として保存しました</translation>
    </message>
    <message>
        <source>Mark two characters in the gallery (Ctrl and a click) to compare them.</source>
        <translation>比較するには、ギャラリーで 2 人を選んでください（Ctrl を押しながらクリック）。</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>重ねて見る</translation>
    </message>
    <message>
        <source>{0} % of the picture differs</source>
        <translation>画像の {0}% が異なります</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>線をドラッグ</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>違うところ</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>違い</translation>
    </message>
    <message>
        <source>What both have</source>
        <translation>共通点</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>Best of</source>
        <translation>選抜</translation>
    </message>
    <message>
        <source>Of so many, the one that shows best what it is meant to show</source>
        <translation>この数だけ作り、指定した特徴が最もよく出たものを残します</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>キャラクターの数: {0}</translation>
    </message>
    <message>
        <source>{0}, each the best of {1}</source>
        <translation>{0}、それぞれ {1} 枚から選抜</translation>
    </message>
    <message>
        <source>{0}. The arrow keys change it by one.</source>
        <translation>{0}。矢印キーで1ずつ変わります。</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>{0}枚から</translation>
    </message>
</context>
<context>
    <name>DesignPanel</name>
    <message>
        <source>Fine-tune: variety, and strengths for mixtures and exaggerations</source>
        <translation>細かい調整: 多様さと、混ぜたり強調したりする強さ</translation>
    </message>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>おまかせ時の出現率</translation>
    </message>
    <message>
        <source>Freeze everything that is shown</source>
        <translation>表示中の内容をすべて固定</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>すべておまかせにする</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>デザイン</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>詳細</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Strength: {0}</source>
        <translation>強さ: {0}</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>多様さ</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>すべておまかせにする</translation>
    </message>
    <message>
        <source>Freeze what is shown</source>
        <translation>表示中の内容を固定</translation>
    </message>
    <message>
        <source>Keep the noise</source>
        <translation>ノイズを保つ</translation>
    </message>
    <message>
        <source>Free the noise</source>
        <translation>ノイズを解放</translation>
    </message>
    <message>
        <source>Hold a part of the noise</source>
        <translation>ノイズの一部を固定</translation>
    </message>
    <message>
        <source>Paint the noise</source>
        <translation>ノイズを描く</translation>
    </message>
    <message>
        <source>Vary the noise</source>
        <translation>ノイズを変化させる</translation>
    </message>
    <message>
        <source>Their noise is of another kind: choose a character of this model.</source>
        <translation>ノイズの種類が違います。このモデルのキャラクターを選んでください。</translation>
    </message>
    <message>
        <source>Take the noise of another</source>
        <translation>別のキャラクターのノイズを使う</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>出現率</translation>
    </message>
    <message>
        <source>The noise is kept: open its lock to change it.</source>
        <translation>ノイズは保たれています。変えるにはロックを外してください。</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Paint on</source>
        <translation>描画に使う装置</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>テスト</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>自動</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>装置</translation>
    </message>
    <message>
        <source>Paints a few pictures on each and measures the time</source>
        <translation>それぞれで数枚描いて時間を測ります</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>1枚 {0} ミリ秒</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>テスト中…</translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation>いつでも使えます。</translation>
    </message>
    <message>
        <source>Ready to be tried.</source>
        <translation>試せます。</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Teach your own model</source>
        <translation>自分のモデルを育てよう</translation>
    </message>
    <message>
        <source>Here you will watch it learn: the time left, its losses, and the same characters getting better from step to step. A run can be paused at any time; closing the window pauses it too.</source>
        <translation>残り時間、損失、そして同じキャラクターが段階ごとに上達していく様子をここで見られます。学習はいつでも一時停止でき、ウィンドウを閉じても一時停止します。</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>Set as {0}</source>
        <translation>{0} に設定</translation>
    </message>
    <message>
        <source>Take the character on the stage</source>
        <translation>ステージのキャラクターを使う</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>まだ誰もいません</translation>
    </message>
</context>
<context>
    <name>EngineBox</name>
    <message>
        <source>Add a package …</source>
        <translation>パッケージを追加…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>グラフィックスカード</translation>
    </message>
    <message>
        <source>Wheels of onnxruntime-gpu, onnxruntime-directml or onnxruntime-webgpu</source>
        <translation>onnxruntime-gpu、onnxruntime-directml、onnxruntime-webgpu の wheel ファイル</translation>
    </message>
    <message>
        <source>Unpacking {0} …</source>
        <translation>{0} を展開しています…</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>試しています…</translation>
    </message>
    <message>
        <source>{0} ended the program when it was last used, and is left out.</source>
        <translation>{0} は前回の使用時にプログラムを終了させたため、使われません。</translation>
    </message>
    <message>
        <source>Removed. The next start of the program uses what came with it.</source>
        <translation>削除しました。次に起動したときから付属のものを使います。</translation>
    </message>
    <message>
        <source>{0} works, and is used from the next start on.</source>
        <translation>{0} は動作します。次に起動したときから使います。</translation>
    </message>
    <message>
        <source>{0} was added.</source>
        <translation>{0} を追加しました。</translation>
    </message>
    <message>
        <source>To paint on a graphics card, add the package of onnxruntime that is made for it. It comes from PyPI, as a .whl file, and is tried before it is used.</source>
        <translation>グラフィックスカードで描くには、対応する onnxruntime のパッケージを追加してください。PyPI で .whl ファイルとして配布されています。使う前に動作を確かめます。</translation>
    </message>
</context>
<context>
    <name>EnlargePanel</name>
    <message>
        <source>What to enlarge</source>
        <translation>拡大するもの</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>この子</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>選択中</translation>
    </message>
    <message>
        <source>Files</source>
        <translation>ファイル</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大きさ</translation>
    </message>
    <message>
        <source>Sharpness</source>
        <translation>シャープさ</translation>
    </message>
    <message>
        <source>As the upscaler suggests</source>
        <translation>アップスケーラーの推奨に戻す</translation>
    </message>
    <message>
        <source>Redraws pictures larger, with clean lines.</source>
        <translation>線はきれいなまま、大きく描き直します。</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>柔らかい</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>鋭い</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Enlarge the pictures</source>
        <translation>画像を拡大</translation>
    </message>
    <message numerus="yes">
        <source>Enlarge %n picture(s)</source>
        <translation>
            <numerusform>%n 枚を拡大</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the characters …</source>
        <translation>キャラクターを保存…</translation>
    </message>
    <message numerus="yes">
        <source>Save %n character(s) …</source>
        <translation>
            <numerusform>%n 人を保存…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>画像を保存…</translation>
    </message>
    <message>
        <source>No upscaler is installed: pictures are saved larger with Lanczos. Install the program again to get one.</source>
        <translation>アップスケーラーがありません。大きい画像は Lanczos で保存されます。入手するには、もう一度インストールしてください。</translation>
    </message>
    <message>
        <source>Mark several in the gallery with Shift or Ctrl and a click.</source>
        <translation>ギャラリーで Shift か Ctrl を押しながらクリックすると複数選べます。</translation>
    </message>
    <message>
        <source>The file carries what it takes to verify it at its larger size, too.</source>
        <translation>大きくした画像も検証できるよう、必要な情報がファイルに入ります。</translation>
    </message>
</context>
<context>
    <name>EnlargeView</name>
    <message>
        <source>Compare</source>
        <translation>比較</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>仕切り</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>並べて</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>レンズ</translation>
    </message>
    <message>
        <source>Choose a character, or pictures from the disk.</source>
        <translation>キャラクターか、ディスクの画像を選んでください。</translation>
    </message>
    <message>
        <source>{0} × {1} px becomes {2} × {3} px</source>
        <translation>{0} × {1} px → {2} × {3} px</translation>
    </message>
    <message>
        <source>{0} · working …</source>
        <translation>{0} · 処理中…</translation>
    </message>
    <message>
        <source>{0} · a part of it</source>
        <translation>{0} · その一部</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>前</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Open the model that this character was made with to vary it.</source>
        <translation>このキャラクターを変化させるには、作成時のモデルを開いてください。</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>画像</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>テキスト</translation>
    </message>
    <message>
        <source>There is nothing in the clipboard to make a character of: copy a picture of this program, a recipe or a share code.</source>
        <translation>クリップボードにキャラクターにできるものがありません。このプログラムの画像、レシピ、共有コードのいずれかをコピーしてください。</translation>
    </message>
    <message>
        <source>Open the model that this character was made with to share its code.</source>
        <translation>コードを共有するには、このキャラクターを作ったモデルを開いてください。</translation>
    </message>
    <message>
        <source>{0} is exactly what its recipe makes here.</source>
        <translation>{0} は、そのレシピからここで作ったものと完全に一致します。</translation>
    </message>
    <message>
        <source>{0} is what its recipe makes here, but for the last bit of rounding.</source>
        <translation>{0} は、丸めの最後の1ビットを除いて、レシピから作ったものと一致します。</translation>
    </message>
    <message>
        <source>{0} is not quite what its recipe makes here: it was changed, or saved as a JPEG.</source>
        <translation>{0} は、レシピから作ったものと少し違います。加工されたか、JPEG で保存されたものです。</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a film</source>
        <translation>アニメーションを書き出す</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>連番画像</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>横一列の画像</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>フレーム数</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>1秒あたりのフレーム数</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>往復</translation>
    </message>
    <message>
        <source>Slow down at every stop</source>
        <translation>止まる所でゆっくり</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>MP4 takes the program ffmpeg: install it and start again.</source>
        <translation>MP4 には ffmpeg が必要です。インストールして起動し直してください。</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), {0} s</source>
        <translation>
            <numerusform>%n フレーム、{0} 秒</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Open the model that they were made with to make children of them.</source>
        <translation>子を作るには、そのキャラクターたちを作ったモデルを開いてください。</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>How much children differ</source>
        <translation>子の違いの大きさ</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>バリエーションを作る</translation>
    </message>
    <message>
        <source>Take as partner</source>
        <translation>相手にする</translation>
    </message>
    <message>
        <source>Cross with the partner</source>
        <translation>相手と掛け合わせる</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家系</translation>
    </message>
    <message>
        <source>How much they differ</source>
        <translation>違いの大きさ</translation>
    </message>
    <message>
        <source>Every child knows its parents: click anybody in the tree to go back.</source>
        <translation>子は親を覚えています。家系図の誰かをクリックすると、その姿に戻れます。</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>掛け合わせ</translation>
    </message>
    <message>
        <source>Choose one in the gallery or the tree.</source>
        <translation>ギャラリーか家系図から選んでください。</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family tree</source>
        <translation>家系図</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved as {0}</source>
        <translation>{0} として保存しました</translation>
    </message>
    <message>
        <source>-frames</source>
        <translation>-frames</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>画像をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>The recipe is in the clipboard.</source>
        <translation>レシピをクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>In the clipboard: {0}</source>
        <translation>コピーしました: {0}</translation>
    </message>
    <message>
        <source>The description is in the clipboard.</source>
        <translation>説明文をクリップボードにコピーしました。</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>画像の保存先フォルダーを選択</translation>
    </message>
</context>
<context>
    <name>FileEnlarging</name>
    <message>
        <source>Put pictures on the list</source>
        <translation>画像をリストに加える</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>画像をリストから外す</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) enlarged</source>
        <translation>
            <numerusform>%n 枚を拡大しました</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} refused: the list says why</source>
        <translation>{0} · {1} 枚は不可: 理由はリストにあります</translation>
    </message>
    <message>
        <source>{0} · stopped</source>
        <translation>{0} · 停止しました</translation>
    </message>
</context>
<context>
    <name>FilmProgress</name>
    <message>
        <source>Cancel the film</source>
        <translation>アニメーションの作成を中止</translation>
    </message>
    <message>
        <source>Making the film …</source>
        <translation>アニメーションを作成中…</translation>
    </message>
    <message>
        <source>Making the film: {0} s left</source>
        <translation>アニメーションを作成中: 残り {0} 秒</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Step by step: step {0}</source>
        <translation>段階ごと: ステップ {0}</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>段階ごと</translation>
    </message>
</context>
<context>
    <name>FurtherStop</name>
    <message>
        <source>Take {0} out of the way</source>
        <translation>{0} を経路から外す</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Collections and order</source>
        <translation>コレクションと並び順</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>スター付きだけ表示</translation>
    </message>
    <message>
        <source>The trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>元に戻す</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>ゴミ箱を空にする</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Search: silver hat, smile …</source>
        <translation>検索: 銀髪 帽子 笑顔…</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>ギャラリーを検索</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>検索をクリア</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>キャラクターの数: {0}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>スター付き</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>ゴミ箱</translation>
    </message>
    <message>
        <source>Nobody looks like that.</source>
        <translation>その姿のキャラクターはいません。</translation>
    </message>
    <message>
        <source>Nobody is in this collection yet.</source>
        <translation>このコレクションにはまだ誰もいません。</translation>
    </message>
    <message>
        <source>Nobody has a star yet.</source>
        <translation>スター付きはまだいません。</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>ゴミ箱は空です。</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>with a star</source>
        <translation>スター付き</translation>
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
        <translation>損失</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>The curves begin with the first report.</source>
        <translation>最初の報告から曲線が描かれます。</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the model …</source>
        <translation>モデルを開いています…</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>デザイン</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>ブレンド</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>家系</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>コレクションに入れる(&amp;L)</translation>
    </message>
    <message>
        <source>There is no model to paint with</source>
        <translation>描画に使うモデルがありません</translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation>言語は次回の起動時に切り替わります。</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>{0}, in use</source>
        <translation>{0}、使用中</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>{0} を使う</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Remove {0}</source>
        <translation>{0} を削除</translation>
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
        <translation>自分用</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>試作版</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>pictures learned from</source>
        <translation>枚の画像で学習</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>枚を学習中に見た</translation>
    </message>
    <message>
        <source>distance to real ones</source>
        <translation>実物との距離</translation>
    </message>
    <message>
        <source>attributes obeyed</source>
        <translation>指定の再現率</translation>
    </message>
    <message>
        <source>the worst of them</source>
        <translation>最も低いもの</translation>
    </message>
    <message>
        <source>What its makers say</source>
        <translation>作者による説明</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>特徴</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>モデルについて</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>バージョン {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>ラベル %n個</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · 試作版（学習は途中です）</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{0} was removed.</source>
        <translation>{0} を削除しました。</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>{0} をインストールしました。</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Import …</source>
        <translation>インポート…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>試しています…</translation>
    </message>
</context>
<context>
    <name>NoiseBar</name>
    <message>
        <source>Vary the noise a little</source>
        <translation>ノイズを少し変化させる</translation>
    </message>
    <message>
        <source>Edit the noise</source>
        <translation>ノイズを編集</translation>
    </message>
    <message>
        <source>Hold: keep parts of the noise as they are</source>
        <translation>固定: ノイズの一部をそのまま残す</translation>
    </message>
    <message>
        <source>Hold nothing</source>
        <translation>固定をすべて外す</translation>
    </message>
    <message>
        <source>Amount of variation</source>
        <translation>変化の量</translation>
    </message>
    <message>
        <source>Take A&apos;s</source>
        <translation>A のものを使う</translation>
    </message>
    <message>
        <source>Take B&apos;s</source>
        <translation>B のものを使う</translation>
    </message>
    <message>
        <source>Drag to paint; with Shift to smooth; with the right button to reset. The arrow keys go along and change, Space holds, Delete resets.</source>
        <translation>ドラッグで描く、Shift で滑らかに、右ボタンで元に戻す。矢印キーで移動と変更、スペースで固定、Delete で元に戻します。</translation>
    </message>
    <message>
        <source>The noise that this character grew from</source>
        <translation>このキャラクターのもとになったノイズ</translation>
    </message>
    <message>
        <source>Noise kept: the next characters differ in their options only</source>
        <translation>ノイズを保持中: 次のキャラクターは設定だけが変わります</translation>
    </message>
    <message>
        <source>Keep this noise for the next characters</source>
        <translation>このノイズを次のキャラクターにも使う</translation>
    </message>
    <message>
        <source>Vary by {0} %</source>
        <translation>変化 {0}%</translation>
    </message>
    <message>
        <source>Take their noise, except for what is held</source>
        <translation>固定した部分以外のノイズを使う</translation>
    </message>
    <message>
        <source>Set A and B under Blend first</source>
        <translation>先に「ブレンド」で A と B を設定してください</translation>
    </message>
</context>
<context>
    <name>NoiseBars</name>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Component {0} of {1}: {2}</source>
        <translation>成分 {0} / {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, held</source>
        <translation>{0}、固定</translation>
    </message>
</context>
<context>
    <name>OddsDialog</name>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>おまかせ時の出現率</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>学習画像</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>均等</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>出現率</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>自分用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>Generate draws what is not pinned by these odds. Rare options are rarer in the pictures that the model learned from, too, and may come out less well.</source>
        <translation>「生成」は、指定していないものをこの出現率で選びます。珍しい設定は学習画像にも少ないため、うまく出ないことがあります。</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Pictures …</source>
        <translation>画像…</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>フォルダー…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>リストから外す</translation>
    </message>
    <message>
        <source>Folders in folders too</source>
        <translation>中のフォルダーも</translation>
    </message>
    <message>
        <source>Choose a folder for the results</source>
        <translation>結果のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Results beside their pictures</source>
        <translation>結果は元の画像の隣へ</translation>
    </message>
    <message>
        <source>Pictures to enlarge</source>
        <translation>拡大する画像</translation>
    </message>
    <message>
        <source>Drop pictures or folders here.</source>
        <translation>画像やフォルダーをここへドロップ。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>画像のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>画像のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Results: {0}</source>
        <translation>結果: {0}</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>{0}, {1} × {2} px</source>
        <translation>{0}、{1} × {2} px</translation>
    </message>
    <message>
        <source>{0}, {1} × {2} px: the first picture of a film</source>
        <translation>{0}、{1} × {2} px: アニメーションの最初の一枚</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Stop the film</source>
        <translation>アニメーションを停止</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>アニメーションを再生</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>left</source>
        <translation>残り</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{1} のうち {0}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{0} % done</source>
        <translation>{0}% 完了</translation>
    </message>
</context>
<context>
    <name>PythonProbe</name>
    <message>
        <source>Training needs a Python with torch, and none was found. Install Python 3.11 or later from python.org, run {0} in it, then choose it here.</source>
        <translation>学習には torch の入った Python が必要ですが、見つかりませんでした。python.org から Python 3.11 以降をインストールし、その中で {0} を実行してから、ここで選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started: choose the executable of a Python.</source>
        <translation>{0} を起動できません。Python の実行ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or choose another Python.</source>
        <translation>{0} が時間内に応答しませんでした。もう一度試すか、別の Python を選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t train: it lacks {1}. Run {2} in it, or choose another.</source>
        <translation>{0} では学習できません。{1} がありません。その中で {2} を実行するか、別の Python を選んでください。</translation>
    </message>
    <message>
        <source>{0} has version {1} of the trainer, and the window is {2}: run {3}.</source>
        <translation>{0} の学習プログラムはバージョン {1}、このウィンドウは {2} です。{3} を実行してください。</translation>
    </message>
    <message>
        <source>{0} gave no answer that can be read: choose another Python.</source>
        <translation>{0} の応答を読み取れませんでした。別の Python を選んでください。</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Faces</source>
        <translation>顔</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Faces shown</source>
        <translation>表示する顔</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>未確認</translation>
    </message>
    <message>
        <source>Thrown out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>All</source>
        <translation>すべて</translation>
    </message>
    <message>
        <source>Least doubt</source>
        <translation>疑わしさの下限</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>最後の判断を取り消す</translation>
    </message>
    <message>
        <source>The rest in sight is good</source>
        <translation>見えている残りは良い</translation>
    </message>
    <message>
        <source>Arrow keys, then X or Space: throw out what is no face, or a bad one. Enter: the rest in sight is good. {0}: take back. A click does what X does.</source>
        <translation>矢印キーで選び、X またはスペースで、顔でないものや出来の悪い顔を除外します。Enter：見えている残りは良い。{0}：取り消す。クリックは X と同じです。</translation>
    </message>
    <message>
        <source>Doubt from {0} %</source>
        <translation>疑わしさ {0}% 以上</translation>
    </message>
    <message>
        <source>{0} to look at · {1} thrown out</source>
        <translation>未確認 {0} · 除外 {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>顔 %Ln 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the faces …</source>
        <translation>顔を読み込んでいます…</translation>
    </message>
    <message>
        <source>Everything has been looked at.</source>
        <translation>すべて確認しました。</translation>
    </message>
    <message>
        <source>There are no such faces.</source>
        <translation>そのような顔はありません。</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>doubt {0} %</source>
        <translation>疑わしさ {0}%</translation>
    </message>
    <message>
        <source>thrown out</source>
        <translation>除外</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>確認済み</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>未確認</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message numerus="yes">
        <source>Save %n picture(s)</source>
        <translation>
            <numerusform>%n枚の画像を保存</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>ファイルの種類</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>サイズ</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>ファイルに含める情報</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>名前を付けて保存…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>キャンセル</translation>
    </message>
    <message>
        <source>What the file will carry</source>
        <translation>ファイルに含まれる内容</translation>
    </message>
    <message>
        <source>Enlarged by {0} {1}, sharpness {2} %</source>
        <translation>{0} {1} で拡大、シャープさ {2}%</translation>
    </message>
    <message>
        <source>Enlarged with Lanczos: no upscaler is installed</source>
        <translation>Lanczos で拡大: アップスケーラーがありません</translation>
    </message>
    <message>
        <source>As the model paints it</source>
        <translation>モデルが描いたままの大きさ</translation>
    </message>
    <message>
        <source>Whoever has the file can make this very character again, and change it.</source>
        <translation>このファイルがあれば、誰でもまったく同じキャラクターを作り直したり、変えたりできます。</translation>
    </message>
    <message>
        <source>The file says what it shows, how it came to be and who may use it.</source>
        <translation>何が描かれているか、どう作られたか、誰が使えるかが記録されます。</translation>
    </message>
    <message>
        <source>The file holds pixels and nothing else.</source>
        <translation>画像だけで、ほかの情報は含まれません。</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>説明</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>作成ソフト</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>権利</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>拡大</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>なし。</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) saved in {0}</source>
        <translation>
            <numerusform>%n枚の画像を {0} に保存しました</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingStatus</name>
    <message>
        <source>Stop saving</source>
        <translation>保存を中止</translation>
    </message>
    <message>
        <source>Saving: {0} of {1}</source>
        <translation>保存中: {0} / {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · 残り {1}</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>Random</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>{0}: random, {1} was drawn</source>
        <translation>{0}: おまかせ（{1} になりました）</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Character sheet</source>
        <translation>キャラクターシート</translation>
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
        <translation>画像のサイズ</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>レシピ</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>クレジット</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>ファイルに含める情報</translation>
    </message>
    <message>
        <source>Save the sheet …</source>
        <translation>シートを保存…</translation>
    </message>
    <message>
        <source>Save an atlas …</source>
        <translation>アトラスを保存…</translation>
    </message>
    <message>
        <source>For games made with Ren&apos;Py, Godot and others</source>
        <translation>Ren&apos;Py や Godot などのゲーム用</translation>
    </message>
    <message>
        <source>None: a single row</source>
        <translation>なし（1行だけ）</translation>
    </message>
    <message>
        <source>The noise stays; what you choose here changes.</source>
        <translation>ノイズは保ち、選んだものだけを変えます。</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>{0} × {1} pictures</source>
        <translation>{0} × {1} 枚</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} / {1} 枚</translation>
    </message>
    <message>
        <source>Choose a folder for the atlas, such as that of your game</source>
        <translation>アトラスの保存先フォルダーを選択（ゲームのフォルダーなど）</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>{0} として保存しました</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>The first samples come after some hundred steps.</source>
        <translation>最初のサンプルは数百ステップ後に出ます。</translation>
    </message>
    <message>
        <source>Samples: number {0} is filmed</source>
        <translation>サンプル: {0} 番を撮影中</translation>
    </message>
    <message>
        <source>Click a picture to see how it came about, below</source>
        <translation>絵をクリックすると、どう育ったかが下に出ます</translation>
    </message>
</context>
<context>
    <name>ShelfMenu</name>
    <message>
        <source>Everyone</source>
        <translation>全員</translation>
    </message>
    <message>
        <source>New collection …</source>
        <translation>新しいコレクション…</translation>
    </message>
    <message>
        <source>Rename {0} …</source>
        <translation>{0} の名前を変更…</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>{0} を削除</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>新しい順</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>古い順</translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation>スター付きを先に</translation>
    </message>
    <message>
        <source>By hair colour</source>
        <translation>髪の色順</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>番号順</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>キーボードショートカット</translation>
    </message>
    <message>
        <source>Search: undo, noise …</source>
        <translation>検索: 元に戻す、ノイズ…</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>ショートカットを検索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>閉じる</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>矢印キー</translation>
    </message>
    <message>
        <source>Go along the noise, change it</source>
        <translation>ノイズ上を移動・変更</translation>
    </message>
    <message>
        <source>Hold a part of it</source>
        <translation>一部を固定</translation>
    </message>
    <message>
        <source>Space, or drag with the pin</source>
        <translation>スペース、またはピンでドラッグ</translation>
    </message>
    <message>
        <source>Reset a part of it</source>
        <translation>一部を元に戻す</translation>
    </message>
    <message>
        <source>Delete, or the right button</source>
        <translation>Delete、または右ボタン</translation>
    </message>
    <message>
        <source>Smooth it</source>
        <translation>滑らかにする</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>Shift とドラッグ</translation>
    </message>
    <message>
        <source>Change a strength</source>
        <translation>強さを変える</translation>
    </message>
    <message>
        <source>Back to the middle</source>
        <translation>中央に戻す</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>ダブルクリック</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>キャラクターを選ぶ</translation>
    </message>
    <message>
        <source>Mark several</source>
        <translation>複数を選択</translation>
    </message>
    <message>
        <source>Shift or Ctrl and a click</source>
        <translation>Shift または Ctrl とクリック</translation>
    </message>
    <message>
        <source>Mark everybody</source>
        <translation>全員を選択</translation>
    </message>
    <message>
        <source>Take away into another program</source>
        <translation>ほかのプログラムに持ち出す</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>ドラッグ</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>仕切りやレンズを動かす</translation>
    </message>
    <message>
        <source>Look at another part</source>
        <translation>別の部分を見る</translation>
    </message>
    <message>
        <source>Shift and arrow keys, or drag</source>
        <translation>Shift と矢印キー、またはドラッグ</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>画像をリストから外す</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>ノイズ</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>強さ</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>ギャラリー</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>拡大</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Keep in the gallery</source>
        <translation>ギャラリーに残す</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>スター</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>画像をコピー</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>{0} (hard to see: {1})</source>
        <translation>{0}（見えにくい: {1}）</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>スターを外す</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>スターを付ける</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the model …</source>
        <translation>モデルを開いています…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>モデルなし</translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · 試作版（学習は途中です）</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>1枚 {0} ミリ秒</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>ステップ {0}／{1}：{2}</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Turn the way round</source>
        <translation>向きを逆にする</translation>
    </message>
    <message>
        <source>Go on to who is on the stage</source>
        <translation>ステージのキャラクターへ続ける</translation>
    </message>
    <message>
        <source>Come back to A: a loop</source>
        <translation>A に戻る（ループ）</translation>
    </message>
    <message>
        <source>Choose one in the gallery.</source>
        <translation>ギャラリーから選んでください。</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>Strength: {0}</source>
        <translation>強さ: {0}</translation>
    </message>
    <message>
        <source>Leave {0} to chance</source>
        <translation>{0} をおまかせにする</translation>
    </message>
    <message>
        <source>From −1 (off) to 1 (on); type more for more</source>
        <translation>−1（なし）から 1（あり）まで。数値入力でさらに強くできます</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Bring somebody in</source>
        <translation>キャラクターを取り込む</translation>
    </message>
    <message>
        <source>Choose somebody else</source>
        <translation>別のキャラクターを選ぶ</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>ブレンド</translation>
    </message>
    <message>
        <source>{0} The CPU paints instead.</source>
        <translation>{0} 代わりに CPU で描きます。</translation>
    </message>
    <message>
        <source>{0} gave no picture. The CPU painted it again and goes on from here.</source>
        <translation>{0} では画像が出ませんでした。CPU で描き直し、このまま CPU を使います。</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>生成</translation>
    </message>
    <message>
        <source>Everything is fixed, so one character was made.</source>
        <translation>すべて固定されているため、1人だけ作りました。</translation>
    </message>
    <message numerus="yes">
        <source>So much is fixed that only %n character(s) came of it.</source>
        <translation>
            <numerusform>固定が多いため、%n人しか作れませんでした。</numerusform>
        </translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({0}). Try again.</source>
        <translation>予期しない問題が起きました（{0}）。もう一度お試しください。</translation>
    </message>
</context>
<context>
    <name>SwatchGrid</name>
    <message>
        <source>Options</source>
        <translation>選択肢</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Give a star</source>
        <translation>スターを付ける</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>スターを外す</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>ゴミ箱に移す</translation>
    </message>
    <message>
        <source>In the trash: {0}. Undo brings them back.</source>
        <translation>ゴミ箱に移しました: {0}。「元に戻す」で戻せます。</translation>
    </message>
    <message>
        <source>Characters with a star are protected: take the star away first.</source>
        <translation>スター付きのキャラクターは保護されています。先にスターを外してください。</translation>
    </message>
</context>
<context>
    <name>TrainFolder</name>
    <message>
        <source>Choose the folder …</source>
        <translation>フォルダーを選ぶ…</translation>
    </message>
    <message>
        <source>Attributes are read by</source>
        <translation>特徴を読み取るもの</translation>
    </message>
    <message>
        <source>Choose a tagger …</source>
        <translation>タガーを選ぶ…</translation>
    </message>
    <message>
        <source>Faces are found by</source>
        <translation>顔を見つけるもの</translation>
    </message>
    <message>
        <source>Choose the file …</source>
        <translation>ファイルを選ぶ…</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>まだフォルダーが選ばれていません。</translation>
    </message>
    <message>
        <source>The program&apos;s own tagger, which has learned from drawn portraits.</source>
        <translation>描かれた肖像から学んだ、このプログラム自身のタガー。</translation>
    </message>
    <message>
        <source>{0}, which the trainer fetches once from github.com unless you choose the file.</source>
        <translation>{0}。ファイルを選ばなければ、学習プログラムが github.com から一度だけ取得します。</translation>
    </message>
    <message>
        <source>Pictures: faces are cut out of them and their attributes read, then you look them over. Use only pictures that you may use.</source>
        <translation>画像：顔を切り出し、特徴を読み取ったあと、あなたが確認します。使ってよい画像だけを使ってください。</translation>
    </message>
    <message>
        <source>Faces that were cut out: their attributes are read, then you look.</source>
        <translation>切り出された顔：特徴を読み取ったあと、あなたが確認します。</translation>
    </message>
    <message>
        <source>Portraits with labels, ready to learn from.</source>
        <translation>ラベル付きの肖像。そのまま学習できます。</translation>
    </message>
    <message>
        <source>Choose a folder of pictures or portraits</source>
        <translation>画像または肖像のフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the folder of a tagger</source>
        <translation>タガーのフォルダーを選ぶ</translation>
    </message>
    <message>
        <source>Choose the file {0}</source>
        <translation>ファイル {0} を選ぶ</translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message>
        <source>Train on</source>
        <translation>学習の条件</translation>
    </message>
    <message>
        <source>Teach a new model from portraits.</source>
        <translation>肖像画から新しいモデルを育てます。</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message numerus="yes">
        <source>%Ln portrait(s)</source>
        <translation>
            <numerusform>肖像画 %Ln枚</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>保存先: {0}</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>学習を始める</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>一時停止</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>残りで続ける</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>保存中…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>続ける</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Install this model</source>
        <translation>このモデルをインストール</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>モデルを作成中…</translation>
    </message>
    <message>
        <source>Pick up a run …</source>
        <translation>学習を再開…</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>新しい学習</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>ここで終える</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>すぐに停止</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>学習のフォルダーを選択</translation>
    </message>
</context>
<context>
    <name>TrainPython</name>
    <message>
        <source>Copy the command</source>
        <translation>コマンドをコピー</translation>
    </message>
    <message>
        <source>Choose a Python …</source>
        <translation>Python を選択…</translation>
    </message>
    <message>
        <source>Trains with</source>
        <translation>学習に使う Python</translation>
    </message>
    <message>
        <source>Looking for a Python that can train …</source>
        <translation>学習できる Python を探しています…</translation>
    </message>
    <message>
        <source>torch {0} on {1}</source>
        <translation>torch {0}（{1}）</translation>
    </message>
    <message>
        <source>Choose the program of a Python</source>
        <translation>Python のプログラムを選択</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Portraits</source>
        <translation>肖像画</translation>
    </message>
    <message>
        <source>Drawn for you</source>
        <translation>自動で描く</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>フォルダー</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>モデル</translation>
    </message>
    <message>
        <source>Keep runs elsewhere …</source>
        <translation>保存先を変更…</translation>
    </message>
    <message>
        <source>Film my starred characters</source>
        <translation>スター付きキャラを撮る</translation>
    </message>
    <message>
        <source>They are painted again and again while the model learns; 8 at most</source>
        <translation>モデルの学習中に何度も描かれます。最大 8 人</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>枚数</translation>
    </message>
    <message>
        <source>How many portraits</source>
        <translation>肖像画の枚数</translation>
    </message>
    <message>
        <source>Portraits to learn from</source>
        <translation>学習に使う肖像画</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>保存先</translation>
    </message>
    <message>
        <source>Choose a folder for runs</source>
        <translation>学習の保存先フォルダーを選択</translation>
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
        <translation>残り</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>枚／秒</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>見た画像</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲線</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>見た目</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>特徴</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>サンプル</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>損失</translation>
    </message>
    <message>
        <source>Same noise, step by step</source>
        <translation>同じノイズ、段階ごと</translation>
    </message>
    <message>
        <source>Portrait {0} of {1}</source>
        <translation>肖像画 {0} / {1}</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>ステップ {0} / {1}</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>生成器</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>識別器</translation>
    </message>
    <message>
        <source>Samples at step {0}</source>
        <translation>ステップ {0} のサンプル</translation>
    </message>
</context>
<context>
    <name>TrainerProcess</name>
    <message>
        <source>The trainer ended suddenly. If the computer ran out of memory, close other programs or choose a smaller model, and go on.</source>
        <translation>学習プログラムが突然終了しました。メモリー不足の場合は、ほかのプログラムを閉じるか小さいモデルを選んで続けてください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started ({1}). Choose another Python.</source>
        <translation>{0} を起動できません（{1}）。別の Python を選んでください。</translation>
    </message>
    <message>
        <source>The trainer ended with code {0} and gave no reason.</source>
        <translation>学習プログラムがコード {0} で終了しました。理由は不明です。</translation>
    </message>
    <message>
        <source>The trainer ended with an error: {0}</source>
        <translation>学習プログラムがエラーで終了しました: {0}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>The trainer ended without a word on how far it came. Is it of the same version as the window?</source>
        <translation>学習プログラムが進み具合を伝えずに終了しました。ウィンドウと同じバージョンですか？</translation>
    </message>
    <message>
        <source>{0} is in use by another window, or can&apos;t be written to. Go on there, or close it first.</source>
        <translation>{0} は別のウィンドウで使われているか、書き込めません。そちらで続けるか、先に閉じてください。</translation>
    </message>
</context>
<context>
    <name>TruncationRow</name>
    <message>
        <source>Variety</source>
        <translation>多様さ</translation>
    </message>
    <message>
        <source>From 0 (the average face) to 2; 1 is as the model was trained</source>
        <translation>0 (平均の顔) から 2 まで。1 は学習したとおり</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own variety</source>
        <translation>モデル本来の多様さに戻す</translation>
    </message>
    <message>
        <source>Below 1 faces are more alike and cleaner, above 1 bolder (truncation)</source>
        <translation>1 より小さいと似た整った顔に、大きいと大胆な顔になります (truncation)</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ほか %n人</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Install</name>
    <message>
        <source>My model</source>
        <translation>自分のモデル</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>モデルの名前</translation>
    </message>
    <message>
        <source>Its folder will be called {0}.</source>
        <translation>フォルダー名は {0} になります。</translation>
    </message>
</context>
<context>
    <name>_Message</name>
    <message>
        <source>Try again</source>
        <translation>もう一度試す</translation>
    </message>
    <message>
        <source>Choose a model folder …</source>
        <translation>モデルのフォルダーを選択…</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The sheet</source>
        <translation>シート</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>How often: {0}</source>
        <translation>頻度: {0}</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Model {0} {1}: {2}</source>
        <translation>モデル {0} {1}: {2}</translation>
    </message>
    <message>
        <source>Design anime characters on your own machine. Nothing leaves it.</source>
        <translation>アニメのキャラクターを自分のパソコンでデザイン。データが外に出ることはありません。</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>ライセンス</translation>
    </message>
    <message>
        <source>About GirlsMoe Desktop</source>
        <translation>GirlsMoe Desktop について</translation>
    </message>
</context>
<context>
    <name>eyes</name>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>茶</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>黄</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>水色</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Characters (*.png *.jpg *.jpeg *.webp *.json)</source>
        <translation>キャラクター (*.png *.jpg *.jpeg *.webp *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>すべてのファイル (*)</translation>
    </message>
    <message>
        <source>Open a character</source>
        <translation>キャラクターを開く</translation>
    </message>
    <message>
        <source>Models: a zip, or model.json in its folder</source>
        <translation>モデル: zip、またはフォルダー内の model.json</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>モデルをインポート</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>画像を選ぶ</translation>
    </message>
    <message>
        <source>Python packages (*.whl)</source>
        <translation>Python パッケージ (*.whl)</translation>
    </message>
    <message>
        <source>Add a package</source>
        <translation>パッケージを追加</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>モデルのフォルダーを選択</translation>
    </message>
    <message>
        <source>{0} pictures (*.{1})</source>
        <translation>{0} 画像 (*.{1})</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>画像を保存</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>アニメーションを保存</translation>
    </message>
    <message>
        <source>Options of make.girls.moe (*.json)</source>
        <translation>make.girls.moe のオプション (*.json)</translation>
    </message>
    <message>
        <source>Noise picture of make.girls.moe (*.png)</source>
        <translation>make.girls.moe のノイズ画像 (*.png)</translation>
    </message>
    <message>
        <source>Export for make.girls.moe</source>
        <translation>make.girls.moe 形式で書き出す</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>ゴミ箱を空にする</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n character(s) for ever?</source>
        <translation>
            <numerusform>%n人のキャラクターを完全に削除しますか？</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation>この操作は元に戻せません。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>削除</translation>
    </message>
</context>
<context>
    <name>hair</name>
    <message>
        <source>Blonde</source>
        <translation>金</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>茶</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>黒</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>青</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>ピンク</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>紫</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>緑</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>赤</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>銀</translation>
    </message>
    <message>
        <source>White</source>
        <translation>白</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>オレンジ</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>水色</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>グレー</translation>
    </message>
</context>
<context>
    <name>obedience</name>
    <message>
        <source>{0} % of pictures show it</source>
        <translation>{0}% の画像に現れます</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>このモデルはここが苦手です。</translation>
    </message>
    <message numerus="yes">
        <source>{0} % of pictures show it, learned from %Ln image(s)</source>
        <translation>
            <numerusform>{0}% の画像に現れます（学習画像 %Ln 枚）</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Replace the model</source>
        <translation>モデルの置き換え</translation>
    </message>
    <message>
        <source>Another model {0} is installed. Replace it?</source>
        <translation>別のモデル {0} がインストールされています。置き換えますか？</translation>
    </message>
    <message>
        <source>Characters of the other one stay in the gallery, but can&apos;t be changed or painted again.</source>
        <translation>そのモデルのキャラクターはギャラリーに残りますが、変更や描き直しはできなくなります。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>置き換える</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>モデルの削除</translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation>{0} をこのパソコンから削除しますか？</translation>
    </message>
    <message>
        <source>Its characters stay in the gallery. To paint with it again you need its file.</source>
        <translation>そのキャラクターはギャラリーに残ります。再び描くにはモデルのファイルが必要です。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>削除</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>コレクションの名前を変更</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>新しいコレクション</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>コレクションの名前</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Just made</source>
        <translation>作ったばかり</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今日</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>昨日</translation>
    </message>
    <message>
        <source>Last 7 days</source>
        <translation>過去 7 日間</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>それ以前</translation>
    </message>
    <message>
        <source>With a star</source>
        <translation>スター付き</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>その他</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The seed {0} is out of range: give a whole number from 0 to {1}.</source>
        <translation>シード {0} は範囲外です。0 から {1} までの整数を指定してください。</translation>
    </message>
    <message>
        <source>{0} frames of {1}x{2} px are too much for one file: choose fewer frames or a smaller size.</source>
        <translation>{1}x{2} px のフレーム {0} 枚は1つのファイルには多すぎます。枚数を減らすか、小さいサイズを選んでください。</translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose a new folder.</source>
        <translation>{0} はすでにあり、空ではありません。新しいフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>Writing MP4 takes the program ffmpeg, which is not installed: install it, or choose WebP, which every browser plays.</source>
        <translation>MP4 の書き出しに必要な ffmpeg がインストールされていません。インストールするか、どのブラウザーでも再生できる WebP を選んでください。</translation>
    </message>
    <message>
        <source>ffmpeg could not write the film ({0}): choose another kind of file.</source>
        <translation>ffmpeg でアニメーションを書き出せませんでした（{0}）。別の種類のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder that you may write to and that has room.</source>
        <translation>{0} に書き込めません（{1}）。書き込み可能で空きのあるフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>An atlas of {0}x{1} px is too large for graphics cards: choose a smaller size.</source>
        <translation>{0}x{1} px のアトラスはグラフィックカードには大きすぎます。小さいサイズを選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be {1!r}: choose one of {2} (or random).</source>
        <translation>{0} を {1!r} にはできません。{2}（または random）から選んでください。</translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of a file in it.</source>
        <translation>{0} はフォルダーです。その中のファイル名を指定してください。</translation>
    </message>
    <message>
        <source>{0} exists already: choose another name, or allow it to be replaced (--overwrite).</source>
        <translation>{0} はすでにあります。別の名前にするか、置き換えを許可してください (--overwrite)。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used ({1}): choose another name.</source>
        <translation>{0} は使えません（{1}）。別の名前にしてください。</translation>
    </message>
    <message>
        <source>A film can&apos;t have {0} frames: give a number from 2 to {1}.</source>
        <translation>アニメーションを {0} フレームにはできません。2 から {1} までの数を指定してください。</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; this model has others.</source>
        <translation>make.girls.moe が扱えるのは論文の34属性だけです。このモデルの属性は異なります。</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; {0} has others.</source>
        <translation>make.girls.moe が扱えるのは論文の34属性だけです。{0} の属性は異なります。</translation>
    </message>
    <message>
        <source>This is no options file of make.girls.moe ({0}): export it there once more.</source>
        <translation>make.girls.moe のオプションファイルではありません（{0}）。もう一度そちらで書き出してください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read as a noise picture ({1}).</source>
        <translation>{0} をノイズ画像として読み取れません（{1}）。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, a noise picture for this model is {3}x{4}: choose another.</source>
        <translation>{0} は {1}x{2} px です。このモデルのノイズ画像は {3}x{4} です。別のものを選んでください。</translation>
    </message>
    <message>
        <source>There is no attribute {0!r}: this model has {1}.</source>
        <translation>{0!r} という属性はありません。このモデルにあるのは {1} です。</translation>
    </message>
    <message>
        <source>The model description {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>モデルの情報 {0} を読み取れません（{1}）。モデルを入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>The model description {0} is damaged: {1}. Install the model again, or choose another with --model.</source>
        <translation>モデルの情報 {0} が壊れています: {1}。モデルを入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>{0} has no ending that says which kind of picture it is: give it one of {1}.</source>
        <translation>{0} には画像の種類を示す拡張子がありません。{1} のいずれかを付けてください。</translation>
    </message>
    <message>
        <source>{0} carries no recipe: choose a picture that this program saved with its recipe and that no other program has re-saved since.</source>
        <translation>{0} にはレシピがありません。このプログラムでレシピ付きで保存し、ほかのプログラムで保存し直していない画像を選んでください。</translation>
    </message>
    <message>
        <source>The recipe in {0} is longer than {1} bytes: it is damaged.</source>
        <translation>{0} のレシピが {1} バイトを超えています。壊れています。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} on a side: it is not one of this program&apos;s pictures.</source>
        <translation>{0} は {1}x{2} px で、1辺が {3} を超えています。このプログラムの画像ではありません。</translation>
    </message>
    <message>
        <source>There is no file {0}: check the name.</source>
        <translation>{0} というファイルはありません。名前を確認してください。</translation>
    </message>
    <message>
        <source>{0} is a folder: choose a picture in it.</source>
        <translation>{0} はフォルダーです。その中の画像を選んでください。</translation>
    </message>
    <message>
        <source>{0} is not a PNG picture, nor another that this program saves: choose one that it saved.</source>
        <translation>{0} は PNG など、このプログラムが保存する画像ではありません。保存した画像を選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): choose another file.</source>
        <translation>{0} を読み取れません（{1}）。別のファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: choose a PNG, JPEG, WebP, BMP, GIF or TIFF.</source>
        <translation>{0} は読み取れる画像ではありません。PNG、JPEG、WebP、BMP、GIF、TIFF のいずれかを選んでください。</translation>
    </message>
    <message>
        <source>{0} is too large for this computer&apos;s memory.</source>
        <translation>{0} は大きすぎて、このコンピューターのメモリーに収まりません。</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} million pixels: choose a smaller one.</source>
        <translation>{0} は {1}x{2} px で、{3} 百万画素を超えています。もっと小さいものを選んでください。</translation>
    </message>
    <message>
        <source>The picture&apos;s note of how it was enlarged is damaged or of a newer version ({0}): choose another picture.</source>
        <translation>画像に記された拡大の情報が壊れているか、新しい版のものです ({0})。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>The truncation can&apos;t be {0}: give a number from 0 (the average face) over 1 (as trained) to {1:.0f}.</source>
        <translation>truncation を {0} にはできません。0 (平均の顔) から 1 (学習どおり) を経て {1:.0f} までの数を指定してください。</translation>
    </message>
    <message>
        <source>The model {0} has no label {1}.</source>
        <translation>モデル {0} にラベル {1} はありません。</translation>
    </message>
    <message>
        <source>These characters belong to different models ({0}, {1}): choose two of one model.</source>
        <translation>これらのキャラクターはモデルが異なります（{0}、{1}）。同じモデルの2人を選んでください。</translation>
    </message>
    <message>
        <source>These characters both name the model {0}, but their noise or labels differ in kind, so one of them is damaged: choose another.</source>
        <translation>どちらのキャラクターもモデル {0} のものですが、ノイズかラベルの種類が違うため、片方が壊れています。別のものを選んでください。</translation>
    </message>
    <message>
        <source>The recipe&apos;s labels are not those of the model {0} (differing: {1}): choose the model that it was made with, {2}.</source>
        <translation>レシピのラベルがモデル {0} と一致しません（違い: {1}）。作成時のモデル {2} を選んでください。</translation>
    </message>
    <message>
        <source>The recipe is damaged or of a newer version ({0}): generate the picture again, or use a newer GirlsMoe Desktop.</source>
        <translation>レシピが壊れているか、新しいバージョンのものです（{0}）。画像を作り直すか、新しい GirlsMoe Desktop を使ってください。</translation>
    </message>
    <message>
        <source>The strength of {0} can&apos;t be {1}: give a number from {2:.0f} to {3:.0f}; 0 is off and 1 is on.</source>
        <translation>{0} の強さを {1} にはできません。{2:.0f} から {3:.0f} までの数を指定してください。0 はなし、1 はありです。</translation>
    </message>
    <message>
        <source>The code is of a model, or a version of one, that is not installed here: install it, or ask for the picture.</source>
        <translation>このコードのモデル（またはそのバージョン）はここにインストールされていません。インストールするか、画像をもらってください。</translation>
    </message>
    <message>
        <source>This character&apos;s noise was blended or painted, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>このキャラクターのノイズはブレンドや編集されたもので、短いコードにできません。レシピ付きで画像を保存するか、レシピをコピーしてください。</translation>
    </message>
    <message>
        <source>This character is a mixture, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>このキャラクターは混合なので、短いコードにできません。レシピ付きで画像を保存するか、レシピをコピーしてください。</translation>
    </message>
    <message>
        <source>This character&apos;s truncation has more digits than a short code holds: save the picture with its recipe, or copy the recipe.</source>
        <translation>このキャラクターの truncation は桁が多く、短いコードに収まりません。レシピ付きで画像を保存するか、レシピをコピーしてください。</translation>
    </message>
    <message>
        <source>The code is of another version of the model: ask for the recipe instead.</source>
        <translation>このコードはモデルの別バージョンのものです。代わりにレシピをもらってください。</translation>
    </message>
    <message>
        <source>The code names a seed that can&apos;t be: copy it again.</source>
        <translation>コードのシードがありえない値です。もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>This is no share code: one begins with {0}-.</source>
        <translation>共有コードではありません。共有コードは {0}- で始まります。</translation>
    </message>
    <message>
        <source>The share code is not complete or has strange letters: copy it again.</source>
        <translation>共有コードが不完全か、使えない文字があります。もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>The share code was mistyped (its check sum is wrong): copy it again.</source>
        <translation>共有コードに入力ミスがあります（検査値が違います）。もう一度コピーしてください。</translation>
    </message>
    <message>
        <source>Rows and columns can&apos;t both go through {0}: choose something else for one of them.</source>
        <translation>行と列の両方で {0} を変えることはできません。どちらかを別のものにしてください。</translation>
    </message>
    <message>
        <source>A sheet of {0} x {1} pictures is too large: choose something with fewer options.</source>
        <translation>{0} x {1} 枚のシートは大きすぎます。選択肢の少ないものを選んでください。</translation>
    </message>
    <message>
        <source>A sheet of {0}x{1} px is too large for one picture: choose a smaller size.</source>
        <translation>{0}x{1} px のシートは1枚の画像には大きすぎます。小さいサイズを選んでください。</translation>
    </message>
    <message>
        <source>A sheet can&apos;t go through {0!r}: choose one of {1}.</source>
        <translation>シートで {0!r} を変えることはできません。{1} から選んでください。</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} can&apos;t be read ({1}): give the folder of a tagger, which holds model.json and tagger.onnx.</source>
        <translation>タガーの情報 {0} を読み取れません（{1}）。model.json と tagger.onnx のあるタガーのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} is damaged: {1}. Export the tagger again.</source>
        <translation>タガーの情報 {0} が壊れています: {1}。タガーを書き出し直してください。</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} can&apos;t be read ({1}): give the folder of an upscaler, which holds model.json, soft.onnx and sharp.onnx.</source>
        <translation>アップスケーラーの説明 {0} を読めません ({1})。model.json、soft.onnx、sharp.onnx が入ったアップスケーラーのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} is damaged: {1}. Install the upscaler again.</source>
        <translation>アップスケーラーの説明 {0} が壊れています: {1}。アップスケーラーを入れ直してください。</translation>
    </message>
    <message>
        <source>The package does not work here ({0}), so nothing was changed: see what its version needs, such as a driver, CUDA and cuDNN, or choose another version.</source>
        <translation>このパッケージはここでは動作しないため ({0})、何も変更しませんでした。そのバージョンに必要なもの (ドライバー、CUDA、cuDNN など) を確かめるか、別のバージョンを選んでください。</translation>
    </message>
    <message>
        <source>{0} is no wheel: choose a .whl file as PyPI offers it for onnxruntime.</source>
        <translation>{0} は wheel ではありません。PyPI で onnxruntime 用に配布されている .whl ファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} is for another Python or another system: this program needs one for {1} on {2} {3}.</source>
        <translation>{0} は別の Python または別のシステム用です。このプログラムには {2} {3} の {1} 用のものが必要です。</translation>
    </message>
    <message>
        <source>The package can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>パッケージを {0} に書き込めません ({1})。空き容量を作るか、このプログラムに書き込みを許可してください。</translation>
    </message>
    <message>
        <source>None of these wheels brings onnxruntime: choose that of onnxruntime-gpu, onnxruntime-directml or another of its packages.</source>
        <translation>これらの wheel には onnxruntime が入っていません。onnxruntime-gpu、onnxruntime-directml など、そのパッケージのものを選んでください。</translation>
    </message>
    <message>
        <source>{0} is damaged or no wheel ({1}): get it again.</source>
        <translation>{0} は壊れているか、wheel ではありません ({1})。もう一度入手してください。</translation>
    </message>
    <message>
        <source>There is no picture in {0}: give pictures, or a folder that holds some; folders within it count only on demand (--recursive).</source>
        <translation>{0} に画像がありません。画像か、画像の入ったフォルダーを指定してください。その中のフォルダーは、指定したとき（--recursive）だけ対象になります。</translation>
    </message>
    <message>
        <source>{0} holds more than {1} pictures: give smaller folders.</source>
        <translation>{0} には {1} 枚を超える画像があります。もっと小さいフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>The weights of {0} have the tensors {1}, its manifest says {2} after a free batch size: install the model again.</source>
        <translation>{0} の重みのテンソルは {1} ですが、マニフェストでは（任意のバッチサイズの後に）{2} です。モデルを入れ直してください。</translation>
    </message>
    <message>
        <source>The model {0} gave values that are not numbers on {1}: install it again, or choose another with --model.</source>
        <translation>モデル {0} は {1} で数でない値を出しました。入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>The recipe was made for other weights of {0} than those of {1} {2}: choose or install the model it was made with.</source>
        <translation>このレシピは {1} {2} とは別の {0} の重みで作られました。作成時のモデルを選ぶか、インストールしてください。</translation>
    </message>
    <message>
        <source>The recipe has {0} noise values, the model {1} takes {2}: the recipe is damaged; choose another picture.</source>
        <translation>レシピのノイズは {0} 個、モデル {1} に必要なのは {2} 個です。レシピが壊れています。別の画像を選んでください。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime でモデル {0} を実行できません（{1}）。入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>Install the program again, or put a model&apos;s folder there and start again.</source>
        <translation>プログラムを再インストールするか、そこにモデルのフォルダーを置いて起動し直してください。</translation>
    </message>
    <message>
        <source>There is no model {0!r}: installed are {1}. Choose one of them, or give a model&apos;s folder.</source>
        <translation>モデル {0!r} はありません。インストール済みは {1} です。そこから選ぶか、モデルのフォルダーを指定してください。</translation>
    </message>
    <message>
        <source>No model is installed (searched: {0}). {1}</source>
        <translation>モデルがインストールされていません（検索先: {0}）。{1}</translation>
    </message>
    <message>
        <source>There is no model {0!r}, nor any other. {1}</source>
        <translation>モデル {0!r} も、ほかのモデルもありません。{1}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): check that it is there.</source>
        <translation>{0} を読み取れません（{1}）。そこにあるか確認してください。</translation>
    </message>
    <message>
        <source>{0} is no model that can be imported ({1}): choose a folder or a zip with {2} and {3}.</source>
        <translation>{0} はインポートできるモデルではありません（{1}）。{2} と {3} を含むフォルダーか zip を選んでください。</translation>
    </message>
    <message>
        <source>There is already another model {0!r}: replace it on purpose (--replace), or leave it.</source>
        <translation>{0!r} という別のモデルがすでにあります。意図して置き換えるか (--replace)、そのままにしてください。</translation>
    </message>
    <message>
        <source>The model {0} lies in {1}, not among your own: it can&apos;t be removed from here.</source>
        <translation>モデル {0} は {1} にあり、自分用のモデルではないため、ここからは削除できません。</translation>
    </message>
    <message>
        <source>The model {0} paints an empty picture, so it was not installed: get it again from where it came from.</source>
        <translation>モデル {0} は空の画像を描くため、インストールしませんでした。入手元からもう一度入手してください。</translation>
    </message>
    <message>
        <source>The model can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>モデルを {0} に書き込めません（{1}）。空きを作るか、このプログラムに書き込みを許可してください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used. {1}</source>
        <translation>{0} は使えません。{1}</translation>
    </message>
    <message>
        <source>{0} holds no pictures and no prepared portraits. Choose a folder of pictures, one that girlsmoe-train has made, or have portraits drawn for you.</source>
        <translation>{0} には画像も用意された肖像もありません。画像のフォルダー、または girlsmoe-train が作ったフォルダーを選ぶか、肖像を描かせてください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be removed ({1}): close what uses it.</source>
        <translation>{0} を削除できません（{1}）。それを使っているものを閉じてください。</translation>
    </message>
    <message>
        <source>The model in {0} is damaged: {1}. Get it again from where it came from.</source>
        <translation>{0} のモデルが壊れています: {1}。入手元からもう一度入手してください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: its two files are not the same network with different weights. Install it again.</source>
        <translation>{0} は使えません。二つのファイルが、重みだけの違う同じネットワークではありません。入れ直してください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: a file of it is larger than {1} MiB. Choose another.</source>
        <translation>{0} は使えません。ファイルが {1} MiB を超えています。別のものを選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used as an ONNX model: {1}. Get the model again from where it came from, or choose another.</source>
        <translation>{0} は ONNX モデルとして使えません: {1}。入手元からもう一度入手するか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>The package {0} is not installed.</source>
        <translation>パッケージ {0} がありません。</translation>
    </message>
    <message>
        <source>an NVIDIA card, its driver, and CUDA and cuDNN as onnxruntime-gpu wants them</source>
        <translation>NVIDIA のカードとドライバー、onnxruntime-gpu に合う CUDA と cuDNN</translation>
    </message>
    <message>
        <source>a graphics card with DirectX 12 and its driver</source>
        <translation>DirectX 12 対応のグラフィックカードとドライバー</translation>
    </message>
    <message>
        <source>macOS 10.15 or later</source>
        <translation>macOS 10.15 以降</translation>
    </message>
    <message>
        <source>a graphics card with Vulkan, Metal or DirectX 12, and its driver</source>
        <translation>Vulkan、Metal、DirectX 12 のいずれかに対応したグラフィックカードとドライバー</translation>
    </message>
    <message>
        <source>There is no device {0!r}: choose one of {1}.</source>
        <translation>装置 {0!r} はありません。{1} から選んでください。</translation>
    </message>
    <message>
        <source>{0} did not start: it needs {1}.</source>
        <translation>{0} を開始できませんでした。必要なもの: {1}。</translation>
    </message>
    <message>
        <source>It is not for this system.</source>
        <translation>別のシステム用です。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the tagger {0} ({1}): install it again.</source>
        <translation>onnxruntime でタガー {0} を実行できません（{1}）。入れ直してください。</translation>
    </message>
    <message>
        <source>{0} paints empty pictures here.</source>
        <translation>{0} はここでは空の画像を描きます。</translation>
    </message>
    <message>
        <source>The upscaler {0} makes pictures {1} times as large and can&apos;t make them {2} times: choose another scale.</source>
        <translation>アップスケーラー {0} は画像を {1} 倍にするもので、{2} 倍にはできません。別の倍率を選んでください。</translation>
    </message>
    <message>
        <source>The upscaler {0} gave no picture: black, of another size, or not even numbers. Install it again, or choose another.</source>
        <translation>アップスケーラー {0} の結果が画像になりません（真っ黒、大きさ違い、または数でない値）。入れ直すか、別のものを選んでください。</translation>
    </message>
    <message>
        <source>{0}x{1} px would become {2}x{3} px, more than {4} million pixels: choose a smaller scale or picture.</source>
        <translation>{0}x{1} px は {2}x{3} px になり、{4} 百万画素を超えます。倍率を下げるか、小さい画像を選んでください。</translation>
    </message>
    <message>
        <source>The weights of the upscaler {0} have the tensors {1}, expected {2} and {3} for one RGB picture of any size: install it again.</source>
        <translation>アップスケーラー {0} の重みのテンソルは {1} ですが、任意の大きさの RGB 画像 1 枚のための {2} と {3} が必要です。入れ直してください。</translation>
    </message>
    <message>
        <source>The sharpness is {0}: choose 0 (soft) to 1 (sharp).</source>
        <translation>シャープさが {0} になっています。0（柔らかい）から 1（くっきり）の値を選んでください。</translation>
    </message>
    <message>
        <source>The upscaler {0}</source>
        <translation>アップスケーラー {0}</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the upscaler {0} ({1}): install it again, or close other programs if memory is short.</source>
        <translation>onnxruntime がアップスケーラー {0} を実行できません（{1}）。入れ直すか、メモリーが足りなければほかのプログラムを閉じてください。</translation>
    </message>
    <message>
        <source>The picture was enlarged with the upscaler {0} {1}, which is not installed, and so can&apos;t be verified: save it at its own size, or install that upscaler.</source>
        <translation>この画像はアップスケーラー {0} {1} で拡大されていますが、それがインストールされていないため検証できません。元の大きさで保存するか、そのアップスケーラーを入れてください。</translation>
    </message>
    <message>
        <source>The weights {0} are damaged (their sha256 is not the one in model.json): install the model again, or choose another with --model.</source>
        <translation>重み {0} が壊れています（sha256 が model.json と違います）。モデルを入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>The weights {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>重み {0} を読み取れません（{1}）。モデルを入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t load the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime でモデル {0} を読み込めません（{1}）。入れ直すか、--model で別のものを選んでください。</translation>
    </message>
    <message>
        <source>This text is no recipe, no share code and no options file: copy the whole of one.</source>
        <translation>このテキストはレシピでも共有コードでもオプションファイルでもありません。全体をコピーしてください。</translation>
    </message>
    <message>
        <source>{0} was made with another model or version, {1}; open here is {2}. Open {3} first.</source>
        <translation>{0} は別のモデルまたはバージョン {1} で作られました。今開いているのは {2} です。先に {3} を開いてください。</translation>
    </message>
    <message>
        <source>{0} is no text: choose a recipe or an options file.</source>
        <translation>{0} はテキストではありません。レシピかオプションファイルを選んでください。</translation>
    </message>
    <message>
        <source>{0} holds no run that this window started ({1} is missing or damaged). Choose the folder of a run, such as runs/00001-preview-64.</source>
        <translation>{0} に、このウィンドウで始めた学習がありません（{1} がないか壊れています）。runs/00001-preview-64 のような学習のフォルダーを選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder for runs that you may write to and that has room.</source>
        <translation>{0} に書き込めません（{1}）。書き込み可能で空きのある保存先を選んでください。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). Check the folder, or choose another run.</source>
        <translation>{0} を読み取れません（{1}）。フォルダーを確認するか、別の学習を選んでください。</translation>
    </message>
    <message>
        <source>The weights and every picture made with them are free for any use, commercial use included; nobody has to be named.</source>
        <translation>モデルも画像も、商用を含めて自由に使えます。名前の表示は不要です。</translation>
    </message>
    <message>
        <source>A collection&apos;s name has 1 to {0} letters: choose one of that length.</source>
        <translation>コレクションの名前は1〜{0}文字です。その長さにしてください。</translation>
    </message>
    <message>
        <source>There is already a collection {0}: choose another name.</source>
        <translation>コレクション {0} はすでにあります。別の名前にしてください。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be used ({1}).</source>
        <translation>ギャラリー {0} を使えません（{1}）。</translation>
    </message>
    <message>
        <source>The gallery {0} is in use by another program: close that and start again.</source>
        <translation>ギャラリー {0} はほかのプログラムで使われています。それを閉じて起動し直してください。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be written: make it and its folder yours to write to.</source>
        <translation>ギャラリー {0} に書き込めません。ファイルとフォルダーを書き込み可能にしてください。</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {0}: what was kept before is safe; make room.</source>
        <translation>{0} のディスクに空きがありません。これまでの内容は無事です。空きを作ってください。</translation>
    </message>
    <message>
        <source>The gallery {0} is damaged ({1}).</source>
        <translation>ギャラリー {0} が壊れています（{1}）。</translation>
    </message>
    <message>
        <source>{0} was written by a newer GirlsMoe Desktop: use that one. The file is left as it is.</source>
        <translation>{0} は新しい GirlsMoe Desktop で書かれました。そちらを使ってください。ファイルはそのままにしてあります。</translation>
    </message>
    <message>
        <source>{0} is another program&apos;s database: move it away and start again.</source>
        <translation>{0} はほかのプログラムのデータベースです。別の場所に移して起動し直してください。</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be opened ({1}): make its folder one that you may write to.</source>
        <translation>ギャラリー {0} を開けません（{1}）。フォルダーを書き込み可能にしてください。</translation>
    </message>
    <message>
        <source>{0} Until then your characters last as long as this window: save those you like.</source>
        <translation>{0} それまで、キャラクターはこのウィンドウを閉じると消えます。気に入ったものは保存してください。</translation>
    </message>
    <message>
        <source>{0} It is kept as {1}, and a new gallery was begun.</source>
        <translation>{0} {1} として残し、新しいギャラリーを始めました。</translation>
    </message>
    <message>
        <source>There is no character {0} in the gallery any more.</source>
        <translation>キャラクター {0} はもうギャラリーにいません。</translation>
    </message>
    <message>
        <source>The picture of character {0} is damaged ({1}).</source>
        <translation>キャラクター {0} の画像が壊れています（{1}）。</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). The next sheet of samples takes its place.</source>
        <translation>{0} を読み取れません（{1}）。次のサンプルが代わりに表示されます。</translation>
    </message>
    <message>
        <source>{0} is larger than any sheet of samples: leave it out.</source>
        <translation>{0} はサンプルとしては大きすぎます。移動してください。</translation>
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
        <translation>通常</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>{0} M</source>
        <translation>{0} M</translation>
    </message>
    <message>
        <source>{0} k</source>
        <translation>{0} k</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>1分未満</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} 時間 {1} 分</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} 日 {1} 時間</translation>
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
        <translation>論文どおり · 128 px</translation>
    </message>
    <message>
        <source>Trial run · 32 px</source>
        <translation>試運転 · 32 px</translation>
    </message>
    <message>
        <source>Learns in an hour or two on an ordinary computer.</source>
        <translation>ふつうのパソコンで1〜2時間で学習します。</translation>
    </message>
    <message>
        <source>Wants a graphics card: hours on one, many days without.</source>
        <translation>グラフィックカードが必要です。あれば数時間、なければ何日もかかります。</translation>
    </message>
    <message>
        <source>Three to four times the work of Medium, on a strong graphics card.</source>
        <translation>強力なグラフィックカードで、「中」の3〜4倍の時間がかかります。</translation>
    </message>
    <message>
        <source>The paper&apos;s own recipe, to compare with. Medium learns better.</source>
        <translation>論文そのままの設定で、比較用です。「中」のほうがよく学習します。</translation>
    </message>
    <message>
        <source>Shows in a minute that everything runs. It paints nothing pretty.</source>
        <translation>すべてが動くことを1分で確かめます。きれいな絵にはなりません。</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>準備中</translation>
    </message>
    <message>
        <source>Faces wait to be looked at</source>
        <translation>顔の確認待ち</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>描く</translation>
    </message>
    <message>
        <source>Find faces</source>
        <translation>顔を探す</translation>
    </message>
    <message>
        <source>Find doubles</source>
        <translation>重複を探す</translation>
    </message>
    <message>
        <source>Read attributes</source>
        <translation>特徴を読む</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>確認する</translation>
    </message>
    <message>
        <source>Make the set</source>
        <translation>セットを作る</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>学習</translation>
    </message>
    <message>
        <source>Drawing portraits</source>
        <translation>肖像画を描いています</translation>
    </message>
    <message>
        <source>Cutting out faces</source>
        <translation>顔を切り出しています</translation>
    </message>
    <message>
        <source>Looking for doubles</source>
        <translation>重複を探しています</translation>
    </message>
    <message>
        <source>Reading the faces&apos; attributes</source>
        <translation>顔の特徴を読み取っています</translation>
    </message>
    <message>
        <source>Making the training set</source>
        <translation>学習用セットを作っています</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>学習中</translation>
    </message>
    <message>
        <source>Ending the step and saving …</source>
        <translation>ステップを終えて保存しています…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>一時停止中</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>学習完了</translation>
    </message>
    <message>
        <source>Training has stopped</source>
        <translation>学習が止まりました</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>モデルを作成中…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Hair colour</source>
        <translation>髪の色</translation>
    </message>
    <message>
        <source>Hair style</source>
        <translation>髪型</translation>
    </message>
    <message>
        <source>Eye colour</source>
        <translation>目の色</translation>
    </message>
    <message>
        <source>Blush</source>
        <translation>頬染め</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>笑顔</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>開いた口</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>帽子</translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation>リボン</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>メガネ</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>なし</translation>
    </message>
    <message>
        <source>On</source>
        <translation>あり</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>ロング</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>ミディアム</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>ショート</translation>
    </message>
    <message>
        <source>Twintails</source>
        <translation>ツインテール</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>縦ロール</translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation>ポニーテール</translation>
    </message>
    <message>
        <source>No blush</source>
        <translation>頬染めなし</translation>
    </message>
    <message>
        <source>No smile</source>
        <translation>笑顔なし</translation>
    </message>
    <message>
        <source>Closed mouth</source>
        <translation>閉じた口</translation>
    </message>
    <message>
        <source>No hat</source>
        <translation>帽子なし</translation>
    </message>
    <message>
        <source>No ribbon</source>
        <translation>リボンなし</translation>
    </message>
    <message>
        <source>No glasses</source>
        <translation>メガネなし</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>おまかせ</translation>
    </message>
    <message>
        <source>{0} hair</source>
        <translation>{0}髪</translation>
    </message>
    <message>
        <source>{0} eyes</source>
        <translation>{0}の瞳</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>同じ</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0}%</translation>
    </message>
    <message>
        <source>Varied by {0} %</source>
        <translation>{0}% 変化</translation>
    </message>
    <message>
        <source>Variety {0}</source>
        <translation>多様さ {0}</translation>
    </message>
    <message>
        <source>Another face</source>
        <translation>別の顔</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>A mixture</source>
        <translation>混合</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} 秒</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} 分</translation>
    </message>
</context>
</TS>
