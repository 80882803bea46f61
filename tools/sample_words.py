"""The words of the sample folders: what the unit writes about efforts, agreements and recommendations.

All of it is invented. A text may have several paragraphs, one a line. Numbers stand only where a year's
parameters (make_samples.py) say the same.
"""

# Effort -> year -> (light, status, what else is told). The keys of what else is told are columns of indsatser.csv.
EFFORTS = {
    "csr": {
        2018: ("groen", "To virksomheder arbejder fast sammen med socialøkonomiske virksomheder om opgaver, de ellers ville "
               "have lagt uden for kommunen.\nBegge aftaler er genforhandlet og fortsætter.",
               {"lykkedes": "Samarbejderne har givet små job og er til glæde for begge parter.",
                "laering": "Opfølgningen skal handle om både samarbejdet og opgaven."}),
        2019: ("groen", "En CSR-aftale om pakkeopgaver er trådt i kraft den 15. januar 2019.\nVirksomheden skal skrive om sit "
               "sociale ansvar i sit regnskab og bruger tallene herfra.",
               {"lykkedes": "Aftalen kom hurtigt i brug, og deltagerne er glade for opgaverne.",
                "uventet": "Virksomhedens egne medarbejdere meldte sig som mentorer."}),
        2020: ("roed", "CSR-aftalen om pakkeopgaver stoppede den 30. september 2020, da ordrerne faldt bort under COVID-19.",
               {"ikke_som_forventet": "Opgaverne forsvandt fra den ene uge til den anden, og aftalen kunne ikke bæres videre.",
                "laering": "En aftale skal sige, hvad der sker, når der ikke er arbejde nok.",
                "korrektion": "Nye CSR-aftaler får et afsnit om varsel og om opgaver i stille perioder."}),
        2021: ("gul", "Der er ingen CSR-aftale i kraft. Tre virksomheder har sagt ja til at mødes om opgaver i 2022.",
               {"ikke_som_forventet": "Virksomhederne havde nok at gøre med at komme i gang igen efter nedlukningen."}),
        2022: ("gul", "Samarbejdet med virksomhederne er genoptaget i det små, med opgaver frem for aftaler.",
               {"lykkedes": "Et netværksmøde om fælles opgaver samlede både socialøkonomiske og andre virksomheder.",
                "skaevt": "En transportvirksomhed bestilte fuglekasser i stedet for julegaver."}),
        2023: ("gul", "Flere virksomheder køber ydelser af socialøkonomiske virksomheder, men uden en egentlig aftale.",
               {"laering": "Den gode historie fra en anden virksomhedsleder virker bedre end et brev fra kommunen."}),
        2024: ("groen", "Samarbejdet om kantinen er blevet til en aftale, og to virksomheder har spurgt til det samme.",
               {"lykkedes": "Vejen fra CSR-opgave til in-house løsning er prøvet hele vejen igennem.",
                "uventet": "Kantinens gæster har selv samlet ind til nyt køkkenudstyr."}),
        2025: ("groen", "CSR indgår nu i arbejdet med in-house løsninger og følges samme sted.",
               {"anbefaling": "CSR og in-house løsninger ses som én indsats i den næste strategi."}),
    },
    "fundraising": {
        2018: ("groen", "Netværket har holdt et møde om fundraising, og en fundraiser arbejder for flere virksomheder efter "
               "modellen no cure, no pay.\nÅrets store bevilling på 10 mio. kr. gik til en virksomhed uden for kommunen, som "
               "vil åbne en afdeling her.",
               {"lykkedes": "Flere virksomheder søger nu selv.",
                "laering": "En fond giver hellere anden gang, når den har set, hvad den første bevilling førte til."}),
        2019: ("groen", "Der er sendt ansøgninger hele året. Flere givere har givet for anden gang: Den Gyldne Donation.",
               {"lykkedes": "En fast skabelon for ansøgninger har gjort det lettere at komme i gang.",
                "laering": "Et afslag med begrundelse er den halve vej til næste bevilling."}),
        2020: ("gul", "Fondene har flyttet midler til akut hjælp, og svarene har trukket ud.",
               {"ikke_som_forventet": "Ansøgninger om udstyr og ombygning blev udskudt.",
                "uventet": "To fonde ringede selv og spurgte, hvad virksomhederne havde brug for."}),
        2021: ("gul", "Der søges igen til udvikling og ikke kun til drift. Svarene kommer langsomt.",
               {"laering": "En ansøgning skal sige, hvad der sker, når pengene er brugt."}),
        2022: ("groen", "Forandringsteorien er skrevet ind i skabelonen for ansøgninger, så fonden kan se vejen fra bevilling "
               "til virkning.",
               {"lykkedes": "Givere, der har givet før, giver igen."}),
        2023: ("groen", "Virksomhederne søger i fællesskab, når det er klogt, og hver for sig, når det er enklest.",
               {"skaevt": "Den mindste ansøgning, til en brugt varevogn, har givet flest arbejdstimer."}),
        2024: ("groen", "Andelen af imødekomne ansøgninger holder sig, og der kommer nye givere til.",
               {"lykkedes": "Et halvdagskursus har givet seks virksomheder mod på at søge selv.",
                "ikke_som_forventet": "To større ansøgninger fik afslag, fordi egenfinansieringen manglede."}),
        2025: ("groen", "Fundraising er en fast del af sparringen med virksomhederne.",
               {"laering": "Tal for virkning fra denne rapport er det, fondene spørger efter.",
                "anbefaling": "Den fælles skabelon for ansøgninger fortsætter og holdes ved lige."}),
    },
    "boligomraader": {
        2018: ("gul", "To forløb for unge mænd er købt og gennemført. Den ene er startet i lære, den anden er fraflyttet.",
               {"lykkedes": "De unge mødte frem hver dag.", "laering": "Et forløb skal begynde dér, hvor den unge bor.",
                "ikke_som_forventet": "Der blev kun brug for to forløb, selv om der var plads til flere.",
                "uventet": "Den ene deltager blev fundet af en murermester, før forløbet var slut."}),
        2019: ("gul", "Helhedsplanens beboere kender nu de socialøkonomiske virksomheder, men få bruger dem.",
               {"ikke_som_forventet": "Kun få beboere har taget imod tilbuddet om et forløb.",
                "korrektion": "Boligområderne får en fast kontaktperson i enheden."}),
        2020: ("roed", "Arbejdet i boligområderne har stort set ligget stille under nedlukningen.",
               {"ikke_som_forventet": "Fælleslokaler og værksteder var lukket det meste af året.",
                "uventet": "Naboer organiserede selv indkøb for hinanden."}),
        2021: ("groen", "En service i boligområder er begyndt i april, og en forening i Skælskør i september.",
               {"lykkedes": "Servicevirksomheden har ansat beboere fra første dag.",
                "skaevt": "Den mest brugte maskine er en gammel legepladsgynge, som alle skal prøve, før de går hjem.",
                "uventet": "Foreningen i Skælskør voksede fra syv til fyrre medlemmer på en måned."}),
        2022: ("groen", "Servicen i boligområderne passer nu udenomsarealer i to afdelinger.",
               {"laering": "Boligforeningen skal sidde med ved bordet fra begyndelsen."}),
        2023: ("groen", "Nabokøkkenet er åbnet og bruges af både beboere og forløb.",
               {"skaevt": "Fællesspisningens faste opvasker er områdets tidligere ballademager, som nu er formand."}),
        2024: ("gul", "Indsatsen er i drift, men en forening er lagt sammen med en anden, og nogle aktiviteter er flyttet.",
               {"korrektion": "Aftalen med boligområdet skrives om, så den gælder et sted og ikke en forening."}),
        2025: ("groen", "Et partnerskab om naboskab er begyndt den 1. september 2025.",
               {"lykkedes": "Partnerskabet har seks pladser, og fire deltagere er i gang."}),
    },
    "maalgruppe": {
        2018: ("gul", "Unge fra STU er kommet med i forløbene. Ellers er det mest borgere i fleksjob og ressourceforløb.",
               {"laering": "Praktik i den sidste del af STU giver en rolig overgang.",
                "korrektion": "Visitationen til forløb samles ét sted i jobcentret."}),
        2019: ("groen", "Flere målgrupper er i forløb end året før, og integration er kommet med.",
               {"lykkedes": "Sprog læres hurtigere i et køkken end i et klasselokale.",
                "skaevt": "Køkkenets dansk har fået sine egne ord, og gæsterne er begyndt at bruge dem."}),
        2020: ("gul", "De nye målgrupper var de første, der måtte hjem, da værkstederne lukkede.",
               {"ikke_som_forventet": "Flere end ellers er stoppet i et forløb.",
                "korrektion": "Alle deltagere får en fast kontaktperson, som også ringer, når der er lukket."}),
        2021: ("groen", "En aftale om unge i køkkenet er begyndt den 1. juli 2021.",
               {"lykkedes": "De unge bliver, fordi opgaven er rigtig: Maden skal på bordet klokken tolv.",
                "korrektion": "Forløbene begynder samlet to gange om året, så ingen er alene den første dag."}),
        2022: ("groen", "Natur og ro er en ny mulighed for borgere, der ikke er klar til et værksted.",
               {"uventet": "Flere deltagere er gået fra skoven direkte til et småjob."}),
        2023: ("groen", "Unge er nu en fast målgruppe med egne pladser.",
               {"laering": "Små hold på højst fem giver færre afbrud."}),
        2024: ("groen", "Aftalen om unge i køkkenet er forlænget den 1. juli 2024 på samme vilkår.",
               {"lykkedes": "Alle unge, der sluttede i køkkenet i 2024, kom godt videre."}),
        2025: ("gul", "Reformen af kontanthjælpen har ændret målgruppernes navne og samlet flere af dem.",
               {"ikke_som_forventet": "Tallene for målgrupper kan ikke uden videre sammenlignes med tidligere år.",
                "korrektion": "Målgrupperne gennemgås, så de passer til den nye lov."}),
    },
    "lokale_indkoeb": {
        2018: ("gul", "Der er købt to forløb i en socialøkonomisk virksomhed, og flere forvaltninger er begyndt på små indkøb.",
               {"laering": "Begynd med ét lille indkøb, og byg videre derfra.",
                "skaevt": "Det første lokale indkøb var tolv lagkager."}),
        2019: ("groen", "Flere forvaltninger køber lokalt. Indkøb under tærskelværdien er forklaret på én side.",
               {"lykkedes": "Siden om små indkøb er den, lederne bruger mest."}),
        2020: ("gul", "Kantiner og møder lå stille, og indkøbene af forplejning faldt bort.",
               {"uventet": "Rengøring og vask blev efterspurgt som aldrig før.",
                "lykkedes": "Vaskeriet fik nye kunder blandt kommunens egne institutioner.",
                "skaevt": "Kantinens fryser endte som områdets største lager af boller.",
                "ikke_som_forventet": "Et planlagt udbud af kantinedrift blev udskudt."}),
        2021: ("groen", "En indkøbsaftale om forløb for unge i køkkenet er indgået.",
               {"lykkedes": "Aftalen er den anden, der er indgået inden for kommunen."}),
        2022: ("groen", "En tredje indkøbsaftale inden for kommunen er indgået: Natur og ro.",
               {"laering": "En kort aftale på to sider bliver læst og brugt."}),
        2023: ("groen", "En aftale om forløb i Jylland er kommet til. Der er nu fire indkøbsaftaler: tre med virksomheder i "
               "kommunen og én i Jylland.",
               {"skaevt": "Den længste rejse til arbejde er blevet en del af forløbet: Deltagerne øver sig i at tage toget."}),
        2024: ("gul", "Indkøbene er spredt på flere forvaltninger, men få kontrakter er reserveret.",
               {"ikke_som_forventet": "Et indkøb kunne ikke reserveres, fordi virksomheden ikke kunne vise andelen af ansatte "
                "fra kanten af arbejdsmarkedet.",
                "korrektion": "Virksomhederne oplyser hvert år antallet af ansatte, så andelen er kendt på forhånd."}),
        2025: ("groen", "Alle fire indkøbsaftaler er i brug, og flere kontrakter er reserveret.",
               {"lykkedes": "Forvaltningerne finder selv frem til virksomhederne.",
                "anbefaling": "Reserverede kontrakter overvejes ved alle nye indkøb af kantine, vask og grøn drift."}),
    },
    "in_house": {
        2022: ("gul", "De to løsninger fra 2018 kører videre. Ingen nye er kommet til.",
               {"ikke_som_forventet": "Mangel på hænder har gjort virksomhederne travle, ikke mere åbne.",
                "korrektion": "Undersøgelsen flyttes fra produktion til køkken og lager."}),
        2023: ("gul", "Tre brancher er undersøgt: lager, køkken og rengøring. Køkken er det bedste bud.",
               {"laering": "En in-house løsning kræver én leder, der vil det, mere end en aftale.",
                "ikke_som_forventet": "Ingen ny løsning blev åbnet i år heller.",
                "korrektion": "Køkken prøves som den næste branche."}),
        2024: ("groen", "Aftalen Fra kantine til job er trådt i kraft den 2. september 2024.",
               {"lykkedes": "De første tre deltagere er begyndt.",
                "anbefaling": "In-house løsninger og CSR følges samlet."}),
        2025: ("groen", "De første deltagere fra kantinen har afsluttet deres forløb.",
               {"uventet": "Kantinens menu er blevet bestemt af deltagerne hver fredag.",
                "skaevt": "Fredagens ret hedder nu altid Overraskelse, også når alle ved, hvad den er."}),
    },
    "civilsamfund": {
        2022: ("groen", "Foreninger og frivillige er med i flere forløb end før.",
               {"lykkedes": "Frivillige håndværkere har lært fra sig i to værksteder."}),
        2023: ("groen", "Et initiativ for friluftsliv i Korsør er kommet til, båret af frivillige.",
               {"skaevt": "Havbaderne og naturgruppen deler nu både sauna og kaffekande."}),
        2024: ("gul", "En forening er lagt sammen med en anden, og en rideklub er kommet til.",
               {"laering": "Frivillige holder længere, når opgaven har en ende."}),
        2025: ("groen", "En idrætsforening og et løbeværksted er begyndt. Et andet initiativ er stoppet, fordi frivillige manglede.",
               {"ikke_som_forventet": "Et initiativ med grøntsager lukkede i september."}),
    },
    "proevehandlinger": {
        2022: ("groen", "Nye prøvehandlinger er begyndt på tværs af sektorer, og nogle af de ældre er blevet til drift.",
               {"laering": "En prøvehandling skal have en slutdato, ellers bliver den til en vane."}),
        2023: ("groen", "Prøvehandlingerne er flyttet ud i lokalområderne.",
               {"lykkedes": "Flere prøvehandlinger har fået en lokal partner."}),
        2024: ("groen", "Flere prøvehandlinger handler om genbrug og reparation.",
               {"skaevt": "Tirsdagens reparationscafé lukker til tiden, fordi gæsterne fejer."}),
        2025: ("groen", "Erfaringerne fra prøvehandlingerne er samlet, så andre kan bruge dem.",
               {"anbefaling": "Prøvehandlinger fortsætter som arbejdsform."}),
    },
    "verdensmaal": {
        2022: ("gul", "Verdensmål 17, Partnerskaber for handling, er valgt som det vigtigste. Mål 4, 8 og 15 følger efter.",
               {"laering": "Et verdensmål siger ikke noget, før det står ved en handling."}),
        2023: ("groen", "Alle nye prøvehandlinger har et verdensmål.",
               {"lykkedes": "Virksomhederne kan selv sætte mål på det, de gør.",
                "uventet": "Mål 15 blev det mest brugte i køkkenerne, fordi madaffaldet blev til kompost."}),
        2024: ("groen", "Arbejdet med livet på land er blevet synligt i skov og på strand.",
               {"uventet": "En skoleklasse har taget ansvar for at tælle sommerfugle ved gartneriet."}),
        2025: ("gul", "Der er endnu ingen fælles måde at måle bidraget til verdensmålene på.",
               {"ikke_som_forventet": "Målingen af virkning er udskudt til den næste strategi."}),
    },
    "trends": {
        2022: ("groen", "Enheden følger nye tilbud og arbejdsformer og deler dem på netværksmøderne.",
               {"lykkedes": "Fire netværksmøder har hver haft et emne udefra."}),
        2023: ("groen", "Cirkulær økonomi og naturbaserede tilbud er årets emner.",
               {"laering": "Besøg hos andre kommuner giver mere end oplæg om dem."}),
        2024: ("groen", "Arbejdsfællesskaber mellem virksomheder er årets emne.",
               {"skaevt": "Fire virksomheder deler nu én bogholder og én julefrokost."}),
        2025: ("gul", "Nye love om beskæftigelse og kontanthjælp præger arbejdet.",
               {"ikke_som_forventet": "Der har været mindre tid til at følge nye arbejdsformer."}),
    },
}

