"""Turkish letters: i and İ are one letter, ı and I another, and programs mix them up."""

import re

from translate.grammar.casing import lower

# A word, without a suffix after an apostrophe or a quotation: that begins with any letter.
WORD = re.compile(r"(?<![\w'’ʼ])(?<!\w[\"”»])[^\W\d_]+(?:\u0307[^\W\d_]*)*")
LETTER = re.compile(r"[^\W\d_]")
# How the words begin that begin with "ı": ışık, Irak. All others that seem to begin with "i".
DOTLESS = tuple(
    """
    ıblak ıcığ ığdır ığıl ığrı ıhla ıkın ıkıl ıklı ılga ılgı ılı ıpı ırak ırg ırk ırm ırz ısı
    ıska ısko ıslah ıslak ıslan ıslat ıslı ısma ıspa ısrar ıssı ıstak ıstam ıstı ışı ıtı ıtr ıvır
    ızba ızdı ızga ızra
    """.split()
)
# Words in capitals that are no acronyms: IÇIN.
SMALL_WORDS = frozenset("ıçın ıkı ıle ılk ış ızın".split())
# Some of these as they look with a dot too many. ("islam", "irade" and others are right.)
DOTTED = tuple(
    """
    ispanak isparta israr isıt isın iğdır irkçı irmak islak işı izgara
    """.split()
)
# Names that English spells with an I.
ENGLISH_SPELT = ("istanbul", "izmir", "iran", "izmit", "iznik", "islam", "italya")
# Frequent words as they look without the letters that English lacks.
BARE = frozenset(
    """
    aciklama agir altinda arasinda arastirma ayni basari baska baskan bircok bolge bugun
    bulundugu buyuk calisan calisma cevre cikti cocuk cogu cok cunku degil degisik disinda dogru
    donem dunya dusuk dusunce duzenle edildigi egitim ettigi gecen gecmis gecti gelistirme
    gercek gore gorev guclu gun guncel gunumuzde guvenlik guzel hakkinda hayir hicbir icerik
    icerisinde icin icinde ihtiyac iliski iliskin islem kadin kadinlar karsi kirmizi kisi
    konusma kucuk kullanici kullanim kultur kurulus mumkun musteri muzik nasil nufus ogrenci
    ogretmen oldugu oldugunu olmasi once onemli ornek otobus oyle ozel ozellikle sagla sagladi
    saglik sagliyor secim sehir sey simdi siradan sirasinda sirket sonuc soyle soyledi surec
    surekli tarafindan toplanti turk turkce turkiye turkler uc ucak ulke universite uretim uye
    uzere uzerinde yaklasik yalniz yapilan yardim yardimci yasam yayin yil yilinda yonetim
    yuksek yuzde yuzunden
    """.split()
)
# Frequent words as they begin with an ı for each i, as programs write them that know no Turkish:
# TARIH in small letters is tarıh.
UNDOTTED = tuple(
    """
    bılg bılım bılın bılmı bırlık bıyo çıçek çıft dığ dıkkat fılm fıyat gıbı gırış hakım harıta
    hazıran kımlık kıtab kıtap lıman lıste mıll mılyar mılyon mımar mıras mısafır nısan nıçın polıs
    polıtık sınema sıstem sıyas şıddet şıır şımdı tarıh tıcar tıyatr vıdeo yırmı zıyaret
    """.split()
)
# Vowels agree: "bahçesındeki" is none. But yüzyıl, denizkızı, kalemtıraş, Yeşilırmak are two words.
CLASHES = re.compile(
    r"[eiöü][^\Waeıioöuüâîû\d_]{0,2}"
    r"(?!yıl|yız|kız|kıl|kır|kıs|kıy|kıb|tır|sıra|sırt|sığ|kış|bıç|hız|dış|lırm)"
    r"[^\Waeıioöuüâîû\d_]ı"
)
# In capitals, a vowel of "gel" before the I of "geliyor": Turkish vowels agree.
DISAGREES = re.compile("[EÖÜİ][^AEIİOÖUÜ]+I")
MIXED = re.compile("[A-ZÇĞİÖŞÜ]{2}[ıi](?:[A-ZÇĞİÖŞÜ]|$)")
LONGER_THAN_ACRONYMS = 4
SHORT = 2  # letters of a word that says nothing of how another begins


def casing(source: str, translation: str) -> str:
    """Find an i for an ı, an I for an İ, or the reverse, and a small letter at the start.

    Words that the source has too are as they should be: Iowa, iPhone, MICROSOFT.
    """
    english = source.lower()
    for word in WORD.findall(translation):
        if (reason := _fault(word)) and not _is_english(word, english):
            return f"“{word}”: {reason}"
    return _small_start(source, translation)


def _fault(word: str) -> str:
    """Return what is wrong with a Turkish word, as far as its letters tell."""
    if "\u0307" in word:
        return "i with a second dot"
    if (word[0] in "iıIİ" and not word.isascii()) or word[0] in "Iı":
        small = lower(word)
        acronym = word.isupper() and len(word) <= LONGER_THAN_ACRONYMS
        acronym = acronym and small not in SMALL_WORDS
        if small[0] == "ı" and not acronym and not small.startswith(DOTLESS) and len(word) > 1:
            return "begins with i, not with ı"
        if small.startswith(DOTTED):
            return "begins with ı, not with i"
    if word.isupper():
        wrong = DISAGREES.search(word) or lower(word).startswith(UNDOTTED)
        return "I for İ" if len(word) > LONGER_THAN_ACRONYMS and wrong else ""
    if "ı" in word[1:] and (CLASHES.search(lower(word)) or lower(word).startswith(UNDOTTED)):
        return "ı for i"
    if MIXED.search(word):
        return "a small letter amid capitals"
    return "without Turkish letters" if word.lower() in BARE else ""


def _is_english(word: str, english: str) -> bool:
    """Tell if a word, or its start, is one of the source: Iowa, Iowalı."""
    small = word.lower()
    if small.startswith(ENGLISH_SPELT):
        return False
    return small in english or any(
        len(known) > SHORT and small.startswith(known) for known in WORD.findall(english)
    )


def _small_start(source: str, translation: str) -> str:
    ours, theirs = LETTER.search(source), LETTER.search(translation)
    if not ours or not theirs or not ours[0].isupper() or not theirs[0].islower():
        return ""
    word = WORD.match(translation, theirs.start())
    opens = not re.search(r"[\d⟦]", translation[: theirs.start()])
    return "a small letter at the start" if opens and word and word[0] not in source else ""
