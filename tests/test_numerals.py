"""The numbers of a translation are those of its source, however they are written."""

import pytest

from translate.numerals import currency, numbers


@pytest.mark.parametrize(
    ("source", "translation"),
    [
        ("It cost 1,000 lira.", "1.000 liraya mal oldu."),
        ("It rose by 3.5 percent.", "Yüzde 3,5 arttı."),
        ("It rose by 3.50 percent.", "%3,5 arttı."),
        ("Some 120,000 people came.", "Yaklaşık 120 bin kişi geldi."),
        ("They hold 4,300 tickets.", "Ellerinde 4 bin 300 bilet var."),
        ("It has $5bn.", "5 milyar doları var."),
        ("It has 2.5 million dollars.", "İki buçuk milyon doları var."),
        ("It has two and a half million.", "2,5 milyonu var."),
        ("Between 110 million and 112 million", "110 milyon ile 112 milyon arası"),
        ("The third of eighteen", "18'in 3.'sü"),
        ("On the 3rd of May", "Üç Mayıs'ta"),
        ("She was 25.", "Yirmi beş yaşındaydı."),
        ("She was 18.", "Onsekiz yaşındaydı."),
        ("In the 1990s", "90'larda"),
        ("In the nineties", "1990'larda"),
        ("In the 18th century", "XVIII. yüzyılda"),
        ("Elizabeth II's ships", "2. Elizabeth'in gemileri"),
        ("We met at 5 p.m.", "17.00'de buluştuk."),
        ("We met at 10:08 p.m.", "22.08'de buluştuk."),
        ("After 9/11", "11 Eylül'den sonra"),
        ("About two dozen", "Yaklaşık 2 düzine"),
        ("About two dozen", "Yaklaşık yirmi dört"),
        ("Fourteen of them", "On dördü"),
        ("He was the sixteenth.", "On altıncı oldu."),
        ("Twenty-five of them", "25'i"),
        ("Eighteen hundred years", "Bin sekiz yüz yıl"),
        ("Eighteen hundred years", "1800 yıl"),
        ("In the eighteenth century", "On sekizinci yüzyılda"),
        ("It closes at noon.", "Öğlen kapanıyor."),
        ("It closes at eleven in the evening.", "23.00'te kapanıyor."),
        ("One of the two", "İkisinden biri"),
        ("Thousands of them", "Binlercesi"),
        ("Half a million people", "Yarım milyon kişi"),
        ("An area of 40 km²", "40 km2'lik bir alan"),
        ("Page ⟦0⟧ of 12", "12 sayfanın ⟦0⟧. sayfası"),
    ],
)
def test_a_number_may_be_written_in_many_ways(source: str, translation: str) -> None:
    assert numbers(source, translation) == ""


@pytest.mark.parametrize(
    ("source", "translation", "reason"),
    [
        ("It cost 1,000 lira.", "Liraya mal oldu.", "lost the number 1,000"),
        ("It cost $5bn.", "5 milyon dolara mal oldu.", "lost the number 5"),
        ("He is eighteen.", "8 yaşında.", "made up the number 8"),
        ("Eighty percent came.", "Yüzde 8'i geldi.", "made up the number 8"),
        ("It rose by 3.5 percent.", "Yüzde 35 arttı.", "lost the number 3.5"),
        ("It closed in 1915.", "1951'de kapandı.", "lost the number 1915"),
        ("A ferry of Istanbul", "3 vapur", "made up the number 3"),
        ("The value 10² is larger.", "102 değeri daha büyük.", "lost the number 10"),
        ("Fourteen members left.", "Dört üye ayrıldı.", "lost the number 14"),
        ("Eighteen hundred years", "Sekiz yüz yıl", "lost the number 1,800"),
        ("Three million people", "Üç milyar kişi", "lost the number 3,000,000"),
    ],
)
def test_lost_and_made_up_numbers_are_seen(source: str, translation: str, reason: str) -> None:
    assert numbers(source, translation) == reason


@pytest.mark.parametrize(
    ("source", "translation", "found"),
    [
        ("It costs €1,299.99 or $5.50.", "1.299,99 veya 5,50 $ tutuyor.", "lost the sign €"),
        ("It costs ¥500 now.", "Artık 500 £ tutuyor.", "lost the sign ¥"),
        ("It costs €5 or £6.", "5 avroya ya da 6 sterline mal oluyor.", ""),
        ("It costs US$5 or 7 €.", "5 ABD doları ya da 7 EUR tutuyor.", ""),
        ("It costs ₺500 and ¥20.", "500 TL ve 20 yen tutuyor.", ""),
        ("The variable $name is unset.", "name değişkeni tanımlı değil.", ""),
    ],
)
def test_a_lost_currency_is_seen(source: str, translation: str, found: str) -> None:
    assert currency(source, translation) == found