# Effort -> what a first and a second half-year's status says. True of any year that goes as planned; the second
# half-year also tells what the year tells.
HALF_YEARS = {
    "csr": ("Der er holdt møder med virksomheder, som vil bruge socialøkonomiske virksomheder som leverandør.",
            "Samarbejderne er gennemgået med parterne, og det er aftalt, hvad der følges i det nye år."),
    "fundraising": ("Forårets ansøgninger er sendt, og en del af dem er endnu ikke afgjort.",
                    "Efterårets svar fra fondene er kommet, og næste års ansøgninger er planlagt."),
    "boligomraader": ("Kontakten til boligforeningerne er holdt ved lige med faste møder.",
                      "Aktiviteterne i boligområderne er gennemgået sammen med beboerne."),
    "maalgruppe": ("Fordelingen på målgrupper er gennemgået med jobcentret.",
                   "Årets erfaringer med målgrupperne er samlet og drøftet med virksomhederne."),
    "lokale_indkoeb": ("Forvaltningerne har fået en oversigt over, hvad der kan købes lokalt.",
                       "Årets indkøb er gjort op sammen med forvaltningerne."),
    "in_house": ("Der er ført samtaler med virksomheder om plads til en in-house løsning.",
                 "De eksisterende in-house løsninger er besøgt og gennemgået."),
    "civilsamfund": ("Foreninger og frivillige har været med på forårets netværksmøde.",
                     "Samarbejdet med foreningerne er gennemgået, og nye aftaler om opgaver er lavet."),
    "proevehandlinger": ("Nye prøvehandlinger er sat i gang, hver med en dato for, hvornår den slutter.",
                         "Årets prøvehandlinger er gennemgået, og det er besluttet, hvilke der går videre."),
    "verdensmaal": ("Verdensmålene er skrevet på de prøvehandlinger, der er begyndt i foråret.",
                    "Bidraget til verdensmålene er drøftet på efterårets netværksmøde."),
    "trends": ("Forårets netværksmøder har taget nye tilbud og arbejdsformer op.",
               "Efterårets besøg og oplæg er samlet i et kort notat til virksomhederne."),
}

