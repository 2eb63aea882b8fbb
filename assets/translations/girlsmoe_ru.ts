<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ru" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open …</source>
        <translation>&amp;Открыть…</translation>
    </message>
    <message>
        <source>&amp;Save picture …</source>
        <translation>&amp;Сохранить картинку…</translation>
    </message>
    <message>
        <source>&amp;Verify a picture …</source>
        <translation>&amp;Проверить картинку…</translation>
    </message>
    <message>
        <source>E&amp;xport for make.girls.moe …</source>
        <translation>&amp;Экспорт для make.girls.moe…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Выход</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Отменить</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Повторить</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Копировать картинку</translation>
    </message>
    <message>
        <source>Copy rec&amp;ipe</source>
        <translation>Копировать &amp;рецепт</translation>
    </message>
    <message>
        <source>Copy s&amp;hare code</source>
        <translation>Копировать ко&amp;д</translation>
    </message>
    <message>
        <source>Copy &amp;description</source>
        <translation>Копировать оп&amp;исание</translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation>&amp;Вставить</translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation>&amp;Найти</translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation>Отметить &amp;звездой</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>В ко&amp;ллекцию</translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation>Переместить в корзин&amp;у</translation>
    </message>
    <message>
        <source>Leave &amp;everything to chance</source>
        <translation>Предоставить всё случа&amp;ю</translation>
    </message>
    <message>
        <source>Free&amp;ze what is shown</source>
        <translation>За&amp;фиксировать показанное</translation>
    </message>
    <message>
        <source>&amp;Odds …</source>
        <translation>&amp;Шансы…</translation>
    </message>
    <message>
        <source>&amp;Vary the noise</source>
        <translation>Варьировать шу&amp;м</translation>
    </message>
    <message>
        <source>Co&amp;mpare …</source>
        <translation>С&amp;равнить…</translation>
    </message>
    <message>
        <source>Character s&amp;heet …</source>
        <translation>Л&amp;ист персонажа…</translation>
    </message>
    <message>
        <source>E&amp;nlarge …</source>
        <translation>&amp;Увеличить…</translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation>&amp;Создать</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>С&amp;топ</translation>
    </message>
    <message>
        <source>&amp;Keep the noise</source>
        <translation>&amp;Закрепить шум</translation>
    </message>
    <message>
        <source>Set as &amp;A</source>
        <translation>Взять к&amp;ак A</translation>
    </message>
    <message>
        <source>Set as &amp;B</source>
        <translation>&amp;Взять как B</translation>
    </message>
    <message>
        <source>&amp;Enlarge the portrait</source>
        <translation>&amp;Увеличивать портрет</translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation>&amp;Полный экран</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Горячие клавиши</translation>
    </message>
    <message>
        <source>&amp;About GirlsMoe Desktop</source>
        <translation>&amp;О программе GirlsMoe Desktop</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>О &amp;библиотеке Qt</translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation>&amp;Системные цвета</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>С&amp;ветлые</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Тёмные</translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation>&amp;Системный язык</translation>
    </message>
    <message>
        <source>As the &amp;system has it</source>
        <translation>Как в &amp;системе</translation>
    </message>
    <message>
        <source>&amp;On</source>
        <translation>&amp;Вкл.</translation>
    </message>
    <message>
        <source>O&amp;ff</source>
        <translation>В&amp;ыкл.</translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation>&amp;Отменить: {0}</translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation>&amp;Повторить: {0}</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Файл</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Правка</translation>
    </message>
    <message>
        <source>&amp;Character</source>
        <translation>П&amp;ерсонаж</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Вид</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Язык</translation>
    </message>
    <message>
        <source>&amp;Motion</source>
        <translation>Дви&amp;жение</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Справка</translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Not measured yet: try each one and judge by eye.</source>
        <translation>Пока не измерено: попробуйте каждый вариант и оцените на глаз.</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>Это удаётся модели плохо.</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation>Закрыть сообщение</translation>
    </message>
</context>
<context>
    <name>BatchProgress</name>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Stopping …</source>
        <translation>Останавливается…</translation>
    </message>
    <message>
        <source>Beginning …</source>
        <translation>Начинается…</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · осталось {1}</translation>
    </message>
</context>
<context>
    <name>BeforeAfter</name>
    <message>
        <source>Before and after</source>
        <translation>До и после</translation>
    </message>
    <message>
        <source>{0} to the left of the divider, {1} to the right</source>
        <translation>Слева от линии {0}, справа {1}</translation>
    </message>
    <message>
        <source>{0} and {1} side by side</source>
        <translation>{0} и {1} рядом</translation>
    </message>
    <message>
        <source>A lens shows {0} and {1}</source>
        <translation>Лупа показывает {0} и {1}</translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Share of the way</source>
        <translation>Доля пути</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Воспроизвести</translation>
    </message>
    <message>
        <source>Export a film …</source>
        <translation>Экспорт анимации…</translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation>Сохранить этого</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Смешение</translation>
    </message>
    <message>
        <source>Glide from one character to another.</source>
        <translation>Плавный переход между персонажами.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>What its makers say</source>
        <translation>От авторов</translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Random</source>
        <translation>Случайно</translation>
    </message>
</context>
<context>
    <name>CollectMenu</name>
    <message>
        <source>New collection …</source>
        <translation>Новая коллекция…</translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>Убрать из «{0}»</translation>
    </message>
</context>
<context>
    <name>Collecting</name>
    <message>
        <source>New collection</source>
        <translation>Новая коллекция</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>Переименовать коллекцию</translation>
    </message>
    <message>
        <source>Delete the collection</source>
        <translation>Удалить коллекцию</translation>
    </message>
    <message>
        <source>Put into {0}</source>
        <translation>Поместить в «{0}»</translation>
    </message>
    <message numerus="yes">
        <source>%n character(s) put into {0}</source>
        <translation>
            <numerusform>%n персонаж помещён в «{0}»</numerusform>
            <numerusform>%n персонажа помещены в «{0}»</numerusform>
            <numerusform>%n персонажей помещено в «{0}»</numerusform>
        </translation>
    </message>
    <message>
        <source>Take out of {0}</source>
        <translation>Убрать из «{0}»</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Saved as {0}</source>
        <translation>Сохранено как {0}</translation>
    </message>
    <message>
        <source>Mark two characters in the gallery (Ctrl and a click) to compare them.</source>
        <translation>Чтобы сравнить двух персонажей, отметьте их в галерее (Ctrl и щелчок).</translation>
    </message>
</context>
<context>
    <name>CompareDialog</name>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>One over the other</source>
        <translation>Одна поверх другой</translation>
    </message>
    <message>
        <source>{0} % of the picture differs</source>
        <translation>Отличается {0} % картинки</translation>
    </message>
    <message>
        <source>Drag the line</source>
        <translation>Перетащите линию</translation>
    </message>
    <message>
        <source>Where they differ</source>
        <translation>Где различия</translation>
    </message>
    <message>
        <source>What differs</source>
        <translation>Что отличается</translation>
    </message>
    <message>
        <source>What both have</source>
        <translation>Что общего</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>Best of</source>
        <translation>Лучший из</translation>
    </message>
    <message>
        <source>Of so many, the one that shows best what it is meant to show</source>
        <translation>Из стольких остаётся тот, на ком заданное видно лучше всего</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>Число персонажей: {0}</translation>
    </message>
    <message>
        <source>{0}, each the best of {1}</source>
        <translation>{0}, каждый — лучший из {1}</translation>
    </message>
    <message>
        <source>{0}. The arrow keys change it by one.</source>
        <translation>{0}. Клавиши со стрелками меняют на единицу.</translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation>из {0}</translation>
    </message>
</context>
<context>
    <name>DesignPanel</name>
    <message>
        <source>Fine-tune: variety, and strengths for mixtures and exaggerations</source>
        <translation>Тонкая настройка: разнообразие и сила признаков для смесей и преувеличений</translation>
    </message>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>Шансы случайного выбора</translation>
    </message>
    <message>
        <source>Freeze everything that is shown</source>
        <translation>Зафиксировать всё показанное</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>Предоставить всё случаю</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Дизайн</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Подробно</translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Strength: {0}</source>
        <translation>Сила: {0}</translation>
    </message>
    <message>
        <source>Variety</source>
        <translation>Разнообразие</translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation>Предоставить всё случаю</translation>
    </message>
    <message>
        <source>Freeze what is shown</source>
        <translation>Зафиксировать показанное</translation>
    </message>
    <message>
        <source>Keep the noise</source>
        <translation>Закрепить шум</translation>
    </message>
    <message>
        <source>Free the noise</source>
        <translation>Открепить шум</translation>
    </message>
    <message>
        <source>Hold a part of the noise</source>
        <translation>Удержать часть шума</translation>
    </message>
    <message>
        <source>Paint the noise</source>
        <translation>Рисовать шум</translation>
    </message>
    <message>
        <source>Vary the noise</source>
        <translation>Варьировать шум</translation>
    </message>
    <message>
        <source>Their noise is of another kind: choose a character of this model.</source>
        <translation>У этого персонажа шум другого вида: выберите персонажа этой модели.</translation>
    </message>
    <message>
        <source>Take the noise of another</source>
        <translation>Взять чужой шум</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>Шансы</translation>
    </message>
    <message>
        <source>The noise is kept: open its lock to change it.</source>
        <translation>Шум закреплён: чтобы изменить его, откройте замок.</translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Paint on</source>
        <translation>Чем рисовать</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Тест</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Автоматически</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Устройство</translation>
    </message>
    <message>
        <source>Paints a few pictures on each and measures the time</source>
        <translation>Рисует на каждом устройстве несколько картинок и измеряет время</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>{0} мс на картинку</translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation>Идёт тест…</translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation>Есть всегда.</translation>
    </message>
    <message>
        <source>Ready to be tried.</source>
        <translation>Можно испытать.</translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Teach your own model</source>
        <translation>Обучите свою модель</translation>
    </message>
    <message>
        <source>Here you will watch it learn: the time left, its losses, and the same characters getting better from step to step. A run can be paused at any time; closing the window pauses it too.</source>
        <translation>Здесь видно, как она учится: оставшееся время, потери и одни и те же персонажи, что хорошеют от шага к шагу. Обучение можно приостановить когда угодно; закрытие окна тоже его приостановит.</translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>Set as {0}</source>
        <translation>Взять как {0}</translation>
    </message>
    <message>
        <source>Take the character on the stage</source>
        <translation>Взять персонажа со сцены</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Пока никого</translation>
    </message>
