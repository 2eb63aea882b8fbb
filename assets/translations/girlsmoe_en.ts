<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>Collecting</name>
    <message numerus="yes">
        <source>%n character(s) put into {0}</source>
        <translation>
            <numerusform>%n character put into {0}</numerusform>
            <numerusform>%n characters put into {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EnlargePanel</name>
    <message numerus="yes">
        <source>Enlarge %n picture(s)</source>
        <translation>
            <numerusform>Enlarge %n picture</numerusform>
            <numerusform>Enlarge %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Save %n character(s) …</source>
        <translation>
            <numerusform>Save %n character …</numerusform>
            <numerusform>Save %n characters …</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message numerus="yes">
        <source>%n frame(s), {0} s</source>
        <translation>
            <numerusform>%n frame, {0} s</numerusform>
            <numerusform>%n frames, {0} s</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FileEnlarging</name>
    <message numerus="yes">
        <source>%n picture(s) enlarged</source>
        <translation>
            <numerusform>%n picture enlarged</numerusform>
            <numerusform>%n pictures enlarged</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation>
            <numerusform>%n label</numerusform>
            <numerusform>%n labels</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReviewView</name>
    <message numerus="yes">
        <source>%Ln face(s)</source>
        <translation>
            <numerusform>%Ln face</numerusform>
            <numerusform>%Ln faces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message numerus="yes">
        <source>Save %n picture(s)</source>
        <translation>
            <numerusform>Save %n picture</numerusform>
            <numerusform>Save %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) saved in {0}</source>
        <translation>
            <numerusform>%n picture saved in {0}</numerusform>
            <numerusform>%n pictures saved in {0}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message numerus="yes">
        <source>So much is fixed that only %n character(s) came of it.</source>
        <translation>
            <numerusform>So much is fixed that only %n character came of it.</numerusform>
            <numerusform>So much is fixed that only %n characters came of it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message numerus="yes">
        <source>%Ln portrait(s)</source>
        <translation>
            <numerusform>%Ln portrait</numerusform>
            <numerusform>%Ln portraits</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>files</name>
    <message numerus="yes">
        <source>Delete %n character(s) for ever?</source>
        <translation>
            <numerusform>Delete %n character for ever?</numerusform>
            <numerusform>Delete %n characters for ever?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>obedience</name>
    <message numerus="yes">
        <source>{0} % of pictures show it, learned from %Ln image(s)</source>
        <translation>
            <numerusform>{0} % of pictures show it, learned from %Ln image</numerusform>
            <numerusform>{0} % of pictures show it, learned from %Ln images</numerusform>
        </translation>
    </message>
</context>
</TS>
