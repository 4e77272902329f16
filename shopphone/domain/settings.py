"""Every setting of the program, declared once: the settings screen is drawn from this table."""

from dataclasses import dataclass
from enum import StrEnum

from shopphone.domain.label_template import DHL_DEFAULT
from shopphone.domain.postage import DEFAULT as POSTAGE_DEFAULT
from shopphone.domain.shipping import DEFAULT as SHIPPING_DEFAULT
from shopphone.domain.shipping import RULES_DEFAULT


class Scope(StrEnum):
    """Who shares a setting: the whole shop (shop.db) or this desk alone (desk.db)."""

    SHOP = "shop"
    DESK = "desk"


class Kind(StrEnum):
    """How a setting is typed and shown."""

    TEXT = "text"
    LINES = "lines"
    NUMBER = "number"
    CHECK = "check"
    CHOICE = "choice"
    PHONE = "phone"
    EMAIL = "email"
    IBAN = "iban"
    FILE = "file"
    PRINTER = "printer"
    TRAY = "tray"
    SYSTEMS = "systems"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """One setting: where it belongs, what it is by default, and one sentence of help.

    label and help are English source texts, translated by the window (context "Settings").
    legal: the law makes the shop understand this one, so the help is always shown.
    most: the largest number that makes sense. files: what a file dialog shows.
    """

    key: str
    page: str
    kind: Kind
    label: str
    help: str
    default: str = ""
    scope: Scope = Scope.SHOP
    choices: tuple[tuple[str, str], ...] = ()
    legal: bool = False
    most: int = 60_000
    files: str = "PDF (*.pdf)"


S = Setting
_PICTURES = "PNG, JPEG (*.png *.jpg *.jpeg)"

