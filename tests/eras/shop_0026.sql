-- A shop as version 0.1.0 made it; never changed, only opened and upgraded.
pragma application_id = 1936224112;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0026');
CREATE TABLE article (
	id INTEGER NOT NULL, 
	pair TEXT DEFAULT '' NOT NULL, 
	language TEXT NOT NULL, 
	title TEXT NOT NULL, 
	say TEXT DEFAULT '' NOT NULL, 
	details TEXT DEFAULT '' NOT NULL, 
	letter_paragraph TEXT DEFAULT '' NOT NULL, 
	internal_note TEXT DEFAULT '' NOT NULL, 
	owner TEXT DEFAULT '' NOT NULL, 
	review_on TEXT, 
	version INTEGER NOT NULL, 
	helped INTEGER DEFAULT '0' NOT NULL, 
	not_helped INTEGER DEFAULT '0' NOT NULL, 
	changed_at BIGINT NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, state TEXT DEFAULT 'in_force' NOT NULL, audience TEXT DEFAULT 'everyone' NOT NULL, pair_version INTEGER, 
	CONSTRAINT pk_article PRIMARY KEY (id)
);
INSERT INTO "article" VALUES(1,'','de','Rost','Einbrennen.','','','','',NULL,1,0,0,1795521600000,'Anna Berger','in_force','everyone',NULL);
CREATE TABLE article_attachment (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	media_type TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	CONSTRAINT pk_article_attachment PRIMARY KEY (id), 
	CONSTRAINT fk_article_attachment_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_editing (
	article_id INTEGER NOT NULL, 
	place TEXT NOT NULL, 
	staff TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_article_editing PRIMARY KEY (article_id, place), 
	CONSTRAINT fk_article_editing_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_group (
	article_id INTEGER NOT NULL, 
	"group" TEXT NOT NULL, 
	CONSTRAINT pk_article_group PRIMARY KEY (article_id, "group"), 
	CONSTRAINT fk_article_group_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_product (
	article_id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	CONSTRAINT pk_article_product PRIMARY KEY (article_id, product_id), 
	CONSTRAINT fk_article_product_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_article_product_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
CREATE TABLE article_topic (
	article_id INTEGER NOT NULL, 
	topic TEXT NOT NULL, 
	CONSTRAINT pk_article_topic PRIMARY KEY (article_id, topic), 
	CONSTRAINT fk_article_topic_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_use (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	call_id INTEGER, 
	verdict TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_article_use PRIMARY KEY (id), 
	CONSTRAINT fk_article_use_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_article_use_call_id_call FOREIGN KEY(call_id) REFERENCES call (id)
);
CREATE TABLE article_vector (
	article_id INTEGER NOT NULL, 
	model TEXT NOT NULL, 
	text_sha256 TEXT NOT NULL, 
	content BLOB NOT NULL, 
	CONSTRAINT pk_article_vector PRIMARY KEY (article_id, model), 
	CONSTRAINT fk_article_vector_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE article_version (
	article_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	content TEXT NOT NULL, 
	changed_at BIGINT NOT NULL, 
	changed_by TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_article_version PRIMARY KEY (article_id, version), 
	CONSTRAINT fk_article_version_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
INSERT INTO "article_version" VALUES(1,1,'{"audience": "everyone", "details": "", "groups": "", "internal_note": "", "language": "de", "letter_paragraph": "", "owner": "", "review_on": "", "say": "Einbrennen.", "skus": "", "state": "in_force", "title": "Rost", "topics": ""}',1795521600000,'Anna Berger');
CREATE TABLE call (
	id INTEGER NOT NULL, 
	call_key TEXT NOT NULL, 
	source TEXT NOT NULL, 
	direction TEXT NOT NULL, 
	state TEXT NOT NULL, 
	raw_number TEXT DEFAULT '' NOT NULL, 
	e164 TEXT, 
	own_number TEXT DEFAULT '' NOT NULL, 
	rang_at BIGINT NOT NULL, 
	answered_at BIGINT, 
	ended_at BIGINT, 
	seconds INTEGER, 
	ended_by TEXT DEFAULT '' NOT NULL, 
	by_machine BOOLEAN DEFAULT '0' NOT NULL, 
	customer_id INTEGER, 
	staff_id INTEGER, 
	purpose TEXT DEFAULT '' NOT NULL, 
	outcome_id INTEGER, 
	satisfaction INTEGER, 
	note TEXT DEFAULT '' NOT NULL, answered_by TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_call PRIMARY KEY (id), 
	CONSTRAINT fk_call_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_call_outcome_id_outcome FOREIGN KEY(outcome_id) REFERENCES outcome (id), 
	CONSTRAINT fk_call_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_call_call_key UNIQUE (call_key)
);
INSERT INTO "call" VALUES(1,'manual-4ba0104335c043baa2b5ed6b5db41613','manual','in','closed','089 99998-123','+498999998123','',1795521600000,1795521600000,1795521600000,0,'',0,1,1,'',1,NULL,'ruft wieder an','');
CREATE TABLE call_filter (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	wanted TEXT NOT NULL, 
	CONSTRAINT pk_call_filter PRIMARY KEY (id), 
	CONSTRAINT uq_call_filter_name UNIQUE (name)
);
CREATE TABLE callback (
	id INTEGER NOT NULL, 
	customer_id INTEGER, 
	call_id INTEGER, 
	raw_number TEXT DEFAULT '' NOT NULL, 
	e164 TEXT, 
	asked_at BIGINT NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	due_at BIGINT NOT NULL, 
	staff_id INTEGER, 
	done_at BIGINT, 
	CONSTRAINT pk_callback PRIMARY KEY (id), 
	CONSTRAINT fk_callback_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_callback_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_callback_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "callback" VALUES(1,1,1,'089 99998-123','+498999998123',1795521600000,'',1795521600000,NULL,NULL);
CREATE TABLE consent (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	channel TEXT NOT NULL, 
	state TEXT NOT NULL, 
	scope TEXT DEFAULT '' NOT NULL, 
	wording TEXT DEFAULT '' NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	at BIGINT NOT NULL, 
	recorded_at BIGINT NOT NULL, 
	recorded_by TEXT DEFAULT '' NOT NULL, entry_no INTEGER DEFAULT '0' NOT NULL, number TEXT DEFAULT '' NOT NULL, person TEXT, company TEXT, wording_version TEXT DEFAULT '' NOT NULL, evidence_name TEXT DEFAULT '' NOT NULL, evidence_sha256 TEXT DEFAULT '' NOT NULL, late BOOLEAN DEFAULT '0' NOT NULL, call_id INTEGER, previous TEXT DEFAULT '' NOT NULL, hash TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_consent PRIMARY KEY (id), 
	CONSTRAINT fk_consent_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id)
);
INSERT INTO "consent" VALUES(1,1,'phone','given','Pfannen','Darf ich Sie anrufen?','phone',1795521600000,1795521600000,'Anna Berger',1,'+498999998123','{"country": "DE", "first_name": "Annemarie", "last_name": "Löffler", "number": "K-00001", "postcode": "81671", "street": "Am Lindenhang 12", "town": "München"}','{"country": "DE", "name": "Laden"}','','Karte.pdf','86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',0,NULL,'','c81258e6bb538d1f49b318357d15d116b0e3473e6d3eabcb5f1d1efb06573f6a');
CREATE TABLE consent_evidence (
	sha256 TEXT NOT NULL, 
	content BLOB NOT NULL, 
	kept_at BIGINT NOT NULL, 
	CONSTRAINT pk_consent_evidence PRIMARY KEY (sha256)
);
INSERT INTO "consent_evidence" VALUES('86edbaa24831badfa0a8b04bb410141e2ee4182b6d0014493fe262a7a331c20b',X'255044462D312E37',1795521600000);
CREATE TABLE counter (
	name TEXT NOT NULL, 
	last INTEGER NOT NULL, 
	CONSTRAINT pk_counter PRIMARY KEY (name)
);
INSERT INTO "counter" VALUES('customer',1);
INSERT INTO "counter" VALUES('order',1);
INSERT INTO "counter" VALUES('offer',0);
INSERT INTO "counter" VALUES('consent',1);
CREATE TABLE coupon (
	code TEXT NOT NULL, 
	percent BIGINT DEFAULT '0' NOT NULL, 
	amount BIGINT DEFAULT '0' NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	minimum BIGINT DEFAULT '0' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_coupon PRIMARY KEY (code)
);
CREATE TABLE "customer" (
	id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	salutation TEXT DEFAULT ('') NOT NULL, 
	first_name TEXT DEFAULT ('') NOT NULL, 
	last_name TEXT DEFAULT ('') NOT NULL, 
	company TEXT DEFAULT ('') NOT NULL, 
	name TEXT NOT NULL, 
	sort_name TEXT NOT NULL, 
	language TEXT DEFAULT ('') NOT NULL, 
	email TEXT DEFAULT ('') NOT NULL, 
	note TEXT DEFAULT ('') NOT NULL, 
	created_at BIGINT NOT NULL, 
	"group" TEXT DEFAULT ('') NOT NULL, 
	vat_id TEXT DEFAULT ('') NOT NULL, 
	revision INTEGER DEFAULT '1' NOT NULL, 
	merged_into INTEGER, 
	CONSTRAINT pk_customer PRIMARY KEY (id), 
	CONSTRAINT uq_customer_number UNIQUE (number), 
	CONSTRAINT fk_customer_merged_into_customer FOREIGN KEY(merged_into) REFERENCES customer (id)
);
INSERT INTO "customer" VALUES(1,'K-00001','consumer','','Annemarie','Löffler','','Annemarie Löffler','loeffler annemarie','de','','',1795521600000,'','',1,NULL);
CREATE TABLE customer_address (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	name TEXT DEFAULT '' NOT NULL, 
	extra TEXT DEFAULT '' NOT NULL, 
	street TEXT DEFAULT '' NOT NULL, 
	postcode TEXT DEFAULT '' NOT NULL, 
	town TEXT DEFAULT '' NOT NULL, 
	country TEXT DEFAULT '' NOT NULL, co TEXT DEFAULT '' NOT NULL, post_number TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_customer_address PRIMARY KEY (id), 
	CONSTRAINT fk_customer_address_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id)
);
INSERT INTO "customer_address" VALUES(1,1,'billing','','','Am Lindenhang 12','81671','München','DE','','');
CREATE TABLE customer_phone (
	id INTEGER NOT NULL, 
	customer_id INTEGER NOT NULL, 
	raw TEXT NOT NULL, 
	e164 TEXT, 
	label TEXT NOT NULL, 
	CONSTRAINT pk_customer_phone PRIMARY KEY (id), 
	CONSTRAINT fk_customer_phone_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id)
);
INSERT INTO "customer_phone" VALUES(1,1,'089 99998-123','+498999998123','home');
CREATE TABLE defect (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	call_id INTEGER, 
	shown_on TEXT NOT NULL, 
	reported_at BIGINT NOT NULL, 
	reported_by TEXT DEFAULT '' NOT NULL, 
	words TEXT NOT NULL, 
	told_at BIGINT NOT NULL, 
	remedy TEXT DEFAULT '' NOT NULL, 
	returned_on TEXT, 
	staff_id INTEGER, 
	letter_id INTEGER, 
	CONSTRAINT pk_defect PRIMARY KEY (id), 
	CONSTRAINT fk_defect_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_defect_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_defect_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_defect_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE dial_attempt (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	raw_number TEXT DEFAULT '' NOT NULL, 
	e164 TEXT, 
	customer_id INTEGER, 
	purpose TEXT NOT NULL, 
	topic TEXT DEFAULT '' NOT NULL, 
	given_reason TEXT DEFAULT '' NOT NULL, 
	way TEXT NOT NULL, 
	permitted BOOLEAN NOT NULL, 
	basis TEXT DEFAULT '' NOT NULL, 
	denial TEXT DEFAULT '' NOT NULL, 
	dialler TEXT DEFAULT '' NOT NULL, 
	callback_id INTEGER, 
	call_id INTEGER, 
	CONSTRAINT pk_dial_attempt PRIMARY KEY (id), 
	CONSTRAINT fk_dial_attempt_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_dial_attempt_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE do_not_call (
	digest TEXT NOT NULL, 
	since BIGINT NOT NULL, 
	CONSTRAINT pk_do_not_call PRIMARY KEY (digest)
);
CREATE TABLE external_key (
	kind TEXT NOT NULL, 
	source TEXT NOT NULL, 
	code TEXT NOT NULL, 
	record_id INTEGER NOT NULL, 
	run_id INTEGER, 
	CONSTRAINT pk_external_key PRIMARY KEY (kind, source, code), 
	CONSTRAINT fk_external_key_run_id_import_run FOREIGN KEY(run_id) REFERENCES import_run (id)
);
CREATE TABLE "gap" (
	id INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	language TEXT NOT NULL, 
	asked_at BIGINT NOT NULL, 
	times INTEGER DEFAULT '1' NOT NULL, 
	closed_at BIGINT, 
	closed_how TEXT DEFAULT '' NOT NULL, 
	article_id INTEGER, 
	CONSTRAINT pk_gap PRIMARY KEY (id), 
	CONSTRAINT fk_gap_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE TABLE gap_question (
	id INTEGER NOT NULL, 
	gap_id INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	call_id INTEGER, 
	asked_at BIGINT NOT NULL, 
	CONSTRAINT pk_gap_question PRIMARY KEY (id), 
	CONSTRAINT fk_gap_question_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_gap_question_gap_id_gap FOREIGN KEY(gap_id) REFERENCES gap (id)
);
CREATE TABLE import_row (
	run_id INTEGER NOT NULL, 
	record_id INTEGER NOT NULL, 
	digest TEXT NOT NULL, 
	"before" TEXT, 
	CONSTRAINT pk_import_row PRIMARY KEY (run_id, record_id), 
	CONSTRAINT fk_import_row_run_id_import_run FOREIGN KEY(run_id) REFERENCES import_run (id)
);
CREATE TABLE import_run (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	format TEXT NOT NULL, 
	name TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	answers TEXT, 
	new INTEGER DEFAULT '0' NOT NULL, 
	changed INTEGER DEFAULT '0' NOT NULL, 
	undone_at BIGINT, 
	CONSTRAINT pk_import_run PRIMARY KEY (id), 
	CONSTRAINT fk_import_run_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE letter (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	order_id INTEGER, 
	order_version INTEGER, 
	customer_id INTEGER, 
	language TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	staff_id INTEGER, 
	pdf BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	pages INTEGER NOT NULL, 
	state TEXT NOT NULL, lacks TEXT DEFAULT '' NOT NULL, text_edition INTEGER DEFAULT '0' NOT NULL, received_on TEXT, received_by TEXT DEFAULT '' NOT NULL, legal_texts TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_letter PRIMARY KEY (id), 
	CONSTRAINT fk_letter_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_letter_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_letter_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "letter" VALUES(1,'confirmation',1,1,1,'de',1795521600000,1,X'255044462D312E37','0000000000000000000000000000000000000000000000000000000000000000',1,'printed','',0,NULL,'','');
CREATE TABLE "letter_event" (
	id INTEGER NOT NULL, 
	letter_id INTEGER NOT NULL, 
	channel TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	printer TEXT DEFAULT ('') NOT NULL, 
	job TEXT DEFAULT ('') NOT NULL, 
	error TEXT DEFAULT ('') NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_letter_event PRIMARY KEY (id), 
	CONSTRAINT fk_letter_event_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_letter_event_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "letter_event" VALUES(1,1,'print',1795521600000,'','','',NULL);
CREATE TABLE letter_text (
	id INTEGER NOT NULL, 
	letter TEXT NOT NULL, 
	part TEXT NOT NULL, 
	language TEXT NOT NULL, 
	content TEXT, 
	saved_at BIGINT NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_letter_text PRIMARY KEY (id), 
	CONSTRAINT fk_letter_text_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE letter_words (
	letter_id INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	CONSTRAINT pk_letter_words PRIMARY KEY (letter_id), 
	CONSTRAINT fk_letter_words_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id)
);
CREATE TABLE order_article (
	order_id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	CONSTRAINT pk_order_article PRIMARY KEY (order_id, article_id), 
	CONSTRAINT fk_order_article_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_order_article_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id)
);
INSERT INTO "order_article" VALUES(1,1);
CREATE TABLE order_event (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_order_event PRIMARY KEY (id), 
	CONSTRAINT fk_order_event_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_event_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE order_export (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	format TEXT NOT NULL, 
	name TEXT NOT NULL, 
	orders INTEGER NOT NULL, 
	went_through_at BIGINT, 
	undone_at BIGINT, 
	CONSTRAINT pk_order_export PRIMARY KEY (id), 
	CONSTRAINT fk_order_export_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE order_export_order (
	export_id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	CONSTRAINT pk_order_export_order PRIMARY KEY (export_id, order_id), 
	CONSTRAINT fk_order_export_order_export_id_order_export FOREIGN KEY(export_id) REFERENCES order_export (id), 
	CONSTRAINT fk_order_export_order_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id)
);
CREATE TABLE order_left_out (
	order_id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	CONSTRAINT pk_order_left_out PRIMARY KEY (order_id, article_id), 
	CONSTRAINT fk_order_left_out_article_id_article FOREIGN KEY(article_id) REFERENCES article (id), 
	CONSTRAINT fk_order_left_out_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id)
);
CREATE TABLE order_line (
	order_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	product_id INTEGER, 
	sku TEXT DEFAULT '' NOT NULL, 
	name TEXT NOT NULL, 
	option TEXT DEFAULT '' NOT NULL, 
	description TEXT DEFAULT '' NOT NULL, 
	quantity BIGINT NOT NULL, 
	unit_price BIGINT NOT NULL, 
	discount BIGINT NOT NULL, 
	vat BIGINT NOT NULL, 
	gross BIGINT NOT NULL, 
	price_source TEXT DEFAULT '' NOT NULL, 
	price_note TEXT DEFAULT '' NOT NULL, 
	content BIGINT, 
	content_unit TEXT DEFAULT '' NOT NULL, 
	withdrawal_rule TEXT DEFAULT 'normal' NOT NULL, deposit BIGINT DEFAULT '0' NOT NULL, gross_price BIGINT, minimum_age INTEGER DEFAULT '0' NOT NULL, cancelled_in INTEGER, 
	CONSTRAINT pk_order_line PRIMARY KEY (order_id, position), 
	CONSTRAINT fk_order_line_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_line_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
INSERT INTO "order_line" VALUES(1,1,1,'PF-24','Pfanne','','',2000,549000,1000,1900,9882,'list','',NULL,'','normal',0,NULL,0,NULL);
CREATE TABLE order_mandate (
	order_id INTEGER NOT NULL, 
	reference TEXT NOT NULL, 
	iban TEXT NOT NULL, 
	holder TEXT NOT NULL, 
	bank TEXT DEFAULT '' NOT NULL, 
	returned_on TEXT, 
	CONSTRAINT pk_order_mandate PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_mandate_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT uq_order_mandate_reference UNIQUE (reference)
);
CREATE TABLE order_minor (
	order_id INTEGER NOT NULL, 
	parent TEXT DEFAULT '' NOT NULL, 
	asked_on TEXT NOT NULL, 
	answer TEXT DEFAULT '' NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	answered_at BIGINT, 
	staff_id INTEGER, received_on TEXT, pending_from TEXT, 
	CONSTRAINT pk_order_minor PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_minor_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_minor_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE order_move (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	source TEXT DEFAULT '' NOT NULL, 
	target TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_order_move PRIMARY KEY (id), 
	CONSTRAINT fk_order_move_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_move_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "order_move" VALUES(1,1,'draft','placed',1795521600000,1,'');
CREATE TABLE order_parcel (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	carrier TEXT DEFAULT '' NOT NULL, 
	tracking TEXT DEFAULT '' NOT NULL, 
	tracking_url TEXT DEFAULT '' NOT NULL, 
	content TEXT NOT NULL, 
	sent_on TEXT NOT NULL, 
	staff_id INTEGER, 
	CONSTRAINT pk_order_parcel PRIMARY KEY (id), 
	CONSTRAINT fk_order_parcel_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_parcel_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE order_receipt (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	mark TEXT NOT NULL, 
	day TEXT NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	taken_back_at BIGINT, 
	CONSTRAINT pk_order_receipt PRIMARY KEY (id), 
	CONSTRAINT fk_order_receipt_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_receipt_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE order_told (
	order_id INTEGER NOT NULL, 
	point TEXT NOT NULL, 
	words TEXT NOT NULL, 
	told_at BIGINT NOT NULL, 
	staff_id INTEGER, facts TEXT DEFAULT '' NOT NULL, wording TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_order_told PRIMARY KEY (order_id, point), 
	CONSTRAINT fk_order_told_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_told_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
INSERT INTO "order_told" VALUES(1,'P1','Pfanne',1795521600000,1,'','2026-11-25.3');
INSERT INTO "order_told" VALUES(1,'P2','',1795521600000,1,'','2026-11-25.3');
INSERT INTO "order_told" VALUES(1,'P3','',1795521600000,1,'','2026-11-25.3');
INSERT INTO "order_told" VALUES(1,'P4','',1795521600000,1,'','2026-11-25.3');
INSERT INTO "order_told" VALUES(1,'P5','',1795521600000,1,'','2026-11-25.3');
CREATE TABLE order_version (
	order_id INTEGER NOT NULL, 
	version INTEGER NOT NULL, 
	agreed TEXT NOT NULL, 
	kept TEXT NOT NULL, 
	ended_at BIGINT NOT NULL, 
	ended_by INTEGER, 
	call_id INTEGER, 
	words TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_order_version PRIMARY KEY (order_id, version), 
	CONSTRAINT fk_order_version_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_order_version_ended_by_staff FOREIGN KEY(ended_by) REFERENCES staff (id), 
	CONSTRAINT fk_order_version_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id)
);
CREATE TABLE order_yes (
	order_id INTEGER NOT NULL, 
	received_on TEXT NOT NULL, 
	recorded_at BIGINT NOT NULL, 
	channel TEXT NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	evidence_name TEXT DEFAULT '' NOT NULL, 
	evidence BLOB, 
	sha256 TEXT DEFAULT '' NOT NULL, 
	staff_id INTEGER, late BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_order_yes PRIMARY KEY (order_id), 
	CONSTRAINT fk_order_yes_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_order_yes_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE outbox (
	id INTEGER NOT NULL, 
	kind TEXT NOT NULL, 
	letter_id INTEGER, 
	draft_key TEXT DEFAULT '' NOT NULL, 
	message_id TEXT NOT NULL, 
	recipient TEXT NOT NULL, 
	customer TEXT DEFAULT '' NOT NULL, 
	subject TEXT DEFAULT '' NOT NULL, 
	raw BLOB NOT NULL, 
	state TEXT NOT NULL, 
	created_at BIGINT NOT NULL, 
	staff_id INTEGER, 
	due_at BIGINT NOT NULL, 
	attempts INTEGER DEFAULT '0' NOT NULL, 
	claimed_by TEXT DEFAULT '' NOT NULL, 
	claimed_at BIGINT, 
	handed_at BIGINT, 
	done_at BIGINT, 
	reason TEXT DEFAULT '' NOT NULL, 
	said TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_outbox PRIMARY KEY (id), 
	CONSTRAINT fk_outbox_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_outbox_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT uq_outbox_message_id UNIQUE (message_id)
);
CREATE TABLE outcome (
	id INTEGER NOT NULL, 
	"key" TEXT NOT NULL, 
	name_de TEXT NOT NULL, 
	name_en TEXT DEFAULT '' NOT NULL, 
	reached BOOLEAN DEFAULT '0' NOT NULL, 
	sale BOOLEAN DEFAULT '0' NOT NULL, 
	answered BOOLEAN DEFAULT '0' NOT NULL, 
	complaint BOOLEAN DEFAULT '0' NOT NULL, 
	callback BOOLEAN DEFAULT '0' NOT NULL, 
	no_advertising BOOLEAN DEFAULT '0' NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, not_reached BOOLEAN DEFAULT '0' NOT NULL, wrong_number BOOLEAN DEFAULT '0' NOT NULL, retired BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_outcome PRIMARY KEY (id), 
	CONSTRAINT uq_outcome_key UNIQUE ("key")
);
INSERT INTO "outcome" VALUES(1,'order','Bestellung','',0,0,0,0,0,0,0,0,0,0);
CREATE TABLE print_run (
	id INTEGER NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	printer TEXT NOT NULL, 
	job TEXT DEFAULT '' NOT NULL, 
	error TEXT DEFAULT '' NOT NULL, 
	state TEXT NOT NULL, 
	CONSTRAINT pk_print_run PRIMARY KEY (id), 
	CONSTRAINT fk_print_run_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id)
);
CREATE TABLE print_run_letter (
	id INTEGER NOT NULL, 
	run_id INTEGER NOT NULL, 
	letter_id INTEGER NOT NULL, 
	first_page INTEGER NOT NULL, 
	last_page INTEGER NOT NULL, 
	CONSTRAINT pk_print_run_letter PRIMARY KEY (id), 
	CONSTRAINT fk_print_run_letter_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_print_run_letter_run_id_print_run FOREIGN KEY(run_id) REFERENCES print_run (id)
);
CREATE TABLE product (
	id INTEGER NOT NULL, 
	sku TEXT NOT NULL, 
	ean TEXT DEFAULT '' NOT NULL, 
	name TEXT NOT NULL, 
	name_en TEXT DEFAULT '' NOT NULL, 
	option TEXT DEFAULT '' NOT NULL, 
	"group" TEXT DEFAULT '' NOT NULL, 
	category TEXT DEFAULT '' NOT NULL, 
	description TEXT DEFAULT '' NOT NULL, 
	description_en TEXT DEFAULT '' NOT NULL, 
	price BIGINT NOT NULL, 
	vat BIGINT NOT NULL, 
	stock BIGINT, 
	next_supply_on TEXT, 
	content BIGINT, 
	content_unit TEXT DEFAULT '' NOT NULL, 
	weight_g INTEGER, 
	withdrawal_rule TEXT DEFAULT 'normal' NOT NULL, 
	warning TEXT DEFAULT '' NOT NULL, 
	active BOOLEAN DEFAULT '1' NOT NULL, withdrawal_reason TEXT DEFAULT '' NOT NULL, deposit BIGINT DEFAULT '0' NOT NULL, minimum_age INTEGER DEFAULT '0' NOT NULL, bulky BOOLEAN DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_product PRIMARY KEY (id), 
	CONSTRAINT uq_product_sku UNIQUE (sku)
);
INSERT INTO "product" VALUES(1,'PF-24','','Pfanne','','','','','','',549000,1900,NULL,NULL,NULL,'',NULL,'normal','',1,'',0,0,0);
CREATE TABLE product_code (
	product_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	CONSTRAINT pk_product_code PRIMARY KEY (product_id, code), 
	CONSTRAINT fk_product_code_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
CREATE TABLE product_price (
	id INTEGER NOT NULL, 
	product_id INTEGER NOT NULL, 
	price BIGINT NOT NULL, 
	from_quantity BIGINT DEFAULT '1000' NOT NULL, 
	customer_group TEXT DEFAULT '' NOT NULL, 
	starts_on TEXT, 
	ends_on TEXT, 
	name TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_product_price PRIMARY KEY (id), 
	CONSTRAINT fk_product_price_product_id_product FOREIGN KEY(product_id) REFERENCES product (id)
);
CREATE TABLE "sale_order" (
	id INTEGER NOT NULL, 
	number TEXT NOT NULL, 
	draft_key TEXT, 
	version INTEGER DEFAULT '1' NOT NULL, 
	customer_id INTEGER NOT NULL, 
	call_id INTEGER, 
	staff_id INTEGER, 
	state TEXT NOT NULL, 
	payment_state TEXT DEFAULT 'open' NOT NULL, 
	placed_at BIGINT NOT NULL, 
	language TEXT NOT NULL, 
	name TEXT NOT NULL, 
	billing TEXT NOT NULL, 
	deliver_to TEXT, 
	email TEXT DEFAULT ('') NOT NULL, 
	delivery_phone TEXT DEFAULT ('') NOT NULL, 
	delivery_e164 TEXT, 
	shipping_code TEXT DEFAULT ('') NOT NULL, 
	shipping_name TEXT DEFAULT ('') NOT NULL, 
	shipping_gross BIGINT NOT NULL, 
	discount BIGINT NOT NULL, 
	total BIGINT NOT NULL, 
	line_count INTEGER NOT NULL, 
	first_line TEXT DEFAULT ('') NOT NULL, 
	extension_months INTEGER DEFAULT '0' NOT NULL, 
	return_cost TEXT DEFAULT ('') NOT NULL, 
	payment_code TEXT DEFAULT ('') NOT NULL, 
	due_on TEXT, 
	paid_on TEXT, 
	carrier TEXT DEFAULT ('') NOT NULL, 
	tracking TEXT DEFAULT ('') NOT NULL, 
	tracking_url TEXT DEFAULT ('') NOT NULL, 
	shipped_on TEXT, 
	delivered_on TEXT, 
	remark TEXT DEFAULT ('') NOT NULL, 
	vat_mode TEXT DEFAULT 'gross' NOT NULL, 
	vat_id TEXT DEFAULT ('') NOT NULL, 
	coupon_code TEXT DEFAULT ('') NOT NULL, 
	coupon BIGINT DEFAULT '0' NOT NULL, 
	shop_total BIGINT, 
	kind TEXT DEFAULT 'new' NOT NULL, 
	matter TEXT DEFAULT 'goods' NOT NULL, 
	direction TEXT DEFAULT 'in' NOT NULL, 
	based_on TEXT DEFAULT ('') NOT NULL, 
	offer_number TEXT DEFAULT ('') NOT NULL, 
	revision INTEGER DEFAULT '1' NOT NULL, 
	salutation TEXT DEFAULT ('') NOT NULL, 
	last_name TEXT DEFAULT ('') NOT NULL, 
	company TEXT DEFAULT ('') NOT NULL, 
	of_age TEXT DEFAULT ('') NOT NULL, 
	shipping_days TEXT DEFAULT ('') NOT NULL, 
	latest_delivery TEXT, 
	early_start BOOLEAN DEFAULT '0' NOT NULL, 
	term_months INTEGER DEFAULT '0' NOT NULL, 
	notice_days INTEGER DEFAULT '0' NOT NULL, 
	renewal TEXT DEFAULT ('') NOT NULL, 
	refunded_on TEXT, 
	exported_at BIGINT, 
	billing_months INTEGER DEFAULT '0' NOT NULL, 
	standard_vat BIGINT DEFAULT '1900' NOT NULL, 
	amends INTEGER, 
	no_withdrawal BOOLEAN DEFAULT '0' NOT NULL, 
	term_days INTEGER DEFAULT '0' NOT NULL, 
	paid_amount BIGINT DEFAULT '0' NOT NULL, standard_shipping BIGINT, paid_by TEXT DEFAULT '' NOT NULL, taken_off BIGINT DEFAULT '0' NOT NULL, given_back BIGINT DEFAULT '0' NOT NULL, extension_days INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_sale_order PRIMARY KEY (id), 
	CONSTRAINT uq_sale_order_number UNIQUE (number), 
	CONSTRAINT uq_sale_order_draft_key UNIQUE (draft_key), 
	CONSTRAINT fk_sale_order_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_sale_order_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_sale_order_customer_id_customer FOREIGN KEY(customer_id) REFERENCES customer (id), 
	CONSTRAINT fk_sale_order_amends_sale_order FOREIGN KEY(amends) REFERENCES sale_order (id)
);
INSERT INTO "sale_order" VALUES(1,'AB-2026-00001','0123456789abcdef0123456789abcdef',1,1,1,1,'placed','open',1795521600000,'de','Annemarie Löffler','{"co": "", "country": "DE", "extra": "", "name": "", "post_number": "", "postcode": "81671", "street": "Am Lindenhang 12", "town": "München"}',NULL,'','',NULL,'dhl','Paket',490,0,10372,1,'Pfanne',1,'customer','prepay','2026-11-29',NULL,'','','',NULL,NULL,'','gross','','',0,NULL,'new','goods','in','','',1,'','Löffler','','','','2026-11-29',0,0,0,'',NULL,NULL,0,1900,NULL,0,0,0,490,'',0,0,0);
CREATE TABLE setting (
	"key" TEXT NOT NULL, 
	value TEXT NOT NULL, 
	CONSTRAINT pk_setting PRIMARY KEY ("key")
);
INSERT INTO "setting" VALUES('shop.name','Laden');
CREATE TABLE shipping_method (
	code TEXT NOT NULL, 
	content TEXT NOT NULL, 
	position INTEGER DEFAULT '0' NOT NULL, 
	CONSTRAINT pk_shipping_method PRIMARY KEY (code)
);
INSERT INTO "shipping_method" VALUES('dhl','{"free_from": null, "name_de": "Paket", "name_en": "Parcel", "price": "4.90"}',0);
CREATE TABLE shop_file (
	"key" TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content BLOB NOT NULL, 
	sha256 TEXT NOT NULL, 
	added_at BIGINT NOT NULL, 
	CONSTRAINT pk_shop_file PRIMARY KEY ("key")
);
CREATE TABLE staff (
	id INTEGER NOT NULL, 
	name TEXT NOT NULL, 
	role TEXT DEFAULT '' NOT NULL, 
	active BOOLEAN DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_staff PRIMARY KEY (id), 
	CONSTRAINT uq_staff_name UNIQUE (name)
);
INSERT INTO "staff" VALUES(1,'Anna Berger','',1);
CREATE TABLE text_module (
	id INTEGER NOT NULL, 
	abbreviation TEXT NOT NULL, 
	language TEXT NOT NULL, 
	name TEXT NOT NULL, 
	content TEXT NOT NULL, 
	note TEXT DEFAULT '' NOT NULL, 
	active BOOLEAN DEFAULT '1' NOT NULL, 
	CONSTRAINT pk_text_module PRIMARY KEY (id)
);
CREATE TABLE vat_rate (
	country TEXT NOT NULL, 
	kind TEXT NOT NULL, 
	starts_on TEXT NOT NULL, 
	percent BIGINT NOT NULL, source TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_vat_rate PRIMARY KEY (country, kind, starts_on)
);
CREATE TABLE withdrawal (
	id INTEGER NOT NULL, 
	order_id INTEGER NOT NULL, 
	call_id INTEGER, 
	declared_on TEXT NOT NULL, 
	received_at BIGINT NOT NULL, 
	channel TEXT NOT NULL, 
	declared_by TEXT DEFAULT '' NOT NULL, 
	words TEXT DEFAULT '' NOT NULL, 
	decision TEXT NOT NULL, 
	decision_words TEXT DEFAULT '' NOT NULL, 
	decided_at BIGINT, 
	decided_by INTEGER, 
	goods_out BOOLEAN NOT NULL, 
	pickup BOOLEAN DEFAULT '0' NOT NULL, 
	order_state TEXT NOT NULL, 
	staff_id INTEGER, 
	taken_back_at BIGINT, 
	taken_back_by INTEGER, 
	taken_back_words TEXT DEFAULT '' NOT NULL, 
	letter_id INTEGER, received_on TEXT, named_surcharge BIGINT, surcharge_reason TEXT DEFAULT '' NOT NULL, shipping BIGINT, surcharge BIGINT, surplus BIGINT, refund BIGINT, 
	CONSTRAINT pk_withdrawal PRIMARY KEY (id), 
	CONSTRAINT fk_withdrawal_call_id_call FOREIGN KEY(call_id) REFERENCES call (id), 
	CONSTRAINT fk_withdrawal_decided_by_staff FOREIGN KEY(decided_by) REFERENCES staff (id), 
	CONSTRAINT fk_withdrawal_letter_id_letter FOREIGN KEY(letter_id) REFERENCES letter (id), 
	CONSTRAINT fk_withdrawal_order_id_sale_order FOREIGN KEY(order_id) REFERENCES sale_order (id), 
	CONSTRAINT fk_withdrawal_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_withdrawal_taken_back_by_staff FOREIGN KEY(taken_back_by) REFERENCES staff (id)
);
CREATE TABLE withdrawal_event (
	id INTEGER NOT NULL, 
	withdrawal_id INTEGER NOT NULL, 
	code TEXT NOT NULL, 
	day TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	staff_id INTEGER, 
	taken_back_at BIGINT, 
	CONSTRAINT pk_withdrawal_event PRIMARY KEY (id), 
	CONSTRAINT fk_withdrawal_event_staff_id_staff FOREIGN KEY(staff_id) REFERENCES staff (id), 
	CONSTRAINT fk_withdrawal_event_withdrawal_id_withdrawal FOREIGN KEY(withdrawal_id) REFERENCES withdrawal (id)
);
CREATE TABLE withdrawal_line (
	withdrawal_id INTEGER NOT NULL, 
	position INTEGER NOT NULL, 
	quantity BIGINT NOT NULL, 
	unsealed BOOLEAN DEFAULT '0' NOT NULL, 
	loss BIGINT DEFAULT '0' NOT NULL, 
	loss_reason TEXT DEFAULT '' NOT NULL, amount BIGINT, done BIGINT DEFAULT '0' NOT NULL, done_reason TEXT DEFAULT '' NOT NULL, 
	CONSTRAINT pk_withdrawal_line PRIMARY KEY (withdrawal_id, position), 
	CONSTRAINT fk_withdrawal_line_withdrawal_id_withdrawal FOREIGN KEY(withdrawal_id) REFERENCES withdrawal (id)
);
CREATE TABLE wording (
	id INTEGER NOT NULL, 
	article_id INTEGER NOT NULL, 
	words TEXT NOT NULL, 
	at BIGINT NOT NULL, 
	CONSTRAINT pk_wording PRIMARY KEY (id), 
	CONSTRAINT fk_wording_article_id_article FOREIGN KEY(article_id) REFERENCES article (id)
);
CREATE INDEX ix_article_pair ON article (pair);
CREATE INDEX ix_product_ean ON product (ean);
CREATE INDEX ix_product_group ON product ("group");
CREATE INDEX ix_article_product_product_id ON article_product (product_id);
CREATE INDEX ix_call_customer_id ON call (customer_id, rang_at);
CREATE INDEX ix_call_e164 ON call (e164, rang_at);
CREATE INDEX ix_call_outcome_id ON call (outcome_id, rang_at);
CREATE INDEX ix_call_rang_at ON call (rang_at, id);
CREATE INDEX ix_call_state ON call (state, rang_at);
CREATE INDEX ix_consent_customer_id ON consent (customer_id);
CREATE INDEX ix_customer_address_customer_id ON customer_address (customer_id);
CREATE INDEX ix_customer_phone_customer_id ON customer_phone (customer_id);
CREATE INDEX ix_customer_phone_e164 ON customer_phone (e164);
CREATE INDEX ix_product_code_code ON product_code (code);
CREATE INDEX ix_wording_article_id ON wording (article_id);
CREATE INDEX ix_article_use_article_id ON article_use (article_id);
CREATE INDEX ix_article_use_call_id ON article_use (call_id);
CREATE INDEX ix_callback_customer_id ON callback (customer_id);
CREATE INDEX ix_callback_done_at ON callback (done_at, due_at);
CREATE INDEX ix_callback_e164 ON callback (e164);
CREATE INDEX ix_letter_customer_id ON letter (customer_id);
CREATE INDEX ix_letter_order_id ON letter (order_id);
CREATE INDEX ix_letter_state ON letter (state, created_at);
CREATE INDEX ix_order_line_product_id ON order_line (product_id);
CREATE INDEX ix_order_move_order_id ON order_move (order_id);
CREATE UNIQUE INDEX ix_text_module_abbreviation ON text_module (abbreviation, language);
CREATE INDEX ix_article_attachment_article_id ON article_attachment (article_id);
CREATE INDEX ix_article_group_group ON article_group ("group");
CREATE INDEX ix_gap_question_call_id ON gap_question (call_id);
CREATE INDEX ix_gap_question_gap_id ON gap_question (gap_id);
CREATE INDEX ix_article_use_at ON article_use (at);
CREATE INDEX ix_article_topic_topic ON article_topic (topic);
CREATE INDEX ix_order_receipt_order_id ON order_receipt (order_id);
CREATE INDEX ix_defect_order_id ON defect (order_id);
CREATE INDEX ix_withdrawal_decision ON withdrawal (decision);
CREATE INDEX ix_withdrawal_order_id ON withdrawal (order_id);
CREATE INDEX ix_withdrawal_event_withdrawal_id ON withdrawal_event (withdrawal_id);
CREATE INDEX ix_product_price_product_id ON product_price (product_id);
CREATE INDEX ix_order_event_order_id ON order_event (order_id);
CREATE INDEX ix_order_parcel_order_id ON order_parcel (order_id);
CREATE INDEX ix_order_parcel_tracking ON order_parcel (tracking);
CREATE INDEX ix_letter_text_place ON letter_text (language, letter, part);
CREATE INDEX ix_sale_order_call_id ON sale_order (call_id);
CREATE INDEX ix_sale_order_placed_at ON sale_order (placed_at, id);
CREATE INDEX ix_sale_order_state ON sale_order (state, placed_at);
CREATE INDEX ix_sale_order_customer_id ON sale_order (customer_id, placed_at);
CREATE INDEX ix_sale_order_delivery_e164 ON sale_order (delivery_e164);
CREATE INDEX ix_sale_order_tracking ON sale_order (tracking);
CREATE INDEX ix_sale_order_amends ON sale_order (amends);
CREATE INDEX ix_print_run_state ON print_run (state);
CREATE INDEX ix_print_run_letter_letter_id ON print_run_letter (letter_id);
CREATE INDEX ix_print_run_letter_run_id ON print_run_letter (run_id);
CREATE INDEX ix_outbox_letter_id ON outbox (letter_id);
CREATE INDEX ix_outbox_state ON outbox (state, due_at);
CREATE INDEX ix_letter_event_letter_id ON letter_event (letter_id);
CREATE INDEX ix_dial_attempt_at ON dial_attempt (at, id);
CREATE INDEX ix_dial_attempt_customer_id ON dial_attempt (customer_id, at);
CREATE INDEX ix_dial_attempt_e164 ON dial_attempt (e164, at);
CREATE UNIQUE INDEX ix_consent_entry_no ON consent (entry_no);
CREATE TRIGGER consent_no_update before update on consent begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE TRIGGER consent_no_delete before delete on consent begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE TRIGGER consent_evidence_no_update before update on consent_evidence begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE TRIGGER consent_evidence_no_delete before delete on consent_evidence begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE TRIGGER consent_no_replace before insert on consent when exists (select 1 from consent where id = new.id or entry_no = new.entry_no) begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE TRIGGER consent_evidence_no_replace before insert on consent_evidence when exists (select 1 from consent_evidence where sha256 = new.sha256) begin select raise(abort, 'the consent ledger is never changed, entries are only added'); end;
CREATE INDEX ix_call_words ON call (rang_at, id, direction, state, purpose, outcome_id, staff_id, customer_id, e164, raw_number, note);
CREATE INDEX ix_customer_sort_name ON customer (sort_name);
CREATE INDEX ix_customer_email ON customer (email);
CREATE INDEX ix_customer_merged_into ON customer (merged_into);
CREATE INDEX ix_external_key_record ON external_key (kind, record_id);
CREATE INDEX ix_order_export_order_order_id ON order_export_order (order_id);
COMMIT;