</context>
<context>
    <name>EngineBox</name>
    <message>
        <source>Add a package …</source>
        <translation>Добавить пакет…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Graphics card</source>
        <translation>Видеокарта</translation>
    </message>
    <message>
        <source>Wheels of onnxruntime-gpu, onnxruntime-directml or onnxruntime-webgpu</source>
        <translation>Файлы wheel пакетов onnxruntime-gpu, onnxruntime-directml или onnxruntime-webgpu</translation>
    </message>
    <message>
        <source>Unpacking {0} …</source>
        <translation>Распаковка {0}…</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>Проверка…</translation>
    </message>
    <message>
        <source>{0} ended the program when it was last used, and is left out.</source>
        <translation>{0} при последнем использовании завершил программу и больше не используется.</translation>
    </message>
    <message>
        <source>Removed. The next start of the program uses what came with it.</source>
        <translation>Удалено. Со следующего запуска используется то, что было в программе.</translation>
    </message>
    <message>
        <source>{0} works, and is used from the next start on.</source>
        <translation>{0} работает и будет использоваться со следующего запуска.</translation>
    </message>
    <message>
        <source>{0} was added.</source>
        <translation>{0} добавлен.</translation>
    </message>
    <message>
        <source>To paint on a graphics card, add the package of onnxruntime that is made for it. It comes from PyPI, as a .whl file, and is tried before it is used.</source>
        <translation>Чтобы рисовать на видеокарте, добавьте предназначенный для неё пакет onnxruntime. Его файл .whl есть на PyPI; перед использованием пакет проверяется.</translation>
    </message>
</context>
<context>
    <name>EnlargePanel</name>
    <message>
        <source>What to enlarge</source>
        <translation>Что увеличить</translation>
    </message>
    <message>
        <source>This one</source>
        <translation>Этот</translation>
    </message>
    <message>
        <source>Marked</source>
        <translation>Выбранные</translation>
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
        <source>Sharpness</source>
        <translation>Чёткость</translation>
    </message>
    <message>
        <source>As the upscaler suggests</source>
        <translation>Как советует увеличитель</translation>
    </message>
    <message>
        <source>Redraws pictures larger, with clean lines.</source>
        <translation>Перерисовывает картинки крупнее, с чистыми линиями.</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>soft</source>
        <translation>мягко</translation>
    </message>
    <message>
        <source>sharp</source>
        <translation>чётко</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Enlarge the pictures</source>
        <translation>Увеличить картинки</translation>
    </message>
    <message numerus="yes">
        <source>Enlarge %n picture(s)</source>
        <translation>
            <numerusform>Увеличить %n картинку</numerusform>
            <numerusform>Увеличить %n картинки</numerusform>
            <numerusform>Увеличить %n картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the characters …</source>
        <translation>Сохранить персонажей…</translation>
    </message>
    <message numerus="yes">
        <source>Save %n character(s) …</source>
        <translation>
            <numerusform>Сохранить %n персонажа…</numerusform>
            <numerusform>Сохранить %n персонажей…</numerusform>
            <numerusform>Сохранить %n персонажей…</numerusform>
        </translation>
    </message>
    <message>
        <source>Save the picture …</source>
        <translation>Сохранить картинку…</translation>
    </message>
    <message>
        <source>No upscaler is installed: pictures are saved larger with Lanczos. Install the program again to get one.</source>
        <translation>Увеличителя нет: картинки увеличиваются методом Ланцоша. Чтобы он появился, установите программу заново.</translation>
    </message>
    <message>
        <source>Mark several in the gallery with Shift or Ctrl and a click.</source>
        <translation>Выберите нескольких в галерее: Shift или Ctrl и щелчок.</translation>
    </message>
    <message>
        <source>The file carries what it takes to verify it at its larger size, too.</source>
        <translation>В файле есть всё, чтобы проверить его и в большом размере.</translation>
    </message>
</context>
<context>
    <name>EnlargeView</name>
    <message>
        <source>Compare</source>
        <translation>Сравнение</translation>
    </message>
    <message>
        <source>Divider</source>
        <translation>Линия</translation>
    </message>
    <message>
        <source>Side by side</source>
        <translation>Рядом</translation>
    </message>
    <message>
        <source>Lens</source>
        <translation>Лупа</translation>
    </message>
    <message>
        <source>Choose a character, or pictures from the disk.</source>
        <translation>Выберите персонажа или картинки с диска.</translation>
    </message>
    <message>
        <source>{0} × {1} px becomes {2} × {3} px</source>
        <translation>{0} × {1} px → {2} × {3} px</translation>
    </message>
    <message>
        <source>{0} · working …</source>
        <translation>{0} · выполняется…</translation>
    </message>
    <message>
        <source>{0} · a part of it</source>
        <translation>{0} · фрагмент</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>До</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Open the model that this character was made with to vary it.</source>
        <translation>Чтобы варьировать этого персонажа, откройте модель, которой он создан.</translation>
    </message>
    <message>
        <source>The picture</source>
        <translation>Картинка</translation>
    </message>
    <message>
        <source>The text</source>
        <translation>Текст</translation>
    </message>
    <message>
        <source>There is nothing in the clipboard to make a character of: copy a picture of this program, a recipe or a share code.</source>
        <translation>В буфере обмена нет ничего, из чего можно создать персонажа: скопируйте картинку из этой программы, рецепт или код персонажа.</translation>
    </message>
    <message>
        <source>Open the model that this character was made with to share its code.</source>
        <translation>Чтобы получить код персонажа, откройте модель, которой он создан.</translation>
    </message>
    <message>
        <source>{0} is exactly what its recipe makes here.</source>
        <translation>{0}: точно совпадает с тем, что получается здесь по рецепту.</translation>
    </message>
    <message>
        <source>{0} is what its recipe makes here, but for the last bit of rounding.</source>
        <translation>{0}: совпадает с тем, что получается здесь по рецепту, не считая последнего бита округления.</translation>
    </message>
    <message>
        <source>{0} is not quite what its recipe makes here: it was changed, or saved as a JPEG.</source>
        <translation>{0}: не вполне совпадает с тем, что получается здесь по рецепту. Картинку изменили или сохранили как JPEG.</translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a film</source>
        <translation>Экспорт анимации</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Картинки</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>Полоса</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Тип файла</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Кадров</translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation>Кадров в секунду</translation>
    </message>
    <message>
        <source>There and back</source>
        <translation>Туда и обратно</translation>
    </message>
    <message>
        <source>Slow down at every stop</source>
        <translation>Замедляться на остановках</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>MP4 takes the program ffmpeg: install it and start again.</source>
        <translation>Для MP4 нужна программа ffmpeg: установите её и перезапустите GirlsMoe Desktop.</translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), {0} s</source>
        <translation>
            <numerusform>%n кадр, {0} с</numerusform>
            <numerusform>%n кадра, {0} с</numerusform>
            <numerusform>%n кадров, {0} с</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Open the model that they were made with to make children of them.</source>
        <translation>Чтобы создать их детей, откройте модель, которой созданы они сами.</translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>How much children differ</source>
        <translation>Насколько дети отличаются</translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation>Создать вариации</translation>
    </message>
    <message>
        <source>Take as partner</source>
        <translation>Взять в партнёры</translation>
    </message>
    <message>
        <source>Cross with the partner</source>
        <translation>Скрестить с партнёром</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>How much they differ</source>
        <translation>Насколько отличаются</translation>
    </message>
    <message>
        <source>Every child knows its parents: click anybody in the tree to go back.</source>
        <translation>Каждый ребёнок помнит родителей: щёлкните любого на древе, чтобы к нему вернуться.</translation>
    </message>
    <message>
        <source>Cross</source>
        <translation>Скрещивание</translation>
    </message>
    <message>
        <source>Choose one in the gallery or the tree.</source>
        <translation>Выберите персонажа в галерее или на древе.</translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family tree</source>
        <translation>Семейное древо</translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved as {0}</source>
        <translation>Сохранено как {0}</translation>
    </message>
    <message>
        <source>-frames</source>
        <translation>-кадры</translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation>Картинка в буфере обмена.</translation>
    </message>
    <message>
        <source>The recipe is in the clipboard.</source>
        <translation>Рецепт в буфере обмена.</translation>
    </message>
    <message>
        <source>In the clipboard: {0}</source>
        <translation>В буфере обмена: {0}</translation>
    </message>
    <message>
        <source>The description is in the clipboard.</source>
        <translation>Описание в буфере обмена.</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>Выберите папку для картинок</translation>
    </message>
</context>
<context>
    <name>FileEnlarging</name>
    <message>
        <source>Put pictures on the list</source>
        <translation>Добавить картинки в список</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>Убрать картинки из списка</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) enlarged</source>
        <translation>
            <numerusform>Увеличена %n картинка</numerusform>
            <numerusform>Увеличены %n картинки</numerusform>
            <numerusform>Увеличено %n картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · {1} refused: the list says why</source>
        <translation>{0} · не приняты: {1}, причины в списке</translation>
    </message>
    <message>
        <source>{0} · stopped</source>
        <translation>{0} · остановлено</translation>
    </message>
</context>
<context>
    <name>FilmProgress</name>
    <message>
        <source>Cancel the film</source>
        <translation>Отменить анимацию</translation>
    </message>
    <message>
        <source>Making the film …</source>
        <translation>Создание анимации…</translation>
    </message>
    <message>
        <source>Making the film: {0} s left</source>
        <translation>Создание анимации: осталось {0} с</translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Step by step: step {0}</source>
        <translation>Шаг за шагом: шаг {0}</translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation>Шаг за шагом</translation>
    </message>
</context>
<context>
    <name>FurtherStop</name>
    <message>
        <source>Take {0} out of the way</source>
        <translation>Убрать {0} с пути</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Collections and order</source>
        <translation>Коллекции и порядок</translation>
    </message>
    <message>
        <source>Only those with a star</source>
        <translation>Только со звездой</translation>
    </message>
    <message>
        <source>The trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>Вернуть</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Очистить корзину</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Search: silver hat, smile …</source>
        <translation>Поиск: шляпа, улыбка…</translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation>Поиск в галерее</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Очистить поиск</translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation>Число персонажей: {0}</translation>
    </message>
    <message>
        <source>Starred</source>
        <translation>Со звездой</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Корзина</translation>
    </message>
    <message>
        <source>Nobody looks like that.</source>
        <translation>Таких персонажей нет.</translation>
    </message>
    <message>
        <source>Nobody is in this collection yet.</source>
        <translation>В этой коллекции пока никого нет.</translation>
    </message>
    <message>
        <source>Nobody has a star yet.</source>
        <translation>Персонажей со звездой пока нет.</translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation>Корзина пуста.</translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>with a star</source>
        <translation>со звездой</translation>
    </message>