# Half-years that do not go as the year: (effort, period) -> (light, status, what else is told).
SPECIAL_HALF_YEARS = {
    ("csr", "2020-1"): ("gul", "CSR-aftalen er i kraft, men der er få opgaver, efter at ordrerne faldt i marts.",
                        {"ikke_som_forventet": "Deltagerne har været hjemsendt i flere uger."}),
    ("fundraising", "2020-1"): ("gul", "Fondene svarer langsomt, og flere har flyttet midler til akut hjælp.", {}),
    ("lokale_indkoeb", "2020-1"): ("gul", "Kantiner og møder ligger stille, og indkøb af forplejning er faldet bort.",
                                   {"uventet": "Der er mere brug for rengøring og vask end nogensinde."}),
    ("boligomraader", "2020-1"): ("roed", "Aktiviteterne har været lukket siden marts.", {}),
    ("maalgruppe", "2020-1"): ("roed", "Værkstederne lukkede den 11. marts, og mange forløb er sat i bero.",
                               {"ikke_som_forventet": "Få nye forløb og få nye job er kommet i gang i foråret.",
                                "korrektion": "Forløbene åbner igen i små hold."}),
    ("in_house", "2024-2"): ("groen", "Aftalen om kantinen er trådt i kraft.\nDe første tre deltagere er begyndt.",
                             {"lykkedes": "Kantinens leder har selv valgt opgaverne ud."}),
    ("lokale_indkoeb", "2024-1"): ("roed", "Et indkøb, der skulle have været reserveret, er gået til anden side.",
                                   {"laering": "Andelen af ansatte fra kanten skal være kendt, før udbuddet skrives.",
                                    "korrektion": "Oplysningen hentes ind én gang om året."}),
}