SETTINGS: tuple[Setting, ...] = (
    # shop: the seller's identity, Art. 246a § 1 (1) Nr. 2-4 EGBGB
    S(key="shop.name", page="shop", kind=Kind.TEXT, label="Name of the shop",
      help="Full name with legal form, as it stands on every letter.", legal=True),
    S(key="shop.owner", page="shop", kind=Kind.TEXT, label="Owner or managing director",
      help="The person who answers for the shop."),
    S(key="shop.street", page="shop", kind=Kind.TEXT, label="Street and number",
      help="A street address where legal papers can be served; a PO box is not enough.", legal=True),
    S(key="shop.postcode", page="shop", kind=Kind.TEXT, label="Postcode", help="Five digits in Germany."),
    S(key="shop.town", page="shop", kind=Kind.TEXT, label="Town", help="Town of the shop."),
    S(key="shop.country", page="shop", kind=Kind.CHOICE, label="Country",
      help="Country of the shop; foreign addresses on letters depend on it.", default="DE",
      choices=(("DE", "Germany"), ("AT", "Austria"), ("CH", "Switzerland"))),
    S(key="shop.land", page="shop", kind=Kind.TEXT, label="German state (two letters)",
      help="Its public holidays move the end of periods, for example BY for Bavaria (§ 193 BGB).",
      default="BY", legal=True),
    S(key="shop.phone", page="shop", kind=Kind.PHONE, label="Phone",
      help="Printed in the withdrawal instruction; must not be a premium number.", legal=True),
    S(key="shop.email", page="shop", kind=Kind.EMAIL, label="E-mail",
      help="Printed in the withdrawal instruction.", legal=True),
    S(key="shop.website", page="shop", kind=Kind.TEXT, label="Website", help="Shown in the letter's footer."),
    S(key="shop.vat_id", page="shop", kind=Kind.TEXT, label="VAT ID", help="Shown in the letter's footer."),
    S(key="shop.tax_number", page="shop", kind=Kind.TEXT, label="Tax number", help="Shown in the letter's footer."),
    S(key="shop.register", page="shop", kind=Kind.TEXT, label="Commercial register",
      help="Court and number, if the shop is registered."),
    S(key="shop.bank_name", page="shop", kind=Kind.TEXT, label="Bank", help="Name of the bank for transfers."),
    S(key="shop.iban", page="shop", kind=Kind.IBAN, label="IBAN",
      help="Account for transfers; printed with the payment code for prepayment and invoice."),
    S(key="shop.bic", page="shop", kind=Kind.TEXT, label="BIC", help="May stay empty inside the euro area."),
    S(key="shop.creditor_id", page="shop", kind=Kind.TEXT, label="Creditor identifier (SEPA)",
      help="Stands in the mandate of every direct debit, for example DE98ZZZ09999999999; the Bundesbank gives it."),
    S(key="shop.hours", page="shop", kind=Kind.TEXT, label="Opening hours", help="Shown to the clerk."),
    # policies: what the law makes a shop decide
    S(key="policy.small_business", page="policies", kind=Kind.CHECK, label="Small business (§ 19 UStG)",
      help="No VAT is shown; the letter carries the sentence of § 19 UStG instead.", default="0", legal=True),
    S(key="shipping.methods", page="policies", kind=Kind.LINES, label="Ways of sending",
      help="One a line: name; name in English; price; free from; countries; delivery time; the same in English; "
           "days at most; link to the parcel with {tracking}.",
      default=SHIPPING_DEFAULT, legal=True),
    S(key="shipping.rules", page="policies", kind=Kind.LINES, label="What each way takes",
      help="One a line: way; at most kg; at most EUR of goods; bulky goods yes/no; age check yes/no; Packstation "
           "yes/no; collection yes/no; prices by weight, such as “5 kg 7.90, 10 kg 9.90”. Empty forbids nothing.",
      default=RULES_DEFAULT, legal=True),
    S(key="vat.net_for_business", page="policies", kind=Kind.CHECK, label="Net prices for businesses",
      help="Customers that are businesses see prices without VAT; VAT comes on top.", default="0"),
    S(key="vat.oss", page="policies", kind=Kind.CHECK, label="VAT of the country of delivery (OSS)",
      help="Needed once deliveries to consumers in other EU countries pass 10,000 EUR a year (§ 3c UStG).",
      default="0", legal=True),
    S(key="vat.abroad", page="policies", kind=Kind.CHOICE, label="Prices abroad",
      help="Whether a consumer abroad pays the same price as at home, or the net price plus the country's VAT.",
      default="kept", choices=(("kept", "The same price everywhere"), ("recalculated", "Net price plus the VAT there"))),
    S(key="order.free_lines", page="policies", kind=Kind.CHOICE, label="Free lines in orders",
      help="Who may sell what is not among the articles.", default="everyone",
      choices=(("everyone", "Everyone"), ("lead", "Those with the role lead"), ("nobody", "Nobody"))),
    S(key="policy.extension_months", page="policies", kind=Kind.NUMBER, label="Voluntary extension of withdrawal, months",
      help="Beyond the 14 days the law gives, from receipt of the written confirmation; 0 switches it off. "
           "The later of both dates counts.", default="1", legal=True, most=24),
    S(key="policy.extension_days", page="policies", kind=Kind.NUMBER, label="The same in days, where no months are given",
      help="For a shop that promises days, such as 30 from receipt of the written confirmation; 0 if it is months.",
      default="0", legal=True, most=730),
    S(key="policy.return_cost", page="policies", kind=Kind.CHOICE, label="Return postage after withdrawal",
      help="If the customer is to pay it, the letter must say so before the contract (§ 357 (5) BGB).",
      default="customer", choices=(("customer", "The customer pays"), ("shop", "The shop pays")), legal=True),
    S(key="policy.business_withdrawal", page="policies", kind=Kind.CHECK, label="Businesses may withdraw too",
      help="The law gives the right of withdrawal to consumers only (§ 312g BGB). Switched on, letters promise it "
           "to businesses as well.", default="0", legal=True),
    S(key="policy.prepay_days", page="policies", kind=Kind.NUMBER, label="Days to pay, prepayment",
      help="Printed as the due date.", default="7", most=365),
    S(key="policy.invoice_days", page="policies", kind=Kind.NUMBER, label="Days to pay, invoice",
      help="Up to 14 days is safe; longer free deferral can become a consumer credit (§ 506 BGB).",
      default="14", legal=True, most=365),
    S(key="policy.harmonised_notice", page="policies", kind=Kind.FILE, label="Harmonised notice (PDF)",
      help="The official A4 notice on statutory warranty rights, required since 27.09.2026; "
           "it is enclosed unchanged.", legal=True),
    S(key="policy.defect_rights", page="policies", kind=Kind.LINES, label="Statutory rights for defects",
      help="One or two sentences for the letter.",
      default="Für unsere Waren bestehen die gesetzlichen Mängelhaftungsrechte. Die Gewährleistungsfrist "
              "beträgt mindestens zwei Jahre ab Erhalt der Ware.", legal=True),
    S(key="policy.complaints", page="policies", kind=Kind.LINES, label="How complaints are handled",
      help="Where customers turn to and how soon you answer.",
      default="Mit Beanstandungen wenden Sie sich bitte an die oben genannte Anschrift, Telefonnummer oder "
              "E-Mail-Adresse. Wir antworten in der Regel innerhalb von zwei Werktagen.", legal=True),
    S(key="policy.defect_rights_digital", page="policies", kind=Kind.LINES,
      label="Rights for defects of digital content",
      help="Printed when digital content is ordered, or goods with digital parts.",
      default="Für digitale Inhalte und digitale Dienstleistungen besteht ein gesetzliches Gewährleistungsrecht "
              "(§§ 327d ff. BGB).", legal=True),
    S(key="policy.principal", page="policies", kind=Kind.LINES, label="On whose behalf you sell",
      help="Name and address of the business you act for; empty if you sell in your own name.", legal=True),
    S(key="policy.channels", page="policies", kind=Kind.LINES, label="Other ways to write to you online",
      help="Only those in which customers can keep what was written, with date and time.", legal=True),
    S(key="policy.complaint_address", page="policies", kind=Kind.LINES, label="Address for complaints",
      help="Only if it is another one than the shop's.", legal=True),
    S(key="policy.aftersales", page="policies", kind=Kind.LINES, label="Customer service and guarantees",
      help="What you offer beyond the statutory rights, and on which terms.", legal=True),
    S(key="policy.codes_of_conduct", page="policies", kind=Kind.LINES, label="Codes of conduct",
      help="Those you have committed to, and where they can be read.", legal=True),
    S(key="policy.securities", page="policies", kind=Kind.LINES, label="Deposits and securities",
      help="What you may ask customers to deposit, and on which terms.", legal=True),
    S(key="policy.eco_delivery", page="policies", kind=Kind.LINES, label="Greener ways of delivery",
      help="Environmentally friendly delivery you offer, if any; to be named since 27.09.2026.", legal=True),
    S(key="goods.particulars", page="policies", kind=Kind.LINES, label="What must be said of single articles",
      help="One a line: article number, a * at its end for any rest; guarantee, durability, function, compatibility, "
           "updates, repair or return; text; text in English. For return: what it costs at most when ordinary post "
           "does not take it.", legal=True),
    S(key="policy.adr", page="policies", kind=Kind.LINES, label="Consumer arbitration (§ 36 VSBG)",
      help="Whether you take part in dispute resolution before a consumer arbitration body.",
      default="Wir sind zur Teilnahme an einem Streitbeilegungsverfahren vor einer "
              "Verbraucherschlichtungsstelle weder bereit noch verpflichtet.", legal=True),
    # orders
    S(key="order.pattern", page="policies", kind=Kind.TEXT, label="Pattern of order numbers",
      help="{YYYY} is the year, {nnnnn} the number with five digits.", default="AB-{YYYY}-{nnnnn}"),
    S(key="shop.places", page="shop", kind=Kind.FILE, label="List of postcodes (CSV)", files="CSV (*.csv)",
      help="Columns country, postcode and town; with it a postcode proposes its town. Without it the shop's own "
           "customers do."),
    S(key="order.offer_pattern", page="policies", kind=Kind.TEXT, label="Pattern of offer numbers",
      help="Offers have numbers of their own; the order's number is given when it is placed.",
      default="AN-{YYYY}-{nnnnn}"),
    S(key="order.text_yes", page="policies", kind=Kind.CHOICE, label="The customer's yes in text form",
      help="Some contracts need it by law; the shop may want it for more: first an offer by letter, then the yes, "
           "then the order.",
      default="none", choices=(("none", "Only where the law asks for it"), ("outbound", "When we called"),
                               ("all", "Always")), legal=True),
    S(key="ads.per_day", page="policies", kind=Kind.NUMBER, label="Advertising calls per person and day",
      help="At most so often, agreed or not; more is harassment. 0 allows none.", default="1", most=10),
    S(key="ads.per_week", page="policies", kind=Kind.NUMBER, label="Advertising calls per person and week",
      help="Counted over seven days, whoever of the shop called.", default="2", most=20),
    S(key="export.dhl", page="policies", kind=Kind.LINES, label="Columns of parcels for DHL",
      help="One a line: name of the column = text. In braces: number, date, name, name2, extra, street, house, "
           "postcode, town, country, email, phone, weight, cash, shop_name and the like; {weight|2,5} is 2,5 where "
           "no weight is known. Your account number stands behind “Abrechnungsnummer =”.", default=DHL_DEFAULT),
    # telephone
    S(key="phone.area_code", page="telephone", kind=Kind.TEXT, label="Area code of the shop",
      help="Local calls arrive without it, for example 089.", default="089"),
    S(key="phone.systems", page="telephone", kind=Kind.SYSTEMS, label="Telephone systems", scope=Scope.DESK,
      help="Several can be listened to at once; none is fine too: F2 starts calls by hand."),
    S(key="phone.popup_delay_ms", page="telephone", kind=Kind.NUMBER, label="Delay before a call is shown (ms)",
      scope=Scope.DESK, help="Calls that end sooner, such as blocked numbers, are only logged.", default="500"),
    S(key="phone.dialler", page="telephone", kind=Kind.CHOICE, label="Calls go out through", scope=Scope.DESK,
      help="Every call of ours passes the purpose gate first; then this dials.", default="",
      choices=(("", "Nothing: dial by hand"), ("tel", "The system's program for tel: links"),
               ("callto", "The system's program for callto: links"),
               ("sip", "The system's program for sip: links"), ("command", "A command of your own"))),
    S(key="phone.dial_command", page="telephone", kind=Kind.TEXT, label="Command that dials", scope=Scope.DESK,
      help="For example: microsip.exe {number}. {number} is +49…, {plain} is 0049…. No shell reads it."),
    S(key="phone.left_out", page="telephone", kind=Kind.LINES, label="Numbers to leave out",
      help="One a line, * for any digits, for example an alarm system: calls from, to or on such a number are not "
           "even logged."),
    S(key="phone.blocked", page="telephone", kind=Kind.LINES, label="Blocked callers",
      help="One a line, * for any digits, for example 0900*: their calls are logged but never shown."),
    S(key="phone.after_hours", page="telephone", kind=Kind.CHECK, label="Quiet outside opening hours",
      scope=Scope.DESK, help="Then calls are only logged; the hours stand under Shop, for example Mo-Fr 9-17, Sa 10-13.",
      default="0"),
    # e-mail: the shop's own mail server; the password lies in the system's keyring, not here
    S(key="mail.host", page="email", kind=Kind.TEXT, label="Mail server (SMTP)",
      help="For example smtp.example.org, as your provider names it. Empty: no mail server is ever contacted."),
    S(key="mail.mode", page="email", kind=Kind.CHOICE, label="Protection of the line",
      help="As your provider says; without protection no password is sent.", default="tls",
      choices=(("tls", "TLS from the start (port 465)"), ("starttls", "STARTTLS (port 587)"),
               ("plain", "None, without password (port 25)"))),
    S(key="mail.port", page="email", kind=Kind.NUMBER, label="Port", help="Empty takes the usual one.", most=65_535),
    S(key="mail.user", page="email", kind=Kind.TEXT, label="User name",
      help="Often the e-mail address; empty logs in without a password."),
    S(key="mail.sender", page="email", kind=Kind.EMAIL, label="Sender’s address",
      help="Empty takes the shop's e-mail address."),
    S(key="mail.sender_name", page="email", kind=Kind.TEXT, label="Sender’s name",
      help="Empty takes the name of the shop."),
    # printer and screen: this desk's own
    S(key="print.printer", page="printer", kind=Kind.PRINTER, label="Printer for letters", scope=Scope.DESK,
      help="Letters are sent to this printer unscaled."),
    S(key="print.first_tray", page="printer", kind=Kind.TRAY, label="Tray of the first sheet (letterhead)",
      scope=Scope.DESK, help="For a letterhead: only the first sheet of each letter comes from this tray."),
    S(key="print.tray", page="printer", kind=Kind.TRAY, label="Tray of the other sheets", scope=Scope.DESK,
      help="The trays are those the printer above names."),
    S(key="print.sides", page="printer", kind=Kind.CHOICE, label="Sides", scope=Scope.DESK,
      help="Both sides only where the printer can; each letter begins on a new sheet.",
      choices=(("", "As the printer is set"), ("one", "One side"), ("both", "Both sides"))),
    S(key="print.colour", page="printer", kind=Kind.CHOICE, label="Grey or colour", scope=Scope.DESK,
      help="Colour only where the printer can.",
      choices=(("", "As the printer is set"), ("grey", "Grey"), ("colour", "Colour"))),
    S(key="print.copies", page="printer", kind=Kind.NUMBER, label="Copies of each letter", scope=Scope.DESK,
      help="1 prints each letter once; 2 one more for the file.", default="1", most=20),
    S(key="desk.language", page="desk", kind=Kind.CHOICE, label="Language of the windows", scope=Scope.DESK,
      help="Letters follow the customer's language, not this one.", default="system",
      choices=(("system", "As the computer"), ("de", "Deutsch"), ("en", "English"))),
    S(key="desk.theme", page="desk", kind=Kind.CHOICE, label="Light or dark", scope=Scope.DESK,
      help="Follows the computer unless you choose.", default="system",
      choices=(("system", "As the computer"), ("light", "Light"), ("dark", "Dark"))),
    S(key="desk.staff", page="desk", kind=Kind.TEXT, label="Who works here", scope=Scope.DESK,
      help="Name of the person at this desk; it is stored with calls, ticks and letters."),
    S(key="desk.meaning", page="desk", kind=Kind.CHECK, label="Search by meaning", scope=Scope.DESK,
      help="Finds answers also when callers use other words than the article. Set it up once; it runs on this "
           "computer alone.", default="0"),
    # backups: each desk may have a stick of its own
    S(key="backup.folder", page="backup", kind=Kind.TEXT, label="Folder of the backups", scope=Scope.DESK,
      help="A folder, a stick or a share; empty keeps them beside the shop, on the same disk. It must be there: a "
           "stick that is out is said."),
    S(key="backup.daily", page="backup", kind=Kind.CHECK, label="Once a day", scope=Scope.DESK,
      help="While you work; nobody waits for it.", default="1"),
    S(key="backup.leaving", page="backup", kind=Kind.CHECK, label="When the program is closed", scope=Scope.DESK,
      help="If anything was written since the last one.", default="1"),
    S(key="backup.sealed", page="backup", kind=Kind.CHECK, label="Sealed with a pass phrase", scope=Scope.DESK,
      help="Whoever finds the stick reads nothing. Without the pass phrase nobody can restore it, you neither: "
           "write it down.", default="0"),
    # the letter's sheet and its texts
    S(key="letter.form", page="texts", kind=Kind.CHOICE, label="Sheet of letters (DIN 5008)",
      help="Where the address stands and the sheet is folded: form B leaves more room for the letterhead, form A "
           "more for the text.", default="B", choices=(("B", "Form B"), ("A", "Form A"))),
    S(key="letter.colour", page="texts", kind=Kind.TEXT, label="Colour of headings",
      help="As #rrggbb; dark enough to be read on white paper.", default="#0f6b5c"),
    S(key="letter.logo", page="texts", kind=Kind.FILE, label="Logo (PNG or JPEG)", files=_PICTURES,
      help="Stands at the top left in place of the shop's name; without it the name is printed. A copy is kept with the shop."),
    S(key="letter.signature", page="texts", kind=Kind.FILE, label="Signature (PNG or JPEG)", files=_PICTURES,
      help="Stands between the closing and the clerk's name. A copy is kept with the shop."),
    S(key="letter.next_head", page="texts", kind=Kind.CHOICE, label="Head of further pages",
      help="What stands at the right of page 2 and on; letter, date and customer number always stand at the left.",
      default="plain", choices=(("plain", "Nothing more"), ("name", "Name of the shop"), ("logo", "Logo, small"))),
    S(key="letter.footer", page="texts", kind=Kind.TEXT, label="Own line in the footer",
      help="For example opening hours; it follows the legal details, as far as three lines hold it."),
    S(key="letter.postage", page="texts", kind=Kind.LINES, label="Postage of letters",
      help="One a line: kind; sheets at most; EUR; from day. The newest price of each kind counts; look the prices up "
           "at your carrier when they change.", default=POSTAGE_DEFAULT),
    S(key="text.care_topics", page="texts", kind=Kind.TEXT, label="Topics of care sheets",
      help="Answers of these topics are enclosed with the letter of the goods they belong to; separate them by commas.",
      default="Pflege, Care"),
    S(key="text.defect_rights_en", page="texts", kind=Kind.LINES, label="Statutory rights for defects (English)",
      help="The same as in German, for letters in English; empty prints the German text.",
      default="The statutory rights for defective goods apply. The statutory guarantee lasts at least two years "
              "from receipt of the goods.", legal=True),
    S(key="text.defect_rights_digital_en", page="texts", kind=Kind.LINES,
      label="Rights for defects of digital content (English)",
      help="The same as in German, for letters in English; empty prints the German text.",
      default="There is a statutory guarantee for digital content and digital services (§§ 327d ff. BGB).",
      legal=True),
    S(key="text.aftersales_en", page="texts", kind=Kind.LINES, label="Customer service and guarantees (English)",
      help="The same as in German, for letters in English; empty prints the German text.", legal=True),
    S(key="text.securities_en", page="texts", kind=Kind.LINES, label="Deposits and securities (English)",
      help="The same as in German, for letters in English; empty prints the German text.", legal=True),
    S(key="text.eco_delivery_en", page="texts", kind=Kind.LINES, label="Greener ways of delivery (English)",
      help="The same as in German, for letters in English; empty prints the German text.", legal=True),
    S(key="text.complaints_en", page="texts", kind=Kind.LINES, label="How complaints are handled (English)",
      help="The same as in German, for letters in English; empty prints the German text.",
      default="If you have a complaint, please use the address, telephone number or e-mail address above. We "
              "usually answer within two working days.", legal=True),
    S(key="text.adr_en", page="texts", kind=Kind.LINES, label="Consumer arbitration (English)",
      help="The same as in German, for letters in English; empty prints the German text.",
      default="We are neither willing nor obliged to take part in dispute resolution before a consumer "
              "arbitration body.", legal=True),
)

BY_KEY = {setting.key: setting for setting in SETTINGS}
# the page "letters" has no settings: it is the texts of letters, which are kept by themselves
PAGES = ("shop", "policies", "telephone", "email", "printer", "desk", "backup", "texts", "letters")
