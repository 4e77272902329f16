"""What a rule or a missing thing means in words, and what to do about it."""

from datetime import date

from PySide6.QtCore import QCoreApplication

from shopphone.domain.errors import Refused, Unavailable

_RULES = {
    "outcome_name": "An outcome needs a name in German. Type one.",
    "outcome_name_taken": "Another outcome has this name. Type another one.",
    "outcome_last": "One outcome must be left to finish calls with. Make another one first.",
    "filter_name": "What shall this filter be called? Type a name.",
    "order_changed_meanwhile": "Somebody has changed this order since you opened it. Look at it first, then decide.",
    "customer_changed_meanwhile": "Somebody has changed this customer since you opened the form. Look at it first, then decide.",
    "postcode_invalid": "This is not a postcode of that country. It looks like {names}.",
    "locker_without_number": "Which Packstation? Write its three digits after the word.",
    "post_number_invalid": "A Packstation needs the customer's Postnummer: six to ten digits.",
    "written_yes_needed": "This contract needs the customer's yes in text form. Write the offer first.",
    "told_facts_differ": "This has changed since it was told: {missing}. Read it out again and tick it (F5).",
    "info_not_sent": "A regular delivery needs the terms in the customer's hands first. Send the information beforehand.",
    "parent_missing": "The customer is under age. Which parent shall be asked?",
    "minor_bound": "Under 18 nobody is bound to a term or regular deliveries by phone. Take a single purchase.",
    "quantity_wrong": "This quantity cannot be: above nothing, at most {limit}. Type it anew.",
    "minor_goods": "Under 18 these goods are not handed over, with a parent’s yes neither (JuSchG). Take them off the order.",
    "parent_refused": "A parent has refused: there is no contract to confirm (§ 108 BGB). Cancel the order.",
    "offer_not_sent": "The offer’s letter has not left yet, so there is nothing to accept. Print or send it first.",
    "yes_late": "The offer held until {day}. A later yes is a new offer by the customer (§ 150 (1) BGB): take it, or write a new offer.",
    "parent_answered": "The parent’s answer is noted already. If it was noted wrongly, take it back first.",
    "parent_too_late": "The two weeks ended on {day}: a later yes does not count (§ 108 (2) BGB). Take a new order if both still want it.",
    "minor_known": "A parent is asked for this order already.",
    "parent_pending": "A parent has not agreed yet (§ 108 BGB). Note the answer first.",
    "term_twice": "The term is in months or in days, not both. Take one of them out.",
    "term_too_long": "The first term is too long: at most {limit} months (§ 309 Nr. 9 BGB).",
    "renewal_too_long": "A renewal is without a fixed term, to be ended within a month (§ 309 Nr. 9 BGB).",
    "notice_too_long": "The notice is too long: at most a month before the end (§ 309 Nr. 9 BGB).",
    "payment_move_not_allowed": "The payment line does not know this step from here. Open the order again to see where it stands.",
    "order_not_changeable": "This order has left the house or is over. Take a new order instead.",
    "offer_outdated": "The order was changed after this offer was written. Cancel the offer and write a new one.",
    "nothing_changed": "Nothing is different from what is agreed. Change something, or close the form.",
    "line_withdrawn": "Part of a line was withdrawn. Leave at least that much of it in the order.",
    "line_sent": "Part of a line has been sent. Leave at least that much of it in the order.",
    "order_exported": "This order is in the books already. Take a new order instead.",
    "parcel_empty": "Nothing is in this parcel. Set at least one quantity.",
    "parcel_too_much": "That is more than is left to send. Look at the parcels before.",
    "evidence_missing": "What proves the yes? Choose a file, or write where the paper is kept.",
    "evidence_too_big": "The file is too big: at most {limit} MB.",
    "places_unreadable": "This list cannot be read. It needs columns for postcode and town.",
    "order_empty": "The order has no goods yet. Type an article in the input row.",
    "line_incomplete": "A line has no name or no quantity. Complete or delete it.",
    "customer_missing": "Who is ordering? Choose or create the customer (F6).",
    "address_missing": "The address is incomplete: street, postcode and town are needed.",
    "address_incomplete": "An address needs street, postcode and town, or none of them.",
    "not_confirmable": "This order is not placed, or it is over: there is nothing to confirm. Look at its state.",
    "shipping_missing": "Choose how the goods are sent. No way serves this country? Add one in Settings, Terms and law.",
    "shipping_unreadable": "Line {line} of the ways of sending cannot be read. Write it like “Parcel; Parcel; 4.90; 50.00; DE”.",
    "shipping_rule_unreadable": "Line {line} of what each way takes cannot be read. Write it like “Paket; 31.5; 500; no; no; yes; no; 10 kg 9.90”, with the way’s name as above.",
    "sending_impossible": "The goods cannot be sent this way. Choose another way of sending.",
    "payment_impossible": "This way of paying does not go with this way of sending. Choose another one.",
    "price_reason_missing": "Why this price? Type the reason below the lines; it stays inside the shop.",
    "free_line_not_allowed": "Free lines are not allowed here. Take an article, or ask who leads the shop.",
    "vat_not_ours": "How this is taxed is for the law of the buyer’s country to say (§ 3a (5), § 3g UStG). Ask your tax adviser first; it is not placed here.",
    "own_vat_id_missing": "Without the shop’s own VAT ID this cannot be free of VAT. Enter it in Settings: {missing}.",
    "vat_mode_changed": "VAT has changed for this order. Look at the prices and read the total out again.",
    "coupon_unknown": "There is no coupon with this code. Let it be spelled once more, or leave it empty.",
    "coupon_not_yet": "This coupon does not hold yet. Take it out, or place the order later.",
    "coupon_over": "This coupon has run out. Take it out of the order.",
    "coupon_minimum": "The goods are worth too little for this coupon. Add some, or take the coupon out.",
    "coupon_unreadable": "Line {line} cannot be read. Write it like “SPRING10; 10%; 01.03.2026; 31.03.2026; 50.00”.",
    "postage_unreadable": "Line {line} of the postage cannot be read. Write it like “Standardbrief; 3; 0.95; 01.01.2025”.",
    "rate_unreadable": "Line {line} cannot be read. Write it like “AT; standard; 20; 01.01.2020”.",
    "offer_unreadable": "Line {line} cannot be read. Write it like “11.90; 10” for ten pieces and more.",
    "particular_unreadable": "Line {line} cannot be read. Write it like “ET-*; repair; Spare handles for ten years; Spare handles for ten years”.",
    "mandate_not_needed": "Nothing is to be signed: the order is not debited, or its mandate is back.",
    "creditor_id_invalid": "This is no creditor identifier: its check digits do not fit. Compare it with the Bundesbank's letter.",
    "mandate_missing": "The signed mandate is not back yet, so nothing may be debited. Note its return first.",
    "not_read_back": "Not told yet: {missing}. Read these points out and tick them (F5).",
    "duties_missing": "The letter must name these and the shop has not entered them: {missing}. Open Settings.",
    "move_not_allowed": "This step is not possible from the order's present state. Open the order again to see where it stands.",
    "confirmation_not_sent": "Print or send the written confirmation first; the law wants it before the goods leave.",
    "reason_missing": "Please give a reason.",
    "words_missing": "What did the customer say? Note it in their words.",
    "day_in_future": "This day has not come yet. Choose today or an earlier day.",
    "day_before_order": "This day is before the order. Choose the day it really came.",
    "start_too_early": "The customer did not ask for an early start, and the right of withdrawal runs until {day}. Begin after that day, or note the wish with a change of the order.",
    "start_unknown": "Nobody knows yet when the customer received the confirmation, so the right of withdrawal may still run. Note the receipt (“Something came …”) first.",
    "withdrawal_empty": "Nothing is chosen. Tick the lines the customer withdraws.",
    "withdrawal_too_many": "More than is left of this line. Look at what was withdrawn before.",
    "letter_does_not_fit": "This letter does not fit any more. Look at how things stand and choose another one.",
    "no_letter_paragraph": "“{title}” has no paragraph for letters yet. Write one in Knowledge, or leave it out.",
    "withdrawal_not_valid": "This withdrawal does not hold: it waits for a decision, was declined or taken back.",
    "already_decided": "This was decided meanwhile. Open the order again.",
    "already_refunded": "The money has been paid back, so this withdrawal stays. Take back the refund first if it was a mistake.",
    "already_taken_back": "This withdrawal was taken back before.",
    "goodwill_by_lead": "Goodwill is decided by whoever leads the shop. The withdrawal is kept and waits for them.",
    "loss_too_big": "The loss can be at most what this line gives back.",
    "loss_without_goods": "Nothing was handed over, so no value was lost. Nothing is kept for digital content (§ 357a (3) BGB).",
    "part_not_charged": "A part done is only charged for a service that was begun at the customer’s express wish (§ 357a (2) BGB).",
    "part_wrong": "The part done is between 0 and 100 percent, with at most two decimals.",
    "surcharge_known": "The order knows what standard delivery cost: the surcharge is reckoned from it.",
    "surcharge_too_big": "The surcharge can be at most what was paid for sending.",
    "refunded_before": "The money has been paid back. Take back that note first if it was a mistake.",
    "refund_noted": "Money was paid back for a withdrawal. Take back that note first if it was a mistake.",
    "refund_of_withdrawal": "Part of this order was withdrawn. Note the refund at the withdrawal below.",
    "nothing_to_pay_back": "Nothing of it was paid, so nothing is to be paid back.",
    "received_before_declared": "It cannot have come before it was declared or posted. Correct one of the two days.",
    "offer_not_paid": "This is an offer and no contract yet. Note the customer’s yes and place the order first.",
    "paid_nothing": "How much came? Type an amount above nothing.",
    "remedy_not_told": "First tell the customer the choice and what a repair extends (§ 475 (4) BGB), then tick it.",
    "customer_name_missing": "A name or a company is needed. Type one of them.",
    "email_invalid": "This is not an e-mail address. Write it like name@example.org.",
    "phone_invalid": "This is not a phone number that can be dialled. Write it with its area code.",
    "number_invalid": "Only digits, please.",
    "phone_premium": "Callers may not pay more than the basic rate here (§ 312a (5) BGB). Choose another number.",
    "number_too_big": "This number is too big.",
    "choice_unknown": "Choose one from the list.",
    "colour_invalid": "Write the colour as # and six digits or letters from a to f, for example #0f6b5c.",
    "colour_too_light": "This colour is hard to read on white paper. Choose a darker one.",
    "letter_text_place": "“{place}” is no placeholder. There are: {known}. Correct it, or write it without braces.",
    "letter_text_too_long": "This text is too long for a letter: at most {limit} characters. Shorten it; it stays here until then.",
    "picture_not_there": "There is no such file, or it cannot be read. Choose it again.",
    "picture_too_big": "This file is too big: at most {limit} MB. Save the picture smaller.",
    "picture_too_many_dots": "This picture has too many dots: at most {limit} million. Save it smaller.",
    "picture_unreadable": "This file is no picture that can be printed. Choose a PNG or JPEG file.",
    "pattern_without_number": "The pattern needs a place for the number, such as {nnnnn}.",
    "land_unknown": "This is no German state. Write its two letters, for example BY.",
    "iban_invalid": "This IBAN has a typing mistake: its check digits do not fit. Compare it with the bank's papers.",
    "pdf_unreadable": "This file is no PDF, or it is damaged. Choose another file.",
    "pdf_encrypted": "This PDF is protected with a password and cannot be enclosed. Save it without protection and choose it again.",
    "pdf_not_a4": "The pages of this PDF are {width} × {height} mm. Only upright A4 pages (210 × 297 mm) can be enclosed unscaled.",
    "pdf_too_long": "This PDF has {count} pages; the official notice has at most {limit}. Is it the right file?",
    "pdf_too_big": "The file is bigger than {limit} MB. Choose the official file as it was downloaded.",
    "pdf_not_there": "There is no such file, or it cannot be read. Choose it again.",
    "article_title_missing": "The article needs a title, as callers would ask.",
    "article_changed_meanwhile": "Someone changed this article meanwhile. Open it again: your text is kept and comes back.",
    "article_gone": "This article does not exist any more. What you typed is kept; save it as a new article.",
    "answer_gone": "This article was deleted meanwhile; nothing was noted. Search again (F3).",
    "answer_retired": "This article was taken out of force meanwhile; nothing was noted. Search again (F3).",
    "article_text_too_long": "This text is too long: at most {limit} characters. Shorten it; it stays here until then.",
    "article_goods_unknown": "No article for sale has this number: {names}. Compare it with the list of products.",
    "pair_same_language": "A translation is in the other language. Choose another article, or change its language.",
    "pair_taken": "One of the two has a translation already. Part it first.",
    "attachment_too_big": "The file is too big: at most {limit} MB. Make it smaller, for example with fewer or smaller pictures.",
    "attachment_kind_unknown": "Only PDF, PNG and JPEG files can be attached. Save the file as one of these.",
    "attachment_gone": "This file is not attached any more.",
    "callback_time_past": "This moment is over. When shall we call back?",
    "callback_time_missing": "When shall we call back? Choose day and time.",
    "callback_number_missing": "Which number shall we call? Choose the customer first (F6).",
    "module_abbreviation": "The abbreviation is one word of letters, digits and hyphens, 30 at most.",
    "module_abbreviation_taken": "This abbreviation is taken in this language. Choose another one, or change that text module.",
    "module_empty": "A text module needs a text.",
    "module_too_long": "This text is too long; shorten it to {limit} characters.",
    "phonebook_unreadable": "This is no phone book of a FRITZ!Box, or it is broken at line {line}. Save it again in the box under Telephony, Telephone Book.",
    "import_columns": "None of the columns is there; the first line must name them: {columns}.",
    "import_table": "Line {line} is not a line of a table. Open the file in a table program and save it as CSV.",
    "import_too_big": "This file is bigger than {most}. Divide it and take in its parts.",
    "import_binary": "This is not a text file. Save the table as CSV and choose that file.",
    "import_kind_unknown": "Files of this kind cannot be taken in. Choose Markdown, HTML, text or CSV.",
    "import_format_unknown": "This is no table of these things. Recognised are: {names}.",
    "import_format_wrong": "The columns do not fit {names}. Leave the format out, or choose another one.",
    "import_unanswered": "Something must be answered first: {names}.",
    "import_stopped": "Stopped; nothing was changed.",
    "import_changed_meanwhile": "Somebody has changed the shop meanwhile; nothing was taken in. Try again.",
    "import_undone": "This import was taken back before.",
    "import_empty": "There is nothing in this file.",
    "import_old_excel": "This is a file of an old Excel. Save it as XLSX or CSV and choose that file.",
    "import_packed": "This file is damaged and cannot be unpacked. Fetch it once more.",
    "import_map_unreadable": "The file of columns cannot be read. It must be JSON with our names and yours under “columns”.",
    "import_too_many_files": "The folder holds more than {most} files. Choose one of its folders.",
    "export_folder_full": "This folder is not empty. Choose a new or empty one, so that nothing is mixed up.",
    "export_nothing": "No order waits for this file. Name the orders to write them again.",
    "export_unknown": "There is no order {numbers}.",
    "export_over": "This file has gone through already, or was taken back.",
    "export_template": "Line {line} of the parcels' columns cannot be read: {names}. Write it like “Empfänger Ort = {town}”, with places that the help names.",
    "export_too_long": "A sheet holds {most} rows at most. Choose CSV.",
    "export_kind_unknown": "The file's name must end in .csv, .xlsx or .json.",
    "amount_unreadable": "This is not an amount. Write for example 12,90.",
    "amount_ambiguous": "This amount can be read in two ways. Write it with two decimals, for example 1234,00.",
    "sku_missing": "An article needs a number of its own (SKU).",
    "sku_taken": "“{names}” is the number of another article already. Choose another one.",
    "product_name_missing": "An article needs a name, as callers say it.",
    "product_changed_meanwhile": "Somebody has changed this article since you opened the form. What you typed is kept: compare, or begin anew.",
    "content_incomplete": "Type both how much is in it and its unit ({names}), or neither.",
    "ean_wrong": "This EAN has a typing mistake: its check digit does not fit. Compare it with the article.",
    "number_out_of_range": "This number cannot be: not below zero, at most {most}.",
    "too_many_decimals": "At most {limit} decimals, please.",
    "day_unreadable": "This is not a day. Write it like 24.12.2026.",
    "meaning_file_wrong": "This file does not hold the model, or it is damaged. Download it again and choose it here.",
    "mail_not_set_up": "No mail server is set up. Enter it in Settings, E-mail.",
    "mail_in_demo": "The demo shop sends no e-mail.",
    "letter_at_printer": "This letter is at the printer. Say in the print queue how it came out, then it can go by e-mail.",
    "mail_address_missing": "The customer has no e-mail address. Enter one, or print the letter.",
    "mail_address": "This e-mail address cannot be used. Write it like name@example.org.",
    "mail_changed_meanwhile": "Somebody has settled this message meanwhile. Look at the outbox again.",
    "letter_not_sent": "This letter has not left yet, so nobody has received it.",
    "day_before_letter": "This day is before the letter. Choose the day it really came.",
    "letters_none": "No letter left in {count}. Choose another year.",
    "consent_topics_missing": "Consent holds for topics: name what the calls may be about, with commas between.",
    "consent_wording_missing": "Which words were read or signed? They are the proof (§ 7a UWG).",
    "consent_number_missing": "For which number was it given? Type one that can be called.",
    "purpose_missing": "What is this call for? Choose it first.",
    "dial_in_demo": "The demo shop dials nobody. The attempt stands in the list.",
    "phone_address_missing": "Enter the address of the telephone system.",
    "shop_file_newer": "This shop was opened with a newer version of shopphone. Install that version; nothing was changed.",
    "not_a_demo_shop": "This database holds a real shop. Start without --demo, or name another database.",
    "shop_file_foreign": "This file is not a shop of shopphone. Start with another folder.",
    "shop_file_older": "This shop was last opened with an older version of shopphone. Open it once with this one, then try again.",
    "shop_file_on_network": "This folder lies on another computer, where a shop's file can break. Take a folder on this computer's own disk; several desks work together with --database.",
    "shop_open_elsewhere": "The shop is open at a desk. Close its windows, then try again.",
    "shop_missing": "There is no shop in this folder. Start shopphone once to make it, or name another folder with --data.",
    "move_same_kind": "A move goes from a file to PostgreSQL, or back. For a copy there is shopphone backup.",
    "move_target_full": "There is a shop already where this one shall go. Name an empty database or a new file.",
    "backup_in_demo": "The demo shop is not backed up: it can be made anew at any time.",
    "backup_no_folder": "There is no folder for backups. Choose one in Settings, Backup.",
    "backup_phrase_missing": "No pass phrase is kept on this computer, so no backup was made. Enter it in Settings, Backup.",
    "backup_phrase_short": "A pass phrase needs at least {limit} characters. Several words are easy to keep in mind.",
    "backup_phrase_wrong": "This is not the pass phrase of this backup. Type it again.",
    "backup_phrase_needed": "This backup is sealed. Type its pass phrase.",
    "backup_unreadable": "This file is no backup, or it is damaged. Choose another one.",
}
_THINGS = {
    "database": "The shop's database does not answer. What you typed is kept; try again.",
    "database_locked": "The shop's file is in use by another program. What you typed is kept; try again.",
    "disk_full": "The disk is full. Make room, then try again; nothing is lost.",
    "shop_file_damaged": "The shop's file is damaged. Close the program and take the newest copy from the backups.",
    "desk_file": "This desk's own file cannot be written. Check the free space on the disk.",
    "printer": "The printer did not take the letter: {detail} It stays in the print queue.",
    "printer_stopped": "The printer is stopped: {detail}. The letter stays in the print queue.",
    "printer_paused": "The printer is paused. The letter stays in the print queue.",
    "printer_rejects": "The printer takes no jobs at present. The letter stays in the print queue.",
    "printer_silent": "The printer does not answer; is it switched on? The letter stays in the print queue.",
    "printer_paper": "The printer is out of paper. Fill it up and print again; the letter stays in the print queue.",
    "printer_held": "The print system holds the job back. Release the printer's jobs; the letter stays in the print queue.",
    "printer_cancelled": "The print job was cancelled. The letter stays in the print queue.",
    "printer_broke_off": "Printing ended with a fault: {detail} Look at the sheets; the letter stays in the print queue.",
    "printer_system": "This computer has no print system: install CUPS, then print again.",
    "printer_unknown": "This printer does not exist any more. Choose another one in Settings.",
    "printer_none": "No printer is chosen. Choose one in Settings.",
    "harmonised_notice": "The PDF of the harmonised notice cannot be read. Choose it again in Settings.",
    "care_pdf": "A PDF file of a care sheet cannot be read. Attach it to the article again.",
    "legal_text": "A legal text is missing from the program's folder. Install it again.",
    "window": "The open window of this shop does not answer. Close it, then start again.",
    "pyside6": "This version of Qt ends the program on this Python. Install shopphone again with installer/bootstrap.py.",
    "file_unread": "The file could not be read: {detail} Choose it again.",
    "meaning_file": "The model's file cannot be read or written: {detail} Close what uses it, then try again.",
    "meaning_missing": "There is no model on this computer yet. Choose the downloaded file first.",
    "meaning_damaged": "The model's file is damaged: the search goes on with words alone. Set it up again in Settings, This desk.",
    "keyring_none": "This computer has no keyring to keep the password in. Set one up (for example GNOME Keyring or KWallet), then save again.",
    "keyring": "The computer's keyring does not open. Unlock it, then try again.",
    "phone_away": "The telephone system is not reached. Is it switched on, and in the same network? Check its address.",
    "phone_monitor_off": "The FRITZ!Box refuses: dial #96*5* on a phone at the box once.",
    "phone_login": "The telephone system does not let us in. Correct user and password in Settings, Telephone.",
    "phone_refused": "The telephone system refuses: {detail} Check what this user may do, and whether a phone for dialling is chosen there.",
    "phone_unset": "User, password or the phone that dials is missing. Enter it in Settings, Telephone.",
    "phone_certificate": "The telephone system's certificate is not to be trusted. Choose its own certificate in Settings, Telephone.",
    "phone_strange": "Something else answers at this port. Compare the port with what the telephone system says.",
    "letter_damaged": "The kept letter {detail} is damaged and was not written. Run shopphone check.",
    "dialler_none": "No telephone is set up to dial. Choose one in Settings, Telephone, or dial by hand.",
    "dialler_is_us": "This would come back to shopphone itself. Choose another program in Settings, Telephone.",
    "dialler_missing": "“{detail}” is not on this computer. Look at Settings, Telephone.",
    "dialler_failed": "The telephone program did not dial: {detail}",
    "command_unreadable": "The command cannot be read. Write it like “microsip.exe {number}” in Settings, Telephone.",
    "file": "The file could not be written: {detail} Choose another place.",
    "backup_gone": "The folder of the backups is not there: put the stick in, or look at the network. The old backups are untouched.",
    "backup_full": "There is no room left for the backup. Make room, or choose another folder in Settings; the old backups are untouched.",
    "backup_read_only": "The folder of the backups cannot be written. Choose another one in Settings; the old backups are untouched.",
    "backup_not_whole": "The backup was looked through and is not whole, so it was thrown away. The old backups are untouched; run shopphone check.",
    "shop_read_only": "The shop's file or folder cannot be written. Give yourself the right to, or look whether the disk is protected; nothing is lost.",
    "move_differs": "The copy was compared and is not the same ({detail}), so nothing was moved. The shop is as it was.",
}
_WHY = {
    "os_gone": "it is not there any more.",
    "os_forbidden": "it is in use, or this computer does not allow it.",
    "os_full": "the disk is full.",
    "os_no_file": "it is a folder, not a file.",
    "os_long_name": "its name is too long.",
    "os_unknown": "the disk or the network does not answer as it should.",
}
_MAIL = {
    "mail_refused": "The mail server refused it: {said}",
    "mail_later": "The mail server wants it later; it goes out by itself. It said: {said}",
    "mail_busy": "The mail server is busy; it goes out by itself later.",
    "mail_login": "User name or password is wrong. Correct them in Settings, E-mail.",
    "mail_no_login": "This server knows no login this program can use. Empty the user name, or choose another port.",
    "mail_no_starttls": "This server does not offer STARTTLS on this port. Choose “TLS from the start”, or another port.",
    "mail_unprotected": "A password is not sent over an unprotected line. Choose TLS or STARTTLS.",
    "mail_host": "There is no server of this name. Compare it with what your provider says.",
    "mail_offline": "This computer has no connection to the network just now; it goes out by itself later.",
    "mail_timeout": "The server does not answer. Compare name and port with what your provider says.",
    "mail_port": "The server takes no mail on this port. Compare the port with what your provider says.",
    "mail_certificate": "The server's certificate is not to be trusted: {said}. Compare the server's name with what your provider says.",
    "mail_tls": "The server does not speak TLS on this port. Choose STARTTLS, or another port.",
    "mail_line": "The line to the server was cut; it goes out by itself later.",
    "mail_cut": "The line was cut just after the message: did it arrive? Ask the customer, or look into the mailbox.",
    "mail_given_up": "Not sent: somebody here decided so.",
    "came_back": "The e-mail came back.",
}
# for codes without a sentence; a test sees to it that there are none
OTHER_RULE = "This is not allowed here ({rule}). Look at the order or article again."
OTHER_THING = "Something is missing: {detail} Try again."
_PLACES = (
    "line",
    "limit",
    "names",
    "numbers",
    "most",
    "columns",
    "count",
    "width",
    "height",
    "known",
    "place",
    "sku",
    "day",
    "title",
)  # facts that stand in a sentence as they are
_POINTS = {
    "P1": "goods",
    "P2": "seller",
    "P3": "total price",
    "P4": "withdrawal",
    "P5": "term",
    "opening": "opening",
    "start": "early start",
    "digital": "digital content",
    "sealed": "sealed goods",
    "age": "age",
    "terms": "terms beforehand",
}