# Recommendations: year, number, text, effort, status, what came of it.
RECOMMENDATIONS = """\
2018|1|At målet på 30 fleksjob og deltidsjob om året fastholdes.||gennemfoert|Målet blev nået igen i 2019.
2018|2|At muligheden for in-house løsninger undersøges i to nye brancher.|in_house|vedtaget|Undersøgelsen er begyndt, men ingen nye løsninger er åbnet.
2018|3|At der holdes et årligt netværksmøde om fundraising.|fundraising|gennemfoert|Mødet er holdt hvert forår siden.
2019|1|At boligområderne får en fast kontaktperson i enheden.|boligomraader|vedtaget|Kontaktpersonen tiltrådte i januar 2020.
2019|2|At der laves en side om små indkøb til forvaltningernes ledere.|lokale_indkoeb|gennemfoert|Siden er taget i brug.
2019|3|At CSR-aftalen udvides til to virksomheder.|csr|aendret|Udvalget besluttede at vente, til den første aftale er evalueret.
2019|4|At evalueringen af samarbejdsaftalerne flyttes til efteråret.||afvist|Evalueringen ligger fortsat i foråret.
2020|1|At målet om 30 job om året fastholdes trods resultatet for 2020.||vedtaget|Målet er ført videre i den nye strategi som årsnorm.
2020|2|At alle deltagere får en fast kontaktperson, som også ringer, når der er lukket.|maalgruppe|gennemfoert|Ordningen gælder alle aftaler.
2020|3|At nye CSR-aftaler får et afsnit om varsel.|csr|vedtaget|Afsnittet står i skabelonen.
2020|4|At prøvehandlinger bliver en fast arbejdsform.|proevehandlinger|gennemfoert|Prøvehandlinger er en af den nye strategis retninger.
2021|1|At den nye strategi får et mål for virksomheder med tre bundlinjer.||gennemfoert|Målet er 40 inden udgangen af 2025.
2021|2|At der rapporteres én gang om året, efter nytår.||vedtaget|Gælder fra strategien 2022-2025.
2021|3|At civilsamfundet får sin egen plads i strategien.|civilsamfund|gennemfoert|Civilsamfund og frivillighed er en af strategiens retninger.
2022|1|At naturbaserede forløb udvides, når de første er evalueret.|maalgruppe|vedtaget|Aftalen om natur og ro er fortsat med samme antal pladser.
2022|2|At verdensmål skrives på alle nye prøvehandlinger.|verdensmaal|gennemfoert|Det sker fra 2023.
2022|3|At kommunen giver tilskud til løn til en fælles fundraiser.|fundraising|afvist|Modellen no cure, no pay fortsætter.
2023|1|At køkken vælges som branche for den næste in-house løsning.|in_house|gennemfoert|Aftalen om kantinen begyndte den 2. september 2024.
2023|2|At aftalen om unge i køkkenet forlænges.|maalgruppe|gennemfoert|Forlænget den 1. juli 2024.
2023|3|At virksomhederne årligt oplyser antallet af ansatte fra kanten af arbejdsmarkedet.|lokale_indkoeb|aendret|Oplysningen er frivillig i 2024 og fast fra 2025.
2023|4|At boligområdernes aftaler samles i ét partnerskab.|boligomraader|vedtaget|Partnerskabet begyndte den 1. september 2025.
2024|1|At årsnormen på 30 job om året fastholdes.||vedtaget|Indgår i udmøntningsplanen for 2025.
2024|2|At reserverede kontrakter prøves ved indkøb af vask og grøn drift.|lokale_indkoeb|gennemfoert|De første kontrakter er reserveret i 2025.
2024|3|At der afsættes tid til at måle bidraget til verdensmålene.|verdensmaal|stillet|
2024|4|At in-house løsninger og CSR følges samlet fra 2025.|in_house|aendret|Indsatserne rapporteres hver for sig i 2025 og samles i den næste strategi.
2024|5|At erfaringerne fra prøvehandlingerne samles i et kort katalog.|proevehandlinger|stillet|
2025|1|At målet om 40 virksomheder og initiativer med tre bundlinjer afløses af et mål om at fastholde dem.||stillet|
2025|2|At årsnormen på 30 job om året føres videre i den næste strategi.||stillet|
2025|3|At CSR og in-house løsninger ses som én indsats i den næste strategi.|in_house|stillet|
2025|4|At reserverede kontrakter overvejes ved alle nye indkøb af kantine, vask og grøn drift.|lokale_indkoeb|stillet|
2025|5|At målgrupperne i aftalerne gennemgås, så de passer til den nye lov om kontanthjælp.|maalgruppe|stillet|
"""

