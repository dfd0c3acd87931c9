"""The most frequent words of languages that news is written in: those that show which one a text is in."""

from __future__ import annotations

from timeline.language.lexicon.words import words

ENGLISH = words(
    """the of and to that is was for with by from at it has have had he she they his her their its be been are were will
    would this these which who but not as after said we you our my or an when while about into could should there than
    what if more over out up"""
)

OTHERS = {
    "ca": words(
        """el els les la una del dels amb que per és són i ha han no més com aquest aquesta està va van als seva
        seu segons també però"""
    ),
    "cs": words(
        """a v na je se že s z do o to pro by jako za které který podle také ale jsou byl byla si po od jeho let
        před při"""
    ),
    "da": words(
        """og at det er en den til af på de som med han ikke var et der har fra har også om efter ved blev skal kan
        vil siger mere mellem"""
    ),
    "de": words(
        """der die das und den von zu mit sich des auf für ist im dem nicht ein eine als auch es werden aus er hat
        dass sie nach wird bei einer um sind wie einem über einen zum haben oder aber vor zur bis"""
    ),
    "es": words(
        """el la los las de del que y en un una por con para se su sus al lo como más pero fue ha este esta entre
        sobre también según ser desde años"""
    ),
    "et": words(
        """ja on ei et see oma ka kui mis aga ning oli seda välja pärast ta kuid siis nii veel eesti mida tema
        aasta"""
    ),
    "fi": words(
        """ja on ei että se hän oli myös ovat kun joka mutta sen mukaan kuin sekä hänen jotka vuoden tai ole vain
        nyt jo sanoo mitä"""
    ),
    "fr": words(
        """le la les de des du et un une en que qui dans pour par sur est au aux avec il elle ce cette son ses pas
        plus ont été mais sont comme selon après leur"""
    ),
    "hr": words(
        """i u je se na da su za od s koji koja koje će bi nije kako iz što o te bio biti ali samo ili prema
        također"""
    ),
    "hu": words(
        """a az és hogy nem is egy van volt meg csak de azt már még mint szerint ez ki el kell lesz magyar után
        minden pedig"""
    ),
    "id": words(
        """yang dan di dari untuk dengan pada ini itu dalam tidak akan adalah ke oleh juga telah bisa karena
        tersebut sebagai kata mereka"""
    ),
    "it": words(
        """il lo la i gli le di del della dei delle e che è un una per con non in nel nella sono da dal dalla al
        alla si ha più come anche ma dopo essere"""
    ),
    "lt": words(
        """ir yra kad į iš su buvo tai jis kaip bet dėl po ne už apie ar metų taip jie pat nuo prie savo lietuvos"""
    ),
    "lv": words("""un ir ka no ar uz par arī bet kas tas pēc gada tika nav kā lai latvijas vai jau tiek bija šo"""),
    "nl": words(
        """de het een en van te dat die in op met voor is zijn niet aan er om ook als maar bij door naar uit worden
        wordt hij nog heeft hebben werd zich volgens"""
    ),
    "no": words(
        """og er det en på som til av for har med at den ikke de var han et fra om også etter ved ble skal kan vil
        sier mellom mot"""
    ),
    "pl": words(
        """w i na z się że nie do to jest o od za po jak jego dla przez oraz są był była ale który która które
        przed także tym roku"""
    ),
    "pt": words(
        """o a os as de do da dos das que e em um uma para com não por no na ao se foi mais como seu sua mas ele
        ser são também pelo pela segundo entre"""
    ),
    "ro": words(
        """de și în la a cu pe din care că să un o nu este pentru au fost mai sunt al ale prin după lui dar către
        între"""
    ),
    "sk": words(
        """a v na je sa že s z do o to pre by ako za ktoré ktorý podľa aj ale sú bol bola si po od jeho rokov pred
        pri"""
    ),
    "sl": words("""in je v na da se so za ki z pa bo tudi ne pri po iz bi od kot še ter bil ni lahko sta"""),
    "sq": words("""e të në i një që me për nga është ka dhe nuk se do u si janë po më kjo ky edhe kanë"""),
    "sv": words(
        """och att det i en som på är av för den med till har inte om ett de han var från men också efter vid ska
        kan säger sig blev när"""
    ),
    "tr": words(
        """ve bir bu da de için ile olarak çok olan daha en gibi sonra kadar ne ise var oldu ancak göre tarafından
        dedi"""
    ),
    "vi": words(
        """và của là có trong được các cho với không một những người này đã khi để ở từ đến năm ra theo về cũng"""
    ),
}
"""By ISO 639-1."""
