<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context><name>PrintQueue</name>
<message numerus="yes"><source>%n letter(s) at the printer.</source><translation><numerusform>%n letter at the printer.</numerusform><numerusform>%n letters at the printer.</numerusform></translation></message>
</context>
<context><name>PrintCheck</name>
<message numerus="yes"><source>%n letter(s) at the printer {printer}, {when}.</source><translation><numerusform>%n letter at the printer {printer}, {when}.</numerusform><numerusform>%n letters at the printer {printer}, {when}.</numerusform></translation></message>
<message numerus="yes"><source>%n more job(s) to look at after this.</source><translation><numerusform>%n more job to look at after this.</numerusform><numerusform>%n more jobs to look at after this.</numerusform></translation></message>
<message numerus="yes"><source>%n letter(s) marked as printed.</source><translation><numerusform>%n letter marked as printed.</numerusform><numerusform>%n letters marked as printed.</numerusform></translation></message>
</context>
<context><name>OrdersScreen</name>
<message numerus="yes"><source>{kind}: {when}, {state}, %n page(s)</source><translation><numerusform>{kind}: {when}, {state}, %n page</numerusform><numerusform>{kind}: {when}, {state}, %n pages</numerusform></translation></message>
</context>
<context><name>ProductsScreen</name>
<message numerus="yes"><source>Right of withdrawal changed for %n article(s).</source><translation><numerusform>Right of withdrawal changed for %n article.</numerusform><numerusform>Right of withdrawal changed for %n articles.</numerusform></translation></message>
</context>
<context><name>SettingsScreen</name>
<message numerus="yes"><source>Not saved yet: %n setting(s).</source><translation><numerusform>Not saved yet: %n setting.</numerusform><numerusform>Not saved yet: %n settings.</numerusform></translation></message>
</context>
<context><name>CareTicks</name>
<message numerus="yes"><source>{title} (with %n PDF page(s))</source><translation><numerusform>{title} (with %n PDF page)</numerusform><numerusform>{title} (with %n PDF pages)</numerusform></translation></message>
</context>
<context><name>ExchangeView</name>
<message numerus="yes"><source>Last import: {name}, {when}, %n article(s).</source><translation><numerusform>Last import: {name}, {when}, %n article.</numerusform><numerusform>Last import: {name}, {when}, %n articles.</numerusform></translation></message>
<message numerus="yes"><source>%n article(s) written.</source><translation><numerusform>%n article written.</numerusform><numerusform>%n articles written.</numerusform></translation></message>
</context>
<context><name>ProductOffers</name>
<message numerus="yes"><source>{name}   %n variant(s): Enter shows them</source><translation><numerusform>{name}   %n variant: Enter shows it</numerusform><numerusform>{name}   %n variants: Enter shows them</numerusform></translation></message>
</context>
<context><name>LetterPreview</name>
<message numerus="yes"><source>%n sheet(s), about {weight} g: more than a letter takes.</source><translation><numerusform>%n sheet, about {weight} g: more than a letter takes.</numerusform><numerusform>%n sheets, about {weight} g: more than a letter takes.</numerusform></translation></message>
<message numerus="yes"><source>%n sheet(s), about {weight} g: {kind}, {price} within the country (price of {day}).</source><translation><numerusform>%n sheet, about {weight} g: {kind}, {price} within the country (price of {day}).</numerusform><numerusform>%n sheets, about {weight} g: {kind}, {price} within the country (price of {day}).</numerusform></translation></message>
</context>
<context><name>LogExport</name>
<message numerus="yes"><source>%n call(s) written …</source><translation><numerusform>%n call written …</numerusform><numerusform>%n calls written …</numerusform></translation></message>
<message numerus="yes"><source>%n call(s) are in {file}</source><translation><numerusform>%n call is in {file}</numerusform><numerusform>%n calls are in {file}</numerusform></translation></message>
</context>
<context><name>MailOut</name>
<message numerus="yes"><source>E-mail: %n message(s) still wait.</source><translation><numerusform>E-mail: %n message still waits.</numerusform><numerusform>E-mail: %n messages still wait.</numerusform></translation></message>
</context>
<context><name>YearExport</name>
<message numerus="yes"><source>%n letter(s) and the index are in {folder}</source><translation><numerusform>%n letter and the index are in {folder}</numerusform><numerusform>%n letters and the index are in {folder}</numerusform></translation></message>
<message numerus="yes"><source>Stopped. %n letter(s) without an index are in {folder}; delete that folder.</source><translation><numerusform>Stopped. %n letter without an index is in {folder}; delete that folder.</numerusform><numerusform>Stopped. %n letters without an index are in {folder}; delete that folder.</numerusform></translation></message>
</context>
</TS>