def _shown(fact: object) -> str:
    if not isinstance(fact, date):
        return str(fact)
    return fact.strftime(QCoreApplication.translate("Messages", "%d %b %Y"))


def words_for(error: Exception) -> str:
    """One calm sentence that says what to do next."""
    if isinstance(error, Refused):
        text = _tr(_RULES.get(error.rule, OTHER_RULE))
        missing = error.facts.get("missing", ())
        names = [_name(str(each)) for each in missing] if isinstance(missing, tuple) else []
        plain = {key: _shown(error.facts.get(key, "")) for key in _PLACES}
        return _filled(text, plain | {"missing": ", ".join(names), "rule": error.rule})
    if isinstance(error, Unavailable):
        text = _tr(_THINGS.get(error.what, OTHER_THING))
        return _filled(text, {"detail": why_words(error.detail)})
    return str(error)


def code_words(code: str, detail: str = "") -> str:
    """A rule or a thing that was kept by its code, such as why the last backup failed."""
    text = _RULES.get(code) or _THINGS.get(code, OTHER_THING)
    return _filled(_tr(text), {"detail": why_words(detail)})


def reason_words(kept: str) -> str:
    """Why a letter did not leave, as it was kept: a code of ours, or the printer's own words."""
    if kept in _MAIL:
        return mail_words(kept, "")
    return _tr(_THINGS[kept]) if kept in _THINGS else kept


def mail_words(reason: str, said: str) -> str:
    """How a try to send a message ended; said: the server's own words."""
    return _filled(_tr(_MAIL.get(reason, "")), {"said": said}) if reason else ""


def why_words(detail: str) -> str:
    """Why a file cannot be used, or the words of a printer as they are."""
    return _tr(_WHY[detail]) if detail in _WHY else detail


def point_words(code: str) -> str:
    """A point that is read out to the caller, in one word."""
    return _tr(_POINTS.get(code, code))


def _name(code: str) -> str:
    from shopphone.domain.settings import BY_KEY

    if code in BY_KEY:
        return QCoreApplication.translate("Settings", BY_KEY[code].label)
    return point_words(code)


def _filled(text: str, facts: dict[str, str]) -> str:
    for key, value in facts.items():
        text = text.replace("{" + key + "}", value)
    return text


def _tr(text: str) -> str:
    return QCoreApplication.translate("Messages", text)
