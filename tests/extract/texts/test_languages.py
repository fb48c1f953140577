"""Text that is not English is told by its paragraphs; names and English headlines are not mistaken for it."""

import pytest

from extract.texts.documents import Refused, read_documents_from
from extract.texts.languages import language_of, name_of, tell_language
from extract.texts.segments import segment

ENGLISH = "The minister met the envoy in Muscat on Tuesday and they signed an accord on gas."
OTHERS = {
    "ar": "التقى الوزير بالمبعوث في مسقط يوم الثلاثاء ووقعا اتفاقا بشأن الغاز",
    "de": "Der Minister traf den Gesandten am Dienstag in Maskat und unterschrieb ein Abkommen über Gas.",
    "es": "El ministro se reunió el martes con el enviado en Mascate y firmaron un acuerdo sobre el gas.",
    "fr": "Le ministre a rencontré l'envoyé à Mascate mardi et ils ont signé un accord sur le gaz.",
    "hu": "A miniszter kedden Maszkatban találkozott a megbízottal és aláírta a gázszerződést.",
    "id": "Menteri bertemu utusan di Muskat pada hari Selasa dan menandatangani perjanjian gas.",
    "it": "Il ministro ha incontrato l'inviato a Mascate martedì e hanno firmato un accordo sul gas.",
    "ja": "大臣は火曜日にマスカットで特使と会談し、天然ガスに関する協定に署名した。",
    "nl": "De minister ontmoette de gezant dinsdag in Muscat en ondertekende een akkoord over gas.",
    "pl": "Minister spotkał się we wtorek z wysłannikiem w Maskacie i podpisał umowę gazową.",
    "pt": "O ministro reuniu-se com o enviado em Mascate na terça-feira e assinou um acordo de gás.",
    "ru": "Министр встретился с послом в Маскате и подписал соглашение о поставках газа.",
    "sv": "Statsministern träffade sändebudet i Maskat på tisdagen och undertecknade ett avtal om gas.",
    "tr": "Bakan salı günü Maskat'ta elçiyle görüştü ve gaz konusunda bir anlaşma imzaladı.",
    "zh": "部长周二在马斯喀特会见了特使并签署了一项天然气协议",
}


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages(code):
    assert tell_language(OTHERS[code]) == code
    assert language_of(f"{OTHERS[code]}\n\n{OTHERS[code]}") == (code, False)


@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        "Kremlin envoy Kirill Dmitriev lands in Miami, Witkoff and Kushner expected Tuesday",
        "Oil prices surge, shares tumble, gold hits record high; Brent crude tops ninety dollars",
        "Sergei Lavrov, Yuri Ushakov, Kirill Dmitriev, Steve Witkoff, Jared Kushner, Rustem Umerov",
        "Rosneft Igor Sechin Novatek Gazprom Lukoil Surgutneftegaz Tatneft Bashneft Rosatom",
        "Photo: Maxim Sorin / Handout via Press Service of the Ministry, Moscow",
        "Short.",
        "",
    ],
)
def test_english_names_and_headlines_are_not_foreign(text):
    assert tell_language(text) in ("en", None)


@pytest.mark.parametrize("code", ["fr", "ru", "zh", "tr"])
def test_a_mixed_document_keeps_its_english(code):
    text = f"{ENGLISH}\n\n{OTHERS[code]}\n\n{ENGLISH} {OTHERS[code]} {ENGLISH}\n"
    (document,) = read_documents_from(text.encode(), "a.txt")
    assert document.text == text
    parts = segment(document)
    foreign = "".join(part.text for part in parts if part.kind == "foreign")
    assert foreign.count(OTHERS[code]) == (1 if code == "zh" else 2)  # no full stop parts the sentences there
    assert sum(part.text.count(ENGLISH) for part in parts if part.kind != "foreign") == 3


def test_a_document_that_is_not_english_is_named_and_skipped():
    (found,) = read_documents_from(OTHERS["fr"].encode(), "a.txt")
    assert found == Refused("a.txt", "a.txt: in French; only English is read", skipped=True)
    assert name_of("xx") == "another language (xx)"


def test_a_document_with_one_english_paragraph_is_read():
    (document,) = read_documents_from(f"{OTHERS['de']}\n\n{OTHERS['de']}\n\n{ENGLISH}".encode(), "a.txt")
    assert document.language == "de"
    assert [part.kind for part in segment(document)] == ["foreign", "foreign", "body"]
