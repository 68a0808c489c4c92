"""Turkish nouns before a suffix: what changes in them, and which are possessed compounds already.

There is no dictionary here: rules for what is regular, lists for the exceptions that matter.
"""

import re

from translate.grammar.casing import lower

VOWEL = re.compile("[aeıioöuüâîû]")
SOFTER = {"p": "b", "ç": "c", "t": "d", "k": "ğ"}

# A final t stays hard in most nouns: devlet, hayat. These soften it.
SOFT_T = frozenset(
    """
    adet ant armut art barut cilt dert dört fert geçit kanat kağıt kâğıt kilit kurt mabet maksat
    mevcut murat nakit senet simit söğüt tat umut vaat yoğurt yurt öğüt ümit
    """.split()
)
# Nouns of one syllable stay hard: maç, park, tip. These soften.
SOFT_SYLLABLES = frozenset(
    "borç burç cep denk dip genç grup güç harç harp kalp kap klip renk taç uç çok".split()
)
# Longer ones that stay hard all the same.
HARD = frozenset(
    """
    ahlak backup emlak erzak evrak feedback hukuk idrak ittifak iştirak laptop merak misak network
    startup tasdik workshop
    """.split()
)
# The vowel of the last syllable drops: ağız → ağzı.
DROPPING = frozenset(
    """
    ağız akıl akit alın asır bağır bahis beyin boyun burun cisim emir fasıl fikir gönül göğüs hacim
    hapis haciz hüküm ilim isim izin kabir karın kasıt kavim kayıp kayıt keşif keyif kesir kısım
    kutup küfür lütuf metin nabız nakit nakil nehir nesil nutuk oğul omuz ömür rahim resim ritim
    sabır seyir sihir şahıs şehir şekil şükür tavır vakit vasıf zehir zihin zulüm
    """.split()
)
IRREGULAR = {
    "af": "aff", "akit": "akd", "had": "hadd", "hak": "hakk", "hat": "hatt", "his": "hiss",
    "kayıp": "kayb", "kayıt": "kayd", "kutup": "kutb", "nakit": "nakd", "ret": "redd",
    "sır": "sırr", "tıp": "tıbb", "zıt": "zıdd", "üs": "üss", "şık": "şıkk",
}  # fmt: skip

# What ends in ı, i, u or ü after another noun is taken for possessed by it (basın kartı), unless
# it ends so by itself.
OWN_VOWEL = frozenset(
    """
    acı ağrı algı altı artı atkı bakıcı baskı başarı batı bilgi bildiri bitki büro çağrı çarşı
    çeviri çizgi deli dergi dizi doğu dolgu duygu emekli enerji engelli eski etki gemi gezi giysi
    görevli görgü gösteri güdü ilgi iki ileri ilişki itki iyi kamu kapı katkı kaygı kedi kişi komşu
    konu koku korku koşu köprü kurgu kuru kutu kuyu mali mavi milli olgu ordu öneri ölçü ölü örgü
    örtü övgü öykü özerki parti resmi saldırı salı sanayi saygı sayı sergi sevgi sezgi sivri soru
    sorgu sorumlu sürü şehirli takı tanı tepki terapi tutku türkü uyku vergi veri vurgu yankı yapı
    yargı yarı yazı yeni yerli yetkili ülkü ütü
    gandi gandhi delhi dabi messi
    """.split()
)
OWN_ENDING = re.compile(r"c[ıiuü]$|[kpsştfh]ç[ıiuü]$|(?:[ıiuü]|la|le)nt[ıiuü]$|(?:lo|ner|te)ji$")
OWN_ENDING_LONG = re.compile(r"(?:krasi|grafi|nomi|fobi)$")
# Nouns in ç, as they look when possessed: no "-ci", one who does it.
POSSESSED = frozenset(
    """
    ağacı amacı aracı basıncı bilinci borcu direnci genci gücü haracı ilacı inancı kazancı kılıcı
    sevinci sonucu süreci tacı ucu utancı
    """.split()
)
# Words of one piece that are possessed compounds.
COMPOUNDS = frozenset(
    """
    ayçiçeği dışişleri gökkuşağı içişleri insanoğlu maliyesi milletvekili zeytinyağı
    """.split()
)
# Nouns in s, of which the "s" of "-si" is their own.
S_NOUNS = frozenset(
    "adres esas kampüs meclis miras nüfus ofis otobüs polis servis ses süs virüs".split()
)


def changed(word: str) -> str:
    """Return the form that a common noun takes before a vowel: kitap → kitab, ağız → ağz.

    Of several words the last one changes.
    """
    start = _last(word)
    last = lower(word[start:])
    if last in IRREGULAR:
        return word[:start] + _as(word[start:], IRREGULAR[last])
    if last in DROPPING:
        return word[:-2] + word[-1]
    return word[:-1] + _softer(last)


def is_possessed(word: str) -> bool:
    """Return whether a Turkish noun carries "-(s)i" of a compound already: basın kartı, dışişleri.

    It has two words, the last ends in ı, i, u or ü, and is none that ends so by itself (siyasi
    parti, serbest gazeteci, açık veri).
    """
    start = _last(word)
    last = lower(word[start:])
    if start == 0:
        return last in COMPOUNDS
    if last[-1:] not in tuple("ıiuü") or len(last) < 3 or last in OWN_VOWEL:
        return False
    own = OWN_ENDING.search(last) or OWN_ENDING_LONG.search(last)
    return not own or last in POSSESSED


def bare(word: str) -> str:
    """Return a possessed compound without its ending: "basın kartı" → "basın kart"."""
    start = _last(word)
    last = lower(word[start:])
    if last.endswith(("ları", "leri")):
        return word[:-4]
    stem = last[:-1]
    if stem.endswith("s") and stem not in S_NOUNS and VOWEL.match(stem[-2:-1]):
        return word[:-2]
    return word[:start] + _as(word[start:], UNCHANGED.get(stem) or _harder(stem))


def _last(word: str) -> int:
    """Return where the last word starts."""
    return max(word.rfind(" "), word.rfind("-")) + 1


def _as(model: str, word: str) -> str:
    return word[:1].replace("i", "İ").upper() + word[1:] if model[:1].isupper() else word


def _softer(word: str) -> str:
    """Return the last letter of a noun as it is before a vowel."""
    final = word[-1:]
    one_syllable = len(VOWEL.findall(word)) < 2
    if final == "g" and word.endswith("log") and not one_syllable:
        return "ğ"
    if final not in SOFTER or word in HARD or re.search("[wqx]", word):
        return final
    if final == "t" and word not in SOFT_T:
        return final
    if one_syllable and word not in SOFT_T | SOFT_SYLLABLES:
        return final
    if final == "k" and not VOWEL.match(word[-2:-1]):
        return "g" if word[-2:-1] == "n" else final
    return SOFTER[final]


def _harder(stem: str) -> str:
    """Return the noun that has this form before a vowel."""
    if stem.endswith("loğ"):
        return stem[:-1] + "g"
    for hard in "kpçt":
        noun = stem[:-1] + hard
        if stem[:-1] + _softer(noun) == stem:
            return noun
    return stem


UNCHANGED = {changed(noun): noun for noun in sorted(DROPPING | frozenset(IRREGULAR))} | {
    "suy": "su"
}
