"""The narrative of the sample folders: tekster/*.md, and the folders of single years and half-years.

A text in tekster/ itself holds for every year and half-year from 2018 to 2025: its placeholders name figures
that always have a value and are never 1, in the report's own period. What is true of one year only, such as
a goal of its strategy, stands in that year's folder.
"""

TEXTS = {
    "indledning.md": """\
Socialøkonomiske virksomheder og initiativer løser en opgave for samfundet og driver samtidig en forretning. De giver
plads til borgere, som ellers har svært ved at få fodfæste på arbejdsmarkedet. Kommunens rolle er at være *indgangen*:
ét sted, hvor iværksættere, foreninger og virksomheder kan henvende sig.

Ved periodens slutning var der **{{virksomhed.aktive_ultimo}} virksomheder og initiativer** i området. De er vidt
forskellige, fra gartneri og bageri til friluftsliv og naboskab, men de deler tre ting:

- De vil gøre en forskel for mennesker.
- De vil gøre en forskel for et sted.
- De vil kunne betale regningen selv.

## Sådan læses rapporten

Rapporten fortæller både om det, der er lykkedes, og om det, der ikke er gået som forventet. Det skæve, det uventede,
læringer og korrektioner har deres egen plads. Tallene kommer fra jobcentrets fagsystem og fra virksomhedernes egne
oplysninger; hvordan hvert tal er gjort op, står i kapitlet om metode og data. Læs mere på
[enhedens side](https://eksempel.dk/socialoekonomi).
""",
    "vaerdiskabelse.md": """\
Værdien skabes på **tre bundlinjer** på én gang. Ingen af dem kan undværes, og ingen af dem kan stå alene.

## Den sociale bundlinje

{{forloeb.personer}} borgere har været i et forløb i perioden. For de fleste er det første skridt ikke et job, men en
grund til at stå op. Derfra går vejen gennem *afklaring* og *praktik* til et lille job og til flere timer.

## Den lokale bundlinje

Virksomhederne ligger, hvor folk bor, og ansætter dem, der bor der. De passer grønne områder, holder caféer åbne og
tager opgaver, som ingen andre har taget. Det binder et lokalområde sammen.

## Den økonomiske bundlinje

En socialøkonomisk virksomhed lever af at sælge varer og ydelser. Indtægten kommer fra private kunder, fra det offentlige
og fra civilsamfundet: en *mosaikøkonomi*. Overskuddet bliver i virksomheden.

1. Private kunder giver frihed.
2. Offentlige kunder giver ro.
3. Civilsamfundet giver hænder.
""",
    "laeringer.md": """\
Tre læringer går igen på tværs af indsatser og aftaler:

1. **Begynd i det små.** En prøvehandling med en slutdato lærer os mere end en plan uden.
2. **Tal sammen, før det bliver svært.** De aftaler, der følges op hver måned, har færrest afbrud.
3. **Tænk på det næste job, mens det første er nyt.** Slagelse-modellen virker, når nogen holder øje med, hvad der kommer
   bagefter.

> »Jeg troede, jeg skulle lære at pakke. Jeg lærte at møde.« – en deltager
""",
    "anbefalinger.md": """\
Anbefalingerne bygger på årets resultater og på samtaler med virksomheder, jobcenter og deltagere. Udmøntningsplanen
rettes til hvert år på den baggrund. Sidste års anbefalinger følges op, så udvalget kan se, *hvad der blev af dem*.
""",
    "halvaar.md": """\
Halvårsrapporten er kort. Den viser, **om vi er på vej mod årets mål**, hvad der er bagud, og hvad der gøres ved det.

I halvåret er der begyndt {{forloeb.startede}} forløb og afsluttet {{forloeb.afsluttede}}. Et halvt år er en kort tid:
Et enkelt godt eller dårligt kvartal kan flytte tallene meget, og sommeren er altid stille.
""",
    "evaluering.md": """\
Alle samarbejdsaftaler evalueres hvert forår *efter samme model*, så de kan ses i en helhed. Sagsbehandlere, virksomheder
og deltagere svarer hver for sig på de samme otte spørgsmål.

- Svarene går fra **1, slet ikke**, til **5, i høj grad**.
- Effekten er gjort op af forløbene, ikke af svarene.
- Få svar skal læses med omtanke: Bemærkningerne siger ofte mere end gennemsnittet.
""",
    "sagsfremstilling.md": """\
Slagelse Kommune har siden 2014 arbejdet med socialøkonomi. Strategien følges op med faste rapporter til udvalget, og
samarbejdsaftalerne evalueres hvert forår.

Rapporten er vedlagt som bilag. Den findes også som regneark med de samme tal.
""",
    "2018/indledning.md": """\
2018 er det første år med strategien for 2018-2020 og dens udmøntningsplan. Planens fem indsatser er CSR, fundraising,
boligområder, bredere målgruppe og lokale indkøb, og i år er der særligt fokus på **in-house løsninger** i bestående
virksomheder.

Ved årets udgang var der {{virksomhed.aktive_ultimo}} virksomheder og initiativer. Målet er
{{maal.virksomheder_25.maal}} ved udgangen af 2020. Kommunen fik *den socialøkonomiske pris* den {{maal.pris.dato}}.
""",
    "2019/indledning.md": """\
2019 blev året, hvor målet om {{maal.virksomheder_25.maal}} virksomheder og initiativer blev nået: Den
{{maal.virksomheder_25.dato}} var de der, mere end et år før tid. Ved årets udgang var der
**{{maal.virksomheder_25.vaerdi}}**.

Der er skabt {{maal.job_30.vaerdi}} fleksjob, deltidsjob og småjob mod {{maal.job_30.maal}} som mål. In-house løsningerne
fra 2018 kører videre, men der er ikke kommet nye til.
""",
    "2020/laeringer.md": """\
COVID-19 satte sit præg på året. Værkstederne lukkede den 11. marts, og flere af dem igen i december.

## Det, tallene viser

Målet var {{maal.job_30.maal}} fleksjob og deltidsjob; der blev skabt **{{maal.job_30.vaerdi}}**. Talt sammen med de
ordinære job var det 23 job mod 30, og den vigtigste forklaring er nedlukningen: Cafeer, kantiner og køkkener ansatte ingen
i foråret. To virksomheder og en forening lukkede i løbet af året.

## Det, vi tager med

- En fast kontaktperson, som også ringer, når der er lukket.
- Forløb udendørs kan åbne først.
- En aftale skal sige, hvad der sker, når der ikke er arbejde nok.
""",
    "2024/indledning.md": """\
2024 er det tredje år i strategien *Det handler om mennesker*. Året gav {{maal.aarsnorm.vaerdi}} job mod årsnormen på
{{maal.aarsnorm.maal}}, og {{maal.tre_bundlinjer_40.vaerdi}} virksomheder og initiativer arbejder nu med tre bundlinjer.

De første deltagere er begyndt i kantinen under den nye aftale *Fra kantine til job*, og aftalen om unge i køkkenet er
forlænget. I kapitlet om indsatser står, hvad der er lykkedes, og hvad der ikke gik som forventet.
""",
    "2024-1/halvaar.md": """\
Ved halvårets udgang er der skabt **{{maal.aarsnorm.vaerdi}}** af årets {{maal.aarsnorm.maal}} job. Det er under halvdelen,
men efteråret giver som regel flere job end foråret.

Kantinens aftale er klar til at blive skrevet under efter sommerferien. Et indkøb, der skulle have været reserveret, er
gået til anden side, og det er der taget ved lære af.
""",
}


def narrative_files():
    """Name -> bytes; one text in the form that an editor on Windows leaves: a byte order mark and CRLF."""
    files = {f"tekster/{name}": text.encode("utf-8") for name, text in TEXTS.items()}
    files["tekster/halvaar.md"] = TEXTS["halvaar.md"].replace("\n", "\r\n").encode("utf-8-sig")
    return files