# Agreement -> (place, what the participants do), as they stand in sentences.
AGREEMENT_PLACES = {
    "SA-01": ("gartneriet", "så, plante og pakke"),
    "SA-02": ("bageriet", "bage, pakke og betjene kunder"),
    "SA-03": ("murerlauget", "mure og pudse"),
    "SA-04": ("værkstedet", "reparere cykler"),
    "SA-05": ("køkkenet", "lave frokost til et helt hus"),
    "SA-06": ("skoven", "pleje stier og fælde små træer"),
    "SA-07": ("pakkeriet i Jylland", "pakke og køre varer frem"),
    "SA-08": ("kantinen", "lave mad og tage imod gæster"),
    "SA-09": ("boligområdet", "hjælpe naboer og passe fælles haver"),
    "CSR-01": ("vaskeriet", "lægge tøj sammen og pakke ordrer"),
}

# What the status of an agreement says by light; {place} and {task} are filled in. Several of each, taken in turn.
AGREEMENT_TEXTS = {
    "groen": ("Aftalen er i god drift. Deltagerne lærer at {task}, og mange kommer videre.",
              "Forløbene i {place} er i brug, og opfølgningen fungerer.\nSagsbehandlerne får besked i tide, når noget ændrer sig.",
              "Det går godt i {place}. Deltagerne møder frem, og samarbejdet med jobcentret er tæt."),
    "gul": ("Forløbene i {place} er i brug, men for få kommer videre til job eller uddannelse.\nParterne mødes hver måned, "
            "til det går bedre.",
            "Aftalen fungerer i hverdagen. Planerne for deltagerne kan blive tydeligere.",
            "Der er pladser, som ikke bruges i {place}. Jobcentret og virksomheden har aftalt at tale om hver henvisning."),
    "roed": ("Resultatet er ikke, som det skal være: Få er kommet videre til job eller uddannelse.\nAftalen gennemgås, før "
             "nye forløb begynder.",
             "Få er kommet godt videre fra {place}. Parterne ser på, om forløbene er for korte."),
    "": ("Aftalen er ny, og der er endnu ikke afsluttet nogen forløb i {place}.",),
}
AGREEMENT_LESSONS = ("Korte forløb med en klar opgave virker bedst.", "En makker fra værkstedet betyder mere end en folder.",
                     "Planen skal skrives sammen med deltageren den første uge.",
                     "Det næste job skal være i sigte, før det første slutter.",
                     "Opfølgningen efter forløbet er det halve arbejde.")
