import { nameTokens } from './name-tokens.js'

/** The words of a list, in the spelling in which messages are compared. */
const words = (...lists: readonly string[]) => new Set(lists.flatMap(list => nameTokens(list).map(({ text }) => text)))

/** Words before a name that are no part of it. */
export const articles = words("de het 't the den le la les el los las")

/** Words that say that a place follows. */
export const placeCues = words(
  'in bij vlakbij nabij dichtbij uit naar rond rondom omgeving stadsdeel wijk buurt amsterdam utrecht woon wonen', // nl
  'near nearby from around at to live living district area', // en
  'w we na koło obok przy z ze do', // pl
  'en cerca desde hacia vivo', // es
  'à dans près chez vers habite', // fr
  'у в біля коло з до из около живу', // uk, and Russian by ear
  'до край при живея', // bg
  'في من الى إلى قرب عند جنب بمنطقة منطقة', // ar
  'در از نزدیک به منطقه محله', // fa
  'ኣብ ካብ ናብ ጥቓ', // ti
  'ku ee agagaarka degan', // so
)

/** What people put around the name when they answer where they are. */
export const fillerWords = words(
  'ik we wij ben kom woon wonen hier is dat van er ergens ja ok oké graag alstublieft aub', // nl
  'i am im we live it is its somewhere yes please of', // en
  "ben biz oturuyorum yaşıyorum 'de 'da de da te ta evet", // tr
  'je suis j habite oui à', // fr
  'soy yo sí vivo', // es
  'jestem mieszkam tak', // pl
  'أنا انا ساكن ساكنة اسكن أسكن نعم', // ar
  'من هستم زندگی میکنم بله', // fa
  'я живу так да мы ми', // uk, bg
  'waxaan ahay', // so
)

/** "Anywhere" in the twelve languages: the whole city. */
export const anywherePhrases = new Set(
  [
    ...[
      'overal',
      'heel de stad',
      'hele stad',
      'de hele stad',
      'maakt niet uit',
      'maakt niet uit waar',
      'maakt me niet uit',
    ],
    ...['anywhere', 'everywhere', 'whole city', 'the whole city', 'any place', 'any area', 'anywhere in the city'],
    ...['her yer', 'her yerde', 'fark etmez', 'farketmez', 'neresi olursa', 'bütün şehir', 'tüm şehir'],
    ...['أي مكان', 'في أي مكان', 'كل مكان', 'في كل مكان', 'كل المدينة'],
    ...['ኣብ ዝኾነ ቦታ', 'ዝኾነ ቦታ', 'ኩሉ ቦታ'],
    ...['wszędzie', 'gdziekolwiek', 'obojętnie gdzie', 'całe miasto'],
    ...['en cualquier lugar', 'cualquier lugar', 'cualquier sitio', 'en todas partes', 'donde sea', 'toda la ciudad'],
    ...['partout', "n'importe où", 'toute la ville', 'peu importe'],
    ...['будь-де', 'скрізь', 'всюди', 'де завгодно', 'все місто', 'везде', 'где угодно'],
    ...['навсякъде', 'където и да е', 'целият град'],
    ...['meel kasta', 'meel walba', 'magaalada oo dhan'],
    ...['هرجا', 'هر جا', 'همه جا', 'کل شهر', 'فرقی نمی کند'],
  ].map(phrase =>
    nameTokens(phrase)
      .map(({ text }) => text)
      .join(' '),
  ),
)

/** A number before one of these is an amount, a time, an age or a size, and no postcode. */
export const measureWords = words(
  'euro euros eur euroos euries cent procent per uur uren minuten min jaar jaren maand maanden dagen dag weken week km kg meter m x keer stuks pm am',
  'hours years year old months days weeks minutes times dollars pounds people mensen personen kinderen',
  'avro yuro lira tl yıl saat gün ay kişi',
  'يورو اورو أورو سنة ساعة شهر يوم ليرة',
  'یورو سال ساعت ماه روز تومان',
  'ዩሮ ዓመት ሰዓት ወርሒ',
  'złotych złote zł lat godzin miesięcy dni zl',
  'años horas meses días',
  'ans heures mois jours',
  'євро гривень грн років годин місяців днів евро рублей лет часов',
  'години месеца лева лв',
  'yuuro sano saac bilood',
)

