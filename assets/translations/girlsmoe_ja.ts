<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ja" sourcelanguage="en">
<context>
    <name>Actions</name>
    <message>
        <source>&amp;Open …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Verify a picture …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>E&amp;xport for make.girls.moe …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy s&amp;hare code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy &amp;description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Paste</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Find</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;tar</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything to &amp;chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Freeze what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Odds …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Vary the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Character s&amp;heet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as &amp;A</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set as &amp;B</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Full screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;About GirlsMoe Desktop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colours of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Language of the &amp;system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Undo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Redo: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>AttributeTable</name>
    <message>
        <source>Not measured yet: try each one and judge by eye.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Close this message</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>BlendPanel</name>
    <message>
        <source>Share of the way</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export a film …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glide from one character to another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CardText</name>
    <message>
        <source>What its makers say</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ChoiceBox</name>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>CountButton</name>
    <message>
        <source>Best of</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of so many, the one that shows best what it is meant to show</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, each the best of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}. The arrow keys change it by one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>of {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DesignPanel</name>
    <message>
        <source>Strengths: mixtures and exaggerations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odds of what is left to chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze everything that is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Details</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Designer</name>
    <message>
        <source>Strength: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave everything to chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Freeze what is shown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Free the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a part of the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paint the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Their noise is of another kind: choose a character of this model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the noise of another</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise is kept: open its lock to change it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>DeviceBox</name>
    <message>
        <source>Paint on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Test</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Device</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paints a few pictures on each and measures the time</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Testing …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ready to be tried.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EmptyStage</name>
    <message>
        <source>Teach your own model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Here you will watch it learn: how long it still takes, its losses, and the same characters getting better from step to step. A run can be paused at any time, and closing the window pauses it too.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>EndCard</name>
    <message>
        <source>Set as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the character on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>Open the model that this character was made with to vary it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is nothing in the clipboard to make a character of: copy a picture of this program, a recipe or a share code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the model that this character was made with to share its code.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is exactly what its recipe makes here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is what its recipe makes here, but for the last bit of rounding.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not quite what its recipe makes here: it was changed, or saved as a JPEG.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ExportDialog</name>
    <message>
        <source>Export a film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Frames a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There and back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Slow down at every stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>MP4 takes the program ffmpeg: install it and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n frame(s), {0} s</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Family</name>
    <message>
        <source>Open the model that they were made with to make children of them.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FamilyPanel</name>
    <message>
        <source>How much children differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Make variations</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take as partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross with the partner</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How much they differ</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every child knows its parents: click anybody in the tree to go back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cross</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the gallery or the tree.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FamilyView</name>
    <message>
        <source>Family tree</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FileDesk</name>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>-frames</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the clipboard: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The description is in the clipboard.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the pictures</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmProgress</name>
    <message>
        <source>Cancel the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the film …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the film: {0} s left</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FilmStrip</name>
    <message>
        <source>Step by step: step {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step by step</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>FurtherStop</name>
    <message>
        <source>Take {0} out of the way</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Only those with a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: silver hat, smile …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number of characters: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Starred</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody looks like that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody has a star yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trash is empty.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GalleryModel</name>
    <message>
        <source>with a star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>GenerateBar</name>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LossChart</name>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The curves begin with the first report.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Opening the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Family</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model to paint with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The language changes when the program is started the next time.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelButton</name>
    <message>
        <source>{0}, in use</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Use {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelRow</name>
    <message>
        <source>Remove {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} MB</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>yours</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>bundled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>preview</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelView</name>
    <message>
        <source>pictures learned from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>distance to real ones</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>attributes obeyed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>the worst of them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What its makers say</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licence</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Version {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n label(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Models</name>
    <message>
        <source>{0} was removed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is installed.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ModelsPanel</name>
    <message>
        <source>Import …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trying it out …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseBar</name>
    <message>
        <source>Vary the noise a little</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Edit the noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold: keep parts of the noise as they are</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Amount of variation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take A&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take B&apos;s</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drag to paint; with Shift to smooth; with the right button to reset. The arrow keys go along and change, Space holds, Delete resets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise that this character grew from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise kept: the next characters differ in their options only</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep this noise for the next characters</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Vary by {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take their noise, except for what is held</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Set A and B under Blend first</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>NoiseBars</name>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Component {0} of {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}, held</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>OddsDialog</name>
    <message>
        <source>Odds of what is left to chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Even</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Odds</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mine</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate draws what is not pinned by these odds. Rare options are rarer in the pictures that the model learned from, too, and may come out less well.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PlayButton</name>
    <message>
        <source>Stop the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Play the film</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ProgressLine</name>
    <message>
        <source>{0} % done</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>PythonProbe</name>
    <message>
        <source>Training needs a Python with torch, and none was found. Install Python 3.11 or later from python.org, run {0} in it, then choose it here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be started: choose the executable of a Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not answer in time: try again, or choose another Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t train: it lacks {1}. Run {2} in it, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has version {1} of the trainer, and the window is {2}: run {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gave no answer that can be read: choose another Python.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SaveDialog</name>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Save %n picture(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save as …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What the file will carry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Whoever has the file can make this very character again, and change it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file says what it shows, how it came to be and who may use it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file holds pixels and nothing else.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Made with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rights</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Saving</name>
    <message numerus="yes">
        <source>%n picture(s) saved in {0}</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SavingStatus</name>
    <message>
        <source>Stop saving</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving: {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Segmented</name>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: random, {1} was drawn</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Character sheet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Columns</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Size of a picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Credit</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file carries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the sheet …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save an atlas …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For games made with Ren&apos;Py, Godot and others</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>None: a single row</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The noise stays; what you choose here changes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} × {1} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} of {1} pictures</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for the atlas, such as that of your game</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saved as {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SheetView</name>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first samples come after some hundred steps.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search: undo, noise …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search the shortcuts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Close</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>arrow keys</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go along the noise, change it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hold a part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Space, or drag with the pin</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reset a part of it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete, or the right button</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smooth it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift and drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Change a strength</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Back to the middle</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>double click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark several</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shift or Ctrl and a click</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mark everybody</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take away into another program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>drag</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Strengths</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gallery</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Keep in the gallery</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} (hard to see: {1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Give a star</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StatusLine</name>
    <message>
        <source>Opening the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} · an early preview, not fully trained yet</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} ms per picture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Stops</name>
    <message>
        <source>Turn the way round</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on to who is on the stage</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Come back to A: a loop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one in the gallery.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>StrengthRow</name>
    <message>
        <source>Strength: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Leave {0} to chance</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>From −1 (off) to 1 (on); type more for more</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Studio</name>
    <message>
        <source>Bring somebody in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose somebody else</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blend</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} The CPU paints instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} gave no picture. The CPU painted it again and goes on from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Generate</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything is fixed, so one character was made.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>So much is fixed that only %n character(s) came of it.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Something unforeseen went wrong ({0}). Try again.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Tidying</name>
    <message>
        <source>Give a star</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Take the star away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Move to the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the trash: {0}. Undo brings them back.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters with a star are protected: take the star away first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPanel</name>
    <message>
        <source>Train on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Teach a new model from portraits.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Train</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%Ln portrait(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Kept in {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pause</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Go on</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install this model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pick up a run …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>New training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End it here</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop at once</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Stop</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder of a run</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainPython</name>
    <message>
        <source>Copy the command</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a Python …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trains with</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looking for a Python that can train …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>torch {0} on {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the program of a Python</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainSetup</name>
    <message>
        <source>Portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawn for you</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the folder …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Keep runs elsewhere …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How many portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portraits to learn from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No folder is chosen yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder of portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a folder for runs</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainStatus</name>
    <message>
        <source>{0} · {1} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainView</name>
    <message>
        <source>left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>pictures seen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Curves</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Looks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Attributes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Losses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Same noise, step by step</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Portrait {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Step {0} of {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Painter</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Critic</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Samples at step {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>TrainerProcess</name>
    <message>
        <source>The trainer ended suddenly. If the computer ran out of memory, close other programs or choose a smaller model, and go on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be started ({1}). Choose another Python.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trainer ended with code {0} and gave no reason.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The trainer ended with an error: {0}</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source>The trainer ended without a word on how far it came. Is it of the same version as the window?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is in use by another window, or can&apos;t be written to. Go on there, or close it first.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Canvas</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>_Install</name>
    <message>
        <source>My model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name of the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its folder will be called {0}.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Message</name>
    <message>
        <source>Try again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model folder …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Preview</name>
    <message>
        <source>The sheet</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>_Row</name>
    <message>
        <source>How often: {0}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} %</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>about</name>
    <message>
        <source>Model {0} {1}: {2}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Design anime characters on your own machine. Nothing leaves it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Licences</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>About GirlsMoe Desktop</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>files</name>
    <message>
        <source>Characters (*.png *.jpg *.jpeg *.webp *.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open a character</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Models: a zip, or model.json in its folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Import a model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a model folder</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} pictures (*.{1})</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save the film</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Options of make.girls.moe (*.json)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Noise picture of make.girls.moe (*.png)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export for make.girls.moe</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Empty the trash</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>Delete %n character(s) for ever?</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>This can&apos;t be undone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Delete</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>obedience</name>
    <message>
        <source>{0} % of pictures show it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0}: {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This model is weak here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>{0} % of pictures show it, learned from %Ln image(s)</source>
        <translation type="unfinished">
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>questions</name>
    <message>
        <source>Replace the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another model {0} is installed. Replace it?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Characters of the other one stay in the gallery, but can&apos;t be changed or painted again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Replace</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove the model</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove {0} from this computer?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its characters stay in the gallery. To paint with it again you need its file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Remove</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sentences</name>
    <message>
        <source>The seed {0} is out of range: give a whole number from 0 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} frames of {1}x{2} px are too much for one file: choose fewer frames or a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is there already and not empty: choose a new folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Writing MP4 takes the program ffmpeg, which is not installed: install it, or choose WebP, which every browser plays.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ffmpeg could not write the film ({0}): choose another kind of file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder that you may write to and that has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>An atlas of {0}x{1} px is too large for graphics cards: choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be {1!r}: choose one of {2} (or random).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder: give the name of a file in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} exists already: choose another name, or allow it to be replaced (--overwrite).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be used ({1}): choose another name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A film can&apos;t have {0} frames: give a number from 2 to {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; this model has others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>make.girls.moe knows the paper&apos;s 34 attributes only; {0} has others.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no options file of make.girls.moe ({0}): export it there once more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be read as a noise picture ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, a noise picture for this model is {3}x{4}: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no attribute {0!r}: this model has {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model description {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model description {0} is damaged: {1}. Install the model again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} has no ending that says which kind of picture it is: give it one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} carries no recipe: choose a picture that this program saved with its recipe and that no other program has re-saved since.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe in {0} is longer than {1} bytes: it is damaged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is {1}x{2} px, more than {3} on a side: it is not one of this program&apos;s pictures.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no file {0}: check the name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is a folder: choose a picture in it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not a PNG picture, nor another that this program saves: choose one that it saved.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): choose another file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} has no label {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These characters belong to different models ({0}, {1}): choose two of one model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>These characters both name the model {0}, but their noise or labels differ in kind, so one of them is damaged: choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe&apos;s labels are not those of the model {0} (differing: {1}): choose the model that it was made with, {2}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe is damaged or of a newer version ({0}): generate the picture again, or use a newer GirlsMoe Desktop.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The strength of {0} can&apos;t be {1}: give a number from {2:.0f} to {3:.0f}; 0 is off and 1 is on.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is of a model, or a version of one, that is not installed here: install it, or ask for the picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This character&apos;s noise was blended or painted, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This character is a mixture, so no short code holds it: save the picture with its recipe, or copy the recipe.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code is of another version of the model: ask for the recipe instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The code names a seed that can&apos;t be: copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is no share code: one begins with {0}-.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share code is not complete or has strange letters: copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The share code was mistyped (its check sum is wrong): copy it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Rows and columns can&apos;t both go through {0}: choose something else for one of them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of {0} x {1} pictures is too large: choose something with fewer options.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet of {0}x{1} px is too large for one picture: choose a smaller size.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A sheet can&apos;t go through {0!r}: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} can&apos;t be read ({1}): give the folder of a tagger, which holds model.json and tagger.onnx.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The tagger&apos;s description {0} is damaged: {1}. Export the tagger again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights of {0} have the tensors {1}, its manifest says {2} after a free batch size: install the model again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} gave values that are not numbers on {1}: install it again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe was made for other weights of {0} than those of {1} {2}: choose or install the model it was made with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recipe has {0} noise values, the model {1} takes {2}: the recipe is damaged; choose another picture.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Install the program again, or put a model&apos;s folder there and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {0!r}: installed are {1}. Choose one of them, or give a model&apos;s folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No model is installed (searched: {0}). {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no model {0!r}, nor any other. {1}</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}): check that it is there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no model that can be imported ({1}): choose a folder or a zip with {2} and {3}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is already another model {0!r}: replace it on purpose (--replace), or leave it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} lies in {1}, not among your own: it can&apos;t be removed from here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model {0} paints an empty picture, so it was not installed: get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model can&apos;t be written to {0} ({1}): make room there, or allow this program to write there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be removed ({1}): close what uses it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The model in {0} is damaged: {1}. Get it again from where it came from.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be used as an ONNX model: {1}. Get the model again from where it came from, or choose another.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The package {0} is not installed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>an NVIDIA card, its driver, and CUDA and cuDNN as onnxruntime-gpu wants them</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a graphics card with DirectX 12 and its driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>macOS 10.15 or later</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>a graphics card with Vulkan, Metal or DirectX 12, and its driver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no device {0!r}: choose one of {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is not made for this system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} did not start: it needs {1}.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t run the tagger {0} ({1}): install it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} paints empty pictures here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {0} are damaged (their sha256 is not the one in model.json): install the model again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The weights {0} can&apos;t be read ({1}): install the model again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>onnxruntime can&apos;t load the model {0} ({1}): install it again, or choose another with --model.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This text is no recipe, no share code and no options file: copy the whole of one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was made with another model or version, {1}; open here is {2}. Open {3} first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is no text: choose a recipe or an options file.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no prepared portraits: {1} is missing. Choose a folder that girlsmoe-train draw has made, or have the portraits drawn for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} holds no run that this window started ({1} is missing or damaged). Choose the folder of a run, such as runs/00001-preview-64.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be written ({1}): choose a folder for runs that you may write to and that has room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). Check the folder, or choose another run.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be used ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery {0} is in use by another program: close that and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be written: make it and its folder yours to write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no room left on the disk of {0}: what was kept before is safe; make room.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery {0} is damaged ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} was written by a newer GirlsMoe Desktop: use that one. The file is left as it is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is another program&apos;s database: move it away and start again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The gallery {0} can&apos;t be opened ({1}): make its folder one that you may write to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} Until then your characters last as long as this window: save those you like.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} It is kept as {1}, and a new gallery was begun.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no character {0} in the gallery any more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The picture of character {0} is damaged ({1}).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} can&apos;t be read ({1}). The next sheet of samples takes its place.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} is larger than any sheet of samples: leave it out.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>sheets</name>
    <message>
        <source>Expressions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Neutral</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>training</name>
    <message>
        <source>{0} M</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} k</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>under a minute</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} d {1} h</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Small · 64 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium · 128 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Large · 256 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As in the paper · 128 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trial run · 32 px</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Learns in an hour or two on an ordinary computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wants a graphics card: hours on one, many days without.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Three to four times the work of Medium, on a strong graphics card.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The paper&apos;s own recipe, to compare with. Medium learns better.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows in a minute that everything runs. It paints nothing pretty.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drawing portraits</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ending the step and saving …</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Paused</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Trained</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Training has stopped</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Making the model …</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>Hair colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hair style</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Eye colour</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Smile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ribbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Off</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Long</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Medium</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Short</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Twintails</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Drills</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ponytail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blonde</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brown</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Black</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Blue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Pink</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Purple</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Green</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Red</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Silver</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>White</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Orange</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Aqua</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Gray</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Yellow</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No blush</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No smile</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Closed mouth</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No hat</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No ribbon</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No glasses</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Random</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} hair</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{0} eyes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The same</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Varied by {0} %</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Another face</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Mixture</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A mixture</source>
        <translation type="unfinished"></translation>
    </message>
</context>
</TS>