AGREEMENT_DEVELOPMENTS = ("Fortsætter på samme vilkår.", "Genforhandlet; antallet af pladser er uændret.",
                          "Fortsætter; opfølgningen samles på faste dage.", "Udvides, når en leder mere er ansat.")
# What a year or half-year says of one agreement instead: (period, agreement) -> (light, status, lesson, development).
SPECIAL_AGREEMENT_STATUS = {
    ("2018", "SA-03"): ("gul", "De to købte forløb er gennemført.\nDen ene deltager er startet i lære som murer, den anden er "
                        "fraflyttet kommunen.", "To er for få til at sige noget om effekten.", "Rammen kan bruges igen."),
    ("2018-2", "SA-03"): ("gul", "De to købte forløb er gennemført.", "", ""),
    ("2019", "SA-03"): ("", "Rammen er ikke brugt i 2019.", "", ""),
    ("2019-1", "SA-03"): ("", "Rammen er ikke brugt i halvåret.", "", ""),
    ("2019-2", "SA-03"): ("", "Rammen er ikke brugt i halvåret.", "", ""),
    ("2020", "SA-01"): ("gul", "Gartneriet kunne holde åbent udendørs det meste af året, men med halvt så mange ad gangen.",
                        "Arbejde ude gør det muligt at mødes, når det ikke kan lade sig gøre inde.", "Fortsætter."),
    ("2020", "SA-02"): ("roed", "Bageriet lukkede for deltagere i foråret og igen i december.\nFlere forløb er sat i bero, og "
                        "flere end ellers er stoppet.", "Deltagerne skal kunne nås, også når der er lukket.", "Fortsætter."),
    ("2020-1", "SA-02"): ("roed", "Bageriet har været lukket for deltagere siden den 11. marts.", "", ""),
    ("2020-1", "CSR-01"): ("roed", "Ordrerne faldt bort i marts, og deltagerne er hjemsendt.", "", ""),
    ("2020-2", "CSR-01"): ("roed", "Aftalen stoppede den 30. september 2020.\nDe sidste forløb er afsluttet.", "", ""),
    ("2020", "CSR-01"): ("roed", "Ordrerne faldt bort, og aftalen stoppede den 30. september 2020.",
                         "En aftale skal sige, hvad der sker, når der ikke er arbejde.", "Ophørt."),
    ("2024", "SA-05"): ("groen", "Alle unge, der sluttede i 2024, kom godt videre.\nAftalen er forlænget den 1. juli 2024 på "
                        "samme vilkår.", "Små hold på højst fem.", "Forlænget til den 30. juni 2026."),
    ("2024-2", "SA-08"): ("", "Aftalen begyndte den 2. september 2024.\nDe første tre deltagere er i gang, og ingen er "
                          "færdige endnu.", "", ""),
}
# After its two courses the framework of SA-03 is not used: from here on no status is written and nobody evaluates it.
UNUSED_FROM = {"SA-03": 2020}

