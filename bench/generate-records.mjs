/** Made-up records and questions for measuring, always the same for the same seed. Nothing in them exists. */

/** Amsterdam, in degrees: south-west and north-east corner. */
const box = { south: 52.3, west: 4.75, north: 52.43, east: 5.02 }
const GRID = 12
/** Schedules that occur in the records. */
const DISTINCT_SCHEDULES = 200

/** The generator mulberry32: small, fast and good enough for test data. */
export function seeded(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

const weighted = {
  kind: [
    'meeting-place',
    'meeting-place',
    'consultation-hour',
    'consultation-hour',
    'key-figure',
    'team',
    'event',
    'scheme',
  ],
  staffing: ['residents', 'volunteers', 'professionals', 'mixed', 'unknown'],
  gender: ['all', 'all', 'all', 'all', 'all', 'all', 'all', 'women', 'women', 'men'],
  entry: ['walk-in', 'walk-in', 'walk-in', 'sign-up', 'by-appointment'],
  cost: ['free', 'free', 'free', 'small-gift', 'unknown'],
  reach: ['neighbourhood', 'neighbourhood', 'district', 'city'],
  language: ['nl', 'nl', 'nl', 'en', 'tr', 'ar', 'ti', 'pl', 'bg', 'es', 'fr', 'uk', 'so', 'fa'],
  yesNo: ['yes', 'yes', 'no', 'unknown'],
}
const abilities = [
  'read-letters',
  'fill-in-forms',
  'debts',
  'bills',
  'benefits',
  'food',
  'young-children',
  'teenagers',
  'school',
  'parenting',
  'company',
  'company',
  'dutch-practice',
  'listening',
  'housing',
  'legal',
]
const activities = [
  'coffee-together',
  'eat-together',
  'read-letters-together',
  'fill-in-forms-together',
  'plan-for-debts',
  'food-parcel',
  'parents-talk',
  'dutch-conversation',
  'listening-ear',
  'walk-together',
  'sewing',
  'games',
]
const topics = [
  'money-letter',
  'money-debt',
  'money-cannot-pay',
  'money-benefit',
  'money-food',
  'parenting-young',
  'parenting-teen',
  'parenting-school',
  'parenting-general',
  'meeting-people',
  'language-lesson',
  'forms-help',
  'talk-to-human',
]
const wishes = [
  'near',
  'on-foot',
  'my-language',
  'women-only',
  'quiet-and-small',
  'with-small-children',
  'bring-someone',
  'free',
  'evening-or-weekend',
  'does-not-know-me',
]
const days = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const pick = (random, list) => list[Math.floor(random() * list.length)]
const some = (random, list, most) => [
  ...new Set(Array.from({ length: 1 + Math.floor(random() * most) }, () => pick(random, list))),
]
const position = random => [box.south + random() * (box.north - box.south), box.west + random() * (box.east - box.west)]

/** The id of the grid square that a position lies in. */
function areaOf([latitude, longitude]) {
  const row = Math.min(GRID - 1, Math.floor(((latitude - box.south) / (box.north - box.south)) * GRID))
  const column = Math.min(GRID - 1, Math.floor(((longitude - box.west) / (box.east - box.west)) * GRID))
  return `area-${row}-${column}`
}

/** A city of 144 squares in 16 districts. */
function gazetteer() {
  const areas = [{ id: 'city', level: 'city', name: 'City', parent: null, position: [52.365, 4.885], neighbours: [] }]
  for (let row = 0; row < GRID; row += 3)
    for (let column = 0; column < GRID; column += 3)
      areas.push(area(`district-${row}-${column}`, 'district', 'city', row, column, []))
  for (let row = 0; row < GRID; row += 1)
    for (let column = 0; column < GRID; column += 1) {
      const near = [
        [row - 1, column],
        [row + 1, column],
        [row, column - 1],
        [row, column + 1],
      ]
      const neighbours = near.filter(pair => pair.every(n => n >= 0 && n < GRID)).map(([r, c]) => `area-${r}-${c}`)
      const parent = `district-${row - (row % 3)}-${column - (column % 3)}`
      areas.push(area(`area-${row}-${column}`, 'neighbourhood', parent, row, column, neighbours))
    }
  return {
    areas: areas.map(one => ({ pc4: [], positionSource: 'made up', aliases: [], ...one })),
    postcodes: [],
    landmarks: [],
  }
}

const area = (id, level, parent, row, column, neighbours) => ({
  id,
  level,
  name: id,
  parent,
  neighbours,
  position: [
    box.south + ((row + 0.5) / GRID) * (box.north - box.south),
    box.west + ((column + 0.5) / GRID) * (box.east - box.west),
  ],
})

function schedules(random) {
  return Array.from({ length: DISTINCT_SCHEDULES }, (_, index) => {
    if (index % 20 === 0) return 'unknown'
    if (index % 20 === 1) return 'by-appointment'
    const from = 8 + Math.floor(random() * 11)
    const clock = hour => `${String(hour).padStart(2, '0')}:${pick(random, ['00', '30'])}`
    const rule = {
      freq: 'weekly',
      every: pick(random, [1, 1, 1, 2]),
      days: some(random, days, 3),
      from: clock(from),
      to: clock(from + 2),
      start: '2026-01-05',
    }
    const season = index % 20 === 2 ? { season: { from: '06-01', to: '08-31' } } : {}
    return { rules: [{ ...rule, ...season }], exceptions: [], onHolidays: pick(random, ['closed', 'open', 'unknown']) }
  })
}

const day = (start, plus) => new Date(Date.parse(start) + plus * 86_400_000).toISOString().slice(0, 10)

function record(random, index, pool, checkedFrom) {
  const where = position(random)
  const checkedOn = day(checkedFrom, Math.floor(random() * 120))
  return {
    id: `record-${index}`,
    kind: pick(random, weighted.kind),
    version: 1,
    state: random() < 0.95 ? 'published' : 'closed',
    example: true,
    name: `Record ${index}`,
    aliases: [],
    organisation: 'example',
    sharedWith: [],
    area: areaOf(where),
    reach: pick(random, weighted.reach),
    where: { street: 'Voorbeeldstraat', postcode: 1000 + Math.floor(random() * 100), position: where },
    stops: [],
    what: some(random, activities, 3),
    can: some(random, abilities, 4),
    cannot: [],
    refersTo: [],
    forWhom: pick(random, [['everyone'], ['neighbours'], ['parents'], ['older-people'], ['everyone']]),
    admits: {
      gender: pick(random, weighted.gender),
      ages: random() < 0.1 ? { from: 0, to: 12 } : null,
      pc4: random() < 0.05 ? [1000 + Math.floor(random() * 100)] : null,
      benefit: [],
    },
    schedule: pick(random, pool),
    entry: pick(random, weighted.entry),
    waiting: 'unknown',
    languages: some(random, weighted.language, 3).map(code => ({ code })),
    cost: pick(random, weighted.cost),
    privateRoom: 'unknown',
    bringSomeone: pick(random, weighted.yesNo),
    childrenWelcome: pick(random, weighted.yesNo),
    bring: 'unknown',
    host: 'unknown',
    staffing: pick(random, weighted.staffing),
    atmosphere: random() < 0.3 ? ['quiet'] : ['lively'],
    access: 'unknown',
    phone: 'unknown',
    means: random() < 0.05 ? 'phone' : 'in-person',
    communityRun: random() < 0.2,
    faith: random() < 0.05,
    formality: pick(random, ['informal', 'formal']),
    onePerson: false,
    pausedUntil: null,
    endsOn: null,
    fundedUntil: null,
    replacedBy: null,
    load: null,
    owner: { organisation: 'example', contact: 'owner', backup: null },
    listedWithConsent: null,
    checked: { source: 'made up', checkedOn, checkedBy: null, how: 'example', validUntil: null },
    factChecks: {},
    description: {},
  }
}

/** A snapshot of so many records, checked in the 120 days from `checkedFrom` on. */
export function generateSnapshot(count, { seed = 1, checkedFrom = '2026-09-01' } = {}) {
  const random = seeded(seed)
  const pool = schedules(random)
  const records = Array.from({ length: count }, (_, index) => record(random, index, pool, checkedFrom))
  const places = gazetteer()
  return {
    version: 1,
    info: {
      id: 'bench',
      city: 'City',
      runBy: null,
      paidBy: null,
      municipal: false,
      example: true,
      generalContact: 'record-0',
    },
    gazetteer: places,
    areas: new Map(places.areas.map(one => [one.id, one])),
    organisations: new Map(),
    records: new Map(records.map(one => [one.id, one])),
    textOverrides: {},
  }
}

/** A mix of questions: mostly plain, some with wishes, an age, a gender, haste, or no place. */
export function generateQuestions(count, { seed = 2 } = {}) {
  const random = seeded(seed)
  return Array.from({ length: count }, () => {
    const where = position(random)
    const near = { area: areaOf(where), pc4: 1000 + Math.floor(random() * 100), position: where }
    return {
      topics: some(random, topics, 1.2),
      urgency: pick(random, ['today', 'days', 'none', 'none']),
      near: random() < 0.9 ? near : null,
      language: pick(random, weighted.language),
      age: random() < 0.2 ? { from: 4, to: 12 } : null,
      asker: 'adult',
      gender: pick(random, [null, null, null, 'women', 'men']),
      preferences: random() < 0.5 ? [] : some(random, wishes, 3),
      shown: [],
      safety: random() < 0.05,
    }
  })
}