/** A number soon after one of these is an amount of money. */
export const amountWords = words(
  'schuld schulden bedrag huur rekening boete betalen betaal verdien verdienen inkomen loon salaris uitkering toeslag kost kosten boeterente',
  'debt debts owe rent bill fine pay earn income salary amount cost costs year sinds since',
  'borç borcum kira fatura maaş ceza',
  'دين ديون ايجار إيجار فاتورة راتب',
  'بدهی اجاره قبض حقوق',
  'ዕዳ ክራይ ደሞዝ',
  'dług długi długu czynsz rachunek zarabiam',
  'deuda deudas alquiler factura sueldo gano',
  'dette dettes loyer facture salaire gagne',
  'борг борги оренда рахунок зарплата',
  'дълг наем сметка заплата',
  'deyn kiro lacag mushahar',
)

/** Endings that Turkish, Polish, Ukrainian, Bulgarian and Somali put behind a name. */
export const caseEndings = words(
  'da de ta te dan den tan ten ya ye a e i yi u nin nun un in daki deki taki teki dayim deyim',
  'ie u em iem owi y ze cie ach',
  'і у а ом ї ю е и та',
  'ka ga ta',
)

/** Arabic writes "in", "the" and "and" on to the name. */
export const arabicPrefixes = [...words('بال لل وال ال ب ل و')]

/** Ordinary words that are also names, and that a message uses oftener for something else. */
const namesakes = [
  'west oost noord zuid centrum center centre sloten gein punt aker banne dam brink meer poort pijp kinker pek schip hallen cuyp',
  'haven arena eye plantage teleport eendracht omval rai adam dapper bolo wallen',
  'المركز', // "the centre", for help as much as the city's
]

/** Words of the twelve languages a few letters from a name. From running frequency lists through the search. */
const lookalikes = [
  'amstel amsterdamse amsterdams amsterdammer amsterdammers amsterdamer damska damski',
  'jordan jordanie jordanië jordania jordanii jordans jordana jordano jordanu jordão jourdan jordon jodan ordan',
  'waren willen vallen wapen wagen wassen walsen walgen wählen wollen alleen halen allen talen malen ballen dalen falen balen zalen',
  'binnenste geweest gesloten besloten duurt beurt buurt huurt keurt geburt gewest onderweg supermarkt supermarket handelaar ervaart',
  'arts artist artiste artista artistas artisten artist partis artes arktis artois artık arttı artış artı artışı atış artik artmış artışa artışın',
  'kerkstraat molenstraat stationsplein stationsbuurt speelplein dorpsplein domplein molendijk hogeweg stationair waterpark',
  'elburg aalburg oostburg oldenburg offenburg kranenburg wittenberg orenburg oudenburg spakenburg westerbork westfalen ouddorp oudorp duindorp',
  'bosman baasjes bajes houthakker houthakkers reigers rietlanden kandelaars busbaan newsletter gaspedaal overrompeld vogelsoort dorpsleven',
  'oldest newest hostile stationed stationary stationery deport westerners westerner westport overlooks overtook artic fallen wallet',
  'yoldan yorgan bostan boşan boşanma yokum adam naam week kurt jane janet wales warren',
  'sierpień deporte salen valen mercato marcante chasseur chasseurs déporté stationner eeuwenlang burg',
  'نیست نيست پیوست دیار ديار دهانه باريس بباريس بارش ليليان невест коленки иордан йорданії',
  'neuesten neumarkt schinken schenkel innenstadt werkstatt betrogen jobcenter stationär',
]

/**
 * Words that name a place only where a place is clearly meant, and that are never taken for a misspelt name.
 */
export const ordinaryWords = words(...namesakes, ...lookalikes)