</context>
<context>
    <name>GenerateBar</name>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Создать</translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Losses</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>The curves begin with the first report.</source>
        <translation>Кривые появятся с первым отчётом.</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the model …</source>
        <translation>Модель открывается…</translation>
    </message>
    <message>
        <source>Design</source>
        <translation>Дизайн</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Смешение</translation>
    </message>
    <message>
        <source>Family</source>
        <translation>Семья</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Увеличить</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Put into a co&amp;llection</source>
        <translation>В ко&amp;ллекцию</translation>
    </message>
    <message>
        <source>There is no model to paint with</source>
        <translation>Рисовать нечем: нет модели</translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation>Язык сменится при следующем запуске программы.</translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>{0}, in use</source>
        <translation>{0}, используется</translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation>Использовать {0}</translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Remove {0}</source>
        <translation>Удалить {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation>{0} МБ</translation>
    </message>
    <message>
        <source>yours</source>
        <translation>ваша</translation>
    </message>
    <message>
        <source>preview</source>
        <translation>ранняя</translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>pictures learned from</source>
        <translation>картинок в обучении</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>картинок показано</translation>
    </message>
    <message>
        <source>distance to real ones</source>
        <translation>отличие от настоящих</translation>
    </message>
    <message>
        <source>attributes obeyed</source>
        <translation>признаков соблюдено</translation>
    </message>
    <message>
        <source>the worst of them</source>
        <translation>худший из них</translation>
    </message>
    <message>
        <source>What its makers say</source>
        <translation>От авторов</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>Лицензия</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Признаки</translation>
    </message>
    <message>
        <source>About the model</source>
        <translation>О модели</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Нет модели</translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation>Версия {0}</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n метка</numerusform>
            <numerusform>%n метки</numerusform>
            <numerusform>%n меток</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · ранняя версия, ещё не обучена до конца</translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{0} was removed.</source>
        <translation>Модель {0} удалена.</translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation>Модель {0} установлена.</translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Import …</source>
        <translation>Импорт…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Модели</translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation>Проверка модели…</translation>
    </message>
</context>
<context>
    <name>NoiseBar</name>
    <message>
        <source>Vary the noise a little</source>
        <translation>Слегка варьировать шум</translation>
    </message>
    <message>
        <source>Edit the noise</source>
        <translation>Изменить шум</translation>
    </message>
    <message>
        <source>Hold: keep parts of the noise as they are</source>
        <translation>Удержать: не менять части шума</translation>
    </message>
    <message>
        <source>Hold nothing</source>
        <translation>Отпустить всё</translation>
    </message>
    <message>
        <source>Amount of variation</source>
        <translation>Степень вариации</translation>
    </message>
    <message>
        <source>Take A&apos;s</source>
        <translation>Взять у A</translation>
    </message>
    <message>
        <source>Take B&apos;s</source>
        <translation>Взять у B</translation>
    </message>
    <message>
        <source>Drag to paint; with Shift to smooth; with the right button to reset. The arrow keys go along and change, Space holds, Delete resets.</source>
        <translation>Тяните, чтобы рисовать; с Shift — чтобы сгладить; правой кнопкой — чтобы сбросить. Стрелки — переход и изменение, пробел — удержание, Delete — сброс.</translation>
    </message>
    <message>
        <source>The noise that this character grew from</source>
        <translation>Шум, из которого вырос этот персонаж</translation>
    </message>
    <message>
        <source>Noise kept: the next characters differ in their options only</source>
        <translation>Шум закреплён: следующие персонажи будут отличаться только признаками</translation>
    </message>
    <message>
        <source>Keep this noise for the next characters</source>
        <translation>Закрепить этот шум для следующих персонажей</translation>
    </message>
    <message>
        <source>Vary by {0} %</source>
        <translation>Вариация {0} %</translation>
    </message>
    <message>
        <source>Take their noise, except for what is held</source>
        <translation>Взять шум этого персонажа, кроме удержанного</translation>
    </message>
    <message>
        <source>Set A and B under Blend first</source>
        <translation>Сначала выберите A и B в разделе «Смешение»</translation>
    </message>
</context>
<context>
    <name>NoiseBars</name>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Component {0} of {1}: {2}</source>
        <translation>Компонента {0} из {1}: {2}</translation>
    </message>
    <message>
        <source>{0}, held</source>
        <translation>{0}, удержана</translation>
    </message>
</context>
<context>
    <name>OddsDialog</name>
    <message>
        <source>Odds of what is left to chance</source>
        <translation>Шансы случайного выбора</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>Как в обучении</translation>
    </message>
    <message>
        <source>Even</source>
        <translation>Равные</translation>
    </message>
    <message>
        <source>Odds</source>
        <translation>Шансы</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Свои</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>Generate draws what is not pinned by these odds. Rare options are rarer in the pictures that the model learned from, too, and may come out less well.</source>
        <translation>Кнопка «Создать» выбирает всё, что не задано, по этим шансам. Редкие варианты редки и среди картинок, на которых училась модель, поэтому могут получаться хуже.</translation>
    </message>
</context>
<context>
    <name>PictureFiles</name>
    <message>
        <source>Pictures …</source>
        <translation>Картинки…</translation>
    </message>
    <message>
        <source>Folder …</source>
        <translation>Папка…</translation>
    </message>
    <message>
        <source>Take off the list</source>
        <translation>Убрать из списка</translation>
    </message>
    <message>
        <source>Folders in folders too</source>
        <translation>И вложенные папки</translation>
    </message>
    <message>
        <source>Choose a folder for the results</source>
        <translation>Выбрать папку для результатов</translation>
    </message>
    <message>
        <source>Results beside their pictures</source>
        <translation>Результаты рядом с картинками</translation>
    </message>
    <message>
        <source>Pictures to enlarge</source>
        <translation>Картинки для увеличения</translation>
    </message>
    <message>
        <source>Drop pictures or folders here.</source>
        <translation>Перетащите сюда картинки или папки.</translation>
    </message>
    <message>
        <source>Choose a folder of pictures</source>
        <translation>Выберите папку с картинками</translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation>Выберите папку для картинок</translation>
    </message>
    <message>
        <source>Results: {0}</source>
        <translation>Результаты: {0}</translation>
    </message>
</context>
<context>
    <name>PictureList</name>
    <message>
        <source>{0}, {1} × {2} px</source>
        <translation>{0}, {1} × {2} px</translation>
    </message>
    <message>
        <source>{0}, {1} × {2} px: the first picture of a film</source>
        <translation>{0}, {1} × {2} px: первый кадр анимации</translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Stop the film</source>
        <translation>Остановить анимацию</translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation>Воспроизвести анимацию</translation>
    </message>
</context>
<context>
    <name>PrepareView</name>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} из {1}</translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{0} % done</source>
        <translation>Готово: {0} %</translation>
    </message>
</context>
<context>
    <name>PythonProbe</name>
    <message>
        <source>Training needs a Python with torch, and none was found. Install Python 3.11 or later from python.org, run {0} in it, then choose it here.</source>
        <translation>Для обучения нужен Python с torch, но он не найден. Установите Python 3.11 или новее с сайта python.org, выполните в нём {0} и выберите его здесь.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started: choose the executable of a Python.</source>
        <translation>Не удаётся запустить {0}: выберите исполняемый файл Python.</translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or choose another Python.</source>
        <translation>{0} не ответил вовремя: повторите попытку или выберите другой Python.</translation>
    </message>
    <message>
        <source>{0} can&apos;t train: it lacks {1}. Run {2} in it, or choose another.</source>
        <translation>{0} не годится для обучения: не хватает {1}. Выполните в нём {2} или выберите другой.</translation>
    </message>
    <message>
        <source>{0} has version {1} of the trainer, and the window is {2}: run {3}.</source>
        <translation>В {0} программа обучения версии {1}, а у окна версия {2}: выполните {3}.</translation>
    </message>
    <message>
        <source>{0} gave no answer that can be read: choose another Python.</source>
        <translation>Ответ {0} не удалось прочитать: выберите другой Python.</translation>
    </message>