# Question -> role -> remarks.
REMARKS = {
    "i_brug": {"sagsbehandler": ("Vi henviser hver måned.", "Der er ofte venteliste i efteråret."),
               "virksomhed": ("Der har været tomme pladser om sommeren.",),
               "jobkonsulent": ("Aftalen bruges for lidt af nogle teams.",)},
    "plan": {"sagsbehandler": ("Planen er kendt af alle parter.",),
             "virksomhed": ("Vi får planen for sent.",),
             "deltager": ("Det var godt at få en plan, jeg selv havde været med til at skrive.",)},
    "ejerskab": {"sagsbehandler": ("Ejerskabet kommer først efter nogle uger.",),
                 "deltager": ("Det er min plan nu.", "Planen var skrevet, før jeg kom.")},
    "opfoelgning": {"sagsbehandler": ("Opfølgningsmøderne holdes som aftalt.",),
                    "virksomhed": ("Møderne bliver flyttet for tit.",),
                    "deltager": ("Der var lang tid mellem møderne.",)},
    "sagsbehandler": {"sagsbehandler": ("Tilbagemeldingen kommer nogle gange sent.", "Vi får det, der er aftalt."),
                      "jobkonsulent": ("Rapporterne er blevet kortere og bedre.",)},
    "effekt": {"sagsbehandler": ("Flere møder til tiden end før.",),
               "virksomhed": ("Deltagerne vokser med opgaven.",),
               "deltager": ("Jeg har fået en grund til at stå op.", "Jeg vil gerne have flere timer.")},
    "overblik": {"sagsbehandler": ("Det er svært at se, hvor borgeren er et halvt år efter.",),
                 "jobkonsulent": ("Overblikket er blevet bedre.",)},
    "samarbejde": {"sagsbehandler": ("God kontakt med virksomheden.",),
                   "virksomhed": ("Vi vil gerne have besked tidligere, når en plads bliver ledig.",
                                  "Samarbejdet er blevet lettere, efter at vi fik én kontaktperson."),
                   "deltager": ("De taler ordentligt til mig.",)},
}

# Donors. The first few give again and again: Den Gyldne Donation.
DONORS = """\
Fonden Den Grønne Dør
Møllehjulets Legat
Puljen for Skæve Ideer
Vævebommens Fond
Fonden Syv Sten
Havfruebankens Legat
Fonden for Lange Borde
Gyvelbakkens Fond
Tranebærrets Legat
Det Blå Skrins Fond
Fonden Fire Vinde
Puljen for Nære Fællesskaber
Rønnebærhøjens Fond
Kornmodets Legat
Fonden Stille Vand
Lærkesporets Fond
Puljen for Første Skridt
Fonden Åben Lade
Bøgeløvets Legat
Det Gamle Pakhus' Fond
Fonden Tre Broer
Strandskadens Legat
Puljen for Hænder og Håndværk
Fonden Rundt om Bordet
Tangloppens Fond
Fyrbøderens Legat
Fonden Nattens Ende
Puljen for Grønne Byrum
Skovskadens Fond
Fonden Lige Muligheder Lokalt
Tovværkets Legat
Fonden Den Lille Havn
Puljen for Unge på Vej
Viberedens Fond
Klinteroses Legat
Fonden Vide Marker
Ravnebjergets Fond
Puljen for Reparation
Fonden Sene Æbler
Den Store Trillebørs Legat
"""
PROJECTS = ("Udstyr til værksted", "Ombygning af køkken", "Forløb for unge", "Uddannelse af mentorer", "Varevogn",
            "Maskiner til vaskeri", "Frivillige i naturen", "Ny butik", "Kursus i hygiejne", "Fælles bogholderi",
            "Haver i boligområder", "Sprog på arbejdspladsen", "Cykler til udlån", "Lettere adgang for kørestole",
            "Lokal café", "Genbrug af tekstiler", "Reparation af møbler", "Arbejdstøj og sikkerhed", "Udvikling af ny vare",
            "Fælles salgsbod")

