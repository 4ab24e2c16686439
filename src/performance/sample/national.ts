import { oddityList } from '../rules/national-report.ts'
import { areasOf, type NationalMeasure, type NationalNeighbour, type NationalRow, type NationalSet } from '../rules/national-set.ts'

const NORTH = 'Northern counties'
const SOUTH = 'Southern counties'
/** Invented places, each with how it stands: 0 is like the country as a whole. */
const places: readonly (readonly [number: number, name: string, region: string, type: string, stands: number])[] = [
  [900, 'England', '', '', 0],
  [910, NORTH, '', '', 1],
  [911, SOUTH, '', '', -1],
  [930, 'Northbrook', NORTH, 'SC', 1],
  [931, 'Ashmere', NORTH, 'SC', 3],
  [932, 'Brackenshire', NORTH, 'SC', 0],
  [933, 'Caldwick', NORTH, 'MD', 4],
  [934, 'Dunholme', NORTH, 'UA', 1],
  [935, 'Easterby', NORTH, 'UA', -2],
  [940, 'Fennland', SOUTH, 'SC', -1],
  [941, 'Greyhaven', SOUTH, 'UA', 2],
  [942, 'Hartsea', SOUTH, 'UA', -3],
  [943, 'Inglesham', SOUTH, 'SC', -2],
  [944, 'Kestrelshire', SOUTH, 'SC', 0],
  [945, 'Larkhampton', SOUTH, 'MD', 2],
]

/** Invented measures: the country's figure at the beginning, its change a year, and what one step of a place's standing is worth. */
const measures: readonly (readonly [
  measure: Omit<NationalMeasure, 'description' | 'owner' | 'link'>,
  from: number,
  change: number,
  step: number,
])[] = [
  [
    {
      code: 'NEET',
      title: 'Young people of 16 and 17 not in education, employment or training (%)',
      topic: 'Education',
      unit: '% of 16 and 17 year olds',
      polarity: 'lower',
      decimals: 1,
    },
    5.4,
    -0.1,
    0.3,
  ],
  [
    {
      code: 'GLD',
      title: 'Children with a good level of development at five (%)',
      topic: 'Education',
      unit: '% achieving',
      polarity: 'higher',
      decimals: 1,
    },
    62.8,
    0.9,
    -1.2,
  ],
  [
    {
      code: 'CPPRATE',
      title: 'Children with a child protection plan at the end of March',
      topic: 'Safeguarding',
      unit: 'Rate per 10,000',
      polarity: 'none',
      decimals: 1,
    },
    42.1,
    0.4,
    2.6,
  ],
  [
    {
      code: 'ICPC15',
      title: 'Child protection conferences within 15 working days (%)',
      topic: 'Safeguarding',
      unit: '% of conferences',
      polarity: 'higher',
      decimals: 1,
    },
    76.4,
    0.6,
    -1.5,
  ],
  [
    {
      code: 'CINRATE',
      title: 'Children in need at the end of March',
      topic: 'Safeguarding',
      unit: 'Rate per 10,000',
      polarity: 'none',
      decimals: 0,
    },
    334,
    -1.5,
    14,
  ],
  [
    {
      code: 'HOSPAD',
      title: 'Hospital admissions of children after injuries',
      topic: 'Health',
      unit: 'Rate per 10,000',
      polarity: 'lower',
      decimals: 1,
    },
    97.3,
    -1.1,
    3.4,
  ],
]

const neighbours: Readonly<Record<string, readonly (readonly [number: number, closeness: string])[]>> = {
  '2021-04-01': [
    [932, 'Very close'],
    [934, 'Very close'],
    [940, 'Close'],
    [935, 'Close'],
    [944, 'Somewhat close'],
  ],
  '2025-05-01': [
    [932, 'Very close'],
    [934, 'Very close'],
    [944, 'Very close'],
    [931, 'Close'],
    [941, 'Close'],
    [945, 'Somewhat close'],
  ],
}

/** A figure of a place: steady by place and year, so that every load is the same. Two are missing and one is suppressed. */
function figureOf(
  place: (typeof places)[number],
  [{ code, decimals }, from, change, step]: (typeof measures)[number],
  year: number,
): string {
  const [number, , region, , stands] = place
  if (code === 'NEET' && number === 934 && year === 9) return '-'
  if (code === 'HOSPAD' && number === 945 && year >= 8) return 'c'
  if (code === 'CPPRATE' && number === 941 && year === 9) return '-'
  const wobble = region === '' ? 0 : (((number * 7 + year * 13 + code.length * 5) % 9) - 4) / 4
  return (from + change * year + step * (stands + wobble)).toFixed(decimals ?? 1)
}

/** Invented published figures of a dozen places and six measures, so that a newcomer sees how places are compared. */
export function sampleNationalSet(today: Temporal.PlainDate): NationalSet {
  const odd = oddityList()
  const rows: NationalRow[] = measures.flatMap((measure, at) =>
    Array.from({ length: 10 }, (_, year) =>
      places.map((place) => ({
        ...{
          at: at * 10 + year,
          code: measure[0].code,
          period: String(today.year - 10 + year),
          area: place[0],
          value: figureOf(place, measure, year),
        },
      })),
    ).flat(),
  )
  const others = places.filter(([number, , region]) => region !== '' && number !== 930)
  const lists = Object.entries(neighbours).flatMap(([edition, list]) => [
    ...list.map(([neighbour, closeness], index) => ({ edition, area: 930, position: index + 1, neighbour, closeness })),
    ...others.flatMap(([area], index): NationalNeighbour[] =>
      Array.from({ length: 4 }, (_, nth) => ({
        ...{ edition, area, position: nth + 1, neighbour: others[(index + nth + 1) % others.length]?.[0] ?? 930, closeness: 'Close' },
      })),
    ),
  ])
  return {
    source: 'Invented figures of invented places, for trying out',
    licence: 'They mean nothing',
    digest: `sample of ${today.year}`,
    areas: areasOf(
      places.map(([number, name, region, type]) => [String(number), name, region, type]),
      odd,
    ),
    measures: measures.map(([measure]) => ({ ...measure, description: '', owner: 'Nobody: it is invented', link: '' })),
    neighbours: lists,
    odd,
    values: async function* () {
      yield rows
    },
  }
}