</context>
<context>
    <name>ReviewGrid</name>
    <message>
        <source>Faces</source>
        <translation>Лица</translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message>
        <source>Faces shown</source>
        <translation>Показанные лица</translation>
    </message>
    <message>
        <source>To look at</source>
        <translation>Не просмотрены</translation>
    </message>
    <message>
        <source>Thrown out</source>
        <translation>Отброшены</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>Least doubt</source>
        <translation>Наименьшее сомнение</translation>
    </message>
    <message>
        <source>Take the last decision back</source>
        <translation>Отменить последнее решение</translation>
    </message>
    <message>
        <source>The rest in sight is good</source>
        <translation>Остальные на виду годятся</translation>
    </message>
    <message>
        <source>Arrow keys, then X or Space: throw out what is no face, or a bad one. Enter: the rest in sight is good. {0}: take back. A click does what X does.</source>
        <translation>Стрелки, затем X или пробел: отбросить то, что не лицо, или неудачное лицо. Enter: остальные на виду годятся. {0}: отменить. Щелчок действует как X.</translation>
    </message>
    <message>
        <source>Doubt from {0} %</source>
        <translation>Сомнение от {0} %</translation>
    </message>
    <message>
        <source>{0} to look at · {1} thrown out</source>
        <translation>Не просмотрено: {0} · отброшено: {1}</translation>
    </message>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln лицо</numerusform>
            <numerusform>%Ln лица</numerusform>
            <numerusform>%Ln лиц</numerusform>
        </translation>
    </message>
    <message>
        <source>Reading the faces …</source>
        <translation>Чтение лиц…</translation>
    </message>
    <message>
        <source>Everything has been looked at.</source>
        <translation>Всё просмотрено.</translation>
    </message>
    <message>
        <source>There are no such faces.</source>
        <translation>Таких лиц нет.</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>doubt {0} %</source>
        <translation>сомнение {0} %</translation>
    </message>
    <message>
        <source>thrown out</source>
        <translation>отброшено</translation>
    </message>
    <message>
        <source>looked at</source>
        <translation>просмотрено</translation>
    </message>
    <message>
        <source>not looked at yet</source>
        <translation>ещё не просмотрено</translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the picture</source>
        <translation>Сохранение картинки</translation>
    </message>
    <message numerus="yes">
        <source>Save %n picture(s)</source>
        <translation>
            <numerusform>Сохранить %n картинку</numerusform>
            <numerusform>Сохранить %n картинки</numerusform>
            <numerusform>Сохранить %n картинок</numerusform>
        </translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>Тип файла</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Размер</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation>Сохранить как…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Отмена</translation>
    </message>
    <message>
        <source>What the file will carry</source>
        <translation>Что будет в файле</translation>
    </message>
    <message>
        <source>Enlarged by {0} {1}, sharpness {2} %</source>
        <translation>Увеличил {0} {1}, чёткость {2} %</translation>
    </message>
    <message>
        <source>Enlarged with Lanczos: no upscaler is installed</source>
        <translation>Увеличено методом Ланцоша: увеличителя нет</translation>
    </message>
    <message>
        <source>As the model paints it</source>
        <translation>Как рисует модель</translation>
    </message>
    <message>
        <source>Whoever has the file can make this very character again, and change it.</source>
        <translation>Тот, у кого есть файл, сможет воссоздать именно этого персонажа и изменить его.</translation>
    </message>
    <message>
        <source>The file says what it shows, how it came to be and who may use it.</source>
        <translation>В файле сказано, что на картинке, как она создана и кто вправе ею пользоваться.</translation>
    </message>
    <message>
        <source>The file holds pixels and nothing else.</source>
        <translation>В файле пиксели и больше ничего.</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Описание</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Программа</translation>
    </message>
    <message>
        <source>Rights</source>
        <translation>Права</translation>
    </message>
    <message>
        <source>Enlarged</source>
        <translation>Увеличение</translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation>Ничего.</translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) saved in {0}</source>
        <translation>
            <numerusform>%n картинка сохранена в {0}</numerusform>
            <numerusform>%n картинки сохранены в {0}</numerusform>
            <numerusform>%n картинок сохранено в {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingStatus</name>
    <message>
        <source>Stop saving</source>
        <translation>Остановить сохранение</translation>
    </message>
    <message>
        <source>Saving: {0} of {1}</source>
        <translation>Сохранение: {0} из {1}</translation>
    </message>
    <message>
        <source>{0} · {1} left</source>
        <translation>{0} · осталось {1}</translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>Random</source>
        <translation>Случайно</translation>
    </message>
    <message>
        <source>{0}: random, {1} was drawn</source>
        <translation>{0}: случайно, выпало: {1}</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Character sheet</source>
        <translation>Лист персонажа</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Строки</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Столбцы</translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation>{0} px</translation>
    </message>
    <message>
        <source>Size of a picture</source>
        <translation>Размер картинки</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Рецепт</translation>
    </message>
    <message>
        <source>Credit</source>
        <translation>Подпись</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>Ничего</translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation>В файле</translation>
    </message>
    <message>
        <source>Save the sheet …</source>
        <translation>Сохранить лист…</translation>
    </message>
    <message>
        <source>Save an atlas …</source>
        <translation>Сохранить атлас…</translation>
    </message>
    <message>
        <source>For games made with Ren&apos;Py, Godot and others</source>
        <translation>Для игр на Ren&apos;Py, Godot и других движках</translation>
    </message>
    <message>
        <source>None: a single row</source>
        <translation>Нет: одна строка</translation>
    </message>
    <message>
        <source>The noise stays; what you choose here changes.</source>
        <translation>Шум тот же, меняется только выбранное.</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>{0} × {1} pictures</source>
        <translation>{0} × {1} картинок</translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation>{0} из {1} картинок</translation>
    </message>
    <message>
        <source>Choose a folder for the atlas, such as that of your game</source>
        <translation>Выберите папку для атласа, например папку игры</translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation>Сохранено как {0}</translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>The first samples come after some hundred steps.</source>
        <translation>Первые образцы появятся через несколько сотен шагов.</translation>
    </message>
    <message>
        <source>Samples: number {0} is filmed</source>
        <translation>Образцы: снимается номер {0}</translation>
    </message>
    <message>
        <source>Click a picture to see how it came about, below</source>
        <translation>Щёлкните картинку, чтобы увидеть ниже, как она получилась</translation>
    </message>
</context>
<context>
    <name>ShelfMenu</name>
    <message>
        <source>Everyone</source>
        <translation>Все</translation>
    </message>
    <message>
        <source>New collection …</source>
        <translation>Новая коллекция…</translation>
    </message>
    <message>
        <source>Rename {0} …</source>
        <translation>Переименовать «{0}»…</translation>
    </message>
    <message>
        <source>Delete {0}</source>
        <translation>Удалить «{0}»</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Сначала новые</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Сначала старые</translation>
    </message>
    <message>
        <source>Starred first</source>
        <translation>Сначала со звездой</translation>
    </message>
    <message>
        <source>By hair colour</source>
        <translation>По цвету волос</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>По номеру</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Горячие клавиши</translation>
    </message>
    <message>
        <source>Search: undo, noise …</source>
        <translation>Поиск: отменить, шум…</translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation>Поиск по горячим клавишам</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Закрыть</translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation>стрелки</translation>
    </message>
    <message>
        <source>Go along the noise, change it</source>
        <translation>Двигаться по шуму, менять его</translation>
    </message>
    <message>
        <source>Hold a part of it</source>
        <translation>Удержать часть шума</translation>
    </message>
    <message>
        <source>Space, or drag with the pin</source>
        <translation>пробел или тянуть с булавкой</translation>
    </message>
    <message>
        <source>Reset a part of it</source>
        <translation>Сбросить часть шума</translation>
    </message>
    <message>
        <source>Delete, or the right button</source>
        <translation>Delete или правая кнопка</translation>
    </message>
    <message>
        <source>Smooth it</source>
        <translation>Сгладить шум</translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation>тянуть с Shift</translation>
    </message>
    <message>
        <source>Change a strength</source>
        <translation>Изменить силу</translation>
    </message>
    <message>
        <source>Back to the middle</source>
        <translation>Вернуть на середину</translation>
    </message>
    <message>
        <source>double click</source>
        <translation>двойной щелчок</translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation>Выбрать персонажа</translation>
    </message>
    <message>
        <source>Mark several</source>
        <translation>Выделить нескольких</translation>
    </message>
    <message>
        <source>Shift or Ctrl and a click</source>
        <translation>щелчок с Shift или Ctrl</translation>
    </message>
    <message>
        <source>Mark everybody</source>
        <translation>Выделить всех</translation>
    </message>
    <message>
        <source>Take away into another program</source>
        <translation>Перенести в другую программу</translation>
    </message>
    <message>
        <source>drag</source>
        <translation>перетащить</translation>
    </message>
    <message>
        <source>Move the divider or the lens</source>
        <translation>Двигать линию или лупу</translation>
    </message>
    <message>
        <source>Look at another part</source>
        <translation>Смотреть другой фрагмент</translation>
    </message>
    <message>
        <source>Shift and arrow keys, or drag</source>
        <translation>Shift и стрелки или перетаскивание</translation>
    </message>
    <message>
        <source>Take pictures off the list</source>
        <translation>Убрать картинки из списка</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Delete</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Шум</translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation>Сила признаков</translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation>Галерея</translation>
    </message>
    <message>
        <source>Enlarge</source>
        <translation>Увеличить</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Keep in the gallery</source>
        <translation>Сохранить в галерее</translation>
    </message>
    <message>
        <source>Star</source>
        <translation>Звезда</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>Копировать картинку</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Сохранить картинку</translation>
    </message>
    <message>
        <source>{0} (hard to see: {1})</source>
        <translation>{0} (плохо видно: {1})</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Снять звезду</translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation>Отметить звездой</translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the model …</source>
        <translation>Модель открывается…</translation>
    </message>
    <message>
        <source>No model</source>
        <translation>Нет модели</translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation>{0} · ранняя версия, ещё не обучена до конца</translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation>{0} мс на картинку</translation>
    </message>
</context>
<context>
    <name>StepsLine</name>
    <message>
        <source>Step {0} of {1}: {2}</source>
        <translation>Шаг {0} из {1}: {2}</translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Turn the way round</source>
        <translation>Развернуть путь</translation>
    </message>
    <message>
        <source>Go on to who is on the stage</source>
        <translation>К персонажу на сцене</translation>
    </message>
    <message>
        <source>Come back to A: a loop</source>
        <translation>Вернуться к A: по кругу</translation>
    </message>
    <message>
        <source>Choose one in the gallery.</source>
        <translation>Выберите персонажа в галерее.</translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>Strength: {0}</source>
        <translation>Сила: {0}</translation>
    </message>
    <message>
        <source>Leave {0} to chance</source>
        <translation>{0}: предоставить случаю</translation>
    </message>
    <message>
        <source>From −1 (off) to 1 (on); type more for more</source>
        <translation>От −1 (нет) до 1 (да); чтобы выйти за эти пределы, введите число</translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Bring somebody in</source>
        <translation>Добавить персонажа</translation>
    </message>
    <message>
        <source>Choose somebody else</source>
        <translation>Выбрать другого персонажа</translation>
    </message>
    <message>
        <source>Blend</source>
        <translation>Смешение</translation>
    </message>
    <message>
        <source>{0} The CPU paints instead.</source>
        <translation>{0} Поэтому рисует CPU.</translation>
    </message>
    <message>
        <source>{0} gave no picture. The CPU painted it again and goes on from here.</source>
        <translation>{0} не выдаёт картинку. CPU нарисовал её заново и продолжает работу.</translation>
    </message>
    <message>
        <source>Generate</source>
        <translation>Создать</translation>
    </message>
    <message>
        <source>Everything is fixed, so one character was made.</source>
        <translation>Всё задано, поэтому создан один персонаж.</translation>
    </message>
    <message numerus="yes">
        <source>So much is fixed that only %n character(s) came of it.</source>
        <translation>
            <numerusform>Задано так много, что получился только %n персонаж.</numerusform>
            <numerusform>Задано так много, что получилось только %n персонажа.</numerusform>
            <numerusform>Задано так много, что получилось только %n персонажей.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({0}). Try again.</source>
        <translation>Произошла непредвиденная ошибка ({0}). Повторите попытку.</translation>
    </message>
</context>
<context>
    <name>SwatchGrid</name>
    <message>
        <source>Options</source>
        <translation>Варианты</translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Give a star</source>
        <translation>Отметить звездой</translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation>Снять звезду</translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation>Переместить в корзину</translation>
    </message>
    <message>
        <source>In the trash: {0}. Undo brings them back.</source>
        <translation>В корзине: {0}. Их вернёт команда «Отменить».</translation>
    </message>
    <message>
        <source>Characters with a star are protected: take the star away first.</source>
        <translation>Персонажи со звездой защищены: сначала снимите звезду.</translation>
    </message>
</context>
<context>
    <name>TrainFolder</name>
    <message>
        <source>Choose the folder …</source>
        <translation>Выбрать папку…</translation>
    </message>
    <message>
        <source>Attributes are read by</source>
        <translation>Признаки определяет</translation>
    </message>
    <message>
        <source>Choose a tagger …</source>
        <translation>Выбрать теггер…</translation>
    </message>
    <message>
        <source>Faces are found by</source>
        <translation>Лица находит</translation>
    </message>
    <message>
        <source>Choose the file …</source>
        <translation>Выбрать файл…</translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation>Папка ещё не выбрана.</translation>
    </message>
    <message>
        <source>The program&apos;s own tagger, which has learned from drawn portraits.</source>
        <translation>Собственный теггер программы, обученный на нарисованных портретах.</translation>
    </message>
    <message>
        <source>{0}, which the trainer fetches once from github.com unless you choose the file.</source>
        <translation>{0}: программа обучения один раз загрузит его с github.com, если вы не выберете файл.</translation>
    </message>
    <message>
        <source>Pictures: faces are cut out of them and their attributes read, then you look them over. Use only pictures that you may use.</source>
        <translation>Изображения: из них вырезаются лица, определяются признаки, затем вы их просматриваете. Берите только те изображения, которые вам можно использовать.</translation>
    </message>
    <message>
        <source>Faces that were cut out: their attributes are read, then you look.</source>
        <translation>Вырезанные лица: определяются признаки, затем вы их просматриваете.</translation>
    </message>
    <message>
        <source>Portraits with labels, ready to learn from.</source>
        <translation>Портреты с метками, готовые для обучения.</translation>
    </message>
    <message>
        <source>Choose a folder of pictures or portraits</source>
        <translation>Выберите папку с изображениями или портретами</translation>
    </message>
    <message>
        <source>Choose the folder of a tagger</source>
        <translation>Выберите папку теггера</translation>
    </message>
    <message>
        <source>Choose the file {0}</source>
        <translation>Выберите файл {0}</translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message>
        <source>Train on</source>
        <translation>Учить дальше</translation>
    </message>
    <message>
        <source>Teach a new model from portraits.</source>
        <translation>Обучение новой модели на портретах.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message numerus="yes">
        <source>%Ln portrait(s)</source>
        <translation>
            <numerusform>%Ln портрет</numerusform>
            <numerusform>%Ln портрета</numerusform>
            <numerusform>%Ln портретов</numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation>Хранится в {0}</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Начать обучение</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Пауза</translation>
    </message>
    <message>
        <source>Go on with the rest</source>
        <translation>Продолжить с остальными</translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation>Сохранение…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Продолжить</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Install this model</source>
        <translation>Установить модель</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>Создание модели…</translation>
    </message>
    <message>
        <source>Pick up a run …</source>
        <translation>Открыть запуск…</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Новое обучение</translation>
    </message>
    <message>
        <source>End it here</source>
        <translation>Завершить здесь</translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation>Прервать сразу</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Стоп</translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation>Выберите папку запуска</translation>
    </message>
</context>
<context>
    <name>TrainPython</name>
    <message>
        <source>Copy the command</source>
        <translation>Копировать команду</translation>
    </message>
    <message>
        <source>Choose a Python …</source>
        <translation>Выбрать Python…</translation>
    </message>
    <message>
        <source>Trains with</source>
        <translation>Чем обучать</translation>
    </message>
    <message>
        <source>Looking for a Python that can train …</source>
        <translation>Поиск Python, пригодного для обучения…</translation>
    </message>
    <message>
        <source>torch {0} on {1}</source>
        <translation>torch {0} на {1}</translation>
    </message>
    <message>
        <source>Choose the program of a Python</source>
        <translation>Выберите исполняемый файл Python</translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Portraits</source>
        <translation>Портреты</translation>
    </message>
    <message>
        <source>Drawn for you</source>
        <translation>Нарисует программа</translation>
    </message>
    <message>
        <source>A folder</source>
        <translation>Из папки</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Модель</translation>
    </message>
    <message>
        <source>Keep runs elsewhere …</source>
        <translation>Хранить в другом месте…</translation>
    </message>
    <message>
        <source>Film my starred characters</source>
        <translation>Снимать персонажей со звездой</translation>
    </message>
    <message>
        <source>They are painted again and again while the model learns; 8 at most</source>
        <translation>Модель рисует их снова и снова, пока учится; не больше 8</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>Сколько</translation>
    </message>
    <message>
        <source>How many portraits</source>
        <translation>Сколько портретов</translation>
    </message>
    <message>
        <source>Portraits to learn from</source>
        <translation>Портреты для обучения</translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation>Хранится в</translation>
    </message>
    <message>
        <source>Choose a folder for runs</source>
        <translation>Выберите папку для запусков</translation>
    </message>
</context>
<context>
    <name>TrainStatus</name>
    <message>
        <source>{0} · {1} %</source>
        <translation>{0} · {1} %</translation>
    </message>
</context>
<context>
    <name>TrainView</name>
    <message>
        <source>left</source>
        <translation>осталось</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>картинок в секунду</translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation>картинок показано</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Кривые</translation>
    </message>
    <message>
        <source>Looks</source>
        <translation>Облик</translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation>Признаки</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Образцы</translation>
    </message>
    <message>
        <source>Losses</source>
        <translation>Потери</translation>
    </message>
    <message>
        <source>Same noise, step by step</source>
        <translation>Тот же шум, шаг за шагом</translation>
    </message>
    <message>
        <source>Portrait {0} of {1}</source>
        <translation>Портрет {0} из {1}</translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation>Шаг {0} из {1}</translation>
    </message>
    <message>
        <source>Painter</source>
        <translation>Художник</translation>
    </message>
    <message>
        <source>Critic</source>
        <translation>Критик</translation>
    </message>
    <message>
        <source>Samples at step {0}</source>
        <translation>Образцы на шаге {0}</translation>
    </message>
</context>
<context>
    <name>TrainerProcess</name>
    <message>
        <source>The trainer ended suddenly. If the computer ran out of memory, close other programs or choose a smaller model, and go on.</source>
        <translation>Программа обучения внезапно завершилась. Если компьютеру не хватило памяти, закройте другие программы или выберите модель поменьше и продолжите.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be started ({1}). Choose another Python.</source>
        <translation>Не удаётся запустить {0} ({1}). Выберите другой Python.</translation>
    </message>
    <message>
        <source>The trainer ended with code {0} and gave no reason.</source>
        <translation>Программа обучения завершилась с кодом {0}, не указав причины.</translation>
    </message>
    <message>
        <source>The trainer ended with an error: {0}</source>
        <translation>Программа обучения завершилась с ошибкой: {0}</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>The trainer ended without a word on how far it came. Is it of the same version as the window?</source>
        <translation>Программа обучения завершилась, не сообщив, докуда дошла. Проверьте, совпадает ли её версия с версией окна.</translation>
    </message>
    <message>
        <source>{0} is in use by another window, or can&apos;t be written to. Go on there, or close it first.</source>
        <translation>{0}: занято другим окном или закрыто для записи. Продолжите в том окне или сначала закройте его.</translation>
    </message>
</context>
<context>
    <name>TruncationRow</name>
    <message>
        <source>Variety</source>
        <translation>Разнообразие</translation>
    </message>
    <message>
        <source>From 0 (the average face) to 2; 1 is as the model was trained</source>
        <translation>От 0 (усреднённое лицо) до 2; 1 — как при обучении модели</translation>
    </message>
    <message>
        <source>Back to the model&apos;s own variety</source>
        <translation>Вернуть собственное разнообразие модели</translation>
    </message>
    <message>
        <source>Below 1 faces are more alike and cleaner, above 1 bolder (truncation)</source>
        <translation>Меньше 1 лица более похожи и чище, больше 1 — смелее (truncation)</translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
            <numerusform>и ещё %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Install</name>
    <message>
        <source>My model</source>
        <translation>Моя модель</translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation>Название модели</translation>
    </message>
    <message>
        <source>Its folder will be called {0}.</source>
        <translation>Папка модели будет называться {0}.</translation>
    </message>
</context>
<context>
    <name>_Message</name>
    <message>
        <source>Try again</source>
        <translation>Повторить</translation>
    </message>
    <message>
        <source>Choose a model folder …</source>
        <translation>Выбрать папку модели…</translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The sheet</source>
        <translation>Лист</translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>How often: {0}</source>
        <translation>Как часто: {0}</translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Model {0} {1}: {2}</source>
        <translation>Модель {0} {1}: {2}</translation>
    </message>
    <message>
        <source>Design anime characters on your own machine. Nothing leaves it.</source>
        <translation>Создавайте аниме-персонажей на своём компьютере: ничто не отправляется наружу.</translation>
    </message>
    <message>
        <source>Licences</source>
        <translation>Лицензии</translation>
    </message>
    <message>
        <source>About GirlsMoe Desktop</source>
        <translation>О программе GirlsMoe Desktop</translation>
    </message>
</context>
<context>
    <name>eyes</name>
    <message>
        <source>Blue</source>
        <translation>Синие</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красные</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Карие</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёные</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Фиолетовые</translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation>Жёлтые</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовые</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>Бирюзовые</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Чёрные</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевые</translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Characters (*.png *.jpg *.jpeg *.webp *.json)</source>
        <translation>Персонажи (*.png *.jpg *.jpeg *.webp *.json)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Все файлы (*)</translation>
    </message>
    <message>
        <source>Open a character</source>
        <translation>Открыть персонажа</translation>
    </message>
    <message>
        <source>Models: a zip, or model.json in its folder</source>
        <translation>Модели: zip или model.json в папке модели</translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation>Импорт модели</translation>
    </message>
    <message>
        <source>Choose pictures</source>
        <translation>Выберите картинки</translation>
    </message>
    <message>
        <source>Python packages (*.whl)</source>
        <translation>Пакеты Python (*.whl)</translation>
    </message>
    <message>
        <source>Add a package</source>
        <translation>Добавить пакет</translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation>Выберите папку модели</translation>
    </message>
    <message>
        <source>{0} pictures (*.{1})</source>
        <translation>Картинки {0} (*.{1})</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Сохранение картинки</translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation>Сохранение анимации</translation>
    </message>
    <message>
        <source>Options of make.girls.moe (*.json)</source>
        <translation>Настройки make.girls.moe (*.json)</translation>
    </message>
    <message>
        <source>Noise picture of make.girls.moe (*.png)</source>
        <translation>Картинка шума make.girls.moe (*.png)</translation>
    </message>
    <message>
        <source>Export for make.girls.moe</source>
        <translation>Экспорт для make.girls.moe</translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation>Очистить корзину</translation>
    </message>
    <message numerus="yes">
        <source>Delete %n character(s) for ever?</source>
        <translation>
            <numerusform>Удалить %n персонажа навсегда?</numerusform>
            <numerusform>Удалить %n персонажей навсегда?</numerusform>
            <numerusform>Удалить %n персонажей навсегда?</numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation>Это нельзя отменить.</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Удалить</translation>
    </message>
</context>
<context>
    <name>hair</name>
    <message>
        <source>Blonde</source>
        <translation>Светлые</translation>
    </message>
    <message>
        <source>Brown</source>
        <translation>Каштановые</translation>
    </message>
    <message>
        <source>Black</source>
        <translation>Чёрные</translation>
    </message>
    <message>
        <source>Blue</source>
        <translation>Синие</translation>
    </message>
    <message>
        <source>Pink</source>
        <translation>Розовые</translation>
    </message>
    <message>
        <source>Purple</source>
        <translation>Фиолетовые</translation>
    </message>
    <message>
        <source>Green</source>
        <translation>Зелёные</translation>
    </message>
    <message>
        <source>Red</source>
        <translation>Красные</translation>
    </message>
    <message>
        <source>Silver</source>
        <translation>Серебристые</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Белые</translation>
    </message>
    <message>
        <source>Orange</source>
        <translation>Оранжевые</translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation>Бирюзовые</translation>
    </message>
    <message>
        <source>Gray</source>
        <translation>Серые</translation>
    </message>
</context>
<context>
    <name>obedience</name>
    <message>
        <source>{0} % of pictures show it</source>
        <translation>{0} % картинок это показывают</translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation>{0}: {1}</translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation>Это удаётся модели плохо.</translation>
    </message>
    <message numerus="yes">
        <source>{0} % of pictures show it, learned from %Ln image(s)</source>
        <translation>
            <numerusform>видно на {0} % картинок, обучено на %Ln картинке</numerusform>
            <numerusform>видно на {0} % картинок, обучено на %Ln картинках</numerusform>
            <numerusform>видно на {0} % картинок, обучено на %Ln картинках</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Replace the model</source>
        <translation>Замена модели</translation>
    </message>
    <message>
        <source>Another model {0} is installed. Replace it?</source>
        <translation>Установлена другая модель {0}. Заменить её?</translation>
    </message>
    <message>
        <source>Characters of the other one stay in the gallery, but can&apos;t be changed or painted again.</source>
        <translation>Персонажи прежней модели останутся в галерее, но их нельзя будет изменить или нарисовать заново.</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>Заменить</translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation>Удаление модели</translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation>Удалить {0} с этого компьютера?</translation>
    </message>
    <message>
        <source>Its characters stay in the gallery. To paint with it again you need its file.</source>
        <translation>Персонажи этой модели останутся в галерее. Чтобы снова рисовать ею, понадобится её файл.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Удалить</translation>
    </message>
    <message>
        <source>Rename the collection</source>
        <translation>Переименовать коллекцию</translation>
    </message>
    <message>
        <source>New collection</source>
        <translation>Новая коллекция</translation>
    </message>
    <message>
        <source>Name of the collection</source>
        <translation>Название коллекции</translation>
    </message>
</context>
<context>
    <name>sections</name>
    <message>
        <source>Just made</source>
        <translation>Только что</translation>
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
        <source>Last 7 days</source>
        <translation>За 7 дней</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Раньше</translation>
    </message>
    <message>
        <source>With a star</source>
        <translation>Со звездой</translation>
    </message>
    <message>
        <source>Others</source>
        <translation>Остальные</translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The seed {0} is out of range: give a whole number from 0 to {1}.</source>
        <translation>Сид {0} вне допустимых пределов: укажите целое число от 0 до {1}.</translation>
    </message>
    <message>
        <source>{0} frames of {1}x{2} px are too much for one file: choose fewer frames or a smaller size.</source>
        <translation>Кадров: {0} по {1}x{2} px — это слишком много для одного файла. Уменьшите число кадров или размер.</translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose a new folder.</source>
        <translation>{0} уже существует и не пуста: выберите новую папку.</translation>
    </message>
    <message>
        <source>Writing MP4 takes the program ffmpeg, which is not installed: install it, or choose WebP, which every browser plays.</source>
        <translation>Для записи MP4 нужна программа ffmpeg, а она не установлена: установите её или выберите WebP, который воспроизводит любой браузер.</translation>
    </message>
    <message>
        <source>ffmpeg could not write the film ({0}): choose another kind of file.</source>
        <translation>ffmpeg не удалось записать анимацию ({0}): выберите другой тип файла.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder that you may write to and that has room.</source>
        <translation>Не удаётся записать {0} ({1}): выберите папку, в которую разрешена запись и где есть место.</translation>
    </message>
    <message>
        <source>An atlas of {0}x{1} px is too large for graphics cards: choose a smaller size.</source>
        <translation>Атлас {0}x{1} px слишком велик для видеокарт: выберите меньший размер.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be {1!r}: choose one of {2} (or random).</source>
        <translation>{0} не может быть {1!r}: выберите одно из {2} (или random).</translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of a file in it.</source>
        <translation>{0} — это папка: укажите имя файла в ней.</translation>
    </message>
    <message>
        <source>{0} exists already: choose another name, or allow it to be replaced (--overwrite).</source>
        <translation>{0} уже существует: выберите другое имя или разрешите замену (--overwrite).</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used ({1}): choose another name.</source>
        <translation>Имя {0} не подходит ({1}): выберите другое.</translation>
    </message>
    <message>
        <source>A film can&apos;t have {0} frames: give a number from 2 to {1}.</source>
        <translation>В анимации не может быть {0} кадров: укажите число от 2 до {1}.</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; this model has others.</source>
        <translation>make.girls.moe знает только 34 признака из статьи, а у этой модели другие.</translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; {0} has others.</source>
        <translation>make.girls.moe знает только 34 признака из статьи, а у {0} другие.</translation>
    </message>
    <message>
        <source>This is no options file of make.girls.moe ({0}): export it there once more.</source>
        <translation>Это не файл настроек make.girls.moe ({0}): экспортируйте его там ещё раз.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read as a noise picture ({1}).</source>
        <translation>Не удаётся прочитать {0} как картинку шума ({1}).</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, a noise picture for this model is {3}x{4}: choose another.</source>
        <translation>Размер {0} — {1}x{2} px, а картинка шума для этой модели должна быть {3}x{4}: выберите другую.</translation>
    </message>
    <message>
        <source>There is no attribute {0!r}: this model has {1}.</source>
        <translation>Признака {0!r} нет: у этой модели есть {1}.</translation>
    </message>
    <message>
        <source>The model description {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>Не удаётся прочитать описание модели {0} ({1}): переустановите модель или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>The model description {0} is damaged: {1}. Install the model again, or choose another with --model.</source>
        <translation>Описание модели {0} повреждено: {1}. Переустановите модель или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>{0} has no ending that says which kind of picture it is: give it one of {1}.</source>
        <translation>По имени {0} не понять тип картинки: добавьте одно из расширений {1}.</translation>
    </message>
    <message>
        <source>{0} carries no recipe: choose a picture that this program saved with its recipe and that no other program has re-saved since.</source>
        <translation>В {0} нет рецепта: выберите картинку, которую эта программа сохранила с рецептом и которую потом не пересохраняла другая программа.</translation>
    </message>
    <message>
        <source>The recipe in {0} is longer than {1} bytes: it is damaged.</source>
        <translation>Рецепт в {0} длиннее {1} байт: он повреждён.</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} on a side: it is not one of this program&apos;s pictures.</source>
        <translation>Размер {0} — {1}x{2} px, сторона больше {3}: эта картинка не из этой программы.</translation>
    </message>
    <message>
        <source>There is no file {0}: check the name.</source>
        <translation>Файла {0} нет: проверьте имя.</translation>
    </message>
    <message>
        <source>{0} is a folder: choose a picture in it.</source>
        <translation>{0} — это папка: выберите картинку в ней.</translation>
    </message>
    <message>
        <source>{0} is not a PNG picture, nor another that this program saves: choose one that it saved.</source>
        <translation>{0} — не PNG и не другой формат, в котором сохраняет эта программа: выберите картинку, сохранённую ею.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): choose another file.</source>
        <translation>Не удаётся прочитать {0} ({1}): выберите другой файл.</translation>
    </message>
    <message>
        <source>{0} is no picture that can be read: choose a PNG, JPEG, WebP, BMP, GIF or TIFF.</source>
        <translation>{0} — не картинка, которую можно прочитать: выберите PNG, JPEG, WebP, BMP, GIF или TIFF.</translation>
    </message>
    <message>
        <source>{0} is too large for this computer&apos;s memory.</source>
        <translation>{0} не помещается в память этого компьютера.</translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} million pixels: choose a smaller one.</source>
        <translation>{0}: {1}x{2} пикс., больше {3} млн пикселей: выберите картинку поменьше.</translation>
    </message>
    <message>
        <source>The picture&apos;s note of how it was enlarged is damaged or of a newer version ({0}): choose another picture.</source>
        <translation>Запись в картинке о том, как её увеличили, повреждена или новее этой программы ({0}): выберите другую картинку.</translation>
    </message>
    <message>
        <source>The truncation can&apos;t be {0}: give a number from 0 (the average face) over 1 (as trained) to {1:.0f}.</source>
        <translation>Truncation не может быть {0}: укажите число от 0 (усреднённое лицо) через 1 (как при обучении) до {1:.0f}.</translation>
    </message>
    <message>
        <source>The model {0} has no label {1}.</source>
        <translation>У модели {0} нет метки {1}.</translation>
    </message>
    <message>
        <source>These characters belong to different models ({0}, {1}): choose two of one model.</source>
        <translation>Эти персонажи от разных моделей ({0}, {1}): выберите двух от одной модели.</translation>
    </message>
    <message>
        <source>These characters both name the model {0}, but their noise or labels differ in kind, so one of them is damaged: choose another.</source>
        <translation>У обоих персонажей указана модель {0}, но их шум или метки разного вида, значит, один из них повреждён: выберите другого.</translation>
    </message>
    <message>
        <source>The recipe&apos;s labels are not those of the model {0} (differing: {1}): choose the model that it was made with, {2}.</source>
        <translation>Метки рецепта не подходят к модели {0} (отличаются: {1}): выберите модель, для которой он создан, {2}.</translation>
    </message>
    <message>
        <source>The recipe is damaged or of a newer version ({0}): generate the picture again, or use a newer GirlsMoe Desktop.</source>
        <translation>Рецепт повреждён или создан в более новой версии ({0}): создайте картинку заново или обновите GirlsMoe Desktop.</translation>
    </message>
    <message>
        <source>The strength of {0} can&apos;t be {1}: give a number from {2:.0f} to {3:.0f}; 0 is off and 1 is on.</source>
        <translation>Сила признака {0} не может быть {1}: укажите число от {2:.0f} до {3:.0f}; 0 — нет, 1 — да.</translation>
    </message>
    <message>
        <source>The code is of a model, or a version of one, that is not installed here: install it, or ask for the picture.</source>
        <translation>Код относится к модели или её версии, которая здесь не установлена: установите её или попросите прислать картинку.</translation>
    </message>
    <message>
        <source>This character&apos;s noise was blended or painted, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>Шум этого персонажа смешан или нарисован, поэтому в короткий код он не помещается: сохраните картинку с рецептом или скопируйте рецепт.</translation>
    </message>
    <message>
        <source>This character is a mixture, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation>Этот персонаж — смесь, поэтому в короткий код он не помещается: сохраните картинку с рецептом или скопируйте рецепт.</translation>
    </message>
    <message>
        <source>This character&apos;s truncation has more digits than a short code holds: save the picture with its recipe, or copy the recipe.</source>
        <translation>У truncation этого персонажа больше знаков, чем вмещает короткий код: сохраните картинку с рецептом или скопируйте рецепт.</translation>
    </message>
    <message>
        <source>The code is of another version of the model: ask for the recipe instead.</source>
        <translation>Код от другой версии модели: попросите прислать рецепт.</translation>
    </message>
    <message>
        <source>The code names a seed that can&apos;t be: copy it again.</source>
        <translation>В коде указан недопустимый сид: скопируйте код ещё раз.</translation>
    </message>
    <message>
        <source>This is no share code: one begins with {0}-.</source>
        <translation>Это не код персонажа: такой код начинается с {0}-.</translation>
    </message>
    <message>
        <source>The share code is not complete or has strange letters: copy it again.</source>
        <translation>Код персонажа неполон или содержит посторонние символы: скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>The share code was mistyped (its check sum is wrong): copy it again.</source>
        <translation>В коде персонажа опечатка (контрольная сумма не сходится): скопируйте его ещё раз.</translation>
    </message>
    <message>
        <source>Rows and columns can&apos;t both go through {0}: choose something else for one of them.</source>
        <translation>Строки и столбцы не могут одновременно менять {0}: выберите для одного из них другое.</translation>
    </message>
    <message>
        <source>A sheet of {0} x {1} pictures is too large: choose something with fewer options.</source>
        <translation>Лист из {0} x {1} картинок слишком велик: выберите то, где меньше вариантов.</translation>
    </message>
    <message>
        <source>A sheet of {0}x{1} px is too large for one picture: choose a smaller size.</source>
        <translation>Лист {0}x{1} px слишком велик для одной картинки: выберите меньший размер.</translation>
    </message>
    <message>
        <source>A sheet can&apos;t go through {0!r}: choose one of {1}.</source>
        <translation>Лист не может менять {0!r}: выберите одно из {1}.</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} can&apos;t be read ({1}): give the folder of a tagger, which holds model.json and tagger.onnx.</source>
        <translation>Не удаётся прочитать описание теггера {0} ({1}): укажите папку теггера, где есть model.json и tagger.onnx.</translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} is damaged: {1}. Export the tagger again.</source>
        <translation>Описание теггера {0} повреждено: {1}. Экспортируйте теггер ещё раз.</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} can&apos;t be read ({1}): give the folder of an upscaler, which holds model.json, soft.onnx and sharp.onnx.</source>
        <translation>Не удаётся прочитать описание увеличителя {0} ({1}): укажите папку увеличителя, в которой лежат model.json, soft.onnx и sharp.onnx.</translation>
    </message>
    <message>
        <source>The upscaler&apos;s description {0} is damaged: {1}. Install the upscaler again.</source>
        <translation>Описание увеличителя {0} повреждено: {1}. Установите увеличитель заново.</translation>
    </message>
    <message>
        <source>The package does not work here ({0}), so nothing was changed: see what its version needs, such as a driver, CUDA and cuDNN, or choose another version.</source>
        <translation>Этот пакет здесь не работает ({0}), поэтому ничего не изменено: проверьте, что нужно этой версии, например драйвер, CUDA и cuDNN, или выберите другую версию.</translation>
    </message>
    <message>
        <source>{0} is no wheel: choose a .whl file as PyPI offers it for onnxruntime.</source>
        <translation>{0} — не wheel: выберите файл .whl, какой PyPI предлагает для onnxruntime.</translation>
    </message>
    <message>
        <source>{0} is for another Python or another system: this program needs one for {1} on {2} {3}.</source>
        <translation>{0} — для другого Python или другой системы: этой программе нужен файл для {1} на {2} {3}.</translation>
    </message>
    <message>
        <source>The package can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>Не удаётся записать пакет в {0} ({1}): освободите место или разрешите программе запись туда.</translation>
    </message>
    <message>
        <source>None of these wheels brings onnxruntime: choose that of onnxruntime-gpu, onnxruntime-directml or another of its packages.</source>
        <translation>Ни один из этих файлов wheel не содержит onnxruntime: выберите файл пакета onnxruntime-gpu, onnxruntime-directml или другого из них.</translation>
    </message>
    <message>
        <source>{0} is damaged or no wheel ({1}): get it again.</source>
        <translation>{0} повреждён или не является файлом wheel ({1}): получите его заново.</translation>
    </message>
    <message>
        <source>There is no picture in {0}: give pictures, or a folder that holds some; folders within it count only on demand (--recursive).</source>
        <translation>В {0} нет картинок: укажите картинки или папку с ними; вложенные папки учитываются только по требованию (--recursive).</translation>
    </message>
    <message>
        <source>{0} holds more than {1} pictures: give smaller folders.</source>
        <translation>В {0} больше {1} картинок: укажите папки поменьше.</translation>
    </message>
    <message>
        <source>The weights of {0} have the tensors {1}, its manifest says {2} after a free batch size: install the model again.</source>
        <translation>В весах {0} тензоры {1}, а в манифесте указано {2} после свободного размера пакета: переустановите модель.</translation>
    </message>
    <message>
        <source>The model {0} gave values that are not numbers on {1}: install it again, or choose another with --model.</source>
        <translation>Модель {0} выдала нечисловые значения на {1}: переустановите её или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>The recipe was made for other weights of {0} than those of {1} {2}: choose or install the model it was made with.</source>
        <translation>Рецепт создан для других весов {0}, не для тех, что у {1} {2}: выберите или установите модель, для которой он создан.</translation>
    </message>
    <message>
        <source>The recipe has {0} noise values, the model {1} takes {2}: the recipe is damaged; choose another picture.</source>
        <translation>Значений шума в рецепте {0}, а модель {1} принимает {2}: рецепт повреждён, выберите другую картинку.</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime не может запустить модель {0} ({1}): переустановите её или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>Install the program again, or put a model&apos;s folder there and start again.</source>
        <translation>Установите программу заново или положите туда папку модели и запустите её снова.</translation>
    </message>
    <message>
        <source>There is no model {0!r}: installed are {1}. Choose one of them, or give a model&apos;s folder.</source>
        <translation>Модели {0!r} нет; установлены: {1}. Выберите одну из них или укажите папку модели.</translation>
    </message>
    <message>
        <source>No model is installed (searched: {0}). {1}</source>
        <translation>Ни одной модели не установлено (где искали: {0}). {1}</translation>
    </message>
    <message>
        <source>There is no model {0!r}, nor any other. {1}</source>
        <translation>Модели {0!r} нет, и других тоже. {1}</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): check that it is there.</source>
        <translation>Не удаётся прочитать {0} ({1}): проверьте, на месте ли он.</translation>
    </message>
    <message>
        <source>{0} is no model that can be imported ({1}): choose a folder or a zip with {2} and {3}.</source>
        <translation>{0} нельзя импортировать как модель ({1}): выберите папку или zip с {2} и {3}.</translation>
    </message>
    <message>
        <source>There is already another model {0!r}: replace it on purpose (--replace), or leave it.</source>
        <translation>Другая модель {0!r} уже есть: замените её явно (--replace) или оставьте.</translation>
    </message>
    <message>
        <source>The model {0} lies in {1}, not among your own: it can&apos;t be removed from here.</source>
        <translation>Модель {0} лежит в {1}, а не среди ваших: отсюда её нельзя удалить.</translation>
    </message>
    <message>
        <source>The model {0} paints an empty picture, so it was not installed: get it again from where it came from.</source>
        <translation>Модель {0} рисует пустую картинку, поэтому не установлена: получите её заново из того же источника.</translation>
    </message>
    <message>
        <source>The model can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation>Не удаётся записать модель в {0} ({1}): освободите там место или разрешите программе запись.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used. {1}</source>
        <translation>{0}: использовать нельзя. {1}</translation>
    </message>
    <message>
        <source>{0} holds no pictures and no prepared portraits. Choose a folder of pictures, one that girlsmoe-train has made, or have portraits drawn for you.</source>
        <translation>В {0} нет ни изображений, ни подготовленных портретов. Выберите папку с изображениями или созданную girlsmoe-train либо позвольте нарисовать портреты.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be removed ({1}): close what uses it.</source>
        <translation>Не удаётся удалить {0} ({1}): закройте то, что его использует.</translation>
    </message>
    <message>
        <source>The model in {0} is damaged: {1}. Get it again from where it came from.</source>
        <translation>Модель в {0} повреждена: {1}. Получите её заново из того же источника.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: its two files are not the same network with different weights. Install it again.</source>
        <translation>{0} нельзя использовать: два его файла — не одна и та же сеть с разными весами. Установите его заново.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used: a file of it is larger than {1} MiB. Choose another.</source>
        <translation>{0} нельзя использовать: один из его файлов больше {1} МиБ. Выберите другой.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be used as an ONNX model: {1}. Get the model again from where it came from, or choose another.</source>
        <translation>{0} не годится как модель ONNX: {1}. Получите модель заново из того же источника или выберите другую.</translation>
    </message>
    <message>
        <source>The package {0} is not installed.</source>
        <translation>Пакет {0} не установлен.</translation>
    </message>
    <message>
        <source>an NVIDIA card, its driver, and CUDA and cuDNN as onnxruntime-gpu wants them</source>
        <translation>видеокарта NVIDIA, её драйвер, а также CUDA и cuDNN тех версий, что нужны onnxruntime-gpu</translation>
    </message>
    <message>
        <source>a graphics card with DirectX 12 and its driver</source>
        <translation>видеокарта с DirectX 12 и её драйвер</translation>
    </message>
    <message>
        <source>macOS 10.15 or later</source>
        <translation>macOS 10.15 или новее</translation>
    </message>
    <message>
        <source>a graphics card with Vulkan, Metal or DirectX 12, and its driver</source>
        <translation>видеокарта с Vulkan, Metal или DirectX 12 и её драйвер</translation>
    </message>
    <message>
        <source>There is no device {0!r}: choose one of {1}.</source>
        <translation>Устройства {0!r} нет: выберите одно из {1}.</translation>
    </message>
    <message>
        <source>{0} did not start: it needs {1}.</source>
        <translation>{0} не запускается. Требуется: {1}.</translation>
    </message>
    <message>
        <source>It is not for this system.</source>
        <translation>Не для этой системы.</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the tagger {0} ({1}): install it again.</source>
        <translation>onnxruntime не может запустить теггер {0} ({1}): переустановите его.</translation>
    </message>
    <message>
        <source>{0} paints empty pictures here.</source>
        <translation>{0} рисует здесь пустые картинки.</translation>
    </message>
    <message>
        <source>The upscaler {0} makes pictures {1} times as large and can&apos;t make them {2} times: choose another scale.</source>
        <translation>Увеличитель {0} увеличивает картинки в {1} раза и не может увеличить в {2}: выберите другой масштаб.</translation>
    </message>
    <message>
        <source>The upscaler {0} gave no picture: black, of another size, or not even numbers. Install it again, or choose another.</source>
        <translation>Увеличитель {0} не дал картинки: она чёрная, другого размера или вовсе не из чисел. Установите его заново или выберите другой.</translation>
    </message>
    <message>
        <source>{0}x{1} px would become {2}x{3} px, more than {4} million pixels: choose a smaller scale or picture.</source>
        <translation>{0}x{1} пикс. превратились бы в {2}x{3}, а это больше {4} млн пикселей: выберите меньший масштаб или картинку поменьше.</translation>
    </message>
    <message>
        <source>The weights of the upscaler {0} have the tensors {1}, expected {2} and {3} for one RGB picture of any size: install it again.</source>
        <translation>В весах увеличителя {0} тензоры {1}, а нужны {2} и {3} для одной картинки RGB любого размера: установите его заново.</translation>
    </message>
    <message>
        <source>The sharpness is {0}: choose 0 (soft) to 1 (sharp).</source>
        <translation>Резкость равна {0}: выберите от 0 (мягко) до 1 (резко).</translation>
    </message>
    <message>
        <source>The upscaler {0}</source>
        <translation>Увеличитель {0}</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the upscaler {0} ({1}): install it again, or close other programs if memory is short.</source>
        <translation>onnxruntime не может запустить увеличитель {0} ({1}): установите его заново или, если мало памяти, закройте другие программы.</translation>
    </message>
    <message>
        <source>The picture was enlarged with the upscaler {0} {1}, which is not installed, and so can&apos;t be verified: save it at its own size, or install that upscaler.</source>
        <translation>Картинку увеличил {0} {1}, которого здесь нет, поэтому проверить её нельзя: сохраните её в исходном размере или установите этот увеличитель.</translation>
    </message>
    <message>
        <source>The weights {0} are damaged (their sha256 is not the one in model.json): install the model again, or choose another with --model.</source>
        <translation>Веса {0} повреждены (их sha256 не совпадает с указанным в model.json): переустановите модель или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>The weights {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation>Не удаётся прочитать веса {0} ({1}): переустановите модель или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t load the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation>onnxruntime не может загрузить модель {0} ({1}): переустановите её или выберите другую с помощью --model.</translation>
    </message>
    <message>
        <source>This text is no recipe, no share code and no options file: copy the whole of one.</source>
        <translation>Это не рецепт, не код персонажа и не файл настроек: скопируйте текст целиком.</translation>
    </message>
    <message>
        <source>{0} was made with another model or version, {1}; open here is {2}. Open {3} first.</source>
        <translation>{0} создан другой моделью или версией, {1}; здесь открыта {2}. Сначала откройте {3}.</translation>
    </message>
    <message>
        <source>{0} is no text: choose a recipe or an options file.</source>
        <translation>{0} — не текст: выберите рецепт или файл настроек.</translation>
    </message>
    <message>
        <source>{0} holds no run that this window started ({1} is missing or damaged). Choose the folder of a run, such as runs/00001-preview-64.</source>
        <translation>В {0} нет запуска, начатого в этом окне ({1} не хватает или повреждён). Выберите папку запуска, например runs/00001-preview-64.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder for runs that you may write to and that has room.</source>
        <translation>Не удаётся записать {0} ({1}): выберите для запусков папку, в которую разрешена запись и где есть место.</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). Check the folder, or choose another run.</source>
        <translation>Не удаётся прочитать {0} ({1}). Проверьте папку или выберите другой запуск.</translation>
    </message>
    <message>
        <source>The weights and every picture made with them are free for any use, commercial use included; nobody has to be named.</source>
        <translation>Веса модели и все сделанные с ними картинки можно свободно использовать в любых целях, в том числе коммерческих; указывать авторов не нужно.</translation>
    </message>
    <message>
        <source>A collection&apos;s name has 1 to {0} letters: choose one of that length.</source>
        <translation>Название коллекции — от 1 до {0} знаков: выберите такую длину.</translation>
    </message>
    <message>
        <source>There is already a collection {0}: choose another name.</source>
        <translation>Коллекция {0} уже есть: выберите другое название.</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be used ({1}).</source>
        <translation>Галерею {0} нельзя использовать ({1}).</translation>
    </message>
    <message>
        <source>The gallery {0} is in use by another program: close that and start again.</source>
        <translation>Галерею {0} использует другая программа: закройте её и перезапустите GirlsMoe Desktop.</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be written: make it and its folder yours to write to.</source>
        <translation>Не удаётся записать галерею {0}: разрешите себе запись в неё и в её папку.</translation>
    </message>
    <message>
        <source>There is no room left on the disk of {0}: what was kept before is safe; make room.</source>
        <translation>На диске с {0} не осталось места: сохранённое раньше не пострадало, освободите место.</translation>
    </message>
    <message>
        <source>The gallery {0} is damaged ({1}).</source>
        <translation>Галерея {0} повреждена ({1}).</translation>
    </message>
    <message>
        <source>{0} was written by a newer GirlsMoe Desktop: use that one. The file is left as it is.</source>
        <translation>{0} записан более новой версией GirlsMoe Desktop: откройте его в ней. Файл оставлен без изменений.</translation>
    </message>
    <message>
        <source>{0} is another program&apos;s database: move it away and start again.</source>
        <translation>{0} — база данных другой программы: переместите её и перезапустите GirlsMoe Desktop.</translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be opened ({1}): make its folder one that you may write to.</source>
        <translation>Не удаётся открыть галерею {0} ({1}): разрешите себе запись в её папку.</translation>
    </message>
    <message>
        <source>{0} Until then your characters last as long as this window: save those you like.</source>
        <translation>{0} До тех пор персонажи хранятся, только пока открыто это окно: сохраните тех, кто нравится.</translation>
    </message>
    <message>
        <source>{0} It is kept as {1}, and a new gallery was begun.</source>
        <translation>{0} Она сохранена как {1}, и начата новая галерея.</translation>
    </message>
    <message>
        <source>There is no character {0} in the gallery any more.</source>
        <translation>Персонажа {0} больше нет в галерее.</translation>
    </message>
    <message>
        <source>The picture of character {0} is damaged ({1}).</source>
        <translation>Картинка персонажа {0} повреждена ({1}).</translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). The next sheet of samples takes its place.</source>
        <translation>Не удаётся прочитать {0} ({1}). Его заменит следующий лист образцов.</translation>
    </message>
    <message>
        <source>{0} is larger than any sheet of samples: leave it out.</source>
        <translation>{0} больше любого листа образцов: уберите его.</translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>Expressions</source>
        <translation>Выражения лица</translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation>Нейтральное</translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>{0} M</source>
        <translation>{0} млн</translation>
    </message>
    <message>
        <source>{0} k</source>
        <translation>{0} тыс.</translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation>меньше минуты</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} ч {1} мин</translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation>{0} дн. {1} ч</translation>
    </message>
    <message>
        <source>Small · 64 px</source>
        <translation>Малая · 64 px</translation>
    </message>
    <message>
        <source>Medium · 128 px</source>
        <translation>Средняя · 128 px</translation>
    </message>
    <message>
        <source>Large · 256 px</source>
        <translation>Большая · 256 px</translation>
    </message>
    <message>
        <source>As in the paper · 128 px</source>
        <translation>Как в статье · 128 px</translation>
    </message>
    <message>
        <source>Trial run · 32 px</source>
        <translation>Пробный запуск · 32 px</translation>
    </message>
    <message>
        <source>Learns in an hour or two on an ordinary computer.</source>
        <translation>Учится за час-два на обычном компьютере.</translation>
    </message>
    <message>
        <source>Wants a graphics card: hours on one, many days without.</source>
        <translation>Нужна видеокарта: с ней — часы, без неё — много дней.</translation>
    </message>
    <message>
        <source>Three to four times the work of Medium, on a strong graphics card.</source>
        <translation>В три-четыре раза больше работы, чем у «Средней»; нужна мощная видеокарта.</translation>
    </message>
    <message>
        <source>The paper&apos;s own recipe, to compare with. Medium learns better.</source>
        <translation>В точности способ из статьи, для сравнения. «Средняя» учится лучше.</translation>
    </message>
    <message>
        <source>Shows in a minute that everything runs. It paints nothing pretty.</source>
        <translation>За минуту показывает, что всё работает. Красивых картинок не рисует.</translation>
    </message>
    <message>
        <source>Getting ready</source>
        <translation>Подготовка</translation>
    </message>
    <message>
        <source>Faces wait to be looked at</source>
        <translation>Лица ждут просмотра</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Рисование</translation>
    </message>
    <message>
        <source>Find faces</source>
        <translation>Поиск лиц</translation>
    </message>
    <message>
        <source>Find doubles</source>
        <translation>Поиск повторов</translation>
    </message>
    <message>
        <source>Read attributes</source>
        <translation>Признаки</translation>
    </message>
    <message>
        <source>Look at them</source>
        <translation>Просмотр</translation>
    </message>
    <message>
        <source>Make the set</source>
        <translation>Сбор набора</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Drawing portraits</source>
        <translation>Рисование портретов</translation>
    </message>
    <message>
        <source>Cutting out faces</source>
        <translation>Вырезание лиц</translation>
    </message>
    <message>
        <source>Looking for doubles</source>
        <translation>Поиск повторов</translation>
    </message>
    <message>
        <source>Reading the faces&apos; attributes</source>
        <translation>Определение признаков</translation>
    </message>
    <message>
        <source>Making the training set</source>
        <translation>Сбор обучающего набора</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Обучение</translation>
    </message>
    <message>
        <source>Ending the step and saving …</source>
        <translation>Завершение шага и сохранение…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Приостановлено</translation>
    </message>
    <message>
        <source>Trained</source>
        <translation>Обучена</translation>
    </message>
    <message>
        <source>Training has stopped</source>
        <translation>Обучение остановилось</translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation>Создание модели…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Hair colour</source>
        <translation>Волосы</translation>
    </message>
    <message>
        <source>Hair style</source>
        <translation>Причёска</translation>
    </message>
    <message>
        <source>Eye colour</source>
        <translation>Глаза</translation>
    </message>
    <message>
        <source>Blush</source>
        <translation>Румянец</translation>
    </message>
    <message>
        <source>Smile</source>
        <translation>Улыбка</translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation>Рот открыт</translation>
    </message>
    <message>
        <source>Hat</source>
        <translation>Шляпа</translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation>Лента</translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation>Очки</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Нет</translation>
    </message>
    <message>
        <source>On</source>
        <translation>Да</translation>
    </message>
    <message>
        <source>Long</source>
        <translation>Длинные</translation>
    </message>
    <message>
        <source>Medium</source>
        <translation>Средние</translation>
    </message>
    <message>
        <source>Short</source>
        <translation>Короткие</translation>
    </message>
    <message>
        <source>Twintails</source>
        <translation>Два хвоста</translation>
    </message>
    <message>
        <source>Drills</source>
        <translation>Дрели</translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation>Хвост</translation>
    </message>
    <message>
        <source>No blush</source>
        <translation>Без румянца</translation>
    </message>
    <message>
        <source>No smile</source>
        <translation>Без улыбки</translation>
    </message>
    <message>
        <source>Closed mouth</source>
        <translation>Закрытый рот</translation>
    </message>
    <message>
        <source>No hat</source>
        <translation>Без шляпы</translation>
    </message>
    <message>
        <source>No ribbon</source>
        <translation>Без ленты</translation>
    </message>
    <message>
        <source>No glasses</source>
        <translation>Без очков</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Случайно</translation>
    </message>
    <message>
        <source>{0} hair</source>
        <translation>{0} волосы</translation>
    </message>
    <message>
        <source>{0} eyes</source>
        <translation>{0} глаза</translation>
    </message>
    <message>
        <source>The same</source>
        <translation>Такой же</translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation>{0} %</translation>
    </message>
    <message>
        <source>Varied by {0} %</source>
        <translation>Вариация {0} %</translation>
    </message>
    <message>
        <source>Variety {0}</source>
        <translation>Разнообразие {0}</translation>
    </message>
    <message>
        <source>Another face</source>
        <translation>Другое лицо</translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>A mixture</source>
        <translation>Смесь</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} с</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} мин</translation>
    </message>
</context>
</TS>