# Trials: title, start, end, status, sectors, UN goals, local partner. The first 36 had begun by 16-12-2020.
TRIALS = """\
Kaffevogn på stationen|2018-01-22|2018-06-29|afsluttet|offentlig+privat|8|nej
Lånecykler til jobsamtaler|2018-02-12|2018-12-14|skaleret|offentlig+privat|8+17|nej
Skovdage for unge|2018-03-19|2018-09-28|skaleret|offentlig+civilsamfund|15|nej
Syning af stofposer|2018-04-09|2018-10-31|afsluttet|privat|8|nej
Frokost til et møde|2018-05-14|2018-11-30|skaleret|offentlig+privat|8|nej
Læsehjælp i pausen|2018-08-20|2019-02-28|afsluttet|offentlig+civilsamfund|4|nej
Mentor fra kantinen|2018-09-10|2019-03-29|skaleret|offentlig+privat|4+8|nej
Æbler fra naboens have|2018-09-24|2018-11-16|afsluttet|privat+civilsamfund|15+17|nej
Juletræer med bæretjeneste|2018-11-26|2018-12-21|afsluttet|privat|8|nej
Fælles bogholder|2019-01-14|2019-12-20|skaleret|privat|8+17|nej
Sprog ved gryderne|2019-02-04|2019-06-28|skaleret|offentlig+privat|4+8|nej
Fuglekasser på skoler|2019-02-18|2019-05-31|afsluttet|offentlig+privat|15|nej
Tøjbytte i boligområdet|2019-03-11|2019-09-27|afsluttet|civilsamfund|17|nej
Åbent værksted om lørdagen|2019-04-06|2019-10-26|afsluttet|privat+civilsamfund|17|nej
Strandrensning med madpakke|2019-05-13|2019-08-30|skaleret|offentlig+civilsamfund|15+17|nej
Prøvedag uden papir|2019-06-03|2019-12-13|skaleret|offentlig+privat|8|nej
Bier på taget|2019-06-17|2020-09-30|stoppet|privat|15|nej
Høstmarked på torvet|2019-09-02|2019-10-11|afsluttet|privat+civilsamfund|8+17|nej
Legetøj på hjul|2019-09-16|2020-03-11|stoppet|offentlig+privat|4|nej
Vaskedag for foreninger|2019-10-07|2020-03-11|stoppet|privat+civilsamfund|17|nej
Nabohjælp til snerydning|2019-11-04|2020-03-06|afsluttet|civilsamfund|17|nej
Kørekort på arbejdspladsen|2019-11-25|2020-10-30|afsluttet|offentlig+privat|4+8|nej
Kompost i gården|2020-01-13|2020-11-27|skaleret|offentlig+civilsamfund|15|nej
Reparationscafé i Korsør|2020-01-27|2020-12-11|skaleret|privat+civilsamfund|17|ja
Morgenmad før mødet|2020-02-10|2020-03-11|stoppet|offentlig|8|nej
Ring til en makker|2020-03-23|2020-08-28|skaleret|offentlig+civilsamfund|17|nej
Mad til døren|2020-04-01|2020-06-30|afsluttet|privat+civilsamfund|8+17|nej
Stole, der skal males|2020-05-18|2020-09-25|afsluttet|privat|8|nej
Undervisning i det fri|2020-05-25|2020-10-09|skaleret|offentlig|4+15|nej
Grøntsager i kolonihaver|2020-06-08|2021-09-30|afsluttet|civilsamfund|15|nej
Vilde blomster langs cykelstien|2020-06-15|2021-10-29|skaleret|offentlig+civilsamfund|15+17|nej
Fælles varevogn|2020-08-17|2021-08-31|skaleret|privat|8+17|nej
Fortællinger fra havnen|2020-09-07|2021-05-28|afsluttet|civilsamfund|4+17|nej
Genbrug af byggematerialer|2020-09-21|2022-06-30|skaleret|offentlig+privat|8+17|nej
Naboskab på skemaet|2020-10-19|2021-12-17|afsluttet|offentlig+privat+civilsamfund|4+17|ja
Nissehjælp til butikker|2020-11-30|2020-12-23|afsluttet|privat|8|nej
Gåture med dagsorden|2021-02-08|2021-11-26|afsluttet|offentlig|8|nej
Blomsterbinding som fag|2021-04-12|2022-03-31|afsluttet|offentlig+privat|4|nej
Plusbutik i Slagelse|2021-06-14|2023-05-31|skaleret|privat+civilsamfund|8+17|ja
Sommerjob på tværs|2021-06-28|2021-08-27|afsluttet|offentlig+privat|8|nej
Frivillige på havnen|2022-03-14|2023-09-29|skaleret|civilsamfund|15+17|ja
Kokken kommer på besøg|2022-04-25|2022-12-16|afsluttet|offentlig+privat|4+8|nej
Skrald bliver til skolebøger|2022-08-22|2023-06-23|afsluttet|offentlig+civilsamfund|4+15|nej
Værkstedsdag for nye ledere|2022-10-03|2023-03-31|skaleret|offentlig+privat|8+17|nej
Insekthoteller|2023-03-06|2023-10-27|afsluttet|privat+civilsamfund|15|ja
Lær at søge om penge|2023-04-17|2024-04-30|skaleret|offentlig+privat+civilsamfund|4+17|nej
Delt arbejdstøj|2023-09-11|2024-06-28|afsluttet|privat|8|nej
Omtanke på indkøbssedlen|2023-11-06|2024-12-20|afsluttet|offentlig+privat|8+17|nej
Tirsdagens reparationscafé|2024-01-16||i_gang|privat+civilsamfund|17|ja
Sommerfugle ved gartneriet|2024-04-22||i_gang|offentlig+privat|4+15|ja
Ét opkald efter et halvt år|2024-08-12|2025-06-27|skaleret|offentlig|8|nej
Fælles julebod|2024-11-18|2024-12-22|afsluttet|privat+civilsamfund|8+17|ja
Kantinens åbne fredag|2025-02-17||i_gang|privat|8+17|ja
Løb og samtale|2025-04-07||i_gang|civilsamfund|17|ja
Byggemarked for genbrug|2025-09-08||i_gang|offentlig+privat+civilsamfund|8+15+17|ja
Nabokøkkenets madskole|2026-02-02||ide|offentlig+civilsamfund|4|nej
"""

DEPARTMENTS = ("Teknik og Miljø", "Skole og Dagtilbud", "Sundhed og Ældre", "Arbejdsmarked og Integration",
               "Kultur og Fritid", "Administration og Digitalisering")
